"""Text drawn as tables: boxes, pipes in three dialects, commas, spaces; records side by side, sections, inner headers."""

import pytest

from pipeline.document import Table
from pipeline.readers import read
from tests.making import codes, flatten, notice, outline, page

TITLE = "2021年青石县信访工作考核细则\n"


def names(items):
    return [(i.title, names(i.children)) if i.children else i.title for i in items]


def leaves(made):
    return [
        (i.marker, i.title or i.requirement, i.points and i.points.value, i.scoring)
        for i in flatten(made.schemes[0].items)
    ]


BOX = """┌────┬────┬──┬──────┐
│考核│考核│分│评分　│
│项目│内容│值│标准　│
├────┼────┼──┼──────┤
│组织│成立│10│未成立│
│领导│小组│　│的扣3 │
│（16│　　│　│分。　│
│分）├────┼──┼──────┤
│　　│定期│6 │每少一│
│　　│研究│　│次扣1 │
│　　│　　│　│分。　│
├────┼────┼──┼──────┤
│接访│接待│4 │未接待│
│　　│群众│　│不得分│
└────┴────┴──┴──────┘
"""


def test_a_drawn_table_is_redrawn_with_its_wrapped_and_merged_cells():
    made = notice(TITLE + BOX)
    assert leaves(made) == [
        (None, "组织领导", 16, None),
        (None, "成立小组", 10, "未成立的扣3分。"),
        (None, "定期研究", 6, "每少一次扣1分。"),
        (None, "接访", 4, "未接待不得分"),
    ]
    assert "boxes_redrawn" in codes(made)
    assert made.coverage == 1


def test_a_drawn_table_without_lines_between_rows():
    made = notice(
        TITLE
        + "┌──┬────┬──┐\n│序号│考核内容│分值│\n├──┼────┼──┤\n│1│建立台账│4│\n│ │并及时更新│ │\n│2│报送信息│6│\n└──┴────┴──┘\n"
    )
    assert leaves(made) == [("1", "建立台账并及时更新", 4, None), ("2", "报送信息", 6, None)]


def test_lines_of_a_frame_around_text_are_no_table():
    words = "┌────┐\n│通知│\n└────┘\n一、做好值守。\n"
    made = notice(TITLE + words)
    assert not made.schemes or flatten(made.schemes[0].items)[0].marker == "一、"


ROWS = [("组织领导", "成立小组。", "4", "未成立的扣3分。"), ("接访", "接待群众。", "6", "每少一次扣1分。")]
HEAD = ("考核项目", "考核内容", "分值", "评分标准")
WANTED = [(None, "组织领导", 4, "未成立的扣3分。"), (None, "接访", 6, "每少一次扣1分。")]


@pytest.mark.parametrize(
    "written",
    [
        "\n".join(f"{cell}\n|" for row in (HEAD, *ROWS) for cell in row),
        "\n".join("\n".join(f"{cell}\n|" for cell in row) + "\n|" for row in (HEAD, *ROWS)),
        "\n".join(f"{cell} |" for row in (HEAD, *ROWS) for cell in row),
        "\n\n".join(" | ".join(row) + " |" for row in (HEAD, *ROWS)),
        "\n|\n".join("| " + " | ".join(row) + " |" for row in (HEAD, *ROWS)),
        "\n".join(" | ".join(row).replace("。", "\n。", 1) + " |" for row in (HEAD, *ROWS)),
        "\n".join(",".join(f'"{c}"' for c in row) for row in (HEAD, *ROWS)),
        "\n".join(",".join(row) for row in (HEAD, *ROWS)),
        "\n".join("   ".join(row) for row in (HEAD, *ROWS)),
        "\n".join(" ".join(row) for row in (HEAD, *ROWS)),
        "\n".join("\t".join(row) for row in (HEAD, *ROWS)),
    ],
)  # fmt: skip
def test_the_ways_to_divide_cells_give_one_table(written):
    made = notice(TITLE + written + "\n")
    assert leaves(made) == WANTED
    assert made.coverage == 1


