"""Headers that mean two things: classes of names, marks given and taken, sums of groups, amounts beside their words."""

import pytest

from tests.making import codes, flatten, notice, page

TITLE = "青石县2023年考核细则"


def read(*rows, title=TITLE):
    made = page(title, list(rows))
    assert made.coverage == 1
    return made


def told(made):
    return [
        (i.title or i.requirement, i.nature, i.points and str(i.points.value)) for i in flatten(made.schemes[0].items)
    ]


@pytest.mark.parametrize("header", ["指标类型", "类别", "任务类别", "所属领域", "考核分类"])
def test_the_class_of_names_that_each_have_a_row_is_no_level(header):
    made = read(
        ["序号", "指标名称", header, "分值", "责任单位"],
        ["1", "公路建设", "定量", "40", "县交通运输局"],
        ["2", "水库除险", "定性", "30", "县水利局"],
        ["3", "农田建设", "定量", "30", "县农业农村局"],
    )
    assert told(made) == [("公路建设", "base", "40"), ("水库除险", "base", "30"), ("农田建设", "base", "30")]
    assert [i.extra for i in made.schemes[0].items] == [{header: "定量"}, {header: "定性"}, {header: "定量"}]


def test_a_class_below_names_over_several_rows_is_a_level():
    made = read(
        ["项目", "类别", "内容", "分值"],
        [("党建", 2, 1), "组织", "开会", "10"],
        ["宣传", "发稿", "20"],
        ["经济", "招商", "引资", "70"],
    )
    assert [(i.title, len(i.children)) for i in made.schemes[0].items] == [("党建", 2), ("经济", 1)]


@pytest.mark.parametrize(
    "header",
    [
        ["序号", "考核内容", "扣分项", "加分项", "分值"],
        ["序号", "考核内容", "扣分事项", "加分事项", "分值"],
        ["序号", "考核指标", "减分项", "加分项", "分值"],
    ],
)
def test_marks_given_and_taken_beside_each_other_are_rules_before_full_marks_too(header):
    made = read(
        header,
        ["1", "环境卫生", "垃圾乱堆一处扣1分", "获评红旗村加2分", "50"],
        ["2", "基层治理", "发生矛盾上行一起扣1分", "", "50"],
    )
    assert told(made) == [("环境卫生", "base", "50"), ("基层治理", "base", "50")]
    assert [[r.effect for r in i.scoring_rules] for i in made.schemes[0].items] == [["deduct", "add"], ["deduct"]]


def test_bodies_with_what_they_were_given_and_what_was_taken_have_a_row_each():
    made = read(
        ["乡镇", "加分项", "减分项"], ["城关镇", "获市级表彰加2分", "被通报扣1分"], ["东河乡", "", "被通报扣2分"]
    )
    assert [(i.title, len(i.scoring_rules), len(i.children)) for i in made.schemes[0].items] == [
        ("城关镇", 2, 0),
        ("东河乡", 1, 0),
    ]


def test_marks_taken_are_no_score():
    made = read(
        ["指标", "分值", "评分标准", "扣分", "得分"],
        ["支部建设", "50", "少一次扣2分", "2", "48"],
        ["党员教育", "50", "少一次扣2分", "4", "46"],
    )
    assert [(str(i.score), i.extra) for i in made.schemes[0].items] == [("48", {"扣分": "2"}), ("46", {"扣分": "4"})]


def test_a_sum_beside_the_marks_of_its_rows_is_what_the_group_is_worth():
    made = read(
        ["类别", "考核内容", "得分", "合计得分"],
        [("组织保障", 3, 1), "有具体负责人", "2分", ("6分", 3, 1)],
        ["有经办人员", "2分"],
        ["有衔接机制", "2分"],
    )
    assert told(made) == [
        ("组织保障", "base", "6"),
        ("有具体负责人", "base", "2"),
        ("有经办人员", "base", "2"),
        ("有衔接机制", "base", "2"),
    ]
    assert all(i.score is None for i in flatten(made.schemes[0].items))


@pytest.mark.parametrize("header", ["标准分100分", "分值100分", "满分：100分", "分值（满分：100）", "分值（100分）"])
def test_what_all_are_worth_may_stand_behind_the_header(header):
    made = read(["考核项目", header, "评分标准"], ["支部建设", "40", "少一次扣2分"], ["党员教育", "60", "少一次扣2分"])
    assert told(made) == [("支部建设", "base", "40"), ("党员教育", "base", "60")]
    assert str(made.schemes[0].total.value) == "100"


def test_the_header_of_the_names_may_say_what_all_are_worth():
    made = read(
        ["考核项目（90分）", "分值", "评分标准"], ["支部建设", "40", "少一次扣2分"], ["党员教育", "60", "少一次扣2分"]
    )
    assert str(made.schemes[0].total.value) == "90"
    assert "total_sum" in codes(made)


