"""Lines of a text file, and the tags and marks in them that are layout."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.text import Text
from pipeline.document import Cell, Linked, Paragraph, Table
from pipeline.readers.plain.markdown import leading_mark, links_in, signs_in

_TAG: Final = regex.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_BREAKING: Final = regex.compile(r"</?(?:p|br|div|li|tr)\b[^<>]*>", regex.I)
_MARKDOWN_HEADING: Final = regex.compile(r"^\s*(#{1,6})\s+(?=\S)")
#: A line without any of these has neither tags nor Markdown's marks.
_MARKED: Final = regex.compile(r"[<*_\[]")
#: What a rule or a heading begins with.
_MARKDOWN: Final = ("-", "*", "_", "=", "#")
_MARKDOWN_RULE: Final = regex.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file without its newline."""

    text: Text

    @property
    def blank(self) -> bool:
        """Nothing at all on the line; a tab alone is an empty cell, not a blank line."""
        return not self.text.chars.strip() and "\t" not in self.text.chars

    @property
    def fields(self) -> list[Text]:
        """Return the parts between tabs."""
        return self.cut("\t") if "\t" in self.text.chars else [self.text]

    def count(self, signs: str) -> int:
        """Return how often the signs stand on the line."""
        return sum(map(self.text.chars.count, signs))

    def cut(self, signs: str) -> list[Text]:
        """Cut at each of the signs."""
        chars = self.text.chars
        for sign in signs[1:]:
            chars = chars.replace(sign, signs[0])
        parts, at = [], 0
        for piece in chars.split(signs[0]):
            parts.append(self.text[at : at + len(piece)])
            at += len(piece) + 1
        return parts


def lines_of(text: str) -> list[Line]:
    """Cut a text into lines."""
    lines, at = [], 0
    for piece in text.split("\n"):
        lines.append(Line(Text.of(text, at, at + len(piece))))
        at += len(piece) + 1
    return lines


class Layout:
    """Takes tags and marks out of texts and remembers them as layout."""

    def __init__(self) -> None:
        self.found: list[Text] = []
        self.links: list[Linked] = []
        #: Cells that were put together from parts between spaces.
        self.rejoined: list[Text] = []
        #: First rows of cells between spaces that nothing tells to be a table's.
        self.undivided: list[Text] = []

    def _drop(self, text: Text, start: int, end: int) -> None:
        self.found.append(text[start:end])

    def paragraphs(self, text: Text) -> tuple[Text, ...]:
        """Cut at breaking tags; the other tags and Markdown's marks go, white space is squeezed."""
        if _MARKED.search(text.chars) is None:
            whole = text.squeeze()
            return (whole,) if whole.chars else ()
        cuts, gone = [0], []
        for match in _TAG.finditer(text.chars):
            self._drop(text, *match.span())
            if _BREAKING.fullmatch(match[0]):
                cuts += [match.start(), match.end()]
            else:
                gone.append(match.span())
        for start, end in self._marks(text):
            self._drop(text, start, end)
            gone.append((start, end))
        cuts.append(len(text))
        inside = {i for start, end in gone for i in range(start, end)}
        pieces = [
            text[a:b].without([(i - a, i - a + 1) for i in inside if a <= i < b]).squeeze()
            for a, b in zip(cuts[::2], cuts[1::2], strict=True)
        ]
        return tuple(p for p in pieces if p.chars)

    def _marks(self, text: Text) -> list[tuple[int, int]]:
        """Return where Markdown's marks stand in a line; a link's words are remembered with their address."""
        links = links_in(text)
        self.links += [Linked(link.words, link.address) for link in links if link.address is not None]
        return [*signs_in(text), *(span for link in links for span in link.marks)]

    def signs(self, line: Text, signs: str) -> None:
        """Take a line's dividing signs as layout."""
        for i, char in enumerate(line.chars):
            if char in signs:
                self._drop(line, i, i + 1)

    def whole(self, line: Text) -> None:
        """Take a whole line as layout."""
        self._drop(line, 0, len(line))

    def _unframed(self, line: Text) -> Text:
        """Drop the one pipe at a line's end, which a converted table left there."""
        bare = line.rstrip(" \t　|｜")
        if line.chars.count("|") + line.chars.count("｜") != 1 or len(bare) == len(line.rstrip()) or not bare.chars:
            return line
        self._drop(line, len(bare), len(line))
        return bare

    def block(self, line: Text) -> list[Paragraph]:
        """Read a line that is no table row; a Markdown heading keeps its level."""
        marked = line.chars.lstrip()[:1] in _MARKDOWN
        if marked and _MARKDOWN_RULE.match(line.chars):
            self._drop(line, 0, len(line))
            return []
        heading = _MARKDOWN_HEADING.match(line.chars) if marked else None
        if heading is not None:
            self._drop(line, *heading.span(1))
            line = line[heading.end() :]
        level = len(heading[1]) if heading is not None else None
        line = self._unframed(line)
        mark = leading_mark(line) if heading is None else 0
        if mark:
            self._drop(line, 0, mark)
            line = line[mark:]
        return [Paragraph(p, level) for p in self.paragraphs(line)]


def table_of(rows: list[list[Text]], layout: Layout, *, padded: bool = False) -> Table:
    """Make a table of rows of fields."""
    return Table(
        tuple(
            tuple(Cell(r, c, layout.paragraphs(field)) for c, field in enumerate(fields))
            for r, fields in enumerate(rows)
        ),
        padded,
    )
