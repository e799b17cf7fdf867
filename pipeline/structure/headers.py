"""A table's header: the labels of its columns, over one row or several, below the names of sections or at the top."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.markers import is_marked, lone_marker
from extractors.text import Text, join
from normalizers.headers import KEYS, LONGEST_HEADER, bare_header, column_role, header_role, is_grade
from normalizers.values import ColumnRole
from pipeline.document import Cell

Row = tuple[Cell, ...]
#: This share of a header's cells is in the vocabulary; fewer at a table's top where one tells of amounts, units, time.
_KNOWN: Final = 0.6
_KNOWN_AT_TOP: Final = 0.4
_TELLING: Final = ("number", "points", "weight", "scoring", "responsible", "lead", "deadline")
_FEWEST: Final = 2
#: A header has no more rows; a cell that stands over more of them stands beside the table's rows too.
_TALLEST: Final = 4
_WORDS: Final = ("level", "title", "requirement")
_PRICES: Final = ("points", "weight")
_MEASURES: Final = ("other", "requirement")
#: Below `分值`: the marks of an item, or of its group, or of a body.
_SHARED_OUT: Final = (
    *KEYS,
    "小项",
    "大项",
    "单项",
    "分项",
    "小计",
    "合计",
    "单项分",
    "小项分",
    "大项分",
    "分项分",
    "总分",
    "类别",
    "项目",
)
#: Labels of these roles stand under one of the same kind where a header has two rows.
_KIN: Final[tuple[tuple[ColumnRole, ...], ...]] = (
    ("level", "title", "requirement"),
    ("points", "weight", "self_score", "score"),
    ("responsible", "lead", "support"),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed header with its role and the grid columns that it was printed over."""

    text: Text
    role: ColumnRole
    start: int
    end: int
    spans: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The labels of the columns, those that stand over others, and where in the table its rows begin and end."""

    labels: list[Label]
    over: list[Label]
    start: int
    end: int


def labels(row: Row, *, top: bool = False) -> list[Label]:
    """Read a header row; [] where it is none: most of its cells, and two at least, are known headers.

    An unknown header among known ones keeps its column apart, with the role `other`. At the `top` of a table the grades
    of a scale of marks may have columns (`优（10）`, `良（8）`; `一等奖`, `二等奖`).
    """
    found, grades, known = [], set[str](), 0
    for cell in row:
        if cell.empty:
            continue
        text = join(cell.paragraphs)
        role = column_role(text.chars)
        if role is None and top and is_grade(text.chars):
            grades.add(text.value)
        elif role is None and (len(text) > LONGEST_HEADER or is_marked(text)):
            return []
        known += role is not None
        found.append(_label(cell, role or "other"))
    known += len(grades)
    least = _KNOWN_AT_TOP if top and any(label.role in _TELLING for label in found) else _KNOWN
    return found if known >= _FEWEST and known >= least * len(found) else []


def named(row: Row, given: Mapping[int, ColumnRole]) -> list[Label]:
    """Label the columns with a header's words that no vocabulary has, each with the role that is told for it."""
    return [_label(cell, given.get(cell.column, "other")) for cell in row if not cell.empty]


def _label(cell: Cell, role: ColumnRole) -> Label:
    return Label(join(cell.paragraphs), role, cell.column, cell.column + cell.col_span, cell.col_span > 1)


def read_header(rows: Sequence[Row]) -> Header:
    """Read a table's header; without labels where it has none.

    Rows of one cell above it are names of sections. Where a name's column has a label of its own kind only, it is the
    first unknown one.
    """
    lead = next((i for i, row in enumerate(rows) if sum(not c.empty for c in row) != 1), 0)
    start = lead if lead and labels(rows[lead], top=True) else 0
    first = labels(rows[start], top=True) if rows else []
    if not first:
        return Header([], [], 0, 0)
    found, over, height = _spanned(rows[start:], first) or _gapped(rows[start:], first)
    return Header(_named(found), over, start, start + height)


def _named(found: list[Label]) -> list[Label]:
    """Take the first label of no known meaning for the names' column where no other holds words (`奖项级别`)."""
    if any(label.role in _WORDS for label in found):
        return found
    unknown = [i for i, x in enumerate(found) if header_role(x.text.chars) is None and not is_grade(x.text.chars)]
    first = unknown[0] if unknown else None
    return [replace(x, role="title") if i == first else x for i, x in enumerate(found)]


Read = tuple[list[Label], list[Label], int]


