"""The edit distance of ordered trees (Zhang and Shasha, 1989): how many items to delete, insert or rename.

Of the published packages none is kept up, and the algorithm is short; it takes time about in proportion to both sizes
times the product of their depths.
"""

from collections.abc import Sequence

from pipeline.compare.entries import Entry


def tree_distance(one: Sequence[Entry], other: Sequence[Entry]) -> int:
    """Return the least number of deletions, insertions and renamings between two forests, each 1."""
    if [(e.parent, e.text) for e in one] == [(e.parent, e.text) for e in other]:
        return 0
    first, second = _Postorder(one), _Postorder(other)
    table = [[0] * len(second.labels) for _ in first.labels]
    for i in first.keyroots:
        for j in second.keyroots:
            _treedist(first, second, i, j, table)
    return table[-1][-1]


class _Postorder:
    """A forest below one root of its own, in postorder: labels, leftmost leaves, keyroots."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        children: dict[int, list[int]] = {}
        for entry in entries:
            children.setdefault(entry.parent, []).append(entry.index)
        self.labels: list[str] = []
        self.left: list[int] = []
        self._visit(-1, entries, children)
        last = {left: i for i, left in enumerate(self.left)}
        self.keyroots = sorted(last.values())

    def _visit(self, at: int, entries: Sequence[Entry], children: dict[int, list[int]]) -> int:
        lefts = [self._visit(child, entries, children) for child in children.get(at, [])]
        left = lefts[0] if lefts else len(self.labels)
        self.labels.append(entries[at].text if at >= 0 else "")
        self.left.append(left)
        return left


def _treedist(one: _Postorder, other: _Postorder, i: int, j: int, table: list[list[int]]) -> None:
    first, second = one.left[i], other.left[j]
    rows, columns = i - first + 2, j - second + 2
    forest = [[r + c if r * c == 0 else 0 for c in range(columns)] for r in range(rows)]
    for r in range(1, rows):
        x = first + r - 1
        for c in range(1, columns):
            y = second + c - 1
            cost = min(forest[r - 1][c], forest[r][c - 1]) + 1
            if one.left[x] == first and other.left[y] == second:
                forest[r][c] = min(cost, forest[r - 1][c - 1] + (one.labels[x] != other.labels[y]))
                table[x][y] = forest[r][c]
            else:
                forest[r][c] = min(cost, forest[one.left[x] - first][other.left[y] - second] + table[x][y])
