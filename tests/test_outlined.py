"""Cells below a header that are the points of an outline: each has its marks behind its name, and words behind these."""

import pytest

from tests.making import flatten, notice

TITLE = "清河县2026年消防考核评分表\n"
PLAIN = "完善责任体系{}10分{}，每缺一项扣2分。|开展隐患排查{}20分{}，漏查一处扣1分。|组织应急演练{}15分{}，未组织的不得分。|宣传教育{}5分{}，少一次扣1分。"
EXPECTED = [("完善责任体系", 10), ("开展隐患排查", 20), ("组织应急演练", 15), ("宣传教育", 5)]


def _read(header, numbers, between, brackets=("", "")):
    parts = PLAIN.format(*brackets * 4).split("|")
    words = between.join(f"{number}{part}" for number, part in zip(numbers, parts, strict=True))
    made = notice(f"{TITLE}{header}{words}\n")
    return [(i.title, i.points and int(i.points.value), len(i.scoring_rules)) for i in flatten(made.schemes[0].items)]


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize("numbers", [("1、", "2、", "3、", "4、"), ("第一项", "第二项", "第三项", "第四项")])
@pytest.mark.parametrize(
    "header", ["考核项目\n考核内容\n分值\n", "考核内容\n分值\n评分标准\n得分\n", "考核内容分值评分标准得分", ""]
)
def test_they_are_items_with_their_marks(header, numbers, between):
    assert _read(header, numbers, between) == [(name, worth, 1) for name, worth in EXPECTED]


def test_so_are_those_with_brackets():
    read = _read("考核内容\n分值\n评分标准\n得分\n", ("1、", "2、", "3、", "4、"), "\n", ("（", "）"))
    assert [worth for _, worth, _ in read] == [10, 20, 15, 5]


def test_the_columns_are_still_told():
    made = notice(
        f"{TITLE}考核内容\n分值\n得分\n" + "\n".join(f"{n}、制度健全5分，缺一项扣1分。" for n in (1, 2, 3)) + "\n"
    )
    assert [(c.header, c.role) for c in made.schemes[0].columns] == [
        ("考核内容", "requirement"), ("分值", "points"), ("得分", "score"),
    ]  # fmt: skip
    assert made.coverage == 1.0


def test_cells_beside_others_stay_under_their_columns():
    names = ("制度健全", "人员到位", "台账完整")
    rows = "".join(f"{n}、{name}（5分）\n缺一项扣1分\n" for n, name in enumerate(names, 1))
    made = notice(f"{TITLE}考核内容\n评分标准\n得分\n{rows}")
    assert [i.scoring for i in flatten(made.schemes[0].items)] == ["缺一项扣1分"] * 3


@pytest.mark.parametrize(
    "words", ["按照第一项要求整改，第二项任务扣2分，第三项目标不变。", "第一项扣10分，第二项扣20分，第三项扣30分。"]
)
def test_items_that_are_named_in_a_sentence_are_none(words):
    made = notice(f"{TITLE}一、考核内容（100分）\n1.巡护（60分）。{words}\n2.台账（40分）。\n")
    assert [i.marker for i in flatten(made.schemes[0].items)] == ["一、", "1.", "2."]
