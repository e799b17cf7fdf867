"""Formulas of a page (MathML Core) on one line, as they would be typed."""

from typing import Final

from pipeline.readers.formulas import Joined
from pipeline.readers.web.elements import UNSEEN, Element
from pipeline.readers.web.looks import is_hidden

_PARTS: Final = {
    "mfrac": "fraction", "msup": "power", "mover": "power", "msub": "indexed", "munder": "indexed",
    "msubsup": "indexed_power", "munderover": "indexed_power", "mroot": "root", "mtable": "listed", "mtr": "listed",
}  # fmt: skip
#: Signs for sums and products, under and over which their limits stand.
_LARGE: Final = frozenset("∑∏∫⋃⋂")
_UNDER_OVER: Final = frozenset(("msub", "munder", "msubsup", "munderover"))
#: The source of a formula, which a page may keep beside it.
_SOURCES: Final = frozenset(("annotation", "annotation-xml"))


def formula(element: Element) -> str:
    """Return what a part of a formula shows."""
    tag = element.tag
    if tag in UNSEEN or tag in _SOURCES or is_hidden(element):
        return ""
    if not len(element):
        return "".join((element.text or "").split())
    if tag in ("mfenced", "msqrt"):
        return _around(element)
    parts = [formula(child) for child in element]
    if tag in _UNDER_OVER and parts[0] in _LARGE:
        return Joined["limits"](parts)
    if tag in _PARTS:
        return Joined[_PARTS[tag]](parts)
    return _with_tails(element)


def _around(element: Element) -> str:
    """Return what stands between brackets, round ones where it names no others, or under a root."""
    inside = _with_tails(element)
    if element.tag == "msqrt":
        return Joined["root"]([inside])
    return f"{element.get('open', '(')}{inside}{element.get('close', ')')}"


def _with_tails(element: Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        pieces += [formula(child), child.tail or ""]
    return "".join("".join(piece.split()) if piece.isspace() else piece.strip() for piece in pieces)
