"""Scoring rules: what is won or lost for what, clause by clause."""

from collections.abc import Iterator, Set
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Final

import regex

from extractors.case_heads import with_heads
from extractors.clauses import clauses, ends_in_marks, sentences
from extractors.conditions import (
    BY_DISCRETION,
    before_bracket,
    condition,
    heads,
    in_bracket,
    is_asked,
    is_case,
    is_method,
    opens_cases,
    with_before,
)
from extractors.counts import counted, counted_before, group
from extractors.credits import any_credit
from extractors.ladders import ladder
from extractors.priced_lists import is_priced
from extractors.rule_forms import DIGITS, FORMS, Form
from extractors.rule_found import RuleFound, unless_nothing
from extractors.same_cases import also_of_case, tiers_of_case
from extractors.sieve import Sieve
from extractors.steps import as_steps
from extractors.text import Text
from extractors.tiers import tiers_of
from extractors.verbs import VERBS
from extractors.vetoes import goes_on, is_no_veto
from extractors.ways import Like, Way, is_price, said_by_head
from normalizers.numerals import LOST_POINT, number
from normalizers.values import AmountUnit, Basis, Effect, RuleValue

Match = regex.Match[str]


def _amount_unit(printed: str | None) -> AmountUnit:
    return "point" if printed in (None, "", "分") else "percent"


_GIVING: Final = frozenset(VERBS.values())


def _rule_value(form: Form, match: Match, clause: Text, like: Like) -> RuleValue | None:
    """Read what a match gives or takes; marks without a verb of their own do what those are `like`."""
    verb = _first(match, "verb")
    effect = VERBS[verb[0]] if verb else like.of(form)
    if effect is None or (form.name == "signed" and clause.chars[match.start("verb")] not in _SIGNS):
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
    freely = form.name == "within" or _is_by_discretion(clause.folded)
    return unless_nothing(RuleValue(effect, amount, low, unit, freely, basis))


@lru_cache(maxsize=64)  # a clause may have hundreds of rules
def _is_by_discretion(folded: str) -> bool:
    return BY_DISCRETION.search(folded) is not None


#: A sign, not a dash that joins a name and its amount (`组织领导—5分`).
_SIGNS: Final = "+＋-－−"
#: Letters that stand for figures in what was scanned; L is 1 and the point behind it.
_FIGURES: Final = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0", "。": ".", "L": "1"})
_ONE_AND_POINT: Final = regex.compile(r"L(?=\d$)")


def _marks(printed: str) -> tuple[Decimal | None, bool]:
    """Read an amount, and say whether it had to be repaired: `0。5`, `l`, `L5`, `05` that lost its point, not `半`."""
    if printed == "半":
        return Decimal("0.5"), False
    figures = _ONE_AND_POINT.sub("1.", printed).translate(_FIGURES)
    if LOST_POINT.fullmatch(figures):
        figures = f"0.{figures[1:]}"
    return number(figures), figures != printed


def _first(match: Match, name: str) -> str | None:
    """Return the group's text; a pattern that uses one name twice keeps the last that took part."""
    captured = match.captures(name) if name in match.re.groupindex else []
    return captured[-1] if captured else None


#: Words between 每 and what is counted that say nothing of the case.
_FOUND: Final = ("发现", "出现", "有", "少", "缺", "的")
#: Rules that speak for all that was said before them, and take no condition from it.
_GENERAL: Final = ("tier", "graded", "graded_share", "mode", "floor", "uncapped", "once", "cap", "whole")


#: Rules whose words before them are of no case.
_WITHOUT: Final = ("mode", "tier", "graded_share")

#: Rules that give or take marks for each of what the clause before them counts.
_COUNTING: Final = ("verb", "charged", "raised", "either", "all", "part", "tier")

#: Of two matches the one that begins first, then the one whose form is listed first.
_FIRST: Final = itemgetter(0, 1)


_POSSIBLE: Final = Sieve(FORMS)


def _hits(clause: Text) -> list[tuple[Form, Match]]:
    """Find the rules of a clause from left to right; where two begin at one place, the form listed first."""
    found: list[tuple[Form, Match]] = []
    folded, at = clause.folded, 0
    forms = _POSSIBLE.of(folded)
    hits = [(m.start(), i, m) for i, form in enumerate(forms) if (m := form.search(folded)) is not None]
    while hits:
        _, i, match = min(hits, key=_FIRST)
        found.append((forms[i], match))
        at = max(match.end(), at + 1)
        # A form's next match stands where it stood, unless that place was passed.
        again = ((i, m if start >= at else forms[i].search(folded, at)) for start, i, m in hits)
        hits = [(m.start(), i, m) for i, m in again if m is not None]
    return found


