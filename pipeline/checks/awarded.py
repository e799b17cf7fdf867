"""Full marks that no name, bracket or column prints, but a rule (`按月巡护的得5分`): taken, or left where they are."""

from collections.abc import Iterator

from pipeline.assemble.awarded import unmarked
from pipeline.assemble.schemes import Inferred
from pipeline.checks.catalog import finding
from pipeline.checks.walk import Visit, label, place, shown
from pipeline.models import Finding, Item, Notice, Span


def awarded(notice: Notice, visits: list[Visit], inferred: Inferred) -> Iterator[Finding]:
    """Report, once for items side by side, full marks that were taken from rules and such as were not."""
    for i, scheme in enumerate(notice.schemes):
        name = scheme.title or notice.title or scheme.id
        priced = any(column.role in ("points", "weight") for column in scheme.columns)
        pointer, span = f"/schemes/{i}", place(scheme.items[0]) if scheme.items else None
        yield from _family(scheme.items, name, pointer, span, inferred, priced=priced)
    for visit in (visit for visit in visits if visit.item.children):
        columns = visit.scheme.columns if visit.scheme is not None else ()
        priced = visit.scheme is None or any(column.role in ("points", "weight") for column in columns)
        where = place(visit.item)
        yield from _family(visit.item.children, label(visit.item), visit.pointer, where, inferred, priced=priced)


def _family(
    siblings: tuple[Item, ...], name: str, pointer: str, span: Span | None, inferred: Inferred, *, priced: bool
) -> Iterator[Finding]:
    taken = [item for item in siblings if item.id in inferred.awarded and item.points is not None]
    if taken and taken[0].points is not None:
        raw = shown(taken[0].points.raw)
        yield finding("points_awarded", pointer, span, count=len(taken), label=name, raw=raw)
    left = [] if priced else unmarked(siblings)
    if left:
        yield finding("points_unstated", pointer, span, count=len(left), label=name, raw=shown(left[0][1].raw))
