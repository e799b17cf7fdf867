"""Texts that are nothing but things and the marks of each, none a whole or a fault."""

from collections.abc import Iterator
from typing import Final

import regex

from extractors.clauses import bare_amount, clauses, sentences
from extractors.conditions import is_fault
from extractors.text import Text

_WHOLE: Final = regex.compile(r"[本该此各]|满分|总(?:分|计|得分)|共|基[本础]|标准|优|良|合格|达标|最")


def is_priced(text: Text) -> bool:
    """Whether a text is nothing but things and their marks (`有方案1分，有总结1分`), none a whole or a fault."""
    parts = [part for sentence in sentences(text) for part in _priced_parts(sentence.rstrip("。！？!? \n"))]
    return len(parts) > 1 and all(map(_is_named, parts))


#: What ends with marks ends there (`有方案1分、有总结1分`), else at a semicolon: `有方案，有清单1分；有总结1分`.
_BEHIND_MARKS: Final = regex.compile(r"(?<=\d分)[、,]|[;:]")


def _priced_parts(sentence: Text) -> Iterator[Text]:
    return (part for part in map(Text.strip, sentence.split(_BEHIND_MARKS)) if part.chars)


def _is_named(part: Text) -> bool:
    marks = bare_amount(part)
    named = marks is not None and (marks.folded == "0分" or not any(map(is_fault, clauses(part))))
    return named and _WHOLE.match(part.folded) is None
