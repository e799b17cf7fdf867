"""Deadlines: by when a text says that something is due; what has no anchor is left alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from extractors.deadline_forms import FORMS, SHORT_EVENTS, Form
from extractors.found import Found, settle
from extractors.past import is_of_other_year, is_over, is_over_or_replaced, is_past, limits_a_class
from extractors.sieve import Sieve
from extractors.text import Text
from extractors.times import (
    Match,
    N,
)
from extractors.years import with_later_years
from normalizers.patterns import late_pattern
from normalizers.values import DeadlineValue


@dataclass(frozen=True, slots=True)
class DeadlineFound:
    """A deadline and, where it counts from an event, the event's words."""

    value: DeadlineValue
    after: Text | None = None


_POSSIBLE: Final = Sieve(FORMS)
_FIRM: Final = Sieve(form for form in FORMS if not form.bare)

#: What may stand before an event and is not part of its words.
_PREPOSITIONS: Final = late_pattern(
    r"^.*(?:[,;。:、]|(?<!关)于|(?<!存|现|正|所|内)在|自|从|应当?|要|须|必须)(?=[\p{Han}“《])"
)
_EMPTY_EVENTS: Final = frozenset({"此", "然", "以", "之", "今", "最", "其", "随", "事", "前"})


def _event(match: Match, text: Text) -> Text | None:
    """Return the event's own words, cut at the preposition before them; None where nothing names an event."""
    span = match.span("after") if "after" in match.groupdict() else (-1, -1)
    if span[0] < 0:
        return None
    words = text[span[0] : span[1]]
    if not match["from"]:
        cut = _PREPOSITIONS.match(words.folded)
        words = words[cut.end() :] if cut else words
    words = words.rstrip("之")
    named = words.chars in SHORT_EVENTS or len(words) >= 2
    return words if named and words.chars not in _EMPTY_EVENTS else None


#: A step of a plan says when it is done: 动员部署阶段（3月1日—3月31日）, 第二阶段：4月至6月.
_STAGE: Final = late_pattern(r"(?:阶段|步骤)。?[(:]? ?(?:(?:自?即日|现在|目前)起)?(?:[至到]|截[至止])?$")
_STAGE_ENDS: Final = late_pattern(r"止? ?(?:[),;。:\n]|$)")
_LONGEST_STAGE: Final = 14


def _is_of_a_stage(match: Match, text: Text) -> bool:
    before = text.folded[max(0, match.start() - _LONGEST_STAGE) : match.start()]
    return _STAGE.search(before) is not None and _STAGE_ENDS.match(text.folded, match.end()) is not None


#: What stands behind a deadline's label is about time, also in the middle of a text.
_LABELLED: Final = late_pattern(
    r"(?:(?:完成|整改|推进|落实|办结|实施)?(?:时限|期限|时间节点)(?:要求)?"
    r"|(?:完成|整改|办结|实施|起止|推进)(?:时间|日期)|建设(?:工期|周期)): ?"
    r"(?P<time>[^。;:()\[\]\n]{1,40})"
)
_PART: Final = r"(?:[.]?\d{1,2}[日号]?|[上中下]旬|份|[初底末])?"
_A_DAY: Final = rf"(?:20\d\d[年.]\d{{1,2}}月?{_PART}|\d{{1,2}}[月.]{_PART})"
_DAYS: Final = rf"\((?P<time>{_A_DAY}起? ?[-~至到]{{1,2}} ?(?:次年)?(?:{_A_DAY}|\d{{1,2}}[日号])止?)\)"
#: A bracket of a stretch of days alone that ends a name (`排查摸底（3月1日至15日）。`) or begins its text, and one
#: that says when it is done (`（10月完成）`); not the days of an event or of a count: 宣传周（10月11日至17日）.
_DAYS_IN_BRACKET: Final = late_pattern(
    rf"^{_DAYS}|(?<!(?:[日周月节会赛考度]|期间?|时段|区间)”?){_DAYS} ?(?:[。:;\n]|$)"
    r"|\((?P<time>[^(),;。:]{0,6}\d{1,2}月[^(),;。:]{0,6}完成)\)"
)


def _timed(text: Text) -> Iterator[Text]:
    """Yield the parts of a running text that are about time as a whole."""
    folded = text.folded
    if "时" in folded and ":" in folded:
        yield from (text[m.start("time") : m.end("time")] for m in text.finditer(_LABELLED))
    if "(" in folded and ("月" in folded or "20" in folded):
        yield from (text[m.start("time") : m.end("time")] for m in text.finditer(_DAYS_IN_BRACKET))


def _is_without_year(value: DeadlineValue, match: Match) -> bool:
    """Whether a date has the notice's year; one that was repaired may have its own."""
    groups = match.groupdict()
    return value.basis == "document_year" or (value.basis == "repaired" and not (groups.get("y") or groups.get("yy")))


def _candidate(form: Form, match: Match, text: Text, base: int | None) -> Found[DeadlineFound] | None:
    value = form.read(match, base)
    if value is None or (_is_without_year(value, match) and is_of_other_year(match.string, match.start())):
        return None
    if value.due is not None and is_over_or_replaced(match.string, *match.span()):
        return None
    if value.kind != "relative":
        return Found(DeadlineFound(value), text[match.start() : match.end()].strip(), form.strength)
    after = _event(match, text)
    if after is None:
        return None
    start = text.index_of(after)
    start -= start > 0 and text.chars[start - 1] in "自从"
    return Found(DeadlineFound(value, after), text[start : match.end()], form.strength)


