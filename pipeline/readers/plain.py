"""Plain text: paragraphs, tables with tabs (two dialects) or pipes, and the tags and marks of other formats."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

import regex

from extractors.text import Text
from pipeline.document import Block, Cell, Document, Paragraph, Table
from pipeline.models import Source
from pipeline.readers.encoding import decode

_TAG: Final = regex.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_BREAKING: Final = regex.compile(r"</?(?:p|br|div|li|tr)\b[^<>]*>", regex.I)
_MARKDOWN_HEADING: Final = regex.compile(r"^\s*(#{1,6})\s+(?=\S)")
_MARKDOWN_RULE: Final = regex.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
_MARKDOWN_BOLD: Final = regex.compile(r"\*\*|__")
_PIPES: Final = "|｜"
_PIPE_RULE: Final = regex.compile(r"\s*:?-{2,}:?\s*")
#: Of the rows of a one-cell-a-line table this share has the usual number of cells.
_REGULAR: Final = 0.6
_MOST_COLUMNS: Final = 20


@dataclass(frozen=True, slots=True)
class _Line:
    text: Text

    @property
    def blank(self) -> bool:
        """Nothing at all on the line; a tab alone is an empty cell, not a blank line."""
        return not self.text.chars.strip() and "\t" not in self.text.chars

    @property
    def fields(self) -> list[Text]:
        return self.cut("\t")

    @property
    def piped(self) -> bool:
        return sum(self.text.chars.count(sign) for sign in _PIPES) >= 2

    def cut(self, signs: str) -> list[Text]:
        parts, at = [], 0
        for i, char in enumerate(self.text.chars):
            if char in signs:
                parts.append(self.text[at:i])
                at = i + 1
        return [*parts, self.text[at:]]


def _lines(text: str) -> list[_Line]:
    lines, at = [], 0
    for piece in text.split("\n"):
        lines.append(_Line(Text.of(text, at, at + len(piece))))
        at += len(piece) + 1
    return lines


class _Layout:
    """Takes tags and marks out of texts and remembers them as layout."""

    def __init__(self) -> None:
        self.found: list[Text] = []

    def _drop(self, text: Text, start: int, end: int) -> None:
        self.found.append(text[start:end])

    def paragraphs(self, text: Text) -> tuple[Text, ...]:
        """Cut at breaking tags and newlines; the other tags and bold marks go, white space is squeezed."""
        cuts, gone = [0], []
        for match in _TAG.finditer(text.chars):
            self._drop(text, *match.span())
            if _BREAKING.fullmatch(match[0]):
                cuts += [match.start(), match.end()]
            else:
                gone.append(match.span())
        for match in _MARKDOWN_BOLD.finditer(text.chars):
            if len(_MARKDOWN_BOLD.findall(text.chars)) % 2 == 0:
                self._drop(text, *match.span())
                gone.append(match.span())
        cuts.append(len(text))
        inside = {i for start, end in gone for i in range(start, end)}
        pieces = [
            text[a:b].without([(i - a, i - a + 1) for i in inside if a <= i < b]).squeeze()
            for a, b in zip(cuts[::2], cuts[1::2], strict=True)
        ]
        return tuple(p for p in pieces if p.chars)

    def signs(self, line: Text, signs: str) -> None:
        """Take a line's dividing signs as layout."""
        for i, char in enumerate(line.chars):
            if char in signs:
                self._drop(line, i, i + 1)

    def whole(self, line: Text) -> None:
        """Take a whole line as layout."""
        self._drop(line, 0, len(line))

    def block(self, line: Text) -> list[Paragraph]:
        """Read a line that is no table row; a Markdown heading keeps its level."""
        if _MARKDOWN_RULE.match(line.chars):
            self._drop(line, 0, len(line))
            return []
        heading = _MARKDOWN_HEADING.match(line.chars)
        if heading is not None:
            self._drop(line, *heading.span(1))
            line = line[heading.end() :]
        level = len(heading[1]) if heading is not None else None
        return [Paragraph(p, level) for p in self.paragraphs(line)]


