"""The one search for structure: a beam over the atoms, each opening a node, joining one or filling a slot.

A state is the path of open nodes with their running sums and numbering, so equal states are merged
(dynamic programming) and only the cheapest few are kept. Time is linear in the number of atoms.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from extractors.markers import Marker
from pipeline.structure.atoms import Atom, Shape, Slot
from pipeline.structure.costs import COSTS

BEAM: Final = 12
#: A reading that is so much dearer than the best one so far is not followed.
HOPELESS: Final = 6.0


_UNITS: Final = ("responsible", "lead", "support")
_PRICES: Final = ("points", "weight")
_NUMBERS: Final = (*_PRICES, "self_score", "score")
_WORDS: Final = ("remarks", "method", "evidence")
_SHORT: Final = 20


class Open(NamedTuple):
    """An open node: its own name and amount, and what its children showed so far."""

    name: str
    amount: int | None
    sum: int = 0
    counted: int = 0
    children: int = 0
    family: str | None = None
    rank: int = 0
    ordinal: int | None = None
    last_name: str = ""


class Decision(NamedTuple):
    """What an atom does.

    It opens a node at `depth`, rejoins the one open there, fills `slot` of the last, continues the cell before
    (`slot`, None where that was a name), counts the row that comes next, or is a page's number.
    """

    kind: str
    depth: int
    slot: Slot | None = None


class _State(NamedTuple):
    """`slot` is the column filled last (-1: the name), `row` the last running number, which `waits` for its row."""

    cost: float
    path: tuple[Open, ...]
    slot: int
    back: "tuple[_State, Decision] | None"
    row: int | None = None
    waits: Marker | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The best decisions, one an atom, and how far the next best reading was (None: there was none).

    `doubt` is the first atom that the next best reading places otherwise.
    """

    decisions: tuple[Decision, ...]
    margin: float | None
    cost: float = 0.0
    doubt: int | None = None


def search(atoms: list[Atom], shape: Shape) -> Reading:
    """Find the reading of the atoms that costs least."""
    beam = [_State(0.0, (Open("", shape.total),), -1, None)]
    for atom in atoms:
        best: dict[tuple[object, ...], _State] = {}
        weighed = _weighed(atom, shape)
        for state in beam:
            for nxt in _moves(state, weighed, shape):
                key = (nxt.path, nxt.slot, nxt.row, nxt.waits is None)
                if key not in best or nxt.cost < best[key].cost:
                    best[key] = nxt
        ranked = sorted(best.values(), key=attrgetter("cost"))[:BEAM]
        beam = [s for s in ranked if s.cost <= ranked[0].cost + HOPELESS]
    ends = sorted((s.cost + _end_cost(s, shape), i) for i, s in enumerate(beam))
    winner = beam[ends[0][1]]
    decisions = tuple(_walk(winner))
    if len(ends) == 1:
        return Reading(decisions, None, ends[0][0])
    others = zip(decisions, _walk(beam[ends[1][1]]), strict=True)
    doubt = next((i for i, (one, other) in enumerate(others) if one != other), None)
    return Reading(decisions, round(ends[1][0] - ends[0][0], 3), ends[0][0], doubt)


