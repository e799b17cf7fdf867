"""Footnotes of a page that an office program saved: each and its mark in the text lead to each other.

Such a page has its notes below all of its text, where they would be read as the end of the last task.
"""

from collections.abc import Iterator
from typing import Final

import regex
from lxml import etree

from pipeline.readers.web.elements import BLOCKS, Element

#: Blocks around others, into which no note is put and which are none.
_AROUND: Final = frozenset(("body", "table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "form"))
_CELLS: Final = ("td", "th")
_MARK: Final = regex.compile(r"[\[［(（〔]?(?:[0-9]{1,3}|[ivx]{1,5}|[①-⑳]|\*{1,3})[\]］)）〕]?")
_NAMED: Final = etree.XPath("//a[starts-with(@href, '#') and (@name or @id)]")


def put_notes(root: Element) -> None:
    """Put each note behind the block that has its mark, those of one block in their order."""
    ends = dict[Element, int]()
    for mark, note in reversed(list(_pairs(root))):
        place, block = _block(mark), _block(note)
        if place is not None and block is not None and _is_apart(place, block) and _begins(block, note):
            block.tail = None
            if place.tag in _CELLS:
                place.insert(ends.setdefault(place, len(place)), block)
            else:
                block.tail, place.tail = place.tail, None
                place.addnext(block)


def _is_apart(place: Element, block: Element) -> bool:
    """Whether a block stands alone, and neither in the other one nor around it."""
    alone = block.getparent() is not None and not (block.tail or "").strip()
    return alone and place is not block and place not in block.iterancestors() and block not in place.iterancestors()


def _pairs(root: Element) -> Iterator[tuple[Element, Element]]:
    """Yield the links that lead to each other, the upper one first."""
    links: list[Element] = list(_NAMED(root))  # type: ignore[arg-type]
    first: dict[tuple[str, str], Element] = {}
    for link in links:
        own, to = link.get("name") or link.get("id") or "", (link.get("href") or "")[1:]
        if not _MARK.fullmatch(_words(link)):
            continue
        if (to, own) in first and to != own and _words(first[to, own]) == _words(link):
            yield first.pop((to, own)), link
        else:
            first.setdefault((own, to), link)


def _words(link: Element) -> str:
    return "".join(map(str, link.itertext())).strip()


def _block(element: Element) -> Element | None:
    """Return the block that holds an element, None where it holds more than words."""
    block = next((up for up in element.iterancestors() if up.tag in BLOCKS), None)
    return block if block is not None and block.tag not in _AROUND else None


def _begins(block: Element, note: Element) -> bool:
    """Whether nothing stands in a block before a link."""
    for event, one in etree.iterwalk(block, events=("start", "end")):
        if one is note:
            return True
        text = one.text if event == "start" else one.tail
        if text and not text.isspace():
            return False
    return False
