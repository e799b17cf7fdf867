"""Tables drawn with box characters, redrawn as rows by pipes: a cell's text is wrapped over lines of others' text.

The lines that rule a table through keep its measure, and their joints say which columns go on above and below; text has
none that can be relied on, for its padding is the first that a copy loses.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from unicodedata import name

import regex

_DRAWN: Final = (
    "─━═┄┅┈┉╌╍┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬│┃║"
)
_LEVEL: Final = "─━═┄┅┈┉╌╍"
_JOINTS: Final = "".join(c for c in _DRAWN if c not in _LEVEL)
#: Joints from which an upright line goes down, so that a column goes on below.
_DOWN: Final = frozenset(c for c in _JOINTS if {"DOWN", "VERTICAL"} & set(name(c).split()))
_PART: Final = regex.compile(rf"(?P<joint>[{_JOINTS}])(?P<words>[^{_JOINTS}]*)")
_FEWEST_LINES: Final = 3
#: The lines above and below the header and at the end; a table with no more has none between its rows.
_FRAME: Final = 3

#: (row, column) → (rows, columns) of the cells that stand over more than one.
Spans = dict[tuple[int, int], tuple[int, int]]


@dataclass(slots=True)
class _Cell:
    """A cell under construction: the row it begins in, its stretch of columns, its lines."""

    row: int
    start: int
    end: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the lines run together; two words of letters keep a space."""
        made = ""
        for line in self.lines:
            apart = made[-1:].isascii() and made[-1:].isalpha() and line[:1].isascii() and line[:1].isalpha()
            made += (" " if apart else "") + line
        return made.replace("|", "｜")


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A text with its drawn tables as rows by pipes, how many there were, and the merged cells by line and column."""

    text: str
    count: int
    spans: Spans


def redraw(text: str) -> Redrawn:
    """Redraw the drawn tables of a text."""
    made: list[str] = []
    waiting: list[str] = []
    spans: Spans = {}
    count = 0
    for line in [*text.split("\n"), ""]:
        if _is_boxed(line):
            waiting.append(line)
            continue
        cells = _cells(waiting) if len(waiting) >= _FEWEST_LINES else []
        if cells:
            rows = sorted({cell.row for cell in cells if cell.lines})
            spans |= _spans(cells, rows, len(made))
            made += _printed(cells, rows)
            count += 1
        else:
            made += waiting
        waiting = []
        made.append(line)
    return Redrawn("\n".join(made[:-1]), count, spans)


def _is_boxed(line: str) -> bool:
    """Whether a line begins and ends with a drawn sign."""
    bare = line.strip()
    return len(bare) > 1 and bare[0] in _DRAWN and bare[-1] in _DRAWN


Line = list[tuple[str, str]]


def _parts(line: str) -> Line:
    """Cut a line at its upright lines and joints, into each joint and what stands behind it."""
    return [(match["joint"], match["words"]) for match in _PART.finditer(line.strip())]


def _is_rule(words: str) -> bool:
    bare = words.strip()
    return bool(bare) and not bare.strip(_LEVEL)


def _is_through(line: Line) -> bool:
    return all(_is_rule(words) for _, words in line[:-1]) and not line[-1][1].strip()


def _positions(line: Line) -> list[int]:
    """Return where a line's joints stand in its measure."""
    at, found = 0, []
    for _, words in line:
        found.append(at)
        at += 1 + len(words)
    return found


def _cells(lines: list[str]) -> list[_Cell]:
    """Return the cells of a table; [] where its lines are no table's."""
    cut = [parts for parts in map(_parts, lines) if len(parts) > 1]
    measure = sorted({p for line in cut if _is_through(line) for p in _positions(line)})
    width = Counter(len(line) - 1 for line in cut).most_common(1)[0][0] if cut else 0
    if max(width, len(measure) - 1) < 2:
        return []
    table = _Table(measure if len(measure) > width else list(range(width + 1)), ruled=_is_ruled(cut))
    for line in cut:
        table.take(line)
    return [*table.done, *table.open] if any(cell.lines for cell in table.done) else []


def _is_ruled(cut: list[Line]) -> bool:
    """Whether lines stand between the rows, and not only around the header and at the end."""
    return sum(any(_is_rule(words) for _, words in line) for line in cut) > _FRAME


