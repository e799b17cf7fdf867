"""Scoring rules, clause by clause, and what is none."""

import pytest

from extractors.rule_forms import FORMS
from extractors.rules import rules
from tests.making import notice, text


def read(words, *, bonus=False, scoring=False):
    found = rules(text(words), bonus=bonus, scoring=scoring)
    return [(r.text.raw, r.value.effect, None if r.value.amount is None else str(r.value.amount)) for r in found]


@pytest.mark.parametrize(("form", "example"), [(f, e) for f in FORMS for e in f.examples], ids=lambda x: str(x)[:16])
def test_every_example_is_read(form, example):
    assert read(example, scoring=form.name in ("alone", "glued"), bonus=form.name == "unit_price")


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
        "办理时限压减50%",
    ],
)
def test_what_is_no_rule(words):
    assert read(words) == []


def told(words, **more):
    """Effect, amount, per, condition and tier of each rule."""
    return [
        (
            r.value.effect,
            None if r.value.amount is None else float(r.value.amount),
            r.per and r.per.value,
            r.condition and r.condition.value,
            r.tier and r.tier.value,
        )
        for r in rules(text(words), **more)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("未开会的，每次减1分，最高减5分。", [("deduct", 1, "次", "未开会的", None), ("cap", 5, None, None, None)]),
        ("未归档的，每件扣1分，扣完2分为止。", [("deduct", 1, "件", "未归档的", None), ("floor", 2, None, None, None)]),
        ("以扣完本项分值为止。", [("floor", None, None, None, None)]),
        ("瞒报的，该项得零分。漏报的，本项得分为0。", [("forfeit", None, None, "瞒报的", None), ("forfeit", None, None, "漏报的", None)]),
        ("卫星发现火点每个扣20分、省级发现火点每个扣10分。",
         [("deduct", 20, "个", "卫星发现火点", None), ("deduct", 10, "个", "省级发现火点", None)]),
        ("无方案扣2分、无总结扣1分", [("deduct", 2, None, "无方案", None), ("deduct", 1, None, "无总结", None)]),
        ("第一起、第二起火灾，分别扣5分、6分。",
         [("deduct", 5, None, "第一起、第二起火灾", "第一起"), ("deduct", 6, None, "第一起、第二起火灾", "第二起")]),
        ("县、市、省级表彰的分别加0.5、1、2分",
         [("add", 0.5, None, "县、市、省级表彰的", "县"), ("add", 1, None, "县、市、省级表彰的", "市"), ("add", 2, None, "县、市、省级表彰的", "省级")]),
        ("分别扣5分、6分", [("deduct", 5, None, None, None), ("deduct", 6, None, None, None)]),
        ("有人员滞留北京，未劝返的扣5分；有人员滞留省城，未劝返的扣3分。",
         [("deduct", 5, None, "有人员滞留北京，未劝返的", None), ("deduct", 3, None, "有人员滞留省城，未劝返的", None)]),
        ("电话无人接听的，一次扣0.5分。", [("deduct", 0.5, "次", "电话无人接听的", None)]),
        ("进京非访扣15分/批次；未培训扣1分/人次。",
         [("deduct", 15, "批次", "进京非访", None), ("deduct", 1, "人次", "未培训", None)]),
        ("每迟报一天扣1分。", [("deduct", 1, "天", "每迟报一天", None)]),
        ("每发现一处垃圾外溢扣1分。", [("deduct", 1, "处", "每发现一处垃圾外溢", None)]),
        ("每低1个百分点扣0.1分，每高1个百分点加0.2分",
         [("deduct", 0.1, "个百分点", "每低1个百分点", None), ("add", 0.2, "个百分点", "每高1个百分点", None)]),
        ("每增加5人加1分", [("add", 1, "5人", "每增加5人", None)]),
        ("发生重大事故的，年度考核直接定为不合格等次。", [("veto", None, None, "发生重大事故的", None)]),
        ("公开（5分）缺一项扣2分。", [("deduct", 2, "项", "缺一项", None)]),
        ("使用平台的记2分(不使用不得分)。", [("award", 2, None, "使用平台的", None), ("forfeit", None, None, "不使用", None)]),
        ("（1）成立机构得2分；（2）制定方案得3分。", [("award", 2, None, "成立机构", None), ("award", 3, None, "制定方案", None)]),
        ("按完成比例得分，最高10分。", [("formula", None, None, None, None), ("cap", 10, None, None, None)]),
        ("每缺一人扣0。5分。", [("deduct", 0.5, "人", None, None)]),
    ],
)  # fmt: skip
def test_rules_with_their_cases(words, expected):
    assert told(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "持平不扣分。",
        "超额完成的不加分。",
        "不予加分",
        "15分钟内到场得当。",
        "得分情况另行公布。",
        "扣除工作日",
        "考核得分90分以上为优秀。",
        "平均得分80分的",
        "做到5分之一以上。",
    ],
)
def test_what_gives_and_takes_nothing(words):
    assert [t for t in told(words) if t[0] in ("deduct", "add", "award")] == []


def test_a_name_that_ends_with_bonus_gives_none():
    assert told("创新经验加分", named=True) == []


def test_a_point_read_as_a_stop_is_repaired():
    (found,) = rules(text("每缺一人扣0。5分。"))
    assert found.value.basis == "repaired"


