"""Rows of cells between spaces whose names a narrow column broke, so that a row has more fields than the header."""

import pytest

from tests.making import codes, flatten, notice, outline, page

HEAD = "望川县河长制主要任务分解表\n\n序号 类别 主要任务 细化措施 牵头单位 责任单位\n"
BROKEN = f"""{HEAD}1 加强水资源保 护 管住全部河道取水口门计量表 实行总量和强度双控，防止不合理取水。 县水利局 各乡镇人民政府
2  严守用水 效率控制 红线 落实用水效率评估体系，把节水目标纳入考核内容。 县水利局 各乡镇人民政府
3 加强水域岸 线管理 严格水域管理 划定河湖管理范围，严禁非法占用。 县水利局、自然资源局 各乡镇人民政府
"""


def test_broken_names_are_whole_and_told():
    made = notice(BROKEN)
    items = flatten(made.schemes[0].items)
    assert [(i.level, i.marker, i.title) for i in items] == [
        (1, None, "加强水资源保护"), (2, "1", "管住全部河道取水口门计量表"), (2, "2", "严守用水效率控制红线"),
        (1, None, "加强水域岸线管理"), (2, "3", "严格水域管理"),
    ]  # fmt: skip
    assert [[u.name for u in i.responsible if u.role == "lead"] for i in items if i.responsible] == [
        ["县水利局"], ["县水利局"], ["县水利局", "县自然资源局"],
    ]  # fmt: skip
    found = next(f for f in made.findings if f.code == "cells_rejoined")
    assert (found.severity, "3 cells" in found.message, "加强水资源保护" in found.message) == ("warning", True, True)
    assert made.coverage == 1.0


@pytest.mark.parametrize(
    "row",
    [
        "1 水资源保护 严守控制红线 实行总量和强度双控。 县水利局 各乡镇人民政府",
        "1 水资源保护 严守控制红线 实行总量和强度双控。 县水利局",
    ],
)
def test_rows_of_no_more_fields_than_the_header_are_as_before(row):
    other = "2 水域管理 划定管理范围 严禁非法占用河湖水域。 县水利局 各乡镇人民政府\n"
    assert "cells_rejoined" not in codes(notice(f"{HEAD}{row}\n{other}"))


def test_bodies_side_by_side_are_no_broken_name():
    row = "1 水资源保护 严守控制红线 实行总量和强度双控。 县水利局 县财政局 县教育局 各乡镇人民政府"
    assert "cells_rejoined" not in codes(notice(f"{HEAD}{row}\n{row.replace('1', '2', 1)}\n"))


WIDE = """望川县安全检查评分标准
序号  检查项目  检查内容  标准分  扣分细则
1  责任制  主要负责人、分管负责人责任制齐全  30  缺一级扣3分
2  预案演练  综合预案每年演练1次  20  未演练扣10分，
无记录扣5分
3  物资储备  台账清楚、定期检查  50  台账不清扣2分
"""


@pytest.mark.parametrize("more", ["", "，\n另行通报"])
def test_a_cell_that_a_comma_left_open_goes_on_in_the_next_line(more):
    made = notice(WIDE.replace("无记录扣5分", f"无记录扣5分{more}"))
    items = flatten(made.schemes[0].items)
    assert [(i.marker, i.title) for i in items] == [("1", "责任制"), ("2", "预案演练"), ("3", "物资储备")]
    assert items[1].scoring == f"未演练扣10分，无记录扣5分{more}".replace("\n", "")


@pytest.mark.parametrize("line", ["无记录扣5分", "本表由县应急局解释。"])
def test_a_line_behind_a_closed_cell_is_none_of_the_tables(line):
    made = notice(WIDE.replace("扣10分，\n无记录扣5分", "扣10分").replace("3  物资", f"{line}\n3  物资"))
    assert all(line not in (i.scoring or "") for s in made.schemes for i in flatten(s.items))


