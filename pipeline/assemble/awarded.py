"""Full marks that only an item's rules print (`按月巡护的得5分`), where all together come to the whole."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

import regex

from normalizers.numerals import number
from normalizers.widths import fold
from pipeline.document import Document
from pipeline.models import Amount, Item, Rule

_MARKS: Final = regex.compile(r"(?P<n>\d{1,4}(?:\.\d{1,2})?)\s*分")
#: What a name that ends in its full marks says of them (`档案管理计3分`); `卫生整洁的得2分` is a sentence.
_NAMED: Final = regex.compile(r"(?<=[^,、的者])[,、]?[计记得]\s{0,2}\d{1,4}(?:\.\d{1,2})?\s{0,2}分$")
#: A limit of what is taken is no mark.
_TAKEN: Final = regex.compile("[扣减]")


@dataclass(slots=True)
class Awarded:
    """Gives such items their full marks and remembers which: `ids`."""

    document: Document
    ids: set[str] = field(default_factory=set)

    def family(self, items: tuple[Item, ...], worth: Decimal | None) -> tuple[Item, ...]:
        """Give items that stand side by side what their rules award, if all together are then `worth` so much."""
        base = [item for item in items if item.nature == "base"]
        below = tuple(self._below(item, worth if len(base) == 1 else None) for item in items)
        if worth is None or not any(_is_open(item) for item in base):
            return below
        awards = {item.id: award for item in base if (award := _award(item)) is not None}
        known = [item.points.value for item in base if item.points is not None]
        given = [award.amount for award in awards.values() if award.amount is not None]
        whole = sum([*known, *given], Decimal(0)) == worth
        lacking = any(item.points is None and item.id not in awards and _has_marks(item) for item in base)
        if not awards or not whole or lacking:
            return below
        self.ids.update(awards)
        return tuple(self._given(item, awards.get(item.id)) for item in below)

    def _below(self, item: Item, worth: Decimal | None) -> Item:
        if not item.children:
            return item
        own = item.points.value if item.points is not None and item.points.min is None else None
        children = self.family(item.children, own if own is not None or item.weight is not None else worth)
        same = all(a is b for a, b in zip(children, item.children, strict=True))
        return item if same else item.model_copy(update={"children": children})

    def _given(self, item: Item, award: Rule | None) -> Item:
        if award is None:
            return item
        named = _NAMED.search(fold(item.title)) if item.title is not None else None
        title = item.title[: named.start()] if named is not None and item.title is not None else item.title
        return item.model_copy(update={"points": self._amount(award), "title": title})

    def _amount(self, award: Rule) -> Amount:
        """Return a rule's amount with where it is printed: the marks alone, or where they are in words all of it."""
        printed = [m for m in _MARKS.finditer(fold(award.raw)) if number(m["n"]) == award.amount]
        start, end = printed[-1].span() if printed else (0, len(award.raw))
        span = self.document.span_of(award.span.start + start, award.span.start + end)
        assert award.amount is not None
        return Amount(value=award.amount, unit="point", basis=award.basis, raw=award.raw[start:end], span=span)


def _is_open(item: Item) -> bool:
    return item.points is None and item.weight is None and not item.children


def _award(item: Item) -> Rule | None:
    """Return the one rule of an item without full marks that awards marks for all of it, or else limits them."""
    if not _is_open(item):
        return None
    given = [rule for rule in item.scoring_rules if _gives(rule)]
    named = [rule for rule in given if item.title is not None and rule.raw in item.title]
    found = named or given or _caps(item)
    return found[0] if len(found) == 1 and _is_whole(found[0]) else None


def _caps(item: Item) -> list[Rule]:
    """Return what limits an item's marks (`积极报送信息，最高得10分`), but not those that it gives besides."""
    besides = any(rule.effect == "add" for rule in item.scoring_rules)
    limits = [rule for rule in item.scoring_rules if rule.effect == "cap" and rule.amount]
    return [] if besides else [rule for rule in limits if _TAKEN.search(rule.raw) is None]


def _gives(rule: Rule) -> bool:
    return rule.effect == "award" and bool(rule.amount)


def _is_whole(rule: Rule) -> bool:
    """Whether a rule's marks are those of everything, and not of a case, a time or a place."""
    plain = rule.per is None and rule.tier is None and rule.min is None and not rule.discretion
    return plain and rule.unit == "point" and rule.basis == "stated"


def _has_marks(item: Item) -> bool:
    """Whether an item must have full marks, though they were not read: it gives marks, and not only besides."""
    return bool(item.children) or any(rule.effect == "award" for rule in item.scoring_rules) or bool(_caps(item))


def unmarked(items: tuple[Item, ...]) -> list[tuple[Item, Rule]]:
    """Return the items side by side that have no full marks, though a rule of theirs awards some for all of them."""
    base = [item for item in items if item.nature == "base"]
    return [(item, award) for item in base if (award := _award(item)) is not None]
