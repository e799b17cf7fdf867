"""Where a value comes from: the text it was read from, the rule that read it, what was repaired or inferred."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.deadline_forms import FORMS as DEADLINE_FORMS
from extractors.rule_forms import FORMS as RULE_FORMS
from extractors.text import Text
from normalizers.agencies import agency_rows, present_name
from pipeline.language import mark, tr
from pipeline.models import Amount, Deadline, Finding, Item, Notice, Rule, Span, Unit

#: What a basis says, in words.
BASES: Final = {
    "stated": "as the document states it",
    "repaired": "repaired: a character was lost, the value says what stood there",
    "inherited": "inherited from a cell above, or from 同上",
    "document_year": "the year is the notice's own",
    "prefix_restored": "the place was left out in the list and is restored from the name before",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """A value of an item: its field, what it was read as, where it stands, and by which rule."""

    field: str
    value: str
    span: Span | None
    rule: str
    basis: str | None = None


def split_id(notice: Notice, wanted: str) -> tuple[Item | None, str | None]:
    """Split `s1.2.points` into the item and the field; (None, None) where no item has that id."""
    item = notice.find(wanted)
    if item is not None:
        return item, None
    id_, _, field = wanted.rpartition(".")
    return notice.find(id_), field if field in Item.model_fields else None


def pointer_of(notice: Notice, id_: str) -> str:
    """Return the JSON pointer of an item, which findings on it begin with."""
    roots = [("/sections", notice.sections), *((f"/schemes/{i}/items", s.items) for i, s in enumerate(notice.schemes))]
    for start, items in roots:
        for pointer, item in _pointers(start, items):
            if item.id == id_:
                return pointer
    raise KeyError(id_)


def _pointers(start: str, items: tuple[Item, ...]) -> Iterator[tuple[str, Item]]:
    for i, item in enumerate(items):
        yield f"{start}/{i}", item
        yield from _pointers(f"{start}/{i}/children", item.children)


def findings_on(notice: Notice, id_: str) -> list[Finding]:
    """Return the findings on an item itself, not on those below it."""
    start = pointer_of(notice, id_)
    return [
        f for f in notice.findings
        if f.pointer == start or (f.pointer.startswith(f"{start}/") and "/children/" not in f.pointer[len(start) :])
    ]  # fmt: skip


def origins(item: Item, field: str | None) -> list[Origin]:
    """Return where an item's values come from, of one field where that is asked."""
    return [origin for origin in _all(item) if field is None or origin.field == field]


def _all(item: Item) -> Iterator[Origin]:
    place = item.spans[0] if item.spans else None
    for name in ("marker", "title", "requirement", "scoring", "remarks"):
        value = getattr(item, name)
        if value is not None:
            yield Origin(name, value, place, mark("the item's own text, without layout"))
    for name in ("points", "weight"):
        amount: Amount | None = getattr(item, name)
        if amount is not None:
            yield Origin(name, _amount(amount), amount.span, _amount_rule(amount), BASES[amount.basis])
    yield from (Origin("responsible", _unit(u), u.span, _unit_rule(u), BASES[u.basis]) for u in item.responsible)
    yield from (Origin("deadlines", _time(d), d.span, _deadline_rule(d), BASES[d.basis]) for d in item.deadlines)
    yield from (Origin("scoring_rules", _rule(r), r.span, _rule_rule(r), BASES[r.basis]) for r in item.scoring_rules)
    yield from (
        Origin("evidence", e.url or e.label or "", e.span, mark("a link or a named paper")) for e in item.evidence
    )


def _amount(amount: Amount) -> str:
    low = f"{amount.min}–" if amount.min is not None else ""
    return f"{low}{amount.value}{'%' if amount.unit == 'percent' else ' points'}"


def _amount_rule(amount: Amount) -> str:
    raw = amount.raw.strip()
    if raw[:1] in "(（[【〔":
        return mark("a bracket behind the name that holds an amount")
    return mark("a cell or a label that holds nothing but an amount")


def _unit(unit: Unit) -> str:
    return f"{unit.name} ({unit.role}, {unit.kind}{f', {unit.agency}' if unit.agency else ''})"


def _unit_rule(unit: Unit) -> str:
    row = next((row for row in agency_rows() if row.name == unit.agency), None)
    if row is None:
        return mark("a name in a list of units") if unit.kind != "group" else mark("bodies that are named together")
    later = present_name(row.name)
    followed = tr(", followed by {later}", later=later) if later != row.name else ""
    return tr("the agency table's row {row} ({branch})", row=row.name, branch=row.branch) + followed


def _time(deadline: Deadline) -> str:
    parts = [deadline.start, deadline.due, deadline.recurrence, deadline.duration]
    return f"{deadline.kind} {' '.join(str(p) for p in parts if p)}".strip()


def _deadline_rule(deadline: Deadline) -> str:
    text = Text.of(deadline.raw).squeeze()
    names = [
        f.name for f in DEADLINE_FORMS if any(m[0].strip() == text.folded.strip() for m in text.finditer(f.pattern))
    ]
    return tr("the deadline form {name}", name=names[0]) if names else mark("a deadline form with words around it")


def _rule(rule: Rule) -> str:
    amount = "" if rule.amount is None else f" {rule.amount}{'%' if rule.unit == 'percent' else ''}"
    per = f" per {rule.per}" if rule.per else ""
    return f"{rule.effect}{amount}{per}{f', if {rule.condition}' if rule.condition else ''}"


def _rule_rule(rule: Rule) -> str:
    text = Text.of(rule.raw).squeeze()
    hits = [(m.start(), i) for i, f in enumerate(RULE_FORMS) if (m := f.pattern.search(text.folded)) is not None]
    return (
        tr("the scoring form {name}", name=RULE_FORMS[min(hits)[1]].name) if hits else mark("a clause with an amount")
    )
