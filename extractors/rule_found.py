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