def test_the_last_record_needs_no_newline():
    made = notice(TITLE + "考核内容,分值,评分标准\n建立台账。,4,未建立扣1分。\n做好接访。,6,未接待扣1分。")
    assert [(n, p) for _, n, p, _ in leaves(made)] == [("建立台账。", 4), ("做好接访。", 6)]
    assert made.coverage == 1


def test_a_quoted_cell_keeps_its_comma_and_quotation_marks():
    made = notice(TITLE + '考核内容,分值\n"落实""两单""制度,建立台账。",4\n做好接访。,6\n')
    assert [i.requirement for i in flatten(made.schemes[0].items)] == ['落实"两单"制度,建立台账。', "做好接访。"]


def test_a_sheet_s_lines_over_its_headers_are_padded_to_its_width():
    made = notice(
        '"2023年望川县文明创建考核表\n（试行）",,,,\n"说明：\n逐项打分。",,,,\n,,,,\n"考核\n项目",考核指标,考核内容,分值,评分标准\n'
        '"环\n境","街巷\n整洁","垃圾日清",40,"少一次扣1分，\n扣完为止"\n,公厕管护,"保洁到位",60,缺一次扣2分\n'
    )
    assert made.title == "2023年望川县文明创建考核表（试行）"
    assert outline(made.schemes[0].items) == [(None, "环境", None, [(None, "街巷整洁", 40), (None, "公厕管护", 60)])]
    assert made.schemes[0].items[0].children[0].scoring == "少一次扣1分，扣完为止"


@pytest.mark.parametrize("words", ["一,,,\n二,,,\n", '"未闭合,,\n序号,考核内容,分值\n'])
def test_padded_lines_without_headers_of_their_width_are_no_table(words):
    assert not any(isinstance(block, Table) for block in read(words.encode(), "a.txt").blocks)


@pytest.mark.parametrize(
    "words",
    [
        "重点任务,主要内容\n",
        "首页 | 政务公开 | 办事服务\n县政府办 工作要点 任务\n",
        "内容 措施 目标 明确\n一、做好接访。\n",
    ],
)
def test_prose_with_commas_pipes_and_spaces_is_no_table(words):
    assert not [s for s in notice(TITLE + words + "各乡镇要认真落实。\n").schemes if s.columns]


def test_records_side_by_side_are_read_one_after_the_other():
    head = "序号 | 考核项目 | 分值 | 序号 | 考核项目 | 分值 |\n"
    made = notice(f"{TITLE}{head}1 | 组织领导 | 10 | 3 | 来信办理 | 15 |\n2 | 信访接待 | 20 | 4 | 网上信访 | 25 |\n")
    assert [(m, n, p) for m, n, p, _ in leaves(made)] == [
        ("1", "组织领导", 10), ("2", "信访接待", 20), ("3", "来信办理", 15), ("4", "网上信访", 25),
    ]  # fmt: skip
    made = notice(f"{TITLE}{head}1 | 组织领导 | 10 | 2 | 来信办理 | 15 |\n3 | 信访接待 | 20 | 4 | 网上信访 | 25 |\n")
    assert [m for m, *_ in leaves(made)] == ["1", "2", "3", "4"]


def test_a_row_of_nothing_but_a_name_is_the_section_of_the_rows_below():
    made = notice(
        TITLE
        + "| 考核项目 | 考核内容 | 分值 |\n| 组织领导 | 成立小组 | 40 |\n| 加分项 | | |\n| 表彰 | 被省级表彰 | 5 |\n"
        "| 推广 | 经验被推广 | 3 |\n| 一票否决项 | | |\n| 重大事件 | 发生重大事件 | |\n"
    )
    assert names(made.schemes[0].items) == [
        "组织领导", ("加分项", ["表彰", "推广"]), ("一票否决项", ["重大事件"]),
    ]  # fmt: skip
    assert [i.nature for i in flatten(made.schemes[0].items)] == ["base", "bonus", "bonus", "bonus", "veto", "veto"]


