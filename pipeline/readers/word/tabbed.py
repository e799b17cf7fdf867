"""Tables that a Word file lays out with tabs: paragraphs below a header, each with as many fields as it."""

from collections.abc import Callable, Sequence
from typing import Final

import regex

from normalizers.headers import header_role
from pipeline.readers.building import RawBlock, RawCell, RawTable, RawText

#: Several tabs together often only reach the next stop; otherwise the field between two is empty.
_STOPS: Final = regex.compile(r"\t+")
_FEWEST_ROWS: Final = 2
_Cut = Callable[[str], list[str]]


def in_columns(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Make tables of the paragraphs that tabs lay out as such; any other tab is a space."""
    made, at = list[RawBlock](), 0
    while at < len(blocks):
        rows = _table_rows(blocks, at)
        if rows:
            made.append(RawTable(tuple(tuple(_cell(r, c, x) for c, x in enumerate(row)) for r, row in enumerate(rows))))
        else:
            block = blocks[at]
            made.append(spaced(block) if isinstance(block, RawText) else block)
        at += len(rows) or 1
    return made


def spaced(line: RawText) -> RawText:
    """Return a paragraph with spaces for its tabs, as where they divide nothing."""
    return line._replace(chars=line.chars.replace("\t", " ")) if "\t" in line.chars else line


def _cell(row: int, column: int, field: str) -> RawCell:
    return RawCell(row, column, (RawText(field),) if field.strip() else ())


def _table_rows(blocks: Sequence[RawBlock], start: int) -> list[list[str]]:
    """Return the fields of the rows of the table that begins at a paragraph, [] where none does.

    A table of contents (`一、总则<tab>1`) and a line of signatures have no header, so that they are none.
    """
    first = blocks[start]
    if not isinstance(first, RawText) or not _has_fields(first):
        return []
    if not all(header_role(field) for field in _collapsed(first.chars)):
        return []
    end = start + 1
    while end < len(blocks) and (_has_fields(blocks[end]) or _is_band(blocks, end)):
        end += 1
    lines = [block.chars for block in blocks[start:end] if isinstance(block, RawText)]
    found = max((_regular(lines, cut) for cut in (_collapsed, _single)), key=len)
    return found if len(found) >= _FEWEST_ROWS else []


def _has_fields(block: RawBlock) -> bool:
    return isinstance(block, RawText) and not block.links and block.shell is None and "\t" in block.chars.strip()


def _is_band(blocks: Sequence[RawBlock], at: int) -> bool:
    """Whether a paragraph without tabs stands between two rows: a category over those below."""
    block = blocks[at]
    bare = isinstance(block, RawText) and not block.links and block.shell is None and "\t" not in block.chars
    return bare and at + 1 < len(blocks) and _has_fields(blocks[at - 1]) and _has_fields(blocks[at + 1])


def _regular(lines: list[str], cut: _Cut) -> list[list[str]]:
    """Return the rows from the header on that have as many fields as it, with the bands between them."""
    rows = [cut(line) if "\t" in line else [line] for line in lines]
    width = len(rows[0])
    end = next((i for i, row in enumerate(rows) if len(row) not in (1, width)), len(rows))
    while end and len(rows[end - 1]) != width:
        end -= 1
    return rows[:end]


def _collapsed(line: str) -> list[str]:
    return _STOPS.split(line.strip())


def _single(line: str) -> list[str]:
    return line.strip(" 　").split("\t")
