"""Subtotal rows of a table against the rows that they add up."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from operator import itemgetter
from typing import Final

from normalizers.numerals import plain
from pipeline.assemble.schemes import Inferred
from pipeline.checks.catalog import finding
from pipeline.models import Finding, Item, Notice, Scheme

#: A subtotal may take up those before it, so many at most.
_MOST_BEFORE: Final = 40


@dataclass(frozen=True, slots=True)
class _Sums:
    """Where items begin that are added up themselves, and what those up to each come to; `lacking` have no amount."""

    starts: list[int]
    worth: list[Decimal]
    lacking: list[int]

    def between(self, start: int, end: int) -> Decimal | None:
        """Return what the items between two offsets come to; None where there are none or one lacks its amount."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first == last or self.lacking[first] != self.lacking[last]:
            return None
        return self.worth[last] - self.worth[first]


def subtotals(notice: Notice, inferred: Inferred) -> Iterator[Finding]:
    """Compare each subtotal with the leaves since any subtotal before it, or up to the next one, the bonus or not."""
    for i, scheme in enumerate(notice.schemes):
        stated = inferred.subtotals.get(scheme.id, [])
        cuts = [0, *(amount.span.start for amount in stated)]
        sums = {
            (unit, bonus): _sums(scheme, unit, bonus) for unit in {a.unit for a in stated} for bonus in (False, True)
        }
        for at, amount in enumerate(stated):
            here = amount.span.start
            behind = cuts[at + 2] if at + 2 < len(cuts) else _end(scheme)
            ranges = [*((cut, here) for cut in cuts[max(0, at - _MOST_BEFORE) : at + 1]), (here, behind)]
            known = [sums[amount.unit, bonus].between(*r) for bonus in (False, True) for r in ranges]
            own = sums[amount.unit, False].between(cuts[at], here)
            if own is not None and amount.value not in known:
                stated_, sum_ = plain(amount.value), plain(own)
                yield finding("subtotal_sum", f"/schemes/{i}", amount.span, stated=stated_, sum=sum_)


def _end(scheme: Scheme) -> int:
    """Return the offset behind all that a scheme's items say."""
    return max((span.end for item in scheme.walk() for span in item.spans), default=0)


def _sums(scheme: Scheme, unit: str, bonus: bool) -> _Sums:
    natures = ("base", "bonus") if bonus else ("base",)
    leaves = [item for item in _added(scheme.items) if item.spans and item.nature in natures]
    priced = sorted(((item.spans[0].start, _worth(item, unit)) for item in leaves), key=itemgetter(0))
    amounts = [Decimal(0), *(worth or Decimal(0) for _, worth in priced)]
    lacking = [0, *(worth is None for _, worth in priced)]
    return _Sums([start for start, _ in priced], list(accumulate(amounts)), list(accumulate(lacking)))


def _worth(item: Item, unit: str) -> Decimal | None:
    amount = item.points or item.weight
    return amount.value if amount is not None and amount.unit == unit else None


def _added(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield the items that are added up: leaves, and those with an amount below which nothing has one."""
    for item in items:
        below = list(_added(item.children))
        if below and (not (item.points or item.weight) or any(leaf.points or leaf.weight for leaf in below)):
            yield from below
        else:
            yield item
