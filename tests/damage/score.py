"""How near a conversion is to the truth: F1 of items, hierarchy, points and text."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from normalizers.widths import fold
from pipeline.models import Item, Notice
from tests.damage.trees import Node, Tree

#: The characters of the made-up trees whose traditional form differs.
_OLD = str.maketrans(
    "组织领导制度设传隐档费报导检层础满专训动台账单题机栏办员络队伍实开开确责间盖进项扣资归时门缺财应级县乡镇济标准续现场众",
    "組織領導製度設傳隱檔費報導檢層礎滿專訓動臺賬單題機欄辦員絡隊伍實開開確責間蓋進項扣資歸時門缺財應級縣鄉鎮濟標準續現場眾",
)
#: What says that a tree is doubtful.
SAYS_SO = (
    "structure_inferred", "children_sum", "total_sum", "numbering_gap", "numbering_repeated", "unparsed_text",
    "no_scheme", "cells_placed", "header_unknown",
)  # fmt: skip


def in_old_characters(words: str) -> str:
    """Words in traditional characters."""
    return words.translate(_OLD)


def bare(words: str | None) -> str:
    """Words without signs and spaces, and in one width: what a comparison goes by."""
    return regex.sub(r"[\p{P}\p{S}\p{Z}\s]", "", fold(words or ""))


Facts = dict[str, Counter[tuple[str, ...]]]


def truth(tree: Tree, old: bool) -> Facts:
    """What the tree says, as countable facts."""
    facts: Facts = {"items": Counter(), "hierarchy": Counter(), "points": Counter(), "text": Counter()}

    def shown(words: str) -> str:
        return bare(in_old_characters(words) if old else words)

    def add(node: Node, parent: str) -> None:
        name = shown(node.text)
        facts["items"][name,] += 1
        facts["hierarchy"][name, parent] += 1
        if node.points is not None:
            facts["points"][name, f"{node.points.normalize():f}"] += 1
        for words in (node.body, node.scoring, node.evidence, *node.units.split("、")):
            if words:
                facts["text"][name, shown(words)] += 1
        for child in node.children:
            add(child, name)

    for root in tree.roots:
        add(root, "")
    return facts


def found(notice: Notice) -> Facts:
    """What a conversion says, as the same facts."""
    facts: Facts = {"items": Counter(), "hierarchy": Counter(), "points": Counter(), "text": Counter()}
    for item, parent in _walk(notice):
        name = bare(item.title or item.requirement)
        facts["items"][name,] += 1
        facts["hierarchy"][name, parent] += 1
        amount = item.points or item.weight
        if amount is not None and amount.value is not None:
            facts["points"][name, f"{amount.value.normalize():f}"] += 1
        body = item.requirement if item.title else None
        papers = "".join(e.label or "" for e in item.evidence)
        for words in (body, item.scoring, papers, *(u.name for u in item.responsible)):
            if words:
                facts["text"][name, bare(words)] += 1
    return facts


def _walk(notice: Notice) -> Iterator[tuple[Item, str]]:
    def below(items: tuple[Item, ...], parent: str) -> Iterator[tuple[Item, str]]:
        for item in items:
            yield item, parent
            yield from below(item.children, bare(item.title or item.requirement))

    for scheme in notice.schemes:
        yield from below(scheme.items, "")


@dataclass
class Tally:
    """Facts right, printed and found, summed over conversions; `silent` counts wrong trees that nothing warns of."""

    right: Counter[str]
    printed: Counter[str]
    found: Counter[str]
    silent: int = 0

    @classmethod
    def empty(cls) -> "Tally":
        return cls(Counter(), Counter(), Counter())

    def add(self, tree: Tree, notice: Notice, old: bool) -> None:
        """Count one conversion."""
        wanted, got = truth(tree, old), found(notice)
        for kind in wanted:
            self.right[kind] += (wanted[kind] & got[kind]).total()
            self.printed[kind] += wanted[kind].total()
            self.found[kind] += got[kind].total()
        if wanted["hierarchy"] != got["hierarchy"] and not any(f.code in SAYS_SO for f in notice.findings):
            self.silent += 1

    def f1(self, kind: str) -> float | None:
        """The F1 of a kind of fact; None where nothing of it is printed."""
        total = self.printed[kind] + self.found[kind]
        return 2 * self.right[kind] / total if self.printed[kind] else None
