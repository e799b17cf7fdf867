"""Cells of rows that have fewer of them than the table has columns: which column each stands in."""

from collections.abc import Sequence
from math import log2
from typing import Final

from extractors.text import Text
from normalizers.values import ColumnRole
from pipeline.structure.columns import UNITS, Profile, fit, profile

#: What is absent from a row is a merged cell at its head, mostly: a place further from the row's end costs this.
_AWAY_FROM_END: Final = 0.4
#: A row whose cells look hardly better elsewhere is as printed.
_PRINTED: Final = 0.5
_OFTEN_EMPTY: Final = ("remarks", "evidence", "self_score", "score", "other")


def placed(cells: Sequence[Text | None], given: Sequence[ColumnRole], columns: Sequence[Profile]) -> list[int]:
    """Return the column of each cell of a row that has fewer cells than the table: left to right, as looks allow.

    A merged cell that is simply absent on the rows below it leaves such rows; an empty cell is None.
    """
    spare = len(given) - len(cells)
    looks = [_look(cell) for cell in cells]
    best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}
    for i, look in enumerate(looks):
        step: dict[int, tuple[float, list[int]]] = {}
        for last, (score, path) in best.items():
            for column in range(last + 1, i + spare + 1):
                total = score + _suits(look, given[column], columns[column])
                total -= _AWAY_FROM_END * (i + spare - column) if given[column] not in _OFTEN_EMPTY else 0.0
                if column not in step or total > step[column][0]:
                    step[column] = (total, [*path, column])
        best = step
    return max(best.values(), key=lambda found: found[0])[1]


def stands(cells: Sequence[Text | None], given: Sequence[ColumnRole], columns: Sequence[Profile]) -> bool:
    """Whether each cell of a row suits the column in which it is printed, as well as any to its right."""
    looks, best = [_look(cell) for cell in cells], placed(cells, given, columns)
    printed, moved = (
        sum(_suits(look, given[at], columns[at]) for look, at in zip(looks, where, strict=True))
        for where in (range(len(cells)), best)
    )
    return printed + _PRINTED >= moved


def _look(cell: Text | None) -> Profile:
    return profile([cell]) if cell is not None else Profile()


def _suits(look: Profile, role: ColumnRole, column: Profile) -> float:
    """How well a cell's look suits a column's role and its other cells."""
    told = (role == "deadline" and look.time > 0) or (role in UNITS and look.units > 0)
    return fit(role, look) + _likeness(look, column, lengths=not told)


def _likeness(look: Profile, column: Profile, *, lengths: bool) -> float:
    """How like a cell is to those that a column holds: numbered, with an amount or marks or not, and about as long.

    The `lengths` of times and of lists of bodies say nothing: one row has one, another has many.
    """
    if not look.filled or not column.filled:
        return 0.0
    unlike = abs(look.marked - column.marked) + abs(look.priced - column.priced)
    unlike += abs(look.in_marks - column.in_marks)
    unlike += 0.3 * abs(log2((look.length + 1) / (column.length + 1))) if lengths else 0.0
    if look.families and column.families:
        unlike += -1.0 if look.families <= column.families else 2.0
    return -unlike