@pytest.mark.parametrize("header", ["权重%", "权重％", "比重%", "权重（%）", "权重(100%)"])
def test_a_share_s_header_may_have_its_sign_without_a_bracket(header):
    made = read(["指标", header, "评分标准"], ["支部建设", "40", "少一次扣2分"], ["党员教育", "60", "少一次扣2分"])
    assert [(i.points, str(i.weight.value)) for i in made.schemes[0].items] == [(None, "40"), (None, "60")]


def test_a_rule_under_the_full_marks_is_a_rule():
    made = read(
        ["项目", "内容", "分值"],
        ["支部建设", "开会", "90"],
        [("加分项", 2, 1), "国家级表彰", "加5分"],
        ["省级表彰", "2分/次"],
    )
    bonus = made.schemes[0].items[1].children
    assert [[(r.effect, str(r.amount), r.per) for r in i.scoring_rules] for i in bonus] == [
        [("add", "5", None)],
        [("add", "2", "次")],
    ]


@pytest.mark.parametrize("cell", ["½", "同上", "1或2分"])
def test_full_marks_that_are_no_one_amount_are_told(cell):
    made = read(["项目", "内容", "分值"], ["支部建设", "开会", cell], ["党员教育", "培训", "60"])
    assert made.schemes[0].items[0].points is None
    assert "points_unread" in codes(made)


def test_a_row_that_names_who_must_do_what_is_below_it():
    made = read(
        ["序号", "工作任务", "完成时限"],
        [("牵头单位：县发改委", 1, 3)],
        ["1", "新建公路。", "6月底前"],
        ["2", "除险加固。", "12月底前"],
    )
    (top,) = made.schemes[0].items
    assert top.title == "县发改委"
    assert [(u.name, u.role) for u in top.responsible] == [("县发改委", "lead")]
    assert len(top.children) == 2


@pytest.mark.parametrize("words", [("小项", "小计"), ("单项分", "总分"), ("分项", "合计"), ("小项", "大项")])
def test_full_marks_in_two_columns_are_an_item_s_and_its_group_s(words):
    made = read(
        [("考核项目", 2, 1), ("考核内容", 2, 1), ("分值（分）", 1, 2), ("评分办法", 2, 1)],
        list(words),
        [("项目建设", 2, 1), "新开工", "15", ("25", 2, 1), "少一个扣1分"],
        ["竣工", "10", "少一个扣1分"],
        [("招商", 2, 1), "引资", "50", ("75", 2, 1), "按比例得分"],
        ["推介", "25", "少一次扣1分"],
    )
    assert [amount for _, _, amount in told(made)] == ["25", "15", "10", "75", "50", "25"]
    assert "children_sum" not in codes(made)


@pytest.mark.parametrize(
    "rows",
    [
        [["1", "依法行政", "40", "未备案一件扣2分"], ["", "", "", "未建台账的扣3分"]],
        [[("1", 2, 1), ("依法行政", 2, 1), ("40", 2, 1), "未备案一件扣2分"], ["未建台账的扣3分"]],
    ],
)
def test_a_row_of_nothing_but_marks_goes_on_the_one_above(rows):
    made = read(["序号", "考核项目", "分值", "评分标准"], *rows, ["2", "信访", "60", "少一次扣1分"])
    assert told(made) == [("依法行政", "base", "40"), ("信访", "base", "60")]
    assert [len(i.scoring_rules) for i in made.schemes[0].items] == [2, 1]
    assert "points_missing" not in codes(made)


def test_clauses_that_give_marks_besides_stay_one_each():
    made = read(
        ["考核项目", "分值", "评分标准"],
        ["支部建设", "95", "少一次扣1分"],
        [("加分项", 3, 1), ("5", 3, 1), "获国家级表彰加5分"],
        ["获省级表彰加3分"],
        ["获市级表彰加1分"],
    )
    bonus = made.schemes[0].items[1]
    assert bonus.nature == "bonus"
    assert [len(i.scoring_rules) for i in bonus.children] == [1, 1, 1]


def test_other_rows_below_a_name_stay_rows():
    made = read(
        ["项目", "考核内容", "分值", "评分标准"],
        [("党建", 3, 1), "开会", "40", "少一次扣2分"],
        ["培训", "", "未培训扣3分"],
        ["宣传", "60", "少一次扣1分"],
    )
    assert [i.requirement for i in made.schemes[0].items[0].children] == ["开会", "培训", "宣传"]


@pytest.mark.parametrize(
    "header", ["人数", "周期（天）", "数量", "资金（万元）", "面积（亩）", "完成率", "投资额", "形象进度"]
)
def test_what_is_counted_or_measured_is_no_mark_whatever_it_adds_up_to(header):
    made = read(
        ["工作任务", header, "责任单位"],
        ["新建公路", "30", "县交通局"],
        ["除险加固", "70", "县水利局"],
        title="青石县2023年任务清单",
    )
    assert [(i.points, i.weight, i.extra) for i in made.schemes[0].items] == [
        (None, None, {header: "30"}),
        (None, None, {header: "70"}),
    ]


