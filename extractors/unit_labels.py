"""Units behind a label (`责任单位：县教育局`) or in the bracket that ends a paragraph, told from other brackets."""

from bisect import bisect_left
from itertools import accumulate
from typing import Final

import regex

from extractors.deadlines import is_about_time
from extractors.persons import LEADERS, without_answering
from extractors.text import Text
from extractors.unit_names import has_unit_form
from extractors.units import UnitFound, glosses, list_and_note, looks_like_units, role_list, unit_list, unread_parts
from normalizers.patterns import late_pattern
from normalizers.regions import HEADS
from normalizers.values import Role

_TRAILING_BRACKET: Final = late_pattern(
    r"[(\[](?P<in>[^()\[\]]*(?:(?:\([^()]*\)|\[[^\[\]]*\])[^()\[\]]*)*)[)\]]\s*[。.]?\s*$"
)
_LABELS: Final[tuple[tuple[Role, "regex.Pattern[str]"], ...]] = (
    (
        "lead",
        late_pattern(
            r"(?:总?(?:牵头|主办)(?:责任)?(?:单位|部门|科室|股室|处室)?|(?:主要|第一)责任(?:单位|部门)|主责(?:单位|部门))\s*:"
        ),
    ),
    (
        "support",
        late_pattern(
            r"(?:(?:配合|协办|协同|协作|参与)(?:责任)?(?:单位|部门|科室|股室|处室)?|(?:协助|参加|指导)(?:单位|部门)|其他责任(?:单位|部门))\s*:"
        ),
    ),
    (
        "responsible",
        late_pattern(
            r"(?<!牵头|主办|配合|协办|协同|协作|参与|主要|第一|其他|直接|共同|次要|具体|第[二三四])(?:(?:直接|共同|次要|具体|第[二三四])?责任|承办|落实|负责|实施|完成|推进)(?:单位|部门|科室|股室|处室|主体)\s*:|(?:(?:部门|责任|任务)分工|承办|(?<!\p{Han})责任)\s*:"
        ),
    ),
)
#: Under what name the words of a list of units that are no unit are kept.
UNIT_HEADERS: Final[dict[Role, str]] = {"responsible": "责任单位", "lead": "牵头单位", "support": "配合单位"}
#: Labels of other things in a bracket of units: a list of names ends before them.
_OTHER_LABELS: Final = late_pattern(
    rf"(?:(?:完成|办理|整改|推进|办结|工作)?(?:时限|时间|期限)(?:要求|节点)?|{LEADERS})\s*:"
)
UNIT_LABEL: Final = (
    "(?:总?牵头|主办|(?:主要|第[一二三四]|直接|共同|次要|具体|其他)?责任|承办|落实|负责|实施|完成|推进|主责|配合|协办|协同|协作|协助|参与|参加|指导)"
    "(?:责任)?(?:单位|部门|科室|股室|处室|主体)"
)
#: A role as a label by itself: what stands behind it may as well be a clause (`配合：做好宣传`).
BARE_LABEL: Final = "(?:总?牵头|主办|承办|配合|协办|责任)"
#: Not `压缩审批时限：`.
TIME_LABEL: Final = (
    "(?:(?:完成|办理|整改|办结|推进|工作)(?:时限|时间|期限|节点)(?:要求|节点)?|(?:时间|时限)(?:要求|节点)"
    "|(?<![\u4e00-\u9fff])时限)"
)
_ANY_LABEL: Final = f"(?:{UNIT_LABEL}|{TIME_LABEL}|{LEADERS})"
#: What stands behind a label: names may have brackets of their own (`各县（区）政府`).
_LISTED: Final = r"(?:[^。!()\[\]]|\([^。!()]{1,20}\))+"


def _lists_to_end(label: str) -> str:
    """Match labels to the end, each perhaps its own sentence (`责任单位：A。完成时限：8月底。`)."""
    return rf"(?:{label}\s*:{_LISTED}。\s*)*{label}\s*:{_LISTED}。?\s*$"


