"""Rules that take the case of the rule before them: what is taken besides, and the levels of one thing."""

from dataclasses import replace
from typing import Final

import regex

from extractors.rule_found import RuleFound

#: What is given or taken besides, in the case of the rule before: `该项不得分，并倒扣2分`.
_ALSO: Final = regex.compile(
    r"(?:并且?|同时|且)(?:再|另|还|倒|直接|一次性|予以|给予|实行|年度|当年|考核|其){0,3}[“\"]?[扣加减奖取一不]"
)


def also_of_case(found: list[RuleFound], last: RuleFound | None) -> list[RuleFound]:
    """Give what is given or taken besides the case of the rule before it, which is `last` for the first one."""
    for at, rule in enumerate(found):
        above = found[at - 1] if at else last
        if above is not None and rule.condition is None and _ALSO.match(rule.text.folded) and _is_besides(rule):
            found[at] = replace(rule, condition=above.condition)
    return found


def _is_besides(rule: RuleFound) -> bool:
    return rule.value.effect in ("deduct", "add", "veto")


_LEVEL: Final = regex.compile(r"(?:中央|国家|全国|[省市县区镇乡])级?")


def _is_level_counted(above: RuleFound, rule: RuleFound) -> bool:
    """Whether a level goes on with one told in full, and so counts the same: `在国家级期刊发文每篇加3分，省级2分`."""
    same = above.value.effect == rule.value.effect and above.per is not None and rule.per is None
    level = rule.tier is not None and _LEVEL.match(rule.tier.folded) is not None
    return same and level and above.condition is not None and _LEVEL.search(above.condition.folded) is not None


def tiers_of_case(found: list[RuleFound], last: RuleFound | None) -> list[RuleFound]:
    """Give levels right behind a level its case, and for each what it is: `被约谈的，县级扣1分，市级扣2分`."""
    for at, rule in enumerate(found):
        above = found[at - 1] if at else last
        if above is None or rule.tier is None or rule.condition is not None:
            continue
        if above.tier is None:
            found[at] = replace(rule, per=above.per) if _is_level_counted(above, rule) else rule
            continue
        of_all = above.per is not None and above.per.start < above.text.start
        if of_all or (above.condition is not None and above.condition.folded.endswith("的")):
            found[at] = replace(rule, condition=above.condition, per=rule.per or (above.per if of_all else None))
    return found