@pytest.mark.parametrize("header", ["单项值", "给几分", "打分数"])
def test_a_strange_header_over_amounts_that_add_up_may_be_the_full_marks(header):
    made = read(["工作任务", header, "责任单位"], ["新建公路", "30", "县交通局"], ["除险加固", "70", "县水利局"])
    assert [str(i.points.value) for i in made.schemes[0].items] == ["30", "70"]


def test_columns_of_one_name_are_told_apart_by_what_stands_over_them():
    made = read(
        [("单位", 2, 1), ("引进项目", 1, 2), ("开工项目", 1, 2)],
        ["个数", "金额（亿元）", "个数", "金额（亿元）"],
        ["城关镇", "3", "12", "2", "8"],
        ["东河乡", "2", "10", "1", "5"],
        title="青石县2023年任务清单",
    )
    assert made.schemes[0].items[0].extra == {
        "引进项目个数": "3",
        "引进项目金额（亿元）": "12",
        "开工项目个数": "2",
        "开工项目金额（亿元）": "8",
    }


def test_goals_of_two_years_are_told_apart_by_the_years():
    made = read(
        [("工作任务", 2, 1), ("2023年", 1, 2), ("2024年", 1, 2), ("责任单位", 2, 1)],
        ["目标值", "完成值", "目标值", "完成值"],
        ["粮食产量", "10万吨", "10.5万吨", "11万吨", "", "县农业农村局"],
        ["蔬菜产量", "5万吨", "5.5万吨", "6万吨", "", "县农业农村局"],
        title="青石县2023年任务清单",
    )
    assert made.schemes[0].items[0].extra == {
        "2023年目标值": "10万吨",
        "2023年完成值": "10.5万吨",
        "2024年目标值": "11万吨",
    }


@pytest.mark.parametrize(
    "rows",
    [
        [[("责任领导", 1, 4), ("考核得分", 2, 1), "扣分标准"], ["一票否决", "一票否决"], ["张三"]],
        [
            [("整改措施", 3, 1), "加分项目", ("差", 2, 1), ("工作任务", 1, 2)],
            [("合计", 1, 4), "一、", "扣分项", "合计", "每季度末", "每季度末"],
            [("少一次扣1分", 1, 4), "党建工作", "100", "/", "党建工作", "扣分项", "30%"],
            [("小计", 3, 1), "长期坚持"],
            ["分值", "单位", "目标任务"],
        ],
    ],
)
def test_headers_of_one_name_in_any_table_break_nothing(rows):
    made = page(TITLE, [["三级指标", "加分分值"]], rows)
    assert all(f.span is None or f.span.start < f.span.end for f in made.findings)


STANDARDS = [
    ["检查项目", "检查标准", "分值", "评分标准"],
    ["组织领导", "成立领导小组，明确责任人。", "5", "未成立的不得分。"],
    ["宣传教育", "开展护林宣传。", "8", "未开展的不得分。"],
    ["队伍建设", "配齐护林人员。", "12", "少一人扣1分。"],
]


@pytest.mark.parametrize("between", ["\t", "\n", ""], ids=["tabs", "lines", "run"])
def test_a_standard_before_that_of_the_marks_tells_what_is_asked(between):
    rows = [between.join(row) for row in STANDARDS]
    made = notice("青石县2022年护林检查表\n" + ("" if between == "" else "\n").join(rows) + "\n")
    assert [c.role for c in made.schemes[0].columns] == ["title", "requirement", "points", "scoring"]
    asked = [(i.title or "") + i.requirement for i in made.schemes[0].items]
    assert asked == [row[0] + row[1] for row in STANDARDS[1:]]
    assert [i.scoring for i in made.schemes[0].items] == [row[3] for row in STANDARDS[1:]]


def test_a_standard_whose_cells_take_marks_stays_one_of_marks():
    rows = [
        ["检查项目", "检查标准", "分值", "评分办法"],
        ["组织领导", "未成立小组的扣5分。", "5", "查阅文件"],
        ["宣传教育", "未宣传的扣2分。", "8", "查阅照片"],
    ]
    made = page("青石县2022年护林检查表", rows)
    assert [i.scoring for i in made.schemes[0].items] == ["未成立小组的扣5分。", "未宣传的扣2分。"]


@pytest.mark.parametrize("header", ["考核方式", "考评方式", "评价方式"])
def test_ways_of_assessing_with_a_share_each_are_the_names_where_no_column_has_any(header):
    made = page("望川县2024年护林考核办法", [[header, "占比"], ["日常考核", "40%"], ["年终考核", "60%"]])
    assert [(i.title, int(i.weight.value)) for i in made.schemes[0].items] == [("日常考核", 40), ("年终考核", 60)]


