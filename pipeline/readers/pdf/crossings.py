"""Where ruling lines cross, and the smallest cells between the crossings.

What pdfplumber's `intersections_to_cells` does and in its order, but each crossing's lines are gathered once and not
anew for every pair of crossings.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.document import Box

Point = tuple[float, float]
#: A line's ends tell it from others.
Lines = dict[Point, frozenset[Box]]


class Crossings:
    """The points at which lines cross, with the upright and the level lines through each."""

    def __init__(self, found: Mapping[Point, Mapping[str, list[dict[str, Any]]]]) -> None:
        self._upright: Lines = {point: _ends(lines["v"]) for point, lines in found.items()}
        self._level: Lines = {point: _ends(lines["h"]) for point, lines in found.items()}
        self._below: dict[float, list[float]] = defaultdict(list)
        self._right: dict[float, list[float]] = defaultdict(list)
        for x, y in sorted(found):
            self._below[x].append(y)
            self._right[y].append(x)

    def cells(self) -> list[Box]:
        """Return the smallest cell whose upper left corner each crossing is, in the order of the crossings."""
        found = (self._smallest(x, y) for x, y in sorted(self._upright))
        return [cell for cell in found if cell is not None]

    def _smallest(self, x: float, y: float) -> Box | None:
        rights = [r for r in self._right[y] if r > x and self._joined(self._level, (x, y), (r, y))]
        for bottom in self._joined_below(x, y) if rights else ():
            for right in rights:
                corner = (right, bottom)
                if corner not in self._upright or not self._joined(self._upright, corner, (right, y)):
                    continue
                if self._joined(self._level, corner, (x, bottom)):
                    return x, y, right, bottom
        return None

    def _joined_below(self, x: float, y: float) -> Iterator[float]:
        return (b for b in self._below[x] if b > y and self._joined(self._upright, (x, y), (x, b)))

    @staticmethod
    def _joined(lines: Lines, one: Point, other: Point) -> bool:
        return not lines[one].isdisjoint(lines[other])


def _ends(lines: list[dict[str, Any]]) -> frozenset[Box]:
    return frozenset((e["x0"], e["top"], e["x1"], e["bottom"]) for e in lines)