def test_a_second_header_inside_a_table_names_a_section_and_its_own_columns():
    made = notice(
        TITLE
        + "类别 | 考核内容 | 分值 |\n组织领导 | 有专人负责 | 3分 |\n其他情况 | 考核内容 | 倒扣分值 |\n违纪 | 被通报批评 | 5分 |\n"
    )
    assert names(made.schemes[0].items) == ["组织领导", ("其他情况", ["违纪"])]


def test_each_level_may_have_a_weight_of_its_own():
    made = notice(
        TITLE
        + "一级指标 | 权重 | 二级指标 | 权重 | 评估内容 |\n一、信息公开 | 40% | (一)主动公开 | 70% | 会议公开的情况。 |\n"
        " | | (二)依申请公开 | 30% | 依申请答复的情况。 |\n"
    )
    assert [(i.title, i.weight.value) for i in flatten(made.schemes[0].items)] == [
        ("信息公开", 40), ("主动公开", 70), ("依申请公开", 30),
    ]  # fmt: skip
    assert "children_sum" not in codes(made)


def test_rows_without_their_merged_cell_are_told_by_their_numbering():
    made = notice(
        TITLE + "考核项目 | 考核内容 | 分值 | 评分标准 |\n一、组织领导 | 1.成立领导小组 | 10 | 未成立的扣5分。 |\n"
        "2.配备专职干部 | 20 | 未配备的不得分。 |\n二、接访 | 1.接待群众 | 30 | 未接待的扣5分。 |\n2.登记台账 | 40 | 未登记的扣5分。 |\n"
    )
    assert [(m, n, p) for m, n, p, _ in leaves(made)] == [
        ("一、", "组织领导", None), ("1.", "成立领导小组", 10), ("2.", "配备专职干部", 20),
        ("二、", "接访", None), ("1.", "接待群众", 30), ("2.", "登记台账", 40),
    ]  # fmt: skip


SUMMED = (
    "一级指标{0}二级指标{0}三级指标\n组织领导（40分）{0}机构建设（25分）{0}成立领导小组（15分）\n配备专职干部（10分）\n"
    "会议研究（15分）{0}每季度研究一次（15分）\n接访（60分）{0}登记（20分）{0}建立台账（20分）\n办理（40分）{0}按期办结（25分）\n群众满意（15分）\n"
)
TREE = [
    ("组织领导", [("机构建设", ["成立领导小组", "配备专职干部"]), ("会议研究", ["每季度研究一次"])]),
    ("接访", [("登记", ["建立台账"]), ("办理", ["按期办结", "群众满意"])]),
]


def test_rows_without_their_merged_cells_are_told_by_their_sums():
    framed = "".join(f"| {line} |\n" for line in SUMMED.format(" | ").splitlines())
    for written in (SUMMED.format("\t"), framed):
        made = notice(TITLE + written)
        assert names(made.schemes[0].items) == TREE
        assert "children_sum" not in codes(made)
        assert "structure_inferred" in codes(made)


def test_a_name_alone_in_its_row_heads_the_rows_below_where_the_sums_say_so():
    made = notice(
        TITLE
        + "| 考核项目 | 考核内容 |\n| 共性指标（40分） |\n| 组织领导（25分） | 成立领导小组（25分） |\n| 会议（15分） | 每季度研究（15分） |\n"
        "| 个性指标（60分） |\n| 接访（60分） | 登记台账（60分） |\n"
    )
    assert names(made.schemes[0].items) == [
        ("共性指标", ["组织领导", "会议"]),
        ("个性指标", ["接访"]),
    ]
    assert "children_sum" not in codes(made)


def test_a_short_row_without_an_amount_stays_where_it_is():
    made = notice(
        TITLE
        + "| 一级指标 | 二级指标 |\n| 组织领导（40分） | 成立领导小组（40分） |\n| 接访（60分） | 登记台账（60分） |\n| 其他工作 |\n"
    )
    assert names(made.schemes[0].items) == [("组织领导", ["成立领导小组"]), ("接访", ["登记台账"]), "其他工作"]


