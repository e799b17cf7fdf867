"""A list of contents (`目录`) in front of what it lists: its lines are no items a second time."""

from bisect import bisect_left
from itertools import islice, takewhile
from typing import Final

import regex

from extractors.text import Text, join
from pipeline.document import Block, Paragraph, Table

Lines = list[tuple[str, int]]

_HEADING: Final = frozenset({"目录", "目次"})
#: A page's number behind dots or space; dashes may stand around it.
_LEADER: Final = " \t.…·⋯_-"
_PAGE: Final = regex.compile(r"(?<=[\s.…·⋯_])(?:-\s?)?\d{1,3}(?:\s?-)?$")
_NUMBER: Final = regex.compile(r"-?\s?\d{1,3}\s?-?")
_FEWEST: Final = 2
#: No list of contents has so many lines.
_LONGEST: Final = 500
_COLUMNS: Final = 2


def without_contents(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Text]]:
    """Take a list of contents away: lines that end in a page, or that begin a paragraph further down.

    Where a line comes again, what is listed begins.
    """
    at = next((i for i, block in enumerate(blocks) if _words(block) in _HEADING), None)
    if at is None:
        return blocks, []
    lines = sorted((words, i) for i, block in enumerate(blocks) if i > at and (words := _words(block)))
    end, listed, seen = at + 1, list[Text](), set[str]()
    while end < min(len(blocks), at + _LONGEST) and _words(blocks[end]) not in seen:
        texts = _entries(blocks[end], end, lines)
        if not texts:
            break
        listed += texts
        seen |= {_words(blocks[end])} - {""}
        end += 1
    heading = blocks[at]
    if len(listed) < _FEWEST or not isinstance(heading, Paragraph):
        return blocks, []
    return (*blocks[:at], *blocks[end:]), [heading.text, *listed]


def _words(block: Block) -> str:
    return "".join(block.text.folded.split()) if isinstance(block, Paragraph) else ""


def _entries(block: Block, at: int, lines: Lines) -> list[Text]:
    """Return the texts of a block that is part of the list; [] where it is none."""
    if isinstance(block, Table):
        return _rows(block)
    named = _PAGE.sub("", block.text.folded).rstrip(_LEADER)
    words = {"".join(named.split()), "".join(named.rstrip("0123456789").split())}
    paged = _PAGE.search(block.text.folded) is not None
    return [block.text] if paged or any(len(word) > 1 and _begins_below(word, at, lines) for word in words) else []


def _begins_below(word: str, at: int, lines: Lines) -> bool:
    """Whether a line below the one `at` begins with a word; `lines` are sorted, each with its place."""
    first = bisect_left(lines, (word, 0))
    alike = takewhile(lambda line: line[0].startswith(word), islice(lines, first, first + _LONGEST))
    return any(place > at for _, place in alike)


def _rows(table: Table) -> list[Text]:
    """Return the texts of rows that each have words and a page's number, which never falls."""
    rows = [[join(cell.paragraphs) for cell in row if not cell.empty] for row in table.rows]
    if any(len(row) != _COLUMNS or _NUMBER.fullmatch(row[1].folded.strip()) is None for row in rows):
        return []
    pages = [int(row[1].folded.strip("- ")) for row in rows]
    return [text for row in rows for text in row] if pages == sorted(pages) else []
