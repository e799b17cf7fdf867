"""Trees made by plan: of which field, how deep, numbered how, with which columns; from fixed seeds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from random import Random

from tests.damage import fields
from tests.damage.fields import Field
from tests.damage.trees import CHINESE, Node, Tree, shares

MARKS: dict[str, Callable[[int], str]] = {
    "": lambda _: "",
    "一、": lambda i: f"{CHINESE[i]}、",
    "（一）": lambda i: f"（{CHINESE[i]}）",
    "1.": lambda i: f"{i + 1}.",
    "1、": lambda i: f"{i + 1}、",
    "（1）": lambda i: f"（{i + 1}）",
    "①": lambda i: "①②③④⑤⑥⑦⑧⑨"[i],
}
#: Codes that go on through the table (`B1` … `B9`), and such that take their parent's number along (`2.3`).
RUNNING = ("A", "B", "C")
DOTTED = "1.1"


@dataclass(frozen=True)
class Plan:
    """`columns` are roles and headers in print order (`name` for each level of names); `marks` are the levels' families.

    `groups` says how names carry their points: in a bracket, plain, or not at all. `serial` numbers the leaves' rows.
    """

    name: str
    field: Field
    marks: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    groups: str = "bracket"
    total: bool = False
    bonus: bool = False
    clauses: bool = False
    suffix: str = ""

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(role for role, _ in self.columns)


@dataclass
class _Making:
    """A tree under construction: its plan, its luck, and the numbers that run through it."""

    plan: Plan
    random: Random
    running: dict[str, Iterator[int]] = field(default_factory=lambda: {mark: count(1) for mark in RUNNING})

    def mark(self, level: int, i: int, above: str) -> str:
        family = self.plan.marks[level]
        if family in RUNNING:
            return f"{family}{next(self.running[family])}"
        if family == DOTTED:
            return f"{above.rstrip('.')}.{i + 1}" if above else f"{i + 1}."
        return MARKS[family](i)

    def nodes(self, level: int, share: int, above: str) -> tuple[Node, ...]:
        depth = len(self.plan.marks) - level
        least = 3 ** (depth - 1)
        most = 3 if level else 4
        parts = shares(self.random, share, self.random.randint(2, max(2, min(most, share // least))), least)
        if depth == 1:
            return tuple(self.leaf(self.mark(level, i, above), part) for i, part in enumerate(parts))
        words = self.random.sample(self.plan.field.parts if level else self.plan.field.groups, len(parts))
        return tuple(
            self.group(level, words[i] + "情况" * (level > 1), part, self.mark(level, i, above))
            for i, part in enumerate(parts)
        )

    def group(self, level: int, words: str, share: int, marker: str) -> Node:
        points = Decimal(share) if self.plan.groups != "none" and "points" in self.plan.roles else None
        return Node(words, marker, points=points, children=self.nodes(level + 1, share, marker))

    def leaf(self, marker: str, share: int) -> Node:
        words, roles = self.plan.field, self.plan.roles
        return Node(
            f"{self.random.choice(words.first)}，{self.random.choice(words.second)}。",
            marker,
            points=Decimal(share) if "points" in roles else None,
            scoring=self.rule() if "scoring" in roles else "",
            evidence=self.random.choice(words.papers) if "evidence" in roles else "",
            units=self.random.choice(words.units) if "units" in roles else "",
            deadline=self.random.choice(words.times) if "deadline" in roles else "",
        )

    def rule(self) -> str:
        if not self.plan.clauses:
            return self.random.choice(self.plan.field.rules) + "。"
        return "".join(f"{i}、{rule}；" for i, rule in enumerate(self.random.sample(self.plan.field.rules, 2), 1))


def planned(plan: Plan, seed: int) -> Tree:
    """The tree of a plan; its amounts add up to 100, a bonus section's come on top."""
    making = _Making(plan, Random(seed))
    roots = making.nodes(0, 100, "")
    if plan.bonus:
        marker = making.mark(0, len(roots), "")
        roots = (
            *roots,
            Node("加分项", marker, points=Decimal(5), children=making.nodes(len(plan.marks) - 1, 5, marker)),
        )
    return Tree(
        plan.name, roots, "points" in plan.roles, columns=plan.columns, groups=plan.groups, suffix=plan.suffix,
        total=Decimal(100) if plan.total else None,
    )  # fmt: skip


