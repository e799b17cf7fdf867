"""Sections of one scheme that have a table each: `一、党建（60分）`, a table, `二、治理（40分）`, another."""

from dataclasses import replace
from typing import Final

from extractors.amounts import trailing_amount
from extractors.markers import Marker, split_marker
from normalizers.headers import bare_header, header_role
from pipeline.document import Block, Cell, Paragraph, Table

#: What is worth so much is a scheme of its own and no section of one.
_WHOLE: Final = 100
_FEWEST: Final = 2


def with_sections(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put headings into the tables below them, as rows, where they count parts of one whole over tables alike."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _run(blocks, at)
        if end > at:
            made += [_headed(blocks[i], blocks[i + 1]) for i in range(at, end, 2)]
            at = end
        else:
            made.append(blocks[at])
            at += 1
    return tuple(made)


def _run(blocks: tuple[Block, ...], at: int) -> int:
    """Return the end of headings, each with its table, that count on from 1 at `at`; `at` where there are not two."""
    end, before = at, None
    while end + 1 < len(blocks) and (marker := _section(blocks[end])) is not None:
        table = blocks[end + 1]
        if not _follows(before, marker) or not _header(table) or _header(table) != _header(blocks[at + 1]):
            break
        end, before = end + 2, marker
    return end if end - at >= 2 * _FEWEST else at


def _follows(before: Marker | None, marker: Marker) -> bool:
    if before is None or before.ordinal is None:
        return marker.ordinal == 1
    return marker.family == before.family and marker.ordinal == before.ordinal + 1


def _section(block: Block) -> Marker | None:
    """Return the number of a heading that is worth a part of the whole."""
    if not isinstance(block, Paragraph):
        return None
    marker, rest = split_marker(block.text)
    found, name = trailing_amount(rest, in_table=True)
    part = found is not None and name.chars and found.value.value < _WHOLE
    return marker if part else None


def _header(block: Block) -> tuple[str, ...]:
    """Return the words of a table's first row; () where they are not known for a header's."""
    words = tuple(bare_header(t.chars) for c in block.rows[0] for t in c.paragraphs) if isinstance(block, Table) else ()
    return words if sum(header_role(word) is not None for word in words) >= _FEWEST else ()


def _headed(heading: Block, table: Block) -> Block:
    assert isinstance(heading, Paragraph)
    assert isinstance(table, Table)
    top = Cell(table.rows[0][0].row - 1, 0, (heading.text,), col_span=table.width)
    return replace(table, rows=((top,), *table.rows))
