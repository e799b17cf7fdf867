"""Bodies that a sentence has do a task together: `由A会同B开展检查`, `由A、B联合制定方案`, `由A牵头，会同B、C核查`.

Whoever acts by itself (`县教育局开展检查`) is only told of; 由 before the list and who joins it behind say whose task
it is. Who scores, punishes or interprets by such words carries out none, nor does anyone by what is done already.
"""

from itertools import islice
from typing import Final

from extractors.text import Text
from extractors.unit_names import has_unit_form
from extractors.units import UnitFound, are_departments, looks_like_units, unit_list
from normalizers.patterns import late_pattern
from normalizers.values import Role

#: What hands a task over; 自由, 理由 and 已由 do not.
_HANDED: Final = late_pattern(r"(?<![自理缘经因来事案曾已是])由(?![于此来])|(?:^|(?<=[,;:]))(?:请|责成)")
_STOP: Final = late_pattern(r"[;。由]|$")
#: Who joins: a word between two bodies, or one behind the last of them.
_JOINED: Final = late_pattern(r"会同|(?<=[局委办厅部院队会])(?:商|联合)(?=[省市县区州])|(?:联合|共同)$")
_BETWEEN: Final = late_pattern("会同")
#: A department by its field: 住建部门.
_DEPARTMENT: Final = late_pattern(r"(?!各|全|本|该|其)\p{Han}{2,8}部门")
_LED: Final = late_pattern(r"(?P<lead>[^,]{2,60}?)(?:负责)?牵头(?:负责|组织)?[,、]?会同(?=\p{Han})")
_VERB: Final = (
    "开展|组织|进行|制[定订]|编制|拟[定订]|起草|研究|修[订改]|完善|出台|印发|提出|审[核查批]|核[定实查]|认定|验收|评[审估]|论证"
    "|排查|检查|抽查|督促|推[进动]|[实落]施|落实|[办受]理|承[办担]|完成|负责|抓好|牵头|主办|建[立设]|组建|拨付|下达|安排|筹[集措]"
    "|协调|统筹|查处|整治|清[理查]|巡查|监[督管]|培训|宣传|做好|加强"
)
_MANNER: Final = (
    "要|应当?|须|负责|具体|统一|共同|联合|分别|积极|认真|切实|及时|定期|不定期|适时|另行|尽快|全面|依法|严格|深入|持续"
    "|重新"
)
#: Between a list and its verb: to what, when and how.
_TO_WHAT: Final = (
    r"对|就|于|在|每|[按依]照|[按依]据?|根据|结合|围绕|针对|通过|采取|\d{1,4}[年月]|年底|逐[一项级月村校户]"
)
#: Where a list may end; not within a body's name that has such a word (县公安局巡查大队).
_NEXT: Final = late_pattern(
    rf"(?P<manner>(?:{_MANNER})*)(?:(?P<verb>{_VERB})(?!\p{{Han}}{{0,4}}[局办部厅室队站心处科所院委会组庭场馆校司](?:[、,对等和及与会]|$|{_VERB}))"
    rf"|(?P<far>,?(?:{_TO_WHAT})))"
)
_ANY_VERB: Final = late_pattern(_VERB)
#: What was done, or whose a thing is: 开展了检查, 制定的标准.
_TOLD: Final = late_pattern(r"\p{Han}{0,4}?(?:的|了)")
#: What no body carries out as a task: it is what scoring and its consequences are.
_PROCEDURE: Final = late_pattern(
    "(?:考[核评]|评[分定]|打分|计分|约谈|问责|追责|立案|解释|表[彰扬]|奖励|处罚|通报|批评|督查)(?!办法|方案|细则|制度|机制|标准|指标|体系|意见|整改)"
)
#: A case before it makes it the consequence of a fault: `未完成整改的，由…`.
_OF_A_CASE: Final = ("的,", "者,")
_BY_DUTY: Final = late_pattern("负责|牵头|主办|承办|抓好|[实落]施|落实")
_NO_LIST: Final = late_pattern("组成|成立|抽调|的")
_LEADS: Final = ("牵头", "主办")
_LONGEST: Final = 120
_SEVERAL: Final = 2
_SHORTEST: Final = 3
#: A list ends at one of the first words that may end it; names have few of them.
_MOST_ENDS: Final = 12