def conditions(words):
    return [r.condition.chars if r.condition is not None else None for r in rules(text(words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("其中有一项不达标扣3分", ["有一项不达标"]),
        ("年度检查发现1处未及时整理的扣2分", ["年度检查发现1处未及时整理的"]),
        ("须标注栏目名称，否则扣1分", ["否则"]),
        ("台账不全的，视情况酌情扣分", ["台账不全的"]),
        ("栏目不更新视情况扣2分", ["栏目不更新"]),
        ("出现重大失误的，实行一票否决", ["出现重大失误的"]),
        ("任务5000万元以上的乡镇，每超1个百分点加0.6分", ["任务5000万元以上的乡镇，每超1个百分点"]),
        ("80%—90%得8分", ["80%—90%"]),
        ("其余按名次依次递减0.5分", ["其余按名次"]),
        ("一次未参加扣2分", ["一次未参加"]),
    ],
)
def test_the_whole_condition_and_nothing_but_it(words, expected):
    assert conditions(words) == expected


def test_discretion_in_its_other_words():
    for words in ("视情节轻重扣1-2分", "根据实际情况扣1-2分", "酌情扣1-2分", "适当扣分"):
        assert [r.value.discretion for r in rules(text(words))] == [True], words
    assert [r.value.discretion for r in rules(text("未报送工作情况扣2分"))] == [False]


def test_a_range_printed_downwards_is_still_a_range():
    (rule,) = rules(text("前五名依排序另加5至1分"))
    assert (rule.value.minimum, rule.value.amount) == (1, 5)


@pytest.mark.parametrize(
    ("words", "tiers"),
    [
        ("受到警告、记过、记大过处分的，分别扣1分、2分、4分", ["警告", "记过", "记大过"]),
        ("按照甲、乙、丙分别得3分、2分、1分", ["甲", "乙", "丙"]),
        ("评定结果为优秀、良好、一般的，分别得6分、4分、2分", ["优秀", "良好", "一般"]),
        ("造成轻伤、重伤的，分别扣1分、3分", ["轻伤", "重伤"]),
    ],
)
def test_tiers_of_a_list_are_none_of_the_words_around_it(words, tiers):
    assert [r.tier.chars for r in rules(text(words))] == tiers


def test_tiers_of_a_list_are_the_levels_alone():
    found = rules(text("获国家、省、市表彰的分别加5、3、1分"))
    assert [r.tier.chars for r in found] == ["国家", "省", "市"]


@pytest.mark.parametrize(
    ("words", "tiers"),
    [
        ("镇域内第一起、第二起溺水事件分别扣3分、4分。", ["第一起", "第二起"]),
        ("发生第1次、第2次、第3次通报的，分别扣1、2、3分。", ["第1次", "第2次", "第3次"]),
        ("当年第一件、第二件失实信访件分别扣乡镇2分、3分。", ["第一件", "第二件"]),
        ("在省、市报刊发稿的分别加2分、1分。", ["省", "市"]),
    ],
)
def test_tiers_of_how_often_are_their_ordinals(words, tiers):
    found = rules(text(words))
    assert [r.tier.chars for r in found] == tiers


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("第一起、第二起火情分别扣所在村4分、5分。", [("deduct", "4"), ("deduct", "5")]),
        ("获县级、市级表扬的分别奖励单位1分、2分。", [("add", "1"), ("add", "2")]),
        ("漏报的扣所在村4分、所在镇2分。", [("deduct", "4"), ("deduct", "2")]),
        ("漏报的扣村3分、镇2分、县直单位1分。", [("deduct", "3"), ("deduct", "2"), ("deduct", "1")]),
        ("加2分、单位3分。", [("add", "2")]),
    ],
)
def test_lists_of_marks_may_say_whose_they_are(words, expected):
    assert [(effect, amount) for _, effect, amount in read(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("转办案件的，按规定标准的25%计扣。", [("按规定标准的25%计扣", "formula", "转办案件的")]),
        ("超期补报的，按上述标准的50%扣分。", [("按上述标准的50%扣分", "formula", "超期补报的")]),
        ("联合报送的按照加分标准的60%加分。", [("联合报送的按照加分标准的60%加分", "formula", "联合报送的")]),
        ("部分完成的按该指标标准分值的50%扣分。", [("部分完成的按该指标标准分值的50%扣分", "deduct", "部分完成的")]),
        (
            "移交线索的，按《计分办法》列明的同类扣分标准的30%计扣。",
            [("按《计分办法》列明的同类扣分标准的30%计扣", "formula", "移交线索的")],
        ),
        ("按合同价的5%扣留保证金。", []),
        ("按时办结率80%得分。", []),
        ("按期办结的80%得分。", []),
        ("按植被覆盖率60%计分。", []),
        ("按补助标准的50%计提。", []),
        ("按补助标准的50%扣减资金。", []),
        ("按设计标准的80%验收。", []),
    ],
)
def test_a_share_of_what_is_given_elsewhere_is_reckoned(words, expected):
    assert [(r.text.raw, r.value.effect, r.condition and r.condition.chars) for r in rules(text(words))] == expected


