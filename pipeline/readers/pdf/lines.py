"""Characters to lines, lines to paragraphs: a line goes on where the next word would not have fitted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from operator import attrgetter
from typing import Final

import regex

from extractors.markers import is_marked
from extractors.metadata import date_line
from extractors.text import Text
from normalizers.widths import is_wide
from pipeline.document import Box
from pipeline.readers.building import RawText
from pipeline.readers.pdf.chars import Char

#: Two characters are on one line if their bases are nearer than this share of their size.
_SAME_LINE: Final = 0.45
#: A gap wider than this share of the size is a space between words.
_WORD_GAP: Final = 0.18
#: How much shorter than its column a full line may be, in characters: signs that may not begin a line push one over.
_SLACK: Final = 1.7
_STOPS: Final = ("。", "！", "？")
_INDENT: Final = 1.2
#: No paragraph's first line is indented by so many characters: the line is set to the right, as names and days are.
_SET_RIGHT: Final = 6
_SIZE_CHANGE: Final = 0.12
_PARAGRAPH_GAP: Final = 1.0
_FEWEST_FOR_SIZE: Final = 4
#: An address stands on lines of its own, and only letters and digits continue it.
_ADDRESS: Final = regex.compile(r"https?://")
#: What is not broken: a run of letters and digits, with the sign and its character that such a run hangs on.
_WORD: Final = regex.compile(r"(?P<wide>[^\x00-\x7f][:;,.!?%)\]]+)?(?P<run>[\p{Latin}\d.,%:/?&=_#\-)]+)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page or cell; one that is `apart`, as a row of a table inside the cell, goes on in no other."""

    text: str
    page: int
    box: Box
    size: float
    apart: bool = False

    @property
    def x0(self) -> float:
        """Return its left end."""
        return self.box[0]

    @property
    def x1(self) -> float:
        """Return its right end."""
        return self.box[2]


_BASE, _LEFT = attrgetter("base"), attrgetter("x0")
#: Whether a character is wide, of those that were seen before without a call.
_wide: Final = lru_cache(maxsize=8192)(is_wide)
#: Characters on one height, left to right.
Row = list[Char]


def char_rows(chars: Sequence[Char]) -> list[Row]:
    """Group characters that stand on one height, top to bottom, each group left to right."""
    if not chars:
        return []
    ordered = sorted(chars, key=_BASE)
    pairs = enumerate(pairwise(ordered), 1)
    steps = [i for i, (a, b) in pairs if b.base != a.base and b.base - a.base > _SAME_LINE * min(b.size, a.size)]
    return [sorted(ordered[a:b], key=_LEFT) for a, b in pairwise((0, *steps, len(ordered)))]


def lines(chars: Sequence[Char], page: int) -> list[Line]:
    """Make lines of characters, top to bottom."""
    return [line_of(row, page) for row in char_rows(chars)]


def line_of(row: Row, page: int) -> Line:
    """Make a line of the characters that stand on one height."""
    texts, lefts, tops, rights, bottoms, _, sizes, *_ = zip(*row, strict=True)
    measured = enumerate(zip(rights, lefts[1:], sizes[1:], strict=False), 1)
    gaps = [i for i, (end, start, size) in measured if start - end > _WORD_GAP * size]
    spaces = [i for i in gaps if not (is_wide(texts[i - 1]) and is_wide(texts[i]))]
    text = " ".join("".join(texts[a:b]) for a, b in pairwise((0, *spaces, len(texts))))
    # Boxes of letters and digits have another height than those of ideographs in the same size.
    counted = sorted(compress(sizes, map(_wide, texts))) or sorted(sizes)
    return Line(text, page, (lefts[0], min(tops), max(rights), max(bottoms)), counted[len(counted) // 2])


def run_of(run: Sequence[Char], page: int) -> Line:
    """Make a line of characters in their order, wherever they stand."""
    box = (min(c.x0 for c in run), min(c.top for c in run), max(c.x1 for c in run), max(c.bottom for c in run))
    return Line("".join(c.text for c in run), page, box, max(c.size for c in run))


@dataclass(frozen=True, slots=True)
class Column:
    """The measure that lines are set to."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.right - self.left

    def centred(self, line: Line) -> bool:
        """Whether a line stands in the middle, free at both ends."""
        left, right = line.x0 - self.left, self.right - line.x1
        return abs(left - right) <= line.size and min(left, right) > line.size / 2


def is_full(line: Line, following: str, column: Column) -> bool:
    """Whether the next line's first word would not have fitted behind this line.

    Behind a full stop a new sentence's first character counts, not the number that it may begin with.
    """
    if line.text.endswith(_STOPS):
        return line.x1 + (1.0 + _SLACK) * line.size > column.right
    match = _WORD.match(following)
    width = (len(match["run"]) * 0.55 + len(match["wide"] or "") * 0.8 if match else 1.0) * line.size
    return line.x1 + width + _SLACK * line.size > column.right


Measured = tuple[Line, Column]


def paragraphs(found: Sequence[Measured]) -> list[list[Line]]:
    """Group lines, each with the measure it is set to, into paragraphs."""
    groups: list[list[Measured]] = []
    for line in found:
        if groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [[line for line, _ in group] for group in groups]


def _goes_on(group: list[Measured], following: Measured) -> bool:
    (last, measure), (line, column) = group[-1], following
    if last.apart or line.apart or _other_size(last, line) or not is_full(last, line.text, measure):
        return False
    if len(group) == 1 and last.x0 - measure.left > _SET_RIGHT * last.size and not measure.centred(last):
        return False
    if 0 <= line.box[1] - last.box[3] > _PARAGRAPH_GAP * line.size and line.page == last.page:
        return False
    if _ADDRESS.match(group[0][0].text):
        return not any(is_wide(char) for char in line.text) and not _ADDRESS.match(line.text)
    if _stands_alone(line.text):
        return False
    indented = line.x0 - column.left > _INDENT * line.size and last.x0 - measure.left < _INDENT * line.size
    return not indented or column.centred(line)


def _stands_alone(text: str) -> bool:
    """Whether a line begins anew by what it says: a number of an outline, an address, a signature's date."""
    whole = Text.of(text)
    return is_marked(whole) or bool(_ADDRESS.match(text)) or date_line(whole) is not None


def _other_size(one: Line, other: Line) -> bool:
    """Whether two lines are set in another size; boxes of a few signs say little of it."""
    if min(len(one.text), len(other.text)) < _FEWEST_FOR_SIZE:
        return False
    return abs(one.size - other.size) > _SIZE_CHANGE * one.size


def joined(group: Sequence[Line]) -> RawText:
    """Make one paragraph of its lines; each line keeps its page and box."""
    chars: list[str] = []
    boxes: list[tuple[int, int, int, Box]] = []
    length = 0
    for i, line in enumerate(group):
        text = (" " if i and _needs_space(chars[-1], line.text) else "") + line.text
        boxes.append((length, length + len(text), line.page, line.box))
        chars.append(text)
        length += len(text)
    return RawText("".join(chars), boxes=tuple(boxes))


def _needs_space(before: str, after: str) -> bool:
    """Two words of letters need a space; numbers, addresses and Chinese were only wrapped."""
    last = before.split(" ")[-1]
    return (
        before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha() and "/" not in last
    )
