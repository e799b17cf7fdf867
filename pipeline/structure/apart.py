"""Rows of a table that are no rows of its list: totals, and notes that stand between the others."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from extractors.markers import is_marked
from extractors.metadata import notes_mark
from normalizers.headers import is_total_label
from pipeline.structure.cells import Row
from pipeline.structure.columns import NAMES


def is_total(row: Row) -> bool:
    """Whether a row begins with a total's word, behind its number or not, or names nothing and has one further on."""
    if not row.cells:
        return False
    first = next((c for c in row.cells if c.role != "number"), row.cells[0])
    if is_total_label(first.text.chars) or is_total_label(row.cells[0].text.chars):
        return True
    unnamed = not row.by(*NAMES, "requirement")
    return unnamed and any(is_total_label(c.text.folded.rstrip("0123456789.分% ")) for c in row.cells)


def notes_among(rows: Sequence[Row]) -> set[int]:
    """Return the rows that are one cell that begins as a note does (`注：…`), or goes on numbered below such a one."""
    found = set[int]()
    for at, row in enumerate(rows):
        alone = row.cells[0].text if len(row.cells) == 1 else None
        if alone is None:
            continue
        goes_on = at - 1 in found and is_marked(alone)
        if goes_on or notes_mark(alone) is not None:
            found.add(at)
    return found


def without(rows: Sequence[Row], apart: Collection[int]) -> list[Row]:
    """Leave such rows and empty ones out; a cell that was merged over one is a row lower than printed."""
    kept: list[Row] = []
    gone = [at for at, row in enumerate(rows) if at in apart or not row.cells]
    for at, row in enumerate(rows):
        first = bisect_right(gone, at)
        if not first or gone[first - 1] != at:
            cells = (replace(c, span=c.span - (bisect_left(gone, at + c.span) - first)) for c in row.cells)
            kept.append(replace(row, cells=tuple(cells)))
    return kept
