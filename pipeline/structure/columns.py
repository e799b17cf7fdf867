"""Which role each grid column has: the header's labels laid over the columns as the cells' looks allow."""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Final

import regex

from extractors.amounts import cell_amount, trailing_amount
from extractors.bare_rules import is_for_each
from extractors.deadlines import is_about_time
from extractors.looks import is_quantity, tells_how_one_looks
from extractors.markers import bare_number, is_marked, lone_code, lone_letter, split_marker
from extractors.rules import gives_marks
from extractors.text import Text
from extractors.units import looks_like_units
from normalizers.values import ColumnRole
from pipeline.structure.headers import Label

NAMES: Final = ("level", "title")
NAMES_AND_NUMBERS: Final = (*NAMES, "number")
UNITS: Final = ("responsible", "lead", "support")
_NUMBERS: Final = ("points", "weight", "self_score", "score")
_OFTEN_EMPTY: Final = (*_NUMBERS, "remarks", "evidence")
_SHORT: Final = 40
_BY: Final = regex.compile("[前底]|长期|持续|立行立改|每[月季年周]")
#: This share of a column's cells shows what they are.
KNOWN: Final = 0.6
#: A column's first cells show what it holds.
_SAMPLE: Final = 60
MOSTLY: Final = 0.8
#: Amounts of one scheme add up to a multiple of this, mostly.
_ROUND: Final = 10
#: Names of what a text asks for are mostly no longer.
_LONGEST_NAME: Final = 12
#: Cells that give or take marks are a standard's, those that end with their own are not.
_MARKS: Final = 0.4
#: How a text's last three characters look that end with marks.
_IN_MARKS: Final = regex.compile(r"\d分[。;；]?$")
#: What it costs to read a label one column away from where it is printed.
_DISPLACED: Final = 0.25


@dataclass(frozen=True, slots=True)
class Profile:
    """What a column's cells look like, as shares of its filled ones; each is measured when it is asked for."""

    cells: tuple[Text, ...] = ()
    _measured: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)
    _families: list[frozenset[str]] = field(default_factory=list, init=False, repr=False, compare=False)

    def _share(self, name: str, looks_so: Callable[[Text], object]) -> float:
        return self._once(name, lambda: sum(bool(looks_so(cell)) for cell in self.cells) / max(len(self.cells), 1))

    def _once(self, name: str, measure: Callable[[], float]) -> float:
        known = self._measured.get(name)
        if known is None:
            known = self._measured[name] = measure()
        return known

    @property
    def filled(self) -> int:
        """Return the number of cells."""
        return len(self.cells)

    @property
    def number(self) -> float:
        """Amounts alone."""
        return self._share("number", cell_amount)

    @property
    def figures(self) -> float:
        """Amounts, and what is counted, alone."""
        return self._share("figures", lambda cell: cell_amount(cell) or is_quantity(cell))

    @property
    def running(self) -> float:
        """Running numbers alone."""
        return self._share("running", bare_number)

    @property
    def coded(self) -> float:
        """Codes alone (`C1`)."""
        return self._share("coded", lone_code)

    @property
    def lettered(self) -> float:
        """Letters alone, over the codes that they begin."""
        return self._share("lettered", lone_letter)

    @property
    def units(self) -> float:
        """Lists of units."""
        return self._share("units", looks_like_units)

    @property
    def time(self) -> float:
        """Dates and other words of time."""
        return self._share("time", lambda cell: len(cell) <= _SHORT and is_about_time(cell))

    @property
    def marked(self) -> float:
        """Cells that begin with an outline's number."""
        return self._share("marked", is_marked)

    @property
    def short(self) -> float:
        """Cells too short for a sentence."""
        return self._share("short", lambda cell: len(cell) <= _SHORT)

    @property
    def ruled(self) -> float:
        """Cells that give marks or take them."""
        return self._share("ruled", gives_marks)

    @property
    def for_each(self) -> float:
        """Marks for each of something, or with their sign (`0.5分/次`, `-2`)."""
        return self._share("for_each", is_for_each)

    @property
    def looked(self) -> float:
        """Cells that tell how one looks (`查阅资料`, `现场查看`)."""
        return self._share("looked", tells_how_one_looks)

    @property
    def priced(self) -> float:
        """Cells that end with an amount in a bracket."""
        return self._share("priced", lambda cell: trailing_amount(cell, in_table=True)[0] is not None)

    @property
    def in_marks(self) -> float:
        """Cells that end with marks, given or taken (`有专人；0-3分`, `扣2分。`)."""
        return self._share("in_marks", lambda cell: _IN_MARKS.search(cell.chars[-3:]) is not None)

    @property
    def due(self) -> bool:
        """Whether any says by when, and not only when."""
        return any(_BY.search(cell.chars) is not None for cell in self.cells)

    @property
    def length(self) -> float:
        """Return the usual length."""
        return self._once("length", lambda: median(map(len, self.cells)) if self.cells else 0.0)

    @property
    def families(self) -> frozenset[str]:
        """Return the ways in which cells are numbered."""
        if not self._families:
            markers = (split_marker(cell)[0] for cell in self.cells)
            self._families.append(frozenset(marker.family for marker in markers if marker is not None))
        return self._families[0]


