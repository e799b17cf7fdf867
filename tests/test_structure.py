"""Trees: flattened tables, grids and outlines of forms made up here, with the truth known."""

import random

import pytest

from pipeline.structure.atoms import Atom, Shape
from pipeline.structure.flat import flat_atoms, flat_shape
from pipeline.structure.search import search
from pipeline.structure.tree import build
from tests.making import codes, flatten, notice, outline, text

HEADER2 = ["一级指标", "二级指标", "责任单位", "备注"]


def flat(header, cells, title="2022年考核细则"):
    return notice("\n\n".join([title, *header, *cells]))


def test_a_flattened_table_of_two_levels():
    made = flat(
        HEADER2,
        ["组织领导(10分)", "成立领导小组并定期研究工作部署(6分)", "县政府办", "制定年度工作计划并按时报送总结(4分)", "各部门",
         "信息报送(5分)", "按时报送信息且内容真实完整准确(5分)", "各部门", "不参与的得平均分"],
    )  # fmt: skip
    assert outline(made.schemes[0].items) == [
        (
            None,
            "组织领导",
            10,
            [(None, "成立领导小组并定期研究工作部署", 6), (None, "制定年度工作计划并按时报送总结", 4)],
        ),
        (None, "信息报送", 5, [(None, "按时报送信息且内容真实完整准确", 5)]),
    ]
    assert [[u.name for u in i.responsible] for i in flatten(made.schemes[0].items) if not i.children] == [
        ["县政府办"],
        ["各部门"],
        ["各部门"],
    ]
    assert made.schemes[0].items[1].children[0].remarks == "不参与的得平均分"
    assert codes(made) == ["structure_inferred"]


#: A row that begins with its points, and no sign that they are none of a number: whose is 会议商定?
DOUBTFUL = (
    "水利工作考评表\n序号\n考评内容\n分值\n评分标准\n考评方式\n自评分\n1\n防汛工作\n4\n未建立扣1分。\n会议商定。\n6\n未巡查扣3分。\n"
    "2\n饮用水工作\n5\n未收费扣1分。\n查阅资料。\n"
)


def test_a_doubtful_tree_says_where_the_next_best_reading_begins_to_differ():
    made = notice(DOUBTFUL)
    (found,) = [f for f in made.findings if f.code == "structure_inferred"]
    assert found.severity == "warning"
    assert "differs first at “" in found.message
    assert found.span is not None


def test_a_wrong_sum_keeps_the_tree_and_is_found():
    made = flat(
        HEADER2,
        [
            "组织领导(10分)",
            "成立领导小组并定期研究工作部署(6分)",
            "办公室",
            "制定年度工作计划并按时报送总结(3分)",
            "各部门",
        ],
    )
    assert len(made.schemes[0].items) == 1
    assert [f.message for f in made.findings if f.code == "children_sum"] == [
        "“组织领导” states 10, its children add up to 9"
    ]


def test_a_label_repeated_after_a_page_break_is_one_node():
    made = flat(
        HEADER2,
        [
            "组织领导(10分)",
            "成立领导小组并定期研究工作部署(6分)",
            "办公室",
            "组织领导(10分)",
            "制定年度工作计划并按时报送总结(4分)",
            "各部门",
        ],
    )
    assert [len(i.children) for i in made.schemes[0].items] == [2]
    assert "split_item_joined" in codes(made)


def test_same_as_above_repeats_units_and_remarks():
    made = flat(
        HEADER2,
        [
            "组织领导(10分)",
            "成立领导小组并定期研究工作部署(6分)",
            "教育局、公安局",
            "须提供证明材料",
            "制定年度工作计划并按时报送总结(4分)",
            "同上",
            "同上",
        ],
    )
    second = made.schemes[0].items[0].children[1]
    assert [(u.name, u.raw, u.basis) for u in second.responsible] == [
        ("教育局", "同上", "inherited"),
        ("公安局", "同上", "inherited"),
    ]
    assert second.remarks == "须提供证明材料"


