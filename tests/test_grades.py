"""Grades in columns: what each is worth becomes a rule with the grade as its tier, and its words stay."""

import pytest

from normalizers.headers import is_grade
from tests.making import codes, page, pipes

TITLE = "望川县2024年窗口服务考评标准"


def rules_of(made, item=0):
    found = made.schemes[0].items[item].scoring_rules
    return [(r.effect, r.tier, r.min and str(r.min), r.amount and str(r.amount), r.condition) for r in found]


def awards(*marks):
    return [("award", tier, None, amount, None) for tier, amount in marks]


SCALE = [*awards(("优", "10"), ("良", "8"), ("中", "6")), ("forfeit", "差", None, None, None)]


@pytest.mark.parametrize("write", [page, pipes])
@pytest.mark.parametrize("unit", ["分", ""])
def test_marks_under_grades_are_rules_with_the_grade_as_tier(write, unit):
    made = write(
        TITLE,
        [
            ["序号", "考核项目", "分值", "优", "良", "中", "差"],
            ["1", "服务态度", "10", *(f"{n}{unit}" for n in (10, 8, 6, 0))],
            ["2", "办事效率", "20", *(f"{n}{unit}" for n in (20, 15, 10, 0))],
        ],
    )
    assert rules_of(made) == SCALE
    assert [r.raw for r in made.schemes[0].items[1].scoring_rules] == [f"{n}{unit}" for n in (20, 15, 10, 0)]
    assert made.schemes[0].items[0].extra == {"优": f"10{unit}", "良": f"8{unit}", "中": f"6{unit}", "差": f"0{unit}"}


def test_the_best_grade_without_a_column_of_full_marks_is_a_rule_beside_the_others():
    made = page(
        TITLE,
        [["考核内容", "好", "一般", "差"], ["政治立场", "18-20", "12-17", "1-11"], ["作风", "18-20", "12-17", "1-11"]],
    )
    want = [("award", "好", "18", "20", None), ("award", "一般", "12", "17", None), ("award", "差", "1", "11", None)]
    assert rules_of(made) == rules_of(made, 1) == want
    assert codes(made) == ["structure_inferred"]


@pytest.mark.parametrize(
    "header", [["优（10分）", "良（8分）", "差（3分）"], ["优(10)", "良(8)", "差(3)"], ["优10分", "良8分", "差3分"]]
)
def test_a_grades_header_says_what_the_words_below_it_are_worth(header):
    rows = ["服务态度", "态度热情", "态度一般", "态度恶劣"], ["办事效率", "提前办结", "按时办结", "经常超时"]
    made = page(TITLE, [["考核项目", *header], *map(list, rows)])
    assert rules_of(made, 1) == [
        ("award", "优", None, "10", "提前办结"), ("award", "良", None, "8", "按时办结"), ("award", "差", None, "3", "经常超时"),
    ]  # fmt: skip
    assert {r.basis for r in made.schemes[0].items[0].scoring_rules} == {"inherited"}
    assert list(made.schemes[0].items[0].extra.values()) == ["态度热情", "态度一般", "态度恶劣"]


def test_shares_of_the_full_marks_in_a_grades_header():
    rows = ["村务公开", "20", "公开全面", "公开较全"], ["环境整治", "80", "村庄整洁", "较为整洁"]
    made = page(TITLE, [["指标", "满分", "A（100%）", "B（60%）"], *map(list, rows)])
    assert rules_of(made, 1) == [("award", "A", None, "100", "村庄整洁"), ("award", "B", None, "60", "较为整洁")]
    assert made.schemes[0].items[1].scoring_rules[1].unit == "percent"


def test_words_and_marks_in_one_cell_below_a_grade():
    rows = ["值班", "10", "无脱岗（10分）", "偶有脱岗（6分）"], ["台账", "5", "齐全（5分）", "不全（2分）"]
    made = page(TITLE, [["指标", "分值", "优", "良"], *map(list, rows)])
    assert rules_of(made) == [("award", "优", None, "10", "无脱岗"), ("award", "良", None, "6", "偶有脱岗")]


def test_words_and_bare_marks_in_one_cell_below_a_grade():
    rows = ["投资", "5亿元以上，10分", "3亿元以上，8分"], ["就业", "500人以上10分", "300人以上8分"]
    made = page(TITLE, [["指标", "一档", "二档"], *map(list, rows)])
    assert rules_of(made) == [("award", "一档", None, "10", "5亿元以上"), ("award", "二档", None, "8", "3亿元以上")]
    assert rules_of(made, 1) == [("award", "一档", None, "10", "500人以上"), ("award", "二档", None, "8", "300人以上")]


def test_prizes_and_levels_of_places_add_in_a_list_of_bonuses():
    made = page("云溪区奖励加分标准", [["项目", "国家级", "省级"], ["获得表彰", "10", "6"], ["经验推广", "8", "5"]])
    assert rules_of(made, 1) == [("add", "国家级", None, "8", None), ("add", "省级", None, "5", None)]
    made = page("云溪区竞赛加分标准", [["奖项", "一等奖", "二等奖"], ["国家级", "10", "8"], ["省级", "6", "5"]])
    assert rules_of(made, 1) == [("add", "一等奖", None, "6", None), ("add", "二等奖", None, "5", None)]


