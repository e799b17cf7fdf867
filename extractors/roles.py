"""The role that a list of bodies ends with: 牵头, 按职责分工负责; alone, in a bracket, or with what is done in it."""

from typing import Final

import regex

from extractors.text import Text
from extractors.unit_names import has_unit_form
from normalizers.regions import HEADS
from normalizers.values import Role

ROLED: Final = (
    r"[局委办厅部院心会队处科室司镇乡府道行校站所位门]"
    r"(?:按职责)?(?:分工)?(?:牵头|负责|配合|协助|协办|协同|参与|落实|指导)"
)
#: What a body does behind the word for its role: 资金保障; not the end of a name (指导中心).
DONE: Final = r"\p{Han}{2,20}(?<![局委办厅部院室心会组队处科所站人])"
#: How a body takes part, before the word for its role: 按职责分工配合, 依据各自职责负责.
_BY_DUTY: Final = r"(?:[按依](?:照|据)?(?:各自)?(?:工作)?职[责能])?(?:分工)?"
_BODY_END: Final = "(?<=[局委办厅部院心会队处科室司镇乡府道])"
_ROLE_WORDS: Final[tuple[tuple[Role, frozenset[str], "regex.Pattern[str]"], ...]] = (
    (
        "lead",
        frozenset("牵主"),
        regex.compile(
            r"(?:总|负责|分别|共同|联合)?牵头(?:负责|组织)?(?:落实|办理|实施)?$|主办$|为主$|[(\[](?:总?牵头|主办|主责|主)(?:负责|单位|部门)?[)\]]$"
            rf"|{_BODY_END}[为是](?:总?牵头|主办|主责)(?:责任)?(?:单位|部门)$"
        ),
    ),
    (
        "support",
        frozenset("配协参导督"),
        regex.compile(
            rf"{_BY_DUTY}(?:积极|主动|全力|做好)?(?:参与)?(?:配合|(?<!政)协办|协助|协同)(?:落实|实施)?$|{_BY_DUTY}参[与加]$|(?:负责|业务)?(?:指导|督导)$|{_BODY_END}督办$"
            r"|[(\[](?:配合|协办|参与|指导|协|配)(?:单位|部门)?[)\]]$"
            rf"|{_BODY_END}[为是](?:配合|协办|参与|协同)(?:单位|部门)$"
        ),
    ),
    (
        "responsible",
        frozenset("责落承施理"),
        regex.compile(
            rf"{_BY_DUTY}(?:共同|分别|具体|抓好)?(?:负责(?:具体|组织)?(?:落实|实施)?|落实|承办|组织实施|(?<=分工|职责|具体)实施)$|(?<=会同\p{{Han}}{{2,20}}|[局委办厅]商[省市县区州]\p{{Han}}{{1,16}})办理$"
            r"|[(\[](?:责任|承办|落实|实施|负责)(?:单位|部门)?[)\]]$"
            rf"|{_BODY_END}[为是](?:责任|承办|实施)(?:单位|部门)$"
        ),
    ),
)
#: A role with what a body does in it: `县财政局负责资金保障`, `县林业局（牵头编制方案）`.
_DUTY: Final = regex.compile(
    rf"(?:(?<=[局委办厅部院心会队处科室司镇乡府道行校站所位门村区社场馆团组]):?{_BY_DUTY}(?:主要|具体|共同|分别|统一|积极)?|(?P<bracket>[(\[]))"
    rf"(?:(?P<lead>牵头)|(?P<support>配合|协助)|(?P<responsible>负责|承担|落实(?=\p{{Han}}{{0,12}}(?:责任|措施|任务|工作|要求)[)\]]?$)))(?!的|人|制|同志|解释|考核|打分|评分)"
    r"(?P<done>(?!会同|联合|协同|配合)\p{Han}{2,20}(?<!人))"
    r"(?(bracket)[)\]])$"
)
_DUTIES: Final = ("负责", "牵头", "配合", "承担", "协助", "落实")
_DUTY_SIGNS: Final = frozenset(word[0] for word in _DUTIES)
_PLACES: Final = HEADS | {"各"}
#: What role words end with, as most names do not; each has one of its role's signs.
_ROLE_ENDS: Final = frozenset("头责织实理施办主合助同与加导位门)]\n")


def cut_role(text: Text, role: Role) -> tuple[Text, Role]:
    """Cut `牵头落实` or `负责落实` off the end of a list; the role it names, else the given one."""
    if text.folded[-1:] not in _ROLE_ENDS:
        return text, role
    for found, signs, pattern in _ROLE_WORDS:
        match = pattern.search(text.folded) if not signs.isdisjoint(text.folded) else None
        if match is not None and match.start() > 0:
            return text[: match.start()].rstrip(" :：").strip(), found
    return text, role


def cut_duty(text: Text, role: Role) -> tuple[Text, Role]:
    """Cut a role off the end of a list, also one with what is done in it (`县财政局负责资金保障`)."""
    cut, found = cut_role(text, role)
    if len(cut) < len(text) or not says_duty(text):
        return cut, found
    match = _DUTY.search(text.folded)
    if match is None or not match.start() or _is_body(match["done"]):
        return text, role
    named: Role = "lead" if match["lead"] else "support" if match["support"] else "responsible"
    return text[: match.start()].strip(), named


def _is_body(done: str) -> bool:
    """Whether the words behind a role are whom it is said of: 配合县财政局."""
    return done[0] in _PLACES and has_unit_form(done)


def says_duty(text: Text) -> bool:
    """Whether a text has one of the words that stand before what a body does."""
    return not _DUTY_SIGNS.isdisjoint(text.folded) and any(word in text.folded for word in _DUTIES)
