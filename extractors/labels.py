"""Lines of a narrative that a label gives to a field: `评分标准：…`, `责任单位：…`, `完成时限：…`."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import regex

from extractors.deadlines import is_about_time
from extractors.markers import split_marker
from extractors.persons import LEADERS
from extractors.text import Text
from extractors.unit_labels import (
    BARE_LABEL,
    UNIT_LABEL,
    are_bodies,
    beside_units,
    is_label_of_time,
    labelled_units,
    notes_of,
    unread_head,
    unsigned_label,
)
from extractors.units import unit_list
from normalizers.headers import header_role
from normalizers.patterns import late_pattern
from normalizers.values import ColumnRole

LineField = Literal["scoring", "units", "deadline", "evidence", "leader", "other"]


@dataclass(frozen=True, slots=True)
class LabelRow:
    """Labels that give the rest of their line to one field; behind `bare` ones that rest must be names of bodies."""

    field: LineField
    pattern: "regex.Pattern[str]"
    bare: bool
    examples: tuple[str, ...]


def _row(field: LineField, words: str, *examples: str, bare: bool = False) -> LabelRow:
    return LabelRow(field, regex.compile(rf"^[(\[]?(?:{words})[)\]]?\s*:\s*(?=\S)"), bare, examples)


LABELS: Final = (
    _row("scoring", "评分标准|评分细则|评分办法|评分方法|评分规则|评分原则|评分说明|计分办法|计分方法|计分标准|计分规则|计分说明|扣分标准|扣分细则|扣分办法|赋分标准|赋分原则|赋分说明|赋分细则|赋分办法|打分办法|打分标准|记分标准|记分办法|考核评分", "评分标准：缺一项扣1分", "【计分办法】：按比例得分"),
    _row("units", f"(?:整改|主体)?{UNIT_LABEL}|(?:部门|责任|任务)分工", "责任单位：县教育局", "牵头单位：县发改委；配合单位：各乡镇", "直接责任单位：县住建局"),
    _row("units", BARE_LABEL, "牵头：县应急局；配合：各乡镇", bare=True),
    _row("deadline", "进度安排|完成时限|时限|时限要求|完成时间|整改时限|时间节点|完成期限", "完成时限：6月底前"),
    _row("leader", LEADERS, "责任领导：张某", "责任人：李某"),
    _row("other", "(?:数据|资料|信息)来源|(?:数据|资料)提供(?:单位|部门)|(?:负责)?考[核评](?:单位|部门|责任单位)|评分单位|主管(?:单位|部门)|考[核评]方[式法]|检查方[式法]",
         "数据来源：县统计局", "考核部门：县林业局"),
    _row("evidence", "佐证材料|证明材料|佐证资料", "佐证材料：会议纪要、文件"),
)  # fmt: skip


#: Most lines begin with none of the labels, which one question tells.
_LABELLED: Final = late_pattern("|".join(row.pattern.pattern for row in LABELS))


def labelled_line(text: Text) -> tuple[LineField, Text, Text] | None:
    """Return a line's field, its label and what the label gives; None where no label begins it."""
    if ":" not in text.folded:
        return _unsigned_line(text)
    if _LABELLED.match(text.folded) is None:
        return None
    for row in LABELS:
        match = row.pattern.match(text.folded)
        if match is not None and (not row.bare or are_bodies(labelled_units(text))):
            return row.field, text[: match.end()], text[match.end() :].strip()
    return None


_LONGEST_TIME: Final = 24
#: How a time begins, as the words of a sentence behind 完成时间 do not.
_TIME_BEGINS: Final = frozenset('0123456789二年本今明每全上下长持立即常自"“')


def _unsigned_line(text: Text) -> tuple[LineField, Text, Text] | None:
    """Read a line whose label has white space for its colon: bodies alone behind it, or a time."""
    label = unsigned_label(text)
    if label is None:
        return None
    words = text[len(label) :]
    if is_label_of_time(label):
        short = len(words) <= _LONGEST_TIME and words.folded[0] in _TIME_BEGINS
        return ("deadline", label, words) if short and is_about_time(words) else None
    return ("units", label, words) if labelled_units(text) else None


#: What a label on a line of its own may give the lines below it.
_BELOW: Final = (
    "requirement",
    "scoring",
    "responsible",
    "lead",
    "support",
    "deadline",
    "evidence",
    "method",
    "remarks",
)
_LONGEST_LABEL: Final = 9


def label_above(text: Text) -> ColumnRole | None:
    """Return the role that a line of nothing but a label gives to the lines below it (`考核内容：`, `赋分办法：`)."""
    bare = text.folded.strip().strip("[]")
    if not bare.endswith(":") or len(bare) > _LONGEST_LABEL:
        return None
    role = header_role(bare[:-1])
    return role if role in _BELOW else None


_HEAD_LABEL: Final = regex.compile(r"(?P<key>\p{Han}{2,8})\s*:\s*(?=\S)")


def label_at_head(text: Text) -> tuple[ColumnRole, Text, Text] | None:
    """Return what column a text's label would head (`评分办法：…`), the label, and the words behind it."""
    match = _HEAD_LABEL.match(text.folded)
    role = header_role(match["key"]) if match is not None else None
    return (role, text[: match.end()], text[match.end() :]) if match is not None and role is not None else None


