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


#: Where a body's name begins that no sign divides from the words before it: at its place, or at `各`.
_HEAD: Final = regex.compile(r"(?<![各省市县区镇乡、,和及])(?:各|[省市县区镇乡])(?=[\p{Han}、,]*$)")
#: A task's words are at least so long; what is shorter, or is a place itself, belongs to the name.
_SHORTEST_TASK: Final = 5
_PLACE: Final = regex.compile(r"\p{Han}{2,3}[省市州]\p{Han}{1,4}")


def unit_starts(text: Text, columns: int) -> list[int]:
    """Return where units begin in words that end with them: one in each of so many columns; [] where they do not.

    `整治集贸市场县市场监管局各镇人民政府` is a task, the unit that leads and those that support it.
    """
    starts: list[int] = []
    end = len(text)
    while len(starts) < columns:
        heads = [m.start() for m in _HEAD.finditer(text.folded, 0, end) if _is_body(text[m.start() : end])]
        if not heads or (starts and not text.folded[:end].endswith(_CLOSING)):
            return []
        starts.append(heads[-1])
        end = heads[-1]
    task = text.folded[:end]
    alone = not task or (len(task) >= _SHORTEST_TASK and _PLACE.fullmatch(task) is None)
    return [at for at in reversed(starts) if at] if alone else []


def _is_body(text: Text) -> bool:
    """Whether a text is one body or several divided by signs, the last with a standing name or a group."""
    units = unit_list(text, "responsible") if text.folded.endswith(_CLOSING) else []
    return bool(units) and all(unit.kind == "group" or unit.agency is not None for unit in units)


def _are_bodies(text: Text) -> bool:
    """Whether a text is a list of agencies and groups: none that only might be a name."""
    return looks_like_units(text) and all(unit.kind != "other" for unit in unit_list(text, "responsible"))