_LABELLED_TAIL: Final = late_pattern(rf"(?<=[。!;…—-]|\s){_lists_to_end(_ANY_LABEL)}")
_TAIL_WITH_BARE: Final = late_pattern(rf"(?<=[。!;…—-]|\s){_lists_to_end(f'(?:{_ANY_LABEL}|{BARE_LABEL})')}")
#: Behind a comma, or space that was squeezed out, a label that bodies follow.
_TAIL_BEHIND_COMMA: Final = late_pattern(rf"(?<=,\s?){_lists_to_end(_ANY_LABEL)}")
_DASHED: Final = late_pattern(r"(?<=。)-{1,2}(?P<in>[^-。:;!]{2,80})。?\s*$")
_FROM_LABEL: Final = late_pattern(_lists_to_end(_ANY_LABEL))
#: `（20分，镇综治办）` is the bracket of an amount, which has its own reader.
_AMOUNT_FIRST: Final = late_pattern(r"\d{1,4}(?:\.\d{1,2})?\s*[分%]\s*[,;、]")
#: A note no longer than this that names a time is a deadline's: `（责任单位：县教育局。6月底前完成）`.
_LONGEST_TIME: Final = 14
_SIGNS: Final = " ;；,，。\n"
#: Labels whose colon is white space, a dash or nothing: `责任单位 县教育局　完成时限 6月底前`.
_UNSIGNED: Final = late_pattern(
    r"(?:(?:(?P<lead>总?牵头|主办|主责|主要责任|第一责任)|(?P<support>配合|协办|协同|协作|协助|参与|参加|其他责任)|(?P<responsible>责任|承办|落实|实施|负责|完成))"
    r"(?:责任)?(?:单位|部门|科室|股室|处室)|(?P<time>(?:完成|办理|整改|办结)(?:时限|时间|期限)))\s?(?:-{1,2}\s?)?(?=[\p{Han}\d])"
)
_UNSIGNED_TAIL: Final = late_pattern(rf"(?<=[。!;])-{{0,2}}(?={UNIT_LABEL})")
_LONGEST_TAIL: Final = 200
_ROLES: Final[tuple[Role, ...]] = ("lead", "support", "responsible")
_BRACKETS: Final = "[]【】〔〕()（）"
_BARE: Final = late_pattern(rf"{BARE_LABEL}\s*:")
_IN_CHARGE: Final = late_pattern(r"负责$|落实$")
_GLOSS: Final = late_pattern(r"(?:包?含|包括|不含|除|即|以下简称|简称|下同|含|设[在于]|下设|挂靠|原)")
_STOPS: Final = ("。", ";", "!")
_TIMES: Final = ("时限", "时间", "期限")
#: How bodies behind a label without a colon begin.
_HEADS: Final = HEADS | {"各"}


def labelled_units(text: Text) -> list[UnitFound]:
    """Read `牵头单位：A；责任单位：B、C`: each label gives its role to the list behind it.

    Units alone before the first label are responsible (`A；配合单位：B`).
    """
    head, lists = _lists(text)
    found = unit_list(head) if head.chars and looks_like_units(head) else []
    return found + [unit for role, listed in lists for unit in unit_list(listed, role)]


def beside_units(bracket: Text) -> list[tuple[str, Text]]:
    """Return the words of a bracket's lists that are no unit, persons above all, by the list's name."""
    return [
        (UNIT_HEADERS[role], part)
        for role, listed in _lists_of(bracket)
        for part in unread_parts(listed, unit_list(listed, role))
        if not is_about_time(part)
    ]


def notes_of(bracket: Text) -> list[Text]:
    """Return the sentences behind a bracket's lists that are no mere times, and what says how a list is meant."""
    parted = [list_and_note(listed) for _, listed in _lists_of(bracket)]
    notes = [note for _, note in parted if note.chars and not (len(note) <= _LONGEST_TIME and is_about_time(note))]
    return [note.rstrip("。.") for note in notes] + [gloss for listed, _ in parted for gloss in glosses(listed)]


def unread_head(bracket: Text) -> Text | None:
    """Return what stands before a bracket's first label and is no list of bodies (`A类任务；责任单位：…`)."""
    match = _TRAILING_BRACKET.fullmatch(bracket.folded)
    head, lists = _lists((bracket.group(match, "in") if match is not None else None) or bracket)
    words = bool(lists) and ":" not in head.folded and any(char.isalpha() for char in head.folded)
    return head if words and not looks_like_units(head) and not is_about_time(head) else None


def _lists_of(bracket: Text) -> list[tuple[Role, Text]]:
    """Return a bracket's lists with their roles; all of one without labels is a list."""
    bracket = _without_time(bracket.strip())
    match = _TRAILING_BRACKET.fullmatch(bracket.folded)
    inner = (bracket.group(match, "in") if match is not None else None) or bracket
    return _lists(inner)[1] or [("responsible", inner.strip(_SIGNS))]


