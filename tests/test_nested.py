"""Tables within a cell: a row of one says one thing, so that a condition stays with what it gives."""

import io

import docx
import pytest

from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import page

RATES = [["九成以上", "得40分"], ["八成以上", "得30分"]]
GIVEN = [("九成以上", 40), ("八成以上", 30)]


def web(inner):
    drawn = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in inner)
    cells = ["<td>考核项目</td><td>评分标准</td>", f"<td>改厕</td><td>按下表计分：<table>{drawn}</table></td>"]
    cells += [f"<td>{name}</td><td>每少一次扣2分，漏报一次扣1分，扣完为止。</td>" for name in ("修路", "护林")]
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    page = f"<html><body><h1>青石县2024年考核细则</h1><table>{body}</table></body></html>"
    return read(page.encode(), "made.html")


def word(inner):
    made, stream = docx.Document(), io.BytesIO()
    made.add_paragraph("青石县2024年考核细则")
    table = made.add_table(4, 2)
    for row, words in enumerate(
        [("考核项目", "评分标准"), ("改厕", ""), ("修路", "少一次扣2分"), ("护林", "少一次扣2分")]
    ):
        for column, cell in enumerate(words):
            table.cell(row, column).text = cell
    cell = table.cell(1, 1)
    cell.text = "按下表计分："
    nested = cell.add_table(len(inner), len(inner[0]))
    for row, words in enumerate(inner):
        for column, printed in enumerate(words):
            nested.cell(row, column).text = printed
    made.save(stream)
    return read(stream.getvalue(), "made.docx")


@pytest.mark.parametrize("made", [web, word])
def test_a_row_of_a_table_within_a_cell_is_one_line(made):
    document = made(RATES)
    rules = convert_document(document).schemes[0].items[0].scoring_rules
    assert [(rule.condition, int(rule.amount)) for rule in rules] == GIVEN
    assert all(document.text[rule.span.start : rule.span.end] == rule.raw for rule in rules)


@pytest.mark.parametrize("made", [web, word])
@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ([["九成以上", "40"], ["八成以上", "30"]], ["九成以上", "40", "八成以上", "30"]),
        ([["1", "2"], ["3", "4"]], ["1", "2", "3", "4"]),
        ([["县级", "", "5分"], ["乡级", "2分", ""]], ["县级5分", "乡级2分"]),
        ([["一等\n二等", "5分"], ["三等", "2分"]], ["一等", "二等", "5分", "三等2分"]),
        ([["县教育局", "县水利局"], ["项目", "分值"]], ["县教育局", "县水利局", "项目", "分值"]),
        ([["超过20户", "5分"], ["超过30户", "6分"]], ["超过20户5分", "超过30户6分"]),
        ([["党建", "20分", "少一次扣1分"]], ["党建", "20分", "少一次扣1分"]),
        ([["只有一列"], ["的表"]], ["只有一列", "的表"]),
    ],
)
def test_bare_figures_names_and_cells_of_several_lines_stand_on_lines_of_their_own(made, inner, lines):
    if made is web:
        inner = [[cell.replace("\n", "<br>") for cell in row] for row in inner]
    table = next(block for block in made(inner).blocks if hasattr(block, "rows"))
    assert [text.chars for text in table.rows[1][1].paragraphs] == ["按下表计分：", *lines]


NAME = "青石县2024年考核细则"
HEAD = ["考核项目", ("评分标准", 1, 2), "分值"]
STEPS = [[("改厕", 2, 1), "九成以上", "得40分", ("40", 2, 1)], ["八成以上", "得30分"]]
SINGLE = ["修路", ("少一次扣2分", 1, 2), "60"]


@pytest.mark.parametrize("table", [[HEAD, *STEPS, SINGLE], [HEAD, SINGLE, *STEPS]])
def test_a_cell_that_is_divided_below_one_label_is_read_row_by_row(table):
    made = page(NAME, table)
    item = next(item for item in made.schemes[0].items if item.title == "改厕")
    assert (item.scoring, int(item.points.value)) == ("九成以上得40分\n八成以上得30分", 40)
    assert [(rule.condition, int(rule.amount)) for rule in item.scoring_rules] == GIVEN
    assert [item.title for item in made.schemes[0].items if not item.children] == [
        row[0] if isinstance(row[0], str) else row[0][0] for row in table[1:] if len(row) > 2
    ]


@pytest.mark.parametrize(
    "table",
    [
        # Columns with labels of their own, that all rows have, that hold names, or that something beside divides too.
        [[("考核项目", 2, 1), ("评分标准", 1, 2), ("分值", 2, 1)], ["情形", "得分"], *STEPS, SINGLE],
        [HEAD, *STEPS, [("修路", 2, 1), "全部完成", "得60分", ("60", 2, 1)], ["未完成", "得0分"]],
        [HEAD, [("改厕", 2, 1), "建立台账", "上墙公示", ("40", 2, 1)], ["专人负责", "每月检查"], SINGLE],
        [HEAD, [("改厕", 2, 1), "九成以上", "得40分", "40"], ["八成以上", "得30分", "30"], SINGLE],
        [HEAD, [("改厕", 2, 1), ("九成以上", 2, 1), "得40分", ("40", 2, 1)], ["得30分"], SINGLE],
    ],
)
def test_columns_that_are_a_tables_own_stay(table):
    drawn = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in table)
    document = read(f"<html><body><table>{drawn}</table></body></html>".encode(), "made.html")
    (made,) = document.blocks
    assert [len(row) for row in made.rows] == [len(row) for row in table]


def _cell(cell):
    words, down, across = (cell, 1, 1) if isinstance(cell, str) else cell
    return f"<td rowspan={down} colspan={across}>{words}</td>"
