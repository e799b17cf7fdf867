"""Units that a running text makes responsible: `由A牵头，B配合`, `A负责…，B负责…`, a bracket with roles inside it."""

from dataclasses import replace
from typing import Final

from extractors.clause_units import clause_units
from extractors.clauses import sentences
from extractors.joint_units import joint_units, may_be_joint
from extractors.text import Text
from extractors.unit_labels import labelled_units
from extractors.unit_names import KINDS_OF_PLACES, unit_kind
from extractors.units import UnitFound, is_certain, looks_like_units, role_list, unit_list
from normalizers.agencies import AGENCY_TAILS
from normalizers.patterns import late_pattern
from normalizers.values import Role

_SUPPORTS: Final = (
    r"(?:[,、](?P<support>[^,。;:()]{2,60}?)(?:配合|参[与加]|协助|协同)(?:(?:抓好|做好)?(?:落实|实施|工作))?)?"
    r"(?=[,。;)]|$)"
)
#: The forms that need no analysis where every name in them is certain: the words around them leave no doubt.
_PLAIN: Final = late_pattern(
    rf"由(?P<lead>[^,。;:由()]{{2,60}}?)(?:共同|联合)?(?:负责)?牵头(?:负责|组织|实施)*{_SUPPORTS}"
    r"|由(?P<responsible>[^,。;:由()]{2,60}?)(?:[按依]照?(?:各自)?职责)?(?:分工)?(?:共同|分别|具体)?"
    rf"(?:负责(?:落实|实施|组织实施|督促|协调|推进|办理|指导)?|抓好落实|组织落实){_SUPPORTS}"
    r"|(?:牵头|主办)单位[为是](?P<lead>[^,。;:()]{2,60}?)(?=[,。;)]|$)|(?:配合|协办)单位[为是](?P<support>[^,。;:()]{2,60}?)(?=[,。;)]|$)"
    r"|责任单位[为是](?P<responsible>[^,。;:()]{2,60}?)(?=[,。;)]|$)"
    r"|(?:^|(?<=[,;]))(?P<lead>[^,。;:由()]{2,60}?)[为是](?:牵头|主办)(?:单位|部门)(?=[,。;)]|$)"
    r"|(?:^|(?<=[,;]))(?P<responsible>[^,。;:由()]{2,60}?)[为是]责任(?:单位|部门)(?=[,。;)]|$)"
    r"|(?:^|(?<=[,;]))(?P<support>[^,。;:由()]{2,60}?)[为是](?:配合|协办)(?:单位|部门)(?=[,。;)]|$)"
)
_ROLES: Final[tuple[Role, ...]] = ("lead", "support", "responsible")
_BRACKET: Final = late_pattern(r"[(\[](?P<in>[^()\[\]]{2,120}|[市县区州旗镇工])[)\]]")
_LONGEST_FOR: Final = 16
_CHARGED: Final = late_pattern(r"(?:负责|牵头)$")
_ENDS: Final = (
    "|".join(AGENCY_TAILS) + "|政府|管委会|办事处|公司|队|会|乡镇?|镇|街道|部门|单位|社区|村|行|企业|集团|学校|[所馆]"
)
#: What may put a body in charge: its last word, and close behind it the verb.
_MAY_ASSIGN: Final = late_pattern(
    rf"(?:{_ENDS})(?:等\p{{Han}}{{0,6}})?(?:要|应当?|需|须|[按依]照?(?:各自)?职责|分工|具体|共同|分别|分头|统一|积极|全力|做好){{0,3}}"
    r"(?P<verb>负责|牵头|主办|承担|承办|抓好|抓落实|组织实施|落实)"
)
_MAY_SUPPORT: Final = late_pattern(
    rf"(?:{_ENDS})(?:等\p{{Han}}{{0,6}})?(?:积极|全力|做好){{0,2}}(?P<verb>配合|协助|参与|协同|协办)"
)
#: One of these stands in each verb that puts a body in charge, and in `责任单位为`.
_ASSIGNING: Final = frozenset("责头办担抓落施为")


