"""What a table holds that is no row of its list: titles above its header, a form's lines, notes below it."""

import pytest

from extractors.forms import form_line, is_form_label
from tests.making import codes, notice, outline, page, pipes, text

HEAD = ["序号", "考核内容", "分值", "评分标准", "得分"]
ROWS = [["1", "落实巡河制度", "60", "少一次扣1分", ""], ["2", "设立公示牌", "40", "缺一块扣1分", ""]]
WANTED = [("1", "落实巡河制度", 60), ("2", "设立公示牌", 40)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("被考核单位：    考核时间：  年  月  日", [("被考核单位", None), ("考核时间", None)]),
        ("考核人员签字：　被考核单位负责人签字：", [("考核人员签字", None), ("被考核单位负责人签字", None)]),
        ("填报单位：望川县水利局　填报人：", [("填报单位", "attribute"), ("填报人", None)]),
        ("检查得分：　　分", [("检查得分", None)]),
        ("责任单位：县水利局", []),
        ("完成时限：6月底前", []),
        ("考核时间：每年12月进行。", []),
        ("一、考核对象：各乡镇", []),
        ("得分：满分为100分，由各项相加。", []),
    ],
)
def test_labels_with_a_place_for_their_value(line, wanted):
    assert [(pair.key, pair.field) for pair in form_line(text(line))] == wanted


def test_a_label_of_a_form_is_no_indicator():
    assert all(is_form_label(text(w)) for w in ("考核组意见", "被检查单位（盖章）", "机构名称", "评定等次"))
    assert not any(is_form_label(text(w)) for w in ("组织领导", "信息报送", "责任单位", "巡查"))


def test_a_forms_rows_above_and_below_a_table_are_no_items():
    form = [("被考核单位：　　　　考核时间：　　年　月　日", 1, 5)]
    signed = [("考核人员签字：　　　　被考核单位负责人签字：", 1, 5)]
    made = page("2023年望川县河长制考核评分表", [form, HEAD, *ROWS, [("合计", 1, 2), "100", "", ""], signed])
    assert outline(made.schemes[0].items) == WANTED
    assert [u.reason for u in made.unparsed] == ["form", "subtotal", "form"]
    assert (codes(made), made.coverage) == ([], 1)


def test_labels_beside_the_cells_for_their_values():
    made = page(
        "2023年望川县养老机构考核评分表",
        [["机构名称", "", "考核时间", "", ""], HEAD, *ROWS, ["考核组意见", ("", 1, 4)]],
    )
    assert outline(made.schemes[0].items) == WANTED
    assert [u.text.split() for u in made.unparsed] == [["机构名称", "考核时间"], ["考核组意见"]]


def test_what_a_form_says_of_itself_is_an_attribute():
    made = page("2023年望川县考核评分表", [[("被考核单位：青石镇　　考核时间：", 1, 5)], HEAD, *ROWS])
    assert made.attributes == {"被考核单位": "青石镇"}
    assert outline(made.schemes[0].items) == WANTED


def test_a_title_in_a_tables_first_row_is_the_schemes():
    title = [("青石镇消防工作考核评分表", 1, 5)]
    made = page("2023年望川县消防工作考核办法", [title, HEAD, *ROWS])
    assert (made.schemes[0].title, outline(made.schemes[0].items)) == ("青石镇消防工作考核评分表", WANTED)


def test_notes_in_a_tables_last_row_are_the_schemes():
    made = page("2023年望川县消防工作考核评分表", [HEAD, *ROWS, [("备注：1.总分100分。2.扣完为止。", 1, 5)]])
    assert (made.schemes[0].notes, outline(made.schemes[0].items)) == (("1.总分100分。2.扣完为止。",), WANTED)


def test_a_remark_of_the_last_row_is_no_note():
    made = page(
        "2023年望川县考核表", [["考核内容", "分值", "备注"], ["落实制度", "60", ""], ["设立公示牌", "40", "按块计"]]
    )
    assert (made.schemes[0].notes, made.schemes[0].items[1].remarks) == ((), "按块计")


def test_a_forms_line_beside_a_table_in_a_text():
    made = notice(
        "2023年青石县信访考核评分表\n被考核单位：　　　考核时间：　年　月　日\n考核内容\t分值\t评分标准\n"
        "按期办结\t60\t超期的扣2分\n登记台账\t40\t缺一项扣1分\n考核人：　　　负责人签字：\n"
    )
    assert outline(made.schemes[0].items) == [(None, "按期办结", 60), (None, "登记台账", 40)]
    assert {u.reason for u in made.unparsed} == {"form"}
    assert made.sections == ()