def _random_tree(chance):
    """Sections of two levels with amounts that add up, and the cells of their flattened table."""
    cells, truth = [], []
    for s in range(chance.randint(2, 5)):
        groups = []
        start = len(cells)
        cells.append("")
        for g in range(chance.randint(1, 3)):
            amounts = [chance.randint(1, 5) for _ in range(chance.randint(1, 3))]
            cells.append(f"工作{'甲乙丙丁戊'[s]}之{'子丑寅'[g]}类({sum(amounts)}分)")
            leaves = []
            for n, amount in enumerate(amounts):
                leaf = f"按照{'天地人'[n]}字要求认真做好第{'甲乙丙丁戊'[s]}{'子丑寅'[g]}项各方面落实情况"
                cells += [f"{leaf}({amount}分)", chance.choice(["各部门", "财政局", "教育局、民政局"])]
                leaves.append((None, leaf, amount))
            groups.append((None, f"工作{'甲乙丙丁戊'[s]}之{'子丑寅'[g]}类", sum(amounts), leaves))
        total = sum(g[2] for g in groups)
        cells[start] = f"{'甲乙丙丁戊'[s]}方面({total}分)"
        truth.append((None, f"{'甲乙丙丁戊'[s]}方面", total, groups))
    return cells, truth


@pytest.mark.parametrize("seed", range(30))
def test_random_flattened_trees_whose_sums_are_right(seed):
    cells, truth = _random_tree(random.Random(seed))
    made = flat(["一级指标", "二级指标", "三级指标", "责任单位"], cells)
    assert outline(made.schemes[0].items) == truth
    assert codes(made) == ["structure_inferred"]


def _random_rows(chance):
    """Projects with requirements, points and rules, one cell a line, and the truth."""
    cells, truth, total = [], [], 0
    for p in range(chance.randint(2, 5)):
        amounts = [chance.randint(1, 9) for _ in range(chance.randint(1, 4))]
        total += sum(amounts)
        cells.append(f"{'一二三四五'[p]}、{'甲乙丙丁戊'[p]}类工作（{sum(amounts)}分）")
        rows = []
        for n, value in enumerate(amounts):
            words = f"按要求完成{'甲乙丙丁戊'[p]}类第{'一二三四'[n]}项任务"
            cells += [words, str(value), chance.choice(["每少一项扣1分，扣完为止", "未完成的不得分", "缺一次扣0.5分"])]
            rows.append((None, words, value))
        name = (f"{'一二三四五'[p]}、", f"{'甲乙丙丁戊'[p]}类工作", sum(amounts))
        truth.append((*name, rows) if len(rows) > 1 else name)
    return [*cells, "合计", str(total)], truth, total


@pytest.mark.parametrize("seed", range(30))
def test_random_rows_of_project_requirement_points_and_rule(seed):
    cells, truth, total = _random_rows(random.Random(seed))
    made = flat(["考核项目", "考核内容", "分值", "评分标准"], cells)
    (scheme,) = made.schemes
    assert outline(scheme.items) == truth
    assert all(i.scoring for i in flatten(scheme.items) if not i.children)
    assert (int(scheme.total.value), codes(made)) == (total, ["structure_inferred"])


def test_running_numbers_of_a_flattened_table_are_markers():
    made = flat(
        ["序号", "工作任务", "责任单位", "完成时限"],
        [
            "1",
            "推进重点项目建设",
            "县发改委",
            "5月底前",
            "2",
            "保障粮食安全生产",
            "县财政局",
            "持续推进",
            "3",
            "加强防汛抗旱工作",
            "县水利局",
            "6月底前",
        ],
    )
    items = made.schemes[0].items
    assert [(i.marker, i.title, i.responsible[0].name, i.deadlines[0].kind) for i in items] == [
        ("1", "推进重点项目建设", "县发改委", "date"), ("2", "保障粮食安全生产", "县财政局", "continuous"), ("3", "加强防汛抗旱工作", "县水利局", "date"),
    ]  # fmt: skip


def test_tab_rows_with_level_columns_and_cells_left_empty_below_a_merged_one():
    made = notice(
        "2021年考核指标\n"
        "序号\t一级指标\t二级指标\t分值\t评分标准\t责任单位\n"
        "1\t组织领导\t领导重视\t4\t未研究的扣1分\t办公室\n"
        "2\t\t机构健全\t6\t缺一项扣2分，扣完为止\t办公室\n"
        "3\t信息公开\t主动公开\t10\t\t各部门\n"
        "\t合计\t\t20\t\t\n"
    )
    scheme = made.schemes[0]
    assert [c.role for c in scheme.columns] == ["number", "level", "level", "points", "scoring", "responsible"]
    assert outline(scheme.items) == [
        (None, "组织领导", None, [("1", "领导重视", 4), ("2", "机构健全", 6)]),
        (None, "信息公开", None, [("3", "主动公开", 10)]),
    ]
    health = flatten(scheme.items)[2]
    assert (health.scoring, [r.effect for r in health.scoring_rules]) == ("缺一项扣2分，扣完为止", ["deduct", "floor"])
    assert [u.reason for u in made.unparsed] == ["subtotal"]
    assert (int(scheme.total.value), scheme.total.raw) == (20, "20")


