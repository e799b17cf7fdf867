"""Marks given and taken side by side behind names that belong to both."""

import pytest

from tests.making import flatten, page

TITLE = "青石县2023年考核细则"


def test_marks_given_and_taken_behind_a_shared_name_are_two_items():
    made = page(
        TITLE,
        [
            ["项目", "加分内容", "加分分值", "减分内容", "减分分值"],
            ["宣传工作", "在省级媒体发表", "5", "出现负面舆情", "10"],
            ["信访工作", "化解积案", "3", "", ""],
        ],
    )
    found = [(i.title, i.requirement, str(i.points.value), i.nature) for i in made.schemes[0].items]
    assert found == [
        ("宣传工作", "在省级媒体发表", "5", "bonus"),
        ("信访工作", "化解积案", "3", "bonus"),
        ("宣传工作", "出现负面舆情", "10", "deduction"),
    ]
    assert made.coverage == 1


def test_a_shared_name_over_several_rows_keeps_both_lists():
    made = page(
        TITLE,
        [
            ["序号", "项目", "奖分内容", "奖分标准", "扣分内容", "扣分标准"],
            [("1", 2, 1), ("宣传工作", 2, 1), "在省级媒体发表", "每篇加2分", "出现负面舆情", "每起扣5分"],
            ["在市级媒体发表", "每篇加1分", "未报送信息", "每次扣1分"],
        ],
    )
    found = [
        (i.nature, i.requirement, [r.raw for r in i.scoring_rules])
        for i in flatten(made.schemes[0].items)
        if i.requirement
    ]
    assert found == [
        ("bonus", "在省级媒体发表", ["每篇加2分"]),
        ("bonus", "在市级媒体发表", ["每篇加1分"]),
        ("deduction", "出现负面舆情", ["每起扣5分"]),
        ("deduction", "未报送信息", ["每次扣1分"]),
    ]


def test_one_column_of_marks_given_beside_one_of_marks_taken_is_no_pair_of_lists():
    made = page(TITLE, [["项目", "加分", "扣分"], ["获表彰", "每次加2分", ""], ["被通报", "", "每次扣3分"]])
    assert [(i.title, [r.raw for r in i.scoring_rules]) for i in made.schemes[0].items] == [
        ("获表彰", ["每次加2分"]),
        ("被通报", ["每次扣3分"]),
    ]


def test_what_is_taken_for_a_base_item_makes_it_no_deduction():
    made = page(
        TITLE,
        [
            ["考核项目", "分值", "扣分内容", "扣分标准"],
            ["宣传工作", "10", "未报送信息", "每次扣1分"],
            ["信访工作（20分）", "", "出现越级上访", "每起扣2分"],
        ],
    )
    assert [(i.title, i.nature, str(i.points.value)) for i in made.schemes[0].items] == [
        ("宣传工作", "base", "10"),
        ("信访工作", "base", "20"),
    ]


@pytest.mark.parametrize("total", [["合计", "", "8", "", "16"], [("合计", 1, 2), "8", "合计", "16"]])
def test_what_either_side_comes_to_is_not_what_the_scheme_is_worth(total):
    made = page(
        TITLE,
        [
            ["项目", "加分内容", "加分分值", "减分内容", "减分分值"],
            ["宣传工作", "在省级媒体发表", "5", "出现负面舆情", "10"],
            ["信访工作", "化解积案", "3", "积案未化解", "6"],
            total,
        ],
    )
    assert made.schemes[0].total is None
    assert [u.reason for u in made.unparsed] == ["subtotal"]


def test_full_marks_before_names_of_what_is_given_besides_are_the_first_name_s():
    made = page(
        TITLE,
        [
            ["项目", "分值", "评分标准", "加分项目", "加分标准"],
            [("宣传工作", 2, 1), ("10", 2, 1), ("少一篇扣1分", 2, 1), "省级媒体发表", "每篇加2分"],
            ["市级媒体发表", "每篇加1分"],
            ["信访工作", "20", "每起扣1分", "", ""],
        ],
    )
    found = [
        (i.title, i.nature, i.points and str(i.points.value), [r.raw for r in i.scoring_rules])
        for i in flatten(made.schemes[0].items)
    ]
    assert found == [
        ("宣传工作", "base", "10", ["少一篇扣1分"]),
        ("省级媒体发表", "bonus", None, ["每篇加2分"]),
        ("市级媒体发表", "bonus", None, ["每篇加1分"]),
        ("信访工作", "base", "20", ["每起扣1分"]),
    ]


def test_columns_of_marks_given_and_taken_behind_full_marks_are_rules_and_no_names():
    made = page(
        TITLE,
        [
            ["考核内容", "考核指标", "分值", "评分标准", "加分项", "扣分项"],
            ["宣传工作", "发稿", "10", "少一篇扣1分", "省级每篇加1分", "舆情每起扣2分"],
            ["信访工作", "化解", "20", "每起扣1分", "化解积案每件加1分", "越级每次扣2分"],
        ],
    )
    leaves = [i for i in flatten(made.schemes[0].items) if not i.children]
    assert [(i.title, i.nature, str(i.points.value), len(i.scoring_rules)) for i in leaves] == [
        ("发稿", "base", "10", 3),
        ("化解", "base", "20", 3),
    ]
    assert [f.code for f in made.findings].count("structure_inferred") == 3


def test_names_of_what_is_taken_stay_names_where_no_full_marks_stand_before_them():
    made = page(TITLE, [["类别", "扣分项", "分值"], ["宣传", "舆情每起扣2分", "5"], ["信访", "越级每次扣2分", "5"]])
    leaves = [i for i in flatten(made.schemes[0].items) if not i.children]
    assert [(i.nature, len(i.scoring_rules), str(i.points.value)) for i in leaves] == [("deduction", 1, "5")] * 2


def test_a_header_over_both_sides_may_be_printed_again():
    header = ["项目", "加分内容", "加分分值", "减分内容", "减分分值"]
    rows = [["宣传工作", "在省级媒体发表", "5", "出现负面舆情", "10"], ["信访工作", "化解积案", "3", "积案未化解", "6"]]
    made = page(TITLE, [header, rows[0], header, rows[1]])
    assert [(i.title, i.nature, str(i.points.value)) for i in made.schemes[0].items] == [
        ("宣传工作", "bonus", "5"),
        ("信访工作", "bonus", "3"),
        ("宣传工作", "deduction", "10"),
        ("信访工作", "deduction", "6"),
    ]


TEXTS = (
    "按月报送工作信息，落实三审三校制度，每月不少于四条，全年不少于五十条，采用率不低于三成，并建立台账备查。",
    "对排查出的信访积案逐件落实包案领导和责任单位，做到情况清、底数明、措施实，按期化解并录入系统，定期回访。",
)


def test_a_text_over_rows_before_names_of_what_is_given_besides_is_said_once():
    made = page(
        TITLE,
        [
            ["项目", "考核内容", "分值", "加分项目", "加分标准"],
            [("宣传工作", 2, 1), (TEXTS[0], 2, 1), ("10", 2, 1), "省级媒体发表", "每篇加2分"],
            ["市级媒体发表", "每篇加1分"],
            ["信访工作", TEXTS[1], "90", "", ""],
        ],
    )
    found = [(i.title, i.requirement, i.nature) for i in flatten(made.schemes[0].items)]
    assert found == [
        ("宣传工作", TEXTS[0], "base"),
        ("省级媒体发表", None, "bonus"),
        ("市级媒体发表", None, "bonus"),
        ("信访工作", TEXTS[1], "base"),
    ]
