"""Names of a flattened table that a narrow column broke over lines (`政治`, `建设`, `（25分）`), whole again."""

from collections.abc import Sequence
from typing import Final

import regex

from extractors.amounts import is_lone_amount
from extractors.text import Text, join
from extractors.units import looks_like_units
from normalizers.values import ColumnRole
from pipeline.structure.flat import NAME_ROLES

_PIECE: Final = regex.compile(r"[\p{Han}“”、]{2,4}")
_LAST: Final = regex.compile(r"[\p{Han}“”、]{1,4}")
_BRACKET: Final = regex.compile(r"\(.*\)")
#: One such name may be two that stand below one another.
_FEWEST: Final = 2


def with_names_whole(cells: Sequence[Text], roles: Sequence[ColumnRole | None]) -> list[Text]:
    """Join the pieces of names above their full marks, where the one column of names is so narrow throughout.

    Each piece but the last is as long as the column is wide; a name that is whole on its line says that none is broken.
    """
    if sum(role in NAME_ROLES for role in roles) != 1:
        return list(cells)
    ends = [at for at in range(1, len(cells)) if _is_worth(cells[at]) and _LAST.fullmatch(cells[at - 1].folded)]
    begins = [_begin(cells, at - 1) for at in ends]
    widths = {len(cells[begin]) for begin, end in zip(begins, ends, strict=True) if begin < end - 1}
    if (
        len(ends) < _FEWEST
        or len(widths) != 1
        or any(begin == end - 1 for begin, end in zip(begins, ends, strict=True))
    ):
        return list(cells)
    made = list(cells)
    for begin, end in reversed(list(zip(begins, ends, strict=True))):
        made[begin:end] = [join(made[begin:end])]
    return made


def _is_worth(cell: Text) -> bool:
    return is_lone_amount(cell) and _BRACKET.fullmatch(cell.folded) is not None


def _begin(cells: Sequence[Text], last: int) -> int:
    """Return where the pieces begin of which the last stands at a place: those before it are alike long, and longer."""
    at, width = last, 0
    while at > 0 and _PIECE.fullmatch(cells[at - 1].folded) and not looks_like_units(cells[at - 1]):
        width = width or len(cells[at - 1])
        if len(cells[at - 1]) != width or len(cells[last]) > width:
            break
        at -= 1
    return at
