"""Deadlines: the forms in which the genre says by when, as a table; what has no anchor is left alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

import regex

from extractors.found import Found, settle
from extractors.text import Text
from normalizers.dates import day, month_end, quarter_end, readings_of_glued, ten_days_end, year_end
from normalizers.numerals import whole
from normalizers.values import Basis, DeadlineValue

Match = regex.Match[str]


@dataclass(frozen=True, slots=True)
class DeadlineFound:
    """A deadline and, where it counts from an event, the event's words."""

    value: DeadlineValue
    after: Text | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a deadline. Forms that are `bare` count only where a column or label says it is one."""

    name: str
    pattern: "regex.Pattern[str]"
    read: Callable[[Match, int | None], DeadlineValue | None]
    bare: bool
    strength: int
    examples: tuple[str, ...]


_N: Final = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR: Final = r"(?P<y>20\d\d|[本今当明次]|上)\s*年?度?\s*"
_BEFORE: Final = r"\s*(?:之前|以前|前)"
_RELATIVE_YEAR: Final = {"本": 0, "今": 0, "当": 0, "明": 1, "次": 1}


def _year(match: Match, base: int | None) -> tuple[int | None, Basis]:
    printed = match.groupdict().get("y")
    if printed and printed.isdigit():
        return int(printed), "stated"
    if base is None or printed == "上":
        return None, "document_year"
    return base + _RELATIVE_YEAR.get(printed or "本", 0), "document_year"


def _dated(match: Match, base: int | None, make: Callable[[int], date | None]) -> DeadlineValue | None:
    year, basis = _year(match, base)
    due = make(year) if year is not None else None
    return None if due is None else DeadlineValue("date", due=due, basis=basis)


def _month(match: Match) -> int:
    return whole(match["m"]) or 0


def _read_day(match: Match, base: int | None) -> DeadlineValue | None:
    return _dated(match, base, lambda y: day(y, _month(match), whole(match["d"]) or 0))


def _read_month(match: Match, base: int | None) -> DeadlineValue | None:
    return _dated(match, base, lambda y: month_end(y, _month(match)))


def _read_ten_days(match: Match, base: int | None) -> DeadlineValue | None:
    return _dated(match, base, lambda y: ten_days_end(y, _month(match), match["part"]))


def _read_year(match: Match, base: int | None) -> DeadlineValue | None:
    return _dated(match, base, year_end)


def _read_until(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 到2025年; a year before the notice's tells of the past."""
    return _read_year(match, base) if base is None or int(match["y"]) >= base else None


def _read_quarter(match: Match, base: int | None) -> DeadlineValue | None:
    return _dated(match, base, lambda y: quarter_end(y, match["q"]))


def _read_half(match: Match, base: int | None) -> DeadlineValue | None:
    return _dated(match, base, lambda y: month_end(y, 6 if match["h"] == "上" else 12))


def _read_lost_year_sign(match: Match, base: int | None) -> DeadlineValue | None:
    due = month_end(int(match["y"]), int(match["m"]))
    return None if due is None else DeadlineValue("date", due=due, basis="repaired")


