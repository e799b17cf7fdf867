"""Milestones of works that a task plans in so many words: `2024年三季度开工、2025年二季度建成`.

Such a time says when something is to be done though no word of duty stands before it. It counts only at a clause's end,
and never of a year that is over, nor behind words for one, nor where the sentence goes on with what is done already.
"""

from collections.abc import Callable
from typing import Final

from extractors.times import (
    YEAR,
    Match,
    N,
    Reader,
    Span,
    half_span,
    month_span,
    period,
    quarter_span,
    read_quarter,
    window_span,
)
from normalizers.patterns import late_pattern
from normalizers.values import DeadlineValue

#: What is completed, up to the clause's end: no measure or sum, and nothing that limits a noun.
_COMPLETED: Final = r"完成(?![率量值额])(?:(?![了过的]|增长|过半|以上|同比)[^\P{Han}元倍]){0,14}+(?=[,;。、)\n]|$)"
#: What comes about at a milestone, up to the clause's end.
_COMES: Final = (
    r"(?=(?:前|全面|基本|全部|正式|顺利|如期|实现|主体|工程){0,3}"
    rf"(?:(?:新?[开复动]工|[开启]建)(?:建设)?|{_COMPLETED}|[建完竣改]成|[完竣]工|封顶|贯通|通[水车气电航]|投[产用运]"
    r"|交付|启用|上线|开[园业馆放]|竣工验收|(?:投入)?(?:使用|运[营行])|试?投产){1,3}(?:使用|运行|验收)?(?:[,;。、)\n]|$))"
)
#: A time that goes on from another one, or that something begins with, waits for or lasts up to, is none by itself.
_BARE: Final = r"(?<![自从至到以待每去昨截已第~年\d-])(?<![一二三四\d月度底][、和])"
_QUARTER: Final = rf"{_BARE}(?:{YEAR})?第?(?P<q>[一二三四1-4])季度"
MONTH: Final = rf"{_BARE}(?:{YEAR})?(?P<m>{N})月份?{_COMES}"
QUARTER: Final = rf"{_QUARTER}{_COMES}"
QUARTER_END: Final = rf"{_QUARTER}[末底]{_COMES}"
HALF: Final = rf"{_BARE}(?:{YEAR})?(?P<h>[上下])半年{_COMES}"
#: What is done in a stretch of months that a clause begins with; not what was found then, nor who did it.
_WORK: Final = (
    r"(?=,?(?:要|应)?(?:集中|全面|组织|深入|重点|分批|统一|继续){0,2}"
    r"(?:开展|排查|整治|自查|摸底|整改|验收|总结|动员|部署|推进|实施|督查|检查|巩固|攻坚|提升|评估|试点|培训|宣传)"
    r"(?!的|期间)(?![^,;。\n]{0,24}(?:[了过]|的(?:乡镇|单位|企业|项目|学校|人员|地区|农户|户)))"
    r"(?![^。;\n]{0,40}(?:共|累计|发现|查处|排查出|整改完成)\p{Han}{0,6}\d))"
)
WINDOW: Final = (
    rf"(?<=(?:^|[,;。:、\n)])[于在]?)(?:{YEAR})?(?P<m>{N})(?:月(?:(?P<d1>{N})[日号]|份)?)?(?P<p1>(?!))?"
    rf" ?[-~至到]{{1,2}} ?(?:(?P<y2>20\d\d|次|明|翌)年)?(?P<m2>{N})月(?:(?P<d2>{N})[日号]|份|底)?(?P<p2>(?!))?{_WORK}"
)
_YEAR_BEFORE: Final = late_pattern(r"(?P<y>20\d\d)年|(?P<over>[去前昨上]年)|(?P<own>[本今当明次后]年)")
_STOPS: Final = "。;\n"
#: So far before a time another year may stand that it is of.
_NEAR: Final = 120
_DONE: Final = late_pattern(r"[^。;\n]{0,24}?(?:已经?(?!有)|目前|现已)|[^。;\n]{0,8}?[了过](?=[,。;]|$)")


def planned(read: Reader) -> Reader:
    """Return a reader that leaves out what is of a past year or done already."""

    def read_planned(match: Match, base: int | None) -> DeadlineValue | None:
        if _is_over(match, base) or _DONE.match(match.string, match.end()) is not None:
            return None
        return read(match, base)

    return read_planned


def _is_over(match: Match, base: int | None) -> bool:
    printed = match["y"]
    if printed is not None:
        return printed.startswith("2") and (base is None or int(printed) < base)
    near = max(0, match.start() - _NEAR)
    begin = max(near, *(match.string.rfind(stop, near, match.start()) + 1 for stop in _STOPS))
    years = list(_YEAR_BEFORE.finditer(match.string, begin, match.start()))
    if not years:
        return False
    last = years[-1]
    return last["over"] is not None or (last["y"] is not None and (base is None or int(last["y"]) < base))


def in_span(make: Callable[[Match, int], Span]) -> Reader:
    """Return a reader of a milestone within a stretch of time."""
    return planned(period(make))


READ_WINDOW: Final = in_span(window_span)
READ_MONTH: Final = in_span(month_span)
READ_QUARTER: Final = in_span(quarter_span)
READ_QUARTER_END: Final = planned(read_quarter)
READ_HALF: Final = in_span(half_span)
