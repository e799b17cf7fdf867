"""Marks by grades in columns: `优 | 良` over `10分 | 8分`, or `优（10分） | 良（8分）` over what earns them."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

import regex

from extractors.amounts import cell_amount, trailing_amount
from extractors.clauses import bare_amount
from extractors.found import Found
from extractors.rule_found import RuleFound, unless_nothing
from extractors.rules import rules
from extractors.text import Text
from normalizers.headers import grade_name, is_grade, is_place
from normalizers.values import AmountValue, Basis, Effect, RuleValue

#: Numbers up to this in a header are what marks are multiplied by: `优（1.0）`, `良（0.8）`.
_FACTOR: Final = 1

Cell = tuple[str, Text]


def grade_rules(cells: list[Cell], full: Decimal | None, given: Effect | None) -> list[RuleFound]:
    """Read what each grade gets of an item: `cells` with their headers, below `full` marks, or `given` besides them.

    [] where the figures may be what is measured: bare numbers whose best is not the full marks, shares, bands of a
    hundred. The levels of a place (`市级`) are grades only of what is given or taken besides.
    """
    graded = [(header, cell) for header, cell in cells if given is not None or not is_place(header)]
    alone = [amount.value for _, cell in graded if (amount := cell_amount(cell)) is not None]
    best = max((value.value for value in alone), default=None)
    sure = given is not None or best == full
    found = [rule for header, cell in graded for rule in _rules_of(header, cell, given or "award", sure=sure)]
    return [] if _over(found, full) or len(graded) < _FEWEST else found


#: One grade is no scale.
_FEWEST: Final = 2


def _rules_of(header: str, cell: Text, effect: Effect, *, sure: bool) -> list[RuleFound]:
    """Read a cell: its amount alone, its words with an amount or a rule, or its words for its header's amount."""
    name, printed = grade_name(header)
    tier = Text.of(name)
    amount = cell_amount(cell)
    if amount is not None:
        marks = amount.value.unit == "point" and (sure or "分" in cell.chars)
        return [_rule(amount.value, effect, cell, tier)] if marks else []
    amount, words = trailing_amount(cell, in_table=True)
    if amount is not None:
        return [_rule(amount.value, effect, cell, tier, words)]
    bare = bare_amount(cell)
    closing = cell_amount(bare) if bare is not None else None
    if bare is not None and closing is not None:
        words = cell[: cell.index_of(bare)].rstrip("，,、：: ")
        return [_rule(closing.value, effect, cell, tier, words)]
    told = [replace(rule, tier=rule.tier or tier) for rule in rules(cell, bonus=effect == "add", scoring=True)]
    if told:
        return told
    amount = _of_header(printed)
    return [_rule(amount.value, effect, cell, tier, cell, "inherited")] if amount is not None else []


_LONGEST_LIST: Final = 100
#: Between grades in a list, and the letter that may count one.
_APART: Final = regex.compile(r"[,;、。\s]+|(?<=分\))(?=[^,;、。\s])|(?<=分)(?=[A-E][.:])")
_LETTER: Final = regex.compile(r"[A-E][.:](?=\p{Han})")


def listed_grades(text: Text, full: Decimal | None, given: Effect | None) -> list[RuleFound]:
    """Read a text that is nothing but grades and their marks: `优（9-10分）；良（7-8分）`, `好:10分,差:0分`."""
    if len(text) > _LONGEST_LIST or "分" not in text.folded:
        return []
    parts = text.split(_APART)
    found = [rule for part in parts if (rule := _listed(part, given or "award")) is not None]
    whole = len(parts) >= _FEWEST and len(found) == len(parts)
    return found if whole and not _over(found, full) else []


def _listed(part: Text, effect: Effect) -> RuleFound | None:
    letter = _LETTER.match(part.folded)
    words = part[letter.end() :] if letter is not None else part
    name, printed = grade_name(words.folded)
    amount = cell_amount(Text.of(printed)) if printed.endswith("分") and is_grade(words.folded) else None
    return _rule(amount.value, effect, part, words[: len(name)]) if amount is not None else None


def _over(found: list[RuleFound], full: Decimal | None) -> bool:
    """Whether a grade has more than the full marks, so that its figures are none of the item's."""
    marks = [rule.value.amount for rule in found if rule.value.unit == "point" and rule.value.amount is not None]
    return full is not None and max(marks, default=full) > full


def _of_header(printed: str) -> Found[AmountValue] | None:
    amount = cell_amount(Text.of(printed)) if printed else None
    marked = amount is not None and ("分" in printed or "%" in printed or amount.value.value > _FACTOR)
    return amount if marked else None


def _rule(
    amount: AmountValue, effect: Effect, cell: Text, tier: Text, condition: Text | None = None, basis: Basis = "stated"
) -> RuleFound:
    value = RuleValue(effect, amount.value, amount.minimum, amount.unit, basis=basis)
    return RuleFound(unless_nothing(value), cell.strip(), condition, tier=tier)
