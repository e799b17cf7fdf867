"""Tables that lost their columns: what their headers mean, columns of a form, rows and groups that are counted."""

from decimal import Decimal
from itertools import pairwise

import pytest

from extractors.glued import unit_end, unit_starts
from normalizers.headers import header_role, is_form_header
from tests.making import flatten, notice, outline, text

TITLE = "青石县2022年安全生产考核评分表"


def lines(*cells):
    return notice("\n".join((TITLE, *cells)) + "\n").schemes


def rows(schemes):
    return [
        (i.marker, i.title or i.requirement, i.points and int(i.points.value), i.scoring)
        for scheme in schemes
        for i in flatten(scheme.items)
    ]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("考核内容及要求", "requirement"),
        ("评分细则及标准", "scoring"),
        ("考核指标及基础分值", "title"),
        ("考核内容及分值", "requirement"),
        ("计分方法", "scoring"),
        ("得分（100分）", "score"),
        ("评估要求", "requirement"),
        ("验收方式", "method"),
        ("具体打分办法", "scoring"),
        ("赋分原则", "scoring"),
        ("评分原则及说明", "scoring"),
        ("指标认定部门", "scorer"),
        ("分项得分", "score"),
        ("工作原则", None),
        ("工作单位", None),
        ("一票否决", None),
    ],
)
def test_headers_of_several_words(header, role):
    assert header_role(header) == role


@pytest.mark.parametrize("header", ["得分", "自评分", "完成情况（扣分）", "扣分原因", "得分情况"])
def test_columns_of_a_form(header):
    assert is_form_header(header)


@pytest.mark.parametrize("header", ["分值", "备注", "评分标准", "责任单位"])
def test_columns_that_a_published_table_fills(header):
    assert not is_form_header(header)


def test_a_standard_over_several_lines_fills_no_column_of_the_form():
    made = lines(
        "序号", "考核内容", "标准分", "考核细则", "完成情况", "（扣分）", "得分", "1", "建立安全管理机构", "20", "未建立机构扣10分", "未配备人员扣10分", "2",
        "开展安全检查", "30", "少一次扣5分", "未整改的扣5分", "记录不全扣2分",
    )  # fmt: skip
    assert rows(made) == [
        ("1", "建立安全管理机构", 20, "未建立机构扣10分\n未配备人员扣10分"),
        ("2", "开展安全检查", 30, "少一次扣5分\n未整改的扣5分\n记录不全扣2分"),
    ]  # fmt: skip


def test_serial_numbers_are_no_scores():
    made = lines(
        "类别", "序号", "考评项目", "考评内容", "评分标准", "得 分", "（100分）", "1", "制度建设（9分）", "是否建立保洁制度，是否公示", "一项不达标扣3分", "2",
        "队伍建设（8分）", "是否配备保洁员，是否配齐工具", "一项不达标扣4分", "3", "垃圾治理（18分）", "有无积存垃圾", "每处扣1分",
    )  # fmt: skip
    assert all(i.score is None and i.self_score is None for i in flatten(made[0].items))
    assert [i.marker for i in made[0].items] == ["1", "2", "3"]


def test_marks_under_a_score_header_are_full_marks_where_nothing_else_is():
    made = lines(
        "序号",
        "考核内容",
        "得分",
        "1",
        "建立台账，资料齐全。",
        "40",
        "2",
        "按时上报信息。",
        "30",
        "3",
        "开展宣传活动。",
        "30",
    )
    assert [p for _, _, p, _ in rows(made)] == [40, 30, 30]


def test_the_first_row_has_the_number_before_its_group():
    made = lines(
        "序号", "考核项目", "考核内容", "分值", "1", "责任落实（30分）", "签订责任书。", "10", "2", "配备专职人员。", "20", "3", "教育培训（10分）",
        "制定培训计划。", "4", "4", "开展演练。", "6",
    )  # fmt: skip
    assert [(m, p) for m, _, p, _ in rows(made)] == [(None, 30), ("1", 10), ("2", 20), (None, 10), ("3", 4), ("4", 6)]


def test_of_two_columns_of_requirements_the_first_names_the_rows():
    made = lines(
        "考核项目", "考核要点", "考核内容", "分值", "1.应急救援（30分）", "1.1预案（20分）", "1.1.1编制应急预案并备案。", "12", "1.1.2修订应急预案。", "8",
        "1.2演练（10分）", "1.2.1每年演练两次。", "10", "2.教育培训（10分）", "2.1计划（10分）", "2.1.1制定培训计划。", "6", "2.1.2建立培训档案。", "4",
    )  # fmt: skip
    assert [i.level for i in flatten(made[0].items)] == [1, 2, 3, 3, 2, 1, 2, 3, 3]


def test_how_one_looks_is_no_standard():
    made = lines(
        "考核内容", "基准分", "评分标准", "考核办法", "1.定期召开会议。", "40", "少一次扣20分。", "查阅记录", "2.开展检查。", "30", "缺一项扣10分。", "查阅资料",
    )  # fmt: skip
    assert [c.role for c in made[0].columns] == ["requirement", "points", "scoring", "method"]


def test_clauses_of_a_standard_are_no_rows():
    made = run_together(
        "青石县考核表\n序号责任内容标准分考核标准扣分原因得分1制定年度计划。41、无计划的不得分。2、无纪要的，缺一次扣1分。3、未报送的扣1分。"
        "2明确责任分工。61、无分工的扣2分。2、未督查的扣1分。3检查落实情况。51、未检查的扣2分。"
    )
    assert [(m, p) for m, _, p, _ in rows(made.schemes)] == [("1", 4), ("2", 6), ("3", 5)]
    assert made.schemes[0].items[0].scoring == "1、无计划的不得分。2、无纪要的，缺一次扣1分。3、未报送的扣1分。"


def test_a_cell_named_like_a_title_stands_above_no_new_table():
    head = ("考核内容", "分值", "佐证材料")
    made = lines(
        *head,
        "一、组织领导（40分）",
        "1.成立机构。",
        "40",
        "监测报告",
        *head,
        "二、日常管理（60分）",
        "1.建立台账。",
        "60",
        "台账",
    )
    assert [[i.title for i in scheme.items] for scheme in made] == [["组织领导", "日常管理"]]


