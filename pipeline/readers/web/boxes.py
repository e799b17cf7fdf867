"""Tables that a page makes of other elements: displayed as one (CSS 2.2, 17.2), or with its roles (WAI-ARIA 1.2).

Such elements get the tags of a table, by which they are read from here on.
"""

from typing import Final, cast

import regex
from lxml import etree

from pipeline.readers.web.elements import Element
from pipeline.readers.web.styles import Blocks, Question, answers

_DISPLAY: Final = regex.compile(r"(?<![\w\-])display\s*:\s*(?P<how>[a-z\-]+)", regex.I)
_SHOWN: Final = {
    "table": "table", "table-row": "tr", "table-cell": "td", "table-row-group": "tbody", "table-header-group": "tbody",
    "table-footer-group": "tbody",
}  # fmt: skip
_ROLES: Final = {
    "table": "table", "grid": "table", "row": "tr", "rowgroup": "tbody", "cell": "td", "gridcell": "td",
    "columnheader": "td", "rowheader": "td",
}  # fmt: skip
_HAS_ROWS: Final = etree.XPath("boolean(//*[@role='row'])")
_NAMED: Final = etree.XPath("//*[@role]")
_IS_SHOWN: Final = etree.XPath("boolean(//*[contains(@style, 'table-row')])")
_STYLED: Final = etree.XPath("//*[@style]")
_CELL: Final = "table-cell"
_OWN: Final = frozenset(("table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"))
#: So many rows, with so many cells beside each other, make a table.
_FEWEST: Final = 2
_Kinds = dict[Element, str]


def make_tables(root: Element, blocks: Blocks) -> str:
    """Give the tags of a table to what is displayed as one; return the words from where on sheets are not followed."""
    told, unread = _by_sheets(root, blocks)
    kinds = {**told, **_by_style(root), **_by_role(root)}
    rows: dict[Element, list[Element]] = {}
    for element, kind in kinds.items():
        if kind == "tr" and (above := _above(element, kinds)) is not None and _holds_only(element, kinds, ("td",)):
            rows.setdefault(above, []).append(element)
    for table, found in rows.items():
        if not (kinds.get(table) == "table" or _holds_only(table, kinds, ("tr", "tbody"))):
            continue  # neither displayed as a table nor holding nothing but rows
        if len(found) >= _FEWEST and max(map(len, found)) >= _FEWEST:
            _rename(table, found)
    return unread


def _by_sheets(root: Element, blocks: Blocks) -> tuple[_Kinds, str]:
    kinds: _Kinds = {}
    if not any(_CELL in said for _, said in blocks):
        return kinds, ""
    for how, kind in _SHOWN.items():
        told, unread = answers(root, blocks, _displays(how), brief=True)
        if unread:
            return {}, unread
        kinds |= {element: kind for element, out in told if out and element.tag not in _OWN}
    return kinds, ""


def _displays(how: str) -> Question:
    """Ask a rule whether it displays elements in a way."""

    def asked(said: str) -> bool | None:
        match = _DISPLAY.search(said)
        return match["how"].lower() == how if match is not None else None

    return asked


def _by_style(root: Element) -> _Kinds:
    styled = cast(list[Element], _STYLED(root)) if _IS_SHOWN(root) else []
    found = ((element, _DISPLAY.search(element.get("style") or "")) for element in styled)
    shown = ((element, match["how"].lower()) for element, match in found if match is not None)
    return {element: _SHOWN[how] for element, how in shown if how in _SHOWN and element.tag not in _OWN}


def _by_role(root: Element) -> _Kinds:
    named = cast(list[Element], _NAMED(root)) if _HAS_ROWS(root) else []
    found = ((element, element.get("role") or "") for element in named)
    return {element: _ROLES[role] for element, role in found if role in _ROLES and element.tag not in _OWN}


def _above(row: Element, kinds: _Kinds) -> Element | None:
    """Return the element that may be a row's table."""
    above = row.getparent()
    if above is not None and kinds.get(above) == "tbody":
        above = above.getparent()
    return above if above is not None and above.tag not in _OWN else None


def _holds_only(element: Element, kinds: _Kinds, wanted: tuple[str, ...]) -> bool:
    """Whether an element has no words but those of parts of some kinds."""
    own = (element.text, *(part.tail for part in element))
    return not any(text and text.strip() for text in own) and all(kinds.get(part) in wanted for part in element)


def _rename(table: Element, rows: list[Element]) -> None:
    table.tag = "table"
    for row in rows:
        row.tag = "tr"
        for cell in row:
            cell.tag = "td"
        above = row.getparent()
        if above is not None and above is not table:
            above.tag = "tbody"