def running_units(text: Text) -> list[UnitFound]:
    """Find units that a running text names: by `由…牵头，…配合`, or in a bracket with roles inside the text."""
    brackets = list(text.finditer(_BRACKET)) if "(" in text.folded or "[" in text.folded else []
    outside = text.without(match.span() for match in brackets)
    charged = not _ASSIGNING.isdisjoint(outside.folded) or may_be_joint(outside.folded)
    found = [unit for sentence in sentences(outside) for unit in _of_sentence(sentence)] if charged else []
    found = [_with_places(unit, text) for unit in found] if brackets else found
    for match in brackets:
        inner = text.group(match, "in")
        assert inner is not None
        labelled = labelled_units(inner)
        listed = role_list(inner)
        charged = any(u.role != "responsible" for u in listed) or _CHARGED.search(inner.folded) is not None
        found += labelled or (listed if charged else [])
    return found


#: What stands in brackets within a collective name: 各乡镇（街道）党（工）委.
_KINDS: Final = late_pattern(rf"{KINDS_OF_PLACES}|\(工\)(?=委)")
#: The bodies of places of several kinds, by their brackets alone: 县（区）人民政府 is not the one of the county.
_OF_KINDS: Final = late_pattern(r"[市县区州旗镇乡村]\(")


#: Another name of the same body: 县财政局（县金融办）负责.
_SECOND_NAME: Final = late_pattern(
    r"[(\[](?!不?包?[含括]|除|即|以下|简称|设[在于]|下设|挂靠)(?P<name>\p{Han}{2,14})[)\]](?!\s*[。;]|$)"
)


def _with_places(unit: UnitFound, text: Text) -> UnitFound:
    """Give a collective name of a text the brackets back that are its own and were cut out with all others."""
    start, end = text.index_of(unit.text), text.index_of(unit.text[len(unit.text) - 1 :]) + 1
    second = _SECOND_NAME.match(text.folded, end)
    if second is not None and unit.kind == "agency" and unit_kind(second["name"]) == "agency":
        named = text[start : second.end()]
        return replace(unit, name=unit.name + text[end : second.end()].value, text=named)
    behind = _KINDS.match(text.folded, end)
    whole = text[start : behind.end() if behind is not None else end]
    of_kinds = unit.kind == "group" or _OF_KINDS.match(whole.folded) is not None
    own = len(whole) > len(unit.text) and of_kinds and unit.name.endswith(unit.text.value)
    if not own or whole.without(match.span() for match in whole.finditer(_KINDS)).folded != unit.text.folded:
        return unit
    name = unit.name.removesuffix(unit.text.value) + whole.value
    return replace(unit, name=name, text=whole, kind=unit_kind(name), agency=None)


def _of_sentence(sentence: Text) -> list[UnitFound]:
    """Read a sentence by its joint and plain forms where these leave no doubt, else by its words."""
    joint, taken = joint_units(sentence)
    if not joint and _ASSIGNING.isdisjoint(sentence.folded):
        return []
    plain, settled = _plainly(sentence, taken)
    filled, clauses = clause_units(sentence, [*taken, *settled])
    filled, clauses = joint + filled, taken + clauses
    sure = sorted([*plain, *filled], key=_place) if filled else plain
    settled += clauses
    verbs = [*sentence.finditer(_MAY_ASSIGN), *(sentence.finditer(_MAY_SUPPORT) if filled else ())]
    open_ = [m for m in verbs if not any(a <= m.start("verb") < b for a, b in settled)]
    if not open_ and not (sure and "会同" in sentence.without(taken).folded):
        return sure
    from extractors.language.sentences import actors  # loads jieba and spaCy, which most notices do not need

    read = [unit for words, role in actors(sentence) for unit in unit_list(_whole(words, sentence), role)]
    return sorted([*filled, *(unit for unit in read if not _within(unit, sentence, clauses))], key=_place)


