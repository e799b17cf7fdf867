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
#: More than one time in the rule before, or one and more.
_ABOVE: Final = regex.compile(r"(?<!\d)(?:(?P<n>[2-9两二三四五])|(?P<n>[1一])(?=\s*\p{Han}{1,3}及?以上))\s*")
_LEVELS: Final = ("国家级", "省级", "市级", "县级", "区级", "乡镇级", "镇级")
#: What a step need not say again, and may say: `死亡1人扣3分，达2人扣6分`.
_AGAIN: Final = ("", "达", "达到", "再", "再次", "第", "有", "发生", "发现", "出现", "组织", "举办", "开展")

#: What is taken for one is taken twice for two, where the next step is of three: `1次扣1分，3次以上不得分`.
_TWO: Final = ("2", "两", "二")

#: All of those that are counted (`缺一项扣1分，三项全缺的不得分`) are no step.
_ALL: Final = regex.compile(r"[全都均皆]")


def as_steps(found: list[RuleFound]) -> list[RuleFound]:
    """Make the lowest of such steps the case that it is, where the rule behind it or before it is the next one."""
    neighbours = zip_longest([None, *found[:-1]], found, found[1:])
    return [_as_step(rule, before, after) for before, rule, after in neighbours if rule is not None]


def _as_step(rule: RuleFound, before: RuleFound | None, after: RuleFound | None) -> RuleFound:
    if rule.per is None:
        return rule
    words = rule.condition if rule.condition is not None and rule.per.start < rule.text.start else rule.text
    once, counted = _ONCE.match(words.folded), rule.per.folded
    if once is None or not words.folded.startswith(counted, once.end()):
        return rule
    what, taken = once["what"], rule.value.effect == "deduct"
    if _is_next(after, what, counted, taken=taken) or _is_above(before, what, counted, taken=taken):
        return replace(rule, per=None, condition=_case(rule, words[: once.end() + len(counted)]))
    return rule


def _is_next(after: RuleFound | None, what: str, counted: str, *, taken: bool) -> bool:
    """Whether the rule behind is of more of the same: `2次扣3分` behind `迟到1次扣1分`."""
    more = _MORE.match(after.condition.folded) if after is not None and after.condition is not None else None
    if more is None or not more.string.startswith(counted, more.end()):
        return False
    if _ALL.match(more.string, more.end() + len(counted)) or (taken and more["n"] not in _TWO):
        return False
    return more["what"] in _AGAIN or what.endswith(more["what"])


def _is_above(before: RuleFound | None, what: str, counted: str, *, taken: bool) -> bool:
    """Whether the rule before is of more of the same: `培训2次以上得2分` before `1次得1分`."""
    case = before.condition.folded if before is not None and before.condition is not None else ""
    more = next((m for m in _ABOVE.finditer(case) if case.startswith(counted, m.end())), None)
    if more is None or (taken and more["n"] not in _TWO):
        return False
    return what in _AGAIN or what in _LEVELS or what in case


def _case(rule: RuleFound, counted: Text) -> Text | None:
    """Return a step's case with what it counts, behind the words of an earlier clause where it has any."""
    own, case = rule.condition, condition(counted)
    if own is None or case is None:
        return case
    if own.end <= case.start:
        return join([own, case], "，")
    return own if own.end >= case.end else case
