"""Ruled tables within a cell of a PDF's table: each of their rows is a line of the cell, whatever borders they share."""

import pytest

from pipeline.convert import convert_document
from pipeline.document import Table
from tests.test_pdf import drawn, opened

XS = (60, 160, 440, 530)
RATES = (("清运率九成以上", "得60分"), ("清运率八成以上", "得40分"), ("清运率不足八成", "得0分"))


def nested(box, rows=RATES, words="", middle=None):
    """A table whose second row holds another one in a box: left, top, right, bottom within the cell around it."""
    left, top, right, bottom = (XS[1] + box[0], 680 - box[1], XS[2] - box[2], 560 + box[3])
    middle = middle or (left + right) / 2

    def draw(canvas, page):
        canvas.drawString(200, 740, "青石县2024年护河考核细则")
        for y in (710, 680, 560, 530):
            canvas.line(XS[0], y, XS[-1], y)
        for x in XS:
            canvas.line(x, 710, x, 530)
        for y, cells in (
            (695, ("考核项目", "评分标准", "分值")),
            (620, ("清河保洁", "", "60")),
            (545, ("巡河管护", "少巡一次扣2分。", "40")),
        ):
            for x, cell in zip(XS, cells, strict=False):
                canvas.drawString(x + 4, y - 4, cell)
        canvas.drawString(XS[1] + 4, 668, words)
        height = (top - bottom) / len(rows)
        for x in (left, middle, right):
            canvas.line(x, top, x, bottom)
        for i in range(len(rows) + 1):
            canvas.line(left, top - i * height, right, top - i * height)
        for i, row in enumerate(rows):
            for x, cell in zip((left, middle), row, strict=True):
                canvas.drawString(x + 2, top - (i + 0.5) * height - 4, cell)

    return opened(drawn(draw))


def held(document):
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [len(row) for row in table.rows] == [3, 3, 3]
    assert {cell.row_span for row in table.rows for cell in row} == {1}
    return [text.chars for text in table.rows[1][1].paragraphs]


GIVEN = [f"{condition}{mark}" for condition, mark in RATES]


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((5, 25, 5, 5), "按下表计分："),
        ((5, 25, 0, 5), "按下表计分："),
        ((5, 0, 0, 14), ""),
        ((5, 0, 5, 14), ""),
        ((0, 0, 20, 14), ""),
        ((2, 25, 2, 2), "按下表计分："),
    ],
)
def test_a_row_of_a_table_within_a_cell_is_one_line(box, words):
    document = nested(box, words=words)
    assert held(document) == [*([words] if words else []), *GIVEN]
    first = convert_document(document).schemes[0].items[0]
    assert first.title == "清河保洁"
    assert [(rule.condition, rule.amount) for rule in first.scoring_rules][:2] == [
        ("清运率九成以上", 60),
        ("清运率八成以上", 40),
    ]
    assert all(document.text[rule.span.start : rule.span.end] == rule.raw for rule in first.scoring_rules)


def test_bare_figures_and_names_stand_on_lines_of_their_own():
    assert held(nested((5, 25, 5, 5), (("九成以上", "60"), ("八成", "40")))) == ["九成以上", "60", "八成", "40"]
    assert held(nested((5, 25, 5, 5), (("河道所", "林业站"), ("甲村", "乙村")))) == ["河道所", "林业站", "甲村", "乙村"]


def test_lines_of_a_table_within_a_cell_never_run_into_each_other_however_long():
    rows = (("清运率九成以上且无举报", "得60分"), ("清运率八成以上且无举报", "得40分"))
    document = nested((5, 25, 5, 5), rows, middle=XS[2] - 48)
    assert held(document) == [f"{condition}{mark}" for condition, mark in rows]
