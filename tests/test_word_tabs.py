"""Tabs in Word files: those that lay a table out, and all others."""

import docx
import pytest

from pipeline.document import Table
from tests.test_word import grid, opened, paragraphs

HEADER = "序号\t任务\t责任单位\t完成时限"
ROWS = ("1\t修缮校舍\t县教育局\t8月底前", "2\t新建敬老院\t县民政局\t10月底前")


def lines(*words):
    document = docx.Document()
    for line in words:
        document.add_paragraph(line)
    return document


def tables(document):
    return [
        [[words for *_, words in row] for row in grid(table)]
        for table in opened(document).blocks
        if isinstance(table, Table)
    ]


def test_paragraphs_with_tabs_below_a_header_are_a_table():
    document = lines("青石县2024年任务清单", HEADER, *ROWS, "青石县人民政府\t2024年3月5日")
    assert tables(document) == [[line.split("\t") for line in (HEADER, *ROWS)]]
    assert paragraphs(document) == ["青石县2024年任务清单", "青石县人民政府2024年3月5日"]


def test_a_field_between_two_tabs_is_empty_unless_tabs_only_reach_a_stop():
    assert tables(lines(HEADER, ROWS[0], "\t改造食堂\t\t9月底前"))[0][2] == ["", "改造食堂", "", "9月底前"]
    assert tables(lines("序号\t\t任务\t责任单位", "1\t修缮校舍\t\t县教育局", "2\t\t改造食堂\t县民政局"))[0] == [
        ["序号", "任务", "责任单位"], ["1", "修缮校舍", "县教育局"], ["2", "改造食堂", "县民政局"],
    ]  # fmt: skip


def test_a_band_stands_between_rows():
    assert tables(lines(HEADER, ROWS[0], "二、民生", ROWS[1]))[0][2] == ["二、民生"]


@pytest.mark.parametrize(
    "words",
    [("一、总则\t1", "二、组织领导\t3", "三、附则\t5"), ("组长：张三\t副组长：李四", "成员：王五\t赵六"), (HEADER,),
     (HEADER, "1.修缮校舍\t县教育局\t8月底前", "2.改造食堂\t县民政局\t9月底前"), ("1.\t党建工作（40分）", "2.\t业务工作（60分）")],
)  # fmt: skip
def test_other_tabs_are_spaces(words):
    document = lines(*words)
    assert tables(document) == []
    assert "\t" not in opened(document).text


def test_tabs_in_a_cell_are_spaces():
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "任务\t责任单位", "1\t2"
    assert tables(document) == [[["任务责任单位", "1 2"]]]
