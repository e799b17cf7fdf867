"""Ruled tables: pdfplumber's geometry on pdfium's lines, characters put into cells by their middle."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.document import Box
from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.crossings import Crossings, intersections
from pipeline.readers.pdf.downwards import downwards
from pipeline.readers.pdf.lines import Line, lines
from pipeline.readers.pdf.page import Edge, Page

#: Points within which lines count as one; pdfplumber's own defaults.
_SNAP: Final = 3.0
_SHORTEST: Final = 3.0
_NEAR: Final = 1.5
#: Lines are held against those in the same squares of the page: merged ones stand apart, so that few share any.
_SQUARE: Final = 24.0
#: No column is narrower: upright lines nearer to each other are one that row after row was drawn a little aside.
_NARROWEST: Final = 6.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on a table's grid with its lines of text; row and column from 0."""

    row: int
    column: int
    row_span: int
    col_span: int
    box: Box
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return the lines run together."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page; `columns` are the x of its vertical lines."""

    page: int
    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[GridCell, ...], ...]


def _plumbed(edges: Sequence[Edge]) -> list[dict[str, Any]]:
    return [
        {
            "x0": e.x0, "x1": e.x1, "top": e.top, "bottom": e.bottom, "width": e.x1 - e.x0, "height": e.bottom - e.top,
            "orientation": "h" if e.level else "v", "object_type": "line",
        }
        for e in edges
        if max(e.x1 - e.x0, e.bottom - e.top) >= _SHORTEST
    ]  # fmt: skip


def _cells(edges: Sequence[Edge]) -> list[list[Box]]:
    """Return the cells of each table; a frame around text, with one cell alone, is no table."""
    from pdfplumber import table  # brings pdfminer, which only ruled pages need

    merged = table.merge_edges(_plumbed(edges), _SNAP, _SNAP, _SNAP, _SNAP)
    closed = table.merge_edges(merged + _plumbed(_closing(merged)), _SNAP, _SNAP, _SNAP, _SNAP)
    crossings = Crossings(intersections(closed, _SNAP))
    tables = table.cells_to_tables(crossings.cells())
    return [cells for cells in tables if len(cells) > 1]


def _closing(edges: list[dict[str, Any]]) -> list[Edge]:
    """Close tables above and below: a cell that goes on over the page's end is printed without that border."""
    made = []
    for group in _touching(edges):
        upright, level = [e for e in group if e["orientation"] == "v"], [e for e in group if e["orientation"] == "h"]
        if len(upright) < 2 or len(level) < 2:
            continue
        x0, x1 = min(e["x0"] for e in group), max(e["x1"] for e in group)
        ends = (min(e["top"] for e in group), max(e["bottom"] for e in group))
        made += [Edge(x0, y, x1, y) for y in ends]
    return made


def _touching(edges: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Group lines that touch one another, directly or through others; a group stands where its last line does."""
    group = list(range(len(edges)))
    near: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, edge in enumerate(edges):
        for square in _squares(edge):
            for other in near[square]:
                one, two = _last(group, at), _last(group, other)
                if one != two and _touch(edge, edges[other]):
                    group[min(one, two)] = max(one, two)
            near[square].append(at)
    groups: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for at, edge in enumerate(edges):
        groups[_last(group, at)].append(edge)
    return [groups[last] for last in sorted(groups)]


def _squares(edge: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Yield the squares of a page that a line reaches into, or nearly does."""
    across = range(int((edge["x0"] - _SNAP) // _SQUARE), int((edge["x1"] + _SNAP) // _SQUARE) + 1)
    down = range(int((edge["top"] - _SNAP) // _SQUARE), int((edge["bottom"] + _SNAP) // _SQUARE) + 1)
    return ((x, y) for x in across for y in down)


def _last(group: list[int], at: int) -> int:
    """Return the last line of a line's group so far, and shorten the way to it."""
    while group[at] != at:
        group[at] = group[group[at]]
        at = group[at]
    return at


def _touch(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(
        float(one[a]) - _SNAP <= float(other[b]) and float(other[a]) - _SNAP <= float(one[b])
        for a, b in (("x0", "x1"), ("top", "bottom"))
    )


def _distinct(values: Sequence[float], nearest: float) -> list[float]:
    """Return positions in order, those nearer to one another as the first of them."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > nearest:
            kept.append(value)
    return kept


def _at(lines_: list[float], value: float) -> int:
    return max(0, bisect_right(lines_, value + _NEAR) - 1)


def find_tables(page: Page) -> tuple[list[Grid], list[Char]]:
    """Return a page's ruled tables, and the characters outside of them."""
    if not page.edges:
        return [], list(page.chars)
    left = list(page.chars)
    grids = []
    for cells in sorted(_cells(page.edges), key=_extent):  # a table in a cell of another before that one
        grid, rest = _grid(cells, left, page.number)
        if len(grid.columns) > 2:
            grids.append(grid)
            left = rest
    return sorted(grids, key=lambda g: g.box[1]), left


def _extent(cells: list[Box]) -> float:
    """Return how much of a page a table's cells cover."""
    return sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in cells)


def _parted(
    chars: list[Char], owner: dict[tuple[int, int], list[Char]], xs: list[float], ys: list[float]
) -> list[Char]:
    """Put characters into the cells that own their middles, and return those outside of the table."""
    rest = []
    row, last = -1, float("-inf")
    for char in chars:
        _, x0, _, x1, _, _, _, y, _ = char
        if y != last:  # those of a line follow one another
            row, last = bisect_right(ys, y) - 1, y
        x = (x0 + x1) / 2
        cell = owner.get((row, bisect_right(xs, x) - 1)) if xs[0] <= x <= xs[-1] else None
        if cell is None:
            rest.append(char)
        else:
            cell.append(char)
    return rest


def _grid(cells: list[Box], chars: list[Char], page: int) -> tuple[Grid, list[Char]]:
    xs = _distinct([x for c in cells for x in (c[0], c[2])], _NARROWEST)
    ys = _distinct([y for c in cells for y in (c[1], c[3])], _NEAR)
    box = (xs[0], ys[0], xs[-1], ys[-1])
    held: dict[Box, list[Char]] = {cell: [] for cell in cells}
    owner: dict[tuple[int, int], list[Char]] = {}
    for cell in cells:
        for r in range(_at(ys, cell[1]), _at(ys, cell[3])):
            for c in range(_at(xs, cell[0]), _at(xs, cell[2])):
                owner[r, c] = held[cell]
    rest = _parted(chars, owner, xs, ys)
    rows: dict[int, list[GridCell]] = defaultdict(list)
    for cell in sorted(cells, key=lambda b: (b[1], b[0])):
        r, c = _at(ys, cell[1]), _at(xs, cell[0])
        spans = (_at(ys, cell[3]) - r, _at(xs, cell[2]) - c)
        if not spans[1]:
            continue  # what a line drawn aside leaves between itself and the others
        rows[r].append(GridCell(r, c, *spans, cell, _lines(held[cell], page)))
    return Grid(page, box, tuple(xs), tuple(tuple(rows[r]) for r in sorted(rows))), rest


def _lines(chars: list[Char], page: int) -> tuple[Line, ...]:
    """Make a cell's lines; what is set downwards is one."""
    down = downwards(chars, page)
    return (down,) if down is not None else tuple(lines(chars, page))
