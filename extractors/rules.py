"""Scoring rules: what is won or lost for what, clause by clause."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import regex

from extractors.clauses import clauses, sentences
from extractors.counts import EACH_AFTER, PER, counted, counted_before, group
from extractors.text import Text, join
from normalizers.numerals import LOST_POINT, number
from normalizers.values import AmountUnit, Basis, Effect, RuleValue

Match = regex.Match[str]

#: A stop between digits is a point that was read wrong (`0。5分`); a letter alone is a figure read wrong (`扣l分`).
_DIGITS: Final = r"(?:\d{1,5}|[lIOo](?![\dlIOo]))(?:[.。]\d{1,3})?"
_NUM: Final = rf"(?:{_DIGITS}|[一二三四五六七八九十两半]{{1,3}})"
#: A score that is reached is none that is given: 得90分以上的.
_BAND: Final = r"(?!及?以[上下]|\(含|段)"
_AMOUNT: Final = (
    rf"(?:(?:(?P<min>\d{{1,5}}(?:\.\d{{1,3}})?) ?分? ?[-~至到] ?)?(?P<n>{_NUM})\s*(?P<u>分(?!钟|之){_BAND}|%|个百分点)"
    r"|(?P<u>百分之)(?P<n>[一二三四五六七八九十百]{1,5}|\d{1,3}))"
)
_ADVERB: Final = (
    r"(?:直接|一次性|酌情|各|再|予以|给予|分别|相应|(?<!否)则|累计|另|可|倒|年终|依次|递|(?<![参增追])加(?=扣)){0,4}"
)
#: What the marks are taken from or added to, between the verb and the amount: 倒扣基础分5分.
_OF_WHAT: Final = r"(?:(?:考核|绩效|年度|基础|基本|标准|目标|综合)总?分|总分)?"
_GRADE: Final = r"(?:不合格|不达标|不称职|末[等位]|最[低末]等次|较?差)"


@dataclass(frozen=True, slots=True)
class RuleFound:
    """A rule with its clause, and the words that say when it applies, for each what, at which level."""

    value: RuleValue
    text: Text
    condition: Text | None = None
    per: Text | None = None
    tier: Text | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a rule: found in a folded clause; `effect` by the verb where it is None.

    One of the characters that it `needs` is in each clause with a match, so that most forms need not be tried on it.
    """

    name: str
    needs: str
    effect: Effect | None
    pattern: "regex.Pattern[str]"
    examples: tuple[str, ...]


def _form(name: str, needs: str, effect: Effect | None, source: str, *examples: str) -> Form:
    return Form(name, needs, effect, regex.compile(source), examples)


#: 增加, 参加 and their like give no marks; 扣减, 加计 are one verb.
_VERB: Final = r"(?<!折)扣[除减罚]?|(?<![增参更追附施添])加[计记]?|(?<![削缩])减[去扣]?|奖励?|得|[计记]|赋予?"
_VERBS: Final[dict[str, Effect]] = {
    "扣": "deduct", "减": "deduct", "加": "add", "奖": "add", "得": "award", "计": "award", "记": "award", "赋": "award",
}  # fmt: skip

