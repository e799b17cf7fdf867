"""Headings that nothing divides from their sentence (`优化审批流程各部门要精简材料，…`), on lines of their own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractors.headings import running_heading
from extractors.markers import Marker, split_marker
from extractors.subjects import heading_end
from extractors.text import Text

#: So many headings beside one show how they are printed: run in and no longer than this.
_FEWEST_BESIDE: Final = 2
_LONGEST_BESIDE: Final = 16
_SIGNS: Final = ",;"
#: With its number a heading is no longer.
_WITHIN: Final = 24


@dataclass(frozen=True, slots=True)
class Unglued:
    """Paragraphs with headings on lines of their own, and the headings that were cut off their sentences."""

    paragraphs: list[Text]
    headings: list[Text]


def unglued(paragraphs: Sequence[Text]) -> Unglued:
    """Cut headings off their sentences where those beside them are run in, short, and at least as many."""
    found = [(at, mark, end) for at, text in enumerate(paragraphs) for mark, end in _sure_end(text)]
    glued = {at for at, _, _ in found}
    many = Counter(mark.family for _, mark, _ in found)
    others = [split_marker(text) for at, text in enumerate(paragraphs) if found and at not in glued]
    beside = Counter(
        mark.family for mark, rest in others if mark is not None and mark.family in many and _is_run_in(rest)
    )
    ends = {at: end for at, mark, end in found if beside[mark.family] >= max(_FEWEST_BESIDE, many[mark.family])}
    cuts = [[ends[at]] if at in ends else [] for at in range(len(paragraphs))]
    made = [text[a:b] for text, cut in zip(paragraphs, cuts, strict=True) for a, b in pairwise([0, *cut, len(text)])]
    return Unglued(made, [paragraphs[at][:end] for at, end in ends.items()])


def _sure_end(text: Text) -> Iterator[tuple[Marker, int]]:
    """Yield a numbered paragraph's marker and where its heading ends, if a sentence with a sign is left behind that."""
    mark, rest = split_marker(text) if "各" in text.folded[:_WITHIN] else (None, text)
    end = heading_end(rest) if mark is not None else None
    if mark is not None and end is not None and any(sign in rest.folded[end:] for sign in f"{_SIGNS}。"):
        yield mark, text.index_of(rest) + end


def _is_run_in(rest: Text) -> bool:
    """Whether a paragraph begins with a short heading, a stop and its text."""
    heading = running_heading(rest, more=False)
    name = heading.title if heading.rest is not None else None
    return name is not None and len(name) <= _LONGEST_BESIDE and not any(sign in name.folded for sign in _SIGNS)
