"""Names that stand in their row's cell for the running number (`1加强水源管护`), put under a column of names."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from extractors.markers import SECTIONS, Marker, bare_number, lone_marker, split_marker
from extractors.text import Text
from pipeline.structure.cells import Row, Slotted
from pipeline.structure.columns import NAMES
from pipeline.structure.covering import MARKS

#: A number right before a name; before what it counts, or how often, it is no row's (`2个月内`, `3次以上`).
_GLUED: Final = regex.compile(
    r"(?P<n>\d{1,2})(?=\p{Han}{2})(?![个项次件份月年日天周号名人户处家起宗篇条类级万亿元分倍季])"
)
_NAME: Final = regex.compile(r"\p{Han}{2}")


def with_names_apart(rows: Sequence[Row]) -> list[Row]:
    """Part numbers from the names behind them, in rows without a name there that count on or begin again."""
    if not any(_numbered_name(cell.text) for row in rows for cell in row.by("number")):
        return list(rows)
    made, last, until = list[Row](), 0, dict[int, int]()
    columns = sorted({cell.column for row in rows for cell in row.by(*NAMES)})
    for at, row in enumerate(rows):
        number = next(iter(row.by("number")), None)
        found = _numbered_name(number.text) if number is not None else None
        marker = lone_marker(number.text) if number is not None else None
        if (
            number is not None
            and found is not None
            and found[0].ordinal in (1, last + 1)
            and _lacks_name(row, number, found[0])
        ):
            behind = next((column for column in columns if column > number.column), number.column)
            row = replace(row, cells=_apart(row, number, found, behind)) if until.get(behind, 0) <= at else row
            marker = found[0]
        last = marker.ordinal or last if marker is not None else last
        until |= {cell.column: at + cell.span for cell in row.by(*NAMES)}
        made.append(row)
    return made


def _lacks_name(row: Row, number: Slotted, marker: Marker) -> bool:
    """Whether a row has no name behind its number, and is no section's, which has nothing but its marks beside it."""
    others = [cell for cell in row.cells if cell is not number]
    section = number.wide or (marker.family in SECTIONS and all(cell.role in MARKS for cell in others))
    return bool(others) and not section and all(cell.column < number.column for cell in row.by(*NAMES))


def _numbered_name(text: Text) -> tuple[Marker, Text] | None:
    """Cut a number off the name behind it."""
    match = _GLUED.match(text.folded)
    glued = bare_number(text[: match.end("n")]) if match is not None else None
    marker, rest = (glued, text[match.end("n") :]) if match is not None and glued is not None else split_marker(text)
    return (marker, rest) if marker is not None and _NAME.match(rest.folded) is not None else None


def _apart(row: Row, number: Slotted, found: tuple[Marker, Text], column: int) -> tuple[Slotted, ...]:
    marker, words = found
    name = replace(number, role="title", column=column, paragraphs=(words,), header="")
    parts = (replace(number, paragraphs=(marker.text,)), name)
    cells = [part for cell in row.cells for part in (parts if cell is number else (cell,))]
    return tuple(sorted(cells, key=lambda cell: cell.column))
