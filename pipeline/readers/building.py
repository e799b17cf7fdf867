"""One way from what a format holds to a Document: raw blocks in, reading text and placed blocks out.

In the reading text a paragraph is a line, a table row a line with tabs between its cells, and a paragraph
inside a cell begins a new line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from extractors.text import Text
from pipeline.document import Block, Box, Cell, Document, InTable, Linked, Paragraph, Place, Remark, ShellPart, Table
from pipeline.models import Source, UnparsedReason


class RawText(NamedTuple):
    """A paragraph's characters; `links` are (start, end, address), `marker` is the length of a generated number."""

    chars: str
    links: tuple[tuple[int, int, str], ...] = ()
    heading: int | None = None
    page: int | None = None
    bbox: Box | None = None
    shell: UnparsedReason | None = None
    boxes: tuple[tuple[int, int, int, Box], ...] = ()


def at_breaks(raw: RawText) -> list[RawText]:
    """Cut a paragraph at its line breaks, its links with it."""
    if "\n" not in raw.chars and all(a < b for a, b, _ in raw.links):  # as nearly all are
        return [raw]
    pieces = raw.chars.split("\n")
    starts = list(accumulate((len(piece) + 1 for piece in pieces[:-1]), initial=0))
    links: dict[int, list[tuple[int, int, str]]] = {}
    for a, b, address in raw.links:
        for i in range(bisect_right(starts, a) - 1, bisect_left(starts, b)):
            at, end = max(a - starts[i], 0), min(b - starts[i], len(pieces[i]))
            if at < end:
                links.setdefault(i, []).append((at, end, address))
    return [raw._replace(chars=piece, links=tuple(links.get(i, ()))) for i, piece in enumerate(pieces)]


class RawCell(NamedTuple):
    """A cell at its grid position, from 0."""

    row: int
    column: int
    paragraphs: tuple[RawText, ...]
    row_span: int = 1
    col_span: int = 1


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table's cells, row by row; covered positions have none."""

    rows: tuple[tuple[RawCell, ...], ...]


RawBlock = RawText | RawTable


def texts_of(block: RawBlock) -> tuple[RawText, ...]:
    """Return a block's paragraphs as those of the cell in which it stands, a table's cell by cell.

    A row that gives words an amount is one paragraph, so that a condition stays with what the cell beside it gives.
    Bare figures, names and more cells would run into each other.
    """
    if isinstance(block, RawText):
        return (block,)
    return tuple(text for row in block.rows for text in _beside([cell.paragraphs for cell in row if cell.paragraphs]))


def _beside(cells: list[tuple[RawText, ...]]) -> list[RawText]:
    """Return the paragraphs of a row's cells, as one where they are words and an amount."""
    texts = [text for cell in cells for text in cell]
    if len(cells) != 2 or not gives_an_amount([text.chars for text in texts]):
        return texts
    starts = accumulate((len(text.chars) + 1 for text in texts), initial=0)
    links = tuple(
        (at + a, at + b, address) for at, text in zip(starts, texts, strict=False) for a, b, address in text.links
    )
    return [RawText(" ".join(text.chars for text in texts), links)]


def gives_an_amount(texts: Sequence[str]) -> bool:
    """Whether texts side by side are words and an amount, such as a condition and what it gives."""
    gives = len(texts) == 2 and any(map(str.isdecimal, texts[1]))
    return gives and all(any(map(str.isalpha, text)) for text in texts)


@dataclass(slots=True)
class _Writer:
    """Lays the reading text out and remembers where each paragraph stands, and what else is known of its places."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)

    def blocks(self, blocks: Sequence[RawBlock]) -> None:
        """Lay out everything in its order."""
        tables = 0
        for raw in blocks:
            if isinstance(raw, RawText):
                self._paragraph(raw, None)
                self._put("\n")
                continue
            tables += 1
            for row in raw.rows:
                self._row(row, tables)

    def _row(self, row: tuple[RawCell, ...], table: int) -> None:
        for i, cell in enumerate(row):
            if i:
                self._put("\t")
            place = (table, cell.row + 1, cell.column + 1)
            for j, paragraph in enumerate(cell.paragraphs):
                if j:
                    self._put("\n")
                self._paragraph(paragraph, place)
        self._put("\n")

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _paragraph(self, raw: RawText, cell: InTable | None) -> None:
        chars, links, _, page, bbox, _, boxes = raw
        start = self.length
        self._put(chars)
        self.spans.append((start, self.length))
        if links:
            self.links += [(start + a, start + b, address) for a, b, address in links]
        if boxes:
            self.places += [Place(start + a, start + b, on, box, cell) for a, b, on, box in boxes]
        elif cell is not None or page is not None or bbox is not None:
            self.places.append(Place(start, self.length, page, bbox, cell))


def build(blocks: Sequence[RawBlock], source: Source, remarks: Sequence[Remark] = ()) -> Document:
    """Lay out the reading text and make the Document; a paragraph with `shell` is no block but a shell part."""
    writer = _Writer()
    writer.blocks(blocks)
    text = "".join(writer.pieces)
    made, shell = _placed(blocks, (Text.of(text, start, end).squeeze() for start, end in writer.spans))
    links = tuple(Linked(Text.of(text, a, b).strip(), address) for a, b, address in writer.links if text[a:b].strip())
    return Document(text, tuple(made), source, (), tuple(writer.places), links, tuple(shell), tuple(remarks))


def _placed(blocks: Sequence[RawBlock], texts: Iterator[Text]) -> tuple[list[Block], list[ShellPart]]:
    """Make blocks of the raw ones; `texts` are their paragraphs in the order in which they were laid out."""
    made, shell = list[Block](), list[ShellPart]()
    for raw in blocks:
        if isinstance(raw, RawTable):
            made.append(Table(tuple([tuple([_cell(cell, texts) for cell in row]) for row in raw.rows])))
            continue
        text = next(texts)
        if text.chars and raw.shell is not None:
            shell.append(ShellPart(text, raw.shell))
        elif text.chars:
            made.append(Paragraph(text, raw.heading))
    return made, shell


def _cell(raw: RawCell, texts: Iterator[Text]) -> Cell:
    """Make a cell; one that claims no row or column at all, as a broken file's may, has one."""
    row, column, held, row_span, col_span = raw
    paragraphs = tuple([text for _ in held if (text := next(texts)).chars]) if held else ()
    return Cell(row, column, paragraphs, max(row_span, 1), max(col_span, 1))
