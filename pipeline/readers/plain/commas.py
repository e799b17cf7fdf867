"""Tables by commas (RFC 4180), told by a first record of known headers; the csv module knows no offsets."""

from typing import Final

import regex

from extractors.text import Text
from normalizers.headers import header_role
from pipeline.document import Table
from pipeline.readers.plain.lines import Layout, table_of

_FEWEST_HEADERS: Final = 2
_FIELD: Final = regex.compile(r'[ \t]*"(?P<quoted>(?:[^"]|"")*+)"[ \t]*|(?P<plain>[^,"\n]*+)')
_QUOTE: Final = regex.compile(r'""')


def comma_table(text: str, start: int, layout: Layout) -> tuple[Table, int] | None:
    """Read the records from an offset on, the first of headers alone; the offset behind them."""
    header = _record(text, start)
    if header is None or len(header[0]) < _FEWEST_HEADERS or any(header_role(f.chars) is None for f in header[0]):
        return None
    rows, at = [header[0]], header[1]
    while at < len(text) and (record := _record(text, at)) is not None and 1 < len(record[0]) <= len(rows[0]):
        rows.append(record[0])
        at = record[1]
    if len(rows) < 2:
        return None
    _drop_signs(Text.of(text, start, min(at, len(text))), rows, layout)
    return table_of(rows, layout, padded=True), at


def _record(text: str, at: int) -> tuple[list[Text], int] | None:
    """Read one record; its fields without their quotes, and the offset behind its newline."""
    fields: list[Text] = []
    while True:
        match = _FIELD.match(text, at)
        if match is None:
            return None
        name = "quoted" if match["quoted"] is not None else "plain"
        field = Text.of(text, *match.span(name))
        fields.append(field.without([(m.start(), m.start() + 1) for m in _QUOTE.finditer(field.chars)]))
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
