"""Scoring rules: what is won or lost for what, clause by clause."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.clauses import clauses, sentences
from extractors.text import Text, join
from normalizers.numerals import number
from normalizers.values import AmountUnit, Basis, Effect, RuleValue

Match = regex.Match[str]

#: A stop between digits is a point that was read wrong (`0。5分`).
_DIGITS: Final = r"\d+(?:[.。]\d+)?"
_NUM: Final = rf"(?:{_DIGITS}|[一二三四五六七八九十两半]{{1,3}})"
_AMOUNT: Final = rf"(?:(?P<min>\d+(?:\.\d+)?)\s*分?\s*[-~至]\s*)?(?P<n>{_NUM})\s*(?P<u>分(?!钟|之)|%|个百分点)"
#: What is counted; the longer words first, so that 人次 is not 人.
_MEASURE: Final = (
    r"(?:个百分点|百分点|个月|人次|批次|案次|户次|车次|分钟|小时|工作日|季度|项|次|件|条|篇|个|起|人|天|日|处|户|例|份|期|家|名|村|宗|场|轮|月|年|幅|块|台|"
    r"辆|米|亩|批|间|所|类|种|%)"
)
_COUNT: Final = r"(?:[一1]|(?P<many>[2-9]|\d{2,}|0\.\d+|十|百))?"
_PER: Final = (
    rf"(?:每(?P<case>[\p{{Han}}]{{0,6}}?){_COUNT}\s*(?P<per>{_MEASURE})(?P<object>[^\d,;扣减加得计记赋]{{0,16}}?)"
    rf"|(?:[缺少漏差错]|参加|发现|发生|出现|组织|举办|完成|有|逾期|迟[报到交])\s*[一1]\s*(?P<per2>{_MEASURE})(?:[^\d,;扣减加得计记赋]{{0,16}}?)"
    rf"|(?<![第十百\d])[一1](?P<per3>[次项件起处条个篇天])(?=扣|加|减)|(?<![第十百\d\p{{Han}}])[一1](?P<per3>[项次件个条])[未没不]\p{{Han}}{{1,8}}?)"
)
_EACH_AFTER: Final = rf"(?:\s*/\s*(?P<per4>{_MEASURE}))?"
_ADVERB: Final = r"(?:直接|一次性|酌情|各|再|予以|给予|分别|相应|则|累计|另|可|倒|年终){0,4}"


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
    """One way to write a rule: found in a folded clause; `effect` by the verb where it is None."""

    name: str
    effect: Effect | None
    pattern: "regex.Pattern[str]"
    examples: tuple[str, ...]


def _form(name: str, effect: Effect | None, source: str, *examples: str) -> Form:
    return Form(name, effect, regex.compile(source), examples)


_VERBS: Final[dict[str, Effect]] = {
    "扣": "deduct", "减": "deduct", "加": "add", "奖": "add", "得": "award", "计": "award", "记": "award", "赋": "award",
}  # fmt: skip

# The first form that matches a clause reads it: fixed phrases first, then verbs with amounts.
FORMS: Final = (
    _form("all", "deduct", r"(?:(?<=\p{Han})扣完|扣[光除])(?:本|该|此|全部|所有)项?(?:目)?(?:的)?(?:分值|分数|分)(?!.{0,4}止)",
          "未达标的扣完该项分值", "扣除全部分值"),
    _form("veto", "veto", r"一票否决|取消.{0,12}资格|直接(?:定|评)为不合格", "实行一票否决", "取消评优资格"),
    _form(
        "floor", "floor",
        rf"(?:以)?[扣减]完(?:(?P<n>{_DIGITS})(?P<u>分)|(?:本|该|此|各)?项?(?:目)?(?:分值?|总分)?)?(?:为止|即止|为限)"
        r"|[扣减]完(?:本|该|此)项(?:分值?)?|直[至到]扣完|不[计记]负分|[扣减]分?[至到]?0分为止",
        "扣完为止", "不计负分", "扣完本项分值为止", "扣完2分为止",
    ),
    _form("average", "average", r"得平均分", "不参与考核的得平均分"),
    _form("forfeit", "forfeit", r"不得分(?![包摊散解割批期开支流配])|不予认定|不予?[计记]分|[得计记为](?:0|零|〇)分|得分为(?:0|零)|不予得分",
          "不得分", "不予认定", "该项得零分", "得分为0"),
    _form("uncapped", "cap", r"不设上限|上不封顶", "加分不设上限"),
    _form("formula", "formula", r"得分\s*=|按(?:\S{0,12}?)比例(?:扣|得|计|折算|赋)分|按比例折算|折算(?:后)?(?:计入|得)分?|(?:/|÷)\S{1,24}[×*]",
          "按比例得分", "得分=完成数/任务数×10", "按完成率比例计分"),
    _form("once", "cap", r"不(?:得)?重复(?:计算|计分|加分|扣分|得分)(?!的)|不累计|就高不就低", "同一材料不重复计算"),
    _form(
        "cap", "cap",
        rf"(?:(?:最高|最多|累计|合计|总计|总共|共计|限)(?:可)?(?:不(?:得)?超过|[加扣减得]|为)?|(?:总分|加分|扣分|减分)(?:最高|最多)?不(?:得)?超过)[加扣减得]?\s*{_AMOUNT}|[加扣减]满\s*{_AMOUNT}\s*为止",
        "最高不超过5分", "累计不超过4分", "最高扣4分", "加满5分为止",
        "加分总计不超过100分", "加分不超过10分",
    ),
    _form("mode", "deduct", r"实行倒扣分(?:制)?", "以100为基数实行倒扣分"),
    _form(
        "share", None,
        r"按每(?P<per>[^\d,;]{1,16}?)\s*(?P<n>\d+(?:\.\d+)?)(?P<u>%|个百分点)的?比例(?:直接|予以|给予)*(?P<verb>[计加扣])[入分]",
        "按每期3%的比例直接计入年度考核成绩",
    ),
    _form("tier", "award", rf"^(?P<tier>国家|省部|省|市|县|区|乡镇|全国)级(?:以上)?\s*(?P<verb>[加得计减扣])?\s*{_AMOUNT}$", "市级0.3分", "国家级5分"),
    _form(
        "each", None,
        rf"{_PER}?{_ADVERB}(?P<verb>扣除?|减|加|奖|得|[计记]|赋予?)\s*(?P<list>{_DIGITS}分?(?:[、,/]{_DIGITS}分?)+)(?<=分)",
        "分别扣6、4、2分", "分别扣5分、6分、7分",
    ),
    _form(
        "verb", None,
        rf"{_PER}?{_ADVERB}(?<!不)(?<!不予)(?<!不再)(?P<verb>扣除?|减|加|奖励?|得|[计记]|赋予?)(?:(?:考核|绩效|年度)分?)?\s*{_AMOUNT}{_EACH_AFTER}",
        "每件扣1分", "缺一项扣一分", "参加一次加0.2分", "扣15分/批次",
    ),
    _form("lost_unit", None, rf"{_PER}?{_ADVERB}(?P<verb>[扣加减])\s*(?P<n>\d{{1,2}}(?:\.\d+)?)$", "每件扣1", "直接扣10"),
    _form("bare", None, r"(?<!不)(?<!不予)(?<!不再)(?<![得倒])(?:(?P<verb>[扣加])|(?<=酌情|视情|相应|予以|情况)(?P<verb>减))分$", "转载扣分"),
)  # fmt: skip

_ADVERBIAL: Final = regex.compile(
    r"^(?:[在于].{0,20}[中内里时]|.{0,8}(?:考[核评]|评定|评选)[中内里时]?|则|将|并|直接|一次性|酌情|予以|给予|各|再|分别|(?:该|本|此)[大小]?项(?:目|指标)?|,)*$"
)


def _amount_unit(printed: str | None) -> AmountUnit:
    return "point" if printed in (None, "", "分") else "percent"


def _group(match: Match, name: str) -> str | None:
    return match.groupdict().get(name)


def _rule_value(form: Form, match: Match, clause: str, like: Effect | None) -> RuleValue | None:
    """Read what a match gives or takes; a tier without a verb of its own is `like` the rule before it."""
    verb = _first(match, "verb")
    effect = _VERBS[verb[0]] if verb else like if form.name == "tier" and like is not None else form.effect
    if effect is None:
        return None
    printed = _first(match, "n")
    amount = number(printed.replace("。", ".")) if printed else None
    if printed and amount is None:
        return None
    low = number(match["min"]) if _group(match, "min") else None
    repaired = form.name == "lost_unit" or "。" in (printed or "")
    basis: Basis = "repaired" if repaired else "stated"
    unit = _amount_unit(_first(match, "u")) if amount is not None else None
    return RuleValue(effect, amount, low, unit, "酌情" in clause, basis)


def _first(match: Match, name: str) -> str | None:
    """Return the group's text; a pattern that uses one name twice keeps the last that took part."""
    captured = match.capturesdict().get(name) or []
    return captured[-1] if captured else None


