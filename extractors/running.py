"""Where a text that was run together may be cut: headers side by side, numbers of an outline, cells of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

import regex

from extractors.deadlines import deadlines
from extractors.text import Text
from normalizers.headers import header_role, header_words
from normalizers.numerals import whole
from normalizers.values import ColumnRole

_CN: Final = "一二三四五六七八九十"
#: Headers printed without anything between them: so many at least.
_FEWEST_HEADERS: Final = 3
_FEWEST_HINTS: Final = 2
_TELLING: Final = ("level", "number", "points", "weight", "scoring", "requirement", "responsible", "lead", "deadline")
#: Any year does to see where a date stands.
_SOME_YEAR: Final = 2000
#: What a number in front of it counts or measures: such a number is no cell.
_MEASURES: Final = (
    "个项次件条篇天日月年%人户处份批级名周小元万亿米公里平期家场类种号度倍成岁时章节款个起台套座所只支元斤吨岗"
)
#: What goes on with a number: `第3`, `扣2`, `不低于90`.
_BOUND: Final = "第扣加减得计满奖罚共近约达每于过至到为有超按占各记赋限约缺少后"
#: How a scoring standard begins: behind a number it begins the next cell though no sentence ended before.
_RULE_BEGINS: Final = "未每不没无缺少凡按根查有发达完成得扣建制开落如出"

_MARKERS: Final = regex.compile(
    rf"(?P<cn_dun>(?<![{_CN}第])[{_CN}]{{1,3}})[、.．](?!\d)|\((?P<cn_paren>[{_CN}]{{1,3}})\)|\((?P<ar_paren>\d{{1,2}})\)"
    r"|(?<!\d\.)(?<!\d)(?P<ar_dot>\d{1,3})[、.](?![\d%分])|(?P<circled>[①-⑳])|(?P<letter>[A-D])(?P<code>\d{1,2})(?=\p{Han})"
)
_NUMBER: Final = regex.compile(
    rf"(?<!\d\.)(?<![\dA-Za-z{_BOUND}\-~(])\d{{1,3}}(?:\.\d{{1,2}})?(?![\d.]*[{_MEASURES}\d.、~\-])(?:分(?!钟|期|之|[0-9]))?"
)
_DECIMAL: Final = r"\d{1,3}(?:\.\d)?"
_AMOUNT_BRACKET: Final = regex.compile(
    rf"\(\s*(?:满分|共|计)?{_DECIMAL}(?:[-~]{_DECIMAL})?\s*(?:分|%)?(?:,[^()]{{1,40}})?\)[。;:,.]?"
    rf"|\(\s*{_DECIMAL}[分%](?![,;、:)])"
)
_STOP: Final = regex.compile(r"(?:。(?!(?<=\d。)\d+分)|[;?!])+[”』」]?|(?<=\p{Han})\.(?!\d)")
_BEFORE_NUMBER: Final = "。.;:)]!?”分前 \n"
_NOTES: Final = regex.compile(r"(?<=[。;)\d])(?:注|说明|备注)\d?:")


def headers_inside(text: Text) -> tuple[int, list[Text]] | None:
    """Find column headers printed side by side; the offset behind the last. None where there are too few.

    Words of one role that stand together (`重点工作任务`) are a phrase, not headers.
    """
    folded = text.folded
    if sum(map(folded.__contains__, _HINTS)) < _FEWEST_HINTS:
        return None
    two, row = _header_patterns()
    for match in (two.match(folded), *row.finditer(folded)):
        headers = [text[a:b].strip() for a, b in match.spans("one")] if match is not None else []
        roles = [header_role(h.chars) for h in headers]
        kinds = {(role, h.chars if role == "level" else "") for role, h in zip(roles, headers, strict=True)}
        if match is not None and len(kinds) >= min(_FEWEST_HEADERS, len(headers)) and any(r in _TELLING for r in roles):
            return match.end(), headers
    return None


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


@cache
def _header_patterns() -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    """Return the patterns of two headers at the head of a paragraph before an outline's first number, and of a row."""
    one = "|".join(regex.escape(word) for word in sorted(header_words(), key=len, reverse=True))
    each = rf"(?:(?P<one>(?:{one}|[一二三四]级(?:指标|要素|项目)(?:名称)?)(?:\s*\((?:分|%)\))?)\s*)"
    two = regex.compile(rf"{each}{{2}}(?=[一1A(][、.一1](?!\d)|A1|1\p{{Han}})")
    return two, regex.compile(rf"{each}{{{_FEWEST_HEADERS},}}")


@dataclass(slots=True)
class _Counts:
    """The last number of each family, to tell the next one from a number that only looks like a marker."""

    last: dict[str, int]

    def takes(self, family: str, ordinal: int) -> bool:
        return ordinal == 1 or ordinal == self.last.get(family, 0) + 1

    def take(self, family: str, ordinal: int) -> None:
        self.last[family] = ordinal


