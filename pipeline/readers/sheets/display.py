"""A cell's value as a spreadsheet shows it: the number formats that offices use, the rest as the plain value."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

import regex

from normalizers.numerals import plain

_QUOTED: Final = regex.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.')
_DATE_PARTS: Final = regex.compile(r"y+|m+|d+|h+|s+|AM/PM", regex.I)
_DECIMALS: Final = regex.compile(r"[0#?]*(?:\.(?P<places>[0#?]+))?(?P<percent>%)?")


_LARGEST: Final = Decimal(10) ** 15


def displayed(value: object, number_format: str) -> str:
    """Return what a person sees in the cell, '' for an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime | date):
        return _date(value, number_format)
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value)


def _number(value: int | float, number_format: str) -> str:
    """Round as the format asks; General and unknown formats show the value exactly, without float noise."""
    exact = Decimal(repr(value))
    if abs(exact) >= _LARGEST:  # no amount; rounding it would need more digits than decimals have
        return str(value)
    shown = _QUOTED.sub("", number_format.split(";")[0]).replace(",", "").strip()
    match = _DECIMALS.fullmatch(shown)
    if match is None or number_format in ("General", "@"):
        return plain(round(exact, 10))
    if match["percent"]:
        exact *= 100
    places = match["places"] or ""
    text = f"{exact:.{len(places)}f}" if match[0] else plain(exact)
    if places.endswith("#") and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text + (match["percent"] or "")


def _date(value: datetime | date, number_format: str) -> str:
    """Write a date by its format; a format without date parts shows the ISO date."""
    literal = _QUOTED.sub(lambda m: m[1] or m[2] or "", number_format.split(";")[0])
    if not _DATE_PARTS.search(literal):
        return value.isoformat()[:10]
    return _DATE_PARTS.sub(lambda m: _part(value, m[0].lower()), literal)


def _part(value: datetime | date, part: str) -> str:
    at = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    if part.startswith("y"):
        return f"{at.year:04d}" if len(part) > 2 else f"{at.year % 100:02d}"
    if part == "am/pm":
        return "PM" if at.hour >= 12 else "AM"
    number = {"m": at.month, "d": at.day, "h": at.hour, "s": at.second}[part[0]]
    return f"{number:02d}" if len(part) > 1 else str(number)
