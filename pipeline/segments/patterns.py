"""Columns as their cells show them: how well a cell fits one, by its kind, length and numbering."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Final

from extractors.looks import KINDS, Kind, Look
from normalizers.values import ColumnRole
from pipeline.segments.costs import COSTS

#: What the cells of a column with a known header look like, as so many cells seen before the first.
_SEEN: Final[dict[ColumnRole, dict[Kind, float]]] = {
    "number": {"serial": 6.0, "figure": 1.5},
    "points": {"figure": 8.0, "serial": 2.0},
    "weight": {"figure": 8.0, "serial": 2.0},
    "self_score": {"figure": 8.0, "serial": 2.0},
    "score": {"figure": 8.0, "serial": 2.0},
    "responsible": {"units": 2.0, "words": 0.5},
    "lead": {"units": 2.0, "words": 0.5},
    "support": {"units": 2.0, "words": 0.5},
    "deadline": {"time": 3.0, "words": 0.3},
    "scoring": {"rule": 2.0, "words": 0.7},
    "level": {"words": 3.0},
    "title": {"words": 2.0},
    "requirement": {"words": 1.5, "rule": 0.3, "quantity": 0.2},
    "method": {"words": 1.5},
    "evidence": {"words": 1.5},
    "remarks": {"words": 1.5},
}
#: Columns that a published form leaves empty are empty throughout, or filled.
OFTEN_EMPTY: Final = ("remarks", "evidence", "self_score", "score")
#: Numbers that count on stand in few columns.
_COUNTING: Final = ("number", "points", "weight", "self_score", "score", "other")
#: A kind that was never seen in a column is as if it had been seen so often.
_RARE: Final = 0.12
#: Cells of one column differ so much in length at least, in doublings.
_LEAST_SPREAD: Final = 0.35
_FIRST_SPREAD: Final = 1.0
#: A piece this much shorter than the widest of its column did not fill a line.
_NEARLY: Final = 0.2
_SHORTEST_LINE: Final = 3.0
_MEASURED: Final[tuple[Kind, ...]] = ("words", "rule", "units")


@dataclass(slots=True)
class Pattern:
    """A column's pattern, as far as its cells were seen."""

    kinds: dict[Kind, float]
    counts: bool = True
    optional: bool = False
    rows: int = 0
    families: Counter[str | None] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    lengths: list[float] = field(default_factory=list)
    stops: int = 0
    widest: float = 0.0

    @classmethod
    def under(cls, role: ColumnRole | None) -> "Pattern":
        """Return what a header's role leads one to expect."""
        return cls(dict(_SEEN.get(role, {})), role in _COUNTING, role in OFTEN_EMPTY) if role is not None else cls({})

    def see(self, look: Look, length: float) -> None:
        """Take a cell in, with the length of all its lines."""
        self.kinds[look.kind] = self.kinds.get(look.kind, 0.0) + 1
        self.families[look.family] += 1
        self.texts[look.text.chars] += 1
        self.stops += look.stops
        self.lengths.append(length)
        self.widest = max(self.widest, look.length)

    def fills(self, look: Look) -> bool:
        """Whether a line is as wide as the column's widest, so that it may go on below."""
        return not look.stops and look.length >= max(self.widest - _NEARLY, _SHORTEST_LINE)

    def share(self, *, filled: bool) -> float:
        """Return what it costs that a row leaves a cell empty, or fills one, in a column that is filled or is not."""
        if not self.optional:
            return 0.0 if filled else COSTS.empty
        cells = len(self.lengths) if filled else max(0, self.rows - len(self.lengths))
        return -log((cells + 0.5) / (max(self.rows, len(self.lengths)) + 1))

    def odds(self, kind: Kind) -> float:
        """Return what it costs that a cell is of a kind."""
        whole = sum(self.kinds.values()) + _RARE * len(KINDS)
        return -log((self.kinds.get(kind, 0.0) + _RARE) / whole)

    def coster(self) -> "Coster":
        """Return what tells the cost of a cell in this column."""
        seen = len(self.lengths)
        mean = sum(self.lengths) / seen if seen else 0.0
        around = sum((length - mean) ** 2 for length in self.lengths)
        spread = max(_LEAST_SPREAD, (around + _FIRST_SPREAD) / (seen + 1))
        kinds = {kind: self.odds(kind) for kind in KINDS}
        return Coster(self, kinds, mean, spread, (self.stops + 0.5) / (seen + 1))


@dataclass(frozen=True, slots=True)
class Coster:
    """What a cell costs in a column."""

    pattern: Pattern
    kinds: dict[Kind, float]
    mean: float
    spread: float
    stops: float

    def cost(self, look: Look) -> float:
        """Return what a cell costs here: how unlike it is to those that were seen."""
        cost, pattern = self.kinds[look.kind], self.pattern
        cost += pattern.share(filled=True)
        cost += COSTS.miscount if look.kind == "serial" and not pattern.counts else 0.0
        if not pattern.lengths:
            return cost
        if look.kind in _MEASURED and not pattern.fills(look):
            cost += min(COSTS.most_length, (look.length - self.mean) ** 2 / self.spread / 2)
        cost += 0.0 if look.family in pattern.families else COSTS.odd_number
        cost -= COSTS.stop * log(self.stops if look.stops else 1 - self.stops)
        return cost - (COSTS.again if pattern.texts[look.text.chars] > 1 else 0.0)


def first_row(looks: Iterable[Look], roles: Sequence[ColumnRole | None], *, empty: bool = False) -> list[Pattern]:
    """Return the patterns that a table's first row shows, each cell of it a line; what may be `empty` there is."""
    made = [Pattern.under(role) for role in roles]
    filled = [pattern for pattern in made if not (empty and pattern.optional)]
    for pattern, look in zip(filled, looks, strict=False):
        pattern.see(look, look.length)
    for pattern in made:
        pattern.rows = 1
    return made