#: Labels that name the task of a record (`工作任务：推进更新`), with the lines below it about the same task.
_RECORD: Final = regex.compile(
    r"^(?P<key>任务|事项|问题|存在问题|任务内容|工作任务|工作内容|具体任务|主要任务|重点任务|任务名称|任务事项|工作事项|事项名称|项目名称|指标名称|(?:考核|考评|测评|检查|评价|评估|评定|评分|督查|督导)(?:指标|项目))\s*:\s*(?=\S)"
)


def record_name(text: Text) -> tuple[str, Text, Text] | None:
    """Return the key, the label and the name of a record's first line; None where it is none.

    One such line is a paragraph like any other; where its key comes again, each begins a record.
    """
    match = _RECORD.match(text.folded) if ":" in text.folded else None
    return (match["key"], text[: match.end()], text[match.end() :].strip()) if match is not None else None


#: A level's or a name column's header, as a label before the number of what it names.
_NAMED: Final = regex.compile(
    r"(?P<label>[一二三四]级(?:指标|项目|要素)\s*:?|(?:考核|考评|测评|检查|评价|评估|评定|评分)(?:指标|项目|类别|要素|事项)\s*:)\s*"
)
#: So many of them are no words of a sentence.
_FEWEST_NAMED: Final = 2


def labels_before_numbers(texts: Sequence[Text]) -> dict[int, tuple[Text, Text]]:
    """Return label and numbered name of lines that have both (`一级指标　（一）公共安全（60分）`), by where they begin.

    {} for a single one.
    """
    matches = [(text, match) for text in texts if (match := _NAMED.match(text.folded)) is not None]
    made = {text.start: (text[: match.end()].strip(), text[match.end() :]) for text, match in matches}
    made = {start: parts for start, parts in made.items() if split_marker(parts[1])[0] is not None}
    return made if len(made) >= _FEWEST_NAMED else {}


_PART: Final = regex.compile(
    r"(?:^|(?<=[(\[;,\n。]))\s*(?P<key>\p{Han}{2,8})\s*:\s*(?P<value>(?:[^;:()\[\]。]|\([^;:()\[\]。]{1,20}\))+?)"
    r"\s*(?=[;)\]\n。]|,\p{Han}{2,8}\s*:|$)"
)
_UNIT_ROLES: Final = ("responsible", "lead", "support")


def other_parts(bracket: Text) -> list[tuple[str, Text]]:
    """Return what a bracket of units says besides units and time (`责任领导：张某；牵头单位：…`), by its label.

    A time that is none (`完成时限：每学期开学前`) is kept too, and so is a part without a label (`每月一次`).
    """
    if len(pieces := _apart(bracket)) > 1:
        return [part for piece in pieces for part in other_parts(piece)]
    parts = [
        (key.value, value)
        for match in bracket.finditer(_PART)
        if not _is_spoken_for(match["key"], match["value"])
        and (value := bracket.group(match, "value")) is not None
        and (key := bracket.group(match, "key")) is not None
    ]
    inner = bracket.strip("（()）[]【】〔〕 。.")
    loose = [piece for piece in inner.split(_DIVIDERS) if _is_loose(piece.strip())]
    parts += [(LOOSE, piece) for piece in loose if not any(piece.overlaps(value) for _, value in parts)]
    head = unread_head(bracket)
    if head is not None and not any(head.overlaps(part) for _, part in parts):
        parts.insert(0, (LOOSE, head))
    notes = notes_of(bracket)
    parts = [(key, part) for key, part in parts if not any(part.overlaps(note) for note in notes)]
    parts += [(LOOSE, note) for note in notes]
    return parts + [(key, x) for key, x in beside_units(bracket) if not any(x.overlaps(part) for _, part in parts)]


_LEADER: Final = regex.compile(
    rf"[(\[]\s*(?P<key>{LEADERS})\s*:\s*(?P<value>(?:[^()\[\]:]|\([^()\[\]:]{{1,20}}\)){{1,40}})[)\]]\s*[。.]?$"
)


def leader_bracket(text: Text) -> tuple[Text, Text, tuple[str, Text]] | None:
    """Cut a bracket that names who answers in person (`（责任人：李某）`) off a heading's end.

    Returns the text before it, the bracket, and its key and value.
    """
    match = _LEADER.search(text.folded) if ":" in text.folded else None
    value = text.group(match, "value") if match is not None else None
    if match is None or value is None:
        return None
    return text[: match.start()].strip(), text[match.start() :], (match["key"], value.strip())


#: Under what name a bracket's part without a label is kept.
LOOSE: Final = "括注"
_DIVIDERS: Final = regex.compile(r"[,;]")


_KEY: Final = regex.compile(r"\p{Han}{2,8}\s*:")


def _apart(text: Text) -> list[Text]:
    """Cut a line where white space stands before a further label (`责任单位：县林业局　责任人：何某`)."""
    starts = [text.index_of(piece) for piece in text.spaced()[1:] if _KEY.match(piece.folded)]
    return [text[a:b].strip() for a, b in pairwise([0, *starts, len(text)])]


_BARE: Final = regex.compile(BARE_LABEL)


def _is_spoken_for(key: str, value: str) -> bool:
    if _BARE.fullmatch(key) is not None:
        return True
    role = header_role(key)
    return role in _UNIT_ROLES or (role == "deadline" and is_about_time(Text.of(value), header=True))


def _is_loose(piece: Text) -> bool:
    return ":" not in piece.folded and bool(piece.chars) and not unit_list(piece) and not is_about_time(piece)