def test_a_list_of_marks_ends_no_name():
    made = notice("云岭县2024年护林工作要点\n\n一、获乡级、县级、市级表扬的分别加1分、2分、3分。\n二、抓好巡护。\n")
    item = made.schemes[0].items[0]
    assert (item.title, item.points) == (None, None)
    assert [(r.tier, int(r.amount)) for r in item.scoring_rules] == [("乡级", 1), ("县级", 2), ("市级", 3)]


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("每低于85%一个百分点减0.5分。", "个百分点"),
        ("满意率每低于90%1个百分点，扣0.5分。", "个百分点"),
        ("每低于92.5%的一个百分点扣0.5分。", "个百分点"),
        ("每超过80%5个百分点加1分。", "5个百分点"),
        ("每低于90%1%扣0.5分。", "%"),
        ("每超过100万元10万元加0.1分。", "10万元"),
        ("每高于30件1件加0.1分。", "件"),
        ("低于90%1个百分点扣0.5分。", "个百分点"),
        ("每超过任务数1个百分点加0.2分。", "个百分点"),
        ("每低于平均值2%扣0.1分。", "2%"),
        # a threshold is no step; a step is
        ("每低于95%扣1分。", None),
        ("每低于目标90%，扣1分。", None),
        ("每低于目标值5%扣1分。", "5%"),
        ("每增加10%加0.5分。", "10%"),
        ("每增长50%加1分。", "50%"),
        ("每超过1000万元加1分。", "1000万元"),
    ],
)
def test_a_threshold_is_no_step(words, per):
    assert [rule[2] for rule in told(words)] == [per]


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("每超期一批次减1分。", "批次"),
        ("每逾期1件，扣1分。", "件"),
        ("每逾期一天减1分。", "天"),
        ("每超期一个工作日扣0.5分。", "个工作日"),
        ("每延期一月扣1分。", "月"),
        ("每超时一次减0.5分。", "次"),
        ("每长期未清理一处扣1分。", "处"),
        ("每超期扣1分。", None),
        ("每期扣1分。", "期"),
        ("每少编一期扣1分。", "期"),
        ("每缺2期扣1分。", "2期"),
        ("每学期少开一次扣1分。", "次"),
        ("每学期扣1分。", "学期"),
        ("每学期未开展的扣1分。", None),
    ],
)
def test_only_what_comes_out_in_numbers_is_counted_by_them(words, per):
    assert [rule[2] for rule in told(words)] == [per]


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("高于（低于）基准值，每1个百分点加（扣）0.5分。", "个百分点"),
        ("每高于（低于）目标值1个百分点，加（扣）0.5分。", "个百分点"),
        ("每增加（减少）1件，加（减）0.5分。", "件"),
        ("每上升（下降）1个百分点加（减）0.5分。", "个百分点"),
        ("每升（降）一位加（减）0.5分。", "位"),
        ("每提高/降低2个百分点，加/减0.5分。", "2个百分点"),
        ("高于或低于目标值，每1个百分点加或减0.5分。", "个百分点"),
        ("较目标值每增减1个百分点，加减0.5分。", "个百分点"),
        ("超过（不足）部分每10件加（减）0.5分。", "10件"),
    ],
)
def test_both_directions_in_one_clause_are_two_rules(words, per):
    assert [rule[:3] for rule in told(words)] == [("add", 0.5, per), ("deduct", 0.5, per)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("每高（低）1个百分点加（减）0.5分，最多加（减）3分。", [("add", 0.5), ("deduct", 0.5), ("cap", 3)]),
        ("每高（低）1名加（减）0.5分，加（减）分不超过3分。", [("add", 0.5), ("deduct", 0.5), ("cap", 3)]),
        ("每增减1个百分点，核减0.5分。", [("deduct", 0.5)]),
        ("迟报的加扣1分。", [("deduct", 1)]),
        ("人数增减5个百分点的说明原因。", []),
        ("加减分另行公布。", []),
    ],
)
def test_both_directions_have_one_limit(words, expected):
    assert [rule[:2] for rule in told(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("达标3分，未达标0分。", [("award", 3, None, None, "达标"), ("forfeit", None, None, None, "未达标")]),
        ("A级3分、D级0分。", [("award", 3, None, None, "A级"), ("forfeit", None, None, None, "D级")]),
        ("省级2分，县级0分。", [("award", 2, None, None, "省级"), ("forfeit", None, None, None, "县级")]),
        ("有方案得2分，无方案得0分。", [("award", 2, None, "有方案", None), ("forfeit", None, None, "无方案", None)]),
        ("视成效得0-5分。", [("award", 5, None, "视成效", None)]),
        ("每低1%扣0分。", [("deduct", 0, "%", "每低1%", None)]),
    ],
)
def test_an_award_of_nothing_is_none(words, expected):
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("专题信息每条5分。", [("award", 5, "条")]),
        ("专题信息每条5分，调研文章每篇10分。", [("award", 5, "条"), ("award", 10, "篇")]),
        ("简报2分/期，专报5分/期。", [("award", 2, "期"), ("award", 5, "期")]),
        ("市级媒体采用的每篇3分；省级媒体采用的每篇5分，最高20分。", [("award", 3, "篇"), ("award", 5, "篇"), ("cap", 20, None)]),
        ("获省级表彰每项5分，最高10分，信息每条1分。", [("award", 5, "项"), ("cap", 10, None), ("award", 1, "条")]),
        ("采用的信息每条得2分，最高10分；简报每期1分。", [("award", 2, "条"), ("cap", 10, None), ("award", 1, "期")]),
        ("统计分析每篇20分，统计快报每条10分，综述每条3分。", [("award", 20, "篇"), ("award", 10, "条"), ("award", 3, "条")]),
        ("信息每条1分，迟报的每次扣1分。", [("award", 1, "条"), ("deduct", 1, "次")]),
        ("信息每条1分，差错每处2分。", [("award", 1, "条")]),
        ("省级通报表扬每次加2分，市级通报表扬每次1分。", [("add", 2, "次"), ("add", 1, "次")]),
        # which way is not said, or a fault is counted
        ("每条5分。", []),
        ("会议每次2分。", []),
        ("缺报信息每条2分。", []),
        ("信息差错每处1分。", []),
        ("被通报批评每次5分。", []),
        ("负面报道每篇2分。", []),
        ("未采用的信息每条1分。", []),
        ("信息每条5分钟读完。", []),
        ("调研每次2分册。", []),
    ],
)  # fmt: skip
def test_marks_for_each_of_what_does_credit_are_awarded_in_a_scoring_text(words, expected):
    assert [rule[:3] for rule in told(words, scoring=True)] == expected
    assert [rule[:3] for rule in told(words, credited=True)] == expected
    assert [rule for rule in told(words) if rule[0] == "award" and "得" not in words] == []


