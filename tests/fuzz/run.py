"""Runs numbered mutants in one process under a time and a memory limit, and writes down what it finds."""

import json
import mmap
import os
import resource
import signal
import struct
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.mutators import mutant
from tests.fuzz.promises import hold

#: Seconds of processor time and bytes of memory beyond what is loaded: what SECURITY.md promises.
SECONDS = 5.0
MEMORY = 500 * 2**20
#: Every so many inputs are converted twice and handed on; every so many the figures are written.
AGAIN, WRITTEN = 16, 200
_KEPT = 3


class TooSlow(BaseException):
    """The time limit has passed."""


@dataclass
class Figures:
    """What ran: inputs and processor seconds by format, results by kind, the slowest, peak memory, crashes."""

    inputs: Counter = field(default_factory=Counter)
    seconds: Counter = field(default_factory=Counter)
    results: Counter = field(default_factory=Counter)
    slowest: dict = field(default_factory=dict)
    peak_mb: float = 0.0
    crashes: Counter = field(default_factory=Counter)


class Progress:
    """The number at work, in a mapped file that outlives a worker; and the figures beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = folder / "number"
        if not path.exists():
            path.write_bytes(struct.pack("<Q", 0))
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 8)
        self.figures = Figures()
        if (folder / "figures.json").exists():
            told = json.loads((folder / "figures.json").read_text("utf-8"))
            for name in ("inputs", "seconds", "results", "crashes"):
                getattr(self.figures, name).update(told[name])
            self.figures.slowest, self.figures.peak_mb = told["slowest"], told["peak_mb"]

    @property
    def number(self) -> int:
        return struct.unpack("<Q", self._map[:8])[0]

    @number.setter
    def number(self, value: int) -> None:
        self._map[:8] = struct.pack("<Q", value)

    def write(self) -> None:
        text = json.dumps(vars(self.figures), ensure_ascii=False, indent=1, sort_keys=True)
        (self.folder / "figures.json.new").write_text(text, "utf-8")
        (self.folder / "figures.json.new").replace(self.folder / "figures.json")

    def keep(self, kind: str, told: str) -> None:
        """Keep an input that broke a promise, a few of each kind."""
        self.figures.crashes[kind] += 1
        if self.figures.crashes[kind] <= _KEPT:
            format_ = (self.folder / "format").read_text("utf-8")
            place = self.folder / f"{format_}-{self.number}"
            place.with_suffix(f".{format_}").write_bytes(mutant(format_, self.number))
            place.with_suffix(".told").write_text(f"{kind}\n{told}", "utf-8")
        self.write()

    def died(self, status: int) -> None:
        """Write down an input that killed its worker, and go on behind it."""
        self.__init__(self.folder)  # type: ignore[misc]  # the worker's figures are in the file
        self.keep(f"worker died with status {status}", "")
        self.number += 1


def start(progress: Progress, formats: tuple[str, ...], until: float) -> int:
    """Fork a worker that goes on from the progress's number; returns its process id."""
    worker = os.fork()
    if worker:
        return worker
    try:
        progress.__init__(progress.folder)  # type: ignore[misc]  # what a worker before this one wrote
        _work(progress, formats, until)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _work(progress: Progress, formats: tuple[str, ...], until: float) -> None:
    signal.signal(signal.SIGPROF, _too_slow)
    for format_ in formats:
        hold(mutant(format_, 0), f"made.{format_}")  # loads what the format needs
    _limit_memory()
    while time.monotonic() < until:
        number = progress.number
        format_ = formats[number % len(formats)]
        (progress.folder / "format").write_text(format_, "utf-8")
        one(progress, format_, number)
        if number % WRITTEN == 0:
            progress.write()
        progress.number = number + 1
    progress.write()


def _limit_memory() -> None:
    loaded = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (loaded + MEMORY, resource.RLIM_INFINITY))


def _too_slow(_signal: int, _frame: object) -> None:
    raise TooSlow


def one(progress: Progress, format_: str, number: int) -> None:
    """Run one mutant and count it."""
    data = mutant(format_, number)
    before = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        result = hold(data, f"made.{format_}", again=number % AGAIN < 1)
    except (Exception, TooSlow) as error:
        signal.setitimer(signal.ITIMER_PROF, 0)
        result = "broken promise"
        progress.keep(kind_of(error), "".join(traceback.format_exception(error)))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - before
    count = progress.figures
    count.inputs[format_] += 1
    count.seconds[format_] += took
    count.results[f"{format_} {result}"] += 1
    if took > count.slowest.get(format_, [0])[0]:
        count.slowest[format_] = [round(took, 3), number, len(data)]
    count.peak_mb = max(count.peak_mb, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def kind_of(error: BaseException) -> str:
    """Tell crashes apart by type and by the last line of ours that they passed."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        f for f in frames if "/pipeline/" in f.filename or "/extractors/" in f.filename or "/normalizers/" in f.filename
    ]
    at = (ours or frames)[-1]
    return f"{type(error).__name__} at {at.filename.rpartition('/')[2]}:{at.name}:{at.line}"


def figures(folder: Path) -> str:
    """What ran so far, as lines for people."""
    told = json.loads((folder / "figures.json").read_text("utf-8"))
    lines = [f"{sum(told['inputs'].values()):,} inputs, peak memory {told['peak_mb']:.0f} MB"]
    for name, count in sorted(told["inputs"].items()):
        seconds, slow = told["seconds"][name], told["slowest"].get(name, [0, 0, 0])
        kinds = ", ".join(
            f"{k.split(' ', 1)[1]} {n:,}" for k, n in sorted(told["results"].items()) if k.split(" ")[0] == name
        )
        lines.append(
            f"  {name:<5} {count:>9,} inputs  {count / max(seconds, 0.001):>6.0f} a second  slowest {slow[0]:.2f} s (number {slow[1]}, {slow[2]} bytes)  {kinds}"
        )
    lines += [f"  crash: {n:,} × {kind}" for kind, n in sorted(told["crashes"].items())]
    return "\n".join(lines)
