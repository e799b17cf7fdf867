"""Columns whose roles no header says, or says twice: told from what they hold, or told to the reader."""

import pytest

from normalizers.headers import column_role
from tests.making import codes, flatten, notice, outline, page

TITLE = "2023年望川县安全生产工作考核细则"
ROWS = [
    ["1", "组织领导", "成立领导小组，每季度召开一次会议。", "20", "未成立的扣10分，少开一次扣5分。", "县应急局"],
    ["2", "隐患排查", "建立隐患台账，整改率达到100%。", "50", "每发现一处未整改扣2分。", "县应急局、县住建局"],
    ["3", "宣传教育", "开展安全生产月活动。", "30", "未开展不得分。", "县委宣传部"],
]


def pipes(title, *rows):
    return notice(f"{title}\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows))


def pipes_of(title, rows):
    return pipes(title, *rows)


def inferred(made):
    return [f.severity for f in made.findings if f.code == "structure_inferred"]


@pytest.mark.parametrize("write", [page, pipes])
@pytest.mark.parametrize("head", [[], [["甲", "乙", "丙", "丁", "戊", "己"]]])
def test_columns_that_no_known_header_names_are_told_by_what_they_hold(write, head):
    made = write(TITLE, [*head, *ROWS]) if write is page else write(TITLE, *head, *ROWS)
    first = made.schemes[0].items[0]
    assert [(i.marker, i.title, int(i.points.value)) for i in made.schemes[0].items] == [
        ("1", "组织领导", 20), ("2", "隐患排查", 50), ("3", "宣传教育", 30),
    ]  # fmt: skip
    assert (first.requirement, first.scoring) == (ROWS[0][2], ROWS[0][4])
    assert [u.name for u in first.responsible] == ["县应急局"]
    assert [c.header for c in made.schemes[0].columns] == [word for row in head for word in row]
    assert (inferred(made), made.coverage) == (["info"], 1)


def test_a_task_list_without_a_header_is_read_with_a_warning():
    rows = [["1", "编制一河一策方案", "县水利局", "2023年6月底前"], ["2", "完成河道清淤", "县水利局", "2023年9月底前"]]
    made = page("2023年望川县河长制工作任务清单", rows)
    assert [(i.marker, i.title, str(i.deadlines[0].due)) for i in made.schemes[0].items] == [
        ("1", "编制一河一策方案", "2023-06-30"), ("2", "完成河道清淤", "2023-09-30"),
    ]  # fmt: skip
    assert inferred(made) == ["warning"]


def test_figures_that_are_no_marks_stay_beside_their_row():
    rows = [
        ["1", "望川大桥", "完成主体工程。", "32000", "县交通局"],
        ["2", "环城公路", "完成路基。", "8050", "县交通局"],
    ]
    made = page("2023年望川县重大项目清单", rows)
    assert [(i.title, i.points, i.extra) for i in made.schemes[0].items] == [
        ("望川大桥", None, {"other": "32000"}), ("环城公路", None, {"other": "8050"}),
    ]  # fmt: skip
    assert inferred(made) == ["warning"]


def test_a_rule_behind_a_task_is_no_scoring_column():
    rows = [["一", "领导接访", "每月接访2次，每少一次扣2分。", "40"], ["二", "办结", "按期办结，每低1%扣1分。", "60"]]
    made = page("2023年望川县信访工作考核表", rows)
    assert [(i.title, i.requirement, i.scoring) for i in made.schemes[0].items] == [
        ("领导接访", "每月接访2次，每少一次扣2分。", None), ("办结", "按期办结，每低1%扣1分。", None),
    ]  # fmt: skip


def test_words_alone_are_not_told_apart():
    made = page("2023年望川县安排表", [["张三", "李四"], ["甲的事情", "乙的事情"], ["丙的事情", "丁的事情"]])
    assert codes(made) == ["header_unknown"]


@pytest.mark.parametrize(
    ("cells", "units", "extra"),
    [
        (("县水利局", "县住建局"), ["县水利局"], {}),
        (("户", "%"), [], {"单位": "户"}),
        (("公里", "个"), [], {"单位": "公里"}),
    ],
)
def test_a_column_of_units_holds_bodies_or_measures(cells, units, extra):
    rows = [["1", "改造农村厕所", cells[0], "6月底前"], ["2", "新建文化广场", cells[1], "9月底前"]]
    made = page("2023年望川县重点任务表", [["序号", "任务", "单位", "时限"], *rows])
    first = made.schemes[0].items[0]
    assert ([u.name for u in first.responsible], first.extra) == (units, extra)


@pytest.mark.parametrize(
    ("header", "cells", "role"),
    [
        ("考核办法", ("查阅资料", "实地查看"), "method"),
        ("考核办法", ("未成立扣5分", "缺一次扣1分"), "scoring"),
        ("存在问题", ("台账不全", "更新不及时"), "title"),
        ("存在问题", ("", ""), "other"),
        ("偏差原因分析及改进措施", ("经费未到位", ""), "remarks"),
        ("反馈问题", ("台账不全", "更新不及时"), "title"),
        ("验收单位", ("市水利局", "市水利局"), "scorer"),
    ],
)
def test_headers_that_mean_what_their_cells_show(header, cells, role):
    rows = [["1", "建立制度并落实", "50", cells[0]], ["2", "召开会议并记录", "50", cells[1]]]
    made = page(TITLE, [["序号", "考核内容", "分值", header], *rows])
    assert made.schemes[0].columns[-1].role == role


FILLED = """| 指标 | 标准分 | 自查情况 | 自评分 | 扣分原因 |
| 基本公卫 | 40 | 已建档9万人 | 38 | 随访不足 |
| 疫苗接种 | 30 |  |  |  |
| 爱国卫生 | 30 | 无 | 30 |  |
"""


def test_empty_cells_at_a_rows_end_are_those_that_were_left_empty():
    made = notice(f"2023年望川县卫生健康工作自查评分表\n{FILLED}")
    assert outline(made.schemes[0].items) == [
        (None, "基本公卫", 40), (None, "疫苗接种", 30), (None, "爱国卫生", 30),
    ]  # fmt: skip
    assert codes(made) == []


def test_rows_whose_first_cell_is_empty_tell_that_cells_keep_their_places():
    made = pipes(
        "2023年望川县单位绩效自评表",
        ["一级指标", "二级指标", "三级指标", "年度指标值", "分值", "得分"],
        ["产出指标", "数量指标", "培训人数", "≥500人", "40", "40"],
        ["", "质量指标", "培训合格率", "≥95%", "50", "50"],
        ["满意度指标", "服务对象满意度", "学员满意度", "≥90%", "10", ""],
        ["总分", "", "", "", "100", "90"],
    )
    assert [(i.title, int(i.points.value)) for i in flatten(made.schemes[0].items) if not i.children] == [
        ("培训人数", 40), ("培训合格率", 50), ("学员满意度", 10),
    ]  # fmt: skip
    assert (made.schemes[0].total.value, codes(made)) == (100, [])


def test_a_second_header_row_of_pipes_that_reaches_beyond_the_first():
    made = pipes(
        "2023年望川县平安建设任务分解表",
        ["序号", "任务", "责任分工", "", "", "时间安排", ""],
        ["", "", "牵头领导", "牵头单位", "配合单位", "启动时间", "完成时间"],
        ["1", "开展扫黑除恶", "张三", "县公安局", "县检察院", "1月", "12月底"],
        ["2", "建设智慧小区", "李四", "县公安局", "县住建局", "3月", "10月底"],
    )
    assert [(i.title, str(i.deadlines[0].due)) for i in made.schemes[0].items] == [
        ("开展扫黑除恶", "2023-12-31"), ("建设智慧小区", "2023-10-31"),
    ]  # fmt: skip
    assert [(u.name, u.role) for u in made.schemes[0].items[0].responsible] == [
        ("县公安局", "lead"), ("县检察院", "support"),
    ]  # fmt: skip


@pytest.mark.parametrize("write", [page, pipes])
def test_a_note_between_rows_is_a_note(write):
    rows = [
        ["序号", "考核内容", "分值"],
        ["1", "平安建设", "50"],
        ["注：平安建设由公安局考核，每项扣完为止。"],
        ["2", "化解", "50"],
    ]
    made = write(TITLE, rows) if write is page else write(TITLE, *[r + [""] * (3 - len(r)) for r in rows])
    assert outline(made.schemes[0].items) == [("1", "平安建设", 50), ("2", "化解", 50)]
    assert made.schemes[0].notes == ("平安建设由公安局考核，每项扣完为止。",)
    assert [r.effect for r in made.schemes[0].scoring_rules] == ["floor"]
    assert made.coverage == 1


GROUPS = [
    ["依法决策", "40", "合法性审查", "25", "查阅资料"], ["", "", "公众参与", "15", "查阅资料"],
    ["执法监督", "60", "执法公示", "60", "实地查看"],
]  # fmt: skip


@pytest.mark.parametrize("write", [page, pipes])
@pytest.mark.parametrize("heads", [("分值", "标准分"), ("总分值", "分值"), ("满分", "分数")])
def test_points_of_the_group_beside_points_of_the_row(write, heads):
    head = ["考核项目", heads[0], "考核内容", heads[1], "考核方式"]
    made = write(TITLE, [head, *GROUPS]) if write is page else write(TITLE, head, *GROUPS)
    assert outline(made.schemes[0].items) == [
        (None, "依法决策", 40, [(None, "合法性审查", 25), (None, "公众参与", 15)]), (None, "执法监督", 60),
    ]  # fmt: skip
    assert codes(made) == []


@pytest.mark.parametrize(
    ("heads", "cells", "taken", "left", "severity"),
    [
        (("分值", "基础分"), (("60", "50"), ("40", "30")), (60, 40), {"基础分": "50"}, "info"),
        (("基础分", "最高分"), (("20", "30"), ("25", "40")), (30, 40), {"基础分": "20"}, "info"),
        (("分值", "标准分"), (("10", "20"), ("30", "20")), (10, 30), {"标准分": "20"}, "warning"),
    ],
)
def test_two_columns_of_points_for_the_same_rows_are_told(heads, cells, taken, left, severity):
    rows = [["公文办理", *cells[0]], ["信息报送", *cells[1]]]
    made = page(TITLE, [["考核事项", *heads], *rows])
    assert tuple(int(i.points.value) for i in made.schemes[0].items) == taken
    assert made.schemes[0].items[0].extra == left
    assert [(f.code, f.severity) for f in made.findings] == [("points_columns", severity)]


def test_a_blank_cell_of_points_beside_filled_ones_is_told():
    rows = [["组织体系", "设立公示牌", "30"], ["", "更新公示牌", ""], ["巡河", "每月巡河", "70"]]
    made = pipes(TITLE, ["考核项目", "考核内容", "分值"], *rows)
    assert codes(made) == ["points_missing"]


@pytest.mark.parametrize("numbers", [("A1", "A2", "B1"), ("1-1", "1-2", "2-1"), ("Ⅰ-1", "Ⅰ-2", "Ⅱ-1")])
def test_codes_number_their_rows(numbers):
    rows = [[n, f"{word}管理", f"建立{word}机制", "10"] for n, word in zip(numbers, "甲乙丙", strict=True)]
    made = page(TITLE, [["编号", "评审项目", "评审要点", "分值"], *rows])
    assert [(i.marker, i.title, i.extra) for i in made.schemes[0].items] == [
        (n, f"{word}管理", {}) for n, word in zip(numbers, "甲乙丙", strict=True)
    ]  # fmt: skip


def test_a_level_of_nothing_but_codes_numbers_the_rows():
    rows = [["A1办学方向", "C1", "有明确办学目标", "5"], ["A2队伍建设", "C2", "师德考核合格", "10"]]
    made = page(TITLE, [["A级指标", "C级指标", "评估标准", "分值"], *rows])
    assert outline(made.schemes[0].items) == [
        ("A1", "办学方向", None, [("C1", "有明确办学目标", 5)]), ("A2", "队伍建设", None, [("C2", "师德考核合格", 10)]),
    ]  # fmt: skip


def test_as_many_numbered_requirements_as_points_in_one_row_are_records():
    cells = "<p>1.有分管领导</p><p>2.有专职人员</p>", "<p>40</p><p>60</p>"
    made = page(TITLE, [["项目", "内容", "分值", "评分标准"], ["基础工作", *cells, "缺一项扣5分"]])
    assert outline(made.schemes[0].items) == [
        (None, "基础工作", None, [("1.", "有分管领导", 40), ("2.", "有专职人员", 60)]),
    ]  # fmt: skip
    assert (made.schemes[0].items[0].scoring, made.coverage) == ("缺一项扣5分", 1)


@pytest.mark.parametrize("cell", ["<p>40</p><p>50</p>", "按比例10至20分", "4050"])
def test_a_cell_of_points_that_is_no_one_amount_is_told(cell):
    made = page(TITLE, [["项目", "内容", "分值"], ["基础工作", "有分管领导", cell], ["业务", "及时归档", "10"]])
    assert [i.points is None for i in made.schemes[0].items] == [True, False]
    assert codes(made) == ["points_unread"]


def test_a_second_header_row_of_grades_is_no_row():
    made = pipes(
        "2023年望川县窗口服务测评表",
        ["项目", "分值", "评分等级", "", ""],
        ["", "", "A（90%-100%）", "B（70%-90%）", "C（70%以下）"],
        ["环境卫生", "40", "整洁有序", "基本整洁", "脏乱差"],
        ["服务规范", "60", "规范", "基本规范", "不规范"],
    )
    assert [(i.title, int(i.points.value), len(i.extra)) for i in made.schemes[0].items] == [
        ("环境卫生", 40, 3), ("服务规范", 60, 3),
    ]  # fmt: skip


def test_scores_of_several_bodies_are_kept_apart():
    rows = [["1", "经济发展", "60", "58", "55"], ["2", "社会稳定", "40", "39", "38"]]
    head = [("序号", 2, 1), ("考核指标", 2, 1), ("分值", 2, 1), ("各乡镇得分", 1, 2)]
    made = page(TITLE, [head, ["城关镇", "西乡"], *rows])
    assert [(i.score, i.extra) for i in made.schemes[0].items] == [
        (None, {"城关镇": "58", "西乡": "55"}), (None, {"城关镇": "39", "西乡": "38"}),
    ]  # fmt: skip
    assert made.coverage == 1


def test_a_note_goes_on_in_numbered_rows_below_it():
    rows = [
        ["信息", "每月报送", "60"],
        ["舆情", "及时回应", "40"],
        [("备注：1.各项扣完为止。", 1, 3)],
        [("2.加分不超过10分。", 1, 3)],
    ]
    made = page(TITLE, [["类别", "内容", "分值"], *rows])
    assert len(made.schemes[0].items) == 2
    assert made.schemes[0].notes == ("1.各项扣完为止。", "2.加分不超过10分。")


def test_marks_given_and_taken_in_columns_of_their_own_are_rules():
    rows = [["专报信息", "60", "采用一篇加2分", "迟报扣1分"], ["动态信息", "40", "采用一篇加1分", "漏报扣1分"]]
    made = page(TITLE, [["信息类别", "基本分", "加分", "扣分"], *rows])
    first = made.schemes[0].items[0]
    assert (first.scoring, [r.effect for r in first.scoring_rules]) == ("采用一篇加2分\n迟报扣1分", ["add", "deduct"])


def test_columns_of_marks_for_different_bodies_are_told():
    rows = [["1", "党建工作", "20", "30"], ["2", "中心工作", "80", "70"]]
    made = page(TITLE, [["序号", "指标", "A类部门", "B类部门"], *rows])
    assert [(i.points, i.extra) for i in made.schemes[0].items] == [
        (None, {"A类部门": "20", "B类部门": "30"}), (None, {"A类部门": "80", "B类部门": "70"}),
    ]  # fmt: skip
    assert [(f.code, f.severity) for f in made.findings] == [("points_columns", "warning")]


@pytest.mark.parametrize(
    ("header", "cells", "role"),
    [("月份", ("1月", "2月"), "deadline"), ("时间", ("6月底前", "年底前"), "deadline"), ("时间", ("两小时", "半天"), "other"),
     ("责任人", ("张三", "李四"), "other"), ("责任人", ("县水利局", "县住建局"), "responsible"),
     ("扣分依据", ("少一次会议", ""), "remarks")],
)  # fmt: skip
def test_headers_of_task_lists_that_mean_what_their_cells_show(header, cells, role):
    rows = [["1", "建立制度", cells[0], "50"], ["2", "召开会议", cells[1], "50"]]
    made = page(TITLE, [["序号", "重点任务", header, "分值"], *rows])
    assert made.schemes[0].columns[2].role == role


@pytest.mark.parametrize("word", ["合计（100分）", "总分：100分", "得分合计", "总计得分", "本项小计", "合 计"])
def test_rows_that_add_up_are_no_items(word):
    rows = [["1", "成立机构", "40", "38"], ["2", "及时归档", "60", "57"], [word, "", "100", "95"]]
    made = page(TITLE, [["序号", "内容", "分值", "自评得分"], *rows])
    assert outline(made.schemes[0].items) == [("1", "成立机构", 40), ("2", "及时归档", 60)]
    assert codes(made) == []


def test_a_total_may_stand_in_its_words_own_cell():
    rows = [["成立机构", "40"], ["及时归档", "60"], [("总分：110分", 1, 2)]]
    made = page(TITLE, [["内容", "分值"], *rows])
    assert (int(made.schemes[0].total.value), codes(made)) == (110, ["total_sum"])


def test_figures_under_a_tasks_header_are_no_names():
    rows = [["城关镇", "300", "20"], ["西乡", "200", "15"]]
    made = page("2023年望川县指标任务表", [["乡镇", "改厕任务", "危房改造"], *rows])
    assert [(i.title, i.extra) for i in made.schemes[0].items] == [
        ("城关镇", {"改厕任务": "300", "危房改造": "20"}), ("西乡", {"改厕任务": "200", "危房改造": "15"}),
    ]  # fmt: skip


def test_a_header_row_over_figures_is_no_row_of_them():
    rows = [["城关镇", "新建厂房", "30000", "5000"], ["西乡", "改造管网", "20000", "3000"]]
    made = page("2023年望川县任务分解表", [["单位", "抓手", "全年", "一季度"], *rows])
    assert [i.title for i in made.schemes[0].items] == ["新建厂房", "改造管网"]
    assert [f.severity for f in made.findings if f.code == "structure_inferred"] == ["warning"]


def test_tables_without_a_header_may_differ_in_width():
    wide = [row[:] for row in ROWS]
    narrow = [["4", "值班值守", "落实值班制度。", "10"], ["5", "档案", "及时归档。", "10"]]
    for tables in ((wide, narrow), (narrow, wide)):
        made = page(TITLE, *tables)
        assert len(made.schemes[0].items) == 5
        assert made.coverage == 1


def test_rows_of_words_that_were_filled_up_are_kept():
    made = notice(
        "2023年望川县安排表\n| 甲的事情 | 乙的事情 | 丙的事情 |\n| 丁的事情 | 戊的事情 |  |\n| 己的事情 |  |  |\n"
    )
    assert (codes(made)[:1], made.coverage) == (["header_unknown"], 1)


@pytest.mark.parametrize("write", [page, pipes])
def test_each_level_may_have_numbers_of_its_own(write):
    head = ["序号", "大项", "序号", "小项", "分值"]
    rows = [["1", "思想建设", "1", "理论学习", "20"], ["", "", "2", "宣讲", "20"], ["2", "创建", "3", "文明单位", "60"]]
    made = write(TITLE, [head, *rows]) if write is page else write(TITLE, head, *rows)
    assert outline(made.schemes[0].items) == [
        ("1", "思想建设", None, [("1", "理论学习", 20), ("2", "宣讲", 20)]),
        ("2", "创建", None, [("3", "文明单位", 60)]),
    ]  # fmt: skip
    assert codes(made) == []


def test_the_number_of_a_name_and_that_of_its_row():
    rows = [["1", "思想建设", "1", "理论学习", "40"], ["", "", "2", "宣讲", "20"], ["2", "创建", "1", "文明单位", "40"]]
    made = page(TITLE, [["序号", "项目", "序号", "考核内容", "分值"], *rows])
    assert [(i.marker, i.title, [c.marker for c in i.children]) for i in made.schemes[0].items] == [
        ("1", "思想建设", ["1", "2"]), ("2", "创建", ["1"]),
    ]  # fmt: skip


@pytest.mark.parametrize("write", [page, pipes])
def test_who_leads_and_who_supports_under_one_header(write):
    rows = [
        ["1", "新增企业15家", "县工信局", "各乡镇", "12月底"],
        ["2", "新建5G基站", "县工信局", "县住建局", "11月底"],
    ]
    if write is page:
        made = page(
            TITLE,
            [[("序号", 2, 1), ("工作任务", 2, 1), ("责任单位", 1, 2), ("完成时限", 2, 1)], ["牵头", "配合"], *rows],
        )
    else:
        made = pipes(TITLE, ["序号", "工作任务", "责任单位", "", "完成时限"], ["", "", "牵头", "配合", ""], *rows)
    assert [(u.name, u.role) for u in made.schemes[0].items[0].responsible] == [
        ("县工信局", "lead"),
        ("各乡镇", "support"),
    ]


@pytest.mark.parametrize(
    ("header", "role"),
    [("目标层", "level"), ("指标层", "level"), ("阶段", "title"), ("牵头", "lead"), ("配合", "support"), ("No.", "number"),
     ("任务清单", "title"), ("隐患描述", "title"), ("牵头考核科室", "scorer"), ("实得", "score")],
)  # fmt: skip
def test_headers_of_other_fields(header, role):
    assert column_role(header) == role


def test_a_standard_and_its_method_over_rules_is_the_scoring():
    rows = [["1", "投资", "60", "完成得满分，每差1%扣3分"], ["2", "平安", "40", "发生案件扣5分"]]
    made = page(TITLE, [["序号", "考核内容", "分值", "考核标准及办法"], *rows])
    assert [(i.requirement, i.scoring) for i in made.schemes[0].items] == [
        ("投资", "完成得满分，每差1%扣3分"), ("平安", "发生案件扣5分"),
    ]  # fmt: skip


def test_the_unit_before_its_tasks_is_that_of_the_rows_below_it():
    rows = [["县城管局", "整治占道经营", "4月底"], ["", "清理小广告", "长期"], ["县住建局", "修补道路", "5月底"]]
    made = pipes("2023年望川县双创任务分解表", ["责任单位", "工作任务", "完成时限"], *rows)
    assert [(i.title, [(u.name, u.basis) for u in i.responsible]) for i in made.schemes[0].items] == [
        ("整治占道经营", [("县城管局", "stated")]), ("清理小广告", [("县城管局", "inherited")]),
        ("修补道路", [("县住建局", "stated")]),
    ]  # fmt: skip
    assert "responsible_missing" not in codes(made)


@pytest.mark.parametrize("parts", [["上半年目标"], ["一季度目标", "二季度目标", "三季度目标"]])
def test_goals_for_parts_of_the_year_stay_beside_the_years(parts):
    rows = [
        ["旅游收入", *["15亿元"] * len(parts), "40亿元", "县文旅局"],
        ["增加值", *["8%"] * len(parts), "9%", "县工信局"],
    ]
    made = page("2023年望川县重点工作任务分解", [["任务", *parts, "全年目标", "牵头单位"], *rows])
    first = made.schemes[0].items[0]
    assert (first.requirement, first.extra) == ("40亿元", dict.fromkeys(parts, "15亿元"))


@pytest.mark.parametrize(
    ("title", "header", "total"),
    [
        ("2023年望川县林长制工作考核表（总分100分）", "分值", 100),
        ("2023年望川县林长制工作考核细则（120分）", "分值", 120),
        ("2023年望川县林长制工作考核表", "分值（100分）", 100),
        ("2023年望川县林长制工作考核表", "标准分（满分110分）", 110),
        ("2023年望川县林长制工作考核表（第5次）", "分值（分）", None),
    ],
)
@pytest.mark.parametrize("write", [page, lambda title, rows: pipes(title, *rows)])
def test_what_all_is_worth_stands_in_the_title_or_the_header_and_is_checked(write, title, header, total):
    rows = [
        ["考核项目", "考核内容", header, "评分标准"],
        ["责任体系", "公示牌设立", "30", "缺一块扣1分"],
        ["保护", "图斑整改", "60", "一处扣5分"],
    ]
    made = write(title, rows)
    stated = made.schemes[0].total
    assert (int(stated.value) if stated else None) == total
    assert ("total_sum" in codes(made)) is (total is not None)
    assert made.coverage == 1


def test_bare_numbers_behind_names_are_shares_where_the_header_says_so():
    rows = [["指标（权重%）", "评价要求"], ["制度建设（30）", "制度健全"], ["安全保管（70）", "温湿度达标"]]
    items = pipes("2023年望川县档案工作评价表", *rows).schemes[0].items
    assert [(i.title, i.points, int(i.weight.value)) for i in items] == [("制度建设", None, 30), ("安全保管", None, 70)]


@pytest.mark.parametrize(
    ("header", "cell", "read"),
    [
        ("完成标志", "建成3处并投入使用", ("建成3处并投入使用", 0)),
        ("进度要求", "2023年9月底前", (None, 1)),
        ("进度要求", "完成主体工程", ("完成主体工程", 0)),
    ],
)
def test_marks_of_completion_ask_for_something_and_a_pace_may_be_a_day(header, cell, read):
    rows = [
        ["序号", "工作任务", header, "责任单位"],
        ["1", "公墓建设", cell, "县民政局"],
        ["2", "散葬治理", cell, "县民政局"],
    ]
    item = pipes("2023年望川县殡葬改革任务清单", *rows).schemes[0].items[0]
    assert (item.requirement, len(item.deadlines)) == read


@pytest.mark.parametrize(
    ("header", "cell", "read"),
    [
        ("扣分分值", "0.5分/次", [("deduct", "0.5", "次")]),
        ("扣分值", "每次0.5", [("deduct", "0.5", "次")]),
        ("扣分标准", "1分/处", [("deduct", "1", "处")]),
        ("扣分标准", "-2", [("deduct", "2", None)]),
        ("加分分值", "2分/篇", [("add", "2", "篇")]),
        ("评分标准", "每次0.5", []),
        ("加减分标准", "每次0.5", []),
    ],
)
def test_marks_without_a_verb_are_given_or_taken_as_the_header_says(header, cell, read):
    rows = [["考核类别", "考核标准", header], ["保洁服务", "楼道无杂物", cell], ["秩序维护", "门岗值守", cell]]
    item = page("2023年望川县物业服务考核表", rows).schemes[0].items[0]
    told = [(r.effect, str(r.amount), r.per) for r in item.scoring_rules]
    assert (told, item.scoring, item.points, item.score) == (read, cell, None, None)


@pytest.mark.parametrize(
    ("header", "nature"),
    [
        ("扣分事项", "deduction"),
        ("加分项目", "bonus"),
        ("一票否决情形", "veto"),
        ("否决情形", "veto"),
        ("考核事项", "base"),
    ],
)
def test_a_header_of_names_may_say_what_all_of_them_are(header, nature):
    made = page(
        "2023年望川县窗口服务考核表",
        [["序号", header, "责任科室"], ["1", "瞒报事故", "办公室"], ["2", "漏报", "业务科"]],
    )
    assert [i.nature for i in made.schemes[0].items] == [nature, nature]


@pytest.mark.parametrize("write", [page, pipes_of])
def test_marks_given_and_marks_taken_side_by_side_are_records_of_their_own(write):
    rows = [
        ["加分项目", "分值", "扣分项目", "分值"],
        ["县级表彰", "2", "通报批评", "1"],
        ["市级表彰", "3", "诫勉谈话", "2"],
    ]
    made = write("2023年望川县干部作风考核表", rows)
    assert [(i.title, int(i.points.value), i.nature) for i in made.schemes[0].items] == [
        ("县级表彰", 2, "bonus"), ("市级表彰", 3, "bonus"), ("通报批评", 1, "deduction"), ("诫勉谈话", 2, "deduction"),
    ]  # fmt: skip


def test_goals_of_several_years_are_told_apart_by_their_headers():
    rows = [
        ["指标名称", "2024年目标", "2025年目标", "责任单位"],
        ["增加值增速", "8%", "8.5%", "县工信局"],
        ["产业园", "完成主体", "投入使用", "县发改委"],
    ]
    items = page("望川县主要指标任务表", rows).schemes[0].items
    assert [(i.requirement, i.extra) for i in items] == [
        (None, {"2024年目标": "8%", "2025年目标": "8.5%"}),
        (None, {"2024年目标": "完成主体", "2025年目标": "投入使用"}),
    ]


def test_texts_of_two_columns_are_paragraphs_of_one():
    rows = [["指标名称", "考核内容", "工作要求"], ["组织", "成立机构", "人员到位"], ["业务", "巡河", "每月1次"]]
    items = page("2023年望川县河长制任务表", rows).schemes[0].items
    assert [i.requirement for i in items] == ["成立机构\n人员到位", "巡河\n每月1次"]


def _halves(merged, blank):
    head = ["考核内容", "", "评分标准", "分值"] if blank else [("考核内容", 1, 2), "评分标准", "分值"]
    if merged:
        first, other = ("场所建设", 2, 1), ("服务保障", 2, 1)
        below = [[], []]
    else:
        first, other, below = "场所建设", "服务保障", [[""], [""]]
    return [
        head,
        [first, "有固定的办公场所", "没有的不得分", "30"],
        [*below[0], "悬挂统一标牌", "未悬挂的扣10分", "10"],
        [other, "建立来访群众台账", "每缺1人扣0.5分", "40"],
        [*below[1], "每季度走访慰问", "未走访的每户扣1分", "20"],
    ]


@pytest.mark.parametrize("blank", [True, False])
@pytest.mark.parametrize("merged", [True, False])
def test_names_over_several_rows_under_a_wide_header_of_contents_head_them(merged, blank):
    made = page("2024年东河镇服务站考核评分表", _halves(merged, blank))
    assert outline(made.schemes[0].items) == [
        (None, "场所建设", None, [(None, "有固定的办公场所", 30), (None, "悬挂统一标牌", 10)]),
        (None, "服务保障", None, [(None, "建立来访群众台账", 40), (None, "每季度走访慰问", 20)]),
    ]


def test_names_before_their_contents_under_one_wide_header():
    rows = [["场所建设", "有固定的办公场所", "40"], ["服务保障", "建立来访群众台账", "60"]]
    made = page("2024年东河镇服务站考核评分表", [[("考核内容", 1, 2), "分值"], *rows])
    assert [(i.title, i.requirement) for i in made.schemes[0].items] == [(row[0], row[1]) for row in rows]


def test_sentences_over_several_rows_under_a_wide_header_head_nothing():
    over = "服务站要有固定的办公场所并悬挂统一的标牌，设置接待窗口和休息区域，公开服务事项、流程和电话。"
    rows = [[(over, 2, 1), "场所面积不少于20平方米", "40"], ["标牌位置醒目", "60"]]
    made = page("2024年东河镇服务站考核评分表", [[("考核内容", 1, 2), "分值"], *rows])
    assert over not in [i.title for i in flatten(made.schemes[0].items)]


@pytest.mark.parametrize(("header", "units"), [("乡镇", ["青石镇"]), ("考核对象", []), ("地点", [])])
def test_a_body_that_keys_a_row_of_tasks_must_do_it(header, units):
    rows = [[header, "造林任务（亩）", "完成时限"], ["青石镇", "200", "3月底"], ["城关镇", "300", "4月底"]]
    first = next(page("2023年望川县造林任务分解表", rows).schemes[0].walk())
    assert [u.name for u in first.responsible] == units


@pytest.mark.parametrize(
    "lines",
    [
        ["填表说明：1.自评得分由各单位填写。", "2.本表一式两份。"],
        ["说明：本表由县考核办解释。"],
        ["备注：", "1.数据以年报为准。", "2.逾期不计分。"],
    ],
)
def test_notes_above_a_table_are_notes(lines):
    title, rows = "2023年望川县妇联工作考核表", "| 考核内容 | 分值 |\n| 阵地建设 | 40 |\n| 维权服务 | 60 |\n"
    made = notice("\n".join([title, *lines, rows]))
    assert (made.title, len(made.schemes), made.sections) == (title, 1, ())
    assert [len(i.requirement) for i in made.schemes[0].items] == [4, 4]
    assert len(made.schemes[0].notes) == sum("。" in line for line in lines)
    assert made.coverage == 1


def test_a_note_below_one_table_is_none_of_the_next():
    table = "| 考核内容 | 分值 |\n| 阵地建设 | 40 |\n| 维权服务 | 60 |\n"
    made = notice(f"2023年望川县妇联工作考核表\n{table}说明：甲表由县妇联解释。\n{table.replace('内容', '项目')}")
    assert [len(s.notes) for s in made.schemes] == [1, 0]


@pytest.mark.parametrize(
    ("first", "cells", "titles"),
    [
        ("评定内容", ("预报预警", "服务保障"), ["预报预警", "服务保障"]),
        ("评定内容", ("预报预警的及时率和准确率逐年提高", "服务保障的专题材料按时报送"), [None, None]),
        ("评定项目", ("预报预警", "服务保障"), ["预报预警", "服务保障"]),
    ],
)
def test_words_before_another_column_of_texts_are_names_where_no_column_is_for_them(first, cells, titles):
    rows = [[first, "评定要点", "分值"], [cells[0], "预警及时发布", "70"], [cells[1], "专题材料报送", "30"]]
    items = page("2023年望川县气象服务评定标准", rows).schemes[0].items
    assert [i.title for i in items] == titles
    assert [i.requirement.splitlines()[-1] for i in items] == ["预警及时发布", "专题材料报送"]


def test_conduct_and_what_it_costs():
    rows = [["违规行为", "扣分", "处理科室"], ["闯红灯", "6分/次", "安全科"], ["甩站", "每次2分", "运营科"]]
    items = page("望川县公交驾驶员违规扣分表", rows).schemes[0].items
    told = [(i.title, [(r.effect, int(r.amount)) for r in i.scoring_rules], i.responsible[0].name) for i in items]
    assert told == [("闯红灯", [("deduct", 6)], "安全科"), ("甩站", [("deduct", 2)], "运营科")]


def test_offices_in_support():
    rows = [["任务名称", "责任科室", "协办科室"], ["救护培训", "培训科", "办公室"], ["三献工作", "业务科", "培训科"]]
    items = page("2023年望川县红十字工作任务表", rows).schemes[0].items
    assert [[u.role for u in i.responsible] for i in items] == [["responsible", "support"]] * 2


def test_words_under_full_marks_are_told_also_where_another_table_s_rows_came_there():
    made = page(
        "望川县2022年考核方案",
        [["考核项目", "考核内容", "分值"], ["党建", "开会", "40"], ["经济", "招商", "60"]],
        [["甲片", "老张", "东河镇"], ["乙片", "老李", "西山镇"]],
    )
    assert codes(made).count("points_unread") == 2
    made = page(
        "望川县2022年考核方案",
        [["考核项目", "考核内容", "分值"], ["党建", "开会", "100"], ["环保", "发生事故", "一票否决"]],
    )
    assert codes(made) == []


ONE = "1.城镇新增就业（40分）。完成任务得满分，每低1%扣1分。"
OTHER = "2.失业人员再就业（20分）。每少1人扣0.1分。"


@pytest.mark.parametrize(("header", "slot"), [("考核内容", "requirement"), ("评分标准", "scoring")])
@pytest.mark.parametrize("between", ["<br>", ""])
def test_clauses_with_full_marks_right_behind_their_names_are_children(header, slot, between):
    rows = [
        ["考核指标", "分值", header],
        ["就业增长", "60", ONE + between + OTHER],
        ["技能培训", "40", "低于100%的，扣5分。"],
    ]
    made = page("2024年望川县就业工作考核评分表", rows)
    first, second = made.schemes[0].items
    assert (first.title, int(first.points.value), first.scoring_rules, second.children) == ("就业增长", 60, (), ())
    assert [(i.marker, i.title, int(i.points.value), getattr(i, slot)) for i in first.children] == [
        ("1.", "城镇新增就业", 40, "完成任务得满分，每低1%扣1分。"),
        ("2.", "失业人员再就业", 20, "每少1人扣0.1分。"),
    ]
    assert made.coverage == 1


@pytest.mark.parametrize(
    "cell",
    [
        "1.城镇新增就业（40分）。每低1%扣1分。<br>2.失业人员再就业（30分）。每少1人扣0.1分。",
        "1.城镇新增就业（40分）。每低1%扣1分。<br>2.失业人员再就业。每少1人扣0.1分。",
        "1.城镇新增就业（扣40分）。弄虚作假的。<br>2.失业人员再就业（扣20分）。弄虚作假的。",
        "1.城镇新增就业（40分），每低1%扣1分。<br>2.失业人员再就业（20分），每少1人扣0.1分。",
        "1.城镇新增就业（40人）。每低1%扣1分。<br>2.失业人员再就业（20人）。每少1人扣0.1分。",
    ],
)
def test_clauses_whose_marks_do_not_add_up_or_are_none_stay_text(cell):
    made = page(
        "2024年望川县就业工作考核评分表",
        [["考核指标", "分值", "考核内容"], ["就业增长", "60", cell], ["培训", "40", "扣5分。"]],
    )
    assert (made.schemes[0].items[0].children, made.schemes[0].items[0].requirement) == ((), cell.replace("<br>", "\n"))


def test_a_header_over_two_columns_that_was_pushed_to_the_left():
    made = notice(
        "2021年望川县护林考核细则\n| 考核项目 | 考核内容 | 评分细则 | |\n"
        "| 森林防火（25分） | 源头管控（10分） | 1、按月巡护林区并做好记录。（6分） | 1、随机抽查巡护记录两份，未巡护的，每次扣1分。 |\n"
        "| 2、发现火情按程序及时上报。（4分） | 2、查阅值班记录，迟报一次扣1分。 | | |\n"
        "| 宣传教育（15分） | 固定宣传（15分） | 1、设立护林宣传牌并按期更换。（15分） | 1、现场查看，缺一块扣1分。 |\n"
    )
    assert outline(made.schemes[0].items)[0] == (
        None, "森林防火", 25, [(None, "源头管控", 10, [("1、", "按月巡护林区并做好记录。", 6), ("2、", "发现火情按程序及时上报。", 4)])],
    )  # fmt: skip
    leaf = made.schemes[0].items[0].children[0].children[0]
    assert leaf.scoring == "1、随机抽查巡护记录两份，未巡护的，每次扣1分。"


def test_a_text_that_ends_with_marks_stands_under_the_standard_and_not_under_the_proofs_behind_it():
    made = notice(
        "青石县书香校园评比指标\n一级指标 | 二级指标 | 分值 | 考评内容 | 评分标准 | 考评材料 |\n"
        "一、组织领导（17分） | 领导重视 | 7分 | 校长抓阅读工作。 | ①校长每月参加活动；0-3分 ②副校长每周检查；0-4分 | ①活动照片； ②检查记录。 |\n"
        "制度建设 | 10分 | 建立阅读制度。 | ①阅读课表上墙；0-5分 ②各班有借阅登记，管理员每日核对；0-5分 | | |\n"
        "二、阅读活动（13分） | 晨读 | 6分 | 坚持每天晨读。 | ①按时开展；0-3分 ②有教师；0-3分 | ①课表； ②巡查记录 |\n"
        "读书节 | 7分 | 每年举办一次。 | ①有方案；0-3分 ②参与面广，形式多样；0-4分 | | |\n"
    )
    leaves = [item for item in flatten(made.schemes[0].items) if not item.children]
    assert [item.scoring[-4:] for item in leaves] == ["0-4分", "0-5分", "0-3分", "0-4分"]
    assert [len(item.evidence) for item in leaves] == [1, 0, 1, 0]


def test_a_short_time_stands_below_longer_ones_where_the_last_cell_is_empty():
    rows = [
        "1 造林任务 造林一万亩 造林股 4月底前完成造林，10月底前完成抚育 省级考核",
        "2 森林防火 不发生火灾 防火办 全年",
        "3 病虫防治 清理病木 森防站 2025年3月31日前 每月通报",
        "4 林权登记 化解遗留问题 林改股 12月",
    ]
    made = notice(
        "望川县2025年护林目标责任分解表\n序号 目标任务 具体要求 责任股室 完成时限 备注\n" + "\n".join(rows) + "\n"
    )
    assert [[d.raw for d in i.deadlines] for i in made.schemes[0].items] == [
        ["4月底前", "10月底前"], ["全年"], ["2025年3月31日前"], ["12月"],
    ]  # fmt: skip
    assert [i.remarks for i in made.schemes[0].items] == ["省级考核", None, "每月通报", None]


def test_what_the_assessed_say_of_their_marks_is_a_remark():
    made = notice(
        "云溪县机关自评表\n一级指标 二级指标 分值 自评分 自评说明\n一、履职（20） 1.清单公布 5 5 已公布\n2.事项进驻 15 14.5 有2项未进驻\n"
        "二、制度（25） 3.合法审核 15 15 审核12件\n4.文件清理 10 8 清理不及时\n合计 45 42.5\n"
    )
    leaves = [leaf for item in made.schemes[0].items for leaf in item.children]
    assert [(x.title, x.points and int(x.points.value), float(x.self_score or 0), x.remarks) for x in leaves] == [
        ("清单公布", 5, 5, "已公布"), ("事项进驻", 15, 14.5, "有2项未进驻"),
        ("合法审核", 15, 15, "审核12件"), ("文件清理", 10, 8, "清理不及时"),
    ]  # fmt: skip
