"""Lines below a heading that are its own: who and when below its last point, and points that are parts of it.

Points are parts where each begins with what it is of their heading: `（1）考核内容：…`, `（2）评分办法：…`.
"""

from typing import Final

from extractors.labels import label_at_head, labelled_line
from extractors.markers import split_marker
from extractors.text import Text, join
from extractors.unit_labels import trailing_bracket
from normalizers.values import ColumnRole
from pipeline.structure.atoms import Slot
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


#: What a part of a heading may be; its name as another says it is what must be done.
_PARTS: Final[dict[str, Slot]] = {
    "title": "requirement", "requirement": "requirement", "scoring": "scoring", "method": "method",
    "evidence": "evidence", "responsible": "responsible", "lead": "lead", "support": "support", "deadline": "deadline",
}  # fmt: skip


def take_parts(nodes: list[Node]) -> None:
    """Give headings side by side the numbered points below them, where each begins with what it is of its heading.

    A heading with full marks tells enough; of others several must have such points.
    """
    for node in nodes:
        take_parts(node.children)
    told = [(node, parts) for node in nodes if (parts := _parts(node))]
    for node, parts in told:
        if node.head.amount is not None or len(told) >= _FEWEST_PARTS:
            for child, slot, label, words in parts:
                name, number = label.strip("：: ").value, child.head.marker
                printed = join([number.text, label]) if number is not None else label
                own = child.head._replace(text=words, slot=slot, opens=False, label=printed, marker=None, header=name)
                node.filled += [(slot, own._replace(amount=None)), *child.filled]
            node.children = []


_FEWEST_PARTS: Final = 2


def _parts(node: Node) -> list[tuple[Node, Slot, Text, Text]]:
    """Return the points below a heading with their slots, labels and words; [] where they are no parts of it."""
    labels = [(child, _label(child)) for child in node.children]
    found = [
        (child, slot, label[1], label[2])
        for child, label in labels
        if label is not None and (slot := _PARTS.get(label[0])) is not None
    ]
    slots = [slot for _, slot, _, _ in found]
    whole = len(found) == len(labels) >= _FEWEST_PARTS and "scoring" in slots
    return found if whole and (node.head.amount is not None or "requirement" in slots) else []


def _label(node: Node) -> tuple[ColumnRole, Text, Text] | None:
    """Return the role, the label and the words of a numbered point without points below it."""
    marker, rest = split_marker(node.head.text)
    return label_at_head(rest) if marker is not None and not node.children else None
