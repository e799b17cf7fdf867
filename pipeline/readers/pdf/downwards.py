"""Text of a cell that is set downwards, in columns from right to left, with letters and figures turned on their side.

By their heights the signs of two columns would run into each other, and a turned sign's base is no base. A file holds
them in the order in which they are written.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.lines import Line

#: In sizes: how far aside the next sign of a column may stand, how far below, and how far to the left the next column.
_ASIDE, _BELOW, _NEXT = 0.6, 4.0, 3.0
#: A turned sign's box may reach so far above the one before; most signs stand as far below at least.
_ABOVE, _STEP = -0.6, 0.4
_FEWEST: Final = 3
#: A sign that hangs from its base by all but this share of its size is turned.
_TURNED: Final = 0.2


def downwards(chars: Sequence[Char], page: int) -> Line | None:
    """Return what is written downwards as one line; None where any stand side by side, or all upright in one column."""
    if len(chars) < _FEWEST or not all(_goes_down(a, b) or _goes_on(a, b) for a, b in pairwise(chars)):
        return None
    if sum(_moves(a, b)[1] > _STEP for a, b in pairwise(chars)) < (len(chars) - 1) / 2:
        return None
    turned = any(char.base - char.top < _TURNED * char.size for char in chars)
    if not turned and not any(_goes_on(a, b) for a, b in pairwise(chars)):
        return None
    _, lefts, tops, rights, bottoms, _, sizes, *_ = zip(*chars, strict=True)
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    return Line("".join(char.text for char in chars), page, box, sorted(sizes)[len(sizes) // 2])


def _moves(one: Char, other: Char) -> tuple[float, float]:
    """Return how far to the right and below a sign's middle the next one's is, in sizes."""
    right = (other.x0 + other.x1 - one.x0 - one.x1) / 2
    below = (other.top + other.bottom - one.top - one.bottom) / 2
    return right / one.size, below / one.size


def _goes_down(one: Char, other: Char) -> bool:
    right, below = _moves(one, other)
    return abs(right) <= _ASIDE and _ABOVE < below <= _BELOW


def _goes_on(one: Char, other: Char) -> bool:
    """Whether the next sign begins the column to the left."""
    right, below = _moves(one, other)
    return -_NEXT <= right < -_ASIDE and below < -1
