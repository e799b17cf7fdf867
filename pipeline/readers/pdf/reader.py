"""A PDF to a Document: pages read one by one, told apart into tables, text and page furniture, then joined."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from statistics import median
from typing import TYPE_CHECKING, Final

import regex

from normalizers.widths import count_radicals
from pipeline.document import Box, Document, Remark
from pipeline.errors import InputUnreadableError
from pipeline.language import mark
from pipeline.models import Source, UnparsedReason
from pipeline.readers.building import RawBlock, RawCell, RawTable, RawText, build, texts_of
from pipeline.readers.leaving import LeftOut
from pipeline.readers.limits import PAGES
from pipeline.readers.pdf.aligned import find_aligned
from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.columns import text_columns
from pipeline.readers.pdf.content import check_page, check_streams
from pipeline.readers.pdf.fonts import use_plain_font
from pipeline.readers.pdf.joining import cell_measure, goes_on, join_rows
from pipeline.readers.pdf.lines import Column, Line, char_rows, joined, line_of, lines, paragraphs, run_of
from pipeline.readers.pdf.marked import Marked, fill_tables
from pipeline.readers.pdf.nested import unnested
from pipeline.readers.pdf.notes import Note, notes_apart
from pipeline.readers.pdf.page import Page, is_tagged, read_page
from pipeline.readers.pdf.raised import with_raised
from pipeline.readers.pdf.struck import without_struck
from pipeline.readers.pdf.tables import Grid, GridCell, find_tables
from pipeline.readers.pdf.tagged import tagged_tables
from pipeline.readers.pdf.turned import as_drawn, in_margin

if TYPE_CHECKING:
    import pypdfium2 as pdfium

#: What may stand around a page's number.
_DASHES: Final = r"[-—–－―~～\s·•|]*+"
_NUMBER: Final = r"\s*\d{1,4}\s*"
_PAGE_NUMBER: Final = regex.compile(
    rf"{_DASHES}(?:第?{_NUMBER}页?(?:[,，、]?\s*[/／|共]\s*[第共]?{_NUMBER}页?)?|共{_NUMBER}页\s*[,，、/]?\s*第{_NUMBER}页"
    rf"|(?:Page|P\.?|页码\s*[:：]?){_NUMBER}(?:(?:of|/){_NUMBER})?|[\[〔【]{_NUMBER}[\]〕】]){_DASHES}",
    regex.I,
)
#: Page furniture stands in this share of the page's height, at both ends.
_MARGIN: Final = 0.12
_FEWEST_REPEATS: Final = 3
#: Text does not run on between measures that differ by more than this share: the page was turned.
_OTHER_MEASURE: Final = 0.25
#: Signs of a text layer that maps to nothing: private use, replacement and control characters.
_UNUSABLE: Final = regex.compile(r"[\uE000-\uF8FF\uFFFD\u0000-\u0008]")
_MOST_UNUSABLE: Final = 0.3
#: A scanned page may carry a page number or a stamp as text.
_FEWEST_BESIDE_A_PICTURE: Final = 20
_TEXT: Final = attrgetter("text")
_DIGITS: Final = regex.compile(r"[\d\s]+")
#: How much of a watermark a finding quotes.
_SHOWN: Final = 30


def read_pdf(data: bytes, source: Source) -> Document:
    """Read a PDF; InputUnreadableError where it is broken, protected, or has no text layer."""
    import pypdfium2 as pdfium  # 0.05 s, which only PDFs need

    check_streams(data, source.name)
    use_plain_font()
    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        what = mark("protected by a password") if "assword" in str(error) else mark("broken or cut short")
        raise InputUnreadableError(
            "{name}: this PDF is {what}; save an open copy of it", name=source.name, what=what
        ) from error
    try:
        tagged = is_tagged(file)
        PAGES.hold(len(file), source.name)
        pages = list(_pages(file, tagged, source.name))
    except pdfium.PdfiumError as error:
        raise InputUnreadableError(
            "{name}: a page of this PDF cannot be read; save it again", name=source.name
        ) from error
    finally:
        file.close()
    bad = [p.number for p in pages if not _usable(p)]
    if len(bad) == len(pages):
        raise InputUnreadableError(
            "{name}: this PDF holds no text, only pictures of pages (a scan); run text recognition on it first",
            name=source.name,
        )
    laid = _laid_out(pages, data if tagged else b"")
    composer = _Composer(_measures(laid))
    for part in laid:
        composer.page(part)
    composer.end()
    remarks = [Remark("page_unreadable", (("page", str(n)),)) for n in bad]
    document = build(
        composer.blocks,
        source.model_copy(update={"pages": len(pages)}),
        remarks + list(_repairs(pages, composer.joined)),
    )
    return as_drawn(document, {p.number: (p.turned, p.width, p.height) for p in pages if p.turned})


def _pages(file: "pdfium.PdfDocument", tagged: bool, name: str) -> Iterator[Page]:
    """Read page after page, as long as they keep to the limits together."""
    before = 0
    for index in range(len(file)):
        page = read_page(file, index, name, tagged)
        before = check_page(page, before, name)
        yield without_struck(with_raised(page))


def _repairs(pages: list[Page], joined_rows: int) -> Iterator[Remark]:
    """Yield what was left out or mended while reading."""
    marks = [page.watermark for page in pages if page.watermark]
    if marks:
        yield Remark("watermark_left_out", (("count", str(len(marks))), ("text", marks[0][:_SHOWN])))
    left = LeftOut()
    for piece in (piece for page in pages for piece in (*page.unseen, *page.struck)):
        left.add(piece)
    yield from left.remarks()
    unread = sum(page.unread for page in pages)
    if unread:
        yield Remark("embedded_unread", (("count", str(unread)),))
    radicals = sum(count_radicals(_printed(page)) for page in pages)
    if radicals:
        yield Remark("radicals_folded", (("count", str(radicals)),))
    if joined_rows:
        yield Remark("rows_joined", (("count", str(joined_rows)),))


def _printed(page: Page) -> str:
    return "".join(map(_TEXT, page.chars))


def _usable(page: Page) -> bool:
    """Whether a page has text, and most of it means something."""
    text = _printed(page)
    if not text and (page.struck or page.unseen):
        return True
    if page.pictured and len(text) < _FEWEST_BESIDE_A_PICTURE:
        return False
    return bool(text) and len(_UNUSABLE.findall(text)) <= _MOST_UNUSABLE * len(text)


def _margins(page: Page) -> tuple[float, float]:
    """Return how far the upper margin reaches down, and where the lower one begins."""
    return _MARGIN * page.height, (1 - _MARGIN) * page.height


def _in_margin(box: Box, page: Page) -> bool:
    above, below = _margins(page)
    return box[3] < above or box[1] > below


def _furniture(pages: list[Page]) -> set[str]:
    """Return texts, digits left out, that stand in the margins of several pages: running heads and feet."""
    seen: Counter[str] = Counter()
    for page in pages:
        above, below = _margins(page)
        margin = [c for c in page.chars if c.bottom < above or c.top > below]
        seen.update({_bare(line.text) for line in lines(margin, page.number)})
    return {text for text, n in seen.items() if n >= _FEWEST_REPEATS and n > len(pages) / 2 and len(text) > 3}


def _bare(text: str) -> str:
    return _DIGITS.sub("", text)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A page told apart: tables, flows of lines (one, or one a text column), page furniture, footnotes."""

    page: Page
    grids: list[Grid]
    flows: list[list[Line]]
    shell: list[RawText]
    notes: list[Note]


