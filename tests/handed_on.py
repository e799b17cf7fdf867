"""What must hold of everything that a notice is handed on as: nothing from it steers the program that shows it."""

import csv
import io

from rich.console import Console

from pipeline.compare.changes import compare
from pipeline.compare.entries import side_of
from pipeline.compare.shown import as_html, as_markdown, as_text
from pipeline.document import Document
from pipeline.export.calendar import as_calendar
from pipeline.export.plain import as_csv, as_jsonl
from pipeline.export.plain import as_markdown as as_table
from pipeline.export.tables import table
from pipeline.golden import project
from pipeline.models import Notice
from pipeline.report.places import Lines, placed
from pipeline.report.terminal import show

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def assert_harmless(document: Document, notice: Notice) -> None:
    """No control characters on a terminal, no formula in CSV, no tag in a page, and nothing that cannot be written."""
    lines = Lines(document.text)
    stream = io.StringIO()
    show("made", [placed(found, lines) for found in notice.findings], Console(file=stream, width=80))
    assert_steers_nothing(stream.getvalue())
    old, new = side_of("a", project(notice)), side_of("b", {**project(notice), "title": "x", "schemes": []})
    made = compare(old, new)
    assert_steers_nothing(as_text(made))
    assert_steers_nothing(as_markdown(made))
    page = as_html(made)
    assert "<script" not in page
    flat = table(notice, "indicators")
    for row in csv.reader(io.StringIO(as_csv(flat), newline="")):
        assert not any(cell.startswith(FORMULA) and not _is_number(cell) for cell in row), row
    as_jsonl(flat).encode()
    as_table(flat).encode()
    as_calendar(notice)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def assert_steers_nothing(shown: str) -> None:
    """Every character can be printed as it is."""
    for line in shown.split("\n"):
        assert line.isprintable(), ascii(line)
