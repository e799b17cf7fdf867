"""Calendar arithmetic of deadlines: month ends, ten-day periods, quarters, years; no clock is read."""

import calendar
import re
from datetime import date
from typing import Final

TEN_DAYS: Final = {"上": 10, "中": 20, "下": 31}
QUARTERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def day(year: int, month: int, day_of_month: int) -> date | None:
    """Return the day where the calendar has it, else None."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date | None:
    """Return the last day of a month, None where there is no such month."""
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def ten_days_end(year: int, month: int, part: str) -> date | None:
    """Return the last day of 上旬, 中旬 or 下旬."""
    end = month_end(year, month)
    return None if end is None else end.replace(day=min(TEN_DAYS[part], end.day))


def quarter_end(year: int, quarter: str) -> date | None:
    """Return the last day of a quarter named by 一..四 or 1..4."""
    return month_end(year, QUARTERS[quarter] * 3)


def year_end(year: int) -> date | None:
    """Return the last day of a year, None outside the calendar."""
    return day(year, 12, 31)


def readings_of_glued(digits: str, year: int) -> list[date]:
    """Every date that month and day without 月 between them can mean: `131` is 1月31日 only, `111` is two dates."""
    found = (day(year, int(digits[:cut]), int(digits[cut:])) for cut in range(1, len(digits)))
    return [d for d in found if d is not None]


_OPEN_MONTH: Final = re.compile(r"月\s*份?\s*(?:之|以)?前$")


def is_open_month(printed: str) -> bool:
    """Whether a due month has two readings: 6月前 is by June's end to most, before June begins to some."""
    return _OPEN_MONTH.search(printed) is not None
