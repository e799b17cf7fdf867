"""Paragraphs that hold a whole table or outline run together, cut into the cells and lines they were."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

import regex

from extractors.forms import form_starts
from extractors.header_rows import headers_inside
from extractors.metadata import annex_mark, is_title, notes_mark
from extractors.running import article_cuts, marker_cuts
from extractors.text import Text
from pipeline.document import Block, Paragraph
from pipeline.segments.glued import Header, cells, gathered, other_header

#: A paragraph that holds so many sections of an outline is the outline itself.
_FEWEST_SECTIONS: Final = 2
_SHORTEST: Final = 60
#: More words for columns than this are no end of a title.
_FEWEST_SURE: Final = 3
#: No title is longer.
_LONGEST_TITLE: Final = 120


def cut_running(blocks: tuple[Block, ...], gone: Sequence[int] = ()) -> tuple[tuple[Block, ...], list[Text]]:
    """Cut what was run together: behind headers side by side cells, elsewhere the lines of an outline.

    `gone` are the offsets of page numbers that were taken away; returns the blocks, and page numbers found in cells.
    """
    made: list[Block] = []
    pages: list[Text] = []
    left = list(blocks)[::-1]
    while left:
        block, page = _without_page(left.pop())
        pages += page
        headers = _headers(block) if isinstance(block, Paragraph) else None
        if not isinstance(block, Paragraph):
            made.append(block)
        elif headers is None:
            made += _lines(block)
        else:
            made += _before(block, headers[1])
            header, line = Header(tuple(headers[1])), block.text[headers[0] :]
            end = other_header(line, header)
            lines = [line[:end]]
            if end is not None:
                left.append(Paragraph(line[end:]))
            while left and end is None and (below := _row(left[-1], header)) is not None:
                lines.append(below)
                left.pop()
            table = gathered(lines, header, gone)
            made += [*map(Paragraph, header.labels), *cells(table, header)]
            pages += table.pages
    return tuple(made), pages


_FIELD: Final = "PAGE"
_PAGE: Final = regex.compile(rf"^(?:{_FIELD}\s*)+(?P<n>\d{{0,3}})")


def _without_page(block: Block) -> tuple[Block, list[Text]]:
    """Take a word processor's page field off the head of a paragraph that a whole text was run together with."""
    if not isinstance(block, Paragraph) or not block.text.folded.startswith(_FIELD):
        return block, []
    match = _PAGE.match(block.text.folded)
    if match is None or match.end() == len(block.text):
        return block, []
    end = match.end() if _spaced(block.text, match.end()) else match.start("n")
    return replace(block, text=block.text[end:].strip()), [block.text[:end].strip()]


def _before(block: Paragraph, headers: list[Text]) -> Iterator[Paragraph]:
    """Yield what a paragraph says before the headers in it."""
    start = block.text.index_of(headers[0])
    if block.text[:start].chars.strip():
        yield from _above(replace(block, text=block.text[:start].strip()))


def _row(block: Block, header: Header) -> Text | None:
    """Return the text of a paragraph that belongs to the table above it; None where that ends, or another begins."""
    headers = _headers(block) if isinstance(block, Paragraph) else None
    if not isinstance(block, Paragraph) or (headers is None and _ends_table(block)):
        return None
    return block.text if other_header(block.text, header) is None else None


def _headers(block: Paragraph) -> tuple[int, list[Text]] | None:
    """Return the headers that a paragraph holds side by side, and the offset behind them."""
    headers = headers_inside(block.text)
    headers = None if headers is not None and _is_title_of_headers(block, headers) else headers
    return _behind_title(block.text, headers) if headers is not None else None


def _is_title_of_headers(block: Paragraph, headers: tuple[int, list[Text]]) -> bool:
    """Whether a line is a title whose last words are also headers (`…考评项目评分标准`)."""
    end, found = headers
    title = is_title(block.text) and end == len(block.text)
    return title and len(found) <= _FEWEST_SURE and found[0].start > block.text.start


