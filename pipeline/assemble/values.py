"""Extracted values to the contract's models, each with its raw form and span."""

from extractors.deadlines import DeadlineFound
from extractors.evidence import Link
from extractors.found import Found
from extractors.rule_found import RuleFound
from extractors.text import Text
from extractors.units import UnitFound
from normalizers.houses import is_own_office
from normalizers.values import AmountValue, Basis
from pipeline.document import Document
from pipeline.models import Amount, Deadline, Evidence, Rule, Unit


def _words(text: Text | None) -> str | None:
    return None if text is None else text.squeeze().value


def amount(found: Found[AmountValue], document: Document) -> Amount:
    """Place an amount."""
    value = found.value
    return Amount(
        value=value.value,
        min=value.minimum,
        unit=value.unit,
        basis=value.basis,
        raw=found.text.raw,
        span=document.span(found.text),
    )


def unit(found: UnitFound, document: Document, *, of_house: bool = False) -> Unit:
    """Place a responsible unit; one `of_house` may be an office of its own that is called as a government's body is."""
    agency = None if of_house and is_own_office(found.name) else found.agency
    return Unit(
        name=found.name, raw=found.text.raw, role=found.role, kind=found.kind, agency=agency, basis=found.basis,
        span=document.span(found.text),
    )  # fmt: skip


def inherited_unit(above: Unit, place: Text, document: Document) -> Unit:
    """Repeat the unit above for a cell that says 同上, at that cell."""
    return above.model_copy(update={"basis": "inherited", "raw": place.raw, "span": document.span(place)})


def inherited_deadline(above: Deadline, place: Text, document: Document) -> Deadline:
    """Repeat the deadline above for a cell that says 同上, at that cell."""
    return above.model_copy(update={"basis": "inherited", "raw": place.raw, "span": document.span(place)})


def inherited_rule(above: Rule, place: Text, document: Document) -> Rule:
    """Repeat the rule above for a cell that says 同上, at that cell."""
    return above.model_copy(update={"basis": "inherited", "raw": place.raw, "span": document.span(place)})


def deadline(found: Found[DeadlineFound], document: Document, basis: Basis | None = None) -> Deadline:
    """Place a deadline."""
    value = found.value.value
    return Deadline(
        kind=value.kind, start=value.start, due=value.due, recurrence=value.recurrence, duration=value.duration,
        working_days=value.working_days if value.duration else None, after=_words(found.value.after),
        basis=basis or value.basis, raw=found.text.raw, span=document.span(found.text),
    )  # fmt: skip


def rule(found: RuleFound, document: Document) -> Rule:
    """Place a scoring rule."""
    value = found.value
    return Rule(
        effect=value.effect, amount=value.amount, min=value.minimum, discretion=value.discretion, unit=value.unit,
        per=_words(found.per), tier=_words(found.tier), condition=_words(found.condition), basis=value.basis,
        raw=found.text.raw, span=document.span(found.text),
    )  # fmt: skip


def evidence(link: Link, document: Document) -> Evidence:
    """Place a link; its span runs from the label to the end of the address."""
    start = link.text.start if link.label is None else min(link.label.start, link.text.start)
    whole = Text.of(link.text.source, start, link.text.end)
    return Evidence(label=_words(link.label), url=link.url, span=document.span(whole))