def test_a_header_printed_again_belongs_to_the_same_table():
    head = ("考核内容", "分值", "评分标准")
    made = lines(
        *head, "一、组织领导（10分）", "1.成立领导小组。", "6", "未成立扣6分。", "2.制定方案。", "4", "未制定扣4分。", "二、日常管理（20分）", *head,
        "3.建立台账。", "12", "缺一项扣1分。", "4.按时报送。", "8", "迟报扣1分。",
    )  # fmt: skip
    assert len(made) == 1
    assert [len(i.children) for i in made[0].items] == [2, 2]


def test_the_same_header_below_a_total_begins_another_table():
    head = ("考核内容", "分值", "评分标准")
    first = ("1.成立领导小组。", "60", "未成立扣6分。", "2.制定方案。", "40", "未制定扣4分。", "合计", "100")
    assert len(lines(*head, *first, *head, *first)) == 2


def test_a_name_written_down_a_narrow_column_is_one():
    made = lines(
        "类别", "考核内容", "分值", "落", "实", "责", "任", "（40分）", "1.签订责任书。", "25", "2.建立台账。", "15", "组", "织", "领", "导", "（60分）",
        "1.成立机构。", "60",
    )  # fmt: skip
    assert [(i.title, int(i.points.value)) for i in made[0].items] == [("落实责任", 40), ("组织领导", 60)]


def run_together(words):
    return notice(words + "\n")


def test_headers_of_words_that_no_list_has():
    made = run_together(
        "示范小区评分标准序号标准内容规定分值评分细则一基础管理121、按规划要求建设1符合1.0,不符合02、办理接管验收手续5符合5.0,不符合03、统一管理6符合6.0,不符合0"
    )
    assert made.title == "示范小区评分标准"
    assert [(m, p) for m, _, p, _ in rows(made.schemes)][1:] == [("1、", 1), ("2、", 5), ("3、", 6)]


def test_sections_numbered_without_a_delimiter():
    made = run_together(
        "某集团行政管理考核标准单位名称：序号考核项目考核内容标准分评分方法实际得分扣分原因一档案管理1.档案分级管理6每少一层扣3分2.档案分类6无分类不得分"
        "二车辆管理1.建立车辆档案10缺少一项扣5分2.按时归还钥匙6违反一项扣3分"
    )
    assert made.title == "某集团行政管理考核标准"
    assert [(i.title, len(i.children)) for i in made.schemes[0].items] == [("档案管理", 2), ("车辆管理", 2)]
    assert [(p.text, p.reason) for p in made.unparsed] == [("单位名称：", "form")]


def test_codes_glued_to_the_points_before_them():
    made = run_together(
        "青石县食品安全考核表考核项目考核要点分值考核内容评分标准1.组织保障（35分）1.1纳入考核201.1.1纳入目标考核。（10分）未纳入不得分；1.1.2有考核结果。（10分）无结果扣5分。"
        "1.2会议研究151.2.1召开常务会。（9分）未召开不得分；1.2.2成立委员会。（6分）未成立扣6分。"
    )
    assert [i.marker for i in flatten(made.schemes[0].items)] == [
        "1.",
        "1.1",
        "1.1.1",
        "1.1.2",
        "1.2",
        "1.2.1",
        "1.2.2",
    ]


def test_a_serial_number_is_not_cut_out_of_an_amount():
    made = run_together(
        "青石县考核表\n序号考核内容分值评分标准1值守到岗。10缺岗扣1分。2台账齐全。16不全扣1分。3信息及时。5迟报扣1分。4培训到位。20未培训扣5分。5"
        "检查到位。14少一次扣1分。6整改到位。15未整改扣2分。"
    )
    assert [p for _, _, p, _ in rows(made.schemes)] == [10, 16, 5, 20, 14, 15]


def test_a_total_run_into_the_last_row_is_no_cell():
    made = run_together("青石县考核表\n序号考核内容分值评分标准1值守到岗。60缺岗扣1分。2台账齐全。40不全扣1分。合计100")
    assert [i.scoring for i in made.schemes[0].items] == ["缺岗扣1分。", "不全扣1分。"]
    assert made.schemes[0].total is not None


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("县水利局方案文本", "县水利局"),
        ("县水利局、各乡镇巡河日志", "县水利局、各乡镇"),
        ("市生态环境局望川分局监测报告", "市生态环境局望川分局"),
        ("县城市管理局厕所革命", "县城市管理局"),
        ("县水利局", None),
        ("编制方案并备案", None),
        ("县水利局、县财政局", None),
    ],
)
def test_where_units_end_that_run_into_the_next_cell(words, units):
    end = unit_end(text(words))
    assert (words[:end] if end is not None else None) == units


def test_rests_of_sentences_tell_where_lines_were_broken():
    made = lines(
        "一级指标", "考核内容", "分值", "评分细则", "佐证材料",
        "阵地建设（4分）", "开展警示教育，按期召开专题会议，做到应学尽学。", "1", "档案缺失1份扣0.5分；要件不全每处扣0.1分，扣完为", "止。", "换届批复",
        "落实谈心谈话制度，到会率不低于80%。", "3", "缺1次扣0.2分。", "会议记录",
        "党费收缴（6分）", "按月足额收缴党费，每季度通报一次，公开收支。", "4", "档案缺失1份扣0.5分；要件不全每处扣0.1分，扣完为", "止。", "党费收据",
        "落实三会一课制度，记录完整，专人保管。", "2", "少研究1次扣0.5分", "。", "党课讲稿",
    )  # fmt: skip
    assert [(t, p, s) for _, t, p, s in rows(made)] == [
        ("阵地建设", 4, None), ("开展警示教育，按期召开专题会议，做到应学尽学。", 1, "档案缺失1份扣0.5分；要件不全每处扣0.1分，扣完为止。"),
        ("落实谈心谈话制度，到会率不低于80%。", 3, "缺1次扣0.2分。"),
        ("党费收缴", 6, None), ("按月足额收缴党费，每季度通报一次，公开收支。", 4, "档案缺失1份扣0.5分；要件不全每处扣0.1分，扣完为止。"),
        ("落实三会一课制度，记录完整，专人保管。", 2, "少研究1次扣0.5分。"),
    ]  # fmt: skip


