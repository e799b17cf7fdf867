"""Where a text that was run together may be cut: headers side by side, numbers of an outline, cells of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import regex

from extractors.deadlines import deadlines
from extractors.glued import unit_end, unit_starts
from extractors.markers import is_marked
from extractors.serials import chinese_serial_cuts, serial_cuts
from extractors.text import Text
from normalizers.numerals import whole
from normalizers.patterns import late_pattern
from normalizers.values import ColumnRole

_CN: Final = "一二三四五六七八九十"
_UNITS: Final = ("responsible", "lead", "support")
#: Any year does to see where a date stands.
_SOME_YEAR: Final = 2000
#: What a number in front of it counts or measures: such a number is no cell.
_MEASURES: Final = (
    r"(?:[篇天%元万亿米里号倍岁章款套座只斤吨辆株亩盏栋幢]|公[里斤顷]|个(?!人)|次(?!数)|月(?!度)|户(?![厕外籍])|份(?!额)|周(?![边围])|节(?![约能水])|支(?![部持付出])|项(?!目)|件(?!事)|条(?!件)|日(?!常)|年(?![度初终内底])|人(?![员均居才])|处(?![理置罚])"
    r"|批(?!准)|级(?!别)|名(?![单称])|小(?![区组学])|平(?![时安台])|期(?![间限])|家(?![庭长校])|场(?![地所])|类(?!别)|种(?![植类])|度(?!假)"
    r"|成(?![立果效员])|例(?![行外会])|张(?![贴榜挂])|时(?![间限])|起(?!草)|台(?![账帐])|所(?![有属在需])|岗(?!位))"
)
#: What goes on with a number: `第3`, `扣2`, `不低于90`.
_BOUND: Final = "第扣加减得计满奖罚共近约达每于过至到为有超按占各记赋限约缺少后"
#: How a scoring standard begins: behind a number it begins the next cell though no sentence ended before.
_RULE_BEGINS: Final = "符违未每不没无缺少凡按根查有发达完成得扣建制开落如出"

#: And how one looks: `10现场查看`.
_LOOKS: Final = frozenset({"现场", "实地", "抽查", "抽取", "随机", "听取", "走访", "问卷", "暗访", "入户"})
#: And what counts: `10分以监测结果为准`.
_AS_FOUND: Final = late_pattern(r"以\p{Han}{2,12}为准")
#: A section's name with its marks behind a rule's end or behind where one looks, which nothing divides.
_SECTION: Final = late_pattern(
    r"(?:(?:扣|得|加|计|减)\d{1,3}(?:\.\d)?分|不得分|查(?:看|阅)?(?:资料|文件|档案|记录|台[账帐])|(?:现场|实地)查看)"
    r"(?P<name>(?![扣最以为直至并的及和与其者])\p{Han}[\p{Han}、]{1,11}\(\d{1,3}分\))\s*(?=\d{1,2}[、.](?!\d)|\([\d一]|①)"
)

#: Most characters begin no marker, which one look at a set tells sooner than all the forms.
_MARKERS: Final = late_pattern(
    rf"(?=[{_CN}(\dA-D①-⑳])(?:"
    rf"(?P<cn_dun>(?<![{_CN}第])[{_CN}]{{1,3}})[、.．](?!\d)|\((?P<cn_paren>[{_CN}]{{1,3}})\)|\((?P<ar_paren>\d{{1,2}})\)(?!\s*\(\d{{1,2}}\))"
    rf"|(?<![\d{_BOUND}])(?<!\d\.)(?P<dotted>\d{{1,4}}(?:\.\d{{1,2}}){{1,3}})(?=[、.]?\s*\p{{Han}})(?!{_MEASURES}|[分以])"
    r"|(?<!\d\.)(?<!\d)(?P<ar_dot>\d{1,3})[、.](?![\d%分])|(?P<circled>[①-⑳])|(?P<letter>[A-D])(?P<code>\d{1,2})(?=[、.]?\s*\p{Han}))"
)
_NUMBER: Final = late_pattern(
    rf"(?<!\d[.。])(?<![\dA-Za-z{_BOUND}\-~(])\d{{1,3}}(?:\.\d{{1,2}})?(?![\d.]*(?:{_MEASURES}|[\d.、~\-]))(?:分(?!钟|期|之|[0-9]))?"
)
_DECIMAL: Final = r"\d{1,3}(?:\.\d)?"
_AMOUNT_BRACKET: Final = late_pattern(
    rf"\(\s*(?:满分|共|计)?{_DECIMAL}(?:[-~]{_DECIMAL})?\s*(?:分|%)?(?:,[^()]{{1,40}})?\)[。;:,.]?"
    rf"|\(\s*{_DECIMAL}[分%](?![,;、:)])"
)
#: A half-width stop behind words or a rate is one before a number too; behind a verb (`扣.5分`) or a number it is a
#: decimal's or a marker's.
_STOP: Final = late_pattern(
    rf"(?:。(?!(?<=\d。)\d+分)|[;?!])+[”』」]?|(?<=[\p{{Han}}%”])(?<![{_BOUND}{_CN}])\.|(?<=\p{{Han}})\.(?!\d)"
)
_BEFORE_NUMBER: Final = "。.;:)]!?”分前 \n"
_TOTAL: Final = late_pattern(r"(?:^|(?<=[。.;:)\d\n]))(?:合计|总计|总分|小计):?(?P<n>\d{1,4})(?![\d.%]|分?[,;])分?")
_NOTES: Final = late_pattern(r"(?<=[。;)\d\n])(?:注|说明|备注)\d?:")


Code = tuple[int, ...]


@dataclass(slots=True)
class _Counts:
    """The last number of each family, and the last dotted code, to tell the next from what only looks like a marker."""

    last: dict[str, int]
    code: Code = ()

    def takes(self, family: str, ordinal: int) -> bool:
        return ordinal == 1 or ordinal == self.last.get(family, 0) + 1

    def take(self, family: str, ordinal: int) -> None:
        self.last[family] = ordinal
        self.code = (ordinal,) if family == "ar_dot" else self.code

    def takes_code(self, code: Code) -> bool:
        """Whether a code goes on from the last one: a level deeper, or one further at its own level or one above."""
        deeper = code == (*self.code, 1)
        following = 1 < len(code) <= len(self.code) and code == (
            *self.code[: len(code) - 1],
            self.code[len(code) - 1] + 1,
        )
        return deeper or following or (code[1:] == (1,) and code[0] == (self.code[0] if self.code else 0) + 1)


def marker_cuts(text: Text) -> Iterator[tuple[int, str]]:
    """Yield where the numbers of an outline begin, with their family: those that go on from the last or begin with 1.

    Digits that run into a number before it are told apart by what comes next (`52.` is 5 and `2.` behind `1.`).
    """
    counts = _Counts({})
    for match in text.finditer(_MARKERS):
        family = match.lastgroup if match.lastgroup != "code" else f"letter {match['letter']}"
        assert family is not None
        at = _code_at(match, counts) if family == "dotted" else _number_at(match, family, counts)
        if at is not None:
            yield at, family


def _code_at(match: "regex.Match[str]", counts: _Counts) -> int | None:
    """Return where a dotted code begins that goes on from the last one; an amount before it is another cell's.

    Behind a decimal the number of an outline may stand too (`2.52、` is 2.5 and 2、).
    """
    printed = match["dotted"]
    for skipped in _behind_amounts(printed):
        code = (*map(int, printed[skipped:].split(".")),)
        if len(code) > 1 and counts.takes_code(code):
            counts.code = code
            return match.start() + skipped
        listed = len(code) == 1 and match.string[match.end() : match.end() + 1] in ("、", ".")
        if listed and counts.takes("ar_dot", code[0]):
            counts.take("ar_dot", code[0])
            return match.start() + skipped
    return None


def _behind_amounts(printed: str) -> Iterator[int]:
    """Yield where a number may begin in digits and points: at their head, or behind an amount glued to it."""
    for at, digit in enumerate(printed):
        if digit not in ".0" and (at == 0 or (printed[at - 1] != "." and printed.count(".", 0, at) <= 1)):
            yield at


def _number_at(match: "regex.Match[str]", family: str, counts: _Counts) -> int | None:
    printed = match["code"] or match[match.lastgroup or 0]
    at, ordinal = match.start(), ord(printed) - ord("①") + 1 if family == "circled" else whole(printed) or 0
    if printed.startswith("0"):  # `不符合02、`: the nought is the cell's before
        at += len(printed) - len(printed.lstrip("0"))
    if not counts.takes(family, ordinal) and family == "ar_dot":
        begins = [i for i in range(1, len(printed)) if printed[i] != "0"]  # `102.` is 10 and 2.
        rest = next((i for i in begins if counts.takes(family, int(printed[i:]))), None)
        at, ordinal = (at + rest, int(printed[rest:])) if rest is not None else (at, ordinal)
    if not counts.takes(family, ordinal):
        return None
    counts.take(family, ordinal)
    return at


#: A chapter's or article's number. Copies whose words were exchanged for like ones have 其次条 for 第二条.
_ARTICLES: Final = late_pattern(
    rf"(?:第|(?P<next>其次))(?:(?P<chapter>(?(next)|[{_CN}]{{1,4}}))章|(?P<article>(?(next)|[{_CN}百]{{1,5}}))条)(?![第之的规款、,和至])"
    rf"|第(?P<item>[{_CN}]{{1,3}})[项款](?=\p{{Han}}{{2,16}}\(?\d{{1,3}}分)"
)
#: One that is cited stands right behind the law's name or `本办法`.
_CITED: Final = "》本依据按照反违第法例定"
_FEWEST_ARTICLES: Final = 3


def article_cuts(text: Text) -> list[tuple[int, str]]:
    """Return where chapters, articles and priced items (`第一项完善体系10分`) begin, with their family.

    They go on one from the other; [] for too few.
    """
    counts = _Counts({})
    cuts: list[tuple[int, str]] = []
    for match in text.finditer(_ARTICLES):
        family = next(name for name in ("chapter", "item", "article") if match[name] is not None or name == "article")
        ordinal = 2 if match["next"] else whole(match[family]) or 0
        at = match.start()
        cited = at > 0 and text.folded[at - 1] in _CITED and text.offsets[at] == text.offsets[at - 1] + 1
        if ordinal == counts.last.get(family, 0) + 1 and not cited:
            counts.take(family, ordinal)
            cuts.append((at, family))
    return cuts if max(counts.last.get("article", 0), counts.last.get("item", 0)) >= _FEWEST_ARTICLES else []


#: A row's running number, and no count of something.
_ROW: Final = late_pattern(rf"\d{{1,3}}(?=[\p{{Han}}“《])(?!\d*(?:{_MEASURES}|分|以))")


def begins_row(text: Text) -> bool:
    """Whether a text begins with a number of an outline or of a row."""
    return is_marked(text) or _ROW.match(text.folded) is not None


def is_spaced(headers: Sequence[Text]) -> bool:
    """Whether white space stood between headers, so that it divides the cells too."""
    return all(b.start > a.end for a, b in pairwise(headers))


def cell_cuts(text: Text, roles: Sequence[ColumnRole | None]) -> list[int]:
    """Return every place at which a cell of a run-together table may begin, in order."""
    folded = text.folded
    markers = {at for at, _ in marker_cuts(text)}
    cuts = {*markers, *(_digits_before(folded, at) for at in markers)}
    cuts |= {m.end() for m in text.finditer(_STOP)}
    numbered = _are_numbers(text, markers)
    cuts |= {m.end() for m in text.finditer(_AMOUNT_BRACKET) if not (numbered and m.start() in markers)}
    cuts |= {m.start() for m in text.finditer(_NOTES)}
    cuts |= {*section_starts(text)}
    cuts |= {place for m in text.finditer(_TOTAL) for place in (m.start(), m.start("n"), m.end())}
    dates = _dates(text) if "deadline" in roles else []
    ends = {end for _, end in dates}
    cuts |= {*serial_cuts(text), *chinese_serial_cuts(text)} if "number" in roles else set()
    for match in text.finditer(_NUMBER):
        start, end = match.span()
        end += folded[end : end + 1] == "分" and end + 1 in cuts  # `5分2定期`: the next row's number is no part of it
        before, after = folded[start - 1 : start], folded[end : end + 1]
        if match[0] == "0" or not markers.isdisjoint(range(start, end)):  # `51.2` is 5 and 1.2 where 1.1 came before
            continue
        apart = before in _BEFORE_NUMBER or after in ("", "\n") or after in f"{_RULE_BEGINS}({_CN}"
        apart = apart or folded[end : end + 2] in _LOOKS or _AS_FOUND.match(folded, end) is not None
        if start in ends or (apart and before != "前"):
            cuts |= {start, end}
    heads = {one for one, role in pairwise(roles) if role in _PRICES}
    named = not heads.isdisjoint(_NAMES)
    if named or ("requirement" in heads and "scoring" not in roles):
        fewest = 1 if named else _FEWEST_PRICED
        priced = _priced_names(folded, cuts, markers, "%" if "weight" in roles else "分", fewest)
        cuts |= {place for span in priced for place in span}
        cuts |= {*serial_cuts(text, priced)} if "number" in roles and _ends_rows(roles) else set()
    cuts |= {place for span in dates for place in span}
    cuts = {cut for cut in cuts if 0 < cut < len(text) and not _inside_bracket(folded, cut)}
    columns = sum(role in _UNITS for role in roles)
    return sorted(cuts | set(_unit_cuts(text, sorted(cuts), columns) if columns else ()))


def section_starts(text: Text) -> list[int]:
    """Return where sections' names with their marks begin that nothing divides from the rule before them.

    The first number of their rows stands right behind them: `…缺一项扣1分日常管护（80分）3.河面清洁`.
    """
    return [match.start("name") for match in text.finditer(_SECTION)] if "分" in text.folded else []


_NAMES: Final = ("level", "title")
_PRICES: Final = ("points", "weight")
#: Columns that most rows of a published table leave empty.
_OPEN: Final = ("self_score", "score", "remarks", "other", None)


def _ends_rows(roles: Sequence[ColumnRole | None]) -> bool:
    """Whether a row ends with its amount: nothing but columns that stay empty stands behind it."""
    last = max(i for i, role in enumerate(roles) if role in _PRICES)
    return all(role in _OPEN for role in roles[last + 1 :])


#: Where sentences stand before the amounts, so many short ones without a stop show that they are names.
_FEWEST_PRICED: Final = 2
#: A name that its amount follows, and the next cell that (`组织体系20设立公示牌`, `1.利润总额30%完成目标得满分`).
_PRICED_NAME: Final = late_pattern(
    rf"(?:(?:[{_CN}]{{1,3}}|\d{{1,2}})[、.]|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}|\([{_CN}\d]{{1,3}}\)|[①-⑳]|[A-D]\d{{1,2}})?"
    rf"\s{{0,4}}(?![每未无缺少不凡超低高])\p{{Han}}[\p{{Han}}、]{{1,11}}(?<![{_BOUND}低高超差])"
    rf"(?P<n>\d{{1,3}}(?:\.\d{{1,2}})?(?:分|%(?![以及的左右内]))?)(?=[\p{{Han}}①-⑳\(]|[A-D]\d|(?<=分)\d{{1,2}}[、.](?!\d)|\n|$)(?!{_MEASURES}|以)"
)


def _priced_names(folded: str, cuts: set[int], markers: set[int], unit: str, fewest: int) -> set[tuple[int, int]]:
    """Return where amounts begin and end, bare or in a unit, that no sign divides from a name and the next cell.

    So many must stand one behind the other. An amount ends where the next number of the outline begins that is glued to
    it (`51.2` is 5 and 1.2).
    """
    found: set[tuple[int, int]] = set()
    tried: set[int] = set()
    for start in sorted({0, *cuts}):
        at, amounts = start, list[tuple[int, int]]()
        while at not in tried and (match := _PRICED_NAME.match(folded, at)) is not None:
            tried.add(at)
            if match["n"][-1] not in f"0123456789{unit}" or match.start("n") in markers:
                break
            at = min((m for m in range(*match.span("n")) if m in markers), default=match.end("n"))
            amounts.append((match.start("n"), at))
        found |= {*amounts} if len(amounts) >= fewest else set()
    return found


#: A number in a bracket: a row's, or an amount that lost its 分.
_BARE_BRACKET: Final = late_pattern(r"\(\d{1,2}\)")
#: So many of them go on one from the other where they are rows' numbers.
_MOSTLY: Final = 0.8


def _are_numbers(text: Text, markers: set[int]) -> bool:
    """Whether the numbers in brackets count rows: nearly all of them go on from the one before."""
    found = [match.start() in markers for match in text.finditer(_BARE_BRACKET)]
    return sum(found) >= _MOSTLY * len(found)


def _unit_cuts(text: Text, cuts: list[int], columns: int) -> Iterator[int]:
    """Yield where units end with which a piece begins, and where those of so many columns begin with which it ends."""
    for start, end in pairwise([0, *cuts, len(text)]):
        behind = unit_end(text[start:end])
        if behind is not None:
            yield start + behind
        else:
            yield from (start + at for at in unit_starts(text[start:end], columns))


def _digits_before(folded: str, at: int) -> int:
    """Return where the amount begins that runs into a marker (`121、` is 12 and 1、, `2.52、` 2.5 and 2、)."""
    start = at
    while start and folded[at : at + 1].isdigit() and folded[start - 1].isdigit():
        start -= 1
    if start < at and folded[start - 1 : start] == "." and folded[max(0, start - 2) : start - 1].isdigit():
        start -= 1
        while start and folded[start - 1].isdigit():
            start -= 1
    return start if folded[start:at].strip("0") else at


def _dates(text: Text) -> list[tuple[int, int]]:
    """Return where dates and words of time (`持续推进`) stand."""
    found = deadlines(text, _SOME_YEAR)
    found += [f for f in deadlines(text, _SOME_YEAR, column=True) if f.value.value.kind in ("continuous", "immediate")]
    return [(at, at + len(f.text)) for f in found for at in (text.index_of(f.text),)]


_LONGEST_BRACKET: Final = 60
#: An amount whose closing bracket was lost: nothing that belongs into it follows.
_LOST_CLOSING: Final = late_pattern(r"\(\d{1,3}(?:\.\d)?[分%](?![,;、:)])")


def _inside_bracket(folded: str, cut: int) -> bool:
    """Whether a place stands between a bracket and its other half."""
    opened = folded.rfind("(", max(0, cut - _LONGEST_BRACKET), cut)
    if opened < 0 or folded.find(")", opened, cut) >= 0 or _LOST_CLOSING.match(folded, opened):
        return False
    return folded.find(")", cut, cut + _LONGEST_BRACKET) >= 0 and "(" not in folded[cut : folded.find(")", cut)]
