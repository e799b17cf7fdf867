"""Names of units that run into the next cell of a table without a sign between."""

from typing import Final

import regex

from extractors.text import Text
from extractors.units import looks_like_units, unit_list

#: What a unit's name ends with, and what goes on with a list of them.
_ENDS: Final = regex.compile(r"[局委办部厅院会府队站社心司道镇乡科股室区县市](?![、,和及与的等(])")
#: And what else a whole list of units may end with: `各有关单位`, `相关部门`, `各中小学校`.
_CLOSING: Final = tuple("局委办部厅院会府队站社心司道镇乡科股室区县市位门构业校所等。")
_LONGEST: Final = 40


def unit_end(text: Text) -> int | None:
    """Return where the units end that a text begins with and other words follow; None where it does not."""
    if len(text) <= _LONGEST and text.folded.endswith(_CLOSING) and looks_like_units(text):
        return None
    ends = [match.end() for match in _ENDS.finditer(text.folded, 0, _LONGEST)]
    return next((end for end in reversed(ends) if end < len(text) and _are_bodies(text[:end])), None)


def _are_bodies(text: Text) -> bool:
    """Whether a text is a list of agencies and groups: none that only might be a name."""
    return looks_like_units(text) and all(unit.kind != "other" for unit in unit_list(text, "responsible"))
