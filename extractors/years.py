"""The year of a date that has none, behind one of another (`2024年6月底前完成初稿，12月底前印发`, in 2023)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

import regex

from extractors.text import Text
from normalizers.dates import month_end
from normalizers.values import Basis, DeadlineValue

Read = tuple[Text, DeadlineValue]
#: Reads a date's words again, in another year.
Reader = Callable[[Text, int], DeadlineValue | None]

#: Words that tie a date to the notice's year.
_OWN: Final = regex.compile(r"[本今当明次上去]年|\d\d年|20\d\d")
#: Dates of one list are of one year, also of one before the notice's: `2020年10月、12月底前`, in 2021.
_JOINED: Final = frozenset({"", "、", "和", "及", "以及"})
_APART: Final = regex.compile(r"[。!?]")


def with_later_years(found: list[Read], year: int | None, again: Reader) -> list[DeadlineValue]:
    """Return what was read, dates without a year behind one of a later year, or listed with one, in its year."""
    values: list[DeadlineValue] = []
    for i, (text, value) in enumerate(found):
        later = _later(found[i - 1][0], values[-1], text, value, year) if i and year is not None else None
        told = _told(text, value, later, again) if later is not None else None
        follows = told is not None and _is_after(told, values[-1])
        basis: Basis = "repaired" if value.basis == "repaired" else "inherited"
        values.append(replace(told, basis=basis) if told is not None and follows else value)
    return values


def _told(text: Text, value: DeadlineValue, year: int, again: Reader) -> DeadlineValue | None:
    """Read a date in another year; one that takes its day or end from the words behind it is moved there."""
    if value.basis == "repaired":
        return _moved(value, year)
    told = again(text, year)
    return told if told is not None and told.kind == value.kind else _moved(value, year)


def _moved(value: DeadlineValue, year: int) -> DeadlineValue | None:
    """Return a date or a stretch within one year in another year; a month's last day stays its last."""
    if value.due is None or (value.start is not None and value.start.year != value.due.year):
        return None
    start = _in_year(value.start, year) if value.start is not None else None
    return replace(value, start=start, due=_in_year(value.due, year))


def _in_year(date_: date, year: int) -> date:
    last = month_end(date_.year, date_.month)
    moved = month_end(year, date_.month)
    assert moved is not None  # a date's month is a month
    return moved if date_ == last else date_.replace(year=year, day=min(date_.day, moved.day))


def _later(place: Text, before: DeadlineValue, text: Text, value: DeadlineValue, year: int) -> int | None:
    """Return the year of the date right before, where it is not the notice's and a date without may be of it."""
    if before.due is None or value.basis not in ("document_year", "repaired") or _OWN.search(text.folded):
        return None
    between = text.source[place.end : text.start]
    other = before.due.year > year or (before.due.year < year and between.strip() in _JOINED)
    return before.due.year if other and not _APART.search(between) else None


def _is_after(value: DeadlineValue, before: DeadlineValue) -> bool:
    return value.due is not None and before.due is not None and value.due > before.due