def marker_cuts(text: Text) -> Iterator[tuple[int, str]]:
    """Yield where the numbers of an outline begin, with their family: those that go on from the last or begin with 1.

    Digits that run into a number before it are told apart by what comes next (`52.` is 5 and `2.` behind `1.`).
    """
    counts = _Counts({})
    for match in text.finditer(_MARKERS):
        family = match.lastgroup if match.lastgroup != "code" else f"letter {match['letter']}"
        assert family is not None
        printed = match["code"] or match[match.lastgroup or 0]
        at, ordinal = match.start(), ord(printed) - ord("①") + 1 if family == "circled" else whole(printed) or 0
        if not counts.takes(family, ordinal) and family == "ar_dot":
            rest = next((i for i in range(1, len(printed)) if counts.takes(family, int(printed[i:] or 0))), None)
            at, ordinal = (at + rest, int(printed[rest:])) if rest is not None else (at, ordinal)
        if counts.takes(family, ordinal):
            counts.take(family, ordinal)
            yield at, family


#: A chapter's or article's number; one that is cited stands behind the law's name or `本办法`.
_ARTICLES: Final = regex.compile(
    rf"(?<![》本依据按照反违第法例定])第(?:(?P<chapter>[{_CN}]{{1,4}})章|(?P<article>[{_CN}百]{{1,5}})条)(?![第之的规款、,和至])"
)
_FEWEST_ARTICLES: Final = 3


def article_cuts(text: Text) -> list[tuple[int, str]]:
    """Return where chapters and articles begin, with their family, that go on one from the other; [] for too few."""
    counts = _Counts({})
    cuts: list[tuple[int, str]] = []
    for match in text.finditer(_ARTICLES):
        family = match.lastgroup or ""
        ordinal = whole(match[family]) or 0
        if ordinal == counts.last.get(family, 0) + 1:
            counts.take(family, ordinal)
            cuts.append((match.start(), family))
    return cuts if counts.last.get("article", 0) >= _FEWEST_ARTICLES else []


def is_spaced(headers: Sequence[Text]) -> bool:
    """Whether white space stood between headers, so that it divides the cells too."""
    return all(b.start > a.end for a, b in pairwise(headers))


def cell_cuts(text: Text, roles: Sequence[ColumnRole | None]) -> list[int]:
    """Return every place at which a cell of a run-together table may begin, in order."""
    folded = text.folded
    cuts = {at for at, _ in marker_cuts(text)}
    cuts |= {m.end() for m in text.finditer(_STOP)} | {m.end() for m in text.finditer(_AMOUNT_BRACKET)}
    cuts |= {m.start() for m in text.finditer(_NOTES)}
    dates = _dates(text) if "deadline" in roles else []
    ends = {end for _, end in dates}
    cuts |= set(_serial_cuts(text)) if "number" in roles else set()
    for match in text.finditer(_NUMBER):
        start, end = match.span()
        before, after = folded[start - 1 : start], folded[end : end + 1]
        apart = before in _BEFORE_NUMBER or after == "" or after in f"{_RULE_BEGINS}({_CN}"
        if start in ends or (apart and before != "前"):
            cuts |= {start, end}
    cuts |= {place for span in dates for place in span}
    return sorted(cut for cut in cuts if 0 < cut < len(text) and not _inside_bracket(folded, cut))


_SERIAL: Final = regex.compile(r"(?:^|(?<=[。.;:)\]!?分前])(?<!\d\.))\d{1,4}(?=[\p{Han}“《])(?!分)")


def _serial_cuts(text: Text) -> Iterator[int]:
    """Yield where running numbers begin and end; one may be glued to the amount before it (`42` is 4 and 2)."""
    serial = 0
    for match in text.finditer(_SERIAL):
        following = str(serial + 1)
        if match[0].endswith(following):
            serial += 1
            yield from (match.start(), match.end() - len(following), match.end())


def _dates(text: Text) -> list[tuple[int, int]]:
    """Return where dates and words of time (`持续推进`) stand."""
    found = deadlines(text, _SOME_YEAR)
    found += [f for f in deadlines(text, _SOME_YEAR, column=True) if f.value.value.kind in ("continuous", "immediate")]
    return [(at, at + len(f.text)) for f in found for at in (text.index_of(f.text),)]


_LONGEST_BRACKET: Final = 60
#: An amount whose closing bracket was lost: nothing that belongs into it follows.
_LOST_CLOSING: Final = regex.compile(r"\(\d{1,3}(?:\.\d)?[分%](?![,;、:)])")


def _inside_bracket(folded: str, cut: int) -> bool:
    """Whether a place stands between a bracket and its other half."""
    opened = folded.rfind("(", max(0, cut - _LONGEST_BRACKET), cut)
    if opened < 0 or folded.find(")", opened, cut) >= 0 or _LOST_CLOSING.match(folded, opened):
        return False
    return folded.find(")", cut, cut + _LONGEST_BRACKET) >= 0 and "(" not in folded[cut : folded.find(")", cut)]
