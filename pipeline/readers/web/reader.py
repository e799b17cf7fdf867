"""A web page to a Document: blocks and tables in their order, the site's frame told from the notice."""

from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

import regex
from lxml import etree

from pipeline.document import Document, Remark
from pipeline.errors import InputUnreadableError
from pipeline.models import Source, UnparsedReason
from pipeline.readers.building import RawBlock, RawCell, RawTable, RawText, at_breaks, build, texts_of
from pipeline.readers.encoding import decode
from pipeline.readers.leaving import LeftOut
from pipeline.readers.limits import ELEMENTS
from pipeline.readers.measured import check_tree
from pipeline.readers.raised import joins_with_numbers, lowered, raised
from pipeline.readers.redrawn import redrawn
from pipeline.readers.unshown import without_unshown
from pipeline.readers.web.added import added_to, number_lists
from pipeline.readers.web.boxes import make_tables
from pipeline.readers.web.counted import Counted, by_sheet, counted_items
from pipeline.readers.web.elements import (
    BLOCKS,
    PLAYED,
    UNSEEN,
    Element,
    shown_length,
    shown_words,
    shows_file,
    visible_length,
)
from pipeline.readers.web.fields import FIELDS, filled_in
from pipeline.readers.web.formulas import formula
from pipeline.readers.web.lists import numbers
from pipeline.readers.web.looks import PLAIN, Look, Looks, looks_of
from pipeline.readers.web.notes import put_notes
from pipeline.readers.web.paint import paints
from pipeline.readers.web.pale import hide_pale
from pipeline.readers.web.shell import Shell
from pipeline.readers.web.styles import follow, sheets_of
from pipeline.readers.web.tables import DataTable, data_table

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_SPACES: Final = regex.compile(r"[\r\n\t]+")
_XML_DECLARATION: Final = regex.compile(r"^\s*<\?xml[^>]*\?>")
_STROKES: Final = ("/", "⁄")
#: A list's item that begins so has its number already.
_TYPED: Final = "0123456789一二三四五六七八九十（(第①②③④⑤⑥⑦⑧⑨⑩"
_ADDRESS: Final = regex.compile(r"https?://")
_AROUND_CELLS: Final = frozenset(("tr", "thead", "tbody", "tfoot"))
#: Without any of these a page has no frame.
_FRAMES: Final = ("a", "form", "nav", "footer", "aside", "button", "select", "textarea")
_NAMED: Final = etree.XPath("boolean(//*[@class or @id or @role])")
#: How many of the words from where on a style sheet is not followed a finding quotes.
_SHOWN: Final = 30
_CHARSET: Final = regex.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)")