def _place(unit: UnitFound) -> int:
    return unit.text.start


def _within(unit: UnitFound, sentence: Text, spans: list[tuple[int, int]]) -> bool:
    at = sentence.index_of(unit.text)
    return any(start <= at < end for start, end in spans)


#: Names that are a body's only with what it is for before them, and such words from the place on (`县招商引资工作`).
_OFFICE: Final = late_pattern(r"(?:领导|协调|推进|工作)?小组|指挥部|委员会|联席会议")
_FOR: Final = late_pattern(r"(?:^|[,、;由])(?P<for>[省市县区州旗镇乡]\p{Han}{1,14})$")


#: Every place of two kinds has one body of a kind (`各县、区人民政府`); its second half is no body of this place.
_OF_PLACE: Final = late_pattern(r"[市县区州旗镇](?:人民)?政府|[县区旗]\p{Han}{2,10}(?:局|委|办)")
_EACH: Final = late_pattern(r"(?P<for>各(?:[市县区州旗][、()]{1,2}){1,3}|各乡、)$")
#: The governments of several levels are named in one, with nothing before them (`市、县人民政府`).
_OF_LEVELS: Final = late_pattern(r"[市县区州旗乡镇](?:人民)?政府")
_LEVELS: Final = late_pattern(r"(?:^|[由,;])(?P<for>(?:[省市州县]、){1,2})$")
#: So are their bureaus: 市、县教育局.
_LEVELS_ABOVE: Final = late_pattern(r"(?:^|[由,;])(?P<for>(?:省、)?[省市州]、)$")
#: The bodies of one level: 县直各单位, 驻县有关单位.
_ALL: Final = late_pattern("各|有关|相关")
_DIRECT: Final = late_pattern("(?P<for>[省市县区州旗][直属]|驻[省市县区州旗])$")
#: Those that a higher level has here: 省驻县单位.
_STATIONED: Final = late_pattern("驻[省市县区州旗]")
_FROM_ABOVE: Final = late_pattern("(?:^|[由,、;])(?P<for>中央?、?省?|省)$")
#: What an analysis of words gives as a name, and what before it belongs to it.
_BELONGS: Final = (
    (_OFFICE, _FOR),
    (_OF_PLACE, _EACH),
    (_OF_LEVELS, _LEVELS),
    (_OF_PLACE, _LEVELS_ABOVE),
    (_ALL, _DIRECT),
    (_STATIONED, _FROM_ABOVE),
)


def _whole(words: Text, sentence: Text) -> Text:
    """Give a group's office, or a body of each place, what an analysis of words took for another phrase before it."""
    befores = [before for name, before in _BELONGS if name.match(words.folded) is not None]
    at = sentence.index_of(words) if befores else 0
    before = sentence[max(0, at - _LONGEST_FOR) : at]
    match = next((m for pattern in befores if (m := pattern.search(before.folded)) is not None), None)
    return words if match is None else sentence[at - len(before) + match.start("for") : at + len(words)]


def _may_be_plain(folded: str) -> bool:
    """Whether a sentence has the words that every plain form has, which is sooner told than where one stands."""
    return "由" in folded or "单位" in folded or "部门" in folded


def _plainly(sentence: Text, taken: list[tuple[int, int]]) -> tuple[list[UnitFound], list[tuple[int, int]]]:
    """Return the units of the plain forms whose names are all certain, and where these forms stand.

    What is `taken` already is left out.
    """
    found: list[UnitFound] = []
    settled: list[tuple[int, int]] = []
    for match in sentence.finditer(_PLAIN) if _may_be_plain(sentence.folded) else ():
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        groups = [(role, sentence.group(match, role)) for role in _ROLES]
        lists = [(role, words) for role, words in groups if words is not None]
        units = [unit for role, words in lists if looks_like_units(words) for unit in unit_list(words, role)]
        if units and all(map(is_certain, units)):
            found += units
            settled.append(match.span())
    return found, settled
