"""Flattened tables: the cells stand one a line, the columns are gone; only the header tells their kinds."""

from typing import Final

from extractors.text import Text
from normalizers.headers import header_role
from pipeline.structure.atoms import Atom, Shape, Slot, look

NAME_ROLES: Final = ("level", "title")
_NOT_SLOTS: Final = ("level", "title", "number")


def flat_shape(headers: tuple[Text, ...], total: int | None) -> Shape:
    """Return the shape that a flattened table's header gives: so many names deep, then these columns."""
    roles = [header_role(h.chars) for h in headers]
    leaf = sum(1 for r in roles if r in NAME_ROLES) or 1
    slots: list[Slot] = [r for r in roles if r is not None and r not in _NOT_SLOTS]
    return Shape(leaf=leaf, slots=tuple(slots), total=total)


def flat_atoms(cells: list[Text]) -> list[Atom]:
    """Make an atom of each cell; the first must begin a tree."""
    return [look(cell, in_table=True) for cell in cells]
