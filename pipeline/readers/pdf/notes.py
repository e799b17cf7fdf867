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
from pipeline.readers.pdf.lines import Line, joined
from pipeline.readers.pdf.page import Page
from pipeline.readers.raised import raised

#: A rule over notes is as long, in shares of the page's width, and begins as near to the text's left end, in points.
_SHORTEST, _LONGEST, _ASIDE = 0.1, 0.4, 3.0
_MARK: Final = regex.compile(r"[0-9]{1,2}(?![0-9.．、])|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[①-⑳]")
#: These are marks of notes by how they stand; others are where what they begin is set smaller than the text.
_RAISED: Final = frozenset(raised(str(number)) for number in range(100))
_SMALL: Final = 0.92


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
    above = "".join(line.text for line in flow[:at]) + "".join(c.text for c in page.chars if c.bottom < flow[at].box[1])
    small = _SMALL * median(line.size for line in flow[:at])
    told = all(note.mark in above and (note.mark in _RAISED or flow[at].size < small) for note in notes)
    return (flow[:at], notes) if told else (flow, [])


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
