"""Items under a heading that says nothing (`其他`): bonus where all their rules give, deduction where all take."""

from decimal import Decimal
from typing import Final

import regex

from normalizers.values import Effect, Nature
from normalizers.widths import fold
from pipeline.models import Item

_NEUTRAL: Final = regex.compile(
    r"(?:其[他它]|附加|补充|另外|额外)(?:项目?|事项|工作|内容|指标|方面|情况|情形|部分|因素)?"
)
#: No such name is longer, nor one of both.
_LONGEST: Final = 12
#: Both, so that each item below is of one kind.
_BOTH: Final = regex.compile(
    r"(?:[加奖][减扣]分?|加分[和与及、]?[减扣]分|奖[惩罚]|奖励[和与及、]?(?:惩罚|处罚|扣分|惩戒))(?:项目?|事项|内容|指标|情况|情形|部分|因素|措施)?"
)
#: What rules that only limit others say of neither.
_LIMITS: Final[frozenset[Effect]] = frozenset({"cap", "floor"})
_KINDS: Final[dict[Effect, Nature]] = {"add": "bonus", "deduct": "deduction"}
#: What all items of a scheme are worth without those that are given besides.
_WHOLES: Final = (Decimal(100), Decimal(1000))


def with_natures_told(items: tuple[Item, ...], total: Decimal | None) -> tuple[Item, ...]:
    """Tell what neutral items of a scheme of this `total` are, where that is certain."""
    if not any(_is_neutral(item) for item in items):
        return tuple(_inside(item) for item in items)
    firm = sum((_worth(item) for item in items if not _is_neutral(item)), Decimal(0))
    kinds: dict[Nature, bool] = {"bonus": firm == total or firm in _WHOLES, "deduction": firm == total}
    besides = frozenset(kind for kind, certain in kinds.items() if certain)
    return tuple(_told(item, besides, alone=firm > 0) if _is_neutral(item) else _inside(item) for item in items)


def _inside(item: Item) -> Item:
    """Look for neutral items below another, which no sum of a whole scheme tells apart."""
    if not item.children:
        return item
    told = tuple(_told(x, frozenset(), alone=True) if _is_neutral(x) else _inside(x) for x in item.children)
    same = all(a is b for a, b in zip(told, item.children, strict=True))
    return item if same else item.model_copy(update={"children": told})


def _is_neutral(item: Item) -> bool:
    if item.nature != "base" or item.title is None or len(item.title) > _LONGEST:
        return False
    name = fold(item.title)
    return _NEUTRAL.fullmatch(name) is not None or _BOTH.fullmatch(name) is not None


def _is_both(item: Item) -> bool:
    return _BOTH.fullmatch(fold(item.title or "")) is not None


def _told(item: Item, besides: frozenset[Nature], *, alone: bool) -> Item:
    """Give a neutral item the nature of all its rules.

    One with full marks has it where the others come to the whole without it (`besides`), one without any where others
    have some (`alone`). Where rules are of both kinds each leaf without marks has its own.
    """
    if _is_both(item):
        return _each(item, marked=True)
    kinds = {_kind(leaf) for leaf in _leaves(item)}
    kind = kinds.pop() if len(kinds) == 1 else None
    marked = _worth(item) > 0
    if kind is not None and (kind in besides or (not marked and alone)):
        return _as(item, kind)
    return item if not alone or not item.children else _each(item)


def _each(item: Item, *, marked: bool = False) -> Item:
    """Give each leaf the nature of its own rules, one with full marks only where it may be `marked`."""
    if item.children:
        return item.model_copy(update={"children": tuple(_each(x, marked=marked) for x in item.children)})
    kind = _kind(item)
    return _as(item, kind) if kind is not None and (marked or not _worth(item)) else item


def _kind(leaf: Item) -> Nature | None:
    """Return what all rules of an item give or take; None where it has none, or of both kinds."""
    effects = {rule.effect for rule in leaf.scoring_rules} - _LIMITS
    return _KINDS.get(effects.pop()) if len(effects) == 1 else None


def _leaves(item: Item) -> list[Item]:
    return [leaf for child in item.children for leaf in _leaves(child)] if item.children else [item]


def _worth(item: Item) -> Decimal:
    """Return an item's full marks, or those of its parts; what is given besides counts for nothing."""
    if item.nature != "base":
        return Decimal(0)
    if item.points is not None:
        return item.points.value
    return sum(map(_worth, item.children), Decimal(0))


def _as(item: Item, nature: Nature) -> Item:
    children = tuple(_as(child, nature) for child in item.children)
    return item.model_copy(update={"nature": nature, "children": children})
