"""The parts that segmentation tells apart, as frozen data."""

from dataclasses import dataclass, field

from extractors.metadata import Pair
from extractors.shell import ShellReason
from extractors.text import Text
from pipeline.document import Paragraph, Table


@dataclass(frozen=True, slots=True)
class Region:
    """A scheme's own stretch: title lines, stated total, its tables or flattened cells, its notes."""

    titles: tuple[Text, ...]
    total: Text | None
    marks: tuple[Text, ...]
    headers: tuple[Text, ...]
    tables: tuple[Table, ...]
    cells: tuple[Paragraph, ...]
    notes_label: Text | None
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The lines before the body, each with its job; names and date of a signature count here too.

    `page_title` is a heading that only repeats the notice's title or names its page.
    """

    title: Text | None = None
    cover_title: Text | None = None
    draft: Text | None = None
    addressees: Text | None = None
    signatures: tuple[Text, ...] = ()
    page_title: Text | None = None
    issued: Text | None = None
    number: Text | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole document, taken apart."""

    head: Head
    pairs: tuple[Pair, ...]
    shell: tuple[tuple[Text, ShellReason], ...]
    body: tuple[Paragraph, ...]
    annexes: tuple[tuple[Text, Text], ...]
    regions: tuple[Region, ...]
    closing: tuple[Paragraph, ...] = field(default=())
