"""Sections of a table that lost its columns: below the name of each, its header is printed again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import regex

from extractors.metadata import annex_mark, is_title, notes_mark
from extractors.text import Text
from normalizers.headers import LONGEST_HEADER, bare_header, column_role, is_total_label
from pipeline.document import Block, Cell, Paragraph
from pipeline.segments.laid import laid_sections
from pipeline.segments.rebuilt import Lines, whole, without_totals
from pipeline.segments.regions import begins_flat, header_run
from pipeline.segments.sectioned import are_parts

_FEWEST: Final = 2
#: A name without a number and without marks.
_PLAIN: Final = regex.compile(r"[\p{Han}、]{2,14}")


class _Part(NamedTuple):
    """A section: its name, the header below it, and its lines."""

    name: Text
    header: list[Text]
    lines: list[Text]


def with_flat_sections(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put one table in the place of such sections, with a row for each name over its rows."""
    printed = Counter(b.text.folded for b in blocks if isinstance(b, Paragraph))
    again_printed = (
        words
        for words, times in printed.items()
        if times >= _FEWEST and 0 < len(words) <= LONGEST_HEADER and not words[0].isdecimal()
    )
    heads = {words for words in again_printed if column_role(words) is not None}
    made: list[Block] = []
    at = tried = 0
    while at < len(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        again = at >= tried and isinstance(below, Paragraph) and below.text.folded in heads
        table, end = _table(blocks, at, printed) if again and isinstance(blocks[at], Paragraph) else ([], at)
        made += table or [blocks[at]]
        at, tried = (end if table else at + 1), max(tried, end)  # what were no sections once are none from further on
    return tuple(made)


def _table(blocks: tuple[Block, ...], at: int, printed: Counter[str]) -> tuple[list[Block], int]:
    """Lay the sections out that begin at a name, and tell where they end; [] where there are not several alike."""
    parts, end = _parts(blocks, at, printed)
    width = len(parts[0].header) if parts else 0
    if len(parts) < _FEWEST or not _are_alike(parts, width):
        return [], end
    made = laid_sections(parts[0].header, _lines(parts))
    if made is None:
        return [], end
    table, behind = made
    top = Cell(table.rows[0][0].row - 1, 0, (parts[0].name,), col_span=width)
    return [replace(table, rows=((top,), *table.rows)), *behind], end


def _parts(blocks: tuple[Block, ...], at: int, printed: Counter[str]) -> tuple[list[_Part], int]:
    """Read the sections from a name on, and where they end: at a table, notes, an annex, another header."""
    headers, run = header_run(blocks, at + 1)
    name = blocks[at]
    if not begins_flat(headers) or not isinstance(name, Paragraph):
        return [], at
    if any(printed[word.folded] < _FEWEST for word in headers):  # most headers are printed once
        return [], at
    parts, words = [_Part(name.text, headers, [])], _words(headers)
    at += 1 + run
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, Paragraph) or notes_mark(block.text) or annex_mark(block.text):
            break
        known = len(block.text) <= LONGEST_HEADER and column_role(block.text.chars) is not None
        other, taken = header_run(blocks, at) if known else ([], 0)
        if known and _words(other) == words and parts[-1].lines:
            parts.append(_Part(parts[-1].lines.pop(), other, []))
        elif known and begins_flat(other):
            break
        else:
            parts[-1].lines.append(block.text)
            taken = 1
        at += taken
    return parts, at


def _words(headers: Sequence[Text]) -> list[str]:
    return [bare_header(word.chars) for word in headers]


def _are_alike(parts: list[_Part], width: int) -> bool:
    """Whether the names count on or have marks, or are plain ones over rows that are all whole."""
    names = [part.name for part in parts]
    if any(
        is_total_label(n.chars) or column_role(n.chars) is not None or ":" in n.folded or is_title(n) for n in names
    ):
        return False  # `考核项目：日常养护` is data of a form
    if are_parts(names):
        return True
    plain = all(_PLAIN.fullmatch(name.folded) is not None for name in names)
    return plain and all(len(without_totals(list(whole(part.lines))).kept) % width == 0 for part in parts)


def _lines(parts: list[_Part]) -> Lines:
    """Return the lines of all parts, with the name and the header of each but the first by the place of its lines."""
    made = Lines()
    for at, part in enumerate(parts):
        begin = len(made.kept)
        if at:
            made.sections[begin] = [[part.name], part.header]
        apart = without_totals(list(whole(part.lines)))
        for place, totals in apart.totals.items():
            made.totals.setdefault(begin + place, []).extend(totals)
        made.kept += apart.kept
    return made
