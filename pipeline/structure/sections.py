"""Levels of a grid that no column shows: names that stand alone over rows, and running numbers that are an outline."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import regex

from extractors.amounts import column_amount
from extractors.markers import Marker, bare_number, lone_letter, lone_marker, split_marker
from extractors.text import Text
from pipeline.structure.cells import Row, Slotted
from pipeline.structure.columns import NAMES
from pipeline.structure.covering import MARKS

_LONGEST_HEADING: Final = 40
#: A bare number's rank among families: `一` stands over `1`, and each further part of `1.1` is a level of its own.
_CHINESE, _ARABIC, _PART = 1.0, 3.0, 0.1
#: Words where a number should be name the row (`否决项`, `加分项`).
_WORDS: Final = regex.compile(r"[\p{Han}]{2,10}(?:\(.{1,8}\))?")
#: A sentence below the rows says first whether it adds marks, takes them or decides alone.
_LABEL: Final = regex.compile(
    r"(?P<label>\p{Han}{0,4}(?:否决|加分|扣分|减分|奖励|惩戒)(?:项目?|事项|指标|情形|因素|内容)?\s*:)\s*\S"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: the name that it is, if it is a section's, and how many names stand over it."""

    heading: Slotted | None
    above: int


def places(rows: tuple[Row, ...], *, headed: bool) -> list[Place]:
    """Return the place of each row; one with absent cells is a heading only where those are `headed`.

    Words where a number should be stand over the rows that their cell covers.
    """
    made: list[Place] = []
    open_: list[Marker | None] = []
    named = 0
    for at, row in enumerate(rows):
        cell = heading(rows, at) if headed or not row.placed else None
        if cell is not None:
            after = bool(made) and made[-1].heading is not None
            open_ = _opened(open_, split_marker(cell.text)[0], after)
        elif (alone := sentence_over(row)) is not None:
            open_ = _closed(open_, split_marker(alone.text)[0])
        made.append(Place(cell, len(open_) - (cell is not None) + (at < named)))
        name = row_name(row)
        named = at + name.span if name is not None else named
    return made


def _opened(open_: list[Marker | None], marker: Marker | None, after: bool) -> list[Marker | None]:
    """Return the names that stand over what follows a heading: one of the same family closes those below it."""
    families = [m.family if m is not None else None for m in open_]
    family = marker.family if marker is not None else None
    if family in families:
        return [*open_[: families.index(family)], marker]
    if marker is None:
        return [*open_, marker] if after else [marker]
    return [*(m for m in open_ if m is None or m.rank < marker.rank), marker]


def _closed(open_: list[Marker | None], marker: Marker | None) -> list[Marker | None]:
    """Return the names that stand over a sentence that goes on from the number of one of them (`五、一票否决：…`)."""
    families = [m.family if m is not None else "" for m in open_]
    return open_[: families.index(marker.family)] if marker is not None and marker.family in families else open_


def heading(rows: tuple[Row, ...], at: int) -> Slotted | None:
    """Return the cell of a row that is nothing else, over rows that have a name in the same place: a section's name.

    One that is merged over columns needs no name below it. Beside its marks it is one where those below add up to them.
    """
    row = rows[at]
    if len(row.cells) > 1:
        return row.cells[0] if _is_priced_name(rows, at) else None
    below = next((r for r in rows[at + 1 :] if len(r.cells) > 1), None)
    if below is None or len(row.cells) != 1 or any(not _is_short(r.cells[0]) for r in _between(rows, at)):
        return None
    (cell,) = row.cells
    first = min(c.column for r in rows for c in r.cells)
    name = cell.role in NAMES or (cell.role == "number" and bare_number(cell.text) is None)
    beside = name and cell.span == 1 and cell.column == first == min(c.column for c in below.cells)
    return cell if (beside or (cell.wide and cell.column == first)) and _is_short(cell) else None


def _is_priced_name(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a row is a name over columns, or in the place of a number, and the sum of the rows below it."""
    if not _looks_priced(rows[at]):
        return False
    end = next((i for i in range(at + 1, len(rows)) if _looks_priced(rows[i]) or len(rows[i].cells) == 1), len(rows))
    own, below = _marks(rows[at : at + 1]), _marks(rows[at + 1 : end])
    return bool(own) and len(below) == end - at - 1 and sum(own) == sum(below)


def _looks_priced(row: Row) -> bool:
    cell, *marks = row.cells
    placed = cell.wide or (cell.role == "number" and lone_marker(cell.text) is None)
    return bool(marks) and placed and _is_short(cell) and all(c.role in MARKS for c in marks)


def _marks(rows: Sequence[Row]) -> list[Decimal]:
    found = (column_amount(c.text) for row in rows for c in row.by("points", "weight")[:1])
    return [amount.value.value for amount in found if amount is not None]


def _between(rows: tuple[Row, ...], at: int) -> list[Row]:
    """Return the rows of one cell right below a row."""
    end = next((i for i in range(at + 1, len(rows)) if len(rows[i].cells) != 1), at + 1)
    return list(rows[at + 1 : end])


def _is_short(cell: Slotted) -> bool:
    return len(cell.text) <= _LONGEST_HEADING and not cell.text.folded.endswith("。")


def sentence_over(row: Row) -> Slotted | None:
    """Return the cell of a row that is a sentence of its own below the others: over all columns, or with its label."""
    if len(row.cells) != 1:
        return None
    (cell,) = row.cells
    labelled = label_of(cell.text) is not None
    return cell if labelled or (cell.wide and cell.column == 0 and not _is_short(cell)) else None


def label_of(text: Text) -> int | None:
    """Return where the label ends with which a sentence says what it is for (`一票否决：`)."""
    rest = split_marker(text)[1]
    match = _LABEL.match(rest.folded)
    return len(text) - len(rest) + match.end("label") if match is not None else None


def row_name(row: Row) -> Slotted | None:
    """Return the cell of words that stands in the place of the row's number."""
    cell = next(iter(row.by("number")), None)
    words = cell is not None and lone_marker(cell.text) is None and _WORDS.fullmatch(cell.text.folded) is not None
    return cell if words else None


def number_levels(rows: tuple[Row, ...]) -> dict[int, int]:
    """Return the level of each row that a running number gives it (`一` over `1`, `1` over `1.1`), by row.

    {} where all numbers are of one kind, the first is not of the top one, or several columns of names or numbers tell
    the levels.
    """
    if any(len({c.column for row in rows for c in row.by(*kinds)}) > 1 for kinds in (NAMES, ("number",))):
        return {}
    ranks = {at: _rank(m) for at, row in enumerate(rows) for c in row.by("number")[:1] if (m := numbering(c.text))}
    kinds = sorted(set(ranks.values()))
    if len(kinds) < 2 or ranks[min(ranks)] != kinds[0]:
        return {}
    return {at: kinds.index(rank) + 1 for at, rank in ranks.items()}


def numbering(text: Text) -> Marker | None:
    """Read a cell of a column of numbers: one, a code, or a letter over codes."""
    return lone_marker(text) or lone_letter(text)


def _rank(marker: Marker) -> float:
    if bare_number(marker.text) is None:
        return marker.rank
    printed = marker.text.folded
    return _ARABIC + _PART * printed.count(".") if printed[0].isdigit() else _CHINESE