def _read_lost_month_sign(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 131日前 as 1月31日; a number that two dates would fit stays unread."""
    readings = readings_of_glued(match["md"], base) if base is not None else []
    return DeadlineValue("date", due=readings[0], basis="repaired") if len(readings) == 1 else None


_SPANS: Final = {
    "年": "Y",
    "个月": "M",
    "月": "M",
    "周": "W",
    "个星期": "W",
    "星期": "W",
    "小时": "H",
    "个小时": "H",
}


def _read_relative(match: Match, base: int | None) -> DeadlineValue | None:
    count, unit = whole(match["n"]), match["u"]
    if count is None:
        return None
    letter = _SPANS.get(unit, "D")
    duration = f"PT{count}H" if letter == "H" else f"P{count}{letter}"
    basis: Basis = "repaired" if unit == "个工作口" else "stated"
    return DeadlineValue("relative", duration=duration, working_days=unit.startswith("个工作"), basis=basis)


def _constant(value: DeadlineValue) -> Callable[[Match, int | None], DeadlineValue | None]:
    return lambda _match, _base: value


def _read_each(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每月25日前, 每季度末, 每年12月底前 as an RRULE of RFC 5545; -1 is a month's last day."""
    cycle, month_day = match["cycle"], match.groupdict().get("d") or "-1"
    months = {"季": "BYMONTH=3,6,9,12;", "半": "BYMONTH=6,12;", "年": f"BYMONTH={whole(match['m'] or '12')};"}
    rule = f"FREQ={'YEARLY' if cycle == '年' else 'MONTHLY'};{months.get(cycle, '')}BYMONTHDAY={month_day}"
    return DeadlineValue("recurring", recurrence=rule)


def _period(
    make: Callable[[Match, int], tuple[date | None, date | None]],
) -> Callable[[Match, int | None], DeadlineValue | None]:
    def read(match: Match, base: int | None) -> DeadlineValue | None:
        year, basis = _year(match, base)
        start, due = make(match, year) if year is not None else (None, None)
        if start is None or due is None:
            return None
        return DeadlineValue("period", start=start, due=due, basis=basis)

    return read


def _month_span(match: Match, year: int) -> tuple[date | None, date | None]:
    return day(year, _month(match), 1), month_end(year, _month(match))


def _ten_day_span(match: Match, year: int) -> tuple[date | None, date | None]:
    first = {"上": 1, "中": 11, "下": 21}[match["part"]]
    return day(year, _month(match), first), ten_days_end(year, _month(match), match["part"])


def _edge(match: Match, suffix: str, year: int, month: int, *, last: bool) -> date | None:
    """Return a window's first or last day: a printed day, an end of ten days, else the month's own."""
    printed, part = match[f"d{suffix}"], match[f"p{suffix}"]
    if printed:
        return day(year, month, whole(printed) or 0)
    if part:
        return ten_days_end(year, month, part) if last else day(year, month, {"上": 1, "中": 11, "下": 21}[part])
    return month_end(year, month) if last else day(year, month, 1)


def _window_span(match: Match, year: int) -> tuple[date | None, date | None]:
    """Read 6月1日至30日, 7月—9月; one that would end before it begins runs over the year's end."""
    if not (match["m2"] or match["d2"]):
        return None, None
    first = _edge(match, "1", year, _month(match), last=False)
    month = (whole(match["m2"]) or 0) if match["m2"] else _month(match)
    to = match["y2"]
    ending = int(to) if to and to.isdigit() else year + (to is not None)
    due = _edge(match, "2", ending, month, last=True)
    if first is not None and due is not None and due < first and to is None:
        due = _edge(match, "2", year + 1, month, last=True)
    return (first, due) if first is not None and due is not None and first <= due else (None, None)


def _quarter_span(match: Match, year: int) -> tuple[date | None, date | None]:
    end = quarter_end(year, match["q"])
    return (None, None) if end is None else (day(year, end.month - 2, 1), end)


def _half_span(match: Match, year: int) -> tuple[date | None, date | None]:
    return day(year, 1 if match["h"] == "上" else 7, 1), month_end(year, 6 if match["h"] == "上" else 12)


def _year_span(match: Match, year: int) -> tuple[date | None, date | None]:
    return day(year, 1, 1), year_end(year)


def _form(
    name: str, source: str, read: Callable[[Match, int | None], DeadlineValue | None], *examples: str,
    bare: bool = False, strength: int = 5,
) -> Form:  # fmt: skip
    return Form(name, regex.compile(source), read, bare, strength, examples)


_EVENT: Final = r"(?P<after>[\p{Han}“”《》]{2,24}?)"
_COUNT: Final = (
    rf"(?P<n>{_N})\s*(?P<u>个工作日|个工作口|个自然日|个日历天|日|天|个月|月|周|个?星期|年|个?小时)\s*(?:之内|以内|内)"
)

# A stronger form beats a weaker one where they overlap, a longer one of equal strength a shorter one.
FORMS: Final = (
    _form("lost_year_sign", rf"(?<!\d)(?P<y>20\d\d)(?P<m>1[0-2]|0?[1-9])月(?:底|末)?{_BEFORE}", _read_lost_year_sign,
          "202012月底前", strength=7),
    _form("lost_month_sign", rf"(?<![\d年月.])(?P<md>\d{{3,4}})日{_BEFORE}", _read_lost_month_sign, "131日前", strength=7),
    _form("each", rf"每(?P<cycle>半|季|月|年)(?:年度?|度)?(?:(?P<m>{_N})月)?(?:末月)?\s*(?:(?P<d>\d{{1,2}})日|底|末)(?:{_BEFORE})?",
          _read_each, "每月25日前", "每季度末", "每年12月底前", strength=9),
    _form("day", rf"(?:{_YEAR})?(?P<m>{_N})月\s*(?P<d>{_N})[日号](?:{_BEFORE}|止)", _read_day, "2021年1月20日前", "12月10日前"),
    _form("ten_days", rf"(?:{_YEAR})?(?P<m>{_N})月\s*(?:份)?(?P<part>[上中下])旬(?:{_BEFORE})", _read_ten_days, "10月上旬前"),
    _form("month", rf"(?:{_YEAR})?(?P<m>{_N})月\s*(?:份)?(?:(?:底|末){_BEFORE}|{_BEFORE}|底|末)", _read_month,
          "11月底前", "2020年11月底前", "6月前"),
    _form("year", rf"(?:{_YEAR}年?|(?<![一二三四五六七八九十\d上下每半])年)(?:底|末|终){_BEFORE}", _read_year,
          "年底前", "2020年底前", "2021年年底前", strength=4),
    _form("within_year", r"(?:(?P<y>20\d\d|[本今当])年年?|(?<![\p{Han}\d])年|(?<=[)）])年)(?:度)?内", _read_year, "年内", "今年内", "2021年年内",
          strength=4),
    _form("quarter", rf"(?:{_YEAR})?第?(?P<q>[一二三四1-4])季度(?:末|底)?{_BEFORE}", _read_quarter, "三季度末前"),
    _form("half", rf"(?:{_YEAR})?(?P<h>[上下])半年(?:末|底)?{_BEFORE}", _read_half, "上半年前"),
    _form("since", rf"(?P<from>[自从])?{_EVENT}(?:之日|日)?(?:起|后){_COUNT}", _read_relative,
          "自签发之日起10个工作日内", "印发后一个月内", strength=8),
    _form("continuous", r"持续(?:推进|开展|实施)|长期坚持|常态化(?:推进|开展|落实|实施)|长期(?:推进|执行)",
          _constant(DeadlineValue("continuous")), "持续推进", "长期坚持", bare=True),
    _form("continuous_word", r"(?:常态化|长期|持续)$", _constant(DeadlineValue("continuous")), "常态化", bare=True, strength=4),
    _form("immediate", r"立行立改|立即(?:整改|落实|执行|完成)?|即知即改", _constant(DeadlineValue("immediate")), "立行立改", bare=True),
    _form("window", rf"(?<!每年)(?:{_YEAR})?(?P<m>{_N})月(?:(?P<d1>{_N})[日号]|(?P<p1>[上中下])旬|份|初)?\s*[-~至到]+\s*"
                    rf"(?:(?P<y2>20\d\d|次|明|翌)年)?(?:(?P<m2>{_N})月)?(?:(?P<d2>{_N})[日号]|(?P<p2>[上中下])旬|份|底|末)?",
          _period(_window_span), "2022年6月1日至30日", "7月—9月", "11月1日至次年2月底", bare=True, strength=8),
    _form("until_year", r"(?<![达提高降升回看直得受年月日\d])到(?P<y>20\d\d)年(?:[底末](?!前)|(?=,))", _read_until,
          "到2022年底", "到2025年，", strength=3),
    _form("bare_day", rf"(?:{_YEAR})?(?P<m>{_N})月(?P<d>{_N})[日号]", _read_day, "12月10日", bare=True, strength=3),
    _form("bare_ten_days", rf"(?:{_YEAR})?(?P<m>{_N})月(?P<part>[上中下])旬", _period(_ten_day_span), "12月中旬", bare=True, strength=3),
    _form("bare_month", rf"(?:{_YEAR})?(?P<m>{_N})月份?", _period(_month_span), "9月", bare=True, strength=2),
    _form("bare_quarter", rf"(?:{_YEAR})?第?(?P<q>[一二三四1-4])季度", _period(_quarter_span), "2024年一季度", bare=True, strength=3),
    _form("bare_half", rf"(?:{_YEAR})?(?P<h>[上下])半年", _period(_half_span), "下半年", bare=True, strength=3),
    _form("bare_year_end", rf"(?:{_YEAR}年?|(?<![\p{{Han}}\d])年)(?:底|末)", _read_year, "2024年底", "2024年年底", "年底", bare=True, strength=1),
    _form("whole_year", r"全年|(?P<y>20\d\d)年全年", _period(_year_span), "全年", bare=True, strength=2),
)  # fmt: skip

#: What may stand before an event and is not part of its words.
_PREPOSITIONS: Final = regex.compile(
    r"^.*(?:[,;。:、]|(?<!关)于|(?<!存|现|正|所|内)在|自|从|应当?|要|须|必须)(?=[\p{Han}“《])"
)
_EMPTY_EVENTS: Final = frozenset({"此", "然", "以", "之", "今", "最", "其", "随", "事", "前", "会"})


def _event(match: Match, text: Text) -> Text | None:
    """Return the event's own words, cut at the preposition before them; None where nothing names an event."""
    span = match.span("after") if "after" in match.groupdict() else (-1, -1)
    if span[0] < 0:
        return None
    words = text[span[0] : span[1]]
    if not match["from"]:
        cut = _PREPOSITIONS.match(words.folded)
        words = words[cut.end() :] if cut else words
    words = words.rstrip("之")
    return words if words.chars not in _EMPTY_EVENTS and len(words) >= 2 else None


def _candidate(form: Form, match: Match, text: Text, base: int | None) -> Found[DeadlineFound] | None:
    value = form.read(match, base)
    if value is None:
        return None
    if value.kind != "relative":
        return Found(DeadlineFound(value), text[match.start() : match.end()].strip(), form.strength)
    after = _event(match, text)
    if after is None:
        return None
    start = text.index_of(after)
    start -= start > 0 and text.chars[start - 1] in "自从"
    return Found(DeadlineFound(value, after), text[start : match.end()], form.strength)


_MAYBE: Final = regex.compile(r"[前内底末旬]|季|每|止|立|持续|长期|常态|[年月日]")


def deadlines(text: Text, year: int | None, *, column: bool = False) -> list[Found[DeadlineFound]]:
    """Find deadlines in order. `year` is the notice's; `column` says that the whole text is about time."""
    if not _MAYBE.search(text.folded):
        return []
    candidates = [
        found
        for form in FORMS
        if column or not form.bare
        for match in text.finditer(form.pattern)
        if (found := _candidate(form, match, text, year)) is not None
    ]
    return settle(candidates)
