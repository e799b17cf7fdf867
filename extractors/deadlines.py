"""Deadlines: the forms in which the genre says by when, as a table; what has no anchor is left alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import regex

from extractors.found import Found, settle
from extractors.past import is_of_other_year, is_over, is_over_or_replaced, is_past, limits_a_class
from extractors.sieve import Sieve
from extractors.text import Text
from extractors.times import (
    BEFORE,
    BEFORE_HOUR,
    YEAR,
    Match,
    N,
    Reader,
    between_quarters_span,
    constant,
    dotted_span,
    half_span,
    month_span,
    months_span,
    numeric_span,
    period,
    quarter_span,
    quarters_span,
    read_also_of_years,
    read_cycle,
    read_day,
    read_day_of_years,
    read_each,
    read_every_so_many,
    read_half,
    read_lost_day_sign,
    read_lost_month_sign,
    read_lost_year_sign,
    read_month,
    read_month_of_quarters,
    read_months_of_years,
    read_next_month,
    read_numeric,
    read_odd_or_even,
    read_plan,
    read_quarter,
    read_relative,
    read_short_year,
    read_ten_days,
    read_ten_days_of_months,
    read_until,
    read_weekday,
    read_year,
    slashed_span,
    ten_day_span,
    two_thirds_span,
    window_span,
    year_span,
    years_span,
)
from extractors.years import with_later_years
from normalizers.patterns import late_pattern
from normalizers.values import DeadlineValue


@dataclass(frozen=True, slots=True)
class DeadlineFound:
    """A deadline and, where it counts from an event, the event's words."""

    value: DeadlineValue
    after: Text | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a deadline. Forms that are `bare` count only where a column or label says it is one.

    Those that need a `header` count only in a cell below a deadline's, as by their looks they may be anything.

    One of the characters that it `needs`, and one of those that it needs `besides`, is in each text with a match, so
    that most forms need not be tried on a text.
    """

    name: str
    needs: str
    besides: str
    pattern: "regex.Pattern[str]"
    read: Reader
    bare: bool
    strength: int
    examples: tuple[str, ...]
    header: bool = False


def _form(
    name: str, needs: str, source: str, read: Reader, *examples: str,
    bare: bool = False, strength: int = 5, header: bool = False,
) -> Form:  # fmt: skip
    first, _, besides = needs.partition(" ")
    return Form(name, first, besides or first, late_pattern(source), read, bare or header, strength, examples, header)


#: A date is due too where it says what is done by then: 年底完成.
_DONE: Final = r"(?=(?:全面|基本|全部|力争)?(?:完成|建成|印发|出台|报送|投入使用|投用|投产|竣工|完工|通车|开工))"
#: What a year is looked back on for, what is denied in it, and what is measured: no deadline stands before these.
_HAPPENED: Final = r"\s*(?:,|的)?(?:累计|共)?(?:\p{Han}{1,8}(?:未按|未达|未完)|发生|出现|受到?|被|未|没有|因|有|无|连续|多次|新增|(?:一律|均|同时)?(?:不得|不能|不予|不再|取消|暂停)|\d)"
_MEASURED: Final = r"的?\p{Han}{0,8}[量率数](?:过|超|达|为|在|不|高|低|\d)"
#: A month is not meant as a whole before these: 8月初, 3月起, 9月开学前.
_NOT_ALL: Final = r"[初中起底末]|开始|\p{Han}{1,5}前|\s*\d{1,2}[日号、和]"
#: A month's end behind these ends a stretch that is none by itself: 6月底至9月底.
_FROM: Final = r"(?:月[底末]?|日) ?[-~至到] ?(?:20\d\d年)?"
#: How often is not all that these say of a year or a month: 每月初, 每月最后一个工作日, 每年汛期前, 每年春秋两季.
_NOT_EACH: Final = r"[\d一二两三四五六七八九十几多不末底首第初中终最前上下]|\p{Han}{1,6}(?:前(?!期|提|往)|季(?!度))|\p{Han}{1,4}[两二三四2-9]次"
#: Where a part of a cell begins and ends.
_BEGINS: Final = r"(?<=^|[,;、。(:\n])"
_ENDS: Final = r"(?=$|[,;、。)\n])"
_EVENT: Final = r"(?P<after>[\p{Han}“”《》]{2,24}?)"
#: What is over in one word: 会后, 节后.
_SHORT_EVENTS: Final = "会节赛课灾汛"
_COUNT: Final = rf"(?P<n>{N}|两)\s*(?P<u>个工作日|个工作口|个自然日|个日历天|日|天|个月|月|周|个?星期|年|个?小时)\s*(?:之内|以内|内)(?!{_MEASURED})"

# A stronger form beats a weaker one where they overlap, a longer one of equal strength a shorter one.
FORMS: Final = (
    _form("lost_year_sign", "月", rf"(?<!\d)(?P<y>20\d\d)(?P<m>1[0-2]|0?[1-9])月(?:底|末)?{BEFORE}", read_lost_year_sign,
          "202012月底前", strength=7),
    _form("lost_month_sign", "日", rf"(?<![\d年月.])(?P<md>\d{{3,4}})日{BEFORE}", read_lost_month_sign, "131日前", strength=7),
    _form("short_year", "年", rf"(?<!\d)(?P<yy>[12]\d)年(?P<m>{N})月(?:(?P<d>\d{{1,2}})[日号](?:{BEFORE_HOUR}|止)|[底末](?:{BEFORE})?|{BEFORE})", read_short_year,
          "24年6月底前", "24年6月30日前", strength=9),
    _form("bare_short_year", "年", rf"(?<!\d)(?P<yy>[12]\d)年(?P<m>{N})月(?:(?P<d>\d{{1,2}})[日号]|份)?(?![\d\p{{Han}}~-])", read_short_year, "24年6月30日",
          bare=True, strength=9),
    _form("each_ten_days", "每", rf"每月(?P<part>[上中下])旬{BEFORE}", read_ten_days_of_months, "每月上旬前", strength=9),
    _form("bare_each_ten_days", "每", r"每月(?P<part>[上中下])旬", read_ten_days_of_months, "每月中旬", bare=True, strength=8),
    _form("each", "每", rf"每(?P<cycle>半|季|月|年)(?:年度?|度)?(?P<first>首月|第一个月)?(?:(?P<m>{N})月(?:底|末)?(?:前?[、和](?P<m2>{N})月)?)?(?:末月|最后一个月|末(?=的?\d))?的?\s*"
                  rf"(?:(?:\d{{1,2}}[日号]?\s*[-~至到]\s*)?(?P<d>\d{{1,2}})[日号](?!\s*[-~至到]|起)(?:[、和及](?P<d2>\d{{1,2}})[日号])?+(?!为)|月?底|月?末(?![位名端尾月]))(?:{BEFORE})?",
          read_each, "每月25日前", "每季度末", "每年12月底前", "每季度首月5日前", "每月10日、25日前", "每年6月底、12月底前", "每月15号前",
          "每季度最后一个月的30日前", strength=9),
    _form("each_day", "日天", rf"每[日天](?=\d|上|下|中){BEFORE_HOUR}", constant(DeadlineValue("recurring", recurrence="FREQ=DAILY")), "每日17时前", "每天下班前",
          bare=True, strength=9),
    _form("odd_or_even", "单双", rf"{_BEGINS}(?:每?逢|每)?(?P<kind>[单双])月份?(?:的?(?P<d>\d{{1,2}})[日号](?:{BEFORE})?|(?P<end>月?[底末])(?:{BEFORE})?)?(?=$|[,;、。)\n]|[开召报更推完])", read_odd_or_even,
          "逢双月", "每单月10日前", bare=True, strength=9),
    _form("day_of_odd_or_even", "单双", rf"(?:每?逢|每)(?P<kind>[单双])月份?的?(?:(?P<d>\d{{1,2}})[日号]|(?P<end>月?[底末])){BEFORE}", read_odd_or_even, "逢双月10日前", strength=9),
    _form("every_so_many", "每隔 月周", r"(?:每(?P<n>[两二三四2-4])个?|隔)(?P<u>月|周)(?:至少)?(?:[一1]次)?+(?![\d一二两三四五六七八九十几多末底刊])", read_every_so_many,
          "每两个月", "隔周", bare=True, strength=2),
    _form("month_of_quarters", "季", r"每季度?(?:(?P<first>首月|首个月|第一个?月)|末月|最后一?个?月)(?![的\d底末前上中下])", read_month_of_quarters, "每季度首月",
          bare=True, strength=9),
    _form("each_week", "周", rf"[每逢]周(?P<w>[一二三四五六日天]){BEFORE_HOUR}", read_weekday, "每周五前", "每周五下班前", strength=9),
    _form("weekday", "周", r"[每逢]周(?P<w>[一二三四五六日天])(?![至到、次]|[一1]次)", read_weekday, "每周五", bare=True, strength=3),
    _form("next_month", "次", rf"次月(?P<d>\d{{1,2}})[日号]{BEFORE_HOUR}", read_next_month, "次月5日前", strength=9),
    _form("months_of_years", "月", rf"每年(?P<m>{N})月份?(?:[、和](?P<m>{N})月份?)*(?![\d底末前上中下至到~-])", read_months_of_years, "每年3月、9月",
          bare=True, strength=8),
    _form("day", "月", rf"(?:{YEAR})?(?P<m>{N})月\s*(?P<d>{N})[日号](?:{BEFORE_HOUR}|止|{_DONE}(?!印发))", read_day, "2021年1月20日前", "12月10日前", "4月20日（星期五）前", "5月20日17:00前",
          "11月30日完成"),
    _form("day_of_list", "月", rf"(?:{YEAR})?(?P<m>{N})月(?P<d>{N})[日号](?=(?:(?:[、和及]|以及){N}月{N}[日号])+{BEFORE_HOUR})", read_day,
          "6月20日、11月20日前"),
    _form("day_of_years", "年", rf"(?<=每年(?:{N}月{N}[日号]前?(?:[、和及]|以及))+)(?P<m>{N})月(?P<d>{N})[日号]{BEFORE_HOUR}", read_day_of_years,
          "每年6月20日、12月10日前", strength=9),
    _form("also_of_years", "每 月", rf"(?<=每年[^。;\n]{{1,40}},(?:并|同时)[于在])(?P<m>{N})月(?:(?P<d>{N})[日号]|(?P<part>[上中下])旬|底|末)?{BEFORE}",
          read_also_of_years, "每年完成自查，并于9月中旬前报送", strength=9),
    _form("done_in_month", "月", rf"(?<=^|[,;:(。])(?:(?P<y>[本今当明次])年)?(?P<m>{N})月份?(?:全面|全部)?完成(?=[。;,)]|$)", period(month_span),
          "10月完成"),
    _form("lost_day_sign", "月", rf"(?:{YEAR})?(?P<m>{N})月\s*(?P<d>\d{{1,2}}){BEFORE}", read_lost_day_sign, "12月31前"),
    _form("month_of_list", "月", rf"(?P<m>{N})月[底末]?(?=(?:[、和]{N}月[底末]?)+(?:(?<=[底末])|{BEFORE}))", read_month, "6月、12月底前", "6月、9月和12月底"),
    _form("number_of_list", "月", rf"(?<![\d月])(?P<m>\d{{1,2}})(?=(?:、\d{{1,2}}){{2,11}}月[底末]?{BEFORE})|(?<=(?<!\d)\d{{1,2}}(?:、\d{{1,2}}){{0,11}}、)(?P<m>\d{{1,2}})(?=(?:、\d{{1,2}}){{1,11}}月[底末]?{BEFORE})",
          read_month, "3、6、9、12月底前"),
    _form("ten_days", "月", rf"(?:{YEAR})?(?P<m>{N})月\s*(?:份)?(?P<part>[上中下])旬(?:{BEFORE}|{_DONE})", read_ten_days, "10月上旬前"),
    _form("month", "月", rf"(?:{YEAR})?(?P<m>{N})月\s*(?:份)?(?:(?:底|末){BEFORE}|{BEFORE}|(?<!{_FROM}{N}月)[底末](?! ?[-~至到] ?[\d一二三四五六七八九十次明]))(?!完成率)", read_month,
          "11月底前", "2020年11月底前", "6月前"),
    _form("year", "年", rf"(?:{YEAR}年?|(?<![一二三四五六七八九十\d上下每半])年)(?:底|末|终)(?:{BEFORE}|{_DONE})", read_year,
          "年底前", "2020年底前", "2021年年底前", strength=4),
    _form("within_year", "年", rf"(?:(?P<y>20\d\d|[本今当])年年?|(?<![\p{{Han}}\d])年|(?<=[)）]|力争|确保|争取|计划|务必)年)(?:度)?内(?!{_HAPPENED})", read_year, "年内", "今年内", "2021年年内",
          strength=4),
    _form("quarter", "季", rf"(?:{YEAR})?第?(?P<q>[一二三四1-4])季度(?:末|底)?{BEFORE}", read_quarter, "三季度末前"),
    _form("half", "半", rf"(?:{YEAR})?(?P<h>[上下])半年(?:末|底)?{BEFORE}", read_half, "上半年前"),
    _form("since", "内 起后", rf"(?P<from>[自从])?(?:{_EVENT}(?:之日|日)?(?:起|后)|(?<!\p{{Han}})(?P<after>[{_SHORT_EVENTS}])后){_COUNT}", read_relative,
          "自签发之日起10个工作日内", "印发后一个月内", "会后15天内", strength=8),
    _form("hoped_month", "月", rf"(?<=(?:力争|确保|争取|计划|预计|务必)[在于]?)(?:{YEAR})?(?P<m>{N})月份?(?:全面|基本|全部)?(?=完成(?![率量了])|建成|投入使用|竣工|开工)",
          period(month_span), "力争10月建成投用", "确保2024年6月完成"),
    _form("numeric_span", "2", r"(?<![\d.])(?P<y>20\d\d)[-./](?P<m>0?[1-9]|1[0-2])(?:[-./](?P<d>0?[1-9]|[12]\d|3[01]))? ?[-~至到]{1,2} ?"
                          r"(?P<y2>20\d\d)[-./](?P<m2>0?[1-9]|1[0-2])(?:[-./](?P<d2>0?[1-9]|[12]\d|3[01]))?(?![\d.])", period(numeric_span),
          "2024.3-2024.11", "2024/3/1—2024/11/30", bare=True, strength=9),
    _form("years_to_month", "月", r"(?P<y>20\d\d)年(?P<m>(?!))?(?P<d>(?!))? ?[-~至到]{1,2} ?(?P<y2>20\d\d)年(?P<m2>1[0-2]|0?[1-9])月(?P<d2>(?!))?[底末]?",
          period(numeric_span), "2024年—2025年6月", bare=True, strength=9),
    _form("dotted_span", ".", r"(?<![\d.])(?:(?P<y>20\d\d)[.年])?(?P<m>1[0-2]|0?[1-9])[.月](?P<d>3[01]|[12]\d|0?[1-9])日? ?[-~至到]{1,2} ?(?P<m2>1[0-2]|0?[1-9])\.(?P<d2>3[01]|[12]\d|0?[1-9])(?![\d.])",
          period(dotted_span), "3.1-11.30", "3月1日-11.30", bare=True, strength=9),
    _form("lone_point_day", ".", rf"{_BEGINS}(?P<m>1[0-2]|0?[1-9])\.(?P<d>1[3-9]|2\d|3[01]){_ENDS}", read_day, "12.31", bare=True, strength=6),
    _form("eight_figures", "2", r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)(?:日?前)?", read_numeric, "20240630",
          bare=True, strength=6),
    _form("slashed_day", "/", rf"{_BEGINS}(?P<m>1[0-2]|0?[1-9])/(?:(?P<d>3[01]|[12]\d|0?[1-9]){BEFORE}|(?P<d>1[3-9]|2\d|3[01]){_ENDS})", read_day, "6/30", "9/15前",
          header=True, strength=6),
    _form("slashed_span", "/", rf"{_BEGINS}(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9]) ?[-~至到]{{1,2}} ?(?P<m2>1[0-2]|0?[1-9])/(?P<d2>3[01]|[12]\d|0?[1-9])(?:日?前)?{_ENDS}",
          period(slashed_span), "3/1-11/30", header=True, strength=9),
    _form("month_point_day", ".", rf"(?<![\d.])(?P<m>1[0-2]|0?[1-9])\.(?P<d>[12]\d|3[01]|0?[1-9]){BEFORE}", read_day, "12.31前", bare=True, strength=6),
    _form("first_quarters", "季", rf"(?:{YEAR})?前(?P<q>[二三])个?季度", period(quarters_span), "前三季度", bare=True, strength=4),
    _form("quarters", "季", rf"(?:{YEAR})?第?(?P<q>[一二三四1-4])[-~至到]第?(?P<q2>[一二三四1-4])季度", period(between_quarters_span), "1-3季度", "一至三季度", bare=True,
          strength=5),
    _form("quarter_end_of_list", "季", rf"(?:{YEAR})?第?(?P<q>[一二三四]|(?<![\d.])[1-4])(?=[、和]第?[一二三四1-4]季度[末底])", read_quarter, "一、三季度末", bare=True, strength=5),
    _form("quarter_of_list", "季", rf"(?:{YEAR})?第?(?P<q>[一二三四]|(?<![\d.])[1-4])(?=[、和]第?[一二三四1-4]季度)", period(quarter_span), "一、二季度", bare=True, strength=4),
    _form("months", "月", rf"(?<!每年)(?:{YEAR})?(?<!\d)(?P<m>{N})\s*(?:月(?:份|(?P<end>[底末]))?)?\s*[-~至到]+\s*(?P<m2>{N})月(?:份|底|末)?", period(months_span),
          "3-6月", "2023年5—10月", bare=True, strength=7),
    _form("listed_month_end", "月", r"(?<![\d月第])(?P<m>1[0-2]|[1-9])(?=(?:、\d{1,2}){1,11}月[底末])", read_month, "9、10月底", bare=True, strength=4),
    _form("listed_month", "月", r"(?<![\d月第])(?P<m>1[0-2]|[1-9])(?=(?:、\d{1,2}){1,11}月(?:份|$|[,;。]))", period(month_span), "9、10月", bare=True, strength=3),
    _form("until_month", "月", rf"(?<=(?:^|[,;、。])(?:截止|截至|至|到)到?)(?:{YEAR})?(?P<m>{N})月[底末]?(?!\d|份?[上中下]旬)", read_month, "至2025年12月", bare=True, strength=6),
    _form("numeric", "2", r"(?<![\d.])(?P<y>20\d\d)[-./](?P<m>0?[1-9]|1[0-2])(?:[-./](?P<d>0?[1-9]|[12]\d|3[01]))?(?![\d.])(?:日?前)?", read_numeric,
          "2023-12-31", "2023/12/31前", "2023.12", bare=True, strength=6),
    _form("plan", "五", r"[“\"]?(?P<plan>[一二三四五六七八九十]{1,3})五[”\"]?(?:规划)?(?:期间|时期|(?P<end>期?末))(?:前)?", read_plan, "“十四五”期间", "“十四五”末",
          bare=True, strength=6),
    _form("years", "2", r"(?P<y>20\d\d)年?\s*[-~至到]+\s*(?P<y2>20\d\d)年度?", period(years_span), "2023—2025年", "2021年至2023年",
          bare=True, strength=6),
    _form("by_cycle", "按逐", r"(?:按|逐)(?P<cycle>季|月|年|周)度?(?:推进|开展|实施|报送|调度|更新|公开)", read_cycle, "按月推进", bare=True, strength=2),
    _form("by_cycle_alone", "按逐", rf"{_BEGINS}[按逐](?P<cycle>季|月|年|周|日|旬)度?{_ENDS}", read_cycle, "按季度", "按月", bare=True, strength=2),
    _form("cycle", "每", rf"(?<!工作日)每(?P<cycle>半|季|月|年|周|日|天|旬)(?:年度?|度)?+(?:[一1]次|至少[一1]次)?+(?!{_NOT_EACH})", read_cycle, "每季度", "每周一次", "每半年",
          bare=True, strength=2),
    _form("continuous", "持长常", r"持续(?:推进|开展|实施|整改|落实|改进|巩固|坚持)|长期坚持|常态化(?:推进|开展|落实|实施)|长期(?:推进|执行|整改|公开|落实|开展|实施)|常年(?:坚持|开展)?|常态长效(?:推进)?|长效推进",
          constant(DeadlineValue("continuous")), "持续推进", "长期坚持", bare=True),
    _form("continuous_word", "常长持", r"(?:常态化|长期|持续)$", constant(DeadlineValue("continuous")), "常态化", bare=True, strength=4),
    _form("immediate", "立即", r"立行立改|立即(?:整改|落实|执行|完成)?|即知即改|即[时行刻]整改|即整即改|即改即销", constant(DeadlineValue("immediate")), "立行立改", bare=True),
    _form("window", "月", rf"(?<!每年)(?:{YEAR})?(?P<m>{N})月(?:(?P<d1>{N})[日号]|(?P<p1>[上中下])旬|份|初)?起?\s*[-~至到]+\s*"
                    rf"(?:(?P<y2>20\d\d|次|明|翌)年)?(?:(?P<m2>{N})月)?(?:(?P<d2>{N})[日号]|(?P<p2>[上中下])旬|份|底|末)?",
          period(window_span), "2022年6月1日至30日", "7月—9月", "11月1日至次年2月底", bare=True, strength=8),
    _form("until_year", "到", r"(?<![达提高降升回看直得受年月日\d])到(?P<y>20\d\d)年(?:[底末](?!前)|(?=,|$))", read_until,
          "到2022年底", "到2025年，", strength=3),
    _form("bare_day", "月", rf"(?:{YEAR})?(?P<m>{N})月(?P<d>{N})[日号](?!起|开始)", read_day, "12月10日", bare=True, strength=3),
    _form("bare_ten_days", "月", rf"(?:{YEAR})?(?P<m>{N})月(?P<part>[上中下])旬(?!起)", period(ten_day_span), "12月中旬", bare=True, strength=3),
    _form("two_thirds", "月", rf"(?:{YEAR})?(?P<m>{N})月(?P<part>上中|中下)旬(?!起)", period(two_thirds_span), "6月中下旬", bare=True, strength=3),
    _form("bare_month", "月", rf"(?<!每年|每年\d{{1,2}}月?[-~至到、])(?:{YEAR})?(?P<m>{N})月份?(?!{_NOT_ALL})", period(month_span), "9月", bare=True, strength=2),
    _form("bare_quarter", "季", rf"(?<!每年第?|前)(?:{YEAR})?第?(?P<q>[一二三四1-4])季度(?![末底起])", period(quarter_span), "2024年一季度", bare=True, strength=3),
    _form("quarter_end", "季", rf"(?:{YEAR})?第?(?P<q>[一二三四1-4])季度[末底]", read_quarter, "一季度末", bare=True, strength=3),
    _form("bare_half", "半", rf"(?<!每年)(?:{YEAR})?(?P<h>[上下])半年(?!起)", period(half_span), "下半年", bare=True, strength=3),
    _form("bare_year_end", "年", rf"(?:{YEAR}年?|(?:(?<![\p{{Han}}\d])|(?<=(?:^|[,;、。])(?:到|至|截至|截止)))年)(?:底|末)", read_year, "2024年底", "2024年年底", "年底", bare=True, strength=1),
    _form("bare_year", "年", r"(?<!\d)(?P<y>20\d\d)年度?(?![\d底末上下第初中年前起Qq后]|开始|\s*[一二三四前]{1,2}个?季|\s*[“\"]?\p{Han}{1,6}[”\"]?前)", period(year_span), "2025年", "2023年度", bare=True, strength=0),
    _form("this_year", "年", rf"{_BEGINS}(?P<y>[本今当明次])年度?{_ENDS}", period(year_span), "本年度", "今年", bare=True, strength=2),
    _form("whole_year", "全", r"全年|(?P<y>20\d\d)年全年", period(year_span), "全年", bare=True, strength=2),
)  # fmt: skip

_POSSIBLE: Final = Sieve(FORMS)
_FIRM: Final = Sieve(form for form in FORMS if not form.bare)

#: What may stand before an event and is not part of its words.
_PREPOSITIONS: Final = late_pattern(
    r"^.*(?:[,;。:、]|(?<!关)于|(?<!存|现|正|所|内)在|自|从|应当?|要|须|必须)(?=[\p{Han}“《])"
)
_EMPTY_EVENTS: Final = frozenset({"此", "然", "以", "之", "今", "最", "其", "随", "事", "前"})


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
    named = words.chars in _SHORT_EVENTS or len(words) >= 2
    return words if named and words.chars not in _EMPTY_EVENTS else None


#: A step of a plan says when it is done: 动员部署阶段（3月1日—3月31日）, 第二阶段：4月至6月.
_STAGE: Final = late_pattern(r"(?:阶段|步骤)。?[(:]? ?(?:(?:自?即日|现在|目前)起)?(?:[至到]|截[至止])?$")
_STAGE_ENDS: Final = late_pattern(r"止? ?(?:[),;。:\n]|$)")
_LONGEST_STAGE: Final = 14


def _is_of_a_stage(match: Match, text: Text) -> bool:
    before = text.folded[max(0, match.start() - _LONGEST_STAGE) : match.start()]
    return _STAGE.search(before) is not None and _STAGE_ENDS.match(text.folded, match.end()) is not None


#: What stands behind a deadline's label is about time, also in the middle of a text.
_LABELLED: Final = late_pattern(
    r"(?:(?:完成|整改|推进|落实|办结|实施)?(?:时限|期限|时间节点)(?:要求)?|(?:完成|整改|办结)(?:时间|日期)): ?"
    r"(?P<time>[^。;:()\[\]\n]{1,40})"
)
_PART: Final = r"(?:[.]?\d{1,2}[日号]?|[上中下]旬|份|[初底末])?"
_A_DAY: Final = rf"(?:20\d\d[年.]\d{{1,2}}月?{_PART}|\d{{1,2}}[月.]{_PART})"
_DAYS: Final = rf"\((?P<time>{_A_DAY}起? ?[-~至到]{{1,2}} ?(?:次年)?(?:{_A_DAY}|\d{{1,2}}[日号])止?)\)"
#: A bracket of nothing but a stretch of days that ends a name (`排查摸底（3月1日至15日）。`) or begins its text, and one
#: that says when it is done (`（10月完成）`); not the days of an event or of a count: 宣传周（10月11日至17日）.
_DAYS_IN_BRACKET: Final = late_pattern(
    rf"^{_DAYS}|(?<!(?:[日周月节会赛考度]|期间?|时段|区间)”?){_DAYS} ?(?:[。:;\n]|$)"
    r"|\((?P<time>[^(),;。:]{0,6}\d{1,2}月[^(),;。:]{0,6}完成)\)"
)


def _timed(text: Text) -> Iterator[Text]:
    """Yield the parts of a running text that are about time as a whole."""
    folded = text.folded
    if "时" in folded and ":" in folded:
        yield from (text[m.start("time") : m.end("time")] for m in text.finditer(_LABELLED))
    if "(" in folded and ("月" in folded or "20" in folded):
        yield from (text[m.start("time") : m.end("time")] for m in text.finditer(_DAYS_IN_BRACKET))


def _candidate(form: Form, match: Match, text: Text, base: int | None) -> Found[DeadlineFound] | None:
    value = form.read(match, base)
    if value is None or (value.basis == "document_year" and is_of_other_year(match.string, match.start())):
        return None
    if value.due is not None and is_over_or_replaced(match.string, *match.span()):
        return None
    if value.kind != "relative":
        return Found(DeadlineFound(value), text[match.start() : match.end()].strip(), form.strength)
    after = _event(match, text)
    if after is None:
        return None
    start = text.index_of(after)
    start -= start > 0 and text.chars[start - 1] in "自从"
    return Found(DeadlineFound(value, after), text[start : match.end()], form.strength)


#: Any year does to see whether words are about time.
_SOME_YEAR: Final = 2000
#: Who does something takes so many characters; words with a limit tell a time all the same.
_ACTOR: Final = 3
_LIMIT: Final = frozenset("前底末内")
_MAYBE: Final = late_pattern(r"[前内底末旬]|季|每|止|立|即[知时行刻整改]|持续|长期|常态|[年月日]|20\d\d|期间|时期")


_STEP_END: Final = late_pattern(r"[,;。\n]|$")
_LONGEST_STEP: Final = 30


def milestones(text: Text, found: list[Found[DeadlineFound]]) -> list[Text | None]:
    """Return what is to be done by each of a cell's deadlines (`6月底前完成初稿，12月底前印发`); None for a single one."""
    starts = [text.index_of(hit.text) for hit in found]
    steps: list[Text | None] = []
    for hit, start, following in zip(found, starts, [*starts, len(text)][1:], strict=True):
        begin = start + len(hit.text)
        stop = _STEP_END.search(text.folded, begin)
        words = text[begin : min(following, stop.start() if stop is not None else len(text))].strip(" ,，、。:：前")
        words = words if "(" in words.folded else words.rstrip(")）")
        steps.append(words if len(found) > 1 and 2 <= len(words) <= _LONGEST_STEP else None)
    return steps


