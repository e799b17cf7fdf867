"""Ruled tables inside a cell of another one: they are read row by row, as lines of the cell around them."""

from dataclasses import replace
from typing import Final

from pipeline.document import Box
from pipeline.readers.building import gives_an_amount
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.tables import Grid, GridCell

#: A page of more tables is a drawing, and none of them is looked into.
_MOST: Final = 40
#: Points by which a table may stand over the borders of the cell around it: some programs let the two meet.
_OVER: Final = 3.0


def unnested(grids: list[Grid]) -> list[Grid]:
    """Return a page's tables, those inside a cell of another one told with it."""
    if not 1 < len(grids) <= _MOST:
        return grids
    made: list[Grid] = []
    for grid in sorted(grids, key=lambda g: (g.box[2] - g.box[0]) * (g.box[3] - g.box[1])):
        inner = [i for i, other in enumerate(made) if _around(grid, other.box) is not None]
        for i in inner:
            grid = _with_inner(grid, made[i])
        made = [*(other for i, other in enumerate(made) if i not in inner), grid]
    return sorted(made, key=lambda g: g.box[1])


def _around(grid: Grid, box: Box) -> GridCell | None:
    """Return the cell of a table that a box stands in."""
    if not _inside(box, grid.box):
        return None
    return next((cell for row in grid.rows for cell in row if _inside(box, cell.box)), None)


def _inside(box: Box, around: Box) -> bool:
    clear = box[0] - around[0], box[1] - around[1], around[2] - box[2], around[3] - box[3]
    return min(clear) > -_OVER


def _with_inner(grid: Grid, inner: Grid) -> Grid:
    """Put the rows of a table inside into the cell around it, where they stand."""
    holder = _around(grid, inner.box)
    if holder is None:
        return grid
    told = [(row[0].box[1], line) for row in inner.rows for line in _row([cell for cell in row if cell.lines])]
    own = [(line.box[1], line) for line in holder.lines]
    lines = tuple(line for _, line in sorted([*own, *told], key=lambda found: found[0]))
    rows = tuple(tuple(replace(c, lines=lines) if c is holder else c for c in row) for row in grid.rows)
    return replace(grid, rows=rows)


def _row(cells: list[GridCell]) -> list[Line]:
    """Return a line for each cell, and one where the row gives words an amount."""
    made = [_line([cell]) for cell in cells]
    return [_line(cells)] if gives_an_amount([line.text for line in made]) else made


def _line(cells: list[GridCell]) -> Line:
    x0, top, x1, bottom = zip(*(line.box for cell in cells for line in cell.lines), strict=True)
    first, text = cells[0].lines[0], " ".join(cell.text for cell in cells)
    return Line(text, first.page, (min(x0), min(top), max(x1), max(bottom)), first.size, apart=True)
