"""A form on how a project did: data of the project and its money above the header of its indicators."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from extractors.amounts import cell_amount
from extractors.forms import form_pair, is_open
from extractors.pairs import Pair
from extractors.text import Text, join
from normalizers.headers import bare_header, column_role, is_total_label
from normalizers.values import ColumnRole
from pipeline.document import Cell

Row = tuple[Cell, ...]
#: Above the header stand no more rows of the project's data.
_WITHIN: Final = 24
_FEWEST_LEVELS: Final = 2
#: What a project's data begin with; a header that begins so has columns for marks, rules or units.
_FIRST: Final = ("名称", "部门", "单位", "项目", "代码", "编码", "编号", "年度", "政策", "专项", "资金", "类别", "类型")
_TELLING: Final[tuple[ColumnRole, ...]] = ("level", "scoring", "requirement", "weight", "number")
_MARKS: Final[tuple[ColumnRole, ...]] = ("points", "score", "self_score")
#: What stands over figures of money.
_FIGURES: Final = ("数", "率", "额", "分值", "得分", "数万元", "额万元")
_LONGEST_LABEL: Final = 14
_PAIR: Final = 2


@dataclass(slots=True)
class Project:
    """The data of a project as labels and values, what of its block is in neither, and the rows that give marks."""

    pairs: list[Pair] = field(default_factory=list)
    left: list[Text] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def indicators_at(rows: Sequence[Row]) -> int:
    """Return the row of the indicators' header below a project's data; 0 where the table is no such form."""
    at = next((i for i, row in enumerate(rows[:_WITHIN]) if _levels(row) >= _FEWEST_LEVELS), 0)
    first = next((filled for row in rows[:at] if len(filled := _filled(row)) > 1), [])
    if not first or not _words(first[0]).rstrip(":").endswith(_FIRST):
        return 0
    roles = [column_role(join(cell.paragraphs).chars) for cell in first]
    headed = len(first) > _PAIR and roles.count(None) * _PAIR < len(first)
    return at if not headed and not set(roles) & {*_TELLING, *_MARKS} else 0


def project(rows: Sequence[Row], header: Row) -> Project:
    """Take the rows above the header apart: labels with values beside or below them, and money that has marks."""
    made, at = Project(), 0
    while at < len(rows):
        end = at + 1
        if _marks(rows[at]):
            while end < len(rows) and _filled(rows[end]) and not _pairs(rows, end)[0]:
                end += 1
            _take_money(rows[at:end], header, made)
        else:
            pairs, end = _pairs(rows, at)
            made.pairs += pairs
            taken = {text.start for pair in pairs for text in (pair.label, pair.value)}
            texts = (join(cell.paragraphs) for row in rows[at:end] for cell in _filled(row))
            made.left += [text for text in texts if text.start not in taken]
        at = end
    return made


def _pairs(rows: Sequence[Row], at: int) -> tuple[list[Pair], int]:
    """Read labels with their values beside or below them, and where the next row is."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    labels, values = _led(rows[at], below), _own(below)
    if _is_over(labels, values):
        return [_pair(*both) for both in zip(labels, values, strict=True)], at + 2
    cells = _own(rows[at])
    return [_pair(*both) for both in zip(cells[::2], cells[1::2], strict=True)] if _is_beside(cells) else [], at + 1


def _pair(label: Cell, value: Cell) -> Pair:
    return form_pair(join(label.paragraphs), join(value.paragraphs))


def _levels(row: Row) -> int:
    named = (cell for cell in _filled(row) if "级" in cell.paragraphs[0].chars)
    return sum(column_role(join(cell.paragraphs).chars) == "level" for cell in named)


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row if not cell.empty]


def _words(cell: Cell) -> str:
    return bare_header(join(cell.paragraphs).chars)


def _own(row: Row) -> list[Cell]:
    """Return a row's cells but for one that stands over several rows."""
    return [cell for cell in _filled(row) if cell.row_span == 1]


def _led(row: Row, below: Row) -> list[Cell]:
    """Return the cells behind one that stands over this row and the next; [] where none does."""
    over = _over((row, below))
    return [cell for cell in _filled(row) if cell not in over] if over else []


def _over(rows: Sequence[Row]) -> list[Cell]:
    """Return the cells of the first row that stand over the next: merged, or with nothing below them."""
    filled = _filled(rows[0])
    start = min((cell.column for row in rows[1:2] for cell in _filled(row)), default=0)
    return [c for c in filled if c.row_span > 1] or [c for c in filled[:1] if c.column < start]


def _is_beside(cells: Sequence[Cell]) -> bool:
    """Whether labels stand before their values, in pairs; figures have their labels over them."""
    even = len(cells) >= _PAIR and len(cells) % _PAIR == 0
    return even and all(map(_is_label, cells[::2])) and not all(_words(cell).endswith(_FIGURES) for cell in cells)


def _is_label(cell: Cell) -> bool:
    text = join(cell.paragraphs)
    return len(text) <= _LONGEST_LABEL and not any(char.isdigit() for char in text.chars)


def _is_over(labels: Sequence[Cell], values: Sequence[Cell]) -> bool:
    """Whether each label stands over its value."""
    places = [cell.column for cell in labels]
    return bool(labels) and all(map(_is_label, labels)) and places == [cell.column for cell in values]


def _marks(row: Row) -> dict[int, ColumnRole]:
    """Return the columns of a header of money that are for marks; {} where none is for full marks."""
    roles = {cell.column: column_role(join(cell.paragraphs).chars) for cell in _filled(row)}
    found = {at: role for at, role in roles.items() if role in _MARKS}
    return found if "points" in found.values() else {}


def _take_money(rows: Sequence[Row], header: Row, made: Project) -> None:
    """Make a row of the indicators of each row of money that has full marks; its name is its own or its block's."""
    marks = _marks(rows[0])
    block = next(iter(_over(rows)), None)
    used = set[int]()
    for row in rows[1:]:
        given = {marks[cell.column]: cell for cell in row if cell.column in marks and _is_mark(cell)}
        words = [c for c in _filled(row) if c.column < min(marks) and _is_name(c)]
        name = words[0] if words and _is_label(words[0]) else block
        if "points" in given and name is not None and name.paragraphs[0].start not in used:
            made.rows.append(_as_indicator(row, name, given, header))
            used |= {cell.paragraphs[0].start for cell in (name, *given.values())}
    texts = (cell.paragraphs for row in rows for cell in _filled(row))
    made.left += [text for paragraphs in texts if paragraphs[0].start not in used for text in paragraphs]


def _is_name(cell: Cell) -> bool:
    text = join(cell.paragraphs)
    return cell_amount(text) is None and not is_total_label(text.chars)


def _is_mark(cell: Cell) -> bool:
    return not cell.empty and not is_open(join(cell.paragraphs)) and cell_amount(join(cell.paragraphs)) is not None


def _as_indicator(row: Row, name: Cell, given: dict[ColumnRole, Cell], header: Row) -> Row:
    """Put a name under the first level and marks under the header's columns for them."""
    places = {column_role(join(cell.paragraphs).chars): cell.column for cell in reversed(header) if not cell.empty}
    at = row[0].row
    cells = [replace(name, row=at, column=places["level"], row_span=1, col_span=1)]
    cells += [replace(cell, column=places[role], col_span=1) for role, cell in given.items() if role in places]
    return tuple(sorted(cells, key=lambda cell: cell.column))
