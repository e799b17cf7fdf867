"""Roles of columns that no known header names, told from what their cells hold, and whether that is sure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import regex

from extractors.amounts import cell_amount
from extractors.markers import lone_marker
from extractors.rules import gives_marks
from extractors.text import Text, join
from normalizers.headers import (
    BODIES_OR_MEASURES,
    KEYS,
    LONGEST_HEADER,
    bare_header,
    column_role,
    is_about_places,
    is_about_scorers,
    is_measure,
    is_total_label,
)
from normalizers.listings import kind
from normalizers.values import ColumnRole
from pipeline.document import Cell
from pipeline.structure.columns import Profile, profile

Row = tuple[Cell, ...]
#: This share of a column's cells shows what they are; of numbers in order and of amounts hardly any is another thing.
_MOST: Final = 0.6
_NEARLY_ALL: Final = 0.8
#: A number that counts rows follows the one before, or begins again, in so many rows.
_IN_ORDER: Final = 0.8
_FEWEST_ROWS: Final = 2
#: Full marks of one item, and what those of all items add up to.
_MOST_MARKS: Final = 100
_ROUND: Final = 10
#: A lone column of words this short has names; longer ones say what must be done.
_LONGEST_NAME: Final = 10
_FIGURE: Final = regex.compile(r"[-+≥≤<>]?[\d.,\s]+(?:%|[万亿]?元|分|个|户|人)?")
_STOPS: Final = str.maketrans("。;；，", ",,,,")
#: Kinds of lists' columns that may have those who must do something.
_BODIES: Final = ("body", "area", "group")
_NO_OTHER: Final = (None, *_BODIES)
_TELLING: Final = ("points", "responsible", "deadline", "scoring")
_TEXTS: Final = ("title", "requirement")


@dataclass(frozen=True, slots=True)
class Sign:
    """A role, what its column shows, and why that tells; `many` where several columns may have it."""

    role: ColumnRole
    shows: Callable[[Profile], bool]
    reason: str
    many: bool = False


#: Tried in order: a column has the first role whose sign it shows. What is left are words: names and requirements.
SIGNS: Final = (
    Sign("number", lambda c: _counts(c.cells), "one more from row to row, or 1 again: serials"),
    Sign("deadline", lambda c: c.time >= _MOST, "dates and other words of time"),
    Sign("responsible", lambda c: c.units >= _MOST, "bodies"),
    Sign("points", lambda c: _are_marks(c.cells), "short amounts that add up to a round number", many=True),
    Sign("scoring", lambda c: _begin_with_rules(c.cells), "sentences that begin by giving or taking marks"),
    Sign("method", lambda c: c.looked >= _NEARLY_ALL, "how one looks: 查阅资料, 现场查看"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """The role of each column, whether anything about them is doubtful, and the header's row if there is one."""

    roles: tuple[ColumnRole, ...]
    doubtful: bool
    header: Row = ()


def told(rows: Sequence[Row], width: int, above: Row = ()) -> Told | None:
    """Tell the roles of a table's columns from its cells, below a header that is known to be one or none (`above`).

    None where nothing but words is seen in them.
    """
    plain = [row for row in rows if _is_plain(row)]
    header = above or (plain[0] if plain and _is_header(plain, width) else ())
    body = [row for row in plain if row is not header]
    looks = [profile(cells) for cells in _columns(body, width)]
    if len(body) < _FEWEST_ROWS or width < _FEWEST_ROWS:
        return None
    roles, doubtful = _named(looks)
    if not set(roles) & set(_TELLING) or not set(roles) & set(_TEXTS):
        return None
    words = {cell.column: join(cell.paragraphs).chars for cell in header if not cell.empty}
    roles = [column_role(words[i]) or _unless(role, words[i]) if i in words else role for i, role in enumerate(roles)]
    return Told(tuple(roles), doubtful, header)


def _unless(role: ColumnRole, header: str) -> ColumnRole:
    """Return a column's role unless its strange header says what is no work.

    Bodies may score, figures be measured, and places or those who issued a paper have the looks of bodies.
    """
    other = kind(header) not in _NO_OTHER or is_about_scorers(header) or is_about_places(header)
    denied = (role == "responsible" and other) or (role == "points" and is_measure(header))
    return "other" if denied else role


def _is_plain(row: Row) -> bool:
    """Whether a row is an ordinary one: no section's name over all columns, no total."""
    filled = [cell for cell in row if not cell.empty]
    return len(filled) > 1 and not any(is_total_label(join(c.paragraphs).chars) for c in filled[:2])


