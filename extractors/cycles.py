"""What comes again and again, by its words: days of the week, months of quarters, bare frequencies."""

from typing import Final

from extractors.times import Match
from normalizers.numerals import whole
from normalizers.values import DeadlineValue

_WEEKDAYS: Final = dict(zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True))


def read_weekday(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每周五前."""
    return DeadlineValue("recurring", recurrence=f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[match['w']]}")


def read_weekdays(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每周一、周四前."""
    days = dict.fromkeys(_WEEKDAYS[w] for w in match.capturesdict()["w"])
    return DeadlineValue("recurring", recurrence=f"FREQ=WEEKLY;BYDAY={','.join(days)}")


_NTH: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "最后一": -1, "最后": -1, "末": -1}


def read_weekday_of_months(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每月第一个周五, 每月最后一个周五前."""
    nth = _NTH.get(match["n"]) or int(match["n"])
    return DeadlineValue("recurring", recurrence=f"FREQ=MONTHLY;BYDAY={nth}{_WEEKDAYS[match['w']]}")


#: 双月 are the even months.
_ODD_AND_EVEN: Final = {"单": "1,3,5,7,9,11", "双": "2,4,6,8,10,12"}


def read_odd_or_even(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 逢双月10日前, 每单月."""
    due = whole(match["d"]) if match["d"] else -1 if match["end"] else None
    if due == 0 or (due or 0) > _LONGEST_MONTH:
        return None
    months = f"FREQ=MONTHLY;BYMONTH={_ODD_AND_EVEN[match['kind']]}"
    return DeadlineValue("recurring", recurrence=months if due is None else f"{months};BYMONTHDAY={due}")


_LONGEST_MONTH: Final = 31


def read_every_so_many(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每两个月, 隔周; from where one counts they do not tell, as 每季度 does not."""
    frequency = "WEEKLY" if match["u"] == "周" else "MONTHLY"
    return DeadlineValue("recurring", recurrence=f"FREQ={frequency};INTERVAL={whole(match['n'] or '2')}")


def read_month_of_quarters(match: Match, base: int | None) -> DeadlineValue | None:
    """Read 每季度首月, 每季度最后一个月."""
    months = "1,4,7,10" if match["first"] else "3,6,9,12"
    return DeadlineValue("recurring", recurrence=f"FREQ=MONTHLY;BYMONTH={months}")


def read_after_months(match: Match, base: int | None) -> DeadlineValue | None:
    """Read `每月结束后5日内`: so many days into each month."""
    due = whole(match["d"]) or 0
    known = 0 < due <= _SHORTEST_MONTH
    return DeadlineValue("recurring", recurrence=f"FREQ=MONTHLY;BYMONTHDAY={due}") if known else None


def read_after_quarters(match: Match, base: int | None) -> DeadlineValue | None:
    """Read `季后10日内`: so many days into each quarter's first month."""
    due = whole(match["d"]) or 0
    known = 0 < due <= _SHORTEST_MONTH
    return DeadlineValue("recurring", recurrence=f"FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY={due}") if known else None


_SHORTEST_MONTH: Final = 28


_CYCLES: Final = {
    "日": "FREQ=DAILY", "天": "FREQ=DAILY", "周": "FREQ=WEEKLY", "月": "FREQ=MONTHLY", "季": "FREQ=MONTHLY;INTERVAL=3",
    "半": "FREQ=MONTHLY;INTERVAL=6", "半月": "FREQ=MONTHLY;BYMONTHDAY=15,-1", "年": "FREQ=YEARLY",
    "旬": "FREQ=MONTHLY;BYMONTHDAY=10,20,-1",
}  # fmt: skip


def read_cycle(match: Match, base: int | None) -> DeadlineValue | None:
    """Read a bare frequency, 每季度一次."""
    return DeadlineValue("recurring", recurrence=_CYCLES[match["cycle"]])
