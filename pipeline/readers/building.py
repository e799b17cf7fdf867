"""One way from what a format holds to a Document: raw blocks in, reading text and placed blocks out.

In the reading text a paragraph is a line, a table row a line with tabs between its cells, and a paragraph
inside a cell begins a new line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.text import Text
from pipeline.document import Block, Box, Cell, Document, Linked, Paragraph, Place, Remark, ShellPart, Table
from pipeline.models import CellPlace, Source, UnparsedReason


@dataclass(frozen=True, slots=True)
class RawText:
    """A paragraph's characters; `links` are (start, end, address), `marker` is the length of a generated number."""

    chars: str
    links: tuple[tuple[int, int, str], ...] = ()
    heading: int | None = None
    page: int | None = None
    bbox: Box | None = None
    shell: UnparsedReason | None = None
    boxes: tuple[tuple[int, int, int, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class RawCell:
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


@dataclass(slots=True)
class _Writer:
    """Lays the reading text out and remembers what stands where."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    places: list[Place] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def paragraph(self, raw: RawText, cell: CellPlace | None = None) -> tuple[int, int]:
        start = self.length
        self.put(raw.chars)
        self.links += [(start + a, start + b, address) for a, b, address in raw.links]
        if raw.boxes:
            self.places += [Place(start + a, start + b, page, box, cell) for a, b, page, box in raw.boxes]
        elif raw.page is not None or raw.bbox is not None or cell is not None:
            self.places.append(Place(start, self.length, raw.page, raw.bbox, cell))
        return start, self.length


Spans = list[tuple[int, int]]


def _table(raw: RawTable, number: int, writer: _Writer) -> list[list[tuple[RawCell, Spans]]]:
    rows = []
    for row in raw.rows:
        cells = []
        for i, cell in enumerate(row):
            writer.put("\t" if i else "")
            place = CellPlace(table=number, row=cell.row + 1, column=cell.column + 1)
            spans: Spans = []
            for j, paragraph in enumerate(cell.paragraphs):
                writer.put("\n" if j else "")
                spans.append(writer.paragraph(paragraph, place))
            cells.append((cell, spans))
        writer.put("\n")
        rows.append(cells)
    return rows


def build(blocks: Sequence[RawBlock], source: Source, remarks: Sequence[Remark] = ()) -> Document:
    """Lay out the reading text and make the Document; a paragraph with `shell` is no block but a shell part."""
    writer, laid, tables = _Writer(), list[tuple[RawBlock, object]](), 0
    for raw in blocks:
        if isinstance(raw, RawTable):
            tables += 1
            laid.append((raw, _table(raw, tables, writer)))
        else:
            laid.append((raw, writer.paragraph(raw)))
            writer.put("\n")
    text = "".join(writer.pieces)
    made, shell = _placed(text, laid)
    links = tuple(Linked(Text.of(text, a, b).strip(), address) for a, b, address in writer.links if text[a:b].strip())
    return Document(text, tuple(made), source, (), tuple(writer.places), links, tuple(shell), tuple(remarks))


def _placed(text: str, laid: list[tuple[RawBlock, object]]) -> tuple[list[Block], list[ShellPart]]:
    blocks, shell = list[Block](), list[ShellPart]()
    for raw, spans in laid:
        if isinstance(raw, RawTable):
            assert isinstance(spans, list)
            blocks.append(Table(tuple(tuple(_cell(text, c, s) for c, s in row) for row in spans)))
            continue
        assert isinstance(spans, tuple)
        made = Text.of(text, *spans).squeeze()
        if made.chars and raw.shell is not None:
            shell.append(ShellPart(made, raw.shell))
        elif made.chars:
            blocks.append(Paragraph(made, raw.heading))
    return blocks, shell


def _cell(text: str, raw: RawCell, spans: Spans) -> Cell:
    paragraphs = (Text.of(text, start, end).squeeze() for start, end in spans)
    return Cell(raw.row, raw.column, tuple(p for p in paragraphs if p.chars), raw.row_span, raw.col_span)
