"""Headers that mean two things: what a column's cells and its neighbours show where the meaning is the rarer one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from normalizers.headers import (
    BODIES_OR_MEASURES,
    KEYS,
    bare_header,
    column_role,
    header_effect,
    is_grade,
    is_standard,
    tells_why,
)
from normalizers.values import ColumnRole
from pipeline.structure.columns import KNOWN, MOSTLY, NAMES, Profile, assign
from pipeline.structure.headers import Label

_MARKS: Final = ("points", "weight", "scoring")
_RESULTS: Final = ("self_score", "score")
_TEXTS: Final = (*NAMES, "requirement")
#: Names are mostly no longer.
_LONGEST_NAME: Final = 8
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
_SUM_SCORES: Final = ("合计得分", "得分合计", "小计得分", "得分小计")
#: What one gets in all, beside the parts that come to it.
_WHOLE_SCORES: Final = ("总得分", "最终得分", "最后得分", "综合得分", "合计得分", "得分合计", "实得总分")
#: What a name is an example of.
_CLASSES: Final = ("类型", "类别", "领域", "分类")
#: Who leads where no other column says so.
_MAINLY: Final = ("主责", "主要责任", "第一责任")
#: A header that tells how marks are given, or how one looks.
_LOOKING: Final = ("办法", "方法")


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
    """How many cells the fullest column and the fullest of names have, where the first and last names, the last texts
    and the last `rules` begin, how many strange columns hold amounts, and how many cells the columns of `groups` of
    rows have; `marks` is where the first column of full marks or of how they are given begins, `each` where the first
    one begins that has a name in every row, `told` where the first of names, texts or bodies does; with `both` there
    is one column of marks given and one of marks taken; it is `scored` where a column of results is filled, `summed`
    where one holds what several others come to, `led` where one is headed by who takes the lead."""

    filled: int
    first: int
    names: int
    texts: int
    rules: int
    named: int
    amounts: int
    groups: frozenset[int]
    marks: int
    each: int
    told: int
    both: bool
    scored: bool
    summed: bool
    led: bool


MEANINGS: Final = (
    Meaning("score", "other", frozenset(),
            lambda x, c, by: by.summed and bare_header(x.text.chars) not in _WHOLE_SCORES and c.number >= MOSTLY,
            "`基础得分`, `整改得分` beside `总得分`: parts of what one gets in all", every=True),
    Meaning("points", "title", frozenset(), lambda _, c, __: c.priced >= KNOWN and c.number <= 1 - MOSTLY,
            "`项目分值` over names whose amounts stand in brackets"),
    Meaning("requirement", "title", frozenset(), lambda x, c, by: x.start < by.names and c.short >= MOSTLY,
            "short `考核内容` before the column of names: what those belong to"),
    Meaning("requirement", "title", frozenset(),
            lambda x, c, by: x.start < by.texts and c.short >= MOSTLY and c.priced >= KNOWN,
            "short `考核要点` with amounts of their own before `考核内容`: the names of what that column tells"),
    Meaning("score", "points", frozenset({"points", "weight"}),
            lambda _, c, by: c.filled * 2 > by.filled and c.number >= MOSTLY and not by.summed,
            "`得分` where no column is for full marks and it is filled; above empty cells it is a form"),
    Meaning("requirement", "scoring", frozenset({"scoring"}),
            lambda x, c, _: "标准" in bare_header(x.text.chars) and c.ruled >= KNOWN,
            "`考核标准`, `考核标准及办法` whose cells give and take marks"),
    Meaning("scoring", "requirement", frozenset({"requirement"}),
            lambda x, c, by: (
                x.start < by.rules and is_standard(x.text.chars) and c.filled > 1 and c.ruled <= 1 - MOSTLY
            ),
            "`检查标准` before `评分标准`, whose cells give and take no marks"),
    Meaning("lead", "responsible", frozenset({"responsible"}),
            lambda x, _, by: by.led and bare_header(x.text.chars).startswith(_MAINLY),
            "`主责单位` beside `牵头单位`: who does it, not who is in the lead"),
    Meaning("other", "responsible", frozenset({"responsible", "lead"}),
            lambda x, c, _: bare_header(x.text.chars) in BODIES_OR_MEASURES and c.units >= KNOWN,
            "`单位`, `责任人` over bodies; over `户`, `个`, `%` it is what a figure is counted in, over names people"),
    Meaning("title", "other", frozenset(), lambda x, c, _: c.figures >= MOSTLY and c.filled > 1 and not x.spans,
            "`改厕任务` over figures has no names", every=True),
    Meaning("title", "scoring", frozenset(),
            lambda x, c, by: (
                (by.first < by.marks < x.start or (by.both and by.told < x.start))
                and c.ruled >= KNOWN
                and header_effect(x.text.chars)
            ),
            "`加分项` over `采用一篇加2分`, behind names with full marks or beside `扣分项`", every=True),
    Meaning("title", "other", frozenset(),
            lambda x, c, by: -1 < by.each < x.start and bare_header(x.text.chars).endswith(_CLASSES) and c.marked == 0,
            "`指标类型` behind names of which each row has its own: of what class they are", every=True),
    Meaning("other", "title", frozenset({"title", "level", "requirement"}),
            lambda x, c, _: bare_header(x.text.chars) in KEYS and max(c.units, c.short - c.figures) >= KNOWN,
            "`乡镇` before its figures keys them"),
    Meaning("other", "deadline", frozenset({"deadline"}),
            lambda x, c, _: bare_header(x.text.chars) in _WHEN and c.time >= KNOWN,
            "`月份`, `时间` over words of time"),
    Meaning("other", "deadline", frozenset({"deadline"}),
            lambda x, c, _: is_unknown(x) and c.time >= MOSTLY and c.due,
            "`目标节点` over dates by which; `建设年限` over years is none", every=True),
    Meaning("other", "scoring", frozenset({"scoring"}), lambda x, c, _: is_unknown(x) and c.ruled >= MOSTLY,
            "`怎么扣` over sentences that give and take marks"),
    Meaning("other", "title", frozenset({"title", "level"}),
            lambda x, c, by: bare_header(x.text.chars) == "存在问题" and c.filled * 2 > by.filled,
            "filled `存在问题` where no column has names: what is to be put right; above empty cells it is a form"),
    Meaning("score", "points", frozenset({"self_score"}),
            lambda x, c, by: bare_header(x.text.chars) in _SUM_SCORES and c.number >= MOSTLY and c.filled in by.groups,
            "`合计得分` with a number for each name over several rows: what the group is worth"),
    Meaning("score", "scoring", frozenset(), lambda _, c, __: c.ruled >= KNOWN,
            "`扣分` over `迟报扣1分`: how marks are taken, not how many were"),
    Meaning("score", "scoring", frozenset(), lambda x, c, _: c.for_each >= KNOWN and header_effect(x.text.chars),
            "`扣分分值` over `0.5分/次`, `-2`", every=True),
    Meaning("points", "scoring", frozenset(), lambda x, c, _: c.for_each >= KNOWN and header_effect(x.text.chars),
            "`加分分值` over `2分/篇`", every=True),
    Meaning("other", "points", frozenset({"points", "weight"}),
            lambda x, c, by: bare_header(x.text.chars) in _BEST and c.filled * 2 > by.filled and c.number >= MOSTLY,
            "`优` over the marks that the best gets, where no column has the full ones"),
    Meaning("other", "points", frozenset({"score", "self_score"}),
            lambda x, c, by: (
                bare_header(x.text.chars) in _SUMS and c.number >= MOSTLY and c.filled in by.groups
            ),
            "`小计` with a number for each name over several rows: what the group is worth"),
    Meaning("other", "scoring", frozenset(),
            lambda x, c, _: bare_header(x.text.chars) in _GIVEN and c.ruled >= KNOWN, "`加分` over `采用一篇加2分`"),
    Meaning("requirement", "other", frozenset(),
            lambda x, _, by: x.start < by.texts and _PART_OF_A_YEAR.match(bare_header(x.text.chars)) is not None,
            "`上半年目标` before `全年目标`: a step of what must be done", every=True),
    Meaning("requirement", "deadline", frozenset({"deadline"}),
            lambda _, c, __: c.time >= MOSTLY and c.due and not c.ruled,
            "`进度要求` over dates by which"),
    Meaning("evidence", "scorer", frozenset({"scorer"}), lambda _, c, __: c.units >= KNOWN,
            "`数据来源` over the bodies that supply the figures"),
    Meaning("scoring", "method", frozenset({"method"}),
            lambda x, c, _: bare_header(x.text.chars).endswith(_LOOKING) and c.looked >= KNOWN and not c.ruled,
            "`考核办法` over `查阅资料`, `实地查看` gives no marks"),
    Meaning("method", "scoring", frozenset({"scoring"}), lambda _, c, __: c.ruled >= MOSTLY and c.filled > 1,
            "`评分方式` over `每低1%扣1分`: how marks are given; over `查阅资料` it is how one looks"),
    Meaning("remarks", "scoring", frozenset({"scoring"}),
            lambda x, c, by: (
                "分" in x.text.chars and c.ruled >= KNOWN and not tells_why(x.text.chars, scored=by.scored)
            ),
            "`扣分说明` whose cells give and take marks, where none are given yet; `扣分原因` tells what happened"),
    Meaning("title", "requirement", frozenset({"requirement"}),
            lambda x, c, by: (
                bare_header(x.text.chars) in _GOALS and by.first < x.start == by.names and c.filled == by.filled > 1
            ),
            "`目标任务` in each row behind `工作名称`: what is to be reached, where no column tells it"),
    Meaning("requirement", "title", frozenset({"title", "level"}),
            lambda x, c, by: x.start < by.texts and c.filled > 1 and c.length <= _LONGEST_NAME and c.short == 1,
            "`评定内容` over words before `评定要点`, where no column is for names"),
    Meaning("method", "title", frozenset({"title", "level", "requirement", "scoring", "responsible", "lead"}),
            lambda _, c, by: c.filled == by.filled > 1 and c.length <= _LONGEST_NAME,
            "`考核方式` over `日常考核`, `年终考核` with a share each, where no column has names or texts"),
)  # fmt: skip


def is_unknown(label: Label) -> bool:
    """Whether no vocabulary has the header, not even as a grade's."""
    words = label.text.chars
    return column_role(words) is None and not is_grade(words)


