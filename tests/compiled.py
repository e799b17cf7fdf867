"""The compiled core: `python -m tests.compiled` builds it, tests it and prints what it buys.

What git tracks is copied to a folder of its own and built there, so that the sources at hand stay as they are.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from tests.conftest import ROOT, TEXTS

#: The tests that run on the build: what is promised of any notice, and the forms that every compiled module reads.
TESTED: Final = (
    "amounts", "columns", "damage", "deadline_forms", "fuzz", "goldens", "grounding", "metadata", "pdf", "phrases",
    "properties", "published", "rules", "structure", "sums", "tables", "units", "word",
)  # fmt: skip
#: Prints the best time of each text, in milliseconds; run by a process of its own with the build to measure.
_TIMED: Final = """
import sys
from pathlib import Path
from time import process_time
from pipeline.convert import convert
from pipeline.models import to_json
for name in sys.argv[2:]:
    path, best = Path(name), 9.0
    to_json(convert(path))
    for _ in range(int(sys.argv[1])):
        start = process_time()
        to_json(convert(path))
        best = min(best, process_time() - start)
    print(best * 1000)
"""


def built(folder: Path) -> None:
    """Copy what git tracks to a folder and build the core there, beside its sources."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    asked = {**environment(folder), "ZHIBIAO_COMPILE": "1"}
    command = [sys.executable, "setup.py", "-q", "build_ext", "--inplace"]
    made = subprocess.run(command, cwd=folder, env=asked, capture_output=True, text=True, check=False)
    if made.returncode or not list(folder.glob("zhibiao__mypyc.*")):
        sys.exit(f"the core could not be compiled:\n{made.stdout[-3000:]}{made.stderr[-3000:]}")


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which Python takes zhibiao from a folder, whatever is installed."""
    return {**os.environ, "PYTHONPATH": str(folder)}


def tested(folder: Path) -> int:
    """Run the tests that convert on the build in a folder; returns pytest's exit code."""
    files = [f"tests/test_{name}.py" for name in TESTED]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
    return subprocess.run(command, cwd=folder, env=environment(folder), check=False).returncode


def timed(folder: Path, rounds: int) -> list[float]:
    """Return each text's best time on the build in a folder, in milliseconds."""
    command = [sys.executable, "-c", _TIMED, str(rounds), *map(str, TEXTS)]
    out = subprocess.run(command, cwd=folder, env=environment(folder), check=True, capture_output=True, text=True)
    return [float(line) for line in out.stdout.split()]


def least(runs: Sequence[list[float]]) -> list[float]:
    """Return the least of each place over several runs."""
    return [min(each) for each in zip(*runs, strict=True)]


def compared(folder: Path, turns: int = 4, rounds: int = 7) -> None:
    """Print each text's time on the sources and on the build, taken in turns, and their ratio."""
    roots = (ROOT, folder)
    runs: dict[Path, list[list[float]]] = {root: [] for root in roots}
    for turn in range(turns):  # who goes second finds the machine warmer, so each does
        for root in roots if turn % 2 else roots[::-1]:
            runs[root].append(timed(root, rounds))
    sources, core = least(runs[ROOT]), least(runs[folder])
    characters = [len(path.read_text("utf-8")) for path in TEXTS]
    print("| text | sources, ms | compiled, ms | ratio | compiled, characters a second |")
    print("| --- | ---: | ---: | ---: | ---: |")
    rows = [*zip((p.name for p in TEXTS), sources, core, characters, strict=True)]
    for name, one, other, size in [*rows, ("all", sum(sources), sum(core), sum(characters))]:
        print(f"| {name} | {one:.1f} | {other:.1f} | {other / one:.2f} | {size / other * 1000:,.0f} |")


@click.command()
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help="Build here, and keep it.")
@click.option("--no-tests", is_flag=True, help="Only print what it buys.")
def main(folder: Path | None, no_tests: bool) -> None:
    """Build the compiled core, test it, and compare it with the sources."""
    with TemporaryDirectory() as temporary:
        where = folder or Path(temporary)
        where.mkdir(parents=True, exist_ok=True)
        built(where.resolve())
        failed = 0 if no_tests else tested(where.resolve())
        compared(where.resolve())
    sys.exit(failed)


if __name__ == "__main__":
    main()
