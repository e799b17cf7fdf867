"""First cells behind a flattened table's header that end as headers do."""

import pytest

from tests.making import notice, outline

HEADER = ("考核项目", "考核内容", "分值", "评分标准")
ROWS = (
    "园区内无溺水伤亡", "20", "发生一起扣10分", "园区内无火灾", "20", "发生一起扣5分",
    "日常巡查（60分）", "巡查日志健全", "30", "缺一项扣3分", "值班电话畅通", "30", "缺一项扣2分",
)  # fmt: skip


def table(first, header=HEADER, rows=ROWS):
    return notice("\n".join(["库区安全考核评分表", *header, first, *rows])).schemes[0]


@pytest.mark.parametrize(
    ("first", "name", "marks"),
    [
        ("安全目标", "安全目标", None),
        ("重点工程", "重点工程", None),
        ("重点项目", "重点项目", None),
        ("安全目标\n（40分）", "安全目标", 40),
        ("保障措施（40分）", "保障措施", 40),
        ("目标任务（40分）", "目标任务", 40),
    ],
)
def test_a_name_that_ends_like_a_header_begins_the_first_row(first, name, marks):
    scheme = table(first)
    assert [c.header for c in scheme.columns] == [*HEADER]
    assert outline(scheme.items) == [
        (None, name, marks, [(None, "园区内无溺水伤亡", 20), (None, "园区内无火灾", 20)]),
        (None, "日常巡查", 60, [(None, "巡查日志健全", 30), (None, "值班电话畅通", 30)]),
    ]


def test_a_name_run_together_with_the_header_before_it():
    made = notice(
        "库区管理考核评分标准考核项目考核内容分值评分标准得分安全目标（40分）1.园区内无溺水伤亡20发生一起扣10分。"
        "2.园区内无火灾20发生一起扣5分。日常巡查（60分）1.巡查日志健全，专人负责30缺一项扣3分。"
        "2.值班电话畅通有人接听30缺一项扣2分。"
    )
    assert [(i.title, i.points.value, len(i.children)) for i in made.schemes[0].items] == [
        ("安全目标", 40, 2),
        ("日常巡查", 60, 2),
    ]


@pytest.mark.parametrize(
    "header",
    [
        ("考核项目", "分值", "评分标准", "得分", "整改措施"),
        ("序号", "考核项目", "分值", "评分标准", "年度工程"),
        ("考核项目", "分值", "扣分标准", "考核内容（100分）"),
        ("项目名称", "责任单位", "备注", "形象目标"),
    ],
)
def test_a_column_of_names_or_measures_may_be_the_last(header):
    first = "1" if header[0] == "序号" else "堤防加固"
    scheme = table(first, header, ("三月开工", "30", "缺一项扣3分", "河道疏浚", "30", "缺一项扣2分"))
    assert [c.header for c in scheme.columns] == [*header]