def test_one_cell_a_line_behind_a_tab_with_empty_cells():
    made = notice(
        "某县2021年重点工作任务清单\n\t工作任务\n\t具体要求\n\t责任单位\n\t时限要求\n\n"
        "\t一、加强领导\n\t1\n\t及时研究部署年度工作并向社会公开有关情况。\n\t县政府办、司法局\n\t6月底前\n\n"
        "\t\n\t2\n\t建立健全工作机制并按规定报送有关材料。\n\t县政府各部门\n\t持续推进\n"
    )
    (section,) = made.schemes[0].items
    assert (section.marker, section.title) == ("一、", "加强领导")
    assert [(c.marker, c.title, len(c.responsible)) for c in section.children] == [("1", None, 2), ("2", None, 1)]
    assert [d.kind for c in section.children for d in c.deadlines] == ["date", "continuous"]
    assert codes(made) == []


def test_an_empty_unit_or_deadline_cell_is_reported():
    made = notice(
        "工作任务清单\n工作任务\t具体要求\t责任单位\t完成时限\n"
        "加强领导\t及时研究部署年度工作并向社会公开有关情况。\t\t6月底前\n"
        "健全机制\t建立健全工作机制并按规定报送有关材料情况。\t县政府办\t\n"
    )
    assert [c for c in codes(made) if c.endswith("missing")] == ["responsible_missing", "deadline_missing"]


def test_a_name_over_one_row_is_one_item_and_over_several_has_untitled_children():
    made = notice(
        "考核细则\n考核项目\t考核内容\t分值\n"
        "组织领导\t成立工作领导小组并且明确专人负责具体工作。\t5\n"
        "信息公开\t按照要求及时公开本单位的各类政府信息内容。\t3\n"
        "\t按照规定办理依申请公开并在期限内作出答复。\t2\n"
    )
    first, second = made.schemes[0].items
    assert (first.title, first.requirement, first.points.value) == (
        "组织领导",
        "成立工作领导小组并且明确专人负责具体工作。",
        5,
    )
    assert [(c.title, c.points.value) for c in second.children] == [(None, 3), (None, 2)]


def test_two_columns_without_a_field_keep_their_headers():
    made = notice(
        "任务分解表\n工作任务\t牵头领导\t联系人\t责任单位\n"
        "推进项目建设\t张某某\t李某某\t县发改委\n推进乡村振兴\t王某某\t赵某某\t县财政局\n"
    )
    assert made.schemes[0].items[0].extra == {"牵头领导": "张某某", "联系人": "李某某"}
    assert [u.name for u in made.schemes[0].items[0].responsible] == ["县发改委"]


def test_a_deadline_cell_that_is_no_deadline_is_not_lost():
    made = notice(
        "任务清单\n工作任务\t责任单位\t完成时限\n推进项目建设\t县发改委\t按上级要求\n推进乡村振兴\t县财政局\t5月底前\n"
    )
    assert made.schemes[0].items[0].extra == {"完成时限": "按上级要求"}
    assert "deadline_missing" not in codes(made)


def test_outlines_of_three_families():
    made = notice(
        "2022年工作要点\n一、加强公开\n（一）健全制度。完善公开制度。（县政府办负责）\n1.制定目录。编制事项目录，6月底前完成。\n"
        "2.更新目录。动态调整目录。\n（二）强化培训。开展业务培训。\n二、强化保障\n（一）压实责任。明确专人负责。\n"
    )
    assert outline(made.schemes[0].items) == [
        (
            "一、",
            "加强公开",
            None,
            [
                ("（一）", "健全制度", None, [("1.", "制定目录", None), ("2.", "更新目录", None)]),
                ("（二）", "强化培训", None),
            ],
        ),
        ("二、", "强化保障", None, [("（一）", "压实责任", None)]),
    ]


