"""Which role each grid column has: the header's labels laid over the columns as the cells' looks allow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median
from typing import Final

import regex

from extractors.amounts import cell_amount, trailing_amount
from extractors.bare_rules import is_for_each
from extractors.deadlines import is_about_time
from extractors.looks import is_quantity
from extractors.markers import bare_number, lone_code, split_marker
from extractors.rules import gives_marks
from extractors.text import Text
from extractors.units import looks_like_units
from normalizers.headers import BODIES_OR_MEASURES, KEYS, bare_header, column_role, header_effect, is_grade
from normalizers.values import ColumnRole
from pipeline.structure.headers import Label

NAMES: Final = ("level", "title")
UNITS: Final = ("responsible", "lead", "support")
_NUMBERS: Final = ("points", "weight", "self_score", "score")
_MARKS: Final = ("points", "weight", "scoring")
_SHORT: Final = 40
_BY: Final = regex.compile("[前底]|长期|持续|立行立改|每[月季年周]")
#: This share of a column's cells shows what they are.
_KNOWN: Final = 0.6
#: A column's first cells show what it holds.
_SAMPLE: Final = 60
_MOSTLY: Final = 0.8
#: Names are mostly no longer.
_LONGEST_NAME: Final = 8
#: Amounts of one scheme add up to a multiple of this, mostly.
_ROUND: Final = 10
#: What it costs to read a label one column away from where it is printed.
_DISPLACED: Final = 0.25

#: The best grade of a scale.
_BEST: Final = ("优", "优秀", "好", "很好", "一档")
#: Headers that may say when something is to be done.
_WHEN: Final = ("时间", "日期", "月份", "月度", "季度", "节点")
#: A goal for a part of the year, or for a year before.
_PART_OF_A_YEAR: Final = regex.compile(r"(?:上半年|下半年|第?[一二三四1-4]季度|\d{1,2}月|上年度?|去年)")
#: Marks given besides the full ones.
_GIVEN: Final = ("加分", "减分", "奖分", "加减分", "奖惩", "加扣分", "奖励", "处罚", "加分项", "扣分项", "减分项")
#: A name, or what must be done for one.
_GOALS: Final = ("目标任务", "目标与任务")
#: Marks of a group, beside those of its items.
_SUMS: Final = ("小计", "合计", "小计分", "合计分", "小计分值", "合计分值", "分值小计", "分值合计")
#: A header that tells how marks are given, or how one looks.
_LOOKING: Final = ("办法", "方法")
_LOOKS: Final = regex.compile(
    r"^(?:查[阅看]?|现场|实地|抽查|抽取|随机|听取|询问|走访|问卷|座谈|访谈|核查|核实|调阅|暗访|明察|系统|平台|电话|日常|检查|资料|台账|观看|调查|测评)"
    r"|(?:查[阅看验]|抽查|资料|台账|记录|文件|为准|提供|数据|测评|检查)$"
)


@dataclass(frozen=True)
class Profile:
    """What a column's cells look like, as shares of its filled ones; each is measured when it is asked for."""

    cells: tuple[Text, ...] = ()

    def _share(self, looks_so: Callable[[Text], object]) -> float:
        return sum(bool(looks_so(cell)) for cell in self.cells) / len(self.cells) if self.cells else 0.0

    @property
    def filled(self) -> int:
        """Return the number of cells."""
        return len(self.cells)

    @cached_property
    def number(self) -> float:
        """Amounts alone."""
        return self._share(cell_amount)

    @cached_property
    def figures(self) -> float:
        """Amounts, and what is counted, alone."""
        return self._share(lambda cell: cell_amount(cell) or is_quantity(cell))

    @cached_property
    def running(self) -> float:
        """Running numbers alone."""
        return self._share(bare_number)

    @cached_property
    def coded(self) -> float:
        """Codes alone (`C1`)."""
        return self._share(lone_code)

    @cached_property
    def units(self) -> float:
        """Lists of units."""
        return self._share(looks_like_units)

    @cached_property
    def time(self) -> float:
        """Dates and other words of time."""
        return self._share(lambda cell: len(cell) <= _SHORT and is_about_time(cell))

    @cached_property
    def marked(self) -> float:
        """Cells that begin with an outline's number."""
        return self._share(lambda cell: split_marker(cell)[0] is not None)

    @cached_property
    def short(self) -> float:
        """Cells too short for a sentence."""
        return self._share(lambda cell: len(cell) <= _SHORT)

    @cached_property
    def ruled(self) -> float:
        """Cells that give marks or take them."""
        return self._share(gives_marks)

    @cached_property
    def for_each(self) -> float:
        """Marks for each of something, or with their sign (`0.5分/次`, `-2`)."""
        return self._share(is_for_each)

    @cached_property
    def looked(self) -> float:
        """Cells that tell how one looks (`查阅资料`, `现场查看`)."""
        return self._share(lambda cell: _LOOKS.search(cell.folded))

    @cached_property
    def priced(self) -> float:
        """Cells that end with an amount in a bracket."""
        return self._share(lambda cell: trailing_amount(cell, in_table=True)[0] is not None)

    @cached_property
    def due(self) -> bool:
        """Whether any says by when, and not only when."""
        return any(_BY.search(cell.chars) is not None for cell in self.cells)

    @cached_property
    def length(self) -> float:
        """Return the usual length."""
        return median(map(len, self.cells)) if self.cells else 0.0

    @cached_property
    def families(self) -> frozenset[str]:
        """Return the ways in which cells are numbered."""
        markers = (split_marker(cell)[0] for cell in self.cells)
        return frozenset(marker.family for marker in markers if marker is not None)


