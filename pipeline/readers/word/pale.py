"""White letters on white paper, which nobody sees (ECMA-376, 17.3.2.6 and 17.3.5): runs with nothing darker behind them.

Where it cannot be known what is behind them, as over a picture or in a shape, they are read.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.readers.word.inherited import inheriting
from pipeline.readers.word.looks import COLOUR, Named
from pipeline.readers.word.numbering import Element, W, child, having, value
from pipeline.readers.word.package import Part
from pipeline.readers.word.white import has_white, is_white, names_white

#: Pictures behind the text, of newer files and older ones: what stands over them may be white.
_BEHIND: Final = (b'behindDoc="1"', b"z-index:-")
_RUN, _SHADE, _BACKGROUND, _STYLE = W + "r", W + "shd", W + "background", W + "rStyle"
#: What names a style; many files have none.
_NAMING: Final = (b"pStyle", b"rStyle")
#: What shows letters whatever their colour: a highlight, a line around them.
_SHOWING: Final = frozenset(W + t for t in ("highlight", "outline", "emboss", "imprint", "shadow"))
_NEWER: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_OF: Final = {W + "p": ("pPr",), W + "tc": ("tcPr",), W + "tr": ("tblPrEx",), W + "tbl": ("tblPr",)}
_STYLE_OF: Final = {W + "p": "pStyle", W + "tbl": "tblStyle"}


def pale(main: Part, styles: Part | None, by_paragraph: Named, by_run: Named) -> frozenset[Element]:
    """Return the properties of a text's runs that are white on white, by themselves or as their style says."""
    own = has_white(main.content)
    styled = styles is not None and any(sign in main.content for sign in _NAMING) and names_white(styles.content)
    if not (own or styled) or any(map(_lies_behind, (main, *main.related("header")))):
        return frozenset()
    page = child(main.root, _BACKGROUND)
    if page is not None and not is_white(page.get(COLOUR) or ""):
        return frozenset()
    found = list(_white(main.root)) if own else []
    found += _white_by_style(main.root, by_paragraph, by_run) if styled else ()
    backs = _Backs(styles)
    return frozenset(p for p in found if not _shown(p) and not backs.behind(p))


def _lies_behind(part: Part) -> bool:
    return any(sign in part.content for sign in _BEHIND)


def _has_white(sign: Element) -> bool:
    return sign.tag == COLOUR and is_white(sign.get(W + "val") or "")


def _white(root: Element) -> Iterator[Element]:
    """Yield the properties of runs with white letters."""
    for colour in root.iter(COLOUR):
        properties = colour.getparent()
        run = properties.getparent() if properties is not None and _has_white(colour) else None
        if properties is not None and run is not None and run.tag == _RUN:
            yield properties


def _white_by_style(root: Element, by_paragraph: Named, by_run: Named) -> Iterator[Element]:
    """Yield the properties of runs without a colour of their own whose style has white letters, or their paragraph's."""
    for properties in having(root, _STYLE):
        said = by_run(value(properties, "rStyle")).get(COLOUR)
        if said is not None and _has_white(said) and child(properties, COLOUR) is None:
            yield properties
    yield from inheriting(root, by_paragraph, by_run, _has_white)


def _shown(properties: Element) -> bool:
    """Whether a run's letters are shown whatever their colour is."""
    return any(one.tag in _SHOWING or str(one.tag).startswith(_NEWER) for one in properties)


def _fill(shade: Element) -> bool | None:
    """Whether a shade is darker than paper, None where it has no colour of its own."""
    pattern, fill = shade.get(W + "val") or "clear", shade.get(W + "fill") or "auto"
    if pattern not in ("clear", "nil"):
        return True
    return None if fill == "auto" else not is_white(fill)


class _Backs:
    """Tells what is behind runs: their own shade, their paragraph's, their cell's, the table's, what styles say."""

    def __init__(self, styles: Part | None) -> None:
        self._part = styles
        self._known: dict[Element, bool | None] = {}
        self._named: dict[str, Element] | None = None

    def _style(self, name: str) -> Element | None:
        if self._named is None:
            found = self._part.root.iterchildren(W + "style") if self._part is not None else iter(())
            self._named = {style.get(W + "styleId") or "": style for style in found}
        return self._named.get(name)

    def behind(self, properties: Element) -> bool:
        """Whether something darker than paper is behind a run, or may be: the nearest shade is seen."""
        own, name = child(properties, _SHADE), value(properties, "rStyle")
        said = _fill(own) if own is not None else None
        said = self._by_style(name) if said is None and name else said
        for up in properties.iterancestors():
            if said is not None:
                return said
            if not str(up.tag).startswith(W) or up.tag == W + "txbxContent":
                return True
            if up.tag in _OF:
                said = self._of(up)
        return bool(said)

    def _of(self, element: Element) -> bool | None:
        """Return what a paragraph, a cell, a row or a table says of its shade, itself or by its style."""
        if element not in self._known:
            self._known[element] = self._said(element)
        return self._known[element]

    def _said(self, element: Element) -> bool | None:
        own = next((found for name in _OF[element.tag] if (found := child(element, W + name)) is not None), None)
        shade = child(own, _SHADE) if own is not None else None
        said = _fill(shade) if shade is not None else None
        name = value(own, _STYLE_OF[element.tag]) if element.tag in _STYLE_OF else ""
        return self._by_style(name) if said is None and name else said

    def _by_style(self, name: str) -> bool | None:
        """Return True where any part of a style is shaded, or nobody knows what it says."""
        seen = set[str]()
        while name not in seen:
            seen.add(name)
            style = self._style(name)
            if style is None or any(_fill(shade) for shade in style.iter(_SHADE)):
                return True
            name = value(style, "basedOn")
            if not name:
                break
        return None
