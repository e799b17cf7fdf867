"""Values that were repaired, are missing in their column, or look doubtful."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from extractors.deadlines import is_about_time, is_duration
from extractors.labels import LOOSE
from extractors.markers import lone_marker, split_marker
from extractors.text import Text
from extractors.unit_labels import TIME_LABEL, UNIT_LABEL
from normalizers.dates import is_open_month
from normalizers.headers import header_role
from normalizers.numerals import plain
from pipeline.checks.catalog import finding
from pipeline.checks.walk import Visit, label, place, shown
from pipeline.models import Amount, Deadline, Finding, Item, Notice, Rule, Scheme

_UNIT_LABEL: Final = re.compile(rf"(?P<word>{UNIT_LABEL})\s*[:：](?P<listed>[^。；;）)\n]*)")
_TIME_LABEL: Final = re.compile(rf"(?P<word>{TIME_LABEL})\s*[:：]")
#: What stands in a deadline's cell where there is none (yet), besides signs alone.
_NO_TIME: Final = re.compile(r"(?:暂?无|不涉及|[待另]定|[-—–~/\\\s。.…])*")
_LOOSE_TIME: Final = re.compile(r".{1,16}(?:前|[日天周月年时]内)(?:全面|全部|基本)?(?:完成|落实|到位|建成|实施)?")
_PARTS: Final = re.compile(r"^(?:\d+[.-])+(?=\d)")


def repairs(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report every amount and date that was read over a lost character."""
    for visit in visits:
        item = visit.item
        for name, amount in (("points", item.points), ("weight", item.weight)):
            if amount is not None and amount.basis == "repaired":
                yield _amount_repaired(f"{visit.pointer}/{name}", amount)
        for i, rule in enumerate(item.scoring_rules):
            if rule.basis == "repaired":
                yield _rule_repaired(f"{visit.pointer}/scoring_rules/{i}", rule)
        for i, deadline in enumerate(item.deadlines):
            if deadline.basis == "repaired":
                yield finding(
                    "date_repaired", f"{visit.pointer}/deadlines/{i}", deadline.span,
                    raw=shown(deadline.raw), value=deadline.due or deadline.duration,
                )  # fmt: skip