@pytest.mark.parametrize(("one", "other"), [("一、", "二、"), ("", "")])
def test_names_that_nothing_divides_stand_over_the_rows_below_them(one, other):
    made = notice(
        "望川县护理目标管理评分表\n评价指标    标准要求    分值    评价方法\n"
        f"{one}环境管理（30分）\n布局流程    三区划分清楚    10    一处不符扣2分\n温湿度    温度达标    20    缺1天扣0.5分\n"
        f"{other}无菌管理（70分）\n无菌物品    存放合格    30    过期1件扣5分\n手卫生    依从性达标    40    每低5%扣2分\n"
    )
    (scheme,) = made.schemes
    assert [(i.title, [(c.title, c.points and int(c.points.value)) for c in i.children]) for i in scheme.items] == [
        ("环境管理", [("布局流程", 10), ("温湿度", 20)]), ("无菌管理", [("无菌物品", 30), ("手卫生", 40)]),
    ]  # fmt: skip


def test_a_name_over_the_header_printed_again_begins_a_table_of_its_own():
    head = "序号    内容    分值    说明\n"
    made = notice(
        f"望川县村规民约积分管理细则\n一、加分项目\n{head}1    孝老爱亲    10分/次    翻倍\n2    制止违法    5分/次    视情况\n"
        f"二、减分项目\n{head}1    乱倒垃圾    2分/次    另行通报\n2    参与赌博    20分/次    另行通报\n"
    )
    assert [(s.title, {i.nature for i in s.items}) for s in made.schemes] == [
        ("加分项目", {"bonus"}), ("减分项目", {"deduction"}),
    ]  # fmt: skip


def test_a_rule_below_a_whole_row_is_its_last_cells():
    made = notice(
        "望川县项目推进考核表\n考核事项 分值 考核标准\n开工率 30 季度开工率100%得30分\n每低10%扣3分\n"
        "要素保障 70 按时解决得70分\n逾期1项扣5分\n合计 100\n"
    )
    (scheme,) = made.schemes
    assert [(i.title, int(i.points.value), len(i.scoring_rules)) for i in scheme.items] == [
        ("开工率", 30, 2), ("要素保障", 70, 2),
    ]  # fmt: skip
    assert (scheme.total and int(scheme.total.value), made.coverage) == (100, 1.0)


@pytest.mark.parametrize("line", ["一、每低10%扣3分", "由县发改局解释"])
def test_no_other_line_between_single_spaces_is(line):
    made = notice(
        f"望川县项目推进考核表\n考核事项 分值 考核标准\n开工率 30 季度开工率100%得30分\n{line}\n要素保障 70 按时解决得70分\n"
    )
    assert all(line not in (i.scoring or "") for s in made.schemes for i in flatten(s.items))


CODES = [
    ["指标代码", "指标名称", "权重", "目标值", "计分方法"], ["A", "党建工作", "30%"], ["A01", "理论学习", "10%", "12次", "缺1次扣1分"],
    ["A02", "党风廉政", "20%", "0起", "发生1起扣5分"], ["B", "业务工作", "70%"], ["B01", "培训完成率", "70%", "100%", "每低1%扣1分"],
]  # fmt: skip


@pytest.mark.parametrize("spaces", ["  ", "　", "    "])
def test_letters_over_codes_and_a_header_that_only_its_neighbours_make_one(spaces):
    made = notice("望川县教育绩效考核指标\n" + "".join(f"{spaces.join(row)}\n" for row in CODES))
    assert outline(made.schemes[0].items) == CODED


CODED = [
    ("A", "党建工作", 30, [("A01", "理论学习", 10), ("A02", "党风廉政", 20)]),
    ("B", "业务工作", 70, [("B01", "培训完成率", 70)]),
]


def test_so_do_those_of_a_table():
    rows = [[*row, *[""] * (5 - len(row))] for row in CODES]
    assert outline(page("望川县教育绩效考核指标", rows).schemes[0].items) == CODED


def test_a_total_in_a_line_that_nothing_divides():
    made = notice(
        "望川县签约服务评价表\n评价指标（分值）　　评价方法与标准　　得分\n1.签约率（40分）　　每降1%扣0.5分\n"
        "2.履约率（60分）　　未履约每份扣1分\n合计（100分）\n"
    )
    (scheme,) = made.schemes
    assert (len(scheme.items), scheme.total and int(scheme.total.value)) == (2, 100)