# The first form that matches a clause reads it: fixed phrases first, then verbs with amounts.
FORMS: Final = (
    _form("all", "扣", "deduct", r"(?:(?<=\p{Han})扣完|扣[光除])(?:本|该|此|全部|所有)项?(?:目)?(?:的)?(?:分值|分数|分)(?!.{0,4}止)",
          "未达标的扣完该项分值", "扣除全部分值"),
    _form("veto", "否取直律评", "veto", rf"一票否[决优]|取消.{{0,30}}资格|(?:直接|一律)(?:判定|评定|认定|确定|[定评列判])为“?{_GRADE}|不得(?:评先|评优|参评|评为(?:优秀|先进))",
          "实行一票否决", "取消评优资格", "直接判定为不达标", "当年不得评先评优"),
    _form(
        "floor", "扣减负", "floor",
        rf"(?:以)?[扣减]完(?:(?P<n>{_DIGITS})(?P<u>分)|(?:本|该|此|各)?小?项?(?:目)?(?:分[值数]?|(?:总|标准|基础|基本)分)?)?(?:为止|即止|为限)"
        r"|[扣减]完(?:本|该|此)项(?:分值?)?|直[至到]扣完|不[计记]负分|[扣减]分?[至到]?0分为止",
        "扣完为止", "不计负分", "扣完本项分值为止", "扣完2分为止",
    ),
    _form("average", "平", "average", r"(?:[得计记]|取)平均分|按\p{Han}{0,6}平均[分值](?:[得计记赋]分)?", "不参与考核的得平均分", "按平均值得分"),
    _form("full", "满", "award", r"(?:得|[计记]|按)满分(?:计算|计分|计)?", "完成目标任务的得满分", "全部达标的按满分计"),
    _form("factor", "倍半", "formula", r"(?:加倍|双倍|减半|折半)[扣加计得减][分计入]?", "重复发生的加倍扣分", "逾期完成的减半计分"),
    _form("forfeit", "分认", "forfeit", r"不得分(?![包摊散解割批期开支流配])|不予认定|不予?[计记]分|[得计记为](?:0|零|〇)分|得分为(?:0|零)|不予得分",
          "不得分", "不予认定", "该项得零分", "得分为0"),
    _form("uncapped", "限封", "cap", r"不设上限|上不封顶", "加分不设上限"),
    _form("formula", "=比折/÷", "formula", r"得分\s*=[^,;]*|按\S{0,12}?比例(?:扣|得|计|折算|赋|加|减|记|奖)分|按比例折算|折算(?:后)?(?:计入|得)分?"
          r"|\d{0,6}(?:/|÷)\S{1,24}[×*][^,;]*",
          "按比例得分", "得分=完成数/任务数×10", "按完成率比例计分", "超额完成的按比例加分"),
    _form("once", "重累就", "cap", r"不(?:得)?重复(?:计算|计分|加分|扣分|得分)(?!的)|不累计|就高不就低", "同一材料不重复计算"),
    _form(
        "cap", "分%", "cap",
        rf"(?:(?:最高|最多|累计|合计|总计|总共|共计|限)(?:可)?(?:不(?:得)?超过|[加扣减得]|为)?|(?:总分|加分|扣分|减分)(?:最高|最多)?不(?:得)?超过)[加扣减得]?\s*{_AMOUNT}|[加扣减][满至到够]\s*{_AMOUNT}\s*[为即]止|^不(?:得)?超过\s*{_AMOUNT}|(?<!扣完){_AMOUNT}\s*(?:封顶|为上限|为限)",
        "最高不超过5分", "累计不超过4分", "最高扣4分", "加满5分为止",
        "加分总计不超过100分", "加分不超过10分",
    ),
    _form("mode", "倒", "deduct", r"实行倒扣分(?:制)?", "以100为基数实行倒扣分"),
    _form(
        "share", "比", None,
        r"按每(?P<per>[^\d,;]{1,16}?)\s*(?P<n>\d+(?:\.\d+)?)(?P<u>%|个百分点)的?比例(?:直接|予以|给予)*(?P<verb>[计加扣])[入分]",
        "按每期3%的比例直接计入年度考核成绩",
    ),
    _form("tier", "级", "award", rf"^(?P<tier>国家|省部|省|市|县|区|乡镇|全国)级(?:以上)?\s*(?P<verb>[加得计减扣])?\s*{_AMOUNT}$", "市级0.3分", "国家级5分"),
    _form(
        "each", "分", None,
        rf"{PER}?{_ADVERB}(?P<verb>扣除?|减|加|奖|得|[计记]|赋予?)\s*(?P<list>{_DIGITS}分?(?:[、,/]{_DIGITS}分?)+)(?<=分)",
        "分别扣6、4、2分", "分别扣5分、6分、7分",
    ),
    _form(
        "either", "分%", None,
        rf"{PER}?{_ADVERB}(?P<verb>[加扣减])[(/](?P<verb>[加扣减])\)?\s*{_AMOUNT}",
        "每高（低）1个百分点加（扣）0.5分", "每有一项加/减1分",
    ),
    _form("given", "分%", None, rf"(?:给予|予以|酌情)\s*{_AMOUNT}的?(?P<verb>[加扣奖])分?", "酌情给予1-3分加分"),
    _form(
        "verb", "分%", None,
        rf"{PER}?{_ADVERB}(?<!不)(?<!不予)(?<!不再)(?P<verb>{_VERB}){_OF_WHAT}\s*{_AMOUNT}{EACH_AFTER}",
        "每件扣1分", "缺一项扣一分", "参加一次加0.2分", "扣15分/批次", "每增加10%加计0.2分", "倒扣基础分5分",
    ),
    _form("lost_unit", "扣加减", None, rf"{PER}?{_ADVERB}(?P<verb>[扣加减])\s*(?P<n>\d{{1,2}}(?:\.\d+)?)$", "每件扣1", "直接扣10"),
    _form("bare", "分", None, rf"{PER}?(?<!不)(?<!不予)(?<!不再)(?<=[\p{{Han}}”)%])(?<![得倒加减扣奖])(?:(?P<verb>[扣加])|(?<=酌情|视情|相应|予以|情况)(?P<verb>减))分$", "转载扣分", "每户扣分"),
)  # fmt: skip

