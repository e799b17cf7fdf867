"""A value found in a text, with its place and its strength, and the one rule that settles overlaps."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, Generic, NamedTuple, TypeVar

from extractors.text import Text

T = TypeVar("T")
_FEWEST_OVERLAPPING: Final = 2


class Found(NamedTuple, Generic[T]):
    """A candidate: `text` is the value's own printed form; the stronger of two overlapping ones stays."""

    value: T
    text: Text
    strength: int = 0


def settle(candidates: Iterable[Found[T]]) -> list[Found[T]]:
    """Keep candidates that do not overlap: stronger first, then longer, then earlier; in text order."""
    found = list(candidates)
    if len(found) < _FEWEST_OVERLAPPING:
        return found
    ranked = sorted(found, key=lambda f: (-f.strength, -len(f.text), f.text.start))
    kept: list[Found[T]] = []  # in text order, without overlaps: only the two beside a candidate can overlap it
    starts: list[int] = []
    for one in ranked:
        at = bisect_right(starts, one.text.start)
        if at and kept[at - 1].text.end > one.text.start:
            continue
        if at < len(kept) and starts[at] < one.text.end:
            continue
        kept.insert(at, one)
        starts.insert(at, one.text.start)
    return kept
