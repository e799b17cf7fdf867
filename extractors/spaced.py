"""Cells side by side that white space divides: not within an amount, nor before the number of a sentence."""

from itertools import pairwise
from typing import Final

import regex

from extractors.text import Text

#: `10` and `分）`; `5` and `%`.
_UNIT_NEXT: Final = regex.compile(r"(?:分|%)(?=[)\];,、:/。]|$)")
_NUMBER_LAST: Final = regex.compile(r"(?:^|[^\d.])\d{1,4}(?:\.\d{1,2})?$")
#: `扣` and `10`; `每有` and `1`, which what is counted follows.
_COUNT_NEXT: Final = regex.compile(r"\d{1,4}(?:\.\d{1,2})?(?=[分%]|$)")
_COUNT_DUE: Final = regex.compile(r"(?:[扣减加得计记每有少缺超低于达近约满(]|扣除|不足|至少)$")


#: `…，年终结案率` and `100%`: a rate in a sentence; a name's (`结案率`) may have its weight in the cell beside it.
_RATE_DUE: Final = regex.compile(r"[,;。][^,;。]*率$")
_RATE_NEXT: Final = regex.compile(r"\d{1,3}(?:\.\d{1,2})?%")

#: Between two numbers white space is kept as a sign: `（40） 1、`, `10 2`.
_BETWEEN_NUMBERS: Final = regex.compile(r"(?<=[\d)\]])\s+(?=[\d(\[])")


def _apart(piece: Text) -> list[Text]:
    cuts = [match.end() for match in piece.finditer(_BETWEEN_NUMBERS)]
    return [piece[a:b] for a, b in pairwise([0, *cuts, len(piece)])]


def spaced_cells(text: Text) -> list[Text]:
    """Cut a text where white space divides its cells."""
    cells: list[Text] = []
    start = end = 0
    due = False  # a sentence has come to a number, and goes on behind it
    for piece in (part for whole in text.spaced() for part in _apart(whole)):
        before, words = text[start:end].folded.rstrip(), piece.folded.strip()
        counts = _COUNT_NEXT.match(words) is not None and _COUNT_DUE.search(before) is not None
        amount = _UNIT_NEXT.match(words) is not None and _NUMBER_LAST.search(before) is not None
        rate = _RATE_NEXT.match(words) is not None and _RATE_DUE.search(before) is not None
        if not (due or counts or amount or rate):
            cells.append(text[start:end].strip())
            start = end
        end += len(piece)
        due = counts and words[-1:].isdecimal()
    return [cell for cell in (*cells, text[start:].strip()) if cell.chars]
