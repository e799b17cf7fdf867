"""How many rows a cell stands over: merged, or with nothing of its kind below it."""

from typing import Final

from extractors.amounts import trailing_amount
from extractors.markers import lone_marker, split_marker
from pipeline.structure.cells import Row, Slotted
from pipeline.structure.columns import NAMES

#: Columns of nothing but marks.
MARKS: Final = ("points", "weight", "self_score", "score")


def covered(rows: tuple[Row, ...], at: int, cell: Slotted) -> int:
    """Return how many rows a cell stands over: until one has a cell of its kind at or before its column, or is wide."""
    if cell.span > 1:
        return cell.span
    numbers = cell.role == "number"
    kinds = ("number",) if numbers else NAMES
    height = 1
    for row in rows[at + 1 :]:
        if any(c.column <= cell.column for c in row.by(*kinds)) or (not numbers and _names_inside(row)):
            break
        if row.cells and all(c.role in MARKS for c in row.cells[1:]) and (row.cells[0].wide or _is_named(row)):
            break
        height += 1
    return height


def _is_named(row: Row) -> bool:
    """Whether words stand in the place of a row's number."""
    return any(lone_marker(c.text) is None for c in row.by("number"))


def _names_inside(row: Row) -> bool:
    return any(is_name_with_text(c) for c in row.by("requirement"))


def is_name_with_text(cell: Slotted) -> bool:
    """Whether a cell begins with a numbered heading that carries an amount, and text follows in it."""
    if len(cell.paragraphs) < 2:
        return False
    marker, rest = split_marker(cell.paragraphs[0])
    return marker is not None and trailing_amount(rest, in_table=True)[0] is not None