def test_one_running_number_over_all_sections_is_no_gap():
    made = notice(
        "行动方案\n一、做强基础\n1.建平台。建设平台。\n2.建队伍。建设队伍。\n二、做优服务\n3.优流程。优化流程。\n4.减材料。精简材料。\n"
    )
    assert [len(i.children) for i in made.schemes[0].items] == [2, 2]
    assert codes(made) == []


def test_numbers_that_jump_or_repeat_are_found():
    made = notice(
        "工作要点\n一、甲项\n1.建平台。建设。\n3.建队伍。建设。\n3.建制度。建设。\n二、乙项\n1.优流程。优化。\n"
    )
    assert codes(made) == ["numbering_gap", "numbering_repeated"]


def test_aims_are_sections_and_tasks_are_the_scheme():
    made = notice(
        "实施方案\n为推进工作，制定本方案。\n一、指导思想\n坚持新发展理念。\n二、重点任务\n（一）建设平台。6月底前建成。\n（二）培育人才。加强培训。\n"
    )
    assert [(s.id, s.marker, s.title) for s in made.sections] == [("b1", None, None), ("b2", "一、", "指导思想")]
    assert [i.title for i in made.schemes[0].items] == ["重点任务"]


def test_two_schemes_with_titles_totals_and_notes():
    cells = [
        "组织领导(6分)",
        "成立领导小组并定期研究工作部署(6分)",
        "办公室",
        "信息报送(4分)",
        "按时报送信息且内容真实完整准确(4分)",
        "各部门",
    ]
    made = notice(
        "\n\n".join(
            ["2022年政务公开考核指标", "(总分10分)", *HEADER2[:3], *cells, "附注:1.未提供材料的,不予认定。", "2.实行倒扣分,扣完为止。",
             "乡镇政务公开考核指标", "(总分12分)", *HEADER2[:3], *cells]
        )
    )  # fmt: skip
    first, second = made.schemes
    assert (first.title, second.title, second.applies_to) == (None, "乡镇政务公开考核指标", "乡镇")
    assert (len(first.notes), [r.effect for r in first.scoring_rules]) == (2, ["forfeit", "deduct", "floor"])
    assert [f.message for f in made.findings if f.code == "total_sum"] == [
        "the total states 12, the top level adds up to 10"
    ]


def test_no_wrong_sum_is_reported_for_bonus_rows():
    made = notice(
        "考核细则\n一级指标\t二级指标\t分值\n基础工作\t公开\t60\n\t回应\t40\n加分项\t创新\t10\n（总分100分）\n"
    )
    assert [c for c in codes(made) if c.endswith("_sum")] == []


def test_the_search_is_linear_in_its_moves():
    """Twice the atoms open twice the nodes: nothing is enumerated (decisions, not seconds, are counted)."""
    cells, _ = _random_tree(random.Random(1))
    shape = flat_shape(tuple(text(h) for h in ["一级指标", "二级指标", "三级指标", "责任单位"]), None)
    once = search(flat_atoms([text(c) for c in cells]).atoms, shape)
    twice = search(flat_atoms([text(c) for c in cells * 2]).atoms, shape)
    assert len(twice.decisions) == 2 * len(once.decisions)


def test_atoms_before_any_node_are_not_lost():
    atoms = [Atom(text("前言"), slot="text", opens=False)]
    built = build(atoms, search(atoms, Shape(None, ())).decisions)
    roots, loose = built.roots, built.loose
    assert (roots, [a.text.chars for a in loose]) == ([], ["前言"])


def test_a_subtotal_inside_a_table_and_a_total_with_its_bonus():
    made = notice(
        "2022年考核指标表\n一级指标\t二级指标\t分值\t责任部门\n党的建设（15分）\t理论学习\t5\t各部门\n\t支部建设\t10\t各部门\n\t\t小计：15\t\n"
        "加分项\t先进经验推广\t5\t各部门\n合计\t\t20\t\n"
    )
    assert [len(i.children) for i in made.schemes[0].items] == [2, 1]
    assert (codes(made), [u.text for u in made.unparsed]) == ([], ["小计：15", "合计\t\t20"])


