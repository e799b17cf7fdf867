"""Names that a page's end cut in two, or that the next page says again over the rows that go on there."""

from dataclasses import replace
from typing import Final

from extractors.markers import is_marked
from extractors.text import join
from pipeline.structure.cells import Row, Slotted
from pipeline.structure.columns import NAMES

_AMOUNTS: Final = ("points", "weight")


def over_pages(rows: list[Row]) -> list[Row]:
    """Join names over a page's end: one cut in two, whose second half has no marker, and one that is said again."""
    joined: list[Row] = []
    for row in rows:
        names = row.by(*NAMES)
        at = _above(joined, names[0]) if row.after_break and names else None
        if at is not None and _is_said_again(joined[at], row, names[0]):
            joined[at], row = _as_one(joined[at], row, names[0], len(joined) - at)
        elif at is not None and names[0].column == 0 and _goes_on(joined[at], names[0]):
            joined[at] = _with(joined[at], names[0])
            row = replace(row, cells=tuple(c for c in row.cells if c is not names[0]))
        joined.append(row)
    return joined


def _above(before: list[Row], cell: Slotted) -> int | None:
    """Return the last row with a name in a cell's column."""
    return next((at for at in range(len(before) - 1, -1, -1) if _name(before[at], cell.column) is not None), None)


def _name(row: Row, column: int) -> Slotted | None:
    return next((c for c in row.by(*NAMES) if c.column == column), None)


def _is_said_again(above: Row, row: Row, cell: Slotted) -> bool:
    """Whether a name over rows says what the one above said, with something below it on either page."""
    name = _name(above, cell.column)
    inner = [any(c.column > cell.column for c in r.by(*NAMES, "requirement")) for r in (above, row)]
    return name is not None and all(inner) and name.span > 1 and _said(name) == _said(cell)


def _said(cell: Slotted) -> str:
    return "".join(cell.text.folded.split())


def _as_one(above: Row, row: Row, cell: Slotted, between: int) -> tuple[Row, Row]:
    """Return the row above with its name over both pages' rows, `between` rows below, and the row without the name.

    Its number before it and the amounts that are merged like it are said again too.
    """
    numbers = [c for c in row.by("number") if c.column < cell.column and _same(above, c) is not None]
    amounts = [c for c in row.by(*_AMOUNTS) if c.span == cell.span > 1 and _same(above, c) is not None]
    gone = [*numbers, cell, *amounts]
    again = {c.column: join([n.text for n in (*numbers, cell)]) if c is cell else c.text for c in (cell, *amounts)}
    cells = tuple(
        replace(c, again=(*c.again, again[c.column]), span=between + cell.span) if c.column in again else c
        for c in above.cells
    )
    return replace(above, cells=cells), replace(row, cells=tuple(c for c in row.cells if all(c is not g for g in gone)))


def _same(above: Row, cell: Slotted) -> Slotted | None:
    return next((c for c in above.cells if c.column == cell.column and _said(c) == _said(cell)), None)


def _goes_on(above: Row, cell: Slotted) -> bool:
    """Whether a cell without a marker goes on with a name that has one."""
    name = _name(above, cell.column)
    return name is not None and is_marked(name.text) and not is_marked(cell.text)


def _with(above: Row, cell: Slotted) -> Row:
    whole = (
        replace(c, paragraphs=(join([*c.paragraphs, *cell.paragraphs]),)) if c is _name(above, cell.column) else c
        for c in above.cells
    )
    return replace(above, cells=tuple(whole))
