"""Figures of goals in a column of their own, beside what they are measured in, under one header over both."""

import pytest

from tests.making import page

TITLE = "望川县2023年绿化工作考核细则"
HEADER = ["序号", "指标名称", ("目标值", 1, 2), "分值"]


def items(made):
    return [
        (item.marker, item.title, item.requirement, item.points and str(item.points.value), len(item.children))
        for item in made.schemes[0].items
    ]


def test_a_figure_and_its_measure_are_one_goal():
    made = page(TITLE, [HEADER, ["1", "新造林", "500", "亩", "40"], ["2", "新修步道", "30", "公里", "60"]])
    assert items(made) == [
        ("1", "新造林", "500\n亩", "40", 0),
        ("2", "新修步道", "30\n公里", "60", 0),
    ]


@pytest.mark.parametrize("numbers", [("1", "2", "1", "2"), ("1", "2", "3", "4"), ("3", "4", "7", "8")])
def test_numbers_that_go_on_count_the_words_beside_them(numbers):
    rows = [
        [("组织领导", 2, 1), numbers[0], "成立绿化专班", "20"],
        [numbers[1], "制定造林方案", "30"],
        [("日常管护", 2, 1), numbers[2], "定期浇水修枝", "20"],
        [numbers[3], "清除枯死苗木", "30"],
    ]
    made = page(TITLE, [["指标名称", ("考核内容", 1, 2), "分值"], *rows])
    assert [child.marker for item in made.schemes[0].items for child in item.children] == list(numbers)