@dataclass(slots=True)
class _Table:
    """Takes a drawn table's lines one by one; `open` are the cells that go on, left to right."""

    measure: list[int]
    ruled: bool
    row: int = 0
    open: list[_Cell] = field(default_factory=list)
    done: list[_Cell] = field(default_factory=list)

    def take(self, line: Line) -> None:
        """Take a line of text, or one that ends cells where it is ruled."""
        if any(_is_rule(words) for _, words in line):
            self._rule(line)
            return
        words = [part.strip() for _, part in line[:-1]]
        if not self.ruled and self.row and sum(map(bool, words)) * 2 > len(words):
            self.row += 1
            self._begin([(cell.start, cell.end) for cell in self.open], set(range(len(self.open))))
        for cell, part in zip(self._open_for(len(words)), words, strict=False):
            if part:
                cell.lines.append(part)

    def _open_for(self, count: int) -> list[_Cell]:
        """Return the open cells; a line with another number of parts is a row of its own, with a cell for each."""
        if len(self.open) != count:
            self.row += 1
            self.done += self.open
            ends = [*range(1, min(count, len(self.measure) - 1)), len(self.measure) - 1]
            self.open = [_Cell(self.row, start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]
        return self.open

    def _rule(self, line: Line) -> None:
        """End the cells above a rule, and begin those below it between the joints that go down."""
        self.row += 1
        begun: list[list[int]] = []
        for (joint, words), start, end in self._stretches(line):
            above = next((cell for cell in self.open if cell.start <= start < cell.end), None)
            if not _is_rule(words):
                if above is not None and words.strip():
                    above.lines.append(words.strip())
            elif begun and begun[-1][1] == start and joint not in _DOWN:
                begun[-1][1] = end
            else:
                begun.append([start, end])
        ended = {i for i, cell in enumerate(self.open) for start, end in begun if start <= cell.start < end}
        self._begin([(start, end) for start, end in begun], ended)

    def _begin(self, stretches: list[tuple[int, int]], ended: set[int]) -> None:
        """Put cells over some stretches of columns in the place of those that ended."""
        self.done += [cell for i, cell in enumerate(self.open) if i in ended]
        kept = [cell for i, cell in enumerate(self.open) if i not in ended]
        self.open = sorted([*kept, *(_Cell(self.row, *s) for s in stretches)], key=lambda cell: cell.start)

    def _stretches(self, line: Line) -> Iterator[tuple[tuple[str, str], int, int]]:
        """Yield each part of a line with the stretch of columns that it stands over."""
        at = 0
        for part in line[:-1]:
            end = self._end(at, part[1])
            yield part, at, end
            at = end

    def _end(self, at: int, words: str) -> int:
        """Return the column behind a part: a rule keeps its measure, and anything else is an open cell."""
        last = len(self.measure) - 1
        if _is_rule(words):
            return min(max(bisect_left(self.measure, self.measure[min(at, last)] + len(words) + 1), at + 1), last)
        return next((cell.end for cell in self.open if cell.start <= at < cell.end), min(at + 1, last))


def _spans(cells: list[_Cell], rows: list[int], first: int) -> Spans:
    """Return the cells that are merged, by the line of the text that their row is printed on."""
    found: Spans = {}
    begun: defaultdict[int, list[int]] = defaultdict(list)  # by column, the rows in which a cell over it begins
    for cell in sorted(cells, key=lambda c: c.row):
        for column in range(cell.start, cell.end):
            begun[column].append(cell.row)
    for cell in (c for c in cells if c.lines):
        ends = min((_next(begun[c], cell.row, rows[-1] + 1) for c in range(cell.start, cell.end)), default=rows[-1] + 1)
        height = bisect_left(rows, ends) - bisect_left(rows, cell.row)
        if height > 1 or cell.end - cell.start > 1:
            found[first + bisect_left(rows, cell.row), cell.start] = (height, cell.end - cell.start)
    return found


def _next(rows: list[int], row: int, default: int) -> int:
    """Return the first of ascending rows that is behind a row."""
    at = bisect_right(rows, row)
    return rows[at] if at < len(rows) else default


def _printed(cells: list[_Cell], rows: list[int]) -> list[str]:
    width = max(cell.end for cell in cells)
    held: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for cell in cells:
        if cell.lines:
            held[cell.row][cell.start] = cell.text
    return ["| " + " | ".join(held[row].get(c, "") for c in range(width)) + " |" for row in rows]
