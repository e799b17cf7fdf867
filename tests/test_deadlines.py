"""Deadlines: one expected value, the forms it takes, and what is none. The notice's year is 2020."""

import pytest

from extractors.deadline_forms import FORMS
from extractors.deadlines import deadlines, is_about_time
from tests.making import text

YEAR = 2020


def read(words, *, column=False, header=False):
    return deadlines(text(words), YEAR, column=column, header=header)


@pytest.mark.parametrize(("form", "example"), [(f, e) for f in FORMS for e in f.examples], ids=lambda x: str(x)[:16])
def test_every_example_is_read(form, example):
    assert read(example, column=form.bare, header=form.header)


def test_a_slash_tells_a_day_below_a_deadlines_header_only():
    assert [f.value.value.due.isoformat() for f in read("6/30前", header=True)] == ["2020-06-30"]
    assert not read("6/30前", column=True)
    assert not is_about_time(text("6/30"))


@pytest.mark.parametrize(
    ("words", "raw", "due", "basis"),
    [
        ("11月底前编制完成", "11月底前", "2020-11-30", "document_year"),
        ("2021年1月20日前报送", "2021年1月20日前", "2021-01-20", "stated"),
        ("于2021年3月15日前报送", "2021年3月15日前", "2021-03-15", "stated"),
        ("10月上旬前完成", "10月上旬前", "2020-10-10", "document_year"),
        ("２月中旬前", "２月中旬前", "2020-02-20", "document_year"),
        ("2020年底前初步解决", "2020年底前", "2020-12-31", "stated"),
        ("各市年底前对政府网站", "年底前", "2020-12-31", "document_year"),
        ("明年6月底前", "明年6月底前", "2021-06-30", "document_year"),
        ("年内完成专区建设", "年内", "2020-12-31", "document_year"),
        ("十一月底前", "十一月底前", "2020-11-30", "document_year"),
        ("2月底前", "2月底前", "2020-02-29", "document_year"),
        ("三季度末前", "三季度末前", "2020-09-30", "document_year"),
        ("202012月底前编制完成", "202012月底前", "2020-12-31", "repaired"),
        ("131日前集中向社会公布", "131日前", "2020-01-31", "repaired"),
    ],
)
def test_dates(words, raw, due, basis):
    (found,) = read(words)
    assert (found.text.raw, str(found.value.value.due), found.value.value.basis) == (raw, due, basis)


@pytest.mark.parametrize(
    ("words", "raw", "duration", "working", "after"),
    [
        ("复函自签发之日起10个工作日内公开", "自签发之日起10个工作日内", "P10D", True, "签发"),
        ("在收到留言咨询之日起3个工作日内完成", "收到留言咨询之日起3个工作日内", "P3D", True, "收到留言咨询"),
        ("要于任务分工印发后一个月内梳理", "任务分工印发后一个月内", "P1M", False, "任务分工印发"),
        ("设施损坏后5个工作日内修复", "设施损坏后5个工作日内", "P5D", True, "设施损坏"),
        ("决定作出之日起7个工作口内公示", "决定作出之日起7个工作口内", "P7D", True, "决定作出"),
    ],
)
def test_relative_deadlines(words, raw, duration, working, after):
    (found,) = read(words)
    value = found.value.value
    assert (found.text.raw, value.kind, value.duration, value.working_days) == (raw, "relative", duration, working)
    assert found.value.after.chars == after


@pytest.mark.parametrize(
    ("cell", "kind", "start", "due"),
    [
        ("持续推进", "continuous", "None", "None"),
        ("立行立改", "immediate", "None", "None"),
        ("2024年一季度", "period", "2024-01-01", "2024-03-31"),
        ("下半年", "period", "2020-07-01", "2020-12-31"),
        ("9月", "period", "2020-09-01", "2020-09-30"),
        ("12月中旬", "period", "2020-12-11", "2020-12-20"),
        ("全年", "period", "2020-01-01", "2020-12-31"),
        ("12月10日", "date", "None", "2020-12-10"),
    ],
)
def test_bare_spans_count_in_a_column_only(cell, kind, start, due):
    (found,) = read(cell, column=True)
    value = found.value.value
    assert (value.kind, str(value.start), str(value.due)) == (kind, start, due)
    assert read(cell) == []


def test_recurring_deadlines_are_rrules():
    assert [f.value.value.recurrence for f in read("每季度末月25日前报送")] == [
        "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"
    ]
    assert [f.value.value.recurrence for f in read("每月5日前报送")] == ["FREQ=MONTHLY;BYMONTHDAY=5"]


def test_two_kinds_in_one_cell_are_two():
    assert [f.value.value.kind for f in read("立行立改，长期坚持", column=True)] == ["immediate", "continuous"]


@pytest.mark.parametrize(
    "words",
    ["不超过3个工作日的反馈时限要求", "5个工作日内办结", "按月公开", "每年至少开展一次培训", "2010年以来的文件", "在法定期限内答复", "会议结束后及时公开",
     "根据2020年度要点", "施行前刊登", "疫情防控常态化下", "压缩至3周以内", "第四十九条规定的时间", "13月底前", "111日前公布", "10分", "持续推进改革"],
)  # fmt: skip
def test_what_is_no_deadline_in_running_text(words):
    assert read(words) == []


