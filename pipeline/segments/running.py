"""Paragraphs that hold a whole table or outline run together, cut into the cells and lines they were."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.forms import form_starts
from extractors.metadata import annex_mark, is_title, notes_mark
from extractors.running import article_cuts, cell_cuts, headers_inside, is_spaced, marker_cuts
from extractors.text import Text
from normalizers.headers import header_role
from normalizers.values import ColumnRole
from pipeline.document import Block, Paragraph

#: A paragraph that holds so many sections of an outline is the outline itself.
_FEWEST_SECTIONS: Final = 2
_SHORTEST: Final = 60
#: More words for columns than this are no end of a title.
_FEWEST_SURE: Final = 3

Roles = list[ColumnRole | None]


@dataclass(frozen=True, slots=True)
class _Header:
    """What a header printed in one line says of the cells behind it."""

    roles: Roles
    spaced: bool


def cut_running(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Cut what was run together: behind headers side by side cells, elsewhere the lines of an outline."""
    made: list[Block] = []
    open_: _Header | None = None
    for block in blocks:
        headers = headers_inside(block.text) if isinstance(block, Paragraph) else None
        headers = None if headers is not None and _is_title_of_headers(block, headers) else headers
        headers = _behind_title(block.text, headers) if headers is not None and isinstance(block, Paragraph) else None
        if not isinstance(block, Paragraph):
            open_ = None
            made.append(block)
        elif headers is not None:
            open_ = _header(headers[1])
            made += _table(block, headers[0], headers[1], open_)
        elif open_ is not None and not _ends_table(block):
            made += _cells(block.text, open_, first=False)
        else:
            open_ = None
            made += _lines(block)
    return tuple(made)


def _is_title_of_headers(block: Block, headers: tuple[int, list[Text]]) -> bool:
    """Whether a line is a title whose last words are also headers (`…考评项目评分标准`)."""
    end, found = headers
    title = isinstance(block, Paragraph) and is_title(block.text) and end == len(block.text)
    return title and len(found) <= _FEWEST_SURE and isinstance(block, Paragraph) and found[0].start > block.text.start


def _behind_title(text: Text, headers: tuple[int, list[Text]]) -> tuple[int, list[Text]]:
    """Leave the title what is its own: the first word for a column may be its last (`…评分细则序号考核内容分值`)."""
    end, found = headers
    start, title = text.index_of(found[0]), text[: text.index_of(found[0]) + len(found[0])]
    glued = start > 0 and len(found) > _FEWEST_SURE and not _spaced(text, start)
    return (end, found[1:]) if glued and is_title(title) and not is_title(text[:start]) else headers


def _header(headers: list[Text]) -> _Header:
    return _Header([header_role(h.chars) for h in headers], is_spaced(headers))


def _ends_table(block: Paragraph) -> bool:
    text = block.text
    return is_title(text) or annex_mark(text) is not None or notes_mark(text) is not None


def _table(block: Paragraph, end: int, headers: list[Text], open_: _Header) -> Iterator[Paragraph]:
    """Yield what stands before the headers, the headers, and the cells behind them."""
    text = block.text
    start = text.index_of(headers[0])
    if text[:start].chars.strip():
        yield from _above(replace(block, text=text[:start].strip()))
    for header in headers:
        yield Paragraph(header)
    again = headers_inside(text[end:])
    if again is None:
        yield from _cells(text[end:], open_, first=True)
        return
    inner = end + text[end:].index_of(again[1][0])
    yield from _cells(text[end:inner], open_, first=True)
    yield from _table(Paragraph(text[inner:]), again[0] - (inner - end), again[1], _header(again[1]))


def _above(block: Paragraph) -> Iterator[Paragraph]:
    """Yield what stands above a table: an annex's mark, a title, and a form's blanks behind it."""
    text = block.text
    mark = annex_mark(text)
    title = mark[1] if mark is not None else text
    at = next((at for at in form_starts(title) if is_title(title[:at].strip())), None)
    if at is None:
        yield from _lines(block)
        return
    parts = [mark[0] if mark is not None else None, title[:at].strip(), title[at:].strip()]
    yield from (replace(block, text=part) for part in parts if part is not None)


def _cells(text: Text, open_: _Header, *, first: bool) -> Iterator[Paragraph]:
    """Yield the pieces of cells; those that no white space divides run on."""
    if open_.spaced:
        yield from (Paragraph(piece.strip()) for piece in text.spaced() if piece.strip().chars)
        return
    bounds = [0, *cell_cuts(text, open_.roles), len(text)]
    begun = first
    for start, end in pairwise(bounds):
        piece = text[start:end].strip()
        if piece.chars:
            yield Paragraph(piece, runs_on=not begun)
            begun = False


def _lines(block: Paragraph) -> Iterator[Paragraph]:
    """Yield an outline's lines where a paragraph holds several of its sections, else the paragraph."""
    text = block.text
    found = list(marker_cuts(text)) if len(text) >= _SHORTEST else []
    sections = [at for at, family in found if family == "cn_dun" and _begins(text, at)]
    articles = [at for at, _ in article_cuts(text)] if found or len(text) >= _SHORTEST else []
    if len(sections) < _FEWEST_SECTIONS and not articles:
        yield block
        return
    cuts = [at for at, family in found if family in ("cn_dun", "cn_paren", "ar_dot") and _begins(text, at)]
    cuts = sorted({*cuts, *articles})
    for start, end in pairwise([0, *(at for at in cuts if at), len(text)]):
        piece = text[start:end].strip()
        if piece.chars:
            yield replace(block, text=piece)


def _begins(text: Text, at: int) -> bool:
    """Whether something ended before a marker: a sentence, a bracket, a heading's colon, white space."""
    return at == 0 or text.folded[at - 1] in "。;:)!?” \n" or _spaced(text, at)


def _spaced(text: Text, at: int) -> bool:
    return text.offsets[at] > text.offsets[at - 1] + 1
