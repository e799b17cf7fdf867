"""The document between the readers and everything after: one reading text, and blocks with places in it.

A reader puts into the reading text all that a person would see, in reading order, and describes it as
paragraphs and tables of cells. Whatever is particular to a format ends here.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, NamedTuple

from extractors.text import Text
from pipeline.models import CellPlace, Source, Span, UnparsedReason

Box = tuple[float, float, float, float]
#: A table, row and column, each from 1.
InTable = tuple[int, int, int]


class Place(NamedTuple):
    """Where a run of the reading text stands in the file: a page and box, or a table cell."""

    start: int
    end: int
    page: int | None = None
    bbox: Box | None = None
    cell: InTable | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `heading` is its level (from 1) where the format marks headings.

    One that `runs_on` was cut from the same paragraph as the one before it.
    """

    text: Text
    heading: int | None = None
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its paragraphs (none in an empty cell); row and column from 0."""

    row: int
    column: int
    paragraphs: tuple[Text, ...]
    row_span: int = 1
    col_span: int = 1

    @property
    def empty(self) -> bool:
        """Whether nothing visible stands in the cell."""
        return not self.paragraphs


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in order. A covered position has no cell; in a ragged table columns may not line up.

    In a `padded` one the empty cells at a row's end do not say in which columns the cells before them stand. One that
    was `laid` out again from lines has what a line costs there, as evidence against it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    padded: bool = False
    laid: float | None = None

    @property
    def width(self) -> int:
        """Return the number of grid columns of the widest row."""
        return max((c.column + c.col_span for row in self.rows for c in row), default=0)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Linked:
    """Words of the reading text that lead to an address which is not printed."""

    text: Text
    address: str


@dataclass(frozen=True, slots=True)
class ShellPart:
    """A part that the format itself says is no part of the notice: a running header, a page number."""

    text: Text
    reason: UnparsedReason


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the file that the reader saw and the user must know; it becomes a finding."""

    code: str
    figures: tuple[tuple[str, str], ...] = ()


_START: Final = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader gives: the reading text, its blocks in order, and the characters that are layout."""

    text: str
    blocks: tuple[Block, ...]
    source: Source
    layout: tuple[Text, ...] = ()
    places: tuple[Place, ...] = field(default=())
    links: tuple[Linked, ...] = ()
    shell: tuple[ShellPart, ...] = ()
    remarks: tuple[Remark, ...] = ()
    #: Where tags and marks stand that are no part of any value.
    layout_offsets: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "layout_offsets", frozenset(o for text in self.layout for o in text.offsets))

    def span(self, text: Text) -> Span:
        """Return the span from a text's first to its last character, with its place in the file."""
        return self.span_of(text.start, text.end)

    def span_of(self, start: int, end: int) -> Span:
        """Return the span of a stretch of the reading text, with its place in the file."""
        first = self._place_at(start) if self.places else None
        if first is None:
            return Span(start=start, end=end)
        place = self.places[first]
        return Span(
            start=start,
            end=end,
            page=place.page,
            bbox=self._box(first, end),
            cell=_cell_place(place.cell) if place.cell is not None else None,
        )

    def _place_at(self, offset: int) -> int | None:
        at = bisect_right(self.places, offset, key=_START) - 1
        return at if at >= 0 and self.places[at].end > offset else None

    def _box(self, first: int, end: int) -> Box | None:
        """Return the box around all lines of the first one's page that a span reaches into."""
        page, boxes = self.places[first].page, []
        for at in range(first, len(self.places)):
            place = self.places[at]
            if place.start >= end or place.page != page:
                break
            boxes += [place.bbox] if place.bbox is not None else []
        if not boxes:
            return None
        x0, top, x1, bottom = zip(*boxes, strict=True)
        return min(x0), min(top), max(x1), max(bottom)


def _cell_place(where: InTable) -> CellPlace:
    table, row, column = where
    return CellPlace(table=table, row=row, column=column)