def _read(clause: Text, before: list[Text], like: Like, skipped: Set[str], told: bool) -> list[RuleFound]:
    """Read a clause's rules; `before` are the clauses since the rule before it, if one was `told`, all of its case."""
    found: list[RuleFound] = []
    begin = 0
    previous = before[-1] if before else None
    hits = _hits(clause)
    for i, (form, match) in enumerate(hits):
        values = _values(form, match, clause, [clause[begin : match.start()], previous], like)
        if not values or form.name in skipped or (form.name == "whole" and not told):
            continue
        if form.name == "veto" and is_no_veto(match, clause, previous):
            continue
        whole = told or values[0][0].effect == "award"
        words = clause[begin : _words_end(match)]
        case = _condition_of(form, match, words, [] if found else before, whole)
        mode = form.name == "mode"
        end = len(clause) if i == len(hits) - 1 and not mode else match.end()
        text = _whole(clause[match.start() if mode else begin : end].strip("、,，;； "))
        per = counted(clause, match)
        if per is None and previous is not None and not found and form.name in _COUNTING and _is_lone(form, words):
            per = counted_before(previous)
        found += [RuleFound(value, text, case, per, tier) for value, tier in values]
        begin = match.end()
        like = replace(like, before=values[-1][0].effect) if values[-1][0].effect in _GIVING else like
    return found


def _is_lone(form: Form, words: Text) -> bool:
    """Whether a rule has no case of its own but a level, so that it gives for each of what is counted before it."""
    return form.name == "tier" or condition(words) is None


def _condition_of(form: Form, match: Match, words: Text, before: list[Text], asked: bool) -> Text | None:
    """Return a rule's condition: its own words and the clauses before that tell of the same case, or these alone."""
    told = form.name not in _WITHOUT and not _is_way(match, words, form)
    if form.name == "formula":
        words = before_bracket(words)
    elif told and (inside := in_bracket(words)) is not None:
        return inside
    own = condition(words) if told else None
    before = before[_behind_marks(before) :]
    if own is None:
        before = _cases(form, before, asked)
        if not before or is_method(before[-1]) or _is_way(match, before[-1], form):
            return None
        counts = match[0][: match.start("verb") - match.start()] if group(match, "verb") else ""
        if is_asked(before[-1], counts):
            return None
        before, own = before[:-1], condition(before[-1])
    return with_before(before, own, all_of_them=asked) if own is not None else None


def _cases(form: Form, before: list[Text], told: bool) -> list[Text]:
    """Return the clauses before a rule that may tell its case, the last of which does.

    Rules that speak for all that was said take none, but what is counted once does: a case, or where no rule was told
    before it any clause.
    """
    if form.name == "once":
        cases = [at for at, clause in enumerate(before) if is_case(clause)]
        return before[: cases[-1] + 1] if cases else [] if told else before
    if form.name == "tier" and before and _is_of_tiers(before[-1]):
        return before
    if form.name in _GENERAL:
        return []
    said = [at for at, clause in enumerate(before) if condition(clause) is not None]
    return before[: said[-1] + 1] if said else []


def _is_of_tiers(clause: Text) -> bool:
    """Whether a clause tells what the levels behind it are of: `被约谈的，县级扣1分`, `每获一项荣誉，县级加1分`."""
    case = clause.folded.endswith("的") and is_case(clause) and not is_method(clause)
    return case or opens_cases(clause) or counted_before(clause) is not None


_BY: Final = ("根据", "按", "以", "依据")


def _is_way(match: Match, words: Text, form: Form) -> bool:
    """Whether the words before a formula say by what it reckons or what it is of (`根据平均分折算`, `综合得分=`)."""
    told = words.folded.startswith(_BY) or "=" in match[0] or "=" in words.folded
    return form.name == "formula" and told and not words.folded.endswith("的")


def _behind_marks(before: list[Text]) -> int:
    """Return where the clauses begin that stand behind one with marks of its own (`台账完整，3分；每缺一次扣1分`).

    So does what neither gains nor costs any: `合格的不加分，不合格的扣2分`.
    """
    return next((at + 1 for at in reversed(range(len(before))) if _is_settled(before[at])), 0)


def _is_settled(clause: Text) -> bool:
    return ends_in_marks(clause) or clause.folded.endswith(
        ("不加分", "不扣分", "不减分", "不奖分", "不加不减", "不加不扣")
    )


def _whole(text: Text) -> Text:
    """Drop half of a bracket that a clause took along: `（未公开的扣2分`."""
    if text.folded.startswith("(") and ")" not in text.folded:
        return text[1:].strip()
    return text[:-1].strip() if text.folded.endswith(")") and "(" not in text.folded else text


def _words_end(match: Match) -> int:
    """Return where a rule's condition ends: behind `缺一项`, `每迟报一天`; before `每项` and the verb."""
    if group(match, "per2"):
        return match.end("object2")
    case, object_ = group(match, "case"), group(match, "object")
    told = bool(object_) or (case not in (None, "") and case not in _FOUND)
    return match.end("object") if told else match.start()


Tiered = tuple[RuleValue, Text | None]


def _values(form: Form, match: Match, clause: Text, words: list[Text | None], like: Like) -> list[Tiered]:
    """Return what a rule gives or takes; a list of amounts is one rule for each, with the tier in its place.

    `words` are those before the rule in its clause, and the clause before.
    """
    if form.name == "either":
        value = _rule_value(form, match, clause, like)
        effects = [VERBS[verb] for verb in match.capturesdict()["verb"]]
        return [(replace(value, effect=effect), None) for effect in effects] if value is not None else []
    if form.name != "each":
        value = _rule_value(form, match, clause, like)
        tier = clause[match.start("tier") : match.end("tier") + (form.name == "tier")] if group(match, "tier") else None
        return [(value, tier)] if value is not None else []
    return _listed(match, words)


