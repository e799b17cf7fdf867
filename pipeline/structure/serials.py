"""Running numbers of a flattened table: one printed before a group's name counts the group's first row."""

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.markers import Marker, bare_number
from pipeline.structure.atoms import Atom
from pipeline.structure.tree import Node

#: The family of a number that stands alone and counts rows.
COUNTING: Final = "number"
_PAIR: Final = 2


def serial_of(node: Node) -> Marker | None:
    """Return the running number that counts a node's row."""
    if node.head.marker is not None and node.head.marker.family == COUNTING:
        return node.head.marker
    return next((bare_number(atom.text) for slot, atom in node.filled if slot == "number"), None)


def _handed_down(own: Marker, node: Node, row: Node) -> None:
    """Take a running number from a group and give it to a row."""
    if node.head.marker is own:
        node.head = node.head._replace(marker=None)
    node.filled = [(slot, atom) for slot, atom in node.filled if slot != "number"]
    if row.head.marker is None:
        row.head = row.head._replace(marker=own)
    else:
        row.filled.append(("number", Atom(text=own.text, slot="number", opens=False)))


def with_rows_counted(roots: list[Node]) -> list[Node]:
    """Give the rows the running numbers before their groups' names, where the numbers count all rows of the table.

    They count groups where no row has one of its own.
    """
    rows = [path for root in roots for path in _rows(root, [])]
    held = [[(serial, node) for node in path if (serial := serial_of(node)) is not None] for path in rows]
    if not all(len(each) == 1 for each in held) or not _count_on([each[0][0].ordinal for each in held]):
        return roots
    counted = [(serial, node, path[-1]) for ((serial, node),), path in zip(held, rows, strict=True)]
    if any(node is row for _, node, row in counted):
        for serial, node, row in counted:
            if node is not row:
                _handed_down(serial, node, row)
    return roots


def _rows(node: Node, above: list[Node]) -> Iterator[list[Node]]:
    """Yield each row as the nodes that it is the first row of, the outermost first, and itself."""
    if not node.children:
        yield [*above, node]
    for at, child in enumerate(node.children):
        yield from _rows(child, [*above, node] if at == 0 else [])


def _count_on(ordinals: Sequence[int | None]) -> bool:
    first = ordinals[0] if ordinals else None
    return first is not None and list(ordinals) == list(range(first, first + len(ordinals)))


def with_serials(node: Node) -> Node:
    """Give the first row the running number before its group's name, where the rows behind it go on from it."""
    node.children = [with_serials(child) for child in node.children]
    own = serial_of(node)
    if own is None or own.ordinal is None or len(node.children) < _PAIR or serial_of(node.children[0]) is not None:
        return node
    following = serial_of(node.children[1])
    if following is not None and following.ordinal == own.ordinal + 1:
        _handed_down(own, node, node.children[0])
    return node


def rows_below_number(node: Node) -> list[Node]:
    """Return the rows below a running number that was taken for a name over them (`1` over rows that go on with 2).

    The number is the first row's. [node] where it is a name, or counts something else.
    """
    number = bare_number(node.head.text) if node.head.marker is None and not node.filled else None
    if number is None or number.ordinal is None or len(node.children) < _PAIR:
        return [node]
    first, second, *_ = node.children
    following = serial_of(second)
    if serial_of(first) is not None or following is None or following.ordinal != number.ordinal + 1:
        return [node]
    first.head = first.head._replace(marker=number)
    return node.children
