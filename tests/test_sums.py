"""Sums: five hundred trees that add up, and five hundred with planted errors, through the whole conversion."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from tests.damage.bench import converted
from tests.damage.layouts import Wanted, outline, tabs
from tests.damage.trees import Node, Tree, made_tree

#: Each case converts so many trees.
TREES = 50
SUMS = ("children_sum", "total_sum")


def printed(tree, seed):
    """The tree as a table or an outline, with its total."""
    words = (tabs if seed % 2 else outline)(tree, Wanted())
    title, _, rest = words.partition("\n")
    return f"{title}\n（总分100分）\n{rest}"


def found(tree, seed):
    """Where a sum does not add up: the titles of the parents, and `total`."""
    made = converted(printed(tree, seed), "tabs")
    paths = [f.pointer for f in made.findings if f.code in SUMS]
    return sorted(_title(made, path) for path in paths)


def _title(made, pointer):
    node = made
    for step in pointer.strip("/").split("/"):
        if step == "total":
            return "total"
        node = node[int(step)] if step.isdigit() else getattr(node, step, node)
        if step in ("points", "weight"):
            break
    return getattr(node, "title", None) or getattr(node, "requirement", "")


def tree_of(seed):
    return made_tree(seed, depth=2 + seed % 2, priced=False, scoring=seed % 3 == 0)


@pytest.mark.parametrize("block", range(10))
def test_trees_that_add_up_have_no_sum_finding(block):
    for seed in range(block * TREES, (block + 1) * TREES):
        assert found(tree_of(seed), seed) == [], seed


@pytest.mark.parametrize("block", range(10))
def test_every_planted_error_is_found_and_no_other(block):
    for seed in range(block * TREES, (block + 1) * TREES):
        tree = tree_of(seed)
        hurt, where = planted(tree, Random(seed))
        assert found(hurt, seed) == where, seed


def planted(tree: Tree, random: Random):
    """The tree with one amount raised, and the parents that no longer agree: its own, and its children's."""
    at = random.randrange(sum(1 for _ in tree.nodes()))
    state = {"left": at, "where": []}
    roots = tuple(_raised(root, "total", state, random.randint(1, 3)) for root in tree.roots)
    return replace(tree, roots=roots), sorted(state["where"])


def _raised(node: Node, parent: str, state, by: int) -> Node:
    if state["left"] == 0:
        state["left"] = -1
        state["where"] = [parent, *([node.text] if node.children else [])]
        return replace(node, points=node.points + Decimal(by))
    state["left"] -= 1
    return replace(node, children=tuple(_raised(child, node.text, state, by) for child in node.children))


def test_a_part_worth_more_than_the_whole_stays_where_its_number_puts_it():
    made = converted(
        "2021年望川县考核细则\n一、值守（5分）\n1.落实值班（7分）\n2.及时报告（1分）\n二、台账（9分）\n1.建账（9分）\n",
        "tabs",
    )
    assert [len(i.children) for i in made.schemes[0].items] == [2, 1]
    assert [f.code for f in made.findings] == ["children_sum"]