def _listed(match: Match, words: list[Text | None]) -> list[Tiered]:
    """Return a rule for each of a list of amounts; 扣1/2分 without as many cases may be half a mark, and is none."""
    amounts = [_marks(n)[0] for n in _NUMBERS.findall(match["list"])]
    tiers = next((found for part in words if part is not None and (found := tiers_of(part, len(amounts)))), None)
    if tiers is None and "/" in match["list"] and _ONE_EACH.search(match[0]) is None:
        return []
    effect = VERBS[match["verb"][0]]
    unit: AmountUnit = "percent" if "%" in match["list"] else "point"
    return [
        (unless_nothing(RuleValue(effect, amount, None, unit, False, "stated")), tier)
        for amount, tier in zip(amounts, tiers or [None] * len(amounts), strict=True)
        if amount is not None
    ]


_NUMBERS: Final = regex.compile(DIGITS)
_ONE_EACH: Final = regex.compile("分别|依次")


def _in_sentence(sentence: Text, way: Way, skipped: Set[str]) -> Iterator[RuleFound]:
    last: RuleFound | None = None
    verb: Effect | None = None
    before: list[Text] = []
    head: list[Text] = []
    parts = list(clauses(sentence))
    credit = way.credited and is_price(sentence) and any_credit(part for part in parts if is_price(part) or heads(part))
    steps = ladder(sentence)
    skipped = skipped - _GLUED if steps else skipped
    for clause in parts:
        if (said := said_by_head(clause)) is not None:
            way = replace(way, given=said)
        like = Like(way.of(clause, verb, credit=credit), way.said or steps)
        found = _read(clause, before, like, skipped, last is not None)
        found = also_of_case(found, last)
        found = tiers_of_case(found, None if before else last)
        yield from (rule for i, rule in enumerate(found) if not goes_on(rule, found[i - 1] if i else last))
        last = found[-1] if found else last
        verb = next((rule.value.effect for rule in reversed(found) if rule.value.effect in _GIVING), verb)
        if not found and opens_cases(clause):  # the head of other cases ends where the next one stands
            before = [said for said in before if not any(said is old for old in head)]
            head = [clause]
        before = head if found else [*before, clause]


#: A text with one of these may have rules, and so may one where `_MAYBE` is found.
_MARKS: Final = frozenset("扣加减得计记赋奖分积")
_MAYBE: Final = regex.compile(
    r"(?<!\d)[+-]\d|否决|认定|资格|不合格|不符合|不达标|不称职|末[位等]|[定评列判]为“?较?差|不[得予能可]?(?:[评参再被]|确定为|[定列]为)|不重复|不累计|[归清]零|就高|[折换]算|上限|[×*]\s*\d"
)


def gives_marks(text: Text) -> bool:
    """Whether there is any rule in a text: it is read as far as the first one."""
    return next(_found(text, Way(), _BOTH), None) is not None


#: `有方案，5分；有总结，5分`: marks alone behind what they are for, in a text that is about marks, more than once.
_OF_CASES: Final = frozenset({"alone"})
#: `有方案1分，有总结1分`: marks glued to what earns them, in a text that is nothing else.
_GLUED: Final = frozenset({"glued"})
_BOTH: Final = _OF_CASES | _GLUED
_BARE: Final = frozenset({"bare"})
_ALONE: Final = regex.compile(r"[,、]\s*\d{1,2}(?:\.\d)?分\s*(?=[;。,(\n]|$)")


def rules(
    text: Text,
    *,
    bonus: bool = False,
    named: bool = False,
    scoring: bool = False,
    given: Effect | None = None,
    credited: bool = False,
) -> list[RuleFound]:
    """Find the rules of a text in order.

    In a bonus section a bare tier (`市级0.3分`) adds; a name (`named`) that ends with 加分 gives no marks; a scoring
    column's text (`scoring`) may give marks for case after case without a verb. What is `given` is what a header says
    that marks without a verb do; the words of an item that is scored (`credited`) may give marks for what does credit.
    """
    skipped = _skipped(text) if scoring else _BOTH
    found = list(_found(text, Way(bonus, given, scoring or credited), skipped | _BARE if named else skipped))
    return with_heads(as_steps(found), text) if len(found) > 1 else found


def _skipped(text: Text) -> Set[str]:
    """Return the forms of marks without a verb that do not count in a scoring column's text."""
    if is_priced(text):
        return frozenset()
    return _GLUED if len(_ALONE.findall(text.folded)) > 1 else _BOTH


def _found(text: Text, way: Way, skipped: Set[str]) -> Iterator[RuleFound]:
    folded = text.folded
    if (not _MARKS.isdisjoint(folded) or _MAYBE.search(folded)) and _POSSIBLE.of(folded):
        for sentence in sentences(text):
            yield from _in_sentence(sentence, way, skipped)
