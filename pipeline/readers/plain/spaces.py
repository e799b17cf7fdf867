"""Tables by spaces: a line of known headers, and rows below it that have a field for each or fewer."""

from typing import Final

import regex

from extractors.markers import lone_marker
from extractors.text import Text
from normalizers.headers import header_role
from pipeline.document import Table
from pipeline.readers.plain.lines import Layout, Line, table_of

_FEWEST_HEADERS: Final = 3
_FEWEST_ROWS: Final = 2
_WIDE: Final = regex.compile(r"[ 　]{2,}|　")
_ANY: Final = regex.compile(r"[ 　]+")


def space_table(lines: list[Line], at: int, layout: Layout) -> tuple[Table, int] | None:
    """Read the table whose header stands on a line; the line behind it."""
    if _ANY.search(lines[at].text.chars) is None:
        return None
    for gap in (_WIDE, _ANY):
        header = _fields(lines[at], gap)
        if len(header) < _FEWEST_HEADERS or any(header_role(_bare(f)) is None for f in header):
            continue
        rows, end = [header], at + 1
        while end < len(lines) and 1 < len(row := _numbered(_fields(lines[end], gap), len(header))) <= len(header):
            rows.append(row)
            end += 1
        enough = len(rows) > _FEWEST_ROWS or (len(rows) == _FEWEST_ROWS and len(rows[1]) == len(header))
        if enough and (end == len(lines) or lines[end].blank or gap is _WIDE):
            return table_of(rows, layout, padded=True), end
    return None


def _fields(line: Line, gap: "regex.Pattern[str]") -> list[Text]:
    return line.text.strip().split(gap)


def _numbered(fields: list[Text], width: int) -> list[Text]:
    """Put a number back before the name that a space parts it from (`1. 组织领导`) in a row with a field too many."""
    if len(fields) != width + 1 or lone_marker(fields[0]) is None:
        return fields
    first, name = fields[0], fields[1]
    return [Text.of(first.source, first.start, name.end), *fields[2:]]


def _bare(field: Text) -> str:
    return "".join(field.chars.split())
