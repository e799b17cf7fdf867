"""Rows that are the grades of one item (`组织生活 | 优 | 10`, `良 | 8`): a rule each, and no items of their own."""

from typing import Final

from extractors.rule_found import unless_nothing
from normalizers.headers import is_grade, is_place
from normalizers.values import RuleValue
from pipeline.assemble.natures import EFFECTS
from pipeline.models import Item, Rule

#: One grade is no scale.
_FEWEST: Final = 2


def with_grades_as_rules(item: Item) -> Item:
    """Make rules of an item's parts where each is nothing but a grade and what it is worth."""
    parts = item.children
    if not parts:
        return item
    headers = {_header(part) for part in parts} if item.points is None else set()
    if len(parts) < _FEWEST or len(headers) != 1 or headers & {None, *item.extra}:
        inner = tuple(map(with_grades_as_rules, parts))
        same = all(a is b for a, b in zip(inner, parts, strict=True))
        return item if same else item.model_copy(update={"children": inner})
    header = next(iter(parts[0].extra))
    told = [part.scoring for part in parts if part.scoring]
    return item.model_copy(
        update={
            "children": (),
            "scoring": "\n".join([item.scoring, *told] if item.scoring else told) or None,
            "scoring_rules": (*item.scoring_rules, *map(_rule, parts)),
            "extra": {**item.extra, header: "\n".join(part.extra[header] for part in parts)},
            "spans": (*item.spans, *(span for part in parts for span in part.spans)),
        }
    )


def _header(part: Item) -> str | None:
    """Return the header of the column that says which grade a part is; None where it says anything else."""
    header, words = next(iter(part.extra.items()), ("", ""))
    graded = part.points is not None and len(part.extra) == 1 and is_grade(words) and not is_place(words)
    if not graded:
        return None
    rest = part.model_copy(update={"extra": {}, "points": None, "scoring": None, "scoring_rules": (), "spans": ()})
    return header if rest == Item(id=part.id, level=part.level, nature=part.nature) else None


def _rule(part: Item) -> Rule:
    points = part.points
    assert points is not None
    (tier,) = part.extra.values()
    effect = EFFECTS.get(part.nature, "award")
    value = unless_nothing(RuleValue(effect, points.value, points.min, "point", basis=points.basis))
    return Rule(
        effect=value.effect, amount=value.amount, min=value.minimum, unit=value.unit, tier=tier,
        condition=part.scoring, basis=value.basis, raw=points.raw, span=points.span,
    )  # fmt: skip
