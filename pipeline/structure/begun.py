"""Rows of a flattened table that begin with their amount, for what it is given for is merged with the row above."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractors.looks import tells_how_one_looks
from extractors.markers import bare_number
from extractors.text import Text
from pipeline.structure.atoms import Atom
from pipeline.structure.flat import flat_roles

_MARKS: Final = ("points", "weight")
#: So many amounts tell how amounts are written.
_FEWEST: Final = 3


def rows_begun(headers: Sequence[Text], atoms: list[Atom]) -> list[Atom]:
    """Tell numbers that count rows from amounts, where each of those has its 分, and amounts that begin a row.

    An amount behind how marks are given, or behind how one looks, begins one where it stands before both in the header.
    """
    lone = [atom for atom in atoms if atom.number is not None]
    bare = [atom for atom in lone if bare_number(atom.text) is not None]
    ordinals = [atom.running.ordinal for atom in bare if atom.running is not None]
    if ordinals != list(range(1, len(bare) + 1)) or len(lone) - len(bare) < max(_FEWEST, len(bare)):
        return atoms
    begins = _stand_before(list(flat_roles(tuple(headers), atoms)))
    return [_told(atom, before, begins=begins) for before, atom in pairwise([None, *atoms]) if atom is not None]


def _stand_before(roles: list[str | None]) -> bool:
    """Whether the full marks stand before how they are given, and behind what they are given for."""
    marks = next((at for at, role in enumerate(roles) if role in _MARKS), len(roles))
    words = any(role in ("requirement", "title", "level") for role in roles[:marks])
    return words and "scoring" in roles[marks:] and not {"scoring", "method"} & set(roles[:marks])


def _told(atom: Atom, before: Atom | None, *, begins: bool) -> Atom:
    if atom.number is None:
        return atom
    if bare_number(atom.text) is not None:
        return atom._replace(number=None)
    behind = before is not None and before.number is None and (before.rule or tells_how_one_looks(before.text))
    return atom._replace(number=None, amount=atom.number, name="") if behind and begins else atom
