"""The year of a date that has none, behind one of a later year (`2024年6月底前完成初稿，12月底前印发`, in 2023)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import regex

from extractors.text import Text
from normalizers.values import DeadlineValue

Read = tuple[Text, DeadlineValue]
#: Reads a date's words again, in another year.
Reader = Callable[[Text, int], DeadlineValue | None]

#: Words that tie a date to the notice's year.
_OWN: Final = regex.compile(r"[本今当明次上去]年")
_APART: Final = regex.compile(r"[。!?]")


def with_later_years(found: list[Read], year: int | None, again: Reader) -> list[DeadlineValue]:
    """Return what was read, where dates without a year follow one of a later year than the notice's in that year."""
    values: list[DeadlineValue] = []
    for i, (text, value) in enumerate(found):
        later = _later(found[i - 1][0], values[-1], text, value, year) if i and year is not None else None
        told = again(text, later) if later is not None else None
        follows = told is not None and told.kind == value.kind and _is_after(told, values[-1])
        values.append(replace(told, basis="inherited") if told is not None and follows else value)
    return values


def _later(place: Text, before: DeadlineValue, text: Text, value: DeadlineValue, year: int) -> int | None:
    """Return the later year that the date right before has, and that a date without one may be of."""
    if before.due is None or before.due.year <= year or value.basis != "document_year" or _OWN.search(text.folded):
        return None
    between = text.source[place.end : text.start]
    return None if _APART.search(between) else before.due.year


def _is_after(value: DeadlineValue, before: DeadlineValue) -> bool:
    return value.due is not None and before.due is not None and value.due > before.due
