"""Findings on a terminal: by file and severity, each with its line and a mark under the place."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Console
from rich.text import Text

from normalizers.printable import printable
from pipeline.checks.catalog import localized
from pipeline.language import tr
from pipeline.models import Severity
from pipeline.report.places import SEVERITIES, Placed

_COLOURS: Final[dict[Severity, str]] = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_NARROWEST: Final = 24
_INDENT: Final = "    "


def show(name: str, found: list[Placed], console: Console) -> None:
    """Print a file's findings, the gravest kind first, and how many there are of each."""
    for severity in SEVERITIES:
        for placed in (p for p in found if p.finding.severity == severity):
            for line in _block(name, placed, max(console.width, _NARROWEST)):
                console.print(line, soft_wrap=True, highlight=False)
    console.print(_summary(name, found), soft_wrap=True, highlight=False)


def _summary(name: str, found: list[Placed]) -> Text:
    count = Counter(p.finding.severity for p in found)
    told = tr(", ").join(f"{count[s]} {tr(s)}" for s in SEVERITIES if count[s]) or tr("nothing found")
    return Text(f"{printable(name)}: {told}", style="bold")


def _block(name: str, placed: Placed, width: int) -> Iterator[Text]:
    found = placed.finding
    place = f":{placed.line}:{placed.column}" if placed.line else ""
    yield Text.assemble(
        f"{printable(name)}{place}: ", (tr(found.severity), _COLOURS[found.severity]), f" {found.code}: ",
        printable(localized(found)), f" [{placed.where}]" if placed.where else "",
    )  # fmt: skip
    if placed.line:
        line, under = window(placed.words, placed.mark, width - len(_INDENT))
        yield Text(_INDENT + line)
        yield Text(_INDENT + under, style=_COLOURS[found.severity])


def window(words: str, mark: tuple[int, int], width: int) -> tuple[str, str]:
    """Cut the part of a line around its mark that fits into `width` columns; the line and the marks under it.

    An ideograph takes two columns. Where the marked part is too long its beginning is shown.
    """
    start, end = max(0, mark[0] - width), mark[0] + width + 1  # the rest is not shown, however long a line is
    before, marked = printable(words[start : mark[0]]), printable(words[mark[0] : min(mark[1], end)])
    room = max(width // 3, 1)
    if start or cell_len(before) > room:
        before = "…" + chop_cells(before[::-1], room - 1)[0][::-1]
    line = before + printable(words[mark[0] : end])
    if end < len(words) or cell_len(line) > width:
        line = set_cell_size(line, width - 1).rstrip() + "…"
    length = max(1, min(cell_len(marked), width - cell_len(before)))
    return line, " " * cell_len(before) + "^" * length