def _spanned(rows: Sequence[Row], first: list[Label]) -> Read | None:
    """Read a header whose cells are merged: over columns where labels stand below them, over rows where none does."""
    height = max((span for cell in rows[0] if (span := cell.row_span) <= _TALLEST), default=1)
    wide = [label for label in first if label.spans]
    below = [cell for row in rows[1:height] for cell in row if not cell.empty]
    if not wide or not below or height >= len(rows) or any(len(join(c.paragraphs)) > LONGEST_HEADER for c in below):
        return None
    under = [_under(cell, wide) for cell in below]
    deepest = [x for x in under if not any(y is not x and x.start <= y.start < x.end and x.spans for y in under)]
    over = [x for x in (*wide, *under) if x not in deepest and any(x.start <= y.start < x.end for y in deepest)]
    deepest = [_told_apart(x, deepest, over) for x in deepest]
    return sorted([*(x for x in first if x not in over), *deepest], key=lambda x: x.start), over, height


def _told_apart(label: Label, beside: list[Label], over: list[Label]) -> Label:
    """Put the words over a label before it where others say the same (`引进项目` and `开工项目`, each over `个数`)."""
    words = label.text.value
    above = [x for x in over if x.start <= label.start < x.end and x.text.start < label.text.start]
    parent = above[0] if above else None
    alone = sum(x.text.value == words for x in beside) == 1
    if parent is None or alone or label.role not in _MEASURES:
        return label
    return replace(label, text=join([parent.text, label.text]))


def _under(cell: Cell, wide: list[Label]) -> Label:
    """Make the label of a cell below a wide one; an unknown word has a meaning only where that one's is simple.

    So has one that only counts the levels below `考核指标`: `(一)`, `(二)`.
    """
    parent = next((x for x in wide if x.start <= cell.column < x.end), None)
    words = join(cell.paragraphs)
    simple = parent is not None and parent.role in ("responsible", "lead", "support", "level")
    counts = parent is not None and parent.role == "title" and lone_marker(words) is not None
    role = column_role(words.chars) or (parent.role if parent is not None and (simple or counts) else "other")
    if parent is not None and parent.role in _PRICES and bare_header(words.chars) in _SHARED_OUT:
        role = parent.role  # full marks for towns, and for departments; of each item, and of its group
    return _label(cell, role)


def _gapped(rows: Sequence[Row], first: list[Label]) -> Read:
    """Read a header of one row, or of two whose first has gaps behind the labels that stand over others.

    Where it has no gaps either, it has been pushed together.
    """
    below = _second(rows, first)
    if not below or any(x.text.value == y.text.value for x in first for y in below):
        return first, [], 1
    ends = [*(max(x.end, y.start) for x, y in pairwise(first)), max(first[-1].end, below[-1].end)]
    wide = [(x, end) for x, end in zip(first, ends, strict=True) if end - x.start > 1]
    standing = [(x, end) for x, end in wide if any(x.start <= y.start < end for y in below)]
    over, covered = [x for x, _ in standing], {c for x, end in standing for c in range(x.start, end)}
    known = all(_is_known(x.text.chars) for x in below)
    if all(y.start in covered for y in below) and (known or covered == {y.start for y in below}):
        return sorted([*(x for x in first if x not in over), *below], key=lambda x: x.start), over, 2
    return _pushed(rows, first, below) if known else (first, [], 1)


def _second(rows: Sequence[Row], first: list[Label]) -> list[Label]:
    """Return the labels of a second row, known or short; [] where it holds anything else, or is the last one."""
    cells = [cell for cell in rows[1] if not cell.empty] if len(rows) > 2 else []
    known = [_is_known(join(c.paragraphs).chars) for c in cells]
    short = all(len(join(c.paragraphs)) <= LONGEST_HEADER for c in cells)
    fewer = len(cells) < len(first) or any(known)
    return [_under(cell, first) for cell in cells] if len(cells) >= _FEWEST and short and fewer else []


def _is_known(words: str) -> bool:
    return column_role(words) is not None or is_grade(words)


def _pushed(rows: Sequence[Row], first: list[Label], below: list[Label]) -> Read:
    """Read a header whose second row was pushed to the left: it stands under the first label of its kind."""
    kin = next((k for k in _KIN if all(x.role in k for x in below)), ())
    same = [i for i, label in enumerate(first) if label.role in {x.role for x in below}]
    at = next(iter(same or [i for i, label in enumerate(first) if label.role in kin]), 0)
    width = max(cell.column + cell.col_span for row in rows[2:] for cell in row)
    if below[0].start != first[0].start or (at and len(first) - 1 + len(below) > width):
        return first, [], 1
    moved = [_shifted(x, first[at].start - first[0].start) for x in below]
    return [*first[:at], *moved, *(_shifted(x, len(below) - 1) for x in first[at + 1 :])], [first[at]], 2


def _shifted(label: Label, by: int) -> Label:
    return replace(label, start=label.start + by, end=label.end + by)