def profile(cells: list[Text]) -> Profile:
    """Measure a column."""
    return Profile(tuple(cells[:_SAMPLE]))


def fit(role: ColumnRole, column: Profile) -> float:
    """How well a role fits a column, from -1 to 1."""
    if not column.filled:
        return 0.3 if role in _OFTEN_EMPTY else 0.0
    if role in NAMES:
        return max(column.marked, column.short * 0.6) - column.units - column.time - column.number * 0.8
    if role == "requirement":
        return (1 - column.short) + column.running * 0.5 + column.short * 0.3 - column.units * 0.5 - column.time * 0.5
    if role in _NUMBERS:
        return column.number * 2 - 1
    if role == "number":
        return max(column.running, column.lettered) * 2 - 1
    if role in UNITS:
        return column.units * 2 - 1
    if role == "scoring":
        return 0.2 + (column.ruled - column.priced) * _MARKS
    return column.time * 2 - 1 if role == "deadline" else 0.2


def assign(found: list[Label], columns: list[Profile]) -> list[int]:
    """Give each column the index of a label, labels in order, by dynamic programming over the columns.

    Where cells span columns explicitly the print is right as it stands.
    """
    width = len(columns)
    if any(label.spans for label in found) or len(found) > width:
        return [_printed_over(found, c) for c in range(width)]
    if len(found) == width:  # one label a column, whatever the cells look like
        return list(range(width))
    best: dict[int, tuple[float, list[int]]] = {0: (_score(found[0], columns[0], 0), [0])}
    for c in range(1, width):
        step: dict[int, tuple[float, list[int]]] = {}
        for at, (score, path) in best.items():
            for nxt in (at, at + 1):
                if nxt >= len(found) or len(found) - nxt - 1 > width - c - 1:
                    continue
                total = score + _score(found[nxt], columns[c], c)
                if nxt not in step or total > step[nxt][0]:
                    step[nxt] = (total, [*path, nxt])
        best = step
    return best[len(found) - 1][1] if len(found) - 1 in best else [_printed_over(found, c) for c in range(width)]


def _score(label: Label, column: Profile, at: int) -> float:
    return fit(label.role, column) - _DISPLACED * abs(at - label.start)


def _printed_over(found: list[Label], column: int) -> int:
    """Return the last label printed at or before a column."""
    return max((i for i, label in enumerate(found) if label.start <= column), default=0)


def roles(found: list[Label], columns: list[Profile]) -> list[tuple[ColumnRole, str]]:
    """Return each column's role and header; running numbers under a wide label make a number column."""
    given = assign(found, columns)
    shared = {i for i in given if given.count(i) > 1}
    ruled = {i for c, i in enumerate(given) if i in shared and columns[c].ruled >= KNOWN}
    priced = {c for c, i in enumerate(given) if c and given[c - 1] == i and _are_amounts(columns[c])}
    found_roles = [
        _own_role(found[i].role, columns[c], i in shared, i in ruled, c in priced) for c, i in enumerate(given)
    ]
    starts = {label.start for label in found}
    heads = {
        c for c in range(len(given) - 1) if c + 1 not in starts and _head_texts(found_roles[c : c + 2], columns[c:])
    }
    return [
        ("title" if c in heads else role, found[i].text.value)
        for c, (i, role) in enumerate(zip(given, found_roles, strict=True))
    ]


def _head_texts(meant: list[ColumnRole], columns: list[Profile]) -> bool:
    """Whether words stand over, or before, longer ones in a next column without a label: they name those."""
    own, below = columns[0], columns[1]
    names = 0 < own.filled <= below.filled and own.length <= _LONGEST_NAME and own.length < below.length
    return names and set(meant) == {"requirement"} and own.units < KNOWN and not own.ruled and not own.number


def _are_amounts(column: Profile) -> bool:
    """Whether numbers behind names are what those are worth and count no rows: they add up to a round number."""
    found = [amount.value.value for cell in column.cells if (amount := cell_amount(cell)) is not None]
    counted = [int(value) for value in found] == list(range(1, len(found) + 1))
    return column.number >= MOSTLY and len(found) > 1 and not counted and sum(found) % _ROUND == 0


def _go_on(column: Profile) -> bool:
    """Whether numbers may count something: any is the first or goes on from that above, as no figures of goals do."""
    found = [number.ordinal for cell in column.cells if (number := bare_number(cell)) is not None]
    return len(found) < 2 or any(
        n == 1 or n == (before or 0) + 1 for before, n in zip([0, *found], found, strict=False)
    )


def _own_role(role: ColumnRole, column: Profile, shared: bool, ruled: bool, priced: bool) -> ColumnRole:
    """Return the role of a column under its label: a number or code, or what the rules beside one of several mean.

    Amounts behind the names of one label are what these are worth (`priced`).
    """
    if priced and role in NAMES:
        return "points"
    if shared and column.running >= MOSTLY and role not in _NUMBERS and _go_on(column):
        return "number"
    if role in NAMES and column.coded >= MOSTLY:
        return "number"
    text = shared and ruled and role == "scoring" and column.filled and column.ruled <= 1 - MOSTLY
    return "requirement" if text else role
