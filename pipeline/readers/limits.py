"""How much of anything a file may hold: far more than any notice does, and little enough to be refused in no time."""

from dataclasses import dataclass
from typing import Final

from pipeline.errors import LimitExceededError
from pipeline.language import mark

MEGABYTE: Final = 2**20
#: What a member's entry in an archive's table begins with: entries are counted before the table is read.
ENTRY: Final = b"PK\x01\x02"


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of something; `what` goes on with “more than N …”, `reason` says why it is enough and why no more."""

    most: int
    what: str
    reason: str

    def hold(self, amount: int, name: str) -> None:
        """Refuse the file of this name where it has more of it."""
        if amount > self.most:
            raise LimitExceededError(
                "{name}: the file has more than {most} {what}, as no notice does; give the notice alone",
                name=name,
                most=self.most,
                what=self.what,
            )


FILE: Final = Limit(
    50, mark("megabytes"), "notices with pictures and fonts have up to 30; the bytes are held in memory"
)
TEXT: Final = Limit(8, mark("megabytes of plain text"), "the longest notices have a few hundred kilobytes")
UNPACKED: Final = Limit(100, mark("megabytes when unpacked"), "counted while inflating: a header may say anything")
PART: Final = Limit(24, mark("megabytes in one part when unpacked"), "a tree of XML takes ten times its file")
RATIO: Final = Limit(
    300, mark("times its packed size when unpacked"), "office programs reach fifty; held from a megabyte upwards"
)
MEMBERS: Final = Limit(3_000, mark("members in its archive"), "one a picture and sheet, and a dozen beside")
ELEMENTS: Final = Limit(400_000, mark("elements"), "a page of the genre has a few thousand; each costs half a kilobyte")
DEPTH: Final = Limit(160, mark("levels of nesting"), "office programs reach forty; the walk is recursive")
CELLS: Final = Limit(
    150_000,
    mark("table cells"),
    "a county's whole index system has 20,000; merged cells count with all that they cover",
)
COLUMNS: Final = Limit(500, mark("table columns"), "Word ends at 63; a sheet with more is a data set")
PAGES: Final = Limit(1_000, mark("pages"), "yearbooks have as many")
DRAWN: Final = Limit(150_000, mark("drawn objects on a page"), "a dense page has 5,000 characters and 500 lines")
STREAMS: Final = Limit(32, mark("megabytes of page content when unpacked"), "a page has fifty kilobytes")
RULES: Final = Limit(10_000, mark("drawn lines on a page"), "a table of 60 rows drawn cell by cell has 3,000")
CHARACTERS: Final = Limit(
    400_000, mark("characters of text"), "three times the longest compilation seen; time and memory grow with it"
)
LINE: Final = Limit(
    100_000, mark("characters in one paragraph"), "a table of 2,000 rows run together in one has 67,000"
)
LINES: Final = Limit(20_000, mark("lines, rows and paragraphs"), "a county's whole index system has 5,000")
SHEETS: Final = Limit(200, mark("sheets"), "a workbook of the genre has one for each body assessed")

#: All of them, for the documentation and its test.
LIMITS: Final = {
    "FILE": FILE, "TEXT": TEXT, "UNPACKED": UNPACKED, "PART": PART, "RATIO": RATIO, "MEMBERS": MEMBERS,
    "ELEMENTS": ELEMENTS, "DEPTH": DEPTH, "CELLS": CELLS, "COLUMNS": COLUMNS, "PAGES": PAGES, "DRAWN": DRAWN,
    "RULES": RULES, "STREAMS": STREAMS, "CHARACTERS": CHARACTERS, "LINE": LINE, "LINES": LINES, "SHEETS": SHEETS,
}  # fmt: skip


def megabytes(size: int) -> int:
    """Return a size in megabytes, a part of one as a whole."""
    return -(-size // MEGABYTE)
