"""What an atom may do in a reading: open a node, join one, fill a column, go on with a cell, count a row."""

from dataclasses import dataclass, field
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

from extractors.markers import Marker
from pipeline.structure.atoms import Atom, Shape, Slot
from pipeline.structure.costs import COSTS
from pipeline.structure.evidence import (
    NUMBERS,
    PRICES,
    UNITS,
    alike,
    continue_cost,
    count_cost,
    look_cost,
    place_cost,
    row_end_cost,
    sibling_cost,
    slot_cost,
)
from pipeline.structure.frames import Frame, Frames, Key, Last, Opening, last_of, opening


class Decision(NamedTuple):
    """What an atom does.

    It opens a node at `depth`, rejoins the one open there, fills `slot` of the last, continues the cell before
    (`slot`, None where that was a name), counts the row that comes next, or is a page's number, within a cell or
    behind a row (`turn`).
    """

    kind: str
    depth: int
    slot: Slot | None = None


class State(NamedTuple):
    """A reading up to an atom: its cost, the innermost open node, the decision made last and the state before it.

    `slot` is the column filled last (-1: the name), `row` the last running number, which `waits` for its row.
    """

    cost: float
    frame: Frame
    slot: int
    row: int | None
    waits: Marker | None
    decision: Decision
    before: "State | None" = None


#: A way to a next state: its cost, the key that equal ones share, the state before, the frame, the column and row, the
#: number that waits, the decision. A node to be opened has no frame yet: most moves are dropped, so no frame and no
#: state are made of them before.
Move = tuple[float, tuple[Key, int, int | None, bool], State, Frame | Opening, int, int | None, Marker | None, Decision]

_decision = lru_cache(maxsize=1024)(Decision)
_START: Final = Decision("start", 0)
#: Behind these no cell goes on.
_NO_CELL: Final = ("start", "count", "rejoin")
#: A sum taken in another order is no further off.
_ROUNDING: Final = 1e-6
#: A reading that is so much dearer than the best one so far is not followed: in 1,480 made texts, run together or one
#: cell a line with every damage, none that was came to be the best.
HOPELESS: Final = 4.0


@dataclass(slots=True)
class _Weighed:
    """An atom with what it costs whatever the state: to open a name or a leaf, to fill each slot, or the `cheapest`.

    It may open a node at any depth up to `free`, below that only at the depth of its column; it is `cut` off where the
    cell before it seems to go on, and `told` where it is a time or bodies, which a column of the table holds. `last` is
    its numbering. `goes_on` keeps what it cost to go on with a cell in the states before.
    """

    atom: Atom
    last: Last
    name: float
    leaf: float
    slots: tuple[float, ...]
    cheapest: float
    free: float
    cut: bool
    told: bool
    goes_on: dict[tuple[int, bool], float] = field(default_factory=dict)


