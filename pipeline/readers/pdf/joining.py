"""Tables that run over pages: which go on, and which rows a page break cut in two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.markers import split_marker
from extractors.text import Text
from pipeline.readers.pdf.lines import Column, is_full
from pipeline.readers.pdf.tables import Grid, GridCell

_SAME_COLUMN: Final = 4.0
_ENDED: Final = ("。", "；", "！", "？", ")", "）", ";", "】", "]")
#: A column that this share of rows fills is always filled.
_ALWAYS: Final = 0.9

Cells = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Tables of following pages that are one, and how many rows were joined."""

    grids: tuple[Grid, ...]
    joined: int


def goes_on(before: Grid, after: Grid) -> bool:
    """Whether a table on the next page has the columns of the one before."""
    if len(before.columns) != len(after.columns):
        return False
    shift = after.columns[0] - before.columns[0]
    return all(abs(b + shift - a) <= _SAME_COLUMN for b, a in zip(before.columns, after.columns, strict=True))


def join_rows(grids: Sequence[Grid]) -> Run:
    """Join rows that a page break cut: the second part goes into the first, line by line."""
    kept: list[Grid] = []
    count = 0
    header = _texts(grids[0].rows[0])
    filled = _always_filled(grids, header)
    for grid in grids:
        rows = list(grid.rows)
        first = 1 if kept and rows and _texts(rows[0]) == header else 0
        if kept and len(rows) > first and _is_cut(kept[-1].rows[-1], rows[first], filled):
            kept[-1] = _with_last(kept[-1], _united(kept[-1], rows[first]))
            rows[first] = tuple(replace(c, lines=()) if c.row_span == 1 else c for c in rows[first])
            count += 1
        kept.append(replace(grid, rows=tuple(rows)))
    return Run(tuple(kept), count)


def _texts(row: Cells) -> list[str]:
    return [cell.text for cell in row]


def _always_filled(grids: Sequence[Grid], header: list[str]) -> set[int]:
    rows = [row for grid in grids for row in grid.rows if _texts(row) != header]
    counts: dict[int, int] = {}
    for row in rows:
        for cell in row:
            counts[cell.column] = counts.get(cell.column, 0) + bool(cell.lines)
    return {column for column, n in counts.items() if n >= _ALWAYS * len(rows)}


def _is_cut(before: Cells, after: Cells, filled: set[int]) -> bool:
    """Whether a row goes on the one before: every text in it continues a text there that had not ended.

    A row that lacks what every other row has is a second part too, though its text begins a sentence.
    """
    above = {c.column: c for c in before}
    going = [c for c in after if c.lines and c.row_span == 1]
    if not going or any(c.column not in above or not above[c.column].lines or _is_marked(c) for c in going):
        return False
    if any(not is_full(above[c.column].lines[-1], c.lines[0].text, cell_measure(above[c.column])) for c in going):
        return False
    broken = all(not above[c.column].text.endswith(_ENDED) for c in going)
    lacking = filled - {c.column for c in after if c.lines}
    return broken or bool(lacking & {c.column for c in before if c.lines})


def _is_marked(cell: GridCell) -> bool:
    return split_marker(Text.of(cell.lines[0].text))[0] is not None


def cell_measure(cell: GridCell) -> Column:
    """Return the measure of a cell's text: as far from the right border as it stands from the left one."""
    left = min((line.x0 for line in cell.lines), default=cell.box[0])
    return Column(left, cell.box[2] - (left - cell.box[0]))


def _united(grid: Grid, after: Cells) -> Cells:
    more = {c.column: c.lines for c in after if c.row_span == 1}
    return tuple(replace(c, lines=c.lines + more.get(c.column, ())) for c in grid.rows[-1])


def _with_last(grid: Grid, row: Cells) -> Grid:
    return replace(grid, rows=(*grid.rows[:-1], row))
