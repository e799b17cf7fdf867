"""Nodes of the tree that the search drew, before anybody reads values out of them."""

from dataclasses import dataclass, field

from extractors.text import Text
from pipeline.structure.atoms import Atom, Slot
from pipeline.structure.search import Decision


@dataclass(slots=True)
class Node:
    """A node under construction: its head, the atoms that fill its slots, its children."""

    depth: int
    head: Atom
    filled: list[tuple[Slot, Atom]] = field(default_factory=list)
    repeats: list[Text] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)


def build(atoms: list[Atom], decisions: tuple[Decision, ...]) -> tuple[list[Node], list[Atom]]:
    """Turn decisions into trees; atoms that come before any node are returned apart."""
    roots: list[Node] = []
    path: list[Node] = []
    loose: list[Atom] = []
    for atom, decision in zip(atoms, decisions, strict=True):
        if decision.kind == "open":
            path = path[: decision.depth - 1]
            node = Node(decision.depth, atom)
            (path[-1].children if path else roots).append(node)
            path.append(node)
        elif decision.kind == "rejoin":
            path = path[: decision.depth]
            path[-1].repeats.append(atom.text)
        elif path:
            path = path[:-1] if atom.sums_up and len(path) > 1 else path
            path[-1].filled.append((decision.slot or "text", atom))
        else:
            loose.append(atom)
    return roots, loose
