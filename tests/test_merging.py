"""Copies of tables whose merged cells were taken apart: what they covered is said again on each row."""

import pytest

from pipeline.structure.cells import Row, Slotted
from pipeline.structure.covering import covered
from pipeline.structure.sections import heading
from tests.making import codes, notice, outline, page, text

TITLE = "2023年望川县护林考核评分表"


def rows(*lines: str) -> str:
    return f"{TITLE}\n" + "".join(f"{line}\n" for line in lines)


def test_names_said_again_on_each_row_are_one_item():
    made = notice(
        rows(
            "一级指标|二级指标|三级指标|分值",
            "产出（35分）|数量|巡查次数|10", "产出（35分）|数量|台账份数|10", "产出（35分）|质量|整改比率|15",
            "效益（30分）|社会|群众满意|30",
        )
    )  # fmt: skip
    assert outline(made.schemes[0].items) == [
        (
            None, "产出", 35,
            [
                (None, "数量", None, [(None, "巡查次数", 10), (None, "台账份数", 10)]),
                (None, "质量", None, [(None, "整改比率", 15)]),
            ],
        ),
        (None, "效益", 30, [(None, "社会", None, [(None, "群众满意", 30)])]),
    ]  # fmt: skip
    assert made.coverage == 1.0
    assert codes(made) == ["split_item_joined"] * 2
    assert [len(item.spans) for item in made.schemes[0].items] == [3, 1]


def test_amounts_behind_a_name_that_is_said_again_are_the_names():
    for header in ("一级指标|权重|二级指标|分值|考核标准", "一级指标|分值|二级指标|分值|考核标准"):
        made = notice(rows(header, "组织|35|机构|10|健全", "组织|35|经费|25|到位", "宣传|30|报道|30|按月"))
        assert outline(made.schemes[0].items) == [
            (None, "组织", 35, [(None, "机构", 10), (None, "经费", 25)]),
            (None, "宣传", 30, [(None, "报道", 30)]),
        ]
        assert [c for c in codes(made) if c != "split_item_joined"] == []


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        # The name's own amount stands before the texts of its rows,
        (("考核项目|分值|考核内容", "组织|20|机构健全", "组织|20|经费到位", "宣传|30|按月报道"), [20, None, None, 30]),
        # unless another name shows that each row has one;
        (
            ("考核项目|分值|考核内容", "组织|20|机构健全", "组织|20|经费到位", "宣传|10|按月报道", "宣传|30|设立专栏"),
            [None, 20, 20, None, 10, 30],
        ),
        # what stands behind a row's text is the row's.
        (("考核项目|考核内容|分值", "组织|机构健全|20", "组织|经费到位|20", "宣传|按月报道|30"), [None, 20, 20, 30]),
    ],
)
def test_rows_of_one_name_are_its_parts(lines, points):
    made = notice(rows(*lines))
    assert [item.points and int(item.points.value) for item in made.schemes[0].walk()] == points
    assert made.schemes[0].items[0].title == "组织"
    assert [c.title for c in made.schemes[0].items[0].children] == [None, None]


def test_rows_of_a_name_without_texts_are_items_of_their_own():
    made = notice(rows("加分项目|分值|责任单位", "表彰|5|县林业局", "表彰|3|各乡镇", "创新|2|各乡镇"))
    assert outline(made.schemes[0].items) == [(None, "表彰", 5), (None, "表彰", 3), (None, "创新", 2)]


def test_a_table_with_merged_names_was_not_taken_apart():
    made = page(
        TITLE,
        [
            ["考核项目", "考核指标", "考核内容", "分值"],
            [("组织", 2, 1), "满意度", "干部满意", "10"], ["满意度", "群众满意", "10"],
            ["宣传", "报道", "按月报道", "20"],
        ],
    )  # fmt: skip
    assert outline(made.schemes[0].items)[0] == (None, "组织", None, [(None, "满意度", 10), (None, "满意度", 10)])


