"""Tables cut where a header stands inside them, and where two tables stand side by side in one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractors.markers import bare_number
from extractors.text import join
from normalizers.headers import bare_header, is_total_label
from pipeline.document import Cell, Table
from pipeline.structure.headers import labels, read_header

Row = tuple[Cell, ...]
#: Marks given and marks taken, which have their columns side by side.
_SIDES: Final = frozenset({"加分", "奖分", "扣分", "减分"})
#: A word of either side, as it is compared.
_SIDE: Final = "±"
#: So many columns of names stand before both sides at most.
_MOST_SHARED: Final = 3


def parted(table: Table) -> Iterator[Table]:
    """Yield the tables that one printed table is: each with its header, one over the other or side by side.

    A list of marks given beside one of marks taken goes on below a header that is printed again.
    """
    parts = list(_at_headers(table))
    words = _words(table)
    again = len(parts) > 1 and _shared(words) > 0 and all(_words(part) == words for part in parts)
    for part in [part for side in _side_by_side(table) for part in _at_headers(side)] if again else parts:
        yield from [part] if again else _side_by_side(part)


def _at_headers(table: Table) -> Iterator[Table]:
    """Cut above each row that reads as a header, behind the first one."""
    first = max(read_header(table.rows).end, 1)
    cuts = [0, *(r for r in range(first, len(table.rows)) if _is_inner_header(table.rows[r])), len(table.rows)]
    for start, end in pairwise(cuts):
        if start < end:
            yield replace(table, rows=table.rows[start:end])


def _is_inner_header(row: Row) -> bool:
    found = labels(row)
    sums_up = bool(found) and is_total_label(found[0].text.chars)
    return len(found) >= 2 and not sums_up and not any(char.isdigit() for x in found for char in x.text.chars)


def _side_by_side(table: Table) -> Iterator[Table]:
    """Cut a table whose header is the same labels twice or more: its records stand beside one another.

    So do the rows of marks given and of marks taken.
    """
    table = _without_gaps(table)
    words = _words(table)
    times = _times(words)
    if any(c.col_span > 1 for c in _first(table)):
        yield table
    elif times == 1:
        shared = _shared(words)
        yield from _both_sides(table, shared, len(words)) if shared else [table]
    else:
        yield from _beside(table, len(words) // times, times)


def _times(words: list[str]) -> int:
    """Return how often the same labels stand in a header."""
    return next((n for n in (2, 3) if len(words) >= 2 * n and words == words[: len(words) // n] * n), 1)


def _without_gaps(table: Table) -> Table:
    """Leave out the columns without a word that stand between tables side by side."""
    words = _words(table)
    if "" not in words or _times([word for word in words if word]) == 1:
        return table
    held = {c.column + i for row in table.rows for c in row if not c.empty for i in range(c.col_span)}
    gaps = [c.column for c in _first(table) if c.column not in held]

    def closed(row: Row) -> Row:
        kept = (c for c in row if c.column not in gaps)
        return tuple(replace(c, column=c.column - sum(gap < c.column for gap in gaps)) for c in kept)

    return replace(table, rows=tuple(map(closed, table.rows)))


def _words(table: Table) -> list[str]:
    """Return the words of a table's first row, those of marks given and taken alike."""
    words = [_kind(bare_header(join(c.paragraphs).chars)) if not c.empty else "" for c in _first(table)]
    while words and not words[-1]:
        words.pop()
    return words


def _beside(table: Table, width: int, times: int) -> Iterator[Table]:
    """Cut a table into records of the same width: one list over the other, or one that counts across."""
    parts = [[_between(row, k * width, width) for row in table.rows] for k in range(times)]
    if _counts_across(parts):
        rows = [parts[0][0], *(part[r] for r in range(1, len(table.rows)) for part in parts if part[r])]
        yield replace(table, rows=tuple(rows))
    else:
        for part in parts:
            yield replace(table, rows=tuple(row for row in part if row))


def _shared(words: list[str]) -> int:
    """Return how many columns stand before marks given and marks taken and belong to both; 0 where there are none."""
    for shared in range(1, _MOST_SHARED + 1):
        half, odd = divmod(len(words) - shared, 2)
        one, other = words[shared : shared + half], words[shared + half :]
        if not odd and half > 1 and one == other and all(word.startswith(_SIDE) for word in one):
            return shared
    return 0


def _both_sides(table: Table, shared: int, width: int) -> Iterator[Table]:
    """Cut a table into the marks given and those taken, each under the names that are before both."""
    half = (width - shared) // 2
    for start in (shared, shared + half):
        rows = ((*_between(row, 0, shared), *_between(row, start, half, shared)) for row in table.rows)
        yield replace(table, rows=tuple(row for row in rows if row and row[-1].column >= shared))


def _first(table: Table) -> Row:
    return table.rows[0] if table.rows else ()


def _kind(word: str) -> str:
    """Return a header's word without what it says of marks given or taken: `加分项目` stands beside `扣分项目`."""
    return f"{_SIDE}{word[1:]}" if word[:2] in _SIDES else word


def _between(row: Row, start: int, width: int, behind: int = 0) -> Row:
    """Return a row's cells in a stretch of columns, as a row of their own that begins `behind` others."""
    inside = (c for c in row if start <= c.column < start + width and not c.empty)
    return tuple(replace(c, column=c.column - start + behind) for c in inside)


def _counts_across(parts: list[list[Row]]) -> bool:
    """Whether the running numbers go on in the part beside, and not below."""
    firsts = [
        bare_number(join(row[0].paragraphs)) if row else None for row in (part[1] for part in parts if len(part) > 1)
    ]
    ordinals = [marker.ordinal for marker in firsts if marker is not None and marker.ordinal is not None]
    return (
        len(ordinals) == len(parts)
        and all(b == a + 1 for a, b in pairwise(ordinals))
        and (_second_number(parts[0]) == ordinals[0] + len(parts))
    )


def _second_number(part: list[Row]) -> int | None:
    """Return the running number of a part's second record."""
    marker = bare_number(join(part[2][0].paragraphs)) if len(part) > 2 and part[2] else None
    return marker.ordinal if marker is not None else None
