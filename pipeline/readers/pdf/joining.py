"""Tables that run over pages: which go on, and which rows a page break cut in two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.markers import is_marked
from extractors.text import Text
from pipeline.readers.pdf.lines import Column, is_full
from pipeline.readers.pdf.tables import Grid, GridCell

_SAME_COLUMN: Final = 4.0
_ENDED: Final = ("。", "；", "！", "？", ")", "）", ";", "】", "]")
#: Text this near to its cell's border, in its own size, fills the cell.
_TIGHT: Final = 0.8
#: A column that this share of rows fills is always filled.
_ALWAYS: Final = 0.9

Cells = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Tables of following pages that are one, and how many rows were joined."""

    grids: tuple[Grid, ...]
    joined: int


def goes_on(before: Grid, after: Grid) -> bool:
    """Whether a table on the next page is as wide as the one before, and one has all the other's column lines."""
    if abs(_width(before) - _width(after)) > _SAME_COLUMN:
        return False
    few, many = sorted((_relative(before), _relative(after)), key=len)
    return all(_nearest(many, x) is not None for x in few)


def _width(grid: Grid) -> float:
    return grid.columns[-1] - grid.columns[0]


def _relative(grid: Grid) -> list[float]:
    return [x - grid.columns[0] for x in grid.columns]


def _nearest(columns: Sequence[float], x: float) -> int | None:
    return next((i for i, c in enumerate(columns) if abs(c - x) <= _SAME_COLUMN), None)


def _on(columns: list[float], grid: Grid) -> Grid:
    """Lay a grid that lacks some columns on the full ones: its cells span what they cover."""
    at = [_nearest(columns, x) or 0 for x in _relative(grid)]
    rows = tuple(
        tuple(replace(c, column=at[c.column], col_span=at[c.column + c.col_span] - at[c.column]) for c in row)
        for row in grid.rows
    )
    return replace(grid, rows=rows)


def join_rows(found: Sequence[Grid]) -> Run:
    """Join rows and cells that a page break cut: the second part goes into the first, line by line.

    A row may run over several pages: what continues it goes to where it began.
    """
    columns = max((_relative(g) for g in found), key=len)
    grids = [_on(columns, g) for g in found]
    kept: list[Grid] = []
    count = owner = 0
    header = _texts(grids[0].rows[0])
    filled = _always_filled(grids, header)
    for grid in grids:
        rows = list(grid.rows)
        first = 1 if kept and rows and _texts(rows[0]) == header else 0
        whole = len(rows) == first + 1
        if kept and len(rows) > first and _is_cut(kept[owner].rows[-1], rows[first], filled):
            kept[owner] = _with_last(kept[owner], _united(kept[owner], rows[first]))
            rows[first] = tuple(replace(c, lines=()) if c.row_span == 1 else c for c in rows[first])
            count += 1
        else:
            whole = False
        if kept and len(rows) > first:
            kept[-1], rows[first] = _spanning_joined(kept[-1], rows[first])
        kept.append(replace(grid, rows=tuple(rows)))
        owner = owner if whole else len(kept) - 1
    return Run(tuple(kept), count)


def _spanning_joined(before: Grid, row: Cells) -> tuple[Grid, Cells]:
    """Join a cell over several rows whose text the page break cut: begun above without an end, ended here."""
    rows, after = [list(r) for r in before.rows], list(row)
    for i, cell in enumerate(row):
        at = _last_in(rows, cell.column)
        above = rows[at[0]][at[1]] if at is not None else None
        if at is None or above is None or not cell.lines or not above.lines or _is_marked(cell):
            continue
        whole = above.text + cell.text
        begun = not above.text.endswith(_ENDED) and _runs_over(above, cell)
        if begun and cell.text.endswith(_ENDED) and whole != above.text * 2 and max(above.row_span, cell.row_span) > 1:
            rows[at[0]][at[1]] = replace(above, lines=above.lines + cell.lines)
            after[i] = replace(cell, lines=())
    return replace(before, rows=tuple(map(tuple, rows))), tuple(after)


def _runs_over(above: GridCell, cell: GridCell) -> bool:
    """Whether text fills its cell down to the page's end, and goes on at the very top of the next page's."""
    last, first = above.lines[-1], cell.lines[0]
    down = above.box[3] - last.box[3] < _TIGHT * last.size and first.box[1] - cell.box[1] < _TIGHT * first.size
    return down and is_full(last, first.text, cell_measure(above))


def _last_in(rows: list[list[GridCell]], column: int) -> tuple[int, int] | None:
    """Return where the last cell of a column stands, if it reaches the table's end."""
    for r in range(len(rows) - 1, -1, -1):
        for c, cell in enumerate(rows[r]):
            if cell.column == column:
                return (r, c)
    return None


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
    return is_marked(Text.of(cell.lines[0].text))


def cell_measure(cell: GridCell) -> Column:
    """Return the measure of a cell's text: as far from the right border as it stands from the left one."""
    left = min((line.x0 for line in cell.lines), default=cell.box[0])
    return Column(left, cell.box[2] - (left - cell.box[0]))


def _united(grid: Grid, after: Cells) -> Cells:
    more = {c.column: c.lines for c in after if c.row_span == 1}
    return tuple(replace(c, lines=c.lines + more.get(c.column, ())) for c in grid.rows[-1])


def _with_last(grid: Grid, row: Cells) -> Grid:
    return replace(grid, rows=(*grid.rows[:-1], row))
