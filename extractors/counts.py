"""What a scoring rule counts: `每缺一项`, `少一次`, `15分/批次` as parts of a pattern, and the thing counted."""

from typing import Final

import regex

from extractors.text import Text
from normalizers.patterns import late_pattern

Match = regex.Match[str]

#: Stretches of time; they count only what is late or kept up, 每季度一次 is how often a thing is done.
#: 期 is one only of what comes out in numbers: not 超期, 逾期, 长期.
_ISSUE: Final = r"(?<![超逾延过到限长短工汛任假定前后初中早近同预按如分学周日])期"
TIMES: Final = rf"(?:个?工作日|个?季度|个月|小时|分钟|学期|周期|(?:[年月日天]|周(?!期)|{_ISSUE})(?!次))"
#: What is counted; the longer words first, so that 人次 is not 人.
_THINGS: Final = (
    r"(?!批[准评示复]|处(?:[分理置]|罚(?!\d))|起[草诉]|条例|名[牌师优]|人[员才]|户籍|场[馆所地]|种[植养])"
    r"(?:个[百千]分点|[百千]分点|个点(?!位)|个[位名档等]次|公斤|千克|万斤|公顷|万亩|[万千]人|平方公里|[百千]万元|小[点项题]|名次|位次|档次|课时|学时|公里|平方米|立方米|个等级|台套|人天|[人批案户车辆台家件项起场篇月条头班航]次|"
    r"亿元|万元|千元|元|(?<!出)台|(?<![发代外手电仪])表(?![彰明达率面示扬态述演现格单决白])|(?<!查)处|[项次件条个篇起人户例份家名村宗场轮幅块辆米亩批间所类种座张套株棵笔封栋盏根吨伙桩堆幢卷册%‰]"
    r"|(?<=[一\d两] ?)(?:[头匹羽题桶袋箱艘]|车(?![间辆站])"
    r"|本(?![项月年级省市县区镇村乡单部科次期])|只(?![计算取有能得加占要]))"
    r"|(?<![单到岗就各])位(?![置于]))"
)
MEASURE: Final = rf"(?:{TIMES}|{_THINGS})"
#: A thing counted where the words before it do not say 每: no time, and no word that only begins like one.
_ONE: Final = rf"(?!{TIMES})(?!名次|元|类似|位|次性)(?>{_THINGS})(?!以[上下内]|[及内前后中])"
_COUNT: Final = r"(?:[一1]|(?P<many>[2-9]|\d{2,5}|0\.\d+|十|百|[两二三五](?!级)))"
#: Words of the case behind what is counted: `每发现一处垃圾外溢`; a number in them is no mark, nor is a verb in the
#: bracket that says how the rest is counted: `每超1天（不足1天按1天计）`.
_OBJECT: Final = (
    r"(?:\([不未][足满到][^()]{1,16}\)|参加|增加|计划|计生|统计|登记|记录|"
    r"[^\d,;扣减加得计记赋每]|\d(?!\d{0,3}(?:\.\d+)?分)){0,30}?"
)
_HAPPENS: Final = (
    r"(?:[缺漏]失|答[对错]|[缺少漏差错]|参加|发现|发生|出现|组织|举办|完成|(?<!每[村镇乡户家])有|逾期|迟[报到交]"
    r"|(?:采[纳用]|录用|刊[登发用载]|发表|转[载发]))"
)
_MOVES: Final = r"(?:上升|下降|提高|降低|提升|增加|增长|减少|高于|低于|超过?|[高低多少])"

#: 每季度 and the like before other words say how often a thing is done, and count nothing (每周信息少1条);
#: nor does what each place is to have or what is to be done each time: `每村有一个宣传栏的记5分`, `每村不少于3次`.
_NOT_HOW_OFTEN: Final = (
    r"(?<!平均每)"
    r"(?!(?:季度?|学期|周期|[年月周日天](?!次))(?:[^\s\d扣减加得计记赋奖各再另可倒,;。、/)（(]))"
    r"(?![村镇乡户家](?:至少)?[有设建配](?![^,;]{0,8}[未不没无]))"
    r"(?!\p{Han}{1,5}?(?:至少|不少于|不低于|达到|拥有|配备)\p{Han}{0,4}?\d)"
)

