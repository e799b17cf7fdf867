"""Scoring rules, clause by clause, and what is none."""

import pytest

from extractors.rules import FORMS, rules
from tests.making import text


def read(words, *, bonus=False):
    found = rules(text(words), bonus=bonus)
    return [(r.text.raw, r.value.effect, None if r.value.amount is None else str(r.value.amount)) for r in found]


@pytest.mark.parametrize(("form", "example"), [(f, e) for f in FORMS for e in f.examples], ids=lambda x: str(x)[:16])
def test_every_example_is_read(form, example):
    assert read(example)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "市级0.3分，省级2分，同一材料不重复计算",
            [("市级0.3分", "add", "0.3"), ("省级2分", "add", "2"), ("同一材料不重复计算", "cap", None)],
        ),
        (
            "缺一项扣一分,名下栏目超过3个未更新,直接扣10分。",
            [("缺一项扣一分", "deduct", "1"), ("直接扣10分", "deduct", "10")],
        ),
        ("参加一次加 0.2 分。", [("参加一次加 0.2 分", "add", "0.2")]),
        ("每缺一项扣2分，扣完为止", [("每缺一项扣2分", "deduct", "2"), ("扣完为止", "floor", None)]),
        ("最高不超过5分", [("最高不超过5分", "cap", "5")]),
        ("加满5分为止", [("加满5分为止", "cap", "5")]),
        ("加分不设上限", [("加分不设上限", "cap", None)]),
        ("不参与考核的得平均分", [("不参与考核的得平均分", "average", None)]),
        ("未按要求提供材料的,不予认定。", [("不予认定", "forfeit", None)]),
        ("取消评优资格", [("取消评优资格", "veto", None)]),
    ],
)
def test_rules_with_effect_and_amount(words, expected):
    assert read(words, bonus=True) == expected


def test_a_tier_adds_in_a_bonus_section_and_is_awarded_elsewhere():
    assert read("省级2分", bonus=True)[0][1] == "add"
    assert read("省级2分")[0][1] == "award"


def test_condition_and_unit_of_count_in_the_documents_words():
    (deduct,) = rules(text("信息公开类行政复议中被撤销情形,每件扣1"))
    assert (deduct.condition.chars, deduct.per.chars, deduct.value.basis) == (
        "信息公开类行政复议中被撤销情形",
        "件",
        "repaired",
    )
    (share,) = rules(text("对解读质量高的单位，在年度考评中按每篇2%的比例予以加分。"))
    assert (share.condition.chars, share.per.chars, share.value.unit) == ("对解读质量高的单位", "篇", "percent")
    (first,) = rules(text("单位领导参加活动。参加一次加0.2分。"))
    assert first.condition.chars == "参加一次"


def test_a_range_and_discretion():
    (found,) = rules(text("造成不良影响的，酌情扣2-6分"))
    assert (found.value.minimum, found.value.amount, found.value.discretion) == (2, 6, True)


@pytest.mark.parametrize(
    "words",
    [
        "分值权重不低于4%的要求",
        "85-89分为良好",
        "办理时间15分钟内",
        "共6项任务",
        "充分听取意见",
        "得到群众认可",
        "部分单位减少环节",
        "记录在案",
        "加强队伍建设",
        "总分1000分",
    ],
)
def test_what_is_no_rule(words):
    assert read(words) == []
