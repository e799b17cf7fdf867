"""The forms of a deadline, as a table: how each is written, what it needs, and how it is read."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.cycles import (
    read_after_months,
    read_after_quarters,
    read_cycle,
    read_every_so_many,
    read_month_of_quarters,
    read_odd_or_even,
    read_weekday,
    read_weekday_of_months,
    read_weekdays,
)
from extractors.milestones import (
    HALF,
    MONTH,
    QUARTER,
    QUARTER_END,
    READ_HALF,
    READ_MONTH,
    READ_QUARTER,
    READ_QUARTER_END,
    READ_WINDOW,
    WINDOW,
)
from extractors.times import (
    BEFORE,
    BEFORE_HOUR,
    YEAR,
    N,
    Reader,
    between_quarters_span,
    constant,
    dotted_span,
    doubtful,
    half_span,
    month_span,
    months_span,
    numeric_span,
    of_no_step,
    period,
    quarter_span,
    quarters_span,
    read_also_of_years,
    read_day,
    read_day_of_years,
    read_each,
    read_half,
    read_lost_day_sign,
    read_lost_month_sign,
    read_lost_year_sign,
    read_month,
    read_months_of_years,
    read_next_month,
    read_numeric,
    read_plan,
    read_quarter,
    read_relative,
    read_short_year,
    read_ten_days,
    read_ten_days_of_months,
    read_until,
    read_year,
    slashed_span,
    ten_day_span,
    two_thirds_span,
    window_span,
    year_span,
    years_span,
)
from normalizers.patterns import late_pattern
from normalizers.values import DeadlineValue


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


#: What a notice hopes or sees to that it comes about in some month, quarter or half-year, and that it does.
_HOPED: Final = r"(?<=(?:力争|确保|争取|计划|预计|务必)[在于]?)"
_REACHED: Final = r"(?=(?:全面|基本|全部|正式|顺利|如期)?(?:完成(?![率量了])|建成|建好|投入(?:使用|运[营行])|竣工|新?[开完动]工|通[水车气电]|投[产用]|交付|启用|上线|开[园业]))"
#: A date is due too where it says what is done by then: 年底完成.
_DONE: Final = r"(?=(?:全面|基本|全部|力争)?(?:完成|建成|印发|出台|报送|投入使用|投用|投产|竣工|完工|通[车水电气航]|开工|交付|启用|封顶|并网|达产|投运|验收|上线))"
#: What a year is looked back on for, what is denied in it, and what is measured: no deadline stands before these.
_HAPPENED: Final = r"\s*(?:,|的)?(?:累计|共)?(?:\p{Han}{1,8}(?:未按|未达|未完)|[死伤]亡|[重轻]伤|(?<=累计)(?:[扣缺旷迟漏]|上访|越级|\d)|发生|出现|受到?|被|未|没有|因|有|无|连续|多次|新增|(?:一律|均|同时)?(?:不得|不能|不予|不再|取消|暂停)|\d)"
_MEASURED: Final = r"的?\p{Han}{0,8}[量率数](?:过|超|达|为|在|不|高|低|\d)"
#: What began then goes on without an end: 2024年3月—, 3月至长期.
_OPEN: Final = r"\s*(?:[-~]+|[至到])\s*(?:长期|持续|常态|今(?!年)|$|[,;、。)\n])"
#: A month is not meant as a whole before these: 8月初, 3月起, 7月后, 9月开学前, 12月为20日前.
_NOT_ALL: Final = rf"[初中起底末后为]|以后|之后|开始|\p{{Han}}{{1,5}}前|\s*\d{{1,2}}[日号、和]|{_OPEN}"
#: A season, a term or a feast of a year is not all of it: 2024年春季学期, 2024年国庆期间.
_PART_OF_YEAR: Final = r"\s*[“\"]?(?:第?[一二]学期|[春夏秋冬]|[寒暑][假期]|汛期?|国庆|元旦|五一|中秋|端午|清明|春节|两会|[高中]考|开学|\p{Han}{0,4}(?:学期|学年|期间))"
#: A month's end behind these ends a stretch that is none by itself: 6月底至9月底.
_FROM: Final = r"(?:月[底末]?|日) ?[-~至到] ?(?:20\d\d年)?"
#: How often is not all that these say of a year or a month: 每月初, 每月最后一个工作日, 每年汛期前, 每年春秋两季.
_NOT_EACH: Final = r"[\d一二两三四五六七八九十几多不末底首第初中终最前上下]|\p{Han}{1,6}(?:前(?!期|提|往)|季(?!度))|\p{Han}{1,4}[两二三四2-9]次"
#: Where a part of a cell begins and ends.
_BEGINS: Final = r"(?<=^|[,;、。(:\n])"
_ENDS: Final = r"(?=$|[,;、。)\n])"
_EVENT: Final = r"(?P<after>[\p{Han}“”《》]{2,24}?)"
#: What is over in one word: 会后, 节后.
SHORT_EVENTS: Final = "会节赛课灾汛"
_COUNT: Final = rf"的?(?:(?P<n>{N}|两)\s*(?P<u>个工作日|个工作口|个自然日|个日历天|日|天|个月|月|周|个?星期|年|个?小时|分钟)|(?P<n>半)(?P<u>年|个?月))\s*(?:之内|以内|内)(?!{_MEASURED})"

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
    _form("each", "每", rf"每(?P<cycle>半|季|月|年)(?:年度?|度)?(?P<first>首月|第一个月)?(?:(?P<m>{N})月(?:底|末)?(?:前?[、和](?P<m2>{N})月)?)?(?:末月|最后一个月|第[三3]个月|末(?=的?\d))?的?\s*"
                  rf"(?:(?:\d{{1,2}}[日号]?\s*[-~至到]\s*)?(?P<d>\d{{1,2}})[日号](?!\s*[-~至到]|起)(?:[、和及](?P<d2>\d{{1,2}})[日号])*+(?!为)|月?底|月?末(?![位名端尾月]))(?:{BEFORE})?+(?!第?[一二三四最]?后?一?个?(?:周|星期)|\d{{1,2}} ?个?(?:[日天周]|工作日))",
          read_each, "每月25日前", "每季度末", "每年12月底前", "每季度首月5日前", "每月10日、25日前", "每月5日、15日、25日前", "每年6月底、12月底前", "每月15号前",
          "每季度最后一个月的30日前", strength=9),
    _form("each_day", "日天", rf"每[日天](?=\d|上|下|中){BEFORE_HOUR}", constant(DeadlineValue("recurring", recurrence="FREQ=DAILY")), "每日17时前", "每天下班前",
          bare=True, strength=9),
    _form("each_day_told", "日天", rf"每[日天](?=\d|上|下|中){BEFORE_HOUR}(?=(?:将\p{{Han}}{{1,12}})?\p{{Han}}{{0,4}}(?:报|反馈|更新|汇总|推送|填报|完成))", constant(DeadlineValue("recurring", recurrence="FREQ=DAILY")), "每日8时前报送雨情", strength=9),
    _form("odd_or_even", "单双", rf"{_BEGINS}(?:每?逢|每)?(?P<kind>[单双])月份?(?:的?(?P<d>\d{{1,2}})[日号](?:{BEFORE})?|(?P<end>月?[底末])(?:{BEFORE})?)?(?=$|[,;、。)\n]|[开召报更推完])", read_odd_or_even,
          "逢双月", "每单月10日前", bare=True, strength=9),
    _form("day_of_odd_or_even", "单双", rf"(?:每?逢|每)(?P<kind>[单双])月份?的?(?:(?P<d>\d{{1,2}})[日号]|(?P<end>月?[底末])){BEFORE}", read_odd_or_even, "逢双月10日前", strength=9),
    _form("every_so_many", "每隔 月周", r"(?:每(?P<n>[两二三四2-4])个?|隔)(?P<u>月|周)(?:至少)?(?:[一1]次)?+(?![\d一二两三四五六七八九十几多末底刊周星])", read_every_so_many,
          "每两个月", "隔周", bare=True, strength=2),
    _form("month_of_quarters", "季", r"每季度?(?:(?P<first>首月|首个月|第一个?月)|末月|最后一?个?月)(?![的\d底末前上中下])", read_month_of_quarters, "每季度首月",
          bare=True, strength=9),
    _form("each_week", "周", rf"[每逢]周(?P<w>[一二三四五六日天]){BEFORE_HOUR}", read_weekday, "每周五前", "每周五下班前", strength=9),
    _form("weekday_of_months", "周期", rf"每(?:个)?月的?(?:第?(?P<n>[一二三四1-4]|最后一)个?|(?P<n>最后|末))(?:周|星期)(?P<w>[一二三四五六日天])(?:{BEFORE_HOUR})?(?![至到、])", read_weekday_of_months, "每月第一个周五",
          bare=True, strength=9),
    _form("weekday_of_months_due", "周期", rf"每(?:个)?月的?(?:第?(?P<n>[一二三四1-4]|最后一)个?|(?P<n>最后|末))(?:周|星期)(?P<w>[一二三四五六日天]){BEFORE_HOUR}", read_weekday_of_months, "每月最后一个周五前",
          strength=9),
    _form("weekdays", "周", rf"[每逢]周(?P<w>[一二三四五六日天])(?:[、和及]每?周?(?P<w>[一二三四五六日天])(?!次))+{BEFORE_HOUR}", read_weekdays, "每周一、周四前", strength=9),
    _form("bare_weekdays", "周", r"[每逢]周(?P<w>[一二三四五六日天])(?:[、和及]每?周?(?P<w>[一二三四五六日天])(?!次))+(?![至到])", read_weekdays, "每周二、五", bare=True, strength=9),
    _form("weekday", "周", r"[每逢]周(?P<w>[一二三四五六日天])(?![至到、次]|[一1]次)", read_weekday, "每周五", bare=True, strength=3),
    _form("next_month", "次", rf"次月(?P<d>\d{{1,2}})[日号]{BEFORE_HOUR}", read_next_month, "次月5日前", strength=9),
    _form("months_of_years", "月", rf"每年(?P<m>{N})月份?(?:[、和](?P<m>{N})月份?)*+(?![\d底末前上中下至到~-])", read_months_of_years, "每年3月、9月",
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
    _form("day_of_months", "月", rf"(?:{YEAR})?(?P<m>{N})月(?=(?:[、和及]{N}月){{1,11}}的(?P<d>{N})[日号]{BEFORE_HOUR}|(?:[、和及]{N}月){{2,11}}(?P<d>{N})[日号]{BEFORE_HOUR})"
          rf"|(?<={N}月[、和及])(?P<m>{N})月(?=[、和及]{N}月(?P<d>{N})[日号]{BEFORE_HOUR})", read_day,
          "3月、6月、9月的20日前", "1月、4月、7月、10月5日前", strength=6),
    _form("day_of_pair", "月", rf"(?:{YEAR})?(?P<m>{N})月(?=(?:[、和及]|以及){N}月(?P<d>{N})[日号](?:{BEFORE_HOUR}))", doubtful(read_day),
          "6月、12月10日前"),
    _form("bare_day_of_pair", "月", rf"(?:{YEAR})?(?P<m>{N})月(?=(?:[、和及]|以及){N}月(?P<d>{N})[日号]{_ENDS})", doubtful(read_day), "6月、12月10日", bare=True),
    _form("day_of_number", "月", rf"(?:{YEAR})?(?<![\d月.、第])(?P<m>1[0-2]|[2-9])(?=[、和]\d{{1,2}}月的?(?P<d>{N})[日号]{BEFORE_HOUR})", of_no_step(doubtful(read_day)), "6、12月10日前",
          bare=True),
    _form("ten_days_of_list", "旬", rf"(?:{YEAR})?(?P<m>{N})月(?=(?:[、和及]{N}月){{1,11}}(?P<part>[上中下])旬{BEFORE})", doubtful(read_ten_days), "6月、12月中旬前"),
    _form("bare_ten_days_of_list", "旬", rf"(?:{YEAR})?(?P<m>{N})月(?=(?:[、和及]{N}月){{1,11}}(?P<part>[上中下])旬{_ENDS})", doubtful(period(ten_day_span)), "6月、12月上旬",
          bare=True),
    _form("day_of_last_month", "月", rf"(?<=[、和及])(?P<m>{N})月的(?P<d>{N})[日号]{BEFORE_HOUR}", read_day, "3月、6月的20日前", strength=6),
    _form("day_of_numbers", "月", rf"(?:{YEAR})?(?<![\d月])(?P<m>\d{{1,2}})(?=(?:、\d{{1,2}}){{2,11}}月的?(?P<d>{N})[日号]{BEFORE_HOUR})"
          rf"|(?<=(?<!\d)\d{{1,2}}(?:、\d{{1,2}}){{0,11}}、)(?P<m>\d{{1,2}})(?=(?:、\d{{1,2}}){{1,11}}月的?(?P<d>{N})[日号]{BEFORE_HOUR})", read_day,
          "3、6、9、12月25日前", strength=6),
    _form("lost_day_sign", "月", rf"(?:{YEAR})?(?P<m>{N})月\s*(?P<d>\d{{1,2}}){BEFORE}", read_lost_day_sign, "12月31前"),
    _form("month_of_list", "月", rf"(?:{YEAR})?(?P<m>{N})月[底末]?(?=(?:[、和](?:20\d\d年)?{N}月[底末]?){{1,11}}(?:(?<=[底末])|{BEFORE}))", read_month, "6月、12月底前", "6月、9月和12月底"),
    _form("number_of_list", "月", rf"(?:{YEAR})?(?<![\d月])(?P<m>\d{{1,2}})(?=(?:、\d{{1,2}}){{2,11}}月[底末]?{BEFORE})|(?<=(?<!\d)\d{{1,2}}(?:、\d{{1,2}}){{0,11}}、)(?P<m>\d{{1,2}})(?=(?:、\d{{1,2}}){{1,11}}月[底末]?{BEFORE})",
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
    _form("after_months", "后", rf"每个?月(?:终了|结束)?后的?(?P<d>{N})[日天](?:内|之内|以内|前)", read_after_months, "每月结束后5日内", strength=9),
    _form("after_quarters", "季", rf"(?:每|(?<!\p{{Han}}))季(?:度)?(?:终了|结束)?后的?(?P<d>{N})[日天](?:内|之内|以内|前)", read_after_quarters, "季后10日内", "每季度结束后15日内", strength=9),
    _form("done_at_quarter_end", "季", rf"(?<!每|前)(?:{YEAR})?第?(?P<q>[一二三四1-4])季度[末底]{_DONE}", read_quarter, "二季度末完成"),
    _form("since", "内 起后", rf"(?P<from>[自从])?(?:{_EVENT}(?:之日|日)?(?:起|后)|(?<!\p{{Han}})(?P<after>[{SHORT_EVENTS}])后){_COUNT}", read_relative,
          "自签发之日起10个工作日内", "印发后一个月内", "会后15天内", strength=8),
    _form("hoped_month", "月 力确争计预务", rf"{_HOPED}(?:{YEAR})?(?P<m>{N})月份?{_REACHED}", period(month_span), "力争10月建成投用", "确保2024年6月完成"),
    _form("hoped_quarter", "季 力确争计预务", rf"{_HOPED}(?:{YEAR})?第?(?P<q>[一二三四1-4])季度{_REACHED}", period(quarter_span), "力争2025年一季度建成", "确保三季度通水"),
    _form("hoped_quarter_end", "季 力确争计预务", rf"{_HOPED}(?:{YEAR})?第?(?P<q>[一二三四1-4])季度[末底]{_REACHED}", read_quarter, "确保在第四季度末完成"),
    _form("hoped_half", "半 力确争计预务", rf"{_HOPED}(?:{YEAR})?(?P<h>[上下])半年{_REACHED}", period(half_span), "确保上半年完工"),
    _form("hoped_year_end", "年 力确争计预务", rf"{_HOPED}(?:{YEAR}年?|年)[底末]{_REACHED}", read_year, "力争2024年底建成", "确保年底完工"),
    _form("milestone_month", "月 工成建顶通用运产付业园线馆放", MONTH, READ_MONTH, "9月投入使用", "2024年6月开工", strength=4),
    _form("milestone_quarter", "季 工成建顶通用运产付业园线馆放", QUARTER, READ_QUARTER, "2024年三季度开工", "二季度建成", strength=4),
    _form("milestone_quarter_end", "季 工成建顶通用运产付业园线馆放", QUARTER_END, READ_QUARTER_END, "三季度末竣工", strength=4),
    _form("milestone_half", "半 工成建顶通用运产付业园线馆放", HALF, READ_HALF, "下半年开工", strength=4),
    _form("planned_window", "月 排治查整底改收结员署进施固坚升估点训传展", WINDOW, READ_WINDOW, "3月至5月排查", "2024年6月1日至8月31日集中整治", strength=4),
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
    _form("quarter_end_of_list", "季", rf"(?:{YEAR})?第?(?P<q>[一二三四]|(?<![\d.])[1-4])(?:季度)?(?=(?:[、和]第?[一二三四1-4](?:季度)?){{0,2}}[、和]第?[一二三四1-4]季度[末底])", read_quarter, "一、三季度末", "一季度、三季度末", bare=True, strength=5),
    _form("quarter_of_list", "季", rf"(?:{YEAR})?第?(?P<q>[一二三四]|(?<![\d.])[1-4])(?=(?:[、和]第?[一二三四1-4]){{0,2}}[、和]第?[一二三四1-4]季度)", period(quarter_span), "一、二季度", bare=True, strength=4),
    _form("months", "月", rf"(?<!每年)(?:{YEAR})?(?<!\d)(?P<m>{N})\s*(?:月(?:份|(?P<end>[底末]))?)?\s*[-~至到]+\s*(?P<m2>{N})月(?:份|底|末)?", period(months_span),
          "3-6月", "2023年5—10月", bare=True, strength=7),
    _form("listed_month_end", "月", rf"(?:{YEAR})?(?<![\d月第])(?P<m>1[0-2]|[1-9])(?=(?:、\d{{1,2}}){{1,11}}月[底末])", of_no_step(read_month), "9、10月底", bare=True, strength=4),
    _form("listed_month", "月", rf"(?:{YEAR})?(?<![\d月第])(?P<m>1[0-2]|[1-9])(?=(?:、\d{{1,2}}){{1,11}}月(?:份|$|[,;。]))", of_no_step(period(month_span)), "9、10月", bare=True, strength=3),
    _form("until_month", "月", rf"(?<=(?:(?:^|[,;、。])(?:截止|截至|至|到)|[即今]日起[至到])到?)(?:{YEAR})?(?P<m>{N})月[底末]?(?!\d|份?[上中下]旬)", read_month, "至2025年12月", "即日起至12月", bare=True, strength=6),
    _form("until_quarter", "季 起", rf"(?<=[即今]日起[至到])(?:{YEAR})?第?(?P<q>[一二三四1-4])季度", read_quarter, "即日起至三季度", bare=True, strength=4),
    _form("until_half", "半 起", rf"(?<=[即今]日起[至到])(?:{YEAR})?(?P<h>[上下])半年", read_half, "即日起至上半年", bare=True, strength=4),
    _form("numeric", "2", rf"(?<![\d.])(?P<y>20\d\d)[-./](?P<m>0?[1-9]|1[0-2])(?:[-./](?P<d>0?[1-9]|[12]\d|3[01]))?(?![\d.])(?!{_OPEN})(?:日?前)?", read_numeric,
          "2023-12-31", "2023/12/31前", "2023.12", bare=True, strength=6),
    _form("plan", "五", r"[“\"]?(?P<plan>[一二三四五六七八九十]{1,3})五[”\"]?(?:规划)?(?:期间|时期|(?P<end>期?末))(?:前)?", read_plan, "“十四五”期间", "“十四五”末",
          bare=True, strength=6),
    _form("years", "2", r"(?P<y>20\d\d)年?\s*[-~至到]+\s*(?P<y2>20\d\d)年度?", period(years_span), "2023—2025年", "2021年至2023年",
          bare=True, strength=6),
    _form("once_a", "一半季 次一1", rf"{_BEGINS}(?:一个?(?P<cycle>[月周旬年日天])|一(?:(?P<cycle>季)(?!度)|个(?P<cycle>季)度?)|(?P<cycle>半)年|(?P<cycle>季)度)[一1](?:次|\p{{Han}}{{2}}{_ENDS})",
          read_cycle, "一月一次", "半年一次", "一季一调度", bare=True, strength=9),
    _form("by_cycle", "按逐", r"(?:按|逐)(?P<cycle>季|月|年|周)度?(?:推进|开展|实施|报送|调度|更新|公开|通报|公示|上报|汇总|总结|考核|评估|分析|研判|督查|督导|检查|反馈|完成|拨付)", read_cycle, "按月推进", bare=True, strength=2),
    _form("by_cycle_alone", "按逐", rf"{_BEGINS}[按逐](?P<cycle>季|月|年|周|日|旬)度?{_ENDS}", read_cycle, "按季度", "按月", bare=True, strength=2),
    _form("cycle", "每", rf"(?<!工作日)每(?P<cycle>半月|半|季|月|年|周|日|天|旬)(?:年度?|度)?+(?:[一1]次|至少[一1]次|[一1](?!次)\p{{Han}}{{2}}{_ENDS})?+(?!{_NOT_EACH})", read_cycle, "每季度", "每周一次", "每半年", "每半月",
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
    _form("bare_day", "月", rf"(?:{YEAR})?(?P<m>{N})月(?P<d>{N})[日号](?!起|开始|{_OPEN})", read_day, "12月10日", bare=True, strength=3),
    _form("bare_ten_days", "月", rf"(?:{YEAR})?(?P<m>{N})月(?P<part>[上中下])旬(?!起)", period(ten_day_span), "12月中旬", bare=True, strength=3),
    _form("two_thirds", "月", rf"(?:{YEAR})?(?P<m>{N})月(?P<part>上中|中下)旬(?!起)", period(two_thirds_span), "6月中下旬", bare=True, strength=3),
    _form("bare_month", "月", rf"(?<!每年|每年\d{{1,2}}月?[-~至到、]|含)(?:{YEAR})?(?P<m>{N})月份?(?!{_NOT_ALL})", period(month_span), "9月", bare=True, strength=2),
    _form("bare_quarter", "季", rf"(?<!每年第?|前|后)(?:{YEAR})?第?(?P<q>[一二三四1-4])季度(?![末底起]|(?<=(?:^|[,;、。])一季度)一次(?![^。]{{0,40}}[二三四]季度))", period(quarter_span), "2024年一季度", bare=True, strength=3),
    _form("quarter_end", "季", rf"(?:{YEAR})?第?(?P<q>[一二三四1-4])季度[末底]", read_quarter, "一季度末", bare=True, strength=3),
    _form("bare_half", "半", rf"(?<!每年)(?:{YEAR})?(?P<h>[上下])半年(?!起)", period(half_span), "下半年", bare=True, strength=3),
    _form("bare_year_end", "年", rf"(?:{YEAR}年?|(?:(?<![\p{{Han}}\d])|(?<=(?:^|[,;、。])(?:到|至|截至|截止)|起[至到]))年)(?:底|末)", read_year, "2024年底", "2024年年底", "年底", bare=True, strength=1),
    _form("bare_year", "年", rf"(?<!\d)(?P<y>20\d\d)年度?(?![\d底末上下第初中年前起Qq后]|开始|{_OPEN}|{_PART_OF_YEAR}|\s*[-~至到]+\s*20\d\d|\s*[一二三四前]{{1,2}}个?季|\s*[“\"]?\p{{Han}}{{1,6}}[”\"]?前)", period(year_span), "2025年", "2023年度", bare=True, strength=0),
    _form("this_year", "年", rf"{_BEGINS}(?P<y>[本今当明次])年度?{_ENDS}", period(year_span), "本年度", "今年", bare=True, strength=2),
    _form("whole_year", "全", r"全年|(?P<y>20\d\d)年全年", period(year_span), "全年", bare=True, strength=2),
)  # fmt: skip
