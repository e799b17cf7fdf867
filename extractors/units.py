"""Responsible units: lists of names, their roles, and the heads and tails that a list leaves out."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.lists import names, numbered_once
from extractors.persons import answering, body_and_person, is_person, without_answering
from extractors.roles import DONE, ROLED, cut_duty, cut_role, says_duty
from extractors.shared_ends import are_fields, shared_ends
from extractors.text import Text
from extractors.unit_heads import beside_committee, beside_section, head_of, restored
from extractors.unit_names import GROUP_HEAD, GROUP_TAIL, has_unit_form, unbroken, unit_kind, unspaced
from normalizers.agencies import agency, region_head, standing_names
from normalizers.values import Basis, Role, UnitKind

_BETWEEN_LISTS: Final = regex.compile(r"[;\n]|,(?![^()]{0,30}\))")
_BETWEEN_GROUPS: Final = regex.compile(r"[;\n。]")
_STOP: Final = regex.compile(r"。")
#: A list is cut at its commas, behind the bracket of a role (`县水利局（牵头）县财政局（配合）`), and around a bracket
#: that has a list with a role of its own (`县水利局（县财政局配合）`, `县水利局（县财政局负责资金保障）`).
_COMMA: Final = regex.compile(
    r"(?<=牵头|主办|负责|为主),?会同|,(?![^()]{0,30}\))|(?<=[(\[](?:牵头|主办|主责|责任|配合|协办|协同|承办)(?:单位|部门)?[)\]])(?=\p{Han})"
    rf"|\((?=[^()]{{1,60}}{ROLED}(?:{DONE})?\))|(?<=\([^()]{{1,60}}{ROLED}(?:{DONE})?)\)"
)
_BETWEEN_PIECES: Final = regex.compile(r";|,(?![^()]{0,30}\))")


@dataclass(frozen=True, slots=True)
class UnitFound:
    """One unit: `name` as the document means it, `text` as printed."""

    name: str
    text: Text
    role: Role
    kind: UnitKind
    agency: str | None
    basis: Basis


_SAME: Final = frozenset({"同上", "〃", "″", "同前", "责任单位同上", "牵头单位同上", "配合单位同上"})
_TAIL: Final = regex.compile(
    r"等(?P<tail>(?:[^等、,;]{0,8}?)(?:部门|单位|企事业单位|乡镇|街道|机构|[处科股]室|委办局|成员)(?:\((?:单位|部门|街道)\))?)$|等$"
)
#: Parts of a list that are no names: words on time, on how the list is meant, sentences.
_NO_NAME: Final = regex.compile(
    r":|前$|要求|谁|[一二三四每]次$|第一位|排名|为牵头|下同|以下|不再|均需|完成|\d{4}|[。!?]|^(?:并|及时|按|依)|各司其职|^[见详]见?附|^详见|(?:[省市县区州镇乡局部院校所站处科队村]长|书记|常委|主任|主席|秘书长)(?:同志|\p{Han}{2,3})?$|领导(?:同志)?$|负责(?:人|同志)$|^负责(?!单位|部门)|^(?:暂?无|待定|另定|不涉及|[-—/]+|[\d.]+分?)$"
)
#: Parts of a unit bracket that say by when.
_TIME: Final = regex.compile(
    r"\d\s*[年月日]|[年月季]度?[底末]|[上中下]旬|季度|半年|全年|前完成|持续|长期|常态化|立行立改"
)
#: One of these is in each text where `_NO_NAME` or `_TIME` is found; most names have none.
_SAYS_MORE: Final = frozenset(
    ":前求谁次位名头同下上再需成。!?并及按依职附详记任席长志导负常无定涉-—/年月底末旬季续期态改0123456789分"
)
_HAN: Final = regex.compile(r"\p{Han}")
_LONGEST_LIST: Final = 200


def is_same_as_above(text: Text) -> bool:
    """Whether a cell stands for the cell above it."""
    return text.folded.strip("() 。") in _SAME


def is_certain(unit: UnitFound) -> bool:
    """Whether a name stands alone beyond doubt: nothing but its place's level before a known body, or a collective."""
    printed = unit.text.value
    head = region_head(printed)
    return (GROUP_HEAD.match(printed) is not None and GROUP_TAIL.search(printed) is not None) or printed[
        len(head) :
    ] in standing_names()


def looks_like_units(text: Text) -> bool:
    """Whether a whole text is a list of units and nothing else, roles aside: every entry has the form of one."""
    if is_same_as_above(text):
        return True
    if len(text) > _LONGEST_LIST or numbered_once(text):
        return False
    parts = [p.strip(" 。") for p in text.split(_BETWEEN_LISTS) if p.strip(" 。").chars]
    return bool(parts) and all(_is_unit_list(cut_role(part, "responsible")[0]) for part in parts)


