"""What an atom's evidence costs: what it looks like, how it is numbered, what it stands behind."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from extractors.markers import Marker
from pipeline.structure.atoms import Atom, Shape, Slot
from pipeline.structure.costs import COSTS
from pipeline.structure.frames import Frame

UNITS: Final = ("responsible", "lead", "support")
PRICES: Final = ("points", "weight")
NUMBERS: Final = (*PRICES, "self_score", "score")
_WORDS: Final = ("remarks", "method", "evidence")
_SHORT: Final = 20
_SHORT_NAME: Final = 8
#: What it costs to go on, by how an atom follows and whether the one before ended a sentence.
_RUNS_ON: Final = {
    ("line", True): COSTS.line_after_stop, ("line", False): COSTS.line_without_stop,
    ("run", True): COSTS.run_after_stop, ("run", False): COSTS.run_without_stop,
    ("wrapped", True): 0.0, ("wrapped", False): 0.0,
}  # fmt: skip


def count_cost(last: int | None, ordinal: int | None) -> float:
    """Return what it costs that a running number counts the next row."""
    if last is None or ordinal is None:
        return COSTS.first_count if ordinal != 1 else 0.0
    return 0.0 if ordinal == last + 1 else COSTS.miscount


def continue_cost(atom: Atom, shape: Shape, index: int, *, at_leaf: bool) -> float:
    """Return what it costs that an atom goes on with the cell before: little in a full line, or in the same column.

    `index` is the column filled last (-1: the name, of a leaf where `at_leaf`).
    """
    slot = shape.slots[index] if index >= 0 else None
    part = atom.part and shape.priced  # a row would have its amount before the next one begins
    cost = COSTS.marked_continues if atom.marker is not None and not part else 0.0
    named = slot is None and atom.stopped and len(atom.name) <= _SHORT
    priced = atom.amount is not None and (slot is not None or named) and atom.follows != "wrapped"
    cost += COSTS.priced_continues if priced else 0.0
    cost += COSTS.kind_fills if atom.kind and slot is not None else 0.0
    if slot in NUMBERS or _is_number(atom) or atom.same:
        return cost + COSTS.number_continues
    if slot in UNITS:
        return cost + (COSTS.alike_continues if atom.units else COSTS.not_units)
    if slot == "deadline":
        return cost + (COSTS.alike_continues if atom.time else COSTS.not_time)
    if slot == "method" and atom.looks:
        return cost + COSTS.alike_continues
    if slot == "scoring" and atom.rule:
        return cost + (0.0 if atom.follows != "line" else COSTS.alike_continues)
    cost += _RUNS_ON[atom.follows, atom.stopped]
    if slot is None and not at_leaf and atom.follows != "wrapped":
        return cost + COSTS.name_continues
    columns = shape.slots if slot in _WORDS else shape.slots[index + 1 :]
    ruled = slot != "scoring" or atom.follows == "wrapped"
    cost += COSTS.no_rule if not ruled and any(c in _WORDS for c in columns) else 0.0
    cost += COSTS.rule_elsewhere if atom.rule and slot != "scoring" and "scoring" in columns else 0.0
    cost += COSTS.units_elsewhere if atom.units and any(unit in columns for unit in UNITS) else 0.0
    return cost + (COSTS.not_time if atom.time and "deadline" in columns and len(atom.text) <= _SHORT else 0.0)


def _is_number(atom: Atom) -> bool:
    """Whether an atom is nothing but an amount, or a number that counts a row and is none."""
    return atom.number is not None or atom.running is not None or (atom.amount is not None and not atom.name)


def row_end_cost(index: int, shape: Shape) -> float:
    """A row that ends before its unit, deadline or points column was filled lacks them."""
    return COSTS.slot_missing * sum(shape.slots.index(slot) > index for slot in shape.needed)


def look_cost(atom: Atom, depth: int, shape: Shape) -> float:
    """Return what it costs that something which looks so opens a node at a depth: a name, or a leaf."""
    units = atom.units and any(slot in UNITS for slot in shape.slots)
    cost = COSTS.same_opens if atom.same else COSTS.unit_opens if units else 0.0
    cost += COSTS.looks_opens if atom.looks and "method" in shape.slots else 0.0
    opens = atom.amount is not None and depth == shape.leaf  # an amount whose requirement is merged with one above
    cost += COSTS.number_opens if _is_number(atom) and not opens else 0.0
    if shape.leaf is None:
        return cost
    length = len(atom.name)
    if depth < shape.leaf:
        cost += COSTS.long_name * max(0, length - COSTS.long_name_from)
        cost += COSTS.rule_opens if atom.rule or atom.time else 0.0
        return cost + (COSTS.nameless_amount if atom.amount is None and not (shape.priced or atom.kind) else 0.0)
    cost += COSTS.rule_opens if atom.rule and atom.marker is None and "scoring" in shape.slots else 0.0
    cost += COSTS.kind_leaf if atom.kind and shape.leaf > 1 else 0.0
    cost += COSTS.no_rule if shape.standards and not atom.rule else 0.0
    cost += COSTS.run_opens if atom.follows == "run" and atom.marker is None and atom.amount is None else 0.0
    return cost + COSTS.short_leaf * max(0, COSTS.short_leaf_to - length) / COSTS.short_leaf_to


def slot_cost(atom: Atom, slot: Slot, shape: Shape) -> float:
    """Return what it costs that something which looks so fills a column."""
    if slot in UNITS:
        return 0.0 if atom.units else COSTS.not_units
    if slot in NUMBERS:
        return 0.0 if atom.number is not None else COSTS.not_number
    if slot == "deadline":
        return 0.0 if atom.time else COSTS.not_time
    cost = COSTS.remark if not atom.same else 0.0
    if (slot == "scoring" and atom.rule) or (slot == "method" and atom.looks):
        cost = 0.0
    cost += COSTS.kind_fills if atom.kind else 0.0
    cost += COSTS.name_fills if atom.marker is not None and not atom.rule and len(atom.name) <= _SHORT_NAME else 0.0
    cost += COSTS.standard_elsewhere if shape.standards and atom.rule else 0.0
    if atom.units and not atom.same and any(unit in shape.slots for unit in UNITS):
        cost += COSTS.units_elsewhere
    cost += COSTS.number_elsewhere if _is_number(atom) else 0.0
    return cost + (COSTS.amount_in_remarks if atom.amount is not None else 0.0)


def place_cost(parent: Frame, atom: Atom) -> float:
    """Return what it costs that the atom is a parent's next child, by its number, its column and its amount."""
    cost = _marker_cost(parent, atom.marker)
    if atom.depth is not None and parent.depth + 1 != atom.depth:
        cost += COSTS.off_column * abs(parent.depth + 1 - atom.depth)
    if atom.amount is not None and parent.amount is not None and atom.amount > parent.amount:
        cost += COSTS.exceeds
    return cost


