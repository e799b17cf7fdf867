"""Times that come again, that begin and have no end, that several months share, and stretches in which work is done."""

import pytest

from extractors.deadlines import deadlines
from tests.making import text


def read(words, *, column):
    found = (f.value.value for f in deadlines(text(words), 2023, column=column))
    return [str(v.recurrence or v.duration or f"{v.start or ''}~{v.due or ''}") for v in found]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("一月一次", ["FREQ=MONTHLY"]),
        ("半年一次", ["FREQ=MONTHLY;INTERVAL=6"]),
        ("一季一调度", ["FREQ=MONTHLY;INTERVAL=3"]),
        ("一季度一次", []),  # in the first quarter, or in each
        ("一季度一次，三季度一次", ["2023-01-01~2023-03-31", "2023-07-01~2023-09-30"]),
        ("一月", ["2023-01-01~2023-01-31"]),
        ("每月一通报", ["FREQ=MONTHLY"]),
        ("按季通报、按月上报", ["FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY"]),
        ("每周一、周四", ["FREQ=WEEKLY;BYDAY=MO,TH"]),
        ("每周二、五17时前", ["FREQ=WEEKLY;BYDAY=TU,FR"]),
        ("每周一至周五", []),
        ("每季度第三个月20日前", ["FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"]),
    ],
)
def test_what_comes_again(cell, expected):
    assert read(cell, column=True) == expected


@pytest.mark.parametrize(
    "cell", ["2023年3月—", "2023年—", "2023.3—", "3月1日至今", "2023年春季学期", "2023年国庆期间", "2023年—2024学年"]
)
def test_a_part_of_a_year_or_what_has_no_end_is_no_whole_year_or_month(cell):
    assert read(cell, column=True) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2023年3月—长期坚持", ["~"]),
        ("2023年3月—5月", ["2023-03-01~2023-05-31"]),
        ("2023年—2024年", ["2023-01-01~2024-12-31"]),
        ("2023年", ["2023-01-01~2023-12-31"]),
        ("下年度1月", ["2024-01-01~2024-01-31"]),
        ("来年3月底前", ["~2024-03-31"]),
        ("下一年度1月", []),
        ("3、6、9月25日前", ["~2023-03-25", "~2023-06-25", "~2023-09-25"]),
        ("1月、5月、9月10日前", ["~2023-01-10", "~2023-05-10", "~2023-09-10"]),
        ("6月、12月的10日前", ["~2023-06-10", "~2023-12-10"]),
        ("换届后半年内", ["P6M"]),
        ("收到申请后的5个工作日内", ["P5D"]),
        ("接报后30分钟内", ["PT30M"]),
    ],
)
def test_years_days_and_counts(cell, expected):
    assert read(cell, column=True) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("3月至5月排查，6月至10月整治。", ["2023-03-01~2023-05-31", "2023-06-01~2023-10-31"]),
        ("4—6月开展自查；7月1日至8月20日，集中整改。", ["2023-04-01~2023-06-30", "2023-07-01~2023-08-20"]),
        ("11月至次年3月集中开展攻坚。", ["2023-11-01~2024-03-31"]),
        ("实施时间：2023年3月至12月。", ["2023-03-01~2023-12-31"]),
        ("年底交付。", ["~2023-12-31"]),
        ("每周一、周四前报送。", ["FREQ=WEEKLY;BYDAY=MO,TH"]),
    ],
)
def test_sentences_say_when_work_is_done(sentence, expected):
    assert read(sentence, column=False) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年6月至8月开展排查。",
        "去年6月至8月开展排查。",
        "每年6月至9月开展检查。",
        "3月至5月开展排查，共发现隐患20处。",
        "3月至5月开展了排查。",
        "6月至9月为汛期。",
        "对3月至5月开展自查的单位予以通报。",
        "3月至5月检查的单位有20家。",
        "自3月至5月开展排查。",
        "每周一、周四值班。",
    ],
)
def test_sentences_that_only_tell_of_a_time(sentence):
    assert read(sentence, column=False) == []
