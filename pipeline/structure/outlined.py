"""Cells below a header that are the lines of an outline: each is numbered and has its marks right behind its name."""

from collections.abc import Sequence
from typing import Final

from extractors.headings import Heading, running_heading
from extractors.markers import is_marked, split_marker
from extractors.priced_points import priced_points
from extractors.text import Text

_FEWEST: Final = 3
#: A bracket and a stop are no words.
_LEAST_MORE: Final = 2


def outlined(cells: Sequence[Text]) -> list[Text]:
    """Return the points that cells consist of (`1、制度健全10分，缺一项扣2分。2、…`); [] where one is no such point.

    What stands behind the marks (`缺一项扣2分`) is in no column; where nothing does the columns tell as much.
    """
    if not all(is_marked(cell) for cell in cells):  # what is cut off a cell is numbered as well
        return []
    points = [point for cell in cells for point in priced_points(cell)]
    numbers = [split_marker(point) for point in points]
    if len(points) < _FEWEST or not all(marker is not None for marker, _ in numbers):
        return []
    heads = [running_heading(rest, more=False) for _, rest in numbers]
    told = sum(_says_more(head, rest) for head, (_, rest) in zip(heads, numbers, strict=True))
    return points if all(head.amount is not None for head in heads) and told * 2 >= len(points) else []


def _says_more(head: Heading, text: Text) -> bool:
    """Whether words stand behind a point's name and marks."""
    return head.rest is not None or (head.amount is not None and head.amount.text.end + _LEAST_MORE < text.end)
