"""The contract, schema version 1.x, as frozen models: what `zhibiao convert` writes.

Exact decimals inside, plain JSON numbers outside. Field names are fixed: see `zhibiao schema`.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from normalizers.printable import escaped
from normalizers.values import (
    AmountUnit,
    Basis,
    ColumnRole,
    DeadlineKind,
    Effect,
    Nature,
    NoticeKind,
    RegionLevel,
    Role,
    UnitKind,
)

SCHEMA_VERSION: Final = "1.0"

Severity = Literal["error", "warning", "info"]
Status = Literal["final", "draft"]
UnparsedReason = Literal[
    "navigation", "footer", "page_number", "repeated_header", "subtotal", "form", "unrecognised"
]  # fmt: skip


@lru_cache(maxsize=4096)  # the same few amounts stand everywhere
def _json_number(value: Decimal) -> int | float:
    """Write an exact decimal as the JSON number that a reader would write; 0.3 stays 0.3."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    PlainSerializer(_json_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}, mode="serialization"),
]


class Model(BaseModel):
    """Frozen, closed: an unknown field is an error, not a guess."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")


class CellPlace(Model):
    """A table cell; all from 1."""

    table: int
    row: int
    column: int


class Span(Model):
    """Where a value stands: `text[start:end]` of the reading text; page and box or cell where known."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    cell: CellPlace | None = None


class Amount(Model):
    """Full marks or a percentage."""

    value: Number
    min: Number | None = None
    unit: AmountUnit
    basis: Basis
    raw: str
    span: Span


class Unit(Model):
    """A responsible unit; `name` as the document means it, `agency` its standing name."""

    name: str
    raw: str
    role: Role
    kind: UnitKind
    agency: str | None = None
    basis: Basis
    span: Span


class Deadline(Model):
    """By when; dates ISO 8601, `recurrence` an RFC 5545 RRULE, `duration` ISO 8601."""

    kind: DeadlineKind
    start: date | None = None
    due: date | None = None
    recurrence: str | None = None
    duration: str | None = None
    working_days: bool | None = None
    after: str | None = None
    milestone: str | None = None
    basis: Basis
    raw: str
    span: Span


class Rule(Model):
    """What is won or lost for what."""

    effect: Effect
    amount: Number | None = None
    min: Number | None = None
    discretion: bool = False
    unit: AmountUnit | None = None
    per: str | None = None
    tier: str | None = None
    condition: str | None = None
    basis: Basis
    raw: str
    span: Span


class Evidence(Model):
    """A link or named paper, with the words that introduce it."""

    label: str | None = None
    url: str | None = None
    span: Span


class Item(Model):
    """One node of any tree: indicator, task, work point, section."""

    id: str
    level: int = Field(ge=1)
    marker: str | None = None
    title: str | None = None
    requirement: str | None = None
    points: Amount | None = None
    weight: Amount | None = None
    nature: Nature = "base"
    self_score: Number | None = None
    score: Number | None = None
    scoring: str | None = None
    scoring_rules: tuple[Rule, ...] = ()
    responsible: tuple[Unit, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    remarks: str | None = None
    extra: dict[str, str] = Field(default_factory=dict)
    children: tuple["Item", ...] = ()
    spans: tuple[Span, ...] = ()

    def walk(self) -> Iterator["Item"]:
        """Yield the item and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def name(self) -> str:
        """What the item is called: its title, else its requirement, else its number."""
        return self.title or self.requirement or self.marker or ""

    def points_below(self) -> Decimal | None:
        """Add up the full marks of its children, bonus and deduction aside; None where a child has none."""
        return _sum(self.children)


def _sum(items: tuple[Item, ...]) -> Decimal | None:
    based = [item for item in items if item.nature == "base"]
    known = [item.points.value for item in based if item.points is not None and item.points.unit == "point"]
    return sum(known, Decimal(0)) if known and len(known) == len(based) else None


class Column(Model):
    """A column's header as printed, and its role."""

    header: str
    role: ColumnRole


class Scheme(Model):
    """One tree of indicators or tasks with what applies to the whole of it."""

    id: str
    title: str | None = None
    applies_to: str | None = None
    levels: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    total: Amount | None = None
    self_total: Number | None = None
    items: tuple[Item, ...] = ()
    notes: tuple[str, ...] = ()
    scoring_rules: tuple[Rule, ...] = ()

    def walk(self) -> Iterator[Item]:
        """Yield every item, parents first."""
        for item in self.items:
            yield from item.walk()

    def leaves(self) -> Iterator[Item]:
        """Yield the items that have none below them."""
        return (item for item in self.walk() if not item.children)

    def points_total(self) -> Decimal | None:
        """Add up the full marks of the top level, bonus and deduction aside; None where one has none."""
        return _sum(self.items)


class Region(Model):
    """The place whose notice this is."""

    name: str
    level: RegionLevel
    raw: str
    span: Span


class Source(Model):
    """The file that was read; `size` in bytes, `encoding` for text, `pages` for PDF."""

    name: str
    media_type: str
    sha256: str
    size: int
    encoding: str | None = None
    pages: int | None = None
    reader: str


class Finding(Model):
    """Something in the document that does not add up, was repaired or is doubtful."""

    code: str
    severity: Severity
    message: str
    pointer: str
    span: Span | None = None


class Unparsed(Model):
    """A part of the reading text that is in no value, and why."""

    span: Span
    text: str
    reason: UnparsedReason


class Notice(Model):
    """What one input file says."""

    schema_version: str = SCHEMA_VERSION
    source: Source
    title: str | None = None
    cover_title: str | None = None
    kind: NoticeKind = "other"
    status: Status = "final"
    year: int | None = None
    year_end: int | None = None
    region: Region | None = None
    issuer: str | None = None
    document_number: str | None = None
    issued_on: date | None = None
    published_on: date | None = None
    addressees: tuple[str, ...] = ()
    attributes: dict[str, str] = Field(default_factory=dict)
    sections: tuple[Item, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    findings: tuple[Finding, ...] = ()
    unparsed: tuple[Unparsed, ...] = ()
    coverage: float = Field(ge=0, le=1)

    def walk(self) -> Iterator[Item]:
        """Yield every item of the sections and then of the schemes, parents first."""
        for item in self.sections:
            yield from item.walk()
        for scheme in self.schemes:
            yield from scheme.walk()

    def find(self, id_: str) -> Item | None:
        """Return the item with an id, None where there is none."""
        return next((item for item in self.walk() if item.id == id_), None)

    def assignments(self) -> Iterator[tuple[Item, Unit]]:
        """Yield each item with each unit that is responsible for it."""
        return ((item, unit) for item in self.walk() for unit in item.responsible)


def to_json(notice: Notice) -> str:
    """Write the canonical JSON: UTF-8 text, two spaces, the contract's field order, a newline at the end."""
    return escaped(notice.model_dump_json(indent=2)) + "\n"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a notice as it is written."""
    schema = Notice.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"zhibiao notice, schema version {SCHEMA_VERSION}",
        **{k: v for k, v in schema.items() if k != "title"},
    }
