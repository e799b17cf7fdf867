"""A column of classes between names and requirements (`定性`, `定量`): set apart, for a row begins behind its class."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extractors.text import Text
from normalizers.headers import bare_header, column_role
from pipeline.structure.atoms import Atom
from pipeline.structure.moves import Decision

#: A class is a short word, and one of few that are said again and again.
_CLASS: Final = regex.compile(r"\p{Han}{2,4}")
_MOST_CLASSES: Final = 4
_FEWEST: Final = 3
_LEVELS: Final = ("level", "title", "requirement")


@dataclass(frozen=True, slots=True)
class Classed:
    """Headers and atoms without the column of classes, and each class by the place of the atom behind it."""

    headers: tuple[Text, ...]
    atoms: list[Atom]
    classes: dict[int, Atom]


def without_classes(headers: Sequence[Text], atoms: list[Atom]) -> Classed:
    """Set the classes of the one column of them apart; all stays where no word is said often enough to be one."""
    roles = [column_role(header.chars) for header in headers]
    last = max((at for at, role in enumerate(roles) if role in _LEVELS), default=0)
    columns = [at for at in range(1, last) if roles[at] in (None, "other")]
    words = _classes(atoms) if len(columns) == 1 else set[str]()
    if not words or any(bare_header(header.chars) in words for header in headers):
        return Classed(tuple(headers), atoms, {})
    kept, classes = list[Atom](), dict[int, Atom]()
    for atom in atoms:
        if atom.text.folded in words and len(kept) not in classes:
            classes[len(kept)] = atom._replace(slot="other", opens=False)
        else:
            kept.append(atom)
    return Classed((*headers[: columns[0]], *headers[columns[0] + 1 :]), kept, classes)


def _classes(atoms: Sequence[Atom]) -> set[str]:
    """Return the words that are said so often that they are classes: each again, and few of them."""
    said = Counter(a.text.folded for a in atoms if _CLASS.fullmatch(a.text.folded) and not _is_something(a))
    often = {word for word, count in said.items() if count > 1}
    return often if len(often) <= _MOST_CLASSES and sum(said[word] for word in often) >= _FEWEST else set()


def _is_something(atom: Atom) -> bool:
    return atom.units or atom.same or atom.rule or atom.time or atom.kind or atom.number is not None


def with_classes(
    atoms: Sequence[Atom], decisions: Sequence[Decision], classes: dict[int, Atom]
) -> tuple[list[Atom], tuple[Decision, ...]]:
    """Put each class behind the atom that it stood before, and behind what that goes on with, as a cell of its row."""
    made, told = list[Atom](), list[Decision]()
    waiting: Atom | None = None
    for at, (atom, decision) in enumerate(zip(atoms, decisions, strict=True)):
        if waiting is not None and decision.kind != "continue":
            made.append(waiting)
            told.append(Decision("fill", told[-1].depth, "other"))
            waiting = None
        made.append(atom)
        told.append(decision)
        waiting = classes.get(at, waiting)
    if waiting is not None:
        made.append(waiting)
        told.append(Decision("fill", told[-1].depth, "other"))
    return made, tuple(told)
