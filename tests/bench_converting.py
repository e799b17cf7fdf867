"""The converting benchmark: `python -m tests.bench_converting` prints what converting costs; no test asserts it.

Warm figures are the best of several runs in this process, and stand beside the bare read of the same file; all are of
processor time. Ratios are to be compared, not seconds: those are of the machine at hand.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from inspect import isfunction
from itertools import pairwise
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time
from unittest.mock import patch

from pipeline.assemble import notice as assembling
from pipeline.assemble import outlines, schemes
from pipeline.assemble.notice import assemble
from pipeline.checks.run import with_findings
from pipeline.convert import convert, load
from pipeline.models import to_json
from pipeline.segments.segment import segment
from tests.bench_reading import best
from tests.conftest import TEXTS

ROUNDS = 9
#: Where assembly asks for structure: the rest of its time is extractors and models.
STRUCTURE = [
    (module, name)
    for module in (assembling, outlines, schemes)
    for name, value in vars(module).items()
    if isfunction(value) and value.__module__.startswith("pipeline.structure.")
]
#: A cold start, part by part: each line is run by a Python of its own, and costs what it adds to the line before.
PARTS = (
    ("a bare Python", "pass"),
    ("the command's own modules", "import pipeline.cli"),
    ("pydantic and the contract's models", "import pipeline.cli, pipeline.models"),
    ("extractors and the pipeline", "import pipeline.cli, pipeline.convert"),
    ("converting and writing", "import sys; sys.argv[1:] = ['convert', {path!r}]; from pipeline.cli import run; run()"),
)


class Stopwatch:
    """Adds up the time inside functions that do not call one another."""

    def __init__(self) -> None:
        self.spent = 0.0

    @contextmanager
    def on(self, places: list[tuple[object, str]]) -> Iterator[None]:
        """Time these functions within a block."""
        with ExitStack() as stack:
            for module, name in places:
                stack.enter_context(patch.object(module, name, self._timed(getattr(module, name))))
            yield

    def _timed(self, function: Callable[..., object]) -> Callable[..., object]:
        def timed(*args: object, **kwargs: object) -> object:
            start = process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.spent += process_time() - start

        return timed


def stages(path: Path) -> dict[str, float]:
    """Seconds of each stage of one conversion."""
    times = [process_time()]
    document = load(path)
    times.append(process_time())
    parts = segment(document)
    times.append(process_time())
    structure = Stopwatch()
    with structure.on(STRUCTURE):
        assembled = assemble(document, parts)
    times.append(process_time())
    notice = with_findings(assembled.notice, assembled.inferred, document.remarks)
    times.append(process_time())
    to_json(notice)
    times.append(process_time())
    reading, segments, assembly, checks, writing = (b - a for a, b in pairwise(times))
    return {
        "reading": reading, "segments": segments, "structure": structure.spent,
        "values": assembly - structure.spent, "checks": checks, "writing": writing,
    }  # fmt: skip


def warm() -> None:
    """Print each text's conversion: its time, its speed, the bare read of the file, and the share of each stage."""
    names = tuple(stages(TEXTS[0]))
    print("| text | ms | characters a second | times the bare read | " + " | ".join(names) + " |")
    print("| --- |" + " ---: |" * (3 + len(names)))
    characters = spent = 0.0
    for path in TEXTS:
        read = best(lambda p=path: p.read_text("utf-8"), ROUNDS)
        whole = best(lambda p=path: to_json(convert(p)), ROUNDS)
        runs = [stages(path) for _ in range(ROUNDS)]
        least = {name: min(run[name] for run in runs) for name in names}
        shares = " | ".join(f"{least[name] / sum(least.values()):.0%}" for name in names)
        size = len(path.read_text("utf-8"))
        print(f"| {path.name} | {whole * 1000:.1f} | {size / whole:,.0f} | {whole / read:,.0f} | {shares} |")
        characters, spent = characters + size, spent + whole
    print(f"| all | {spent * 1000:.1f} | {characters / spent:,.0f} | |" + " |" * len(names))


def started(command: list[str]) -> float:
    """Processor seconds of a process of its own."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def cold() -> None:
    """Print a cold start's parts, each as what it adds, in seconds and in starts of a bare Python."""
    print("\n| cold start | seconds | bare starts |\n| --- | ---: | ---: |")
    before = bare = 0.0
    for part, code in PARTS:
        command = [sys.executable, "-c", code.format(path=str(max(TEXTS, key=lambda p: p.stat().st_size)))]
        took = min(started(command) for _ in range(ROUNDS))
        bare = bare or took
        print(f"| {part} | {took - before:.3f} | {(took - before) / bare:.1f} |")
        before = took
    print(f"| all | {before:.3f} | {before / bare:.1f} |")


if __name__ == "__main__":
    warm()
    cold()