def read_html(data: bytes, source: Source) -> Document:
    """Read a page; InputUnreadableError where nothing in it can be seen."""
    found = decode(data, source.name, declared=declared_charset(data))
    ELEMENTS.hold(found.text.count("<") // 2, source.name)
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root: Element | None = etree.fromstring(_XML_DECLARATION.sub("", found.text), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputUnreadableError(
            "{name}: this page holds nothing that can be read; save it again", name=source.name
        ) from error
    walker = _Walker({}, None, source.name)
    unread = ""
    if root is not None:  # a page that is one comment has no root
        check_tree(root, source.name)
        put_notes(root)
        painted = paints(found.text)
        sheets = sheets_of(root)
        unread = follow(root, sheets, painted=painted)
        unread = unread or make_tables(root, sheets) or number_lists(root, sheets)
        if not unread:
            walker.counted = counted_items(root, sheets)
            walker.added, unread = added_to(root, sheets)
            walker.added = walker.added.difference(walker.counted)
        if painted:
            hide_pale(root)
        walker.looks = looks_of(root)
        walker.rows_struck = any(look.struck and one.tag in _AROUND_CELLS for one, look in walker.looks.items())
        walker.shell = Shell.of(root) if _has_frame(root) else None
        walker.element(root, None)
        walker.flush(None)
    if not walker.blocks:
        raise InputUnreadableError("{name}: this page shows no text; save it again from a browser", name=source.name)
    unfollowed = [Remark("styles_unfollowed", (("text", unread[:_SHOWN]),))] if unread else []
    blocks, drawn = redrawn(walker.blocks, source)
    remarks = (*found.remarks, *walker.remarks(), *unfollowed, *drawn)
    return build(blocks, source.model_copy(update={"encoding": found.encoding}), remarks)


def declared_charset(data: bytes) -> str | None:
    """Return the character set that a page's head declares."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii").lower() if match else None


def _has_frame(root: Element) -> bool:
    return next(root.iter(*_FRAMES), None) is not None or bool(_NAMED(root))


@dataclass(slots=True)
class _Walker:
    """Collects blocks; inline text gathers in `chars` until a block ends."""

    looks: Looks
    shell: Shell | None
    name: str
    blocks: list[RawBlock] = field(default_factory=list)
    chars: list[str] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    heading: int | None = None
    length: int = 0
    number: str = ""
    lined: bool = False
    lifted: int = 0
    generated: int = 0
    embedded: int = 0
    left: LeftOut = field(default_factory=LeftOut)
    rows_struck: bool = False
    added: frozenset[Element] = frozenset()
    counted: Counted = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)
    in_cell: int = 0
    lists: dict[Element, dict[Element, str]] = field(default_factory=dict)

    def remarks(self) -> list[Remark]:
        """Say what was left out though it stands on the page, and what the browser and not the author counted."""
        counted = (("numbering_generated", self.generated), ("embedded_unread", self.embedded))
        told = [Remark(code, (("count", str(count)),)) for code, count in counted if count]
        if self.beside:
            first = next(filter(None, self.beside), "")
            told.append(Remark("styles_adding", (("count", str(len(self.beside))), ("text", first[:_SHOWN]))))
        return self.left.remarks() + told

    def flush(self, reason: UnparsedReason | None) -> None:
        """End the paragraph."""
        if not self.chars:
            return
        chars = "".join(self.chars)
        if not chars.isspace():
            raw = RawText(chars, tuple(self.links), self.heading, shell=reason)
            self.blocks += [line for line in at_breaks(raw) if line.chars.strip()]
        self.chars, self.links, self.length = [], [], 0

    def element(self, element: Element, reason: UnparsedReason | None) -> None:
        """Walk an element that can be seen; `reason` is why what stands around it is no part of the notice."""
        if self.in_cell and element.tag in FIELDS:
            self._text(filled_in(element))
            return
        look = self.looks.get(element, PLAIN)
        if self._hidden(element, look, reason) or self._struck_out(element, look):
            return
        if reason is None and self.shell is not None:
            reason = self.shell.reason(element)
        self._note(element, reason)
        tag = element.tag
        if tag == "li":
            self.flush(reason)
            self.number = self._item_number(element)
        if tag == "br":
            self.flush(reason)
        elif tag == "table" and reason is None and (table := data_table(element, self.looks, self.name)) is not None:
            self._table(table)
        elif tag in BLOCKS:
            self.flush(reason)
            self.heading = _HEADINGS.get(tag)
            self._lined(element, look, reason)
            self.flush(reason)
            self.heading = None
        elif tag == "a":
            self._link(element, reason)
        elif tag == "math":
            self._text(formula(element))
        else:
            self._lined(element, look, reason)

    def _note(self, element: Element, reason: UnparsedReason | None) -> None:
        """Remember an element of the notice beside which style sheets put something."""
        if reason is None and element in self.added:
            self.beside.append(shown_words(element).strip())

    def _hidden(self, element: Element, look: Look, reason: UnparsedReason | None) -> bool:
        """Whether an element is not shown; its characters are counted unless they are the site's."""
        if look.seen:
            return element.tag in PLAYED and next(element.iter(*BLOCKS), None) is None
        self.embedded += reason is None and shows_file(element)
        if element.tag not in UNSEEN and reason is None and (self.shell is None or not self.shell.reason(element)):
            self.left.add(shown_words(element), shown_length(element))
        return True

    def _struck_out(self, element: Element, look: Look) -> bool:
        """Whether an element is shown as deleted; its characters are counted."""
        if look.struck:
            words = "".join(map(str, element.itertext()))
            self.left.add(words, visible_length(words))
        return look.struck

    def _in_row(self, cell: Element, look: Look) -> Look:
        """Return how a cell is shown: a row that is struck out strikes out its cells."""
        if look.struck or not self.rows_struck:
            return look
        around = takewhile(lambda up: up.tag != "table", cell.iterancestors())
        return look._replace(struck=any(self.looks.get(up, PLAIN).struck for up in around))

    def _item_number(self, item: Element) -> str:
        """Return the number of a list's item; a list is counted once."""
        parent = item.getparent()
        if parent is None:
            return ""
        if parent not in self.lists:
            self.lists[parent] = numbers(parent) | by_sheet(parent, self.counted)
        return self.lists[parent][item]

    def _link(self, element: Element, reason: UnparsedReason | None) -> None:
        start = self.length
        self._inside(element, reason)
        address = (element.get("href") or "").strip()
        if self.length > start and _ADDRESS.match(address):
            self.links.append((start, self.length, address))

    def _lifts(self, element: Element, way: int) -> bool:
        """Whether what is raised or lowered would read as more figures of the number that it stands behind."""
        behind = bool(self.chars) and not self.chars[-1].isspace()
        if way < 0 and not (behind and self.chars[-1][-1:].isdecimal()):
            return False  # part of a name
        if (element.tail or "").startswith(_STROKES) and not (behind and self.chars[-1][-1:].isdecimal()):
            return False  # a fraction's upper part
        return behind and joins_with_numbers("".join(map(str, element.itertext())))

    def _inside(self, element: Element, reason: UnparsedReason | None) -> None:
        """Walk what stands in an element: its text, its children, the text after each."""
        self._text(element.text)
        for child in element:
            self.element(child, reason)
            self._text(child.tail)

    def _lined(self, element: Element, look: Look, reason: UnparsedReason | None) -> None:
        """Walk what stands in an element that may keep its line breaks or be raised or lowered."""
        around = self.lined, self.lifted
        if look.lined is not None:
            self.lined = look.lined
        if look.lifted and not self.lifted and self._lifts(element, look.lifted):
            self.lifted = look.lifted
        self._inside(element, reason)
        self.lined, self.lifted = around

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self.number and not text.isspace():
            # A number that the author typed stands for itself.
            self.chars.append("" if text.lstrip()[:1] in _TYPED else self.number)
            self.length += len(self.chars[-1])
            self.generated += bool(self.chars[-1])
            self.number = ""
        if not text.isprintable():  # as text with line breaks and tabs is not
            text = without_unshown(text)
            text = _broken(text) if self.lined else _SPACES.sub(" ", text)
        if self.lifted:
            text = raised(text) if self.lifted > 0 else lowered(text)
        self.chars.append(text)
        self.length += len(text)

    def _table(self, table: DataTable) -> None:
        self.flush(None)
        for other in table.others:
            self.element(other, None)
            self.flush(None)
        rows = (
            tuple(RawCell(c.row, c.column, self._paragraphs(c.element), c.row_span, c.col_span) for c in row)
            for row in table.rows
        )
        self.blocks.append(RawTable(tuple(rows)))

    def _paragraphs(self, cell: Element) -> tuple[RawText, ...]:
        """Read a cell; a table inside it is read as its continuation."""
        look = self.looks.get(cell, PLAIN)
        if self._struck_out(cell, self._in_row(cell, look)):
            return ()
        self._note(cell, None)
        before = len(self.blocks)
        self.in_cell += 1
        self._lined(cell, look, None)
        self.flush(None)
        self.in_cell -= 1
        found = self.blocks[before:]
        del self.blocks[before:]
        return tuple(text for block in found for text in texts_of(block))


def _broken(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
