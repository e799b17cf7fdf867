"""The condition of a scoring rule: the words that say when it applies."""

from typing import Final

import regex

from extractors.text import Text, join

#: How much is left to whoever scores: 视情节轻重酌情, 根据实际情况.
_DISCRETION: Final = r"(?:视|根据|依据|按照?)\p{Han}{0,10}?(?:情况|情节|程度|轻重|情)+(?:轻重|严重程度)?|酌情|适当"
BY_DISCRETION: Final = regex.compile(rf"(?:{_DISCRETION})(?:\p{{Han}}{{0,4}})[扣减加得给计记赋打]")
_ADVERBIAL: Final = regex.compile(
    r"^(?:(?:以上|上述)(?:各项|情[形况]|问题|行为)?|(?:[当本该]年|年)度?内?|年[终末底]|[在于].{0,20}[中内里时]|除.{2,24}外|(?:[本该此][条篇件][^,的未没无不]{0,12}|当[年月季次]度?(?:综合|考核)?)|(?:在?\p{Han}{0,6}(?:得分|分值?)的?(?:基础)?上)|(?:考[核评])?结果|(?![^,]{0,6}[未没无不])[^,]{0,8}(?:考[核评]|评定|评选)[中内里时]?|(?<!否)则|将|并|应|累计|合计|总计|总|最[高多低]|至多|倒扣分?|[加扣奖减计评得]分(?:项目?|标准|办法|细则|方法|依据)|直接|一次性|予以|给予|实行|各|再|分别|"
    rf"(?:该|本|此)[大小]?项(?:目|指标)?(?:共|满分|分值)?(?:\d{{1,3}}(?:\.\d)?分)?|{_DISCRETION}|,)*$"
)
#: What is done besides, and is no case: `未办结的，通报批评并扣2分`, `未办结的，予以通报`; not 被通报批评的, 约谈一次.
_SANCTION: Final = (
    r"(?:全[省市县区乡镇]|公开|书面)?(?:通报(?:批评)?|批评|警告|提醒|问责|诫勉(?:谈话)?|追责"
    r"|约谈(?!\p{Han}{0,8}的)\p{Han}{0,8}?|责令\p{Han}{0,4}?(?:整改|改正|检查))"
)
_BESIDES: Final = rf"(?:(?<=^|[,、的])(?:予以|给予)?{_SANCTION}并且?|(?<=^|[,、的])(?:予以|给予){_SANCTION})"
_TRAILING: Final = regex.compile(
    rf"[,、]?(?:{_BESIDES}|在?(?:原|基[本础])?(?:得分|分值?)的?(?:基础)?上|[在从](?:考核|年度|年终|月度|综合|绩效|该项|本项)*(?:总?得?分值?|总分|成绩|基[本础]分)中?|{_DISCRETION}|实行|采取|予以|给予|相应的?|一律|[该本此]项(?:目|指标)?|(?<=[,、的])考[核评]结果|[将应可均各]|(?<=^[有无])则)+$"
)
_SAYS: Final = regex.compile(r"[\p{Han}%]|[A-Za-z]{2}")
#: An amount by itself is what something is worth, and no case.
_AMOUNT: Final = regex.compile(
    r"(?:共|计|满分|分值|标准分|基[本础准]分|各占?|每[项个次月季年]度?)?\d{1,3}(?:\.\d{1,2})?\s*分"
)
#: What opens a case that the next clause gives a mark for: `有人员滞留的，未及时劝返的扣5分`.
_OPENS_CASE: Final = regex.compile(
    r"^(?:凡|如|若|对|因|被|有|发生|出现|经|在|(?:国家|省部?|市|县|区|镇|乡镇|村)级(?!.*[每扣加减得计记]))|的(?:\p{Han}{2,4})?$"
)
#: What a condition does not begin with: a number of an outline, a full mark in a bracket, a joining sign.
_NO_CONDITION: Final = regex.compile(
    r"^(?:[\s、,;:/)”]|\([由按][^()]{2,20}(?:评分|负责|考核|打分|计分)\)|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|\d{1,2}(?:、(?!\d{1,2}(?:、|[级月日类季年个%]))|\.(?!\d))|[①-⑳]|[一二三四五六七八九]是(?!否)|其中:?|同时|[^、]{2,40}不[扣加减奖]分、|\(\d{1,3}(?:\.\d)?分\))+"
)
_FULL_MARK: Final = regex.compile(r"^.{0,20}\(\d{1,3}(?:\.\d)?分\)[。:;,]?")
#: What goes on with the clause before it, whatever that says: `未公开，且未整改的`.
_GOES_ON: Final = regex.compile(r"且|或|并(?!列)|及(?!时)|而|又|也|仍|致使|但|按|视")
#: Faults in a row are one case (`未制定方案，未召开会议的，各扣1分`), and so are a fault and what came of it.
_FAULT: Final = regex.compile(
    r"^(?!不[迟漏瞒缺错]).{0,8}?(?:未|没有?|无(?!论)|不(?!得|断|定期|仅|少于|低于|超过|漏|迟|瞒|留|出|发)|(?<!不)[缺漏迟瞒谎]|逾期|滞后|落后|存在|拒|擅自|弄虚作假|违反|违规)"
)
#: What is denied at the beginning is denied up to 的: `未列入预算，落实到村的`; not 不断, 不得, 未来.
_DENIES: Final = regex.compile(
    r"^(?:\p{Han}{0,6}?(?:未(?![来雨]|成年)|没有)|不(?![断仅但得能可少低超迟漏瞒错缺留出发同论管]|定期))"
)
_CAME_OF_IT: Final = regex.compile(r"造成|导致|引[发起]|影响|情节|被|受到|经|仍|发[现生]|出现|每[低少差缺超]")
#: A fault by its last word: `防范措施不落实`, `防范能力差`; not 不断.
_ENDS_AS_FAULT: Final = regex.compile(
    r"(?:不(?:落实|到位|力|够|足|健全|完善|规范|及时|齐全|完整|合格|达标|彻底|清|严|实|明确?|符)|[^误温时价落]差|缺失|滞后|薄弱|虚假)$"
)
#: A list of what is found ends with one of these: `未设围挡，路面破损，有积水等现象`.
_ENDS_A_LIST: Final = regex.compile(r"等(?:现象|情[形况]|问题|行为)的?$")
#: What is asked not to be there (`无裸露垃圾，发现一处…`): who finds some finds no lack of it; not 无制度, 无专人.
_IS_NOT_THERE: Final = regex.compile(
    r"无(?![论故法证照牌人]|专|制度|方案|预案|记录|台账|资料|计划|标[识志牌]|措施|合同|手续|资质|许可|备案|登记|防护|责任)|没有"
)
#: A counting phrase and nothing else: `发现一处`, `每出现1次`.
_IS_FOUND: Final = regex.compile(r"每?(?:发现|出现|发生|有)?(?:[一1]?\p{Han}{1,2})?")
#: What is missing is counted: `每缺一项`, `少1个`.
_IS_MISSING: Final = regex.compile(r"每?(?:缺|少|漏)")
#: What is asked for begins with what is to be done, or had, though it ends as a case may: `抓好台账的管理`.
_ASKS: Final = regex.compile(
    r"有|(?:加强|加快|落实|做好|抓好|完善|健全|建立|推进|开展|强化|严格|制定|提高|组织|深化|规范)[^不未没无缺]*$"
)
#: How it is found out; a case is what is found: `查阅资料，有方案的得2分`.
_METHOD: Final = regex.compile(
    r"(?:查(?!处|究)|抽查|检查(?=资料|记录|台账|文件|现场)|核查|现场|实地|听取|走访|随机|依据|根据|对照|调阅|翻阅|以|(?:每[年月周半季]\p{Han}{0,2})?由)"
)
#: Words of a case; a clause of method that has one tells what was found.
_FOUND: Final = regex.compile(r"[未没不无缺少低超]|发现|存在|的$")
_APART: Final = regex.compile(r"[;；:：]")