def profile(cells: list[Text]) -> Profile:
    """Measure a column."""
    return Profile(tuple(cells[:_SAMPLE]))


def fit(role: ColumnRole, column: Profile) -> float:
    """How well a role fits a column, from -1 to 1."""
    if not column.filled:
        return 0.3 if role in (*_NUMBERS, "remarks", "evidence") else 0.0
    if role in NAMES:
        return max(column.marked, column.short * 0.6) - column.units - column.time - column.number * 0.8
    if role == "requirement":
        return (1 - column.short) + column.running * 0.5 + column.short * 0.3 - column.units * 0.5 - column.time * 0.5
    if role in _NUMBERS:
        return column.number * 2 - 1
    if role == "number":
        return column.running * 2 - 1
    if role in UNITS:
        return column.units * 2 - 1
    return column.time * 2 - 1 if role == "deadline" else 0.2


def assign(found: list[Label], columns: list[Profile]) -> list[int]:
    """Give each column the index of a label, labels in order, by dynamic programming over the columns.

    Where cells span columns explicitly the print is right as it stands.
    """
    width = len(columns)
    if any(label.spans for label in found) or len(found) > width:
        return [_printed_over(found, c) for c in range(width)]
    if len(found) == width:  # one label a column, whatever the cells look like
        return list(range(width))
    best: dict[int, tuple[float, list[int]]] = {0: (_score(found[0], columns[0], 0), [0])}
    for c in range(1, width):
        step: dict[int, tuple[float, list[int]]] = {}
        for at, (score, path) in best.items():
            for nxt in (at, at + 1):
                if nxt >= len(found) or len(found) - nxt - 1 > width - c - 1:
                    continue
                total = score + _score(found[nxt], columns[c], c)
                if nxt not in step or total > step[nxt][0]:
                    step[nxt] = (total, [*path, nxt])
        best = step
    return best[len(found) - 1][1] if len(found) - 1 in best else [_printed_over(found, c) for c in range(width)]


def _score(label: Label, column: Profile, at: int) -> float:
    return fit(label.role, column) - _DISPLACED * abs(at - label.start)


def _printed_over(found: list[Label], column: int) -> int:
    """Return the last label printed at or before a column."""
    return max((i for i, label in enumerate(found) if label.start <= column), default=0)


def roles(found: list[Label], columns: list[Profile]) -> list[tuple[ColumnRole, str]]:
    """Return each column's role and header; running numbers under a wide label make a number column."""
    given = assign(found, columns)
    shared = {i for i in given if given.count(i) > 1}
    ruled = {i for c, i in enumerate(given) if i in shared and columns[c].ruled >= _KNOWN}
    priced = {c for c, i in enumerate(given) if c and given[c - 1] == i and _are_amounts(columns[c])}
    return [
        (_own_role(found[i].role, columns[c], i in shared, i in ruled, c in priced), found[i].text.value)
        for c, i in enumerate(given)
    ]


def _are_amounts(column: Profile) -> bool:
    """Whether numbers behind names are what those are worth and count no rows: they add up to a round number."""
    found = [amount.value.value for cell in column.cells if (amount := cell_amount(cell)) is not None]
    counted = [int(value) for value in found] == list(range(1, len(found) + 1))
    return column.number >= _MOSTLY and len(found) > 1 and not counted and sum(found) % _ROUND == 0