def test_an_amount_behind_a_stop_that_begins_a_line_is_the_items():
    made = notice(
        "青石县考核办法\n一、值守（6分）\n1.完善值班台账，健全值守队伍，确保工作有序推进\n。（4分）\n2.按时报告。（2分）\n"
    )
    assert [(m, p) for m, _, p, _ in rows(made.schemes)] == [("一、", 6), ("1.", 4), ("2.", 2)]


def test_a_time_told_by_an_event_opens_no_row():
    made = lines(
        "序号", "任务类别", "具体任务", "责任单位", "完成时限", "1", "一、河长履职", "设立公示牌。", "县水利局", "5月31日前", "2", "更新公示牌。",
        "县水利局", "汛期前", "3", "二、岸线管护", "清理乱堆乱占。", "县水利局", "汛期结束后", "4", "清理河道。", "县水利局", "每月10日前",
    )  # fmt: skip
    assert [(m, t) for m, t, _, _ in rows(made)] == [
        ("一、", "河长履职"), ("1", "设立公示牌。"), ("2", "更新公示牌。"), ("二、", "岸线管护"), ("3", "清理乱堆乱占。"), ("4", "清理河道。"),
    ]  # fmt: skip


#: Rows of a table with the group's points in a column of their own.
TWO_AMOUNTS = (
    ("考核项目", "项目分值", "考核内容", "分值", "评分标准"),
    ("组织体系", "20", "设立公示牌。", "12", "少一块扣1分。"), ("制定年度计划。", "8", "未制定不得分。"),
    ("资源保护", "30", "储备防汛物资。", "18", "种类不全每类扣2分。"), ("问题整改到位。", "12", "未整改的每个扣2分。"),
)  # fmt: skip
TWO_AMOUNTS_READ = [
    ("组织体系", 20, None), ("设立公示牌。", 12, "少一块扣1分。"), ("制定年度计划。", 8, "未制定不得分。"),
    ("资源保护", 30, None), ("储备防汛物资。", 18, "种类不全每类扣2分。"), ("问题整改到位。", 12, "未整改的每个扣2分。"),
]  # fmt: skip


@pytest.mark.parametrize("between", ["\n", ""], ids=["lines", "run"])
def test_a_column_of_amounts_belongs_to_the_names_before_it(between):
    head, *body = TWO_AMOUNTS
    words = between.join(cell for row in (head, *body) for cell in row)
    assert [(t, p, s) for _, t, p, s in rows(run_together(f"{TITLE}\n{words}").schemes)] == TWO_AMOUNTS_READ


@pytest.mark.parametrize("between", ["\n", ""], ids=["lines", "run"])
def test_the_one_column_of_amounts_may_be_the_groups(between):
    cells = (
        "考核项目", "分值", "考核内容", "评分标准", "一、组织领导", "20", "1.成立机构。", "未成立扣5分。", "2.落实责任人。", "未落实扣5分。",
        "二、物资储备", "80", "1.储备编织袋。", "少储备扣5分。", "2.组建抢险队伍。", "未组建扣5分。",
    )  # fmt: skip
    made = run_together(f"{TITLE}\n{between.join(cells)}")
    assert [(m, p) for m, _, p, _ in rows(made.schemes)] == [
        ("一、", 20), ("1.", None), ("2.", None), ("二、", 80), ("1.", None), ("2.", None)
    ]  # fmt: skip


def test_weights_between_names_and_rules_with_no_sign():
    made = run_together(
        f"{TITLE}\n考核类别考核指标权重计分规则一、经济效益（权重60%）1.营业收入35%完成目标得满分，每低1%扣1分。2.利润总额25%完成目标得满分。"
        "二、管理（权重40%）3.资产负债率20%以内得满分，超过警戒线不得分。4.安全生产40%发生事故不得分。"
    )
    assert [(i.marker, i.title, i.weight and int(i.weight.value)) for i in flatten(made.schemes[0].items)][:3] == [
        ("一、", "经济效益", 60), ("1.", "营业收入", 35), ("2.", "利润总额", 25)
    ]  # fmt: skip


def test_a_line_that_ends_with_a_comma_goes_on():
    made = lines(
        "序号", "任务名称", "工作内容", "责任单位", "完成时限", "1", "改造老旧小区", "完成12个小区改造，同步实施雨污分流、", "强弱电入地，", "惠及居民3200户。",
        "县住房和城乡建设局", "12月底前", "2", "建设公路", "新改建公路45公里。", "县交通运输局", "11月底前",
    )  # fmt: skip
    assert [i.requirement for i in made[0].items] == [
        "完成12个小区改造，同步实施雨污分流、强弱电入地，惠及居民3200户。",
        "新改建公路45公里。",
    ]


def test_the_last_number_below_a_header_in_one_line_is_a_cell():
    made = lines(
        "考核内容考核标准分值", "1.桥梁栏杆完好", "缺损一处扣1分", "20", "2.涵洞排水畅通", "堵塞一处扣2分", "30"
    )
    assert [p for _, _, p, _ in rows(made)] == [20, 30]


def test_a_total_row_may_have_a_number():
    made = notice(
        f"{TITLE}\n\n序号\t指标\t分值\t计分方法\n1\t存贷比\t60\t每低1%扣1分\n2\t涉农贷款\t40\t每低1%扣2分\n3\t合计\t100\t\n"
    )
    assert [p for _, _, p, _ in rows(made.schemes)] == [60, 40]
    assert made.schemes[0].total.value == 100


def test_amounts_printed_before_what_they_are_for():
    made = lines(
        "序号", "分值", "考核内容", "评分标准", "1", "10", "落实教育经费。", "未落实的不得分。", "2", "3", "控辍保学到人。", "每辍学1人扣1分。", "3", "4",
        "食堂管理规范。", "发生事故不得分。",
    )  # fmt: skip
    assert rows(made) == [
        ("1", "落实教育经费。", 10, "未落实的不得分。"), ("2", "控辍保学到人。", 3, "每辍学1人扣1分。"), ("3", "食堂管理规范。", 4, "发生事故不得分。"),
    ]  # fmt: skip


