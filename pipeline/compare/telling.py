"""Changes told in sentences that can be read aloud; the figures stand in the comparison."""

from typing import Final

from pipeline.compare.changes import Change, Comparison, Kind
from pipeline.compare.entries import Entry
from pipeline.language import tr

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
    told = [tr(one) if n == 1 else tr(many, n=n) for n, one, many in counts if n]
    old, new = made.old.label, made.new.label
    if old == new:
        old, new = made.old.name, made.new.name
    if not made.changes:
        return tr("{new} says the same as {old}: {count} items, no change.", new=new, old=old, count=made.paired)
    rest = tr(", ").join(told) if told else tr("the items are the same, the notice's own data changed")
    figures = {"old": old, "new": new, "changes": rest, "count": made.paired}
    return tr("From {old} to {new}: {changes}; {count} items stand in both.", **figures)


def headline(change: Change) -> str:
    """Say what changed, without the words of a changed text."""
    entry, before, after = change.entry, change.before, change.after
    values = {"before": before or tr("none"), "after": after or tr("none")}
    if entry is None:
        return tr("{field}: {before} → {after}", field=tr(_FIELDS[change.field]), **values)
    if change.kind in ("split", "merged"):
        return _parts(change)
    name = called(entry)
    if change.kind == "changed":
        field = tr(_FIELDS[change.field])
        if is_text(change):
            return tr("{field} of {name} changed", field=field, name=name)
        return tr("{field} of {name}: {before} → {after}", field=field, name=name, **values)
    if change.kind in ("added", "removed"):
        return tr(_SAID[change.kind], name=name + _worth(entry))
    nothing = tr("the top") if change.kind == "moved" else tr("no number")
    return tr(_SAID[change.kind], name=name, before=before or nothing, after=after or nothing)


_SAID: Final[dict[Kind, str]] = {
    "added": "added: {name}",
    "removed": "removed: {name}",
    "moved": "moved: {name}, from {before} to {after}",
    "renumbered": "renumbered: {name}, from {before} to {after}",
    "renamed": "renamed: “{before}” to “{after}”",
}


def _parts(change: Change) -> str:
    assert change.old is not None
    assert change.new is not None
    several, one = (change.new, change.old) if change.kind == "split" else (change.old, change.new)
    parts = tr(" and ").join(called(e) for e in (several, *change.others))
    if change.kind == "split":
        return tr("split: {name} into {parts}", name=called(one), parts=parts)
    return tr("merged: {parts} into {name}", name=called(one), parts=parts)


def is_text(change: Change) -> bool:
    """Whether a change is of running words, which are compared word by word."""
    return change.kind == "changed" and change.field in ("requirement", "scoring", "remarks")


def called(entry: Entry) -> str:
    """Call an item by its number and name, a long one by its beginning."""
    words = " ".join(entry.words.split())
    return f"“{entry.marker or ''}{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”"


def _worth(entry: Entry) -> str:
    points = entry.item.get("points")
    return tr(" ({points} points)", points=points["value"]) if points else ""