def read_text(data: bytes, source: Source) -> Document:
    """Decode a text file and read it."""
    found = decode(data, source.name)
    document = read_plain(found.text, source.model_copy(update={"encoding": found.encoding}))
    return replace(document, remarks=found.remarks)


def read_plain(text: str, source: Source) -> Document:
    """Make a Document of decoded text (newlines as \\n); the reading text is the text itself."""
    layout, blocks = _Layout(), list[Block]()
    lines = _lines(text)
    at = 0
    while at < len(lines):
        end = _pipe_run(lines, at)
        tables = [_piped(lines[at:end], layout)] if end > at else []
        if not tables:
            end = _tab_run(lines, at)
            tables = _tables(lines[at:end], layout) if end > at else []
        if tables:
            blocks += tables
            at = end
        else:
            blocks += [] if lines[at].blank else layout.block(lines[at].text)
            at += 1
    return Document(text, tuple(blocks), source, tuple(layout.found))


def _pipe_run(lines: list[_Line], start: int) -> int:
    """Return the end of the run of lines divided by pipes that begins at `start`; one line alone is no table."""
    end = start
    while end < len(lines) and lines[end].piped:
        end += 1
    return end if end - start >= 2 else start


def _piped(lines: list[_Line], layout: _Layout) -> Table:
    """Read rows divided by pipes; the frame's pipes and a rule of dashes below the header are layout."""
    rows = []
    begun = all(line.text.chars.lstrip()[0] in _PIPES for line in lines)
    ended = all(line.text.chars.rstrip()[-1] in _PIPES for line in lines)
    for line in lines:
        layout.signs(line.text, _PIPES)
        fields = line.cut(_PIPES)
        fields = fields[1 if begun else 0 : -1 if ended else None]
        if fields and all(_PIPE_RULE.fullmatch(f.chars) for f in fields):
            for field in fields:
                layout.whole(field)
            continue
        rows.append(fields)
    return replace(_table(rows, layout), padded=True)


def _tab_run(lines: list[_Line], start: int) -> int:
    """Return the end of the run of lines with tabs that begins at `start`, blank lines between them included."""
    end = at = start
    while at < len(lines) and ("\t" in lines[at].text.chars or lines[at].blank):
        if "\t" in lines[at].text.chars:
            end = at + 1
        at += 1
    return end if "\t" in lines[start].text.chars else start


def _tables(lines: list[_Line], layout: _Layout) -> list[Table]:
    """Read a run of lines with tabs: a row a line, or a cell a line; [] where it is neither."""
    chunks = _chunks(lines)
    if _is_row_form(lines):
        return [_table([line.fields for line in chunk], layout) for chunk in chunks]
    if _is_cell_form(chunks):
        return [_table([[line.fields[-1] for line in chunk] for chunk in chunks], layout)]
    return []


def _chunks(lines: list[_Line]) -> list[list[_Line]]:
    """Group lines that no blank line divides."""
    chunks: list[list[_Line]] = [[]]
    for line in lines:
        if line.blank:
            chunks.append([])
        else:
            chunks[-1].append(line)
    return [c for c in chunks if c]


def _is_row_form(lines: list[_Line]) -> bool:
    """Most lines hold several cells, and there are at least two of them."""
    tabbed = [line.fields for line in lines if not line.blank]
    wide = [f for f in tabbed if len(f) > 2 or (len(f) == 2 and f[0].chars.strip())]
    return len(wide) >= 2 and len(wide) > len(tabbed) / 2


def _is_cell_form(chunks: list[list[_Line]]) -> bool:
    """Every line is a tab and a cell, and between blank lines there are mostly as many cells."""
    if any(len(line.fields) != 2 or line.fields[0].chars.strip() for chunk in chunks for line in chunk):
        return False
    counts = Counter(len(chunk) for chunk in chunks)
    usual, times = counts.most_common(1)[0]
    return len(chunks) >= 2 and 2 <= usual <= _MOST_COLUMNS and times >= _REGULAR * len(chunks)


def _table(rows: list[list[Text]], layout: _Layout) -> Table:
    return Table(
        tuple(
            tuple(Cell(r, c, layout.paragraphs(field)) for c, field in enumerate(fields))
            for r, fields in enumerate(rows)
        )
    )
