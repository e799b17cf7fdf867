"""Who a scheme applies to, where its title says so."""

from itertools import pairwise, takewhile
from typing import Final

import regex

from extractors.places import region_in
from extractors.text import Text
from normalizers.widths import fold

_BODIES: Final = regex.compile(r"乡镇|街道|部门|单位|[县市区省]直|场$|政府|企业|学校|各[\p{Han}]")

_BRACKET: Final = regex.compile(r"\((?P<in>[^()\d]{2,20})\)$")
_YEAR: Final = regex.compile(r"\d{4}年度?")
_COUNT: Final = regex.compile(r"附?表(?:[一二三四五六七八九十]{1,2}|\d{1,2}(?!\d))\s?[:.、]?\s?")
_FEWEST: Final = 2


def applies_to(title: Text, general: str | None) -> Text | None:
    """Return the bodies that a table's title names before the words it shares with a more general title.

    `乡镇、县直单位政务公开考评指标` under `2020年政务公开考评指标` applies to `乡镇、县直单位`.
    """
    if not general:
        return None
    folded = title.folded
    common = next((i for i in range(len(folded)) if general.endswith(folded[i:])), len(folded))
    head = _without_place(_without_count(title[:common].strip()))
    return head if head.chars and len(folded) - common >= 4 and _BODIES.search(head.folded) else None


def bodies_in_bracket(title: Text) -> Text | None:
    """Return the bodies that a title's closing bracket names (`…评分表（县直部门）`)."""
    match = _BRACKET.search(title.folded)
    inner = title.group(match, "in") if match is not None else None
    return inner if inner is not None and _BODIES.search(inner.folded) else None


_NOTHING_ELSE: Final = regex.compile(
    r"[\p{Han}、()]{0,16}(?:部门|单位|乡镇|街道|机关|企业|学校|医院|园区|开发区|村|社区|科室)\)?"
)


def is_bodies(title: Text) -> bool:
    """Whether a table's name is nothing but those whom it is for (`县直部门`, `乡镇（街道）`)."""
    return _NOTHING_ELSE.fullmatch("".join(title.folded.split())) is not None


def _without_count(head: Text) -> Text:
    """Cut the table's number off the bodies that a title names behind it."""
    match = _COUNT.match(head.folded)
    return head[match.end() :] if match is not None else head


def _without_place(head: Text) -> Text:
    """Cut the notice's own place and year off the bodies' names (`望川县2021年乡镇`)."""
    place = region_in(head) if head.chars else None
    if place is not None and place[0].start == head.start and len(head) > len(place[0]):
        head = head[len(place[0]) :]
    match = _YEAR.match(head.folded)
    return head[match.end() :] if match is not None and match.end() < len(head) else head


def shared_ending(titles: list[str]) -> str | None:
    """Return the words in which several titles end; None for fewer than two."""
    if len(titles) < _FEWEST:
        return None
    backwards = zip(*(t[::-1] for t in titles), strict=False)
    shared = sum(1 for _ in takewhile(lambda signs: len(set(signs)) == 1, backwards))
    return titles[0][len(titles[0]) - shared :] or None


def shared_endings(titles: list[str]) -> dict[str, str]:
    """Return for each title the longest ending that it shares with another; none where another is the same.

    Beside `乡镇护林考核表` and `县直单位护林考核表` may stand a list of another name. In the order of their endings
    those that share most are neighbours.
    """
    ordered = sorted(titles, key=lambda title: title[::-1])
    found: dict[str, str] = {}
    for one, other in pairwise(ordered):
        ending = shared_ending([one, other]) if one != other else None
        for title in (one, other) if ending is not None else ():
            found[title] = max(found.get(title, ""), ending or "", key=len)
    return found


#: Headings over whom an assessment is for, and sentences that say for whom it holds.
_WHOM: Final = regex.compile(r"(?:考[核评]|评[价估比]|测评|被考核)(?:的?对象|单位)|适用(?:范围|对象)")
_HOLDS: Final = regex.compile(
    r"(?:本|该)(?:办法|细则|方案|标准|规定)适用于对?(?P<who>[^。;,]{2,80}?)(?:的?(?:年度|日常|综合|绩效|工作)*(?:考核|考评|评价|评估)(?:工作|管理)?)?。?"
)
_CALLED: Final = regex.compile(r"\(以下(?:简称|统称|称)[^()]{1,20}\)$")
_LONGEST: Final = 60


def bodies_told(heading: str, said: str) -> str | None:
    """Return the bodies that what stands under such a heading, or a sentence on its own, names and says no more.

    `考核对象` over `各乡镇人民政府、县林业局。`; `本办法适用于对各乡镇的年度考核。`.
    """
    folded = fold(said)
    held = _HOLDS.fullmatch(folded)
    if held is not None:
        return _only_bodies(said[held.start("who") : held.end("who")])
    if not heading and ":" in folded:
        heading, said = said[: folded.index(":")], said[folded.index(":") + 1 :]
    if _WHOM.fullmatch(fold(heading)) is None:
        return None
    return _only_bodies(said.rstrip("。；;").removeprefix("为").removeprefix("是"))


def _only_bodies(said: str) -> str | None:
    called = _CALLED.search(fold(said))
    named = said[: called.start()] if called is not None else said
    sentence = any(sign in fold(named) for sign in "。;:\n")
    return named if len(named) <= _LONGEST and not sentence and _BODIES.search(fold(named)) else None
