"""Labels of units and times whose colon is white space, a dash or nothing."""

import pytest

from extractors.labels import labelled_line
from extractors.unit_labels import labelled_units
from tests.making import notice, text

L, S, R = "lead", "support", "responsible"


def read(*tasks):
    made = notice("青石县2021年重点工作要点\n一、重点任务\n" + "\n".join(tasks) + "\n")
    return made.schemes[0].items[0].children


def units(item):
    return [(u.name, u.role) for u in item.responsible]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("1.改造食堂。责任单位 县教育局", [("县教育局", R)]),
        ("1.改造食堂。责任单位　县教育局、县财政局", [("县教育局", R), ("县财政局", R)]),
        ("1.改造食堂。责任单位县教育局。", [("县教育局", R)]),
        ("1.改造食堂。责任单位——县教育局", [("县教育局", R)]),
        ("1.改造食堂。牵头单位 县教育局 配合单位 县财政局、各乡镇", [("县教育局", L), ("县财政局", S), ("各乡镇", S)]),
        ("1.改造食堂。（牵头单位 县教育局 配合单位 县财政局）", [("县教育局", L), ("县财政局", S)]),
        ("1.改造食堂。责任科室 医务科、护理部", [("医务科", R), ("护理部", R)]),
    ],
)
def test_a_label_without_a_colon_names_bodies(task, expected):
    item = read(task, "2.修路。责任单位 县交通局")[0]
    assert units(item) == expected
    assert item.requirement == "改造食堂。"
    assert item.extra == {}


def test_white_space_stands_for_the_stop_too():
    item = read("1.改造食堂 责任单位 县教育局", "2.修路 责任单位 县交通局")[0]
    assert (item.title, units(item)) == ("改造食堂", [("县教育局", R)])


def test_units_and_times_behind_such_labels_on_a_line_or_their_own():
    tasks = ["1.改造食堂。", "责任单位 县教育局", "完成时限 6月底前", "2.修路。责任单位 县交通局 完成时限 9月底前"]
    assert [(units(x), [d.raw for d in x.deadlines]) for x in read(*tasks)] == [
        ([("县教育局", R)], ["6月底前"]),
        ([("县交通局", R)], ["9月底前"]),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "责任单位要加强领导。",
        "责任单位县教育局要抓好落实。",
        "责任单位和县教育局要会商。",
        "责任单位领导小组",
        "牵头单位每月报送进度。",
        "配合单位不配合的，扣2分。",
        "责任部门完成时限",
    ],
)
def test_a_sentence_that_begins_so_is_no_label(sentence):
    assert labelled_units(text(sentence)) == []
    assert labelled_line(text(sentence)) is None


def test_a_time_alone_stands_behind_a_label_of_time():
    line = labelled_line(text("完成时限6月底前"))
    assert line is not None
    assert (line[0], line[2].value) == ("deadline", "6月底前")
    assert labelled_line(text("完成时间和质量都有要求，不得拖延到9月底。")) is None


def test_a_sentence_says_who_is_the_responsible_unit():
    item = read("1.改造食堂。责任单位是县教育局。", "2.修路。")[0]
    assert units(item) == [("县教育局", R)]