#: What opens a case that the next clause gives a mark for: `有人员滞留的，未及时劝返的扣5分`.
_OPENS_CASE: Final = regex.compile(r"^(?:凡|如|若|对|因|被|有|发生|出现|经|在)")
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
    return None if _ADVERBIAL.match(words.folded) else words


def _hits(clause: Text) -> list[tuple[Form, Match]]:
    """Find the rules of a clause from left to right; where two begin at one place, the form listed first."""
    found: list[tuple[Form, Match]] = []
    folded, at = clause.folded, 0
    while True:
        hits = [(m.start(), i, m) for i, form in enumerate(FORMS) if (m := form.pattern.search(folded, at)) is not None]
        if not hits:
            return found
        _, i, match = min(hits, key=lambda hit: hit[:2])
        found.append((FORMS[i], match))
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
        per = _per(clause, match)
        if per is None and previous is not None and not found and form.name == "verb":
            per = _per_before(previous)
        found += [RuleFound(value, text, condition, per, tier) for value, tier in values]
        begin = match.end()
    return found


def _own_condition(form: Form, words: Text, case: Text | None) -> Text | None:
    """Return a rule's condition in its own clause, behind the case that the clause before opened."""
    own = _condition(words) if form.name not in ("mode", "tier") else None
    return join([case, own], "，") if own is not None and case is not None else own


