"""Unnumbered paragraphs behind all numbered ones that begin with their kind: `加分项：获省级表彰加3分。`"""

import pytest

from tests.making import flatten, notice

HEAD = "松岭县党建考核办法\n"
ITEMS = "（一）主体责任（40分）\n少研究1次扣2分。\n（二）基层基础（60分）\n未按期换届扣10分。\n"
BONUS = "加分项：获省级表彰加3分，市级加2分。\n"


def _items(words):
    return [(i.level, i.marker, i.nature, len(i.scoring_rules)) for i in flatten(notice(HEAD + words).schemes[0].items)]


def test_they_are_items_of_their_own():
    assert _items(ITEMS + BONUS + "一票否决：发生违纪案件的，取消评优资格。\n") == [
        (1, "（一）", "base", 1), (1, "（二）", "base", 1), (1, None, "bonus", 2), (1, None, "veto", 1),
    ]  # fmt: skip


def test_beside_the_first_heading():
    words = f"一、考核内容\n{ITEMS}{BONUS}"
    assert [(level, nature) for level, _, nature, _ in _items(words)] == [
        (1, "base"), (2, "base"), (2, "base"), (1, "bonus"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ITEMS.replace("（二）", f"{BONUS}（二）") + BONUS,
        f"{ITEMS}加分项：另行规定。\n",
    ],
)
def test_those_of_each_section_and_those_without_marks_are_none(words):
    assert [marker for _, marker, _, _ in _items(words)] == ["（一）", "（二）"]


TABLE = "云溪县考核表\n|序号|考核内容|分值|评分标准|\n|---|---|---|---|\n|1|责任书|40|少签1份扣1分|\n|2|台账|60|缺项扣2分|\n"


def test_below_a_table_they_are_its_items():
    made = notice(f"{TABLE}\n扣分项：发生1起一般火灾扣5分，较大火灾扣20分\n加分项：获表彰加2分\n")
    (scheme,) = made.schemes
    assert [(i.id, i.nature, len(i.scoring_rules)) for i in scheme.items] == [
        ("s1.1", "base", 1), ("s1.2", "base", 1), ("s1.3", "deduction", 2), ("s1.4", "bonus", 1),
    ]  # fmt: skip
    assert (made.sections, made.coverage) == ((), 1.0)


@pytest.mark.parametrize(
    "words",
    [
        TABLE + "\n加分：见附件。\n",
        TABLE + "\n本表由县应急局解释。\n",
        TABLE.replace("\n", "\n加分项：获表彰加2分\n", 1),
    ],
)
def test_what_gives_nothing_or_stands_above_it_is_none(words):
    made = notice(words)
    assert (len(made.schemes[0].items), len(made.sections)) == (2, 1)


@pytest.mark.parametrize("end", ["：", ""])
def test_a_kind_alone_over_numbers_that_begin_anew_is_a_heading(end):
    made = notice(
        "望川县2021年水利考核细则\n一、工程建设（60分）\n1.每少一处扣1分。\n二、运行管理（40分）\n1.每缺一项扣2分。\n"
        f"加分项{end}\n1.获市级推广的加2分。\n2.获省级推广的加3分。\n扣分项{end}\n1.发生溃坝的扣5分。\n"
    )
    assert [(i.title, i.nature, len(i.children)) for i in made.schemes[0].items] == [
        ("工程建设", "base", 1), ("运行管理", "base", 1), ("加分项", "bonus", 2), ("扣分项", "deduction", 1),
    ]  # fmt: skip


def test_kinds_over_numbers_and_before_their_text_are_side_by_side():
    made = notice(
        "望川县2021年水利考核细则\n一、工程建设（100分）\n1.每少一处扣1分。\n"
        "加分项：\n1.获市级推广的加2分。\n2.获省级推广的加3分。\n扣分项：发生溃坝的扣5分。\n"
    )
    assert [(i.nature, len(i.children)) for i in made.schemes[0].items] == [
        ("base", 1), ("bonus", 2), ("deduction", 0),
    ]  # fmt: skip


def test_a_kind_over_numbers_that_go_on_is_no_heading():
    made = notice(
        "望川县2021年水利考核细则\n一、工程建设\n1.每少一处扣1分，最高\n加分项\n2.每缺一项扣2分。\n二、管理\n1.每缺一项扣2分。\n"
    )
    assert "加分项" not in [i.title for i in (made.schemes[0].items if made.schemes else made.sections)]
