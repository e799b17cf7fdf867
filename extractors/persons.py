"""Names of persons behind the body that they answer for: `县财政局 王某某`, `县司法局（责任人：李某）`."""

from typing import Final

import regex

from extractors.text import Text
from normalizers.agencies import agency
from normalizers.patterns import late_pattern

#: The hundred commonest surnames; one that a body's name often begins with (`金`, `文`, `房`) is left out.
SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "廖石韦贾夏付邹熊白孟秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常赖俞尚"
)
#: What ends in one of these is a body, or a place of one.
_BODY_ENDS: Final = "局委办部院会处科站所中心镇乡街村组队室司厂校"
_PERSON: Final = regex.compile(rf"(?:[{SURNAMES}]\p{{Han}}{{1,2}}|某某某?)(?<![{_BODY_ENDS}])")
_BEHIND: Final = regex.compile(r"\(\s*(?P<person>\p{Han}{2,3}(?:[、,]\s?\p{Han}{2,3}){0,3})\s*\)$")
_BETWEEN: Final = regex.compile("[、,]")

#: Who answers for a task in person: no unit.
LEADERS: Final = (
    "(?:责任|牵头|分管|主管|包保|包联|挂钩|联系|督办)(?:[省市县区州]级?)?领导"
    "|(?:第一|直接|具体|主要)?(?:责任人|负责人)|联络员"
)
#: Whom to call, and where: `13800000000`, `0791-1234567`.
_NUMBER: Final = r"(?:1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8}|[2-9]\d{6,7})(?!\d)"
_BY_PHONE: Final = r"(?:(?:联系)?(?:电话|手机)(?:号码?)?:? ?)?"
_CALLED: Final = (
    rf"(?:\p{{Han}}{{2,3}}[\s、,;/:]{{0,2}}){{0,3}}{_BY_PHONE}{_NUMBER}(?:[\s、,;/]{{1,2}}{_NUMBER}){{0,3}}"
)
_ANSWERING: Final = late_pattern(
    rf"\(\s*(?P<in>(?:(?:{LEADERS}|联系人|(?:联系)?电话|手机号?码?)\s*:[^()]{{1,60}}|{_CALLED}))\s*\)"
    rf"|(?<=[\p{{Han}}\s、,;])[\s:]?(?P<in>{_BY_PHONE}{_NUMBER})(?=[\s、,;]|$)"
)

_FIGURES: Final = frozenset("0123456789")
_LONG_NUMBER: Final = regex.compile(r"\d{7}")


def answering(text: Text) -> list[Text]:
    """Return what brackets behind bodies say of who answers for them (`责任人：李某`, `联系人：王某；电话：…`)."""
    if not _may_answer(text.folded):
        return []
    return [inner for match in text.finditer(_ANSWERING) if (inner := text.group(match, "in")) is not None]


def without_answering(text: Text) -> Text:
    """Leave such brackets out."""
    if not _may_answer(text.folded):
        return text
    return text.without(match.span() for match in text.finditer(_ANSWERING))


def _may_answer(folded: str) -> bool:
    """Whether a text has what stands in all words of who answers: a colon, or a number in a bracket or behind space."""
    return ":" in folded or (not _FIGURES.isdisjoint(folded) and _LONG_NUMBER.search(folded) is not None)


def is_person(word: Text) -> bool:
    """Whether a word has the form of a person's name."""
    return _PERSON.fullmatch(word.folded.strip()) is not None


def body_and_person(entry: Text) -> tuple[Text, Text] | None:
    """Cut a person's name, in a bracket or behind a colon or white space, off the body before it."""
    match = _BEHIND.search(entry.folded) if entry.folded.endswith(")") else None
    person = entry.group(match, "person") if match is not None else None
    if match is not None and person is not None:
        persons, body = person.split(_BETWEEN), entry[: match.start()].strip()
        # Several such words may as well be villages: 青石镇（高桥、马塘）.
        named = all(map(is_person, persons)) and (len(persons) == 1 or agency(body.value) is not None)
        return (body, person) if match.start() and named else None
    head, colon, _ = entry.folded.partition(":")
    if colon and head and is_person(entry[len(head) + 1 :].strip()):
        return entry[: len(head)].strip(), entry[len(head) + 1 :].strip()
    if entry.folded[-1:] in _BODY_ENDS:  # no name ends so, and most entries do
        return None
    parts = entry.spaced()
    if len(parts) < 2 or not all(map(is_person, parts[1:])):
        return _glued(entry) if len(parts) == 1 else None
    return parts[0], entry[entry.index_of(parts[1]) :]


_NAMES: Final = (3, 2)


def _glued(entry: Text) -> tuple[Text, Text] | None:
    """Cut a name off the known body that it is glued to: `县教育局张三`."""
    folded = entry.folded
    if not (folded[-3:-2] in SURNAMES or folded[-2:-1] in SURNAMES) or agency(entry.value) is not None:
        return None
    cuts = [(entry[:-size].strip(), entry[-size:]) for size in _NAMES if len(entry) > size]
    return next((cut for cut in cuts if is_person(cut[1]) and agency(cut[0].value) is not None), None)
