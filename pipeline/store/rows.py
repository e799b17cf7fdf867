"""A notice as rows of the store's tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from pipeline.models import Amount, Deadline, Item, Notice, Rule, Span, Unit, to_json

Value = str | int | float | date | bool | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class _Standing:
    """An item with the scheme and the parent that it stands in, and its place in the document, from 1."""

    item: Item
    scheme: str | None
    parent: str | None
    position: int


def digest(notice: Notice) -> str:
    """Return the SHA-256 of what the notice says, whatever its file is called."""
    unnamed = notice.model_copy(update={"source": notice.source.model_copy(update={"name": ""})})
    return sha256(to_json(unnamed).encode()).hexdigest()


def rows(notice: Notice) -> dict[str, list[Row]]:
    """Return a notice's rows by table name, without its own row; every row says which notice it is of."""
    items = list(_standing(notice))
    made = {
        "schemes": [_scheme(notice, i) for i in range(len(notice.schemes))],
        "items": [_item(standing) for standing in items],
        "assignments": [row for s in items for row in _assignments(s.item)],
        "deadlines": [row for s in items for row in _deadlines(s.item)],
        "rules": [_at(i) | row for i, row in enumerate(_rules(notice, items), 1)],
        "findings": list(_findings(notice)),
    }
    owner: Row = {"notice_id": notice.source.sha256}
    return {name: [_stored(owner | row) for row in of] for name, of in made.items()}


def notice_row(notice: Notice) -> Row:
    """Return the notice's own row."""
    region = notice.region
    made: Row = {
        "id": notice.source.sha256,
        "digest": digest(notice),
        "source_name": notice.source.name,
        "media_type": notice.source.media_type,
        "region": region.name if region is not None else None,
        "region_level": region.level if region is not None else None,
    }
    scalars = (
        "schema_version", "title", "cover_title", "kind", "status", "year", "year_end", "issuer", "document_number",
        "issued_on", "published_on", "coverage",
    )  # fmt: skip
    return _stored(made | {name: getattr(notice, name) for name in scalars})


def _stored(row: Row) -> Row:
    """Leave NUL characters out of texts: PostgreSQL takes none, and no notice means one."""
    return {name: value.replace("\x00", "") if isinstance(value, str) else value for name, value in row.items()}


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _amount(name: str, amount: Amount | None) -> Row:
    if amount is None:
        return {name: None, f"{name}_basis": None}
    return {name: _number(amount.value), f"{name}_basis": amount.basis}


def _standing(notice: Notice) -> Iterator[_Standing]:
    forest: list[tuple[str | None, tuple[Item, ...]]] = [(None, notice.sections)]
    forest += [(scheme.id, scheme.items) for scheme in notice.schemes]
    found = (pair for scheme, trees in forest for pair in _below(scheme, trees, None))
    for position, (item, scheme, parent) in enumerate(found, 1):
        yield _Standing(item, scheme, parent, position)


def _below(
    scheme: str | None, items: tuple[Item, ...], parent: str | None
) -> Iterator[tuple[Item, str | None, str | None]]:
    for item in items:
        yield item, scheme, parent
        yield from _below(scheme, item.children, item.id)


def _scheme(notice: Notice, at: int) -> Row:
    scheme = notice.schemes[at]
    total = scheme.total
    return {
        "id": scheme.id,
        "title": scheme.title,
        "applies_to": scheme.applies_to,
        "total": _number(total.value) if total is not None else None,
        "total_unit": total.unit if total is not None else None,
        "self_total": _number(scheme.self_total),
    }


def _item(standing: _Standing) -> Row:
    item = standing.item
    kept = ("id", "level", "marker", "title", "requirement", "name", "nature", "scoring", "remarks")
    return (
        {"scheme_id": standing.scheme, "parent_id": standing.parent, "position": standing.position}
        | {name: getattr(item, name) for name in kept}
        | _amount("points", item.points)
        | {"points_min": _number(item.points.min) if item.points is not None else None}
        | _amount("weight", item.weight)
        | {"self_score": _number(item.self_score), "score": _number(item.score)}
    )


def _placed(value: Unit | Deadline | Rule) -> Row:
    return {"basis": value.basis, "raw": value.raw, "span_start": value.span.start, "span_end": value.span.end}


def _at(position: int, item: str | None = None) -> Row:
    return {"position": position} if item is None else {"item_id": item, "position": position}


def _assignments(item: Item) -> Iterator[Row]:
    for position, unit in enumerate(item.responsible, 1):
        kept = {name: getattr(unit, name) for name in ("name", "role", "kind", "agency")}
        yield _at(position, item.id) | kept | _placed(unit)


def _deadlines(item: Item) -> Iterator[Row]:
    names = ("kind", "start", "due", "recurrence", "duration", "working_days", "after", "milestone")
    for position, deadline in enumerate(item.deadlines, 1):
        kept = {name: getattr(deadline, name) for name in names}
        yield _at(position, item.id) | kept | _placed(deadline)


def _rules(notice: Notice, items: list[_Standing]) -> Iterator[Row]:
    """Yield the rules of whole schemes, then those of items."""
    for scheme in notice.schemes:
        yield from (_rule(rule, scheme.id, None) for rule in scheme.scoring_rules)
    for standing in items:
        yield from (_rule(rule, standing.scheme, standing.item.id) for rule in standing.item.scoring_rules)


def _rule(rule: Rule, scheme: str | None, item: str | None) -> Row:
    kept = {name: getattr(rule, name) for name in ("effect", "discretion", "unit", "per", "tier", "condition")}
    amounts = {"amount": _number(rule.amount), "amount_min": _number(rule.min)}
    return {"scheme_id": scheme, "item_id": item} | kept | amounts | _placed(rule)


def _findings(notice: Notice) -> Iterator[Row]:
    for position, finding in enumerate(notice.findings, 1):
        kept = {name: getattr(finding, name) for name in ("code", "severity", "message", "pointer")}
        yield {"position": position} | kept | _span(finding.span)


def _span(span: Span | None) -> Row:
    return {
        "span_start": span.start if span is not None else None,
        "span_end": span.end if span is not None else None,
    }
