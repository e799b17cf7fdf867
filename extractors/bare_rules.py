"""Marks without a verb below a header that says if they are given or taken: `0.5分/次`, `每次0.5`, `1-3分`, `-2`."""

from decimal import Decimal
from typing import Final

from extractors.amounts import GRADES_FROM
from extractors.counts import MEASURE
from extractors.rule_forms import DIGITS
from extractors.rule_found import RuleFound
from extractors.text import Text
from normalizers.numerals import number
from normalizers.patterns import late_pattern
from normalizers.values import Effect, RuleValue

_MARKS: Final = late_pattern(
    rf"(?:每(?P<per>{MEASURE}))? ?(?:(?P<min>{DIGITS}) ?分? ?[-~至到]|[-+])? ?(?P<n>{DIGITS}) ?分? ?"
    rf"(?:[/每](?P<per>{MEASURE}))?[。;]?"
)
#: The same inside a text: `会议每次2分`, `会议2分/次`, `每项各2分`, `两项指标各5分`.
_EACH: Final = late_pattern(
    rf"(?:每{MEASURE} ?|各)(?P<n>{DIGITS}) ?分(?=[,;。、)\s]|$)"
    rf"|(?<![\d.扣加减得计记赋奖罚])(?P<n>{DIGITS}) ?分 ?[/每]{MEASURE}(?=[,;。、)\s]|$)"
)
_PRICED: Final = frozenset("每各/")
#: One of these tells marks for each, or taken, from full marks.
_TELLING: Final = frozenset("每/-+")


def bare_rule(text: Text, effect: Effect) -> RuleFound | None:
    """Read a cell that is nothing but an amount and what it is for each of."""
    text = text.strip()
    match = _MARKS.fullmatch(text.folded)
    amount = number(match["n"]) if match is not None else None
    low = number(match["min"]) if match is not None and match["min"] else None
    if match is None or amount is None or (low is not None and (low > amount or low >= GRADES_FROM)):
        return None
    return RuleFound(RuleValue(effect, amount, low, "point"), text, per=text.group(match, "per"))


def marks_for_each(text: Text) -> list[Decimal]:
    """Return the marks that a text says are for each of something, with no verb before them."""
    found = (number(m["n"]) for m in text.finditer(_EACH)) if not _PRICED.isdisjoint(text.folded) else ()
    return [marks for marks in found if marks is not None]


def is_for_each(text: Text) -> bool:
    """Whether a cell is marks for each of something, or with their sign: no full marks."""
    return not _TELLING.isdisjoint(text.folded) and _MARKS.fullmatch(text.folded.strip()) is not None
