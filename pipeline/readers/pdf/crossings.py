"""Where ruling lines cross, and the smallest cells between the crossings.

What pdfplumber's `edges_to_intersections` and `intersections_to_cells` do, the cells in their order; but a line is held
against those that it may cross and not against all, and each crossing's lines are gathered once and not anew for every
pair of crossings.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate
from operator import itemgetter
from typing import Any, Final, NamedTuple

from pipeline.document import Box

Point = tuple[float, float]
#: A line's ends tell it from others.
Lines = dict[Point, frozenset[Box]]
Edge = dict[str, Any]
#: Lines that cross at a point: "v" the upright, "h" the level ones.
Crossing = dict[str, list[Edge]]
#: More than what adding and taking away rounds off.
_ROUNDED: Final = 0.001


class _Level(NamedTuple):
    """The level lines at one height, from left to right; `reach` is how far right those up to each of them reach."""

    lines: list[Edge]
    starts: list[float]
    reach: list[float]

    def at(self, x: float, near: float) -> Iterator[Edge]:
        """Yield the lines on which an x stands, within a tolerance."""
        for i in range(bisect_right(self.starts, x + near + _ROUNDED) - 1, -1, -1):
            if self.reach[i] + near + _ROUNDED < x:
                return
            if self.lines[i]["x0"] - near <= x <= self.lines[i]["x1"] + near:
                yield self.lines[i]


def intersections(edges: list[Edge], near: float) -> dict[Point, Crossing]:
    """Return the points at which upright lines cross level ones, within a tolerance."""
    found: dict[Point, Crossing] = {}
    levels = _levels(edges)
    tops = list(levels)
    for upright in (e for e in edges if e["orientation"] == "v"):
        x, top, bottom = upright["x0"], upright["top"], upright["bottom"]
        first = bisect_left(tops, top - near - _ROUNDED)
        for y in tops[first : bisect_right(tops, bottom + near + _ROUNDED)]:
            if top <= y + near and bottom >= y - near:
                for level in levels[y].at(x, near):
                    crossing = found.setdefault((x, y), {"v": [], "h": []})
                    crossing["v"].append(upright)
                    crossing["h"].append(level)
    return found


def _levels(edges: list[Edge]) -> dict[float, _Level]:
    """Return the level lines by their heights, in order."""
    made: dict[float, list[Edge]] = defaultdict(list)
    for edge in sorted((e for e in edges if e["orientation"] == "h"), key=itemgetter("top", "x0")):
        made[edge["top"]].append(edge)
    return {
        y: _Level(lines, [e["x0"] for e in lines], list(accumulate((e["x1"] for e in lines), max)))
        for y, lines in made.items()
    }


class Crossings:
    """The points at which lines cross, with the upright and the level lines through each."""

    def __init__(self, found: Mapping[Point, Crossing]) -> None:
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


def _ends(lines: list[Edge]) -> frozenset[Box]:
    return frozenset((e["x0"], e["top"], e["x1"], e["bottom"]) for e in lines)
