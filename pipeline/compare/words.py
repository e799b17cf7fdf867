"""Two texts compared by words: jieba tells the words, difflib what was taken out and put in."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from extractors.language.words import words_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that both texts have, or only one of them."""

    op: Literal["same", "gone", "new"]
    words: str


def pieces(before: str, after: str) -> Iterator[Piece]:
    """Yield the texts as one run of pieces: shared words, words that went, words that came."""
    old, new = words_of(before), words_of(after)
    for op, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            yield Piece("same", "".join(old[i:j]))
            continue
        if i < j:
            yield Piece("gone", "".join(old[i:j]))
        if k < m:
            yield Piece("new", "".join(new[k:m]))
