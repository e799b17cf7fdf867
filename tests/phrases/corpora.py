"""The corpora of `corpus/phrases/`: groups of surface forms that mean the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "corpus" / "phrases"
FIELDS = ("deadlines", "units", "amounts", "titles")
NOTHING = "nothing"


@dataclass(frozen=True)
class Phrase:
    """A surface form, where it stands, and the values that it means; none for a trap."""

    field: str
    place: str
    form: str
    values: tuple[str, ...]

    @property
    def trap(self) -> bool:
        """Whether nothing is to be found in it."""
        return not self.values


@cache
def phrases(field: str) -> tuple[Phrase, ...]:
    """Return a corpus; every scalar of the file is a string."""
    data: dict[str, Any] = yaml.load((FOLDER / f"{field}.yaml").read_text("utf-8"), yaml.BaseLoader)
    return tuple(_phrases(field, data["groups"]))


def _phrases(field: str, groups: list[dict[str, Any]]) -> Iterator[Phrase]:
    for group in groups:
        values = _values(group)
        for form in group["forms"]:
            yield Phrase(field, group["in"], form, values)


def _values(group: dict[str, Any]) -> tuple[str, ...]:
    means = group["means"]
    if means == NOTHING:
        return ()
    values = tuple(means) if isinstance(means, list) else tuple(means.split(" + "))
    suffix = f" per {group['per']}" if "per" in group else " working" if "working" in group else ""
    suffix += f" when {group['when']}" if "when" in group else ""
    return tuple(value + suffix for value in values)