@pytest.mark.parametrize(("given", "effect"), [("add", "add"), ("deduct", "deduct")])
def test_marks_without_a_verb_go_where_the_header_says(given, effect):
    for words in ("专题信息每条5分。", "会议每次5分", "差错5分/处", "市级5分"):
        assert [rule[:2] for rule in told(words, given=given)] == [(effect, 5)]
    assert [rule[0] for rule in told("每次得5分，每次5分", given="deduct")] == ["award", "award"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("发生事故的，按以下情形扣分：轻伤每人扣2分。", [("deduct", 2, "人")]),
        ("按照下列办法加分：", []),
        ("视情况扣分。", [("deduct", None, None)]),
        ("达到平均水平的得基准分8分，每低1名扣1分。", [("award", 8, None), ("deduct", 1, "名")]),
        ("达标的得起评分6分。", [("award", 6, None)]),
        ("达标的得基准分。", [("award", None, None)]),
        ("少一种扣1分至扣完。", [("deduct", 1, "种"), ("floor", None, None)]),
        ("缺一类扣1分，至扣完为止。", [("deduct", 1, "类"), ("floor", None, None)]),
        ("发生泄密的，直接认定为不符合要求。", [("veto", None, None)]),
        ("同一篇以最高分计。", [("cap", None, None)]),
        ("同一事项多次获奖的，按最高级别计算。", [("cap", None, None)]),
        ("多次获奖的就高计算。", [("cap", None, None)]),
        ("未盖章的每表扣2分。", [("deduct", 2, "表")]),
        ("每表述不清一处扣1分。", [("deduct", 1, "处")]),
        ("每表彰一次加1分。", [("add", 1, "次")]),
        ("每降一级扣1分。", [("deduct", 1, "级")]),
        ("每提高一个等级，加2分。", [("add", 2, "个等级")]),
        ("每下降一档扣1分。", [("deduct", 1, "档")]),
        ("每降低1个档次扣1分。", [("deduct", 1, "个档次")]),
        ("每获省级表彰1次加2分。", [("add", 2, "次")]),
        ("每县级媒体采用一篇加1分。", [("add", 1, "篇")]),
        ("按最高标准建设。", []),
        ("检查结果不符合要求的限期整改。", []),
        ("按最高分计算机配置。", []),
    ],
)
def test_more_words_of_other_fields(words, expected):
    assert [rule[:3] for rule in told(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("排前三名的分别奖励3分、2分、1分。", [("add", 3, None), ("add", 2, None), ("add", 1, None)]),
        ("后三名分别扣减3、2、1分。", [("deduct", 3, None), ("deduct", 2, None), ("deduct", 1, None)]),
        ("按优、良、差三等，分别得5分、3分、0分。", [("award", 5, None), ("award", 3, None), ("forfeit", None, None)]),
        ("有制度1分、有台账1分、有档案2分。", [("award", 1, None), ("award", 1, None), ("award", 2, None)]),
        ("成立机构1分，未成立0分。", [("award", 1, None), ("forfeit", None, None)]),
        ("迟交一天扣0.1分，迟交超过3天不得分。", [("deduct", 0.1, "天"), ("forfeit", None, None)]),
        ("缺席1次扣1分，缺席2次扣3分。", [("deduct", 1, None), ("deduct", 3, None)]),
        ("每缺报一次，扣除当月基础分。", [("deduct", None, "次")]),
        ("每篇以录用得分乘以3计分。", [("formula", None, None)]),
        ("有制度、台账1分。", []),
        ("机构1分、人员缺1人扣1分。", [("deduct", 1, "人")]),
        ("分别奖励3万元、2万元、1万元。", []),
        ("扣除当期利息。", []),
    ],
)
def test_lists_without_a_verb_of_their_own_and_zeros(words, expected):
    assert [rule[:3] for rule in told(words, scoring=True)] == expected


