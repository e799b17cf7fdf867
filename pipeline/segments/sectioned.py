"""Sections of one scheme that have a table each: `一、党建（60分）`, a table, `二、治理（40分）`, another."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from extractors.amounts import trailing_amount
from extractors.markers import Marker, follows, split_marker
from normalizers.headers import bare_header, header_role
from pipeline.document import Block, Cell, Paragraph, Table

#: What is worth so much is a scheme of its own and no section of one, unless all add up to the larger whole.
_WHOLE: Final = 100
_LARGER: Final = 1000
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
    end, before, worth = at, None, list[Decimal]()
    while end + 1 < len(blocks) and (header := _header(blocks[end + 1])) and header == _header(blocks[at + 1]):
        section = _section(blocks[end])
        if section is None:
            break
        marker, amount = section
        if not (before is None and marker.ordinal == 1) and not follows(before, marker):
            break
        end, before = end + 2, marker
        worth.append(amount)
    parts = all(amount < _WHOLE for amount in worth) or sum(worth) == _LARGER
    return end if len(worth) >= _FEWEST and parts else at


def _section(block: Block) -> tuple[Marker, Decimal] | None:
    """Return the number of a heading, and what it says that its section is worth."""
    if not isinstance(block, Paragraph):
        return None
    marker, rest = split_marker(block.text)
    found, name = trailing_amount(rest, in_table=True)
    return (marker, found.value.value) if marker is not None and found is not None and name.chars else None


def _header(block: Block) -> tuple[str, ...]:
    """Return the words of a table's first row; () where they are not known for a header's."""
    words = tuple(bare_header(t.chars) for c in block.rows[0] for t in c.paragraphs) if isinstance(block, Table) else ()
    return words if sum(header_role(word) is not None for word in words) >= _FEWEST else ()


def _headed(heading: Block, table: Block) -> Block:
    assert isinstance(heading, Paragraph)
    assert isinstance(table, Table)
    top = Cell(table.rows[0][0].row - 1, 0, (heading.text,), col_span=table.width)
    return replace(table, rows=((top,), *table.rows))