#: How much is left to whoever scores: 视情节轻重酌情, 根据实际情况.
_DISCRETION: Final = r"(?:视|根据|依据|按照?)\p{Han}{0,10}?(?:情况|情节|程度|轻重|情)+(?:轻重|严重程度)?|酌情|适当"
_BY_DISCRETION: Final = regex.compile(rf"(?:{_DISCRETION})(?:\p{{Han}}{{0,4}})[扣减加得给]")
_ADVERBIAL: Final = regex.compile(
    r"^(?:[在于].{0,20}[中内里时]|.{0,8}(?:考[核评]|评定|评选)[中内里时]?|(?<!否)则|将|并|应|直接|一次性|予以|给予|实行|各|再|分别|"
    rf"(?:该|本|此)[大小]?项(?:目|指标)?|{_DISCRETION}|,)*$"
)
_TRAILING: Final = regex.compile(rf"[,、]?(?:{_DISCRETION}|实行|予以|给予|将|应|可)+$")
_SAYS: Final = regex.compile(r"[\p{Han}%]")


def _amount_unit(printed: str | None) -> AmountUnit:
    return "point" if printed in (None, "", "分") else "percent"


def _rule_value(form: Form, match: Match, clause: str, like: Effect | None) -> RuleValue | None:
    """Read what a match gives or takes; a tier without a verb of its own is `like` the rule before it."""
    verb = _first(match, "verb")
    effect = _VERBS[verb[0]] if verb else like if form.name == "tier" and like is not None else form.effect
    if effect is None:
        return None
    printed = _first(match, "n")
    amount, repaired = _marks(printed) if printed else (None, False)
    if printed and amount is None:
        return None
    low = number(match["min"]) if group(match, "min") else None
    if low is not None and amount is not None and low > amount:  # 另加5至1分
        low, amount = amount, low
    basis: Basis = "repaired" if repaired or form.name == "lost_unit" else "stated"
    unit = _amount_unit(_first(match, "u")) if amount is not None else None
    return RuleValue(effect, amount, low, unit, _BY_DISCRETION.search(clause) is not None, basis)


#: Letters that stand for figures in what was scanned.
_FIGURES: Final = str.maketrans("lIOo。", "1100.")


def _marks(printed: str) -> tuple[Decimal | None, bool]:
    """Read an amount, and say whether it had to be repaired: `0。5`, `l`, `05` that lost its point, not `半`."""
    if printed == "半":
        return Decimal("0.5"), False
    figures = printed.translate(_FIGURES)
    if LOST_POINT.fullmatch(figures):
        figures = f"0.{figures[1:]}"
    return number(figures), figures != printed