@dataclass(frozen=True, slots=True)
class Meaning:
    """Another role of a header, and what its column shows where it has it; never beside columns of roles `unless`.

    It is the first such column's, or every one's."""

    role: ColumnRole
    other: ColumnRole
    unless: frozenset[ColumnRole]
    fits: Callable[[Label, Profile, "Beside"], object]
    reason: str
    every: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """How many cells the fullest column and the fullest of names have, where the first and last names and the last
    texts begin, how many strange columns hold amounts, and how many cells the columns of `groups` of rows have; `marks`
    is where the first column of full marks or of how they are given begins."""

    filled: int
    first: int
    names: int
    texts: int
    named: int
    amounts: int
    groups: frozenset[int]
    marks: int


MEANINGS: Final = (
    Meaning("points", "title", frozenset(), lambda _, c, __: c.priced >= _KNOWN and c.number <= 1 - _MOSTLY,
            "`项目分值` over names whose amounts stand in brackets"),
    Meaning("requirement", "title", frozenset(), lambda x, c, by: x.start < by.names and c.short >= _MOSTLY,
            "short `考核内容` before the column of names: what those belong to"),
    Meaning("requirement", "title", frozenset(),
            lambda x, c, by: x.start < by.texts and c.short >= _MOSTLY and c.priced >= _KNOWN,
            "short `考核要点` with amounts of their own before `考核内容`: the names of what that column tells"),
    Meaning("score", "points", frozenset({"points", "weight"}),
            lambda _, c, by: c.filled * 2 > by.filled and c.number >= _MOSTLY,
            "`得分` where no column is for full marks and it is filled; above empty cells it is a form"),
    Meaning("requirement", "scoring", frozenset({"scoring"}),
            lambda x, c, _: "标准" in bare_header(x.text.chars) and c.ruled >= _KNOWN,
            "`考核标准`, `考核标准及办法` whose cells give and take marks"),
    Meaning("other", "responsible", frozenset({"responsible", "lead"}),
            lambda x, c, _: bare_header(x.text.chars) in BODIES_OR_MEASURES and c.units >= _KNOWN,
            "`单位`, `责任人` over bodies; over `户`, `个`, `%` it is what a figure is counted in, over names people"),
    Meaning("title", "other", frozenset(), lambda x, c, _: c.figures >= _MOSTLY and c.filled > 1 and not x.spans,
            "`改厕任务` over figures has no names", every=True),
    Meaning("other", "title", frozenset({"title", "level", "requirement"}),
            lambda x, c, _: bare_header(x.text.chars) in KEYS and max(c.units, c.short - c.figures) >= _KNOWN,
            "`乡镇` before its figures keys them"),
    Meaning("other", "deadline", frozenset({"deadline"}),
            lambda x, c, _: bare_header(x.text.chars) in _WHEN and c.time >= _KNOWN,
            "`月份`, `时间` over words of time"),
    Meaning("other", "deadline", frozenset({"deadline"}),
            lambda x, c, _: is_unknown(x) and c.time >= _MOSTLY and c.due,
            "`目标节点` over dates by which; `建设年限` over years is none", every=True),
    Meaning("other", "scoring", frozenset({"scoring"}), lambda x, c, _: is_unknown(x) and c.ruled >= _MOSTLY,
            "`怎么扣` over sentences that give and take marks"),
    Meaning("other", "title", frozenset({"title", "level"}),
            lambda x, c, by: bare_header(x.text.chars) == "存在问题" and c.filled * 2 > by.filled,
            "filled `存在问题` where no column has names: what is to be put right; above empty cells it is a form"),
    Meaning("score", "scoring", frozenset(), lambda _, c, __: c.ruled >= _KNOWN,
            "`扣分` over `迟报扣1分`: how marks are taken, not how many were"),
    Meaning("score", "scoring", frozenset(), lambda x, c, _: c.for_each >= _KNOWN and header_effect(x.text.chars),
            "`扣分分值` over `0.5分/次`, `-2`", every=True),
    Meaning("points", "scoring", frozenset(), lambda x, c, _: c.for_each >= _KNOWN and header_effect(x.text.chars),
            "`加分分值` over `2分/篇`", every=True),
    Meaning("other", "points", frozenset({"points", "weight"}),
            lambda x, c, by: bare_header(x.text.chars) in _BEST and c.filled * 2 > by.filled and c.number >= _MOSTLY,
            "`优` over the marks that the best gets, where no column has the full ones"),
    Meaning("other", "points", frozenset({"score", "self_score"}),
            lambda x, c, by: (
                bare_header(x.text.chars) in _SUMS and c.number >= _MOSTLY and c.filled in by.groups
            ),
            "`小计` with a number for each name over several rows: what the group is worth"),
    Meaning("other", "scoring", frozenset(),
            lambda x, c, _: bare_header(x.text.chars) in _GIVEN and c.ruled >= _KNOWN, "`加分` over `采用一篇加2分`"),
    Meaning("title", "scoring", frozenset(),
            lambda x, c, by: by.first < by.marks < x.start and c.ruled >= _KNOWN and header_effect(x.text.chars),
            "`加分项` over `采用一篇加2分`, behind names with full marks", every=True),
    Meaning("requirement", "other", frozenset(),
            lambda x, _, by: x.start < by.texts and _PART_OF_A_YEAR.match(bare_header(x.text.chars)) is not None,
            "`上半年目标` before `全年目标`: a step of what must be done", every=True),
    Meaning("requirement", "deadline", frozenset({"deadline"}),
            lambda _, c, __: c.time >= _MOSTLY and c.due and not c.ruled,
            "`进度要求` over dates by which"),
    Meaning("evidence", "scorer", frozenset({"scorer"}), lambda _, c, __: c.units >= _KNOWN,
            "`数据来源` over the bodies that supply the figures"),
    Meaning("scoring", "method", frozenset({"method"}),
            lambda x, c, _: bare_header(x.text.chars).endswith(_LOOKING) and c.looked >= _KNOWN and not c.ruled,
            "`考核办法` over `查阅资料`, `实地查看` gives no marks"),
    Meaning("remarks", "scoring", frozenset({"scoring"}), lambda x, c, _: "分" in x.text.chars and c.ruled >= _KNOWN,
            "`扣分说明` whose cells give and take marks"),
    Meaning("title", "requirement", frozenset({"requirement"}),
            lambda x, c, by: (
                bare_header(x.text.chars) in _GOALS and by.first < x.start == by.names and c.filled == by.filled > 1
            ),
            "`目标任务` in each row behind `工作名称`: what is to be reached, where no column tells it"),
    Meaning("requirement", "title", frozenset({"title", "level"}),
            lambda x, c, by: x.start < by.texts and c.filled > 1 and c.length <= _LONGEST_NAME and c.short == 1,
            "`评定内容` over words before `评定要点`, where no column is for names"),
)  # fmt: skip


