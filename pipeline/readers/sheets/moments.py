"""A date or time as a spreadsheet's number format shows it."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final

import regex

from pipeline.readers.sheets.numerals import counted, digits

#: What stands for itself, what says nothing of the text, and the parts of a date.
_TOKEN: Final = regex.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<unseen>\[[^\]]*\]|_.|\*.)'
    r"|(?P<noon>AM/PM|A/P|上午/下午)|(?P<part>y+|e+|m+|d+|a{3,4}|h+|s+)",
    regex.I,
)
_NUMERALS: Final = regex.compile(r"\[DBNum(?P<kind>[12])\]", regex.I)
_CHINESE: Final = regex.compile(r"\[\$-(?:0*804|zh-CN)", regex.I)
_WEEKDAYS: Final = "一二三四五六日"
_MONTHS: Final = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
#: On its first day a spreadsheet counts a time that has no date.
_FIRST: Final = date(1899, 12, 31)


def shown(value: datetime | date | time, number_format: str) -> str:
    """Write a moment by its format; a format without date parts shows the ISO date, or the time."""
    code = number_format.split(";")[0]
    tokens = [] if code == "General" else list(_TOKEN.finditer(code))
    kinds = {m["part"][0].lower() for m in tokens if m["part"]}
    if isinstance(value, time):
        return (
            _written(datetime.combine(_FIRST, value), code, tokens)
            if kinds & {"h", "s"}
            else value.isoformat("minutes")
        )
    if not kinds:
        return value.isoformat()[:10]
    return _written(value if isinstance(value, datetime) else datetime.combine(value, time()), code, tokens)


def _written(at: datetime, code: str, tokens: "list[regex.Match[str]]") -> str:
    """Put the moment's parts in the place of the tokens."""
    half_days = any(m["noon"] for m in tokens)
    chinese = _CHINESE.search(code) is not None
    numerals = _NUMERALS.search(code)
    pieces, behind = list[str](), 0
    for token, part in zip(tokens, _parts(tokens), strict=True):
        pieces.append(code[behind : token.start()])
        behind = token.end()
        if token["noon"]:
            before, after = token["noon"].split("/")
            pieces.append(after if at.hour >= 12 else before)
        elif part:
            written = _part(at, part, half_days=half_days, chinese=chinese)
            pieces.append(_in_chinese(written, part, int(numerals["kind"])) if numerals is not None else written)
        else:
            pieces.append(token["quoted"] or token["escaped"] or "")
    return "".join(pieces) + code[behind:]


def _parts(tokens: "list[regex.Match[str]]") -> Iterator[str]:
    """Yield each token's part of a date, "" where it is none: one or two m behind hours or before seconds are `n`."""
    parts = [(m["part"] or "").lower() for m in tokens]
    for i, part in enumerate(parts):
        before = next((p[0] for p in reversed(parts[:i]) if p), "")
        after = next((p[0] for p in parts[i + 1 :] if p), "")
        is_minutes = part in ("m", "mm") and (before == "h" or after == "s")
        yield "n" * len(part) if is_minutes else part


def _in_chinese(written: str, part: str, kind: int) -> str:
    """Write a year's figures one by one, the others as they are said: twelve is 十二."""
    if not written.isdecimal():
        return written
    if part[0] in "ye" or written[0] == "0":
        return digits(written, kind)
    said = counted(written, kind)
    return said.removeprefix("一") if said.startswith("一十") else said


def _part(at: datetime, part: str, *, half_days: bool, chinese: bool) -> str:
    kind, length = part[0], len(part)
    if kind in "ye":
        return f"{at.year:04d}" if length > 2 or kind == "e" else f"{at.year % 100:02d}"
    if kind == "a" or (kind == "d" and length > 2 and chinese):
        return ("" if part == "aaa" else "周" if part == "ddd" else "星期") + _WEEKDAYS[at.weekday()]
    if kind in "md" and length > 2:
        return _named(at, part, chinese=chinese)
    hour = (at.hour - 1) % 12 + 1 if half_days else at.hour
    number = {"m": at.month, "d": at.day, "h": hour, "n": at.minute, "s": at.second}[kind]
    return f"{number:02d}" if length > 1 else str(number)


def _named(at: datetime, part: str, *, chinese: bool) -> str:
    """Write the name of a month or a weekday: English where the format names no language."""
    if chinese:
        return f"{_MONTHS[at.month - 1]}月"
    name = f"{at:%B}" if part[0] == "m" else f"{at:%A}"
    return name[:3] if len(part) == 3 else name[:1] if len(part) == 5 else name
