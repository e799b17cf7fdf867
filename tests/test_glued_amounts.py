"""Amounts in 分 that the next item's number is glued to, in a table or an outline run together in one paragraph."""

import pytest

from tests.making import codes, flatten, notice

HEAD = "松岭县2026年档案工作考核细则\n\n"
ITEMS = "一、制度建设（20分）1、健全制度3分2、落实专人5分3、定期培训12分二、库房管理（80分）1、温湿度达标30分2、防火防盗50分\n"


def _read(words):
    made = notice(HEAD + words)
    items = flatten(made.schemes[0].items)
    return [(i.marker, i.title or i.requirement, int(i.points.value) if i.points else None) for i in items]


EXPECTED = [
    ("一、", "制度建设", 20), ("1、", "健全制度", 3), ("2、", "落实专人", 5), ("3、", "定期培训", 12),
    ("二、", "库房管理", 80), ("1、", "温湿度达标", 30), ("2、", "防火防盗", 50),
]  # fmt: skip


def test_below_a_header():
    words = f"考核内容分值备注{ITEMS}"
    assert _read(words) == EXPECTED
    assert not {"marks_untaken", "points_missing", "children_sum"} & set(codes(notice(HEAD + words)))


def test_in_one_paragraph_without_a_header_or_a_section():
    assert _read("1、健全制度3分2、落实专人5分3、定期培训12分4、温湿度达标80分\n") == [
        ("1、", "健全制度", 3), ("2、", "落实专人", 5), ("3、", "定期培训", 12), ("4、", "温湿度达标", 80),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "1、未建台账扣3分2、未设专人扣5分3、未培训扣12分\n",
        "1、健全制度，每项得3分2、落实专人，每人得5分\n",
        "1、健全制度3分3、落实专人5分2、定期培训12分\n",
        "1、建立3分2厘地的台账，按月核对。\n",
    ],
)
def test_rules_and_numbers_that_do_not_count_on_are_cut_nowhere(words):
    made = notice(HEAD + "一、制度建设（100分）\n" + words)
    assert [i.requirement or i.title for i in flatten(made.schemes[0].items)][1:] == [words[2:].strip()]
