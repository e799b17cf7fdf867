"""Sections of one scheme that have a table each: `一、党建（60分）`, a table, `二、治理（40分）`, another."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractors.amounts import trailing_amount
from extractors.markers import follows, split_marker
from extractors.metadata import is_title
from extractors.text import Text
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
        inside = _with_first_name(blocks, at)
        end = _run(blocks, at) if inside is None else at
        if end > at:
            made += [_headed(blocks[i], blocks[i + 1]) for i in range(at, end, 2)]
            at = end
        elif inside is not None:
            made.append(inside)
            at += 2
        else:
            made.append(blocks[at])
            at += 1
    return tuple(made)


def _run(blocks: tuple[Block, ...], at: int) -> int:
    """Return the end of headings, each with its table, that are parts of one whole; `at` where there are not two."""
    end, names = at, list[Text]()
    while end + 1 < len(blocks) and (header := _header(blocks[end + 1])) and header == _header(blocks[at + 1]):
        name = _section(blocks[end])
        before = split_marker(names[-1])[0] if names else None
        if name is None or (names and before is not None and not follows(before, split_marker(name)[0])):
            break
        end, names = end + 2, [*names, name]
    return end if len(names) >= _FEWEST and are_parts(names) else at


def _with_first_name(blocks: tuple[Block, ...], at: int) -> Block | None:
    """Put a heading into the table below it, where the other sections' have rows there, each over the header again."""
    table = blocks[at + 1] if at + 1 < len(blocks) else None
    header = _header(table) if isinstance(table, Table) else ()
    name = _section(blocks[at]) if header else None
    if name is None or not isinstance(table, Table):
        return None
    again = [i for i, row in enumerate(table.rows[2:], 2) if _words(row) == header]
    names = [t for i in again if len(row := table.rows[i - 1]) == 1 for t in row[0].paragraphs]
    return _headed(blocks[at], table) if names and are_parts([name, *names]) else None


def are_parts(names: Sequence[Text]) -> bool:
    """Whether names over tables alike are parts of one whole: they count on from 1, or have marks and no number.

    Titles of tables are none.
    """
    found = [(split_marker(name)[0], trailing_amount(split_marker(name)[1], in_table=True)) for name in names]
    worth = [amount.value.value for _, (amount, _) in found if amount is not None]
    if any(is_title(name) for _, (_, name) in found) or not (all(w < _WHOLE for w in worth) or sum(worth) == _LARGER):
        return False
    markers = [marker for marker, _ in found]
    if all(marker is None for marker in markers):
        return len(worth) == len(names) and all(name.chars for _, (_, name) in found)
    first = markers[0]
    return first is not None and first.ordinal == 1 and all(follows(a, b) for a, b in pairwise(markers))


def _section(block: Block) -> Text | None:
    """Return the heading of a section that says what it is worth, with or without a number."""
    if not isinstance(block, Paragraph):
        return None
    found, name = trailing_amount(split_marker(block.text)[1], in_table=True)
    return block.text if found is not None and name.chars else None


def _header(block: Block) -> tuple[str, ...]:
    """Return the words of a table's first row; () where they are not known for a header's."""
    words = _words(block.rows[0]) if isinstance(block, Table) else ()
    return words if sum(header_role(word) is not None for word in words) >= _FEWEST else ()


def _words(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(bare_header(text.chars) for cell in row for text in cell.paragraphs)


def _headed(heading: Block, table: Block) -> Block:
    assert isinstance(heading, Paragraph)
    assert isinstance(table, Table)
    top = Cell(table.rows[0][0].row - 1, 0, (heading.text,), col_span=table.width)
    return replace(table, rows=((top,), *table.rows))
