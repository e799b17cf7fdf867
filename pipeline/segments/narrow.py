"""Tables whose cells stand side by side, those of narrow columns broken over lines: put on a line each again."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

import regex

from extractors.header_rows import headers_inside
from extractors.metadata import annex_mark, is_title, notes_mark
from extractors.spaced import spaced_cells
from extractors.text import Text, join
from normalizers.headers import header_role
from pipeline.document import Block, Paragraph

#: A header whose words are broken is no taller, and its lines are no longer.
_TALLEST: Final = 30
_LONGEST: Final = 24
_FEWEST_HEADERS: Final = 3
#: A header may be printed in so many pieces (`项 目`).
_MOST_PIECES: Final = 4
#: A cell is broken at its column's width: all parts but the last are alike long. In a column of four and more
#: characters the rest has to be short, as names of such length stand below one another too.
_NARROW: Final = 3
_WIDE: Final = 8
_REST: Final = 2
_MARKS: Final = regex.compile(r"\(\d{1,3}分?\)")
_NAME: Final = regex.compile(r"[\p{Han}、“”]+")


def with_narrow_cells(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put each header and cell of such tables on a line of its own."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        head = _head(blocks, at)
        if head is None:
            made.append(blocks[at])
            at += 1
            continue
        headers, rest, at = head
        lines = [rest] if rest.chars else []
        while at < len(blocks) and (line := _line(blocks[at])) is not None:
            lines.append(line)
            at += 1
        made += map(Paragraph, [*headers, *_cells(lines)])
    return tuple(made)


def _head(blocks: Sequence[Block], at: int) -> tuple[list[Text], Text, int] | None:
    """Read a header whose words are broken; returns its labels, what stands behind the last, and the next block."""
    lines = _short(blocks, at) if _may_begin(blocks[at]) else []
    if len(lines) < 2:
        return None
    found = headers_inside(join(lines))
    if found is None or len(found[1]) < _FEWEST_HEADERS or found[1][0].start != lines[0].start:
        return None
    end, headers = found
    ends = list(accumulate(map(len, lines)))
    last = next(i for i, stop in enumerate(ends) if stop >= end)
    breaks = [line.end for line in lines[:last]]
    broken = sum(any(header.start < stop < header.end for stop in breaks) for header in headers)
    beside = any(sum(line.start <= h.start < line.end for h in headers) > 1 for line in lines[: last + 1])
    if not broken or not beside:
        return None
    rest = lines[last][len(lines[last]) - (ends[last] - end) :]
    return headers, rest.strip(), at + last + 1


def _may_begin(block: Block) -> bool:
    """Whether a line begins with a header and has more beside it."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return False
    pieces = block.text.spaced()
    ends = list(accumulate(map(len, pieces)))[:-1][:_MOST_PIECES]
    return any(header_role(block.text[:end].strip().chars) is not None for end in ends)


def _short(blocks: Sequence[Block], at: int) -> list[Text]:
    """Return the short lines from one on, as many as a header may have."""
    lines: list[Text] = []
    for block in blocks[at : at + _TALLEST]:
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
            break
        lines.append(block.text)
    return lines


def _line(block: Block) -> Text | None:
    """Return the text of a line that may be a table's; None where that ends."""
    if not isinstance(block, Paragraph) or annex_mark(block.text) or notes_mark(block.text) or is_title(block.text):
        return None
    return block.text


def _cells(lines: Sequence[Text]) -> Iterator[Text]:
    """Yield the cells of lines, those whole again that a narrow column broke."""
    cell: list[Text] = []
    for line in lines:
        for at, piece in enumerate(spaced_cells(line)):
            if cell and not (at == 0 and _goes_on(cell[-1], piece)):
                yield join(cell)
                cell = []
            cell.append(piece)
    yield from [join(cell)] if cell else []


def _goes_on(before: Text, piece: Text) -> bool:
    """Whether a name was broken between two lines, or stands over its full marks."""
    if _NAME.fullmatch(before.folded) is not None and _MARKS.fullmatch(piece.folded) is not None:
        return True
    if _NAME.fullmatch(before.folded) is None or _NAME.fullmatch(piece.folded) is None:
        return False
    return len(piece) <= (_REST if len(before) > _NARROW else len(before)) and len(before) <= _WIDE
