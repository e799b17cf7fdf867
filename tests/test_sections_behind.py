"""Sections of a table run together, whose names nothing divides from the rule before them."""

import pytest

from tests.making import codes, notice

HEAD = "云溪县河道考核标准\n考核内容考核要点分值评分方法"


def _read(words):
    (scheme,) = notice(f"{HEAD}{words}\n").schemes
    return [
        (i.title, int(i.points.value), [(c.marker, c.points and int(c.points.value), c.scoring) for c in i.children])
        for i in scheme.items
    ]


@pytest.mark.parametrize("rule", ["缺1项扣2分", "未覆盖每个扣1分", "未开展不得分", "查资料", "现场查看", "查阅文件"])
@pytest.mark.parametrize("unit", ["分", ""])
def test_they_are_names_of_their_own(rule, unit):
    words = f"组织领导（20分）1.机构健全10{unit}查文件2.制度完善10{unit}{rule}日常管护（80分）3.河面清洁40{unit}一处扣1分4.岸线整洁40{unit}一处扣2分"
    assert _read(words) == [
        ("组织领导", 20, [("1.", 10, "查文件"), ("2.", 10, rule)]),
        ("日常管护", 80, [("3.", 40, "一处扣1分"), ("4.", 40, "一处扣2分")]),
    ]


@pytest.mark.parametrize("look", ["入户抽查", "现场查看", "实地查看", "以监测结果为准", "问卷调查"])
def test_marks_end_where_how_one_looks_begins(look):
    words = f"一、组织领导（20分）1.机构健全率100%10分{look}2.制度完善率90%以上10分{look}二、日常管护（80分）3.河面清洁率95%80分一处扣1分"
    assert [marks for _, marks, _ in _read(words)[0][2]] == [10, 10]


@pytest.mark.parametrize("behind", ["扣完为止（20分）", "以此类推（10分）", "并通报批评（5分）"])
def test_what_goes_on_with_a_rule_is_no_name(behind):
    words = f"组织领导（20分）1.机构健全20分缺1项扣2分{behind}2.制度完善（80分）缺1项扣2分"
    made = notice(f"{HEAD}{words}\n")
    assert all(behind[:4] != (i.title or "") for s in made.schemes for i in s.items)
    assert "total_sum" not in codes(made)
