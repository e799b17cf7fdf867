"""The first body of a list leads where a header or a note says so, and nowhere else."""

import pytest

from extractors.first_leads import says_first_leads
from tests.making import codes, notice

ROWS = "编制名录 | 县统计局、县财政局、各乡镇 | 6月底前 |\n建立台账 | 县水利局 | 9月底前 |\n修缮校舍 | 县教育局，住建局 | 9月底前 |\n"


def roles(made):
    return [[(u.role, u.name, u.basis) for u in i.responsible] for i in made.schemes[0].walk() if i.responsible]


LED = [
    [("lead", "县统计局", "inherited"), ("responsible", "县财政局", "stated"), ("responsible", "各乡镇", "stated")],
    [("responsible", "县水利局", "stated")],
    [("lead", "县教育局", "inherited"), ("responsible", "县住建局", "prefix_restored")],
]


@pytest.mark.parametrize(
    "header",
    [
        "责任单位（排在首位的为牵头单位）",
        "责任单位（第一个单位为牵头单位）",
        "责任单位（列首位的为牵头单位）",
        "责任单位（首位为牵头单位）",
    ],
)
def test_a_header_says_that_the_first_leads(header):
    made = notice(f"2023年望川县重点任务清单\n工作任务 | {header} | 完成时限 |\n{ROWS}")
    assert roles(made) == LED
    assert [f.message for f in made.findings] == [
        f"the first body of 2 lists was read as in the lead, as “{header}” says"
    ]


@pytest.mark.parametrize("note", ["注：责任单位中排在第一位的为牵头单位。", "备注：列第一的责任单位为牵头单位。"])
def test_a_note_below_the_table_says_it_of_all_lists(note):
    made = notice(f"2023年望川县重点任务清单\n工作任务 | 责任单位 | 完成时限 |\n{ROWS}{note}\n")
    assert roles(made) == LED


def test_a_note_in_a_cell_speaks_for_its_list_and_for_those_below_where_it_says_so():
    own = ROWS.replace("各乡镇 |", "各乡镇（列首位的为牵头单位） |")
    made = notice(f"2023年望川县重点任务清单\n工作任务 | 责任单位 | 完成时限 |\n{own}")
    assert [[role for role, _, _ in row] for row in roles(made)] == [
        ["lead", "responsible", "responsible"], ["responsible"], ["responsible", "responsible"],
    ]  # fmt: skip
    below = ROWS.replace("各乡镇 |", "各乡镇（列首位的为牵头单位，下同） |")
    assert roles(notice(f"2023年望川县重点任务清单\n工作任务 | 责任单位 | 完成时限 |\n{below}")) == LED


def test_stated_roles_are_left_alone():
    rows = "编制名录 | 县统计局、县财政局牵头，县审计局配合 | 6月底前 |\n建立台账 | 县水利局、县财政局 | 9月底前 |\n"
    made = notice(f"2023年望川县重点任务清单\n工作任务 | 责任单位（排在首位的为牵头单位） | 完成时限 |\n{rows}")
    assert [[role for role, _, _ in row] for row in roles(made)] == [
        ["lead", "lead", "support"],
        ["lead", "responsible"],
    ]


def test_a_note_before_the_tasks_speaks_for_all_of_them():
    made = notice(
        "2023年望川县重点任务清单\n一、总体要求\n坚持稳中求进。各项任务中排在首位的为牵头单位。\n二、重点任务\n"
        "1.编制名录。（责任单位：县统计局、县财政局）\n2.建立台账。（责任单位：县水利局、县审计局）\n"
    )
    assert [[role for role, _, _ in row] for row in roles(made)] == [["lead", "responsible"]] * 2


@pytest.mark.parametrize("note", ["排在首位的为牵头单位，下同", "排在首位的爲牽頭單位，下同"])
def test_a_note_behind_the_names_of_a_bracket(note):
    made = notice(
        "2023年望川县稳增长若干措施\n一、减轻负担\n"
        f"1.落实优惠。下调标准。（责任单位：县税务局、县财政局，{note}）\n2.推行弹性出让。（责任单位：县自然资源局、县住建局）\n"
    )
    assert [[role for role, _, _ in row] for row in roles(made)] == [["lead", "responsible"]] * 2
    assert [f.message for f in made.findings] == [
        f"the first body of 2 lists was read as in the lead, as “{note}” says"
    ]


@pytest.mark.parametrize(
    "words",
    ["排名第一的乡镇为先进单位", "第一书记为牵头人", "第一责任人为主要领导", "排在首位的为县财政局", "首位度为30%", "第一单位为县财政局",
     "牵头单位为县教育局", "第一责任单位为县教育局", "首位产业牵头单位为县工信局", "第一批项目牵头单位"],
)  # fmt: skip
def test_words_that_say_nothing_of_who_leads(words):
    assert not says_first_leads(words)


@pytest.mark.parametrize(
    "words",
    ["排在首位的为牵头单位", "列第一位的为牵头单位", "排名第一位的为牵头单位", "第一个单位为牵头单位", "排第一的单位为牵头单位", "列首位的为主办单位",
     "首位单位为牵头单位", "第一家为牵头单位", "牵头单位排在首位", "排列首位的是牵头部门", "第一个部门为牵头部门", "位列第一的责任部门为牵头部门"],
)  # fmt: skip
def test_words_that_say_that_the_first_leads(words):
    assert says_first_leads(words)


def test_without_a_note_nobody_leads_by_place():
    made = notice(f"2023年望川县重点任务清单\n工作任务 | 责任单位 | 完成时限 |\n{ROWS}")
    assert {role for row in roles(made) for role, _, _ in row} == {"responsible"}
    assert codes(made) == []
