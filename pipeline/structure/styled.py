"""Headings that have a style and no number: the format marks their level, and nothing that is printed does."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import regex

from extractors.markers import Marker, split_marker
from extractors.text import Text

#: One heading of a level tells nothing of how the text is divided.
_FEWEST: Final = 2
_LONGEST: Final = 30
#: A heading is no sentence, and no label whose words stand on the line below.
_NO_HEADING: Final = regex.compile(r"[。;!?:]")
_FAMILY: Final = "styled"


def styled_headings(paragraphs: list[Text], levels: Mapping[int, int]) -> dict[int, Marker]:
    """Return what stands for the numbers of headings that have none, by where each begins.

    `levels` are those of paragraphs that the format marks as headings, from 1, by where they begin. Headings of one
    level are siblings, those with a number among them; a further level stands below.
    """
    if not levels:
        return {}
    marks = {text.start: split_marker(text)[0] for text in paragraphs}
    below = [*paragraphs[1:], None]
    plain = [text for text, after in zip(paragraphs, below, strict=True) if _heads(text, after, levels)]
    plain = [text for text in plain if marks[text.start] is None]
    count = Counter(levels[text.start] for text in plain)
    kinds = _kinds([level for level in sorted(count) if count[level] >= _FEWEST], marks, levels)
    told = ((text, kinds[levels[text.start]]) for text in plain if levels[text.start] in kinds)
    return {text.start: Marker(family, rank, None, text) for text, (family, rank) in told}


def _heads(text: Text, below: Text | None, levels: Mapping[int, int]) -> bool:
    """Whether a marked heading looks like one and something stands below it."""
    level = levels.get(text.start)
    if level is None or below is None or len(text) > _LONGEST or _NO_HEADING.search(text.folded):
        return False
    return levels.get(below.start, level + 1) > level


def _kinds(
    levels: list[int], marks: Mapping[int, Marker | None], known: Mapping[int, int]
) -> dict[int, tuple[str, int]]:
    """Return the family and rank of each level without numbers, among those of the numbers that other headings have."""
    numbered = [(start, marker) for start, marker in marks.items() if marker is not None]
    headed = [(known[start], marker) for start, marker in numbered if start in known]
    lowest = min((marker.rank for _, marker in numbered), default=1)
    made: dict[int, tuple[str, int]] = {}
    for behind, level in enumerate(reversed(levels), 1):
        same = [(marker.family, marker.rank) for at, marker in headed if at == level]
        above = [marker.rank for at, marker in headed if at < level]
        rank = max(above) + 1 if above else lowest - behind
        made[level] = same[0] if same else (f"{_FAMILY}{level}", rank)
    return made
