"""What the tags of a page mean for reading it, and which elements nobody sees."""

from typing import Final

import regex
from lxml import etree

Element = etree._Element

#: Tags and nodes whose text is not shown.
UNSEEN: Final = frozenset(
    (etree.Comment, etree.ProcessingInstruction, etree.Entity,
     "script", "style", "noscript", "template", "head", "title", "meta", "link", "object", "iframe", "svg", "option",
     "input", "xml")
)  # fmt: skip
#: Tags that begin and end a paragraph.
BLOCKS: Final = frozenset(
    ("p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li", "dl", "dt", "dd",
     "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote",
     "center", "fieldset", "figure", "figcaption", "body", "hr", "address", "button", "select", "form", "pre",
     "textarea")
)  # fmt: skip
_HIDDEN: Final = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", regex.I)


def is_seen(element: Element) -> bool:
    """Whether an element is shown."""
    if element.tag in UNSEEN:
        return False
    if not element.keys():
        return True
    style = element.get("style")
    return not (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or (style is not None and _HIDDEN.search(style) is not None)
    )


_SPACED: Final = regex.compile(r"white-space\s*:\s*(?P<how>[a-z\-]+)", regex.I)
_LINED: Final = frozenset(("pre", "pre-wrap", "pre-line", "break-spaces"))


def keeps_lines(element: Element, around: bool) -> bool:
    """Whether the line breaks of an element's text are shown as such; it has that of what is `around` it."""
    said = _SPACED.search(element.get("style") or "")
    if said is not None and said["how"].lower() not in ("inherit", "unset"):
        return said["how"].lower() in _LINED
    return around or element.tag in ("pre", "textarea")


_DECORATED: Final = regex.compile(r"text-decoration(?:-line)?\s*:\s*(?P<how>[^;]{0,60})", regex.I)
_STRUCK: Final = frozenset(("del", "s", "strike"))


def is_struck(element: Element) -> bool:
    """Whether an element's text is shown as deleted; some pages take `s` for icons and say that it strikes nothing."""
    said = _DECORATED.search(element.get("style") or "")
    return "line-through" in said["how"].lower() if said is not None else element.tag in _STRUCK


def visible_length(text: str | None) -> int:
    """Return how many characters of a text are no white space."""
    return len("".join(text.split())) if text else 0
