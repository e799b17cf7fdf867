"""The one search for structure: a beam over the atoms, each opening a node, joining one or filling a slot.

A state is the path of open nodes with their running sums and numbering, so equal states are merged
(dynamic programming) and only the cheapest few are kept. Time is linear in the number of atoms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, Self

from pipeline.structure.atoms import Atom, Shape
from pipeline.structure.evidence import end_cost
from pipeline.structure.moves import Decision, Moves, State

BEAM: Final = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """The best decisions, one an atom, and how far the next best reading was (None: there was none).

    `doubt` is the first atom that the next best reading places otherwise.
    """

    decisions: tuple[Decision, ...]
    margin: float | None
    cost: float = 0.0
    doubt: int | None = None


class Search:
    """A search that can go on: what was read of the first atoms need not be read again with the others."""

    def __init__(self, shape: Shape) -> None:
        self._moves = Moves(shape)
        self._beam = [self._moves.start]

    def read(self, atoms: Sequence[Atom]) -> Self:
        """Read these atoms behind those before."""
        for atom in atoms:
            self._beam = _next(self._moves, atom, self._beam)
        return self

    def cost(self) -> float:
        """Return what the cheapest reading costs that ends here."""
        return min(_end(state, self._moves) for state in self._beam)

    def reading(self) -> Reading:
        """Return the cheapest reading that ends here."""
        ends = sorted((_end(s, self._moves), i) for i, s in enumerate(self._beam))
        cost, winner = ends[0]
        decisions = tuple(_walk(self._beam[winner]))
        if len(ends) == 1:
            return Reading(decisions, None, cost)
        others = zip(decisions, _walk(self._beam[ends[1][1]]), strict=True)
        doubt = next((i for i, (one, other) in enumerate(others) if one != other), None)
        return Reading(decisions, round(ends[1][0] - cost, 3), cost, doubt)


def search(atoms: Sequence[Atom], shape: Shape) -> Reading:
    """Find the reading of the atoms that costs least."""
    return Search(shape).read(atoms).reading()


def _next(moves: Moves, atom: Atom, beam: list[State]) -> list[State]:
    """Return the cheapest states behind an atom, the cheapest first; of those alike only the cheapest."""
    ranked = sorted(moves.of(atom, beam), key=itemgetter(0))
    return [moves.reached(move) for move in ranked[:BEAM]]


def _end(state: State, moves: Moves) -> float:
    return state.cost + (end_cost(state.frame, waits=state.waits is not None) + moves.row_end(state))


def _walk(state: State) -> list[Decision]:
    decisions: list[Decision] = []
    while state.before is not None:
        decisions.append(state.decision)
        state = state.before
    return decisions[::-1]
