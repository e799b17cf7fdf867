"""Every tree in every layout with every damage, converted and scored."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pipeline.convert import convert_document
from pipeline.models import Notice
from pipeline.readers import read
from tests.damage.damages import DAMAGES, NOT_IN
from tests.damage.layouts import LAYOUTS
from tests.damage.plans import plans
from tests.damage.score import Tally
from tests.damage.trees import Node, Tree, trees

TABLE = Path(__file__).parent / "table.txt"
KINDS = ("items", "hierarchy", "points", "text")


@cache
def _trees() -> tuple[Tree, ...]:
    return (*trees(), *plans())


def cases() -> Iterator[tuple[str, str]]:
    """Every layout with every damage that can befall it."""
    for layout in LAYOUTS:
        for damage in DAMAGES:
            if layout not in NOT_IN.get(damage, ()):
                yield layout, damage


def written(tree: Tree, layout: str, damage: str) -> str:
    """The file's text."""
    return LAYOUTS[layout](tree, DAMAGES[damage])


def converted(words: str, layout: str) -> Notice:
    return convert_document(read(words.encode(), "made.html" if layout == "spans" else "made.txt"))


def fits(tree: Tree, layout: str) -> bool:
    """Without numbers and separators no structure is left in the text; an outline has no columns."""
    if layout == "outline" and tree.columns:
        return False
    numbered = any(role == "number" for role, _ in tree.columns)
    return layout not in ("run", "outline") or all(_told(node, numbered) for node in tree.nodes())


def _told(node: Node, numbered: bool) -> bool:
    """Whether something tells where a node begins and its name ends: numbers, or an amount behind a name."""
    if not node.children:
        return bool(node.marker) or numbered
    return node.points is not None or bool(node.marker and node.children[0].marker)


def score(layout: str, damage: str) -> Tally:
    tally = Tally.empty()
    for tree in _trees():
        if fits(tree, layout):
            notice = converted(written(tree, layout, damage), layout)
            tally.add(tree, notice, damage == "traditional")
    return tally


def table(only: str | None = None) -> str:
    """The bench's table, a row a layout and damage."""
    lines = [f"{'layout':8} {'damage':15} " + " ".join(f"{k:>9}" for k in KINDS) + "  silent"]
    for layout, damage in cases():
        if only in (None, layout):
            tally = score(layout, damage)
            figures = [tally.f1(kind) for kind in KINDS]
            shown = " ".join(f"{x:9.3f}" if x is not None else f"{'-':>9}" for x in figures)
            lines.append(f"{layout:8} {damage:15} {shown}  {tally.silent:6}")
    return "\n".join(lines) + "\n"
