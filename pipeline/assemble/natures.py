"""What an item is for the sum of marks: counted, given besides, taken off, or deciding alone; and what says so."""

from typing import Final

from extractors.natures import nature_named, nature_of, said_of_itself
from extractors.text import Text
from normalizers.headers import bare_header, header_effect
from normalizers.values import Effect, Nature
from normalizers.widths import fold
from pipeline.assemble.work import rewards_otherwise
from pipeline.structure.atoms import Atom, Slot
from pipeline.structure.tree import Node

#: Columns whose words may say of what kind an item is, and nothing else (`指标性质` over `加分指标`).
_CLASSES: Final = ("性质", "类型", "类别", "属性", "分类")
#: The header of such a column may say what all its names are (`扣分事项`).
_NAMING: Final = ("title", "level", "requirement")
_MARKS: Final = ("points", "weight")
#: What such an item's marks do.
EFFECTS: Final[dict[Nature, Effect]] = {"bonus": "add", "deduction": "deduct"}


def nature_of_node(node: Node, title: Text | None, first: Text | None) -> Nature | None:
    """Return what a node's name says of it, words where its marks or its kind should be, or its column's header.

    One without a name may say it where its `first` text begins.
    """
    if rewards_otherwise(node):
        return None
    marks = [atom.text.folded for slot, atom in node.filled if slot in _MARKS]
    named = [title.folded] if title is not None else []
    begins = [first.folded] if first is not None and title is None else []
    found = [
        *(nature_of(text) or said_of_itself(text) for text in named),
        *(nature_named(atom.text.folded) for slot, atom in _cells(node) if _may_name(slot, atom, title)),
        *map(said_of_itself, begins),
        *map(nature_of, marks),
    ]
    return next((nature for nature in found if nature is not None), None) or _headed_nature(node)


def _cells(node: Node) -> list[tuple[Slot | None, Atom]]:
    return [(node.head.slot, node.head), *node.filled]


def _may_name(slot: Slot | None, atom: Atom, title: Text | None) -> bool:
    """Whether a cell may name the kind: a text where there is no name, a remark, a class."""
    if slot == "requirement":
        return title is None
    return slot == "remarks" or (slot == "other" and bare_header(atom.header or "").endswith(_CLASSES))


def _headed_nature(node: Node) -> Nature | None:
    """Return what the headers of an item's name and text say of it, where they agree (`加分内容` beside its marks).

    What stands behind the name speaks for the item only where its marks are of that kind (not in `分值 | 扣分内容`).
    """
    marks = {header_effect(atom.header or "") for slot, atom in node.filled if slot in _MARKS}
    marks |= {None} if node.head.amount is not None else set()
    found = {
        nature
        for atom in (node.head, *(atom for slot, atom in node.filled if slot in _NAMING))
        if atom.header is not None and (nature := nature_of(fold(atom.header))) is not None
        if (atom is node.head and atom.slot in _NAMING) or marks <= {EFFECTS.get(nature)}
    }
    return found.pop() if len(found) == 1 else None
