"""Findings: each kind is made by what it names, and not by what is right."""

import pytest

from pipeline.checks.catalog import CATALOG, finding
from tests.making import codes, notice

TABLE = "自评表\n工作任务\t具体要求\t自评分\n"


def form(*rows):
    return notice(TABLE + "\n".join(rows) + "\n")


def test_every_message_fills_from_its_figures():
    figures = dict.fromkeys(
        ["label", "stated", "sum", "score", "full", "raw", "value", "number", "before", "parts", "margin", "count", "due", "issued", "name", "text", "page", "named", "told", "encoding", "header", "role", "other", "roles", "taken", "left", "word", "columns"], "x"
    )  # fmt: skip
    for code, entry in CATALOG.items():
        made = finding(code, "", None, **figures)
        assert made.severity == entry.severity
        assert "{" not in made.message


def test_self_scores_are_added_up_and_held_to_full_marks():
    rows = [
        "一、公开（5%）\t按时公开各类政府信息并且及时更新内容。\t5",
        "二、回应（5%）\t及时回应社会关切并且做好舆情处置工作。\t6",
        "总分\t\t12",
    ]
    assert codes(form(*rows)) == ["self_total_sum", "self_score_above_full"]


def test_right_self_scores_make_no_finding():
    rows = [
        "一、公开（5%）\t按时公开各类政府信息并且及时更新内容。\t5",
        "二、回应（5%）\t及时回应社会关切并且做好舆情处置工作。\t4",
        "总分\t\t9",
    ]
    made = form(*rows)
    assert (codes(made), int(made.schemes[0].self_total)) == ([], 9)


def test_repairs_are_marked_and_found():
    made = notice(
        "2020年考核细则\n一、加强公开(10%\n（一）编制目录（4%）。202012月底前编制目录。\n（二）发布年报（6%）。131日前公布年报。\n"
    )
    assert codes(made) == ["amount_repaired", "date_repaired", "date_repaired"]
    assert made.schemes[0].items[0].weight.basis == "repaired"


def test_a_month_with_nothing_but_before_has_two_readings():
    made = notice("2021年工作要点\n一、加强公开\n1.编制目录，6月前完成。\n2.发布年报，6月底前完成。\n")
    assert codes(made) == ["date_ambiguous"]
    assert str(made.schemes[0].items[0].children[0].deadlines[0].due) == "2021-06-30"


def test_a_deadline_before_the_notice_was_issued():
    made = notice(
        "某县人民政府关于印发2020年工作方案的通知\n各部门：\n现印发给你们。\n2020年8月1日\n2020年工作方案\n一、加强公开\n1.更新目录。5月底前完成更新。\n"
    )
    assert codes(made) == ["deadline_before_issue"]
    assert "2020-05-31" in made.findings[0].message


def test_an_unknown_agency_is_reported_once():
    made = notice(
        "工作要点\n一、加强公开\n1.更新目录。加快更新。（县奇事局牵头）\n2.整理档案。加快整理。（县奇事局、县财政局负责）\n"
    )
    assert [(f.code, f.pointer) for f in made.findings] == [
        ("agency_unknown", "/schemes/0/items/0/children/0/responsible/0")
    ]


def test_a_notice_without_a_scheme_is_converted_with_a_finding():
    made = notice("关于召开会议的通知\n各部门：\n兹定于下周召开会议，请准时参加。\n")
    assert (made.schemes, codes(made)) == ((), ["no_scheme"])
    assert made.coverage == 1.0


@pytest.mark.parametrize("rows", [["公开（10%）", "及时（6%）"], ["公开（10%）", "及时（6分）", "准确（4分）"]])
def test_sums_that_cannot_be_judged_are_not(rows):
    lines = [f"一、{rows[0]}", *(f"（{'一二三'[i]}）{r}" for i, r in enumerate(rows[1:]))]
    found = [c for c in codes(notice("考核细则\n" + "\n".join(lines) + "\n")) if c == "children_sum"]
    assert found == (["children_sum"] if len(rows) == 2 else [])


@pytest.mark.parametrize("numbers", [("1-1", "1-2", "2-1"), ("1.1", "1.2", "2.1")])
def test_a_count_within_another_begins_again(numbers):
    rows = [f"| {n} | {word}事项 | 建立{word}机制 |" for n, word in zip(numbers, "甲乙丙", strict=True)]
    made = notice("2023年望川县改革任务清单\n| 序号 | 改革事项 | 改革举措 |\n" + "\n".join(rows) + "\n")
    assert codes(made) == []