def deadlines(
    text: Text, year: int | None, *, column: bool = False, header: bool = False
) -> list[Found[DeadlineFound]]:
    """Find deadlines in order.

    `year` is the notice's; `column` says that the whole text is about time, `header` that a deadline's header does.
    """
    found = settle(_candidates(text, year, column or header, header=header))
    values = with_later_years([(f.text, f.value.value) for f in found], year, _read_again) if len(found) > 1 else []
    for i, value in enumerate(values):
        if value is not found[i].value.value:
            found[i] = found[i]._replace(value=replace(found[i].value, value=value))
    return found


def _read_again(text: Text, year: int) -> DeadlineValue | None:
    found = settle(_candidates(text, year, column=True))
    return found[0].value.value if len(found) == 1 else None


#: How long, without an event that it counts from: 3个月内, 半年内完成, 15个工作日; a bare 30日 may be a day.
_DURATION: Final = late_pattern(
    rf"(?<!第)(?:{N}|[半两])\s*(?:(?:个工作日|个自然日|个日历天|日|天|个月|周|个?星期|年|个?小时)\s*(?:之|以)?内|(?:个工作日|个自然日|个月|天|个?小时)(?![前底后]))"
)


def is_duration(text: Text) -> bool:
    """Whether words say how long a thing may take; where they name an event it is a deadline."""
    return _DURATION.search(text.folded) is not None


