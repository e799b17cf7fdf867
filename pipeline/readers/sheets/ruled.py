"""Lines between the tables of one sheet: cells alone in their row, without the borders that the tables have."""

from collections.abc import Callable, Sequence
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
    wide = [r for r, cells in enumerate(rows) if len(cells) > 1]

    def is_table(at: int) -> bool:
        return all(ruled(at, c) for c in rows[at])

    def is_beside_tables(at: int) -> bool:
        above = next((r for r in reversed(wide) if r < at), None)
        below = next((r for r in wide if r > at), None)
        header = below is None or not any(text[:1].isdigit() for text in rows[below].values())
        return above is not None and header and is_table(above) and (below is None or is_table(below))

    return [r for r in alone if is_beside_tables(r)]
