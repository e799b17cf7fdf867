"""A value found in a text, with its place and its strength, and the one rule that settles overlaps."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from extractors.text import Text

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A candidate: `text` is the value's own printed form; the stronger of two overlapping ones stays."""

    value: T
    text: Text
    strength: int = 0


def settle(candidates: Iterable[Found[T]]) -> list[Found[T]]:
    """Keep candidates that do not overlap: stronger first, then longer, then earlier; in text order."""
    ranked = sorted(candidates, key=lambda f: (-f.strength, -len(f.text), f.text.start))
    kept: list[Found[T]] = []  # in text order, without overlaps: only the two beside a candidate can overlap it
    starts: list[int] = []
    for found in ranked:
        at = bisect_right(starts, found.text.start)
        if at and kept[at - 1].text.end > found.text.start:
            continue
        if at < len(kept) and starts[at] < found.text.end:
            continue
        kept.insert(at, found)
        starts.insert(at, found.text.start)
    return kept
