"""Conversions in processes of their own, each within limits: a worker that hangs, swells or dies is replaced."""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, Final

import psutil

from pipeline.batch.records import Failed, Job, Limits, Made, Outcome, Stats
from pipeline.errors import OutputFailedError, ZhibiaoError
from pipeline.language import mark

_TICK: Final = 0.05
_START: Final = Limits(120.0, 4 << 30)
#: A worker that still holds this share of the limit after a file would make the next one pay for it.
_TOO_FULL: Final = 0.5
_NUMBERS: Final = count()


class Worker:
    """One process, one job at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "pipeline.batch.child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._watched = psutil.Process(self._process.pid)
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        if isinstance(self._answer(_START), Failed):
            self.end()
            raise ZhibiaoError("a worker process cannot be started; see `zhibiao doctor`")

    def _listen(self) -> None:
        """Take lines as they come; an empty one says that the process is gone."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put(b"")

    def ask(self, job: Job) -> Outcome:
        """Have a job done; whatever happens to the worker becomes its outcome."""
        file = str(Path(job.spool, f"{self._process.pid}-{next(_NUMBERS)}"))
        asked = {
            "place": asdict(job.place), "sha256": job.sha256, "file": file, "shape": job.shape,
            "seconds": job.limits.seconds,
        }  # fmt: skip
        begun = monotonic()
        self._send(asked)
        answer = self._answer(job.limits)
        taken = round(monotonic() - begun, 3)
        if isinstance(answer, Failed):
            self.end()
            return Failed(answer.code, answer.message, answer.figures, taken)
        if "unwritten" in answer:
            raise OutputFailedError(
                "{output}: the result cannot be written there ({reason}); nothing was changed",
                output=job.spool,
                reason=answer["unwritten"],
            )
        if "failed" in answer:
            return Failed(**answer["failed"], seconds=taken)
        return Made(Stats(**answer["stats"]), taken, file)

    def _send(self, asked: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(asked).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:  # it is gone; its silence says so
            self._process.kill()

    def _answer(self, limits: Limits) -> dict[str, Any] | Failed:
        """Wait for an answer, and look at the worker's time and memory meanwhile."""
        end = monotonic() + limits.seconds
        while True:
            try:
                line = self._answers.get(timeout=_TICK)
            except Empty:
                failed = self._beyond(limits, end)
                if failed is not None:
                    return failed
                continue
            return json.loads(line) if line else self._beyond(limits, end) or self._died()

    def _beyond(self, limits: Limits, end: float) -> Failed | None:
        if monotonic() > end:
            figures = {"seconds": f"{limits.seconds:g}"}
            return Failed("timeout", mark("it was not done after {seconds} seconds; see --timeout"), figures)
        if self.memory > limits.memory:
            return Failed(
                "memory", mark("it took more than {limit} MB; see --memory"), {"limit": str(limits.memory >> 20)}
            )
        return None

    def _died(self) -> Failed:
        code = self._process.wait()
        return Failed("crashed", mark("its worker process died (exit {code})"), {"code": str(code)})

    @property
    def memory(self) -> int:
        """Bytes of memory that the process holds; 0 where it is gone."""
        try:
            return int(self._watched.memory_info().rss)
        except psutil.Error:
            return 0

    def fit(self, limits: Limits) -> bool:
        """Whether the worker can take another file: it lives, and has not kept much of the last."""
        return self._process.poll() is None and self.memory < limits.memory * _TOO_FULL

    def end(self) -> None:
        """Kill the process, wait for it, and let go of its pipes."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet written goes nowhere
                    pipe.close()


class Crew:
    """The workers of this process: as many as threads ask at once, kept between files."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._closed = False

    def convert(self, job: Job) -> Outcome:
        """Convert in an idle worker, or in a new one."""
        worker = self._borrowed()
        try:
            return worker.ask(job)
        finally:
            self._back(worker, job.limits)

    def _borrowed(self) -> Worker:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        worker = Worker()
        with self._lock:
            self._all.add(worker)
            closed = self._closed
        if closed:
            worker.end()
        return worker

    def _back(self, worker: Worker, limits: Limits) -> None:
        fit = worker.fit(limits)
        with self._lock:
            if fit and not self._closed:
                self._idle.append(worker)
                return
            self._all.discard(worker)
        worker.end()

    def close(self) -> None:
        """End all workers, those at work too."""
        with self._lock:
            self._closed = True
            workers = list(self._all)
        for worker in workers:
            worker.end()
