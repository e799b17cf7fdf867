"""Formulas of a Word file (ECMA-376, 22.1) on one line, as they would be typed."""

from typing import Final

from pipeline.readers.formulas import Joined
from pipeline.readers.word.numbering import Element, W, child

M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXTS: Final = (M + "t", W + "t")
_SKIPPED: Final = frozenset((W + "del", W + "moveFrom", W + "delText", W + "instrText"))
#: What is set in parts: how they are joined, and their names in that order.
_PARTS: Final = {
    M + name: (kind, tuple(M + part for part in parts.split()))
    for name, kind, parts in (
        ("f", "fraction", "num den"), ("sSup", "power", "e sup"), ("sSub", "indexed", "e sub"),
        ("sSubSup", "indexed_power", "e sub sup"), ("rad", "root", "e deg"), ("limLow", "limits", "e lim"),
        ("eqArr", "listed", "e"), ("mr", "listed", "e"), ("m", "listed", "mr"),
    )
}  # fmt: skip
#: The sign where a formula names none: an integral (22.1.2.70).
_INTEGRAL: Final = "∫"


def formula(node: Element, unread: frozenset[Element] = frozenset()) -> str:
    """Return what a part of a formula shows; runs with `unread` properties show nothing."""
    tag = node.tag
    if tag in _TEXTS:
        return node.text or ""
    if not isinstance(tag, str) or tag in _SKIPPED or tag.endswith("Pr"):
        return ""
    if tag == M + "d":
        return _between(node, unread)
    if tag == M + "nary":
        return Joined["limits"]([_sign(node, "chr", _INTEGRAL), *_named(node, ("sub", "sup", "e"), unread)])
    if tag in _PARTS:
        kind, parts = _PARTS[tag]
        # What is stacked without a stroke is no fraction.
        kind = "listed" if kind == "fraction" and _sign(node, "type", "bar") == "noBar" else kind
        return Joined[kind]([formula(one, unread) for part in parts for one in node.iterchildren(part)])
    if unread and any(inner in unread for inner in node):
        return ""
    return "".join(formula(inner, unread) for inner in node)


def _named(node: Element, names: tuple[str, ...], unread: frozenset[Element]) -> list[str]:
    found = (child(node, M + name) for name in names)
    return [formula(one, unread) if one is not None else "" for one in found]


def _sign(node: Element, name: str, default: str) -> str:
    """Return what a formula's part says of itself in its properties."""
    properties = child(node, f"{node.tag}Pr")
    said = child(properties, M + name) if properties is not None else None
    return default if said is None else said.get(M + "val") or ""


def _between(node: Element, unread: frozenset[Element]) -> str:
    """Return what stands between brackets, round ones where it names no others (22.1.2.24)."""
    parts = [formula(one, unread) for one in node.iterchildren(M + "e")]
    return _sign(node, "begChr", "(") + _sign(node, "sepChr", "|").join(parts) + _sign(node, "endChr", ")")