def _without_time(brackets: Text) -> Text:
    """Drop the last of two brackets where it says nothing but by when."""
    match = _TRAILING_BRACKET.search(brackets.folded) if ")(" in brackets.folded else None
    inner = brackets.group(match, "in") if match is not None and match.start() else None
    timed = inner is not None and len(inner) <= _LONGEST_TIME and is_about_time(inner)
    return brackets[: match.start()].strip() if match is not None and timed else brackets


def _lists(text: Text) -> tuple[Text, list[tuple[Role, Text]]]:
    """Return what stands before the first label of units, and the list behind each label with the role it gives."""
    if ":" not in text.folded:
        return text[:0], _unsigned(text)
    text = without_answering(text)
    folded = text.folded
    hits = sorted((m.start(), m.end(), role) for role, p in _LABELS for m in p.finditer(folded))
    others = [m.start() for m in _OTHER_LABELS.finditer(folded)]
    stops = sorted([*(start for start, _, _ in hits), *others, len(folded)])
    # Between two brackets the signs are no part of a name, as those of `县财政局（金融办）` are.
    signs = _SIGNS + _BRACKETS if "][" in folded or ")(" in folded else _SIGNS
    head = text[: hits[0][0]].strip(signs) if hits else text[:0]
    return head, [(role, text[end : stops[bisect_left(stops, end)]].strip(signs)) for _, end, role in hits]


#: Most lines begin with none of these labels, which their first character tells.
_UNSIGNED_FIRST: Final = frozenset("总牵主第配协参其责承落实负完办整")


def unsigned_label(text: Text) -> Text | None:
    """Return the label without a colon that a line begins with."""
    match = _UNSIGNED.match(text.folded) if text.folded[:1] in _UNSIGNED_FIRST else None
    return text[: match.end()] if match is not None else None


def is_label_of_time(label: Text) -> bool:
    """Whether such a label says by when."""
    return label.folded.rstrip(" -").endswith(_TIMES)


def _unsigned(text: Text) -> list[tuple[Role, Text]]:
    """Return the lists of a text that begins with a label without a colon, where bodies alone stand behind each.

    White space is squeezed out of a text, and so nothing but the bodies' form tells such a label from a sentence.
    """
    body = text.strip(_SIGNS + _BRACKETS)
    first = _UNSIGNED.match(body.folded)
    if first is None or first["time"] is not None:
        return []
    labels = list(body.finditer(_UNSIGNED))
    ends = [*(label.start() for label in labels[1:]), len(body)]
    listed = [(label, body[label.end() : end].strip(_SIGNS)) for label, end in zip(labels, ends, strict=True)]
    gaps = frozenset(accumulate(map(len, body.spaced())))
    lists = [(role, units) for label, units in listed for role in _ROLES if label[role] is not None]
    times = [time for label, time in listed if label["time"] is not None]
    apart = [label.end() in gaps for label, _ in listed if label["time"] is None]
    sure = all(_are_sure(units, apart=gap) for (_, units), gap in zip(lists, apart, strict=True))
    return lists if sure and all(map(is_about_time, times)) else []


def _are_sure(listed: Text, *, apart: bool) -> bool:
    """Whether a list is of bodies alone, set apart by white space or begun as no words of a sentence begin."""
    if not listed.chars or not looks_like_units(listed):
        return False
    return (apart or listed.folded[0] in _HEADS) and are_bodies(unit_list(listed))


def trailing_bracket(text: Text) -> tuple[list[UnitFound], Text, Text] | None:
    """Find what names its units at the end of a paragraph: a bracket, or a label behind the last sentence.

    Returns the units, the text before the bracket, and the bracket's own text; None where there is none.
    """
    folded = text.folded
    match = _TRAILING_BRACKET.search(folded) if ")" in folded or "]" in folded else None
    inner = text.group(match, "in") if match is not None else None
    beside = _beside(text[: match.start()]) if match is not None and ":" in match["in"] else None
    if beside is not None:
        units = labelled_units(text[beside:])
        return (units, text[:beside].strip(), text[beside:]) if units else None
    behind = _labelled_tail(text) or _behind_dash(text)
    if behind is not None:
        return behind
    if match is None or inner is None or not inner.chars.strip() or _AMOUNT_FIRST.match(inner.folded.lstrip()):
        return None
    units = labelled_units(inner) or ([] if _is_gloss(text[: match.start()], inner) else role_list(inner))
    if units:
        return units, text[: match.start()].strip(), text[match.start() :]
    return _before_time(text, match.start(), inner)


