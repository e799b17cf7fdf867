"""Cells between pipes cut into rows of one width, by the numbers under their headers; several rows on a line too."""

from typing import Final

import regex

from extractors.text import Text
from normalizers.headers import column_role, header_role, is_total_label
from normalizers.widths import fold
from pipeline.readers.plain.lines import Line

PIPES: Final = "|｜"
_RULE: Final = regex.compile(r"\s*:?-{2,}:?\s*")
_NUMBER: Final = regex.compile(r"[\d.\-~至%分]*")
_NUMBERS: Final = ("points", "weight", "number")
_COUNTED: Final = (*_NUMBERS, "self_score", "score")
#: This share of the cells under a number's header are numbers where rows were cut right.
_REGULAR: Final = 0.7
#: A line that holds a header and rows has so many headers, and so many rows with the header's.
_FEWEST_HEADERS: Final = 3
_FEWEST_ROWS: Final = 3
#: This share of a header's words is known.
_KNOWN: Final = 0.6


def is_rule(fields: list[Text]) -> bool:
    """Whether a row is the rule of dashes below a header."""
    return bool(fields) and all(_RULE.fullmatch(field.chars) for field in fields)


def bare(field: Text) -> str:
    """Return a field's words without white space."""
    return "".join(field.chars.split())


def cut(fields: list[Text], width: int) -> list[list[Text]] | None:
    """Cut cells into rows of the header's width, or of one more where a row's end is an empty cell."""
    for step in (width + 1, width):
        rows = [fields[i : i + step] for i in range(0, len(fields), step)]
        rows = [row for row in rows if any(f.chars.strip() for f in row)]
        if step > width and any(f.chars.strip() for row in rows for f in row[width:]):
            continue
        if _is_regular(rows, width):
            return [row[:width] for row in rows]
    return None


def _is_regular(rows: list[list[Text]], width: int) -> bool:
    """Whether numbers stand under the headers of numbers, and under no other header of the first row."""
    roles = [header_role(bare(f)) for f in rows[0][:width]]
    right = counted = 0
    for row in rows[1:]:
        for role, field in zip(roles, row, strict=False):
            words = fold(bare(field))
            if words and (role in _NUMBERS or _NUMBER.fullmatch(words)):
                counted += 1
                right += role in _COUNTED and _NUMBER.fullmatch(words) is not None
    return len(rows) > 1 and right >= _REGULAR * counted


def run_together(lines: list[Line], at: int) -> tuple[list[list[Text]], int] | None:
    """Cut lines that hold several rows each (`| 序号 | 分值 | | 1 | 10 | | 2 | 20 |`), with the line behind them.

    The first has the header and rows as wide as that; each begins and ends like the others. None where one does not.
    """
    fields = _fields(lines[at])
    width = _header(fields)
    if width is None:
        return None
    framed = not fields[width].chars.strip()
    end = at + 1
    while framed and end < len(lines) and lines[end].count(PIPES) > 1:
        end += 1
    rows = [row for line in lines[at:end] for row in _rows(_fields(line), width + framed)]
    body = [row for row in rows[1:] if not is_rule(row[:width])]
    whole = all(len(row) >= width and not any(field.chars.strip() for field in row[width:]) for row in rows)
    if not whole or len(body) + 1 < _FEWEST_ROWS or not _is_told([rows[0], *body], width):
        return None
    return [row[:width] for row in rows], end


def _rows(fields: list[Text], step: int) -> list[list[Text]]:
    return [fields[i : i + step] for i in range(0, len(fields), step)]


def _fields(line: Line) -> list[Text]:
    """Return what stands between a line's pipes, those of its frame left out."""
    fields = line.cut(PIPES)
    words = line.text.chars.strip()
    return fields[1 if words[:1] in tuple(PIPES) else 0 : -1 if words[-1:] in tuple(PIPES) else None]


def _header(fields: list[Text]) -> int | None:
    """Return how many fields of a line are its header: up to an empty one, or the first that no vocabulary has."""
    empty = next((i for i, field in enumerate(fields) if not field.chars.strip()), len(fields))
    known = [column_role(bare(field)) is not None for field in fields[:empty]]
    strange = known.index(False) if False in known else empty
    width = empty if empty < len(fields) and sum(known) >= _KNOWN * len(known) else strange
    return width if _FEWEST_HEADERS <= width < len(fields) and sum(known[:width]) >= 2 else None


def _is_told(rows: list[list[Text]], width: int) -> bool:
    """Whether numbers stand in all cells below headers of numbers, and below no others; some header is one of those."""
    roles = [header_role(bare(field)) for field in rows[0][:width]]
    items = (row for row in rows[1:] if not is_total_label(bare(row[0])))
    cells = [(role, fold(bare(field))) for row in items for role, field in zip(roles, row, strict=False)]
    filled = [(role, _NUMBER.fullmatch(words) is not None) for role, words in cells if words]
    right = all(role in _COUNTED if number else role not in _NUMBERS for role, number in filled)
    return right and any(role in _NUMBERS for role in roles)


def holds_header(line: Line) -> bool:
    """Whether a line begins with a header's words and goes on with other cells."""
    return _header(_fields(line)) is not None


def is_header(line: Line) -> bool:
    """Whether most of what stands between a line's pipes is a header's words, and two of them at least."""
    fields = [field for field in _fields(line) if field.chars.strip()]
    known = sum(column_role(bare(field)) is not None for field in fields)
    return known >= 2 and known >= _KNOWN * len(fields)


def holds_rows(line: Line) -> bool:
    """Whether a line goes on behind its header with a number, as no header does."""
    fields = _fields(line)
    width = _header(fields)
    behind = fields[width:] if width is not None else []
    return any(field.chars.strip() and _NUMBER.fullmatch(fold(bare(field))) for field in behind)
