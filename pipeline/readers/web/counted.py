"""Numbers that a page's style sheets count for the items of a list (CSS: Lists 3, 4): what stands before each of them.

Only a list that begins its counter anew, counts by one and numbers all of its items is sure to show what is read here.
"""

from typing import Final, NamedTuple

import regex

from pipeline.readers.web.elements import Element
from pipeline.readers.web.lists import LISTS, counted_as
from pipeline.readers.web.styles import Blocks, Question, answers, hides

_BEFORE: Final = regex.compile(r"::?before\s*$", regex.I)
_STRING: Final = r"(?:\"[^\"\n\\]{0,8}\"|'[^'\n\\]{0,8}')"
_NUMBER: Final = regex.compile(
    rf"(?<![\w\-])content\s*+:\s*+(?P<before>{_STRING})?\s*+counter\(\s*+(?P<name>[\w\-]++)\s*+"
    rf"(?:,\s*+(?P<kind>[\w\-]++)\s*+)?\)\s*+(?P<after>{_STRING})?\s*+(?:;|$)",
    regex.I,
)
_COUNTS: Final = regex.compile(r"counter-(?P<what>reset|increment)\s*+:\s*+(?P<name>[\w\-]++)\s*+(?:[;!]|$)", regex.I)
#: A page counts in no more ways.
_MOST: Final = 3
Counted = dict[Element, tuple[str, str, str]]


class _Way(NamedTuple):
    """The name of a counter, what stands around its number, and how that is written."""

    name: str
    before: str
    kind: str
    after: str


def counted_items(root: Element, blocks: Blocks) -> Counted:
    """Return what stands before the number of a list's item, how it is written, and what stands behind it."""
    beside = [
        (",".join(_BEFORE.sub("", one).replace(">", " ") for one in selectors.split(",")), said)
        for selectors, said in blocks
        if "content" in said and all(_BEFORE.search(one) for one in selectors.split(","))
    ]
    steps = {match["name"] for _, said in blocks for match in _COUNTS.finditer(said) if match["what"] == "increment"}
    ways = dict.fromkeys(way for _, said in beside if (way := _way(said)) is not None and way.name in steps)
    found: Counted = {}
    for way in list(ways)[:_MOST]:
        told, _ = answers(root, beside, _numbers(way), brief=True)
        begun, _ = answers(root, blocks, _begins(way.name), brief=True)
        found |= _whole({e for e, out in told if out}, {e for e, out in begun if out}, way)
    return found


def _way(said: str) -> _Way | None:
    match = _NUMBER.search(said)
    if match is None or hides(said) or counted_as(kind := (match["kind"] or "decimal").lower(), 1) is None:
        return None
    return _Way(match["name"], (match["before"] or "")[1:-1], kind, (match["after"] or "")[1:-1])


def _numbers(way: _Way) -> Question:
    """Ask a rule whether it numbers in a way."""
    return lambda said: _way(said) == way if "content" in said else None


def _begins(name: str) -> Question:
    """Ask a rule whether it begins a counter anew."""

    def asked(said: str) -> bool | None:
        if "counter-reset" not in said:
            return None
        return any(match["what"].lower() == "reset" and match["name"] == name for match in _COUNTS.finditer(said))

    return asked


def _whole(items: set[Element], begun: set[Element], way: _Way) -> Counted:
    """Return the items of lists that are numbered from their first to their last one, and by the sheet alone."""
    lists = {above for item in items if item.tag == "li" and (above := item.getparent()) is not None}
    sure = [one for one in lists if one.tag in LISTS and one in begun and all(child in items for child in one)]
    return {item: way[1:] for one in sure for item in one}


def by_sheet(parent: Element, counted: Counted) -> dict[Element, str]:
    """Return the numbers of a list's items that a sheet counts."""
    ways = ((item, n, counted[item]) for n, item in enumerate(parent, 1) if item in counted)
    return {item: f"{before}{counted_as(kind, n) or n}{after}" for item, n, (before, kind, after) in ways}
