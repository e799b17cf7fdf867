"""Sentences and clauses of a running text."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import trailing_amount
from extractors.markers import split_marker
from extractors.text import Text

#: Stops end a sentence; commas and semicolons end a clause. Brackets hide their commas from clauses.
_SENTENCE: Final = regex.compile(r"(?:[^。!?\n]++|(?<=\d)。(?=\d+分))++[。!?\n]?")
_STOP: Final = regex.compile(r"[。!?\n]")
_CLAUSE: Final = regex.compile(r"[^,;:]+")
#: A numbered clause ends where the next number stands behind a stop or on a new line.
_NEXT_NUMBER: Final = regex.compile(r"(?<=[;。\n)])(?=\(?\d{1,2}[.、)](?!\d)|[①-⑳])")
SENTENCE_STOPS: Final = "。!?！？"


def sentences(text: Text) -> list[Text]:
    """Cut at 。！？ and paragraph ends; each sentence keeps its stop."""
    folded = text.folded
    if len(folded) > 1 and _STOP.search(folded, 0, len(folded) - 1) is None:  # one sentence, as most texts are
        return [text] if folded.strip() else []
    return [text[m.start() : m.end()] for m in text.finditer(_SENTENCE) if m[0].strip()]


def clauses(sentence: Text) -> Iterator[Text]:
    """Cut a sentence at commas and semicolons; each clause without them and without stops."""
    for match in sentence.finditer(_CLAUSE):
        clause = sentence[match.start() : match.end()].strip().rstrip("。！？!? \n")
        if clause.chars:
            yield clause


def priced_clauses(text: Text) -> list[Text]:
    """Cut `1.…（15分）；2.…（20分）` into its clauses; [] where one is not numbered or does not end in full marks."""
    cuts = [0, *(m.start() for m in text.finditer(_NEXT_NUMBER)), len(text)]
    parts = [part for a, b in pairwise(cuts) if (part := text[a:b].strip()).chars]
    numbered = [split_marker(part) for part in parts]
    families = {marker.family if marker is not None else None for marker, _ in numbered}
    counted = [marker.ordinal for marker, _ in numbered if marker is not None] == list(range(1, len(parts) + 1))
    priced = all(trailing_amount(rest, in_table=True)[0] is not None for _, rest in numbered)
    return parts if len(parts) > 1 and len(families) == 1 and counted and priced else []
