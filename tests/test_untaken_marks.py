"""Full marks that are printed and that no item took are told, wherever they stand; shares of an item's own are not."""

import pytest

from tests.making import codes, flatten, notice, page

HEAD = "望川县信访工作考核办法\n一、考核内容及计分标准\n"

#: Headings that lost their numbers stand behind each other in one paragraph.
NUMBERS_LOST = f"""{HEAD}（一）常规目标（共30分）.越级上访为零（15分）
发生一起扣5分。.交办件按期办结（9分）
逾期一件扣2分。.台账齐全（6分）
（二）年度目标（共70分）
1.积案化解（40分）。每少一件扣2分。
2.风险评估（30分）。未开展不得分。
"""
#: A list begins in the middle of an item, and what stood before the table's header is no part of the scheme.
ABOVE_THE_HEADER = """青石县党支部建设考评表
室）的扣2分。（3）宣传阵地（3分）：未挂党旗的扣1分。（4）服务阵地（4分）：未参加的扣1分。
一、制度机制（15分）
1.年度计划（8分）。未制定扣3分。
2.检查总结（7分）。未总结扣2分。
"""


@pytest.mark.parametrize("words", [NUMBERS_LOST, ABOVE_THE_HEADER])
def test_marks_that_no_item_took_are_told(words):
    assert "marks_untaken" in codes(notice(words))


def test_the_finding_quotes_them():
    found = next(f for f in notice(NUMBERS_LOST).findings if f.code == "marks_untaken")
    assert found.severity == "warning"
    assert "(30, 9, 6)" in found.message


@pytest.mark.parametrize(
    "item",
    [
        "1.积案化解（40分）。化解率达90%（15分）、息访率达80%（25分）。",
        "1.积案化解（40分）。每少一件扣2分，逾期30分钟扣1分。",
        "1.每年研究不少于2次（40分），少一次扣1分。",
        "1.积案化解（40分）。其中：建档（10分）。",
    ],
)
def test_shares_of_its_own_marks_are_not(item):
    made = notice(f"{HEAD}（一）年度目标（70分）\n{item}\n2.风险评估（30分）。未开展不得分。\n")
    assert [i.points.value for i in flatten(made.schemes[0].items) if i.points][:3] == [70, 40, 30]
    assert "marks_untaken" not in codes(made)


def test_bonuses_by_tier_are_not():
    words = "二、加分项\n1.工作受表彰的，省级（5分）、市级（3分）、县级（1分）。\n2.经验被推广的，省级（5分）、市级（3分）。\n"
    made = notice(f"{HEAD}1.积案化解（60分）。每少一件扣2分。\n2.风险评估（40分）。未开展不得分。\n{words}")
    assert "marks_untaken" not in codes(made)


def test_a_total_above_the_outline_is_not():
    words = (
        "考核指标：（总分100分）\n一、质量（100分）\n1.书写合格率达95%（60分），每低1%扣5分。\n2.接种率达90%（40分）\n"
    )
    assert "marks_untaken" not in codes(notice(f"望川县绩效考核评分细则\n{words}"))


def test_a_weighted_total_in_a_section_is_not():
    made = notice(
        f"{HEAD}1.积案化解（60分）。\n2.风险评估（40分）。\n二、结果运用\n90分以上为优秀，80分至89分为良好。\n"
    )
    assert "marks_untaken" not in codes(made)


PARTS = """望川县护林考核办法
一、考核内容
（一）乡镇考核内容。由{}两部分组成。
附件
乡镇护林考核评分表
考核项目\t考核内容\t分值
巡护（60分）\t按月巡护\t40
\t记录完整\t20
台账（40分）\t台账齐全\t40
"""


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ("巡护（60分）、台账（40分）", []),
        ("巡护（60分）、宣传（40分）", ["marks_untaken"]),
        ("巡护（70分）、台账（40分）", ["marks_untaken"]),
    ],
)
def test_a_sentence_that_names_parts_of_a_table_with_their_marks_leaves_none_untaken(parts, told):
    assert [code for code in codes(notice(PARTS.format(parts))) if code == "marks_untaken"] == told


@pytest.mark.parametrize(
    ("header", "cell", "told", "doubtful"),
    [
        ("加分标准", "专题信息每条5分", [("add", "条")], False),
        ("扣分标准", "会议缺席每次5分", [("deduct", "次")], False),
        ("评分标准", "专题信息每条5分", [("award", "条")], False),
        ("评分标准", "会议每次2分", [], True),
        ("评分标准", "会议2分/次", [], True),
        ("评分标准", "0.5分/次", [], True),
        ("评分标准", "每项各2分。", [], True),
        ("评分标准", "两项指标各5分", [], True),
        ("评分标准", "报表、总结各1分。", [], True),
        ("评分标准", "两项各得2分", [("award", None)], False),
        ("评分标准", "每项各5分钟", [], False),
        ("评分标准", "查看会议记录。", [], False),
        ("评分标准", "会议2分钟/次", [], False),
    ],
)
@pytest.mark.parametrize("points", ["5", ""])
def test_marks_for_each_that_say_not_which_way_they_go_are_told(header, cell, told, doubtful, points):
    rows = [["考核内容", "分值", header], ["报送情况", points, cell], ["建立台账", "5", "未建立扣5分"]]
    made = page("青石县2024年考核细则", rows)
    assert [(r.effect, r.per) for r in made.schemes[0].items[0].scoring_rules] == told
    assert ("marks_untaken" in codes(made)) == doubtful