def condition(words: Text) -> Text | None:
    """Cut what is not the rule's own from the words before it; None where only adverbs are left."""
    mark = _FULL_MARK.match(words.folded)
    words = words[mark.end() :] if mark is not None else words
    opening = _NO_CONDITION.match(words.folded)
    words = _within((words[opening.end() :] if opening is not None else words).strip(_SEPARATORS)).rstrip("“ ")
    if _ADVERBIAL.match(words.folded) or not _SAYS.search(words.folded) or _AMOUNT.fullmatch(words.folded):
        return None
    trailing = _TRAILING.search(words.folded)
    kept = words[: trailing.start()].rstrip("(（") if trailing is not None else words
    return kept if kept.chars else None


_SEPARATORS: Final = " 、,，;；:："
#: A bracket around all there is, or half of one at the beginning.
_BRACKETED: Final = regex.compile(r"\((?:[^()]++|\([^()]*\))*+(?:\)$|$)")


def _within(words: Text) -> Text:
    """Drop the bracket around words and halves of one: `（30人以上）`, `（未公开的`; not of `（含）以上`."""
    words = words.rstrip("(（" + _SEPARATORS)
    while _BRACKETED.match(words.folded) is not None:
        words = words[1 : len(words) - words.folded.endswith(")")].strip(_SEPARATORS)
    return words


def in_bracket(words: Text) -> Text | None:
    """Return the case that a rule's bracket tells by itself: of `培训不少于2次（少一次扣2分）` the lack of one."""
    opened = _open_bracket(words.folded) if "(" in words.folded else None
    return condition(words[opened + 1 :]) if opened else None


