"""What the tags of a page mean for reading it."""

from collections.abc import Iterator
from typing import Final

import regex
from lxml import etree

Element = etree._Element

#: Tags and nodes whose text is not shown.
UNSEEN: Final = frozenset(
    (etree.Comment, etree.ProcessingInstruction, etree.Entity,
     "script", "style", "noscript", "template", "head", "title", "meta", "link", "object", "iframe", "svg", "option",
     "input", "xml", "rt", "rp", "embed")
)  # fmt: skip
#: What stands in these is shown where a browser cannot play them.
PLAYED: Final = frozenset(("video", "audio", "canvas"))
#: Tags that begin and end a paragraph.
BLOCKS: Final = frozenset(
    ("p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li", "dl", "dt", "dd",
     "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote",
     "center", "fieldset", "figure", "figcaption", "body", "hr", "address", "button", "select", "form", "pre",
     "textarea")
)  # fmt: skip
#: What shows another file within a page, and how it names that.
_FRAMES: Final = {"iframe": "src", "embed": "src", "object": "data"}
_FILE: Final = regex.compile(r"\.(?:pdf|ofd|docx?|xlsx?|wps|et)(?:[?#&]|$)", regex.I)
_KIND: Final = regex.compile(r"application/(?:pdf|msword|vnd\.)", regex.I)


def shows_file(element: Element) -> bool:
    """Whether an element is a frame in which a page shows a file with text of its own."""
    name = _FRAMES.get(str(element.tag))
    if name is None:
        return False
    return any(
        pattern.search(element.get(said) or "") is not None for said, pattern in ((name, _FILE), ("type", _KIND))
    )


def visible_length(text: str | None) -> int:
    """Return how many characters of a text are no white space."""
    return len("".join(text.split())) if text and not text.isspace() else 0


def shown_words(element: Element) -> str:
    """Return the characters of an element that would be seen if it were."""
    return "".join(_words(element))


def _words(element: Element) -> Iterator[str]:
    for event, one in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start" and one.tag not in UNSEEN:
            yield one.text or ""
        elif event != "start" and one is not element:
            yield one.tail or ""


def shown_length(element: Element) -> int:
    """Return how many characters of an element are no white space and would be seen if it were."""
    own = (visible_length(one.text) for one in element.iter() if one.tag not in UNSEEN)
    return sum(own) + sum(visible_length(one.tail) for one in element.iterdescendants())
