"""Spreadsheets for people: texts that stay texts, merged group cells, the same bytes for the same notice."""

import io
import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from normalizers.widths import is_wide
from pipeline.export.tables import Value

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_THIN: Final = Side(style="thin", color="999999")
BORDER: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
HEAD: Final = PatternFill("solid", fgColor="DDE6F0")
INPUT: Final = PatternFill("solid", fgColor="FFF8DC")
WRAPPED: Final = Alignment(wrap_text=True, vertical="center")
_BAD_IN_TITLE: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE: Final = 31
#: Points a line, and the most lines that a row may show: a spreadsheet's row is at most 409 points high.
_LINE, _TALLEST = 15.0, 27
#: Archives remember when a member was written; the same notice must give the same bytes.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_STAMP: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def put(sheet: "Worksheet", row: int, column: int, value: Value, *, wrap: bool = True) -> "Cell":
    """Write a value into a cell; a text is never taken for a formula, control characters are left out."""
    cell = sheet.cell(row, column)
    cell.border = BORDER
    if wrap:
        cell.alignment = WRAPPED
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    elif isinstance(value, Decimal):
        cell.value = int(value) if value == value.to_integral_value() else float(value)
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
    return cell  # type: ignore[return-value]  # a merged cell is never written to


def head(sheet: "Worksheet", row: int, names: list[str], widths: list[int]) -> None:
    """Write a header, set the columns' widths and freeze the rows down to it."""
    for i, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        cell = put(sheet, row, i, name)
        cell.font = Font(bold=True)
        cell.fill = HEAD
        sheet.column_dimensions[get_column_letter(i)].width = width
    sheet.freeze_panes = f"A{row + 1}"


def fitted(sheet: "Worksheet") -> None:
    """Give rows the height of their wrapped texts, for programs that do not; print on pages as wide as the table."""
    widths = [sheet.column_dimensions[get_column_letter(c)].width for c in range(1, sheet.max_column + 1)]
    for r, cells in enumerate(sheet.iter_rows(min_row=2), 2):
        shown = [(c.value, w) for c, w in zip(cells, widths, strict=True) if c.coordinate not in sheet.merged_cells]
        lines = max((_lines(value, width) for value, width in shown), default=1)
        sheet.row_dimensions[r].height = _LINE * min(lines, _TALLEST)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _lines(value: object, width: float) -> int:
    """Return over how many lines a text runs; an ideograph is two columns wide."""
    if not isinstance(value, str):
        return 1
    return sum(
        max(1, -(-sum(1 + is_wide(char) for char in line) // max(int(width) - 1, 1))) for line in value.split("\n")
    )


def title_of(book: Workbook, wanted: str) -> str:
    """Return a sheet's title: without forbidden signs, short enough, told apart by a number."""
    plain = _BAD_IN_TITLE.sub("", wanted)[:_LONGEST_TITLE] or "Sheet"
    taken = {sheet.title.lower() for sheet in book.worksheets}
    number, title = 2, plain
    while title.lower() in taken:
        title = f"{plain[: _LONGEST_TITLE - 3]}({number})"
        number += 1
    return title


def empty_book() -> Workbook:
    """Return a workbook without a sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def saved(book: Workbook) -> bytes:
    """Save a workbook without the time at which it was saved."""
    first = io.BytesIO()
    book.properties.created = datetime(2000, 1, 1)
    book.save(first)
    made = io.BytesIO()
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", content)
            new.writestr(zipfile.ZipInfo(member.filename, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
