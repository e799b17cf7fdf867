"""A text file to a Document: the line at hand begins a table of some kind, or is a paragraph."""

from bisect import bisect_left
from dataclasses import replace

from pipeline.document import Block, Cell, Document, Remark, Table
from pipeline.models import Source
from pipeline.readers.encoding import decode
from pipeline.readers.limits import CHARACTERS, LINE, TEXT, megabytes
from pipeline.readers.plain.bare_rows import bare_table
from pipeline.readers.plain.boxes import Spans, redraw
from pipeline.readers.plain.commas import comma_table
from pipeline.readers.plain.lines import Layout, Line, lines_of
from pipeline.readers.plain.pipes import pipe_table
from pipeline.readers.plain.spaces import space_table
from pipeline.readers.plain.tabs import tab_run, tab_tables


def read_text(data: bytes, source: Source) -> Document:
    """Decode a text file and read it; tables drawn with box characters are redrawn first."""
    TEXT.hold(megabytes(len(data)), source.name)
    found = decode(data, source.name)
    CHARACTERS.hold(len(found.text), source.name)
    LINE.hold(max(map(len, found.text.split("\n"))), source.name)
    drawn = redraw(found.text)
    document = read_plain(drawn.text, source.model_copy(update={"encoding": found.encoding}))
    redrawn = (Remark("boxes_redrawn", (("count", str(drawn.count)),)),) if drawn.count else ()
    blocks = document.blocks
    if drawn.spans:
        breaks = [at for at, char in enumerate(drawn.text) if char == "\n"]
        blocks = tuple(_merged(b, breaks, drawn.spans) if isinstance(b, Table) else b for b in blocks)
    return replace(document, blocks=blocks, remarks=(*found.remarks, *redrawn, *document.remarks))


def _merged(table: Table, breaks: list[int], spans: Spans) -> Table:
    """Merge a redrawn table's cells again; those that they stand over are none. `breaks` are the ends of lines."""
    rows: list[tuple[Cell, ...]] = []
    covered: set[tuple[int, int]] = set()
    for row in table.rows:
        line = next((bisect_left(breaks, c.paragraphs[0].start) for c in row if not c.empty), -1)
        made = [replace(c, row_span=h, col_span=w) for c in row for h, w in [spans.get((line, c.column), (1, 1))]]
        covered |= {
            (c.row + i, c.column + j) for c in made for i in range(c.row_span) for j in range(c.col_span) if i or j
        }
        rows.append(tuple(c for c in made if (c.row, c.column) not in covered))
    return replace(table, rows=tuple(rows), padded=table.padded and not covered)


def read_plain(text: str, source: Source) -> Document:
    """Make a Document of decoded text (newlines as \\n); the reading text is the text itself."""
    layout, blocks = Layout(), list[Block]()
    lines = lines_of(text)
    at = 0
    while at < len(lines):
        found = _table(text, lines, at, layout)
        if found is not None:
            blocks += found[0]
            at = found[1]
        else:
            blocks += [] if lines[at].blank else layout.block(lines[at].text)
            at += 1
    return Document(
        text, tuple(blocks), source, tuple(layout.found), links=tuple(layout.links), remarks=_remarks(layout)
    )


def _remarks(layout: Layout) -> tuple[Remark, ...]:
    """Remark on cells that were put together from parts, and on rows that may be a table's."""
    found = (("cells_rejoined", layout.rejoined), ("rows_undivided", layout.undivided))
    return tuple(
        Remark(code, (("count", str(len(texts))), ("text", texts[0].squeeze().chars))) for code, texts in found if texts
    )


def _table(text: str, lines: list[Line], at: int, layout: Layout) -> tuple[list[Block], int] | None:
    """Read the tables that begin at a line, if any do; the line behind them."""
    if lines[at].blank:
        return None
    piped = pipe_table(lines, at, layout)
    if piped is not None:
        return piped
    end = tab_run(lines, at)
    tables = tab_tables(lines[at:end], layout) if end > at else []
    if tables:
        return list(tables), end
    start = lines[at].text.offsets[0] if lines[at].text.chars else 0
    may_be_comma = "," in lines[at].text.chars or lines[at].text.chars.startswith('"')
    comma = comma_table(text, start, layout) if may_be_comma else None
    if comma is not None:
        # The last record may have no newline behind it.
        return comma[0], at + text.count("\n", start, comma[1]) + (comma[1] > len(text))
    spaced = space_table(lines, at, layout)
    spaced = spaced or bare_table(lines, at, layout)
    return ([spaced[0]], spaced[1]) if spaced is not None else None
