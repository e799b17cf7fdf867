"""Tables of a tagged PDF: what its structure tree says of rows, cells and spans (ISO 32000-1, 14.7 and 14.8.4.3.4)."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

#: A structure nested more deeply is broken or hostile.
_DEEPEST: Final = 60
#: No table is as wide or as high as that; a larger span is a slip of the producer.
_WIDEST_SPAN: Final = 500

#: More elements than any notice's structure has; one that names its own parts again and again reaches any number.
_MOST_STEPS: Final = 100_000
#: An object that is nothing but a reference: no program writes it, and pdfminer follows a circle of them for ever.
_CIRCLING: Final = re.compile(rb"\bobj\s*\d+\s+\d+\s+R\s*endobj")

#: A marked piece of content: page from 1, and its MCID on that page.
Mark = tuple[int, int]
Element = dict[str, object]


class TaggedCell(NamedTuple):
    """A cell with its content by marks, in reading order."""

    row_span: int
    col_span: int
    marks: tuple[Mark, ...]


#: A table's cells, row by row. Producers leave empty cells out, so that a cell's column is not its position.
TaggedTable = tuple[tuple[TaggedCell, ...], ...]


def tagged_tables(data: bytes) -> tuple[TaggedTable, ...]:
    """Return the innermost tables of a PDF's structure tree; none where it has no tree or a broken one."""
    from pdfminer.pdfdocument import PDFDocument  # 0.1 s, which only tagged files need
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    if _CIRCLING.search(data):
        return ()
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it says of broken files is no result
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        if _circles(document):
            return ()
        root = _resolved(document.catalog.get("StructTreeRoot"))
        if not isinstance(root, dict):
            return ()
        pages = {page.pageid: number for number, page in enumerate(PDFPage.create_pages(document), 1)}
        roles = _resolved(root.get("RoleMap"))
        walk = _Walk(pages, roles if isinstance(roles, dict) else {})
        return tuple(walk.tables(root, 0))
    except Exception:  # on a broken file pdfminer raises whatever Python does; then there are no tables of this kind
        return ()


def _circles(document: "PDFDocument") -> bool:
    """Whether an object is read as nothing but a reference, as a wrong place in the file's table of them can do."""
    from pdfminer.pdftypes import PDFObjRef

    numbers = sorted({number for xref in document.xrefs for number in xref.get_objids()})
    return any(isinstance(_object(document, number), PDFObjRef) for number in numbers[:_MOST_STEPS])


def _object(document: "PDFDocument", number: int) -> object:
    from pdfminer.pdfexceptions import PDFException

    try:
        return document.getobj(number)
    except PDFException:
        return None


def _resolved(value: object) -> object:
    """Follow references, but not in a circle."""
    from pdfminer.pdftypes import PDFObjRef

    for _ in range(_DEEPEST):
        if not isinstance(value, PDFObjRef):
            return value
        value = value.resolve()
    return None


def _name(value: object) -> str:
    """Return a PDF name as text."""
    name = getattr(_resolved(value), "name", "")
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)


def _number(value: object) -> int:
    found = _resolved(value)
    return min(found, _WIDEST_SPAN) if isinstance(found, int) and found > 0 else 1


def _listed(value: object) -> list[object]:
    found = _resolved(value)
    return found if isinstance(found, list) else [value]


@dataclass(frozen=True, slots=True)
class _Walk:
    """Walks the tree; `pages` numbers pages by their object, `roles` maps a producer's names to standard ones."""

    pages: dict[object, int]
    roles: Element
    steps: Iterator[int] = field(default_factory=count)

    def role(self, element: Element) -> str:
        name = _name(element.get("S"))
        return _name(self.roles[name]) if name in self.roles else name

    def kids(self, element: Element) -> list[object]:
        found = _listed(element["K"]) if "K" in element else []
        if next(self.steps) > _MOST_STEPS:
            raise ValueError("the structure tree has no end")
        return found

    def elements(self, element: Element) -> Iterator[Element]:
        """Yield the structure elements among an element's kids."""
        for kid in self.kids(element):
            found = _resolved(kid)
            if isinstance(found, dict) and "S" in found:
                yield found

    def tables(self, element: Element, depth: int) -> Iterator[TaggedTable]:
        """Yield the tables below an element that hold no table themselves."""
        for child in self.elements(element) if depth < _DEEPEST else ():
            inner = list(self.tables(child, depth + 1))
            if not inner and self.role(child) == "Table":
                yield self.table(child)
            yield from inner

    def rows(self, element: Element, depth: int) -> Iterator[Element]:
        for child in self.elements(element) if depth < _DEEPEST else ():
            if self.role(child) == "TR":
                yield child
            else:
                yield from self.rows(child, depth + 1)

    def table(self, element: Element) -> TaggedTable:
        rows = (tuple(map(self.cell, self.elements(row))) for row in self.rows(element, 0))
        return tuple(row for row in rows if row)

    def cell(self, element: Element) -> TaggedCell:
        return TaggedCell(*self.spans(element), tuple(self.marks(element, None, 0)))

    def spans(self, cell: Element) -> tuple[int, int]:
        """Return the rows and columns of a cell, from its attribute objects."""
        found = {k: v for a in _listed(cell.get("A")) if isinstance(d := _resolved(a), dict) for k, v in d.items()}
        return _number(found.get("RowSpan")), _number(found.get("ColSpan"))

    def marks(self, element: Element, page: int | None, depth: int) -> Iterator[Mark]:
        """Yield the marked content of an element and all below it."""
        page = self.page(element) or page
        for kid in self.kids(element) if depth < _DEEPEST else ():
            found = _resolved(kid)
            if isinstance(found, int) and page is not None:
                yield page, found
            elif isinstance(found, dict) and "S" in found:
                yield from self.marks(found, page, depth + 1)
            elif isinstance(found, dict) and isinstance(found.get("MCID"), int):
                at = self.page(found) or page
                yield from [(at, found["MCID"])] if at is not None else []

    def page(self, element: Element) -> int | None:
        return self.pages.get(getattr(element.get("Pg"), "objid", None))