def settled(found: list[Label], columns: list[Profile], meanings: Sequence[Meaning] = MEANINGS) -> list[Label]:
    """Give headers that mean two things the meaning that their columns show."""
    given = list(zip(assign(found, columns), columns, strict=True))
    most = max((c.filled for c in columns), default=0)
    summed = _is_summed(found, given)
    for meaning in meanings:
        if not meaning.unless & {label.role for label in found}:
            names = {c.filled for i, c in given if found[i].role in NAMES}
            amounts = sum(is_unknown(found[i]) and c.number >= MOSTLY for i, c in given)
            texts, groups = _last(found, ("requirement",)), frozenset(names - {most})
            first = min((label.start for label in found if label.role in NAMES), default=-1)
            full = (found[i].start for i, c in given if found[i].role in NAMES and c.filled == most > 1)
            beside = Beside(
                filled=most,
                first=first,
                names=_last(found, NAMES),
                texts=texts,
                rules=_last(found, ("scoring",)),
                named=max(names, default=most),
                amounts=amounts,
                groups=groups,
                marks=min((label.start for label in found if label.role in _MARKS), default=-1),
                each=min(full, default=-1),
                told=_first_told(found),
                scored=any(found[i].role in _RESULTS and c.number >= MOSTLY and c.filled for i, c in given),
                summed=summed,
                led=any(x.role == "lead" and "牵头" in x.text.chars for x in found),
                both={"add", "deduct"} <= {header_effect(x.text.chars) for x in found},
            )
            where = {i for i, c in given if found[i].role == meaning.role and meaning.fits(found[i], c, beside)}
            where = where if meaning.every else set(sorted(where)[:1])
            found = [replace(x, role=meaning.other) if i in where else x for i, x in enumerate(found)]
    return found


def _is_summed(found: list[Label], given: list[tuple[int, Profile]]) -> bool:
    """Whether a column of results says that it holds the whole (`总得分`), beside others that are no fuller."""
    results = {i: c.filled for i, c in given if found[i].role == "score" and c.number >= MOSTLY and c.filled}
    whole = [filled for i, filled in results.items() if bare_header(found[i].text.chars) in _WHOLE_SCORES]
    parts = [filled for i, filled in results.items() if bare_header(found[i].text.chars).endswith("得分")]
    return len(whole) == 1 < len(parts) and max(parts) <= whole[0]


def _first_told(found: list[Label]) -> int:
    """Return where the first label of names, texts or bodies begins that says nothing of marks."""
    named = (x for x in found if x.role in _TEXTS or bare_header(x.text.chars) in KEYS)
    return min((x.start for x in named if header_effect(x.text.chars) is None), default=len(found))


def _last(found: list[Label], of: Sequence[ColumnRole]) -> int:
    """Return where the last label of these roles begins, -1 where there is none."""
    return max((label.start for label in found if label.role in of), default=-1)
