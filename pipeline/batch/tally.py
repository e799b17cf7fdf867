"""What a batch came to: counts, kinds, findings, coverage, failures and the slowest files, kept small while it runs."""

import heapq
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from pipeline.batch.records import Entry

_SLOWEST: Final = 5


@dataclass(slots=True)
class Tally:
    """Sums over the contents of one run; `earlier` were done or failed before, `repeated` had another's."""

    converted: int = 0
    earlier: int = 0
    repeated: int = 0
    aside: int = 0
    covered: float = 0.0
    lowest: tuple[float, str] | None = None
    failures: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)

    @property
    def failed(self) -> int:
        """How many contents were not converted."""
        return self.failures.total()

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return self.converted + self.failed + self.repeated

    def count(self, entry: Entry, *, new: bool) -> None:
        """Count a content that was converted or has failed, now or earlier."""
        self.earlier += not new
        if entry.stats is None:
            self.failures[entry.code or ""] += 1
        else:
            self.converted += 1
            self.kinds[entry.stats.kind] += 1
            self.findings.update(entry.stats.findings)
            self.covered += entry.stats.coverage
            self.lowest = min(self.lowest or (2.0, ""), (entry.stats.coverage, entry.source))
        heapq.heappush(self.slowest, (entry.seconds or 0.0, entry.source))
        if len(self.slowest) > _SLOWEST:
            heapq.heappop(self.slowest)
