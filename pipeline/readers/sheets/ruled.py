"""Lines between the tables of one sheet: cells alone in their row, without the borders that the tables have."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

#: The filled cells of a row, by column.
Filled = dict[int, str]


def is_ruled(cell: "Cell | MergedCell") -> bool:
    """Whether a cell has a border at one of its sides; one above or below may be its neighbour's."""
    border = cell.border
    return any(side is not None and side.style is not None for side in (border.left, border.right))


def between(rows: Sequence[Filled], ruled: Callable[[int, int], bool]) -> list[int]:
    """Return the rows that are lines of text beside ruled tables; [] where the tables have no borders.

    A section's name inside a table has the table's borders, and a sheet without any tells nothing. Below a line a new
    table begins with its header, which has no figures.
    """
    alone = [r for r, cells in enumerate(rows) if len(cells) == 1 and not ruled(r, next(iter(cells)))]
    wide = [r for r, cells in enumerate(rows) if len(cells) > 1] if alone else []

    @cache
    def is_table(at: int) -> bool:
        return all(ruled(at, c) for c in rows[at])

    @cache
    def has_figures(at: int) -> bool:
        return any(text[:1].isdigit() for text in rows[at].values())

    def is_beside_tables(at: int) -> bool:
        place = bisect_left(wide, at)
        above, below = wide[max(0, place - 1) : place], wide[place : place + 1]
        return bool(above) and not any(map(has_figures, below)) and all(map(is_table, (*above, *below)))

    return [r for r in alone if is_beside_tables(r)]
