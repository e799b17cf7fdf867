"""Deadlines in the forms that cells, brackets and sentences of the genre have, and times that are none."""

from datetime import datetime

import pytest
from dateutil.rrule import rrulestr

from extractors.deadlines import deadlines
from tests.making import codes, notice, text


def read(words, *, column):
    found = (f.value.value for f in deadlines(text(words), 2021, column=column))
    return [
        (v.kind, str(v.start) if v.start else None, str(v.due or v.recurrence or v.duration or "") or None)
        for v in found
    ]


def date(due):
    return [("date", None, due)]


def period(start, due):
    return [("period", start, due)]


def each(rule):
    return [("recurring", None, rule)]


CELLS = [
    ("3-6月", period("2021-03-01", "2021-06-30")),
    ("1—11月", period("2021-01-01", "2021-11-30")),
    ("2023年5—10月", period("2023-05-01", "2023-10-31")),
    ("11月-2月", period("2021-11-01", "2022-02-28")),
    ("3月10日至4月10日", period("2021-03-10", "2021-04-10")),
    ("2025年", period("2025-01-01", "2025-12-31")),
    ("2023年度", period("2023-01-01", "2023-12-31")),
    ("2023—2025年", period("2023-01-01", "2025-12-31")),
    ("“十四五”期间", period("2021-01-01", "2025-12-31")),
    ("“十四五”末", date("2025-12-31")),
    ("到2025年", date("2025-12-31")),
    ("2023.12", period("2023-12-01", "2023-12-31")),
    ("2023-12-31", date("2023-12-31")),
    ("2023/12/31前", date("2023-12-31")),
    ("12月31前", date("2021-12-31")),
    ("6月、12月底前", [*date("2021-06-30"), *date("2021-12-31")]),
    ("3、6、9、12月底前", [*date("2021-03-31"), *date("2021-06-30"), *date("2021-09-30"), *date("2021-12-31")]),
    ("每年6月底、12月底前", each("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1")),
    ("每月10日、25日前", each("FREQ=MONTHLY;BYMONTHDAY=10,25")),
    ("每季度首月5日前", each("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=5")),
    ("每季度最后一个月25日前", each("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=25")),
    ("每季度", each("FREQ=MONTHLY;INTERVAL=3")),
    ("每半年", each("FREQ=MONTHLY;INTERVAL=6")),
    ("每周一次", each("FREQ=WEEKLY")),
    ("每月1次", each("FREQ=MONTHLY")),
]


@pytest.mark.parametrize(("words", "expected"), CELLS)
def test_cells_and_brackets(words, expected):
    assert read(words, column=True) == expected


@pytest.mark.parametrize("rule", [e[0][2] for _, e in CELLS if e[0][0] == "recurring"])
def test_every_rule_is_one_for_a_calendar(rule):
    assert rrulestr(rule, dtstart=datetime(2021, 1, 1))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("6月底完成清理。", date("2021-06-30")),
        ("2021年底完成。", date("2021-12-31")),
        ("年底全面完成。", date("2021-12-31")),
        ("到2021年年底全面完成。", date("2021-12-31")),
        ("2021年12月31日完成。", date("2021-12-31")),
        ("截止11月30日完成。", date("2021-11-30")),
        ("每季度首月5日前报送。", each("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=5")),
        ("收到通知后5个工作日内报送。", [("relative", None, "P5D")]),
    ],
)
def test_sentences(words, expected):
    assert read(words, column=False) == expected


@pytest.mark.parametrize(
    "words",
    ["根据2020年12月31日前的统计数据测算。", "2020年12月31日，全县有12个镇。", "5个工作日内办结。", "平均每月25条。", "2021年共完成60%。",
     "每年至少一次。", "每月公开一次。", "2025年达到50%。", "“十四五”期间累计新增2万个。"],
)  # fmt: skip
def test_times_in_sentences_that_are_no_deadlines(words):
    assert read(words, column=False) == []


def test_a_lost_sign_is_a_repair():
    (found,) = deadlines(text("12月31前"), 2021, column=True)
    assert found.value.value.basis == "repaired"


def test_steps_of_one_cell_have_their_words():
    made = notice(
        "青石县2021年任务分解表\n工作任务 | 责任单位 | 完成时限 |\n编制名录 | 县水利局 | 6月底前完成初稿，12月底前印发 |\n建立台账 | 县财政局 | 9月底前 |\n"
    )
    assert [[(str(d.due), d.milestone) for d in i.deadlines] for i in made.schemes[0].items] == [
        [("2021-06-30", "完成初稿"), ("2021-12-31", "印发")],
        [("2021-09-30", None)],
    ]


def test_a_step_does_not_take_half_a_bracket_along():
    made = notice(
        "青石县2021年工作要点\n一、任务\n1.推进改革。（县财政局；6月底前启动，12月底前完成）\n2.建立台账。（县审计局；9月底前）\n"
    )
    (first, _) = made.schemes[0].items[0].children
    assert [d.milestone for d in first.deadlines] == ["启动", "完成"]


def test_a_date_without_a_year_in_a_notice_without_one_is_said():
    made = notice(
        "青石县任务分解表\n工作任务 | 责任单位 | 完成时限 |\n编制名录 | 县水利局 | 6月底前 |\n建立台账 | 县财政局 | 9月底前 |\n"
    )
    assert codes(made).count("deadline_without_year") == 2
    assert not [d for i in made.schemes[0].items for d in i.deadlines]


def test_the_year_whose_work_the_notice_speaks_of():
    made = notice(
        "关于分解重点工作的通知\n现将《政府工作报告》提出的2020年重点工作任务予以分解。\n一、发展经济\n1.建设公园，10月底前开工。\n"
    )
    assert made.year == 2020


@pytest.mark.parametrize(
    ("words", "after", "duration"),
    [
        ("会后15天内报送纪要", "会", "P15D"),
        ("有关材料于会后3个工作日内归档", "会", "P3D"),
        ("节后两周内复查", "节", "P2W"),
        ("灾后10日内完成核查", "灾", "P10D"),
        ("方案印发后两个月内完成", "方案印发", "P2M"),
        ("自开工之日起两年内建成", "开工", "P2Y"),
        # what names no event, and what comes to no count
        ("最后3日内", None, None),
        ("此后3日内", None, None),
        ("会后及时归档", None, None),
        ("前后两年内", None, None),
        ("两周内办结", None, None),
    ],
)
def test_a_count_from_an_event_of_one_character_or_of_two(words, after, duration):
    for column in (False, True):
        found = [
            (f.value.after and f.value.after.chars, f.value.value.duration)
            for f in deadlines(text(words), 2021, column=column)
        ]
        assert found == ([(after, duration)] if after else [])
