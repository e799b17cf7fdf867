"""Several columns of amounts in one table: which of them holds an item's full marks, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final, Literal

from extractors.amounts import cell_amount, column_amount
from extractors.text import Text
from normalizers.headers import column_role
from normalizers.widths import fold
from pipeline.structure.columns import NAMES
from pipeline.structure.owners import AMOUNTS, owners
from pipeline.structure.rows import Sheet
from pipeline.structure.shares import are_parts, is_of_weights

#: Why a column has the full marks: its sum is the total, no cell is less than the other's, or only that it is first;
#: none is taken where each is for others (`A类部门`, `B类部门`).
Why = Literal["sum", "more", "first", "each"]
#: What all items are worth, mostly, where no total is printed.
_USUAL: Final = (Decimal(100), Decimal(1000))
#: Columns speak of the same items where both are filled in so many of the rows of the one with fewer.
_SAME: Final = 0.6
#: No printed table has more columns of amounts; beyond these none is looked at.
_MOST_COLUMNS: Final = 32
Amounts = dict[int, Decimal]


@dataclass(frozen=True, slots=True)
class Choice:
    """A column taken for the full marks and one that could be too, by their headers; where the latter stands."""

    taken: str
    left: str
    why: Why
    at: Text


def full_marks(sheet: Sheet, total: Decimal | None) -> tuple[Sheet, list[Choice]]:
    """Leave one column of full marks for each level; amounts of the others stay beside, under their headers."""
    whose, choices, amounts = owners(sheet), list(_each(sheet, total)), _amounts(sheet)
    for one, other in combinations(sorted(amounts)[:_MOST_COLUMNS], 2):
        if not {one, other} <= set(amounts) or whose.get(one) != whose.get(other):
            continue
        if not _alternatives(amounts[one], amounts[other]) or _have_names_each(sheet, one, other):
            continue
        taken, why = _taken(one, other, amounts, _total(sheet, total))
        left = other if taken == one else one
        choices.append(Choice(_header(sheet, taken), _header(sheet, left), why, _label(sheet, left)))
        sheet = _without(sheet, left)
        del amounts[left]
    return sheet, choices


def _each(sheet: Sheet, total: Decimal | None) -> Iterator[Choice]:
    """Yield two columns without a known header that each add up to the total, where no column has full marks."""
    if any(row.by("points", "weight") for row in sheet.rows):
        return
    unknown = [x for x in sheet.labels if x.role == "other" and not x.spans and column_role(x.text.chars) is None]
    found = []
    for label in unknown:
        cells = [c.text for row in sheet.rows for c in row.cells if c.column == label.start]
        amounts = [amount.value.value for text in cells if (amount := cell_amount(text)) is not None]
        if len(amounts) == len(cells) > 1 and sum(amounts) in _total(sheet, total):
            found.append(label.text)
    for one, other in pairwise(found[:2]):
        yield Choice(one.value, other.value, "each", one)


def _amounts(sheet: Sheet) -> dict[int, Amounts]:
    """Return the amounts of each column of points, by row; percentages and parts of one beside them are weights."""
    found: dict[int, Amounts] = {}
    for at, row in enumerate(sheet.rows):
        for cell in row.by(*AMOUNTS):
            amount = column_amount(cell.text)
            if amount is not None and "%" not in fold(cell.text.chars + cell.header):
                found.setdefault(cell.column, {})[at] = amount.value.value
    weights = {cell.column for row in sheet.rows for cell in row.by(*AMOUNTS) if is_of_weights(cell.header)}
    return {at: values for at, values in found.items() if at not in weights or not are_parts(values.values())}


def _alternatives(one: Amounts, other: Amounts) -> bool:
    """Whether two columns have different amounts for the same items."""
    both = one.keys() & other.keys()
    return len(both) >= _SAME * min(len(one), len(other)) and any(one[at] != other[at] for at in both)


def _have_names_each(sheet: Sheet, one: int, other: int) -> bool:
    """Whether a column of names stands before each: every level has points of its own."""
    names = {c.column for row in sheet.rows for c in row.by(*NAMES)}
    return any(name < one for name in names) and any(one < name < other for name in names)


def _taken(one: int, other: int, amounts: dict[int, Amounts], totals: tuple[Decimal, ...]) -> tuple[int, Why]:
    right = [column for column in (one, other) if sum(amounts[column].values()) in totals]
    if len(right) == 1:
        return right[0], "sum"
    for more, less in ((one, other), (other, one)):
        if all(amounts[more].get(at, value) >= value for at, value in amounts[less].items()):
            return more, "more"
    return one, "first"


def _total(sheet: Sheet, total: Decimal | None) -> tuple[Decimal, ...]:
    """Return what all items may be worth: as printed, else as usual."""
    printed = [
        found.value.value for row in sheet.totals[-1:] for c in row if (found := cell_amount(c.text)) is not None
    ]
    return (total,) if total is not None else (*printed, *_USUAL)


def _label(sheet: Sheet, column: int) -> Text:
    label = next((x.text for x in sheet.labels if x.start <= column < x.end), None)
    return label or next(c.text for row in sheet.rows for c in row.cells if c.column == column)


def _header(sheet: Sheet, column: int) -> str:
    return next((x.text.value for x in sheet.labels if x.start <= column < x.end), "")


def _without(sheet: Sheet, column: int) -> Sheet:
    """Make a column one of those that have no field of their own."""
    rows = (
        replace(row, cells=tuple(replace(c, role="other") if c.column == column else c for c in row.cells))
        for row in sheet.rows
    )
    labels = (replace(x, role="other") if x.start <= column < x.end else x for x in sheet.labels)
    return replace(sheet, rows=tuple(rows), labels=tuple(labels))
