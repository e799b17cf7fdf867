"""Tables drawn with box characters, redrawn as rows by pipes: a cell's text is wrapped over lines of others' text."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

import regex

_UPRIGHT: Final = "│┃║"
#: The signs of drawn lines, Unicode block Box Drawing.
_DRAWN: Final = "─━═┄┅┈┉╌╍┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬"
_LEVEL: Final = frozenset("─━═┄┅┈┉╌╍")
_JOINTS: Final = regex.compile(f"[{_UPRIGHT}{''.join(c for c in _DRAWN if c not in _LEVEL)}]")
_BOXED: Final = regex.compile(f"[{_UPRIGHT}{_DRAWN}]")
_FEWEST_LINES: Final = 3
#: The lines above and below the header and at the end; a table with no more has none between its rows.
_FRAME: Final = 3


@dataclass(slots=True)
class _Cell:
    """A cell under construction: the row it begins in, and its lines."""

    row: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the lines run together; two words of letters keep a space."""
        made = ""
        for line in self.lines:
            apart = made[-1:].isascii() and made[-1:].isalpha() and line[:1].isascii() and line[:1].isalpha()
            made += (" " if apart else "") + line
        return made


def redraw(text: str) -> tuple[str, int]:
    """Return a text with its drawn tables as rows by pipes, and how many tables there were."""
    made: list[str] = []
    waiting: list[str] = []
    count = 0
    for line in [*text.split("\n"), ""]:
        if _is_boxed(line):
            waiting.append(line)
            continue
        if len(waiting) >= _FEWEST_LINES and (rows := _rows(waiting)):
            made += rows
            count += 1
        else:
            made += waiting
        waiting = []
        made.append(line)
    return "\n".join(made[:-1]), count


def _is_boxed(line: str) -> bool:
    """Whether a line begins and ends with a drawn sign."""
    bare = line.strip()
    return len(bare) > 1 and _BOXED.match(bare[0]) is not None and _BOXED.match(bare[-1]) is not None


def _parts(line: str) -> list[str]:
    """Cut a line of a table at its upright lines and joints, without the frame."""
    return _JOINTS.split(line.strip())[1:-1]


def _is_rule(part: str) -> bool:
    bare = part.strip()
    return bool(bare) and set(bare) <= _LEVEL


def _rows(lines: list[str]) -> list[str]:
    """Return the table's rows; [] where its lines have no common number of columns."""
    cut = [_parts(line) for line in lines]
    width = Counter(map(len, cut)).most_common(1)[0][0]
    if width < 2:
        return []
    open_: list[_Cell] = [_Cell(0) for _ in range(width)]
    done: list[tuple[int, int, str]] = []
    row = 0
    ruled = sum(any(map(_is_rule, parts)) for parts in cut) > _FRAME
    for parts in cut:
        if len(parts) != width:
            row = _merged(parts, row, open_, done)
            continue
        rules = [_is_rule(part) for part in parts]
        if any(rules):
            row += 1
        elif not ruled and row and sum(bool(part.strip()) for part in parts) * 2 > width:
            row += 1
            rules = [True] * width
        for column, (part, is_rule) in enumerate(zip(parts, rules, strict=True)):
            if is_rule:
                done.append((open_[column].row, column, open_[column].text))
                open_[column] = _Cell(row)
            if not _is_rule(part) and part.strip():
                open_[column].lines.append(part.strip())
    done += [(cell.row, column, cell.text) for column, cell in enumerate(open_)]
    return _printed(done, width)


def _merged(parts: list[str], row: int, open_: list[_Cell], done: list[tuple[int, int, str]]) -> int:
    """Take a line whose cells are merged over columns as a row of its own, or a rule through all columns."""
    for column, cell in enumerate(open_):
        done.append((cell.row, column, cell.text))
    words = [part.strip() for part in parts if part.strip() and not _is_rule(part)]
    kept = [*words[: len(open_) - 1], "".join(words[len(open_) - 1 :])]
    done += [(row + 1, column, text) for column, text in enumerate(kept)]
    open_[:] = [_Cell(row + 2) for _ in open_]
    return row + 2


def _printed(cells: list[tuple[int, int, str]], width: int) -> list[str]:
    made = []
    for row in sorted({row for row, _, text in cells if text}):
        held = {column: text for r, column, text in cells if r == row}
        made.append("| " + " | ".join(held.get(c, "").replace("|", "｜") for c in range(width)) + " |")
    return made
