"""Tables beside an outline that list no work: contacts, scales of grades, a form's lines, notes."""

import pytest

from pipeline.convert import convert_document
from pipeline.models import Notice
from pipeline.readers import read
from tests.making import codes, flatten, notice, outline

ITEMS = ("一、党建（40分）。少一次扣5分。", "二、业务（60分）。少一个扣5分。")
TREE = [("一、", "党建", 40), ("二、", "业务", 60)]


def page(*parts: str | list[list[str]]) -> Notice:
    """The conversion of a web page of a title, paragraphs and tables."""
    drawn = [f"<p>{part}</p>" if isinstance(part, str) else _drawn(part) for part in parts]
    return convert_document(
        read(f"<!DOCTYPE html><html><body><h1>2024年考核细则</h1>{''.join(drawn)}</body></html>".encode(), "made.html")
    )


def _drawn(table: list[list[str]]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in table)}</table>"


CONTACTS = [["联系人", "电话"], ["张三", "7654321"]]
GRADES = [["档次", "分数段"], ["优秀", "90分以上"], ["良好", "80—89分"]]
ACROSS = [["等次", "优秀", "良好"], ["得分", "90分以上", "80-89分"]]


@pytest.mark.parametrize("table", [CONTACTS, GRADES, ACROSS])
@pytest.mark.parametrize("before", [True, False])
def test_a_table_that_lists_no_work_leaves_the_outline_its_place(table, before):
    made = page(table, *ITEMS) if before else page(*ITEMS, table)
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert [s.requirement for s in made.sections] == ["\n".join(row) for row in table]
    assert (codes(made), made.unparsed, made.coverage) == ([], (), 1.0)


@pytest.mark.parametrize("before", [True, False])
def test_a_table_of_a_forms_lines_is_attributes(before):
    table = [["填报人：张三", "", "审核人：李四", ""], ["联系电话：123", "", "填报日期：2024年1月1日", ""]]
    made = page(table, *ITEMS) if before else page(*ITEMS, table)
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert made.attributes == {"填报人": "张三", "审核人": "李四", "联系电话": "123", "填报日期": "2024年1月1日"}


def test_a_forms_labels_with_their_values_beside_them_are_attributes():
    made = page(*ITEMS, [["填报单位", "望川县教育局", "填报时间", "2024年5月1日"]])
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert made.attributes == {"填报单位": "望川县教育局", "填报时间": "2024年5月1日"}


def test_a_forms_labels_that_nobody_filled_in_are_said_to_be_a_forms():
    made = page(*ITEMS, [["填报人：", "", "审核人：", ""], ["联系电话：", "", "填报日期：", ""]])
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert {part.reason for part in made.unparsed} == {"form"}
    assert "填报日期：" in made.unparsed[-1].text


def test_tables_of_notes_below_an_outline_are_its_notes():
    for table, notes in (
        ([["说明", "考核每年一次"], ["备注", "由县考核办解释"]], ("考核每年一次", "备注\n由县考核办解释")),
        ([["说明：本细则由县考核办解释。", ""]], ("本细则由县考核办解释。",)),
        ([["说明：", ""], ["1.每年一次。", ""], ["2.由县考核办解释。", ""]], ("1.每年一次。", "2.由县考核办解释。")),
    ):
        made = page(*ITEMS, table)
        assert [(outline(scheme.items), scheme.notes) for scheme in made.schemes] == [(TREE, notes)]


def test_a_lone_label_of_notes_above_numbers_of_the_outlines_own_kind_is_none_of_the_whole():
    made = notice("2024年考核细则\n一、党建（40分）\n1.少一次扣5分。\n二、业务（60分）\n说明：\n1.少一个扣5分。\n")
    assert [scheme.notes for scheme in made.schemes] == [()]
    assert len(flatten(made.schemes[0].items)) == 4


@pytest.mark.parametrize(
    "table",
    [
        [["单位", "得分"], ["县教育局", "96"]],
        [["等次", "分值"], ["优秀", "5分"], ["良好", "3分"]],
        [["姓名", "电话", "工作任务"], ["张三", "7654321", "改造食堂"]],
    ],
)
def test_tables_with_marks_or_tasks_are_no_asides(table):
    assert page(table).schemes


@pytest.mark.parametrize("table", [[["时间", "地点"], ["3月5日", "会议室"]], [["组长", "张三"], ["副组长", "李四"]]])
def test_indicators_keep_their_place_beside_a_table_of_whatever_kind(table):
    made = page(*ITEMS, table)
    assert outline(made.schemes[0].items) == TREE or outline(made.schemes[1].items) == TREE
    assert made.sections == ()


def test_a_heading_with_the_tables_own_full_marks_is_no_indicator():
    table = [["考核项目", "分值"], ["党建", "40"], ["业务", "60"]]
    made = page("一、考核标准（100分）", "二、考核办法（见下表）", table)
    assert len(made.schemes) == 1
