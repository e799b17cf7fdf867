"""Footnotes: lines below a short rule at a page's foot, each with a mark that stands in the text above.

Word and LibreOffice draw that rule (ECMA-376 part 1, 17.11.23: the separator). A note belongs behind the paragraph that
has its mark: at the page's foot it would cut a sentence in two, or be read as the end of another task.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

import regex

from pipeline.readers.building import RawText
from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.lines import Line, joined
from pipeline.readers.pdf.page import Page
from pipeline.readers.raised import raised

#: A rule over notes is as long, in shares of the page's width, and begins as near to the text's left end, in points.
_SHORTEST, _LONGEST, _ASIDE = 0.1, 0.4, 3.0
_MARK: Final = regex.compile(r"[0-9]{1,2}(?![0-9.．、])|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[①-⑳]")
#: These are marks of notes by how they stand; others are where what they begin is set smaller than the text.
_RAISED: Final = frozenset(raised(str(number)) for number in range(100))
_SMALL: Final = 0.92
#: A circled number behind nothing or one of these begins a clause.
_CLAUSE_ENDS: Final = ("", *"。；;：:，,、（(")


class Note(NamedTuple):
    """A note, its mark as it stands in the text, and the page whose text has it."""

    mark: str
    page: int
    text: RawText

    def hangs_on(self, text: RawText) -> bool:
        """Whether a paragraph on its page has its mark."""
        return self.mark in text.chars and any(page == self.page for _, _, page, _ in text.boxes)


def notes_apart(flow: list[Line], page: Page) -> tuple[list[Line], list[Note]]:
    """Return the lines of a page's text, and the notes below it."""
    at = _begin(flow, page) if flow else None
    if at is None:
        return flow, []
    begun = [i for i in range(at, len(flow)) if _MARK.match(flow[i].text)]
    notes = [_note(flow[a:b], page) for a, b in pairwise((*begun, len(flow)))]
    chars = [char for char in page.chars if char.bottom < flow[at].box[1]]
    above = "".join(line.text for line in flow[:at]) + "".join(char.text for char in chars)
    small = flow[at].size < _SMALL * median(line.size for line in flow[:at])
    told = all(note.mark in above and (note.mark in _RAISED or (small and _hangs(note.mark, chars))) for note in notes)
    return (flow[:at], notes) if told else (flow, [])


def _hangs(mark: str, chars: Sequence[Char]) -> bool:
    """Whether a mark stands behind words, or at the end of them: before words it is a clause's number."""
    places = (at for at, char in enumerate(chars) if char.text == mark)
    return any(_beside(chars, at, -1) not in _CLAUSE_ENDS or not _beside(chars, at, 1) for at in places)


def _beside(chars: Sequence[Char], at: int, step: int) -> str:
    """Return the character on a line beside another one, "" where none is near."""
    one, other = chars[at], chars[at + step] if 0 <= at + step < len(chars) else None
    if other is None or abs(other.base - one.base) > one.size / 2:
        return ""
    apart = one.x0 - other.x1 if step < 0 else other.x0 - one.x1
    return other.text if abs(apart) < one.size else ""


def _begin(flow: Sequence[Line], page: Page) -> int | None:
    """Return the first line below the lowest rule over notes, if it begins with a mark."""
    left = min(line.x0 for line in flow)
    rules = [
        edge.top
        for edge in page.edges
        if edge.level and _SHORTEST <= (edge.x1 - edge.x0) / page.width <= _LONGEST and abs(edge.x0 - left) <= _ASIDE
    ]
    if not rules:
        return None
    at = next((i for i, line in enumerate(flow) if (line.box[1] + line.box[3]) / 2 > max(rules)), len(flow))
    return at if 0 < at < len(flow) and _MARK.match(flow[at].text) else None


def _note(lines: Sequence[Line], page: Page) -> Note:
    match = _MARK.match(lines[0].text)
    return Note(raised(match[0]) if match is not None else "", page.number, joined(lines))
