"""What a notice's title says of its kind, its state and its years."""

import re
from dataclasses import dataclass
from typing import Final

from normalizers.values import NoticeKind
from normalizers.widths import fold


@dataclass(frozen=True, slots=True)
class KindRow:
    """Words at or near the end of a title that tell what kind of notice it heads."""

    kind: NoticeKind
    words: tuple[str, ...]
    reason: str


# A row further up wins: a 自评表 of a 考核方案 is a self-assessment.
KINDS: Final = (
    KindRow("self_assessment", ("自评表", "自查表", "自评报告", "自评情况", "自评打分", "自评评分", "自查评分", "自查自评", "自评分表", "自评得分"), "filled in by the assessed"),
    KindRow(
        "assessment_scheme",
        ("考评方案", "考核方案", "考核细则", "考核办法", "评分标准", "评分细则", "考核标准", "考评办法", "考评细则", "考评指标",
         "考核指标", "测评方案", "评估方案", "绩效考核", "考核评价", "计分办法", "评估指标", "考核表", "评分表", "考核评分", "考核实施", "考评实施", "绩效评价", "评价实施", "评价办法", "评估办法",
         "考评表", "考核评比", "评比办法", "验收细则", "评价指标", "评价标准", "验收标准", "考核评定",
         "考评规则", "考核规则", "考核的通知", "考评的通知", "评估工作", "测评工作", "验收工作", "评价工作", "测评的通知", "评估的通知", "评价的通知", "验收的通知",
         "考核工作", "考评工作", "考核奖惩", "目标考核", "目标管理考核", "综合考核", "年度考核", "考核计分", "扣分标准", "扣分细则", "加减分", "加扣分", "量化标准", "量化考核", "评估标准", "评估表", "测评表", "计分表", "测评标准", "评估细则", "督导评估", "责任制考核", "考核内容及评分", "考评量化", "考核管理办法", "考评管理办法", "绩效管理办法",
         "打分办法", "打分标准", "赋分办法", "测评体系", "测评指标", "绩效指标", "绩效管理实施", "考核体系", "考评体系", "评价体系", "评估体系"),
        "says how work is marked",
    ),
    KindRow(
        "assessment_scheme",
        ("评价细则", "评定细则", "评定办法", "评比细则", "评比标准", "验收办法", "评分办法", "考评标准", "计分标准", "计分表", "记分表",
         "考核内容", "考评内容", "考核项目", "考评项目", "内容及评分", "评定标准", "绩效目标表", "赋分细则", "赋分办法", "记分细则", "记分办法", "记分标准", "打分表", "计分卡", "评分卡", "记分卡"),
        "the same in words for smaller schemes: stars, contests, acceptances",
    ),
    KindRow("task_list", ("任务清单", "任务分解表", "分工表", "任务分工", "责任清单", "任务分解", "任务表", "工作清单", "问题清单",
                          "任务台账", "工作台账", "任务书", "责任书", "责任状", "责任分工", "分解方案", "责任分解", "任务安排", "整改清单", "整改台账", "整治台账", "销号台账", "举措分工", "措施分工", "实事清单", "实事项目", "督查台账", "交办单", "督办单"),
            "who must do what by when"),
    KindRow("work_points", ("工作要点", "工作重点", "重点工作安排", "年度工作安排"), "the year's points of work"),
    KindRow("action_plan", ("行动计划", "行动方案", "实施方案", "若干措施", "实施意见", "工作方案", "工作计划", "实施办法",
                            "专项方案", "规划", "意见", "措施", "计划", "方案"), "a plan over some time"),
    KindRow("task_list", ("落实分工", "责任分工", "工作分工", "重点任务", "工作任务", "目标任务", "推进表", "推进清单", "作战图"), "tasks, where no word says in what form"),
)  # fmt: skip

#: Endings that a title of the genre has; also used to tell a title line from a sentence.
TITLE_TAILS: Final = (
    "通知", "方案", "要点", "清单", "表", "细则", "办法", "标准", "指标", "意见", "措施", "计划", "规划", "分工", "规定",
    "公告", "通报", "决定", "目录", "任务", "体系", "制度", "规则", "指南", "报告", "安排", "函",
    "规程", "评比", "评定",
    "台账", "任务书", "责任书", "分解", "指标说明",
)  # fmt: skip

DRAFT: Final = re.compile(r"征求意见|草案|送审稿|讨论稿|审议稿|代拟稿|征求.{1,150}(?:意见|建议)的")
_YEARS: Final = re.compile(r"(20\d\d|19\d\d)(?:年)?\s*[-~至到]\s*(20\d\d)年?|(20\d\d|19\d\d)学?年(?:度)?")
#: Five-year plans by their usual names: the tenth ran from 2001, `“十四五”` is 2021 to 2025.
_PLANS: Final = "十一二三四五六七"
_FIRST_PLAN: Final = 2006
_FIVE_YEARS: Final = re.compile(r"十([一二三四五六七])五(?!年规划以来)")


