"""PDFs printed with visible changes: lines through characters strike them out, other lines do not."""

import pytest

from pipeline.convert import convert_document
from pipeline.document import Table
from pipeline.readers.leaving import LeftOut
from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.page import Edge, Page
from pipeline.readers.pdf.struck import without_struck
from tests.making import codes, outline
from tests.test_pdf import FONT, drawn, lines, opened

SIZE = 12.0
#: How far above the line that characters stand on programs draw a line through them.
THROUGH = 3.5


def ruled(canvas, x0, x1, y, thick=0.6, filled=False):
    """A line, stroked or as the thin filled shape that other programs draw."""
    if filled:
        canvas.rect(x0, y - thick / 2, x1 - x0, thick, stroke=0, fill=1)
    else:
        canvas.setLineWidth(thick)
        canvas.line(x0, y, x1, y)


def changed(*rules, words="党建（３０４０分）", filled=False):
    """A page with one line of full-width characters, and rules as (first character, end, height above the base)."""

    def draw(canvas, _):
        canvas.drawString(72, 700, "青石县2024年考核细则")
        canvas.drawString(72, 660, words)
        canvas.drawString(72, 642, "二、业务（６０分）")
        for first, end, above in rules:
            ruled(canvas, 72 + SIZE * first, 72 + SIZE * end, 660 + above, filled=filled)

    return opened(drawn(draw))


@pytest.mark.parametrize("filled", [False, True])
def test_characters_that_a_line_runs_through_are_left_out_and_told(filled):
    document = changed((3, 5, THROUGH), (5, 7, -1.5), filled=filled)
    assert lines(document)[1:] == ["党建（４０分）", "二、业务（６０分）"]
    assert [(r.code, r.figures) for r in document.remarks] == [("hidden_text", (("count", "2"), ("text", "３０")))]


@pytest.mark.parametrize(
    "rules",
    [
        [(3, 4, THROUGH), (4, 5, THROUGH)],
        [(3, 5, THROUGH - 1), (3, 5, THROUGH + 0.8)],
        [(3, 5, THROUGH), (3, 4.5, THROUGH)],
    ],
)
def test_a_line_through_characters_may_be_double_or_drawn_in_parts(rules):
    assert lines(changed(*rules))[1] == "党建（４０分）"


@pytest.mark.parametrize(
    "rule",
    [
        (3, 5, -1.5),  # underlined
        (3, 5, SIZE + 1),  # a line above
        (0, 9, -3.0),  # a rule below the line
        (0, 30, THROUGH),  # a rule over the page
        (-4, 9, THROUGH),
        (3.6, 4.4, THROUGH),  # no character's width
        (10, 14, THROUGH),  # a blank to write on behind the words
    ],
)
def test_other_lines_strike_nothing_out(rule):
    document = changed(rule)
    assert lines(document)[1] == "党建（３０４０分）"
    assert document.remarks == ()


def test_dashes_and_words_that_only_look_like_lines_stay():
    document = changed(words="党建（５—１０分）——加分一次")
    assert lines(document)[1] == "党建（５—１０分）——加分一次"


XS = (72, 172, 232)


def table(*, struck=True, through=None):
    """A ruled table whose first amount was changed, the old one struck out; a border may run through the words."""

    def draw(canvas, _):
        canvas.drawString(72, 760, "青石县2024年考核细则")
        for r, cells in enumerate((("考核项目", "分值"), ("党建工作", "３０４０"), ("业务工作", "６０"))):
            for x, word in zip(XS, cells, strict=False):
                canvas.drawString(x + 4, 725 - 20 * r, word)
        for y in (740, 720, 700, 680):
            ruled(canvas, XS[0], XS[-1], y)
        for x in XS:
            canvas.line(x, 740, x, 680)
        if struck:
            ruled(canvas, XS[1] + 4, XS[1] + 4 + 2 * SIZE, 705 + THROUGH)
        if through is not None:
            ruled(canvas, *through, 705 + THROUGH)

    return opened(drawn(draw))


def test_a_struck_amount_in_a_table():
    made = convert_document(table())
    assert outline(made.schemes[0].items) == [(None, "党建工作", 40), (None, "业务工作", 60)]
    assert "hidden_text" in codes(made)


def test_a_border_that_runs_through_the_words_of_a_cell_strikes_nothing_out():
    document = table(struck=False, through=(XS[0], XS[1]))
    (grid,) = [b for b in document.blocks if isinstance(b, Table)]
    assert "党建工作" in "".join(p.chars for row in grid.rows for cell in row for p in cell.paragraphs)
    assert document.remarks == ()


def test_a_page_of_nothing_but_struck_words_is_no_page_without_text():
    def draw(canvas, page):
        canvas.setFont(FONT, 12)
        canvas.drawString(72, 700, "青石县细则" if page else "党建工作")
        if page:
            ruled(canvas, 72, 72 + 5 * SIZE, 700 + THROUGH)

    remarks = opened(drawn(draw, pages=2)).remarks
    assert [(r.code, dict(r.figures)["text"]) for r in remarks] == [("hidden_text", "青石县细则")]


def test_the_words_that_are_struck_out_are_quoted_piece_by_piece_and_no_more_than_a_few():
    document = changed((0, 2, THROUGH), (3, 5, THROUGH))
    (remark,) = document.remarks
    assert dict(remark.figures) == {"count": "4", "text": "党建 / ３０"}
    left = LeftOut()
    for at in range(9):
        left.add(f"第{at}项" + "删" * 40)
    (remark,) = left.remarks()
    assert dict(remark.figures)["text"] == " / ".join(f"第{at}项{'删' * 17}…" for at in range(5))


def test_lines_without_number_through_one_line_are_read_in_no_time():
    chars = tuple(Char("公", 2.0 * i, 90, 2.0 * i + 12, 102, 100, 12, 96) for i in range(5000))
    edges = tuple(Edge(2.0 * i, 96 + i % 3 / 10, 2.0 * i + 12, 96 + i % 3 / 10) for i in range(5000))
    upright = tuple(Edge(2.0 * i, 0, 2.0 * i, 10 + i % 50) for i in range(5000))
    page = without_struck(Page(1, 10000, 800, chars, edges + upright, ""))
    assert (page.chars, page.struck) == ((), ("公" * 5000,))
