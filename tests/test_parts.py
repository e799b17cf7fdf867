"""Numbered points that are parts of their heading, each behind what it is of it."""

import pytest

from tests.making import codes, flatten, notice

HEAD = "青石县2022年护林考核办法\n一、护林考核（100分）\n"


def test_points_behind_labels_are_the_fields_of_their_heading():
    made = notice(
        f"{HEAD}1.日常巡护（60分）\n（1）考核项目：按月巡护；填写记录。\n（2）赋分标准：按月巡护的得40分，记录完整的得20分。\n（3）考核依据：巡护记录。\n"
        "2.台账管理（40分）\n（1）考核内容：台账齐全，专人管理。\n（2）评分办法：缺一项扣2分。\n"
    )
    first, second = made.schemes[0].items[0].children
    assert (first.title, first.points.value, first.requirement, first.scoring, first.extra, first.children) == (
        "日常巡护", 60, "按月巡护；填写记录。", "按月巡护的得40分，记录完整的得20分。", {"考核依据": "巡护记录。"}, (),
    )  # fmt: skip
    assert [r.effect for r in first.scoring_rules] == ["award", "award"]
    assert (second.requirement, second.scoring, made.coverage) == ("台账齐全，专人管理。", "缺一项扣2分。", 1)
    assert "unparsed_text" not in codes(made)


def test_headings_without_full_marks_of_which_several_have_such_points():
    made = notice(
        "青石县2022年护林考核办法\n一、考核指标\n1.日常巡护\n（1）考核内容：按月巡护。\n（2）评分标准：缺一次扣2分。\n"
        "2.台账管理\n（1）考核内容：台账齐全。\n（2）评分标准：缺一项扣2分。\n3.宣传教育（10分）\n"
    )
    assert [(i.title, i.requirement, i.scoring) for i in made.schemes[0].items[0].children] == [
        ("日常巡护", "按月巡护。", "缺一次扣2分。"), ("台账管理", "台账齐全。", "缺一项扣2分。"), ("宣传教育", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "points",
    [
        "（1）考核内容：按月巡护。\n（2）漏巡的，每次扣2分。\n",  # one is an indicator of its own
        "（1）森林防火：按月巡护。\n（2）评分办法：缺一次扣2分。\n",
        "（1）考核内容：按月巡护。\n（2）考核方式：查看记录。\n",  # nothing is on marks
        "（1）考核内容：按月巡护。\n（2）评分办法：如下。\n①缺一次扣2分。\n②缺两次扣5分。\n",  # a part has points
    ],
)
def test_points_that_are_no_parts_stay_points(points):
    made = notice(f"{HEAD}1.日常巡护（60分）\n{points}2.台账（40分）\n")
    assert [i.marker for i in flatten(made.schemes[0].items) if i.marker in ("（1）", "（2）")] == ["（1）", "（2）"]


def test_one_chapter_on_procedure_keeps_its_points():
    made = notice(
        f"{HEAD}1.巡护（100分）\n二、考核安排\n（一）考核内容：本办法所列指标。\n（二）计分办法：逐项相加。\n"
    )
    chapter = [*made.sections, *made.schemes[0].items][-1] if not made.sections else made.sections[-1]
    assert [i.marker for i in chapter.children] == ["（一）", "（二）"]
