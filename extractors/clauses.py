"""Sentences and clauses of a running text."""

from collections.abc import Iterator
from typing import Final

import regex

from extractors.text import Text

#: Stops end a sentence; commas and semicolons end a clause. Brackets hide their commas from clauses.
_SENTENCE: Final = regex.compile(r"(?:[^。!?\n]|(?<=\d)。(?=\d+分))+[。!?\n]?")
_CLAUSE: Final = regex.compile(r"[^,;:]+")
SENTENCE_STOPS: Final = "。!?！？"


def sentences(text: Text) -> list[Text]:
    """Cut at 。！？ and paragraph ends; each sentence keeps its stop."""
    return [text[m.start() : m.end()] for m in text.finditer(_SENTENCE) if m[0].strip()]


def clauses(sentence: Text) -> Iterator[Text]:
    """Cut a sentence at commas and semicolons; each clause without them and without stops."""
    for match in sentence.finditer(_CLAUSE):
        clause = sentence[match.start() : match.end()].strip().rstrip("。！？!? \n")
        if clause.chars:
            yield clause