def sibling_cost(parent: Frame, amount: int | None) -> float:
    """Leaves of one parent all carry amounts or none does."""
    if amount is not None:
        return COSTS.amount_among_none if parent.children and not parent.counted else 0.0
    return COSTS.leaf_without_amount if 0 < parent.counted == parent.children else 0.0


def _marker_cost(parent: Frame, marker: Marker | None) -> float:
    family, _, ordinal, _ = parent.last
    if marker is None:
        return COSTS.half_marked if family is not None else 0.0
    if not parent.children:
        return _first_child_cost(parent, marker)
    if family != marker.family:
        return COSTS.half_marked if family is None else COSTS.other_family
    if ordinal is None or marker.ordinal is None:
        return 0.0
    step = marker.ordinal - ordinal
    return 0.0 if step == 1 else COSTS.gap if step > 1 else COSTS.repeat if step == 0 else COSTS.backwards


def _first_child_cost(parent: Frame, marker: Marker) -> float:
    above = [(family, rank) for family, rank, _, _ in (frame.last for frame in _above(parent)) if family is not None]
    cost = COSTS.deeper
    cost += COSTS.first_not_one if marker.ordinal not in (1, None) else 0.0
    cost += COSTS.nested_family if any(family == marker.family for family, _ in above) else 0.0
    return cost + (COSTS.rank_inverted if above and marker.rank <= above[0][1] else 0.0)


def _above(frame: Frame) -> Iterator[Frame]:
    """Yield the frames that a frame stands in, the nearest first."""
    while frame.up is not None:
        frame = frame.up
        yield frame


@lru_cache(maxsize=4096)  # many readings hold the same last sibling
def alike(before: str, name: str) -> bool:
    """Whether two siblings begin alike for at least half of the shorter one."""
    common = 0
    for one, other in zip(before, name, strict=False):
        if one != other:
            break
        common += 1
    return common >= COSTS.alike_from and common * 2 >= min(len(before), len(name)) and before != name


def end_cost(frame: Frame, *, waits: bool) -> float:
    """Return what it costs to end here: to close all that is open, with a total stated, and a number that `waits`."""
    path = [frame, *_above(frame)]
    root = path.pop()
    cost = sum(node.close for node in reversed(path))
    cost += COSTS.miscount if waits else 0.0
    if root.amount is not None and root.children and root.counted == root.children:
        return cost + (COSTS.total_right if root.sum == root.amount else COSTS.total_wrong)
    return cost
