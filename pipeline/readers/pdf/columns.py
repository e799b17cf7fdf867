"""Text set in two columns: a white gutter near the middle of the page that hardly any line crosses."""

from itertools import pairwise
from typing import Final

from pipeline.readers.pdf.lines import Row, char_rows

_FEWEST_LINES: Final = 8
#: This share of the lines leaves the gutter white, and as many have words on both of its sides.
_MOSTLY: Final = 0.85
_BOTH_SIDES: Final = 0.6
#: The gutter is at least as wide as a character and a half, and stands in the middle third.
_NARROWEST: Final = 1.5


def text_columns(rows: list[Row]) -> list[list[Row]]:
    """Return a page's rows of characters as one flow, or as the left and the right column."""
    gutter = _gutter(rows) if len(rows) >= _FEWEST_LINES else None
    if gutter is None:
        return [rows]
    chars = [c for row in rows for c in row]
    return [char_rows([c for c in chars if c.x1 <= gutter]), char_rows([c for c in chars if c.x1 > gutter])]


def _gutter(rows: list[Row]) -> float | None:
    """Return the middle of the gap that most lines share, None where there is none."""
    gaps = [gap for row in rows if (gap := _widest_gap(row)) is not None]
    if len(gaps) < _BOTH_SIDES * len(rows):
        return None
    middles = sorted((a + b) / 2 for a, b in gaps)
    middle = middles[len(middles) // 2]
    free = sum(all(c.x1 <= middle or c.x0 >= middle for c in row) for row in rows)
    shared = sum(a < middle < b for a, b in gaps)
    return middle if free >= _MOSTLY * len(rows) and shared >= _BOTH_SIDES * len(rows) else None


def _widest_gap(row: Row) -> tuple[float, float] | None:
    gaps = [(a.x1, b.x0) for a, b in pairwise(row) if b.x0 - a.x1 > _NARROWEST * a.size]
    return max(gaps, key=lambda g: g[1] - g[0], default=None)
