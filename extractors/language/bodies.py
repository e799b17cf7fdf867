"""Which words of a sentence are the name of a body: from its place or its first noun to its last word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractors.language.words import BODY, DIRECT
from normalizers.agencies import AGENCY_TAILS
from normalizers.regions import HEADS

Words = Sequence[tuple[str, str]]

#: What a body's name ends with, besides the endings of the agency table.
_ENDS: Final = (
    *AGENCY_TAILS,
    *"政府 管委会 办事处 公司 中队 执法队 联合会 协会 集团 部门 单位 乡镇 街道 镇街 村 社区 医院 学校 银行 企业 园区 开发区".split(),
)
#: Words that end like a body and are none, and kinds of bodies that no place or collective word makes a name.
_NO_BODY: Final = frozenset(
    "中心 重心 核心 布局 格局 结局 全局 大局 全部 内部 外部 举办 承办 督办 交办 委 办 部 局 室 教室 科室 "
    "农村 乡村 全村 本部门 本单位 本村".split()
)
_NO_ENDS: Final = ("干部", "支部")
KINDS: Final = frozenset(
    "政府 人民政府 部门 单位 乡镇 街道 镇街 村 社区 公司 集团 协会 学校 医院 银行 企业 园区 开发区".split()
)
#: How a collective name begins: 各乡镇, 有关部门, 其他成员单位.
_COLLECTIVE: Final = ("各", "有关", "相关", "其他", "所有", "全体")
#: A name goes on over no word of these kinds: adverbs, pronouns, numbers, places in a sentence, calls.
_NEVER: Final = frozenset({"p", "d", "c", "r", "t", "ad", "m", "q", "f", "e", "o", "y"})
#: Signs and particles; their kinds have kinds of their own.
_SIGNS: Final = ("u", "x", "w")
#: The kinds of words that a name ends with: nouns, short forms, phrases.
_NAMING: Final = ("n", "j", "l", "b")
#: What a name without a place is made of; with a place before them verbs occur too (县招商引资服务中心).
_NOUNS: Final = ("n", "vn", "j", "b", "an", "l", "i")
_PLACES: Final = ("ns", "nr", "nz")
#: A name has no more words than that before its last.
_LONGEST: Final = 8
#: Words of the trade that stand before a body and are no part of its name.
_BEFORE: Final = frozenset(
    "明确 要求 请 起 由 确定 落实 推动 工作 任务 事项 项目 活动 会同 联合 协调 督促 指导 组织 依托 发挥 牵头 负责 配合 指定 "
    "责成 责任 主管 方案 报 经 交 让 使 令 成立 建立 设立 支持 提请 继续 统一 主要 具体 做好".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """The words [start, end) that are one body's name."""

    start: int
    end: int


def bodies(words: Words) -> list[Body]:
    """Find the names of bodies among tagged words, in order, none within another."""
    found: list[Body] = []
    for at, (word, kind) in enumerate(words):
        if not _ends_a_name(word, kind):
            continue
        floor = found[-1].end if found else 0
        start, end = _left_edge(words, at, floor), at + 1 + _has_its_office(words, at)
        if found and start == floor and not _begins_anew(words[start][0]):
            found[-1] = Body(found[-1].start, end)  # 县公安局 and 交警大队, 县委 and 组织部
        else:
            found.append(Body(start, end))
    return [b for b in found if b.end - b.start > 1 or words[b.start][0] not in KINDS]


def _has_its_office(words: Words, at: int) -> bool:
    """Whether 办 behind a government is its office (`县政府办、`, `县政府办共同牵头`), not what it does (`县政府办实事`)."""
    word, kind = words[at + 2] if at + 2 < len(words) else ("", "x")
    return (
        words[at][0].endswith("政府")
        and at + 1 < len(words)
        and words[at + 1][0] == "办"
        and (kind.startswith(("x", "d")) or (kind.startswith("v") and len(word) > 1))
    )


def _ends_a_name(word: str, kind: str) -> bool:
    if kind == BODY:
        return True
    return word not in _NO_BODY and word.endswith(_ENDS) and not word.endswith(_NO_ENDS) and kind[:1] in _NAMING


def _begins_anew(word: str) -> bool:
    """Whether a name that stands right behind another is one of its own."""
    return word[0] in HEADS or word.startswith(_COLLECTIVE)


def _left_edge(words: Words, at: int, floor: int) -> int:
    """Return the word that a name ending at `at` begins with: its place, else the first of the nouns before it."""
    plain = at
    for start in range(at, max(floor, at - _LONGEST) - 1, -1):
        word, kind = words[start]
        if start < at and not _may_belong(word, kind):
            return start if _is_collective(word) else _with_unknown_place(words, plain, at, floor)
        if word.startswith(_COLLECTIVE):
            return start
        if start < at and _is_place(word, kind):
            return _with_place_name(words, start, floor)
        if plain == start + 1 and kind.startswith(_NOUNS):
            plain = start
    return _with_unknown_place(words, plain, at, floor)


#: A word of two characters that jieba does not know is two words.
_UNKNOWN: Final = 2


def _with_unknown_place(words: Words, start: int, at: int, floor: int) -> int:
    """Take in the first half of a place that jieba cut in two (望 of 望川供电公司), where nothing else stands before."""
    if start == at or start <= floor or len(words[start - 1][0] + words[start][0]) != _UNKNOWN:
        return start
    alone = start - 1 == 0 or words[start - 2][1].startswith(_SIGNS) or words[start - 2][0] in _BEFORE
    return start - 1 if alone and _may_belong(*words[start - 1]) else start


def _is_collective(word: str) -> bool:
    """Whether a word begins a collective name: `各`, and `各县`, which jieba takes for a pronoun as it does `各自`."""
    return word in _COLLECTIVE or (word.startswith("各") and word[-1] in HEADS)


def _may_belong(word: str, kind: str) -> bool:
    return word not in _BEFORE and kind not in _NEVER and not kind.startswith(_SIGNS)


def _is_place(word: str, kind: str) -> bool:
    return word in HEADS or word in DIRECT or (kind == "ns" and word[-1] in HEADS)


def _with_place_name(words: Words, at: int, floor: int) -> int:
    """Take in the place's name before its level: 青石 before 县, where it can be told from the sentence's own words."""
    if at == floor or words[at][0] not in HEADS or not _may_belong(*words[at - 1]):
        return at
    word, kind = words[at - 1]
    begins = at - 1 == 0 or words[at - 2][1].startswith(_SIGNS) or words[at - 2][0] in _BEFORE
    return at - 1 if kind.startswith(_PLACES) or (begins and kind[:1] == "n" and len(word) == 2) else at