def _words_end(match: Match) -> int:
    """Return where a rule's condition ends: behind `缺一项`, `每迟报一天`; before `每项` and the verb."""
    if _group(match, "per2"):
        return match.end("per2")
    case, object_ = _group(match, "case"), _group(match, "object")
    told = bool(object_) or (case not in (None, "") and case not in _FOUND)
    return match.start("verb") if told else match.start()


def _per(clause: Text, match: Match) -> Text | None:
    """Return for each what marks are given: `次` of 每次, `5人` of 每5人, `批次` of 15分/批次."""
    name = next((n for n in ("per", "per2", "per3", "per4") if _group(match, n)), None)
    if name is None:
        return None
    start = match.start("many") if name == "per" and _group(match, "many") else match.start(name)
    per = clause[start : match.end(name)]
    return per.without([(i, i + 1) for i, char in enumerate(per.chars) if char == "每"])


_LONGEST_COUNTED: Final = 40
_COUNTED: Final = regex.compile(rf"{_PER}$")


def _per_before(previous: Text) -> Text | None:
    """Return what the clause before counts, where it ends with that: `每缺席一次，扣0.5分`."""
    words = previous[-_LONGEST_COUNTED:]
    match = _COUNTED.search(words.folded)
    return _per(words, match) if match is not None else None


Tiered = tuple[RuleValue, Text | None]


def _values(form: Form, match: Match, clause: Text, words: list[Text | None], like: Effect | None) -> list[Tiered]:
    """Return what a rule gives or takes; a list of amounts is one rule for each, with the tier in its place.

    `words` are those before the rule in its clause, and the clause before.
    """
    if form.name != "each":
        value = _rule_value(form, match, clause.folded, like)
        tier = clause[match.start("tier") : match.end("tier") + 1] if _group(match, "tier") else None
        return [(value, tier)] if value is not None else []
    amounts = [number(n) for n in regex.findall(_DIGITS, match["list"])]
    lists = (_tiers(part, len(amounts)) for part in words if part is not None)
    tiers = next((found for found in lists if found), [None] * len(amounts))
    effect = _VERBS[match["verb"][0]]
    return [
        (RuleValue(effect, amount, None, "point", False, "stated"), tier)
        for amount, tier in zip(amounts, tiers, strict=True)
        if amount is not None
    ]


_LIST: Final = regex.compile(r"[^、,;。]{1,10}(?:、[^、,;。]{1,10})+")


def _tiers(words: Text, count: int) -> list[Text | None]:
    """Return the members of the last list in the words that is as long as the list of amounts."""
    for match in reversed(list(words.finditer(_LIST))):
        parts = words[match.start() : match.end()].split(regex.compile("、"))
        if len(parts) == count:
            level = parts[-1].folded.find("级")
            last = parts[-1][: level + 1] if level > 0 else parts[-1][: max(map(len, parts[:-1]))]
            return [*parts[:-1], last]
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
        case = words if words is not None and _OPENS_CASE.match(words.folded) else None
    return found


_MAYBE: Final = regex.compile(r"[扣加减得计记赋奖分]|否决|认定|资格|不合格|不重复|不累计|就高|上限")


def rules(text: Text, *, bonus: bool = False, named: bool = False) -> list[RuleFound]:
    """Find the rules of a text in order.

    In a bonus section a bare tier (`市级0.3分`) adds; a name (`named`) that ends with 加分 gives no marks.
    """
    if not _MAYBE.search(text.folded):
        return []
    return [rule for sentence in sentences(text) for rule in _in_sentence(sentence, bonus, named)]