def _laid_out(pages: list[Page], tagged: bytes) -> list[_Laid]:
    """Tell each page's parts apart; `tagged` is the file if it carries a structure tree, else empty."""
    furniture = _furniture(pages)
    ruled = {page.number: (unnested(grids), rest) for page in pages for grids, rest in [find_tables(page)]}
    marked = _marked(ruled, tagged)
    found = []
    for page in pages:
        grids, rest = ruled[page.number][0] + marked.grids.get(page.number, []), marked.left[page.number]
        rest, aside = in_margin(rest, page.sideways) if page.sideways else (rest, [])
        rows = char_rows(rest)
        if not grids:
            grids, rows = find_aligned(page, rows)
        shell = [_shell(line, "repeated_header") for line in marked.repeated if line.page == page.number]
        shell += [_shell(run_of(run, page.number), "footer") for run in aside]
        flows, notes = list[list[Line]](), list[Note]()
        for flow in [rows] if grids else text_columns(rows):
            laid = [line_of(row, page.number) for row in flow]
            parted = [(line, _shell_reason(line, page, furniture)) for line in laid]
            kept, below = notes_apart([line for line, reason in parted if reason is None], page)
            flows.append(kept)
            notes += below
            shell += [_shell(line, reason) for line, reason in parted if reason is not None]
        found.append(_Laid(page, grids, flows, shell, notes))
    return found