def _is_unit_list(text: Text) -> bool:
    if are_departments(text):
        return True
    body, tail = _cut_tail(text)
    entries = names(body)
    ends = shared_ends([e.value for e in entries])
    unlike = [e for e, end in zip(entries, ends, strict=True) if not has_unit_form(e.folded.strip() + end)]
    return bool(entries) and (not unlike or (tail is not None and len(entries) > 1))


def are_departments(text: Text) -> bool:
    """Whether a list names departments by their fields: 公安、交通、城管等部门."""
    if "部门" not in text.folded and "等" not in text.folded:
        return False
    body, tail = _cut_tail(text)
    return are_fields([entry.value for entry in names(body)], others=tail is not None)


def _cut_tail(text: Text) -> tuple[Text, Text | None]:
    """Cut `等相关部门` off the end: the list before it, and the collective entry itself."""
    match = _TAIL.search(text.folded) if "等" in text.folded else None
    if match is None:
        return text, None
    return text[: match.start()], text.group(match, "tail")


#: How a list is meant, behind it or in a bracket: `（列第一位的为牵头单位，下同）`, `注：排在首位的为牵头部门`.
_HOW_MEANT: Final = regex.compile(
    r"[。;,]?\s{0,20}注:[^。;]{0,60}(?:[。;]|$)|\((?=[^()]{0,60}(?:下同|第一位|首位|排名|为牵头|汇总单位|(?<=\()[按依]照?(?:各自)?(?:工作)?职[责能]|分工负责\)))[^()]{2,60}\)"
)


def glosses(text: Text) -> list[Text]:
    """Return what a list says of how it is meant, without the brackets around it."""
    return [text[m.start() : m.end()].strip("()（）;；,，。 ") for m in without_answering(text).finditer(_HOW_MEANT)]


def _unglossed(text: Text) -> Text:
    bare = without_answering(text)
    if "注" not in bare.folded and "(" not in bare.folded:
        return bare
    return bare.without(match.span() for match in bare.finditer(_HOW_MEANT))


def list_and_note(text: Text) -> tuple[Text, Text]:
    """Cut off what a list says behind a stop (`县商务局负责。各项任务均涉及各乡镇，下同`); a list there goes on."""
    for sentence in text.split(_STOP)[1:] if "。" in text.folded else ():
        if not looks_like_units(sentence.strip()):
            at = text.index_of(sentence)
            return text[:at].rstrip("。 "), text[at:].strip()
    return text, text[:0]


def unit_list(text: Text, role: Role = "responsible") -> list[UnitFound]:
    """Read a list of units, in order, with restored heads; a `等…` tail is a collective entry of its own."""
    found: list[UnitFound] = []
    lent = level = ""
    for group in unbroken(_unglossed(list_and_note(text)[0])).split(_BETWEEN_GROUPS):
        for listed, piece_role in _pieces(group.strip().rstrip("。"), role):
            body_part, tail = _cut_tail(listed)
            before = ""
            entries = _with_roles(unspaced(names(body_part)), piece_role)
            ends = shared_ends([entry.value for entry, _ in entries])
            for (entry, entry_role), end in zip(entries, ends, strict=True):
                beside = beside_committee(entry, before) or beside_section(entry, before)
                name = beside or restored(entry.value + end, entry.folded + end, lent, level)
                lent, before = head_of(entry.value + end) or lent, name
                level = lent if len(lent) == 1 and lent != "各" else level
                found.append(_unit(name, entry, entry_role))
            if tail is not None:
                found += [_unit(part.value, part, piece_role) for part in _divided(tail)]
            if not tail and body_part is not listed:
                lent = ""
    return _without_persons(text, found)


def _without_persons(text: Text, units: list[UnitFound]) -> list[UnitFound]:
    """Drop whoever answers for a body and stands behind it, with nothing between but white space or a new line.

    Two such words in a row may as well be villages (`县水利局 高桥 马塘`): they stay as they are printed.
    """
    begins = [text.index_of(u.text) for u in units]
    ends = [text.index_of(u.text[len(u.text) - 1 :]) + 1 for u in units]  # a name may go on over a line's end
    between = [text.folded[end:begin] for end, begin in zip(ends, begins[1:], strict=False)]
    apart = [False, *map(str.isspace, between)][: len(units)]
    person = [spaced and u.kind == "other" and is_person(u.text) for spaced, u in zip(apart, units, strict=True)]
    kept: list[UnitFound] = []
    manned = False  # `王强、李丽` behind one body
    for at, unit in enumerate(units):
        listed = manned and not apart[at] and is_person(unit.text)
        alone = person[at] and not person[at - 1] and not any(person[at + 1 : at + 2])
        manned = listed or (alone and has_unit_form(units[at - 1].text.folded))
        kept += [] if manned else [unit]
    return kept


