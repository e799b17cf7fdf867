"""Marks of groups in a column of sums behind those of their items."""

import pytest

from tests.making import codes, flatten, outline, page, pipes

TITLE = "青石县2023年考核细则"


def points(items):
    return [
        (item.title or item.requirement, item.points and str(item.points.value), points(item.children))
        for item in items
    ]


@pytest.mark.parametrize("header", ["小计", "合计", "小计（分）"])
def test_a_sum_merged_over_a_group_is_what_the_group_is_worth(header):
    made = page(
        TITLE,
        [
            ["项目", "考核内容", "分值", header],
            [("组织领导", 2, 1), "成立领导小组", "5", ("15", 2, 1)],
            ["制定方案", "10"],
            [("信息公开", 2, 1), "公开目录", "10", ("30", 2, 1)],
            ["公开年报", "20"],
        ],
    )
    assert points(made.schemes[0].items) == [
        ("组织领导", "15", [("成立领导小组", "5", []), ("制定方案", "10", [])]),
        ("信息公开", "30", [("公开目录", "10", []), ("公开年报", "20", [])]),
    ]
    assert "structure_inferred" in codes(made)  # the header says only that it is a sum


def test_between_levels_each_column_of_marks_has_its_own():
    made = page(
        TITLE,
        [
            ["一级指标", "二级指标", "分值", "合计", "评分标准"],
            [("组织领导", 2, 1), "成立领导小组", "5", ("15", 2, 1), "未成立不得分"],
            ["制定方案", "10", "未制定扣2分"],
            [("信息公开", 2, 1), "公开目录", "10", ("35", 2, 1), "少一条扣1分"],
            ["公开年报", "20", "未公开不得分"],
        ],
    )
    assert points(made.schemes[0].items) == [
        ("组织领导", "15", [("成立领导小组", "5", []), ("制定方案", "10", [])]),
        ("信息公开", "35", [("公开目录", "10", []), ("公开年报", "20", [])]),
    ]
    assert "children_sum" in codes(made)


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["项目", "考核内容", "分值", "得分", "小计"],
            [("公开", 2, 1), "目录", "5", "4", ("9", 2, 1)],
            ["年报", "10", "5"],
        ],
        [["项目", "考核内容", "分值", "小计"], ["公开", "目录", "5", "5"], ["信访", "积案", "10", "10"]],
    ],
)
def test_a_sum_of_marks_given_or_one_in_each_row_is_no_group_s(rows):
    made = page(TITLE, rows)
    assert [str(item.points.value) for item in flatten(made.schemes[0].items) if item.points] == ["5", "10"]


@pytest.mark.parametrize("write", [page, pipes])
def test_an_amount_beside_the_first_row_is_the_groups_where_the_rows_brackets_come_to_it(write):
    rows = ["党建", "1.开会（10分）", "40"], ["", "2.学习（30分）", ""], ["经济", "招商引资完成1亿元", "60"]
    made = write("青石县2022年考核办法", [["考核项目", "考核内容", "分值"], *map(list, rows)])
    assert outline(made.schemes[0].items) == [
        (None, "党建", 40, [("1.", "开会", 10), ("2.", "学习", 30)]), (None, "经济", 60),
    ]  # fmt: skip
    assert codes(made) == ["structure_inferred"]
    rows[0][2] = "10"
    made = write("青石县2022年考核办法", [["考核项目", "考核内容", "分值"], *map(list, rows)])
    assert outline(made.schemes[0].items)[0][3] == [("1.", "开会（10分）", 10), ("2.", "学习", 30)]
