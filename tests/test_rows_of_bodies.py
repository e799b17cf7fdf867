"""A table whose rows are nothing but bodies: told as doubtful, as no task is in it."""

import pytest

from tests.making import notice, page

TITLE = "松岭县2026年森林防火工作任务分工表"
BODIES = [["1", "县林业局", "县应急局"], ["2", "县公安局", "县财政局"], ["3", "县民政局", "县水利局"]]


def _doubts(made):
    found = [f for f in made.findings if f.code == "structure_inferred" and "nothing but bodies" in f.message]
    return [(f.severity, f.pointer) for f in found]


@pytest.mark.parametrize(
    "rows",
    [
        [["序号", "工作任务", "责任单位"], *BODIES],
        [["序号", "工作内容", "责任单位"], *BODIES],
        [["牵头单位", "责任单位"], *(row[1:] for row in BODIES)],
        [["考核对象", "责任单位"], *(row[1:] for row in BODIES)],
        [["工作任务", "责任单位"], ["加密巡查", "县应急局"], *(row[1:] for row in BODIES), ["进村宣传", "县水利局"]],
    ],
)
def test_three_rows_of_nothing_but_bodies_are_doubtful(rows):
    assert _doubts(page(TITLE, rows)) == [("warning", "/schemes/0")]


@pytest.mark.parametrize(
    "rows",
    [
        [["序号", "工作任务", "责任单位"], *BODIES[:2], ["3", "加密巡查", "县水利局"]],
        [
            ["序号", "乡镇", "责任单位"],
            ["1", "东河镇", "县应急局"],
            ["2", "西山镇", "县财政局"],
            ["3", "南塘乡", "县水利局"],
        ],
        [
            ["序号", "责任单位", "工作任务"],
            ["1", "县应急局", "加密巡查"],
            ["2", "县财政局", "保障经费"],
            ["3", "县水利局", "保障水源"],
        ],
        [
            ["考核指标", "分值", "责任单位"],
            ["县林业局", "40", "县应急局"],
            ["县公安局", "30", "县财政局"],
            ["县民政局", "30", "县水利局"],
        ],
        [
            ["序号", "工作任务", "责任单位"],
            ["1", "建设局域网", "县应急局"],
            ["2", "巡查河道", "县财政局"],
            ["3", "改造中心站", "县水利局"],
        ],
    ],
)
def test_rows_with_tasks_marks_or_a_body_each_as_their_key_are_not(rows):
    assert _doubts(page(TITLE, rows)) == []


def test_an_outline_of_bodies_is_none():
    assert _doubts(notice("松岭县2026年工作方案\n一、成员单位\n1.县林业局\n2.县应急局\n3.县公安局\n")) == []