def test_an_unknown_header_among_known_ones_keeps_its_column():
    made = notice(
        "2024年民生实事任务清单\n序号\t项目名称\t建设内容及规模\t资金来源\t责任单位\t配合单位\t完成时限\n"
        "1\t教育提升\t新建幼儿园2所\t自筹\t县教体局\t县财政局 县住建局\t6月底前完成2所\n2\t健康服务\t改造卫生院5所\t专项\t县卫健委\t各乡镇（街道）\t12月底前\n"
    )
    first, second = made.schemes[0].items
    assert (first.marker, first.title, first.requirement, first.extra["资金来源"]) == (
        "1",
        "教育提升",
        "新建幼儿园2所",
        "自筹",
    )
    assert [(u.name, u.role) for u in first.responsible] == [
        ("县教体局", "responsible"),
        ("县财政局", "support"),
        ("县住建局", "support"),
    ]
    assert [u.name for u in second.responsible] == ["县卫健委", "各乡镇（街道）"]
    assert first.extra["完成时限"] == "6月底前完成2所"


def test_a_table_without_a_known_header_says_so():
    made = notice("2024年安排表\n张三\t李四\t王五\n甲的事情\t乙的事情\t丙的事情\n丁的事情\t戊的事情\t己的事情\n")
    assert [(f.code, f.severity) for f in made.findings] == [("header_unknown", "warning")]
    assert made.coverage == 1.0


def test_merged_cells_that_are_simply_absent_on_the_rows_below():
    made = notice(
        "2022年考核细则\n| 考核项目 | 考核内容 | 分值 | 评分标准 |\n| 一、组织领导 | 成立工作领导小组并且明确专人负责 | 6 | 未成立的扣2分 |\n"
        "| 制定年度工作计划并且按时报送总结 | 4 | 缺一次扣1分 |\n| 二、信息公开 | 按照要求及时公开各类政府信息内容 | 8 | 每少一项扣1分 |\n| 按照规定办理依申请公开并答复 | 2 | 超期的不得分 |\n"
    )
    assert outline(made.schemes[0].items) == [
        (
            "一、",
            "组织领导",
            None,
            [(None, "成立工作领导小组并且明确专人负责", 6), (None, "制定年度工作计划并且按时报送总结", 4)],
        ),
        (
            "二、",
            "信息公开",
            None,
            [(None, "按照要求及时公开各类政府信息内容", 8), (None, "按照规定办理依申请公开并答复", 2)],
        ),
    ]


def test_rows_placed_by_their_looks_are_said_to_be_doubtful():
    rows = [
        "考核项目 | 考核内容 | 分值 | 自评分 |",
        "一、组织领导 | 成立工作领导小组并且明确专人负责 | 6 | |",
        "制定年度工作计划并且按时报送总结 | 4 | | |",
    ]
    made = notice("\n".join(["2022年考核细则", *rows]))
    first, second = made.schemes[0].items[0].children
    assert (int(first.points.value), int(second.points.value)) == (6, 4)
    assert [(f.code, f.severity, f.span is not None) for f in made.findings] == [
        ("structure_inferred", "warning", True)
    ]
    whole = notice("\n".join(["2022年考核细则", *rows[:2], "二、信息公开 | 按照要求及时公开各类政府信息内容 | 8 | |"]))
    assert codes(whole) == []


def test_a_header_of_two_rows():
    made = notice(
        "2020年考评细则\n考评要素 | 标准分值 | 考评要点 | 评分标准 | 得分 | |\n一级要素 | 二级要素 | | | | |\n"
        "日常监管 (30分) | 工作方案 (10分) | 10分 | 结合实际制定规范化建设工作实施方案。 | 未制定的扣10分。 | |\n"
        "监督检查 (20分) | 监督会议 (20分) | 20分 | 每年召开动员会并且部署检查工作。 | 未召开的扣20分。 | |\n"
    )
    (scheme,) = made.schemes
    assert [c.role for c in scheme.columns] == ["level", "level", "points", "requirement", "scoring", "score"]
    assert [[c.title for c in i.children] for i in scheme.items] == [["工作方案"], ["监督会议"]]
    assert (made.coverage, made.unparsed) == (1.0, ())


