"""A cell's value as a spreadsheet shows it: the number formats that offices use, the rest as the plain value."""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

import regex

from normalizers.numerals import plain
from pipeline.readers.sheets.moments import shown
from pipeline.readers.unshown import without_unshown

_LITERAL: Final = regex.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_DECIMALS: Final = regex.compile(r"[0#?]*(?:\.(?P<places>[0#?]+))?(?P<percent>%)?")
_SIGN: Final = regex.compile(r"_x(?P<number>[0-9A-Fa-f]{4})_")
_ENDS: Final = {"\r": "\n", "\n": "\n", "\t": " ", "\xa0": " ", "\u3000": "\u3000"}
_LARGEST: Final = Decimal(10) ** 15
#: A spreadsheet shows no more, and so many digits hold any amount with them.
_MOST_PLACES: Final = 30
_EXACT: Final = Context(prec=60)


def displayed(value: object, number_format: str) -> str:
    """Return what a person sees in the cell, '' for an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime | date | time):
        return shown(value, number_format)
    return as_shown(str(value))


def as_shown(words: str) -> str:
    """Return words with the signs that the file writes by their number: `_x000D_` ends a line (ECMA-376, 22.9.2.19)."""
    return without_unshown(_SIGN.sub(_sign, words) if "_x" in words else words)


def _sign(match: "regex.Match[str]") -> str:
    sign = chr(int(match["number"], 16))
    return _ENDS.get(sign, sign if sign.isprintable() else "")


def _number(value: int | float, number_format: str) -> str:
    """Round as the format asks; General and unknown formats show the value exactly, without float noise.

    Words that a format writes beside the value say nothing of it, but a percent sign does.
    """
    exact = Decimal(repr(value))
    if abs(exact) >= _LARGEST:  # no amount; rounding it would need more digits than decimals have
        return str(value)
    section = number_format.split(";")[0]
    code = _LITERAL.sub("", section).replace(",", "").strip()
    match = _DECIMALS.fullmatch(code)
    written = "%" if _writes_percent(section) else ""
    if match is None or number_format in ("General", "@"):
        return plain(round(exact, 10)) + written
    if match["percent"]:
        exact *= 100
    places = (match["places"] or "")[:_MOST_PLACES]
    text = f"{_rounded(exact, len(places)):f}" if match[0] else plain(exact)
    if places.endswith("#") and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text + (match["percent"] or written)


def _writes_percent(section: str) -> bool:
    """Whether a format writes a percent sign that does not make a hundred of one: in quotes or behind a backslash."""
    return any(m[0][0] in '"\\' and ("%" in m[0] or "％" in m[0]) for m in _LITERAL.finditer(section))


def _rounded(exact: Decimal, places: int) -> Decimal:
    """Round as spreadsheets do: a half goes up, so that 0.5 is no 0."""
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