def _pieces(group: Text, role: Role) -> list[tuple[Text, Role]]:
    """Cut a list at its commas; a role word behind the last piece speaks for those before it that have none.

    But whoever supports supports somebody: in `A，B配合` A is responsible, and so is what stands before another role.
    """
    body, last = cut_duty(group, role)
    pieces = [cut_duty(p.strip(), last) for p in body.split(_COMMA) if p.chars.strip()]
    alone = last == "support" != role and len(pieces) > 1 and all(own == last for _, own in pieces)
    return [(pieces[0][0], role), *pieces[1:]] if alone else pieces


#: Words between two names that divide them as 、 does.
#: One of these stands wherever `_AND` matches.
_JOINING: Final = frozenset("及和与同商联")
_AND: Final = regex.compile(r"以及|及|和|与|(?:要|应当?)?会同|(?<=[局委办厅部院])(?:[商同]|联合)(?=[省市县区州])")


def _with_roles(entries: list[Text], role: Role) -> list[tuple[Text, Role]]:
    """Give each entry its role; one that ends with a role word (`A牵头、B配合`) speaks for those before it too."""
    done: list[tuple[Text, Role]] = []
    waiting: list[Text] = []
    manned = False  # behind a body with its person further names of persons are no bodies
    busy = False  # behind what a body does further words are more of it
    for listed in entries:
        entry, labelled = _cut_label(listed, role)
        if len(entry) < len(listed):
            done += [(text, role) for text in waiting]
            waiting, role = [], labelled
        name, own = cut_duty(entry, role)
        if busy and not has_unit_form(name.folded):
            continue  # 县财政局负责资金筹措、拨付
        busy = len(name) < len(cut_role(entry, role)[0])
        body, tail = _cut_tail(name)
        parts = [p for p in [*_divided(body.strip("由 ")), *(_divided(tail) if tail is not None else [])] if p.chars]
        manned = manned or any(body_and_person(p) is not None for p in parts)
        waiting += [p for p in map(_unmanned, map(_closed, parts)) if _is_name(p) and not (manned and is_person(p))]
        if len(name) < len(entry):
            done += [(text, own) for text in waiting]
            waiting = []
    return done + [(text, role) for text in waiting]


#: A role before a name, with no sign between them, speaks for the names behind it: `牵头单位县教育局、县财政局`.
_LABEL: Final = regex.compile(
    r"(?:(?P<lead>总?牵头|主办|主责)|(?P<support>配合|协办|协助|参与)|(?P<responsible>责任|承办|落实|实施))(?:单位|部门)?"
    r"(?=[省市县区州旗镇乡各])"
)


def _cut_label(entry: Text, role: Role) -> tuple[Text, Role]:
    """Cut such a role off; the role that it names, else the given one."""
    match = _LABEL.match(entry.folded)
    if match is None or not has_unit_form(cut_role(entry[match.end() :], role)[0].folded):
        return entry, role
    return entry[match.end() :], "lead" if match["lead"] else "support" if match["support"] else "responsible"


def _is_name(entry: Text) -> bool:
    """Whether a part of a list can be a name at all: no date, no sentence, no dash in an empty cell."""
    folded = entry.folded
    if not _SAYS_MORE.isdisjoint(folded) and (_TIME.search(folded) or _NO_NAME.search(folded)):
        return False
    return _HAN.search(folded) is not None


def _closed(entry: Text) -> Text:
    """Drop a bracket's end that a list took along, not one of the name's own."""
    return entry if not {"(", "["}.isdisjoint(entry.folded) else entry.rstrip(")）]】")


def _unmanned(entry: Text) -> Text:
    """Drop the person who answers for a body behind its name."""
    parted = body_and_person(entry)
    return parted[0] if parted is not None and has_unit_form(parted[0].folded) else entry


#: Where a body that is printed right behind another begins: 县教育局县财政局.
_GLUED: Final = regex.compile("(?<=[局厅])(?=[省市县区州旗])")
#: Bureaus that are run together without their places: 发改局财政局.
_BUREAU_END: Final = regex.compile("(?<=局)(?=.)")
#: A committee and the government of the same place, run together.
_BOTH: Final = regex.compile(r"(?P<committee>(?P<of>[省市县区州旗盟])委)(?P=of)(?:人民)?政府(?:办公[室厅])?")


