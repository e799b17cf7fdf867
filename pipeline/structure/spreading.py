"""Cells that stand over several rows, given to each of them: merged, or printed once with blanks below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.natures import nature_of
from extractors.text import Text
from normalizers.headers import header_effect
from normalizers.values import ColumnRole
from pipeline.structure.cells import Row, Slotted
from pipeline.structure.columns import NAMES, UNITS

#: A merged cell of these columns speaks for every row that it covers.
_COVERING: Final = (
    "responsible", "lead", "support", "deadline", "remarks", "scoring", "method", "scorer", "evidence", "other",
)  # fmt: skip
#: Of a table without merged cells only these are taken from the row above: who must do it, and by when.
_TOLD_ONCE: Final = (*UNITS, "deadline")
_SCORING: Final[tuple[ColumnRole, ...]] = ("scoring",)
#: Cells that may take several rows of their table's lines.
_GOING_ON: Final[tuple[tuple[ColumnRole, ...], ...]] = (UNITS, _SCORING)
#: A row that has none of these says nothing that anyone could be responsible for.
_SAYING: Final = (*NAMES, "requirement", "points", "weight")


@dataclass(frozen=True, slots=True)
class Spread:
    """Rows with the cells that stand over them; those `taken` for merged because others are, doubtful or not."""

    rows: tuple[Row, ...]
    taken: tuple[Text, ...] = ()
    doubtful: bool = False


def spread(rows: Sequence[Row]) -> Spread:
    """Give the rows below a merged unit, deadline or remark cell that cell too, marked as inherited.

    One that stands before all names and texts keys its rows: the empty cells below it are its own. Where no cell is
    merged though names are left blank below the first, units and deadlines that are blank in the same rows are so too.
    """
    made = _whole(rows)
    rows = tuple(made)
    first = min((c.column for row in rows for c in row.by(*NAMES, "requirement")), default=0)
    for at, row in enumerate(rows):
        for cell in row.by(*_COVERING):
            height = max(cell.span, _keyed(rows, at, cell) if cell.column < first else 1)
            for below in range(at + 1, min(at + height, len(rows))):
                _give(made, below, cell)
    return _told_once(made, first)


def _whole(rows: Sequence[Row]) -> list[Row]:
    """Put a row of nothing but units, or of nothing but marks, to the cells above, which took more lines.

    Lists of marks given or taken stay apart, a clause each.
    """
    made: list[Row] = []
    tallest = max((c.span for row in rows for c in row.cells), default=1)
    for row in rows:
        going_on = next((roles for roles in _GOING_ON if made and _goes_on(row, made[-1], roles)), ())
        if going_on:
            more = {c.column: c.paragraphs for c in row.cells}
            cells = (replace(c, paragraphs=(*c.paragraphs, *more.get(c.column, ()))) for c in made[-1].cells)
            made[-1] = replace(made[-1], cells=tuple(cells))
            for below in range(1, min(tallest, len(made)) + 1):
                made[-below] = _lower(made[-below], below)
        else:
            made.append(row)
    return made


def _goes_on(row: Row, above: Row, roles: tuple[ColumnRole, ...]) -> bool:
    """Whether a row has cells of these roles alone, each below another one of its column."""
    if not row.cells or (row.after_break and roles == UNITS):
        return False
    last = {c.column for c in above.by(*roles) if c.span == 1}
    if roles == _SCORING and not (above.by(*_SAYING) and _counts(above)):
        return False
    return all(c.column in last and c.span == 1 for c in row.cells)


def _counts(row: Row) -> bool:
    """Whether a row is no list of marks given or taken besides."""
    headed = any(header_effect(c.header) for c in row.by(*_SCORING))
    return not headed and not any(nature_of(c.text.folded) for c in row.by(*NAMES, "requirement"))


def _lower(row: Row, below: int) -> Row:
    """Take a row that went to the one above it out of the heights of the cells that stood over it."""
    cells = tuple(replace(c, span=c.span - 1) if c.span > below else c for c in row.cells)
    return replace(row, cells=cells)


def _give(rows: list[Row], at: int, cell: Slotted) -> bool:
    """Give a row a cell from above where nothing stands in its column; one that is empty has nothing to be told of."""
    if not rows[at].cells or any(c.column == cell.column for c in rows[at].cells):
        return False
    cells = (*rows[at].cells, replace(cell, span=1, inherited=True))
    rows[at] = replace(rows[at], cells=tuple(sorted(cells, key=lambda c: c.column)))
    return True


def _keyed(rows: Sequence[Row], at: int, cell: Slotted) -> int:
    """Return how many rows a cell before all names stands over: until the next one at or before its place."""
    below = range(at + 1, len(rows))
    return next((i for i in below if _is_beside(rows[i], cell)), len(rows)) - at


def _is_beside(row: Row, cell: Slotted) -> bool:
    """Whether a row has a cell in a column or one before it, but for running numbers."""
    return any(c.column <= cell.column and c.role != "number" for c in row.cells)


def _told_once(rows: list[Row], first: int) -> Spread:
    """Take blanks below a group's units and deadlines for merged cells, in a table whose groups are blanks too.

    A column in which groups begin blank has blanks that mean nothing: one below its cell is merged only where all
    that could be are blank in its row.
    """
    groups = _groups(rows, first)
    if not groups or any(c.span > 1 for row in rows for c in row.cells):
        return Spread(tuple(rows))
    columns = sorted({c.column for row in rows for c in row.by(*_TOLD_ONCE)})
    filled = [{c.column for c in row.cells} for row in rows]
    firm = {k for k in columns if all(k in filled[head] for head, _ in groups)}
    taken, doubtful = list[Text](), False
    for head, end in groups:
        above: dict[int, Slotted] = {}
        for at in range(head, end):
            blank = [k for k in columns if k not in filled[at]]
            together = len(blank) == len(columns)
            says = rows[at].by(*_SAYING)
            for k in blank if at > head and says else ():
                if k in above and (k in firm or together) and _give(rows, at, above[k]):
                    taken.append(above[k].text)
                    doubtful |= k not in firm or not _as_a_group(filled, groups, k)
            above |= {c.column: c for c in rows[at].by(*_TOLD_ONCE)}
    return Spread(tuple(rows), tuple(taken), doubtful)


def _as_a_group(filled: Sequence[set[int]], groups: Sequence[tuple[int, int]], column: int) -> bool:
    """Whether a column's cells stand only where groups begin."""
    return not any(column in filled[at] for head, end in groups for at in range(head + 1, end))


def _groups(rows: Sequence[Row], first: int) -> list[tuple[int, int]]:
    """Return the runs of rows that have one name of the first column: it stands in the first of them alone."""
    heads = [at for at, row in enumerate(rows) if row.placed or any(c.column <= first for c in row.cells)]
    return [(at, end) for at, end in pairwise([*heads, len(rows)]) if end - at > 1 and rows[at].by(*NAMES)]