#: Both directions of one measure: 每高（低）, 每增加（减少）, 每提高/降低, 高于或低于.
_MOVE: Final = r"(?:[高低多少增减升降超欠]于?|超过|不足|增[加长]|减少|上升|下降|提[高升]|降低|前进|后退)"
_OTHER_WAY: Final = rf"(?:\({_MOVE}\)|(?<={_MOVE})/(?={_MOVE}))"
#: What a step is counted from: `每低于90%一个百分点`.
_FROM: Final = (
    rf"(?:(?<=[高低多少]于|超过|超出|不足|达不到|目标值?)\d{{1,5}}(?:\.\d{{1,2}})?{_THINGS}的?\s*"
    rf"(?=[一1-9十两二三五]\d{{0,3}}\s*{_THINGS}))"
)

_COUNTS: Final = r"(?=的?(?:直接|予以|[可各再另则倒共应将]){0,2}(?:核减|[追累]加|[扣加减得计记奖赋罚]))"
#: Behind a figure and right before the verb stands what is counted, whatever it is called: `每少10公斤扣0.5分`.
_FIGURE: Final = r"(?:1|(?P<many>[2-9]|\d{2,5}|0\.\d+))(?![\d.])"
_ANYTHING: Final = r"(?:(?![以及或至的直可再另各则倒共应将予])[^\P{Han}扣加减得计记奖赋罚以]){1,4}"
#: Behind 一, with which many other words begin, only these are.
_MORE_THINGS: Final = (
    r"(?:公斤|千克|万?斤|公顷|万亩|[万千百]人|平方公里|立方|平米|厘米|毫米|延米|千瓦|兆瓦|分贝|[百千]万元|万|[万千]字"
    r"|支|部|节|门|款|枚|架|片|组|队|班次?|站点?|眼|口|道|页|分)"
)
#: Behind 每 and what happens: as many of a thing, of which the count before the verb is what is counted
#: (`每获国家级表彰一次加3分`), or a thing without a number right before it (`每缺项扣1分`).
_CASED: Final = (
    rf"(?P<case>(?:[^\P{{Han}}每一]|{_OTHER_WAY}){{1,16}}?)\s*{_COUNT}\s*(?P<per>(?>{MEASURE}))(?P<object>){_COUNTS}"
    rf"|(?P<case>(?:[^\P{{Han}}每]|{_OTHER_WAY}){{1,12}}?{_FROM}?)\s*{_COUNT}\s*(?P<per>{MEASURE})(?P<object>{_OBJECT})"
    rf"|(?P<case>[^\P{{Han}}每一]{{0,12}}?)\s*(?:{_FIGURE}\s*(?P<per>{_ANYTHING})|一\s*(?P<per>{_MORE_THINGS}))(?P<object>){_COUNTS}"
    rf"|(?P<case>[^\P{{Han}}每一]{{1,12}}?)(?P<per>(?>{MEASURE}))(?P<object>){_COUNTS}"
)

#: Things counted each time: `每人每次` is 人次, `每项按次` 项次.
_TWICE: Final = r"[人户村镇件处项]每[次天日]|[人户村镇件处项]按次"

#: One step on a scale: 每降一级, 每提高一个等级; not 每获省级表彰.
_STEP: Final = rf"每(?P<case>{_MOVE}|提升|晋升?)\s*[一1](?P<per>个?等级|个层级|级|档(?!次))(?P<object>{_OBJECT})"

