"""Marks given and taken side by side behind names that belong to both."""

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
