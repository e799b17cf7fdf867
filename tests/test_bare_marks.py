"""Bare numbers at the end of headings, which white space or a colon sets apart: full marks where a sum tells that."""

import pytest

from tests.making import flatten, notice, outline

TITLE = "云溪县2026年村干部考核办法\n"
POINTS = "一、共性职责{0}\n（一）学习教育{1}10\n缺席1次扣1分。\n（二）坐班值班{1}20\n（三）民事代办{1}{2}\n"


@pytest.mark.parametrize("over", ["（60分）", " 60分"])
@pytest.mark.parametrize("between", [" ", "　", "    ", "："])
def test_they_come_to_what_the_heading_above_is_worth(over, between):
    made = notice(
        f"{TITLE}{POINTS.format(over, between, 30)}二、岗位职责{over.replace('60', '40')}\n（一）组务管理{between}40\n"
    )
    assert outline(made.schemes[0].items) == [
        ("一、", "共性职责", 60, [("（一）", "学习教育", 10), ("（二）", "坐班值班", 20), ("（三）", "民事代办", 30)]),
        ("二、", "岗位职责", 40, [("（一）", "组务管理", 40)]),
    ]


def _marks(words):
    made = notice(TITLE + words)
    return [i.points for s in made.schemes for i in flatten(s.items) if (i.marker or "").startswith("（")]


def test_elsewhere_they_are_no_marks():
    assert _marks(POINTS.format("（60分）", " ", 25)) == [None] * 3
    assert _marks(POINTS.format("", " ", 30)) == [None] * 3


def test_nor_where_nothing_sets_them_apart():
    assert _marks(POINTS.format("（60分）", "", 30)) == [None] * 3


def test_nor_where_others_of_their_kind_have_none():
    assert _marks(POINTS.format("（60分）", " ", 30) + "（四）按时到岗\n") == [None] * 4


@pytest.mark.parametrize("between", ["", " ", "　　"])
def test_so_do_those_behind_sentences(between):
    made = notice(
        f"{TITLE}一、组织领导（20分）\n1、成立专班，制定方案。{between}5\n2、每年开2次会，少1次扣1分；{between}15\n"
        f"二、业务建设（80分）\n1、归档率达到95%。{between}30\n2、分类科学。{between}50\n"
    )
    leaves = [leaf for item in made.schemes[0].items for leaf in item.children]
    assert [(x.requirement, x.points and int(x.points.value)) for x in leaves] == [
        ("成立专班，制定方案。", 5), ("每年开2次会，少1次扣1分；", 15), ("归档率达到95%。", 30), ("分类科学。", 50),
    ]  # fmt: skip


def test_counts_that_a_sentence_leads_to_are_none():
    words = f"{TITLE}一、组织领导（20分）\n（一）成立专班，单位不少于 5\n（二）每年会议达到 10\n（三）人员满 5\n"
    assert [i.points for i in flatten(notice(words).schemes[0].items)][1:] == [None] * 3


COLON = "{0}一、组织领导（20分）\n（1）5分：成立专班\n（2）{1}分：制定方案，缺1项扣2分\n二、业务建设（80分）\n（1）80分：按时归档\n"


def test_so_do_marks_before_a_colon():
    assert outline(notice(COLON.format(TITLE, 15)).schemes[0].items) == [
        ("一、", "组织领导", 20, [("（1）", "成立专班", 5), ("（2）", "制定方案，缺1项扣2分", 15)]),
        ("二、", "业务建设", 80, [("（1）", "按时归档", 80)]),
    ]


def test_grades_before_a_colon_are_none():
    assert [i.points for i in flatten(notice(COLON.format(TITLE, 10)).schemes[0].items) if i.level > 1] == [None] * 3
