"""Tables of a page: which hold data and which only lay out, and where their cells stand on the grid."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.readers.limits import CELLS
from pipeline.readers.web.elements import Element, visible_length
from pipeline.readers.web.looks import PLAIN, Looks

_CELLS: Final = frozenset(("td", "th"))
_ROWS: Final = frozenset(("tr",))
_LARGEST_SPAN: Final = 200
#: A single row whose cell holds that many paragraphs sets a page in columns.
_FEWEST_PARAGRAPHS: Final = 8
#: In a narrower table a row that is too wide may as well have a cell too many.
_FEWEST_COLUMNS: Final = 3
#: Tables inside a table that hold this share of its text make it a frame.
_MOSTLY: Final = 0.5


class Placed(NamedTuple):
    """A cell's element on the grid, row and column from 0."""

    row: int
    column: int
    row_span: int
    col_span: int
    element: Element


class DataTable(NamedTuple):
    """A table's rows of cells, and what else stands in it, such as its caption."""

    rows: list[list[Placed]]
    others: list[Element]


def data_table(table: Element, looks: Looks, name: str) -> DataTable | None:
    """Return a table's cells, None where it only lays out a page; `name` is the file's, for a limit that is broken."""
    others: list[Element] = []
    found = [(row, list(_parts(row, _CELLS, looks, others))) for row in _parts(table, _ROWS, looks, others)]
    rows = _in_sections(table, [(row, cells) for row, cells in found if cells])
    if max((len(cells) for _, cells in rows), default=0) < 2 or _lays_out(table, [cells for _, cells in rows]):
        return None
    return DataTable(_placed(rows, name), others)


def _parts(parent: Element, wanted: frozenset[str], looks: Looks, others: list[Element]) -> Iterator[Element]:
    """Yield rows or cells that are seen, those inside sections and forms too; what holds none goes to `others`."""
    for child in parent:
        tag = child.tag
        if not looks.get(child, PLAIN).seen:
            others.append(child)
        elif tag in wanted:
            yield child
        elif tag != "table" and next(child.iter(*wanted), None) is not None:
            yield from _parts(child, wanted, looks, others)
        else:
            others.append(child)


def _in_sections(table: Element, rows: list[tuple[Element, list[Element]]]) -> list[tuple[Element, list[Element]]]:
    """Put the rows of a table's head above and those of its foot below: HTML 4 has the foot written before the body."""
    head, foot = (next(table.iterchildren(tag), None) for tag in ("thead", "tfoot"))
    if head is None and foot is None:
        return rows
    place = {head: 0, foot: 2}
    return sorted(rows, key=lambda row: place.get(row[0].getparent(), 1))


def _lays_out(table: Element, rows: list[list[Element]]) -> bool:
    nested = list(table.iterdescendants("table"))
    if len(rows) == 1:
        return bool(nested) or any(_paragraphs(cell) >= _FEWEST_PARAGRAPHS for cell in rows[0])
    if not nested:
        return False
    inner = sum(_text_length(t) for t in nested if next(t.iterancestors("table"), None) is table)
    return inner >= _MOSTLY * _text_length(table)


def _text_length(element: Element) -> int:
    return visible_length("".join(map(str, element.itertext())))


def _paragraphs(cell: Element) -> int:
    return sum(1 for p in cell.iter("p", "div", "li") if (p.text or "").strip())


def _placed(rows: list[tuple[Element, list[Element]]], name: str) -> list[list[Placed]]:
    """Place cells as browsers do: what a cell above covers is skipped, and no cell leaves its section of rows.

    But a row with as many cells as the first one is whole: cells above that reach into it are said to be too high.
    """
    covered: set[tuple[int, int]] = set()
    ends = _section_ends([row for row, _ in rows])
    wide, since = sum(map(_colspan, rows[0][1])) if rows else 0, 0
    placed: list[list[Placed]] = []
    for r, (_, cells) in enumerate(rows):
        widths = [_colspan(cell) for cell in cells]
        if sum(widths) == wide >= _FEWEST_COLUMNS and covered and any((r, column) in covered for column in range(wide)):
            covered.clear()
            placed[since:] = [[_cut(cell, r) for cell in row] for row in placed[since:]]
            since = r
        made, column = [], 0
        for cell, width in zip(cells, widths, strict=True):
            while (r, column) in covered:
                column += 1
            height = _span(cell, "rowspan", ends[r] - r, ends[r] - r)
            while width > 1 and any((r, column + i) in covered for i in range(1, width)):
                width -= 1
            if height > 1:
                CELLS.hold(len(covered) + height * width, name)
                covered.update((r + i, column + j) for i in range(1, height) for j in range(width))
            made.append(Placed(r, column, height, width, cell))
            column += width
        placed.append(made)
    return placed


def _colspan(cell: Element) -> int:
    return _span(cell, "colspan", _LARGEST_SPAN, 1)


def _cut(cell: Placed, row: int) -> Placed:
    """End a cell above a row."""
    return cell._replace(row_span=row - cell.row) if cell.row + cell.row_span > row else cell


def _section_ends(rows: list[Element]) -> list[int]:
    """Return for each row the index behind the last row of its section (thead, tbody, tfoot)."""
    ends = [len(rows)] * len(rows)
    for r in range(len(rows) - 2, -1, -1):
        ends[r] = ends[r + 1] if rows[r].getparent() is rows[r + 1].getparent() else r + 1
    return ends


def _span(cell: Element, name: str, most: int, zero: int) -> int:
    """Read a span as browsers do: what is no number is 1, what is too large is cut, and 0 has a meaning of its own."""
    printed = cell.get(name)
    if printed is None:
        return 1
    printed = printed.strip()
    number = int(printed) if printed.isdecimal() and len(printed) < 6 else 1
    return max(1, min(number or zero, most))