def _first(match: Match, name: str) -> str | None:
    """Return the group's text; a pattern that uses one name twice keeps the last that took part."""
    captured = match.capturesdict().get(name) or []
    return captured[-1] if captured else None


#: What opens a case that the next clause gives a mark for: `有人员滞留的，未及时劝返的扣5分`.
_OPENS_CASE: Final = regex.compile(r"^(?:凡|如|若|对|因|被|有|发生|出现|经|在)|的(?:\p{Han}{2,4})?$")
#: What a condition does not begin with: a number of an outline, a full mark in a bracket, a joining sign.
_NO_CONDITION: Final = regex.compile(
    r"^(?:[\s、,;:/]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.](?!\d)|[①-⑳]|其中:?|同时|\(\d{1,3}(?:\.\d)?分\))+"
)
_FULL_MARK: Final = regex.compile(r"^.{0,20}\(\d{1,3}(?:\.\d)?分\)[。:;,]?")
#: Words between 每 and what is counted that say nothing of the case.
_FOUND: Final = ("发现", "出现", "有", "少", "缺", "的")
#: Rules that speak for all that was said before them, and take no condition from it.
_GENERAL: Final = ("tier", "mode", "floor", "uncapped", "once", "cap")


def _condition(words: Text) -> Text | None:
    """Cut what is not the rule's own from the words before it; None where only adverbs are left."""
    mark = _FULL_MARK.match(words.folded)
    words = words[mark.end() :] if mark is not None else words
    opening = _NO_CONDITION.match(words.folded)
    words = (words[opening.end() :] if opening is not None else words).strip(" 、,，;；:：(（")
    if _ADVERBIAL.match(words.folded) or not _SAYS.search(words.folded):
        return None
    trailing = _TRAILING.search(words.folded)
    return words[: trailing.start()] if trailing is not None else words


def _hits(clause: Text) -> list[tuple[Form, Match]]:
    """Find the rules of a clause from left to right; where two begin at one place, the form listed first."""
    found: list[tuple[Form, Match]] = []
    folded, at = clause.folded, 0
    held = set(folded)
    forms = [form for form in FORMS if not held.isdisjoint(form.needs)]
    while True:
        hits = [(m.start(), i, m) for i, form in enumerate(forms) if (m := form.pattern.search(folded, at)) is not None]
        if not hits:
            return found
        _, i, match = min(hits, key=lambda hit: hit[:2])
        found.append((forms[i], match))
        at = max(match.end(), at + 1)


def _read(clause: Text, case: Text | None, previous: Text | None, like: Effect | None, named: bool) -> list[RuleFound]:
    """Read a clause's rules. `case` opens one that the clause goes on with; `previous` is the clause before."""
    found: list[RuleFound] = []
    begin = 0
    hits = _hits(clause)
    for i, (form, match) in enumerate(hits):
        values = _values(form, match, clause, [clause[begin : match.start()], previous], like)
        if not values or (named and form.name == "bare"):
            continue
        condition = _own_condition(form, clause[begin : _words_end(match)], None if found else case)
        if condition is None and form.name not in _GENERAL and not found and previous is not None:
            condition = _condition(previous)
        mode = form.name == "mode"
        end = len(clause) if i == len(hits) - 1 and not mode else match.end()
        text = clause[match.start() if mode else begin : end].strip("、,，;； ")
        per = counted(clause, match)
        if per is None and previous is not None and not found and form.name == "verb":
            per = counted_before(previous)
        found += [RuleFound(value, text, condition, per, tier) for value, tier in values]
        begin = match.end()
    return found


def _own_condition(form: Form, words: Text, case: Text | None) -> Text | None:
    """Return a rule's condition in its own clause, behind the case that the clause before opened."""
    own = _condition(words) if form.name not in ("mode", "tier") else None
    return join([case, own], "，") if own is not None and case is not None else own


def _words_end(match: Match) -> int:
    """Return where a rule's condition ends: behind `缺一项`, `每迟报一天`; before `每项` and the verb."""
    if group(match, "per2"):
        return match.end("object2")
    case, object_ = group(match, "case"), group(match, "object")
    told = bool(object_) or (case not in (None, "") and case not in _FOUND)
    return match.end("object") if told else match.start()


