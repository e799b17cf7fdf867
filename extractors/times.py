"""What a way to write a time means: each reads one matched form to a deadline, by the notice's year.

A match names its parts: y year, m month, d day, q quarter, h half, part the ten days, n and u a count with its unit.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

import regex

from normalizers.dates import day, month_end, quarter_end, readings_of_glued, ten_days_end, year_end
from normalizers.numerals import whole
from normalizers.values import Basis, DeadlineValue

Match = regex.Match[str]
Reader = Callable[[Match, int | None], DeadlineValue | None]
Span = tuple[date | None, date | None]

N: Final = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
#: A year as printed; those told by a word have 年 behind it: 原则上, 第二次 and 说明 name none.
YEAR: Final = (
    r"(?P<y>20\d\d|二[〇○零][〇○零一二三四五六七八九]{2}(?=\s*年)"
    r"|(?:[本今当明上来翌]|(?<![首每一二三四两])次|(?<![以上])下)(?=\s*年))\s*年?度?\s*"
)
#: An hour or a weekday may stand between the day and 前: 4月20日（星期五）前, 5月20日17:00前.
_HOUR: Final = (
    r"(?:\((?:星期|周)[一二三四五六日天]\))? ?(?:[上下中]午)? ?(?:\d{1,2}(?:[:时点](?:\d{1,2}分?)?|时整)|下班)?"
)
BEFORE: Final = r"\s*(?:之前|以前|前(?!后(?!续)))(?!的(?:统计|数据|工作|情况))"
BEFORE_HOUR: Final = rf"{_HOUR}{BEFORE}"
_RELATIVE_YEAR: Final = {"本": 0, "今": 0, "当": 0, "明": 1, "次": 1, "来": 1, "翌": 1, "下": 1}
_SPANS: Final = {
    "年": "Y", "个月": "M", "月": "M", "周": "W", "个星期": "W", "星期": "W", "小时": "H", "个小时": "H",
}  # fmt: skip
#: The first year of a five-year plan is this much after five times its number: 十四五 begins in 2021.
_PLANS_FROM: Final = 1951


def _year_of(match: Match, base: int | None) -> tuple[int | None, Basis]:
    printed = match.groupdict().get("y")
    if printed and len(printed) > 1:
        return whole(printed), "stated"
    if base is None or printed == "上":
        return None, "document_year"
    return base + _RELATIVE_YEAR.get(printed or "本", 0), "document_year"


def _dated(match: Match, base: int | None, make: Callable[[int], date | None]) -> DeadlineValue | None:
    year, basis = _year_of(match, base)
    due = make(year) if year is not None else None
    return None if due is None else DeadlineValue("date", due=due, basis=basis)


def _month(match: Match) -> int:
    return whole(match["m"]) or 0


def read_day(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 12月10日前."""
    return _dated(match, base, lambda y: day(y, _month(match), whole(match["d"]) or 0))


