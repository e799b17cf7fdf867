"""Ruled tables as offices of many fields write them: the same table as a page and as pipes gives the same tree."""

import pytest

from tests.making import codes, flatten, notice, outline, page, pipes

TITLE = "2023年望川县安全生产工作考核细则"
WRITTEN = pytest.mark.parametrize("written", [page, pipes])

SECTIONS_AND_EMPTY_ENDS = [
    ["考核内容", "评分标准", "分值", "得分"],
    ["一、组织领导（30分）", "", "", ""], ["1.成立机构", "未成立扣10分", "15", ""], ["2.落实经费", "未落实扣15分", "15", ""],
    ["二、业务工作（70分）", "", "", ""], ["1.优抚安置", "一例不到位扣2分", "40", ""], ["2.信访稳定", "一起扣5分", "30", ""],
]  # fmt: skip
TOTAL_BELOW = [
    ["序号", "考核内容", "分值", "评分标准"],
    ["1", "责任落实", "60", "未落实扣5分"], ["2", "隐患排查", "40", "漏一处扣2分"], ["合计", "", "100", ""],
]  # fmt: skip
TOTAL_ABOVE = [
    ["考核项目", "考核内容", "分值", "评分标准"], ["总分", "", "100", ""],
    [("森林资源", 2, 1), "森林覆盖率", "30", "下降不得分"], ["林地保有量", "30", "减少不得分"], ["造林", "营造林", "40", "按比例扣分"],
]  # fmt: skip
HALF_FILLED = [
    ["序号", "考核项目", "考核内容", "满分", "自评得分", "扣分原因", "考核得分"],
    [("1", 2, 1), ("组织保障", 2, 1), "机构健全", "20", "20", "", "20"], ["人员到位", "20", "18", "缺1人", "18"],
    ["2", "业务工作", "报表质量", "60", "", "", ""], ["合计", "", "", "100", "38", "", "38"],
]  # fmt: skip
PROJECTS = [
    ["序号", "项目名称", "建设地点", "建设内容", "总投资", "责任单位", "备注"],
    [("一、交通项目", 1, 7)], ["1", "县城外环路", "城关镇", "全长12公里", "56000", "县交通局", ""],
    ["2", "客运中心", "城关镇", "面积8000平方米", "9000", "县交通局", ""],
    [("二、水利项目", 1, 7)], ["3", "青石水库", "青石镇", "库容500万立方米", "32000", "县水利局", "续建"],
    ["合计", "", "", "", "97000", "", ""],
]  # fmt: skip


@WRITTEN
@pytest.mark.parametrize(
    ("table", "tree", "total"),
    [
        (
            SECTIONS_AND_EMPTY_ENDS,
            [
                ("一、", "组织领导", 30, [("1.", "成立机构", 15), ("2.", "落实经费", 15)]),
                ("二、", "业务工作", 70, [("1.", "优抚安置", 40), ("2.", "信访稳定", 30)]),
            ],
            None,
        ),
        (TOTAL_BELOW, [("1", "责任落实", 60), ("2", "隐患排查", 40)], 100),
        (
            TOTAL_ABOVE,
            [
                (None, "森林资源", None, [(None, "森林覆盖率", 30), (None, "林地保有量", 30)]),
                (None, "造林", 40),
            ],
            100,
        ),
        (
            HALF_FILLED,
            [("1", "组织保障", None, [(None, "机构健全", 20), (None, "人员到位", 20)]), ("2", "业务工作", 60)],
            100,
        ),
        (
            PROJECTS,
            [
                ("一、", "交通项目", None, [("1", "县城外环路", None), ("2", "客运中心", None)]),
                ("二、", "水利项目", None, [("3", "青石水库", None)]),
            ],
            None,
        ),
    ],
)
def test_empty_cells_at_a_rows_end_move_nothing(written, table, tree, total):
    made = written(TITLE, table)
    (scheme,) = made.schemes
    assert outline(scheme.items) == tree
    assert (scheme.total and int(scheme.total.value)) == total
    assert codes(made) == []


def test_cells_keep_their_columns_where_the_row_ends_empty():
    made = pipes(TITLE, HALF_FILLED)
    assert [(i.self_score, i.score, i.remarks) for i in flatten(made.schemes[0].items) if not i.children] == [
        (20, 20, None), (18, 18, "缺1人"), (None, None, None),
    ]  # fmt: skip


