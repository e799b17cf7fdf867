"""Weights that are printed as parts of one."""

import pytest

from tests.making import page

HEADER = ("一级指标", "权重", "考核内容")


def made(rows):
    return page("望川县2021年绩效评价指标体系", rows)


def weights(found):
    return [(i.points and float(i.points.value), i.weight and float(i.weight.value)) for i in found.schemes[0].items]


def test_weights_below_one_that_come_to_one_are_percentages():
    found = made([HEADER, ("组织领导", "0.15", "健全机构"), ("工作落实", "0.85", "完成任务")])
    assert weights(found) == [(None, 15), (None, 85)]
    assert found.schemes[0].items[0].weight.raw == "0.15"
    assert not found.findings


def test_they_stand_beside_the_marks():
    found = made(
        [
            ("一级指标", "权重", "分值", "考核内容"),
            ("组织领导", "0.2", "20", "健全机构"),
            ("工作落实", "0.8", "80", "完成任务"),
        ]
    )
    assert weights(found) == [(20, 20), (80, 80)]
    assert not found.findings


def test_each_level_has_its_own():
    rows = [
        ("一级指标", "权重", "二级指标", "权重", "考核内容"),
        (("投入", 2, 1), ("0.4", 2, 1), "预算编制", "0.3", "编制完整"),
        ("预算执行", "0.7", "执行及时"),
        (("产出", 2, 1), ("0.6", 2, 1), "数量", "0.5", "完成数量"),
        ("质量", "0.5", "质量达标"),
    ]
    found = made(rows)
    assert weights(found) == [(None, 40), (None, 60)]
    assert [float(c.weight.value) for i in found.schemes[0].items for c in i.children] == [30, 70, 50, 50]


@pytest.mark.parametrize(
    "cells",
    [("0.5", "9.5"), ("10", "90"), ("0.5", "0.3"), ("0.5分", "0.5分")],
)
def test_other_numbers_below_such_a_header_are_marks(cells):
    rows = [HEADER, ("组织领导", cells[0], "健全机构"), ("工作落实", cells[1], "完成任务")]
    assert [w for _, w in weights(made(rows))] == [None, None]


def test_marks_of_half_a_point_are_marks():
    rows = [("一级指标", "分值", "考核内容"), ("组织领导", "0.5", "健全机构"), ("工作落实", "0.5", "完成任务")]
    assert weights(made(rows)) == [(0.5, None), (0.5, None)]
