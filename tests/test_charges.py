"""Marks that a rule gives or takes in a numbered line: they are never the line's full marks."""

import pytest

from extractors.amounts import labelled_amount, scheme_total
from extractors.bare_rules import bare_rule
from extractors.priced_points import priced_points
from tests.making import codes, flatten, notice, outline, page, text

LINES = """望川县环境整治考核评分标准
一、日常保洁（100分）
1.被市级通报的扣除5分，被县级通报的扣除2分。
2.漏收垃圾扣责任人2分。
3.发现焚烧垃圾一次扣村5分，逾期不改的扣村10分。
4.未完成任务的扣去4分。
5.被约谈的每次减去2分，被问责的减去5分。
二、加分项
1.获国家级表彰奖励5分，省级表彰奖励3分。
"""


def test_the_amount_behind_a_verb_or_behind_who_is_charged_is_no_full_marks():
    items = [item for item in flatten(notice(LINES).schemes[0].items) if item.level == 2]
    assert [(item.title, item.points) for item in items] == [(None, None)] * 6
    assert [item.requirement for item in items] == [line[2:] for line in LINES.splitlines() if line[0].isdigit()]


def test_what_is_taken_from_a_responsible_person_or_a_village_is_a_rule_of_its_line():
    items = [item for item in flatten(notice(LINES).schemes[0].items) if item.level == 2]
    assert [[(r.effect, int(r.amount), r.per) for r in item.scoring_rules] for item in items] == [
        [("deduct", 5, None), ("deduct", 2, None)],
        [("deduct", 2, None)],
        [("deduct", 5, "次"), ("deduct", 10, None)],
        [("deduct", 4, None)],
        [("deduct", 2, "次"), ("deduct", 5, None)],
        [("add", 5, None), ("add", 3, None)],
    ]


@pytest.mark.parametrize(
    "words",
    [
        "弄虚作假的，扣总分20分。",
        "扣除该单位年度考核总分20分",
        "被表彰的加总分20分",
        "减去村级总分20分",
        "弄虚作假的，扣的总分20分",
    ],
)
def test_a_total_that_marks_are_taken_from_is_not_stated(words):
    assert scheme_total(text(words)) is None
    assert labelled_amount(text(words)) is None


@pytest.mark.parametrize(
    "words", ["总分100分", "考核总分100分，扣完为止", "未完成的扣2分。总分100分", "参加考核总分100分"]
)
def test_a_total_beside_rules_is_stated(words):
    assert scheme_total(text(words)).value.value == 100


def test_a_deduction_from_the_total_is_neither_the_schemes_total_nor_the_items_full_marks():
    lines = "一、日常保洁\n1.未清扫的扣2分。\n二、扣分项\n1.弄虚作假的，扣总分20分。\n2.数据造假。扣总分20分。\n"
    (made,) = notice(f"望川县环境整治考核评分标准\n{lines}").schemes
    assert made.total is None
    assert [(item.points, len(item.scoring_rules)) for item in flatten(made.items) if item.level == 2] == [
        (None, 1)
    ] * 3


@pytest.mark.parametrize(
    ("cell", "least", "most", "per"),
    [
        ("每次1-2分", 1, 2, "次"),
        ("1-3分/次", 1, 3, "次"),
        ("5—10分/处", 5, 10, "处"),
        ("1分至3分/人", 1, 3, "人"),
        ("1分-3分/次", 1, 3, "次"),
        ("2-5分", 2, 5, None),
    ],
)
def test_a_range_below_a_header_that_takes_marks(cell, least, most, per):
    rows = [["序号", "考核内容", "扣分标准"], ["1", "乱堆乱放", cell], ["2", "台账不全", "3分/次"]]
    (rule,) = page("青石县环境整治考核表", rows).schemes[0].items[0].scoring_rules
    assert (rule.effect, rule.min, rule.amount, rule.per, rule.condition) == ("deduct", least, most, per, None)


@pytest.mark.parametrize("cell", ["85-89分", "10-5分/次"])
def test_a_grade_and_what_falls_are_no_range_of_marks(cell):
    assert bare_rule(text(cell), "deduct") is None


def test_a_heading_and_its_first_child_in_one_line_have_their_own_full_marks():
    lines = (
        "一、考核内容（100分）\n（一）日常工作（30分）\n1.领导接访（30分）。未接访的扣2分。\n"
        "（二）年度目标（共计70分）1.积案化解（40分）。未化解的每件扣2分。\n2.信访秩序（30分）。上访的每人次扣2分。\n"
    )
    made = notice(f"青石县信访工作考核办法\n{lines}")
    assert outline(made.schemes[0].items) == [
        ("一、", "考核内容", 100, [
            ("（一）", "日常工作", 30, [("1.", "领导接访", 30)]),
            ("（二）", "年度目标", 70, [("1.", "积案化解", 40), ("2.", "信访秩序", 30)]),
        ]),
    ]  # fmt: skip
    assert [r.effect for item in flatten(made.schemes[0].items) for r in item.scoring_rules] == ["deduct"] * 3
    assert codes(made) == []


@pytest.mark.parametrize(
    "line",
    [
        "（二）年度目标（70分）1.化解积案，稳定秩序。",
        "年度目标（70分）1.积案化解（40分）",
        "（二）目标（70分）1.5倍计分（4分）",
        "（二）目标（2项）1.积案（40分）",
    ],
)
def test_what_is_no_heading_with_its_first_priced_point(line):
    assert len(priced_points(text(line))) == 1