_BY: Final = regex.compile(r"(?:按照?|以|为|[=:])\s*$")


def before_bracket(words: Text) -> Text:
    """Cut the bracket that a formula opens with off the words before it: `其余按（得分÷最高分×30）`."""
    opened = _open_bracket(words.folded) if "(" in words.folded else None
    by = _BY.search(words.folded, 0, opened) if opened is not None else None
    return words if opened is None else words[: by.start() if by is not None else opened]


def _open_bracket(folded: str) -> int | None:
    """Return where the last bracket begins that is never closed."""
    closed = 0
    for at in reversed(range(len(folded))):
        closed += (folded[at] == ")") - (folded[at] == "(")
        if closed < 0:
            return at
    return None


def is_method(clause: Text) -> bool:
    """Whether a clause says nothing but how one looks (`查阅会议记录`)."""
    return _METHOD.match(clause.folded) is not None and _FOUND.search(clause.folded) is None


def is_case(words: Text) -> bool:
    """Whether a condition tells of a case of its own: `发生事故的`; not `年度考核`, `单位负责人`."""
    return _OPENS_CASE.search(words.folded) is not None or _FAULT.match(words.folded) is not None


def heads(clause: Text) -> bool:
    """Whether a colon stands behind a clause."""
    return clause.source[clause.end : clause.end + 1] in (":", "：")


def opens_cases(clause: Text) -> bool:
    """Whether a clause and its colon open the case of all rules behind it: `发生伤残事故：重伤1人扣15分；…`."""
    if not heads(clause):
        return False
    told = condition(clause)
    return told is not None and _OPENS_CASE.search(told.folded) is not None


def with_before(before: list[Text], words: Text, *, all_of_them: bool) -> Text:
    """Put the clauses that tell of the same case before a condition; what is asked for is one case as a whole."""
    parts = [words]
    denied = _denied(before, words)
    for at, clause in reversed(list(enumerate(before))):
        told = condition(clause)
        alike = told is not None and (at >= denied or _is_one_case(told, parts[0], words))
        if (
            told is None
            or is_asked_away(told, parts[0].folded)
            or not (alike or (all_of_them and _is_asked_for(told, parts[0])))
        ):
            break
        parts.insert(0, told)
    return join(parts, "，")


def _denied(before: list[Text], words: Text) -> int:
    """Return which clause before denies all up to the 的 that ends a condition; their number where none does."""
    found, behind = len(before), words
    for at, clause in reversed(list(enumerate(before if words.folded.endswith("的") else []))):
        told = condition(clause)
        if told is None or told.folded.endswith("的") or _APART.search(words.source, clause.end, behind.start):
            break
        found, behind = at if _DENIES.match(told.folded) else found, clause
    return found


def _is_one_case(before: Text, words: Text, last: Text) -> bool:
    """Whether a clause tells of the case of the words behind it; `last` is the clause that ends the case."""
    sign = _APART.search(words.source, before.end, words.start)
    if sign is not None:  # what follows a colon is of the case before it: `发生伤残事故：重伤1人扣15分`
        return sign[0] in ":：" and _OPENS_CASE.search(before.folded) is not None
    if _GOES_ON.match(words.folded) or _OPENS_CASE.search(before.folded):
        return True
    more = is_fault(words) or _CAME_OF_IT.match(words.folded) or _ENDS_A_LIST.search(last.folded)
    return bool(more) and is_fault(before)


def is_fault(words: Text) -> bool:
    """Whether a clause tells of something that is missing or was not done."""
    return _FAULT.match(words.folded) is not None or _ENDS_AS_FAULT.search(words.folded) is not None


def is_asked_away(before: Text, counts: str) -> bool:
    """Whether a clause asks that there be none of what the phrase behind it counts: `无裸露垃圾，发现一处`."""
    if not counts or before.folded.endswith("的") or _IS_FOUND.fullmatch(counts) is None:
        return False
    return _IS_NOT_THERE.search(before.folded) is not None


def is_asked(before: Text, counts: str) -> bool:
    """Whether a clause asks for that whose lack, or contrary, the phrase behind it counts: `落实专人，每缺一项`."""
    missing = _IS_MISSING.match(counts) is not None
    faulty = (
        is_fault(before)
        or _FALLS_SHORT.search(before.folded)
        or (is_case(before) and _ASKS.match(before.folded) is None)
    )
    return is_asked_away(before, counts) or (missing and not faulty)


#: `组织巡查少于6次的` is a case already; 不少于6次 is what is asked for.
_FALLS_SHORT: Final = regex.compile(r"(?<!不[得能可]?)(?:[少低]于|不足|达不到|不到)[^,;]{1,12}的$")


def _is_asked_for(before: Text, words: Text) -> bool:
    return _APART.search(words.source, before.end, words.start) is None and _METHOD.match(before.folded) is None
