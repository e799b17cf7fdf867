"""How far a batch is: a bar on a terminal, a plain line now and then elsewhere; failures as they happen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic
from typing import Final

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from normalizers.printable import printable
from pipeline.batch.records import Failed
from pipeline.batch.run import Watcher
from pipeline.language import tr

_EVERY: Final = 10.0


class Silent:
    """Nobody is told."""

    def passed(self, *, failed: bool) -> None:
        """Hear that a file is done with."""

    def told(self, name: str, failed: Failed) -> None:
        """Hear of a failure."""


class Plain:
    """A line on stderr every few seconds and at the end, for logs and pipes."""

    def __init__(self, console: Console, total: int, every: float = _EVERY) -> None:
        self._console, self._total, self._every = console, total, every
        self._done = self._failed = 0
        self._begun = self._last = monotonic()

    def passed(self, *, failed: bool) -> None:
        """Count a file, and say how far it is where the last word is some time ago."""
        self._done += 1
        self._failed += failed
        if monotonic() - self._last >= self._every:
            self.say()

    def told(self, name: str, failed: Failed) -> None:
        """Print a failure."""
        _print(self._console, _sentence(name, failed))

    def say(self) -> None:
        """Print how far it is."""
        self._last = monotonic()
        taken = max(self._last - self._begun, 1e-6)
        rate = self._done / taken
        left = timedelta(seconds=round((self._total - self._done) / rate)) if rate else "?"
        _print(
            self._console,
            tr(
                "zhibiao: {done} of {total} files, {rate}/s, {left} left, {failed} failed",
                done=self._done, total=self._total, rate=f"{rate:.1f}", left=left, failed=self._failed,
            ),
        )  # fmt: skip


class _Rate(ProgressColumn):
    """Files a second."""

    def render(self, task: Task) -> Text:
        """Show the rate."""
        return Text(f"{task.finished_speed or task.speed or 0:.1f}/s")


class Bar:
    """A bar with rate, remaining time and failures."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._failed = progress, 0
        self._task = progress.add_task("", total=total, failed=0)

    def passed(self, *, failed: bool) -> None:
        """Move on by a file."""
        self._failed += failed
        self._progress.update(self._task, advance=1, failed=self._failed)

    def told(self, name: str, failed: Failed) -> None:
        """Print a failure above the bar."""
        _print(self._progress.console, _sentence(name, failed))


def _sentence(name: str, failed: Failed) -> str:
    told = failed.told
    return tr("zhibiao: {told}", told=told if name in told else f"{name}: {told}")


def _print(console: Console, words: str) -> None:
    console.print(escape(printable(words)), soft_wrap=True, highlight=False)


@contextmanager
def watching(total: int, console: Console, *, quiet: bool) -> Iterator[Watcher]:
    """Watch a batch of so many files."""
    if quiet:
        yield Silent()
    elif console.is_terminal:
        columns = (
            BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(),
            TextColumn(tr("{count} failed", count="{task.fields[failed]}")),
        )  # fmt: skip
        with Progress(*columns, console=console) as progress:
            yield Bar(progress, total)
    else:
        plain = Plain(console, total)
        yield plain
        plain.say()