def test_without_a_year_in_the_notice_none_is_invented():
    assert deadlines(text("11月底前"), None) == []
    assert str(deadlines(text("2020年11月底前"), None)[0].value.value.due) == "2020-11-30"


@pytest.mark.parametrize(
    ("printed", "start", "due"),
    [("2022年6月1日至6月30日", "2022-06-01", "2022-06-30"), ("7月—9月", "2022-07-01", "2022-09-30"), ("6月5日-10日", "2022-06-05", "2022-06-10"),
     ("10月至11月底", "2022-10-01", "2022-11-30"), ("11月1日至2月28日", "2022-11-01", "2023-02-28"),
     ("2022年11月至2023年3月", "2022-11-01", "2023-03-31"), ("6月中旬至7月上旬", "2022-06-11", "2022-07-10")],
)  # fmt: skip
def test_windows(printed, start, due):
    (found,) = deadlines(text(printed), 2022, column=True)
    assert (found.value.value.kind, str(found.value.value.start), str(found.value.value.due)) == ("period", start, due)
    assert found.text.raw == printed


@pytest.mark.parametrize("printed", ["每年3月至5月", "2022年6月31日至7月5日", "2022年6月10日至2022年6月1日"])
def test_what_is_no_window(printed):
    assert all(f.text.raw != printed for f in deadlines(text(printed), 2022, column=True))


@pytest.mark.parametrize(
    ("printed", "due"),
    [("到2025年，产量稳定", "2025-12-31"), ("到2022年底建成", "2022-12-31"), ("提高到2020年的水平", None), ("2019年到2021年，增长", None), ("到2021年底已建成5个", None)],
)  # fmt: skip
def test_until_a_year(printed, due):
    found = deadlines(text(printed), 2022)
    assert [str(f.value.value.due) for f in found] == ([due] if due else [])


@pytest.mark.parametrize(
    ("printed", "raw", "due"),
    [
        ("第一次6月底前，第二次12月底前", "12月底前", "2022-12-31"),
        ("首次5月31日前报送", "5月31日前", "2022-05-31"),
        ("请说明6月底前的进展", "6月底前", "2022-06-30"),
        ("原则上9月30日前完成", "9月30日前", "2022-09-30"),
        ("第一次年底前完成", "年底前", "2022-12-31"),
        ("次年6月底前完成", "次年6月底前", "2023-06-30"),
        ("明年3月底前完成", "明年3月底前", "2023-03-31"),
    ],
)
def test_a_word_that_ends_as_a_year_s_begins_names_none(printed, raw, due):
    found = deadlines(text(printed), 2022)[-1]
    assert (found.text.raw, str(found.value.value.due)) == (raw, due)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "每年8月底前完成自查，并于9月中旬前报送结果。",
            ["FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=20"],
        ),
        (
            "每年1月31日前编制计划，并在2月15日前印发。",
            ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=15"],
        ),
        ("每年开展一次普查，并于11月底前汇总。", ["FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1"]),
        ("每年召开推进会，6月底前完成整治。", ["2022-06-30"]),
        ("每年开展普查。并于11月底前汇总。", ["2022-11-30"]),
        ("每年1月31日前编制计划，2023年并于11月底前汇总。", ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", "2022-11-30"]),
        ("3月开工，10月中旬完工移交。", ["2022-03-31", "2022-10-20"]),
        ("5月底投产，9月中旬通车。", ["2022-05-31", "2022-09-20"]),
        ("11月上旬完工的项目优先拨付。", []),
        ("待3月底换届完成后启动，5月底前完成。", ["2022-05-31"]),
        ("待6月底前验收合格后拨付。", []),
        ("等待室6月底前改造完成。", ["2022-06-30"]),
        ("接待6月底前到访客商后报送情况。", ["2022-06-30"]),
    ],
)
def test_dates_that_hang_on_what_stands_before_them(words, expected):
    found = [f.value.value for f in deadlines(text(words), 2022)]
    assert [v.recurrence or str(v.due) for v in found] == expected


@pytest.mark.parametrize(
    ("cell", "spans"),
    [
        ("第1、3季度", [("2022-01-01", "2022-03-31"), ("2022-07-01", "2022-09-30")]),
        ("2、4季度", [("2022-04-01", "2022-06-30"), ("2022-10-01", "2022-12-31")]),
        ("1、3季度末", [(None, "2022-03-31"), (None, "2022-09-30")]),
        ("一、三季度", [("2022-01-01", "2022-03-31"), ("2022-07-01", "2022-09-30")]),
    ],
)
def test_quarters_of_a_list_in_figures(cell, spans):
    found = [f.value.value for f in deadlines(text(cell), 2022, column=True)]
    assert [(v.start and str(v.start), str(v.due)) for v in found] == spans