def test_filled_marks_under_a_score_header_are_full_marks_only_where_no_column_is_theirs():
    rows = [
        ["组织领导", "成立领导小组并定期研究工作部署", "6", "5"],
        ["信息公开", "按照要求及时公开各类政府信息", "4", "4"],
    ]
    alone = notice("\n".join(["2022年考核细则", "项目\t考核内容\t得分", *("\t".join(r[:3]) for r in rows)]))
    assert [int(i.points.value) for i in alone.schemes[0].items] == [6, 4]
    assert alone.schemes[0].columns[2].role == "points"
    assert [(f.code, f.severity) for f in alone.findings] == [("structure_inferred", "warning")]
    beside = notice("\n".join(["2022年考核细则", "项目\t考核内容\t分值\t得分", *("\t".join(r) for r in rows)]))
    assert [(int(i.points.value), int(i.score)) for i in beside.schemes[0].items] == [(6, 5), (4, 4)]


def test_a_flattened_row_whose_units_have_roles():
    cells = [
        "加强执法监督",
        "开展案卷评查",
        "区司法局",
        "9月底前",
        "推进便利化",
        "推行集成改革",
        "区行政审批局牵头，区直有关部门配合",
        "12月底前",
    ]
    made = notice("\n".join(["某区2024年工作台账", "重点任务", "工作举措", "责任单位", "完成时限", *cells]))
    assert (made.title, made.kind) == ("某区2024年工作台账", "task_list")
    assert [[(u.name, u.role) for u in i.responsible] for i in made.schemes[0].items] == [
        [("区司法局", "responsible")],
        [("区行政审批局", "lead"), ("区直有关部门", "support")],
    ]


def test_the_total_of_a_column_of_weights():
    made = notice(
        "2022年考核指标\n序号\t一级指标\t二级指标\t权重\n1\t经济发展\t增速\t60%\n2\t\t投资\t40%\n\t\t合计\t100%\n"
    )
    assert (made.schemes[0].total.value, made.schemes[0].total.unit) == (100, "percent")


def test_chinese_running_numbers_in_their_column():
    made = notice(
        "2022年考核细则\n序号\t考核项目\t考核内容\t分值\n一\t组织领导\t成立领导小组\t40\n二\t信息公开\t及时公开信息\t60\n"
    )
    assert [(i.marker, i.title) for i in made.schemes[0].items] == [("一", "组织领导"), ("二", "信息公开")]


def test_amounts_wrapped_away_from_their_names_and_bodies_under_another_header():
    cells = ["开办企业", "（20分）", "企业开办时间", "10", "1个工作日内办结得10分，每延长1日扣2分。", "区市场监管局",
             "电子营业执照应用", "10", "应用率达80%得满分，每低1个百分点扣0.5分。", "区市场监管局",
             "获得电力", "（30分）", "办电时长", "15", "不超过5天得15分，超过的不得分。", "供电公司",
             "供电可靠性", "15", "同比下降得15分，上升不得分。", "供电公司"]  # fmt: skip
    made = notice("\n".join(["2021年考核指标", "一级指标", "二级指标", "分值", "评分标准", "数据来源", *cells]))
    assert outline(made.schemes[0].items) == [
        (None, "开办企业", 20, [(None, "企业开办时间", 10), (None, "电子营业执照应用", 10)]),
        (None, "获得电力", 30, [(None, "办电时长", 15), (None, "供电可靠性", 15)]),
    ]


FORM = (
    "2022年考核评分表\n{header}\n一、依法行政（30分）\t\t\t\t\n1.文件管理\t10\t未报备的，每件扣2分\t10\t8\n2.复议应诉\t20\t败诉一件扣5分\t18\t15\n"
    "二、效能建设（70分）\t\t\t\t\n1.热线办理\t40\t每低1个百分点扣1分\t40\t38\n2.政务服务\t30\t查实一次扣3分\t30\t27\n合计\t100\t\t98\t88\n"
)


@pytest.mark.parametrize("name", ["考核项目", "考核内容"])
def test_one_column_that_holds_a_whole_outline(name):
    made = notice(FORM.format(header=f"{name}\t分值\t考核标准\t自评得分\t考评得分"))
    assert outline(made.schemes[0].items) == [
        ("一、", "依法行政", 30, [("1.", "文件管理", 10), ("2.", "复议应诉", 20)]),
        ("二、", "效能建设", 70, [("1.", "热线办理", 40), ("2.", "政务服务", 30)]),
    ]
    assert made.schemes[0].columns[2].role == "scoring"
    assert int(made.schemes[0].self_total) == 98
    assert [(f.code, f.severity) for f in made.findings] == [("structure_inferred", "info")]


