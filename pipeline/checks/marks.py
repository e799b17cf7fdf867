"""Full marks that are printed in an item's words, or outside of every scheme, and that no item took.

So are marks for each of something that nothing says are given or taken.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import regex

from extractors.amounts import base_marks, headed_amount, marks_alone
from extractors.bare_rules import marks_for_each
from extractors.clauses import clause_marks, marks_of
from extractors.text import Text
from normalizers.numerals import plain
from normalizers.widths import fold
from pipeline.checks.catalog import finding
from pipeline.checks.walk import Visit, label, place
from pipeline.models import Finding, Item, Notice

#: So many are quoted; a table that was read as one paragraph has hundreds.
_QUOTED: Final = 5


def untaken_marks(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report items and sections whose words hold full marks that are neither theirs nor their children's.

    Shares of the item's own (`40分。…率（15分）、…率（25分）`) are no more than it is; more are other items' that
    lost their numbers or their lines, and a single one behind its name (`巡护（15分）：…` beside 20) is no share. Of a
    table's items without marks those without a bracket are told too.
    """
    closing = _closing_numbers(visits)
    for visit in visits:
        left = _untaken(visit.item) if visit.item.nature == "base" else []
        left = left if visit.scheme is not None else _without_named(left, visit.item, visits)
        if not left and visit.scheme is not None:
            left = _unread(visit.item) if visit.scheme.columns else _behind_dash(visit.item)
            left = left or closing.get(visit.pointer, [])
        if left:
            quoted = ", ".join([*map(plain, left[:_QUOTED]), *(["…"] if len(left) > _QUOTED else [])])
            yield finding("marks_untaken", visit.pointer, place(visit.item), label=label(visit.item), raw=quoted)


def _untaken(item: Item) -> list[Decimal]:
    texts = (item.title, item.requirement, item.scoring)
    found = Counter([*_marks(*texts), *(x for text in texts if text is not None for x in base_marks(Text.of(text)))])
    if not found:
        return []
    own = item.points.value if item.points is not None else None
    taken = [own, *(child.points.value for child in item.children if child.points is not None)]
    found -= Counter(value for value in taken if value is not None)
    found -= Counter(_marks(*(rule.raw for rule in item.scoring_rules)))
    left = list(found.elements())
    if own is None or sum(left) > own:
        return left
    return left if not item.children and _names_all(item, left) else []


def _names_all(item: Item, left: list[Decimal]) -> bool:
    """Whether the only marks left stand behind the name that a requirement begins with, and say less than its cell."""
    headed = headed_amount(Text.of(item.requirement)) if len(left) == 1 and item.requirement is not None else None
    return headed is not None and headed[1].value.value == left[0]


def _without_named(left: list[Decimal], section: Item, visits: list[Visit]) -> list[Decimal]:
    """Return a section's marks without those of parts that it names, which a table has (`由巡护（60分）、…`)."""
    if not left:
        return []
    words = f"{section.title or ''}{section.requirement or ''}"
    named = (v.item for v in visits if v.scheme is not None and v.item.title and v.item.title in words)
    return list((Counter(left) - Counter(item.points.value for item in named if item.points is not None)).elements())


def _unread(item: Item) -> list[Decimal]:
    """Return the marks without a bracket that end clauses of a table's item, where none at all were read of it.

    Beside full marks those for each of something are told, as nothing says which way they go.
    """
    if item.children:
        return []
    each = Counter(marks_for_each(Text.of(item.scoring)) if item.scoring is not None else [])
    each -= Counter(rule.amount for rule in item.scoring_rules if rule.amount is not None)
    if each or item.points or item.weight or item.scoring_rules:
        return list(each.elements())
    texts = (Text.of(text) for text in (item.title, item.requirement, item.scoring) if text is not None)
    return [marks_of(marks) for text in texts for marks in clause_marks(text)]


#: `机构健全-4分`: full marks behind a dash, or marks that are taken.
_DASHED: Final = regex.compile(r"-\s?(?P<n>\d{1,3}(?:\.\d)?)分$")


def _behind_dash(item: Item) -> list[Decimal]:
    """Return the marks behind a short dash that a heading without any ends in."""
    if item.points or item.weight or item.scoring_rules or item.title is None:
        return []
    match = _DASHED.search(fold(item.title))
    return [Decimal(match["n"])] if match is not None else []


#: Behind a sentence, alone, or behind a name of words: `列入年度计划。3`, `学习教育10`.
_NUMBER: Final = regex.compile(r"(?:^|[。;])\s?(?P<n>\d{1,3}(?:\.\d)?)$")
_NAMED: Final = regex.compile(
    r"[\p{Han}、“”]{2,12}(?<![扣加减得计第共近约达每于过至到为有超按占各满])(?P<n>\d{1,3}(?:\.\d)?)"
)
#: So many are no page numbers.
_FEWEST: Final = 3


def _closing_numbers(visits: list[Visit]) -> dict[str, list[Decimal]]:
    """Return the bare numbers that several items without marks end in, by where these stand, if others have marks."""
    outlines = [v for v in visits if v.scheme is not None and not v.scheme.columns]
    if not any(v.item.points or v.item.weight for v in outlines):
        return {}
    bare = [v for v in outlines if not (v.item.points or v.item.weight or v.item.children)]
    found = {v.pointer: number for v in bare if (number := _closing_number(v.item)) is not None}
    return {pointer: [number] for pointer, number in found.items()} if len(found) >= _FEWEST else {}


def _closing_number(item: Item) -> Decimal | None:
    text = item.requirement or item.title
    match = None
    if text is not None and text[-1:].isdecimal():
        match = _NUMBER.search(text[-8:]) if item.requirement is not None else _NAMED.fullmatch(text)
    return Decimal(match["n"]) if match is not None else None


def _marks(*texts: str | None) -> list[Decimal]:
    return [mark for text in texts if text is not None and "分" in text for mark in marks_alone(Text.of(text))]
