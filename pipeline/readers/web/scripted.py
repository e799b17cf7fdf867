"""What a page keeps hidden until its script shows it: most of its text, hidden still where the script did not run."""

from typing import Final

import regex

from pipeline.readers.web.elements import BLOCKS, Element, shown_length

#: A page that hides more of its words than this shows them by script, as WeChat's articles do.
_MOST: Final = 0.5
#: What is hidden so keeps its room on the page: nobody leaves half of a page blank, piece by piece as it may be.
_VEILED: Final = regex.compile(r"visibility\s*:\s*hidden|opacity\s*:\s*0", regex.I)
#: No more of what is hidden is weighed.
_MOST_WEIGHED: Final = 200


def unveil(root: Element, hidden: list[Element]) -> list[Element]:
    """Return what stays hidden of the elements that their style hides, in the page's order."""
    outer = _outermost(hidden)[:_MOST_WEIGHED]
    if not outer:
        return hidden
    least = _MOST * _words(root)
    weights = {element: _words(element) for element in outer}
    shown = {element for element, weight in weights.items() if weight > least}
    veiled = [element for element in outer if _VEILED.search(element.get("style") or "")]
    if sum(weights[element] for element in veiled) > least:
        shown.update(veiled)
    return [element for element in hidden if element not in shown]


def _outermost(hidden: list[Element]) -> list[Element]:
    """Return the blocks that stand in none of the others: what wraps a text is no span."""
    every, made = set(hidden), list[Element]()
    for element in hidden:
        if element.tag in BLOCKS and not any(up in every for up in element.iterancestors()):
            made.append(element)
    return made


def _words(element: Element) -> int:
    """Return how long the words of an element are, its links left out: hidden menus are long."""
    return shown_length(element) - sum(map(shown_length, element.iter("a")))