_TOGETHER: Final = ("会同", "联合", "共同", "商")


def may_be_joint(folded: str) -> bool:
    """Whether a text has the words that all of these forms have, which is sooner told than where one stands."""
    handed = "由" in folded or "请" in folded or "责成" in folded
    return handed and any(word in folded for word in _TOGETHER)


def joint_units(sentence: Text) -> tuple[list[UnitFound], list[tuple[int, int]]]:
    """Return the bodies that a sentence has do something together, and where their lists and verbs stand."""
    folded = sentence.folded
    found: list[UnitFound] = []
    taken: list[tuple[int, int]] = []
    if not may_be_joint(folded):
        return found, taken
    for match in sentence.finditer(_HANDED):
        start, end = match.end(), _end_of(folded, match.end())
        if taken and start < taken[-1][1]:
            continue
        case = folded[: match.start()].endswith(_OF_A_CASE)
        units, stop = _of_list(sentence[start:end], case=case)
        if units:
            found += units
            taken.append((match.start(), start + stop))
    return found, taken


def _end_of(folded: str, start: int) -> int:
    stop = _STOP.search(folded, start)
    return min(start + _LONGEST, stop.start() if stop is not None else len(folded))


def _of_list(words: Text, *, case: bool) -> tuple[list[UnitFound], int]:
    """Return the bodies that words begin with, and where their verb ends; none where they do no task together."""
    led = _LED.match(words.folded)
    leading = words.group(led, "lead") if led is not None else None
    if led is not None and leading is not None and looks_like_units(leading):
        listed, stop, _ = _list_before_verb(words[led.end() :], joined=True, case=case)
        joining = unit_list(listed, "responsible") if listed is not None else []
        return ([*unit_list(leading, "lead"), *joining], led.end() + stop) if joining else ([], 0)
    listed, stop, role = _list_before_verb(words, joined=False, case=case)
    units = unit_list(listed, role) if listed is not None else []
    return (units, stop) if len(units) >= _SEVERAL else ([], 0)


def _list_before_verb(words: Text, *, joined: bool, case: bool) -> tuple[Text | None, int, Role]:
    """Return the list that ends first before its verb, where the verb ends, and the role that it gives."""
    folded = words.folded
    for match in islice(_NEXT.finditer(folded), _MOST_ENDS):
        listed = words[: match.start()].strip(" ,")
        if _NO_LIST.search(listed.folded) is not None:
            break
        told = listed.folded + match["manner"] if match["manner"] in ("联合", "共同") else listed.folded
        if len(listed) < _SHORTEST or not (joined or _JOINED.search(told)) or not _are_bodies(listed):
            continue
        verb = match if match["verb"] is not None else _ANY_VERB.search(folded, match.end())
        if verb is None or not _is_task(folded, verb.end(), verb[0], case=case):
            break
        charged = "会同" in listed.folded or joined
        if not charged and _BY_DUTY.search(verb[0]) is not None:
            break  # 由A、B共同负责 has its own form
        role: Role = "lead" if verb[0].endswith(_LEADS) and not joined else "responsible"
        return listed, verb.end(), role
    return None, 0, "responsible"


def _are_bodies(listed: Text) -> bool:
    return all(_is_list(side.strip()) for side in listed.split(_BETWEEN))


def _is_list(side: Text) -> bool:
    if _DEPARTMENT.fullmatch(side.folded) is not None or are_departments(side):
        return True
    units = unit_list(side) if side.chars and looks_like_units(side) else []
    return bool(units) and all(has_unit_form(unit.text.folded) for unit in units)


def _is_task(folded: str, end: int, verb: str, *, case: bool) -> bool:
    """Whether what follows a verb is a task: nothing that is done already, a noun's attribute, or a procedure."""
    behind = folded[end:].split(",", 1)[0]
    if _TOLD.match(folded, end) is not None or _PROCEDURE.search(behind) is not None:
        return False
    return not case or _BY_DUTY.search(verb) is not None