_NO = ("number", "序号")
_SCORE, _REMARKS = ("empty", "得分"), ("empty", "备注")
PLANS = (
    Plan(
        "safety", fields.SAFETY, ("", ""), (_NO, ("name", "考核项目"), ("requirement", "考核内容"), ("points", "分值"), ("scoring", "评分标准"), _SCORE, _REMARKS),
        total=True,
    ),
    Plan(
        "school", fields.SCHOOL, ("A", "B", "C"), (("name", "一级指标"), ("name", "二级指标"), ("requirement", "评估要点"), ("points", "分值"), ("scoring", "评分办法"), ("empty", "自评分"), _SCORE),
    ),
    Plan(
        "health", fields.HEALTH, ("一、", "（一）", "1.", "（1）"),
        (("name", "一级指标"), ("name", "二级指标"), ("name", "三级指标"), ("requirement", "考核内容"), ("points", "分值"), ("scoring", "评分标准"), ("evidence", "佐证材料")),
    ),
    Plan(
        "village", fields.VILLAGE, ("", "1、"), (("name", "项目"), ("requirement", "检查内容"), ("points", "标准分"), ("scoring", "扣分标准"), ("units", "责任单位"), ("empty", "扣分原因"), ("empty", "实得分")),
        suffix="分",
    ),
    Plan("river", fields.RIVER, ("一、", ""), (_NO, ("name", "任务类别"), ("requirement", "具体任务"), ("units", "责任单位"), ("deadline", "完成时限"))),
    Plan(
        "party", fields.PARTY, ("", "", ""), (("name", "一级指标"), ("name", "二级指标"), ("requirement", "考核内容"), ("points", "分值"), ("scoring", "评分细则"), ("evidence", "佐证材料")),
        total=True,
    ),
    Plan(
        "dotted", fields.SAFETY, ("1.1", "1.1", "1.1"), (("name", "考核项目"), ("name", "考核要点"), ("requirement", "考核内容"), ("points", "分值"), ("scoring", "评分标准"), ("empty", "得分情况")),
    ),
    Plan(
        "clauses", fields.HEALTH, ("（一）", ""), (("name", "项目"), _NO, ("requirement", "考核内容"), ("points", "标准分"), ("scoring", "考核标准"), ("empty", "扣分原因"), _SCORE),
        clauses=True,
    ),
    Plan("bonus", fields.PARTY, ("一、", "1."), (("name", "考核指标"), ("requirement", "考核要求"), ("points", "分值"), ("scoring", "计分办法")), bonus=True, total=True),
    Plan(
        "unpriced", fields.RIVER, ("一、", "（一）", "1."),
        (("name", "一级指标"), ("name", "二级指标"), ("requirement", "考核内容"), ("points", "分值"), ("scoring", "评分标准"), ("units", "责任部门"), ("evidence", "佐证材料")),
        groups="none",
    ),
    Plan("plain", fields.VILLAGE, ("一、", ""), (("name", "类别"), _NO, ("requirement", "检查内容"), ("scoring", "评分细则"), ("points", "标准分值"), _SCORE), groups="plain"),
    Plan("circled", fields.SCHOOL, ("1、", "①"), (("name", "评估项目"), ("requirement", "评估要点"), ("points", "分值"), ("scoring", "评分标准"), ("evidence", "佐证材料"), _SCORE)),
)  # fmt: skip


def plans() -> Iterator[Tree]:
    """The planned trees."""
    for seed, plan in enumerate(PLANS, 101):
        yield planned(plan, seed)
