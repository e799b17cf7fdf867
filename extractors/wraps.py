"""Lines broken hard: the width at which a text was wrapped, and which lines run on into the next."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

from extractors.text import Text
from normalizers.widths import count_wide

STOPS: Final = ("。", ".", "；", ";", "！", "？", "）", ")", "：", ":", "”", "》")
#: `扣5分`, `得 2 分`, `最高不超过3分`, `不得分`, at the end.
_MARKS_LAST: Final = regex.compile(r"(?:(?:[扣减加得计记]|不超过|最[高多])\s{0,2}\d{1,3}(?:\.\d{1,2})?\s{0,2}|不得)分$")
#: Lines broken hard are at least so wide, in ideographs, and so large a share of all lines is full, and
#: so many times more than are a little shorter.
_NARROWEST: Final = 12.0
_FULL_LINES: Final = 0.08
_SPIKE: Final = 2
_FEWEST: Final = 3
#: `…扣完为` and below it `止。`: so long at most, and so many of them.
_LONGEST_REST: Final = 4
_FEWEST_RESTS: Final = 2
_ENDS: Final = ("。", "；", ";")
_NEVER_FIRST: Final = ("。", "，", "、", "；", "：", "！", "？", "）", "”", "》", "】")
#: A paragraph's indent is at least so wide; so many lines with one and without one tell, if nearly all agree.
_INDENT: Final = 1.0
_FEWEST_MARGINS: Final = 2
_MOSTLY: Final = 0.8
#: What may be lacking at the end of a full line: a sign that may not begin a line takes one character along.
_SLACK: Final = 1.5


#: A line's indent is looked for so far before its text.
_FARTHEST: Final = 40


def _printed(line: Text) -> str:
    """Return what is printed of a line from its margin to its end, with its white space; its text among cells."""
    begins = line.source.rfind("\n", max(0, line.start - _FARTHEST), line.start) + 1
    before = line.source[begins : line.start] if begins or line.start <= _FARTHEST else "|"
    return line.source[begins : line.end] if before.strip() == "" and "\t" not in line.raw else line.chars


def _width(printed: str) -> float:
    """Return a width in ideographs; letters, digits and blanks are half as wide."""
    return (len(printed) + count_wide(printed)) / 2


def _printed_width(line: Text) -> float:
    return _width(_printed(line))


def _indent(line: Text) -> float:
    printed = _printed(line)
    return _width(printed[: len(printed) - len(printed.lstrip())])


def indented_width(lines: Sequence[Text]) -> float | None:
    """Return the width at which a text was wrapped whose paragraphs are indented; None where margins tell nothing.

    Behind the first indent, lines at the margin stand below full lines, and there are some of either kind.
    """
    first = next((at for at, line in enumerate(lines) if _indent(line) >= _INDENT), len(lines))
    told = [(_printed_width(line), _indent(line)) for line in lines[first:]]
    widest = max((width for width, _ in told), default=0.0)
    below = [one[0] >= widest - 2 * _SLACK for one, other in pairwise(told) if other[1] == 0]
    indented = sum(indent >= _INDENT for _, indent in told)
    clear = len(below) >= _FEWEST_MARGINS and sum(below) >= _MOSTLY * len(below)
    return widest if widest >= _NARROWEST and clear and indented >= _FEWEST_MARGINS else None


def is_below(line: Text, before: Text, widest: float) -> bool:
    """Whether a line at the margin goes on with the full line right above it."""
    apart = line.source[before.end : line.start].count("\n")
    return apart == 1 and _indent(line) == 0 and _printed_width(before) >= widest - 2 * _SLACK


def is_indented(line: Text) -> bool:
    """Whether a line begins a paragraph where indents do so."""
    return _indent(line) >= _INDENT


def wrap_width(lines: Sequence[Text]) -> float | None:
    """Return the width at which lines were broken; None where they end where their paragraphs end.

    No line is wider, and enough lines that end no sentence are as wide, some of them one after the other:
    cells that happen to be alike long stand between others. Or rests of sentences stand below several of them.
    """
    widths = [_printed_width(line) for line in lines]
    distinct = sorted(set(widths), reverse=True)[: 1 + _OUTLIERS]
    return next((found for widest in distinct if (found := _wrapped_at(widest, lines, widths)) is not None), None)


#: So many lines may be wider than all that were wrapped: a title set by hand.
_OUTLIERS: Final = 2


def _wrapped_at(widest: float, lines: Sequence[Text], widths: list[float]) -> float | None:
    full = [widest >= w >= widest - _SLACK and is_open(line) for line, w in zip(lines, widths, strict=True)]
    nearly = sum(widest - 2 * _SLACK - 1 <= w < widest - _SLACK for w in widths)
    enough = sum(full) >= max(_FEWEST, len(lines) * _FULL_LINES, nearly * _SPIKE)
    over_two = any(one and other for one, other in pairwise(full))
    rests = sum(one and _is_rest(line) for one, line in zip(full, lines[1:], strict=False))
    return widest if widest >= _NARROWEST and ((enough and over_two) or rests >= _FEWEST_RESTS) else None


def _is_rest(line: Text) -> bool:
    """Whether a line is the last characters of a sentence, too few for one of their own."""
    return begins_with_stop(line) or (len(line) <= _LONGEST_REST and line.chars.endswith(_ENDS))


def begins_with_stop(line: Text) -> bool:
    """Whether a line begins with a sign that may begin none, so that it goes on with the one before."""
    return line.chars.startswith(_NEVER_FIRST)


def is_open(line: Text) -> bool:
    """Whether a line ends without the sign that ends a sentence or name."""
    return not line.chars.endswith(STOPS)


def ends_in_marks(line: Text) -> bool:
    """Whether a line ends in what a rule takes or gives (`未开展扣5分`, `缺一项不得分`): it is whole."""
    return line.folded.endswith("分") and _MARKS_LAST.search(line.folded) is not None


def is_full(line: Text, widest: float | None) -> bool:
    """Whether a line was broken at the width and goes on in the next one."""
    return is_open(line) and is_wide_as(line, widest)


def is_wide_as(line: Text, widest: float | None) -> bool:
    """Whether a line takes the whole width; one that ends a sentence may or may not go on in the next one."""
    return widest is not None and _printed_width(line) >= widest - _SLACK