def test_a_dash_is_an_empty_cell():
    made = lines(
        "序号", "考核内容", "分值", "评分标准", "1", "按期办结率", "100", "每低1%扣2分", "2", "一票否决", "——", "发生恶劣影响的，取消评优资格",
    )  # fmt: skip
    assert rows(made) == [
        ("1", "按期办结率", 100, "每低1%扣2分"),
        ("2", "一票否决", None, "发生恶劣影响的，取消评优资格"),
    ]


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("组织建设①按期换届。10未换届不得分。②三会一课。15缺一次扣1分。党员发展①完成计划。20每低10%扣2分。②培养教育。15无记录扣3分。", ["组织建设", "党员发展"]),
        ("一、组织领导1.党委研究。5少一次扣1分。2.领导小组健全。5不健全扣2分。小计10二、工作落实1.民族工作。20缺一项扣2分。2.侨务工作。20少一项扣2分。", ["组织领导", "工作落实"]),
    ],
)  # fmt: skip
def test_names_over_names_in_the_one_column_of_them(words, groups):
    made = run_together(f"{TITLE}\n项目内容分值评分细则{words}")
    assert [i.title for i in made.schemes[0].items] == groups
    assert [len(i.children) for i in made.schemes[0].items] == [2, 2]


def test_a_pages_number_between_rows_and_within_a_cell():
    made = notice(
        f"{TITLE}\n考核项目\n考核内容\n分值\n评分标准\n一、领导责任（30分）\n1.党政一把手亲自抓，负总责，每季度研究一次工作，及时协调解决\n2\n重点难点问题。\n18\n"
        "少研究一次扣3分。\n2.经费投入到位。\n12\n不到位的不得分。\n3\n二、服务管理（70分）\n3.优质服务。\n40\n每投诉一次扣5分。\n4.便民服务。\n30\n缺一项扣5分。\n"
    )
    assert [(m, p, s) for m, _, p, s in rows(made.schemes)] == [
        ("一、", 30, None), ("1.", 18, "少研究一次扣3分。"), ("2.", 12, "不到位的不得分。"), ("二、", 70, None),
        ("3.", 40, "每投诉一次扣5分。"), ("4.", 30, "缺一项扣5分。"),
    ]  # fmt: skip
    assert [(u.text, u.reason) for u in made.unparsed] == [("2", "page_number"), ("3", "page_number")]
    assert "\n" not in made.schemes[0].items[0].children[0].requirement


def test_a_tree_that_explains_little_says_so():
    made = run_together(
        f"{TITLE}\n检查项目\n分值\n评分细则\n甲\n乙\n18-20\n丙丁\n12-17\n戊己庚\n0-11\n辛\n13-15\n壬癸\n9-12\n"
    )
    (found,) = (f for f in made.findings if f.code == "structure_inferred")
    assert found.severity == "warning"
    assert "no reading explains" in found.message


@pytest.mark.parametrize(
    ("words", "columns", "parts"),
    [
        ("县市场监管局县税务局、县公安局", 2, ["县市场监管局", "县税务局、县公安局"]),
        ("整治集贸市场环境县市场监管局各镇人民政府", 2, ["整治集贸市场环境", "县市场监管局", "各镇人民政府"]),
        ("清理卫生死角县城管局", 1, ["清理卫生死角", "县城管局"]),
        ("县财政局、县教育局", 1, ["县财政局、县教育局"]),
        ("望川县财政局", 1, ["望川县财政局"]),
        ("江西省青石县财政局", 1, ["江西省青石县财政局"]),
        ("市生态环境局望川分局", 1, ["市生态环境局望川分局"]),
        ("县财政局", 2, ["县财政局"]),
        ("完善全县河道管理", 1, ["完善全县河道管理"]),
        ("提升各乡镇办事处服务水平", 1, ["提升各乡镇办事处服务水平"]),
    ],
)
def test_where_units_begin_that_end_words(words, columns, parts):
    whole = text(words)
    bounds = [0, *unit_starts(whole, columns), len(whole)]
    assert [whole.chars[a:b] for a, b in pairwise(bounds)] == parts


def test_tasks_and_units_of_two_columns_run_together():
    made = run_together(
        "青石县2020年卫生城镇复审任务表\n序号工作内容责任单位配合单位完成时间备注1整治集贸市场环境县市场监管局各镇人民政府2020年5月底前"
        "2规范五小行业管理县卫健委县市场监管局2020年6月底前3清理卫生死角县城管局各镇人民政府持续推进"
    )
    assert [(i.marker, i.requirement, [(u.name, u.role) for u in i.responsible]) for i in made.schemes[0].items] == [
        ("1", "整治集贸市场环境", [("县市场监管局", "responsible"), ("各镇人民政府", "support")]),
        ("2", "规范五小行业管理", [("县卫健委", "responsible"), ("县市场监管局", "support")]),
        ("3", "清理卫生死角", [("县城管局", "responsible"), ("各镇人民政府", "support")]),
    ]


def test_groups_that_end_in_bare_marks_in_a_flattened_table():
    made = lines(
        "序号", "项目", "内容", "标准分", "评分办法", "扣分", "得分",
        "1", "组织保障10分", "成立领导小组，明确专职人员", "5", "查看资料，未成立扣2分",
        "2", "制定年度实施方案", "5", "查看资料，无方案不得分",
        "3", "设施建设25分", "分类容器配置率达100%", "15", "现场检查，每缺一处扣0.5分",
        "4", "集置点规范建设", "10", "现场检查，一处不合格扣1分",
    )  # fmt: skip
    assert [(i.marker, i.title or i.requirement, int(i.points.value)) for i in flatten(made[0].items)] == [
        (None, "组织保障", 10), ("1", "成立领导小组，明确专职人员", 5), ("2", "制定年度实施方案", 5),
        (None, "设施建设", 25), ("3", "分类容器配置率达100%", 15), ("4", "集置点规范建设", 10),
    ]  # fmt: skip


def test_lines_that_each_end_in_marks_are_paragraphs_and_a_broken_one_goes_on():
    made = lines(
        "序号", "考核内容", "标准分", "考核细则", "得分", "1", "开展安全检查", "30", "未逐一检查的扣10分", "隐患未整改的扣5分", "缺记录不得分", "2", "建立安全管理机构", "20", "未建立机构扣10分", "，扣完为止",
    )  # fmt: skip
    assert [scoring for _, _, _, scoring in rows(made)] == [
        "未逐一检查的扣10分\n隐患未整改的扣5分\n缺记录不得分", "未建立机构扣10分，扣完为止",
    ]  # fmt: skip


