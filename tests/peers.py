"""One reader over some files, in a process of its own: `python tests/peers.py READER PASSES FILE…` prints its figures.

Only the standard library is imported here, and the reader that is asked for, so that another interpreter can run it.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

START = time.perf_counter()


def bare() -> Callable[[str], Any]:
    """The bytes of the file, nothing else."""
    return lambda path: Path(path).read_bytes()


def zhibiao() -> Callable[[str], Any]:
    """The whole conversion, JSON written."""
    from pipeline.convert import convert
    from pipeline.models import to_json

    return lambda path: to_json(convert(path))


def pdfplumber() -> Callable[[str], Any]:
    """Text and tables of every page."""
    import pdfplumber

    def read(path: str) -> None:
        with pdfplumber.open(path) as file:
            for page in file.pages:
                page.extract_text()
                page.extract_tables()

    return read


def pdftotext() -> Callable[[str], Any]:
    """The text, with its layout; another program, so each file pays for its start."""
    return lambda path: subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout


def python_docx() -> Callable[[str], Any]:
    """The text of every paragraph and of every row's cells."""
    import docx

    def read(path: str) -> list[str]:
        file = docx.Document(path)
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        return [p.text for p in file.paragraphs] + cells

    return read


def openpyxl() -> Callable[[str], Any]:
    """Every value of every sheet."""
    import openpyxl

    return lambda path: [list(sheet.values) for sheet in openpyxl.load_workbook(path, data_only=True)]


def lxml() -> Callable[[str], Any]:
    """The page parsed and its text."""
    import lxml.html

    return lambda path: lxml.html.parse(path).getroot().text_content()


def markitdown() -> Callable[[str], Any]:
    """Markdown."""
    from markitdown import MarkItDown

    reader = MarkItDown()
    return lambda path: reader.convert(path).markdown


def docling() -> Callable[[str], Any]:
    """Markdown."""
    from docling.document_converter import DocumentConverter

    reader = DocumentConverter()
    return lambda path: reader.convert(path).document.export_to_markdown()


READERS = {f.__name__: f for f in (bare, zhibiao, pdfplumber, pdftotext, python_docx, openpyxl, lxml, markitdown, docling)}  # fmt: skip


def peak() -> float:
    """The process's peak memory in MiB; `ru_maxrss` would be the parent's where that had more when it forked."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(name: str, passes: int, files: list[str]) -> None:
    """Print seconds to the first result, of the best pass over all files, and the peak memory in MiB."""
    read = READERS[name]()
    read(files[0])
    cold = time.perf_counter() - START
    times = []
    for _ in range(passes):
        start = time.perf_counter()
        for file in files:
            read(file)
        times.append(time.perf_counter() - start)
    print(json.dumps({"cold": cold, "warm": min(times), "peak": peak()}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
