"""A cell's value as a spreadsheet shows it: words, signs and figures as its number format writes them."""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

import regex

from normalizers.numerals import plain
from pipeline.readers.sheets.moments import shown
from pipeline.readers.sheets.numerals import counted, digits
from pipeline.readers.sheets.sections import Section, for_number, for_words
from pipeline.readers.unshown import without_unshown

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
    return as_shown(_words(str(value), number_format))


def as_shown(words: str) -> str:
    """Return words with the signs that the file writes by their number: `_x000D_` ends a line (ECMA-376, 22.9.2.19)."""
    return without_unshown(_SIGN.sub(_sign, words) if "_x" in words else words)


def _sign(match: "regex.Match[str]") -> str:
    sign = chr(int(match["number"], 16))
    return _ENDS.get(sign, sign if sign.isprintable() else "")


def _number(value: int | float, number_format: str) -> str:
    """Write a number as its format says; in a format of another kind it is shown exactly, without float noise."""
    exact = Decimal(repr(value))
    if (
        not exact.is_finite() or abs(exact) >= _LARGEST
    ):  # no amount; rounding it would need more digits than decimals have
        return str(value)
    section, signed = for_number(exact, number_format)
    if section.blank:
        return ""
    if not section.known or not (section.slot or section.words.strip()):
        return plain(round(exact, 10))
    written, shown = _written(abs(exact), section)
    if section.numerals and written:
        written = (digits if section.figures else counted)(written, section.numerals)
    sign = "-" if exact < 0 and signed and shown else ""
    return as_shown(f"{sign}{section.before}{written}{section.after}".strip())


def _written(exact: Decimal, section: Section) -> tuple[str, bool]:
    """Return a number as a section writes its figures, and whether it is any other than 0."""
    if section.figures is None:
        return (plain(round(exact, 10)) if section.slot else ""), exact != 0
    whole, places, thousands = section.figures
    places = places[:_MOST_PLACES]
    rounded = _rounded(exact.scaleb(2 * section.hundreds - 3 * thousands, _EXACT), len(places))
    units, _, decimals = f"{rounded:f}".partition(".")
    least = len(places.rstrip("#?"))
    decimals = decimals[:least] + decimals[least:].rstrip("0")
    if not rounded and not decimals and "0" not in whole:
        return "", False
    return units.zfill(whole.count("0")) + (f".{decimals}" if decimals else ""), rounded != 0


def _words(words: str, number_format: str) -> str:
    section = for_words(number_format)
    if section is not None and section.blank:
        return ""
    return words if section is None else f"{section.before}{words}{section.after}".strip()


def _rounded(exact: Decimal, places: int) -> Decimal:
    """Round as spreadsheets do: a half goes up, so that 0.5 is no 0."""
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
