"""The benchmark beside other readers: `python -m tests.bench_peers [--peers PYTHON] [--write]`; no test asserts it.

All figures of a table are taken in one run on the same files. `--peers` names an interpreter that has markitdown and
docling, which zhibiao itself does not need; `--write` puts the table into docs/benchmark.md.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click
import pypdfium2 as pdfium

from pipeline.convert import load
from tests.conftest import CORPUS, ROOT
from tests.typeset import as_page, as_workbook

PAGE = ROOT / "docs" / "benchmark.md"
PASSES = 3
MOST_SECONDS = 90
#: Which readers there are for a format; the first is the floor.
PEERS = {
    "txt": ("bare", "zhibiao"),
    "docx": ("bare", "zhibiao", "python_docx", "markitdown", "docling"),
    "pdf": ("bare", "zhibiao", "pdfplumber", "pdftotext", "markitdown", "docling"),
    "html": ("bare", "zhibiao", "lxml", "markitdown", "docling"),
    "xlsx": ("bare", "zhibiao", "openpyxl", "markitdown", "docling"),
}
#: Those that are no part of zhibiao's own environment.
ELSEWHERE = ("markitdown", "docling")


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds to the first result, seconds a pass, seconds a pass where two processes make one each, MiB at the peak."""

    cold: float
    warm: float
    both: float
    peak: float


def files_of(kind: str, folder: Path) -> list[Path]:
    """The corpus in a format; pages and workbooks are made of its Word files."""
    words = [p for p in sorted(CORPUS.glob("*.docx")) if "autonumber" not in p.name]
    if kind == "html":
        for word in words:
            (folder / f"{word.stem}.html").write_bytes(as_page(word))
        return sorted(folder.glob("*.html"))
    if kind == "xlsx":
        return [as_workbook(word, folder / f"{word.stem}.xlsx") for word in words]
    return words if kind == "docx" else sorted(CORPUS.glob(f"*-20*.{kind}"))


def run(python: str, reader: str, files: list[Path]) -> dict[str, float] | str:
    """One reader's figures, or why there are none."""
    command = [python, str(ROOT / "tests" / "peers.py"), reader, str(PASSES), *map(str, files)]
    # Nothing is fetched: a reader that needs models from elsewhere does not run here.
    offline = {**os.environ, "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    try:
        made = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=MOST_SECONDS, env=offline
        )
    except subprocess.TimeoutExpired:
        return f"no result in {MOST_SECONDS} s"
    if made.returncode == 0:
        found: dict[str, float] = json.loads(made.stdout.splitlines()[-1])
        return found
    return (made.stderr.strip().splitlines() or ["no reason given"])[-1][:80]


def measure(python: str, reader: str, files: list[Path]) -> Figures | str:
    """A reader alone, and then two of it side by side."""
    alone = run(python, reader, files)
    if isinstance(alone, str):
        return alone
    with ThreadPoolExecutor(2) as pool:
        pair = list(pool.map(lambda _: run(python, reader, files), range(2)))
    both = max(p["warm"] for p in pair if not isinstance(p, str))
    return Figures(alone["cold"], alone["warm"], both, alone["peak"])


def row(kind: str, reader: str, made: Figures | str, own: Figures, of: tuple[int, int, int]) -> str:
    """A line of the table; `of` is the number of documents, pages and characters."""
    name = reader.replace("_", "-").replace("bare", "bare read of the file")
    if isinstance(made, str):
        return f"| {kind} | {name} | not run: {made.replace('|', ' ')} | | | | | | | |"
    documents, pages, chars = of
    each = f"{documents / made.warm:,.1f} | {pages / made.warm:,.0f}" if pages else f"{documents / made.warm:,.1f} | "
    return (
        f"| {kind} | {name} | {each} | {chars / made.warm:,.0f} | {made.cold:.2f} | {made.warm / documents * 1000:.1f} "
        f"| {2 * made.warm / made.both:.2f} | {made.peak:.0f} | {made.warm / own.warm:.3f} |"
    )


def table(peers: str) -> list[str]:
    """The whole table."""
    lines = [
        "| format | reader | documents/s | pages/s | characters/s | cold, s | warm, ms a document | rate of two processes to one "
        "| peak, MiB | time to zhibiao's |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for kind, readers in PEERS.items():
            files = files_of(kind, Path(folder))
            of = (len(files), _pages(files) if kind == "pdf" else 0, sum(len(load(f).text) for f in files))
            made = {r: measure(peers if r in ELSEWHERE else sys.executable, r, files) for r in readers}
            own = made["zhibiao"]
            assert isinstance(own, Figures), own
            lines += [row(kind, reader, figures, own, of) for reader, figures in made.items()]
    return lines


def _pages(files: list[Path]) -> int:
    counts = []
    for file in files:
        document = pdfium.PdfDocument(file)
        counts.append(len(document))
        document.close()
    return sum(counts)


def page(lines: list[str], peers: str) -> str:
    """The page of the documentation."""
    versions = ", ".join(f"{n} {_version(n, peers)}" for n in ("pdfplumber", "python-docx", *ELSEWHERE))
    return (
        "# The benchmark\n\n"
        "What zhibiao costs beside other readers, on the five provided notices in every format (pages and workbooks made of\n"
        "the Word files). The others give text or bare tables; zhibiao gives the whole scheme with places and findings.\n"
        "Characters are those of zhibiao's reading text. Cold is a new process to its first result; warm the best of\n"
        f"{PASSES} passes. Only ratios carry over to another machine.\n\n"
        f"{date.today().isoformat()}, Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores; {versions}.\n\n"
        + "\n".join(lines)
        + "\n\nRemade by `python -m tests.bench_peers --write`.\n"
    )


def _version(name: str, peers: str) -> str:
    if name not in ELSEWHERE:
        return version(name)
    code = f"from importlib.metadata import version; print(version({name!r}))"
    made = subprocess.run([peers, "-c", code], capture_output=True, text=True, check=False)
    return made.stdout.strip() or "not here"


@click.command()
@click.option("--peers", default=sys.executable, help="An interpreter that has markitdown and docling.")
@click.option("--write", "keep", is_flag=True, help="Write docs/benchmark.md.")
def main(peers: str, keep: bool) -> None:
    """Measure and print the table."""
    lines = table(peers)
    click.echo("\n".join(lines))
    if keep:
        PAGE.write_text(page(lines, peers), "utf-8")


if __name__ == "__main__":
    main()
