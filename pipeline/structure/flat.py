"""Flattened tables: the cells stand one a line, the columns are gone; only the header tells their kinds."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import cell_amount, is_lone_amount, trailing_amount
from extractors.markers import bare_number, split_marker
from extractors.text import Text, join
from extractors.wraps import is_full, is_open, wrap_width
from normalizers.headers import header_role, is_total_label
from normalizers.values import ColumnRole
from pipeline.structure.atoms import Atom, Follows, Shape, Slot, look_inside
from pipeline.structure.tree import Node

NAME_ROLES: Final = ("level", "title")
_NOT_SLOTS: Final = ("level", "title", "number")
_PRICES: Final = ("points", "weight")
#: An amount in a bracket that a line's end cut, and what closes it.
_OPEN_AMOUNT: Final = regex.compile(r"\([\d.]{0,5}$")
_CLOSING: Final = regex.compile(r"[\d.]{0,5}\s*[分%]?\s*\)")
_LONGEST_SECTION: Final = 20
#: One number in so many stands right behind another where marks given are filled in.
_FILLED: Final = 4
#: A line that a page's end cut is at least so long.
_SHORTEST_CUT: Final = 10
#: Columns that a published table fills in every row; the others may stay empty.
_NEEDED: Final = ("responsible", "lead", "deadline", "points", "weight")


@dataclass(frozen=True, slots=True)
class Flattened:
    """A flattened table's cells as atoms, and its total rows: the word and the numbers behind it."""

    atoms: list[Atom]
    totals: list[tuple[Text, ...]]


def flat_shapes(headers: tuple[Text, ...], total: int | None, atoms: Sequence[Atom]) -> list[tuple[Shape, bool]]:
    """Return the shapes that a header may mean, each with whether its leaves are requirements.

    Where amounts stand between names and requirements, a name has one amount and one requirement, or several rows.
    """
    roles = [header_role(h.chars) for h in headers]
    shapes = [(flat_shape(headers, total, atoms), rows_are_leaves(roles))]
    between = [r for r in roles if r in (*_PRICES, "requirement", *NAME_ROLES)]
    amounts = [i for i, r in enumerate(between) if r in _PRICES]
    if len(amounts) == 1 and "requirement" in between[amounts[0] :] and between[0] in NAME_ROLES:
        shapes.append((flat_shape(headers, total, atoms, rows=False), False))
    return shapes


def flat_shape(
    headers: tuple[Text, ...], total: int | None, atoms: Sequence[Atom] = (), *, rows: bool | None = None
) -> Shape:
    """Return the shape that a flattened table's header gives: so many names deep, then these columns.

    Each requirement is a row of its own and the tree's leaf. Sections (一、) in a requirement column that holds
    rows too are names over them.
    """
    roles = [header_role(h.chars) for h in headers]
    slots: list[Slot] = [r for r in roles if r is not None and r not in _NOT_SLOTS]
    names = sum(1 for r in roles if r in NAME_ROLES)
    rows = rows_are_leaves(roles) if rows is None else rows
    if {"points", "weight"} & set(roles) and not _scores_are_filled(atoms):
        slots = [s for s in slots if s not in ("self_score", "score")]
    names += rows and not names and _has_sections(atoms)
    if rows:
        slots.remove("requirement")
    needed = tuple(s for s in slots if s in _NEEDED)
    priced = any(s in _PRICES for s in slots)
    return Shape(
        leaf=(names + rows) or 1,
        slots=tuple(slots),
        total=total,
        priced=priced,
        needed=needed,
        counted="number" in roles,
    )


def _scores_are_filled(atoms: Sequence[Atom]) -> bool:
    """Whether numbers stand beside numbers, as full marks and marks given do; an empty form has full marks alone."""
    numbers = sum(atom.number is not None for atom in atoms)
    serial = 0
    pairs = 0
    for before, atom in pairwise(atoms):
        counts = atom.running is not None and atom.running.ordinal == serial + 1
        serial += counts
        pairs += before.number is not None and atom.number is not None and not counts
    return pairs * _FILLED >= numbers


def _has_sections(atoms: Sequence[Atom]) -> bool:
    """Whether cells are numbered as sections, each with rows behind it."""
    marked = [a.marker.family == "cn_dun" and len(a.name) <= _LONGEST_SECTION for a in atoms if a.marker is not None]
    counted = any(a.running is not None for a in atoms)
    return any(marked) and (counted or not all(marked))


def rows_are_leaves(roles: Sequence[ColumnRole | None]) -> bool:
    """Whether a table's rows are told by their requirement, under names that may stand over several."""
    return "requirement" in roles


def flat_atoms(cells: list[Text], run_on: Set[int] = frozenset(), *, numbers: int = 1) -> Flattened:
    """Make an atom of each cell; total rows are set apart, each with so many numbers at most as there are columns.

    `run_on` are the offsets at which a cell begins that stands in one paragraph with the one before.
    """
    atoms: list[Atom] = []
    totals: list[tuple[Text, ...]] = []
    widest = wrap_width(cells)
    before: Text | None = None
    last: Text | None = None
    for cell, line in _whole(cells):
        if is_total_label(cell.chars):
            totals.append((cell,))
        elif totals and before is totals[-1][-1] and len(totals[-1]) <= numbers and bare_number(cell) is not None:
            totals[-1] = (*totals[-1], cell)
        else:
            atoms.append(_atom(cell, last, widest, run_on))
        before, last = cell, line
    return Flattened(atoms, totals)


def _atom(cell: Text, before: Text | None, widest: float | None, run_on: Set[int]) -> Atom:
    """Look at a cell, and at how it stands to the line before."""
    if before is None:
        return look_inside(cell)
    follows: Follows = "run" if cell.start in run_on else "wrapped" if is_full(before, widest) else "line"
    stopped = not is_open(before) or cell_amount(before) is not None
    return look_inside(cell, follows, stopped=stopped, cut=not stopped and len(before) >= _SHORTEST_CUT)


def _whole(cells: list[Text]) -> list[tuple[Text, Text]]:
    """Join an amount's bracket (`（20分）`), or the rest of one, to the name that it was wrapped away from.

    Returns each cell with its last line.
    """
    whole: list[tuple[Text, Text]] = []
    for cell in cells:
        if whole and (_closes(whole[-1][0], cell) or _is_amount_of(whole[-1][0], cell)):
            whole[-1] = (join([whole[-1][0], cell]), cell)
        else:
            whole.append((cell, cell))
    return whole


def _closes(before: Text, cell: Text) -> bool:
    return _OPEN_AMOUNT.search(before.folded) is not None and _CLOSING.match(cell.folded) is not None


def _is_amount_of(before: Text, cell: Text) -> bool:
    if not is_lone_amount(cell) or (split_marker(cell)[0] is not None and is_open(before)):
        return False
    return trailing_amount(before, in_table=True)[0] is None


def collapsed(node: Node, leaf: int) -> Node:
    """Make one node of a name over a single row: the row's requirement and columns are its own."""
    node.children = [collapsed(child, leaf) for child in node.children]
    if node.depth == leaf - 1 and len(node.children) == 1:
        (row,) = node.children
        node.filled += [("requirement", row.head._replace(slot="requirement")), *row.filled]
        node.repeats += row.repeats
        node.children = []
    return node