def test_a_line_behind_a_table_that_is_no_row_stays_out_of_it():
    made = notice(TITLE + SUMMED.format("\t") + "请各单位于12月10日前报送自评材料。\n")
    assert names(made.schemes[0].items) == TREE


def test_a_line_of_a_drawn_table_that_is_merged_over_columns_loses_nothing():
    made = notice(
        TITLE
        + BOX.replace(
            "├────┼────┼──┼──────┤\n│接访",
            "├────┴────┴──┴──────┤\n│以上各项由信访局考核│\n├────┬────┬──┬──────┤\n│接访",
        )
    )
    assert "以上各项由信访局考核" in "".join(
        x for i in flatten(made.schemes[0].items) for x in (i.title or "", i.requirement or "")
    )
    assert "接访" in [i.title for i in flatten(made.schemes[0].items)]
    assert made.coverage == 1


WIDE_BOX = """┌──┬──┬──┬─────┬──────┬──┐
│序│ 项 │ 分 │ 考核 │ 评分标准 │ 分 │
│号│ 目 │ 项 │ 目标 │ │ 值 │
│ │ │ ├──┬──┤ │ │
│ │ │ │上年│本年│ │ │
├──┼──┼──┼──┼──┼──────┼──┤
│1 │ 城 │ 镇 │30座│35座│新建公厕,少一座 │ 20 │
│ │ 镇 │ 容 │ │ │扣2分 │ │
│ │ 建 │︵30│ ├──┼──────┼──┤
│ │ 设 │分︶│ │9条 │改造道路,少一条 │ 10 │
│ │ │ │ │ │扣1分 │ │
├──┼──┼──┼──┴──┼──────┼──┤
│2 │垃圾│清运│ 每日 │漏一次扣1分 │ 5 │
└──┴──┴──┴─────┴──────┴──┘
"""


def test_a_drawn_table_that_lost_its_padding_is_read_by_its_rules():
    made = notice(TITLE + WIDE_BOX)
    first, second = made.schemes[0].items
    assert [c.header for c in made.schemes[0].columns] == ["序号", "项目", "分项", "上年", "本年", "评分标准", "分值"]
    assert (first.marker, first.title, [(c.title, int(c.points.value)) for c in first.children]) == (
        "1", "城镇建设", [("镇容", 30)],
    )  # fmt: skip
    assert [(x.scoring, int(x.points.value), x.extra) for x in first.children[0].children] == [
        ("新建公厕,少一座扣2分", 20, {"上年": "30座", "本年": "35座"}),
        ("改造道路,少一条扣1分", 10, {"上年": "30座", "本年": "9条"}),
    ]
    assert (second.children[0].title, second.children[0].requirement) == ("清运", "每日")
    assert made.coverage == 1


def test_a_sentence_or_a_rule_alone_in_its_row_is_no_name_of_the_first_column():
    made = notice(
        TITLE
        + "| 一级指标 | 二级指标 | 三级指标 |\n| 组织领导（8分） | 工作机制（2分） | 建立部门协调机制并且定期研究工作（2分） |\n"
        "| 对群众广泛关注的重要信访事项按照规定的时限及时答复并公开结果（3分） |\n"
        "| 案件办理（6分） | 发生群众集体上访情形，每件扣1分 |\n| 发生群众越级上访情形，每件扣2分 |\n"
        "| 接访（4分） | 台账（4分） | 登记来访人员和事项（4分） |\n"
    )
    assert names(made.schemes[0].items) == [
        ("组织领导", [
            ("工作机制", ["建立部门协调机制并且定期研究工作", "对群众广泛关注的重要信访事项按照规定的时限及时答复并公开结果"]),
            ("案件办理", ["发生群众集体上访情形，每件扣1分", "发生群众越级上访情形，每件扣2分"]),
        ]),
        ("接访", [("台账", ["登记来访人员和事项"])]),
    ]  # fmt: skip
    assert "structure_inferred" in codes(made)


