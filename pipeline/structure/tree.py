"""Nodes of the tree that the search drew, before anybody reads values out of them."""

from dataclasses import dataclass, field

from extractors.markers import Marker
from extractors.text import Text, join
from pipeline.structure.atoms import Atom, Slot
from pipeline.structure.moves import Decision


@dataclass(slots=True)
class Node:
    """A node under construction: its head, the atoms that fill its slots, its children."""

    depth: int
    head: Atom
    filled: list[tuple[Slot, Atom]] = field(default_factory=list)
    repeats: list[Text] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Built:
    """Trees, the atoms before any node, and the page numbers that stood between parts of cells."""

    roots: list[Node]
    loose: list[Atom]
    pages: list[Text]


def build(atoms: list[Atom], decisions: tuple[Decision, ...]) -> Built:
    """Turn decisions into trees; atoms that come before any node are returned apart."""
    built = Built([], [], [])
    path: list[Node] = []
    counted: Marker | None = None
    cut = False
    for atom, decision in zip(atoms, decisions, strict=True):
        if decision.kind == "open":
            path = path[: decision.depth - 1]
            head = atom._replace(marker=counted) if atom.marker is None and counted is not None else atom
            node = Node(decision.depth, head)
            if counted is not None and atom.marker is not None:
                node.filled.append(("number", Atom(text=counted.text, slot="number", opens=False)))
            counted = None
            (path[-1].children if path else built.roots).append(node)
            path.append(node)
        elif decision.kind == "rejoin":
            path = path[: decision.depth]
            path[-1].repeats.append(atom.text)
        elif decision.kind == "count":
            counted = atom.running
        elif decision.kind in ("page", "turn"):
            built.pages.append(atom.text)
        elif decision.kind == "continue" and path:
            _continue(path[-1], atom, decision.slot, cut=cut)
        elif path:
            path = path[:-1] if atom.sums_up and len(path) > 1 else path
            path[-1].filled.append((decision.slot or "text", atom))
        else:
            built.loose.append(atom)
        cut = decision.kind == "page"
    return built


def _continue(node: Node, atom: Atom, slot: Slot | None, *, cut: bool) -> None:
    """Put an atom behind the cell that it goes on with: the one filled last, or the name (no slot).

    One that a page's end `cut` is whole again.
    """
    separator = "\n" if atom.follows == "line" and atom.stopped and not cut else ""
    if slot is not None and node.filled:
        last_slot, last = node.filled[-1]
        node.filled[-1] = last_slot, last._replace(text=_joined(last.text, atom.text, separator))
    else:
        node.head = node.head._replace(text=_joined(node.head.text, atom.text, separator))


def _joined(one: Text, other: Text, separator: str) -> Text:
    """Join two texts as they are printed: an amount that is read behind its name may stand before it."""
    return join(sorted((one, other), key=lambda text: text.start), separator)
