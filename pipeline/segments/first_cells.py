"""First cells behind a flattened table's header that end as headers do (`安全目标`): told from its columns."""

from collections.abc import Sequence
from typing import Final

import regex

from extractors.text import Text
from normalizers.headers import HEADS, QUALIFIERS, bare_header, header_role, header_words

_NAMES: Final = ("level", "title", "requirement")
_PRICES: Final = ("points", "weight")
#: A row's name stands before these, so what is called like a name behind them begins the first row.
_BEHIND_NAMES: Final = (*_PRICES, "scoring", "method", "score", "self_score", "remarks", "evidence", "scorer")
#: An item's own marks in a bracket; a header says what all of its column comes to, a hundred or more.
_OWN_MARKS: Final = regex.compile(r"\(\d{1,2}(?:\.\d)?(?:分|%)\)$")
_BRACKET: Final = regex.compile(r"\([^()]*\)$")
#: What is to be done after an assessment has a column at the end (`整改措施`).
_AFTERWARDS: Final = ("措施", "举措")
#: What says of work and not of its assessment which it is: `重点项目` may be a name where `考核项目` is none.
_OF_WORK: Final = ("重点", "主要", "年度", "创建")


def without_cells(headers: Sequence[Text]) -> int:
    """Return how many of the lines that read as headers are the header; those behind them begin the first row.

    Columns of names stand before those of marks, rules and remarks. Behind these a line that no vocabulary has as a
    whole is a name that ends like a header, and so is any with marks of its own: `得分`, then `重点项目`.
    """
    end = len(headers)
    while end > 1 and _is_cell(headers[end - 1], headers[: end - 1]):
        end -= 1
    return end


def _is_cell(header: Text, before: Sequence[Text]) -> bool:
    roles = [header_role(x.chars) for x in before]
    named = any(role in _NAMES for role in roles) and roles[-1] in _BEHIND_NAMES
    if not named or header_role(header.chars) not in _NAMES:
        return False
    if _OWN_MARKS.search(header.folded):
        return True
    counted = roles[0] == "number"  # the first cell is a number then
    priced = any(role in _PRICES for role in roles)
    return priced and not counted and not _is_printed_so(header) and not header.folded.endswith(_AFTERWARDS)


def _is_printed_so(header: Text) -> bool:
    """Whether words are a header as they stand: one of the vocabulary, or put together of a qualifier and a head."""
    bare = bare_header(_BRACKET.sub("", header.folded))
    made = bare.startswith(QUALIFIERS) and not bare.startswith(_OF_WORK) and bare[2:] in HEADS
    return bare in header_words() or made or "级" in bare