FILLED_UP = """内容（分值）|
指标 |
分值 |
评分办法和标准 |
得分 |
备注 |
||
自评 |
综评 |
||||||
个性工作（60）|
政策保障 |
制定有利于企业创业的各项政策 |
20 |
由工作组查看落实情况 |
|
|
|
落实有利于企业创业的各项政策 |
40 |
|
|
|
|||
基础工作（40）|
组织领导 |
明确分管领导并确定专门人员 |
40 |
查阅资料 |
|
|
|
"""


def test_rows_of_one_cell_a_line_that_pipes_fill_up_to_the_tables_width():
    made = notice(TITLE + FILLED_UP)
    assert [c.role for c in made.schemes[0].columns][-3:] == ["self_score", "score", "remarks"]
    assert [(i.title, int(i.points.value), names(i.children)) for i in made.schemes[0].items] == [
        ("个性工作", 60, [("政策保障", ["制定有利于企业创业的各项政策", "落实有利于企业创业的各项政策"])]),
        ("基础工作", 40, [("组织领导", ["明确分管领导并确定专门人员"])]),
    ]
    assert "structure_inferred" in codes(made)


def test_rows_that_pipes_fill_up_and_that_begin_with_a_pipe():
    rows = [
        ("项目名称及分值", "赋分办法", "牵头单位", "|"),
        ("（一）重点工作（60分）", "1.项目建设（60分）", "按实绩赋分", "县发改局", ""),
        ("（二）综合评价（40分）", "1.领导评价（30分）", "按排名赋分", "县委办", ""),
        ("2.互学互比（10分）", "|||"),
    ]
    text = "".join("| \n" + "".join(f" {cell} | \n" for cell in row[:-1]) + f"{row[-1]}|\n" for row in rows)
    made = notice(TITLE + text)
    assert [(i.title, int(i.points.value), names(i.children)) for i in made.schemes[0].items] == [
        ("重点工作", 60, ["项目建设"]), ("综合评价", 40, ["领导评价", "互学互比"]),
    ]  # fmt: skip


LED = """考核条目
| 考核细则
|
区
重
点
工
作
| 1
| 上报区重点工作实施方案。
| 未报扣10分
|
2
| 重点工作实施方案有阶段性目标和具体措施。
| 没有的扣5分
|
列督事项
| 3
| 上报列督事项反馈报告。
| 未上报每件扣10分
|
备注
| 只有列督事项的单位，扣分加倍。
|
"""


def test_cells_with_a_pipe_before_them_and_one_character_a_line():
    made = notice(TITLE + LED)
    assert outline_of(made) == [
        ("区重点工作", [
            ("1", "上报区重点工作实施方案。", "未报扣10分"),
            ("2", "重点工作实施方案有阶段性目标和具体措施。", "没有的扣5分"),
        ]),
        ("列督事项", [("3", "上报列督事项反馈报告。", "未上报每件扣10分")]),
    ]  # fmt: skip
    assert made.schemes[0].notes == ("只有列督事项的单位，扣分加倍。",)
    assert made.coverage == 1


def outline_of(made):
    return [(i.title, [(c.marker, c.requirement, c.scoring) for c in i.children]) for i in made.schemes[0].items]


def test_marks_inside_a_cells_sentence_that_a_rule_follows():
    made = page(
        "2022年望川县廉政考核评分表",
        [
            ["考核项目", "考核内容", "得分"],
            [("宣传教育（20分）", 2, 1), "开展警示教育（12分），未开展不得分", ""], ["每年组织学习（8分），每少一次扣2分", ""],
            ["监督检查（80分）", "发现违规扣（3分）或者扣（5分）的，另行通报", ""],
        ],
    )  # fmt: skip
    items = flatten(made.schemes[0].items)
    assert [(i.points and int(i.points.value), i.requirement) for i in items] == [
        (20, None), (12, "开展警示教育（12分），未开展不得分"), (8, "每年组织学习（8分），每少一次扣2分"),
        (80, "发现违规扣（3分）或者扣（5分）的，另行通报"),
    ]  # fmt: skip
    listed = notice(
        "2022年望川县廉政考核评分表\n考核指标\n评分标准\n得分\n一、宣传教育（20分）\n1．开展警示教育（20分），未开展不得分。\n"
    )
    assert [i.points and int(i.points.value) for i in flatten(listed.schemes[0].items)] == [20, 20]