def _behind_title(text: Text, headers: tuple[int, list[Text]]) -> tuple[int, list[Text]]:
    """Leave the title what is its own: the first word for a column may be its last (`…评分细则序号考核内容分值`)."""
    end, found = headers
    start, title = text.index_of(found[0]), text[: text.index_of(found[0]) + len(found[0])]
    glued = start > 0 and len(found) > _FEWEST_SURE and not _spaced(text, start)
    mark = annex_mark(title) if glued else None
    title = mark[1] if mark is not None else title
    return (end, found[1:]) if glued and is_title(title) and not is_title(title[: -len(found[0])]) else headers


def _ends_table(block: Paragraph) -> bool:
    text = block.text
    return is_title(text) or annex_mark(text) is not None or notes_mark(text) is not None


def _above(block: Paragraph) -> Iterator[Paragraph]:
    """Yield what stands above a table: an annex's mark, a title, and a form's blanks behind it."""
    text = block.text
    mark = annex_mark(text)
    title = mark[1] if mark is not None else text
    starts = takewhile(lambda at: at <= _LONGEST_TITLE, form_starts(title))
    at = next((at for at in starts if is_title(title[:at].strip())), None)
    if at is None and (mark is None or not is_title(title)):
        yield from _lines(block)
        return
    parts = [mark[0] if mark is not None else None, title[:at].strip(), title[at:].strip() if at is not None else None]
    yield from (replace(block, text=part) for part in parts if part is not None)


def _lines(block: Paragraph) -> Iterator[Paragraph]:
    """Yield an outline's lines where a paragraph holds several of its sections, else the paragraph.

    White space before every number, down to the last level, is where the lines were broken.
    """
    text = block.text
    found = list(marker_cuts(text)) if len(text) >= _SHORTEST else []
    sections = [at for at, family in found if family == "cn_dun" and _begins(text, at)]
    articles = [at for at, _ in article_cuts(text)] if found or len(text) >= _SHORTEST else []
    spaced = [family for at, family in found if at and _spaced(text, at)]
    alone = len(sections) == 1 and spaced.count("ar_dot") >= _FEWEST_SECTIONS
    if len(sections) < _FEWEST_SECTIONS and not articles and not alone:
        yield block
        return
    details = sum(family == "ar_paren" for _, family in found)
    families = ("cn_dun", "cn_paren", "ar_dot", "ar_paren" if details == spaced.count("ar_paren") else "")
    cuts = sorted({*(at for at, family in found if family in families and _begins(text, at)), *articles})
    cuts = sorted({*cuts, *_under_heading(text, found, sections)})
    for start, end in pairwise([0, *(at for at in cuts if at), len(text)]):
        piece = text[start:end].strip()
        if piece.chars:
            yield replace(block, text=piece)


#: A section's heading with the first of its parts right behind it is no longer than this (`二、考核内容(一)、保洁`).
_LONGEST_HEADING: Final = 12


def _under_heading(text: Text, found: list[tuple[int, str]], sections: list[int]) -> list[int]:
    """Return where a section's first part begins that nothing but the section's short name stands before."""
    return [
        at
        for (start, family), (at, below) in pairwise(found)
        if start in sections and family == "cn_dun" and below == "cn_paren"
        and at - start <= _LONGEST_HEADING and text.folded[start + 2 : at].isalpha()
    ]  # fmt: skip


def _begins(text: Text, at: int) -> bool:
    """Whether something ended before a marker: a sentence, a bracket, a heading's colon, white space."""
    return at == 0 or text.folded[at - 1] in "。;:)!?” \n" or _spaced(text, at) or _ends_amount(text, at)


def _ends_amount(text: Text, at: int) -> bool:
    """Whether an item's marks stand before a marker (`按时到岗。4分2、`)."""
    return text.folded[at - 1] == "分" and text.folded[max(0, at - 2)].isdecimal()


def _spaced(text: Text, at: int) -> bool:
    return text.folded[at - 1].isspace() or text.offsets[at] > text.offsets[at - 1] + 1