#: A year in Chinese digits: 二○二三年, 二〇二三年, 二零二三年.
_CHINESE_YEAR: Final = re.compile(r"二[〇○零OΟ0][〇○零OΟ0一二三四五六七八九]{2}(?=年)")
_DIGITS: Final = str.maketrans("〇○零OΟ一二三四五六七八九", "00000123456789")


def _arabic(title: str) -> str:
    """Fold a title, with the years in Chinese digits as figures."""
    return _CHINESE_YEAR.sub(lambda match: match[0].translate(_DIGITS), fold(title))


#: What a title ends with that tells how things went, and lays nothing down (`…完成情况的通报`, `表彰…的决定`).
_REPORT: Final = re.compile(
    r"(?:通报|简报|汇报|工作总结|情况总结|(?:表彰|表扬|命名|嘉奖|撤销|授予)[^。]{1,60}的决定)(?:\([^()]{1,20}\))?$"
)


def is_report(title: str) -> bool:
    """Whether a title heads a report on what was done or found, not what is to be done."""
    return _REPORT.search(fold(title).strip()) is not None


def kind_of(title: str) -> NoticeKind:
    """Return the kind that a title names, `other` where it names none of the contract's."""
    for row in KINDS:
        if any(word in title for word in row.words):
            return "other" if row.kind != "self_assessment" and is_report(title) else row.kind
    return "other"


def years_of(title: str) -> tuple[int | None, int | None]:
    """Return the year of the work and, of a plan for several years, the last one."""
    match = _YEARS.search(_arabic(title))
    if match is None:
        plan = _FIVE_YEARS.search(title)
        first = _FIRST_PLAN + 5 * (_PLANS.index(plan[1]) - 1) if plan is not None else None
        return first, None if first is None else first + 4
    if match[1]:
        return int(match[1]), int(match[2])
    return int(match[3]), None


def year_of_number(number: str) -> int:
    """Return the year of a document's number, as written out (`望政办〔2021〕5号`)."""
    return int(number[number.index("〔") + 1 : number.index("〕")])


_WORK_YEAR: Final = re.compile(
    r"(20\d\d)年度?(?:全?[省市县区]|[省市县区]?政府|[省市县区]委)?[\u4e00-\u9fff]{0,8}?(?:重点工作|重点任务|工作任务|目标任务|工作要点|民生实事)(?!.{0,4}(?:情况|结果|总结))"
)


#: `特制定2013年度考核办法`: the sentence that says what the notice lays down.
_MADE_FOR: Final = re.compile(r"制[定订](?:了|出|本)?(20\d\d)年度?[^。;,]{0,40}?(?:方案|办法|细则|要点|计划|意见)")


def work_years(text: str) -> list[int]:
    """Return the years of which a sentence says that their work is meant (`2020年重点工作任务`)."""
    return [int(year) for year in _WORK_YEAR.findall(_arabic(text)) + _MADE_FOR.findall(_arabic(text))]


#: Headings of aims and principles: sections of a plan, never tasks of it.
AIMS: Final = re.compile(
    r"^(?:(?:全面|准确)?(?:把握|明确)?(?:指导思想|(?:总体|基本)(?:要求|目标|思路|原则)|工作(?:目标|原则|思路|背景)|主要目标|目标要求"
    r"|发展(?:目标|基础|现状)|目标任务|考核原则|现状(?=[和与])|(?:面临)?形势|重要意义|编制依据)(?:[、,和与及]\s*|$)){1,3}$"
)

#: Headings of an assessment's procedure: who, how and what follows, but not what is assessed.
PROCEDURE: Final = re.compile(
    r"^(?:(?:考[核评])?总则|附则|适用范围|考[核评](?:对象|范围|目的|原则|程序|步骤|时间|周期|方式|方法|组织|形式|依据|等次|等级|纪律|要求|机构|主体)"
    r"|考[核评](?:对象|范围|时间|程序|方式|方法|组织|步骤|等[次级]|结果)[和与及、].{2,8}|奖惩(?:办法|措施|规定)?|考[核评]奖惩|考[核评]结果(?:运用|应用|评定|及运用)?"
    r"|结果(?:运用|应用)|组织(?:实施|机构)|工作要求|有关要求|其他(?:事项)?|计分(?:办法|方法)|评定等[次级]|等次评定|实施步骤|(?:总体|有关|考[核评]|编制|几点)?说明)$"
)
#: A heading over how it is assessed: procedure as well, unless what stands below it gives or takes marks.
HOW: Final = re.compile(r"^考[核评]办法$")