def test_notes_whose_label_has_a_cell_of_its_own():
    made = page("2023年望川县消防工作考核评分表", [HEAD, *ROWS, ["备注", ("总分100分。", 1, 2), ("扣完为止。", 1, 2)]])
    assert (made.schemes[0].notes, outline(made.schemes[0].items)) == (("总分100分。\n扣完为止。",), WANTED)
    assert made.coverage == 1


def test_rows_of_a_template_and_crossed_out_cells_are_no_values():
    made = page(
        "2024年望川县重点任务分解表",
        [
            ["序号", "工作任务", "责任单位", "完成时限"],
            ["1", "改造老旧小区", "县住建局", "/"],
            ["2", "……", "……", "……"],
            ["3", "", "", ""],
        ],
    )
    (task,) = made.schemes[0].items
    assert (task.requirement or task.title, task.deadlines, task.extra) == ("改造老旧小区", (), {})
    assert [(u.reason, u.text.split()) for u in made.unparsed] == [("form", ["/", "2", "……", "……", "……", "3"])]
    assert made.coverage == 1


def test_the_header_of_a_table_that_lost_its_columns_is_no_title_and_the_tree_is_doubtful():
    made = notice(
        "望川县新农村建设测评办法\n指标名称 单位 标准 分值 折算办法\n一、生产发展 170\n1、总收入增长 % 15 60 4×达标数\n"
        "2、产业收入占比 % 70 70 1×达标数\n3、实用人才占比 % 35 20 1×达标数\n"
    )
    assert made.title == "望川县新农村建设测评办法"
    assert "header_unknown" in codes(made)


SIDES = [["1", "秸秆禁烧", "60"], ["2", "河道保洁", "40"]]


def two_tables(first, second, *, before="", behind=""):
    rows = "".join(f"| {' | '.join(row)} |\n" for row in [["序号", "考核内容", "分值"], *SIDES])
    return notice(f"2023年望川县环境保护工作考核办法\n{before}{first}\n{rows}{second}\n{rows}{behind}")


@pytest.mark.parametrize(
    ("lines", "titles", "bodies"),
    [
        (("一、乡镇考核指标", "二、县直部门考核指标"), ["乡镇考核指标", "县直部门考核指标"], ["乡镇", "县直部门"]),
        (("（一）乡镇（街道）", "（二）行业部门"), ["乡镇（街道）", "行业部门"], ["乡镇（街道）", "行业部门"]),
        (("乡镇考核内容：", "部门考核内容："), ["乡镇考核内容", "部门考核内容"], ["乡镇", "部门"]),
    ],
)
def test_lines_above_several_tables_name_them(lines, titles, bodies):
    made = two_tables(*lines, behind="三、结果运用\n考核结果作为评先评优依据。\n")
    assert [s.title for s in made.schemes] == titles
    assert [s.applies_to for s in made.schemes] == bodies
    assert (codes(made), made.coverage) == ([], 1)


def test_what_a_tables_name_is_worth_is_its_total():
    made = two_tables("一、平安建设（100分）", "二、矛盾化解（90分）")
    assert [(s.title, int(s.total.value)) for s in made.schemes] == [("平安建设", 100), ("矛盾化解", 90)]
    assert codes(made) == ["total_sum"]


def test_sections_among_others_stay_sections():
    around = {"before": "一、总体要求\n坚持实事求是。\n", "behind": "四、结果运用\n考核结果作为评先评优依据。\n"}
    made = two_tables("二、乡镇考核指标", "三、部门考核指标", **around)
    assert [s.marker for s in made.sections] == ["一、", "二、", "三、", "四、"]
    assert "numbering_gap" not in codes(made)


def test_data_above_a_tables_header_is_no_row_of_it():
    made = page(
        "2023年望川县项目绩效目标表",
        [
            ["项目名称", "农村公路养护", "主管部门", "县交通局"], ["资金总额", "500万元", "实施期限", "2023年"],
            ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "养护里程", "100公里"],
        ],
    )  # fmt: skip
    assert [i.title for i in made.schemes[0].items] == ["产出指标"]
    assert {key: made.attributes.get(key) for key in ("项目名称", "主管部门", "资金总额")} == {
        "项目名称": "农村公路养护", "主管部门": "县交通局", "资金总额": "500万元",
    }  # fmt: skip
    assert made.coverage == 1


def test_the_lines_of_those_who_made_a_form_are_no_sections():
    made = notice(
        "2023年望川县综治考核表\n| 序号 | 考核内容 | 分值 |\n| 1 | 网格巡查 | 100 |\n"
        "单位负责人：      审核：      制表：      联系电话：\n说明：本表一式两份。\n"
    )
    assert (made.sections, made.schemes[0].notes) == ((), ("本表一式两份。",))
    assert [u.reason for u in made.unparsed] == ["form"]


