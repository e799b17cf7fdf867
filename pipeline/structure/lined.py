"""Rows whose cells hold several records, a line each: as many requirements as full marks."""

from dataclasses import replace

from extractors.amounts import cell_amount
from extractors.markers import is_marked
from pipeline.structure.cells import Slotted


def lined(cells: list[Slotted]) -> tuple[list[Slotted], list[list[Slotted]]]:
    """Cut the cells of a row into its records; the cells that speak for all of them come first.

    There are records where the requirement has as many numbered paragraphs as the points have amounts.
    """
    text = next((c for c in cells if c.role == "requirement"), None)
    marks = next((c for c in cells if c.role == "points"), None)
    if text is None or marks is None or len(text.paragraphs) < 2 or len(text.paragraphs) != len(marks.paragraphs):
        return cells, []
    amounts = all(cell_amount(line) is not None for line in marks.paragraphs)
    if not amounts or any(not is_marked(line) for line in text.paragraphs):
        return cells, []
    count = len(text.paragraphs)
    each = [c for c in cells if len(c.paragraphs) == count]
    records = [[replace(c, paragraphs=(c.paragraphs[i],)) for c in each] for i in range(count)]
    return [c for c in cells if c not in each], records
