"""Milestones that a task plans without a word of duty, and what only looks like them."""

import time

import pytest

from extractors.deadlines import deadlines
from tests.making import notice, text


def read(words, year=2024):
    values = [(f.text.raw, f.value.value) for f in deadlines(text(words), year)]
    return [(raw, value.kind, str(value.due)) for raw, value in values]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "青石大桥2024年三季度开工、2025年二季度建成。",
            [("2024年三季度", "period", "2024-09-30"), ("2025年二季度", "period", "2025-06-30")],
        ),
        (
            "大桥三季度开工，四季度完成主体工程。",
            [("三季度", "period", "2024-09-30"), ("四季度", "period", "2024-12-31")],
        ),
        ("综合楼6月开工，10月主体封顶。", [("6月", "period", "2024-06-30"), ("10月", "period", "2024-10-31")]),
        ("新建人行天桥2座，9月投入使用。", [("9月", "period", "2024-09-30")]),
        ("水厂上半年开工建设，下半年投产。", [("上半年", "period", "2024-06-30"), ("下半年", "period", "2024-12-31")]),
        ("配齐教师，三季度完成招聘。", [("三季度", "period", "2024-09-30")]),
        ("改造线路，四季度全部投运。", [("四季度", "period", "2024-12-31")]),
        ("三季度末竣工。", [("三季度末", "date", "2024-09-30")]),
        (
            "2025年一季度开工，三季度建成。",
            [("2025年一季度", "period", "2025-03-31"), ("三季度", "period", "2025-09-30")],
        ),
        ("今年5月开工，明年6月建成。", [("今年5月", "period", "2024-05-31"), ("明年6月", "period", "2025-06-30")]),
        ("2024年6月建成投用、9月开园。", [("2024年6月", "period", "2024-06-30"), ("9月", "period", "2024-09-30")]),
        ("水厂2023年三季度开工、2025年二季度建成。", [("2025年二季度", "period", "2025-06-30")]),
    ],
)
def test_each_milestone_of_a_task_is_due(words, expected):
    assert read(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "2023年三季度建成的水厂要稳定运行。",
        "2023年三季度开工、四季度建成。",
        "去年三季度开工、四季度建成。",
        "水厂2022年9月投入使用。",
        "水厂三季度开工，目前完成六成。",
        "2月开工，现已封顶。",
        "已于一季度开工。",
        "一季度已开工。",
        "上半年完成了排查。",
        "上半年完成排查的企业免检。",
        "一季度完成投资3亿元。",
        "一季度完工项目另行公布。",
        "自9月投入使用以来运行平稳。",
        "待三季度建成后搬迁。",
        "三季度建成后投入使用。",
        "截至三季度建成。",
        "一、二季度开工。",
        "6—9月完成。",
        "三季度投产企业达到5家。",
        "9月开学前完工。",
        "12个月完成。",
        "上半年完成率过半。",
        "上半年完成任务过半。",
        "一季度完成税收同比增长。",
        "一季度完成税收三亿元。",
    ],
)
def test_the_past_a_class_of_things_and_a_stretch_are_no_milestones(words):
    assert read(words) == []


def test_a_milestone_of_a_stated_year_needs_a_notice_s_year_to_be_none_of_the_past():
    assert read("水厂2023年三季度建成。", None) == []
    assert read("水厂2023年三季度建成。", 2023) == [("2023年三季度", "period", "2023-09-30")]


def test_a_task_of_work_points_has_its_milestones():
    made = notice(
        "青石县2024年重点工作要点\n一、项目建设\n1.推进水厂建设。主体工程2024年三季度开工、2025年二季度建成。（责任单位：县水利局）\n"
        "2.建立台账。（责任单位：县财政局）\n"
    )
    task = made.schemes[0].items[0].children[0]
    assert [(d.kind, str(d.start), str(d.due)) for d in task.deadlines] == [
        ("period", "2024-07-01", "2024-09-30"),
        ("period", "2025-04-01", "2025-06-30"),
    ]


@pytest.mark.parametrize("words", ["三季度完成建设", "2023年三季度建成、三季度建成、"])
def test_many_milestones_in_one_sentence_are_looked_at_once_each(words):
    short, long = (_seconds(words * count) for count in (500, 2000))
    assert long < 10 * short + 0.1


def _seconds(words):
    whole = text(words)
    start = time.process_time()
    deadlines(whole, 2024)
    return time.process_time() - start