GLUED = (
    "青石县图书馆目标考核表序号考核项目考核内容及要求应得分评分细则扣分情况实得分"
    "{first}岗位责任明确馆员的岗位职责，馆长对全馆的借阅服务全面负责.41、未明确职责的扣4分，不细致的扣2分；2、馆长未参加培训的，每有1人扣0.5分."
    "2站点网络设立村级图书分馆，按人口数配备管理员.61、未设立分馆的扣4分，不开放扣2分；2、未配备管理员扣4分，每少1人扣2分."
    "3采购与验收制定年度图书采购书目、预算，签订采购合同，分批验收入库.41、未制定书目的扣2分；2、无验收记录的扣2分；3、未签订合同的，每缺1份扣1分."
    "4经费保障执行购书经费制度，确保经费按季到账.61、未列入年度预算扣2分，无凭证的扣2分；2、到账率低于100%的，每低于10%扣0.5分；"
)


def test_a_first_running_number_is_no_name_over_the_rows():
    made = notice(GLUED.format(first="1基础管理情况基础管理情况") + "\n")
    assert [(i.level, i.marker, int(i.points.value)) for i in flatten(made.schemes[0].items)] == [
        (1, "1", 4), (1, "2", 6), (1, "3", 4), (1, "4", 6),
    ]  # fmt: skip
    assert made.coverage == 1.0


def test_a_name_over_the_rows_stays_one():
    cells = (
        "考核项目",
        "序号",
        "考核内容",
        "分值",
        "评分标准",
        "基础管理（20分）",
        "1",
        "建立责任制",
        "10",
        "未建立的扣4分",
        "2",
        "健全管理网络",
        "10",
        "未健全的扣4分",
    )
    top = notice("青石县安全目标考核表\n" + "\n".join(cells) + "\n").schemes[0].items
    assert [(i.title, [c.marker for c in i.children]) for i in top] == [("基础管理", ["1", "2"])]


@pytest.mark.parametrize("unit", ["县", "青石县"])
def test_dates_of_one_year_and_bodies_of_one_county_are_no_names_alike(unit):
    (scheme,) = lines(
        "工作任务", "责任单位", "完成时限",
        "新建高标准农田", f"{unit}农业农村局", f"{unit}水利局", f"{unit}财政局", "2024年11月底",
        "新增市级示范点", f"{unit}农业农村局", "2024年10月底",
        "改造农村户厕", f"{unit}住建局", f"{unit}卫健局", "2024年9月底", "硬化通村道路", f"{unit}交通运输局", "2024年12月底",
    )  # fmt: skip
    assert [(i.title, len(i.responsible), i.deadlines[0].raw) for i in scheme.items] == [
        ("新建高标准农田", 3, "2024年11月底"), ("新增市级示范点", 1, "2024年10月底"),
        ("改造农村户厕", 2, "2024年9月底"), ("硬化通村道路", 1, "2024年12月底"),
    ]  # fmt: skip


GROUPED = [
    "1", "作风建设（50分）", "按时报到", "20", "2", "服务群众", "30",
    "3", "业务培训（20分）", "组织学习", "20", "4", "安全保卫（30分）", "值班值守", "10", "5", "隐患排查", "20",
]  # fmt: skip


def test_numbers_that_count_all_rows_are_the_rows_and_not_their_groups():
    made = lines("序号", "考核项目", "考核内容", "分值", *GROUPED)  # a name over one row is the row's
    assert [(m, p) for m, _, p, _ in rows(made)] == [
        (None, 50), ("1", 20), ("2", 30), ("3", 20), (None, 30), ("4", 10), ("5", 20),
    ]  # fmt: skip


def test_numbers_that_count_rows_of_two_names_are_in_the_innermost():
    made = lines(
        "序号", "一级指标", "二级指标", "三级指标", "分值",
        "1", "作风建设（50分）", "纪律（50分）", "按时报到", "20", "2", "服务群众", "30",
        "3", "业务（50分）", "培训（20分）", "组织学习", "20", "4", "考试（30分）", "按时参考", "10", "5", "成绩合格", "20",
    )  # fmt: skip
    assert [m for m, _, _, _ in rows(made)] == [None, None, "1", "2", None, None, "3", None, "4", "5"]


def test_numbers_of_groups_stay_theirs():
    made = lines(
        "序号", "考核项目", "考核内容", "分值", "1", "作风建设（50分）", "按时报到", "20", "服务群众", "30",
        "2", "业务培训（50分）", "组织学习", "20", "按时参考", "30",
    )  # fmt: skip
    assert [m for m, _, _, _ in rows(made)] == ["1", None, None, "2", None, None]


FORM = ["考核项目", "考核内容", "分值", "考核标准", "自评分", "考核分", "备注"]
FILLED = [
    "一、责任落实（40分）", "（一）会议部署", "15", "每季度召开会议，每少一次扣3分。", "12", "缺一次会议", "（二）台账管理", "25", "台账不全的每项扣2分。", "25",
    "二、设施管护（60分）", "（三）路灯维护", "40", "路灯损坏未及时修复的，每盏扣1分。", "39", "（四）井盖巡查", "20", "巡查记录缺失的每次扣1分。", "20",
]  # fmt: skip


def scored(schemes):
    return [(i.marker, int(i.points.value), i.self_score and int(i.self_score)) for i in flatten(schemes[0].items)]


def test_marks_that_the_assessed_filled_in_are_no_page_numbers():
    (scheme,) = made = lines(*FORM, *FILLED, "合计", "100", "96")
    assert scored(made) == [
        ("一、", 40, None), ("（一）", 15, 12), ("（二）", 25, 25), ("二、", 60, None), ("（三）", 40, 39), ("（四）", 20, 20)
    ]  # fmt: skip
    assert scheme.items[0].children[0].remarks == "缺一次会议"
    assert (scheme.total.value, scheme.self_total) == (100, 96)


def test_numbers_behind_a_total_that_are_more_than_its_columns_say_nothing():
    (scheme,) = lines(*FORM, *FILLED, "合计", "100", "96", "4")
    assert (scheme.total, scheme.self_total) == (None, None)


def test_a_total_of_a_form_that_nobody_filled_in():
    (scheme,) = lines(
        *FORM,
        *FILLED[:1],
        "（一）会议部署",
        "40",
        "每少一次扣3分。",
        "二、设施管护（60分）",
        "（三）路灯维护",
        "60",
        "每盏扣1分。",
        "合计",
        "100",
    )
    assert (scheme.total.value, scheme.self_total) == (100, None)