def test_ways_of_looking_beside_names_or_texts_are_none():
    rows = [["考核内容", "考核方式", "占比"], ["建立巡护台账", "查阅资料", "40%"], ["设置警示标牌", "实地查看", "60%"]]
    made = page("望川县2024年护林考核办法", rows)
    assert [(i.title, i.requirement, i.extra) for i in made.schemes[0].items] == [
        (None, "建立巡护台账", {"考核方式": "查阅资料"}),
        (None, "设置警示标牌", {"考核方式": "实地查看"}),
    ]


@pytest.mark.parametrize("whole", ["总得分", "最终得分", "综合得分"])
def test_of_several_columns_of_results_the_one_for_the_whole_is_the_score(whole):
    head = ["序号", "考核项目", "分值", "基础得分", "整改得分", whole]
    made = page(
        "青石县河道整治考核表",
        [head, ["1", "河面保洁", "60", "50", "5", "55"], ["2", "岸坡管护", "40", "30", "", "30"]],
    )
    items = made.schemes[0].items
    assert [(int(i.points.value), i.score, i.extra.get("基础得分")) for i in items] == [(60, 55, "50"), (40, 30, "30")]


def test_results_of_bodies_beside_their_sum_are_no_full_marks():
    head = ["序号", "单位", "基础得分", "整改得分", "总得分"]
    made = page(
        "青石县河道整治考核得分表", [head, ["1", "清溪镇", "78", "12", "90"], ["2", "柳河镇", "70", "15", "85"]]
    )
    assert [(i.points, i.score, i.extra["整改得分"]) for i in made.schemes[0].items] == [
        (None, 90, "12"),
        (None, 85, "15"),
    ]


@pytest.mark.parametrize(
    ("head", "scores"),
    [
        (["序号", "考核项目", "分值", "扣分", "总得分"], [55, 38]),  # what was taken is no part of it
        (["序号", "考核项目", "分值", "考核得分", "备注分"], [5, 2]),
    ],
)
def test_results_without_a_sum_or_without_parts_are_as_before(head, scores):
    made = page("青石县河道整治考核表", [head, ["1", "河面保洁", "60", "5", "55"], ["2", "岸坡管护", "40", "2", "38"]])
    assert [i.score for i in made.schemes[0].items] == scores


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (["牵头部门", "主责单位"], ["lead", "responsible"]),
        (["主责部门", "牵头单位"], ["responsible", "lead"]),
        (["第一责任单位", "配合单位"], ["lead", "support"]),
        (["主责单位", "责任单位"], ["lead", "responsible"]),
        (["牵头部门", "主要责任单位", "责任单位"], ["lead", "lead", "responsible"]),
    ],
)
def test_who_mainly_does_it_leads_where_no_column_says_who_does(heads, roles):
    bodies = ["县林业局", "县水利局", "县财政局"]
    rows = [["序号", "工作任务", *heads], ["1", "组织春季造林", *bodies[: len(heads)]]]
    made = page("青石县2024年绿化任务清单", rows)
    assert [c.role for c in made.schemes[0].columns][2:] == roles
    assert [(u.name, u.role) for u in made.schemes[0].items[0].responsible] == list(
        zip(bodies[: len(heads)], roles, strict=True)
    )


HOW = ["考核维度", "考核内容", "分值", "评分方式", "自评得分"]


def test_ways_that_give_and_take_marks_are_how_they_are_given():
    made = read(HOW, ["政务", "限时办结", "60", "超时一件扣0.5分", ""], ["数据", "归集", "40", "漏报一项扣1分", ""])
    assert [i.scoring for i in made.schemes[0].items] == ["超时一件扣0.5分", "漏报一项扣1分"]
    assert [i.extra for i in made.schemes[0].items] == [{}, {}]


@pytest.mark.parametrize("ways", [("查阅资料", "实地查看"), ("查阅资料", "缺一项扣1分")])
def test_those_that_tell_how_one_looks_are_not(ways):
    made = read(HOW, ["政务", "限时办结", "60", ways[0], ""], ["数据", "归集", "40", ways[1], ""])
    assert [i.scoring for i in made.schemes[0].items] == [None, None]


def test_beside_a_scoring_standard_they_are_not():
    header = ["考核维度", "考核内容", "分值", "评分标准", "考核方式"]
    made = read(
        header,
        ["政务", "办结", "60", "超时扣1分", "抽查5件，缺1件扣1分"],
        ["数据", "归集", "40", "漏报扣1分", "抽查3项，漏1项扣1分"],
    )
    assert [i.scoring for i in made.schemes[0].items] == ["超时扣1分", "漏报扣1分"]
