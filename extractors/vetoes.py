"""Vetoes among rules: what only names one or calls a grade, and what says again what another means."""

from typing import Final

import regex

from extractors.conditions import is_case
from extractors.rule_found import RuleFound
from extractors.text import Text

Match = regex.Match[str]


def is_no_veto(match: Match, clause: Text, previous: Text | None) -> bool:
    """Whether words of veto in a clause are the name of a case with a price, or the grade of a band of scores."""
    return _has_its_price(clause, match) or _is_of_band(match, clause[: match.start()], previous)


#: What a veto is for, as the name of a case: `发生“一票否决”事项的`, and the marks that this case costs.
_OF_VETO: Final = regex.compile(r"[”\"]?的?\p{Han}{0,8}(?:事项|情[形况]|问题|事件|事故|案件|行为)的?$")
_PRICE: Final = regex.compile(
    r"[,，]\s?(?:(?:每|发现|出现|发生)?[一1每]?[项次件起例]|直接|一次性|予以|给予|各|再){0,3}[扣减][除去]?(?:总分)?\s?\d"
)


def _has_its_price(clause: Text, match: Match) -> bool:
    """Whether a case is only called after the veto, and marks are taken for it: `发生一票否决事项的，扣10分`."""
    named = _OF_VETO.match(clause.folded, match.end()) is not None
    return named and _PRICE.match(clause.source, clause.end) is not None


#: How a result that is laid down begins: `考核结果为不合格`, `评定为末等`, `等次为不合格`.
_RESULTS: Final = ("考", "评", "等")
#: The scores of a grade: who has so many is in it, and loses nothing more by that.
_BAND: Final = regex.compile(r"\d{2,3}分(?:及?以下|以上|的|$)|低于\d{2,3}分|不[足到满]\d{2,3}分")


def _is_of_band(match: Match, words: Text, previous: Text | None) -> bool:
    """Whether the words before a result are those of a band of scores: `得分60分以下的，考核结果为不合格`."""
    return match[0].startswith(_RESULTS) and any(
        part is not None and _BAND.search(part.folded) is not None for part in (words, previous)
    )


def goes_on(rule: RuleFound, last: RuleFound | None) -> bool:
    """Whether a veto only says what the veto before it means: `发生事故的一票否决，取消评优资格` is one rule."""
    vetoes = last is not None and last.value.effect == rule.value.effect == "veto"
    return vetoes and (rule.condition is None or not is_case(rule.condition))


def without_bare_vetoes(found: list[RuleFound]) -> list[RuleFound]:
    """Leave out the word of veto in a name or a heading where the text below says for what."""
    told = any(rule.value.effect == "veto" and rule.condition is not None for rule in found)
    return [rule for rule in found if not (told and rule.value.effect == "veto" and rule.condition is None)]