def _walk(state: _State) -> list[Decision]:
    decisions: list[Decision] = []
    while state.back is not None:
        state, decision = state.back
        decisions.append(decision)
    return decisions[::-1]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An atom with what it costs whatever the state: to open a name, to open a leaf, to fill each slot."""

    atom: Atom
    name: float
    leaf: float
    slots: tuple[float, ...]


def _weighed(atom: Atom, shape: Shape) -> _Weighed:
    leaf = shape.leaf or 0
    slots = tuple(_slot_cost(atom, slot, shape) for slot in shape.slots) if atom.slot is None else ()
    if atom.opens is not None:
        return _Weighed(atom, 0.0, 0.0, slots)
    return _Weighed(atom, _look_cost(atom, leaf - 1, shape), _look_cost(atom, leaf, shape), slots)


def _moves(state: _State, weighed: _Weighed, shape: Shape) -> Iterator[_State]:
    atom = weighed.atom
    if state.back is not None and state.back[1].kind == "page":
        yield from (s for s in _beside_the_tree(state, atom, shape) if s.back and s.back[1].kind == "continue")
        return
    if shape.leaf is not None and atom.slot is None:
        yield from _beside_the_tree(state, atom, shape)
    if state.waits is not None:
        weighed = _weighed(replace(atom, marker=atom.marker or state.waits), shape)
        state = state._replace(waits=None)
        yield from (
            nxt for nxt in _in_the_tree(state, weighed, shape) if nxt.back is not None and nxt.back[1].kind == "open"
        )
    else:
        yield from _in_the_tree(state, weighed, shape)


def _beside_the_tree(state: _State, atom: Atom, shape: Shape) -> Iterator[_State]:
    """Yield what a flattened table's atom may be besides a cell: a running number, a cell's part, a page's number."""
    if shape.counted and atom.running is not None and state.waits is None:
        cost = _count_cost(state.row, atom.running.ordinal)
        decision = Decision("count", 0)
        yield state._replace(
            cost=state.cost + cost, row=atom.running.ordinal, waits=atom.running, back=(state, decision)
        )
    if state.back is None or state.waits is not None or state.back[1].kind in ("count", "rejoin"):
        return
    depth = len(state.path) - 1
    slot = shape.slots[state.slot] if state.slot >= 0 else None
    path = state.path
    if slot is None and atom.amount is not None and path[-1].amount is None and depth:
        path = _given(path, atom.amount)
    cut = state.back[1].kind == "page"
    cost = 0.0 if cut and atom.marker is None else _continue_cost(state, atom, shape, slot)
    cost += COSTS.ended_by_amount if slot is None and state.path[-1].amount is not None else 0.0
    yield _State(state.cost + cost, path, state.slot, (state, Decision("continue", depth, slot)), state.row)
    if atom.between:
        yield state._replace(cost=state.cost + COSTS.page_number, back=(state, Decision("page", depth, slot)))


def _count_cost(last: int | None, ordinal: int | None) -> float:
    if last is None or ordinal is None:
        return COSTS.first_count if ordinal != 1 else 0.0
    return 0.0 if ordinal == last + 1 else COSTS.miscount


def _continue_cost(state: _State, atom: Atom, shape: Shape, slot: Slot | None) -> float:
    """Return what it costs that an atom goes on with the cell before: little in a full line, or in the same column."""
    cost = COSTS.marked_continues if atom.marker is not None else 0.0
    named = slot is None and atom.stopped and len(atom.name) <= _SHORT
    priced = atom.amount is not None and (slot is not None or named) and atom.follows != "wrapped"
    cost += COSTS.priced_continues if priced else 0.0
    if slot in _NUMBERS or atom.number is not None or atom.same:
        return cost + COSTS.number_continues
    if slot in _UNITS:
        return cost + (COSTS.alike_continues if atom.units else COSTS.not_units)
    if slot == "deadline":
        return cost + (COSTS.alike_continues if atom.time else COSTS.not_time)
    if slot == "scoring" and atom.rule:
        return cost + (0.0 if atom.follows != "line" else COSTS.alike_continues)
    cost += _RUNS_ON[atom.follows, atom.stopped]
    if slot is None and len(state.path) - 1 < (shape.leaf or 0) and atom.follows != "wrapped":
        return cost + COSTS.name_continues
    columns = shape.slots[state.slot + 1 :]
    cost += COSTS.no_rule if slot == "scoring" and any(c in _WORDS for c in columns) else 0.0
    cost += COSTS.rule_elsewhere if atom.rule and slot != "scoring" and "scoring" in columns else 0.0
    cost += COSTS.units_elsewhere if atom.units and any(unit in columns for unit in _UNITS) else 0.0
    return cost + (COSTS.not_time if atom.time and "deadline" in columns and len(atom.text) <= _SHORT else 0.0)


#: What it costs to go on, by how an atom follows and whether the one before ended a sentence.
_RUNS_ON: Final = {
    ("line", True): COSTS.line_after_stop, ("line", False): COSTS.line_without_stop,
    ("run", True): COSTS.run_after_stop, ("run", False): COSTS.run_without_stop,
    ("wrapped", True): 0.0, ("wrapped", False): 0.0,
}  # fmt: skip


def _in_the_tree(state: _State, weighed: _Weighed, shape: Shape) -> Iterator[_State]:
    atom = weighed.atom
    cut = atom.follows == "wrapped" or (atom.follows == "run" and not atom.stopped)
    if cut and atom.marker is None and atom.number is None and not atom.units:
        state = state._replace(cost=state.cost + COSTS.full_line_ends)
    if atom.opens is not False:
        yield from _opening(state, weighed, shape)
    if atom.opens is not True and (len(state.path) > 1 or atom.opens is False):
        yield from _attached(state, weighed, shape)


