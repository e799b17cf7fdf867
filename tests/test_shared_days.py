"""Months that share the day of the last, numbers of steps that are no months, and what a word behind a time changes."""

import pytest

from extractors.deadlines import deadlines, milestones
from tests.making import codes, notice, text


def read(words, *, column=True):
    found = (f.value.value for f in deadlines(text(words), 2023, column=column, header=column))
    return [str(v.recurrence or v.duration or f"{v.start or ''}~{v.due or ''}") for v in found]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("6月、12月10日前", ["~2023-06-10", "~2023-12-10"]),
        ("5月和11月20日前", ["~2023-05-20", "~2023-11-20"]),
        ("2024年6月、12月10日前", ["~2024-06-10", "~2024-12-10"]),
        ("6月、12月10日", ["~2023-06-10", "~2023-12-10"]),
        ("5、11月20日前", ["~2023-05-20", "~2023-11-20"]),
        ("6月、12月中旬前", ["~2023-06-20", "~2023-12-20"]),
        ("4月、8月、12月上旬", ["2023-04-01~2023-04-10", "2023-08-01~2023-08-10", "2023-12-01~2023-12-10"]),
        ("二季度、四季度末", ["~2023-06-30", "~2023-12-31"]),
        # each has its own
        ("6月底、12月10日前", ["~2023-06-30", "~2023-12-10"]),
        ("6月、7月1日至8月31日", ["2023-06-01~2023-06-30", "2023-07-01~2023-08-31"]),
        ("6月，12月10日前", ["2023-06-01~2023-06-30", "~2023-12-10"]),
        ("1月、5月、9月10日前", ["~2023-01-10", "~2023-05-10", "~2023-09-10"]),
        ("每年6月、12月10日前", ["FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10"]),
        ("每月5日、15日、25日前", ["FREQ=MONTHLY;BYMONTHDAY=5,15,25"]),
    ],
)
def test_months_share_the_day_of_the_last(cell, expected):
    assert read(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2024年6月、12月底前", ["~2024-06-30", "~2024-12-31"]),
        ("2024年6月、2025年6月底前", ["~2024-06-30", "~2025-06-30"]),
        ("2024年3、6、9月底前", ["~2024-03-31", "~2024-06-30", "~2024-09-30"]),
        ("2024年2、9月底", ["~2024-02-29", "~2024-09-30"]),
        ("2024年3、9月", ["2024-03-01~2024-03-31", "2024-09-01~2024-09-30"]),
        ("2024年3月、6月、9月10日前", ["~2024-03-10", "~2024-06-10", "~2024-09-10"]),
        ("2024年6月、9月、12月上旬", ["2024-06-01~2024-06-10", "2024-09-01~2024-09-10", "2024-12-01~2024-12-10"]),
        ("2024年一、二、三季度末", ["~2024-03-31", "~2024-06-30", "~2024-09-30"]),
        ("明年6月、12月底前", ["~2024-06-30", "~2024-12-31"]),
        ("2022年10月、12月底前", ["~2022-10-31", "~2022-12-31"]),
        # the next year's, and no list
        ("2022年10月、3月底前", ["~2022-10-31", "~2023-03-31"]),
        ("2022年3月底前，6月底前", ["~2022-03-31", "~2023-06-30"]),
    ],
)
def test_months_of_a_list_are_of_its_year(cell, expected):
    assert read(cell) == expected


def test_months_share_the_day_of_the_last_in_a_sentence():
    assert read("于5月、11月20日前报送总结。", column=False) == ["~2023-05-20", "~2023-11-20"]


def test_a_shared_day_of_two_is_told_as_doubtful():
    table = (
        "工作任务 | 责任单位 | 完成时限 |\n建立台账 | 县水利局 | 5月、11月20日前 |\n开展培训 | 县林业局 | 9月底前 |\n"
    )
    made = notice(f"青石县2023年任务分解表\n{table}")
    assert [d.basis for d in made.schemes[0].items[0].deadlines] == ["repaired", "document_year"]
    assert "date_repaired" in codes(made)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1、6月底前；2、9月底前", ["~2023-06-30", "~2023-09-30"]),
        ("1、6月底前", ["~2023-06-30"]),
        ("1、10月", ["2023-10-01~2023-10-31"]),
        ("1、3月底前编制方案 2、9月底前建成", ["~2023-03-31", "~2023-09-30"]),
        # months all the same
        ("9、10月底前", ["~2023-09-30", "~2023-10-31"]),
        ("1、4、7月底前", ["~2023-01-31", "~2023-04-30", "~2023-07-31"]),
    ],
)
def test_the_number_of_a_step_is_no_month(cell, expected):
    assert read(cell) == expected


def test_the_number_of_the_next_step_is_no_milestone():
    cell = text("1. 6月底前 2. 12月底前")
    assert milestones(cell, deadlines(cell, 2023, header=True)) == [None, None]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("每半月", ["FREQ=MONTHLY;BYMONTHDAY=15,-1"]),
        ("每半月一次", ["FREQ=MONTHLY;BYMONTHDAY=15,-1"]),
        ("每半年", ["FREQ=MONTHLY;INTERVAL=6"]),
        ("每月末周五", ["FREQ=MONTHLY;BYDAY=-1FR"]),
        ("每月第一个周三前", ["FREQ=MONTHLY;BYDAY=1WE"]),
        ("每月最后一个星期五", ["FREQ=MONTHLY;BYDAY=-1FR"]),
        ("每月第二周周三", []),  # of its second week, or the second one
        ("每年5月、11月中旬", []),
        ("去年6月、12月10日前", []),
        ("每年5月、11月", ["FREQ=YEARLY;BYMONTH=5,11"]),
        ("隔周周五", []),
        ("隔周", ["FREQ=WEEKLY;INTERVAL=2"]),
        ("每月末", ["FREQ=MONTHLY;BYMONTHDAY=-1"]),
        ("每季度末前5日", []),
        ("每季度末前", ["FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"]),
        ("每月终了后8日内", ["FREQ=MONTHLY;BYMONTHDAY=8"]),
        ("每月25日前（12月为20日前）", []),
        ("7月后", []),
        ("7月以后", []),
        ("后三季度", []),
        ("前三季度", ["2023-01-01~2023-09-30"]),
        ("6月底前（含6月）", ["~2023-06-30"]),
    ],
)
def test_a_word_beside_a_time_changes_it(cell, expected):
    assert read(cell) == expected


@pytest.mark.parametrize("sentence", ["3月12日前后开展义务植树。", "5月1日前后组织检查。", "每月末周五组织学习。"])
def test_around_a_day_is_no_deadline_of_a_sentence(sentence):
    assert read(sentence, column=False) == []


@pytest.mark.parametrize("sentence", ["3月、6月底前建成的项目。", "2022年3月、6月底前登记的企业。"])
def test_dates_of_a_list_limit_a_class_as_its_last_does(sentence):
    assert read(sentence, column=False) == []


def test_a_weekday_of_each_month_is_due_in_a_sentence():
    assert read("每月第一个周五前报送进度。", column=False) == ["FREQ=MONTHLY;BYDAY=1FR"]
    assert read("6月底前后续工程完工。", column=False) == ["~2023-06-30"]
