"""Text that a line strikes out: PDFs printed with visible changes hold the old words beside the new ones."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.page import Edge, Page

#: A shorter line strikes nothing out.
_SHORTEST: Final = 3.0
#: Lines whose heights differ by less are one.
_STEP: Final = 0.5
#: No larger characters are looked at: each is held against as many heights as it is tall.
_LARGEST: Final = 60.0
#: A line runs through a character if it covers this share of its width.
_COVERED: Final = 0.6
#: It passes within this share of the size from the middle, which is a third of it above the base.
_OFF: Final = 1 / 6
#: Characters of one line stand on one base, to this share of their size.
_SAME_BASE: Final = 0.2
#: How far beyond the first and last character, in sizes, a line may go on: white space is struck out too.
_BEYOND: Final = 1.2
#: A line that ends so near to an upright one is a border.
_TOUCHING: Final = 1.0

_MIDDLE, _SIZE = attrgetter("middle"), attrgetter("size")
Intervals = list[tuple[float, float]]


class _Line(NamedTuple):
    """A drawn line: its height in steps, its ends."""

    height: int
    x0: float
    x1: float


def without_struck(page: Page) -> Page:
    """Return a page without the characters that lines run through, and with the words they make."""
    lines = _free(page.edges)
    struck = _struck(_through(page.chars, lines)) if lines and _near(page.chars, lines) else frozenset()
    if not struck:
        return page
    chars = tuple([char for at, char in enumerate(page.chars) if at not in struck])
    return replace(page, chars=chars, struck=_words(page.chars, sorted(struck)))


def _words(chars: Sequence[Char], struck: Sequence[int]) -> tuple[str, ...]:
    """Return what is struck out, in pieces between which something is kept."""
    steps = [at for at, (a, b) in enumerate(pairwise(struck), 1) if b > a + 1]
    pieces = pairwise((0, *steps, len(struck)))
    return tuple("".join(chars[at].text for at in struck[a:b]) for a, b in pieces)


def _free(edges: Iterable[Edge]) -> dict[int, Intervals]:
    """Return the level lines by height that end at no upright one: nearly all do, as borders of tables."""
    found: dict[int, Intervals] = defaultdict(list)
    for edge in edges:
        if edge.x1 - edge.x0 >= _SHORTEST and edge.level:
            found[round(edge.top / _STEP)].append((edge.x0, edge.x1))
    uprights = _Uprights(edges if found else ())
    lines = ((at, [line for line in _united(x) if not uprights.touch(at, *line)]) for at, x in found.items())
    return {at: free for at, free in lines if free}


def _near(chars: Sequence[Char], lines: Iterable[int]) -> bool:
    """Whether the middle of any character stands at the height of a line."""
    middles = sorted(set(map(_MIDDLE, chars)))
    reach = _OFF * min(max(map(_SIZE, chars), default=0.0), _LARGEST) + _STEP
    places = ((y, bisect_left(middles, y - reach)) for y in (height * _STEP for height in lines))
    return any(at < len(middles) and middles[at] <= y + reach for y, at in places)


def _united(found: Intervals) -> Intervals:
    """Join intervals that touch."""
    made: Intervals = []
    for x0, x1 in sorted(found):
        if made and x0 <= made[-1][1] + _TOUCHING:
            made[-1] = made[-1][0], max(made[-1][1], x1)
        else:
            made.append((x0, x1))
    return made


class _Uprights:
    """The upright lines of a page, by where they stand; those at one place run together where they overlap."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        found: dict[int, Intervals] = defaultdict(list)
        for edge in edges:
            if not edge.level and edge.bottom - edge.top >= _SHORTEST:
                found[round(edge.x0 / _TOUCHING)].append((edge.top, edge.bottom))
        self._at = {x: _united(intervals) for x, intervals in found.items()}

    def touch(self, height: int, x0: float, x1: float) -> bool:
        """Whether a line ends at one of them."""
        y = height * _STEP
        places = (round(x / _TOUCHING) + off for x in (x0, x1) for off in (-1, 0, 1))
        return any(_holds(self._at[place], y) for place in places if place in self._at)


def _holds(intervals: Intervals, y: float) -> bool:
    place = bisect_right(intervals, (y + _TOUCHING, float("inf"))) - 1
    return place >= 0 and intervals[place][1] >= y - _TOUCHING


def _through(chars: Iterable[Char], lines: dict[int, Intervals]) -> dict[_Line, list[tuple[int, Char]]]:
    """Return the characters that stand where each line does, between their base and their size above it, by place."""
    found: dict[_Line, list[tuple[int, Char]]] = defaultdict(list)
    heights = sorted(lines)
    for at, char in enumerate(chars):
        _, _, _, _, _, base, size, _, _ = char
        first = bisect_left(heights, (base - size) / _STEP)
        if size <= _LARGEST and first < len(heights) and heights[first] <= base / _STEP:
            for height in heights[first : bisect_right(heights, base / _STEP)]:
                if (line := _over(char, height, lines[height])) is not None:
                    found[line].append((at, char))
    return found


def _over(char: Char, height: int, intervals: Intervals) -> _Line | None:
    """Return the line at a height that covers most of a character's width."""
    place = bisect_right(intervals, ((char.x0 + char.x1) / 2, float("inf"))) - 1
    if place < 0:
        return None
    x0, x1 = intervals[place]
    covered = min(char.x1, x1) - max(char.x0, x0)
    return _Line(height, x0, x1) if covered >= _COVERED * (char.x1 - char.x0) > 0 else None


def _struck(found: dict[_Line, list[tuple[int, Char]]]) -> frozenset[int]:
    """Return the places of the characters that lines strike out."""
    return frozenset(at for line, over in found.items() if _strikes(line, [c for _, c in over]) for at, _ in over)


def _strikes(line: _Line, chars: list[Char]) -> bool:
    """Whether a line runs through the middle of characters, as long as they are together: an underline does not."""
    size, base = max(char.size for char in chars), chars[0].base
    y = line.height * _STEP
    if any(abs(char.base - base) > _SAME_BASE * size for char in chars):
        return False
    if abs(y - (base - size / 3)) > _OFF * size + _STEP / 2:
        return False
    ends = min(char.x0 for char in chars), max(char.x1 for char in chars)
    return ends[0] - line.x0 <= _BEYOND * size and line.x1 - ends[1] <= _BEYOND * size
