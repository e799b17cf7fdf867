"""A scoring rule as it was found in a text."""

from dataclasses import dataclass

from extractors.text import Text
from normalizers.values import RuleValue


@dataclass(frozen=True, slots=True)
class RuleFound:
    """A rule with its clause, and the words that say when it applies, for each what, at which level."""

    value: RuleValue
    text: Text
    condition: Text | None = None
    per: Text | None = None
    tier: Text | None = None


def unless_nothing(value: RuleValue) -> RuleValue:
    """Return a value, or that nothing is given where it awards no marks: `未达标0分` is 未达标不得分."""
    nothing = value.effect == "award" and value.amount == 0 and value.minimum is None
    return RuleValue("forfeit", basis=value.basis) if nothing else value
