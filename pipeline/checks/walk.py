"""Walking a notice with JSON pointers."""

from typing import Final, NamedTuple

from extractors.text import Text
from pipeline.models import Item, Notice, Scheme, Span

_LONGEST_LABEL: Final = 20


class Visit(NamedTuple):
    """An item, where it is in the notice, and its scheme (None for a section)."""

    pointer: str
    item: Item
    scheme: Scheme | None


def _below(items: tuple[Item, ...], pointer: str, scheme: Scheme | None, found: list[Visit]) -> list[Visit]:
    for i, item in enumerate(items):
        at = f"{pointer}/{i}"
        found.append(Visit(at, item, scheme))
        if item.children:
            _below(item.children, f"{at}/children", scheme, found)
    return found


def items(notice: Notice) -> list[Visit]:
    """Return every item of the sections and schemes, parents first, in document order."""
    found = _below(notice.sections, "/sections", None, [])
    for i, scheme in enumerate(notice.schemes):
        _below(scheme.items, f"/schemes/{i}/items", scheme, found)
    return found


def label(item: Item) -> str:
    """Name an item in a message: its title, else the head of its requirement."""
    if item.title:
        return item.title
    text = (item.requirement or item.marker or item.id).replace("\n", " ")
    return text if len(text) <= _LONGEST_LABEL else text[:_LONGEST_LABEL] + "…"


def shown(raw: str) -> str:
    """Print a raw form in a message as its value is printed: without the file's layout."""
    return Text.of(raw).squeeze().value


def place(item: Item) -> Span | None:
    """Return where an item begins."""
    return item.spans[0] if item.spans else None