def test_what_a_share_is_reckoned_from_is_no_case():
    assert told("整改率=已整改数/隐患总数×10分。") == [("formula", None, None, None, None)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("按照优秀100%、良好80%、合格60%计分", [("优秀", "100"), ("良好", "80"), ("合格", "60")]),
        ("现场测评按A档100%、B档85%的比例得分。", [("A档", "100"), ("B档", "85")]),
        ("优秀100%，良好75%，合格50%计分。", [("优秀", "100"), ("良好", "75"), ("合格", "50")]),
        ("优秀率100%，良好率75%计分", []),
        ("按满意100%/基本满意70%/不满意0%赋分", [("满意", "100"), ("基本满意", "70"), ("不满意", None)]),
        # what is measured, how many may have a grade, what money it brings, a lone one
        ("优秀率30%、良好率80%计分", []),
        ("按优秀30%、良好50%的比例评定等次", []),
        ("按优秀100%、良好80%兑现奖金", []),
        ("满意率达到优秀90%得分", []),
        ("合格60%以上计分", []),
    ],
)
def test_shares_of_the_marks_by_grades_are_a_rule_for_each(words, expected):
    for scoring in (True, False):
        found = rules(text(words), scoring=scoring)
        shares = [(r.tier.chars, None if r.value.amount is None else str(r.value.amount)) for r in found]
        assert shares == expected
        assert {(r.value.effect, r.value.unit) for r in found} <= {("award", "percent"), ("forfeit", None)}
        assert {r.condition for r in found} <= {None}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a case that is called after the veto costs marks, and is none
        ("出现“一票否决”的信访事项的，扣20分", [("deduct", 20, None, "出现“一票否决”的信访事项的", None)]),
        ("发生一票否决情形的，每起扣5分", [("deduct", 5, "起", "发生一票否决情形的", None)]),
        ("发生命案的一票否决，另扣5分", [("veto", None, None, "发生命案的", None), ("deduct", 5, None, None, None)]),
        ("发生一票否决事项的，取消评优资格", [("veto", None, None, "发生", None)]),
        # nothing at all is given for the whole
        ("无专人的，本项目零分，培训缺席扣1分", [("forfeit", None, None, "无专人的", None), ("deduct", 1, None, "培训缺席", None)]),
        ("该项0分", [("forfeit", None, None, None, None)]),
        ("各项零分起步", []),
        # what is counted once
        ("同一稿件按最高分只计入1次", [("cap", None, None, "同一稿件", None)]),
        ("同类荣誉只加一次分", [("cap", None, None, "同类荣誉", None)]),
        ("同一荣誉取最高；通报的扣1分", [("cap", None, None, "同一荣誉", None), ("deduct", 1, None, "通报的", None)]),
        ("同一问题仅扣一次", [("cap", None, None, "同一问题", None)]),
        ("加分不重复计入", [("cap", None, None, "加分", None)]),
        ("每月只计一次考勤", []),
        ("仅记一次过", []),
        # the name before a bracket
        ("宣传报道(该项最高加3分)", [("cap", 3, None, "宣传报道", None)]),
    ],
)  # fmt: skip
def test_forms_of_rules_that_say_how_far_marks_go(words, expected):
    assert told(words, scoring=True) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("有制度，有专栏，并按月更新1分；有台账2分。", [(1, "有制度，有专栏，并按月更新"), (2, "有台账")]),
        (
            "能查询档案1分、能统计数据1分，有备份，有日志2分",
            [(1, "能查询档案"), (1, "能统计数据"), (2, "有备份，有日志")],
        ),
        ("记录齐全，到会率达90%以上，3分；有照片2分", [(3, "记录齐全，到会率达90%以上"), (2, "有照片")]),
        # a fault, a whole, words behind the marks, a single one
        ("有制度，未落实1分；有台账2分", []),
        ("基础分，包括制度10分；台账20分", []),
        ("有制度，有专栏1分；台账须齐全。", []),
        ("有制度，有专栏，有台账3分", []),
        ("有制度，用时5分钟；有台账，用时3分钟", []),
    ],
)
def test_marks_glued_to_what_earns_them_over_several_clauses(words, expected):
    assert [(rule[1], rule[3]) for rule in told(words, scoring=True)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("未演练的不给分", [("forfeit", None, None, "未演练的", None)]),
        ("未达标的不予赋分", [("forfeit", None, None, "未达标的", None)]),
        ("全年无火情得4分，发生火情无分，并实行一票否决",
         [("award", 4, None, "全年无火情", None), ("forfeit", None, None, "发生火情", None), ("veto", None, None, "发生火情", None)]),
        ("不给分管领导增加负担", []),
        ("职责有无分工", []),
        ("不分大小，有无分", []),
        # whose lack is counted was asked for, and is no case
        ("抓好台账的管理，每缺一份扣1分", [("deduct", 1, "份", None, None)]),
        ("加强网格员队伍的建设，每少一人扣2分", [("deduct", 2, "人", None, None)]),
        ("落实责任制不到位的，每缺一项扣1分", [("deduct", 1, "项", "落实责任制不到位的", None)]),
        ("发生险情的乡镇，每少一人扣1分", [("deduct", 1, "人", "发生险情的乡镇", None)]),
    ],
)  # fmt: skip
def test_nothing_is_given_in_its_other_words_and_what_is_asked_is_no_case(words, expected):
    assert told(words, scoring=True) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("台账每缺一份扣1分，共6分，扣完为止", [("deduct", 1), ("cap", 6), ("floor", None)]),
        ("每处扣0.5分，该项共4分。", [("deduct", 0.5), ("cap", 4)]),
        ("查阅台账，共6分", []),
        ("每处扣0.5分，共6分钟", [("deduct", 0.5)]),
        ("每处扣0.5分，共6分项", [("deduct", 0.5)]),
        ("公共6分", []),
        ("每处扣1分，合计6分", [("deduct", 1), ("cap", 6)]),
        ("以上四项合计90分", []),
    ],
)
def test_what_marks_come_to_behind_a_rule_limits_it(words, expected):
    assert [rule[:2] for rule in told(words, scoring=True)] == expected


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("逾期1个月以内扣1分。", None),
        ("迟交1天以上扣1分。", None),
        ("高于全县均值1个百分点以内的加1分。", None),
        ("提高1个百分点及以上加1分。", None),
        ("发现1例及以上扣1分。", None),
        ("逾期1个月扣1分。", "个月"),
        ("高于全县均值1个百分点加1分。", "个百分点"),
        ("漏登1件次扣1分。", "件次"),
        ("每有1项未达标，扣减该指标权重分的10%。", "项"),
    ],
)
def test_a_stretch_up_to_or_beyond_one_is_no_occurrence(words, per):
    (rule,) = rules(text(words))
    assert (rule.per and rule.per.chars) == per


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("采取倒扣分办法，扣完为止。", [("deduct", None), ("floor", None)]),
        ("采用倒扣分的方式，扣完为止。", [("deduct", None), ("floor", None)]),
        ("未达标的扣减权重分的20%。", [("deduct", "20")]),
        ("按季度倒扣分的项目另行公布。", []),
        ("采取倒扣分项目公示。", []),
    ],
)
def test_marks_taken_off_the_whole_and_shares_of_the_weight(words, expected):
    assert [(effect, amount) for _, effect, amount in read(words)] == expected


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("查实谎报的，该项计0分，并倒扣2分。", ["查实谎报的", "查实谎报的"]),
        ("查实谎报的，该项不得分，同时取消评优资格。", ["查实谎报的", "查实谎报的"]),
        ("未结案的扣3分，并取消评优资格。", ["未结案的", "未结案的"]),
        ("发生溺水的该项不得分并实行一票否决。", ["发生溺水的", "发生溺水的"]),
        ("未结案的扣3分，并每超1天再扣1分。", ["未结案的", "并每超1天"]),
        ("未结案的扣3分，最多扣10分。", ["未结案的", None]),
        ("称职的不加分，不称职的扣2分。", ["不称职的"]),
        ("获表扬的加2分，称职的不加分，不称职的扣2分。", ["获表扬的", "不称职的"]),
        ("获批延期的不扣分，逾期未结的扣2分。", ["逾期未结的"]),
    ],
)
def test_what_is_taken_besides_is_of_the_same_case_and_what_costs_nothing_is_none(words, cases):
    assert [r.condition and r.condition.chars for r in rules(text(words))] == cases


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("扣分不超过该项分值的50%。", ("cap", "50")),
        ("扣分不得超过该项总分的30%。", ("cap", "30")),
        ("加分不超过该项目分值的20%。", ("cap", "20")),
        ("扣分不超过该项分值。", ("floor", None)),
    ],
)
def test_a_share_that_marks_do_not_exceed_is_a_limit(words, expected):
    assert [(effect, amount) for _, effect, amount in read(words)] == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("健全应急预案，每年演练2次，20分，未演练扣10分。", ("健全应急预案，每年演练2次", 20)),
        ("健全应急预案，每年演练2次，20分；每少1次扣5分。", ("健全应急预案，每年演练2次", 20)),
        ("获评优秀，获评良好，5分，3分，扣分另定。", (None, None)),
        ("有预案，2分，有演练，3分，无记录扣1分。", ("有预案", 2)),
        ("演练不足的，无记录的，2分，再犯扣3分。", (None, None)),
    ],
)
def test_a_name_of_several_clauses_may_have_its_amount_before_what_costs_some_of_it(line, expected):
    made = notice(f"青石县2024年学校安全考核细则\n\n一、{line}\n二、抓好宣传（10分）。\n")
    item = made.schemes[0].items[0]
    assert (item.title, item.points and int(item.points.value)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("按时统计、登记1分，有心得体会2分。", [("award", 1, "按时统计、登记"), ("award", 2, "有心得体会")]),
        ("配备会计1分，接受审计1分。", [("award", 1, "配备会计"), ("award", 1, "接受审计")]),
        ("受到处罚2分。", []),
        ("做好精减1分。", []),
        ("信息系统计3分。", [("award", 3, "信息系统")]),
        ("平台建设计2分。", [("award", 2, "平台建设")]),
        ("达标记2分，未达标不得分。", [("award", 2, "达标"), ("forfeit", None, "未达标")]),
        ("签订责任书记1分。", [("award", 1, "签订责任书")]),
        ("符合计2分，不符合不计分。", [("award", 2, "符合"), ("forfeit", None, "不符合")]),
        ("每处罚2分。", [("deduct", 2, None)]),
        ("取得3分。", [("award", 3, None)]),
        ("合计加分不超过5分。", [("cap", 5, None)]),
    ],
)
def test_a_word_that_ends_like_a_verb_is_none(words, expected):
    found = rules(text(words), scoring=True)
    assert [
        (r.value.effect, None if r.value.amount is None else float(r.value.amount), r.condition and r.condition.chars)
        for r in found
    ] == expected


