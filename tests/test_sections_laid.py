"""Sections over rows of a table that lost its columns: `（一）作风建设` above the cells of the row below it."""

import pytest

from tests.making import flatten, notice

HEAD = "望城区机关考评指标及办法\n\n考评指标\n考评内容\n评分办法\n分值\n责任科室\n"
ROWS = (
    ("工作纪律", "无迟到早退", "迟到一人次扣0.5分", "8", "法制科"),
    ("服务态度", "首问负责", "被投诉一次扣1分", "7", "信息科"),
    ("公文办理", "限时办结", "超时一件扣0.5分", "10", "综合科"),
    ("会议落实", "按期完成", "未完成一项扣2分", "10", "督查科"),
    ("执法规范", "无行政败诉", "败诉一件扣5分", "15", "法制科"),
    ("信息公开", "及时全面", "漏公开一条扣1分", "10", "信息科"),
)


def _words(sections):
    lines = []
    for at, row in enumerate(ROWS):
        lines += [sections[at // 2], *row] if at % 2 == 0 else row
    return HEAD + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "sections",
    [("（一）作风建设", "（二）行政效率", "（三）依法行政"), ("一、作风建设", "二、行政效率", "三、依法行政")],
)
def test_they_stand_over_the_rows_below_them(sections):
    items = flatten(notice(_words(sections)).schemes[0].items)
    assert [(i.level, i.title, int(i.points.value) if i.points else None) for i in items] == [
        (1, "作风建设", None), (2, "工作纪律", 8), (2, "服务态度", 7),
        (1, "行政效率", None), (2, "公文办理", 10), (2, "会议落实", 10),
        (1, "依法行政", None), (2, "执法规范", 15), (2, "信息公开", 10),
    ]  # fmt: skip


def test_words_that_a_cell_begins_with_are_none():
    rows = _words(("（一）作风建设", "（三）行政效率", "（二）依法行政"))
    assert notice(rows).schemes[0].items[0].title != "作风建设"
