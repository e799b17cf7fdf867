"""Lines broken hard: the width at which a text was wrapped, and which lines run on into the next."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractors.text import Text
from normalizers.widths import is_wide

STOPS: Final = ("。", ".", "；", ";", "！", "？", "）", ")", "：", ":", "”", "》")
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
#: What may be lacking at the end of a full line: a sign that may not begin a line takes one character along.
_SLACK: Final = 1.5


def width(text: Text) -> float:
    """Return a line's width in ideographs; letters and digits are half as wide."""
    return (len(text) + sum(map(is_wide, text.chars))) / 2


def wrap_width(lines: Sequence[Text]) -> float | None:
    """Return the width at which lines were broken; None where they end where their paragraphs end.

    No line is wider, and enough lines that end no sentence are as wide, some of them one after the other:
    cells that happen to be alike long stand between others. Or rests of sentences stand below several of them.
    """
    widths = [width(line) for line in lines]
    widest = max(widths, default=0.0)
    full = [w >= widest - _SLACK and is_open(line) for line, w in zip(lines, widths, strict=True)]
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


def is_full(line: Text, widest: float | None) -> bool:
    """Whether a line was broken at the width and goes on in the next one."""
    return is_open(line) and is_wide_as(line, widest)


def is_wide_as(line: Text, widest: float | None) -> bool:
    """Whether a line takes the whole width; one that ends a sentence may or may not go on in the next one."""
    return widest is not None and width(line) >= widest - _SLACK