def test_an_empty_cell_at_the_end_of_a_row_without_a_frame_is_one():
    made = notice(
        rows(
            "一级指标|二级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
            "数量指标|巡查次数|≥12次|13次|10|10|", "质量指标|整改比率|≥95%|96%|15|15|", "时效指标|按时办结|100%|98%|15|14|雨天延迟",
        )
    )  # fmt: skip
    items = [item for item in made.schemes[0].walk() if not item.children]
    assert [(i.title, i.requirement, int(i.points.value), i.remarks) for i in items] == [
        ("巡查次数", "≥12次", 10, None),
        ("整改比率", "≥95%", 15, None),
        ("按时办结", "100%", 15, "雨天延迟"),
    ]
    assert codes(made) == []


def test_a_forms_labels_above_a_header_are_no_item():
    made = page(
        TITLE,
        [
            ["项目名称", "护林经费", "主管部门", "望川县林业局"], ["实施单位", "望川县林场", "承担单位", "望川县林业站"],
            ["考核项目", "考核内容", "分值", "得分"], ["组织", "机构健全", "20", ""],
        ],
    )  # fmt: skip
    assert outline(made.schemes[0].items) == [(None, "组织", 20)]
    assert [made.attributes[k] for k in ("项目名称", "主管部门", "实施单位")] == [
        "护林经费",
        "望川县林业局",
        "望川县林场",
    ]


def test_two_full_marks_that_differ_in_a_row_are_told():
    made = notice(rows("考核项目|考核内容|分值", "组织（35分）|机构健全|10", "宣传（20分）|按月报道|20"))
    assert [int(item.points.value) for item in made.schemes[0].items] == [35, 20]
    (found,) = [f for f in made.findings if f.code == "amounts_differ"]
    assert (found.pointer, found.severity) == ("/schemes/0/items/0", "warning")
    assert found.message == "“组织” states （35分）, and “10” under “分值”; the first was taken"


@pytest.mark.parametrize("number", ["①", "（一）", "3.", "一、"])
def test_a_number_alone_in_a_column_of_days_is_no_day(number):
    made = page(
        TITLE,
        [
            ["工作任务", "责任单位", "完成时限"],
            ["巡查", "县林业局", "6月底前"],
            ["", "", number],
            ["台账", "县林业局", "6月底前"],
        ],
    )
    assert [(i.marker, len(i.deadlines)) for i in made.schemes[0].walk() if i.marker] == [(number, 0)]
    assert made.coverage == 1.0


def test_a_row_without_cells_ends_nothing_that_stands_over_it():
    name = Slotted("title", 0, (text("巡查"),))
    assert covered((Row((name,)), Row(()), Row((name,))), 0, name) == 2


def test_a_name_over_a_row_without_cells_is_a_heading_of_what_follows():
    name, below = Slotted("title", 0, (text("组织领导"),)), Slotted("title", 0, (text("制定方案"),))
    rows = (Row((name,)), Row(()), Row((below, Slotted("points", 1, (text("10"),)))))
    assert heading(rows, 0) is name


def test_a_line_with_a_value_behind_a_colon_is_no_header():
    made = notice(f"{TITLE}\n附注：略具体要求\n附注：略具体要求\n附注：略具体要求\n附注：略具体要求\n")
    assert made.schemes == ()


def test_a_table_of_empty_cells_and_rows_before_the_first_name_break_nothing():
    assert page(TITLE, [["", ""], ["", ""]]).schemes == ()
    made = page(TITLE, [["一级指标", "责任单位", "备注"], ["", "县林业局", "甲"], ["巡查", "", "乙"], ["", "", "丙"]])
    assert made.coverage == 1.0


def test_a_scale_of_marks_without_a_column_of_full_marks():
    made = page(
        TITLE,
        [
            ["项目", "考核内容", "优", "良", "差", "得分"],
            [("河道保洁（40分）", 2, 1), "水面无漂浮物", "20", "16", "8", ""], ["岸坡无垃圾", "20", "15", "8", ""],
            ["巡河履职（60分）", "次数达标", "60", "50", "20", ""],
        ],
    )  # fmt: skip
    top = made.schemes[0].items
    assert [[int(i.points.value) for i in (item, *item.children)] for item in top] == [[40, 20, 20], [60]]
    assert top[0].children[1].extra == {"良": "15", "差": "8"}
    assert codes(made) == ["structure_inferred"]
