"""Which top headings of an outline are a scheme's: what is a task or an indicator, and what only tells of it."""

from collections.abc import Iterator
from typing import Final

from extractors.clauses import sentences
from extractors.deadlines import deadlines
from extractors.full_marks import amount_line
from extractors.headings import has_named_amount
from extractors.labels import labelled_line, record_name
from extractors.markers import follows, split_marker
from extractors.natures import is_reward, nature_of, said_of_itself
from extractors.rules import rules
from extractors.text import Text
from extractors.unit_labels import trailing_bracket
from normalizers.titles import AIMS, HOW, PROCEDURE
from normalizers.values import NoticeKind
from pipeline.structure.tree import Node


def scheme_roots(roots: list[Node], *, beside_tables: bool) -> list[Node]:
    """Return the top headings that belong to the scheme.

    They are a task or indicator, or something below them is. Beside a table only those with amounts or units
    are one more scheme. A heading between such siblings is one of them though it has no amount.
    """
    scored = any(has_amount(node) for node in roots)
    marked = scored or any(_all_give_marks(node.children) for node in roots)
    chosen = [_is_strong(node) if beside_tables else _is_work(node, scored=scored, marked=marked) for node in roots]
    if not any(chosen) and not beside_tables and _all_give_marks(roots):
        chosen = [node.head.marker is not None for node in roots]
    for i in range(1, len(roots) - 1):
        families = {n.head.marker.family if n.head.marker else None for n in roots[i - 1 : i + 2]}
        if len(families) == 1 and None not in families and chosen[i - 1] and chosen[i + 1] and not _is_frame(roots[i]):
            chosen[i] = True
    if not beside_tables and any(chosen) and not any(node.children for node in roots):
        # A list without a level below is not torn apart because only some of its tasks name a day.
        chosen = [
            one or (node.head.marker is not None and not _is_frame(node))
            for one, node in zip(chosen, roots, strict=True)
        ]
    for i in range(1, len(roots)):
        if scored and not beside_tables and not chosen[i] and chosen[i - 1] and _goes_on(roots[i - 1], roots[i]):
            chosen[i] = True
    if marked and not beside_tables and any(chosen):
        chosen = [one or says_nature(node) for one, node in zip(chosen, roots, strict=True)]
    return [node for node, is_work in zip(roots, chosen, strict=True) if is_work]


#: So many points, and so large a share of them, give or take marks in a list of indicators without full marks.
_FEWEST_MARKED: Final = 3
_MOSTLY_MARKED: Final = 0.8


def _all_give_marks(roots: list[Node]) -> bool:
    """Whether numbered points that have no full marks each say what is won or lost for them."""
    numbered = [node for node in roots if node.head.marker is not None]
    marked = sum(any(rules(text) for text in texts_of(node)) for node in numbered)
    return marked >= max(_FEWEST_MARKED, len(numbered) * _MOSTLY_MARKED)


#: Notices of these kinds list tasks, though none of them names a day or who must do it.
_TASKS: Final = ("work_points", "task_list")
_FEWEST_TASKS: Final = 2


def told_tasks(roots: list[Node], kind: NoticeKind) -> list[Node]:
    """Return the numbered paragraphs of a list of tasks where nothing tells one from the rest, but for aims."""
    numbered = [node for node in roots if node.head.marker is not None and not _is_frame(node)]
    return numbered if kind in _TASKS and len(numbered) >= _FEWEST_TASKS else []


def _goes_on(before: Node, node: Node) -> bool:
    """Whether a heading is the next number behind an indicator and gives marks, though it has no full mark."""
    following = follows(before.head.marker, node.head.marker) and not _is_frame(node)
    return following and any(rules(text) for text in texts_of(node))


def _is_work(node: Node, *, scored: bool, marked: bool) -> bool:
    """Whether a top heading belongs to the scheme: it or something below it is a task or indicator.

    Where indicators have amounts, chapters on procedure and on rewards have none; where one gives or takes marks point
    by point (`marked`), those on procedure do neither.
    """
    if _tells_aims(node) and not _is_strong(node):
        return False
    if marked and PROCEDURE.match(node.head.name) and not (gives_marks(node) or _is_strong(node)):
        return False
    aside = PROCEDURE.match(node.head.name) is not None or rewards_otherwise(node)
    if scored and (aside or (HOW.match(node.head.name) and not gives_marks(node))) and not has_amount(node):
        return False
    return _is_task(node) or any(_below(child) for child in node.children)


