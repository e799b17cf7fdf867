"""The batch itself: places hashed in order, new contents converted side by side, each outcome journaled once."""

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, wait
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Final, Protocol

from pipeline.batch.contents import identified
from pipeline.batch.engines import Engine
from pipeline.batch.journal import Journal
from pipeline.batch.outputs import Output
from pipeline.batch.records import Entry, Failed, Identity, Job, Limits, Made, Outcome, Place
from pipeline.batch.tally import Tally
from pipeline.errors import OutputFailedError, ZhibiaoError
from pipeline.language import mark

#: Places hashed by one task; hashing is a thousandth of converting, so the order costs nothing.
_HASHED: Final = 32
#: Conversions that wait, for each that runs: none of the workers is without one while results are gathered.
_WAITING: Final = 15
#: Results are gathered for so many seconds: bringing a journal line to disk for each file would cost the workers time.
_GATHERED: Final = 0.02


class Watcher(Protocol):
    """Who is told how it goes."""

    def passed(self, *, failed: bool) -> None:
        """Hear that a file is done with."""

    def told(self, name: str, failed: Failed) -> None:
        """Hear of a failure as it happens."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything a run needs; `retry` tries again what has failed before."""

    engine: Engine
    journal: Journal
    output: Output
    spool: Path
    limits: Limits
    watcher: Watcher
    retry: bool = False


def run(batch: Batch, places: Iterable[Place]) -> Tally:
    """Convert what is new among places, and journal what became of each."""
    running = _Running(batch)
    try:
        for identity in _identities(batch.engine, iter(places)):
            running.meet(identity)
        running.settle(0)
        batch.journal.commit()
    except OSError as error:  # whatever goes wrong with an input is in its outcome; this is the output's
        raise unwritten(batch.spool, error) from error
    return running.tally


def _identities(engine: Engine, places: Iterator[Place]) -> Iterator[Identity]:
    """Hash ahead of the conversions, and yield in order, so that the first of two equal files is always the same."""
    ahead: deque[Future[tuple[Identity, ...]]] = deque()
    while True:
        while len(ahead) <= engine.width and (some := tuple(islice(places, _HASHED))):
            ahead.append(engine.executor.submit(identified, some))
        if not ahead:
            return
        yield from ahead.popleft().result()


class _Running:
    """A run under way: the contents that were met, and the conversions that are not done."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._met: set[bytes] = set()
        self._pending: dict[Future[Outcome], Identity] = {}
        self._numbers = count()
        self.tally = Tally()

    def meet(self, identity: Identity) -> None:
        """Decide on a place: its content is new, was another's, or was done before."""
        key = bytes.fromhex(identity.sha256)
        if key and key in self._met:
            self._repeated(identity)
            return
        self._met.add(key)
        found = self._batch.journal.find(identity)
        if identity.failed is not None:
            self._unread(identity, identity.failed, found)
        elif found is not None and self._settled(found):
            self._note_alias(identity)
            self._count(found, new=False)
        else:
            self._submit(identity)

    def _settled(self, entry: Entry) -> bool:
        if entry.event == "failed":
            return not self._batch.retry
        return self._batch.output.holds(entry)

    def _repeated(self, identity: Identity) -> None:
        self._note_alias(identity)
        self.tally.repeated += 1
        self._batch.watcher.passed(failed=False)

    def _note_alias(self, identity: Identity) -> None:
        if not self._batch.journal.knows(identity):
            self._batch.journal.add(Entry("alias", identity.place.shown, identity.sha256))

    def _unread(self, identity: Identity, failed: Failed, found: Entry | None) -> None:
        entry = _failure(identity, failed)
        if found is None or found.code != failed.code:
            self._batch.journal.add(entry)
            self._batch.watcher.told(identity.place.shown, failed)
        self._count(entry, new=found is None)

    def _count(self, entry: Entry, *, new: bool) -> None:
        self.tally.count(entry, new=new)
        self._batch.watcher.passed(failed=entry.event == "failed")

    def _submit(self, identity: Identity) -> None:
        batch = self._batch
        job = Job(identity.place, identity.sha256, str(batch.spool), batch.output.shape, batch.limits)
        self._pending[batch.engine.executor.submit(batch.engine.convert, job)] = identity
        self.settle(batch.engine.width * (1 + _WAITING))

    def settle(self, most: int) -> None:
        """Wait until no more than so many conversions are under way; what is done goes to disk, then to the journal."""
        while len(self._pending) > most:
            done, _ = wait(self._pending, timeout=_GATHERED)
            entries = [self._entry(self._pending.pop(future), _outcome(future)) for future in done]
            self._batch.output.flush()
            for entry in entries:
                self._batch.journal.add(entry)
            self._batch.journal.commit()
            for entry in entries:
                self._count(entry, new=True)

    def _entry(self, identity: Identity, outcome: Outcome) -> Entry:
        if isinstance(outcome, Failed):
            self._batch.watcher.told(identity.place.shown, outcome)
            return _failure(identity, outcome)
        output, end = self._batch.output.take(self._spooled(outcome), identity)
        return Entry("done", identity.place.shown, identity.sha256, output, end, outcome.stats, outcome.seconds)

    def _spooled(self, made: Made) -> Path:
        if made.sent is None:
            return Path(made.file)
        file = self._batch.spool / f"sent-{next(self._numbers)}"
        file.write_bytes(zlib.decompress(made.sent))
        return file


def _failure(identity: Identity, failed: Failed) -> Entry:
    return Entry(
        "failed", identity.place.shown, identity.sha256 or None, seconds=failed.seconds, code=failed.code,
        reason=failed.reason,
    )  # fmt: skip


def _outcome(future: "Future[Outcome]") -> Outcome:
    """Return what became of a conversion; an engine that gives up on it (Dask: its workers died of it) is a crash."""
    try:
        return future.result()
    except ZhibiaoError:
        raise
    except Exception as error:
        return Failed(
            "crashed", mark("the engine gave up on it ({reason})"), {"reason": f"{type(error).__name__}: {error}"}
        )


def unwritten(path: Path, error: OSError) -> OutputFailedError:
    """Return the error of an output that cannot be written; what the journal tells of is there."""
    return OutputFailedError(
        "{path}: the output cannot be written ({reason}); what was done is kept, the same command goes on from there",
        path=path,
        reason=error.strerror or error,
    )