CLASSED = [
    "一级指标", "二级指标", "指标", "性质", "指标说明", "评分标准", "分值", "数据来源",
    "一、能力（40分）", "1.人才建设", "定性", "有培养计划。", "制定计划得10分，未制定不得分。", "10", "人事科",
    "2.服务效率", "定量", "平均办理时长。", "每超1天扣2分。", "30", "统计报表",
    "二、质量（60分）", "3.差错控制", "定量", "差错件占比。", "每高1个百分点扣5分。", "40", "质控科",
    "4.群众评价", "定性", "满意度测评。", "达到90%得20分。", "20", "第三方",
]  # fmt: skip


def test_a_column_of_classes_between_names_and_requirements():
    (scheme,) = made = lines(*CLASSED)
    assert [(c.header, c.role) for c in scheme.columns][2:4] == [("指标性质", "other"), ("指标说明", "requirement")]
    leaves = [i for i in flatten(scheme.items) if not i.children]
    assert [(i.marker, i.title, i.requirement, int(i.points.value), i.extra.get("指标性质")) for i in leaves] == [
        ("1.", "人才建设", "有培养计划。", 10, "定性"), ("2.", "服务效率", "平均办理时长。", 30, "定量"),
        ("3.", "差错控制", "差错件占比。", 40, "定量"), ("4.", "群众评价", "满意度测评。", 20, "定性"),
    ]  # fmt: skip
    assert len(made) == 1


def test_names_said_once_are_no_classes():
    (scheme,) = lines(
        "一级指标", "责任领导", "考核内容", "分值", "能力", "张山", "有培养计划。", "10", "效率", "李岭", "按时办理。", "30", "质量", "王海", "无差错。", "60",
    )  # fmt: skip
    assert [int(i.points.value) for i in flatten(scheme.items) if not i.children] == [10, 30, 60]


UNHEADED = ("考核内容", "分值", "具体打分办法")


def test_rows_that_are_counted_though_no_header_says_so():
    given = ("一、组织领导", "（20分）", "1", "健全护林组织，明确专人负责。", "12分", "有组织6分，有专人6分。", "2", "按季研究部署。", "8分", "每季研究一次2分。",
             "二、日常巡护", "（30分）", "3", "按月巡护林区，做好记录。", "20分", "每缺一次扣3分。", "4", "及时上报火情。", "10分", "迟报不得分。")  # fmt: skip
    made = lines(*UNHEADED, *given)
    assert [outline(scheme.items) for scheme in made] == [[
        ("一、", "组织领导", 20, [("1", "健全护林组织，明确专人负责。", 12), ("2", "按季研究部署。", 8)]),
        ("二、", "日常巡护", 30, [("3", "按月巡护林区，做好记录。", 20), ("4", "及时上报火情。", 10)]),
    ]]  # fmt: skip
    assert [i.scoring for i in flatten(made[0].items) if not i.children] == [
        "有组织6分，有专人6分。",
        "每季研究一次2分。",
        "每缺一次扣3分。",
        "迟报不得分。",
    ]


def test_numbers_of_a_column_of_points_count_no_rows():
    given = (
        "健全护林组织",
        "1",
        "未健全不得分",
        "明确专人负责",
        "2",
        "未明确不得分",
        "按季研究部署",
        "3",
        "少一次扣1分",
    )
    assert [(i.requirement, i.points.value, i.marker) for i in lines(*UNHEADED, *given)[0].items] == [
        ("健全护林组织", 1, None), ("明确专人负责", 2, None), ("按季研究部署", 3, None),
    ]  # fmt: skip


def test_standards_of_which_a_name_has_several_are_its_rows():
    given = ("1.基础分（20分）", "护林员基础分占10分", "月度巡护记录", "护林队长基础分占10分", "月度巡护记录",
             "2.人员配备（30分）", "1.未配齐护林员的，每少一人扣3分。", "护林员名册", "2.擅自调换护林员的，每人次扣2分。", "调换请示及林业站批复",
             "3.巡护管理（50分）", "1.未按月巡护林区的，每次扣5分。", "巡护记录、现场抽查", "2.漏报火情的，每次扣10分。", "3.记录不全的，每处扣1分。", "巡护记录")  # fmt: skip
    (scheme,) = lines("考核项目", "评分标准", "评定依据", *given)
    assert outline(scheme.items) == [
        ("1.", "基础分", 20, [(None, None, None), (None, None, None)]),
        ("2.", "人员配备", 30, [("1.", None, None), ("2.", None, None)]),
        ("3.", "巡护管理", 50, [("1.", None, None), ("2.", None, None), ("3.", None, None)]),
    ]  # fmt: skip
    leaves = [(i.scoring, i.extra.get("评定依据")) for i in flatten(scheme.items) if not i.children]
    assert leaves[2:5] == [
        ("未配齐护林员的，每少一人扣3分。", "护林员名册"),
        ("擅自调换护林员的，每人次扣2分。", "调换请示及林业站批复"),
        ("未按月巡护林区的，每次扣5分。", "巡护记录、现场抽查"),
    ]


def test_standards_of_which_each_name_has_one_are_its_own():
    given = ("巡护管理", "50", "1.未按月巡护的，每次扣5分。2.漏报火情的，每次扣10分。", "台账管理", "30", "1.记录不全的，每处扣1分。",
             "宣传教育", "20", "1.未设宣传牌的，扣5分。2.未开展宣传的，扣5分。")  # fmt: skip
    (scheme,) = lines("考核项目", "分值", "评分标准", *given)
    assert outline(scheme.items) == [(None, "巡护管理", 50), (None, "台账管理", 30), (None, "宣传教育", 20)]
    assert scheme.items[1].scoring == "1.记录不全的，每处扣1分。"


