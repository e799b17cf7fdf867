"""How the elements of a page are shown: hidden, struck out, with their line breaks; most say nothing of it."""

from typing import Final, NamedTuple, cast

import regex
from lxml import etree

from pipeline.readers.web.elements import BLOCKS, UNSEEN, Element
from pipeline.readers.web.scripted import unveil

_HIDDEN: Final = regex.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?<![\w\-])opacity\s*:\s*0(?:\.0*)?%?(?![\d.])"
    r"|(?<![\w\-])(?:left|top|text-indent)\s*:\s*-\d{4,6}(?:\.\d{1,3})?(?:px|pt|em|rem)",  # beyond any screen
    regex.I,
)
_SPACED: Final = regex.compile(r"white-space\s*:\s*(?P<how>[a-z\-]+)", regex.I)
_LINED: Final = frozenset(("pre", "pre-wrap", "pre-line", "break-spaces"))
_DECORATED: Final = regex.compile(r"text-decoration(?:-line)?\s*:\s*(?P<how>[^;]{0,60})", regex.I)
_LIFTED: Final = regex.compile(r"vertical-align\s*:\s*(?P<way>super|sub)\b", regex.I)
_LIFTS: Final = {"super": 1, "sup": 1, "sub": -1}
_STRUCK: Final = frozenset(("del", "s", "strike"))
_KEPT: Final = frozenset(("pre", "textarea"))
_TAGS: Final = (*UNSEEN, *_STRUCK, *_KEPT, "sup", "sub")
_STYLED: Final = etree.XPath("//*[@style]")
_ASIDE: Final = etree.XPath("//*[@hidden or @aria-hidden]")


class Look(NamedTuple):
    """How an element is shown; whether its line breaks are is None where it is as around it.

    It is `lifted` by 1 where it is raised, by -1 where it is lowered.
    """

    seen: bool = True
    struck: bool = False
    lined: bool | None = None
    lifted: int = 0


PLAIN: Final = Look()
Looks = dict[Element, Look]


class _Said(NamedTuple):
    """What a style says; None where it says nothing of it."""

    hidden: bool = False
    struck: bool | None = None
    lined: bool | None = None
    lifted: int = 0


_SILENT: Final = _Said()


def looks_of(root: Element) -> Looks:
    """Return how those elements of a page are shown that say something of it: the others are PLAIN."""
    said: dict[str, _Said] = {"": _SILENT}  # each style is read once: a page has few
    told = [element for element in cast(list[Element], _STYLED(root)) if _style(element, said) != _SILENT]
    aside = cast(list[Element], _ASIDE(root))
    looks = {element: _look(element, said) for element in (*root.iter(*_TAGS), *aside, *told)}
    hidden = [element for element in told if _style(element, said).hidden]
    if hidden:
        kept = set(unveil(root, hidden))
        looks |= {element: looks[element]._replace(seen=True) for element in hidden if element not in kept}
    return looks


def is_hidden(element: Element) -> bool:
    """Whether an element's own attributes hide it, whatever its tag is."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _style(element: Element, said: dict[str, _Said]) -> _Said:
    style = element.get("style") or ""
    if style not in said:
        said[style] = _said(style)
    return said[style]


def _look(element: Element, said: dict[str, _Said]) -> Look:
    """Read an element's attributes and tag."""
    hidden, struck, lined, lifted = _style(element, said)
    hidden = hidden or element.get("hidden") is not None or _is_aside(element)
    return Look(
        seen=not hidden and element.tag not in UNSEEN,
        struck=element.tag in _STRUCK if struck is None else struck,
        lined=(True if element.tag in _KEPT else None) if lined is None else lined,
        lifted=lifted or _LIFTS.get(str(element.tag), 0),
    )


def _is_aside(element: Element) -> bool:
    """Whether what screen readers pass over is not seen either: a dialog that waits, a formula's other copy.

    A part of a line is seen all the same.
    """
    if element.get("aria-hidden") != "true":
        return False
    beside = (element.getprevious(), element.getnext())
    return element.tag in BLOCKS or any(one is not None and next(one.iter("math"), None) is not None for one in beside)


def _said(style: str) -> _Said:
    """Read a style; some pages take `s` for icons and say that it strikes nothing."""
    spaced, decorated, lifted = _SPACED.search(style), _DECORATED.search(style), _LIFTED.search(style)
    how = spaced["how"].lower() if spaced is not None else "inherit"
    return _Said(
        hidden=_HIDDEN.search(style) is not None,
        struck="line-through" in decorated["how"].lower() if decorated is not None else None,
        lined=how in _LINED if how not in ("inherit", "unset") else None,
        lifted=_LIFTS[lifted["way"].lower()] if lifted is not None else 0,
    )
