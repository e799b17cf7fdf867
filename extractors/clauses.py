"""Sentences and clauses of a running text."""

from collections.abc import Iterator
from typing import Final

import regex

from extractors.text import Text

#: Stops end a sentence; commas and semicolons end a clause. Brackets hide their commas from clauses.
_SENTENCE: Final = regex.compile(r"(?:[^。!?\n]|(?<=\d)。(?=\d+分))+[。!?\n]?")
_STOP: Final = regex.compile(r"[。!?\n]")
_CLAUSE: Final = regex.compile(r"[^,;:]+")
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