def read_lost_day_sign(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 12月31前, whose 日 is lost."""
    year, _ = _year_of(match, base)
    due = day(year, _month(match), whole(match["d"]) or 0) if year is not None else None
    return None if due is None else DeadlineValue("date", due=due, basis="repaired")


def read_month(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 11月底前."""
    return _dated(match, base, lambda y: month_end(y, _month(match)))


def read_short_year(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 24年6月底 and 24年6月30日, whose century is left out; 24年6月 alone is the month."""
    year, month = 2000 + int(match["yy"]), _month(match)
    due = day(year, month, int(match["d"])) if match["d"] else month_end(year, month)
    if due is None:
        return None
    bare = not match["d"] and match[0].endswith(("月", "份"))
    return DeadlineValue("period" if bare else "date", due.replace(day=1) if bare else None, due, basis="repaired")


def read_ten_days(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 10月上旬前."""
    return _dated(match, base, lambda y: ten_days_end(y, _month(match), match["part"]))


def read_year(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 年底前, 2021年年底前."""
    return _dated(match, base, year_end)


def read_until(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 到2025年; a year before the notice's tells of the past."""
    return read_year(match, base) if base is None or int(match["y"]) >= base else None


def read_quarter(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 三季度末前."""
    return _dated(match, base, lambda y: quarter_end(y, match["q"]))


def read_half(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 上半年前."""
    return _dated(match, base, lambda y: month_end(y, 6 if match["h"] == "上" else 12))


def read_lost_year_sign(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 202012月底前, whose 年 is lost."""
    due = month_end(int(match["y"]), int(match["m"]))
    return None if due is None else DeadlineValue("date", due=due, basis="repaired")


def read_lost_month_sign(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 131日前 as 1月31日; a number that two dates would fit stays unread."""
    readings = readings_of_glued(match["md"], base) if base is not None else []
    return DeadlineValue("date", due=readings[0], basis="repaired") if len(readings) == 1 else None


def read_numeric(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 2023-12-31, 2023/12/31前, 2023.12; without a day it is the month."""
    year, month = int(match["y"]), int(match["m"])
    if match["d"]:
        due = day(year, month, int(match["d"]))
        return None if due is None else DeadlineValue("date", due=due)
    start, end = day(year, month, 1), month_end(year, month)
    return DeadlineValue("period", start=start, due=end) if start is not None and end is not None else None


def _plan_years(match: Match) -> tuple[int, int] | None:
    number = whole(match["plan"])
    first = _PLANS_FROM + 5 * number if number is not None and 10 <= number <= 20 else None
    return (first, first + 4) if first is not None else None


def read_plan(match: Match, base: int | None) -> DeadlineValue | None:
    """Read “十四五”期间, “十四五”末: the five years of a national plan."""
    years = _plan_years(match)
    if years is None:
        return None
    start, due = day(years[0], 1, 1), year_end(years[1])
    return DeadlineValue("date", due=due) if match["end"] else DeadlineValue("period", start=start, due=due)


_HALF: Final = "半"


def read_relative(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 印发后一个月内: a duration of ISO 8601."""
    count, unit = whole(match["n"]), match["u"]
    if match["n"] == _HALF:
        return DeadlineValue("relative", duration="P6M" if unit == "年" else "P15D")
    if count is None:
        return None
    if unit == "分钟":
        return DeadlineValue("relative", duration=f"PT{count}M")
    letter = _SPANS.get(unit, "D")
    duration = f"PT{count}H" if letter == "H" else f"P{count}{letter}"
    basis: Basis = "repaired" if unit == "个工作口" else "stated"
    return DeadlineValue("relative", duration=duration, working_days=unit.startswith("个工作"), basis=basis)


def doubtful(read: Reader) -> Reader:
    """Return a reader of what takes its day or its end from the next of a pair (`6月、12月10日前`), and tells so."""

    def read_doubtfully(match: Match, base: int | None) -> DeadlineValue | None:
        value = read(match, base)
        return None if value is None else replace(value, basis="repaired")

    return read_doubtfully


#: The numbers of a list of steps, and no months: `1、6月底前；2、9月底前`; `1、4、7月底` are months.
_STEPS: Final = regex.compile(r"(?<![^\s,;。:(])1、(?! ?\d{1,2}、)")
_STEP_BEGINS: Final = regex.compile(r"(?:^|[\s,;。:(])$")


def of_no_step(read: Reader) -> Reader:
    """Return a reader of months in a list that leaves alone what is the number of a step."""

    def read_month_of_list(match: Match, base: int | None) -> DeadlineValue | None:
        text, number = match.string, _month(match)
        before = text[max(0, match.start() - 1) : match.start()]
        begins = _STEP_BEGINS.search(before) is not None or f"{number - 1}、" in text[: match.start()]
        return None if begins and _STEPS.search(text) is not None else read(match, base)

    return read_month_of_list


def constant(value: DeadlineValue) -> Reader:
    """Return a reader of words that always mean the same."""
    return lambda _match, _base: value


#: A bracket behind a rule that says when it is otherwise: 每月28日（12月25日）前, 每季度末（分别在6月、9月和12月底）.
_OTHERWISE: Final = regex.compile(r" ?\((?P<in>[^()]{0,40}\d{1,2} ?月[^()]{0,40})\)")
_MONTH_NAMED: Final = regex.compile(r"(\d{1,2})(?= ?月| ?[、和] ?\d{1,2}[、和\d ]{0,30}月)")


def _is_otherwise(match: Match, months: list[int]) -> bool:
    """Whether a bracket right behind a rule names other months than the rule has."""
    bracket = _OTHERWISE.match(match.string, match.end())
    return bracket is not None and {int(m) for m in _MONTH_NAMED.findall(bracket["in"])} != set(months)


def read_each(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每月25日前, 每季度末, 每年6月、12月底前 as an RRULE of RFC 5545; -1 is a month's last day."""
    cycle = match["cycle"]
    days = ",".join(dict.fromkeys(d for d in (match["d"], *match.capturesdict()["d2"]) if d)) or "-1"
    quarters = [1, 4, 7, 10] if match["first"] else [3, 6, 9, 12]
    years = [whole(m) or 0 for m in (match["m"], match["m2"]) if m] or [12]
    months = {"季": quarters, "半": [6, 12], "年": years}.get(cycle, [])
    if _is_otherwise(match, months):
        return None
    listed = f"BYMONTH={','.join(map(str, months))};" if months else ""
    frequency = "YEARLY" if cycle == "年" else "MONTHLY"
    return DeadlineValue("recurring", recurrence=f"FREQ={frequency};{listed}BYMONTHDAY={days}")


def read_day_of_years(match: Match, base: int | None) -> DeadlineValue | None:
    """Read the second day of 每年6月20日、12月10日前."""
    month, number = _month(match), whole(match["d"])
    return DeadlineValue("recurring", recurrence=f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={number}")


def read_also_of_years(match: Match, base: int | None) -> DeadlineValue | None:
    """Read the second time of 每年8月底前…，并于9月中旬前: the last day of a month or of its ten days, or a day."""
    number = whole(match["d"]) if match["d"] else {"上": 10, "中": 20}.get(match["part"] or "", -1)
    return DeadlineValue("recurring", recurrence=f"FREQ=YEARLY;BYMONTH={_month(match)};BYMONTHDAY={number}")


def read_ten_days_of_months(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每月上旬: due on the last of the ten days."""
    last = {"上": 10, "中": 20, "下": -1}[match["part"]]
    return DeadlineValue("recurring", recurrence=f"FREQ=MONTHLY;BYMONTHDAY={last}")


#: What happens in certain months only, so that 次月 is not every month: 每年1月、7月各开展一次，次月10日前.
_NOT_MONTHLY: Final = regex.compile(r"(?:每(?:半?年|季)|\d ?月|[一二三四]季度|[上下]半年)[^。;\n]*$")
_NEAR: Final = 40


def read_next_month(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 次月5日前: every month, of the month before; None where an event of certain months stands before it."""
    if _NOT_MONTHLY.search(match.string[max(0, match.start() - _NEAR) : match.start()]):
        return None
    return DeadlineValue("recurring", recurrence=f"FREQ=MONTHLY;BYMONTHDAY={whole(match['d'])}")


def read_months_of_years(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每年3月、9月."""
    months = ",".join(str(whole(m)) for m in match.capturesdict()["m"])
    return DeadlineValue("recurring", recurrence=f"FREQ=YEARLY;BYMONTH={months}")


def period(make: Callable[[Match, int], Span]) -> Reader:
    """Return a reader of a stretch of time."""

    def read(match: Match, base: int | None) -> DeadlineValue | None:
        year, basis = _year_of(match, base)
        start, due = make(match, year) if year is not None else (None, None)
        if start is None or due is None:
            return None
        return DeadlineValue("period", start=start, due=due, basis=basis)

    return read


def numeric_span(match: Match, year: int) -> Span:
    """Read 2024.3-2024.11, 2024/3/1—2024/11/30, 2024年—2025年6月; without a month it is the year's first or last."""
    groups = match.groupdict()
    first = day(year, int(groups["m"] or 1), int(groups["d"] or 1))
    last_year, month = int(groups["y2"] or year), int(groups["m2"] or 12)
    due = day(last_year, month, int(groups["d2"])) if groups["d2"] else month_end(last_year, month)
    return (first, due) if first is not None and due is not None and first <= due else (None, None)


def slashed_span(match: Match, year: int) -> Span:
    """Read 3/1-11/30; two fractions have small numbers, and no day is above the twelfth."""
    return dotted_span(match, year) if max(int(match["d"]), int(match["d2"])) > _MONTHS else (None, None)


_MONTHS: Final = 12


def dotted_span(match: Match, year: int) -> Span:
    """Read 3.1-11.30; a span that would end before it begins runs over the year's end."""
    first, last = (_month(match), int(match["d"])), (int(match["m2"]), int(match["d2"]))
    return day(year, *first), day(year + (last < first), *last)


def between_quarters_span(match: Match, year: int) -> Span:
    """Return the days of 1-3季度."""
    first, last = quarter_end(year, match["q"]), quarter_end(year, match["q2"])
    return (None, None) if first is None or last is None or last <= first else (day(year, first.month - 2, 1), last)


def two_thirds_span(match: Match, year: int) -> Span:
    """Return the twenty days of 6月中下旬."""
    part = match["part"]
    return day(year, _month(match), 1 if part == "上中" else 11), ten_days_end(year, _month(match), part[1])


def quarters_span(match: Match, year: int) -> Span:
    """Return the days of 前三季度."""
    return day(year, 1, 1), quarter_end(year, match["q"])


def month_span(match: Match, year: int) -> Span:
    """Return a month's first and last day."""
    return day(year, _month(match), 1), month_end(year, _month(match))


def months_span(match: Match, year: int) -> Span:
    """Return the days from a month's first (of 6月底至9月底 its end) to another's last, perhaps a year later."""
    last = whole(match["m2"]) or 0
    first = month_end(year, _month(match)) if match["end"] else day(year, _month(match), 1)
    return first, month_end(year + (last < _month(match)), last)


def ten_day_span(match: Match, year: int) -> Span:
    """Return the ten days of 12月中旬."""
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


def window_span(match: Match, year: int) -> Span:
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


def quarter_span(match: Match, year: int) -> Span:
    """Return a quarter's first and last day."""
    end = quarter_end(year, match["q"])
    return (None, None) if end is None else (day(year, end.month - 2, 1), end)


def half_span(match: Match, year: int) -> Span:
    """Return a half year's first and last day."""
    return day(year, 1 if match["h"] == "上" else 7, 1), month_end(year, 6 if match["h"] == "上" else 12)


def year_span(match: Match, year: int) -> Span:
    """Return a year's first and last day."""
    return day(year, 1, 1), year_end(year)


def years_span(match: Match, year: int) -> Span:
    """Return the days of 2023—2025年."""
    last = int(match["y2"])
    return (day(year, 1, 1), year_end(last)) if year < last else (None, None)
