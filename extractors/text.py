"""Text that remembers: characters, and for each the offset in the reading text that it came from.

Every operation returns another Text of the same source, so no extractor computes an offset and a
value's span is read off. Offsets ascend strictly; a contiguous run is kept as a `range`.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Final, Self

import regex

from normalizers.widths import fold, fold_radicals, is_wide

_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """Characters of `source`, some perhaps left out; `offsets[i]` is where `chars[i]` stands in it.

    `folded` are the characters folded for matching; the same length, so a match's places hold here. Each character is
    folded by itself, so that a part's are a part of the whole text's.
    """

    source: str = field(repr=False)
    chars: str
    offsets: Sequence[int] = field(repr=False)
    folded: str = field(repr=False, compare=False)

    def __init__(self, source: str, chars: str, offsets: Sequence[int], folded: str | None = None) -> None:
        # By far the most made of all objects, and this is a third of what the generated method costs.
        _set_source(self, source)
        _set_chars(self, chars)
        _set_offsets(self, offsets)
        _set_folded(self, fold(chars) if folded is None else folded)

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> Self:
        """Take `source[start:end]` whole."""
        stop = len(source) if end is None else end
        return cls(source, source[start:stop], range(start, stop))

    def __len__(self) -> int:
        return len(self.chars)

    def __str__(self) -> str:
        return self.chars

    def __getitem__(self, part: slice) -> "Text":
        return Text(self.source, self.chars[part], self.offsets[part], self.folded[part])

    @property
    def start(self) -> int:
        """Offset of the first character in the reading text; ValueError on an empty text."""
        if not self.chars:
            raise ValueError("an empty text stands nowhere")
        return self.offsets[0]

    @property
    def end(self) -> int:
        """Offset behind the last character in the reading text."""
        if not self.chars:
            raise ValueError("an empty text stands nowhere")
        return self.offsets[-1] + 1

    @property
    def raw(self) -> str:
        """The reading text from the first to the last character, as printed."""
        return self.source[self.start : self.end]

    @property
    def value(self) -> str:
        """The characters as a value: layout is gone already, CJK radicals become ideographs."""
        return fold_radicals(self.chars)

    def overlaps(self, other: "Text") -> bool:
        """Whether both have a stretch of the source in common."""
        return self.start < other.end and other.start < self.end

    def index_of(self, part: "Text") -> int:
        """Return the index in this text at which a part of it begins."""
        return bisect_left(self.offsets, part.start)

    def runs(self) -> list[tuple[int, int]]:
        """Return the (start, end) of each stretch of the source that is here without a gap, in the text's own order."""
        if isinstance(self.offsets, range):
            return [(self.offsets.start, self.offsets.stop)] if self.offsets else []
        gaps = [i for i, (a, b) in enumerate(pairwise(self.offsets), 1) if b != a + 1]
        found: list[tuple[int, int]] = []
        for first, last in pairwise((0, *gaps, len(self.offsets)) if self.offsets else ()):
            start, end = self.offsets[first], self.offsets[last - 1] + 1
            if found and found[-1][0] <= start <= found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], end))
            else:
                found.append((start, end))
        return found

    def spaced(self) -> list["Text"]:
        """Cut where white space of the source was squeezed out, perhaps with something that was left out before it."""
        if isinstance(self.offsets, range):
            return [self]
        steps = [(i, self.offsets[i - 1] + 1, self.offsets[i]) for i in range(1, len(self.chars))]
        cuts = [i for i, start, end in steps if end > start and self.source[end - 1].isspace()]
        return [self[a:b] for a, b in zip([0, *cuts], [*cuts, len(self.chars)], strict=True)]

    def breaks(self, ignored: Set[int]) -> int:
        """Count the places where visible characters of the source, not in `ignored`, were left out."""
        if isinstance(self.offsets, range):
            return 0
        pairs = zip(self.offsets, self.offsets[1:], strict=False)
        return sum(
            any(not self.source[i].isspace() and i not in ignored for i in range(a + 1, b))
            for a, b in pairs
            if b > a + 1
        )

    def strip(self, chars: str | None = None) -> "Text":
        """Drop `chars` (white space) from both ends."""
        kept = len(self.chars.strip(chars))
        if kept == len(self.chars):
            return self
        left = len(self.chars) - len(self.chars.lstrip(chars))
        return self[left : left + kept]

    def rstrip(self, chars: str | None = None) -> "Text":
        """Drop `chars` (white space) from the end."""
        kept = len(self.chars.rstrip(chars))
        return self if kept == len(self.chars) else self[:kept]

    def keep(self, wanted: Callable[[int], bool]) -> "Text":
        """Keep the characters whose index is wanted."""
        return self._at([i for i in range(len(self.chars)) if wanted(i)])

    def _at(self, kept: list[int]) -> "Text":
        if len(kept) == len(self.chars):
            return self
        return Text(self.source, "".join([self.chars[i] for i in kept]), tuple([self.offsets[i] for i in kept]))

    def without(self, ranges: Iterable[tuple[int, int]]) -> "Text":
        """Leave out the index ranges."""
        gone = {i for start, end in ranges for i in range(start, end)}
        return self._at([i for i in range(len(self.chars)) if i not in gone]) if gone else self

    def squeeze(self) -> "Text":
        """Drop layout: padding, and any white space that touches a Chinese character or sign."""
        text = self.strip()
        chars = text.chars
        if len(chars.split(None, 1)) < 2:
            return text
        kept, at = list[tuple[int, int]](), 0
        for gap in _SPACE.finditer(chars):
            start, end = gap.span()
            kept.append((at, start))
            # One space stays between two words of a script that needs one.
            at = end if is_wide(chars[start - 1]) or is_wide(chars[end]) else end - 1
        return text._cut([*kept, (at, len(chars))])

    def _cut(self, kept: list[tuple[int, int]]) -> "Text":
        """Keep the index ranges."""
        chars, folded = ("".join([whole[a:b] for a, b in kept]) for whole in (self.chars, self.folded))
        if len(chars) == len(self.chars):
            return self
        offsets = chain.from_iterable([self.offsets[a:b] for a, b in kept])
        return Text(self.source, chars, tuple(offsets), folded)

    def split(self, pattern: "regex.Pattern[str]") -> list["Text"]:
        """Cut at each match of `pattern` (on folded characters); the parts, without the empty ones."""
        parts, at = [], 0
        for match in pattern.finditer(self.folded):
            parts.append(self[at : match.start()])
            at = match.end()
        parts.append(self[at:])
        return [p for p in parts if p.chars.strip()]

    def finditer(self, pattern: "regex.Pattern[str]") -> Iterator["regex.Match[str]"]:
        """Match on the folded characters; a match's indices are indices of this text."""
        return pattern.finditer(self.folded)

    def group(self, match: "regex.Match[str]", name: str | int = 0) -> "Text | None":
        """Return the part of this text that a match's group covers, None where the group took no part."""
        start, end = match.span(name)
        return None if start < 0 else self[start:end]


def _setter(name: str) -> Callable[[Text, object], None]:
    """Return what sets a field of a new text, which is frozen, without looking its name up again."""
    setter: Callable[[Text, object], None] = vars(Text)[name].__set__
    return setter


_set_source, _set_chars, _set_offsets, _set_folded = map(_setter, ("source", "chars", "offsets", "folded"))


def join(parts: Sequence[Text], separator: str = "") -> Text:
    """Join texts of one source in order; a separator stands at the offset behind the part before it.

    Empty parts are left out.

    Raises ValueError if there is nothing to join.
    """
    if not parts:
        raise ValueError("nothing to join")
    parts = [part for part in parts if part.chars] or parts[:1]
    if len(parts) == 1:
        return parts[0]
    chars: list[str] = []
    offsets: list[int] = []
    for i, part in enumerate(parts):
        if i and separator:
            chars.append(separator)
            offsets.extend([offsets[-1]] * len(separator))
        chars.append(part.chars)
        offsets.extend(part.offsets)
    return Text(parts[0].source, "".join(chars), tuple(offsets))
