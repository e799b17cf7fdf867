"""Ruled tables as offices of many fields write them: the same table as a page and as pipes gives the same tree."""

import pytest

from tests.making import codes, flatten, outline, page, pipes

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
