"""What changed between two notices: items that came, went, moved, were split, joined, renamed or renumbered; fields."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Final, Literal

from normalizers.agencies import present_name
from pipeline.compare.entries import Entry, Json, Side, bare
from pipeline.compare.pairing import Pairs, pair

Kind = Literal["added", "removed", "moved", "split", "merged", "renamed", "renumbered", "changed"]


@dataclass(frozen=True)
class Change:
    """One change of an item, or of the notice itself where both items are None.

    `field` is the contract's name of what changed; `before` and `after` are its values in words. `others` are the
    further items of a split (in the new notice) or a merger (in the old one).
    """

    kind: Kind
    old: Entry | None
    new: Entry | None
    field: str = ""
    before: str | None = None
    after: str | None = None
    others: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The item as the new notice has it, or the old one where it is gone."""
        return self.new or self.old


@dataclass(frozen=True)
class Comparison:
    """Two sides and all changes between them: the notice's own first, then items in the new notice's order."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    paired: int

    def count(self, kind: Kind, field: str = "") -> int:
        """Return how many changes there are of a kind, of one field where that is given."""
        return sum(c.kind == kind and (not field or c.field == field) for c in self.changes)


def compare(old: Side, new: Side) -> Comparison:
    """Pair the items of two notices and list every change."""
    pairs = pair(old, new)
    changes = [*_of_notice(old.notice, new.notice), *_of_items(old, new, pairs)]
    return Comparison(old, new, tuple(changes), len(pairs.new_of))


#: Values of the notice itself that a reader compares; what one format prints on top is not among them.
_NOTICE: Final = ("title", "kind", "status", "year", "year_end", "issuer", "document_number", "issued_on", "addressees")


def _of_notice(old: Json, new: Json) -> Iterator[Change]:
    for key in _NOTICE:
        before, after = _shown(old.get(key)), _shown(new.get(key))
        if bare(before) != bare(after):
            yield Change("changed", None, None, key, before, after)
    totals = [[_amount(s.get("total")) for s in side.get("schemes", [])] for side in (old, new)]
    for before, after in zip(*totals, strict=False):
        if before != after:
            yield Change("changed", None, None, "total", before, after)


def _shown(value: object) -> str | None:
    if value is None:
        return None
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _of_items(old: Side, new: Side, pairs: Pairs) -> Iterator[Change]:
    """Yield the items' changes in the new notice's order, what is gone where it stood in the old one."""
    shift = _years_apart(old, new)
    joined = {i for parts in pairs.split.values() for i in parts}
    gone = {i for parts in pairs.merged.values() for i in parts}
    split_at = {parts[0]: whole for whole, parts in pairs.split.items()}
    for entry in new.entries:
        if entry.index in split_at:
            whole = old.entries[split_at[entry.index]]
            parts = tuple(new.entries[i] for i in pairs.split[whole.index])
            yield Change("split", whole, parts[0], others=parts[1:])
        elif entry.index in pairs.merged:
            parts = tuple(old.entries[i] for i in pairs.merged[entry.index])
            yield Change("merged", parts[0], entry, others=parts[1:])
        elif entry.index in joined:
            continue
        elif entry.index in pairs.old_of:
            yield from _of_pair(old.entries[pairs.old_of[entry.index]], entry, pairs, shift, joined, gone)
        else:
            yield Change("added", None, entry, after=entry.words)
    for entry in old.entries:
        if entry.index not in pairs.new_of and entry.index not in gone and entry.index not in pairs.split:
            yield Change("removed", entry, None, before=entry.words)


#: No two notices of the genre are so many years apart; a year that a file only claims moves no deadline.
_MOST_APART: Final = 100


def _years_apart(old: Side, new: Side) -> int:
    first, second = old.notice.get("year"), new.notice.get("year")
    if not isinstance(first, int) or not isinstance(second, int):
        return 0
    return second - first if abs(second - first) <= _MOST_APART else 0


def _of_pair(old: Entry, new: Entry, pairs: Pairs, shift: int, joined: set[int], gone: set[int]) -> Iterator[Change]:
    if new.index in joined or old.index in gone:
        return
    if _moved(old, new, pairs):
        yield Change("moved", old, new, "parent", " / ".join(old.above) or None, " / ".join(new.above) or None)
    if (old.marker or new.marker) and bare(old.marker) != bare(new.marker):
        yield Change("renumbered", old, new, "marker", old.marker, new.marker)
    if old.text != new.text:
        yield from _texts(old, new)
    for field, (key, shown) in _FIELDS.items():
        if not _same(key(old.item, 0), key(new.item, -shift)):
            yield Change("changed", old, new, field, shown(old.item, 0), shown(new.item, 0))


def _same(before: str | None, after: str | None) -> bool:
    return before == after or bare(before) == bare(after)


def _moved(old: Entry, new: Entry, pairs: Pairs) -> bool:
    """Whether the item stands below another one now; new schemes and lost headings above it move nothing."""
    if old.parent < 0 or new.parent < 0:
        return (old.parent < 0) != (new.parent < 0)
    return pairs.new_of.get(old.parent) != new.parent and old.parent in pairs.new_of and new.parent in pairs.old_of


def _texts(old: Entry, new: Entry) -> Iterator[Change]:
    titles = old.item.get("title"), new.item.get("title")
    if all(titles) and bare(titles[0]) != bare(titles[1]):
        yield Change("renamed", old, new, "title", titles[0], titles[1])
    before, after = (e.item.get("requirement") if all(titles) else _whole(e.item) for e in (old, new))
    if bare(_unpriced(before, old.item)) != bare(_unpriced(after, new.item)):
        yield Change("changed", old, new, "requirement", before, after)


def _unpriced(words: str | None, item: Json) -> str:
    """Leave the item's own amount out of its words: it is compared as a value."""
    raw = (item.get("points") or item.get("weight") or {}).get("raw")
    return (words or "").replace(str(raw), "", 1) if raw else words or ""


