"""Tables that lost their columns in annexes: their titles, what ends them, and their total rows."""

import pytest

from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import codes, flatten, notice

COVER = [
    "青石县人民政府办公室关于印发青石县2024年度乡镇工作考核实施细则的通知", "各乡镇人民政府：", "现将考核实施细则印发给你们，请认真执行。",
    "青石县人民政府办公室", "2024年3月5日", "青石县2024年度乡镇工作考核实施细则", "一、考核对象", "全县9个乡镇。", "二、考核方式",
    "采取日常考核与年终考核相结合的方式。",
]  # fmt: skip
HEADER = ["序号", "一级指标", "二级指标", "分值", "评分标准", "牵头单位"]
ROWS = [
    "1", "产业发展（600分）", "粮食播种面积", "300", "完成任务得满分，每少1%扣10分", "县农业农村局",
    "2", "乡村旅游收入", "300", "按完成率计分", "县文化和旅游局",
    "3", "乡村治理（400分）", "村级财务公开", "400", "未按时公开的每村每次扣20分", "县民政局",
]  # fmt: skip
BONUS = [
    "一、加分事项",
    "1.获得省级表彰的，每项加10分。",
    "2.承办市级现场会的，每次加5分。",
    "二、扣分事项",
    "1.被市级通报批评的，每次扣10分。",
]


def made(*lines):
    return notice("\n".join([*COVER, *lines]) + "\n")


def groups(scheme):
    return [(i.title, i.points and int(i.points.value), [c.title for c in i.children]) for i in scheme.items]


TREE = [("产业发展", 600, ["粮食播种面积", "乡村旅游收入"]), ("乡村治理", 400, ["村级财务公开"])]


@pytest.mark.parametrize(
    "title",
    ["乡镇考核指标及分值", "乡镇工作考核指标及评分标准", "乡镇考评内容及计分标准", "乡镇（街道）考核内容和标准"],
)
@pytest.mark.parametrize("above", [["附件1"], ["附件："], []])
def test_a_title_that_ends_like_a_header_is_none(title, above):
    table = made(*above, title, *HEADER, *ROWS).schemes[-1]
    assert table.title == title
    assert [c.header for c in table.columns] == HEADER
    assert groups(table) == TREE


def test_a_long_header_in_front_of_others_stays_one():
    table = made("考核内容及具体要求", "考核内容分值", "评分标准", "加强领导", "20", "少一次扣1分").schemes[-1]
    assert [c.header for c in table.columns] == ["考核内容及具体要求", "考核内容分值", "评分标准"]


@pytest.mark.parametrize("mark", ["附件2", "附件 2", "附件二："])
@pytest.mark.parametrize("title", ["加分扣分事项", "加减分项目", "奖惩事项"])
def test_the_next_annexs_outline_ends_a_table(mark, title):
    *_, table, outlined = made("附件1", "乡镇考核指标及分值", *HEADER, *ROWS, mark, title, *BONUS).schemes
    assert groups(table) == TREE
    assert outlined.title == title
    assert [(i.title, i.nature) for i in outlined.items] == [("加分事项", "bonus"), ("扣分事项", "deduction")]


@pytest.mark.parametrize("evidence", [["附件2"], ["附件2", "附件3"]])
def test_a_cell_that_names_an_annex_ends_no_table(evidence):
    cells = ["1", "组织领导", "40", "少一次扣1分", *evidence, "2", "宣传培训", "60", "少一次扣2分", "附件1"]
    table = made("序号", "考核项目", "分值", "评分标准", "佐证材料", *cells).schemes[-1]
    assert [int(i.points.value) for i in flatten(table.items) if i.points] == [40, 60]


@pytest.mark.parametrize(("label", "total"), [("合计", "1000"), ("总计", "1000分"), ("合 计", "１０００")])
def test_a_total_row_of_a_thousand_marks(label, total):
    scheme = made(*HEADER, *ROWS, label, total).schemes[-1]
    assert (scheme.total.value, groups(scheme)) == (1000, TREE)
    last = scheme.items[-1].children[-1]
    assert ([u.name for u in last.responsible], last.extra) == (["县民政局"], {})


def test_a_total_row_that_does_not_fit_is_told():
    notice_ = made(*HEADER, *ROWS, "合计", "1200")
    assert notice_.schemes[-1].total.value == 1200
    assert "total_sum" in codes(notice_)


@pytest.mark.parametrize("mark", ["附：", "附件：", "附表：", "附件2："])
def test_an_annex_between_two_tables_is_its_schemes_with_or_without_a_number(mark):
    first = "<tr><td>考核项目</td><td>分值</td><td>责任单位</td></tr><tr><td>签约</td><td>60</td><td>县商务局</td></tr><tr><td>开工</td><td>40</td><td>县水利局</td></tr>"
    second = "<tr><td>工作任务</td><td>责任单位</td></tr><tr><td>修路</td><td>石桥乡</td></tr><tr><td>改厕</td><td>云河镇</td></tr>"
    words = f"<p>青石县2026年招商考核表</p><table>{first}</table><p>{mark}各乡镇任务清单</p><table>{second}</table>"
    passed = convert_document(read(f"<html><body>{words}</body></html>".encode(), "made.html"))
    assert (passed.title, [scheme.title for scheme in passed.schemes]) == (
        "青石县2026年招商考核表",
        [None, "各乡镇任务清单"],
    )
    assert passed.coverage == 1.0


NUMBERED = "序号\n考核内容\n分值\n评分标准\n"
TWO_TABLES = f"青山镇环境考核表\n{{}}\n{NUMBERED}1\n面积达标\n20\n未达标不得分\n2\n大厅整洁\n30\n不整洁扣2分\n{{}}\n{NUMBERED}{{}}\n代办服务\n30\n未代办扣2分\n{{}}\n错时服务\n20\n未开展扣2分\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("附件1", "附件2"),
        ("附件1：", "附件2："),
        ("表一", "表二"),
        ("表1 场所", "表2 服务"),
        ("表一：场所考核", "表二：服务考核"),
    ],
)
def test_a_mark_over_a_flattened_tables_header_printed_again_begins_another(one, other):
    made = notice(TWO_TABLES.format(one, other, 1, 2))
    assert [[(i.marker, i.requirement, int(i.points.value)) for i in s.items] for s in made.schemes] == [
        [("1", "面积达标", 20), ("2", "大厅整洁", 30)], [("1", "代办服务", 30), ("2", "错时服务", 20)],
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["表1", "附件1", "表1 场所"])
def test_so_does_none_that_stood_above_already(mark):
    made = notice(TWO_TABLES.format(mark, mark, 3, 4))
    assert len(made.schemes) == 1


@pytest.mark.parametrize(("one", "other"), [("表1", "表2"), ("表一：", "表二：")])
def test_a_tables_number_alone_is_no_text_of_the_outline_above_it(one, other):
    points = "一、{}（40分）\n1、{}（40分）\n二、{}（60分）\n1、{}（60分）\n"
    made = notice(
        f"{one}\n青山镇环境考核表\n{points.format('场所', '面积达标', '服务', '代办')}"
        f"{other}\n青山镇干部考核表\n{points.format('德', '遵纪守法', '能', '履职尽责')}"
    )
    assert [(s.title, [x.requirement for i in s.items for x in i.children]) for s in made.schemes] == [
        ("青山镇环境考核表", [None, None]), ("青山镇干部考核表", [None, None]),
    ]  # fmt: skip
    assert [u for u in made.unparsed if u.reason == "navigation"] == []