def _opening(state: _State, weighed: _Weighed, shape: Shape) -> Iterator[_State]:
    """Yield a new node at each depth that is open, and the node at hand where its name is said again."""
    atom, deepest = weighed.atom, len(state.path)
    limit = min(deepest, shape.leaf or deepest)
    closing = 0.0  # what it costs to close the nodes at `depth` and below
    opened = []
    for depth in range(deepest, 0, -1):
        if depth < deepest:
            if _is_again(state.path[depth], atom):
                decision = Decision("rejoin", depth)
                cost = state.cost + closing + COSTS.rejoin
                opened.append(_State(cost, state.path[: depth + 1], -1, (state, decision), state.row))
            closing += _close_cost(state.path[depth], depth, shape)
        anywhere = atom.depth is None or atom.loose or (atom.marker is not None and not shape.firm)
        anywhere = anywhere and not (atom.loose and shape.names and depth > shape.names)
        if depth <= limit and (anywhere or depth == min(atom.depth or 0, limit)):
            opened.append(_opened(state, weighed, depth, closing, shape))
    yield from reversed(opened)


def _is_again(node: Open, atom: Atom) -> bool:
    return bool(node.name) and atom.name == node.name and atom.amount == node.amount


def _opened(state: _State, weighed: _Weighed, depth: int, closing: float, shape: Shape) -> _State:
    path, atom = state.path[:depth], weighed.atom
    parent = path[-1]
    cost = closing + _row_end_cost(state, shape) + _open_cost(path, weighed, depth, shape)
    marker = atom.marker
    updated = Open(  # by position: this is the innermost loop
        parent.name,
        parent.amount,
        parent.sum + (atom.amount or 0),
        parent.counted + (atom.amount is not None),
        parent.children + 1,
        marker.family if marker else None,
        marker.rank if marker else 0,
        marker.ordinal if marker else None,
        atom.name,
    )
    node = Open(atom.name, atom.amount)
    return _State(state.cost + cost, (*path[:-1], updated, node), -1, (state, Decision("open", depth)), state.row)


def _close_cost(node: Open, depth: int, shape: Shape) -> float:
    cost = COSTS.shallow if shape.leaf is not None and depth < shape.leaf and not node.children else 0.0
    if node.amount is not None and node.children and node.counted == node.children:
        cost += COSTS.sum_right if node.sum == node.amount else COSTS.sum_wrong
    return cost


def _row_end_cost(state: _State, shape: Shape) -> float:
    """A row that ends before its unit, deadline or points column was filled lacks them."""
    if shape.leaf is None or len(state.path) - 1 != shape.leaf:
        return 0.0
    return COSTS.slot_missing * sum(shape.slots.index(slot) > state.slot for slot in shape.needed)


def _open_cost(path: tuple[Open, ...], weighed: _Weighed, depth: int, shape: Shape) -> float:
    parent, atom = path[-1], weighed.atom
    cost = _marker_cost(path, atom)
    if atom.depth is not None and depth != atom.depth:
        cost += COSTS.off_column * abs(depth - atom.depth)
    if atom.amount is not None and parent.amount is not None and atom.amount > parent.amount:
        cost += COSTS.exceeds
    if atom.opens is None:
        cost += weighed.name if shape.leaf is not None and depth < shape.leaf else weighed.leaf
        lone = atom.amount is not None and parent.children > 0 and not parent.counted and not shape.priced
        cost += COSTS.amount_among_none if lone else 0.0
        bare = atom.amount is None and 0 < parent.counted == parent.children and not shape.priced
        cost += COSTS.leaf_without_amount if bare else 0.0
    if parent.last_name and _alike(parent.last_name, atom.name):
        cost += COSTS.alike
    return cost


def _look_cost(atom: Atom, depth: int, shape: Shape) -> float:
    units = atom.units and any(slot in _UNITS for slot in shape.slots)
    cost = COSTS.same_opens if atom.same else COSTS.unit_opens if units else 0.0
    cost += COSTS.number_opens if atom.number is not None else 0.0
    if shape.leaf is None:
        return cost
    length = len(atom.name)
    if depth < shape.leaf:
        cost += COSTS.long_name * max(0, length - COSTS.long_name_from)
        cost += COSTS.rule_opens if atom.rule or atom.time else 0.0
        return cost + (COSTS.nameless_amount if atom.amount is None and not shape.priced else 0.0)
    cost += COSTS.rule_opens if atom.rule and atom.marker is None and "scoring" in shape.slots else 0.0
    cost += COSTS.run_opens if atom.follows == "run" and atom.marker is None and atom.amount is None else 0.0
    return cost + COSTS.short_leaf * max(0, COSTS.short_leaf_to - length) / COSTS.short_leaf_to


