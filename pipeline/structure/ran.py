"""Remarks in a table that was run together: nothing divides them from the cells beside them but how those look."""

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.amounts import trailing_amount
from extractors.looks import looks, tells_how_one_looks
from extractors.markers import is_marked
from extractors.text import Text
from pipeline.structure.tree import Node

#: What is nothing but that ends where it ends, whatever follows.
_ENDS: Final = ("serial", "figure", "quantity", "time", "units")


def doubtful_remarks(roots: Sequence[Node]) -> list[Text]:
    """Return the remarks that may as well belong to the cell before them, or to the row behind them."""
    told = sorted(_texts(roots), key=lambda pair: pair[1].start)
    found: list[Text] = []
    for (_, before), (slot, text), (_, after) in zip(told, told[1:], [*told[2:], ("", None)], strict=False):
        if slot != "remarks" or tells_how_one_looks(text):
            continue
        begins = before.end == text.start and _is_open_ended(before)
        ends = after is not None and after.start == text.end and not _begins(after)
        found += [text] if begins or ends else []
    return found


def _texts(nodes: Sequence[Node]) -> Iterator[tuple[str, Text]]:
    """Yield the texts of nodes, each with its column."""
    for node in nodes:
        yield "head", node.head.text
        yield from ((slot, atom.text) for slot, atom in node.filled if not atom.inherited)
        yield from _texts(node.children)


def _is_open_ended(text: Text) -> bool:
    look = next(looks([text]))
    return look.stops or look.kind not in _ENDS


def _begins(text: Text) -> bool:
    """Whether something shows that a cell begins: its number, or that it is a name with an amount."""
    return is_marked(text) or trailing_amount(text, in_table=True)[0] is not None
