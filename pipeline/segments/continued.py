"""Lines that say that the table above goes on below (`续表`): a page's furniture inside one table."""

from typing import Final

import regex

from extractors.text import Text, join
from normalizers.headers import bare_header
from pipeline.document import Block, Paragraph, Table
from pipeline.segments.frames import is_header

_GOES_ON: Final = regex.compile(
    r"[(\[]?(?:续[上前]?表|[接续]上[表页]|\(续\)|续)(?:之?(?:\d{1,2}|[一二三四五六七八九十]{1,2}))?[)\]]?:?"
)


def without_continued(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Text]]:
    """Take `续表` away from between a table and the one that goes on with its header or with rows alone."""
    gone = {at for at in range(1, len(blocks) - 1) if _goes_on(blocks, at)}
    lines = [block.text for at in sorted(gone) if isinstance(block := blocks[at], Paragraph)]
    return tuple(block for at, block in enumerate(blocks) if at not in gone), lines


def _goes_on(blocks: tuple[Block, ...], at: int) -> bool:
    above, line, below = blocks[at - 1 : at + 2]
    if not isinstance(line, Paragraph) or not isinstance(above, Table) or not isinstance(below, Table):
        return False
    return _GOES_ON.fullmatch("".join(line.text.folded.split())) is not None and _is_same(above, below)


def _is_same(above: Table, below: Table) -> bool:
    """Whether a table has no header, or one of those above it."""
    words = _words(below, 0)
    return not is_header(below.rows[0]) or any(_words(above, at) == words for at in range(len(above.rows)))


def _words(table: Table, at: int) -> list[str]:
    return [bare_header(join(cell.paragraphs).chars) for cell in table.rows[at] if not cell.empty]
