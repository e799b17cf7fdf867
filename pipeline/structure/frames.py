"""The open nodes of a reading: linked from the innermost outwards and interned, so that equal paths are one object."""

from dataclasses import dataclass
from typing import Final

from extractors.markers import Marker
from pipeline.structure.atoms import Shape
from pipeline.structure.costs import COSTS

#: How a node's last child was numbered and called: its family, rank, ordinal and name.
Last = tuple[str | None, int, int | None, str]
_NO_CHILD: Final[Last] = (None, 0, None, "")
#: An open node but for what follows from it: the one that it is in, its name and amount, its children's sum, how many
#: of them have an amount, how many there are, and what the last one left.
Counting = tuple["Frame | None", str, int | None, int, int, int, Last]
#: A node without children as it was known before it was opened: the one that it is in, which counts it, and its amount.
Opening = tuple[Counting, int | None]
#: What tells the innermost open node, and with it all that is open, from others.
Key = tuple["Frame"] | Opening


@dataclass(slots=True, eq=False)
class Frame:
    """An open node in the one `up`: its own name and amount, and what its children showed so far.

    `close` is what it costs to close it. The root stands at depth 0. Compared by identity, and never changed.
    """

    up: "Frame | None"
    depth: int
    name: str
    amount: int | None
    sum: int
    counted: int
    children: int
    last: Last
    close: float

    @property
    def key(self) -> Key:
        """What tells this node from others: of one without children that which was known before it was opened."""
        up = self.up
        if up is None or self.children:
            return (self,)
        return (up.up, up.name, up.amount, up.sum, up.counted, up.children, up.last), self.amount


def opening(parent: Frame, amount: int | None, last: Last) -> Opening:
    """Return a node before it is opened in a parent, for most never are; `last` is its own numbering."""
    if amount is None:
        sum_, counted = parent.sum, parent.counted
    else:
        sum_, counted = parent.sum + amount, parent.counted + 1
    return (parent.up, parent.name, parent.amount, sum_, counted, parent.children + 1, last), amount


def last_of(name: str, marker: Marker | None) -> Last:
    """Return what a node leaves with its parent."""
    return (marker.family, marker.rank, marker.ordinal, name) if marker is not None else (None, 0, None, name)


class Frames:
    """The frames of one search; the same fields in the same frame give the same object."""

    def __init__(self, shape: Shape) -> None:
        self._leaf = shape.leaf
        self._known: dict[Counting, Frame] = {}
        self._new: dict[tuple[Frame, int | None], Frame] = {}
        self.root = self._of((None, "", shape.total, 0, 0, 0, _NO_CHILD))

    def opened(self, opening: Opening) -> Frame:
        """Open a node in its parent, which counts it among its children."""
        counting, amount = opening
        return self._fresh(self._of(counting), counting[6][3], amount)

    def given(self, frame: Frame, amount: int) -> Frame:
        """Give an open node an amount, and its parent's sum that amount."""
        up = frame.up
        assert up is not None
        parent = self._of((up.up, up.name, up.amount, up.sum + amount, up.counted + 1, up.children, up.last))
        if not frame.children:
            return self._fresh(parent, frame.name, amount)
        return self._of((parent, frame.name, amount, frame.sum, frame.counted, frame.children, frame.last))

    def _fresh(self, up: Frame, name: str, amount: int | None) -> Frame:
        """Return the node opened last in the one `up`: its amount alone tells it from others there."""
        frame = self._new.get((up, amount))
        if frame is None:
            depth = up.depth + 1
            close = COSTS.shallow if self._leaf is not None and depth < self._leaf else 0.0
            frame = self._new[up, amount] = Frame(up, depth, name, amount, 0, 0, 0, _NO_CHILD, close)
        return frame

    def _of(self, counting: Counting) -> Frame:
        frame = self._known.get(counting)
        if frame is None:
            up, name, amount, sum_, counted, children, last = counting
            depth = up.depth + 1 if up is not None else 0
            close = _close_cost(amount, sum_, counted, children, shallow=self._leaf is not None and depth < self._leaf)
            frame = self._known[counting] = Frame(up, depth, name, amount, sum_, counted, children, last, close)
        return frame


def _close_cost(amount: int | None, sum_: int, counted: int, children: int, *, shallow: bool) -> float:
    """A node above the leaves wants children, and its amount wants to be theirs."""
    cost = COSTS.shallow if shallow and not children else 0.0
    if amount is not None and children and counted == children:
        cost += COSTS.sum_right if sum_ == amount else COSTS.sum_wrong
    return cost