def test_a_label_from_which_nothing_was_read_is_said():
    made = notice(
        "2023年望川县重点任务清单\n1．清理欠款。每季度通报。责任单位：见附表，完成时限：另行通知。请抓紧落实到位。\n"
        "2．公开预算。完善目录。责任单位：县财政局。完成时限：6月底前。\n"
    )
    told = [(f.pointer, f.message) for f in made.findings if f.code == "label_unread"]
    assert told == [
        ("/schemes/0/items/0", "“清理欠款” says “责任单位”, but nothing was read from it"),
        ("/schemes/0/items/0", "“清理欠款” says “完成时限”, but nothing was read from it"),
    ]


@pytest.mark.parametrize("words", ["春节前", "汛期前", "秋季开学前", "按上级要求"])
def test_words_for_a_deadline_from_which_no_time_was_read_are_said(words):
    lines = (
        f"1.修缮校舍。\n责任单位：县教育局\n完成时限：{words}\n2.公开预算。\n责任单位：县财政局\n完成时限：6月底前\n"
    )
    table = f"工作任务 | 责任单位 | 完成时限 |\n修缮校舍 | 县教育局 | {words} |\n公开预算 | 县财政局 | 6月底前 |\n"
    for made in (notice(f"2023年望川县重点任务清单\n{text}") for text in (lines, table)):
        told = [f.message.replace("。”", "”") for f in made.findings if f.code == "label_unread"]
        assert told == ["“修缮校舍” says “完成时限”, but nothing was read from it"]


def test_a_time_limit_that_a_task_is_about_is_no_label():
    made = notice(
        "2023年望川县重点任务清单\n1.优化服务。压缩审批时限：由5天压至3天。（县教育局）\n2.公开预算。（县财政局）\n"
    )
    assert "label_unread" not in codes(made)


def test_a_deadline_that_only_wants_a_year_is_said_once():
    made = notice("望川县重点任务清单\n1.修缮校舍。\n完成时限：6月底前\n2.公开预算。\n完成时限：9月底前\n")
    assert {f.code for f in made.findings} == {"deadline_without_year"}


@pytest.mark.parametrize("header", ["完成时限", "竣工时间"])
@pytest.mark.parametrize("words", ["6/31", "24/7", "Q2", "按省市要求", "13月底前", "15", "√"])
def test_whatever_stands_in_a_deadline_cell_and_was_not_read_is_said(words, header):
    table = f"工作任务 | 责任单位 | {header} |\n修缮校舍 | 县教育局 | {words} |\n公开预算 | 县财政局 | 6月底前 |\n"
    made = notice(f"2023年望川县重点任务清单\n{table}")
    told = [f.message for f in made.findings if f.code == "label_unread"]
    assert told == [f"“修缮校舍” says “{header}”, but nothing was read from it"]
    assert "deadline_missing" not in codes(made)


def test_a_deadline_cell_that_was_not_read_is_said_beside_a_date_in_the_text():
    table = (
        "工作任务 | 具体要求 | 完成时限 |\n修缮校舍 | 6月底前完成勘察。 | 开学前 |\n公开预算 | 完善目录。 | 6月底前 |\n"
    )
    made = notice(f"2023年望川县重点任务清单\n{table}")
    assert codes(made) == ["label_unread"]


@pytest.mark.parametrize("words", ["3个月内", "三个月内完成", "半年内", "60日内", "15个工作日", "工期6个月"])
def test_a_time_without_its_start_is_no_deadline_and_is_said(words):
    table = f"工作任务 | 责任单位 | 完成时限 |\n修缮校舍 | 县教育局 | {words} |\n公开预算 | 县财政局 | 6月底前 |\n"
    made = notice(f"2023年望川县重点任务清单\n{table}")
    assert [f.message for f in made.findings] == [
        f"“修缮校舍” may take as long as “{words}” says, but not from when; no deadline was read"
    ]
    assert not made.schemes[0].items[0].deadlines


@pytest.mark.parametrize(
    ("words", "code"),
    [("汛期前完成", "label_unread"), ("春节前", "label_unread"), ("3个月内完成", "deadline_without_start")],
)
def test_a_time_beside_units_that_was_not_read_is_said(words, code):
    made = notice(
        f"2023年望川县重点任务清单\n1.修缮校舍。推进改造。（县教育局负责，{words}）\n2.公开预算。完善目录。（县财政局，6月底前）\n"
    )
    assert codes(made) == [code]
    assert words in made.findings[0].message


