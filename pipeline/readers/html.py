"""Web pages as published: blocks and tables in their order, with the page's navigation told from the notice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import lxml.html
import regex
from lxml import etree

from pipeline.document import Document
from pipeline.errors import InputUnreadableError
from pipeline.models import Source, UnparsedReason
from pipeline.readers.building import RawBlock, RawCell, RawTable, RawText, build
from pipeline.readers.encoding import decode

Element = etree._Element

_UNSEEN: Final = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "meta",
        "link",
        "object",
        "iframe",
        "svg",
        "option",
        "textarea",
    )
)
_BLOCKS: Final = frozenset(
    ("p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li", "dl", "dt", "dd", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre",
     "center", "fieldset", "figure", "figcaption", "body", "hr", "address", "button", "select")
)  # fmt: skip
_SHELL_TAGS: Final[dict[str, UnparsedReason]] = {
    "nav": "navigation", "footer": "footer", "aside": "navigation", "form": "form", "button": "navigation", "select": "form",
}  # fmt: skip
_HIDDEN: Final = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.I)
_HEADING: Final = regex.compile(r"h([1-6])")
_NAVIGATION_TAGS: Final = frozenset(("div", "ul", "ol", "p", "dl", "td", "span", "center", "header", "section"))
_SPACES: Final = regex.compile(r"[\r\n\t]+")
#: Links of a page's navigation are short words, several together, with hardly any text between them.
_LONGEST_NAVIGATION: Final = 14
_FEWEST_LINKS: Final = 3
_MOSTLY: Final = 0.6
_LARGEST_SPAN: Final = 200


def read_html(data: bytes, source: Source) -> Document:
    """Read a page; InputUnreadableError where nothing in it can be seen."""
    found = decode(data, source.name, declared=declared_charset(data))
    try:
        root = lxml.html.document_fromstring(regex.sub(r"^\s*<\?xml[^>]*\?>", "", found.text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputUnreadableError(
            "{name}: this page holds nothing that can be read; save it again", name=source.name
        ) from error
    walker = _Walker(_weights(root))
    walker.element(root, None)
    walker.flush(None)
    if not walker.blocks:
        raise InputUnreadableError("{name}: this page shows no text; save it again from a browser", name=source.name)
    return build(walker.blocks, source.model_copy(update={"encoding": found.encoding}), found.remarks)


def declared_charset(data: bytes) -> str | None:
    """Return the character set that a page's head declares."""
    match = regex.search(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", data[:4096])
    return match[1].decode("ascii").lower() if match else None


def _hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or (element.tag == "input")
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def _seen(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag not in _UNSEEN and not _hidden(element)


@dataclass(frozen=True, slots=True)
class _Weight:
    """How much a block's text is, and how much of it short links are."""

    length: int = 0
    links: int = 0
    linked: int = 0

    def __add__(self, other: "_Weight") -> "_Weight":
        return _Weight(self.length + other.length, self.links + other.links, self.linked + other.linked)


def _weights(root: Element) -> dict[Element, _Weight]:
    """Weigh every element in one pass, children before their parents."""
    found: dict[Element, _Weight] = {}
    for element in reversed(list(root.iter())):
        own = _Weight(_visible(element.text) if isinstance(element.tag, str) else 0)
        for child in element:
            own = own + found[child] + _Weight(_visible(child.tail))
        if element.tag == "a" and 0 < own.length <= _LONGEST_NAVIGATION and "://" not in (element.text or ""):
            own = _Weight(own.length, 1, own.length)
        found[element] = own
    return found


def _visible(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _is_navigation(element: Element, weights: dict[Element, _Weight]) -> bool:
    """Whether a block is mostly short links."""
    if element.tag not in _NAVIGATION_TAGS:
        return False
    weight = weights[element]
    return weight.links >= _FEWEST_LINKS and weight.linked > _MOSTLY * weight.length


@dataclass(slots=True)
class _Walker:
    """Collects blocks; inline text gathers in `chars` until a block ends."""

    weights: dict[Element, _Weight]
    blocks: list[RawBlock] = field(default_factory=list)
    chars: list[str] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    heading: int | None = None

    def flush(self, shell: UnparsedReason | None) -> None:
        """End the paragraph."""
        text = "".join(self.chars)
        if text.strip():
            self.blocks.append(RawText(text, tuple(self.links), self.heading, shell=shell))
        self.chars, self.links = [], []

    def element(self, element: Element, shell: UnparsedReason | None) -> None:
        """Walk an element that can be seen."""
        if not _seen(element):
            return
        shell = (
            shell or _SHELL_TAGS.get(element.tag) or ("navigation" if _is_navigation(element, self.weights) else None)
        )
        if element.tag == "br":
            self.flush(shell)
        elif element.tag == "table" and shell is None and (rows := _data_rows(element)):
            self.flush(shell)
            self.blocks.append(RawTable(tuple(_grid(rows, self.weights))))
        elif element.tag in _BLOCKS:
            self._block(element, shell)
        else:
            self._inline(element, shell)

    def _block(self, element: Element, shell: UnparsedReason | None) -> None:
        self.flush(shell)
        level = _HEADING.fullmatch(element.tag)
        self.heading = int(level[1]) if level else None
        self.inside(element, shell)
        self.flush(shell)
        self.heading = None

    def _inline(self, element: Element, shell: UnparsedReason | None) -> None:
        start = sum(map(len, self.chars)) if element.tag == "a" else 0
        self.inside(element, shell)
        address = element.get("href") if element.tag == "a" else None
        end = sum(map(len, self.chars)) if address else 0
        if address and regex.match(r"https?://", address.strip()) and end > start:
            self.links.append((start, end, address.strip()))

    def inside(self, element: Element, shell: UnparsedReason | None) -> None:
        """Walk what stands in an element: its text, its children, the text after each."""
        self._text(element.text)
        for child in element:
            self.element(child, shell)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self.chars.append(_SPACES.sub(" ", text))


def _data_rows(table: Element) -> list[list[Element]]:
    """Return a data table's rows; [] for one that only lays out: tables inside it, or a single column."""
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = [[c for c in row if c.tag in ("td", "th") and _seen(c)] for row in table.iter("tr") if _seen(row)]
    rows = [r for r in rows if r]
    return rows if rows and max(map(len, rows)) > 1 else []


def _span(cell: Element, name: str, most: int) -> int:
    """Read rowspan or colspan as browsers do: what is no number, or too large, is mended."""
    printed = (cell.get(name) or "").strip()
    number = int(printed) if printed.isdecimal() and len(printed) < 6 else 1
    return max(1, min(number or most, most))


def _grid(rows: list[list[Element]], weights: dict[Element, _Weight]) -> Iterator[tuple[RawCell, ...]]:
    """Place cells on the grid: a position that a cell above covers is skipped."""
    covered: dict[tuple[int, int], bool] = {}
    for r, row in enumerate(rows):
        made, column = [], 0
        for cell in row:
            while (r, column) in covered:
                column += 1
            height = _span(cell, "rowspan", len(rows) - r)
            width = _span(cell, "colspan", _LARGEST_SPAN)
            covered.update({(r + i, column + j): True for i in range(height) for j in range(width)})
            made.append(RawCell(r, column, tuple(_paragraphs(cell, weights)), height, width))
            column += width
        yield tuple(made)


def _paragraphs(cell: Element, weights: dict[Element, _Weight]) -> list[RawText]:
    walker = _Walker(weights)
    walker.inside(cell, None)
    walker.flush(None)
    return [block for block in walker.blocks if isinstance(block, RawText)]
