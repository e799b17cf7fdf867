"""A Word file to a Document, through python-docx's package and the XML it has no words for."""

import logging
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from lxml import etree

from pipeline.document import Document, Remark
from pipeline.errors import InputUnreadableError
from pipeline.models import Source, UnparsedReason
from pipeline.readers.building import RawBlock, RawCell, RawTable, RawText, build
from pipeline.readers.word.numbering import Element, Numbering, W
from pipeline.readers.word.paragraphs import gather

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: What the zip and XML libraries raise on files that are not what they say.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError, OSError, NotImplementedError,
    RecursionError, etree.XMLSyntaxError,
)  # fmt: skip
_HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_log = logging.getLogger(__name__)


def read_word(data: bytes, source: Source) -> Document:
    """Read a .docx; InputUnreadableError where it is broken or protected."""
    import docx  # takes 0.1 s, which only Word files need
    from docx.opc.exceptions import OpcError

    try:
        package = docx.Document(BytesIO(data))
        body = package.element.body
        reader = _Reader(
            numbering=Numbering.read(_part_root(package.part, "numbering")),
            styles=_style_numbers(_part_root(package.part, "styles")),
            targets={k: r.target_ref for k, r in package.part.rels.items() if r.reltype == _HYPERLINK},
            notes=_notes(package.part),
        )
        reader.children(body)
        shell = _running(package.part)
    except (OpcError, *_BROKEN) as error:
        raise InputUnreadableError(
            "{name}: this Word file is broken or protected ({reason}); open it in Word and save it again",
            name=source.name,
            reason=type(error).__name__,
        ) from error
    return build([*reader.blocks, *shell], source, reader.remarks())


def _part_root(part: object, name: str) -> Element | None:
    """Return the root of a part related to the document by its kind, None where there is none."""
    for relation in part.rels.values():  # type: ignore[attr-defined]
        if relation.reltype.endswith(f"/{name}") and not relation.is_external:
            return _root(relation.target_part)
    return None


def _root(part: object) -> Element:
    """Return a part's XML; python-docx has parsed those that it knows."""
    element = getattr(part, "_element", None)
    return element if element is not None else etree.fromstring(part.blob)  # type: ignore[attr-defined]


def _style_numbers(root: Element | None) -> dict[str, tuple[str, int]]:
    """Return the list and level that each paragraph style counts in, its own or its base's."""
    styles = {s.get(W + "styleId") or "": s for s in root.findall(W + "style")} if root is not None else {}
    found: dict[str, tuple[str, int]] = {}
    for name, style in styles.items():
        seen = {name}
        at: Element | None = style
        while at is not None:
            number = _number_of(at.find(W + "pPr"))
            if number is not None:
                found[name] = number
                break
            based = at.find(W + "basedOn")
            base = (based.get(W + "val") or "") if based is not None else ""
            at = styles.get(base) if base not in seen else None
            seen.add(base)
    return found


def _number_of(properties: Element | None) -> tuple[str, int] | None:
    """Return (list, level) of a `w:pPr`, None where it names no list."""
    numbers = properties.find(W + "numPr") if properties is not None else None
    if numbers is None:
        return None
    number, level = numbers.find(W + "numId"), numbers.find(W + "ilvl")
    if number is None:
        return None
    return number.get(W + "val") or "", int((level.get(W + "val") if level is not None else None) or 0)


def _notes(part: object) -> dict[str, str]:
    """Return the texts of footnotes and endnotes by kind and id."""
    texts: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        root = _part_root(part, f"{kind}s")
        for note in root.findall(W + kind) if root is not None else []:
            lines = [gather(p, {}).text for p in note.iter(W + "p")]
            texts[f"{kind}:{note.get(W + 'id')}"] = " ".join(line for line in lines if line.strip())
    return texts


def _running(part: object) -> list[RawText]:
    """Return headers and footers as shell: they are seen, and they are no part of the notice."""
    found: list[RawText] = []
    seen: set[str] = set()
    for relation in part.rels.values():  # type: ignore[attr-defined]
        if relation.reltype.endswith(("/header", "/footer")):
            for paragraph in _root(relation.target_part).iter(W + "p"):
                text = gather(paragraph, {}).text.strip()
                if text and text not in seen:
                    seen.add(text)
                    reason: UnparsedReason = "page_number" if not any(c.isalpha() for c in text) else "footer"
                    found.append(RawText(text, shell=reason))
    return found