def _divided(entry: Text) -> list[Text]:
    """Divide `县教育局和县财政局` where both sides are names, and 县委县政府."""
    both = _BOTH.fullmatch(entry.folded) if entry.folded[1:2] == "委" else None
    if both is not None:
        return [entry[: both.end("committee")], entry[both.end("committee") :]]
    for glued in entry.finditer(_GLUED):
        before = entry[: glued.start()]
        rest = _divided(entry[glued.start() :]) if agency(before.value) is not None else []
        if rest and all(agency(part.value) is not None for part in rest):
            return [before, *rest]
    bureaus = entry.split(_BUREAU_END) if entry.folded.count("局") > 1 and agency(entry.value) is None else []
    if len(bureaus) > 1 and all(agency(bureau.value) is not None for bureau in bureaus):
        return bureaus
    if _JOINING.isdisjoint(entry.folded):
        return [entry]
    for match in entry.finditer(_AND):
        parts = [entry[: match.start()], entry[match.end() :]]
        known, first = agency(entry.value) is not None, parts[0].value
        whole = (
            "会同" not in match[0]
            and agency(first) is None
            and (_is_of_each(entry) or (known and unit_kind(first) != "group"))
        )
        joined = "会同" in match[0] and entry.folded.count("会同") == 1  # no name has it
        if not whole and all(len(p) >= 2 and (joined or has_unit_form(p.folded)) for p in parts):
            return [parts[0], *_divided(parts[1])]
    return [entry]


#: Every place of a kind, before the name of a body of each: 各县（市、区）自然资源和规划局.
_EVERY: Final = regex.compile(r"各(?:[省市州县区旗盟乡镇]|街道){1,3}(?:\([^()]{1,9}\))?")


def _is_of_each(entry: Text) -> bool:
    """Whether an entry is one standing body of every place, by the and of its own name."""
    each = _EVERY.match(entry.folded)
    return each is not None and entry[each.end() :].value in standing_names()


def _unit(name: str, text: Text, role: Role) -> UnitFound:
    basis: Basis = "stated" if name == text.value else "prefix_restored"
    kind = unit_kind(name)
    return UnitFound(name, text, role, kind, agency(name) if kind == "agency" else None, basis)


def role_list(inner: Text) -> list[UnitFound]:
    """Read a bracket without labels: a part of it ends with a role word, or it is nothing but units.

    What says by when (`9月底前完成`) is no unit and stands beside them.
    """
    pieces = without_answering(list_and_note(inner)[0]).split(_BETWEEN_PIECES)
    parts = [p for p in pieces if not _TIME.search(p.folded) and not _NO_NAME.search(p.folded)]
    roles = any(len(cut_duty(p.strip(), "responsible")[0]) < len(p.strip()) for p in parts)
    if not parts or not (roles or all(looks_like_units(p) for p in parts)):
        return []
    units = unit_list(inner)
    return units if units and all(has_unit_form(u.text.folded) for u in units) else []


_PARTS: Final = regex.compile(r"[;。\n]|[、,](?![^()]{0,30}\))")


def unread_parts(cell: Text, units: list[UnitFound]) -> list[Text]:
    """Return the parts of a unit cell that hold no unit: words on time, on how the list is meant, persons."""
    parts = [p.strip() for p in _unglossed(cell).split(_PARTS)]
    unread = [p for p in parts if _HAN.search(p.folded) and not any(u.text.overlaps(p) for u in units)]
    persons = [m[1] for p in parts if (m := body_and_person(cut_role(p, "responsible")[0])) is not None]
    persons += answering(cell)
    unread += [p for p in glosses(cell) if not any(u.text.overlaps(p) for u in units)]
    unread += [p for p in persons if not any(u.text.overlaps(p) for u in units)]
    unread += _duties(cell)
    return sorted(unread, key=lambda part: part.start)


def _duties(cell: Text) -> list[Text]:
    """Return what a list says that its bodies do (`县财政局负责资金保障`), each with whom it is said of."""
    if not says_duty(cell):
        return []
    pieces = [piece for group in cell.split(_BETWEEN_GROUPS) for piece in group.split(_COMMA)]
    entries = [entry for piece in pieces for entry in names(piece)]
    return [
        entry for entry in entries if len(cut_duty(entry, "responsible")[0]) < len(cut_role(entry, "responsible")[0])
    ]