def test_a_limit_at_a_lines_end_ends_its_sentence():
    given = ("1", "巡护管理", "60", "按月巡护的得满分", "2", "台账管理", "40", "记录齐全的得满分", "3", "加分项", "按月报送信息，每篇加0.5分，最高不超过3分",
             "承办县级现场会，每次加2分", "受县级表彰，每次加1分，最多5分", "新建护林站，每处加1分")  # fmt: skip
    (scheme,) = lines("序号", "指标", "分值", "评分细则", *given)
    bonus = scheme.items[2]
    assert (
        bonus.scoring
        == "按月报送信息，每篇加0.5分，最高不超过3分\n承办县级现场会，每次加2分\n受县级表彰，每次加1分，最多5分\n新建护林站，每处加1分"
    )
    assert [(r.effect, r.amount, "\n" in r.raw) for r in bonus.scoring_rules] == [
        ("add", Decimal("0.5"), False), ("cap", 3, False), ("add", 2, False), ("add", 1, False), ("cap", 5, False), ("add", 1, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("1.开展护林教育（1分）；开展警示谈话（1分）。（2分）", 2),
        ("1.按月巡护（2分），填写记录（1分），及时上报；（3分）", 3),
        ("1.开展护林教育（1分）；开展警示谈话（1分）。（5分）", None),
        ("1.开展护林教育（1分）；开展警示谈话（1分）", None),
    ],
)
def test_a_bracket_at_the_end_that_the_clauses_come_to_is_the_whole(words, points):
    given = (
        "巡护管理（20分）",
        words,
        "按分项打分",
        "2.建立巡护台账，记录完整。（4分）",
        "缺一项扣1分",
        "台账管理（10分）",
        "1.专人管理台账。（10分）",
        "无专人不得分",
    )
    found = [
        i
        for scheme in lines("考核项目", "考核内容", "评分标准", *given)
        for i in flatten(scheme.items)
        if i.marker == "1."
    ]
    assert (found[0].points and found[0].points.value) == points


def test_numbers_that_go_on_one_by_one_count_rows_where_amounts_say_so():
    given = ("4", "加强护林队伍建设，保障经费逐年增加。", "3分", "未研究队伍建设的扣3分。", "听取汇报，查阅资料。", "4分", "未保障经费的扣4分。",
             "6分", "未建设装备的扣3分，未达标的扣2分。", "5", "组织护林宣传教育工作。", "未开展宣传工作的扣3分。", "听取汇报，查阅资料。",
             "6", "发生火情时及时组织扑救。", "8分", "未及时到场的扣3分。", "查阅火情报告。")  # fmt: skip
    (scheme,) = lines("序号", "考评内容", "分值", "评分标准", "考评方式", "自评分", *given)
    found = [(i.marker, i.requirement, i.points and int(i.points.value)) for i in flatten(scheme.items)]
    assert found[0] == ("4", "加强护林队伍建设，保障经费逐年增加。", 3)
    assert [points for _, _, points in found[1:3]] == [4, 6]
    assert found[-2:] == [("5", "组织护林宣传教育工作。", None), ("6", "发生火情时及时组织扑救。", 8)]
    assert [i.scoring for i in flatten(scheme.items)][1:3] == [
        "未保障经费的扣4分。",
        "未建设装备的扣3分，未达标的扣2分。",
    ]


BROKEN_HEADERS = """青石县书香校园考核评分标准
一级
指标
及分值
二级
指标
及分值
考 核 内 容
满
分
值
评 分 标 准
实
得
分
一、书香校园（100分）
组织领导（40分）
成立工作专班，每学期研究两次以上。
20
未成立的不得分。
印发年度方案，各年级组执行。
20
无方案扣10分。
阅读活动（60分）
每周开展一次晨读活动，有活动记录。
60
少一次扣2分。
"""


def test_headers_of_narrow_columns_are_whole_to_their_last_line():
    made = notice(BROKEN_HEADERS)
    (scheme,) = made.schemes
    assert [(c.header, c.role) for c in scheme.columns] == [
        ("一级指标及分值", "title"), ("二级指标及分值", "title"), ("考核内容", "requirement"), ("满分值", "points"),
        ("评分标准", "scoring"), ("实得分", "score"),
    ]  # fmt: skip
    (top,) = scheme.items
    assert [(x.title, int(x.points.value), [int(y.points.value) for y in x.children]) for x in top.children] == [
        ("组织领导", 40, [20, 20]), ("阅读活动", 60, []),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("项目\n考核内容\n满\n分\n得\n分\n", ["项目", "考核内容", "满分", "得分"]),
        ("项目\n考核内容\n实得\n分\n值\n", ["项目", "考核内容", "实得", "分值"]),
        ("项目\n考核内容\n分\n值\n得\n分\n", ["项目", "考核内容", "分值", "得分"]),
    ],
)
def test_a_character_that_begins_the_next_header_is_none_of_the_one_before(head, columns):
    rows = "组织领导\n成立工作专班，每学期研究两次。\n40\n阅读活动\n每周开展一次晨读活动，有记录。\n60\n"
    made = notice(f"青石县书香校园考核评分标准\n{head}{rows}")
    assert [c.header for c in made.schemes[0].columns] == columns


CLAUSES_WITH_MARKS = """2023年青石县节水工作考核细则
考核内容
考核要点
评分标准
分值
评分细则
一、
组织管理
（20分）
（一）
健全节水工作领导机构，明确专人负责。
1.成立工作专班。（2分）
2.每季度召开一次会议。（{second}分）
5
1、未成立专班的，扣2分。
2、会议少开一次的，扣1分。
（二）
把节水工作纳入年度重点任务，分解到各乡镇。
3.制定年度计划。（2分）
4.与各乡镇签订责任书。（2分）
4
1、未制定计划的，扣2分。
2、未签订责任书的，扣2分。
"""


def test_marks_of_a_row_behind_clauses_that_add_up_to_them_are_not_the_last_clauses():
    (top,) = notice(CLAUSES_WITH_MARKS.format(second=3)).schemes[0].items
    assert [(row.marker, int(row.points.value)) for row in top.children] == [("（一）", 5), ("（二）", 4)]
    told = [[(c.marker, int(c.points.value)) for c in row.children if c.points] for row in top.children]
    assert told == [[("1.", 2), ("2.", 3)], [("3.", 2), ("4.", 2)]]
    assert "扣2分" in top.children[0].scoring
    assert not any("分）" in c.requirement for row in top.children for c in row.children)


def test_marks_behind_clauses_that_add_up_to_something_else_stay_the_last_clauses():
    (top,) = notice(CLAUSES_WITH_MARKS.format(second=4)).schemes[0].items
    assert top.children[0].points is None
    assert int(top.children[1].points.value) == 4


