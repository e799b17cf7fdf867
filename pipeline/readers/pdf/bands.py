"""Which lines of a table without ruling lines are one row: the cheapest way to cut it, as its cells stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

import regex

from extractors.markers import is_marked
from extractors.text import Text
from normalizers.headers import is_total_label
from pipeline.readers.pdf.lines import Column, Line, Row, is_full, line_of

#: Lines of one cell are no further apart than so many times the narrowest distance.
_APART: Final = 1.35
#: How far from the middle or the top of its row a cell may stand, in lines.
_OFF: Final = 0.3
#: No row has more lines.
_LONGEST: Final = 40
#: Lines of one paragraph are no further apart than so many times the size of their characters.
_WIDEST: Final = 2.0
#: Whether a line fills its column says something only where that holds so many characters.
_TELLING: Final = 8
#: An amount, which is all of its cell.
_AMOUNT: Final = regex.compile(r"\d{1,4}(?:[.．]\d{1,2})? ?[分%％]?")
#: What a row costs: a column without words, a hole inside a cell, a cell at neither middle nor top, a paragraph that
#: ends inside, an item that begins inside, a total or a second amount; what it costs to cut between lines that run on.
_MISSING: Final = 1.0
_HOLE: Final = 3.0
_ASKEW: Final = 1.5
_ENDED: Final = 0.6
_BEGUN: Final = 1.5
_TOTALLED: Final = 4.0
_CUT: Final = 1.0


class _Piece(NamedTuple):
    """A line of a column: the row of characters it is in, its height, what joining or parting the next one costs."""

    at: int
    y: float
    join: float = 0.0
    part: float = 0.0


@dataclass(frozen=True, slots=True)
class _Table:
    columns: tuple[tuple[_Piece, ...], ...]
    pitch: float

    def row(self, start: int, end: int) -> float:
        """Return what it costs to take these rows of characters as one row of the table."""
        held = [[p for p in column if start <= p.at < end] for column in self.columns]
        cells = [cell for cell in held if cell]
        cost = _MISSING * (len(held) - len(cells))
        top = min(cell[0].y for cell in cells)
        middle = (top + max(cell[-1].y for cell in cells)) / 2
        for cell in cells:
            own = (cell[0].y + cell[-1].y) / 2
            cost += _ASKEW * (min(abs(own - middle), abs(cell[0].y - top)) > _OFF * self.pitch)
            for above, below in pairwise(cell):
                cost += _HOLE * self._apart(above, below) + above.join
        return cost

    def cut(self, at: int) -> float:
        """Return what it costs to begin a row here: columns whose text runs over from the line above."""
        pairs = [(a, b) for column in self.columns for a, b in pairwise(column) if a.at < at <= b.at]
        return sum(a.part for a, b in pairs if not self._apart(a, b))

    def _apart(self, above: _Piece, below: _Piece) -> bool:
        return below.y - above.y > _APART * self.pitch


def bands(rows: Sequence[Row], walls: Sequence[float], page: int) -> list[Row]:
    """Group a table's rows of characters into its rows; `walls` stand between its columns."""
    table = _table(rows, walls, page)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(rows) + 1):
        starts = range(max(0, end - _LONGEST), end)
        best.append(min((best[start][0] + table.cut(start) + table.row(start, end), -start) for start in starts))
    made: list[Row] = []
    end = len(rows)
    while end:
        start = -best[end][1]
        made.insert(0, [char for row in rows[start:end] for char in row])
        end = start
    return made


def _table(rows: Sequence[Row], walls: Sequence[float], page: int) -> _Table:
    columns = []
    for left, right in pairwise(walls):
        found = [(at, [c for c in row if left <= (c.x0 + c.x1) / 2 < right]) for at, row in enumerate(rows)]
        columns.append(_pieces([(at, part[0].middle, line_of(part, page)) for at, part in found if part]))
    steps = [b.y - a.y for column in columns for a, b in pairwise(column)]
    size = max((c.size for row in rows for c in row), default=1.0)
    return _Table(tuple(columns), min([*steps, _WIDEST / _APART * size]))


def _pieces(lines: list[tuple[int, float, Line]]) -> tuple[_Piece, ...]:
    if not lines:
        return ()
    measure = Column(min(line.x0 for *_, line in lines), max(line.x1 for *_, line in lines))
    pieces = [_piece(at, y, line, below, measure) for (at, y, line), (*_, below) in pairwise(lines)]
    return (*pieces, _Piece(lines[-1][0], lines[-1][1]))


def _piece(at: int, y: float, line: Line, below: Line, measure: Column) -> _Piece:
    if is_total_label(below.text) or all(_AMOUNT.fullmatch(one.text.strip()) for one in (line, below)):
        return _Piece(at, y, join=_TOTALLED)
    if is_marked(Text.of(below.text)):
        return _Piece(at, y, join=_BEGUN)
    if measure.width < _TELLING * line.size:
        return _Piece(at, y)
    return _Piece(at, y, part=_CUT) if is_full(line, below.text, measure) else _Piece(at, y, join=_ENDED)
