"""The tables of the store: notices, schemes, items, assignments, deadlines, rules and findings."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

#: Goes up when a table changes; a store of another version is refused, not guessed at.
STORE_VERSION: Final = 1

METADATA: Final = MetaData()

#: One row: which version the tables are.
ABOUT: Final = Table("zhibiao_store", METADATA, Column("version", Integer, primary_key=True))

#: `id` is the SHA-256 of the file, `digest` that of what was read from it.
NOTICES: Final = Table(
    "notices",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("source_name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("schema_version", Text, nullable=False),
    Column("title", Text),
    Column("cover_title", Text),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("year", Integer),
    Column("year_end", Integer),
    Column("region", Text),
    Column("region_level", Text),
    Column("issuer", Text),
    Column("document_number", Text),
    Column("issued_on", Date),
    Column("published_on", Date),
    Column("coverage", Double, nullable=False),
    Index("notices_by_region", "region", "year"),
)


def _of_notice(name: str, *columns: SchemaItem, of: str | None = None) -> Table:
    """Return a table whose rows belong to a notice, or to the item of a notice where `of` is `items`."""
    reference = (
        ForeignKeyConstraint(["notice_id"], ["notices.id"])
        if of is None
        else ForeignKeyConstraint(["notice_id", "item_id"], ["items.notice_id", "items.id"])
    )
    return Table(name, METADATA, Column("notice_id", String(64), nullable=False), *columns, reference)


SCHEMES: Final = _of_notice(
    "schemes",
    Column("id", Text, nullable=False),
    Column("title", Text),
    Column("applies_to", Text),
    Column("total", Double),
    Column("total_unit", Text),
    Column("self_total", Double),
    PrimaryKeyConstraint("notice_id", "id"),
)

#: `scheme_id` is null for the narrative's sections; `position` is the order in the document, from 1.
ITEMS: Final = _of_notice(
    "items",
    Column("id", Text, nullable=False),
    Column("scheme_id", Text),
    Column("parent_id", Text),
    Column("position", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("marker", Text),
    Column("title", Text),
    Column("requirement", Text),
    Column("name", Text, nullable=False),
    Column("nature", Text, nullable=False),
    Column("points", Double),
    Column("points_min", Double),
    Column("points_basis", Text),
    Column("weight", Double),
    Column("weight_basis", Text),
    Column("self_score", Double),
    Column("score", Double),
    Column("scoring", Text),
    Column("remarks", Text),
    PrimaryKeyConstraint("notice_id", "id"),
)


def _placed() -> list[SchemaItem]:
    """Return the columns that say how a value was found and where it stands in the reading text."""
    kinds = {"basis": Text, "raw": Text, "span_start": Integer, "span_end": Integer}
    return [Column(name, kind, nullable=False) for name, kind in kinds.items()]


ASSIGNMENTS: Final = _of_notice(
    "assignments",
    Column("item_id", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("agency", Text),
    *_placed(),
    PrimaryKeyConstraint("notice_id", "item_id", "position"),
    Index("assignments_by_agency", "agency"),
    of="items",
)

DEADLINES: Final = _of_notice(
    "deadlines",
    Column("item_id", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Date),
    Column("due", Date),
    Column("recurrence", Text),
    Column("duration", Text),
    Column("working_days", Boolean),
    Column("after", Text),
    Column("milestone", Text),
    *_placed(),
    PrimaryKeyConstraint("notice_id", "item_id", "position"),
    Index("deadlines_by_due", "due"),
    of="items",
)

#: `item_id` is null for the rules of a whole scheme.
RULES: Final = _of_notice(
    "rules",
    Column("scheme_id", Text),
    Column("item_id", Text),
    Column("position", Integer, nullable=False),
    Column("effect", Text, nullable=False),
    Column("amount", Double),
    Column("amount_min", Double),
    Column("discretion", Boolean, nullable=False),
    Column("unit", Text),
    Column("per", Text),
    Column("tier", Text),
    Column("condition", Text),
    *_placed(),
    PrimaryKeyConstraint("notice_id", "position"),
)

FINDINGS: Final = _of_notice(
    "findings",
    Column("position", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("pointer", Text, nullable=False),
    Column("span_start", Integer),
    Column("span_end", Integer),
    PrimaryKeyConstraint("notice_id", "position"),
    Index("findings_by_code", "code"),
)

#: What belongs to a notice, parents before children.
BELONGING: Final = (SCHEMES, ITEMS, ASSIGNMENTS, DEADLINES, RULES, FINDINGS)
