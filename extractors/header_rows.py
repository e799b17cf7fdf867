"""Column headers printed side by side in a text that was run together."""

from functools import cache
from itertools import chain
from typing import Final

import regex

from extractors.text import Text
from normalizers.headers import HEADS, QUALIFIERS, header_role, header_words
from normalizers.patterns import late_pattern

#: Headers printed without anything between them: so many at least.
_FEWEST_HEADERS: Final = 3
_FEWEST_HINTS: Final = 2
_TELLING: Final = ("level", "number", "points", "weight", "scoring", "requirement", "responsible", "lead", "deadline")


def headers_inside(text: Text, at: int = 0) -> tuple[int, list[Text]] | None:
    """Find column headers printed side by side from an offset on; the offset behind the last. None where too few are.

    Words of one role that stand together (`重点工作任务`) are a phrase, not headers.
    """
    folded = text.folded
    if at == 0 and not (_has_hints(folded) and any(map(_has_hints, _NO_HEADERS.split(folded)))):
        return None
    two, row = _header_patterns()
    for match in chain((two.match(folded, at),), row.finditer(folded, at)):
        if match is None or _is_inside_sentence(folded, at, *match.span()):
            continue
        headers = [word for a, b in match.spans("one") for word in _divided(text[a:b].strip())]
        roles = [header_role(h.chars) for h in headers]
        kinds = {(role, h.chars if role == "level" else "") for role, h in zip(roles, headers, strict=True)}
        alone = match.span() == (at, len(folded)) and len(kinds) > 1
        enough = alone or len(kinds) >= min(_FEWEST_HEADERS, len(headers))
        if enough and any(r in _TELLING for r in roles):
            return match.end(), headers
    return None


def _divided(header: Text) -> list[Text]:
    """Divide a header where white space stands between two of different roles (`项目 分值`, `项 目 分值`)."""
    pieces = header.spaced()
    for at in dict.fromkeys((len(pieces[0]), len(header) - len(pieces[-1]))) if len(pieces) > 1 else ():
        parts = [header[:at].strip(), header[at:].strip()]
        roles = {header_role(part.chars) for part in parts}
        if None not in roles and len(roles) == len(parts):
            return parts
    return [header]


#: Behind one of these a clause goes on, and a header row ends with no stop: `由牵头考核单位评分。`.
_CLAUSE: Final = frozenset("由按对将把向从被经请为")
_STOPS_CLAUSE: Final = frozenset("。,;")


def _is_inside_sentence(folded: str, begin: int, at: int, end: int) -> bool:
    """Whether words that could be headers are a clause's: `…前，将本季度工作目标任务进展情况报县政府`."""
    if at > begin and (folded[at - 1] in _CLAUSE or folded[end : end + 1] in _STOPS_CLAUSE):
        return True
    start = max(begin - 1, *(folded.rfind(stop, begin, at) for stop in "。;!?\n")) + 1
    return folded.find(",", start, at) >= 0


#: Every header row has two of these at least; where they are missing no pattern needs to be built or tried.
_HINTS: Final = (
    "序号",
    "分值",
    "标准",
    "内容",
    "责任",
    "指标",
    "时限",
    "项目",
    "得分",
    "要求",
    "备注",
    "类别",
    "任务",
    "单位",
    "办法",
    "细则",
)


#: No header has one of these, nor stands one between two.
_NO_HEADERS: Final = regex.compile(r"[。;,:、!?《》“”]")


def _has_hints(folded: str) -> bool:
    """Whether a text may hold a header row, which is sooner told than whether it does."""
    return sum(map(folded.__contains__, _HINTS)) >= _FEWEST_HINTS


#: Headers put together of two words are so long.
_MADE: Final = 4
#: What goes on with a header: `考核内容及要求`, `检查内容与标准`.
_GOES_ON: Final = "(?:[及与和](?:[考检评计打][核查价估分]|标准|基础|基本)?(?:要求|标准|内容|办法|方法|细则|分值?))?"


@cache
def _header_patterns() -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    """Return the patterns of two headers at the head of a paragraph before an outline's first number, and of a row."""
    known = [regex.escape(word) for word in sorted(header_words(), key=len, reverse=True)]
    made = f"(?:{'|'.join(QUALIFIERS)})(?:{'|'.join(HEADS)})"
    short = next(i for i, word in enumerate(known) if len(word) < _MADE)
    words = "|".join([*known[:short], made, *known[short:]])
    one = rf"(?:{words})(?:/(?:{words}))?{_GOES_ON}|[一二三四]级(?:指标|要素|项目)(?:名称)?"
    each = rf"(?:(?P<one>(?:{one})(?:\s*\((?:分|%|\d{{2,4}}分)\))?)\s*)"
    two = late_pattern(rf"{each}{{2}}(?=[一1A(][、.一1](?!\d)|A1|1\p{{Han}})")
    return two, late_pattern(rf"{each}{{{_FEWEST_HEADERS},}}")