def _marker_cost(path: tuple[Open, ...], atom: Atom) -> float:
    parent, marker = path[-1], atom.marker
    if marker is None:
        return COSTS.half_marked if parent.family is not None else 0.0
    if not parent.children:
        return _first_child_cost(path, atom)
    if parent.family is None:
        return COSTS.half_marked
    if parent.family != marker.family:
        return COSTS.other_family
    if parent.ordinal is None or marker.ordinal is None:
        return 0.0
    step = marker.ordinal - parent.ordinal
    return 0.0 if step == 1 else COSTS.gap if step > 1 else COSTS.repeat if step == 0 else COSTS.backwards


def _first_child_cost(path: tuple[Open, ...], atom: Atom) -> float:
    marker = atom.marker
    assert marker is not None
    families = {node.family for node in path[:-1]}
    ranks = [node.rank for node in path[:-1] if node.family is not None]
    cost = COSTS.deeper
    cost += COSTS.first_not_one if marker.ordinal not in (1, None) else 0.0
    cost += COSTS.nested_family if marker.family in families else 0.0
    return cost + (COSTS.rank_inverted if ranks and marker.rank <= ranks[-1] else 0.0)


@lru_cache(maxsize=4096)  # many states hold the same last sibling
def _alike(before: str, name: str) -> bool:
    """Whether two siblings begin alike for at least half of the shorter one."""
    common = 0
    for one, other in zip(before, name, strict=False):
        if one != other:
            break
        common += 1
    return common >= COSTS.alike_from and common * 2 >= min(len(before), len(name)) and before != name


def _attached(state: _State, weighed: _Weighed, shape: Shape) -> Iterator[_State]:
    atom = weighed.atom
    if atom.slot is not None:
        depth = len(state.path) - 1
        yield state._replace(back=(state, Decision("fill", depth, atom.slot)))
        return
    at_leaf = shape.leaf is None or len(state.path) - 1 == shape.leaf
    for index in range(state.slot + 1, len(shape.slots)):
        slot = shape.slots[index]
        cost = weighed.slots[index] + (0.0 if at_leaf else COSTS.misplaced_attribute)
        serial = shape.counted and atom.running is not None and atom.running.ordinal == (state.row or 0) + 1
        cost += COSTS.serial_as_amount if serial and slot in _NUMBERS and state.row else 0.0
        decision = Decision("fill", len(state.path) - 1, slot)
        path = _priced(state.path, atom) if slot in _PRICES else state.path
        yield _State(state.cost + cost, path, index, (state, decision), state.row)


def _priced(path: tuple[Open, ...], atom: Atom) -> tuple[Open, ...]:
    """Give the open node the amount of its points column, and its parent's sum that amount."""
    if atom.number is None or len(path) < 2 or path[-1].amount is not None:
        return path
    return _given(path, atom.number)


def _given(path: tuple[Open, ...], amount: int) -> tuple[Open, ...]:
    """Give the open node an amount, and its parent's sum that amount."""
    parent = path[-2]._replace(sum=path[-2].sum + amount, counted=path[-2].counted + 1)
    return (*path[:-2], parent, path[-1]._replace(amount=amount))


def _slot_cost(atom: Atom, slot: Slot, shape: Shape) -> float:
    if slot in _UNITS:
        return 0.0 if atom.units else COSTS.not_units
    if slot in _NUMBERS:
        return 0.0 if atom.number is not None else COSTS.not_number
    if slot == "deadline":
        return 0.0 if atom.time else COSTS.not_time
    cost = COSTS.remark if not atom.same else 0.0
    if slot == "scoring" and atom.rule:
        cost = 0.0
    if atom.units and not atom.same and any(unit in shape.slots for unit in _UNITS):
        cost += COSTS.units_elsewhere
    cost += COSTS.number_elsewhere if atom.number is not None else 0.0
    return cost + (COSTS.amount_in_remarks if atom.amount is not None else 0.0)


def _end_cost(state: _State, shape: Shape) -> float:
    cost = sum(_close_cost(node, i, shape) for i, node in enumerate(state.path) if i)
    cost += COSTS.miscount if state.waits is not None else 0.0
    root = state.path[0]
    if root.amount is not None and root.children and root.counted == root.children:
        cost += COSTS.total_right if root.sum == root.amount else COSTS.total_wrong
    return cost + _row_end_cost(state, shape)
