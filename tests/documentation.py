"""The documentation's console and Python blocks run; `python -m tests.documentation` writes what they print.

In a console block a line `$ zhibiao …` is a command, run in `docs/sample`; the lines below it are what it prints. Of a
long output the first lines stand there and `…` ends them.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

DOCS = ROOT / "docs"
BLOCK = re.compile(r"(?ms)^```(console|python)\n(.*?)^```$")
SAMPLE = DOCS / "sample"


def pages() -> list[Path]:
    """Every page of the documentation, the README among them."""
    return [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """The kind and text of each block that runs."""
    for match in BLOCK.finditer(page.read_text("utf-8")):
        yield match[1], match[2]


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what is said to be its output."""
    parts = re.split(r"(?m)^\$ ", block)[1:]
    for part in parts:
        command, _, output = part.partition("\n")
        yield command, output


def printed(command: str, page: Path) -> str:
    """What a command prints, on stdout and stderr, in the page's language."""
    language = "zh" if page.parent.name == "zh" else "en"
    made = subprocess.run(
        ["bash", "-c", command], cwd=SAMPLE, capture_output=True, check=False, timeout=60,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "COLUMNS": "100", "ZHIBIAO_LANG": language},
    )  # fmt: skip
    return (made.stdout + made.stderr).decode()


def shown(said: str, made: str) -> str:
    """An output as it stands on a page that shows its first lines only."""
    lines = said.splitlines()
    if lines and lines[-1].strip() == "…":
        kept = made.splitlines()[: len(lines) - 1]
        return "\n".join([*kept, lines[-1]]) + "\n"
    return made


def rewritten(page: Path) -> str:
    """A page with its outputs as they are now."""

    def block(match: re.Match[str]) -> str:
        if match[1] != "console":
            return match[0]
        body = "".join(f"$ {c}\n{shown(said, printed(c, page))}" for c, said in commands(match[2]))
        return f"```console\n{body}```"

    return BLOCK.sub(block, page.read_text("utf-8"))


if __name__ == "__main__":
    for path in pages():
        path.write_text(rewritten(path), "utf-8")
