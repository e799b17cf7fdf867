"""Lines that say who and when below the last of several points: they are about all of them, so their parent's."""

from typing import Final

from extractors.labels import labelled_line
from extractors.text import Text
from extractors.unit_labels import trailing_bracket
from pipeline.structure.tree import Node

_ABOUT: Final = ("units", "leader", "deadline")


def raise_labels(node: Node) -> None:
    """Give a heading the labelled lines below its last point, where no other point says anything of the kind."""
    for child in node.children:
        raise_labels(child)
    *others, last = node.children or [node]
    if not others or last.children or any(map(_says, others)):
        return
    at = next((i for i, (slot, atom) in enumerate(last.filled) if slot == "text" and _is_label(atom.text)), None)
    if at is not None and trailing_bracket(last.head.text) is None:
        node.filled += last.filled[at:]
        del last.filled[at:]


def _is_label(text: Text) -> bool:
    line = labelled_line(text)
    return line is not None and line[0] in _ABOUT


def _says(node: Node) -> bool:
    texts = [node.head.text, *(atom.text for slot, atom in node.filled)]
    listed = any(slot == "responsible" for slot, _ in node.filled)
    return listed or any(_is_label(text) or trailing_bracket(text) for text in texts)
