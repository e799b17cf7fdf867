"""Cells one a line that a line's end cut where no cell ends, and neighbours that are whole."""

import pytest

from extractors.cut_cells import is_cut
from tests.making import flatten, notice, text

ENDS = [
    ("县林业局、县水利局、", "县气象局"), ("各镇人民政府，", "县直有关单位"), ("2023年", "10月底前"), ("2023年9月", "底前"), ("3月", "15日前"),
    ("6月底前启动，年", "底前完成"), ("整治河道12", "公里，清淤8处。"), ("完成投资3.5", "亿元以上。"), ("县人力资源和社会保", "障局"),
    ("县财政局、县农业农", "村局"), ("市市场监督管理", "局、市公安局"), ("村（社", "区）每月开展一次。"), ("印发《青石县森林防", "火预案》，并抓好落实。"),
    ("推进“四好", "农村路”建设"), ("扣1分（最多扣", "3分）"), ("每少一次扣0.5", "分。"), ("全部完成得2", "分；未完成不得分。"),
]  # fmt: skip
WHOLE = [
    ("县林业局", "县水利局"), ("县委", "宣传部"), ("2023年工作", "10月底前"), ("2023年", "县水利局"), ("12月底前", "3"), ("整治河道12", "县水利局"),
    ("新建水厂2", "公里数按实际测算"), ("10", "公里标志完好"), ("创建文明城市", "财政局"), ("建设美丽新市", "税务局"), ("县政府", "教育局"),
    ("环境整治（20分", "村容村貌（10分）"), ("开展检查，", "10"), ("落实河长制、", "5分"), ("全年", "底数清楚"), ("6月", "份额达标"),
    ("图书、", "3.5"), ("每少一次扣0.5", "分管领导未参加"), ("环境整治5", "分"), ("宣传到位（", "未开展不得分"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "line"), ENDS)
def test_a_cell_that_a_lines_end_cut_goes_on(before, line):
    assert is_cut(text(before), text(line))


@pytest.mark.parametrize(("before", "line"), WHOLE)
def test_two_cells_stay_two(before, line):
    assert not is_cut(text(before), text(line))


CUT = [
    "青石县2023年重点工作任务分解表",
    "序号", "项目名称", "主要内容", "牵头单位", "配合单位", "完成时限",
    "1", "农村路桥改造", "改造农村公路60公里，加固", "旧桥8座。", "县交通局", "县财政局、县自然资", "源局、", "各乡镇", "2023年", "9月底前",
    "2", "饮水安全巩固", "维修供水工程12处，更换管网45", "公里，惠及1.2万人。", "县水利局", "县发改局、县生态环", "境局", "11月底前",
    "3", "文化惠民活动", "送戏下乡90场，免费开放图书", "馆、文化馆。", "县文旅局", "县委宣传部，", "各乡镇", "全年推进",
    "4", "城区停车便民", "新增停车泊位800个，建成充电", "桩120个。", "县城管局", "县公安局", "8月底前启动，年", "底前完成",
]  # fmt: skip


def test_a_task_list_with_narrow_columns():
    (scheme,) = notice("\n".join(CUT) + "\n").schemes
    items = flatten(scheme.items)
    assert [(i.marker, i.title) for i in items] == [
        ("1", "农村路桥改造"), ("2", "饮水安全巩固"), ("3", "文化惠民活动"), ("4", "城区停车便民")
    ]  # fmt: skip
    assert [i.requirement for i in items] == [
        "改造农村公路60公里，加固旧桥8座。", "维修供水工程12处，更换管网45公里，惠及1.2万人。", "送戏下乡90场，免费开放图书馆、文化馆。",
        "新增停车泊位800个，建成充电桩120个。",
    ]  # fmt: skip
    assert [[u.name for u in i.responsible if u.role == "lead"] for i in items] == [
        ["县交通局"],
        ["县水利局"],
        ["县文旅局"],
        ["县城管局"],
    ]
    assert [[u.name for u in i.responsible if u.role == "support"] for i in items] == [
        ["县财政局", "县自然资源局", "各乡镇"], ["县发改局", "县生态环境局"], ["县委宣传部", "各乡镇"], ["县公安局"],
    ]  # fmt: skip
    assert [[str(d.due) for d in i.deadlines] for i in items] == [
        ["2023-09-30"], ["2023-11-30"], ["2023-12-31"], ["2023-08-31", "2023-12-31"]
    ]  # fmt: skip
