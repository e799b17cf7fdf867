"""Cells side by side that white space divides: not within an amount, nor before the number of a sentence."""

from typing import Final

import regex

from extractors.text import Text

#: `10` and `分）`; `5` and `%`.
_UNIT_NEXT: Final = regex.compile(r"(?:分|%)(?=[)\];,、:/。]|$)")
_NUMBER_LAST: Final = regex.compile(r"(?:^|[^\d.])\d{1,4}(?:\.\d{1,2})?$")
#: `扣` and `10`; `每有` and `1`, which what is counted follows.
_COUNT_NEXT: Final = regex.compile(r"\d{1,4}(?:\.\d{1,2})?(?=[分%]|$)")
_COUNT_DUE: Final = regex.compile(r"(?:[扣减加得计记每有少缺超低于达近约满(]|扣除|不足|至少)$")


def spaced_cells(text: Text) -> list[Text]:
    """Cut a text where white space divides its cells."""
    cells: list[Text] = []
    start = end = 0
    due = False  # a sentence has come to a number, and goes on behind it
    for piece in text.spaced():
        before, words = text[start:end].folded.rstrip(), piece.folded.strip()
        counts = _COUNT_NEXT.match(words) is not None and _COUNT_DUE.search(before) is not None
        amount = _UNIT_NEXT.match(words) is not None and _NUMBER_LAST.search(before) is not None
        if not (due or counts or amount):
            cells.append(text[start:end].strip())
            start = end
        end += len(piece)
        due = counts and words[-1:].isdecimal()
    return [cell for cell in (*cells, text[start:].strip()) if cell.chars]
