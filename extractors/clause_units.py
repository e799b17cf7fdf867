"""Lists of bodies that fill a clause up to the verb that puts them in charge: `青石镇、县第一中学负责实施`.

Where every entry has the form of a body and the first is one beyond doubt, the signs around the list say where its
names begin and end, and no analysis of words need know schools, townships and inner sections.
"""

from typing import Final

import regex

from extractors.lists import names
from extractors.text import Text
from extractors.unit_names import has_unit_form
from extractors.units import UnitFound, is_certain, looks_like_units, unit_list
from normalizers.agencies import names_with_place, standing_names
from normalizers.patterns import late_pattern
from normalizers.regions import HEADS, NOT_REGIONS
from normalizers.values import Role

_DUTY: Final = "[按依]照?(?:各自)?(?:工作)?职责(?:分工)?|分工"
_MANNER: Final = rf"(?:要|应当?|须|共同|联合|分别|分头|具体|统一|积极|全力|认真|切实|做好|{_DUTY})*"
_FILLED: Final = late_pattern(
    rf"(?:^|(?<=[,;:由]))(?P<words>[^,;:。由()]{{2,80}}?){_MANNER}"
    r"(?:(?P<lead>(?:负责)?总?牵头(?:组织|负责|协调|抓总|落实|实施|推进|办理)*|主办)"
    r"|(?P<support>(?:参与|配合|协助|协办|协同)(?:抓好|做好)?(?:落实|实施|工作)?|参加)"
    r"|(?P<responsible>负责(?:落实|实施|组织实施|具体实施|督促|协调|推进|办理|承办)?|抓好落实|抓落实|(?:组织)?落实|承办|(?:组织|具体)实施))"
    r"(?=[,。;]|$)"
)
#: What all such clauses end with.
_ENDS: Final = regex.compile(
    r"(?:负责|牵头|主办|承办|落实|实施|配合|协助|组织|协调|办理|督促|推进|抓总|协办|协同)(?=[,。;]|$)"
)
#: Whoever supports supports somebody.
_IN_CHARGE: Final = regex.compile("负责|牵头|主办|承办")
_ROLES: Final[tuple[Role, ...]] = ("lead", "support", "responsible")
#: A second body within a name that begins before it: 县里的日常工作县教育局负责.
_ANOTHER: Final = late_pattern(r"[省市县区州旗镇乡](?:直|委|政府|\p{Han}{1,8}[局委办会院队])")
_TOWN: Final = late_pattern(r"(?![全各每某本该我小])\p{Han}{2,4}(?:[镇乡]|街道)")
#: A bureau's own section; 控股 and the like are none.
_SECTION: Final = late_pattern(r"\p{Han}{2,5}(?<![控持参入个国原])股")
#: What begins like a place's level and is none.
_NO_PLACE: Final = late_pattern(r"[省市县区州旗镇乡村](?:场|域|级|里|内|外|民|容|政(?!府|协|务|数|法)|面|间|庄|道)")
_SHORTEST: Final = 3
_BEFORE: Final = 40
_STOPS: Final = late_pattern(r"[,;:。由]")


def clause_units(sentence: Text, read: list[tuple[int, int]]) -> tuple[list[UnitFound], list[tuple[int, int]]]:
    """Return the units of lists that fill a clause before its verb, and where these clauses stand.

    What is `read` already is left out.
    """
    found: list[UnitFound] = []
    settled: list[tuple[int, int]] = []
    for match in sentence.finditer(_FILLED) if _ENDS.search(sentence.folded) is not None else ():
        if any(match.start() < end and start < match.end() for start, end in read):
            continue
        role = next(role for role in _ROLES if match[role] is not None)
        words = sentence.group(match, "words")
        alone = role == "support" and _IN_CHARGE.search(sentence.folded, 0, match.start()) is None
        if words is not None and not alone and _is_list(words) and not _goes_on(sentence, match.start()):
            found += unit_list(words, role)
            settled.append(match.span())
    return found, settled


def _is_list(words: Text) -> bool:
    entries = names(words)
    return bool(entries) and _begins_surely(entries[0]) and looks_like_units(words)


def _begins_surely(entry: Text) -> bool:
    """Whether the first name of a clause begins where the clause does."""
    folded = entry.folded
    if len(folded) < _SHORTEST or not has_unit_form(folded):
        return False
    known = folded[1:] in standing_names() or folded in standing_names()
    if not known and _ANOTHER.search(folded, 2) is not None:
        return False
    if known or any(map(is_certain, unit_list(entry))):
        return True
    section = _SECTION.fullmatch(folded) is not None
    town = _TOWN.fullmatch(folded) is not None and not folded.endswith(NOT_REGIONS)
    placed = folded.removeprefix("驻")[0] in HEADS and _NO_PLACE.match(folded) is None
    return town or section or placed or names_with_place().fullmatch(folded) is not None


def _goes_on(sentence: Text, start: int) -> bool:
    """Whether the list began before a comma (`县财政局，各乡镇负责`)."""
    before = sentence[max(0, start - _BEFORE) : start]
    if not before.folded.endswith(","):
        return False
    last = before.rstrip(",").split(_STOPS)[-1]
    return _ENDS.search(last.folded) is None and looks_like_units(last)