def test_the_line_above_a_table_that_names_its_first_rows_is_a_section_of_it():
    rows = "".join(
        f"{chr(9).join(row)}\n" for row in [["序号", "考核内容", "分值"], ["1", "党建", "20"], ["2", "法治", "20"]]
    )
    made = notice(
        f"2023年望川县考核细则\n一、共性目标（40分）\n{rows}二、业务目标（60分）\t\t\n序号\t考核内容\t分值\n1\t项目建设\t60\n"
    )
    assert outline(made.schemes[0].items) == [
        ("一、", "共性目标", 40, [("1", "党建", 20), ("2", "法治", 20)]), ("二、", "业务目标", 60, [("1", "项目建设", 60)]),
    ]  # fmt: skip
    assert (made.sections, codes(made)) == ((), [])


def test_a_total_on_the_line_below_a_table_is_its_total():
    made = notice("2023年望川县考核表\n| 考核内容 | 分值 |\n| 成立机构 | 40 |\n| 及时归档 | 60 |\n总分：100分\n")
    assert (int(made.schemes[0].total.value), made.sections, made.coverage) == (100, (), 1)


PROJECT = [
    [("项目名称", 1, 2), ("农村厕所改造项目", 1, 6)],
    [("主管部门", 1, 2), ("望川县农业农村局", 1, 2), ("实施单位", 1, 2), ("县农村能源站", 1, 2)],
    [("项目资金\n（万元）", 3, 2), ("", 1, 1), "年初预算数", "全年预算数", "全年执行数", "分值", "执行率"],
    ["年度资金总额", "500", "500", "480", "10", "96%"],
    ["其中：财政拨款", "500", "500", "480", "—", "—"],
    [("年度总体目标", 2, 1), ("预期目标", 1, 3), ("实际完成情况", 1, 4)],
    [("改造户厕2000座，提升人居环境。", 1, 3), ("完成2000座。", 1, 4)],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    [("产出指标", 2, 1), "数量指标", "改造户厕数量", "2000座", "2000座", "50", "50", ""],
    ["质量指标", "验收合格率", "100%", "98%", "10", "9", "个别渗漏"],
    ["效益指标", "社会效益", "受益人口", "6000人", "6200人", "30", "30", ""],
    [("总分", 1, 5), "100", "99", ""],
]  # fmt: skip


@pytest.mark.parametrize("write", [page, pipes])
def test_a_projects_data_above_its_indicators_are_no_rows_and_marks_for_its_money_are_an_indicator(write):
    made = write("2023年度项目支出绩效自评表", PROJECT)
    assert outline(made.schemes[0].items) == [
        (None, "年度资金总额", 10),
        (None, "产出指标", None, [
            (None, "数量指标", None, [(None, "改造户厕数量", 50)]),
            (None, "质量指标", None, [(None, "验收合格率", 10)]),
        ]),
        (None, "效益指标", None, [(None, "社会效益", None, [(None, "受益人口", 30)])]),
    ]  # fmt: skip
    leaf = made.schemes[0].items[1].children[1].children[0]
    assert (leaf.requirement, leaf.extra, int(leaf.score), leaf.remarks) == (
        "100%",
        {"实际完成值": "98%"},
        9,
        "个别渗漏",
    )
    assert {"项目名称", "主管部门", "实施单位", "预期目标", "实际完成情况"} <= made.attributes.keys()
    assert (int(made.schemes[0].total.value), made.coverage) == (100, 1)


def test_marks_for_money_beside_a_total_are_those_of_their_block():
    made = page(
        "2023年度部门项目绩效自评表",
        [
            ["项目名称", ("器材更新", 1, 6)],
            [("资金情况（万元）", 2, 1), "资金来源", "预算数", "执行数", "执行率", "分值", "得分"],
            ["合计", "60", "54", "90%", "10", "9"],
            ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
            ["产出", "数量", "更新件数", "100件", "100件", "90", "90"],
        ],
    )
    first = made.schemes[0].items[0]
    assert (first.title, int(first.points.value), int(first.score)) == ("资金情况（万元）", 10, 9)


@pytest.mark.parametrize("first", [["考核项目", "考核内容", "分值"], ["单位名称", "工作任务", "完成时限"]])
def test_a_second_header_with_levels_below_a_header_is_no_projects(first):
    second = ["一级指标", "二级指标", "分值"]
    rows = [first, ["县水利局", "河道清淤", "6月底前"], second, ["组织保障", "机构", "40"], ["业务", "巡河", "60"]]
    made = page("2023年望川县河长制工作考核表", rows)
    assert [i.title for i in made.schemes[0].walk()][:1] == ["县水利局"]


FIRST = "2023年望川县卫生院考核表"
SECOND = [HEAD, ["1", "家庭医生签约", "70", "不达标扣5分", ""], ["2", "药品管理", "30", "不达标扣5分", ""]]


