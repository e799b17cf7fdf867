"""A Word file to a Document: the body in its order, with its lists, links, notes, headers and footers."""

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from pipeline.document import Document, Remark
from pipeline.errors import InputUnreadableError
from pipeline.models import Source, UnparsedReason
from pipeline.readers.building import RawBlock, RawCell, RawTable, RawText, at_breaks, build, texts_of
from pipeline.readers.leaving import LeftOut
from pipeline.readers.measured import check_tree
from pipeline.readers.redrawn import redrawn
from pipeline.readers.word.characters import Characters
from pipeline.readers.word.forms import prompts
from pipeline.readers.word.inherited import left_out
from pipeline.readers.word.looks import Named
from pipeline.readers.word.numbering import Element, Numbering, W, child, having, number_of, properties_of, value
from pipeline.readers.word.package import Part, main_part
from pipeline.readers.word.pale import pale
from pipeline.readers.word.paragraphs import DRAWN, Gathered, Known, drawn_words, gather, in_box
from pipeline.readers.word.styles import TOLD, Styles
from pipeline.readers.word.tabbed import in_columns, spaced
from pipeline.readers.word.tables import AROUND, rows_of

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: What the zip and XML libraries raise on files that are not what they say.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError, OSError, NotImplementedError,
    RecursionError, etree.XMLSyntaxError,
)  # fmt: skip
#: With no two cells side by side a table is a frame around text, as on a web page.
_FEWEST_BESIDE: Final = 2
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/"
#: Other files that are set into the text, an object of another program, drawings whose words stand in a part of their own.
_EMBEDDED: Final = (
    W + "altChunk", W + "subDoc", "{urn:schemas-microsoft-com:office:office}OLEObject",
    f"{_DRAWING}diagram}}relIds", f"{_DRAWING}chart}}chart",
)  # fmt: skip
_PARAGRAPH, _PROPERTIES, _TABLE = W + "p", W + "pPr", W + "tbl"


def read_word(data: bytes, source: Source) -> Document:
    """Read a .docx; InputUnreadableError where it is broken or protected."""
    try:
        main = main_part(data)
        check_tree(main.root, source.name)
        numbering = Numbering.read(_root(main, "numbering"))
        styles = next(main.related("styles"), None)
        named, looked = Characters(styles).signs, Styles(styles, numbering)
        unseen = left_out(main.root, looked.letters, named) | pale(main, styles, looked.letters, named)
        reader = _Reader(
            numbering=numbering,
            styles=looked,
            known=Known.of(main, named, _addresses(main), unseen | prompts(main, styles)),
            told=having(main.root, *TOLD),
            notes=_notes(main, named),
            tracked=next(main.root.iter(W + "del"), None) is not None,
            embedded=sum(1 for _ in main.root.iter(*_EMBEDDED)),
        )
        body = child(main.root, W + "body")
        if body is None:
            raise KeyError("body")
        reader.children(body)
        shell = _running(main, named)
    except _BROKEN as error:
        raise InputUnreadableError(
            "{name}: this Word file is broken or protected ({reason}); open it in Word and save it again",
            name=source.name,
            reason=type(error).__name__,
        ) from error
    blocks, drawn = redrawn(in_columns(reader.blocks), source)
    return build([*blocks, *shell], source, [*reader.remarks(), *drawn])


def _addresses(main: Part) -> dict[str, str]:
    return {k: r.target for k, r in main.relations.items() if r.kind == "hyperlink" and r.external}


def _root(main: Part, kind: str) -> Element | None:
    """Return the XML of the part of a kind, None where the file has none."""
    part = next(main.related(kind), None)
    return part.root if part is not None else None


def _notes(main: Part, named: Named) -> dict[str, str]:
    """Return the texts of footnotes and endnotes by kind and id."""
    texts: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        part = next(main.related(f"{kind}s"), None)
        if part is None:
            continue
        known = Known.of(part, named)
        for note in part.root.iterchildren(W + kind):
            lines = [gather(p, known).text for p in note.iter(_PARAGRAPH)]
            texts[f"{kind}:{note.get(W + 'id')}"] = " ".join(line for line in lines if line.strip())
    return texts


def _running(main: Part, named: Named) -> list[RawText]:
    """Return headers and footers as shell: they are seen, and they are no part of the notice."""
    found: list[RawText] = []
    seen: set[str] = set()
    for part in main.related("header", "footer"):
        known = Known.of(part, named)
        lines = [gather(paragraph, known).text for paragraph in part.root.iter(_PARAGRAPH)]
        lines += [line.chars for path in part.root.iter(DRAWN) for line in drawn_words(path)]  # as a watermark is
        for text in map(str.strip, lines):
            if text and text not in seen:
                seen.add(text)
                reason: UnparsedReason = "page_number" if not any(c.isalpha() for c in text) else "footer"
                found.append(RawText(text, shell=reason))
    return found