GROUPS_WITH_AMOUNTS = [
    (
        ["序号", "考核项目", "分值", "考核内容", "标准分", "评分标准"],
        [("1", 2, 1), ("依法行政", 2, 1), ("60", 2, 1), "三项制度", "30", "未落实扣10分"], ["合法性审查", "30", "少一件扣5分"],
        [("2", 2, 1), ("法治宣传", 2, 1), ("40", 2, 1), "宪法宣传", "15", "未开展不得分"], ["法律明白人", "25", "少1人扣1分"],
        [
            ("1", "依法行政", 60, [(None, "三项制度", 30), (None, "合法性审查", 30)]),
            ("2", "法治宣传", 40, [(None, "宪法宣传", 15), (None, "法律明白人", 25)]),
        ],
    ),
    (
        ["一级指标", "分值", "二级指标", "考核内容", "标准分"],
        [("基础工作", 3, 1), ("60", 3, 1), ("机构", 2, 1), "成立机构", "20"], ["配备人员", "20"], ["经费", "落实经费", "20"],
        ["业务工作", "40", "监管", "开展检查", "40"],
        [
            (
                None, "基础工作", 60,
                [(None, "机构", None, [(None, "成立机构", 20), (None, "配备人员", 20)]), (None, "经费", 20)],
            ),
            (None, "业务工作", 40, [(None, "监管", 40)]),
        ],
    ),
]  # fmt: skip


@WRITTEN
@pytest.mark.parametrize("case", GROUPS_WITH_AMOUNTS)
def test_amounts_that_begin_where_a_group_begins_are_the_groups(written, case):
    *table, tree = case
    made = written(TITLE, table)
    assert outline(made.schemes[0].items) == tree
    assert codes(made) == []


ONE_AMOUNT_OVER_ROWS = [
    ["序号", "目标任务", "具体要求", "分值", "评分标准"],
    [("1", 2, 1), ("大气", 2, 1), "优良天数达标", ("40", 2, 1), "少一天扣2分"], ["无重污染天气", "一天扣1分"],
    [("2", 2, 1), ("水", 2, 1), "断面达标", ("60", 2, 1), "不达标不得分"], ["水源地达标", "不达标扣20分"],
]  # fmt: skip


@pytest.mark.parametrize(("written", "told"), [(page, []), (pipes, [("structure_inferred", "info")])])
def test_an_amount_beside_the_first_of_a_groups_rows_is_the_groups_where_all_are_so(written, told):
    made = written(TITLE, ONE_AMOUNT_OVER_ROWS)
    assert outline(made.schemes[0].items) == [
        ("1", "大气", 40, [(None, "优良天数达标", None), (None, "无重污染天气", None)]),
        ("2", "水", 60, [(None, "断面达标", None), (None, "水源地达标", None)]),
    ]
    assert [(f.code, f.severity) for f in made.findings] == told


@WRITTEN
def test_an_amount_in_a_later_row_of_a_group_is_that_rows(written):
    made = written(
        TITLE, [HEAD, [("大气", 2, 1), "优良天数", "", ""], ["无重污染", "40", ""], ["水", "断面", "60", ""]]
    )
    assert outline(made.schemes[0].items) == [
        (None, "大气", None, [(None, "优良天数", None), (None, "无重污染", 40)]), (None, "水", 60),
    ]  # fmt: skip


HEAD = ["考核项目", "考核内容", "分值", "评分标准"]


@WRITTEN
@pytest.mark.parametrize(
    ("headers", "rows", "read", "told"),
    [
        (("基础分", "满分"), (("20", "30"), ("50", "70")), (30, 70), [("points_columns", "info")]),
        (("标准分", "基本分"), (("30", "20"), ("70", "50")), (30, 70), [("points_columns", "info")]),
        (("基础分", "标准分"), (("4", "40"), ("60", "30")), (4, 60), [("points_columns", "warning")]),
        (("权重", "分值"), (("0.3", "20"), ("0.7", "50")), (20, 50), []),  # parts of one are weights beside the marks
        (("分值", "标准分"), (("30", "30"), ("70", "70")), (30, 70), []),
        (("分值", "得分"), (("30", "28"), ("70", "66")), (30, 70), []),
    ],
)
def test_of_several_columns_of_amounts_sums_tell_which_is_full_marks(written, headers, rows, read, told):
    first, second = rows
    made = written(TITLE, [["序号", "考核项目", *headers], ["1", "机构建设", *first], ["2", "经费保障", *second]])
    assert [int(i.points.value) for i in made.schemes[0].items] == list(read)
    assert [(f.code, f.severity) for f in made.findings] == told