#: Any year does to see whether words are about time.
_SOME_YEAR: Final = 2000
#: Who does something takes so many characters; words with a limit tell a time all the same.
_ACTOR: Final = 3
_LIMIT: Final = frozenset("前底末内")
#: A text with one of these may tell a time, and so may one where `_MAYBE` is found.
_OF_TIME: Final = frozenset("前内底末旬季每止立年月日")
_MAYBE: Final = late_pattern(r"即[知时行刻整改]|持续|长期|常态|20\d\d|期间|时期")


_STEP_END: Final = late_pattern(r"[,;。\n]|$")
_LONGEST_STEP: Final = 30
#: The number of the next step names none, nor does a bracket cut by the next time: `6月底前 2.12月底前`.
_NUMBER_ALONE: Final = late_pattern(r"\(?\d{1,2}[.、)]?|\(\p{Han}{0,3}")


def milestones(text: Text, found: list[Found[DeadlineFound]]) -> list[Text | None]:
    """Return what is due by each of a cell's deadlines (`6月底前完成初稿，12月底前印发`); None for a single one."""
    starts = [text.index_of(hit.text) for hit in found]
    steps: list[Text | None] = []
    for hit, start, following in zip(found, starts, [*starts, len(text)][1:], strict=True):
        begin = start + len(hit.text)
        stop = _STEP_END.search(text.folded, begin)
        words = text[begin : min(following, stop.start() if stop is not None else len(text))].strip(" ,，、。:：前")
        words = words if "(" in words.folded else words.rstrip(")）")
        told = 2 <= len(words) <= _LONGEST_STEP and _NUMBER_ALONE.fullmatch(words.folded) is None
        steps.append(words if len(found) > 1 and told else None)
    return steps


def deadlines(
    text: Text, year: int | None, *, column: bool = False, header: bool = False
) -> list[Found[DeadlineFound]]:
    """Find deadlines in order.

    `year` is the notice's; `column` says that the whole text is about time, `header` that a deadline's header does.
    """
    found = settle(_candidates(text, year, column or header, header=header))
    values = with_later_years([(f.text, f.value.value) for f in found], year, _read_again) if len(found) > 1 else []
    for i, value in enumerate(values):
        if value is not found[i].value.value:
            found[i] = found[i]._replace(value=replace(found[i].value, value=value))
    return found


def _read_again(text: Text, year: int) -> DeadlineValue | None:
    found = settle(_candidates(text, year, column=True))
    return found[0].value.value if len(found) == 1 else None


#: How long, without an event that it counts from: 3个月内, 半年内完成, 15个工作日; a bare 30日 may be a day.
_DURATION: Final = late_pattern(
    rf"(?<!第)(?:{N}|[半两])\s*(?:(?:个工作日|个自然日|个日历天|日|天|个月|周|个?星期|年|个?小时)\s*(?:之|以)?内|(?:个工作日|个自然日|个月|天|个?小时)(?![前底后]))"
)


def is_duration(text: Text) -> bool:
    """Whether words say how long a thing may take; where they name an event it is a deadline."""
    return _DURATION.search(text.folded) is not None


def is_about_time(text: Text, *, header: bool = False) -> bool:
    """Whether a cell holds any deadline, as if it stood in a column of them, or where a `header` says that it does.

    How often somebody does something (`村级河长每周巡河一次`) is told by a sentence.
    """
    found = _candidates(text, _SOME_YEAR, column=True, header=header)
    return any(header or not _is_how_often(f, text.folded.strip()) for f in found)


def _is_how_often(found: Found[DeadlineFound], folded: str) -> bool:
    before, _, behind = folded.partition(found.text.folded)
    acts = len(before) >= _ACTOR and before.isalpha() and len(behind) > 1 and _LIMIT.isdisjoint(folded)
    return found.value.value.kind == "recurring" and acts


def _candidates(text: Text, year: int | None, column: bool, *, header: bool = False) -> Iterator[Found[DeadlineFound]]:
    folded = text.folded
    if not column and _OF_TIME.isdisjoint(folded) and not _MAYBE.search(folded):
        return
    if not column:
        for part in _timed(text):
            yield from _candidates(part, year, column=True)
    staged = "阶段" in folded or "步骤" in folded
    for form in (_POSSIBLE if column or staged else _FIRM).of(folded):
        if form.header and not header:
            continue
        for match in form.pattern.finditer(folded):
            if column or not form.bare or _is_of_a_stage(match, text):
                found = _candidate(form, match, text, year)
                if found is not None and (column or not _tells_of_the_past(found, folded, match.end(), year)):
                    yield found


#: The other dates of a list, whose last one says what all of them are: 3月、6月底前建成的项目.
_FURTHER: Final = late_pattern(
    rf"(?:(?:[、和及]|以及)(?:20\d\d年)?{N}月(?:{N}[日号]|[上中下]旬|[底末])?){{1,11}}(?:之前|以前|前)?"
)


def _end_of_list(folded: str, end: int) -> int:
    further = _FURTHER.match(folded, end)
    return end if further is None else further.end()


def _tells_of_the_past(found: Found[DeadlineFound], folded: str, end: int, year: int | None) -> bool:
    """Whether a date in a running text is no deadline: it limits a class, or says what should have been done."""
    value, end = found.value.value, _end_of_list(folded, end)
    return value.kind == "date" and (limits_a_class(folded, end) or (is_past(value, year) and is_over(folded, end)))
