"""Whole notices as offices publish them: what stands in their paragraphs, letters and lists of tasks."""

import pytest

from tests.making import codes, notice, outline


def tree(words):
    return [outline(scheme.items) for scheme in notice(words).schemes]


def test_articles_with_their_amounts_behind_the_name_are_indicators():
    made = notice(
        "望川县护林考核办法\n第一条 为规范护林考核，制定本办法。\n第二条 考核内容包括四个方面，总分100分。\n第三条 巡护（60分）：按月巡护得40分；记录完整得20分。\n"
        "第四条 台账（40分）：台账齐全得40分。\n第五条 有下列情形之一的，直接确定为不合格：\n（一）发生火灾的；\n（二）弄虚作假的。\n第六条 本办法自发布之日起施行。\n"
    )
    assert [s.marker for s in made.sections] == ["第一条", "第二条", "第六条"]
    assert [(i.marker, i.title, i.points and int(i.points.value)) for i in made.schemes[0].items] == [
        ("第三条", "巡护", 60),
        ("第四条", "台账", 40),
        ("第五条", "有下列情形之一的，直接确定为不合格", None),
    ]
