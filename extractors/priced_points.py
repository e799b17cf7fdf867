"""Points inside one paragraph that have full marks each: `1.巡护（40分）。①…（25分）；②…（15分）。`."""

from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import is_lone_amount
from extractors.headings import name_and_amount, running_heading
from extractors.markers import split_marker
from extractors.text import Text

#: A point inside a paragraph begins behind a stop, an amount's bracket, white space or an amount.
_POINT: Final = regex.compile(
    r"(?<=[;。:)\s]|\d分)(?=\(?\d{1,2}[.、)](?!\d)|[①-⑳⑴-⒇㈠-㈩]|\([一二三四五六七八九十]{1,2}\))"
)


def priced_points(text: Text) -> list[Text]:
    """Cut `1.巡护（40分）。①…（25分）；②…（15分）。` before its points where each of them has full marks of its own.

    A heading with full marks is also cut before the first of its points, if that has some too; others stand below.
    Points may also go on from the paragraph's own number (`1.党建10分。2.宣传15分。`). A heading with full marks
    may end a paragraph that is none. [text] where it is not cut.
    """
    if "分" not in text.folded and not text.folded.startswith("("):
        return [text]
    begun = _with_first_point(text)
    if begun is not None:
        return [begun[0], *priced_points(begun[1])]
    ended = _with_last_heading(text)
    if ended is not None:
        return [*priced_points(ended[0]), ended[1]]
    own = split_marker(text)[0]
    found = [(at, marker) for at in _points(text) if (marker := split_marker(text[at:])[0]) is not None]
    families = [marker.family for _, marker in found]
    alike = own is not None and own.family in families
    family = own.family if own is not None and alike else families[0] if families else None
    starts = [at for at, marker in found if marker.family == family]
    pieces = [text[a:b].strip() for a, b in pairwise([*([0] if alike else []), *starts, len(text)])]
    headings = alike and family == "cn_paren"  # these number headings and no clauses
    if len(pieces) < _FEWEST_POINTS or not (headings or all(map(_is_priced, pieces))):
        return [text]
    ordinals = [marker.ordinal for piece in pieces if (marker := split_marker(piece)[0]) is not None]
    first = own.ordinal if own is not None and alike else 1
    if first is None or ordinals != list(range(first, first + len(pieces))):
        return [text]
    head = [] if alike else [text[: starts[0]].strip()]
    return [*(piece for piece in head if piece.chars), *pieces]


_FEWEST_POINTS: Final = 2
#: A heading, its full marks, and right behind them a first number: `（二）目标（共计70分）1.…`.
_HEAD_AND_FIRST: Final = regex.compile(r"[^。;:,!?\[\]]{2,40}[(\[][^()\[\]]{1,8}分[)\]]\s*(?=1[.、](?!\d)|①|\([1一]\))")


def _with_first_point(text: Text) -> tuple[Text, Text] | None:
    """Cut `（二）目标（共计70分）1.化解积案（40分）` behind the heading; None where either has no full marks."""
    match = _HEAD_AND_FIRST.match(text.folded)
    if match is None:
        return None
    head, point = text[: match.end()].strip(), text[match.end() :]
    (own, name), (first, _) = split_marker(head), split_marker(point)
    if own is None or first is None or own.family == first.family:
        return None
    priced = name_and_amount(name, in_table=False).amount is not None and _is_priced(point)
    return (head, point) if priced else None


#: Behind a sentence, a chapter's heading, nothing but its name and its full marks: `…两部分。（一）目标（70分）`.
_LAST_HEADING: Final = regex.compile(
    r"(?<=[。;:)\]]|[。;:)\]]\s{1,4})(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)"
    r"[^。;:,!?()\[\]]{2,40}[(\[][^()\[\]]{1,8}分[)\]][。:]?$"
)


def _with_last_heading(text: Text) -> tuple[Text, Text] | None:
    """Cut a paragraph before the heading that it ends with; None where it counts on from another number."""
    at = text.folded.rfind("分")
    match = _LAST_HEADING.search(text.folded, max(0, at - _LONGEST_HEADING)) if at > 0 else None
    if match is None:
        return None
    before, heading = text[: match.start()].strip(), text[match.start() :]
    (own, words), (last, name) = split_marker(before), split_marker(heading)
    if last is None or not words.chars or name_and_amount(name, in_table=False).amount is None:
        return None
    apart = own is not None and own.family == last.family and last.ordinal != (own.ordinal or 0) + 1
    return None if apart or is_lone_amount(before) else (before, heading)


#: A heading with its number and its full marks is no longer.
_LONGEST_HEADING: Final = 60


def _points(text: Text) -> list[int]:
    headed = text.folded.startswith("(")
    return [match.start() for match in text.finditer(_POINT)] if headed or "分" in text.folded else []


def _is_priced(piece: Text) -> bool:
    """Whether a point has full marks, and more than a rule's."""
    rest = split_marker(piece)[1]
    return running_heading(rest, more=False).amount is not None