@WRITTEN
def test_a_header_of_two_rows_stands_over_the_last_columns(written):
    made = written(
        TITLE,
        [
            [("序号", 2, 1), ("考核指标", 1, 2), ("分值", 2, 1), ("责任单位", 1, 2)], ["一级指标", "二级指标", "牵头单位", "配合单位"],
            [("1", 2, 1), ("产业", 2, 1), "产值", "60", "县农业农村局", "县财政局"], ["龙头企业", "40", "县工信局", "县市场监管局"],
        ],
    )  # fmt: skip
    assert outline(made.schemes[0].items) == [("1", "产业", None, [(None, "产值", 60), (None, "龙头企业", 40)])]
    assert [u.role for u in made.schemes[0].items[0].children[0].responsible] == ["lead", "support"]


@WRITTEN
@pytest.mark.parametrize(
    ("header", "cells", "role", "severity"),
    [
        ("单位", ("县水利局", "县教育局", "县民政局、县财政局"), "responsible", None),
        ("单位", ("万亩", "个", "%"), "other", None),
        ("目标节点", ("3月31日前", "全年", "每月25日前"), "deadline", "info"),
        ("建设年限", ("2022-2024年", "2023-2024年", "2021-2025年"), "other", None),
        ("项目业主", ("县水投公司", "县交投公司", "县城投公司"), "other", None),
        ("怎么扣", ("少一次扣1分", "每少1人扣2分", "未开展不得分"), "scoring", "info"),
        ("总投资（万元）", ("200", "300", "50"), "other", None),
    ],
)
def test_a_header_that_says_too_little_means_what_its_column_holds(written, header, cells, role, severity):
    rows = [[str(n), f"任务{name}", words] for n, name, words in zip((1, 2, 3), "甲乙丙", cells, strict=True)]
    made = written(TITLE, [["序号", "重点任务", header], *rows])
    assert made.schemes[0].columns[2].role == role
    assert [f.severity for f in made.findings if f.code == "structure_inferred"] == ([severity] if severity else [])


@WRITTEN
def test_a_total_stands_under_the_names_where_their_cells_carry_the_amounts(written):
    rows = [
        ["组织领导", "成立机构（40分）", "未成立扣40分"],
        ["业务工作", "开展检查（60分）", "少一次扣2分"],
        ["合计", "100分", ""],
    ]
    made = written(TITLE, [["考核项目", "考核内容及分值", "评分标准"], *rows])
    assert int(made.schemes[0].total.value) == 100


@WRITTEN
@pytest.mark.parametrize(
    ("words", "name", "nature"),
    [
        ("一票否决：发生较大以上生产安全事故的，实行一票否决。", "一票否决", "veto"),
        ("加分项：工作获省级以上表彰的，每项加2分，最高加5分。", "加分项", "bonus"),
        ("扣分事项：被省级以上通报批评的，每次扣2分。", "扣分事项", "deduction"),
    ],
)
def test_a_sentence_over_all_columns_that_says_what_it_is_for_is_an_item(written, words, name, nature):
    rows = [["1", "责任体系", "签订责任书", "50", "未签订扣10分"], ["2", "隐患治理", "建立台账", "50", "未建立扣10分"]]
    made = written(TITLE, [["序号", "考核项目", "考核内容", "分值", "评分标准"], *rows, [(words, 1, 5)]])
    last = made.schemes[0].items[-1]
    assert (last.title, last.requirement, last.nature) == (name, words.split("：")[1], nature)
    assert [i.requirement for i in made.schemes[0].items[:2]] == ["签订责任书", "建立台账"]
    assert (made.coverage, codes(made)) == (1, [])


