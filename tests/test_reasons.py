"""Why marks were lost, in a form that was filled in: what happened, and no rule of the scheme."""

import pytest

from tests.making import page

TITLE = "青石县2021年基层治理考核表"


def filled(header, *, scores=True, behind=False):
    """A table with full marks and a column of that header, with or without results before or behind it."""
    given = [["自评分", "考核得分"], ["39", "38"], ["60", "59"]] if scores else [[], [], []]
    told = [header, "矛盾纠纷调处不及时，扣2分", "台账不全，扣1分"]
    rows = [["指标", "标准分"], ["基层治理", "40"], ["平安建设", "60"]]
    lines = zip(rows, given, told, strict=True)
    return page(TITLE, [[*row, why, *score] if behind else [*row, *score, why] for row, score, why in lines])


@pytest.mark.parametrize("header", ["扣分原因", "扣分理由", "失分原因", "扣分依据", "得扣分原因", "扣分说明"])
@pytest.mark.parametrize("behind", [False, True])
def test_why_marks_were_lost_gives_no_rule(header, behind):
    first = filled(header, behind=behind).schemes[0].items[0]
    assert (first.scoring_rules, first.scoring, first.remarks) == ((), None, "矛盾纠纷调处不及时，扣2分")


@pytest.mark.parametrize(
    ("header", "scores"), [("扣分说明", False), ("扣分标准", True), ("扣分细则", True), ("加减分说明", True)]
)
def test_how_marks_are_taken_gives_rules(header, scores):
    first = filled(header, scores=scores).schemes[0].items[0]
    assert [(rule.effect, int(rule.amount)) for rule in first.scoring_rules] == [("deduct", 2)]


def test_a_remark_beside_results_may_hold_a_rule():
    first = filled("备注").schemes[0].items[0]
    assert [rule.effect for rule in first.scoring_rules] == ["deduct"]