PER: Final = (
    rf"(?:每(?P<per>[题桶袋箱艘车校店井杆摊段页节岗课桌床棚灯亭牌柜]|站点?|路段|点位|网格|企业|单位|班组)(?=(?:直接|[可各再另])?[扣减加得计])|每(?P<per>{_TWICE})(?P<object>{_OBJECT})|{_STEP}|每(?P<case>[人户村镇家组](?:[缺列]席|早退|旷[工课会]|脱岗|{_HAPPENS}))\s*[一1]\s*(?P<per>(?>{MEASURE}))(?P<object>{_OBJECT}){_COUNTS}|每{_NOT_HOW_OFTEN}(?:{_COUNT}?\s*(?P<per>{MEASURE})(?P<object>{_OBJECT})|{_CASED})"
    rf"|{_HAPPENS}\s*[一1]\s*(?P<per2>(?>{MEASURE}))(?!及?以?[上下内]|[前后中])(?P<object2>{_OBJECT})"
    rf"|{_MOVES}\s*[一1]\s*(?P<per2>(?>个[百千]分点|[百千]分点|个点(?!位)|%|亿元|万元|个?[位名档等]次|位))(?!及?以[上下内])(?P<object2>{_OBJECT})"
    rf"|(?<![第十百\d任意何后数于])[一1](?P<per3>[次项件起处条个篇天])(?=(?:可|分别)?(?:核减|[追累]加|[扣加减得]))"
    rf"|(?<![第十百千万唯同统单每之于足过少达满任意何后数\d.])[一1]\s*(?P<per2>{_ONE})(?P<object2>{_OBJECT}(?<!则))(?=(?:直接|分别|[各再另可倒则共])?(?:核减|[追累]加|[扣减加])))"
)
EACH_AFTER: Final = rf"(?:\s*/\s*(?P<per4>{MEASURE}))?"

#: A share that something is below of is no step, from here on: 每低于95%扣1分.
_BELOW: Final = regex.compile(r"(?:[低少]于|不足|达不到)(?:目标值?|标准)?$")
_SHARE_FROM: Final = 50

_LONGEST_COUNTED: Final = 40
_COUNTED: Final = late_pattern(rf"{PER}$")
_TIME: Final = late_pattern(TIMES)
#: 每 with one of these says how often, not for each what: 每季度报送1条.
_HOW_OFTEN: Final = late_pattern(rf"(?:{TIMES}|半)")


def group(match: Match, name: str) -> str | None:
    """Return a group's text; None where the pattern has no such group or it took no part."""
    return match[name] if name in match.re.groupindex else None


def counted(clause: Text, match: Match) -> Text | None:
    """Return for each what marks are given: `次` of 每次, `5人` of 每5人, `人次` of 每人每次; not 年 of 每年五万."""
    name = next((n for n in ("per4", "per", "per2", "per3") if group(match, n)), None)
    if name is None or (name == "per" and (_says_how_often(match) or _is_threshold(match) or _is_rate(match))):
        return None
    start = match.start("many") if name == "per" and group(match, "many") else match.start(name)
    per = clause[start : match.end(name)]
    return per.without([(i, i + 1) for i, char in enumerate(per.chars) if char in "每按"])


def _says_how_often(match: Match) -> bool:
    """Whether 每 tells how often a thing is done: a stretch of time without a number, and what is done in it."""
    return not group(match, "case") and bool(group(match, "object")) and _TIME.fullmatch(match["per"]) is not None


def _is_rate(match: Match) -> bool:
    """Whether 每 tells of how many people or things so much is had, and no case: 每百户30平方米, 每千人拥有5张."""
    of_people = match[0].startswith(_RATES) and match["per"][-1:] in _WHO_HAS
    return of_people and not group(match, "case") and bool(group(match, "object"))


_RATES: Final = ("每百", "每千", "每万")
#: Money and land are counted (`每万元产值加0.1分`).
_WHO_HAS: Final = "人户"


def _is_threshold(match: Match) -> bool:
    """Whether a share is what a thing is below of, and not how far: 每低于95%, not 每低于目标值5%."""
    share = match["many"] if match["per"] == "%" else None
    below = _BELOW.search(group(match, "case") or "") if share and share.isdecimal() else None
    return below is not None and int(share or 0) >= _SHARE_FROM


def counted_before(previous: Text) -> Text | None:
    """Return what the clause before counts, where it ends with that: `每缺席一次，扣0.5分`; not 每季度更新."""
    words = previous[-_LONGEST_COUNTED:]
    match = _COUNTED.search(words.folded)
    return counted(words, match) if match is not None and _is_occurrence(match) else None


def _is_occurrence(match: Match) -> bool:
    """Whether a clause ends with one more of something: `每低1个百分点`, `每项`; not with how often it is done."""
    if group(match, "per") is None:
        return True
    case, printed = group(match, "case") or "", match[0][: match.start("per") - match.start()]
    numbered = printed[-1:] in "一1" or group(match, "many") is not None
    return (
        (numbered or not group(match, "object"))
        and not _HOW_OFTEN.match(case)
        and not (_TIME.fullmatch(match["per"]) is not None and not numbered)
    )