@WRITTEN
def test_groups_and_their_rows_may_both_be_numbered_in_columns_of_their_own(written):
    made = written(
        TITLE,
        [
            ["序号", "考核项目", "序号", "考核内容", "分值"],
            [("一", 2, 1), ("组织保障", 2, 1), "1", "党委重视", "20"], ["2", "经费保障", "20"],
            [("二", 2, 1), ("社会治安", 2, 1), "1", "打击犯罪", "30"], ["2", "治安防控", "30"],
        ],
    )  # fmt: skip
    assert outline(made.schemes[0].items) == [
        ("一", "组织保障", None, [("1", "党委重视", 20), ("2", "经费保障", 20)]),
        ("二", "社会治安", None, [("1", "打击犯罪", 30), ("2", "治安防控", 30)]),
    ]


@WRITTEN
def test_a_day_of_beginning_is_no_deadline_and_one_of_completion_is(written):
    head = ["序号", "项目名称", "建设内容", "开工时间", "竣工时间", "责任单位"]
    row = ["1", "光伏产业园", "完成厂房主体", "2023年3月", "2024年12月", "县工信局"]
    made = written(
        "2023年望川县重大项目计划表", [head, row, ["2", "客运站", "主体封顶", "2023年4月", "2023年11月", "县交通局"]]
    )
    assert [d.raw for i in made.schemes[0].items for d in i.deadlines] == ["2024年12月", "2023年11月"]
    assert made.schemes[0].items[0].extra == {"开工时间": "2023年3月"}


def test_what_stands_below_a_table_joins_no_row():
    table = [["考核内容", "分值", "得分"], ["大气防治", "60", ""], ["水防治", "40", ""]]
    below = "考核组签字：\n被考核单位（盖章）：\n填表人：      联系电话：\n填表日期：  年  月  日\n"
    words = "".join(f"| {' | '.join(row)} |\n" for row in table)
    made = notice(f"{TITLE}\n{words}{below}")
    assert outline(made.schemes[0].items) == [(None, "大气防治", 60), (None, "水防治", 40)]
    assert (made.sections, {u.reason for u in made.unparsed}) == ((), {"form"})


def test_several_notes_below_a_table_are_its_notes():
    table = "| 考核内容 | 分值 |\n| 大气防治 | 60 |\n| 水防治 | 40 |\n"
    made = notice(f"{TITLE}\n{table}说明：各项扣完为止。\n备注：90分以上为优秀。\n")
    assert made.schemes[0].notes == ("各项扣完为止。", "备注：90分以上为优秀。")
    assert made.sections == ()


@WRITTEN
def test_a_groups_first_row_that_says_only_its_marks_is_the_group(written):
    rows = [
        ["一、工程建设", "", "60", ""],
        ["", "项目进度", "40", "每慢1%扣1分"],
        ["", "工程质量", "20", "一次不合格扣5分"],
    ]
    rows += [["二、运行管理", "", "40", ""], ["", "安全运行", "40", "一起事故扣10分"]]
    made = written(TITLE, [HEAD, *rows])
    assert outline(made.schemes[0].items) == [
        ("一、", "工程建设", 60, [(None, "项目进度", 40), (None, "工程质量", 20)]),
        ("二、", "运行管理", 40, [(None, "安全运行", 40)]),
    ]
    assert codes(made) == []


@WRITTEN
def test_a_body_over_its_tasks_is_responsible_for_all_of_them(written):
    rows = [
        [("县教育局", 2, 1), "1", "新建学校2所", "8月底前"],
        ["2", "招聘教师50名", "7月底前"],
        ["县卫健委", "3", "改造卫生院", "年底前"],
    ]
    made = written("2023年望川县重点工作任务表", [["责任单位", "序号", "重点任务", "完成时限"], *rows])
    assert [[u.name for u in i.responsible] for i in made.schemes[0].items] == [
        ["县教育局"],
        ["县教育局"],
        ["县卫健委"],
    ]
    assert codes(made) == []