@pytest.mark.parametrize(
    ("words", "per", "case"),
    [
        ("每降低1个百分点（不足1个按1个计算）扣0.5分。", "个百分点", "每降低1个百分点（不足1个按1个计算）"),
        ("每超期1天（不满1天的按1天计）扣1分。", "天", "每超期1天（不满1天的按1天计）"),
        ("每漏检1头（只、羽）扣0.1分。", "头", "每漏检1头（只、羽）"),
        ("每漏检1只扣0.1分。", "只", "每漏检1只"),
        ("台账缺1本扣2分。", "本", "台账缺1本"),
        ("抽查发现1辆次扣0.2分。", "辆次", "抽查发现1辆次"),
        ("满溢每桶扣0.5分。", "桶", "满溢"),
        ("答对1题得2分。", "题", "答对1题"),
        ("每缺扣1分。", None, "每缺"),
        ("占1本项分值的扣2分。", None, "占1本项分值的"),
        ("每街头巷尾扣1分。", None, "每街头巷尾"),
        ("（20人以上）扣3分。", None, "20人以上"),
        ("（含）以上漏检的扣2分。", None, "（含）以上漏检的"),
        ("漏检（含错检）的扣2分。", None, "漏检（含错检）的"),
        ("（漏检的扣2分）。", None, "漏检的"),
        ("抽检不少于2次（少一次扣2分）。", "次", "少一次"),
        ("抽检不少于2次4分（少一次扣2分）。", "次", "少一次"),
        ("积极配合抽检（拒不配合的扣2分）。", None, "拒不配合的"),
        ("未检的不扣分、漏检的扣1分。", None, "漏检的"),
    ],
)
def test_what_is_counted_and_the_case_keep_whole_brackets(words, per, case):
    (rule,) = rules(text(words))
    assert (rule.per and rule.per.chars, rule.condition and rule.condition.chars) == (per, case)


