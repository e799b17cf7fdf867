"""Figures as Chinese numerals, as the formats [DBNum1] and [DBNum2] show them (ECMA-376 part 1, 18.8.31)."""

from typing import Final

from pipeline.readers.word.numbering import chinese

#: By the format's number: zero to nine, and the units.
_DIGITS: Final = {1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖"}
_UNITS: Final = {1: "十百千", 2: "拾佰仟"}
_MYRIAD: Final = 10_000


def digits(figures: str, kind: int) -> str:
    """Write figures one by one: 2024 is 二〇二四."""
    return "".join(_DIGITS[kind][int(sign)] if sign.isdecimal() else sign for sign in figures)


def counted(figures: str, kind: int) -> str:
    """Write a number with units, as it would be said: 105 is 一百〇五; one of too many figures stays."""
    whole, point, places = figures.partition(".")
    number = int(whole or "0")
    if number >= _MYRIAD * _MYRIAD:
        return figures
    high, low = divmod(number, _MYRIAD)
    above = f"{_said(high, kind)}万" if high else ""
    between = _DIGITS[kind][0] if high and 0 < low < _MYRIAD // 10 else ""
    below = _said(low, kind) if low or not high else ""
    return f"{above}{between}{below}{point}{digits(places, kind)}"


def _said(number: int, kind: int) -> str:
    if not number:
        return _DIGITS[kind][0]
    # Digits of their own: with the usual ones ten loses its 一, which a spreadsheet writes.
    return chinese(number, _DIGITS[2], _UNITS[kind]).translate(str.maketrans(_DIGITS[2], _DIGITS[kind]))