@WRITTEN
def test_a_sections_name_beside_its_marks_is_one_where_those_below_add_up_to_them(written):
    table = [
        ["序号", "考核项目", "分值", "评分标准"],
        [("一、医疗质量", 1, 2), "60", ""], ["1", "病历质量", "30", "一份不合格扣2分"], ["2", "院感控制", "30", "一例扣5分"],
        [("二、行风建设", 1, 2), "40", ""], ["3", "患者满意度", "40", "低1%扣1分"],
    ]  # fmt: skip
    made = written(TITLE, table)
    assert outline(made.schemes[0].items) == [
        ("一、", "医疗质量", 60, [("1", "病历质量", 30), ("2", "院感控制", 30)]),
        ("二、", "行风建设", 40, [("3", "患者满意度", 40)]),
    ]
    assert codes(made) == []


def test_a_row_whose_names_are_merged_is_no_section_where_its_marks_are_its_own():
    rows = [
        [("廉政建设", 1, 2), "10", ""],
        ["党建", "三会一课", "50", "少一次扣2分"],
        ["综治", "矛盾化解", "40", "一件扣1分"],
    ]
    made = page(TITLE, [HEAD, *rows])
    assert [(i.title, int(i.points.value), i.children) for i in made.schemes[0].items] == [
        ("廉政建设", 10, ()), ("党建", 50, ()), ("综治", 40, ()),
    ]  # fmt: skip


@WRITTEN
def test_levels_below_a_header_of_their_name(written):
    head = [[("考核指标", 1, 3), ("分值", 2, 1), ("得分", 1, 2)], ["一级", "二级", "三级", "自评", "考评"]]
    made = written(TITLE, [*head, ["组织", "领导", "会议", "40", "40", ""], ["业务", "监管", "检查", "60", "58", ""]])
    assert outline(made.schemes[0].items) == [
        (None, "组织", None, [(None, "领导", None, [(None, "会议", 40)])]),
        (None, "业务", None, [(None, "监管", None, [(None, "检查", 60)])]),
    ]


@WRITTEN
def test_words_of_veto_where_the_marks_should_be_make_a_veto(written):
    rows = [
        ["1", "耕地保护", "60", "减少一亩扣1分"],
        ["2", "违法用地", "40", "一宗扣2分"],
        ["3", "发生重大案件的", "一票否决", ""],
    ]
    made = written(TITLE, [["序号", "考核内容", "分值", "评分标准"], *rows])
    assert [i.nature for i in made.schemes[0].items] == ["base", "base", "veto"]


TASKS = ["序号", "工作任务", "具体内容", "责任单位", "配合单位", "完成时限", "备注"]
ONCE = [
    TASKS,
    ["1", "台站建设", "新建台站2个", "县应急局", "县财政局", "2023年8月底前", "重点"],
    ["", "", "改造台站1个", "", "", "", ""],
    ["2", "科普宣传", "演练进校园", "县教育局", "", "2023年5月底前", ""],
    ["", "", "举办讲座3场", "", "", "", ""],
]


def spoken(made):
    leaves = [i for i in made.schemes[0].walk() if i.requirement]
    told = [(i.requirement, [(u.name, u.basis) for u in i.responsible], len(i.deadlines), i.remarks) for i in leaves]
    return told, [(f.code, f.severity) for f in made.findings if f.code == "structure_inferred"]


def test_blanks_below_a_groups_units_and_deadline_are_merged_cells_where_its_names_are_too():
    said, told = spoken(pipes("2023年望川县防震减灾任务分解表", ONCE))
    assert said == [
        ("新建台站2个", [("县应急局", "stated"), ("县财政局", "stated")], 1, "重点"),
        ("改造台站1个", [("县应急局", "inherited"), ("县财政局", "inherited")], 1, None),
        ("演练进校园", [("县教育局", "stated")], 1, None),
        ("举办讲座3场", [("县教育局", "inherited")], 1, None),
    ]
    assert told == [("structure_inferred", "warning")]


@pytest.mark.parametrize(
    ("unit", "inherits"),
    [("", [("县教育局", "inherited")]), ("县科协", [("县科协", "stated")])],
)
def test_a_unit_of_its_own_is_no_merged_cells(unit, inherits):
    rows = [[*row[:4], row[5]] for row in ONCE]
    rows[4][3] = unit
    said, told = spoken(pipes("2023年望川县防震减灾任务分解表", rows))
    assert said[3][1:3] == (inherits, 1)
    assert told == [("structure_inferred", "warning" if unit else "info")]


