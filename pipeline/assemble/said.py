"""Full marks that an item's own text says it has, where it says so or its parts come to them."""

from typing import Final

from extractors.amounts import full_marks_said, marks_alone, trailing_amount
from extractors.found import Found
from extractors.text import Text
from normalizers.values import AmountValue
from pipeline.structure.atoms import thousandths
from pipeline.structure.tree import Node

_SEVERAL: Final = 2


def ends_in_sum(texts: list[Text]) -> bool:
    """Whether a bracket at the end has what the clauses before come to (`教育（1分）；约谈（1分）。（2分）`)."""
    found, rest = trailing_amount(texts[-1], in_table=False)
    if found is None:
        return False
    parts = [mark for text in (*texts[:-1], rest) for mark in marks_alone(text)]
    return len(parts) >= _SEVERAL and sum(parts) == found.value.value


def said_full(node: Node, texts: list[Text]) -> Found[AmountValue] | None:
    """Return the full marks that an item's text says it has (`该项满分60分`), if it says so once.

    What it only calls full marks (`四个方面，满分40分`) is the item's where its parts come to that.
    """
    said = [found for text in texts for found in full_marks_said(text)]
    if len({found.value.value for found, _ in said}) != 1:
        return None
    found, own = said[0][0], any(own for _, own in said)
    amounts = [child.head.amount for child in node.children if child.head.amount is not None]
    whole = len(amounts) >= _SEVERAL and sum(amounts) == thousandths(found.value.value)
    return found if own or whole else None
