"""Tables within a cell whose borders are the cell's: they look like more rows and columns, and are read as its lines.

So PDFs draw a table inside a cell, and so some write one who splits a cell: the header has one label over the columns,
other rows have one cell there, and what stands beside is merged over all the rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.text import Text, join
from pipeline.document import Cell, Document, Table
from pipeline.readers.building import gives_an_amount

#: So many rows must give words an amount.
_FEWEST = 2


class _Part(NamedTuple):
    """The rows and columns of a table that are one cell's, from the first up to the end."""

    top: int
    end: int
    left: int
    right: int

    def holds(self, cell: Cell) -> bool:
        """Whether a cell stands in it."""
        down = self.top <= cell.row and cell.row + cell.row_span <= self.end
        return down and self.left <= cell.column and cell.column + cell.col_span <= self.right

    def meets(self, cell: Cell) -> bool:
        """Whether a cell reaches into its rows."""
        return cell.row < self.end and self.top < cell.row + cell.row_span

    def is_beside(self, cell: Cell) -> bool:
        """Whether a cell stands over all of its rows, outside of its columns."""
        over = cell.row <= self.top and self.end <= cell.row + cell.row_span
        return over and (cell.column >= self.right or cell.column + cell.col_span <= self.left)


def with_whole_cells(document: Document) -> Document:
    """Make one cell of each that looks like rows and columns of its table."""
    blocks = tuple(_whole(block) if isinstance(block, Table) else block for block in document.blocks)
    return (
        replace(document, blocks=blocks)
        if any(a is not b for a, b in zip(blocks, document.blocks, strict=True))
        else document
    )


def _whole(table: Table) -> Table:
    header = next((row for row in table.rows if len(row) > 1), ())
    wide = [cell for cell in header if cell.col_span > 1 and not cell.empty]
    if not wide or any(cell.row_span > 1 for cell in header):  # below merged labels a wide one has others
        return table
    for head in wide:
        cells = [cell for row in table.rows for cell in row if cell.row > head.row]
        if any(
            cell.column == head.column and cell.col_span == head.col_span and not cell.empty
            for cell in cells
            if cell.row_span == 1
        ):
            for part in reversed(list(_parts(cells, head))):
                table = _united(table, part)
    return table


def _parts(cells: Sequence[Cell], head: Cell) -> Iterator[_Part]:
    """Yield the rows below a label over which all that is beside goes on, and in which rows give words an amount."""
    end = 0
    for cell in cells:
        if cell.row < end or cell.row_span < _FEWEST:
            continue
        part = _Part(cell.row, cell.row + cell.row_span, head.column, head.column + head.col_span)
        met = [other for other in cells if part.meets(other)]
        if part.is_beside(cell) and all(part.holds(other) or part.is_beside(other) for other in met):
            rows = _rows(other for other in met if part.holds(other))
            if sum(map(_is_pair, rows)) >= _FEWEST and all(len(row) <= 2 for row in rows):
                end = part.end
                yield part


def _rows(cells: Iterator[Cell]) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        if not cell.empty:
            rows[cell.row].append(cell)
    return [rows[row] for row in sorted(rows)]


def _is_pair(row: Sequence[Cell]) -> bool:
    return len(row) == 2 and gives_an_amount([text.chars for cell in row for text in cell.paragraphs])


def _united(table: Table, part: _Part) -> Table:
    """Put what stands in a part into one cell, in one row with what is beside."""
    held = [cell for row in table.rows for cell in row if part.holds(cell)]
    texts = tuple(text for row in _rows(iter(held)) for text in _lines(row))
    whole = Cell(part.top, part.left, texts, 1, part.right - part.left)
    rows: dict[int, list[Cell]] = defaultdict(list)
    fewer = part.end - part.top - 1
    for cell in (*(cell for row in table.rows for cell in row if not part.holds(cell)), whole):
        over = cell.row <= part.top and cell is not whole and part.meets(cell)
        at = cell.row - fewer if cell.row >= part.end else cell.row
        rows[at].append(replace(cell, row=at, row_span=cell.row_span - fewer if over else cell.row_span))
    return replace(table, rows=tuple(tuple(sorted(rows[row], key=lambda cell: cell.column)) for row in sorted(rows)))


def _lines(row: Sequence[Cell]) -> list[Text]:
    texts = [text for cell in row for text in cell.paragraphs]
    return [join(texts, " ").squeeze()] if _is_pair(row) else texts
