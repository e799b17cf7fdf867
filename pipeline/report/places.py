"""Where a finding stands, as a reader counts: line and column of the reading text, page or table cell."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from pipeline.language import tr
from pipeline.models import Finding, Severity

#: From the gravest; a report and an exit code count from one of them upwards.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True)
class Lines:
    """A reading text by its lines."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]

    def line_of(self, offset: int) -> int:
        """Return the number of the line, from 0, in which an offset stands."""
        return bisect_right(self._starts, offset) - 1

    def start_of(self, line: int) -> int:
        """Return the offset at which a line begins."""
        return self._starts[line]

    def words(self, line: int) -> str:
        """Return a line without its newline."""
        end = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[line] : end]


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with its place: line and column from 1, the line's words, and the marked part of them from 0.

    `line` is 0 for a finding on the whole notice.
    """

    finding: Finding
    line: int = 0
    column: int = 0
    words: str = ""
    mark: tuple[int, int] = (0, 0)

    @property
    def where(self) -> str:
        """Say page and cell, where the file has them."""
        span = self.finding.span
        if span is None:
            return ""
        page = [tr("page {page}", page=span.page)] if span.page is not None else []
        cell = span.cell
        place = tr("table {table}, row {row}, column {column}", **dict(cell)) if cell is not None else None
        return tr(", ").join([*page, *([place] if place else [])])


def placed(found: Finding, lines: Lines) -> Placed:
    """Find the line of a finding; a span over several lines is marked on the first one."""
    if found.span is None:
        return Placed(found)
    line = lines.line_of(found.span.start)
    start = lines.start_of(line)
    words = lines.words(line)
    mark = found.span.start - start, min(found.span.end - start, len(words))
    return Placed(found, line + 1, mark[0] + 1, words, mark)


def at_or_above(found: Finding, level: Severity) -> bool:
    """Whether a finding is at least as grave as a level."""
    return SEVERITIES.index(found.severity) <= SEVERITIES.index(level)
