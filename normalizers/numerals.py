"""Numerals as Chinese notices print them, read as exact decimals."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from normalizers.widths import fold

_DIGITS: Final = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_CHINESE: Final = re.compile(r"[〇零一二三四五六七八九两十百千]+")
#: `05` lost its point: nobody writes 5 so.
LOST_POINT: Final = re.compile(r"0\d")
_ARABIC: Final = re.compile(r"\d+(?:\.\d+)?|\.\d+")


def chinese_number(text: str) -> int | None:
    """Read a Chinese numeral of units (`二十一`) or of bare digits (`二〇二一`); None if it is not one."""
    if not _CHINESE.fullmatch(text):
        return None
    if not any(c in _UNITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total += (digit or (1 if char == "十" else 0)) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


@lru_cache(maxsize=4096)  # the same few numerals are read again and again
def number(text: str) -> Decimal | None:
    """Read a numeral exactly as printed: `0.3`, `３`, `三`, `二十`; None if it is none of these."""
    folded = fold(text).replace(" ", "")
    if _ARABIC.fullmatch(folded):
        return Decimal(folded)
    chinese = chinese_number(folded)
    return None if chinese is None else Decimal(chinese)


def whole(text: str) -> int | None:
    """Read a whole number in either notation."""
    value = number(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def plain(value: Decimal) -> str:
    """Print an exact decimal as a reader would write it: `2`, `0.3`, never `2E+1` or `10.0`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
