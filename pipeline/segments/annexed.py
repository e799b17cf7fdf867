"""Annexes whose mark and title stand on one line: told from the list that names them, and cut in two."""

from collections.abc import Iterator
from typing import Final

import regex

from extractors.markers import split_marker
from extractors.metadata import annex_mark, is_title
from normalizers.numerals import whole
from pipeline.document import Block, Paragraph, Table
from pipeline.segments.regions import header_run

_NUMBER: Final = regex.compile(r"\d{1,2}|[一二三四五六七八九十]{1,2}")


def with_marks_apart(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Cut `附件2 某表` in two right above what it names: a table, flattened or not, or an outline from its number one.

    A line that counts on from one right above it is the next of a list. Without a number, `附：某表` is cut between two
    tables: elsewhere it may be all that a letter says of the table below.
    """
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Table)), len(blocks))
    return tuple(part for at in range(len(blocks)) for part in _parts(blocks, at, behind=at > first))


def _parts(blocks: tuple[Block, ...], at: int, *, behind: bool) -> Iterator[Block]:
    block, own = blocks[at], _number(blocks[at])
    listed = own is not None and at > 0 and _number(blocks[at - 1]) == own - 1
    between = behind and isinstance(next(iter(blocks[at + 1 : at + 2]), None), Table)
    may_be = (own is not None or between) and not listed
    mark = annex_mark(block.text) if may_be and isinstance(block, Paragraph) else None
    if mark is not None and is_title(mark[1]) and _begins_below(blocks, at + 1):
        yield from map(Paragraph, mark)
    else:
        yield block


def _number(block: Block) -> int | None:
    """Return the number of the annex that a line names; None where it names none, or one without a number."""
    mark = annex_mark(block.text) if isinstance(block, Paragraph) else None
    number = _NUMBER.search(mark[0].folded) if mark is not None and mark[1].chars else None
    return whole(number[0]) if number is not None else None


def _begins_below(blocks: tuple[Block, ...], below: int) -> bool:
    block = blocks[below] if below < len(blocks) else None
    if not isinstance(block, Paragraph):
        return isinstance(block, Table)
    marker, _ = split_marker(block.text)
    return header_run(blocks, below)[1] > 0 or (marker is not None and marker.ordinal == 1)