@pytest.mark.parametrize(
    ("between", "titles"),
    [
        ([[("2023年望川县村卫生室考核评分表", 1, 5)]], [FIRST, "2023年望川县村卫生室考核评分表"]),
        ([[("表二：村卫生室考核表", 1, 5)], [("被考核单位：", 1, 5)]], [FIRST, "表二：村卫生室考核表"]),
        ([[("2023年望川县卫生院考核表", 1, 5)]], [FIRST]),
        ([[("二、村卫生室", 1, 5)]], [FIRST]),
    ],
)
def test_a_title_over_another_header_inside_a_table_begins_a_scheme(between, titles):
    made = page(FIRST, [[(FIRST, 1, 5)], HEAD, *ROWS, *between, *SECOND])
    assert [s.title for s in made.schemes] == titles
    assert [sum(1 for _ in s.leaves()) for s in made.schemes] == ([2, 2] if len(titles) > 1 else [4])
    assert made.coverage == 1


def test_rows_of_a_form_that_are_all_names_are_placed_beyond_doubt():
    made = pipes(
        "2023年望川县满意度评价表", [["评价项目", "优", "良", "差"], ["服务态度", "", "", ""], ["办事效率", "", "", ""]]
    )
    assert [i.title for i in made.schemes[0].items] == ["服务态度", "办事效率"]
    assert "structure_inferred" not in codes(made)


@pytest.mark.parametrize(
    ("row", "attributes"),
    [
        (["单位（盖章）：望川县第二中学", "", "", "自评日期：2024年11月5日", ""], {"单位(盖章)": "望川县第二中学", "自评日期": "2024年11月5日"}),
        (["学校（盖章）：", "", "", "自评日期：2024年11月5日", ""], {"自评日期": "2024年11月5日"}),
        (["填报单位：", "", "", "单位：万元", ""], {"单位": "万元"}),
        (["填报人：", "审核人：", "", "", ""], {}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["below a title", "first", "last"])
def test_a_row_of_labels_with_their_values_behind_them_is_no_item(row, attributes, place):
    titled = [["2024年河长制自评表", "", "", "", ""]] if place == "below a title" else []
    rows = [HEAD, *ROWS, row] if place == "last" else [*titled, row, HEAD, *ROWS]
    made = page("2024年河长制自评表", rows)
    assert outline(made.schemes[0].items) == WANTED
    assert made.attributes == attributes
    assert made.coverage == 1.0


def test_a_row_below_the_list_that_no_form_asks_for_stays():
    made = page("2024年河长制自评表", [HEAD, *ROWS, ["3", "设立专栏：公开结果", "10", "", ""]])
    assert len(made.schemes[0].items) == 3


@pytest.mark.parametrize(
    ("line", "attributes"),
    [
        ("填报单位：          填报时间：    年  月  日", {}),
        ("填报单位：县教育局          填报时间：    年  月  日", {"填报单位": "县教育局"}),
        ("填报单位：          填报时间：2024年5月1日", {"填报时间": "2024年5月1日"}),
    ],
)
def test_an_empty_label_takes_no_label_for_its_value(line, attributes):
    made = notice(f"2024年考核细则\n{line}\n一、党建（40分）。\n二、业务（60分）。\n")
    assert (made.attributes, made.published_on, made.sections) == (attributes, None, ())


FLAT = (
    "青石县工地安全考核表", "序号", "考核内容", "扣分标准", "应得分数", "扣减分数", "实得分数",
    "1", "安全技术管理", "未提出预防措施的扣10分；未改善劳动条件的扣10分。", "40",
    "2", "目标管理", "未制定管理计划的扣20分。", "60",
)  # fmt: skip


@pytest.mark.parametrize("total", [(), ("合计", "100")])
def test_a_forms_lines_below_a_table_of_one_cell_a_line_are_no_rows(total):
    made = notice("\n".join((*FLAT, *total, "被考核人：", "考核人：", "施工单位：望川建筑工程公司")) + "\n")
    assert [(i.marker, int(i.points.value)) for i in made.schemes[0].items] == [("1", 40), ("2", 60)]
    assert made.attributes["施工单位"] == "望川建筑工程公司"
    assert [u.text for u in made.unparsed if u.reason == "form"] == ["被考核人：\n考核人："]
    assert made.coverage == 1.0


def test_a_label_that_every_row_has_is_the_rows():
    rows = ("1", "清理河道", "全面排查", "负责人：张明", "2", "治理污水", "建设管网", "负责人：李华")
    made = notice("\n".join(("青石县河长制任务表", "序号", "工作任务", "工作要求", "责任人", *rows)) + "\n")
    assert len(made.schemes[0].items) == 2
    assert "负责人" not in made.attributes


def test_marks_below_the_table_are_no_data_of_the_form():
    made = notice("\n".join((*FLAT, "考核得分：95分")) + "\n")
    assert "考核得分" not in made.attributes
