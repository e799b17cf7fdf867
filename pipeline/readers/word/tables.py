"""The rows and cells of a Word table on its grid: what is merged, what is deleted, what stands in content controls."""

from typing import Final, NamedTuple

from pipeline.readers.word.numbering import Element, W, child, having, properties_of, value

#: What stands around paragraphs, rows and cells: content controls, insertions, text that was moved here.
AROUND: Final = frozenset(W + t for t in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))

_VALUE, _SPAN, _MERGE, _BESIDE, _DELETED = W + "val", W + "gridSpan", W + "vMerge", W + "hMerge", W + "cellDel"
_ROW, _CELL, _OF_ROW, _OF_CELL = W + "tr", W + "tc", W + "trPr", W + "tcPr"


class GridCell(NamedTuple):
    """A cell's element on the grid, row and column from 0."""

    row: int
    column: int
    row_span: int
    col_span: int
    element: Element


#: Cells, each with its part in a vertical merge: restart, continue or none.
Row = list[tuple[GridCell, str]]


def rows_of(table: Element) -> list[list[GridCell]]:
    """Return a table's rows; positions that a merged cell covers have none."""
    placed = having(table, _SPAN, _MERGE, _BESIDE, _DELETED)
    grid, begun = list[Row](), dict[int, Element]()
    for row in _within(table, _ROW):
        cells = _row(len(grid), row, placed)
        if _has(child(row, _OF_ROW), "del"):
            begun = _begun(cells, begun)
        else:
            grid.append([_going_on(cell, begun) for cell in cells] if begun else cells)
            begun = {}
    return _merged(grid)


def _begun(cells: Row, begun: dict[int, Element]) -> dict[int, Element]:
    """Return what begins a vertical merge in a deleted row, or began one above that goes on there, by column."""
    gone = {cell.column: begun.get(cell.column) for cell, state in cells if state == "continue"}
    gone |= {cell.column: cell.element for cell, state in cells if state == "restart"}
    return {column: element for column, element in gone.items() if element is not None}


def _going_on(placed: tuple[GridCell, str], begun: dict[int, Element]) -> tuple[GridCell, str]:
    """Let a cell that goes on from a deleted row begin the merge, with the words that were not deleted."""
    cell, state = placed
    if state != "continue" or cell.column not in begun:
        return placed
    return cell._replace(element=begun[cell.column]), "restart"


def _within(parent: Element, tag: str) -> list[Element]:
    """Return rows of a table or cells of a row, those inside content controls and insertions too."""
    found = []
    for inner in parent:
        if inner.tag == tag:
            found.append(inner)
        elif inner.tag in AROUND:
            found += _within(inner, tag)
    return found


def _has(properties: Element | None, name: str) -> bool:
    return properties is not None and child(properties, W + name) is not None


def _row(at: int, row: Element, placed: frozenset[Element]) -> Row:
    """Place a row's cells, each with its part in a vertical merge: restart, continue or none.

    Only properties among the `placed` ones say anything of where their cell stands.
    """
    column = _number(value(child(row, _OF_ROW), "gridBefore"), 0)
    made: Row = []
    for cell in _within(row, _CELL):
        properties = properties_of(cell, _OF_CELL)
        if properties is None or properties not in placed:
            made.append((GridCell(at, column, 1, 1, cell), ""))
            column += 1
            continue
        # One pass over a handful of properties costs less than looking for each.
        named = {p.tag: p.get(_VALUE) for p in properties}
        if _DELETED in named:
            continue
        width = _number(named.get(_SPAN) or "", 1)
        if made and _BESIDE in named and named[_BESIDE] in (None, "continue"):  # as Word wrote merged columns of old
            before, merge = made[-1]
            made[-1] = (before._replace(col_span=before.col_span + width), merge)
            column += width
            continue
        state = (named[_MERGE] or "continue") if _MERGE in named else ""
        made.append((GridCell(at, column, 1, width, cell), state))
        column += width
    return made


def _number(printed: str, default: int) -> int:
    return int(printed) if printed.isdecimal() else default


def _merged(grid: list[Row]) -> list[list[GridCell]]:
    """Give each cell that begins a vertical merge the rows it covers, and drop the cells it covers.

    A cell that goes on none above begins a merge itself.
    """
    states = [{cell.column: state for cell, state in row} for row in grid]
    rows = []
    for at, row in enumerate(grid):
        kept = []
        for cell, state in row:
            if state == "continue" and at and states[at - 1].get(cell.column):
                continue
            height = 1
            while state and at + height < len(grid) and states[at + height].get(cell.column) == "continue":
                height += 1
            kept.append(cell._replace(row_span=height))
        rows.append(kept)
    return rows
