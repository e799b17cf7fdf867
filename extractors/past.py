"""Dates that are no deadline: of the past, of a class that they limit, of what is done, given up or of every year."""

from typing import Final

import regex

from normalizers.values import DeadlineValue

#: What came to be by a date, before the noun that it limits: 2019年底前登记的企业, 年底前建成的小区.
_CAME_TO_BE: Final = (
    "登记|注册|购置|购买|购入|形成|成立|设立|出生|入职|取得|立案|签订|认定|备案|投产|投用|通车|建成|竣工|完工|开工|出让"
    "|批准|投入使用"
)
_LIMITS: Final = regex.compile(rf"\p{{Han}}{{0,3}}?(?:{_CAME_TO_BE}|已\p{{Han}}{{1,4}})的(?=\p{{Han}})")
#: Behind a date of a year that is over any clause limits a noun: 2020年6月底前要求关停的企业.
_LIMITED: Final = regex.compile(r"\p{Han}{1,10}?的(?=[\p{Han}“《])")
#: What was not done by such a date: 2018年底前应完成整改，至今未动工.
_NOT_DONE: Final = regex.compile(r"[^。;\n]{0,40}?(?:至今|仍|尚?未(?!来))")


def limits_a_class(folded: str, end: int) -> bool:
    """Whether the words behind a date that ends there make it a noun's attribute."""
    return _LIMITS.match(folded, end) is not None


def is_over(folded: str, end: int) -> bool:
    """Whether the words behind a date of a past year tell of the past."""
    return _LIMITED.match(folded, end) is not None or _NOT_DONE.match(folded, end) is not None


#: What is done by now (`已于3月完成`, `3月已完成`; `3月底前已完成` was due then all the same), and what a later date
#: took the place of (`原定6月底前`, `原定完成时间为6月底`); not 高原, 草原.
_DONE_BEFORE: Final = regex.compile(
    r"(?:已经?[于在]?|(?:(?<![高草平荒雪太中还])原|原(?:先|来)?(?:定|计划|要求|承诺|方案(?:要求|规定)?|时限|期限)的?)"
    r"(?:(?:完成|整改|办结|竣工|开工|交付)?(?:时[间限]|期限|日期))?[为于在至:]{0,2}“?)$"
)
_LONGEST_BEFORE: Final = 14
_DONE_BEHIND: Final = regex.compile(r" ?已经?(?:全部|基本|全面)?(?:完成|办结|建成|落实|整改|销号)")
#: A later date takes its place: `3月底前调整为9月底前`, `6月底前完成，延期至9月底前`; not 3月底前改为单行道.
_REPLACED: Final = regex.compile(
    r"(?:(?:全面|全部)?(?:完成|办结|竣工|建成|开工|整改|报送))?的?(?:任务|时限|事项|目标)?”?,?(?:现|统一|一律|拟)?"
    r"(?:调整|延长|延期|延后|延|推迟|顺延|提前|变更|改)[到至为] ?(?:20\d\d年|[今明次本当]年)?"
    r"(?:[\d一二三四五六七八九十]{1,2}月|年[底末内])"
)
#: What waits for something tells no time of its own: `待3月底换届完成后启动`.
_AWAITED: Final = regex.compile(r"(?<![接等招对期看优善留])待$")
_THEN: Final = regex.compile(r"[^,;。\n]{1,16}后")
#: Up to a date something is so: `截至6月底，已完成60%`, `截至3月底，全县共有…`; not what must be so by then, nor what
#: is done with things that are something already: `截至6月底，已登记的企业…`, `已开工项目完成…`.
_UP_TO: Final = regex.compile(r"(?:截[至止]到?|[至到])$")
_IS_SO: Final = regex.compile(
    r" ?前? ?,? ?(?:[全我][县市区省州旗镇乡街国]|各\p{Han}{1,4}|\p{Han}{0,6}(?:项目|工程|任务|工作|进度|率))?"
    r"(?:累计|共|均|分别|全部)?(?:共有|现有|尚有|已经?(?!\p{Han}{1,8}的\p{Han}"
    r"|\p{Han}{2,3}(?:项目|企业|工程|单位|人员|农户|任务)(?:须|应|要|均|全部|完成|开工|竣工|建成)))"
)
#: A year that is not written in full is another than the notice's: 24年9月中旬, 24年3-6月, 去年9月底前.
_OTHER_YEAR: Final = regex.compile(
    r"(?:(?:(?<!\d)\d\d|[去后])年|下一年度?) ?(?:\d{1,2}月?(?:\d{1,2}[日号])? ?[-~至到、和]{1,2} ?)?$"
)
_LONGEST_YEAR: Final = 16
#: The months of every year are none of the notice's: `每年两次（6月、12月）`.
_OF_EVERY_YEAR: Final = regex.compile(r"每年[^,;。\n]*$")
_LONGEST_LIST: Final = 40


def is_over_or_replaced(folded: str, start: int, end: int) -> bool:
    """Whether the words around a date say that it is done with."""
    before = folded[max(0, start - _LONGEST_BEFORE) : start]
    if _DONE_BEFORE.search(before) is not None or _REPLACED.match(folded, end) is not None:
        return True
    if _AWAITED.search(before) is not None and _THEN.match(folded, end) is not None:
        return True
    if (_UP_TO.search(before) is not None or folded[start] == "到") and _IS_SO.match(folded, end) is not None:
        return True
    return folded[end - 1] != "前" and _DONE_BEHIND.match(folded, end) is not None


def is_of_other_year(folded: str, start: int) -> bool:
    """Whether the words before a date without a year make it one of another year, or of every year."""
    if _OTHER_YEAR.search(folded[max(0, start - _LONGEST_YEAR) : start]) is not None:
        return True
    return "每年" in folded and _OF_EVERY_YEAR.search(folded[max(0, start - _LONGEST_LIST) : start]) is not None


def is_past(value: DeadlineValue, year: int | None) -> bool:
    """Whether a date names a year before the notice's."""
    return year is not None and value.due is not None and value.basis == "stated" and value.due.year < year
