"""Whose the amounts of a grid are: which name column each amount column belongs to, and which of several is read."""

from itertools import pairwise
from typing import Final

from extractors.amounts import cell_amount, trailing_amount
from extractors.text import Text
from normalizers.headers import header_effect
from pipeline.structure.columns import NAMES
from pipeline.structure.covering import covered
from pipeline.structure.rows import Sheet

AMOUNTS: Final = ("points", "weight")
#: Without another column of amounts one group whose first row alone has one may as well lack the others.
_FEWEST_GROUPS: Final = 2


def owners(sheet: Sheet) -> dict[int, int]:
    """Return the name column of each amount column whose amounts stand only where that column's names begin.

    So it is of every column before one of names for marks given or taken besides (`项目 | 分值 | 评分标准 | 加分项目`).
    """
    names = sorted({c.column for row in sheet.rows for c in row.by(*NAMES)})
    found = _before_others(sheet, names)
    amounts = sorted({c.column for row in sheet.rows for c in row.by(*AMOUNTS)})
    for amount in amounts:
        beside = max((n for n in names if n < amount), default=-1) if len(amounts) > 1 else -1
        least = _FEWEST_GROUPS if len(amounts) == 1 else 1
        led = [n for n in names if _begins_with(sheet, amount, n)]
        over = [n for n in led if len(amounts) > 1 and n < amount and _as_often(sheet, amount, n, names[-1])]
        before = max((n for n in names if n < amount < names[-1]), default=-1)
        own = [
            n
            for n in ([] if over else led)
            if n == beside
            or _groups(sheet, n) >= least
            or (n == before and _merged(sheet, amount, n))
            or _add_up(sheet, amount, n)
        ]
        name = next(iter([*over[-1:], *own]), None)
        if name is not None:
            found.setdefault(amount, name)
    return found


def _before_others(sheet: Sheet, names: list[int]) -> dict[int, int]:
    """Return the name column of each column between one and another whose header says that marks are given or taken."""
    besides = {label.start for label in sheet.labels if header_effect(label.text.chars) is not None}
    found: dict[int, int] = {}
    for name, other in pairwise(names) if besides else ():
        begun = [row for row in sheet.rows if any(c.column == name for c in row.by(*NAMES))]
        rest = [row for row in sheet.rows if not any(c.column == name for c in row.by(*NAMES))]
        between = {c.column for row in begun for c in row.cells if name < c.column < other}
        later = {c.column for row in rest for c in row.cells if not c.inherited}
        found |= dict.fromkeys(between - later if other in besides else (), name)
    return found


def _begins_with(sheet: Sheet, amount: int, name: int) -> bool:
    """Whether every amount of a column stands in a row in which a name of the other column begins."""
    priced = (row for row in sheet.rows if any(c.column == amount and c.role in AMOUNTS for c in row.cells))
    return all(any(c.column == name for c in row.by(*NAMES)) for row in priced)


def _as_often(sheet: Sheet, amount: int, name: int, last: int) -> bool:
    """Whether there is an amount for each name of a column, and more names than those in the last one."""
    amounts, names, deepest = (
        sum(c.column == column for row in sheet.rows for c in row.cells if c.role in roles)
        for column, roles in ((amount, AMOUNTS), (name, NAMES), (last, NAMES))
    )
    return amounts == names < deepest


def _groups(sheet: Sheet, name: int) -> int:
    """Return how many names of a column stand over rows without being merged: the cells below them are empty."""
    named = ((at, c) for at, row in enumerate(sheet.rows) for c in row.by(*NAMES) if c.column == name)
    return sum(c.span == 1 and not sheet.rows[at].placed and covered(sheet.rows, at, c) > 1 for at, c in named)


def _add_up(sheet: Sheet, amount: int, name: int) -> bool:
    """Whether the amounts in brackets in a name's rows come to the one that stands beside the first of them."""
    for at, row in enumerate(sheet.rows):
        begun = next((c for c in row.by(*NAMES) if c.column == name and c.span == 1 and not row.placed), None)
        whole = next((cell_amount(c.text) for c in row.by(*AMOUNTS) if c.column == amount and c.span == 1), None)
        height = covered(sheet.rows, at, begun) if begun is not None and whole is not None else 1
        if height == 1 or whole is None:
            continue
        below = sheet.rows[at : at + height]
        parts = [trailing_amount(c.text, in_table=True)[0] for r in below for c in r.by("requirement")]
        worth = [part.value.value for part in parts if part is not None]
        if len(worth) == len(parts) == height and sum(worth) == whole.value.value:
            return True
    return False


def _merged(sheet: Sheet, amount: int, name: int) -> bool:
    """Whether an amount of the column is merged over just the rows of a name: then it stands behind the others' too."""
    for at, row in enumerate(sheet.rows):
        names = [c for c in row.by(*NAMES) if c.column == name]
        spans = [c.span for c in row.by(*AMOUNTS) if c.column == amount and c.span > 1]
        if names and spans and covered(sheet.rows, at, names[0]) == spans[0]:
            return True
    return False


def amounts_over(sheet: Sheet) -> list[Text]:
    """Return the amounts that are a name's over several rows though they stand beside the first one alone.

    Beside another column of amounts they could be nothing else.
    """
    whose = owners(sheet)
    if len({c.column for row in sheet.rows for c in row.by(*AMOUNTS)}) != 1:
        return []
    found: list[Text] = []
    for at, row in enumerate(sheet.rows):
        over = {c.column for c in row.by(*NAMES) if c.span == 1 and covered(sheet.rows, at, c) > 1}
        found += [c.text for c in row.by(*AMOUNTS) if c.span == 1 and whose.get(c.column) in over]
    return found
