"""The value types that extraction makes: what a text says, without where it says it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

AmountUnit = Literal["point", "percent"]
Basis = Literal["stated", "repaired", "inherited", "document_year", "prefix_restored"]
Role = Literal["lead", "support", "responsible"]
UnitKind = Literal["agency", "group", "other"]
DeadlineKind = Literal["date", "period", "recurring", "relative", "immediate", "continuous"]
#: What an item is for the sum of marks.
Nature = Literal["base", "bonus", "deduction", "veto"]
Effect = Literal["deduct", "add", "award", "forfeit", "cap", "floor", "average", "formula", "veto"]
RegionLevel = Literal["province", "city", "county", "township", "village"]
NoticeKind = Literal["assessment_scheme", "self_assessment", "task_list", "work_points", "action_plan", "other"]
ColumnRole = Literal[
    "level", "number", "title", "requirement", "points", "weight", "scoring", "responsible", "lead", "support",
    "deadline", "evidence", "self_score", "score", "method", "scorer", "remarks", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class AmountValue:
    """Full marks or a percentage; `minimum` where a range is printed."""

    value: Decimal
    unit: AmountUnit
    minimum: Decimal | None = None
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class DeadlineValue:
    """A time by which, or a way in which, something is to be done."""

    kind: DeadlineKind
    start: date | None = None
    due: date | None = None
    recurrence: str | None = None
    duration: str | None = None
    working_days: bool = False
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class RuleValue:
    """What is won or lost for what."""

    effect: Effect
    amount: Decimal | None = None
    minimum: Decimal | None = None
    unit: AmountUnit | None = None
    discretion: bool = False
    basis: Basis = "stated"
