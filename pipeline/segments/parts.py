"""The parts that segmentation tells apart, as frozen data."""

from dataclasses import dataclass

from extractors.pairs import Pair
from extractors.shell import ShellReason
from extractors.text import Text
from pipeline.document import Paragraph, Table


@dataclass(frozen=True, slots=True)
class Region:
    """A scheme's own stretch: title lines, stated total, its tables or flattened cells, its notes.

    `repeated` are headers printed again inside, at a page's head; `notes_above` are lines of notes over the table, the
    first with its label.
    """

    titles: tuple[Text, ...]
    total: Text | None
    marks: tuple[Text, ...]
    headers: tuple[Text, ...]
    tables: tuple[Table, ...]
    cells: tuple[Paragraph, ...]
    notes_label: Text | None
    notes: tuple[Text, ...]
    repeated: tuple[Text, ...] = ()
    notes_above: tuple[Text, ...] = ()

    @property
    def start(self) -> int:
        """Offset at which the stretch begins; 0 where nothing stands in it."""
        cells = [t for table in self.tables for row in table.rows for cell in row for t in cell.paragraphs]
        head = [t for t in (self.total, *self.titles, *self.marks, *self.headers, *self.notes_above) if t is not None]
        return min((t.start for t in [*head, *cells, *(p.text for p in self.cells)]), default=0)


@dataclass(frozen=True, slots=True)
class Head:
    """The lines before the body, each with its job; names and date of a signature count here too.

    `page_titles` are headings that only repeat the notice's title or name its page, `above` what the page says
    over the title, `marks` that the whole is an annex, `dated` a day under the title of a letter that is signed and
    dated at its end: when it was put up.
    """

    title: Text | None = None
    cover_title: Text | None = None
    draft: Text | None = None
    addressees: Text | None = None
    signatures: tuple[Text, ...] = ()
    page_titles: tuple[Text, ...] = ()
    above: tuple[Text, ...] = ()
    remarks: tuple[Text, ...] = ()
    marks: tuple[Text, ...] = ()
    issued: Text | None = None
    dated: Text | None = None
    number: Text | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A text of its own in a notice: the letter in front, the text it passes on, an annex.

    `marks` are the words that call it an annex; `annexes` and `remarks` (`（此件公开发布）`) are printed around it.
    """

    body: tuple[Paragraph, ...]
    title: Text | None = None
    marks: tuple[Text, ...] = ()
    frame: tuple[Text, ...] = ()
    signatures: tuple[Text, ...] = ()
    issued: Text | None = None
    annexes: tuple[tuple[Text, Text], ...] = ()
    remarks: tuple[Text, ...] = ()

    @property
    def start(self) -> int:
        """Offset at which it begins; the first, where it is empty, begins the text."""
        texts = [t for t in (self.title, *self.marks) if t is not None] + [p.text for p in self.body]
        return min((t.start for t in texts), default=0)


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole document, taken apart; the first paper is the notice's own text.

    `asides` are the rows of tables that list no work.
    """

    head: Head
    pairs: tuple[Pair, ...]
    shell: tuple[tuple[Text, ShellReason], ...]
    papers: tuple[Paper, ...]
    regions: tuple[Region, ...]
    asides: tuple[Text, ...] = ()
