"""Which way marks without a verb go: given, taken, or added."""

from dataclasses import dataclass
from typing import Final

from extractors.conditions import heads
from extractors.credits import is_discredit
from extractors.rule_forms import Form
from extractors.text import Text
from normalizers.patterns import late_pattern
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


#: What heads a list of marks without verbs, and says which way they go: `加分：每篇1分`.
_HEAD: Final = late_pattern(
    r"(?:[(\[]?[一二三四五六七八九十\d]{1,2}[)\].、]\s?)?(?:(?P<add>加|奖励?)|(?P<deduct>扣|减))分(?:项目?|标准|办法|细则|情形)?"
)
_LONGEST_HEAD: Final = 12


def said_by_head(clause: Text) -> Effect | None:
    """Return what the marks below a head do that says nothing but that they are given or taken."""
    short = len(clause.folded) <= _LONGEST_HEAD and "分" in clause.folded
    match = _HEAD.fullmatch(clause.folded) if short and heads(clause) else None
    return None if match is None else "add" if match["add"] else "deduct"


_EARNED: Final = ("award", "add")


def is_price(clause: Text) -> bool:
    """Whether marks may be for each of something: `每篇1分`, `1分/篇`."""
    return "每" in clause.folded or "/" in clause.folded