def is_unknown(label: Label) -> bool:
    """Whether no vocabulary has the header, not even as a grade's."""
    words = label.text.chars
    return column_role(words) is None and not is_grade(words)


def settled(found: list[Label], columns: list[Profile], meanings: Sequence[Meaning] = MEANINGS) -> list[Label]:
    """Give headers that mean two things the meaning that their columns show."""
    given = list(zip(assign(found, columns), columns, strict=True))
    most = max((c.filled for c in columns), default=0)
    for meaning in meanings:
        if not meaning.unless & {label.role for label in found}:
            names = {c.filled for i, c in given if found[i].role in NAMES}
            amounts = sum(is_unknown(found[i]) and c.number >= _MOSTLY for i, c in given)
            texts, groups = _last(found, ("requirement",)), frozenset(names - {most})
            first = min((label.start for label in found if label.role in NAMES), default=-1)
            marks = min((label.start for label in found if label.role in _MARKS), default=-1)
            beside = Beside(most, first, _last(found, NAMES), texts, max(names, default=most), amounts, groups, marks)
            where = {i for i, c in given if found[i].role == meaning.role and meaning.fits(found[i], c, beside)}
            where = where if meaning.every else set(sorted(where)[:1])
            found = [replace(x, role=meaning.other) if i in where else x for i, x in enumerate(found)]
    return found


def _last(found: list[Label], of: Sequence[ColumnRole]) -> int:
    """Return where the last label of these roles begins, -1 where there is none."""
    return max((label.start for label in found if label.role in of), default=-1)


def _own_role(role: ColumnRole, column: Profile, shared: bool, ruled: bool, priced: bool) -> ColumnRole:
    """Return the role of a column under its label: a number or code, or what the rules beside one of several mean.

    Amounts behind the names of one label are what these are worth (`priced`).
    """
    if priced and role in NAMES:
        return "points"
    if shared and column.running >= _MOSTLY and role not in _NUMBERS:
        return "number"
    if role in NAMES and column.coded >= _MOSTLY:
        return "number"
    text = shared and ruled and role == "scoring" and column.filled and column.ruled <= 1 - _MOSTLY
    return "requirement" if text else role