@dataclass(slots=True)
class _Reader:
    """Walks the body in its order."""

    numbering: Numbering
    styles: dict[str, tuple[str, int]]
    targets: dict[str, str]
    notes: dict[str, str]
    blocks: list[RawBlock] = field(default_factory=list)
    hidden: int = 0
    generated: int = 0

    def remarks(self) -> list[Remark]:
        """Say what a reader of the page would not see, or what Word and not the author typed."""
        made = []
        if self.hidden:
            made.append(Remark("hidden_text", (("count", str(self.hidden)),)))
        if self.generated:
            made.append(Remark("numbering_generated", (("count", str(self.generated)),)))
        return made

    def children(self, parent: Element) -> None:
        """Read paragraphs, tables and the content controls around them."""
        for child in parent:
            if child.tag == W + "p":
                self.blocks += self.paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "smartTag", W + "customXml"):
                self.children(child)

    def paragraph(self, element: Element) -> list[RawText]:
        """Read a paragraph with its number; its soft line breaks, text boxes and notes follow as paragraphs."""
        made = gather(element, self.targets)
        self.hidden += made.hidden
        number = self._number(element) if made.text.strip() else ""
        lines = _lines(number + made.text, [(a + len(number), b + len(number), x) for a, b, x in made.links])
        for box in made.boxes:
            lines += [line for p in box.iter(W + "p") for line in self.paragraph(p)]
        lines += [RawText(self.notes[n]) for n in made.notes if self.notes.get(n)]
        return [line for line in lines if line.chars.strip()]

    def _number(self, element: Element) -> str:
        properties = element.find(W + "pPr")
        style = properties.find(W + "pStyle") if properties is not None else None
        own = _number_of(properties)
        found = own or self.styles.get((style.get(W + "val") or "") if style is not None else "")
        printed = self.numbering.next(*found) if found is not None and found[0] != "0" else ""
        self.generated += bool(printed)
        return printed

    def _table(self, element: Element) -> None:
        rows = [r for r in _within(element, "tr") if r.find(f"{W}trPr/{W}del") is None]
        cells = [list(_within(row, "tc")) for row in rows]
        if len(cells) == 1 and len(cells[0]) == 1 and next(cells[0][0].iter(W + "tbl"), None) is not None:
            self.children(cells[0][0])
            return
        grid = [self._row(r, row, cells[r]) for r, row in enumerate(rows)]
        self.blocks.append(RawTable(tuple(_merged(grid))))

    def _row(self, at: int, row: Element, cells: list[Element]) -> list[tuple[RawCell, str | None]]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        column = int((before.get(W + "val") if before is not None else None) or 0)
        made = []
        for cell in cells:
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = int((span.get(W + "val") if span is not None else None) or 1)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            state = None if merge is None else (merge.get(W + "val") or "continue")
            paragraphs = () if state == "continue" else tuple(self._cell(cell))
            made.append((RawCell(at, column, paragraphs, 1, width), state))
            column += width
        return made

    def _cell(self, cell: Element) -> list[RawText]:
        """Read a cell's paragraphs; a table inside it is read as their continuation."""
        return [line for p in cell.iter(W + "p") if not _in_box(p, cell) for line in self.paragraph(p)]


def _in_box(paragraph: Element, cell: Element) -> bool:
    """Whether a paragraph stands in a text box of the cell; it is read with the paragraph that anchors it."""
    at = paragraph.getparent()
    while at is not None and at is not cell:
        if at.tag == W + "txbxContent":
            return True
        at = at.getparent()
    return False


def _within(parent: Element, tag: str) -> list[Element]:
    """Return rows of a table or cells of a row, those inside content controls and insertions too."""
    found = []
    for child in parent:
        if child.tag == W + tag:
            found.append(child)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            found += _within(child, tag)
    return found


def _lines(text: str, links: list[tuple[int, int, str]]) -> list[RawText]:
    """Cut at soft line breaks, links with them."""
    lines, at = [], 0
    for piece in text.split("\n"):
        own = tuple((max(a - at, 0), min(b - at, len(piece)), x) for a, b, x in links if a < at + len(piece) and b > at)
        lines.append(RawText(piece, own))
        at += len(piece) + 1
    return lines


def _merged(grid: list[list[tuple[RawCell, str | None]]]) -> list[tuple[RawCell, ...]]:
    """Give each cell that begins a vertical merge the rows it covers, and drop the cells it covers."""
    rows = []
    for at, row in enumerate(grid):
        kept = []
        for cell, state in row:
            if state == "continue" and any(c.column == cell.column and s for c, s in (grid[at - 1] if at else [])):
                continue
            height = 1
            while (
                state
                and at + height < len(grid)
                and any(c.column == cell.column and s == "continue" for c, s in grid[at + height])
            ):
                height += 1
            kept.append(RawCell(cell.row, cell.column, cell.paragraphs, height, cell.col_span))
        rows.append(tuple(kept))
    return rows
