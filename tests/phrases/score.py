"""Precision and recall of each field over its corpus, and the forms that were read wrong."""

from collections import Counter
from dataclasses import dataclass

from tests.phrases.corpora import FIELDS, Phrase, phrases
from tests.phrases.found import found


@dataclass(frozen=True)
class Reading:
    """A form and what was found in it."""

    phrase: Phrase
    values: tuple[str, ...]

    @property
    def right(self) -> int:
        """How many values were expected and found."""
        return (Counter(self.phrase.values) & Counter(self.values)).total()


@dataclass(frozen=True)
class Score:
    """A field's readings; precision is of what was found, recall of what was expected."""

    field: str
    readings: tuple[Reading, ...]

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return sum(r.right for r in self.readings) / sum(len(r.values) for r in self.readings)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return sum(r.right for r in self.readings) / sum(len(r.phrase.values) for r in self.readings)

    @property
    def wrong(self) -> list[Reading]:
        """The readings that are not wholly right."""
        return [r for r in self.readings if Counter(r.phrase.values) != Counter(r.values)]


def score(field: str) -> Score:
    """Read every form of a corpus."""
    return Score(field, tuple(Reading(p, found(p)) for p in phrases(field)))


def report(scores: list[Score]) -> str:
    """Lay the scores out as a table, then the forms that were read wrong."""
    lines = [f"{'field':<10} {'forms':>6} {'traps':>6} {'precision':>10} {'recall':>8}"]
    for s in scores:
        traps = sum(r.phrase.trap for r in s.readings)
        lines.append(f"{s.field:<10} {len(s.readings):>6} {traps:>6} {s.precision:>10.4f} {s.recall:>8.4f}")
    lines += [
        f"{s.field} {r.phrase.place} {r.phrase.form!r}: {list(r.phrase.values)} read as {list(r.values)}"
        for s in scores
        for r in s.wrong
    ]
    return "\n".join(lines)


def scores() -> list[Score]:
    """Score every field."""
    return [score(field) for field in FIELDS]
