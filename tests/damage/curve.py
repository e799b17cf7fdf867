"""`python -m tests.damage.curve`: how the time of a one-paragraph table grows with its items, as ratios to the first."""

from time import perf_counter

from tests.damage.bench import converted
from tests.damage.layouts import Wanted, run
from tests.damage.trees import Node, Tree, made_tree

SIZES = (250, 500, 1000, 2000)


def table(items: int) -> str:
    """A table of about so many items in one paragraph, its sections numbered through."""
    roots: list[Node] = []
    seed = count = 0
    while count < items:
        seed += 1
        for root in made_tree(seed, depth=2, scoring=True).roots:
            roots.append(Node(root.text, f"第{len(roots) + 1}章", points=root.points, children=root.children))
            count += sum(1 for _ in root.walk())
    return run(Tree("curve", tuple(roots)), Wanted())


def main() -> None:
    """Print a line a size: items found, and time an item as a ratio to the smallest size's."""
    first = None
    for size in SIZES:
        words = table(size)
        start = perf_counter()
        made = converted(words, "run")
        spent = (perf_counter() - start) / size
        first = first or spent
        found = sum(1 for scheme in made.schemes for item in scheme.items for _ in (item, *item.children))
        print(f"{size:5} items, {found:5} found, {len(words):7} characters, time an item {spent / first:.2f}")


if __name__ == "__main__":
    main()
