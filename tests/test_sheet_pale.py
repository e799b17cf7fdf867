"""White letters of a sheet: without a fill nobody sees them, on a dark one they are a header's."""

import pytest
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.table import Table

from tests.test_pages_and_sheets import grid, rows
from tests.test_sheet_cells import opened, told

WHITE = Font(color="FFFFFFFF")
DARK = PatternFill("solid", fgColor="FF1F4E79")


def filled(font, fill=None, more=lambda sheet: None):
    """A sheet whose helper column and whose header may be white."""

    def make(book):
        rows(book.active, ["任务", "分值", "单位"], ["改厕", 40, "辅助"], ["修路", 60, 999])
        for at in ("C2", "C3"):
            book.active[at].font = font
            if fill is not None:
                book.active[at].fill = fill
        for cell in book.active[1]:
            cell.font, cell.fill = WHITE, DARK
        more(book.active)

    document = opened(make)
    return [row[-1][3] for row in grid(document)], told(document)


@pytest.mark.parametrize("font", [WHITE, Font(color="00FFFFFF"), Font(color="FFFEFEFE"), Font(color=Color(theme=0))])
@pytest.mark.parametrize(
    "fill", [None, PatternFill("solid", fgColor="FFFFFFFF"), PatternFill("solid", fgColor=Color(theme=0))]
)
def test_white_letters_on_white_are_left_out_and_told(font, fill):
    assert filled(font, fill) == (["单位", "", ""], [("hidden_text", {"count": "5", "text": "辅助 / 999"})])


@pytest.mark.parametrize(
    ("font", "fill", "more"),
    [
        (WHITE, DARK, lambda sheet: None),
        (WHITE, PatternFill("gray125"), lambda sheet: None),
        (WHITE, PatternFill("solid", fgColor=Color(theme=4)), lambda sheet: None),
        (Font(color="FF000000"), None, lambda sheet: None),
        (Font(color="FFD9D9D9"), None, lambda sheet: None),
        (Font(color=Color(theme=0, tint=-0.5)), None, lambda sheet: None),
        (Font(color=Color(theme=1)), None, lambda sheet: None),
        (Font(), None, lambda sheet: None),
        (WHITE, None, lambda sheet: sheet.add_table(Table(displayName="T", ref="A1:C3"))),
        (
            WHITE,
            None,
            lambda sheet: sheet.conditional_formatting.add(
                "C2:C3", CellIsRule(operator="notEqual", formula=["1"], fill=PatternFill("solid", bgColor="FF00B050"))
            ),
        ),
    ],
)
def test_what_may_be_seen_is_read(font, fill, more):
    assert filled(font, fill, more) == (["单位", "辅助", "999"], [])
