"""Cells of a flattened row behind clauses that say their own marks: those of the whole row, not of the last clause.

`1.成立专班。（2分）`, `2.召开会议。（3分）`, then `5` in the column of full marks and the standard behind it.
"""

from typing import Final

from pipeline.structure.tree import Node

_PRICES: Final = ("points", "weight")
_FEWEST: Final = 2


def with_sums_raised(node: Node) -> Node:
    """Give a node without marks the cells behind its last child whose marks are what its children's words add up to."""
    for child in node.children:
        with_sums_raised(child)
    at = _sum_cell(node)
    if at is not None:
        last = node.children[-1]
        node.filled += last.filled[at:]
        del last.filled[at:]
    return node


def _sum_cell(node: Node) -> int | None:
    """Return which cell of the last child holds what the words of all add up to; None where there is no such cell."""
    if node.head.amount is not None or _priced(node) is not None or not node.children:
        return None
    *others, last = node.children
    at = _priced(last)
    clauses = [child for child in node.children if child.head.amount is not None]
    if at is None or last.head.amount is None or len(clauses) < _FEWEST or any(child.children for child in clauses):
        return None
    if any(_priced(child) is not None for child in others) or last.head.marker is None:
        return None
    number = last.filled[at][1].number
    return at if number == sum(child.head.amount or 0 for child in clauses) else None


def _priced(node: Node) -> int | None:
    """Return the first cell of a node that holds full marks."""
    return next((at for at, (slot, _) in enumerate(node.filled) if slot in _PRICES), None)
