"""What style sheets add to a page's text (CSS: Generated Content 3, Lists 3): lists' numbers, words beside elements.

The numbers that a browser counts for a list are read; words and counters of `::before` and `::after` are told.
"""

from collections.abc import Iterator
from typing import Final

import regex

from pipeline.readers.web.elements import Element
from pipeline.readers.web.lists import LISTS, kind_said
from pipeline.readers.web.styles import Blocks, Question, answers, hides

#: A page counts in no more ways.
_MOST_KINDS: Final = 5
_BESIDE: Final = regex.compile(r"::?(?:before|after)\s*$", regex.I)
_CONTENT: Final = regex.compile(r"(?<![\w\-])content\s*+:\s*+(?P<what>(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^;\"'])*+)", regex.I)
_STRING: Final = regex.compile(r"\"(?P<double>[^\"\n]*+)\"|'(?P<single>[^'\n]*+)'")
_ESCAPED: Final = regex.compile(r"\\(?P<number>[0-9A-Fa-f]{1,6})\s?")
_COUNTED: Final = regex.compile(r"\bcounters?\(", regex.I)
#: Words and figures; marks, letters of fonts of icons and brackets adorn.
_TELLING: Final = regex.compile(r"[\p{Han}\d]")


def number_lists(root: Element, blocks: Blocks) -> str:
    """Put how lists count by the page's sheets behind what they say of it themselves, which goes before it.

    Return the words from where on the sheets are not followed, "" where all was.
    """
    kinds = dict.fromkeys(kind for _, said in blocks if "list-style" in said and (kind := kind_said(said)))
    for kind in list(kinds)[:_MOST_KINDS]:
        told, unread = answers(root, blocks, _counts(kind), brief=True)
        if unread:
            return unread
        for element, out in told:
            if out and (element.tag in LISTS or element.tag == "li"):
                element.set("style", f"{element.get('style') or ''};list-style-type:{kind}")
    return ""


def _counts(kind: str) -> Question:
    """Ask a rule whether it makes lists count in a way."""

    def asked(said: str) -> bool | None:
        found = kind_said(said) if "list-style" in said else ""
        return found == kind if found else None

    return asked


def added_to(root: Element, blocks: Blocks) -> tuple[frozenset[Element], str]:
    """Return the elements beside which sheets put words or numbers, and from where on they are not followed."""
    beside = [(of, said) for selectors, said in blocks if "content" in said and (of := ",".join(_hosts(selectors)))]
    told, unread = answers(root, beside, _adds, brief=True) if beside else ([], "")
    return frozenset(element for element, out in told if out), unread


def _hosts(selectors: str) -> Iterator[str]:
    """Yield whose `::before` or `::after` a rule is about; of children it is as of what stands below."""
    for selector in selectors.split(","):
        host = _BESIDE.sub("", selector)
        if host != selector:
            yield host.replace(">", " ") if host.strip() else "*"


def _adds(said: str) -> bool | None:
    """Whether a rule adds words or numbers, None where it has no content."""
    match = _CONTENT.search(said)
    if match is None:
        return None
    strings = "".join(_shown(one["double"] or one["single"] or "") for one in _STRING.finditer(match["what"]))
    return not hides(said) and bool(_TELLING.search(strings) or _COUNTED.search(_STRING.sub("", match["what"])))


def _shown(string: str) -> str:
    """Return a string's characters, those that are written by their number too."""
    return _ESCAPED.sub(lambda match: chr(min(int(match["number"], 16), 0xFFFF)), string)