def _tells_aims(node: Node) -> bool:
    """Whether a heading names aims, or everything right below it does (`（一）指导思想。…（二）工作目标。…`)."""
    names = [child.head.name.split("。", 1)[0].rstrip(":") for child in node.children]
    return AIMS.match(node.head.name) is not None or (bool(names) and all(AIMS.match(name) for name in names))


def _is_frame(node: Node) -> bool:
    return _tells_aims(node) or (PROCEDURE.match(node.head.name) is not None and not _is_rest(node))


#: What is left of the indicators may be called so, as what is left to say may.
_REST: Final = frozenset({"其他", "其他事项"})


def _is_rest(node: Node) -> bool:
    """Whether a heading stands over further points that each give or take marks (`1.被通报的，扣10分。`)."""
    return node.head.name in _REST and bool(node.children) and all(_tells_marks(child) for child in node.children)


def _tells_marks(node: Node) -> bool:
    return any(rule.value.amount is not None for text in texts_of(node) for rule in rules(text))


def _is_strong(node: Node) -> bool:
    """Whether a heading or something below it has an amount or units of its own."""
    # `二、评比标准（100分）`, over the table itself; an indicator says behind its full marks what is won or lost.
    bare = not node.children and not node.filled and not _says_more(node.head.text)
    return _has_units(node) or (has_amount(node) and not bare) or any(map(_is_strong, node.children))


def _says_more(text: Text) -> bool:
    """Whether a heading has a further sentence that gives or takes marks (`党建（40分）。少一次扣5分。`)."""
    said = sentences(text)
    return len(said) > 1 and any(rules(sentence) for sentence in said[1:])


def _has_units(node: Node) -> bool:
    """Whether units stand behind a heading's text, in a bracket, behind a label or on a line of their own."""
    texts = [node.head.text, *(atom.text for _, atom in node.filled)]
    listed = any(slot == "responsible" for slot, _ in node.filled)
    return listed or any(trailing_bracket(text) or _names_units(text) for text in texts)


def _names_units(text: Text) -> bool:
    line = labelled_line(text)
    return line is not None and line[0] == "units"


def gives_marks(node: Node) -> bool:
    """Whether a heading or something below it has full marks, or gives or takes any."""
    return has_amount(node) or any(rules(text) for text in texts_of(node))


_IN_MARKS: Final = ("points", "weight", "scoring")


def rewards_otherwise(node: Node) -> bool:
    """Whether a heading names rewards, and neither it nor anything below it gives marks."""
    return is_reward(node.head.name) and not gives_marks(node) and not _has_cell_of_marks(node)


def _has_cell_of_marks(node: Node) -> bool:
    return any(slot in _IN_MARKS for slot, _ in node.filled) or any(map(_has_cell_of_marks, node.children))


def says_nature(node: Node) -> bool:
    """Whether a heading says of all below it that it is given besides, taken off, or decides alone.

    One that says both (`奖惩`) stands over points that each say which (`1.加分：…`).
    """
    if nature_of(node.head.name) is not None:
        return not rewards_otherwise(node)
    return bool(node.children) and all(map(_says_own_nature, node.children))


def _says_own_nature(node: Node) -> bool:
    said = nature_of(node.head.name) or said_of_itself(node.head.name)
    return said is not None and gives_marks(node)


def has_amount(node: Node) -> bool:
    """Whether a heading or one below it has full marks, at its end or behind its name (`巡查（20分）：每月一次。`)."""
    return has_own_amount(node) or any(map(has_amount, node.children))


def has_own_amount(node: Node) -> bool:
    """Whether a heading has full marks of its own, or a line below says them (`分值：15`)."""
    said = any(slot == "text" and amount_line(atom.text) is not None for slot, atom in node.filled)
    return said or node.head.amount is not None or _is_named_with_amount(node)


def _is_named_with_amount(node: Node) -> bool:
    rest = split_marker(node.head.text)[1]
    return node.head.marker is not None and has_named_amount(rest)


def _below(node: Node) -> bool:
    return node.head.marker is not None or _is_task(node) or any(_below(child) for child in node.children)


def _is_task(node: Node) -> bool:
    if record_name(node.head.text) is not None:
        return True
    texts = [node.head.text, *(atom.text for _, atom in node.filled)]
    return has_own_amount(node) or _has_units(node) or any(deadlines(text, 2000) for text in texts)


def texts_of(node: Node) -> Iterator[Text]:
    """Yield the texts of a node and of all below it."""
    yield node.head.text
    yield from (atom.text for _, atom in node.filled)
    for child in node.children:
        yield from texts_of(child)
