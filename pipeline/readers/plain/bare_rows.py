"""Tables by wide spaces under no header: rows of as many fields, counted from 1, whose columns tell what they are."""

from collections.abc import Sequence
from typing import Final

import regex

from extractors.amounts import cell_amount
from extractors.looks import Look, looks
from extractors.markers import lone_marker
from extractors.persons import is_person
from extractors.text import Text
from normalizers.headers import is_total_label
from pipeline.document import Table
from pipeline.readers.plain.lines import Layout, Line, table_of

WIDE: Final = regex.compile(r"[ 　]{2,}|　")
_FEWEST_ROWS: Final = 3
_FEWEST_COLUMNS: Final = 3
_MOST_MARKS: Final = 100
_TELLING: Final = ("time", "units")
#: A column of tasks or names of indicators: persons' names and offices are shorter.
_SHORTEST_NAME: Final = 4
_FIRST: Final = regex.compile(r"[(（]?[1１一]")


def bare_table(lines: list[Line], at: int, layout: Layout) -> tuple[Table, int] | None:
    """Read the table whose first row is numbered 1 on a line; the line behind it.

    A line of words above it that is divided like the rows is their header. Where nothing tells what the
    columns of such rows are, the first of them is remembered.
    """
    header = [] if _may_begin(lines, at) else _fields(lines[at]) if _may_begin(lines, at + 1) else None
    if header is None or not _is_wide(lines[at]):
        return None
    rows, end = _rows(lines, at + bool(header))
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < _FEWEST_COLUMNS or (header and len(header) != len(rows[0])):
        return None
    if not _is_told([[*looks(column)] for column in list(zip(*rows, strict=True))[1:]]):
        layout.undivided += [] if header else [lines[at].text.strip()]
        return None
    total = _total(lines, end)
    if any(look.kind != "words" for look in looks(header)):
        return None
    whole = [*([header] if header else []), *rows, *([total[0]] if total else [])]
    return table_of(whole, layout, padded=True), total[1] if total else end


def _is_wide(line: Line) -> bool:
    return "  " in line.text.chars or "　" in line.text.chars


def _may_begin(lines: list[Line], at: int) -> bool:
    """Whether a line may be the first row."""
    return at < len(lines) and _is_wide(lines[at]) and _FIRST.match(lines[at].text.chars.lstrip()) is not None


def _rows(lines: list[Line], at: int) -> tuple[list[list[Text]], int]:
    """Return the rows that count on from a line, and the line behind the last; one blank line may stand between two."""
    rows, end = list[list[Text]](), at
    while (here := _next(lines, end)) is not None:
        fields = _fields(lines[here])
        number = lone_marker(fields[0])
        if number is None or number.ordinal != len(rows) + 1 or (rows and len(fields) != len(rows[0])):
            break
        rows.append(fields)
        end = here + 1
    return rows, end


def _fields(line: Line) -> list[Text]:
    """Cut at wide spaces as they are printed: folded, a full-width one is like any."""
    text = line.text.strip()
    cuts = [0, *(at for match in WIDE.finditer(text.chars) for at in match.span()), len(text)]
    return [text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _next(lines: list[Line], at: int) -> int | None:
    """Return the line at hand, or the one behind a blank line; None where there is none."""
    at += at < len(lines) and lines[at].blank
    return at if at < len(lines) and not lines[at].blank else None


def _total(lines: list[Line], end: int) -> tuple[list[Text], int] | None:
    """Return the fields of a total's row below the others, and the line behind it."""
    at = _next(lines, end)
    fields = _fields(lines[at]) if at is not None else []
    return (fields, at + 1) if at is not None and len(fields) > 1 and is_total_label(fields[0].chars) else None


def _is_told(columns: Sequence[Sequence[Look]]) -> bool:
    """Whether a column has tasks or names, and another one times, bodies or marks.

    Numbers that grow to the end of rows that have nothing else may be pages.
    """
    named = any(all(map(_is_name, column)) for column in columns)
    telling = any(_shows(column, _TELLING) for column in columns)
    marks = [column for column in columns if all(map(_is_mark, column))]
    paged = len(columns) < _FEWEST_COLUMNS and any(column is columns[-1] and _grows(column) for column in marks)
    return named and (telling or (bool(marks) and not paged))


def _shows(column: Sequence[Look], kinds: Sequence[str]) -> bool:
    return all(look.kind in kinds for look in column)


def _is_name(look: Look) -> bool:
    return look.kind in ("words", "rule") and len(look.text) >= _SHORTEST_NAME and not is_person(look.text)


def _is_mark(look: Look) -> bool:
    found = cell_amount(look.text) if look.kind in ("figure", "serial") else None
    return found is not None and found.value.value <= _MOST_MARKS


def _grows(column: Sequence[Look]) -> bool:
    """Whether bare numbers are in order."""
    bare = all(look.text.folded.isdecimal() for look in column)
    pages = [int(look.text.folded) for look in column] if bare else []
    return bare and pages == sorted(pages)
