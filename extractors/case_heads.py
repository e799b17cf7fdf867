"""What stands before a colon tells cases apart that have the same words: `到市上访：个访…；到省上访：个访…`."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

import regex

from extractors.markers import split_marker
from extractors.rule_found import RuleFound
from extractors.text import Text, join

_HEAD: Final = regex.compile(r"(?:^|[;。,\n])\s*(?P<head>[^;。,:\n]{2,24}):")
#: A head reaches no further than its sentence.
_STOP: Final = regex.compile(r"[。\n]")
_FEWEST: Final = 2

_Case = tuple[str, ...]


def with_heads(found: list[RuleFound], text: Text) -> list[RuleFound]:
    """Put its head before the condition of each rule that differs from another by that and its marks alone."""
    if len(found) < _FEWEST or ":" not in text.folded:
        return found
    heads = [split_marker(head)[1] for m in text.finditer(_HEAD) if (head := text.group(m, "head")) is not None]
    below = [_head_of(rule, heads) for rule in found]
    said = [
        (_case(rule), head.folded, rule.value.amount)
        for rule, head in zip(found, below, strict=True)
        if head is not None
    ]
    return [
        _below(head, rule) if head is not None and _is_unclear(said, _case(rule)) else rule
        for rule, head in zip(found, below, strict=True)
    ]


def _case(rule: RuleFound) -> _Case:
    words = (rule.condition, rule.per, rule.tier)
    return (rule.value.effect, *(part.folded if part is not None else "" for part in words))


def _is_unclear(said: list[tuple[_Case, str, Decimal | None]], case: _Case) -> bool:
    """Whether the same case stands below two heads, with other marks."""
    heads = {(head, amount) for other, head, amount in said if other == case}
    return len({head for head, _ in heads}) > 1 and len({amount for _, amount in heads}) > 1


def _head_of(rule: RuleFound, heads: list[Text]) -> Text | None:
    """Return the head that a rule stands below; None where there is none, or its condition has it."""
    first = min(part.start for part in (rule.text, rule.condition) if part is not None)
    head = next((head for head in reversed(heads) if head.end <= first), None)
    return head if head is not None and _STOP.search(rule.text.source, head.end, first) is None else None


def _below(head: Text, rule: RuleFound) -> RuleFound:
    return replace(rule, condition=join([head, rule.condition], "，") if rule.condition is not None else head)
