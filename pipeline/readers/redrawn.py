"""Tables that are drawn with signs, in paragraphs of a page or a Word file: each line of the drawing is one of them.

They are read as a text file's are. A line with a link or of the page's frame is none of a drawing.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from pipeline.document import Cell, Paragraph, Remark, Table
from pipeline.models import Source
from pipeline.readers.building import RawBlock, RawCell, RawTable, RawText

#: What a drawing's lines begin with: pipes, or the characters that boxes are made of.
_SIGNS: Final = frozenset("|｜│┃║┌┏╔├┣╠└┗╚┍┎┝┞┟┠╒╓╞╟")
#: A table has a header and a row.
_FEWEST: Final = 2


def redrawn(blocks: Sequence[RawBlock], source: Source) -> tuple[list[RawBlock], list[Remark]]:
    """Make tables of the drawn ones, and return what the user must know of them."""
    if not any(map(_is_drawn, blocks)):
        return list(blocks), []
    made, remarks = list[RawBlock](), list[Remark]()
    for drawn, group in groupby(blocks, _is_drawn):
        run = list(group)
        found, told = _read(run, source) if drawn else (run, ())
        made += found
        remarks += told
    return made, remarks


def _is_drawn(block: RawBlock) -> bool:
    if not isinstance(block, RawText) or block.links or block.shell is not None:
        return False
    return block.chars.lstrip()[:1] in _SIGNS and not block.chars.isspace()


def _read(run: Sequence[RawBlock], source: Source) -> tuple[Sequence[RawBlock], Sequence[Remark]]:
    """Read the lines of a drawing; those without a table stay."""
    if len(run) < _FEWEST:
        return run, ()
    from pipeline.readers.plain.reader import read_text  # which hardly any page or Word file needs

    document = read_text("\n".join(line.chars for line in run if isinstance(line, RawText)).encode(), source)
    if not any(isinstance(block, Table) and len(block.rows) >= _FEWEST for block in document.blocks):
        return run, ()
    return [_raw(block) for block in document.blocks], document.remarks


def _raw(block: Paragraph | Table) -> RawBlock:
    if isinstance(block, Paragraph):
        return RawText(block.text.chars, heading=block.heading)
    return RawTable(tuple(tuple(map(_cell, row)) for row in block.rows))


def _cell(cell: Cell) -> RawCell:
    texts = tuple(RawText(text.chars) for text in cell.paragraphs)
    return RawCell(cell.row, cell.column, texts, cell.row_span, cell.col_span)