@pytest.mark.parametrize(
    ("words", "tiers"),
    [
        ("在全省、全市现场会上推介的，分别加2分、1分。", ["全省", "全市"]),
        ("在省、市现场会上推介的，分别加2分、1分。", ["省", "市"]),
        ("获全国、全省、全市表彰的，分别加3分、2分、1分。", ["全国", "全省", "全市"]),
    ],
)
def test_levels_of_places_are_tiers_without_the_words_around(words, tiers):
    assert [rule.tier and rule.tier.chars for rule in rules(text(words))] == tiers


@pytest.mark.parametrize(
    ("words", "pers"),
    [
        ("漏报1次扣1分，全年累计3次以上的不得分。", ["次", None]),
        ("漏报1次扣1分，3次以上的不得分。", ["次", None]),
        ("漏报1次扣1分，2次扣3分。", [None, None]),
        ("缺一项扣3分，三项全缺的不得分。", ["项", None]),
        ("发生较大交通责任事故死亡1人扣4分，死亡2人扣9分。", [None, None]),
        ("迟交1次扣1分，泄密2次扣3分。", ["次", None]),
        ("本年有1起失火的，扣2分；有2起以上的，扣5分。", [None, None]),
        ("不按时归档，一次扣0.1分，三次以上全扣。", ["次", None]),
        ("全年宣讲3场以上得3分，组织1场得1分。", [None, None]),
        ("在市级平台刊登1篇以上得2分，县级1篇得1分。", [None, None]),
        ("缺席2次以上扣3分，缺席1次扣1分。", [None, None]),
        ("缺席3次以上不得分，缺席1次扣1分。", [None, "次"]),
        ("组织演练2次得2分，缺席1次扣1分。", [None, "次"]),
        ("每课40分钟，缺课扣0.5分。", [None]),
        ("每缺席一课时，直接扣0.5分。", ["课时"]),
    ],
)
def test_what_is_added_up_is_no_step(words, pers):
    assert [rule.per and rule.per.chars for rule in rules(text(words))] == pers


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "简报每采用一篇：国家级3分，省级2分。",
            [("国家级", "篇", "简报每采用一篇"), ("省级", "篇", "简报每采用一篇")],
        ),
        (
            "每举办一场比赛，省级加2分、市级加1分。",
            [("省级", "场", "每举办一场比赛"), ("市级", "场", "每举办一场比赛")],
        ),
        ("每年比赛，省级加2分、市级加1分。", [("省级", None, None), ("市级", None, None)]),
    ],
)
def test_levels_behind_what_is_counted_are_for_each_of_it(words, expected):
    found = rules(text(words))
    assert [tuple(part and part.chars for part in (rule.tier, rule.per, rule.condition)) for rule in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "按甲、乙、丙三类分别计100%、70%、0。",
            [("award", 100, "甲"), ("award", 70, "乙"), ("forfeit", None, "丙")],
        ),
        (
            "完成全县任务的100%、90%的，分别得8分、6分。",
            [("award", 8, "100%"), ("award", 6, "90%")],
        ),
        ("A、B档分别按100%、70%得分。", [("award", 100, "A"), ("award", 70, "B")]),
        (
            "良好、合格、不合格分别得该项分值的90%、70%、0分。",
            [("award", 90, "良好"), ("award", 70, "合格"), ("forfeit", None, "不合格")],
        ),
        ("完成的得50%。", [("award", 50, None)]),
    ],
)
def test_shares_that_are_listed_are_each_of_a_case(words, expected):
    found = [(rule.value.effect, rule.value.amount, rule.tier and rule.tier.chars) for rule in rules(text(words))]
    assert found == expected


def test_half_the_marks_behind_a_count_are_a_rule():
    found = rules(text("组织1次的得一半分，未组织的不得分。"))
    assert [(rule.value.effect, rule.condition and rule.condition.chars) for rule in found] == [
        ("formula", "组织1次的"),
        ("forfeit", "未组织的"),
    ]


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("每获国家级表扬一次加2分。", "次"),
        ("每被省厅批评一次扣2分。", "次"),
        ("每缺人员档案一份扣0.1分。", "份"),
        ("每开展种植培训一场得1分。", "场"),
        ("每引进千万元设备1台加2分。", "台"),
        ("每批准一个站点加1分。", "个"),
        ("每起草一份合同加1分。", "份"),
        ("每处理一起纠纷加0.5分。", "起"),
        ("每户发现一处破损扣0.2分。", "处"),
        ("每人缺席一次扣0.5分。", "次"),
        ("每获国家级表扬加2分。", None),
        ("每出现一起事故受伤一人扣2分。", "起"),
        ("每件办理一次扣1分。", "件"),
        ("每缺项扣1分。", "项"),
        ("每少10公斤扣0.5分。", "10公斤"),
        ("每新增1万亩林地加1分。", "万亩"),
        ("每新增林地1万亩加1分。", "万亩"),
        ("每少一万亩扣1分。", "万亩"),
        ("每缺1台套扣0.5分。", "台套"),
        ("每晚1个节气以上扣0.5分。", "个"),
        ("每有一般问题扣0.5分。", None),
        ("每百户25平方米，得8分。", None),
        ("每千人拥有床位6张得4分。", None),
        ("每少100户扣1分。", "100户"),
        ("每万元产值加0.1分。", "万元"),
        ("每百亩少种扣1分。", "百亩"),
    ],
)
def test_what_is_counted_is_no_part_of_a_word(words, per):
    assert [rule.per and rule.per.chars for rule in rules(text(words))] == [per]


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("走访1次得1分，走访2次以上得2分。", ["走访1次", "走访2次以上"]),
        ("按计划开展巡查，1次得1分，2次得2分。", ["按计划开展巡查，1次", "2次"]),
        ("缺一次扣1分，两次扣3分。", ["缺一次", "两次"]),
        ("论文：SSCI收录每篇加4分，EI每篇加3分。", ["SSCI收录", "EI"]),
        ("有1处未清理扣1分，2处未清理扣3分。", ["有1处未清理", "2处未清理"]),
    ],
)
def test_the_case_of_a_step_has_its_count(words, cases):
    assert [rule.condition and rule.condition.chars for rule in rules(text(words))] == cases


