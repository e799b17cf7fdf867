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