def is_about_time(text: Text, *, header: bool = False) -> bool:
    """Whether a cell holds any deadline, as if it stood in a column of them, or where a `header` says that it does.

    How often somebody does something (`村级河长每周巡河一次`) is told by a sentence.
    """
    found = _candidates(text, _SOME_YEAR, column=True, header=header)
    return any(header or not _is_how_often(f, text.folded.strip()) for f in found)


def _is_how_often(found: Found[DeadlineFound], folded: str) -> bool:
    before, _, behind = folded.partition(found.text.folded)
    acts = len(before) >= _ACTOR and before.isalpha() and len(behind) > 1 and _LIMIT.isdisjoint(folded)
    return found.value.value.kind == "recurring" and acts


def _candidates(text: Text, year: int | None, column: bool, *, header: bool = False) -> Iterator[Found[DeadlineFound]]:
    folded = text.folded
    if not column and not _MAYBE.search(folded):
        return
    if not column:
        for part in _timed(text):
            yield from _candidates(part, year, column=True)
    staged = "阶段" in folded or "步骤" in folded
    for form in (_POSSIBLE if column or staged else _FIRM).of(folded):
        if form.header and not header:
            continue
        for match in form.pattern.finditer(folded):
            if column or not form.bare or _is_of_a_stage(match, text):
                found = _candidate(form, match, text, year)
                if found is not None and (column or not _tells_of_the_past(found, folded, match.end(), year)):
                    yield found


def _tells_of_the_past(found: Found[DeadlineFound], folded: str, end: int, year: int | None) -> bool:
    """Whether a date in a running text is no deadline: it limits a class, or says what should have been done."""
    value = found.value.value
    return value.kind == "date" and (limits_a_class(folded, end) or (is_past(value, year) and is_over(folded, end)))