def test_a_blank_in_a_row_with_a_name_of_its_own_says_nothing():
    rows = [[*row[:4], row[5]] for row in ONCE[:2]] + [["2", "科普宣传", "演练进校园", "县教育局", ""]]
    said, told = spoken(pipes("2023年望川县防震减灾任务分解表", rows))
    assert (said[1], told) == (("演练进校园", [("县教育局", "stated")], 0, None), [])


def test_blanks_of_a_table_with_merged_cells_are_blank():
    rows = [[*row[:4], row[5]] for row in ONCE[:3]]
    rows[1][:2], rows[2] = [("1", 2, 1), ("台站建设", 2, 1)], ["改造台站1个", "", ""]
    said, told = spoken(page("2023年望川县防震减灾任务分解表", rows))
    assert (said[1], told) == (("改造台站1个", [], 0, None), [])


def test_a_row_of_nothing_but_a_unit_goes_on_from_the_one_above():
    rows = [
        ["工作任务", "具体举措", "责任单位", "完成时间"],
        ["促消费", "举办展销会", "县商务局", "10月底"],
        ["", "", "县市场监管局", ""],
    ]
    made = pipes("2023年望川县重点工作分解表", rows)
    assert [(i.title, [u.name for u in i.responsible]) for i in made.schemes[0].walk()] == [
        ("促消费", ["县商务局", "县市场监管局"])
    ]


def test_a_scoring_cell_that_says_the_same_as_above_has_the_rules_above():
    made = notice(
        "青石镇2021年巡护考核细则\n考核项目\t分值\t评分标准\n巡山\t10\t每少1次扣1分，扣完为止\n巡河\t8\t同上\n巡路\t6\t漏检扣2分\n巡桥\t4\t同上\n"
    )
    told = [[(r.effect, r.condition or r.per, r.basis, r.raw) for r in i.scoring_rules] for i in made.schemes[0].items]
    assert told == [
        [("deduct", "次", "stated", "每少1次扣1分"), ("floor", None, "stated", "扣完为止")],
        [("deduct", "次", "inherited", "同上"), ("floor", None, "inherited", "同上")],
        [("deduct", "漏检", "stated", "漏检扣2分")],
        [("deduct", "漏检", "inherited", "同上")],
    ]


def test_the_first_cell_that_says_the_same_has_no_rules():
    made = notice("青石镇2021年巡护考核细则\n考核项目\t分值\t评分标准\n巡山\t10\t同上\n巡河\t8\t每少1次扣1分\n")
    assert [len(i.scoring_rules) for i in made.schemes[0].items] == [0, 1]


BESIDE = [
    ["序号", "考核内容", "分值", "", "序号", "考核内容", "分值"],
    ["1", "党建", "20", "", "4", "综治", "10"], ["2", "护林", "30", "", "5", "环保", "10"], ["3", "民生", "20", "", "", "", ""],
]  # fmt: skip


@WRITTEN
def test_an_empty_column_may_stand_between_two_tables_side_by_side(written):
    made = written(TITLE, BESIDE)
    assert [node for scheme in made.schemes for node in outline(scheme.items)] == [
        ("1", "党建", 20), ("2", "护林", 30), ("3", "民生", 20), ("4", "综治", 10), ("5", "环保", 10)
    ]  # fmt: skip
    assert "amounts_differ" not in codes(made)


def test_an_empty_header_over_words_is_no_column_between_tables():
    rows = [[*row[:3], "缓办" if at == 1 else "", *row[4:]] for at, row in enumerate(BESIDE)]
    made = page(TITLE, rows)
    assert "缓办" in str(made.schemes)


@WRITTEN
def test_a_sentence_that_goes_on_from_the_numbers_of_sections_stands_beside_them(written):
    made = written(
        TITLE,
        [
            HEAD,
            [("一、水利（60分）", 1, 4)], ["堤防", "每月巡查", "60", "少1次扣2分"],
            [("二、加分项", 1, 4)], ["荣誉", "获县级表彰", "", "加2分"],
            [("三、一票否决：发生溃坝事故的，取消评优资格。", 1, 4)],
        ],
    )  # fmt: skip
    assert [(i.marker, i.nature) for i in made.schemes[0].items] == [
        ("一、", "base"),
        ("二、", "bonus"),
        ("三、", "veto"),
    ]
