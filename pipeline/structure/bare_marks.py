"""Headings that end in a bare number which white space or a colon sets apart: full marks, where a sum tells that."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from extractors.amounts import trailing_amount, unbracketed_amount
from extractors.markers import Marker, split_marker
from extractors.set_apart import number_apart
from extractors.text import Text

#: So many headings that end so are no coincidence, where the numbers of two or more come to what stands over them.
_FEWEST: Final = 3
_FEWEST_SUMMED: Final = 2


def bare_marks(paragraphs: Sequence[Text]) -> dict[int, Decimal]:
    """Return the full marks of headings such as `（一）学习教育 10` below `一、共性职责 60分`, by where they begin.

    All headings of a family end so, and those below one that states its marks come to them.
    """
    if sum(text.folded[-1:].isdecimal() for text in paragraphs) < _FEWEST:
        return {}
    split = [(text, *split_marker(text)) for text in paragraphs]
    found = {
        text.start: apart[1].value.value
        for text, marker, rest in split
        if marker is not None and (apart := number_apart(rest)) is not None
    }
    families = {marker.family for text, marker, _ in split if marker is not None and text.start in found}
    made: dict[int, Decimal] = {}
    for family in families:
        own = [text.start for text, marker, _ in split if marker is not None and marker.family == family]
        if len(own) >= _FEWEST and all(start in found for start in own) and _come_to(split, family, found):
            made |= {start: found[start] for start in own}
    return made


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