def test_marks_for_a_fault_beside_marks_that_are_earned_are_told():
    rows = [
        ["考核内容", "分值", "评分标准"],
        ["信息报送", "5", "信息每条1分，差错每处2分。"],
        ["宣传报道", "5", "报道每篇1分。"],
    ]
    made = page("青石县2024年考核细则", rows)
    assert [f.pointer for f in made.findings if f.code == "marks_untaken"] == ["/schemes/0/items/0"]


def test_what_does_credit_earns_its_marks_in_a_running_text_too():
    made = notice("青石县2024年信息工作考核办法\n一、计分标准\n1.专题信息每条5分，综述每条3分。\n2.迟报扣1分。\n")
    item = made.schemes[0].items[0].children[0]
    assert [(r.effect, int(r.amount), r.per) for r in item.scoring_rules] == [("award", 5, "条"), ("award", 3, "条")]


BASE = "（一）经济工作\n1.新增企业。新增企业基本分100分，每减少一户扣10分。\n2.工业产值。{}，每低1个百分点扣1分。\n"


@pytest.mark.parametrize("said", ["工业产值基本分100分", "基础分为60分", "基准分：80分"])
def test_base_marks_that_a_sentence_says_are_told(said):
    found = [f for f in notice(HEAD + BASE.format(said)).findings if f.code == "marks_untaken"]
    assert len(found) == 2
    assert "(100)" in found[0].message


@pytest.mark.parametrize(
    "item",
    [
        "1.新增企业（100分）。新增企业基本分100分，每减少一户扣10分。",
        "1.新增企业。在基本分100分的基础上，每减少一户扣10分。",
    ],
)
def test_base_marks_that_are_taken_or_only_referred_to_are_not(item):
    assert "marks_untaken" not in codes(
        notice(f"{HEAD}（一）经济工作\n{item}\n2.工业产值（60分）。每低1个百分点扣1分。\n")
    )


CELL = [["序号", "考核内容", "分值", "评分标准"], ["2", "林区防火", "80", "少一次扣2分"]]


def test_marks_behind_a_name_that_differ_from_their_cell_are_told():
    made = page("青石县2024年护林考核表", [CELL[0], ["1", "巡护（15分）：按月巡山", "20", "少一次扣2分"], CELL[1]])
    (found,) = [f for f in made.findings if f.code == "marks_untaken"]
    assert (found.pointer, "(15)" in found.message) == ("/schemes/0/items/0", True)


@pytest.mark.parametrize(
    "words",
    [
        "巡护（20分）：按月巡山",
        "巡护：按月巡山（12分），填写日志（8分）",
        "按月巡山，其中记录（5分）",
        "巡护（12分）：按月巡山。日志（8分）：填写完整",
    ],
)
def test_marks_that_are_the_cell_s_or_shares_of_it_are_not(words):
    made = page("青石县2024年护林考核表", [CELL[0], ["1", words, "20", "少一次扣2分"], CELL[1]])
    assert "marks_untaken" not in codes(made)


DASHED = "望川县工会考核标准\n一、组织建设（20分）\n1.机构健全{}8分\n2.制度上墙{}12分\n"


def test_marks_behind_a_short_dash_are_told():
    assert codes(notice(DASHED.format("-", "-"))).count("marks_untaken") == 2


@pytest.mark.parametrize("dash", ["——", "—", "："])
def test_those_behind_a_long_one_are_read(dash):
    made = notice(DASHED.format(dash, dash))
    assert [int(i.points.value) for i in flatten(made.schemes[0].items) if i.points] == [20, 8, 12]
    assert "marks_untaken" not in codes(made)


BARE = "望川县档案工作考核标准\n一、体制机制（20分）\n1. 分管领导明确。 4\n2. 列入年度计划。 {0}\n3. 经费有保障。 3\n"


@pytest.mark.parametrize(
    "words",
    [
        BARE.format(3),
        "望川县村干部考核办法\n一、共性职责（60分）\n（一）学习教育 10\n（二）坐班值班 20\n（三）民事代办 25\n",
    ],
)
def test_bare_numbers_that_come_to_nothing_are_told(words):
    assert codes(notice(words)).count("marks_untaken") == 3


@pytest.mark.parametrize(
    "words",
    [
        "望川县重点任务清单\n一、民生实事\n（一）新建公厕 10\n（二）改造小区 20\n（三）更新路灯 25\n",
        "望川县考核办法\n一、履职（60分）\n（一）到会人数达到 10\n（二）每月走访超过 20\n（三）在岗不少于 25\n",
    ],
)
def test_figures_of_goals_and_of_sentences_are_not(words):
    assert "marks_untaken" not in codes(notice(words))
