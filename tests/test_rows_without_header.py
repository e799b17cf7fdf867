"""Rows of cells between wide spaces under no header: a table where their columns are regular and tell what they are."""

import pytest

from tests.making import codes, flatten, notice

MARKS = """松岭县2026年生态建设考核指标

1  森林防火  20  县林业局
2  河道治理  30  县水利局
3  秸秆禁烧  25  县农业农村局
4  扬尘管控  25  县住建局
"""
TIMES = """松岭县2026年重点工作任务分解表

1　完成高标准农田建设三千亩　6月底前　县农业农村局

2　建成农村公路四十公里　9月底前　县交通运输局

3　改造老旧小区十二个　11月底前　县住建局
"""


def test_names_marks_and_bodies_are_told_by_their_looks():
    made = notice(MARKS)
    items = made.schemes[0].items
    assert [(i.marker, i.title, int(i.points.value), i.responsible[0].name) for i in items if i.points] == [
        ("1", "森林防火", 20, "县林业局"), ("2", "河道治理", 30, "县水利局"),
        ("3", "秸秆禁烧", 25, "县农业农村局"), ("4", "扬尘管控", 25, "县住建局"),
    ]  # fmt: skip
    assert made.issuer is None
    assert made.coverage == 1.0
    assert "structure_inferred" in codes(made)


def test_tasks_times_and_bodies_are_too_with_blank_lines_between():
    items = notice(TIMES).schemes[0].items
    assert [(i.marker, i.title, str(i.deadlines[0].due)) for i in items] == [
        ("1", "完成高标准农田建设三千亩", "2026-06-30"),
        ("2", "建成农村公路四十公里", "2026-09-30"),
        ("3", "改造老旧小区十二个", "2026-11-30"),
    ]


def test_a_total_below_the_rows_is_theirs():
    made = notice(f"{MARKS}合计    100\n")
    assert len(made.schemes[0].items) == 4
    assert made.schemes[0].total is not None
    assert made.schemes[0].total.value == 100


def test_a_line_of_words_of_its_own_over_the_rows_is_their_header():
    made = notice(MARKS.replace("1  森林防火", "号  干什么  给几分  谁负责\n1  森林防火"))
    assert [column.header for column in made.schemes[0].columns] == ["号", "干什么", "给几分", "谁负责"]
    assert [int(i.points.value) for i in made.schemes[0].items if i.points] == [20, 30, 25, 25]
    assert (made.issuer, made.coverage) == (None, 1.0)


def test_a_line_of_other_width_over_the_rows_is_none():
    made = notice(MARKS.replace("1  森林防火", "单位：分  2026年\n1  森林防火"))
    assert len(made.schemes[0].items) == 4
    assert made.schemes[0].columns == ()


@pytest.mark.parametrize(
    "rows",
    [
        "1  张三明  组长  县政府副县长\n2  李四方  副组长  县林业局局长\n3  王五成  成员  县财政局副局长\n",
        "1  总则  1\n2  组织领导  3\n3  考核内容  20\n4  结果运用  36\n",
        "1  张三明  6月1日\n2  李四方  6月2日\n3  王五成  6月3日\n",
        "1  县林业局  12  张三明\n2  县水利局  8  李四方\n3  县住建局  30  王五成\n",
        "1.  加强组织领导  明确分工\n2.  强化宣传发动  营造氛围\n3.  严格督导检查  落实责任\n",
    ],
)
def test_lists_that_hold_no_tasks_with_marks_times_or_bodies_are_no_table_and_told(rows):
    made = notice(f"松岭县2026年工作安排\n\n{rows}")
    assert not any(scheme.columns or i.points for scheme in made.schemes for i in flatten(scheme.items))
    found = next(f for f in made.findings if f.code == "rows_undivided")
    assert (found.severity, rows.split("\n")[0].split()[1] in found.message) == ("warning", True)


@pytest.mark.parametrize(
    "words",
    [
        "一、　加强领导。\n二、　落实责任。\n三、　强化督查。\n",
        "　　1.加强领导，明确责任。\n　　2.强化督查，落实到人。\n　　3.严格考核，兑现奖惩。\n",
        "1  森林防火  20  县林业局\n河道治理要常抓不懈。\n3  秸秆禁烧  25  县农业农村局\n",
    ],
)
def test_other_lines_with_spaces_are_as_before(words):
    assert "rows_undivided" not in codes(notice(f"松岭县2026年工作要点\n\n{words}"))
