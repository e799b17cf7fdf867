"""What is struck out, raised or lowered in a cell: all of it by the cell's font, or a rich text's runs by theirs."""

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from pipeline.readers.raised import joins_with_numbers, lowered, raised
from pipeline.readers.sheets.display import as_shown

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.cell.text import InlineFont
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
    if not isinstance(
        value, list
    ):  # a rich text is a list of words and runs, which only a file that strikes or raises has
        return ("", text.strip()) if whole else (text, "")
    parts = [(as_shown(words), whole if look is None else bool(look.strike)) for words, look in _levelled(value)]
    kept = "".join(words for words, out in parts if not out)
    return kept, "".join(words.strip() for words, out in parts if out)


def _levelled(value: "CellRichText") -> Iterator[tuple[str, "InlineFont | None"]]:
    """Yield the words of a rich text with the font of each run; raised and lowered figures have signs of their own."""
    before = ""
    for part in value:
        words, look = str(part), None if isinstance(part, str) else part.font
        yield _lifted(words, before, look.vertAlign if look is not None else None), look
        before = words


def _lifted(words: str, before: str, way: str | None) -> str:
    """Return what is raised behind something, or lowered behind a figure, as such."""
    if way is None or not joins_with_numbers(words):
        return words
    if way == "superscript" and before[-1:].strip():
        return raised(words)
    return lowered(words) if way == "subscript" and before[-1:].isdecimal() else words
