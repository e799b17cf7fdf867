"""Flattened tables: the cells stand one a line, the columns are gone; only the header tells their kinds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.amounts import leading_amount, trailing_amount
from extractors.markers import Marker, bare_number
from extractors.text import Text, join
from normalizers.headers import header_role, is_total_label
from normalizers.values import ColumnRole
from pipeline.structure.atoms import Atom, Shape, Slot, look_inside
from pipeline.structure.tree import Node

NAME_ROLES: Final = ("level", "title")
_NOT_SLOTS: Final = ("level", "title", "number")
_PRICES: Final = ("points", "weight")
#: Columns that a published table fills in every row; the others may stay empty.
_NEEDED: Final = ("responsible", "lead", "deadline", "points", "weight")


@dataclass(frozen=True, slots=True)
class Flattened:
    """A flattened table's cells as atoms, and its total rows: the word and the numbers behind it."""

    atoms: list[Atom]
    totals: list[tuple[Text, ...]]


def flat_shape(headers: tuple[Text, ...], total: int | None) -> Shape:
    """Return the shape that a flattened table's header gives: so many names deep, then these columns.

    Behind names that are no levels, each requirement is a row of its own and the tree's leaf.
    """
    roles = [header_role(h.chars) for h in headers]
    slots: list[Slot] = [r for r in roles if r is not None and r not in _NOT_SLOTS]
    names = sum(1 for r in roles if r in NAME_ROLES)
    rows = rows_are_leaves(roles)
    if rows:
        slots.remove("requirement")
    needed = tuple(s for s in slots if s in _NEEDED)
    priced = any(s in _PRICES for s in slots)
    return Shape(leaf=(names + rows) or 1, slots=tuple(slots), total=total, priced=priced, needed=needed)


def rows_are_leaves(roles: Sequence[ColumnRole | None]) -> bool:
    """Whether a table's rows are told by their requirement, under names that may stand over several."""
    return "requirement" in roles and "level" not in roles


def flat_atoms(cells: list[Text], *, numbered: bool = False) -> Flattened:
    """Make an atom of each cell; a running number before a cell becomes its marker, totals are set apart."""
    atoms: list[Atom] = []
    totals: list[tuple[Text, ...]] = []
    marker: Marker | None = None
    for cell in _whole(cells):
        number = bare_number(cell)
        if is_total_label(cell.chars):
            totals.append((cell,))
        elif totals and number is not None and totals[-1][-1].end <= cell.start and _follows(totals[-1], cell, atoms):
            totals[-1] = (*totals[-1], cell)
        elif numbered and number is not None and marker is None and number.ordinal == _expected(atoms):
            marker = number
        else:
            atom = look_inside(cell)
            atoms.append(replace(atom, marker=atom.marker or marker) if marker is not None else atom)
            marker = None
    return Flattened(atoms, totals)


def _whole(cells: list[Text]) -> list[Text]:
    """Join an amount in a bracket of its own (`（20分）`) to the name that it was wrapped away from."""
    whole: list[Text] = []
    for cell in cells:
        amount = leading_amount(cell)
        alone = amount is not None and amount[1] is None and not amount[2].chars
        if alone and whole and trailing_amount(whole[-1], in_table=True)[0] is None:
            whole[-1] = join([whole[-1], cell])
        else:
            whole.append(cell)
    return whole


def _follows(total: tuple[Text, ...], cell: Text, atoms: list[Atom]) -> bool:
    """Whether a number still belongs to the total row: no other cell came between."""
    return not atoms or atoms[-1].text.end <= total[0].start


def _expected(atoms: list[Atom]) -> int:
    """Return the running number that comes next."""
    counted = [a.marker.ordinal for a in atoms if a.marker is not None and a.marker.family == "number"]
    return (counted[-1] or 0) + 1 if counted else 1


def collapsed(node: Node, leaf: int) -> Node:
    """Make one node of a name over a single row: the row's requirement and columns are its own."""
    node.children = [collapsed(child, leaf) for child in node.children]
    if node.depth == leaf - 1 and len(node.children) == 1:
        (row,) = node.children
        node.filled += [("requirement", replace(row.head, slot="requirement")), *row.filled]
        node.repeats += row.repeats
        node.children = []
    return node
