"""Short ways to make texts and notices in tests."""

from typing import Any

from extractors.text import Text
from pipeline.convert import convert_document
from pipeline.models import Item, Notice
from pipeline.readers import read


def text(words: str) -> Text:
    """A text that is its own source."""
    return Text.of(words)


def notice(words: str) -> Notice:
    """The conversion of a text as a file would give it."""
    return convert_document(read(words.encode("utf-8"), "made.txt"))


def page(title: str, *tables: list[list[Any]]) -> Notice:
    """The conversion of a web page with tables; a cell is its words, or (words, rows, columns) where it is merged."""
    drawn = "".join(f"<table>{''.join(map(_row, table))}</table>" for table in tables)
    words = f"<!DOCTYPE html><html><body><h1>{title}</h1>{drawn}</body></html>"
    return convert_document(read(words.encode("utf-8"), "made.html"))


def _row(cells: list[Any]) -> str:
    whole = [(c, 1, 1) if isinstance(c, str) else c for c in cells]
    return f"<tr>{''.join(f'<td rowspan={r} colspan={c}>{w}</td>' for w, r, c in whole)}</tr>"


def flatten(items: tuple[Item, ...]) -> list[Item]:
    """All items, parents first."""
    return [x for item in items for x in (item, *flatten(item.children))]


def outline(items: tuple[Item, ...]) -> list[Any]:
    """A tree as nested lists of (marker, title or requirement, amount)."""
    return [_node(item) for item in items]


def _node(item: Item) -> tuple[Any, ...]:
    amount = item.points or item.weight
    head = (item.marker, item.title or item.requirement, int(amount.value) if amount else None)
    return (*head, outline(item.children)) if item.children else head


def codes(made: Notice) -> list[str]:
    """The findings' codes, in order."""
    return [finding.code for finding in made.findings]


def pipes(title: str, *tables: list[list[Any]]) -> Notice:
    """The conversion of the same tables written with pipes: what a merged cell covers is printed empty."""
    lines = ["".join(f"| {word} " for word in row) + "|" for table in tables for row in [*printed_cells(table), []]]
    return notice("\n".join([title, *(line if len(line) > 1 else "" for line in lines)]) + "\n")


def printed_cells(table: list[list[Any]]) -> list[list[str]]:
    """A table's words cell by cell, with "" where a merged cell covers others."""
    filled: dict[tuple[int, int], str] = {}
    for y, row in enumerate(table):
        x = 0
        for words, rows, columns in ((c, 1, 1) if isinstance(c, str) else c for c in row):
            while (y, x) in filled:
                x += 1
            filled |= {(y + i, x + j): words if i == j == 0 else "" for i in range(rows) for j in range(columns)}
            x += columns
    width = max(x for _, x in filled) + 1
    return [[filled.get((y, x), "") for x in range(width)] for y in range(len(table))]
