"""All rows of a table between pipes on one line: cut into rows where these repeat their pattern, told where not."""

import pytest

from tests.making import codes, flatten, notice

TITLE = "松岭县2026年档案工作考核细则\n\n"
FRAMED = "| 序号 | 指标 | 分值 | | 1 | 制度建设 | 10 | | 2 | 库房管理 | 20 | | 3 | 归档移交 | 70 |"
RULED = "| 序号 | 考核项目 | 评分标准 | 分值 | |---|---|---|---| | 1 | 制度建设 | 缺一项扣2分 | 30 | | 2 | 库房管理 |  | 70 |"
BARE = "序号|指标|分值|责任单位|1|制度建设|40|县档案馆|2|库房管理|60|县住建局"


def _read(line):
    items = flatten(notice(f"{TITLE}{line}\n\n附注：档案馆负责解释。\n").schemes[0].items)
    return [(i.marker, i.title, int(i.points.value) if i.points else None) for i in items]


def test_rows_with_a_pipe_at_either_end_are_cut_between_them():
    assert _read(FRAMED) == [("1", "制度建设", 10), ("2", "库房管理", 20), ("3", "归档移交", 70)]


def test_a_rule_of_dashes_is_layout_and_a_cell_may_be_empty():
    assert _read(RULED) == [("1", "制度建设", 30), ("2", "库房管理", 70)]
    assert notice(TITLE + RULED).coverage == 1.0


def test_a_total_may_end_them():
    made = notice(TITLE + RULED + " | 合计 | | | 100 |")
    assert made.schemes[0].total is not None
    assert (made.schemes[0].total.value, len(made.schemes[0].items)) == (100, 2)


def test_several_rows_on_each_line_are_too():
    rows = "| 序号 | 指标 | 分值 | | 1 | 制度建设 | 10 |\n| 2 | 库房管理 | 20 | | 3 | 归档移交 | 70 |\n"
    assert _read(rows) == [("1", "制度建设", 10), ("2", "库房管理", 20), ("3", "归档移交", 70)]


def test_rows_without_a_frame_are_as_wide_as_the_header():
    made = notice(TITLE + BARE)
    assert [[u.name for u in i.responsible] for i in made.schemes[0].items] == [["县档案馆"], ["县住建局"]]


@pytest.mark.parametrize(
    "line",
    [
        "| 序号 | 指标 | 分值 | | 1 | 制度建设 | 10 | | 库房管理 | 20 | | 3 | 归档移交 | 70 |",
        "序号|指标|分值|1|制度建设|40|县档案馆|2|库房管理|60",
        "序号|指标|分值|制度建设|40|1|库房管理|2|60",
    ],
)
def test_cells_that_make_no_rows_are_told(line):
    made = notice(TITLE + line)
    assert not any(scheme.columns for scheme in made.schemes)
    found = next(f for f in made.findings if f.code == "rows_undivided")
    assert found.severity == "warning"


def test_lines_that_break_off_in_the_midst_of_a_row_are_told():
    rows = "| 序号 | 指标 | 分值 | | 1 | 制度建设 | 10 |\n| 2 | 库房管理 | 20 | | 3 | 归档移交 |\n"
    assert "rows_undivided" in codes(notice(TITLE + rows))


@pytest.mark.parametrize(
    "line",
    [
        "首页 | 要闻 | 公开 | 服务 | 互动 | 专题 | 数据",
        "县档案馆|县住建局|县财政局|县民政局|县水利局|县林业局|县教育局",
    ],
)
def test_words_between_pipes_that_are_no_headers_are_as_before(line):
    assert "rows_undivided" not in codes(notice(f"{TITLE}{line}\n一、制度建设（10分）\n二、库房管理（90分）\n"))


def test_a_header_alone_on_its_line_is_one():
    rows = "| 序号 | 指标 | 分值 | 责任单位 | 完成时限 | 备注 |\n| 1 | 制度建设 | 40 | 县档案馆 | 6月底前 | |\n| 2 | 库房管理 | 60 | 县住建局 | 9月底前 | |"
    assert _read(rows) == [("1", "制度建设", 40), ("2", "库房管理", 60)]
    assert "rows_undivided" not in codes(notice(TITLE + rows))
