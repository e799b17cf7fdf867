"""Lines right above several tables that name them: numbered one after the other, or ending in the same words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import regex

from extractors.applies import shared_ending
from extractors.markers import Marker, follows, split_marker
from pipeline.document import Block, Cell, Paragraph, Table

_LONGEST_NAME: Final = 40
_SENTENCE: Final = regex.compile(r"[。;!?,]|:.")
#: So many characters in which names without numbers end make them one another's kind.
_SHARED: Final = 2


def names_above(blocks: tuple[Block, ...], starts: Sequence[int]) -> set[int]:
    """Return the places of lines that name the tables below them, where several tables have such a name."""
    above = {at - 1: _name(blocks[at - 1]) for at in starts if at > 0}
    lines = [(at, name) for at, name in above.items() if name is not None]
    found = set[int]()
    for (at, (one, words)), (after, (other, more)) in pairwise(lines):
        if follows(one, other) or (one is other is None and len(shared_ending([words, more]) or "") >= _SHARED):
            found |= {at, after}
    numbered = any(mark is not None for at, (mark, _) in lines if at in found)
    return set() if numbered and _is_inside(blocks, min(found), max(found), starts[-1]) else found


def with_first_names(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put the line above a table that names its first rows into it, where a row inside has the next number."""
    made: list[Block] = []
    for block in blocks:
        before = made[-1] if made else None
        if isinstance(block, Table) and isinstance(before, Paragraph) and _names_first_rows(before, block):
            made.pop()
            top = Cell(block.rows[0][0].row - 1, 0, (before.text,), col_span=block.width)
            block = replace(block, rows=((top,), *block.rows))
        made.append(block)
    return tuple(made)


def _names_first_rows(line: Paragraph, table: Table) -> bool:
    alone = [cells[0] for row in table.rows for cells in [[c for c in row if not c.empty]] if len(cells) == 1]
    inside = [split_marker(cell.paragraphs[0])[0] for cell in alone]
    number = split_marker(line.text)[0]
    return _name(line) is not None and bool(inside) and follows(number, inside[0])


def _name(block: Block) -> tuple[Marker | None, str] | None:
    """Read a short line that is no sentence: its number and its words."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_NAME:
        return None
    marker, rest = split_marker(block.text)
    words = rest.folded.strip().rstrip(":")
    return (marker, words) if words and _SENTENCE.search(words) is None else None


def _is_inside(blocks: tuple[Block, ...], first: int, last: int, table: int) -> bool:
    """Whether the names' numbers go on before them and behind the last table: they are sections among others."""
    begun = any(follows(_marker(block), _marker(blocks[first])) for block in blocks[:first])
    return begun and any(follows(_marker(blocks[last]), _marker(block)) for block in blocks[table + 1 :])


def _marker(block: Block) -> Marker | None:
    return split_marker(block.text)[0] if isinstance(block, Paragraph) else None
