"""A tree as the rows of a table: what a cell holds, and over how many rows it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.damage.trees import Node, Tree

LEVELS = {1: ["考核项目"], 2: ["一级指标", "二级指标"], 3: ["一级指标", "二级指标", "三级指标"]}


@dataclass(frozen=True)
class Cell:
    """A printed cell; `text` is its node's name where `name` is set, so that a damage knows what it may space out."""

    text: str
    rows: int = 1
    name: bool = False


#: None where a cell from above stands.
Row = list[Cell | None]


def amount(node: Node, tree: Tree) -> str:
    """The amount in brackets that ends a name; a leaf's stands in its column where the table has one."""
    if node.points is None or (tree.priced and not node.children):
        return ""
    return f"{node.points:f}{node.unit}" if tree.groups == "plain" else f"（{node.points:f}{node.unit}）"


def headers(tree: Tree) -> list[str]:
    """The table's header."""
    if tree.columns:
        return [header for _, header in tree.columns]
    leaves = [node for node in tree.nodes() if not node.children]
    names = tree.depth if tree.named else tree.depth - 1
    tasks = any(leaf.units for leaf in leaves)
    found = ["工作任务"] if tasks else LEVELS.get(names) or [f"{'一二三四'[i]}级指标" for i in range(names)]
    found = [*found, "具体要求"] if not tree.named or any(leaf.body for leaf in leaves) else found
    found = [*found, "分值"] if tree.priced else found
    found = [*found, "评分标准"] if any(leaf.scoring for leaf in leaves) else found
    return [*found, "责任单位", "时限要求"] if tasks else found


def rows(tree: Tree) -> list[Row]:
    """The table's body, a row a leaf."""
    if tree.columns:
        return _planned(tree)
    width = len(headers(tree))
    found: list[Row] = []
    for root in tree.roots:
        found += _rows(root, tree, [], width)
    return found


def _leaves(node: Node) -> int:
    return sum(1 for n in node.walk() if not n.children)


def _rows(node: Node, tree: Tree, before: Row, width: int) -> list[Row]:
    words = f"{node.marker}{node.text}{amount(node, tree)}"
    if node.children:
        first: Row = [*before, Cell(words, _leaves(node), name=True)]
        found: list[Row] = []
        for i, child in enumerate(node.children):
            found += _rows(child, tree, first if i == 0 else [None] * len(first), width)
        return found
    row: Row = [*before, Cell(words, name=tree.named)]
    names = tree.depth if tree.named else 0
    row += [Cell("")] * (names - len(row))
    row += [Cell(node.body)] if tree.named and "具体要求" in headers(tree) else []
    row += [Cell(f"{node.points:f}")] if tree.priced and node.points is not None else []
    row += [Cell(part) for part in (node.scoring, node.units, node.deadline) if part]
    return [[*row, *[Cell("")] * (width - len(row))]]


def _planned(tree: Tree) -> list[Row]:
    """The body of a planned tree: each leaf's row in the order of its columns, and the total row."""
    found = [_leaf_row(tree, leaf, above, i) for i, (leaf, above) in enumerate(_by_leaf(tree.roots), 1)]
    if tree.total is not None:
        roles = [role for role, _ in tree.columns]
        last = [Cell(f"{tree.total:f}") if role == "points" else Cell("") for role in roles]
        found.append([Cell("合计"), *last[1:]])
    return found


def _by_leaf(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, list[tuple[Node, bool]]]]:
    """Yield each leaf with the nodes above it, each with whether this is the first of its rows."""
    for node in nodes:
        if not node.children:
            yield node, []
            continue
        for i, (leaf, path) in enumerate(_by_leaf(node.children)):
            yield leaf, [(node, i == 0), *path]


def _leaf_row(tree: Tree, leaf: Node, above: list[tuple[Node, bool]], serial: int) -> Row:
    names = iter(above)
    row: Row = []
    for role, _ in tree.columns:
        if role == "name":
            node, first = next(names, (None, True))
            row.append(_name(tree, node) if first else None)
        else:
            row.append(Cell(_printed(role, tree, leaf, serial)))
    return row


def _name(tree: Tree, node: Node | None) -> Cell:
    return Cell("") if node is None else Cell(f"{node.marker}{node.text}{amount(node, tree)}", _leaves(node), name=True)


def _printed(role: str, tree: Tree, leaf: Node, serial: int) -> str:
    points = f"{leaf.points:f}{tree.suffix}" if leaf.points is not None else ""
    return {
        "number": str(serial), "requirement": f"{leaf.marker}{leaf.text}", "points": points, "scoring": leaf.scoring,
        "evidence": leaf.evidence, "units": leaf.units, "deadline": leaf.deadline, "empty": "",
    }[role]  # fmt: skip
