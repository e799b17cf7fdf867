"""White letters on a page where nothing is drawn or pictured behind them: nobody sees them."""

import ctypes
from collections.abc import Iterable
from typing import Any, Final

import pypdfium2.raw as raw

from pipeline.readers.pdf.calls import bare

#: From here on a colour's parts make one that no eye tells from white.
WHITE: Final = 250
#: A page with more of both is a drawing: its white texts are read.
_MOST_COMPARED: Final = 1_000_000
fill_of: Final = bare(raw.FPDFPageObj_GetFillColor)
Sides = tuple[float, float, float, float]


class Colours:
    """Asks for objects' colours, in one place of memory for all: a page has hundreds of texts."""

    def __init__(self) -> None:
        self.parts = (ctypes.c_uint * 4)()
        self.at = tuple(ctypes.byref(self.parts, 4 * at) for at in range(4))

    def is_white(self, item: Any) -> bool:
        """Whether an object is filled with white; one that has no plain colour is not."""
        parts = self.parts
        return bool(fill_of(item, *self.at) and parts[0] >= WHITE and parts[1] >= WHITE and parts[2] >= WHITE)


def pale(texts: Iterable[Any], others: Iterable[Any]) -> frozenset[int]:
    """Return the places in memory of white texts that the other objects of a page do not show."""
    filled = [item for item in map(_handle, texts) if _is_filled(item)]
    colours = Colours()
    behind = [_sides(item) for item in map(_handle, others) if _covers(item, colours)] if filled else []
    if len(filled) * len(behind) > _MOST_COMPARED:
        return frozenset()
    return frozenset(_place(item) for item in filled if not _on_any(_sides(item), behind))


def _handle(item: Any) -> Any:
    return ctypes.cast(item, raw.FPDF_PAGEOBJECT)


def _place(item: Any) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def _is_filled(text: Any) -> bool:
    """Whether a text's letters are filled, without a line around them."""
    return bool(raw.FPDFTextObj_GetTextRenderMode(text) == raw.FPDF_TEXTRENDERMODE_FILL)


def _covers(item: Any, colours: Colours) -> bool:
    """Whether an object shows white letters that stand over it: anything but lines and what is white itself."""
    if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
        return True
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(fill.value) and not colours.is_white(ctypes.cast(item, ctypes.c_void_p))


def _sides(item: Any) -> Sides:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides))
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _on_any(text: Sides, behind: list[Sides]) -> bool:
    """Whether a text meets anything that is behind it."""
    return any(
        text[0] < right and left < text[2] and text[1] < top and bottom < text[3] for left, bottom, right, top in behind
    )