def _whole(item: Json) -> str:
    return "\n".join(str(item[key]) for key in ("title", "requirement") if item.get(key))


def _amount(value: Json | None) -> str | None:
    if value is None:
        return None
    low = f"{value['min']}-" if value.get("min") is not None else ""
    return f"{low}{value['value']}{'%' if value.get('unit') == 'percent' else '分'}"


def _points(item: Json, _shift: int) -> str | None:
    return _amount(item.get("points"))


def _weight(item: Json, _shift: int) -> str | None:
    return _amount(item.get("weight"))


_ROLES: Final = {"lead": "牵头 ", "support": "配合 "}


def _bodies(item: Json, _shift: int) -> str | None:
    """Name the bodies of today in a fixed order: one that a reform renamed is the same body."""
    named = {_ROLES.get(u.get("role", ""), "") + _body(u) for u in item.get("responsible", [])}
    return "、".join(sorted(named)) or None


def _body(unit: Json) -> str:
    agency = unit.get("agency")
    return present_name(agency) if agency else str(unit["name"])


def _units(item: Json, _shift: int) -> str | None:
    return "、".join(_ROLES.get(u.get("role", ""), "") + str(u["name"]) for u in item.get("responsible", [])) or None


def _deadlines(item: Json, shift: int) -> str | None:
    """Name the deadlines, moved by `shift` years: 年底前 of two years is the same deadline in each."""
    return "；".join(sorted(_deadline(d, shift) for d in item.get("deadlines", []))) or None


def _deadline(value: Json, shift: int) -> str:
    dates = [_dated(value[key], shift) for key in ("start", "due") if value.get(key)]
    parts = [" – ".join(dates), value.get("recurrence"), value.get("duration"), value.get("after")]
    return " ".join(str(p) for p in parts if p) or str(value["kind"])


def _dated(printed: str, shift: int) -> str:
    day = date.fromisoformat(printed)
    year = min(max(day.year + shift, MINYEAR), MAXYEAR)
    return str(day.replace(year=year, day=min(day.day, 28) if (day.month, day.day) == (2, 29) else day.day))


def _text_of(key: str) -> Callable[[Json, int], str | None]:
    return lambda item, _shift: None if item.get(key) is None else str(item[key])


def _evidence(item: Json, _shift: int) -> str | None:
    return "\n".join(str(e.get("url") or e.get("label")) for e in item.get("evidence", [])) or None


Reader = Callable[[Json, int], str | None]
#: How each field is compared, and how it is shown.
_FIELDS: Final[dict[str, tuple[Reader, Reader]]] = {
    "points": (_points, _points), "weight": (_weight, _weight), "responsible": (_bodies, _units),
    "deadlines": (_deadlines, _deadlines), "evidence": (_evidence, _evidence),
    **{key: (_text_of(key),) * 2 for key in ("nature", "scoring", "remarks", "self_score", "score")},
}  # fmt: skip