def test_clauses_of_a_standard_that_each_have_full_marks_are_items_where_nothing_else_asks():
    made = page(
        "2022年望川县普法考核评分表",
        [
            ["考核项目", "评分标准", "标准分"], ["组织领导", "1.召开会议（10分）；2.制定方案（10分）。", "20"],
            ["宣传引导", "每季度宣传一次，少一次扣5分", "80"],
        ],
    )  # fmt: skip
    first, second = made.schemes[0].items
    assert [(c.marker, c.requirement, int(c.points.value)) for c in first.children] == [
        ("1.", "召开会议", 10), ("2.", "制定方案", 10),
    ]  # fmt: skip
    assert (second.children, second.scoring) == ((), "每季度宣传一次，少一次扣5分")


def test_cells_behind_pipes_on_lines_of_their_own_under_a_header_that_is_known_in_part():
    made = notice(
        "望川县2014年公开考核细则\n考核项目\n| 考评绩点\n| 分值\n|\n组织领导(5分)\n| 明确分管领导。\n| 2\n|\n"
        "6月30日之前召开会议。\n| 3\n|\n公开内容(95分)\n| 公开机构职能。\n| 95\n|\n"
    )
    items = made.schemes[0].items
    assert [(i.title, str(i.points.value), len(i.children)) for i in items] == [
        ("组织领导", "5", 2),
        ("公开内容", "95", 0),
    ]
    assert [str(i.points.value) for i in items[0].children] == ["2", "3"]


def clauses_of(cell, name="组织领导", header="考核要求"):
    rows = (
        ["考核项目", header, "责任单位"],
        [name, cell, "县林业局"],
        ["宣传引导", "每季度宣传一次，少一次扣5分", "县林业局"],
    )
    made = page("望川县2022年林长制考核办法", list(rows))
    first = made.schemes[0].items[0]
    assert made.coverage == 1
    return made, first, [(c.marker, c.requirement, str(c.points.value), c.points.raw) for c in first.children]


@pytest.mark.parametrize("header", ["考核要求", "评分标准"])
@pytest.mark.parametrize(
    "cell",
    [
        "1.成立领导小组，5分；2.巡护率达95%以上，10分；3.召开会议，2.5分。",
        "1.成立领导小组5分。2.巡护率达95%以上10分。3.召开会议2.5分",
        "1.成立领导小组，5分；<br>2.巡护率达95%以上，10分；<br>3.召开会议，2.5分",
        "1.成立领导小组：5分，2.巡护率达95%以上：10分，3.召开会议：2.5分。",
    ],
)
def test_clauses_that_end_in_marks_without_a_bracket_are_items_where_no_column_has_marks(header, cell):
    made, first, found = clauses_of(cell, header=header)
    assert found == [
        ("1.", "成立领导小组", "5", "5分"), ("2.", "巡护率达95%以上", "10", "10分"), ("3.", "召开会议", "2.5", "2.5分"),
    ]  # fmt: skip
    assert (first.title, first.requirement, first.scoring, first.scoring_rules) == ("组织领导", None, None, ())
    assert codes(made) == []


def test_such_clauses_add_up_to_what_their_name_is_worth():
    cell = "（1）成立领导小组，10分；（2）设置公示牌，5分。"
    assert clauses_of(cell, "组织领导（15分）")[2] == [
        ("（1）", "成立领导小组", "10", "10分"), ("（2）", "设置公示牌", "5", "5分"),
    ]  # fmt: skip
    assert clauses_of(cell, "组织领导（10分）")[2] == []


