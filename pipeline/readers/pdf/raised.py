"""Raised and lowered figures: exponents and notes' marks stand smaller behind a character, on the same line as it.

What is raised stands higher than it; what is lowered stands lower, and is told apart behind a figure alone. Figures as
large as the text are raised where they stand behind a figure or a unit, and the text goes on as before them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.page import Edge, Page
from pipeline.readers.raised import joins_with_numbers, lowered, raised

#: What is raised: exponents, and the marks of notes.
_SIGNS: Final = frozenset("0123456789+-−,，、.[]［］()（）〔〕*※①②③④⑤⑥⑦⑧⑨⑩")
#: A raised character is smaller than the one it hangs on by this share at least: browsers take five sixths.
_SMALLER: Final = 0.9
#: One that is as large differs by no more: sizes are measured.
_LARGER: Final = 1.02
#: Between these shares of that one's size it stands higher.
_LOWEST, _HIGHEST = 0.12, 0.6
#: What is lowered stands so much lower: less than a line of its own would.
_DEEPEST: Final = 0.45
#: It stands as near to what is before it, in sizes of that: some programs leave a little room behind an ideograph.
_BACK, _FORTH = -0.1, 0.3
_LEFT: Final = attrgetter("x0")


def with_raised(page: Page) -> Page:
    """Return a page whose raised characters stand on their line, figures behind a number as raised or lowered ones."""
    chars = page.chars
    # Of two characters on one line, as nearly all are, none is higher.
    begun = [
        i for i, (a, b) in enumerate(pairwise(chars), 1) if b.base != a.base and (b.size < a.size or _as_large(b, a))
    ]
    uprights = sorted((edge for edge in page.edges if not edge.level), key=_LEFT) if begun else []
    groups = [group for at in begun if (group := _group(chars, at, uprights))]
    found = [(group, group.start - 1) for group in groups]
    taken = {at for group in groups for at in group}
    found += [(group, group.stop) for group in _leading(chars) if group.stop - 1 not in taken]
    if not found:
        return page
    made = list(chars)
    for group, anchor in found:
        made[group.start : group.stop] = _levelled(chars[anchor], chars[group.start : group.stop])
    return replace(page, chars=tuple(made))


def _leading(chars: Sequence[Char]) -> Iterator[range]:
    """Yield the places of what is raised before the first character of a line, as the mark that a note begins with."""
    for at, (char, after) in enumerate(pairwise(chars)):
        if char.base < after.base and char.size < after.size and _hangs(char, after, after.x0 - char.x1):
            start = at
            while start and chars[start - 1].base == char.base and chars[start - 1].text in _SIGNS:
                start -= 1
            if not start or abs(chars[start - 1].base - after.base) > _HIGHEST * after.size:
                yield range(start, at + 1)


def _group(chars: Sequence[Char], start: int, uprights: Sequence[Edge]) -> range:
    """Return the places of the characters from one on that are raised on the one before it, or lowered."""
    anchor, end = chars[start - 1], start
    if chars[start].base > anchor.base and not anchor.text.isdecimal():
        return range(start, start)  # part of a name
    hangs = _hangs if chars[start].size <= _SMALLER * anchor.size else _hangs_as_large
    while end < len(chars) and hangs(chars[end], anchor, chars[end].x0 - chars[end - 1].x1):
        end += 1
    if end == start or _divided(anchor, chars[start], uprights):
        return range(start, start)
    return range(start, end if hangs is _hangs or _goes_back(chars, end, anchor) else start)


def _as_large(char: Char, anchor: Char) -> bool:
    """Whether a figure is as large as the figure or the unit before it: raised by its author, who left it its size."""
    sized = _SMALLER * anchor.size < char.size <= _LARGER * anchor.size
    return sized and char.text.isdecimal() and anchor.text.isascii() and anchor.text.isalnum()


def _hangs_as_large(char: Char, anchor: Char, apart: float) -> bool:
    return _as_large(char, anchor) and _is_off(char, anchor, apart)


def _goes_back(chars: Sequence[Char], end: int, anchor: Char) -> bool:
    """Whether the text goes on where it was, or on another line: what is off is no line of its own."""
    return end == len(chars) or chars[end].base == anchor.base or chars[end].base > anchor.base + _HIGHEST * anchor.size


def _hangs(char: Char, anchor: Char, apart: float) -> bool:
    """Whether a character is raised on another one or lowered, so far apart from what is beside it."""
    return char.text in _SIGNS and char.size <= _SMALLER * anchor.size and _is_off(char, anchor, apart)


def _is_off(char: Char, anchor: Char, apart: float) -> bool:
    """Whether a character stands higher or lower than another one, and right behind it."""
    higher = (anchor.base - char.base) / anchor.size
    off = _LOWEST <= higher <= _HIGHEST or _LOWEST <= -higher <= _DEEPEST
    return off and _BACK <= apart / anchor.size <= _FORTH


def _divided(anchor: Char, char: Char, uprights: Sequence[Edge]) -> bool:
    """Whether an upright line stands between them, as between cells."""
    first, end = (bisect_right(uprights, (c.x0 + c.x1) / 2, key=_LEFT) for c in (anchor, char))
    return any(edge.top <= char.base <= edge.bottom for edge in uprights[first:end])


def _levelled(anchor: Char, chars: Sequence[Char]) -> Iterator[Char]:
    """Put raised and lowered characters on the line that they hang on, as large as what stands there."""
    joins = joins_with_numbers("".join(char.text for char in chars))
    for char in chars:
        text = char.text if not joins else raised(char.text) if char.base < anchor.base else lowered(char.text)
        yield char._replace(text=text, base=anchor.base, size=anchor.size, middle=anchor.middle)
