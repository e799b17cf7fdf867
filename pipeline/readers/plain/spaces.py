"""Tables by spaces: a line of known headers, and rows below it that have a field for each or fewer."""

from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import cell_amount, trailing_amount
from extractors.markers import SECTIONS, lone_marker, split_marker
from extractors.metadata import SENTENCE
from extractors.rules import gives_marks
from extractors.text import Text
from extractors.units import looks_like_units
from normalizers.headers import column_role, header_role, is_total_label
from pipeline.document import Table
from pipeline.readers.plain.bare_rows import WIDE
from pipeline.readers.plain.lines import Layout, Line, table_of

_FEWEST_HEADERS: Final = 3
_FEWEST_ROWS: Final = 2
_ANY: Final = regex.compile(r"[ 　]+")
#: Each space divides two cells, so that several of them leave cells empty.
_EACH: Final = regex.compile(r"[ 　]")
#: A name that a narrow column broke has parts of words alone, and is no longer.
_PART: Final = regex.compile(r"[\p{Han}、“”]{1,8}")
_LONGEST_NAME: Final = 16
#: What a cell ends in that goes on in the next line; one that is as long as this goes on no more.
_LONGEST_CELL: Final = 400
_OPEN: Final = (",", "、", ";")
_MOST_BROKEN: Final = 8


def space_table(lines: list[Line], at: int, layout: Layout) -> tuple[Table, int] | None:
    """Read the table whose header stands on a line; the line behind it."""
    if " " not in lines[at].text.chars and "\u3000" not in lines[at].text.chars:
        return None
    for gap in (WIDE, _ANY):
        header = _fields(lines[at], gap)
        if not _are_headers([_bare(field) for field in header], wide=gap == WIDE):
            continue
        rows, end, joined = [header], at + 1, list[Text]()
        counted = header_role(_bare(header[0])) == "number"
        while end < len(lines):
            row = _fields(lines[end], gap)
            if len(row) == 1 and (apart := _undivided(lines, end, rows, wide=gap == WIDE)) is not None:
                rows[-1:] = apart
                end += 1
                continue
            if counted and (whole := _rejoined(lines[end], row, len(header))) is not None:
                row, parts = whole
                joined += parts
            row = _numbered(row, len(header))
            if not 1 < len(row) <= len(header):
                break
            rows.append(row)
            end += 1
        enough = len(rows) > _FEWEST_ROWS or (len(rows) == _FEWEST_ROWS and len(rows[1]) == len(header))
        if enough and (end == len(lines) or lines[end].blank or gap == WIDE):
            layout.rejoined += joined
            return table_of(rows, layout, padded=True), end
    return None


def _are_headers(words: list[str], *, wide: bool) -> bool:
    """Whether all fields of a line head columns; between wide spaces most must be sure, and the others may be."""
    sure = sum(header_role(word) is not None for word in words)
    may_be = wide and sure * 2 > len(words) and all(column_role(word) is not None for word in words)
    return len(words) >= _FEWEST_HEADERS and (sure == len(words) or may_be)


def _undivided(lines: list[Line], at: int, rows: list[list[Text]], *, wide: bool) -> list[list[Text]] | None:
    """Return the last row with a line that nothing divides behind it; None where it is none of the table's.

    It goes on with a cell that a comma left open, or with the rule that closes a whole row. Between `wide` spaces it
    may be a name over the rows below it, numbered or with its marks, or what all are worth.
    """
    last, text = rows[-1], lines[at].text
    open_cell = len(rows) > 1 and len(last) > 1 and len(last[-1]) < _LONGEST_CELL and text.chars[:1].strip()
    if open_cell and (last[-1].folded.endswith(_OPEN) if wide else _rule_goes_on(rows, text)):
        return [[*last[:-1], Text.of(last[-1].source, last[-1].start, text.strip().end)]]
    if not wide:
        return None
    below = lines[at + 1] if at + 1 < len(lines) else None
    fields = _fields(below, WIDE) if below is not None and not below.blank else []
    row = len(fields) > 1 and any(header_role(_bare(field)) is None for field in fields)  # and no header again
    total = len(rows) > 1 and is_total_label(trailing_amount(text.strip(), in_table=True)[1].chars)
    return [last, [text.strip()]] if total or (row and _heads(text.strip())) else None


def _rule_goes_on(rows: list[list[Text]], text: Text) -> bool:
    """Whether a line gives or takes marks below a row that has a cell for each header, the last of them words."""
    whole = len(rows[-1]) == len(rows[0]) and cell_amount(rows[-1][-1]) is None
    return whole and split_marker(text)[0] is None and gives_marks(text)


def _heads(text: Text) -> bool:
    """Whether a line is a section's name."""
    marker, name = split_marker(text)
    if SENTENCE.search(text.folded) is not None or (marker is not None and marker.family not in SECTIONS):
        return False
    return marker is not None or trailing_amount(name, in_table=False)[0] is not None


def _fields(line: Line, gap: "regex.Pattern[str]") -> list[Text]:
    return line.text.strip().split(gap)


def _rejoined(line: Line, fields: list[Text], width: int) -> tuple[list[Text], list[Text]] | None:
    """Read a row below a column of numbers that has too many fields; the names in it that were broken.

    None where no names explain it. Two spaces that stand together leave a cell empty.
    """
    if len(fields) <= width or lone_marker(fields[0]) is None:
        return None
    cells = _cells_between(line.text.strip())
    whole = _whole(cells, width)
    whole = whole if len(whole) == width else _whole(fields, width)
    return (whole, [cell for cell in whole if _ANY.search(cell.chars) is not None]) if len(whole) == width else None


def _cells_between(text: Text) -> list[Text]:
    """Cut at each space."""
    cuts = [match.span() for match in _EACH.finditer(text.chars)]
    return [
        text[a:b] for a, b in zip([0, *(end for _, end in cuts)], [*(at for at, _ in cuts), len(text)], strict=True)
    ]


def _whole(cells: list[Text], width: int) -> list[Text]:
    """Put the parts of broken names together, the shortest two first, until the row is as wide as the header."""
    cells = list(cells)
    while width < len(cells) <= width + _MOST_BROKEN:
        pairs = [(len(a) + len(b), at) for at, (a, b) in enumerate(pairwise(cells)) if _are_parts(a, b)]
        if not pairs:
            break
        _, at = min(pairs)
        cells[at : at + 2] = [Text.of(cells[at].source, cells[at].start, cells[at + 1].end)]
    return cells


def _are_parts(one: Text, other: Text) -> bool:
    """Whether two fields may be a name's parts: words alone, none of them bodies."""
    parts = [*one.split(_ANY), *other.split(_ANY)]
    named = bool(one.chars and other.chars) and all(_PART.fullmatch(part.folded) for part in parts)
    return named and len(one) + len(other) <= _LONGEST_NAME and not any(map(looks_like_units, (one, other)))


def _numbered(fields: list[Text], width: int) -> list[Text]:
    """Put a number back before the name that a space parts it from (`1. 组织领导`) in a row with a field too many."""
    if len(fields) != width + 1 or lone_marker(fields[0]) is None:
        return fields
    first, name = fields[0], fields[1]
    return [Text.of(first.source, first.start, name.end), *fields[2:]]


def _bare(field: Text) -> str:
    return "".join(field.chars.split())