def _marked(ruled: Mapping[int, tuple[list[Grid], list[Char]]], tagged: bytes) -> Marked:
    """Ask the structure tree where a page has no ruled table: only there it knows more than the lines do."""
    needed = tagged and any(not grids for grids, _ in ruled.values())
    free = {number: rest for number, (_, rest) in ruled.items()}
    return fill_tables(tagged_tables(tagged) if needed else (), free)


def _measures(laid: list[_Laid]) -> dict[tuple[float, int, int], Column]:
    """Return the measure of each flow: pages of one width share theirs, for a page may hold short lines only."""
    flows: dict[tuple[float, int, int], list[Line]] = {}
    for part in laid:
        for i, flow in enumerate(part.flows):
            flows.setdefault((part.page.width, len(part.flows), i), []).extend(flow)
    return {key: _measure(found, key[0]) for key, found in flows.items()}


def _shell(line: Line, reason: UnparsedReason) -> RawText:
    return RawText(line.text, boxes=((0, len(line.text), line.page, line.box),), shell=reason)


@dataclass(slots=True)
class _Composer:
    """Puts pages together: lines wait until their paragraph ends, tables until no page goes on with them."""

    measures: dict[tuple[float, int, int], Column]
    blocks: list[RawBlock] = field(default_factory=list)
    waiting: list[tuple[Line, Column]] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    shell: list[RawText] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    joined: int = 0

    def page(self, laid: _Laid) -> None:
        """Take a page's parts in reading order: a flow top to bottom with the tables in it, flow after flow."""
        self.shell += laid.shell
        self.notes += laid.notes
        grids: list[tuple[float, Line | Grid]] = [(g.box[1], g) for g in laid.grids]
        for i, flow in enumerate(laid.flows):
            measure = self.measures[laid.page.width, len(laid.flows), i]
            parts = [*(grids if i == 0 else []), *((line.box[1], line) for line in flow)]
            for _, part in sorted(parts, key=lambda p: p[0]):
                if isinstance(part, Line):
                    self._text(part, measure)
                else:
                    self._table(part)

    def _text(self, line: Line, measure: Column) -> None:
        self._end_tables()
        if self.waiting and abs(self.waiting[-1][1].width - measure.width) > _OTHER_MEASURE * measure.width:
            self._end_text()
        self.waiting.append((line, measure))

    def _table(self, grid: Grid) -> None:
        self._end_text()
        if self.grids and not goes_on(self.grids[-1], grid):
            self._end_tables()
        self.grids.append(grid)

    def _end_text(self) -> None:
        for group in paragraphs(self.waiting):
            self._put(joined(group))
        self.waiting = []

    def _put(self, block: RawBlock) -> None:
        """Add a block, and behind it the notes whose marks it has."""
        self.blocks.append(block)
        told = [note for note in self.notes if any(map(note.hangs_on, texts_of(block)))]
        self.blocks += [note.text for note in told]
        self.notes = [note for note in self.notes if note not in told]

    def _end_tables(self) -> None:
        if self.grids:
            run = join_rows(self.grids)
            self.joined += run.joined
            for grid in run.grids:
                self._put(_table(grid))
        self.grids = []

    def end(self) -> None:
        """Flush what waits, and put page furniture behind everything."""
        self._end_text()
        self._end_tables()
        self.blocks += [note.text for note in self.notes] + self.shell


def _shell_reason(line: Line, page: Page, furniture: set[str]) -> UnparsedReason | None:
    if not _in_margin(line.box, page):
        return None
    if _PAGE_NUMBER.fullmatch(line.text):
        return "page_number"
    return "footer" if _bare(line.text) in furniture else None


def _measure(body: list[Line], width: float) -> Column:
    """Return the measure of the text: where its lines begin and the longest ones end."""
    if not body:
        return Column(0, width)
    size = median(line.size for line in body)
    usual = [line for line in body if abs(line.size - size) < size / 4] or body
    return Column(min(line.x0 for line in usual), max(line.x1 for line in usual))


def _table(grid: Grid) -> RawTable:
    rows = ([_cell(cell) for cell in row if cell.lines or cell.row_span > 0] for row in grid.rows)
    return RawTable(tuple(tuple(row) for row in rows))


def _cell(cell: GridCell) -> RawCell:
    measure = cell_measure(cell)
    groups = paragraphs([(line, measure) for line in cell.lines])
    return RawCell(cell.row, cell.column, tuple(joined(g) for g in groups), cell.row_span, cell.col_span)
