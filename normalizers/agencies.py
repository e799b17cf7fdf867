"""The standing bodies of local government and the short names they go by, as a table."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from normalizers.regions import HEADS
from normalizers.widths import fold

#: Endings that make a name look like a standing body though the table may not have it.
AGENCY_TAILS: Final = (
    "局",
    "委",
    "办",
    "厅",
    "部",
    "署",
    "室",
    "中心",
    "法院",
    "检察院",
    "委员会",
    "办公室",
    "联社",
    "支队",
    "大队",
    "管委会",
    "指挥部",
)


#: Ordinary words that end as a body does: 优化产业布局, 全体干部, 承办, 以考核为中心, 决策部署.
_NOUNS: Final = (
    "布局", "格局", "全局", "大局", "开局", "全部", "内部", "外部", "干部",
    "举办", "承办", "创办", "主办", "协办", "通办", "联办", "为中心", "教室",
    "部署", "签署",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A standing body: its name, its branch, its short forms, and what took it over in which year's reform."""

    name: str
    branch: str
    short: tuple[str, ...]
    later: str = ""
    since: str = ""


@cache
def agency_rows() -> tuple[AgencyRow, ...]:
    """Return the rows of the table; its head says where each part of it comes from."""
    lines = files("normalizers").joinpath("agencies.tsv").read_text("utf-8").splitlines()
    return tuple(_row(line) for line in lines if line and not line.startswith("#"))


def _row(line: str) -> AgencyRow:
    name, branch, short, followed = [*line.split("\t"), "", "", ""][:4]
    later, _, since = followed.partition(" ")
    return AgencyRow(name, branch, tuple(short.split()), later, since)


@cache
def standing_names() -> dict[str, str]:
    """Return every printed form, long or short, with the body's standing name."""
    return {form: row.name for row in agency_rows() for form in (row.name, *row.short)}


@cache
def _of_townships() -> frozenset[str]:
    return frozenset(row.name for row in agency_rows() if row.branch == "township")


def is_of_level(name: str) -> bool:
    """Whether a name calls a standing body that a county or city has one of, which 司法所 and 街道办事处 are not."""
    standing = agency(name)
    return standing is not None and standing not in _of_townships()


@cache
def present_name(standing: str) -> str:
    """Follow the reforms from a body to the one that has its work today: 扶贫开发办公室 to 农业农村局.

    Bodies of different years are compared by it; a notice keeps the name of its own time.
    """
    later = {row.name: row.later for row in agency_rows() if row.later}
    while standing in later:
        standing = later[standing]
    return standing


def core_name(name: str) -> str:
    """Drop the parenthesis of a name: `财政局（金融办）` is `财政局`."""
    return fold(name).replace("[", "(").split("(", 1)[0]


def region_head(name: str) -> str:
    """Return the one-character place head of a body's name (县 of 县财政局), '' where there is none.

    市场监管局 begins with 市 and has no head: a name that the table knows whole is never cut.
    """
    core = core_name(name)
    if core in standing_names() or len(core) < 3 or core[0] not in HEADS:
        return ""
    return core[0]


@lru_cache(maxsize=4096)  # names recur, and each is asked about several times
def agency(name: str) -> str | None:
    """Return the standing name of the body that `name` calls, with or without its place; None if unknown.

    A place before a known name is skipped: 东源县财政局 is 财政局.
    """
    core = core_name(name)
    table = standing_names()
    for start in range(len(core)):
        known = table.get(core[start:])
        if known is not None and _is_place(core[:start]) and not _is_of_committee(core[:start], known):
            return known
    return _named_after_place(core)


#: What may stand before a known name: a place, or a place's committee or government.
_PLACES: Final = tuple(head + body for head in sorted(HEADS) for body in ("", "委", "政府", "人民政府"))


#: No place's name has one of these; what has is two names: `县水利局+县林业局`.
_NO_PLACE: Final = frozenset("+|&\\·/;,、。.0123456789")


#: A body before the place of the next: 县教育局县财政局.
_BEHIND_ANOTHER: Final = re.compile("[局厅][省市县区州旗]$")


def _is_place(words: str) -> bool:
    return not words or (
        words.endswith(_PLACES) and _NO_PLACE.isdisjoint(words) and _BEHIND_ANOTHER.search(words) is None
    )


def _is_of_committee(words: str, known: str) -> bool:
    """Whether a committee stands before a government, which is another body: 县委县政府."""
    return known in ("人民政府", "人民政府办公室") and words.rstrip("".join(HEADS)).endswith("委")


def _named_after_place(core: str) -> str | None:
    """Return the body of a form with a place inside it: 国家统计局望川调查队, 市生态环境局望川分局."""
    for head, tail, standing in _forms_with_place():
        if len(core) > len(head) + len(tail) and core.startswith(head) and core.endswith(tail):
            return standing
    branch = _BRANCH.fullmatch(core)
    return agency(branch[1]) if branch is not None else None


_BRANCH: Final = re.compile(r"(.{3,12}局).{2,8}分局")


@cache
def _forms_with_place() -> tuple[tuple[str, str, str], ...]:
    """Return the table's forms with `*` for a place, as what stands before it, behind it, and the standing name."""
    forms = ((form.partition("*"), name) for form, name in standing_names().items() if "*" in form)
    return tuple((head, tail, name) for (head, _, tail), name in forms)


#: A place within a name, as short as places' names are, and nothing that joins two bodies.
_WITHIN: Final = "[^\\W\\d_a-zA-Z和及与同等由各]{2,4}?[县市区州旗]?"


@cache
def names_with_place() -> re.Pattern[str]:
    """Return what finds bodies whose own name has their place inside it, whole from its first word: 人行临江支行."""
    heads: dict[str, list[str]] = {}
    for head, tail, _ in _forms_with_place():
        if head and tail[-1] not in HEADS and tail[-1] != "委":  # 共青团X县委 has its place's level
            heads.setdefault(tail, []).append(head)
    longest = {tail: "|".join(sorted(set(found), key=len, reverse=True)) for tail, found in heads.items()}
    return re.compile("|".join(f"(?:{found}){_WITHIN}{tail}" for tail, found in longest.items()))


def looks_like_agency(name: str) -> bool:
    """Whether a name has the form of a standing body, known or not."""
    core = core_name(name)
    return len(core) >= 2 and core.endswith(AGENCY_TAILS) and not core.endswith(_NOUNS)
