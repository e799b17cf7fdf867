"""Cells that a line's end cut where no cell ends: in a list, a date, a figure, a body's name, a bracket."""

from typing import Final, NamedTuple

import regex

from extractors.text import Text
from extractors.unit_names import is_cut_name

#: What is counted or measured, and begins no cell.
_MEASURES: Final = (
    r"(?:平方公里|平方米|立方米|公里|千米|公顷|万元|亿元|万亩|万人|万户|万吨|万头|万平方米|亩|吨|千瓦|个?百分点"
    r"|人次|人以[上下内]|个以[上下内]|%)"
)
_MONTH: Final = "(?:1[0-2]|[1-9])月"
_DAY: Final = "(?:[12][0-9]|3[01]|[1-9])[日号]|[上中下]旬|[底末初]|份"
#: How a line ends is told by so many characters, and its last name is no longer.
_TAIL: Final = 12
_NAME: Final = 24


class _Cut(NamedTuple):
    """How a line ends and how the next begins where one cell stands on both; matched on folded text.

    The line's last character is one of the `last`, where 0 stands for every digit.
    """

    last: str
    end: "regex.Pattern[str]"
    head: "regex.Pattern[str]"


def _cut(last: str, end: str, head: str) -> _Cut:
    return _Cut(last, regex.compile(rf"(?:{end})$"), regex.compile(head))


_CUTS: Final = (
    # A number may be the next cell's all the same.
    _cut("、,", r"[、,]", r"(?!\s*[\d.]{1,6}\s*[分%]?\s*$)\S"),
    _cut("年", r"^20\d\d年", _MONTH),
    _cut("月", rf"(?<!\d){_MONTH}", rf"(?:{_DAY})(?=前|之|以|完|$|[,、。;启开])"),
    _cut("0", r"[扣减加得计记]\d{1,3}(?:\.\d{1,2})?", r"分(?=[,、。;)(]|$)"),
    _cut("年", r"年", r"[底末初](?=前|之前|以前|完成)"),
    _cut("0", r"[\p{Han}]\d{1,6}(?:\.\d{1,3})?", rf"{_MEASURES}(?=[,、。;:)及和与的以])"),
)  # fmt: skip
_BY_LAST: Final = {last: tuple(cut for cut in _CUTS if last in cut.last) for last in {x for c in _CUTS for x in c.last}}
_OPENED: Final = ("()", "《》", "“”")
#: Searched from the end, where it stands.
_LAST_NAME: Final = regex.compile(r"(?r)[^、,;。\s()]+$")
_FIRST_NAME: Final = regex.compile(r"[^、,;。\s()]+")


def is_cut(before: Text, line: Text) -> bool:
    """Whether a line, of cells one a line, goes on with the cell right before it for sure."""
    ends, begins = before.folded, line.folded
    last = ends[-1:]
    cuts = _BY_LAST.get("0" if last.isdecimal() else last, ())
    if any(cut.end.search(ends[-_TAIL:]) is not None and cut.head.match(begins) is not None for cut in cuts):
        return True
    return _is_name(ends[-_NAME:], begins[:_NAME]) or any(_is_open(ends, begins, *signs) for signs in _OPENED)


def _is_name(ends: str, begins: str) -> bool:
    """Whether the last name of a line is half of one that the next line's first one makes whole."""
    one, other = _LAST_NAME.search(ends), _FIRST_NAME.match(begins)
    return one is not None and other is not None and is_cut_name(one[0], other[0])


def _is_open(ends: str, begins: str, opening: str, closing: str) -> bool:
    """Whether a line leaves a bracket open that is the first one closed in the next."""
    if closing not in begins or ends.rfind(opening) <= ends.rfind(closing):
        return False
    return opening not in begins[: begins.index(closing)]