@pytest.mark.parametrize(
    "cell",
    [
        "1.未成立小组，扣5分；2.未召开会议，扣3分",
        "1.成立领导小组，得5分；2.召开会议，得3分",
        "1.达到90%以上，5分；2.达到80%以上，3分；3.其他，1分",
        "1.优秀，10分；2.良好，8分；3.合格，6分",
        "1.国家级表彰，5分；2.省级表彰，3分",
        "1.按时报送，5分；2.未报送，0分",
        "1.成立领导小组，5分；2.召开会议",
        "1.每建一处，5分；2.每修一处，3分",
        "1.答复用时15分；2.上门用时20分",
        "1.成立领导小组，5分；3.召开会议，5分",
    ],
)
def test_cases_of_one_thing_and_rules_are_no_clauses_with_full_marks(cell):
    assert clauses_of(cell)[2] == []


def test_such_clauses_beside_a_column_of_marks_stay_text():
    rows = (
        ["考核项目", "评分标准", "分值"],
        ["组织领导", "1.成立小组，5分；2.召开会议，5分", "10"],
        ["宣传", "少一次扣5分", "90"],
    )
    first = page("望川县2022年林长制考核办法", list(rows)).schemes[0].items[0]
    assert (first.children, [r.effect for r in first.scoring_rules]) == ((), ["award", "award"])


@pytest.mark.parametrize(
    "cell", ["建立中心5分；配备人员3分", "建立中心（5分）；配备人员（3分）", "建立中心，5分；到岗率达95%以上，3分"]
)
def test_marks_that_end_clauses_and_are_none_of_an_item_are_told(cell):
    made, first, found = clauses_of(cell)
    assert (found, first.requirement, first.scoring_rules) == ([], cell, ())
    assert codes(made) == ["marks_untaken"]


@pytest.mark.parametrize(
    "cell", ["接报后15分钟内到场", "满意度达85分", "每季度宣传一次，少一次扣5分", "建立中心，得5分"]
)
def test_times_scores_that_are_reached_and_rules_are_no_marks_that_were_left(cell):
    assert "marks_untaken" not in codes(clauses_of(cell)[0])


LISTED = [
    ["序号", "考核项目", "评分标准", "分值"],
    ["1", "综治中心", "未建立的扣5分", "20"],
    ["2", "矛盾调处", "每发生一起扣2分", "80"],
    ["", "加分项", "获市级表彰加2分", "5"],
]
DUMPS = {"framed": "| {} |\n", "behind": "{} |\n", "before": "| {}\n", "full width": "｜{}｜\n"}


@pytest.mark.parametrize(("kind", "count"), [(kind, n) for kind in DUMPS for n in (3, 4) if (kind, n) != ("before", 4)])
@pytest.mark.parametrize("title", ["云溪区平安建设评分标准", "望川县2022年平安建设考核工作方案"])
def test_a_cell_a_line_with_its_pipes_is_a_table_below_whatever_title(kind, count, title):
    rows = LISTED[:count]
    made = notice(title + "\n" + "".join(DUMPS[kind].format(cell) for row in rows for cell in row))
    found = [(i.marker, i.title, i.scoring, str(i.points.value), i.nature) for i in made.schemes[0].items]
    assert found == [
        ("1", "综治中心", "未建立的扣5分", "20", "base"), ("2", "矛盾调处", "每发生一起扣2分", "80", "base"),
        (None, "加分项", "获市级表彰加2分", "5", "bonus"),
    ][: len(rows) - 1]  # fmt: skip
    assert (made.title, made.sections, codes(made), made.coverage) == (title, (), [], 1.0)


def test_lines_of_pipes_below_an_outlines_heading_are_no_table():
    made = notice("望川县2022年工作要点\n一、考核标准\n| 1.抓好巡河 |\n| 2.抓好管护 |\n| 3.抓好宣传 |\n")
    assert not made.schemes or not made.schemes[0].columns


GROUPED_HEAD = "序号 | 工作任务 | 责任单位 | 完成时限{end}\n"
GROUPED_ROWS = (
    "1 | 更换老旧水管 | 县水利局 | 6月底{end}\n2 | 建成水表平台 | 县住建局 | 9月底{end}\n",
    "3 | 举办进校园活动 | 县教育局 | 5月底{end}\n4 | 编印节水手册 | 县水利局 | 4月底{end}\n",
)


