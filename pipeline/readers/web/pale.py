"""Letters that nobody sees, for they are white on white or have no size: each piece of them is marked as hidden.

Where it cannot be known what is behind white letters, they are read.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import regex
from lxml import etree

from pipeline.readers.web.elements import UNSEEN, Element, shown_length, visible_length
from pipeline.readers.web.paint import is_pale, is_paper, paint

#: What has a colour of its own, whatever is around it, and what is marked with a colour.
_COLOURED: Final = frozenset(("a", "button", "input", "select", "textarea", "table"))
_MARKED: Final = "mark"
#: What else may be behind letters: other sheets, rules within rules, boxes without height that pictures hang from.
_ELSEWHERE: Final = etree.XPath("boolean(//link[contains(@rel, 'stylesheet')])")
_NESTED: Final = regex.compile(r"@(?:import|media|supports|layer|container)\b", regex.I)
_FLAT: Final = regex.compile(r"(?<![\w\-])(?:max-)?height\s*:\s*0(?![.\d])", regex.I)
#: A page of which nobody would see more than this is dark by something that is not looked at.
_MOST: Final = 0.5

_paint: Final = lru_cache(maxsize=1024)(paint)


class _State(NamedTuple):
    """How letters are shown that say nothing of it themselves."""

    pale: bool = False
    dark: bool = False
    sizeless: bool = False

    @property
    def unseen(self) -> bool:
        return self.sizeless or (self.pale and not self.dark)


class _Piece(NamedTuple):
    """A text in an element or right behind it, and whether its colour alone hides it."""

    element: Element
    words: str
    behind: bool
    coloured: bool


def hide_pale(root: Element) -> None:
    """Put what nobody sees into elements that are hidden."""
    pieces = list(_pieces(root, dark=_is_unknown(root)))
    pale = sum(visible_length(piece.words) for piece in pieces if piece.coloured)
    is_dark = pale > _MOST * shown_length(root) if pale else False
    for piece in pieces:
        if not (piece.coloured and is_dark):
            _hide(piece)


def _is_unknown(root: Element) -> bool:
    """Whether nobody knows what is behind the letters of a page."""
    if _ELSEWHERE(root):
        return True
    sheets = "".join(style.text or "" for style in root.iter("style"))
    told = (sheets, *(element.get("style") or "" for element in root.iter("*")))
    return _NESTED.search(sheets) is not None or any(_FLAT.search(one) for one in told if "height" in one)


def _pieces(root: Element, *, dark: bool) -> Iterator[_Piece]:
    """Yield what nobody sees."""
    states: dict[Element, _State] = {}
    for element in root.iter("*"):
        above = element.getparent()
        around = states[above] if above is not None else _State(dark=dark)
        states[element] = state = _state(element, around)
        if state.unseen and visible_length(element.text) and element.tag not in UNSEEN:
            yield _Piece(element, element.text or "", behind=False, coloured=not state.sizeless)
        if above is not None and around.unseen and visible_length(element.tail):
            yield _Piece(element, element.tail or "", behind=True, coloured=not around.sizeless)


def _state(element: Element, around: _State) -> _State:
    """Return how the letters of an element are shown: a table's begin anew, as in pages of old."""
    tag = element.tag
    own = _paint(element.get("style") or "")
    pale, dark, sizeless = around
    if tag in _COLOURED:
        pale, sizeless = False, sizeless and tag != "table"
    return _State(
        _either(own.pale, _by_attribute(element), pale),
        _either(own.dark, True if tag == _MARKED else _behind(element), dark),
        _either(own.sizeless, None, sizeless),
    )


def _either(own: bool | None, attribute: bool | None, around: bool) -> bool:
    return own if own is not None else attribute if attribute is not None else around


def _by_attribute(element: Element) -> bool | None:
    colour = element.get("color") if element.tag == "font" else element.get("text") if element.tag == "body" else None
    return is_pale(colour) if colour is not None else None


def _behind(element: Element) -> bool | None:
    if element.get("background") is not None:
        return True
    colour = element.get("bgcolor")
    return not is_paper(colour) if colour is not None else None


def _hide(piece: _Piece) -> None:
    held = piece.element.makeelement("span", {"hidden": ""})
    held.text = piece.words
    if piece.behind:
        piece.element.tail = None
        piece.element.addnext(held)
    else:
        piece.element.text = None
        piece.element.insert(0, held)
