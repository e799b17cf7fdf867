"""Lines between the tables of one sheet: cells alone in their row, without the borders that the tables have.

Without borders an empty row ends a table, where below it stand lines and then a header of the next one.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from normalizers.headers import header_role

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

#: A header stands over so many columns at least.
_FEWEST: Final = 2
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


def apart(rows: Sequence[Filled]) -> list[int]:
    """Return the rows, empty or of text, that stand between two tables: first an empty one, behind them a header."""
    found: list[int] = []
    for at, cells in enumerate(rows):
        if cells or not at:
            continue
        end = at + 1
        while end < len(rows) and len(rows[end]) < _FEWEST:
            end += 1
        named = any(rows[r] for r in range(at, end))
        if named and end < len(rows) and all(header_role(text) is not None for text in rows[end].values()):
            found += range(at, end)
    return sorted(set(found))