def test_deductions_that_add_up_to_no_more_than_the_item_are_limited():
    assert read("以上扣分累计不超过该项总分。") == [("以上扣分累计不超过该项总分", "floor", None)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("按完成率换算。", [("按完成率换算", "formula", None)]),
        ("按测评得分率折算。", [("按测评得分率折算", "formula", None)]),
        ("按汇率折算成人民币。", []),
    ],
)
def test_marks_that_are_converted_by_a_rate_are_a_formula(words, expected):
    assert read(words) == expected


def test_per_mille_is_a_measure_and_what_the_rule_is_of_no_case():
    found = rules(text("成灾率每超0.1‰扣2分；被立案的此项不得分。"))
    assert [(r.per and r.per.chars, r.condition and r.condition.chars) for r in found] == [
        ("0.1‰", "成灾率每超0.1‰"),
        (None, "被立案的"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "国家级+5分，省级+3分，市级+1分（同一项目取最高分）",
            ["国家级+5分", "省级+3分", "市级+1分", "（同一项目取最高分）"],
        ),
        ("获表扬+2分，未获表扬不得分。", ["获表扬+2分", "未获表扬不得分"]),
        ("组织领导-5分", []),
        ("每日取最高分播报。", []),
    ],
)
def test_signs_add_behind_a_level_or_a_case(words, expected):
    assert [rule.text.raw for rule in rules(text(words))] == expected


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("其余按（得分÷最高分×20）计算", "其余"),
        ("未完成的按（实际数/目标数）×10计分", "未完成的"),
        ("得分=（实际数÷目标数）×10", None),
    ],
)
def test_a_formula_in_a_bracket_has_the_case_before_it(words, case):
    assert [rule.condition and rule.condition.chars for rule in rules(text(words))] == [case]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("参加一次清扫积3分，最多积9分。", [("参加一次清扫积3分", "award", "3"), ("最多积9分", "cap", "9")]),
        ("见义勇为的得积分8分。", [("见义勇为的得积分8分", "award", "8")]),
        ("获评好邻居的加5个积分。", [("获评好邻居的加5个积分", "add", "5")]),
        ("捐助邻里的给予6积分。", [("捐助邻里的给予6积分", "award", "6")]),
        ("占地面积5分以上的农户。", []),
        ("累积5分的予以警告。", []),
        ("每季度公示积分。", []),
    ],
)
def test_points_of_an_account_are_marks(words, expected):
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("隐瞒的，一次性扣完20分。", [("一次性扣完20分", "deduct", "20")]),
        ("每次扣1分，扣完20分为止。", [("每次扣1分", "deduct", "1"), ("扣完20分为止", "floor", "20")]),
        ("60分以下或被“一票否决”的为不合格。", []),
        ("发生火灾的一票否决。", [("发生火灾的一票否决", "veto", None)]),
        ("发生泄密的，一律不得确定为优秀。", [("一律不得确定为优秀", "veto", None)]),
        ("有违纪行为的，当年不得参加年度评优。", [("当年不得参加年度评优", "veto", None)]),
        ("存在造假的，结果直接定为“差”等次。", [("结果直接定为“差”等次", "veto", None)]),
        ("未参加评优的单位另行安排。", []),
        ("扣分以该项分值为限。", [("扣分以该项分值为限", "floor", None)]),
        ("持平得70%，上升得0。", [("持平得70%", "award", "70"), ("上升得0", "forfeit", None)]),
        ("年度成绩计0.5系数。", []),
        ("得分最低为0分。", [("得分最低为0分", "floor", None)]),
        ("至多扣4分。", [("至多扣4分", "cap", "4")]),
        ("不满3个的按比例折算加分。", [("不满3个的按比例折算加分", "formula", None)]),
    ],
)
def test_all_at_once_and_what_was_vetoed(words, expected):
    assert read(words) == expected


def test_the_last_tier_of_a_list_keeps_no_particle():
    assert [r.tier and r.tier.chars for r in rules(text("迟报、漏报、瞒报的，每次分别扣2分、4分、8分。"))] == [
        "迟报",
        "漏报",
        "瞒报",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("有方案、有总结，缺一项扣相应分值。", [("缺一项扣相应分值", "formula", None)]),
        ("缺一项扣除相应的分数。", [("缺一项扣除相应的分数", "formula", None)]),
        ("逾期3个月未改的全扣。", [("逾期3个月未改的全扣", "deduct", None)]),
        ("考核成绩=平时×40%+年终×60%。", [("考核成绩=平时×40%+年终×60%", "formula", None)]),
        ("扣相应分值的责任人由镇里约谈。", []),
    ],
)
def test_marks_in_words_alone(words, expected):
    assert read(words) == expected
