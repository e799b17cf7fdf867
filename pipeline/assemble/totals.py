"""What a table says that all of it is worth, or came to: in its last row, its header or its title."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from extractors.amounts import (
    cell_amount,
    column_amount,
    labelled_amount,
    scheme_total,
    trailing_amount,
)
from extractors.found import Found
from extractors.text import Text
from normalizers.headers import bare_header
from normalizers.values import AmountValue, ColumnRole
from pipeline.structure.cells import Slotted
from pipeline.structure.columns import NAMES
from pipeline.structure.headers import Label
from pipeline.structure.owners import AMOUNTS
from pipeline.structure.rows import Sheet

#: A subtotal states no scheme's total.
SUBTOTAL: Final = "小计"
_NUMBERS: Final = ("points", "weight", "self_score", "score")
_GIVEN: Final = ("self_score", "score")
#: Columns of words, under which no number of a total belongs.
_WORDS: Final = (*NAMES, "requirement", "scoring", "scorer", "responsible", "lead", "support", "deadline", "method")
#: A smaller amount beside `分值` is no total.
_LEAST_TOTAL: Final = 10
_PAIR: Final = 2
#: Of fewer rows one amount may be each one's.
_FEWEST_ROWS: Final = 3


def _says_marks(cell: Slotted) -> bool:
    """Whether a total's cell says full marks where no column is for them (`100分`)."""
    return cell.role not in _NUMBERS and cell.text.folded.strip().endswith("分")


def points_total(rows: Sheet) -> Found[AmountValue] | None:
    """Return the amount that the last total row prints under points or weights or beside its word, None for no such.

    One printed row that says what each of two lists comes to, marks given and marks taken, says of neither that it is
    the whole.
    """
    last = rows.totals[-2:]
    if not last or len({cells[0].text.start for cells in last}) < len(last) or _is_subtotal(last[-1]):
        return None
    return _stated(rows, last[-1])


def subtotals(rows: Sheet) -> list[Found[AmountValue]]:
    """Return the amounts that subtotal rows print, in order."""
    stated = [_stated(rows, cells) for cells in rows.totals if _is_subtotal(cells)]
    return [found for found in stated if found is not None]


def _is_subtotal(cells: tuple[Slotted, ...]) -> bool:
    return SUBTOTAL in bare_header(cells[0].text.chars)


def _stated(rows: Sheet, cells: tuple[Slotted, ...]) -> Found[AmountValue] | None:
    """Return the amount of a total row, by its column or else by the words beside it."""
    told = rows.told.roles if rows.told is not None else ()
    own = any(role in AMOUNTS for role in (*told, *(label.role for label in rows.labels)))
    stated = [c for c in cells[1:] if (c.role in AMOUNTS if own else _says_marks(c))]
    found = [cell_amount(c.text) for c in stated or (_out_of_place(rows, cells) if own else [])]
    own_words = labelled_amount(cells[0].text) or trailing_amount(cells[0].text, in_table=True)[0]
    return found[0] if found else own_words or column_amount(cells[0].text)


def _out_of_place(rows: Sheet, cells: tuple[Slotted, ...]) -> list[Slotted]:
    """Return the only number of a total row without its empty cells, which then stands under words (`合计\\t100`).

    Where marks were given as well, nothing tells whether it is those.
    """
    given = any(label.role in _GIVEN for label in rows.labels)
    return [c for c in cells[1:] if len(cells) == _PAIR and c.role in _WORDS and not given]


def without_whole(rows: Sheet) -> Sheet:
    """Make a total of full marks merged over all rows, where no one name stands over all of them."""
    if len(rows.rows) < _FEWEST_ROWS:
        return rows
    first, height = rows.rows[0], len(rows.rows)
    whole = next((c for c in first.by("points") if c.span >= height), None)
    if whole is None or any(c.span >= height for c in first.by(*NAMES)) or any(r.by("weight") for r in rows.rows):
        return rows
    left = replace(first, cells=tuple(c for c in first.cells if c is not whole))
    return replace(rows, rows=(left, *rows.rows[1:]), totals=((whole,), *rows.totals))


def titled_total(title: Text) -> Found[AmountValue] | None:
    """Return what a title says that all is worth: `考核表（总分100分）`, `考核细则（100分）`."""
    worth = trailing_amount(title, in_table=True)[0]
    whole = worth is not None and worth.value.unit == "point" and worth.value.value >= _LEAST_TOTAL
    return scheme_total(title) or (worth if whole else None)


def headed_total(labels: Sequence[Label]) -> Found[AmountValue] | None:
    """Return what a header says that all are worth: that of the full marks (`分值（100分）`), or else of the names."""
    for roles in (("points",), (*NAMES, "requirement")):
        found = [total for label in labels if label.role in roles and (total := _worth(label.text)) is not None]
        whole = [total for total in found if total.value.value >= _LEAST_TOTAL]
        if whole:
            return whole[0] if len({total.value.value for total in whole}) == 1 else None
    return None


def _worth(header: Text) -> Found[AmountValue] | None:
    """Return the amount behind a header's words, in a bracket or not (`标准分100分`)."""
    return trailing_amount(header, in_table=True)[0] or labelled_amount(header)


def flat_total(
    row: Sequence[Text], roles: Sequence[ColumnRole | None], filled: Collection[str]
) -> tuple[Found[AmountValue] | None, Decimal | None]:
    """Return what a flattened table's total row says that all is worth, and that the assessed gave themselves.

    One number is the worth; of several each is that of a column, where the columns that any row `filled` are as many.
    """
    if len(row) < _PAIR or bare_header(row[0].chars) == SUBTOTAL:
        return None, None
    numbers = [cell_amount(text) for text in row[1:]]
    told = [role for role in roles if role in AMOUNTS or role in filled] if len(numbers) > 1 else [*AMOUNTS[:1]]
    if len(told) != len(numbers):
        return None, None
    by_role = dict(zip(told, numbers, strict=True))
    given = by_role.get("self_score")
    worth = next((found for role, found in by_role.items() if role in AMOUNTS), None)
    return worth, given.value.value if given is not None else None


def self_total(rows: Sheet) -> Decimal | None:
    """Return the self score of the total row, or its last number where no column is for points."""
    given = {label.role for label in rows.labels}
    if "self_score" not in given or not rows.totals:
        return None
    found = [(cell.role, a) for cell in rows.totals[-1][1:] if (a := cell_amount(cell.text)) is not None]
    own = [a for role, a in found if role == "self_score"] or [a for _, a in found[-1:] if "points" not in given]
    return own[0].value.value if own else None
