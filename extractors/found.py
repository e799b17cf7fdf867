"""A value found in a text, with its place and its strength, and the one rule that settles overlaps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractors.text import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A candidate: `text` is the value's own printed form; the stronger of two overlapping ones stays."""

    value: T
    text: Text
    strength: int = 0


def settle(candidates: Iterable[Found[T]]) -> list[Found[T]]:
    """Keep candidates that do not overlap: stronger first, then longer, then earlier; in text order."""
    ranked = sorted(candidates, key=lambda f: (-f.strength, -len(f.text), f.text.start))
    kept: list[Found[T]] = []
    for found in ranked:
        if all(found.text.end <= k.text.start or k.text.end <= found.text.start for k in kept):
            kept.append(found)
    return sorted(kept, key=lambda f: f.text.start)
