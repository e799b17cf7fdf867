"""What a notice says as facts that can be counted, and when two of them are equal.

Two texts are equal where their letters and digits are: width, white space and punctuation are folded away. Amounts and
dates are equal by value; units by name and role, rules by effect, amount, unit, what they count, and condition. A fact
of an item is judged only on items that are paired (see `compare.pairing`); all facts of an unpaired one are missed or
extra.
"""

from collections import Counter
from collections.abc import Callable
from typing import Final

from pipeline.compare.entries import Entry, Json, bare

Facts = Counter[str]


def _text(key: str) -> Callable[[Json], Facts]:
    return lambda item: Counter([bare(str(item[key]))] if item.get(key) is not None else [])


def _amount(key: str) -> Callable[[Json], Facts]:
    return lambda item: Counter([_value(item[key])] if item.get(key) else [])


def _value(amount: Json) -> str:
    low = f"{amount['min']:g}-" if amount.get("min") is not None else ""
    return f"{low}{amount['value']:g} {amount['unit']}"


def _units(item: Json) -> Facts:
    return Counter(f"{u['role']} {bare(u['name'])} {u.get('agency')}" for u in item.get("responsible", []))


_DEADLINE: Final = ("kind", "start", "due", "recurrence", "duration", "working_days", "after", "milestone")
_RULE: Final = ("effect", "amount", "min", "unit", "per", "tier", "condition", "discretion")


def _parts(values: list[Json], keys: tuple[str, ...]) -> Facts:
    return Counter(" ".join(f"{k}={bare(str(v[k]))}" for k in keys if v.get(k) is not None) for v in values)


def _deadlines(item: Json) -> Facts:
    return _parts(item.get("deadlines", []), _DEADLINE)


def _rules(item: Json) -> Facts:
    return _parts(item.get("scoring_rules", []), _RULE)


def _evidence(item: Json) -> Facts:
    return Counter(bare(str(e.get("url") or e.get("label"))) for e in item.get("evidence", []))


def _extra(item: Json) -> Facts:
    return Counter(f"{bare(k)} {bare(v)}" for k, v in item.get("extra", {}).items())


#: The facts of an item by the contract's field.
ITEM_FIELDS: Final[dict[str, Callable[[Json], Facts]]] = {
    **{key: _text(key) for key in ("marker", "title", "requirement")},
    **{key: _amount(key) for key in ("points", "weight")},
    **{key: _text(key) for key in ("nature", "self_score", "score", "scoring", "remarks")},
    "responsible": _units, "deadlines": _deadlines, "scoring_rules": _rules, "evidence": _evidence, "extra": _extra,
}  # fmt: skip
#: The notice's own values, one fact each.
NOTICE_FIELDS: Final = (
    "title", "cover_title", "kind", "status", "year", "year_end", "issuer", "document_number", "issued_on",
    "published_on",
)  # fmt: skip


def notice_facts(notice: Json) -> dict[str, Facts]:
    """Return the facts of a notice itself, by field."""
    facts = {f"notice.{key}": _text(key)(notice) for key in NOTICE_FIELDS}
    region = notice.get("region")
    facts["notice.region"] = Counter([f"{bare(region['name'])} {region['level']}"] if region else [])
    facts["notice.addressees"] = Counter(bare(name) for name in notice.get("addressees", []))
    facts["notice.total"] = Counter(_value(s["total"]) for s in notice.get("schemes", []) if s.get("total"))
    return facts


def item_facts(entry: Entry) -> dict[str, Facts]:
    """Return the facts of an item, by field."""
    return {key: read(entry.item) for key, read in ITEM_FIELDS.items()}
