"""Short ways to make texts and notices in tests."""

from typing import Any

from extractors.text import Text
from pipeline.convert import convert_document
from pipeline.models import Item, Notice
from pipeline.readers import read


def text(words: str) -> Text:
    """A text that is its own source."""
    return Text.of(words)


def notice(words: str) -> Notice:
    """The conversion of a text as a file would give it."""
    return convert_document(read(words.encode("utf-8"), "made.txt"))


def flatten(items: tuple[Item, ...]) -> list[Item]:
    """All items, parents first."""
    return [x for item in items for x in (item, *flatten(item.children))]


def outline(items: tuple[Item, ...]) -> list[Any]:
    """A tree as nested lists of (marker, title or requirement, amount)."""
    return [_node(item) for item in items]


def _node(item: Item) -> tuple[Any, ...]:
    amount = item.points or item.weight
    head = (item.marker, item.title or item.requirement, int(amount.value) if amount else None)
    return (*head, outline(item.children)) if item.children else head


def codes(made: Notice) -> list[str]:
    """The findings' codes, in order."""
    return [finding.code for finding in made.findings]
