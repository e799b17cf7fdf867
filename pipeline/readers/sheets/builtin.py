"""The number formats that a file names by id alone, as a Chinese Excel shows them (ECMA-376 part 1, 18.8.30)."""

from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl.cell import Cell

_YEAR_MONTH: Final = 'yyyy"年"m"月"'
_MONTH_DAY: Final = 'm"月"d"日"'
_HOUR: Final = 'h"时"mm"分"'
_SECOND: Final = 'h"时"mm"分"ss"秒"'
#: 14 and 22 follow the computer's settings; the others are the listing for zh-cn, which openpyxl takes for General.
_CHINESE: Final = {
    14: "yyyy/m/d", 22: "yyyy/m/d h:mm",
    27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: _HOUR, 33: _SECOND,
    34: f"上午/下午{_HOUR}", 35: f"上午/下午{_SECOND}", 36: _YEAR_MONTH,
    50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY,
    55: f"上午/下午{_HOUR}", 56: f"上午/下午{_SECOND}", 57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip
#: Formats that stand for the computer's own long date and its time, whatever is written behind them (18.8.31).
_SYSTEM: Final = (
    (("[$-F800]", "[$-x-sysdate]"), 'yyyy"年"m"月"d"日"'), (("[$-F400]", "[$-x-systime]"), "h:mm:ss"),
)  # fmt: skip
#: The day behind 9999-12-31: a larger number is no date.
_END_OF_DAYS: Final = 2958466


# The types of openpyxl know nothing of these two.
_ID: Final = attrgetter("_style.numFmtId")
_EPOCH: Final = attrgetter("parent.parent.epoch")


def format_of(cell: "Cell") -> str:
    """Return a cell's number format; General where its style names one that the file does not hold."""
    number: int = _ID(cell)
    if number in _CHINESE:
        return _CHINESE[number]
    try:
        written = str(cell.number_format)
    except IndexError:
        return "General"
    return next((shown for signs, shown in _SYSTEM if written.startswith(signs)), written)


def value_of(cell: "Cell") -> object:
    """Return a cell's value; a number that a Chinese format shows as a date is one."""
    from openpyxl.utils.datetime import from_excel

    value: object = cell.value
    if _ID(cell) not in _CHINESE or isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if not 0 <= value < _END_OF_DAYS:
        return value
    made: datetime | None = from_excel(value, _EPOCH(cell))
    return made
