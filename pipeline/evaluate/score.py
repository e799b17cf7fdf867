"""Counts of right, missed and extra facts by field, with the places of those that fail."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.compare.entries import Entry, Side
from pipeline.compare.pairing import Pairs, pair
from pipeline.evaluate.distance import tree_distance
from pipeline.evaluate.facts import Facts, item_facts, notice_facts


@dataclass(frozen=True, slots=True)
class Failure:
    """A fact that the golden has and the conversion lacks (missed), or the other way round (extra)."""

    field: str
    place: str
    missed: str | None = None
    extra: str | None = None


@dataclass(slots=True)
class Count:
    """Facts of one field: right, missed, extra."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was."""
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found; None where nothing is."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where the field is empty on both sides."""
        total = 2 * self.right + self.missed + self.extra
        return 2 * self.right / total if total else None

    def add(self, other: "Count") -> None:
        """Add another count."""
        self.right += other.right
        self.missed += other.missed
        self.extra += other.extra


@dataclass(slots=True)
class Score:
    """A document's counts by field, its failures, and the edit distance of its trees with the golden's size."""

    name: str
    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    failures: list[Failure] = field(default_factory=list)
    distance: int = 0
    size: int = 0

    def judge(self, name: str, place: str, expected: Facts, found: Facts) -> None:
        """Count one field of one item or of the notice."""
        count = self.counts[name]
        count.right += (expected & found).total()
        missed, extra = expected - found, found - expected
        count.missed += missed.total()
        count.extra += extra.total()
        self.failures += [Failure(name, place, missed=value) for value in missed.elements()]
        self.failures += [Failure(name, place, extra=value) for value in extra.elements()]

    def add(self, other: "Score") -> None:
        """Add another document's score."""
        for name, count in other.counts.items():
            self.counts[name].add(count)
        self.distance += other.distance
        self.size += other.size


def score(golden: Side, conversion: Side) -> Score:
    """Score a conversion against its golden."""
    made = Score(conversion.name)
    facts = notice_facts(golden.notice), notice_facts(conversion.notice)
    for name in facts[0]:
        made.judge(name, "", facts[0][name], facts[1][name])
    pairs = pair(golden, conversion)
    for place, one, other in _couples(golden, conversion, pairs):
        _judge_items(made, place, one, other, golden, conversion, pairs)
    made.distance, made.size = tree_distance(golden.entries, conversion.entries), len(golden.entries)
    return made


def _couples(golden: Side, conversion: Side, pairs: Pairs) -> Iterator[tuple[str, Entry | None, Entry | None]]:
    for entry in golden.entries:
        mate = pairs.new_of.get(entry.index)
        yield entry.id, entry, None if mate is None else conversion.entries[mate]
    for entry in conversion.entries:
        if entry.index not in pairs.old_of:
            yield entry.id, None, entry


def _judge_items(
    made: Score, place: str, one: Entry | None, other: Entry | None, golden: Side, conversion: Side, pairs: Pairs
) -> None:
    made.judge("items", place, _called(one), _called(other if one is None else one if other is not None else None))
    above = None if one is None else pairs.new_of.get(one.parent, -1 if one.parent < 0 else -2)
    below = None if other is None else other.parent
    made.judge("hierarchy", place, _fact(above), _fact(below))
    facts = [item_facts(entry) if entry is not None else {} for entry in (one, other)]
    for name in {**facts[0], **facts[1]}:
        made.judge(name, place, facts[0].get(name, Counter()), facts[1].get(name, Counter()))


def _called(entry: Entry | None) -> Facts:
    return Counter([entry.words] if entry is not None else [])


def _fact(parent: int | None) -> Facts:
    return Counter([] if parent is None else [f"below {parent}"])
