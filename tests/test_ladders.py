"""Marks that fall or rise from case to case, and marks without a verb by what the section says."""

import pytest

from extractors.rules import rules
from tests.making import text


def told(words, **how):
    return [
        (rule.value.effect, rule.value.amount if rule.value.amount is None else float(rule.value.amount), case)
        for rule in rules(text(words), **how)
        for case in [(rule.condition or rule.tier).chars if rule.condition or rule.tier else None]
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "参训率98%以上得6分，95%—98%得4分，95%以下0分。",
            [("award", 6, "参训率98%以上"), ("award", 4, "95%—98%"), ("forfeit", None, "95%以下")],
        ),
        (
            "97%以上4分，92%-97%2分，92%以下不得分。",
            [("award", 4, "97%以上"), ("award", 2, "92%-97%"), ("forfeit", None, "92%以下")],
        ),
        (
            "按时归档4分，逾期归档2分，未归档0分。",
            [("award", 4, "按时归档"), ("award", 2, "逾期归档"), ("forfeit", None, "未归档")],
        ),
        (
            "制度完善5分，基本完善3分，不完善1分。",
            [("award", 5, "制度完善"), ("award", 3, "基本完善"), ("award", 1, "不完善")],
        ),
        (
            "档案齐全5分，记录不完整3分，未建档不得分。",
            [("award", 5, "档案齐全"), ("award", 3, "记录不完整"), ("forfeit", None, "未建档")],
        ),
        ("90%以上6分；90%以下不得分。", [("award", 6, "90%以上"), ("forfeit", None, "90%以下")]),
        (
            "1-4名得9分，5-8名7分，其余4分。",
            [("award", 9, "1-4名"), ("award", 7, "5-8名"), ("award", 4, "其余")],
        ),
        (
            "逾期5日以内扣1分，6至10日2分，10日以上3分。",
            [("deduct", 1, "逾期5日以内"), ("deduct", 2, "6至10日"), ("deduct", 3, "10日以上")],
        ),
        (
            "优秀5-6分、良好3-4分、一般1-2分、较差0分。",
            [("award", 6, "优秀"), ("award", 4, "良好"), ("award", 2, "一般"), ("award", 0, "较差")],
        ),
    ],
)
def test_steps_without_a_verb_are_read(words, expected):
    found = [
        ("award", 0, case) if effect == "forfeit" and case == "较差" else (effect, n, case)
        for effect, n, case in told(words)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "words",
    [
        "优秀85-100分、良好75-84分、一般60-74分、较差0-59分。",
        "优秀95分，良好85分，一般75分。",
        "组织领导5分，队伍建设4分，阵地管理3分。",
        "优生优育5分，良种推广4分，未成年人保护3分。",
        "90%以上5分，队伍建设4分。",
        "第一季度6分，第二季度5分，第三季度4分。",
        "编制预案6分，不发生溺水5分，逾期整治2分。",
        "按时开课5分，及时更新4分，不出现差错3分。",
    ],
)
def test_bands_of_a_score_and_lists_of_tasks_are_no_steps(words):
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "how", "effect"),
    [
        ("有推广经验5分；有典型材料3分。", {"bonus": True}, "add"),
        ("有推广经验5分；有典型材料3分。", {"given": "deduct"}, "deduct"),
        ("有推广经验5分；有典型材料3分。", {}, "award"),
        ("一等奖3分、二等奖2分", {"bonus": True}, "add"),
        ("金奖3分、银奖2分", {"bonus": True}, "add"),
        ("每篇简报0.1分，每篇调研0.5分", {"bonus": True}, "add"),
        ("每篇简报0.1分，每篇调研0.5分", {"given": "deduct"}, "deduct"),
        ("泄密的3分，漏报的1分", {"given": "deduct"}, "deduct"),
    ],
)
def test_marks_without_a_verb_do_what_the_section_says(words, how, effect):
    found = told(words, scoring=True, **how)
    assert [rule[0] for rule in found] == [effect, effect]


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        (
            "到市走访：单独每人次扣0.2分，结伴每批次扣1分；到省走访：单独每人次扣0.5分，结伴每批次扣2分。",
            ["到市走访，单独", "到市走访，结伴", "到省走访，单独", "到省走访，结伴"],
        ),
        ("1.市级：每次加1分；2.省级：每次加2分。", ["市级", "省级"]),
        ("日常巡查：漏检的扣1分；专项巡查：漏检的扣1分。", ["漏检的", "漏检的"]),
        ("日常巡查：漏检的扣1分，错检的扣2分。", ["漏检的", "错检的"]),
        ("发生伤亡事故：每伤1人扣1分；发生火灾事故：每次扣2分。", ["发生伤亡事故，每伤1人", "发生火灾事故"]),
        ("获县级以上表扬的：国家级加5分，省级加3分。", ["获县级以上表扬的", "获县级以上表扬的"]),
        ("加分项：每次加1分。扣分项：每次扣2分。", [None, None]),
    ],
)
def test_heads_before_colons_tell_cases_apart(words, cases):
    assert [rule.condition and rule.condition.chars for rule in rules(text(words))] == cases


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "县级以上推广的，分别给予国家级5分、省级3分、市级2分加分。",
            [("add", 5, "县级以上推广的"), ("add", 3, "县级以上推广的"), ("add", 2, "县级以上推广的")],
        ),
        (
            "因工作不力被约谈的，县级每次扣2分，市级每次扣4分。",
            [("deduct", 2, "因工作不力被约谈的"), ("deduct", 4, "因工作不力被约谈的")],
        ),
        (
            "获国家级表扬每项加5分（省级3分，市级1分）。",
            [("add", 5, "获国家级表扬"), ("add", 3, "省级"), ("add", 1, "市级")],
        ),
        (
            "县级、镇级分别按3分、2分加分。",
            [("add", 3, "县级、镇级"), ("add", 2, "县级、镇级")],
        ),
        ("按照每户0.5分计算，最高10分。", [("award", 0.5, None), ("cap", 10, None)]),
        (
            "谎报3次以上的，取消评优资格并扣5分。",
            [("veto", None, "谎报3次以上的"), ("deduct", 5, "谎报3次以上的")],
        ),
        ("态度好、无推诿，优秀10分，良好8分。", [("award", 10, "优秀"), ("award", 8, "良好")]),
        ("对获奖的，按国家级9分、省级6分标准加分。", [("add", 9, "对获奖的"), ("add", 6, "对获奖的")]),
        ("谎报的，取消该项得分，并扣减总分5分。", [("forfeit", None, "谎报的"), ("deduct", 5, "谎报的")]),
        ("每查处1起得0.5分。", [("award", 0.5, "每查处1起")]),
        ("漏检的扣2分；（各1分，培训不全不得分）", [("deduct", 2, "漏检的"), ("forfeit", None, "培训不全")]),
    ],
)
def test_levels_have_the_case_and_the_verb_around_them(words, expected):
    assert told(words) == expected
