"""The two flat tables of a notice: its indicators, and its assignments with a row for each item, unit and deadline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from pipeline.models import Amount, Deadline, Item, Notice, Unit

Value = str | int | Decimal | date | bool | None
TableName = Literal["indicators", "assignments"]


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows of typed values; None where the notice says nothing."""

    name: TableName
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


INDICATORS: Final = (
    "scheme", "id", "parent", "level", "nature", "marker", "title", "requirement", "points", "points_min", "weight",
    "self_score", "score", "scoring", "responsible", "deadlines", "remarks",
)  # fmt: skip
ASSIGNMENTS: Final = (
    "scheme", "id", "item", "unit", "role", "unit_kind", "agency", "deadline_kind", "start", "due", "recurrence",
    "duration", "working_days", "after", "milestone", "deadline",
)  # fmt: skip


def table(notice: Notice, name: TableName) -> Table:
    """Return one of a notice's flat tables."""
    if name == "indicators":
        return Table(name, INDICATORS, tuple(_indicators(notice)))
    return Table(name, ASSIGNMENTS, tuple(_assignments(notice)))


def trees(notice: Notice) -> Iterator[tuple[str, Item, str | None]]:
    """Yield every item of the schemes with its scheme's id and its parent's, parents first."""
    for scheme in notice.schemes:
        yield from _below(scheme.id, scheme.items, None)


def _below(scheme: str, items: tuple[Item, ...], parent: str | None) -> Iterator[tuple[str, Item, str | None]]:
    for item in items:
        yield scheme, item, parent
        yield from _below(scheme, item.children, item.id)


def _indicators(notice: Notice) -> Iterator[tuple[Value, ...]]:
    for scheme, item, parent in trees(notice):
        yield (
            scheme, item.id, parent, item.level, item.nature, item.marker, item.title, item.requirement,
            _of(item.points), item.points.min if item.points else None, _of(item.weight), item.self_score, item.score,
            item.scoring, units_in_words(item.responsible), "；".join(d.raw for d in item.deadlines) or None,
            item.remarks,
        )  # fmt: skip


def _of(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.value


_ROLES: Final = {"lead": "（牵头）", "support": "（配合）", "responsible": ""}


def units_in_words(units: tuple[Unit, ...]) -> str | None:
    """Name units as a notice would: 县财政局（牵头）、县审计局."""
    return "、".join(u.name + _ROLES[u.role] for u in units) or None


def _assignments(notice: Notice) -> Iterator[tuple[Value, ...]]:
    """Yield a row for each unit and deadline of an item; one of them may be missing, not both."""
    for scheme, item, _ in trees(notice):
        units: tuple[Unit | None, ...] = item.responsible or (None,)
        times: tuple[Deadline | None, ...] = item.deadlines or (None,)
        if item.responsible or item.deadlines:
            yield from ((scheme, item.id, item.name, *_unit(u), *_deadline(d)) for u in units for d in times)


def _unit(unit: Unit | None) -> tuple[Value, ...]:
    return (None,) * 4 if unit is None else (unit.name, unit.role, unit.kind, unit.agency)


def _deadline(value: Deadline | None) -> tuple[Value, ...]:
    if value is None:
        return (None,) * 9
    return (
        value.kind, value.start, value.due, value.recurrence, value.duration, value.working_days, value.after,
        value.milestone, value.raw,
    )  # fmt: skip