@pytest.mark.parametrize(
    "table",
    [
        [
            ["考核内容", "分值", "优秀（90-100）", "良好（80-89）"],
            ["组织领导", "20", "机构健全", "有机构"],
            ["制度建设", "30", "完善", "不全"],
        ],
        [
            ["考核内容", "分值", "优（1.0）", "良（0.8）"],
            ["组织领导", "20", "机构健全", "有机构"],
            ["制度建设", "30", "完善", "不全"],
        ],
        [["考核内容", "分值", "优", "良"], ["覆盖率", "20", "95%", "90%"], ["办结率", "30", "98%", "95%"]],
        [["考核内容", "分值", "优", "良"], ["走访次数", "20", "12", "6"], ["宣传场次", "30", "4", "2"]],
        [
            ["考核内容", "分值", "优", "良"],
            ["走访", "20", "每周一次", "每月一次"],
            ["宣传", "30", "四场以上", "两场以上"],
        ],
    ],
)
def test_bands_shares_counts_and_conditions_are_no_marks_and_a_finding_says_so(table):
    made = page(TITLE, table)
    assert [rules_of(made, i) for i in (0, 1)] == [[], []]
    assert codes(made) == ["grades_unread"]
    assert list(made.schemes[0].items[0].extra.values()) == table[1][2:]


@pytest.mark.parametrize(
    "table",
    [
        [["指标名称", "分值", "全国", "全省"], ["森林覆盖率", "20", "24", "20"], ["绿化率", "30", "30", "25"]],
        [["考核项目", "分值", "合格", "不合格"], ["消防设施", "20", "", ""], ["安全通道", "30", "", ""]],
        [["考核项目", "分值", "优", "备注"], ["消防设施", "20", "齐全", ""], ["安全通道", "30", "畅通", ""]],
    ],
)
def test_levels_of_places_boxes_to_tick_and_a_lone_grade_are_no_scale(table):
    made = page(TITLE, table)
    assert [rules_of(made, i) for i in (0, 1)] == [[], []]
    assert codes(made) == []


@pytest.mark.parametrize("header", ["评分等级", "评分标准", "计分说明"])
@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("优：9-10分；良：7-8分；差：1-6分", [("优", "9", "10"), ("良", "7", "8"), ("差", "1", "6")]),
        (
            "A.很好（10分） B.较好（8分） C.一般（6分）",
            [("很好", None, "10"), ("较好", None, "8"), ("一般", None, "6")],
        ),
        ("优10分，良8分，中6分", [("优", None, "10"), ("良", None, "8"), ("中", None, "6")]),
        ("优秀:10分;良好:8分;合格:6分。", [("优秀", None, "10"), ("良好", None, "8"), ("合格", None, "6")]),
    ],
)
def test_a_cell_of_nothing_but_grades_and_their_marks(header, cell, wanted):
    made = page(TITLE, [["指标", "分值", header], ["服务态度", "10", cell], ["办事效率", "90", "每超时一次扣1分"]])
    assert rules_of(made) == [("award", tier, least, most, None) for tier, least, most in wanted]


@pytest.mark.parametrize(
    "cell",
    ["优：90-100分；良：80-89分；差：60分以下", "90分以上为优，80分以上为良", "优、良、中、差"],
)
def test_bands_and_grades_alone_are_no_list_of_marks(cell):
    made = page(TITLE, [["指标", "分值", "评分标准"], ["服务态度", "10", cell], ["办事效率", "90", "每超时一次扣1分"]])
    assert [rule for rule in made.schemes[0].items[0].scoring_rules if rule.tier is not None] == []
    assert made.schemes[0].items[0].scoring == cell


def test_rows_of_grades_are_rules_of_the_item_that_they_grade():
    made = page(
        TITLE,
        [
            ["考核项目", "考核内容", "等次", "分值", "评分标准"],
            [("党建", 3, 1), ("组织生活", 3, 1), "优", "10", "按月开展"], ["良", "8", "按季开展"], ["差", "0", ""],
            [("经济", 2, 1), ("招商引资", 2, 1), "优", "20", "超额"], ["良", "15", "完成"],
        ],
    )  # fmt: skip
    first, second = made.schemes[0].items
    assert [(i.title, i.requirement, i.children, i.points) for i in (first, second)] == [
        ("党建", "组织生活", (), None), ("经济", "招商引资", (), None),
    ]  # fmt: skip
    assert rules_of(made) == [
        ("award", "优", None, "10", "按月开展"), ("award", "良", None, "8", "按季开展"), ("forfeit", "差", None, None, None),
    ]  # fmt: skip
    assert (first.scoring, first.extra, len(first.scoring_rules)) == ("按月开展\n按季开展", {"等次": "优\n良\n差"}, 3)
    assert (rules_of(made, 1), made.coverage) == (
        [("award", "优", None, "20", "超额"), ("award", "良", None, "15", "完成")], 1.0,
    )  # fmt: skip


def test_rows_with_texts_of_their_own_beside_a_grade_stay_items():
    made = page(
        TITLE,
        [
            ["考核项目", "考核内容", "等次", "分值"],
            [("党建", 2, 1), "组织生活", "优", "10"],
            ["党员教育", "良", "8"],
            ["经济", "招商", "优", "82"],
        ],
    )
    assert [len(i.children) for i in made.schemes[0].items] == [2, 0]


def test_codes_in_a_first_row_are_no_grades():
    assert [is_grade(word) for word in ("A1", "B2", "C10", "优10分", "A10分", "优（10）", "一档")] == [
        False, False, False, True, True, True, True,
    ]  # fmt: skip