Tiered = tuple[RuleValue, Text | None]


def _values(form: Form, match: Match, clause: Text, words: list[Text | None], like: Effect | None) -> list[Tiered]:
    """Return what a rule gives or takes; a list of amounts is one rule for each, with the tier in its place.

    `words` are those before the rule in its clause, and the clause before.
    """
    if form.name == "either":
        value = _rule_value(form, match, clause.folded, like)
        effects = [_VERBS[verb] for verb in match.capturesdict()["verb"]]
        return [(replace(value, effect=effect), None) for effect in effects] if value is not None else []
    if form.name != "each":
        value = _rule_value(form, match, clause.folded, like)
        tier = clause[match.start("tier") : match.end("tier") + 1] if group(match, "tier") else None
        return [(value, tier)] if value is not None else []
    amounts = [_marks(n)[0] for n in _NUMBERS.findall(match["list"])]
    lists = (_tiers(part, len(amounts)) for part in words if part is not None)
    tiers = next((found for found in lists if found), [None] * len(amounts))
    effect = _VERBS[match["verb"][0]]
    return [
        (RuleValue(effect, amount, None, "point", False, "stated"), tier)
        for amount, tier in zip(amounts, tiers, strict=True)
        if amount is not None
    ]


_NUMBERS: Final = regex.compile(_DIGITS)
_COMMA: Final = regex.compile("、")
_LIST: Final = regex.compile(r"[^、,;。]{1,10}(?:、[^、,;。]{1,10})+")
_TIER: Final = regex.compile(r"(?:国家|省部?|市|州|县|区|乡镇?|镇|村)级?|[特一二三四]等奖?|第[一二三四五]名")
_GAINS: Final = regex.compile(r"^.{0,12}?(?:获得?|受到?|得到|被)(?=.)")


def _tiers(words: Text, count: int) -> list[Text | None]:
    """Return the members of the last list in the words that is as long as the list of amounts."""
    for match in reversed(list(words.finditer(_LIST))):
        parts = words[match.start() : match.end()].split(_COMMA)
        if len(parts) == count:
            gains, level = _GAINS.match(parts[0].folded), _TIER.match(parts[-1].folded)
            first = parts[0][gains.end() :] if gains is not None else parts[0]
            longest = level.end() if level is not None else max(map(len, [first, *parts[1:-1]]))
            return [first, *parts[1:-1], parts[-1][:longest]]
    return []


def _in_sentence(sentence: Text, bonus: bool, named: bool) -> list[RuleFound]:
    found: list[RuleFound] = []
    previous: Text | None = None
    case: Text | None = None
    for clause in clauses(sentence):
        like: Effect | None = "add" if bonus else found[-1].value.effect if found else None
        rules_ = _read(clause, case, previous, like if like in _VERBS.values() else None, named)
        found += rules_
        previous = clause if not rules_ else None
        words = _condition(clause) if not rules_ else None
        case = words if words is not None and _OPENS_CASE.search(words.folded) else None
    return found


_MAYBE: Final = regex.compile(
    r"[扣加减得计记赋奖分]|否决|认定|资格|不合格|不达标|不称职|末[位等]|不得[评参]|不重复|不累计|就高|上限"
)


def gives_marks(text: Text) -> bool:
    """Whether there is any rule in a text."""
    if not _MAYBE.search(text.folded):
        return False
    return any(_in_sentence(sentence, bonus=False, named=False) for sentence in sentences(text))


def rules(text: Text, *, bonus: bool = False, named: bool = False) -> list[RuleFound]:
    """Find the rules of a text in order.

    In a bonus section a bare tier (`市级0.3分`) adds; a name (`named`) that ends with 加分 gives no marks.
    """
    if not _MAYBE.search(text.folded):
        return []
    return [rule for sentence in sentences(text) for rule in _in_sentence(sentence, bonus, named)]