def _columns(rows: Sequence[Row], width: int) -> list[list[Text]]:
    return [[join(c.paragraphs) for row in rows for c in row if c.column == i and not c.empty] for i in range(width)]


def _is_header(rows: Sequence[Row], width: int) -> bool:
    """Whether the first row heads the others: words that are none of what the columns below them hold."""
    first, below = rows[0], [profile(cells) for cells in _columns(rows[1:], width)]
    words = {c.column: join(c.paragraphs) for c in first if not c.empty}
    if len(words) < min(width, _FEWEST_ROWS + 1) or any(len(text) > LONGEST_HEADER for text in words.values()):
        return False
    kinds = [(_kind(below[i]), _head_kind(text)) for i, text in words.items() if i < width]
    return any(kind is not None for kind, _ in kinds) and all(own is None or own != kind for kind, own in kinds)


def _head_kind(text: Text) -> str | None:
    """Return what a cell that may head a column is, if it is no word of a header."""
    word = bare_header(text.chars)
    known = word in BODIES_OR_MEASURES or word in KEYS or column_role(text.chars) is not None
    return None if known else _kind(profile([text]))


def _kind(column: Profile) -> str | None:
    """Return what short cells of a column are, if they are no words."""
    if not column.filled:
        return None
    figures = all(_FIGURE.fullmatch(cell.folded) for cell in column.cells)
    if figures or column.number >= _NEARLY_ALL or _counts(column.cells) or (column.filled == 1 and column.running):
        return "number"
    if column.time >= _MOST:
        return "time"
    return "units" if column.units >= _MOST else None


def _named(looks: list[Profile]) -> tuple[list[ColumnRole], bool]:
    """Give each column the role that it shows, and say whether that leaves doubts."""
    roles: list[ColumnRole | None] = []
    doubtful, most = False, max(look.filled for look in looks)
    for look in looks:
        sign = next((sign for sign in SIGNS if look.filled and sign.shows(look)), None)
        again = sign is not None and not sign.many and sign.role in roles
        doubtful |= again
        words = _is_words(look) and look.filled * 2 >= most
        roles.append(("other" if again else sign.role) if sign is not None else None if words else "other")
    texts = [i for i, role in enumerate(roles) if role is None]
    longest = max(texts, key=lambda i: (looks[i].length, i), default=-1)
    for i in texts:
        roles[i] = _of_words(i, longest, looks[i].length, alone=len(texts) == 1)
    odd = any(role == "other" and look.filled for role, look in zip(roles, looks, strict=True))
    return [role or "other" for role in roles], doubtful or odd or len(texts) == 1


def _of_words(at: int, longest: int, length: float, *, alone: bool) -> ColumnRole:
    """Names stand before the longest texts, remarks and the like behind them."""
    if at == longest:
        return "title" if alone and length <= _LONGEST_NAME else "requirement"
    return "title" if at < longest else "other"


def _is_words(look: Profile) -> bool:
    return bool(look.filled) and sum(_FIGURE.fullmatch(c.folded) is None for c in look.cells) >= _MOST * look.filled


def _counts(cells: Sequence[Text]) -> bool:
    """Whether numbers follow one another from row to row, or begin again; of one kind or an outline's several."""
    markers = [lone_marker(cell) for cell in cells]
    if not cells or any(marker is None or marker.ordinal is None for marker in markers):
        return False
    last: dict[str, int] = {}
    right = 0
    for marker in markers:
        assert marker is not None
        assert marker.ordinal is not None
        right += marker.ordinal in (1, last.get(marker.family, 0) + 1)
        last[marker.family] = marker.ordinal
    return len(cells) >= _FEWEST_ROWS and right >= _IN_ORDER * len(cells)


def _are_marks(cells: Sequence[Text]) -> bool:
    """Whether amounts are full marks: each at most a hundred, and printed with 分 or adding up to a round number."""
    found = [amount.value for cell in cells if (amount := cell_amount(cell)) is not None]
    if not found or len(found) < _NEARLY_ALL * len(cells) or any(amount.value > _MOST_MARKS for amount in found):
        return False
    total = sum((amount.value for amount in found), Decimal(0))
    return all("分" in cell.chars for cell in cells) or total % _ROUND == 0


def _begin_with_rules(cells: Sequence[Text]) -> bool:
    """Whether cells begin with a clause that gives marks: behind a task a rule is a part of the requirement."""
    heads = [cell[: len(cell.chars.translate(_STOPS).split(",", 1)[0])] for cell in cells]
    return sum(gives_marks(head) for head in heads) >= _MOST * len(cells) > 0
