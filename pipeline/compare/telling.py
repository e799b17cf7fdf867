"""Changes told in sentences that can be read aloud, in English; the figures stand in the comparison."""

from typing import Final

from pipeline.compare.changes import Change, Comparison, Kind
from pipeline.compare.entries import Entry

#: What a summary counts, in its order: kind, field, one of it, several of it.
_COUNTED: Final[tuple[tuple[Kind, str, str, str], ...]] = (
    ("added", "", "1 item added", "{n} items added"),
    ("removed", "", "1 removed", "{n} removed"),
    ("moved", "", "1 moved", "{n} moved"),
    ("split", "", "1 split", "{n} split"),
    ("merged", "", "1 merged", "{n} merged"),
    ("renamed", "", "1 renamed", "{n} renamed"),
    ("renumbered", "", "1 renumbered", "{n} renumbered"),
    ("changed", "points", "points of 1 changed", "points of {n} changed"),
    ("changed", "weight", "weight of 1 changed", "weights of {n} changed"),
    ("changed", "responsible", "units of 1 changed", "units of {n} changed"),
    ("changed", "deadlines", "deadline of 1 changed", "deadlines of {n} changed"),
    ("changed", "requirement", "wording of 1 changed", "wording of {n} changed"),
    ("changed", "scoring", "scoring of 1 changed", "scoring of {n} changed"),
)
_FIELDS: Final = {
    "points": "points", "weight": "weight", "responsible": "responsible units", "deadlines": "deadline",
    "requirement": "requirement", "scoring": "scoring standard", "nature": "nature", "evidence": "evidence",
    "remarks": "remarks", "self_score": "self score", "score": "score", "title": "title", "kind": "kind",
    "status": "status", "year": "year", "year_end": "last year", "issuer": "issuer", "total": "total",
    "document_number": "document number", "issued_on": "date of issue", "addressees": "addressees",
}  # fmt: skip
_SHOWN: Final = 40


def summary(made: Comparison) -> str:
    """Say in one sentence how the two notices differ."""
    counts = [(made.count(kind, field), one, many) for kind, field, one, many in _COUNTED]
    told = [one if n == 1 else many.format(n=n) for n, one, many in counts if n]
    old, new = made.old.label, made.new.label
    if old == new:
        old, new = made.old.name, made.new.name
    if not made.changes:
        return f"{new} says the same as {old}: {made.paired} items, no change."
    rest = ", ".join(told) if told else "the items are the same, the notice's own data changed"
    return f"From {old} to {new}: {rest}; {made.paired} items stand in both."


def headline(change: Change) -> str:
    """Say what changed, without the words of a changed text."""
    if change.entry is None:
        return f"{_FIELDS[change.field]}: {change.before or 'none'} → {change.after or 'none'}"
    name = called(change.entry)
    if change.kind in ("added", "removed"):
        return f"{change.kind}: {name}{_worth(change.entry)}"
    if change.kind == "moved":
        return f"moved: {name}, from {change.before or 'the top'} to {change.after or 'the top'}"
    if change.kind == "split" and change.old is not None:
        return f"split: {called(change.old)} into {' and '.join(called(e) for e in (change.entry, *change.others))}"
    if change.kind == "merged" and change.old is not None:
        return f"merged: {' and '.join(called(e) for e in (change.old, *change.others))} into {name}"
    if change.kind == "renumbered":
        return f"renumbered: {name}, from {change.before or 'no number'} to {change.after or 'no number'}"
    if change.kind == "renamed":
        return f"renamed: “{change.before}” to “{change.after}”"
    if is_text(change):
        return f"{_FIELDS[change.field]} of {name} changed"
    return f"{_FIELDS[change.field]} of {name}: {change.before or 'none'} → {change.after or 'none'}"


def is_text(change: Change) -> bool:
    """Whether a change is of running words, which are compared word by word."""
    return change.kind == "changed" and change.field in ("requirement", "scoring", "remarks")


def called(entry: Entry) -> str:
    """Call an item by its number and name, a long one by its beginning."""
    words = " ".join(entry.words.split())
    return f"“{entry.marker or ''}{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”"


def _worth(entry: Entry) -> str:
    points = entry.item.get("points")
    return f" ({points['value']} points)" if points else ""
