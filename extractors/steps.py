"""Rules by how often a thing happens: `1次扣1分，2次扣3分` are cases of their own, and not marks for each time."""

from dataclasses import replace
from itertools import zip_longest
from typing import Final

import regex

from extractors.conditions import condition
from extractors.rule_found import RuleFound
from extractors.text import Text, join

#: One time, and no 每 before it: `1次`, `发现一例`.
_ONCE: Final = regex.compile(r"^(?P<what>(?:(?!每)\p{Han}){0,20}?)[1一]\s*")
_MORE: Final = regex.compile(r"^(?P<what>(?:(?!每|超|累计|合计|共)\p{Han}){0,4}?)(?P<n>[2-9两二三四五])\s*")
#: What a step need not say again, and may say: `死亡1人扣3分，达2人扣6分`.
_AGAIN: Final = ("", "达", "达到", "再", "再次", "第", "有", "发生", "发现", "出现")

#: What is taken for one is taken twice for two, where the next step is of three: `1次扣1分，3次以上不得分`.
_TWO: Final = ("2", "两", "二")

#: All of those that are counted (`缺一项扣1分，三项全缺的不得分`) are no step.
_ALL: Final = regex.compile(r"[全都均皆]")


def as_steps(found: list[RuleFound]) -> list[RuleFound]:
    """Make the first of such steps the case that it is, where the rule behind it is the next one."""
    return [_as_step(rule, after) for rule, after in zip_longest(found, found[1:])]


def _as_step(rule: RuleFound, after: RuleFound | None) -> RuleFound:
    if rule.per is None or after is None or after.condition is None:
        return rule
    words = rule.condition if rule.condition is not None and rule.per.start < rule.text.start else rule.text
    once, more = _ONCE.match(words.folded), _MORE.match(after.condition.folded)
    counted = rule.per.folded
    if once is None or more is None or not words.folded.startswith(counted, once.end()):
        return rule
    behind = more.end() + len(counted)
    if not after.condition.folded.startswith(counted, more.end()) or _ALL.match(after.condition.folded, behind):
        return rule
    if more["what"] not in _AGAIN and not once["what"].endswith(more["what"]):
        return rule
    if rule.value.effect == "deduct" and more["n"] not in _TWO:
        return rule
    return replace(rule, per=None, condition=_case(rule, words[: once.end() + len(counted)]))


def _case(rule: RuleFound, counted: Text) -> Text | None:
    """Return a step's case with what it counts, behind the words of an earlier clause where it has any."""
    own, case = rule.condition, condition(counted)
    if own is None or case is None:
        return case
    if own.end <= case.start:
        return join([own, case], "，")
    return own if own.end >= case.end else case
