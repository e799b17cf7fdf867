"""Rows of a table that are no rows of its list: totals, and notes that stand between the others."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.metadata import notes_mark
from normalizers.headers import is_total_label
from pipeline.structure.cells import Row
from pipeline.structure.columns import NAMES


def is_apart(row: Row) -> bool:
    """Whether a row is no row of the list."""
    return is_total(row) or is_note(row)


def is_total(row: Row) -> bool:
    """Whether a row begins with a total's word, behind its number or not, or names nothing and has one further on."""
    if not row.cells:
        return False
    first = next((c for c in row.cells if c.role != "number"), row.cells[0])
    if is_total_label(first.text.chars):
        return True
    unnamed = not row.by(*NAMES, "requirement")
    return unnamed and any(is_total_label(c.text.folded.rstrip("0123456789.分% ")) for c in row.cells)


def is_note(row: Row) -> bool:
    """Whether a row is one cell that begins as a note does (`注：…`, `备注：…`)."""
    return len(row.cells) == 1 and notes_mark(row.cells[0].text) is not None


def without_apart(rows: Sequence[Row]) -> list[Row]:
    """Leave such rows out; a cell that was merged over one is a row lower than printed."""
    kept: list[Row] = []
    gone = [at for at, row in enumerate(rows) if is_apart(row) or not row.cells]
    for at, row in enumerate(rows):
        if at not in gone:
            cells = (replace(c, span=c.span - sum(at < g < at + c.span for g in gone)) for c in row.cells)
            kept.append(replace(row, cells=tuple(cells)))
    return kept