def second_amounts(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report items whose row has an amount that says something else than the one that was taken."""
    for visit in visits:
        columns = visit.scheme.columns if visit.scheme is not None else ()
        for header in dict.fromkeys(c.header for c in columns if c.role in ("points", "weight")):
            taken, other = visit.item.points or visit.item.weight, visit.item.extra.get(header)
            if taken is not None and other is not None:
                yield finding(
                    "amounts_differ", visit.pointer, taken.span,
                    label=label(visit.item), raw=shown(taken.raw), other=other, header=header,
                )  # fmt: skip


#: How a number begins, and that there are words.
_NUMBER: Final = re.compile(r"[(（]?[\d一二三四五六七八九十]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def unread_numbers(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report items whose cell for the running number holds a number and words."""
    headers = {s.id: {c.header for c in s.columns if c.role == "number"} for s in notice.schemes}
    for visit in visits if any(headers.values()) else ():
        if visit.scheme is None or not visit.item.extra:
            continue
        for header in sorted(headers[visit.scheme.id] & visit.item.extra.keys()):
            raw = visit.item.extra[header]
            if _NUMBER.match(raw.strip()) and _HAN.search(raw) and lone_marker(Text.of(raw)) is None:
                yield finding(
                    "number_unread", visit.pointer, place(visit.item), label=label(visit.item), raw=shown(raw)
                )


def ambiguous_dates(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report due months that may be meant without their own days."""
    for visit in visits:
        for i, deadline in enumerate(visit.item.deadlines):
            if deadline.kind == "date" and is_open_month(deadline.raw):
                yield finding(
                    "date_ambiguous", f"{visit.pointer}/deadlines/{i}", deadline.span,
                    raw=shown(deadline.raw), value=deadline.due,
                )  # fmt: skip


def _amount_repaired(pointer: str, amount: Amount) -> Finding:
    value = plain(amount.value) + ("%" if amount.unit == "percent" else "")
    return finding("amount_repaired", pointer, amount.span, raw=shown(amount.raw), value=value)


def _rule_repaired(pointer: str, rule: Rule) -> Finding:
    value = plain(rule.amount) if rule.amount is not None else ""
    return finding("amount_repaired", pointer, rule.span, raw=shown(rule.raw), value=value)


def missing(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report leaves whose cell in a unit or deadline column is empty, and not filled for all parts of one item."""
    above = {visit.pointer: visit.item for visit in visits}
    for visit in visits:
        if visit.scheme is None or visit.item.children:
            continue
        roles = {c.role for c in visit.scheme.columns}
        parent = above.get(visit.pointer.rpartition("/children/")[0])
        units = parent is not None and parent.responsible and not any(x.responsible for x in parent.children)
        times = parent is not None and parent.deadlines and not any(x.deadlines for x in parent.children)
        if roles & {"responsible", "lead"} and not visit.item.responsible and not units:
            yield _missing("responsible_missing", visit)
        dated = "deadline" not in roles or visit.item.deadlines or times
        if not dated and not any(_times_unread(x, visit.scheme) for x in (visit.item, parent) if x is not None):
            yield _missing("deadline_missing", visit)


def _missing(code: str, visit: Visit) -> Finding:
    return finding(code, visit.pointer, place(visit.item), label=label(visit.item))


def unread_labels(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report labels and cells that name who must do it, or by when, and from which nothing was read."""
    for visit in visits:
        unread, lasting = _labels_unread(visit.item), []
        if visit.item.extra:
            # What only wants a year is told of its own in a notice without one.
            times = [
                (key, words) for key, words in _times_unread(visit.item, visit.scheme) if not _wants_year(words, notice)
            ]
            times += [(words, words) for words in _loose_times(visit.item) if not visit.item.deadlines]
            lasting = [words for _, words in times if is_duration(Text.of(words))]
            unread += [key for key, words in times if words not in lasting]
        for word in dict.fromkeys(unread):
            yield finding("label_unread", visit.pointer, place(visit.item), label=label(visit.item), word=word)
        for raw in lasting:
            yield finding("deadline_without_start", visit.pointer, place(visit.item), label=label(visit.item), raw=raw)


def _labels_unread(item: Item) -> list[str]:
    """Return the labels of an item's text from which no unit or deadline of it was read."""
    text = item.requirement or ""
    unread = [m["word"] for m in _UNIT_LABEL.finditer(text) if not _names_read(m["listed"], item)]
    return unread + [m["word"] for m in _TIME_LABEL.finditer(text) if not item.deadlines]


def _wants_year(words: str, notice: Notice) -> bool:
    return notice.year is None and is_about_time(Text.of(words))


def _loose_times(item: Item) -> list[str]:
    """Return what a bracket of units says besides them that names a time by its last words (`汛期前完成`)."""
    return [words for words in item.extra.get(LOOSE, "").split("\n") if _LOOSE_TIME.fullmatch(words)]


def _times_unread(item: Item, scheme: Scheme | None) -> list[tuple[str, str]]:
    """Return the words below a deadline's header, or behind its label, from which no deadline of the item was read."""
    headers = {c.header for c in scheme.columns if c.role == "deadline"} if scheme is not None else set()
    kept = [(key, words) for key, words in item.extra.items() if key in headers or header_role(key) == "deadline"]
    read = [shown(deadline.raw) for deadline in item.deadlines]
    return [(key, words) for key, words in kept if not (_NO_TIME.fullmatch(words) or any(raw in words for raw in read))]


def _names_read(listed: str, item: Item) -> bool:
    """Whether the words behind a label name one of an item's units, perhaps without the head that it was lent."""
    return any(unit.name[lent:] in listed for unit in item.responsible for lent in range(min(3, len(unit.name) - 1)))


def early_deadlines(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report deadlines that had passed when the notice was issued."""
    if notice.issued_on is None:
        return
    for visit in visits:
        for i, deadline in enumerate(visit.item.deadlines):
            if deadline.due is not None and deadline.due < notice.issued_on:
                yield _early(f"{visit.pointer}/deadlines/{i}", deadline, notice.issued_on)


def _early(pointer: str, deadline: Deadline, issued: date) -> Finding:
    return finding(
        "deadline_before_issue", pointer, deadline.span, raw=shown(deadline.raw), due=deadline.due, issued=issued
    )


#: Up to a date so much is done, or is to be: `截至6月底，累计完成1200户`; 前, 须 and their like say that it is to be.
_SO_MUCH: Final = r"(?<!前)[,，]?(?:累计|共|总计|合计)*(?![须应需要确力全])[^\s,，。；;\d须应需]{0,6}\d"


def states_or_deadlines(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report dates up to which something may as well be so, in a notice that does not say when it was issued."""
    for visit in visits if notice.issued_on is None else ():
        words = f"{visit.item.title or ''}\n{visit.item.requirement or ''}"
        for i, deadline in enumerate(visit.item.deadlines if "截" in words else ()):
            if deadline.kind == "date" and re.search(rf"截[至止]到?{re.escape(deadline.raw)}{_SO_MUCH}", words):
                yield finding(
                    "deadline_or_state", f"{visit.pointer}/deadlines/{i}", deadline.span,
                    raw=shown(deadline.raw), due=deadline.due,
                )  # fmt: skip


def unknown_agencies(notice: Notice, visits: list[Visit]) -> Iterator[Finding]:
    """Report each agency's name that the table does not know, once, where it first stands."""
    seen: set[str] = set()
    for visit in visits:
        for i, unit in enumerate(visit.item.responsible):
            if unit.kind == "agency" and unit.agency is None and unit.name not in seen:
                seen.add(unit.name)
                yield finding("agency_unknown", f"{visit.pointer}/responsible/{i}", unit.span, name=unit.name)


def numbering(notice: Notice) -> Iterator[Finding]:
    """Report siblings whose numbers jump or repeat."""
    body = [(item, f"/sections/{i}") for i, item in enumerate(notice.sections)]
    for at, scheme in enumerate(notice.schemes):
        placed = [(item, f"/schemes/{at}/items/{i}") for i, item in enumerate(scheme.items)]
        if scheme.columns:
            yield from _numbering(placed)
        else:
            body += placed
    for outline in _outlines(sorted(body, key=_where)):
        yield from _numbering(outline)


def _outlines(body: list[tuple[Item, str]]) -> Iterator[list[tuple[Item, str]]]:
    """Cut where a text of its own counts anew: behind a paragraph without a number, or from one list to another."""
    outline: list[tuple[Item, str]] = []
    apart = False
    for item, pointer in body:
        here = _ordinal(item.marker or "")
        other = bool(outline) and outline[-1][1].rsplit("/", 1)[0] != pointer.rsplit("/", 1)[0]
        if here is not None and here[1] == 1 and (apart or other):
            yield outline
            outline = []
        apart = here is None
        outline.append((item, pointer))
    yield outline


def _where(placed: tuple[Item, str]) -> int:
    """Sections and a scheme in the same outline share its numbers, so they are looked at in the text's order."""
    return placed[0].spans[0].start if placed[0].spans else 0


@lru_cache(maxsize=1024)
def _ordinal(printed: str) -> tuple[str, int] | None:
    marker, _ = split_marker(Text.of(printed + "则"))
    if marker is None or marker.ordinal is None:
        return ("number", int(printed)) if printed.isdecimal() else None
    outer = _PARTS.search(printed.strip("、.． "))  # 2.1 begins a count of its own behind 1.2
    return marker.family + (outer[0] if outer is not None else ""), marker.ordinal


def _numbering(siblings: list[tuple[Item, str]]) -> Iterator[Finding]:
    before: tuple[str, int] | None = None
    for item, pointer in siblings:
        here = _ordinal(item.marker or "")
        if before is not None and here is not None and here[0] == before[0] and here[1] != before[1] + 1:
            code = "numbering_repeated" if here[1] <= before[1] else "numbering_gap"
            yield finding(code, pointer, place(item), label=label(item), number=here[1], before=before[1])
        before = here or before
        yield from _numbering([(child, f"{pointer}/children/{i}") for i, child in enumerate(item.children)])
