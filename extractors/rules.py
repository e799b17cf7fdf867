"""Scoring rules: what is won or lost for what, clause by clause."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.clauses import clauses, sentences
from extractors.text import Text
from normalizers.numerals import number
from normalizers.values import AmountUnit, Basis, Effect, RuleValue

Match = regex.Match[str]

_NUM: Final = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十两半]{1,3})"
_AMOUNT: Final = rf"(?:(?P<min>\d+(?:\.\d+)?)\s*分?\s*[-~至]\s*)?(?P<n>{_NUM})\s*(?P<u>分|%|个百分点)"
_MEASURE: Final = r"(?:项|次|件|条|篇|个|起|人|天|日|处|户|例|份|期|人次|批次|分钟|小时)"
_PER: Final = (
    r"(?:每(?:发现|出现|有|少|缺|增加|减少|低|高|超|迟|逾期|延迟|参加|组织)?[一1]?(?P<per>[^\d,;扣减加得计记的]{1,10}?)"
    rf"|(?:[缺少漏差错]|参加|发现|出现|组织|举办|完成)\s*[一1]\s*(?P<per2>{_MEASURE}))"
)
_ADVERB: Final = r"(?:直接|一次性|酌情|各|再|予以|给予|分别|相应|则|累计|另|可|倒|年终)*"


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
    _form("veto", "veto", r"一票否决|取消.{0,12}资格|直接(?:定|评)为不合格", "实行一票否决", "取消评优资格"),
    _form("floor", "floor", r"[扣减]完(?:为止|即止)|不[计记]负分|[扣减]至?0分为止", "扣完为止", "不计负分"),
    _form("average", "average", r"得平均分", "不参与考核的得平均分"),
    _form("forfeit", "forfeit", r"不得分|不予认定|不予?[计记]分|[得计记]0分", "不得分", "不予认定"),
    _form("uncapped", "cap", r"不设上限|上不封顶", "加分不设上限"),
    _form("once", "cap", r"不(?:得)?重复(?:计算|计分|加分|扣分|得分)|不累计|就高不就低", "同一材料不重复计算"),
    _form(
        "cap", "cap",
        rf"(?:(?:最高|最多|累计|合计|总计|总共|共计|限)(?:可)?(?:不(?:得)?超过|[加扣得]|为)?|(?:总分|加分|扣分)(?:最高)?不(?:得)?超过)[加扣得]?\s*{_AMOUNT}|[加扣]满\s*{_AMOUNT}\s*为止",
        "最高不超过5分", "累计不超过4分", "最高扣4分", "加满5分为止",
        "加分总计不超过100分", "加分不超过10分",
    ),
    _form("mode", "deduct", r"实行倒扣分(?:制)?", "以100为基数实行倒扣分"),
    _form(
        "share", None,
        r"按每(?P<per>[^\d,;]{1,16}?)\s*(?P<n>\d+(?:\.\d+)?)(?P<u>%|个百分点)的?比例(?:直接|予以|给予)*(?P<verb>[计加扣])[入分]",
        "按每期3%的比例直接计入年度考核成绩",
    ),
    _form("tier", "award", rf"^(?P<tier>国家|省部|省|市|县|区|乡镇|全国)级(?:以上)?\s*[加得计]?\s*{_AMOUNT}$", "市级0.3分", "国家级5分"),
    _form(
        "verb", None,
        rf"{_PER}?{_ADVERB}(?P<verb>扣除?|减|加|奖|得|[计记]|赋予?)\s*{_AMOUNT}",
        "每件扣1分", "缺一项扣一分", "参加一次加0.2分",
    ),
    _form("lost_unit", None, rf"{_PER}?{_ADVERB}(?P<verb>[扣加减])\s*(?P<n>\d{{1,2}}(?:\.\d+)?)$", "每件扣1", "直接扣10"),
    _form("bare", None, r"(?P<verb>[扣加])分$", "转载扣分"),
)  # fmt: skip

_ADVERBIAL: Final = regex.compile(r"^(?:[在于]?.{0,20}[中内里时]|则|将|并|直接|一次性|酌情|予以|给予|各|再|分别|,)*$")


def _amount_unit(printed: str | None) -> AmountUnit:
    return "point" if printed in (None, "", "分") else "percent"


def _group(match: Match, name: str) -> str | None:
    return match.groupdict().get(name)


def _rule_value(form: Form, match: Match, clause: str, bonus: bool) -> RuleValue | None:
    effect = form.effect or _VERBS[match["verb"][0]]
    if form.name == "tier" and bonus:
        effect = "add"
    printed = _first(match, "n")
    amount = number(printed) if printed else None
    if printed and amount is None:
        return None
    low = number(match["min"]) if _group(match, "min") else None
    basis: Basis = "repaired" if form.name == "lost_unit" else "stated"
    unit = _amount_unit(_first(match, "u")) if amount is not None else None
    return RuleValue(effect, amount, low, unit, "酌情" in clause, basis)


def _first(match: Match, name: str) -> str | None:
    """Return the group's text; a pattern that uses one name twice keeps the last that took part."""
    captured = match.capturesdict().get(name) or []
    return captured[-1] if captured else None


def _words_before(clause: Text, match: Match, form: Form) -> Text | None:
    """Return the clause's own words that say when the rule applies, None where it has only adverbs."""
    end = match.end("per2") if _group(match, "per2") else match.start()
    own = clause[:end].strip()
    if form.name == "mode" or _ADVERBIAL.match(own.folded):
        return None
    return own


def _read(clause: Text, previous: Text | None, bonus: bool) -> RuleFound | None:
    for form in FORMS:
        match = form.pattern.search(clause.folded)
        value = _rule_value(form, match, clause.folded, bonus) if match is not None else None
        if match is None or value is None:
            continue
        own = _words_before(clause, match, form) if form.name != "tier" else None
        takes_previous = own is None and form.name not in ("tier", "mode", "floor", "uncapped", "once", "cap")
        per = clause.group(match, "per") if _group(match, "per") else None
        if per is None and _group(match, "per2"):
            per = clause.group(match, "per2")
        if per is not None:
            per = per.without([(i, i + 1) for i, c in enumerate(per.chars) if c == "每"])
        tier = clause[match.start("tier") : match.end("tier") + 1] if _group(match, "tier") else None
        text = clause[match.start() : match.end()] if form.name == "mode" else clause
        return RuleFound(value, text, own or (previous if takes_previous else None), per, tier)
    return None


def _in_sentence(sentence: Text, bonus: bool) -> list[RuleFound]:
    found: list[RuleFound] = []
    previous: Text | None = None
    for clause in clauses(sentence):
        rule = _read(clause, previous, bonus)
        if rule is not None:
            found.append(rule)
        previous = clause if rule is None else None
    return found


_MAYBE: Final = regex.compile(r"[扣加减得计记赋奖分]|否决|认定|资格|不合格|不重复|不累计|就高|上限")


def rules(text: Text, *, bonus: bool = False) -> list[RuleFound]:
    """Find the rules of a text in order; in a bonus section a bare tier (`市级0.3分`) adds."""
    if not _MAYBE.search(text.folded):
        return []
    return [rule for sentence in sentences(text) for rule in _in_sentence(sentence, bonus)]