def test_a_header_that_says_percent_makes_bare_numbers_percentages():
    made = notice("2022年考核指标\n指标名称\t权重（%）\t责任单位\n增速\t60\t县统计局\n投资\t40\t县发改委\n")
    assert [(int(i.weight.value), i.weight.unit, i.points) for i in made.schemes[0].items] == [
        (60, "percent", None),
        (40, "percent", None),
    ]


def test_a_header_of_two_rows_whose_columns_are_where_they_stand():
    made = notice(
        "2020年考评细则\n考评要素\t\t分值\t评分标准\n一级要素\t二级要素\t\t\n日常监管\t工作方案\t10\t未制定的扣10分\n\t监督会议\t20\t未召开的扣20分\n"
    )
    (scheme,) = made.schemes
    assert [c.role for c in scheme.columns] == ["level", "level", "points", "scoring"]
    assert [(c.title, int(c.points.value)) for c in scheme.items[0].children] == [("工作方案", 10), ("监督会议", 20)]


def test_a_cell_that_has_a_padded_row_to_itself_is_doubtful():
    head = "2022年考核细则\n指标 | 项目 | 分值 | 评分说明 |\n组织领导 | 培训 | 5 | 制定计划; |\n"
    assert codes(notice(head + "开展培训; | | | |\n")) == ["structure_inferred"]
    assert codes(notice(head + "信息公开 | 指南 | 5 | 按时更新; |\n")) == []


def test_a_traditional_copy_is_read_like_the_simplified_text_and_stays_as_printed():
    made = notice(
        "臨江縣2022年就業工作要點\n一、穩定崗位\n（一）開展培訓。（縣人社局牽頭，縣教育局配合）\n"
        "（二）支援創業。（責任單位：縣財政局、縣稅務局；6月底前完成）\n（三）長期堅持。"
    )
    assert (made.title, made.kind, made.region.name, made.region.level) == (
        "臨江縣2022年就業工作要點", "work_points", "臨江縣", "county",
    )  # fmt: skip
    items = made.schemes[0].items[0].children
    assert [(u.name, u.role, u.agency) for u in items[0].responsible] == [
        ("縣人社局", "lead", "人力资源和社会保障局"),
        ("縣教育局", "support", "教育局"),
    ]
    assert [(u.name, u.basis) for u in items[1].responsible] == [("縣財政局", "stated"), ("縣稅務局", "stated")]
    assert items[1].deadlines[0].due.isoformat() == "2022-06-30"


def test_a_traditional_table_has_its_columns():
    made = notice(
        "序號\t工作任務\t牽頭單位\t完成時限\n1\t開展培訓\t縣教育局\t2022年6月底前\n2\t支援創業\t縣財政局\t2022年9月底前\n"
    )
    assert [c.role for c in made.schemes[0].columns] == ["number", "title", "lead", "deadline"]


def test_points_that_end_a_requirement_cell_are_its_points():
    made = notice(
        "| 考核项目 | 考核内容 | 评分标准 |\n| 一、组织领导（10分） | 1.健全领导机构（4分） | 未成立机构的扣3分。 |\n"
        "| | 2.定期研究部署。（6分，少一次扣1分） | 查看资料。 |\n"
        "| 二、排查（8分） | 3.每周排查（3分），建立台账（5分）。 | 每少一次扣1分。 |\n"
    )
    rows = [c for item in made.schemes[0].items for c in item.children] + [made.schemes[0].items[1]]
    assert [(r.requirement, r.points and r.points.value) for r in rows] == [
        ("健全领导机构", 4), ("定期研究部署。", 6), ("3.每周排查（3分），建立台账（5分）。", 8),
    ]  # fmt: skip
    assert rows[1].scoring == "少一次扣1分\n查看资料。"


def test_a_first_part_named_after_its_whole_is_no_sibling_of_it():
    made = notice(
        "护林考核细则\n（一）森林质量（40分）\n1、林地保护（15分）\n（1）林地保护目标（6分）\n①林地（PM）面积（3分）：每差1公顷扣0.5分。\n"
        "②林木蓄积（3分）：每差1个百分点扣0.5分。\n"
    )
    [quality] = made.schemes[0].items
    [land] = quality.children
    assert [(goal.title, [leaf.title for leaf in goal.children]) for goal in land.children] == [
        ("林地保护目标", ["林地（PM）面积", "林木蓄积"])
    ]