@pytest.mark.parametrize("end", ["", " |"])
@pytest.mark.parametrize(
    ("one", "two"),
    [("一、管网改造", "二、节水宣传"), ("（一）管网改造{end}", "（二）节水宣传{end}"), ("管网改造", "节水宣传")],
)
def test_lines_without_pipes_between_rows_are_names_over_them(one, two, end):
    made = notice(
        f"某某县2023年节水工作任务清单\n\n{GROUPED_HEAD}{one}\n{GROUPED_ROWS[0]}{two}\n{GROUPED_ROWS[1]}".format(
            end=end
        )
    )
    (scheme,) = made.schemes
    assert names(scheme.items) == [
        ("管网改造", ["更换老旧水管", "建成水表平台"]),
        ("节水宣传", ["举办进校园活动", "编印节水手册"]),
    ]
    assert [column.header for column in scheme.columns] == ["序号", "工作任务", "责任单位", "完成时限"]
    assert codes(made) == ([] if one.startswith(("一", "（")) else ["structure_inferred"])  # a number tells a name


@pytest.mark.parametrize(
    "between",
    [
        "全部完工并验收",
        "以上两项由县水利局牵头，下列各项由县教育局牵头。",
        "二、下列任务由各乡镇负责落实，每季度报送一次进展情况。",
        "附件2",
    ],
)
def test_what_goes_on_or_says_more_between_rows_is_no_name(between):
    made = notice(
        f"某某县2023年节水工作任务清单\n\n{GROUPED_HEAD}{GROUPED_ROWS[0]}{between}\n{GROUPED_ROWS[1]}".format(end="")
    )
    assert between not in {item.title for scheme in made.schemes for item in flatten(scheme.items)}


@pytest.mark.parametrize("marks", ["", "（5分）"])
def test_a_line_that_names_only_a_kind_of_marks_stands_over_the_rows_below_it(marks):
    rows = f"序号 | 考核指标 | 分值 | 考核得分\n1 | 巡河 | 60 | 55\n2 | 保洁 | 40 | 38\n加分项{marks}\n3 | 获表彰 | 5 | 0\n扣分项\n4 | 被通报 | 5 | 2\n"
    (scheme,) = notice(f"青石县2023年度河长制考核评分表\n\n{rows}").schemes
    assert [(i.title, i.nature) for i in scheme.items][2:] == [("加分项", "bonus"), ("扣分项", "deduction")]
    assert [(i.title, i.nature, i.score) for i in flatten(scheme.items) if not i.children] == [
        ("巡河", "base", 55), ("保洁", "base", 38), ("获表彰", "bonus", 0), ("被通报", "deduction", 2),
    ]  # fmt: skip


def test_the_columns_of_a_second_header_in_a_table_are_listed_behind_those_of_the_first():
    made = page(
        "平湖镇2024年度考核办法",
        [
            ["序号", "考核项目", "考核内容", "分值"],
            ["1", "党建工作", "按时开会", "10"],
            ["2", "集体经济", "收入达标", "20"],
            ["序号", "任务名称", "责任部门", "完成时限"],
            ["1", "改造村部", "镇村建办", "6月底前"],
            ["2", "建成广场", "镇文化站", "9月底前"],
        ],
    )
    assert [(c.header, c.role) for c in made.schemes[0].columns] == [
        ("序号", "number"), ("考核项目", "title"), ("考核内容", "requirement"), ("分值", "points"),
        ("任务名称", "title"), ("责任部门", "responsible"), ("完成时限", "deadline"),
    ]  # fmt: skip


def test_a_header_printed_again_adds_none():
    head = ["序号", "考核项目", "考核内容", "分 值"]
    rows = [
        head,
        ["1", "党建工作", "按时开会", "10"],
        ["序号", "考核项目", "考核内容", "分值（分）"],
        ["2", "经济", "达标", "20"],
    ]
    assert len(page("平湖镇2024年度考核办法", rows).schemes[0].columns) == 4
