"""Amounts that should add up: children to parents, the top level to the total, self scores to theirs."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from normalizers.numerals import plain
from normalizers.values import Nature
from pipeline.checks.catalog import finding
from pipeline.checks.walk import Visit, label, place
from pipeline.models import Amount, Finding, Item, Notice, Scheme

_WHOLE: Final = Decimal(100)


def _amount(item: Item) -> Amount | None:
    return item.points or item.weight


def _base(children: tuple[Item, ...]) -> tuple[Item, ...]:
    """Sums never count bonus, deduction and veto items."""
    return tuple(c for c in children if c.nature == "base")


def _sum(children: tuple[Item, ...], unit: str) -> Decimal | None:
    """Add up amounts of one unit; None where one is missing or of another unit, or nothing is there."""
    amounts = [_amount(c) for c in children]
    if not amounts or any(a is None or a.unit != unit for a in amounts):
        return None
    return sum((a.value for a in amounts if a is not None), Decimal(0))


def children_sums(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Compare each parent's amount with its children's."""
    for visit in visits:
        item, stated = visit.item, _amount(visit.item)
        total = _sum(_base(item.children), stated.unit) if stated is not None and item.nature == "base" else None
        shares = stated is not None and stated.unit == "percent" and total == _WHOLE  # weights within their parent
        if stated is not None and total is not None and total != stated.value and not shares:
            yield finding(
                "children_sum",
                visit.pointer,
                place(item),
                label=label(item),
                stated=plain(stated.value),
                sum=plain(total),
            )


def total_sums(notice: Notice) -> Iterator[Finding]:
    """Compare a scheme's stated total with its top level, with and without the bonus.

    What has no amount itself is worth what stands below it.
    """
    for i, scheme in enumerate(notice.schemes):
        if scheme.total is None:
            continue
        base = _worth(scheme.items, scheme.total.unit, ("base",))
        whole = _worth(scheme.items, scheme.total.unit, ("base", "bonus"))
        if base is not None and scheme.total.value not in (base, whole):
            stated = plain(scheme.total.value)
            yield finding("total_sum", f"/schemes/{i}/total", scheme.total.span, stated=stated, sum=plain(base))


def _worth(items_: tuple[Item, ...], unit: str, natures: tuple[Nature, ...]) -> Decimal | None:
    """Add up items of some natures, each by its own amount or else by what stands below it; None where one has none."""
    found: list[Decimal | None] = []
    for item in items_:
        own = _amount(item)
        if item.nature in natures:
            found.append(own.value if own is not None and own.unit == unit else _worth(item.children, unit, natures))
    known = [value for value in found if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(found) else None


def _self_scores(item: Item) -> Iterator[Decimal]:
    below = [s for child in item.children for s in _self_scores(child)]
    if below:
        yield from below
    elif item.self_score is not None:
        yield item.self_score


def _self_sum(scheme: Scheme, *, bonus: bool) -> Decimal:
    counted = scheme.items if bonus else _base(scheme.items)
    return sum((s for item in counted for s in _self_scores(item)), Decimal(0))


def self_scores(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Compare self scores with their total, and each with its item's full marks."""
    for i, scheme in enumerate(notice.schemes):
        sums = [_self_sum(scheme, bonus=False), _self_sum(scheme, bonus=True)]
        if scheme.self_total is not None and scheme.self_total not in sums:
            stated, total = plain(scheme.self_total), plain(sums[0])
            yield finding("self_total_sum", f"/schemes/{i}/self_total", None, stated=stated, sum=total)
    for visit in visits:
        item, full = visit.item, _amount(visit.item)
        if item.self_score is not None and full is not None and item.self_score > full.value:
            yield finding(
                "self_score_above_full", f"{visit.pointer}/self_score", place(item),
                label=label(item), score=plain(item.self_score), full=plain(full.value),
            )  # fmt: skip
