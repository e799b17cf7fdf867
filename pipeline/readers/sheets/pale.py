"""White letters in cells without a darker fill, by which a sheet's helpers are hidden: nobody sees them.

Where rules or a table's style may fill a cell, they are read.
"""

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles.colors import Color
    from openpyxl.worksheet.worksheet import Worksheet

#: Colours that no eye tells from white, as they are written with their transparency; the first of a theme is paper's.
_WHITE: Final = re.compile("[0-9A-F]{2}F[A-F]F[A-F]F[A-F]", re.I)
_PAPER: Final = 0
# The types of openpyxl know nothing of these.
_FONTS: Final = attrgetter("parent._fonts")
_FONT: Final = attrgetter("_style.fontId")


class Pale:
    """Tells of a sheet's cells whether their letters are white on white."""

    def __init__(self, sheet: "Worksheet") -> None:
        filled = bool(sheet.conditional_formatting) or bool(sheet.tables)
        fonts = () if filled else enumerate(_FONTS(sheet))
        self._fonts = frozenset(number for number, font in fonts if _is_white(font.color))

    def hides(self, cell: "Cell") -> bool:
        """Whether nobody sees what stands in a cell."""
        if not self._fonts or _FONT(cell) not in self._fonts:
            return False
        fill = cell.fill
        return fill.fill_type is None or (fill.fill_type == "solid" and _is_white(fill.fgColor))


def _is_white(colour: "Color | None") -> bool:
    if colour is None or colour.tint:
        return False
    if colour.type == "theme":
        return bool(colour.theme == _PAPER)
    return colour.type == "rgb" and isinstance(colour.rgb, str) and _WHITE.fullmatch(colour.rgb) is not None