@pytest.mark.parametrize("words", ["重点任务", "城区范围内", "每校1次"])
def test_other_words_beside_units_are_no_time(words):
    made = notice(
        f"2023年望川县重点任务清单\n1.修缮校舍。推进改造。（县教育局负责；{words}）\n2.公开预算。完善目录。（县财政局，6月底前）\n"
    )
    assert codes(made) == []


def test_a_label_behind_a_stop_keeps_its_words():
    made = notice(
        "2023年望川县重点任务清单\n1.修缮校舍。推进改造。责任单位：县教育局。完成时限：见附表。\n"
        "2.公开预算。完善目录。责任单位：县财政局。完成时限：6/30前。\n"
    )
    first, second = made.schemes[0].items
    assert first.extra == {"完成时限": "见附表"}
    assert [str(d.due) for d in second.deadlines] == ["2023-06-30"]
    assert codes(made) == ["label_unread"]


def test_a_time_with_its_start_is_a_deadline():
    table = (
        "工作任务 | 责任单位 | 完成时限 |\n修缮校舍 | 县教育局 | 方案印发后3个月内 |\n公开预算 | 县财政局 | 6月底前 |\n"
    )
    made = notice(f"2023年望川县重点任务清单\n{table}")
    assert codes(made) == []
    assert [(d.duration, d.after) for d in made.schemes[0].items[0].deadlines] == [("P3M", "方案印发")]


@pytest.mark.parametrize("words", ["无", "待定", "/", "——", ""])
def test_a_deadline_cell_without_one_is_missing_whatever_other_columns_say(words):
    rows = f"修缮校舍 | 王某某 | 县教育局 | {words} |\n公开预算 | 李某某 | 县财政局 | 6月底前 |\n"
    made = notice(f"2023年望川县重点任务清单\n工作任务 | 牵头领导 | 责任单位 | 完成时限 |\n{rows}")
    assert codes(made) == ["deadline_missing"]


@pytest.mark.parametrize("words", ["无", "/", "6月底前，分步推进", "长期推进"])
def test_no_deadline_and_one_that_was_read_are_not_said_unread(words):
    table = f"工作任务 | 责任单位 | 完成时限 |\n修缮校舍 | 县教育局 | {words} |\n公开预算 | 县财政局 | 6月底前 |\n"
    assert "label_unread" not in codes(notice(f"2023年望川县重点任务清单\n{table}"))


def test_a_total_is_held_to_what_stands_below_names_without_marks():
    rows = "一级指标\t二级指标\t分值\n组织\t制定方案\t{0}\n\t落实专人\t20\n保障\t落实经费\t50\n合计\t\t100\n"
    wrong, right = (notice("2022年望川县考核评分表\n" + rows.format(first)) for first in (40, 30))
    assert [f.message for f in wrong.findings] == ["the total states 100, the top level adds up to 110"]
    assert codes(right) == []


@pytest.mark.parametrize(
    ("number", "told"), [("望政办〔20233", ["number_repaired"]), ("望政办〔2023〕3号", []), ("望政办[2023]3号", [])]
)
def test_a_document_number_that_lost_a_bracket_is_said(number, told):
    made = notice(f"关于印发望川县2023年考核细则的通知\n{number}\n一、公开（60分）\n二、解读（40分）\n")
    assert made.document_number.startswith("望政办〔2023〕3")
    assert codes(made) == told


STATE = "望川县2024年改厕工作要点\n{}一、户厕改造\n1.推进改造。{}。\n2.建立台账。每户一档。\n"


@pytest.mark.parametrize(
    ("words", "doubtful"),
    [
        ("截至6月底，累计完成1200户", True),
        ("截止2024年6月底完成改造300户", True),
        ("截至6月底前，累计完成1200户", False),
        ("6月底前，累计完成1200户", False),
        ("截至6月底，须完成1200户", False),
        ("截至6月底，全面完成改造", False),
    ],
)
def test_what_may_be_so_by_a_date_is_told_as_doubtful(words, doubtful):
    made = notice(STATE.format("", words))
    assert ("deadline_or_state" in codes(made)) == doubtful
    assert "deadline_or_state" not in codes(notice(STATE.format("望建发〔2024〕3号\n2024年1月8日\n", words)))
