"""Headers of two rows whose words no vocabulary has, told by how their cells stand: some over several others."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractors.markers import is_marked
from extractors.text import join
from normalizers.headers import LONGEST_HEADER, is_total_label
from pipeline.document import Cell

Row = tuple[Cell, ...]
#: So many labels stand below one, and so many rows below the header.
_FEWEST: Final = 2
_HEIGHT: Final = 2


@dataclass(frozen=True, slots=True)
class Tall:
    """The lowest label of each column as one row, and those that stand over several, each with its first column."""

    lowest: Row
    over: Row


def tall_header(rows: Sequence[Row]) -> Tall | None:
    """Read the first two rows as a header, where cells of the second stand side by side below one of the first.

    Both rows are nothing but short words, and each cell of the second stands below one that is wide, by its span or by
    the gap behind it; below the others is nothing.
    """
    if len(rows) < _HEIGHT + _FEWEST:
        return None
    first, second = ([cell for cell in row if not cell.empty] for row in rows[:_HEIGHT])
    if (
        not first
        or not second
        or not all(map(_is_words, [*first, *second]))
        or any(cell.row_span > _HEIGHT for cell in first)
    ):
        return None
    ends = [*(b.column for _, b in pairwise(first)), max((c.column + c.col_span for r in rows for c in r), default=0)]
    below = [[c for c in second if x.column <= c.column < end] for x, end in zip(first, ends, strict=True)]
    wide = [(x, end, cells) for x, end, cells in zip(first, ends, below, strict=True) if cells]
    tiled = all(_tiles(cells, x.column, end) for x, end, cells in wide)
    if not wide or not tiled or sum(map(len, below)) < len(second):
        return None
    standing = [x for x, cells in zip(first, below, strict=True) if not cells]
    return Tall(tuple(sorted([*standing, *second], key=lambda c: c.column)), tuple(x for x, _, _ in wide))


def _tiles(cells: Sequence[Cell], start: int, end: int) -> bool:
    """Whether cells stand side by side from one column to another, and are several."""
    places = [cell.column for cell in cells]
    stops = [*(cell.column + cell.col_span for cell in cells)]
    return len(cells) >= _FEWEST and places == [start, *stops[:-1]] and stops[-1] == end


def _is_words(cell: Cell) -> bool:
    text = join(cell.paragraphs)
    plain = not any(char.isdigit() for char in text.folded) and not is_total_label(text.chars)
    return plain and len(text) <= LONGEST_HEADER and not is_marked(text)