STANDARD_AND_MARKS = "清除垃圾\n1\n路边无裸露垃圾。\n8\n每处不洁扣0.5分\n2\n无乱倒垃圾现象。\n7\n每处不洁扣0.5分\n完善设施\n3\n垃圾池无破损。\n45\n每处不合格扣1分\n4\n村庄道路平整。\n40\n每处不合格扣1分\n合计\n100\n"


def test_a_text_header_over_one_of_marks_are_two_columns_where_the_cells_say_so():
    head = "项目\n序号\n标准\n分值\n计分办法\n检查记录\n得分\n"
    (scheme,) = notice(f"青石县2023年乡村卫生检查表\n{head}{STANDARD_AND_MARKS}").schemes
    assert [c.header for c in scheme.columns][2:4] == ["标准", "分值"]
    assert [(i.title, [(c.marker, int(c.points.value)) for c in i.children]) for i in scheme.items] == [
        ("清除垃圾", [("1", 8), ("2", 7)]), ("完善设施", [("3", 45), ("4", 40)]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            "序号\n考核项目\n标准\n分值\n评分办法\n得分\n",
            "1\n清除裸露垃圾\n60\n每处不洁扣0.5分\n2\n完善垃圾设施\n40\n每处不合格扣1分\n",
        ),
        ("项目\n序号\n考核内容\n标准\n分值\n得分\n", "清除垃圾\n1\n路边无裸露垃圾。\n60\n2\n无乱倒垃圾现象。\n40\n"),
    ],
)
def test_a_header_of_marks_that_a_line_breaks_stays_one(head, rows):
    (scheme,) = notice(f"青石县2023年乡村卫生检查表\n{head}{rows}").schemes
    assert "标准分值" in [c.header for c in scheme.columns]
    assert [int(i.points.value) for i in flatten(scheme.items) if i.points] == [60, 40]


SCORED = (
    "护林站考核评分表\n{}\n考核要点\n评分细则\n自评得分\n考核得分\n防火（25分）\n组织巡山并记录\n未记录的，每次扣2分\n25\n24\n"
    "造林（15分）\n完成补植任务\n少1亩扣2分\n13\n12\n管护（60分）\n标桩完好无损\n损坏的，每个扣3分\n58\n50\n"
)


def test_scores_beside_names_that_are_said_to_carry_their_marks_are_no_full_marks():
    scheme = notice(SCORED.format("考核项目及分值")).schemes[0]
    assert [(i.title, i.points.value, i.self_score, i.score) for i in scheme.items] == [
        ("防火", 25, 25, 24),
        ("造林", 15, 13, 12),
        ("管护", 60, 58, 50),
    ]
    assert [c.role for c in scheme.columns][3:] == ["self_score", "score"]


def test_an_empty_cell_may_be_printed_as_not_applicable():
    printed = SCORED.format("考核项目及分值").replace("\n13\n12\n", "\n13\nN/A\n")
    assert [(i.title, i.self_score, i.score) for i in notice(printed).schemes[0].items] == [
        ("防火", 25, 24),
        ("造林", 13, None),
        ("管护", 58, 50),
    ]


def test_a_score_header_over_numbers_is_full_marks_where_no_other_header_speaks_of_any():
    cells = "防火\n组织巡山并记录\n40\n造林\n完成补植任务\n30\n管护\n标桩完好无损\n30\n"
    scheme = notice(f"护林站考核评分表\n考核项目\n考核要点\n得分\n{cells}").schemes[0]
    assert [i.points.value for i in scheme.items] == [40, 30, 30]


LETTERS = (
    "托育机构评估表\n一级指标\n二级指标\n分值\n评分标准\n{}（40分）\n消防器材\n20\n缺失每处扣2分\n玩教具\n20\n不足的每项扣1分\n"
    "{}（60分）\n晨检记录\n30\n不规范扣3分\n家长沟通\n30\n未开展扣5分\n"
)


@pytest.mark.parametrize("stop", [" ", "、", ".", "．"])
def test_letters_apart_from_names_with_marks_are_their_markers(stop):
    scheme = notice(LETTERS.format(f"A{stop}场地条件", f"B{stop}照护质量")).schemes[0]
    assert [(i.marker[:1], i.title, len(i.children)) for i in scheme.items] == [
        ("A", "场地条件", 2),
        ("B", "照护质量", 2),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("A类机构", "B类机构"), ("A 类机构", "B 类机构"), ("C 场地条件", "A 照护质量"), ("A 场地条件", "照护质量")],
)
def test_letters_that_are_the_names_own_stay_in_them(one, other):
    scheme = notice(LETTERS.format(one, other)).schemes[0]
    assert [(i.marker, i.title) for i in scheme.items] == [(None, one.replace(" ", "")), (None, other.replace(" ", ""))]


def test_a_header_s_second_line_that_goes_on_is_no_column():
    cells = (
        "1\n临河步道\n清扫保洁\n（30分）\n每处不洁扣0.5分\n2\n景区广场\n保洁管理\n（30分）\n每座不洁扣1分\n"
        "3\n垃圾堆场\n运行管护\n（40分）\n不及时每次扣2分\n"
    )
    scheme = notice(f"景区保洁考核表\n序号\n考核内容\n及分值\n评分标准\n得分\n{cells}").schemes[0]
    assert [c.header for c in scheme.columns] == ["序号", "考核内容及分值", "评分标准", "得分"]


METHODS = """平安校园评价标准
评价项目
评价内容
评价标准
分值
评价方法
校园安保
（20分）
门卫值守
门卫登记齐全，值班人员到岗
12
现场查看
台账核查
技防设施
重点部位监控全覆盖
8
材料审核
食品安全
（30分）
食堂管理
食材采购索证索票齐全
18
材料审核
陪餐制度
校领导轮流陪餐并有记录
12
问卷调查
"""


def test_how_one_looks_opens_no_row_of_a_table_that_lost_its_columns():
    scheme = notice(METHODS).schemes[0]
    assert [(i.title, [c.requirement for c in i.children]) for i in scheme.items] == [
        ("校园安保", ["门卫值守", "技防设施"]),
        ("食品安全", ["食堂管理", "陪餐制度"]),
    ]
    assert [child.extra["评价方法"] for item in scheme.items for child in item.children] == [
        "现场查看台账核查",
        "材料审核",
        "材料审核",
        "问卷调查",
    ]
