"""What is struck out in a cell: all of it by the cell's font, or the runs of a rich text by theirs."""

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from pipeline.readers.sheets.display import as_shown

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

# The types of openpyxl know nothing of these two.
_FONTS: Final = attrgetter("parent._fonts")
_FONT: Final = attrgetter("_style.fontId")


def striking_fonts(sheet: "Worksheet") -> frozenset[int]:
    """Return the numbers of the fonts of a sheet's workbook that strike out."""
    return frozenset(number for number, font in enumerate(_FONTS(sheet)) if font.strike)


def unstruck(cell: "Cell", text: str, striking: frozenset[int]) -> tuple[str, str]:
    """Return what is not struck out of a cell that shows a text, and what is."""
    value = cell.value
    whole = bool(striking) and _FONT(cell) in striking
    if not isinstance(value, list):  # a rich text is a list of words and runs, which only a file that strikes has
        return ("", text.strip()) if whole else (text, "")
    parts = [(as_shown(str(part)), whole if isinstance(part, str) else bool(part.font.strike)) for part in value]
    kept = "".join(words for words, out in parts if not out)
    return kept, "".join(words.strip() for words, out in parts if out)
