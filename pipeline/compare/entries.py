"""One side of a comparison: a notice's judged values as a dictionary, and its items as entries with their places."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from normalizers.widths import fold
from pipeline.convert import convert_document, load
from pipeline.errors import InputUnreadableError
from pipeline.golden import expected_for, judged, load_golden, project
from pipeline.kept import held_in_part, read_json
from pipeline.models import Notice

Json = dict[str, Any]
#: A name longer than this is known by its beginning.
_NAME: Final = 80


def bare(text: str | None) -> str:
    """Fold width and drop all but letters and digits, so that punctuation and spacing do not count as a difference."""
    return "".join(char for char in fold(text or "") if char.isalnum())


@dataclass(frozen=True)
class Entry:
    """An item with the names above it; `index` is its place in reading order, `parent` its parent's (-1: none)."""

    item: Json
    index: int
    parent: int
    above: tuple[str, ...]
    scheme: int

    @property
    def id(self) -> str:
        """The item's id in its notice."""
        return str(self.item["id"])

    @property
    def marker(self) -> str | None:
        """The item's printed number."""
        marker = self.item.get("marker")
        return None if marker is None else str(marker)

    @property
    def words(self) -> str:
        """What the item is called: its title, or the requirement of one without."""
        return str(self.item.get("title") or self.item.get("requirement") or self.item.get("marker") or "")

    @cached_property
    def name(self) -> str:
        """The words without width, spacing and punctuation."""
        return bare(self.words)[:_NAME]

    @cached_property
    def text(self) -> str:
        """Title and requirement, bare."""
        return bare(self.item.get("title")) + bare(self.item.get("requirement"))


@dataclass(frozen=True)
class Side:
    """A notice to compare: what it is called, its values, its items in reading order (sections, then schemes)."""

    name: str
    notice: Json
    entries: tuple[Entry, ...]

    @property
    def label(self) -> str:
        """A short name for sentences: the year, or the file's name."""
        year = self.notice.get("year")
        return str(year) if year is not None else self.name


def side_of(name: str, notice: Json) -> Side:
    """Lay a notice's trees out in reading order."""
    entries: list[Entry] = []
    for number, items in enumerate(
        [notice.get("sections", []), *(s.get("items", []) for s in notice.get("schemes", []))]
    ):
        entries += _entries(items, len(entries), -1, (), number)
    return Side(name, notice, tuple(entries))


def _entries(items: list[Json], start: int, parent: int, above: tuple[str, ...], scheme: int) -> Iterator[Entry]:
    at = start
    for item in items:
        entry = Entry(item, at, parent, above, scheme)
        yield entry
        at += 1
        for below in _entries(item.get("children", []), at, entry.index, (*above, entry.name), scheme):
            yield below
            at = below.index + 1


def read_side(path: Path) -> Side:
    """Read a notice file, a notice's JSON or a golden; InputUnreadableError where it is neither."""
    if path.suffix.lower() != ".json":
        return side_of(path.name, project(convert_document(load(path))))
    data = read_json(path)
    if not {"schemes", "sections", "kind"} & data.keys():
        raise InputUnreadableError("{path}: this JSON is no notice; make one with `zhibiao convert`", path=path)
    if "source" not in data:
        return side_of(path.name, expected_for(load_golden(path), ""))
    held_in_part(Notice, data, path)
    return side_of(path.name, judged(data))
