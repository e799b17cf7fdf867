"""Puts the characters of a tagged PDF into its tables' cells: for tables that no drawn line tells of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.lines import Line, lines
from pipeline.readers.pdf.tables import Grid, GridCell
from pipeline.readers.pdf.tagged import Mark, TaggedCell, TaggedTable

Ends = tuple[float, float]
_FARTHEST: Final = float("inf")
#: More columns than any table has.
_WIDEST: Final = 200


@dataclass(frozen=True, slots=True)
class Marked:
    """The tables, each on the page where it begins; what is left of each page; header lines printed again."""

    grids: dict[int, list[Grid]]
    left: dict[int, list[Char]]
    repeated: tuple[Line, ...]


class _Filled(NamedTuple):
    """A cell's spans and its lines; `again` are those that a following page only prints again, a header's."""

    row_span: int
    col_span: int
    lines: tuple[Line, ...]
    again: tuple[Line, ...]
    marks: tuple[Mark, ...]

    @property
    def ends(self) -> Ends:
        left = min((x.x0 for x in self.lines), default=_FARTHEST)
        return left, max((x.x1 for x in self.lines), default=-_FARTHEST)


class _Placed(NamedTuple):
    """A cell on its table's grid, row and column from 0."""

    row: int
    column: int
    cell: _Filled


def fill_tables(tables: Sequence[TaggedTable], free: Mapping[int, list[Char]]) -> Marked:
    """Take the characters outside of ruled tables, by page, into the tagged tables that they belong to.

    A table of one column lays out a page. One with no characters left was ruled, and is read by its lines.
    """
    if not tables:
        return Marked({}, dict(free), ())
    by_mark: dict[Mark, list[Char]] = defaultdict(list)
    for page, chars in free.items():
        for char in chars:
            by_mark[page, char.mark].append(char)
    grids, used, repeated = defaultdict[int, list[Grid]](list), set[Mark](), list[Line]()
    for table in tables:
        filled = [[_filled(cell, by_mark) for cell in row] for row in table]
        placed = _laid(filled)
        if not any(p.cell.lines for p in placed) or max(p.column for p in placed) < 1:
            continue
        grid = _grid(placed)
        grids[grid.page].append(grid)
        repeated += [line for p in placed for line in p.cell.again]
        used |= {mark for p in placed for mark in p.cell.marks}
    left = {page: [c for c in chars if (page, c.mark) not in used] for page, chars in free.items()}
    return Marked(dict(grids), left, tuple(repeated))


def _filled(cell: TaggedCell, by_mark: Mapping[Mark, list[Char]]) -> _Filled:
    pages: dict[int, list[Char]] = defaultdict(list)
    for mark in cell.marks:
        pages[mark[0]] += by_mark.get(mark, [])
    parts = [tuple(lines(chars, page)) for page, chars in pages.items() if chars]
    first = parts[0] if parts else ()
    if all([x.text for x in part] == [x.text for x in first] for part in parts[1:]):
        return _Filled(
            cell.row_span, cell.col_span, first, tuple(line for part in parts[1:] for line in part), cell.marks
        )
    return _Filled(cell.row_span, cell.col_span, tuple(line for part in parts for line in part), (), cell.marks)


def _laid(rows: list[list[_Filled]]) -> list[_Placed]:
    """Lay cells out: as HTML does where a row has all its cells, else where they stand under complete rows."""
    width = max(
        (p.column + p.cell.col_span for p in _place(rows, [(_FARTHEST, -_FARTHEST)] * _WIDEST, False)), default=0
    )
    return list(_place(rows, _columns(_whole(rows, width), width), True))


def _whole(rows: list[list[_Filled]], width: int) -> Iterator[_Placed]:
    """Yield the cells of rows that need no cell from above."""
    for r, row in enumerate(rows):
        if sum(cell.col_span for cell in row) == width:
            yield from _in_order(r, row, list(range(width)))


def _place(rows: list[list[_Filled]], columns: list[Ends], measured: bool) -> Iterator[_Placed]:
    taken = set[tuple[int, int]]()
    for r, row in enumerate(rows):
        free = [c for c in range(len(columns)) if (r, c) not in taken]
        lacking = measured and sum(cell.col_span for cell in row) < len(free)
        for placed in _by_place(r, row, free, columns) if lacking else _in_order(r, row, free):
            rows_, columns_ = range(placed.cell.row_span), range(placed.cell.col_span)
            taken |= {(r + i, placed.column + j) for i in rows_ for j in columns_}
            yield placed


def _in_order(r: int, row: list[_Filled], free: list[int]) -> Iterator[_Placed]:
    at = 0
    for cell in row:
        if at < len(free):
            yield _Placed(r, free[at], cell)
        at += cell.col_span


def _by_place(r: int, row: list[_Filled], free: list[int], columns: list[Ends]) -> Iterator[_Placed]:
    """Give each cell the free column that it shares most of its width with, or is nearest to."""
    for i, cell in enumerate(row):
        open_ = free[: len(free) - sum(c.col_span for c in row[i + 1 :])] or free
        if not open_:
            return
        at = max(open_, key=lambda c: _shared(cell.ends, columns[c]))
        free = [c for c in free if c >= at + cell.col_span]
        yield _Placed(r, at, cell)


def _shared(one: Ends, other: Ends) -> float:
    """Return how far two stretches overlap; negative is how far they are apart."""
    return min(one[1], other[1]) - max(one[0], other[0])


def _columns(placed: Iterator[_Placed] | list[_Placed], width: int) -> list[Ends]:
    """Return each column's left and right end; an empty one has none of its own and lies where the last ended."""
    ends = [(_FARTHEST, -_FARTHEST)] * width
    for _, column, cell in placed:
        if cell.col_span == 1:
            ends[column] = min(ends[column][0], cell.ends[0]), max(ends[column][1], cell.ends[1])
    found: list[Ends] = []
    for left, right in ends:
        last = found[-1][1] if found else 0.0
        found.append((left, right) if left <= right else (last, last))
    return found


def _grid(placed: list[_Placed]) -> Grid:
    """Make the table; a column is as wide as what stands in it alone."""
    page = min(line.page for p in placed for line in p.cell.lines)
    width = 1 + max(p.column + p.cell.col_span - 1 for p in placed)
    columns = _columns(placed, width)
    rows: dict[int, list[GridCell]] = defaultdict(list)
    for r, c, cell in placed:
        top, bottom = min((x.box[1] for x in cell.lines), default=0.0), max((x.box[3] for x in cell.lines), default=0.0)
        box = (columns[c][0], top, columns[c + cell.col_span - 1][1], bottom)
        rows[r].append(GridCell(r, c, cell.row_span, cell.col_span, box, cell.lines))
    here = [line.box for p in placed for line in p.cell.lines if line.page == page]
    box = (columns[0][0], min(b[1] for b in here), columns[-1][1], max(b[3] for b in here))
    walls = (*(left for left, _ in columns), columns[-1][1])
    return Grid(page, box, walls, tuple(tuple(rows[r]) for r in sorted(rows)))
