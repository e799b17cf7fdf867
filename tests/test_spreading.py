"""Cells that stand over several rows: what each row is told of them, and what no row is."""

from tests.making import flatten, page

TITLE = "2023年望川县综合考核评分表"


def test_a_unit_goes_down_its_own_column_and_no_requirement_of_another_table_s():
    made = page(
        TITLE,
        [["考核项目", "责任单位"], ["水利", "县水利局"]],
        [["考核项目", "考核内容", "分值"], ["民政", "走访", "10"], ["", "", "20"], ["教育", "巡课", "30"]],
    )
    assert [i.requirement for i in flatten(made.schemes[0].items) if i.requirement] == ["走访", "巡课"]