def _behind_dash(text: Text) -> tuple[list[UnitFound], Text, Text] | None:
    """Find the bodies that a dash sets apart behind the last sentence: `修建桥梁。——县交通局、各乡镇`."""
    match = _DASHED.search(text.folded) if "。-" in text.folded else None
    listed = text.group(match, "in") if match is not None else None
    units = unit_list(listed) if listed is not None and looks_like_units(listed) else []
    if match is None or not are_bodies(units):
        return None
    return units, text[: match.start()].strip(), text[match.start() :]


def _before_time(text: Text, at: int, inner: Text) -> tuple[list[UnitFound], Text, Text] | None:
    """Find the bracket of units before one that says nothing but by when: `（县林业局、各镇）（5月20日—6月30日）`."""
    if len(inner) > _LONGEST_TIME or not is_about_time(inner) or not text[:at].folded.rstrip().endswith((")", "]")):
        return None
    found = trailing_bracket(text[:at])
    return (found[0], found[1], text[text.index_of(found[2]) :]) if found is not None else None


def _labelled_tail(text: Text) -> tuple[list[UnitFound], Text, Text] | None:
    """Find the labels behind the last sentence, with the units that they name; bare labels name bodies or nothing."""
    if ":" not in text.folded:
        return _unsigned_tail(text)
    found = [m.start() for p in (_TAIL_WITH_BARE, _LABELLED_TAIL) if (m := p.search(text.folded)) is not None]
    begun = _begun_softly(text)
    for at in sorted({*found, *begun}):
        units = labelled_units(text[at:])
        if units and (are_bodies(units) or (at not in begun and _BARE.match(text.folded, at) is None)):
            body = text[:at].rstrip("—- ,，" if at in begun else "—- ")
            return units, body, text[len(body) :]
    return None


def _unsigned_tail(text: Text) -> tuple[list[UnitFound], Text, Text] | None:
    """Find the labels without colons behind the last sentence or white space, where bodies alone stand behind them."""
    if not any(kind in text.folded for kind in ("单位", "部门", "室")):
        return None
    first = max(1, len(text) - _LONGEST_TAIL)
    stops = [match.end() for match in _UNSIGNED_TAIL.finditer(text.folded, first - 1)]
    for at in [*stops, *accumulate(map(len, text.spaced()))]:
        begins = first <= at < len(text) and _UNSIGNED.match(text.folded, at) is not None
        units = labelled_units(text[at:]) if begins and _is_closed(text[:at].folded) else []
        if units:
            body = text[:at].rstrip("—- ")
            return units, body, text[len(body) :]
    return None


def _is_closed(folded: str) -> bool:
    """Whether every bracket that was opened is closed."""
    return folded.count("(") <= folded.count(")") and folded.count("[") <= folded.count("]")


def _begun_softly(text: Text) -> list[int]:
    """Return where labels to the end begin behind a comma or white space (`改造食堂　　责任单位：县教育局`)."""
    comma = _TAIL_BEHIND_COMMA.search(text.folded)
    ends = accumulate(map(len, text.spaced()))
    gaps = [
        at for at in ends if at < len(text) and "\n" not in text.source[text.offsets[at - 1] + 1 : text.offsets[at]]
    ]
    spaced = next((at for at in gaps if _FROM_LABEL.match(text.folded, at) is not None), None)
    return [at for at in (comma.start() if comma is not None else None, spaced) if at is not None]


def are_bodies(units: list[UnitFound]) -> bool:
    """Whether all that stands behind labels has the form of a body's name."""
    return bool(units) and all(has_unit_form(unit.text.folded) for unit in units)


def _beside(before: Text) -> int | None:
    """Return where brackets with labels begin that stand right before another one; None where none does."""
    match = _TRAILING_BRACKET.search(before.folded) if before.folded.endswith((")", "]")) else None
    if match is None or ":" not in match["in"]:
        return None
    further = _beside(before[: match.start()])
    return match.start() if further is None else further


def _is_gloss(before: Text, inner: Text) -> bool:
    """Whether a bracket explains the word before it: `各村（社区）`, `县直单位（含林场）`."""
    if _GLOSS.match(inner.folded):
        return True
    units = unit_list(inner)
    known = any(u.agency is not None or u.role != "responsible" for u in units) or _IN_CHARGE.search(inner.folded)
    return not known and not before.folded.rstrip().endswith((*_STOPS, ")"))
