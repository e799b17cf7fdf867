"""Markdown's marks in a line: emphasis, links, and the signs of lists and quotations."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.text import Text

_BOLD: Final = regex.compile(r"\*\*|__")
#: Words in brackets with an address behind them; a picture has an exclamation mark before.
_LINK: Final = regex.compile(
    r"(?P<picture>!?)\[(?P<words>[^\[\]\n]{0,300})\]"
    r"\((?P<address>[^()\s]{1,500}(?:\([^()\s]{0,100}\))?)\s*\)"
)
#: A list's sign stands before a word; before a number it may be a page's, before another sign a rule.
_SIGNS: Final = (">", "-", "*", "+")
_LEADING: Final = regex.compile(r"^\s*(?:>\s*(?=\S)|[-*+]\s+(?=[\p{Han}\[《“\"]))+")


@dataclass(frozen=True, slots=True)
class Link:
    """A link's words, what of it is layout, and where it leads (None: the words are the address, or a picture)."""

    words: Text
    address: str | None
    marks: tuple[tuple[int, int], ...]


def signs_in(text: Text) -> list[tuple[int, int]]:
    """Return where signs of emphasis stand; one without its partner is no sign."""
    found = [match.span() for match in _BOLD.finditer(text.chars)]
    return found if len(found) % 2 == 0 else []


def links_in(text: Text) -> list[Link]:
    """Return a line's links; the words stay, brackets and address go."""
    return [_link(text, match) for match in _LINK.finditer(text.chars)] if "](" in text.chars else []


def _link(text: Text, match: "regex.Match[str]") -> Link:
    start, end = match.span("words")
    address = match["address"]
    told = match["picture"] or match["words"].strip() == address or not match["words"].strip()
    return Link(text[start:end], None if told else address, ((match.start(), start), (end, match.end())))


def leading_mark(line: Text) -> int:
    """Return how long the marks of a list or quotation at a line's head are."""
    match = _LEADING.match(line.chars) if line.chars.lstrip()[:1] in _SIGNS else None
    return match.end() if match is not None else 0
