"""Which way marks without a verb go: given, taken, or added."""

from dataclasses import dataclass
from typing import Final

from extractors.credits import is_discredit
from extractors.rule_forms import Form
from extractors.text import Text
from normalizers.values import Effect


@dataclass(frozen=True, slots=True)
class Like:
    """What marks without a verb do: a tier as the rule before it, others as the header or their ladder says."""

    before: Effect | None
    said: Effect | None

    def of(self, form: Form) -> Effect | None:
        """Return what a match of a form does that has no verb."""
        like = self.before if form.name in _LIKE_BEFORE else self.said if form.name in _AS_SAID else None
        return form.effect if like is None else like


_LIKE_BEFORE: Final = ("tier", "unit_price")
_AS_SAID: Final = ("alone", "glued", "graded", "of_case")


@dataclass(frozen=True, slots=True)
class Way:
    """What tells which way marks without a verb go: a bonus section's add, else as the rule before them, else so.

    Where an item is scored (`credited`) those for each of what does credit are earned; none are for a fault.
    """

    bonus: bool = False
    given: Effect | None = None
    credited: bool = False

    @property
    def said(self) -> Effect | None:
        """What the section or the header says."""
        return "add" if self.bonus else self.given

    def of(self, clause: Text, before: Effect | None, *, credit: bool) -> Effect | None:
        """Return what a clause's marks do behind a rule that does what is `before`."""
        like: Effect | None = "add" if self.bonus else before or self.given or ("award" if credit else None)
        told = self.said or like not in _EARNED or not is_price(clause) or not is_discredit(clause)
        return like if told else None


_EARNED: Final = ("award", "add")


def is_price(clause: Text) -> bool:
    """Whether marks may be for each of something: `每篇1分`, `1分/篇`."""
    return "每" in clause.folded or "/" in clause.folded
