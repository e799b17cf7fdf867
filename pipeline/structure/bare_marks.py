"""Headings that end in a bare number set apart, or begin with marks and a colon: full marks, where a sum tells that."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from extractors.amounts import trailing_amount, unbracketed_amount
from extractors.found import Found
from extractors.markers import Marker, split_marker
from extractors.set_apart import marks_before_colon, number_apart
from extractors.text import Text
from normalizers.values import AmountValue

#: So many headings that end so are no coincidence, where the numbers of two or more come to what stands over them.
_FEWEST: Final = 3
_FEWEST_SUMMED: Final = 2


def bare_marks(paragraphs: Sequence[Text]) -> dict[int, Decimal]:
    """Return the full marks of headings such as `（一）学习教育 10` below `一、共性职责 60分`, by where they begin.

    So are those of `5分：成立专班`, which grades look like. All headings of a family are written so, and those below
    one that states its marks come to them.
    """
    if sum(text.folded[-1:].isdecimal() or "分:" in text.folded for text in paragraphs) < _FEWEST:
        return {}
    split = [(text, *split_marker(text)) for text in paragraphs]
    found = {
        text.start: worth.value.value
        for text, marker, rest in split
        if marker is not None and (worth := _worth(rest)) is not None
    }
    families = {marker.family for text, marker, _ in split if marker is not None and text.start in found}
    made: dict[int, Decimal] = {}
    for family in families:
        own = [text.start for text, marker, _ in split if marker is not None and marker.family == family]
        if len(own) >= _FEWEST and all(start in found for start in own) and _come_to(split, family, found):
            made |= {start: found[start] for start in own}
    return made


def _worth(rest: Text) -> Found[AmountValue] | None:
    """Return the number at a heading's end, or the marks that a colon parts from its words."""
    closing, leading = number_apart(rest), marks_before_colon(rest)
    return closing[1] if closing is not None else leading[0] if leading is not None else None


def _come_to(split: Sequence[tuple[Text, Marker | None, Text]], family: str, found: dict[int, Decimal]) -> bool:
    """Whether the numbers below some heading of another family come to the marks that it states."""
    stated: Decimal | None = None
    below: list[Decimal] = []
    for text, marker, rest in split:
        if marker is None:
            continue
        if text.start in found and marker.family == family:
            below.append(found[text.start])
            continue
        if len(below) >= _FEWEST_SUMMED and sum(below) == stated:
            return True
        amount = trailing_amount(rest, in_table=True)[0] or (unbracketed_amount(rest) or (None,))[0]
        stated, below = amount.value.value if amount is not None else None, []
    return len(below) >= _FEWEST_SUMMED and sum(below) == stated
