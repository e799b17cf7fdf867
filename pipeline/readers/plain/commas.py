"""Tables by commas (RFC 4180), told by a first record of known headers; the csv module knows no offsets."""

from typing import Final

import regex

from extractors.text import Text
from normalizers.headers import header_role
from pipeline.document import Block, Paragraph
from pipeline.readers.plain.lines import Layout, table_of

_FEWEST_HEADERS: Final = 2
#: A sheet has so many lines over its headers at most, each padded to so many fields at least.
_MOST_OVER: Final = 12
_FEWEST_PADDED: Final = 3
_FIELD: Final = regex.compile(r'[ \t]*"(?P<quoted>(?:[^"]|"")*+)"[ \t]*|(?P<plain>[^,"\n]*+)')
_QUOTE: Final = regex.compile(r'""')


def comma_table(text: str, start: int, layout: Layout) -> tuple[list[Block], int] | None:
    """Read the records from an offset on, the first of headers alone; the offset behind them.

    Above the headers a sheet may have lines of its own, padded to its width (`2023年考核表,,,`).
    """
    over, at = _lines_over(text, start)
    header = _record(text, at)
    if header is None or not _is_header(header[0]) or (over and len(header[0]) != len(over[0])):
        return None
    rows, at = [header[0]], header[1]
    while at < len(text) and (record := _record(text, at)) is not None and 1 < len(record[0]) <= len(rows[0]):
        rows.append(record[0])
        at = record[1]
    if len(rows) < 2:
        return None
    _drop_signs(Text.of(text, start, min(at, len(text))), [*over, *rows], layout)
    lines = [line for record in over for line in layout.paragraphs(record[0])]
    return [*map(Paragraph, lines), table_of(rows, layout, padded=True)], at


def _is_header(fields: list[Text]) -> bool:
    """Whether a record is of headers; one that is merged over others leaves their fields empty."""
    filled = [field.chars for field in fields if field.chars.strip()]
    return len(filled) >= _FEWEST_HEADERS and all(header_role(words) is not None for words in filled)


def _lines_over(text: str, at: int) -> tuple[list[list[Text]], int]:
    """Return the records of one width with nothing but a first field, or none, and the offset behind them."""
    found: list[list[Text]] = []
    while len(found) < _MOST_OVER and at < len(text) and (record := _record(text, at)) is not None:
        fields, end = record
        if len(fields) < _FEWEST_PADDED or any(field.chars.strip() for field in fields[1:]):
            break
        if found and len(fields) not in (len(found[0]), len(found[0]) + 1):
            break
        found.append(fields)
        at = end
    return found, at


def _record(text: str, at: int) -> tuple[list[Text], int] | None:
    """Read one record; its fields without their quotes, and the offset behind its newline."""
    fields: list[Text] = []
    while True:
        match = _FIELD.match(text, at)
        if match is None:
            return None
        name = "quoted" if match["quoted"] is not None else "plain"
        field = Text.of(text, *match.span(name))
        doubled = _QUOTE.finditer(field.chars) if '"' in field.chars else ()
        fields.append(field.without([(m.start(), m.start() + 1) for m in doubled]))
        at = match.end()
        if at >= len(text) or text[at] == "\n":
            return fields, at + 1
        if text[at] != ",":
            return None
        at += 1


def _drop_signs(whole: Text, rows: list[list[Text]], layout: Layout) -> None:
    """Take the commas and quotes outside of the fields as layout."""
    held = {offset for row in rows for field in row for offset in field.offsets}
    for i, (char, offset) in enumerate(zip(whole.chars, whole.offsets, strict=True)):
        if char in ',"' and offset not in held:
            layout.whole(whole[i : i + 1])
