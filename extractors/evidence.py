"""Evidence: links and the words that introduce them."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.text import Text

_URL: Final = regex.compile(r"https?://[^\s<>\"'，。；、（）《》\p{Han}]+|www\.[^\s<>\"'，。；、（）《》\p{Han}]+")
_LONGEST_LABEL: Final = 30
_NO_LABEL: Final = regex.compile(r"[。;!?]|https?:")


@dataclass(frozen=True, slots=True)
class Link:
    """A link where it stands, its address, and the words that introduce it, without their colon."""

    text: Text
    url: str
    label: Text | None


def url_of(text: Text) -> Text | None:
    """Return the address where a line is nothing but one (with padding), else None."""
    match = _URL.fullmatch(text.chars.strip())
    return text.strip() if match is not None else None


def is_label(text: Text) -> bool:
    """Whether a line that stands before an address can be its label: short and no sentence."""
    folded = text.folded.strip()
    return 0 < len(folded) <= _LONGEST_LABEL and not _NO_LABEL.search(folded)


def printed_link(label: Text | None, url: Text) -> Link:
    """Make a link whose address is printed."""
    return Link(url, url.chars, _words(label) if label is not None else None)


def hidden_link(words: Text, address: str) -> Link:
    """Make a link whose words lead to an address that is not printed; the words are its label."""
    return Link(words, address, _words(words))


def _words(label: Text) -> Text | None:
    words = label.strip().rstrip(":： ")
    return words if words.chars else None