class Moves:
    """The moves of one search, whose header asks for a shape.

    Of those that lead to one key the cheapest is kept; a move above the ceiling is hopeless beside the cheapest of all.
    """

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._frames = Frames(shape)
        self._row_ends = [row_end_cost(index, shape) for index in range(-1, len(shape.slots))]
        self._kept: dict[object, Move] = {}
        self._ceiling = inf
        self.start = State(0.0, self._frames.root, -1, None, None, _START)

    def of(self, atom: Atom, beam: list[State]) -> list[Move]:
        """Return what the atom may do in the states of the beam, none of it hopeless.

        Behind a running number it opens the row, behind a page's number it goes on with the cell that was cut.
        """
        self._kept, self._ceiling = {}, inf
        weighed = self._weighed(atom)
        counting: _Weighed | None = None
        for state in beam:
            if state.decision.kind == "page":
                self._continue(state, weighed)
            elif state.waits is None:
                self._move(state, weighed)
            elif atom.opens is not False:
                counting = counting or self._weighed(atom._replace(marker=atom.marker or state.waits))
                self._open(state, counting, state.cost)
        return [move for move in self._kept.values() if move[0] <= self._ceiling]

    def _keep(self, move: Move) -> None:
        """Keep a move unless one that leads as far is no dearer."""
        cost, key = move[0], move[1]
        held = self._kept.get(key)
        if held is None or cost < held[0]:
            self._kept[key] = move
            if cost + HOPELESS < self._ceiling:
                self._ceiling = cost + HOPELESS

    def reached(self, move: Move) -> State:
        """Make the state that a move leads to."""
        cost, _, before, node, slot, row, waits, decision = move
        frame = node if isinstance(node, Frame) else self._frames.opened(node)
        return State(cost, frame, slot, row, waits, decision, before)

    def row_end(self, state: State) -> float:
        """Return what the columns cost that the row at hand leaves empty."""
        return self._row_ends[state.slot + 1] if state.frame.depth == self._shape.leaf else 0.0

    def _weighed(self, atom: Atom) -> _Weighed:
        shape, leaf = self._shape, self._shape.leaf or 0
        told = atom.opens is not None
        goes_on = atom.follows == "wrapped" or (atom.follows == "run" and not atom.stopped)
        slots = tuple([slot_cost(atom, slot, shape) for slot in shape.slots]) if atom.slot is None else ()
        return _Weighed(
            atom,
            last_of(atom.name, atom.marker),
            name=0.0 if told else look_cost(atom, leaf - 1, shape),
            leaf=0.0 if told else look_cost(atom, leaf, shape),
            slots=slots,
            cheapest=min(slots, default=inf),
            free=self._free(atom),
            cut=goes_on and atom.marker is None and atom.number is None and not atom.units,
            told=(atom.time and "deadline" in shape.slots) or (atom.units and any(u in shape.slots for u in UNITS)),
        )

    def _free(self, atom: Atom) -> float:
        """Return how deep an atom may open a node wherever its column stands."""
        if atom.loose and self._shape.names:
            return self._shape.names
        anywhere = atom.depth is None or atom.loose or (atom.marker is not None and not self._shape.firm)
        return inf if anywhere else 0

    def _move(self, state: State, weighed: _Weighed) -> None:
        atom = weighed.atom
        if self._shape.leaf is not None and atom.slot is None:
            self._move_beside(state, weighed)
        cost = state.cost + COSTS.full_line_ends if weighed.cut else state.cost
        if atom.opens is not False:
            self._open(state, weighed, cost)
        if atom.opens is not True and (state.frame.up is not None or atom.opens is False):
            self._attach(state, weighed, cost)

    def _move_beside(self, state: State, weighed: _Weighed) -> None:
        """Take a flattened table's atom for what is no cell: a row's number, a cell's part, a page's number."""
        running, frame, at = weighed.atom.running, state.frame, state.slot
        if self._shape.counted and running is not None:
            cost, row = state.cost + count_cost(state.row, running.ordinal), running.ordinal
            self._keep((cost, (frame.key, at, row, False), state, frame, at, row, running, _decision("count", 0)))
        if state.decision.kind in _NO_CELL:
            return
        self._continue(state, weighed)
        if weighed.atom.between:
            decision = _decision("page", frame.depth, self._slot_of(state))
            self._keep(_move(state.cost + COSTS.page_number, state, frame, at, decision))
        if weighed.atom.turns:
            self._keep(_move(state.cost + COSTS.page_number, state, frame, at, _decision("turn", frame.depth)))

    def _slot_of(self, state: State) -> Slot | None:
        return self._shape.slots[state.slot] if state.slot >= 0 else None

    def _continue(self, state: State, weighed: _Weighed) -> None:
        """Go on with the cell before; an amount that a name lacked comes with its end."""
        amount, frame, named = weighed.atom.amount, state.frame, state.slot < 0
        cost = self._continue_cost(state, weighed)
        cost += COSTS.ended_by_amount if named and frame.amount is not None else 0.0
        if state.cost + cost > self._ceiling:
            return
        if named and amount is not None and frame.amount is None and frame.depth:
            frame = self._frames.given(frame, amount)
        decision = _decision("continue", frame.depth, self._slot_of(state))
        self._keep(_move(state.cost + cost, state, frame, state.slot, decision))

    def _continue_cost(self, state: State, weighed: _Weighed) -> float:
        if state.decision.kind == "page" and weighed.atom.marker is None:
            return 0.0
        key = (state.slot, state.frame.depth >= (self._shape.leaf or 0))
        cost = weighed.goes_on.get(key)
        if cost is None:
            cost = weighed.goes_on[key] = continue_cost(weighed.atom, self._shape, state.slot, at_leaf=key[1])
        return cost

    def _open(self, state: State, weighed: _Weighed, cost: float) -> None:
        """Open a node at each depth that is open, the innermost last; rejoin one whose name is said again."""
        atom, row, row_end, leaf = weighed.atom, state.row, self.row_end(state), self._shape.leaf or 0
        name, amount, begins, free = atom.name, atom.amount, atom.name[:1], weighed.free
        rejoins = bool(name) and state.waits is None
        most = self._ceiling + _ROUNDING - cost - row_end  # what it may cost to close and open
        depth = state.frame.depth + 1
        limit = leaf if 0 < leaf < depth else depth
        moves: list[Move] = []
        closing = 0.0  # what it costs to close what is open in `parent`
        node: Frame | None = None
        parent: Frame | None = state.frame
        while parent is not None:
            if node is not None:
                if rejoins and node.name == name and node.amount == amount:
                    again = cost + closing + COSTS.rejoin
                    moves.append(_move(again, state, node, -1, _decision("rejoin", depth)))
                closing += node.close
            if depth <= limit and (depth <= free or depth == min(atom.depth or 0, limit)):
                look = weighed.name if depth < leaf else weighed.leaf
                if closing + look <= most or parent.last[3][:1] == begins:
                    whole = cost + (closing + row_end + self._open_cost(parent, weighed, look))
                    if whole <= self._ceiling:
                        new = opening(parent, amount, weighed.last)
                        moves.append((whole, (new, -1, row, True), state, new, -1, row, None, _decision("open", depth)))
            node, parent, depth = parent, parent.up, depth - 1
        for move in reversed(moves):
            self._keep(move)

    def _open_cost(self, parent: Frame, weighed: _Weighed, look: float) -> float:
        atom, (family, _, _, before) = weighed.atom, parent.last
        cost = place_cost(parent, atom) + look
        priced = self._shape.priced
        if atom.opens is None and not priced:
            cost += sibling_cost(parent, atom.amount)
        if weighed.told:
            return cost  # dates of one year and bodies of one county all begin alike
        named = parent.depth + 1 < (self._shape.leaf or 0)
        if priced and named and parent.counted and atom.amount is None:
            return cost  # `党费收据` behind `党费收缴（6分）` is a paper, and no second name
        if before[:1] != atom.name[:1] or family != weighed.last[0]:  # a first part is named after its whole
            return cost
        return cost + COSTS.alike if alike(before, atom.name) else cost

    def _attach(self, state: State, weighed: _Weighed, cost: float) -> None:
        """Fill each column behind the last one that the atom may fill, or the one that it stands in."""
        atom, frame, shape = weighed.atom, state.frame, self._shape
        if atom.slot is not None:
            self._keep(_move(cost, state, frame, state.slot, _decision("fill", frame.depth, atom.slot)))
            return
        if cost + weighed.cheapest > self._ceiling:
            return
        serial = shape.counted and atom.running is not None and atom.running.ordinal == (state.row or 0) + 1
        priced = atom.number is not None and frame.up is not None and frame.amount is None
        for index in range(state.slot + 1, len(shape.slots)):
            slot = shape.slots[index]
            filling = weighed.slots[index]
            filling += 0.0 if shape.holds(index, frame.depth) else COSTS.misplaced_attribute
            filling += COSTS.serial_as_amount if serial and slot in NUMBERS and state.row else 0.0
            if cost + filling > self._ceiling:
                continue
            filled = frame
            if priced and slot in PRICES and atom.number is not None:
                filled = self._frames.given(frame, atom.number)
            self._keep(_move(cost + filling, state, filled, index, _decision("fill", frame.depth, slot)))


def _move(cost: float, before: State, frame: Frame, slot: int, decision: Decision) -> Move:
    """Return a move that leaves the nodes as they are and the rows uncounted."""
    return cost, (frame.key, slot, before.row, True), before, frame, slot, before.row, None, decision
