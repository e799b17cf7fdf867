"""Weights printed as parts of one (`权重 0.15`), told from marks: they are less than one and come to one."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Final

from extractors.amounts import cell_amount
from normalizers.widths import fold
from pipeline.structure.atoms import Atom
from pipeline.structure.tree import Node

_FEWEST: Final = 2
#: A header of weights says neither marks nor hundredths; below 权重 marks of any size may stand as well.
_WEIGHT: Final = ("权重", "比重", "权数")
_NOT_PARTS: Final = frozenset("%分")


def is_of_weights(header: str) -> bool:
    """Whether a header is one of weights, which may be parts of one or marks."""
    folded = fold(header)
    return any(word in folded for word in _WEIGHT) and _NOT_PARTS.isdisjoint(folded)


def are_parts(values: Collection[Decimal]) -> bool:
    """Whether numbers are parts of one, or of one each: less than one, and whole together."""
    whole = sum(values, Decimal(0))
    return len(values) >= _FEWEST and all(0 < value < 1 for value in values) and whole == whole.to_integral_value()


def tell_shares(roots: list[Node]) -> None:
    """Mark the weights of trees as parts of one, where each family's or the first level's come to one."""
    families = [found for nodes in _families(roots) if (found := _weights(nodes))]
    values = [value for family in families for value in family.values()]
    if not are_parts(values) and not (families and are_parts(families[0].values())):
        return
    if all(0 < value < 1 for value in values):
        _mark(roots, {start for family in families for start in family})


def _families(nodes: list[Node]) -> Iterator[list[Node]]:
    """Yield the nodes of the first level, then the children of each node."""
    yield nodes
    for node in nodes:
        if node.children:
            yield from _families(node.children)


def _weights(nodes: list[Node]) -> dict[int, Decimal]:
    """Return what the nodes' own cells print below a header of weights, by where each stands."""
    atoms = [atom for node in nodes for slot, atom in node.filled if slot in ("weight", "points") and _is_weight(atom)]
    found = {atom.text.start: cell_amount(atom.text) for atom in atoms}
    return {start: amount.value.value for start, amount in found.items() if amount is not None}


def _is_weight(atom: Atom) -> bool:
    own = not atom.inherited and _NOT_PARTS.isdisjoint(atom.text.folded)
    return own and atom.header is not None and is_of_weights(atom.header)


def _mark(nodes: list[Node], starts: set[int]) -> None:
    for node in nodes:
        node.filled = [(s, a._replace(unit="percent") if a.text.start in starts else a) for s, a in node.filled]
        _mark(node.children, starts)
