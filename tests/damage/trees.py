"""Trees whose truth is known: of the hand-checked goldens, and made up from fixed seeds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

GOLDEN = Path(__file__).parents[2] / "golden"
CHINESE = "一二三四五六七八九十"


@dataclass(frozen=True)
class Node:
    """An indicator: `text` is its name, or its requirement where it is a leaf of one sentence; `body` is below a name."""

    text: str
    marker: str = ""
    body: str = ""
    points: Decimal | None = None
    unit: str = "分"
    scoring: str = ""
    evidence: str = ""
    units: str = ""
    deadline: str = ""
    children: tuple["Node", ...] = ()

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def depth(self) -> int:
        return 1 + max((c.depth for c in self.children), default=0)


@dataclass(frozen=True)
class Tree:
    """A scheme; `priced` puts the leaves' amounts into a column, else they stand in brackets like the others'.

    A planned tree names its `columns` (roles and headers, as printed), how `groups` carry their points, what stands
    behind a number in the points column, and the total of its last row.
    """

    name: str
    roots: tuple[Node, ...]
    priced: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    groups: str = "bracket"
    suffix: str = ""
    total: Decimal | None = None

    @property
    def named(self) -> bool:
        """Whether the leaves stand in a level column of their own: they have names, or hang below single nodes."""
        alone = any(len(node.children) == 1 for node in self.nodes())
        return alone or any(node.body for node in self.nodes())

    @property
    def depth(self) -> int:
        return max(root.depth for root in self.roots)

    def nodes(self) -> Iterator[Node]:
        for root in self.roots:
            yield from root.walk()


def golden_tree(name: str, scheme: int = 0) -> Tree:
    """The tree of a hand-checked golden."""
    data = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    return Tree(f"{name.split('-')[0]}{scheme + 1}", tuple(map(_of_golden, data["schemes"][scheme]["items"])))


def _of_golden(item: dict) -> Node:
    points = item.get("points") or item.get("weight")
    return Node(
        text=item.get("title") or item.get("requirement") or "",
        marker=item.get("marker") or "",
        body=(item.get("requirement") or "").replace("\n", "") if item.get("title") else "",
        points=Decimal(str(points["value"])) if points else None,
        unit="%" if item.get("weight") else "分",
        children=tuple(map(_of_golden, item.get("children") or ())),
    )


OBJECTS = [
    "组织领导",
    "制度建设",
    "宣传教育",
    "隐患排查",
    "应急处置",
    "档案管理",
    "人员配备",
    "经费保障",
    "信息报送",
    "督导检查",
    "基层基础",
    "群众满意",
]
VERBS = ["成立", "制定", "落实", "完善", "健全", "开展", "组织", "报送", "更新", "建立"]
NOUNS = [
    "工作专班",
    "年度计划",
    "值班制度",
    "培训活动",
    "台账资料",
    "问题清单",
    "巡查机制",
    "公示栏目",
    "考核办法",
    "联络员队伍",
]
TAILS = ["并明确专人负责", "按规定时间上报", "做到全覆盖", "确保工作有序推进", "做好资料归档", "及时整改到位"]
RULES = [
    "未落实的不得分",
    "每缺一项扣1分",
    "每少一次扣0.5分，扣完为止",
    "查看资料，不完整的酌情扣1-2分",
    "未按时上报的每次扣2分",
]
UNITS = ["县财政局", "县教育局", "县应急管理局", "县司法局、县公安局", "县水利局", "各乡镇人民政府"]
TIMES = ["6月底前", "9月底前", "12月20日前", "年底前", "持续推进"]


def made_tree(seed: int, *, depth: int, priced: bool = False, scoring: bool = False, tasks: bool = False) -> Tree:
    """A tree of so many levels whose amounts add up to 100; tasks have units and deadlines in place of amounts."""
    random = Random(seed)
    parts = shares(random, 100, random.randint(3, 5), 4 ** (depth - 1))
    names = random.sample(OBJECTS, len(parts))
    roots = tuple(
        Node(
            name,
            f"{CHINESE[i]}、",
            points=None if tasks else Decimal(share),
            children=_inner(random, share, depth - 1, scoring=scoring, tasks=tasks),
        )
        for i, (name, share) in enumerate(zip(names, parts, strict=True))
    )
    return Tree(f"made{seed}", roots, priced)


def shares(random: Random, total: int, count: int, least: int) -> list[int]:
    """Part a total into so many parts, none below the least."""
    spare = total - least * count
    cuts = sorted(random.randint(0, spare) for _ in range(count - 1))
    return [b - a + least for a, b in zip([0, *cuts], [*cuts, spare], strict=True)]


def _inner(random: Random, share: int, depth: int, *, scoring: bool, tasks: bool) -> tuple[Node, ...]:
    if depth == 1:
        parts = shares(random, share, random.randint(2, min(4, share // 2)), 1)
        return tuple(_leaf(random, i, part, scoring=scoring, tasks=tasks) for i, part in enumerate(parts))
    parts = shares(random, share, random.randint(2, max(2, min(3, share // 4))), 4)
    names = random.sample(OBJECTS, len(parts))
    return tuple(
        Node(
            f"{name}情况",
            f"（{CHINESE[i]}）",
            points=None if tasks else Decimal(part),
            children=_inner(random, part, depth - 1, scoring=scoring, tasks=tasks),
        )
        for i, (name, part) in enumerate(zip(names, parts, strict=True))
    )


def _leaf(random: Random, i: int, amount: int, *, scoring: bool, tasks: bool) -> Node:
    first, second = (f"{random.choice(VERBS)}{random.choice(NOUNS)}" for _ in range(2))
    return Node(
        f"{first}，{second}，{random.choice(TAILS)}。",
        f"{i + 1}.",
        points=None if tasks else Decimal(amount),
        scoring=random.choice(RULES) + "。" if scoring else "",
        units=random.choice(UNITS) if tasks else "",
        deadline=random.choice(TIMES) if tasks else "",
    )


def unmarked(tree: Tree) -> Tree:
    """The same tree with no number printed."""

    def bare(node: Node) -> Node:
        return replace(node, marker="", children=tuple(map(bare, node.children)))

    return Tree(f"{tree.name}-bare", tuple(map(bare, tree.roots)), tree.priced)


def trees() -> list[Tree]:
    """All trees of the bench."""
    return [
        golden_tree("yifeng-2020-assessment-scheme"),
        golden_tree("huainan-2021-self-assessment"),
        made_tree(1, depth=2),
        made_tree(2, depth=2, priced=True, scoring=True),
        made_tree(3, depth=3, priced=True, scoring=True),
        made_tree(4, depth=3, scoring=True),
        made_tree(5, depth=2, tasks=True),
        unmarked(made_tree(6, depth=2, priced=True, scoring=True)),
    ]
