"""The body behind a table: its numbering goes on from before the table, in the rows or cells below."""

from collections.abc import Iterator
from typing import Final

from extractors.amounts import trailing_amount
from extractors.markers import Marker, split_marker
from extractors.text import Text, join
from normalizers.titles import PROCEDURE
from pipeline.document import Block, Cell, Paragraph, Table

#: Families that number a body's own headings.
_TOP: Final = ("part", "chapter", "article", "cn_dun")
#: A table has a header and a row at least.
_FEWEST_ROWS: Final = 2


def body_counts(blocks: tuple[Block, ...]) -> dict[str, int]:
    """Return the last number of each family among the paragraphs before a table."""
    counts: dict[str, int] = {}
    for block in blocks:
        marker = split_marker(block.text)[0] if isinstance(block, Paragraph) else None
        if marker is not None and marker.ordinal is not None and marker.family in _TOP:
            counts[marker.family] = marker.ordinal
    return counts


def goes_on(text: Text, counts: dict[str, int], own: dict[str, int]) -> bool:
    """Whether a line is the body's next heading: `own` are the numbers that the table itself has by then.

    Where the table counts alike, only a heading of procedure that has no amount is none of its own.
    """
    marker, rest = split_marker(text)
    if marker is None or marker.ordinal is None or marker.ordinal != counts.get(marker.family, -1) + 1:
        return False
    if trailing_amount(rest, in_table=True)[0] is not None:
        return False
    return marker.ordinal != own.get(marker.family, 0) + 1 or PROCEDURE.match(rest.folded.rstrip("。:")) is not None


def count(text: Text, counts: dict[str, int]) -> None:
    """Remember a line's number."""
    marker: Marker | None = split_marker(text)[0]
    if marker is not None and marker.ordinal is not None:
        counts[marker.family] = marker.ordinal


def without_body(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give rows of one cell with which the body's numbering goes on back to the body, and all below them."""
    made: list[Block] = []
    for block in blocks:
        cut = _cut(block, body_counts(tuple(made))) if isinstance(block, Table) else None
        if isinstance(block, Table) and cut is not None:
            made.append(Table(block.rows[:cut], block.padded))
            made += [p for row in block.rows[cut:] for p in _paragraphs(row)]
        else:
            made.append(block)
    return tuple(made)


def _cut(table: Table, counts: dict[str, int]) -> int | None:
    own: dict[str, int] = {}
    for at, row in enumerate(table.rows):
        filled = [cell for cell in row if not cell.empty]
        lone = len(filled) == 1 and filled[0] is row[0]
        if at >= _FEWEST_ROWS and lone and goes_on(filled[0].paragraphs[0], counts, own) and _is_text(table.rows[at:]):
            return at
        for cell in filled[:1]:
            count(cell.paragraphs[0], own)
    return None


def _is_text(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether rows are a body's paragraphs: most hold one cell and not the columns of a table."""
    return sum(sum(not cell.empty for cell in row) > 1 for row in rows) * 2 < len(rows)


def _paragraphs(row: tuple[Cell, ...]) -> Iterator[Paragraph]:
    texts = [text for cell in row for text in cell.paragraphs]
    if len([cell for cell in row if not cell.empty]) > 1:
        yield Paragraph(join(texts))
    else:
        yield from (Paragraph(text) for text in texts)