@dataclass(slots=True)
class _Reader:
    """Walks the body in its order; `begun` is a paragraph whose mark was deleted, so that the next one goes on.

    Only a file with `tracked` deletions has any. Only the properties among those that are `told` say what a paragraph
    is.
    """

    numbering: Numbering
    styles: Styles
    known: Known
    told: frozenset[Element]
    notes: dict[str, str]
    tracked: bool
    embedded: int
    blocks: list[RawBlock] = field(default_factory=list)
    begun: Gathered | None = None
    left: LeftOut = field(default_factory=LeftOut)
    generated: int = 0
    days: list[str] = field(default_factory=list)

    def remarks(self) -> list[Remark]:
        """Say what a reader of the page would not see, what Word and not the author typed, what was not read."""
        counted = (
            ("numbering_generated", self.generated),
            ("embedded_unread", self.embedded),
        )
        days = [Remark("day_by_field", (("count", str(len(self.days))), ("text", self.days[0])))] if self.days else []
        told = [Remark(code, (("count", str(count)),)) for code, count in counted if count]
        return self.left.remarks() + told + days

    def children(self, parent: Element) -> None:
        """Read paragraphs, tables and the content controls around them."""
        for inner in parent:
            if inner.tag == _PARAGRAPH:
                self.blocks += self.paragraph(inner)
            elif inner.tag == _TABLE:
                self._table(inner)
            elif inner.tag in AROUND:
                self.children(inner)

    def paragraph(self, element: Element, alone: bool = False) -> list[RawBlock]:
        """Read a paragraph with its number; its soft line breaks and notes follow as paragraphs, its text boxes as blocks.

        Where it is `alone`, as in a cell, its number stands there though no text follows.
        """
        if self.begun is None and not len(element):
            return []
        properties = properties_of(element, _PROPERTIES)
        made = gather(element, self.known, self.begun)
        self.begun = made if self.tracked and _mark_deleted(properties) else None
        if self.begun is not None:
            return []
        if properties not in self.told:
            properties = None
        style = value(properties, "pStyle")
        self.left.add("".join(made.unseen), made.hidden)
        self.days += made.days
        number = self._number(properties, style)
        text = made.tabbed
        if not text.strip() and not alone:
            number = ""
        self.generated += bool(number)
        if number and number[-1].isascii() and text[:1].isascii() and text[:1].isalnum():
            number += " "  # `1.` and `5分` are no 1.5分
        shell: UnparsedReason | None = "navigation" if self.styles.is_contents(style) else None
        links = tuple((a + len(number), b + len(number), x) for a, b, x in made.links)
        heading = None if alone else self.styles.heading(properties, style)
        lines = at_breaks(RawText(number + text, links, heading, shell=shell))
        boxed = [block for box in made.boxes for block in self._boxed(box)]
        notes = [RawText(self.notes[n]) for n in made.notes if self.notes.get(n)]
        return [line for line in lines if line.chars.strip()] + boxed + [n for n in notes if n.chars.strip()]

    def _boxed(self, box: Element) -> Sequence[RawBlock]:
        return drawn_words(box) if box.tag == DRAWN else self._within(box)

    def _within(self, holder: Element) -> list[RawBlock]:
        """Read a text box or a cell, which holds blocks as the body does."""
        around, self.blocks = self.blocks, []
        self.children(holder)
        made, self.blocks = self.blocks, around
        return made

    def _number(self, properties: Element | None, style: str) -> str:
        """Count a paragraph and return its number: its own list and level go before its style's."""
        own, level = number_of(properties)
        named = self.styles.number(style)
        found = own or (named[0] if named is not None else None)
        if found is None or found == "0":
            return ""
        inherited = named[1] if named is not None and own is None else 0
        return self.numbering.next(found, inherited if level is None else level)

    def _table(self, element: Element) -> None:
        rows = rows_of(element)
        if all(len(row) < _FEWEST_BESIDE for row in rows):
            for cell in (cell for row in rows for cell in row):
                self.children(cell.element)
            return
        made = (tuple(RawCell(c.row, c.column, self._cell(c.element), c.row_span, c.col_span) for c in r) for r in rows)
        self.blocks.append(RawTable(tuple(made)))

    def _cell(self, cell: Element) -> tuple[RawText, ...]:
        """Read a cell's paragraphs; a table inside it is read as their continuation."""
        if next(cell.iterchildren(_TABLE), None) is not None:
            blocks = self._within(cell)
        else:
            found = [p for p in cell.iter(_PARAGRAPH) if p.getparent() is cell or not in_box(p, cell)]
            blocks = [block for p in found for block in self.paragraph(p, alone=len(found) == 1)]
        return tuple(spaced(line) for block in blocks for line in texts_of(block))


def _mark_deleted(properties: Element | None) -> bool:
    """Whether the mark at a paragraph's end is a deletion that was tracked."""
    signs = child(properties, W + "rPr") if properties is not None else None
    return signs is not None and child(signs, W + "del") is not None
