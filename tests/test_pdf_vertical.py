"""Text set downwards in a cell of a PDF's table: in the order in which it is written, column after column, figures on their side."""

import pytest

from pipeline.convert import convert_document
from pipeline.document import Table
from tests.test_pdf import drawn, opened

XS = (60, 140, 260, 330)


def down(canvas, x, y, words):
    """Write words downwards, brackets and figures turned by a right angle."""
    for sign in words:
        if sign in "（）0123456789":
            canvas.saveState()
            canvas.translate(x + 2, y + 8)
            canvas.rotate(-90)
            canvas.drawString(0, 0, sign)
            canvas.restoreState()
            y -= 12 if sign in "（）" else 6
        else:
            canvas.drawString(x, y, sign)
            y -= 12


def table(*columns, at=(95, 80)):
    """A table whose first column holds one name over two rows, set downwards in one or two columns."""

    def draw(canvas, page):
        canvas.drawString(100, 780, "青石县2024年护林考核细则")
        for y in (760, 735, 500):
            canvas.line(XS[0], y, XS[-1], y)
        canvas.line(XS[1], 610, XS[-1], 610)
        for x in XS:
            canvas.line(x, 760, x, 500)
        for x, words in zip(XS, ("一级指标", "二级指标", "分值"), strict=False):
            canvas.drawString(x + 4, 743, words)
        for x, words in zip(at, columns, strict=False):
            down(canvas, x, 715, words)
        for y, cells in ((670, ("设卡", "25")), (560, ("巡山", "20"))):
            for x, words in zip(XS[1:], cells, strict=False):
                canvas.drawString(x + 4, y, words)

    return opened(drawn(draw))


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        (("火源管控（45分）",), "火源管控"),
        (("火源管控工作", "责任落实（45分）"), "火源管控工作责任落实"),
        (("火源管控", "责任落实"), "火源管控责任落实"),
        (("火源管控",), "火源管控"),
    ],
)
def test_a_name_set_downwards_is_read_as_it_is_written(columns, name):
    document = table(*columns)
    (grid,) = (block for block in document.blocks if isinstance(block, Table))
    assert "".join(text.chars for text in grid.rows[1][0].paragraphs) == "".join(columns)
    (item,) = convert_document(document).schemes[0].items
    assert (item.title, [child.title for child in item.children]) == (name, ["设卡", "巡山"])
    assert item.points is None or item.points.value == 45


def test_lines_of_one_sign_each_in_a_cell_of_two_columns_are_lines():
    document = table("甲乙丙", "丁戊己", at=(80, 95))  # the left one first, as nobody writes downwards
    (grid,) = (block for block in document.blocks if isinstance(block, Table))
    assert "".join(text.chars for text in grid.rows[1][0].paragraphs) == "甲丁乙戊丙己"
