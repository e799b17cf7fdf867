"""Full marks that an item's own text says it has, where it says so or its parts come to them."""

from typing import Final

import regex

from extractors.amounts import column_amount, marks_alone, trailing_amount
from extractors.found import Found
from extractors.full_marks import full_marks_said
from extractors.text import Text
from normalizers.numerals import number
from normalizers.values import AmountUnit, AmountValue
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


#: A number at a name's end, without a bracket and 分: none that numbers the name itself (`项目3`), nor a year's.
_AT_END: Final = regex.compile(r"(?<=[\p{Han}”)])(?<![第类项级务标段号年期组目批次])\s*(?P<n>\d{1,3}(?:\.\d)?)$")
_PRICES: Final = ("points", "weight")


def summed_number(node: Node, name: Text) -> tuple[Found[AmountValue], Text] | None:
    """Cut a bare number off the end of a name whose rows come to it (`组织体系 15` over rows of 8 and 7).

    Alone it may be anything; that the rows' marks add up to it leaves no doubt, and what it lost is a repair.
    """
    match = _AT_END.search(name.folded) if name.folded[-1:].isdecimal() and len(node.children) >= _SEVERAL else None
    value = number(match["n"]) if match is not None else None
    if match is None or value is None:
        return None
    worths = [_worth(child) for child in node.children]
    if any(worth is None for worth in worths) or sum(worth or 0 for worth in worths) != thousandths(value):
        return None
    amount = AmountValue(value, _unit(node), basis="repaired")
    return Found(amount, name[match.start("n") :]), name[: match.start()].strip()


def _worth(node: Node) -> int | None:
    """Return what a node's name or its cell of full marks is worth, else what its rows come to."""
    if node.head.amount is not None:
        return node.head.amount
    cells = [found for slot, atom in node.filled if slot in _PRICES and (found := column_amount(atom.text)) is not None]
    rows = [_worth(child) for child in node.children]
    if cells:
        return thousandths(cells[0].value.value)
    return None if not rows or None in rows else sum(row or 0 for row in rows)


def _unit(node: Node) -> AmountUnit:
    """Return the unit of the cells below a name."""
    slots = {slot for child in node.children for slot, _ in child.filled}
    return "percent" if "weight" in slots and "points" not in slots else "point"
