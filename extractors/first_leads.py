"""Notes on how a list of bodies is meant: `排在首位的为牵头单位`, `第一个单位为牵头单位，下同`."""

from typing import Final

from normalizers.patterns import late_pattern
from normalizers.widths import fold

_BODY: Final = "(?:责任|承办|实施)?(?:单位|部门|处室|科室)"
_LEADS: Final = rf"(?:总?牵头|主办|主责|第一责任)(?:责任)?(?:{_BODY}|者)?(?![人领])"
_FIRST: Final = rf"(?:第一[位个家名]?|首[位个家])(?!书记|责任人)(?:的?(?:责任)?{_BODY})?的?"
_PLACED: Final = "(?:[排列位居][列序名]?[在于]?)?"
#: `排在首位的为牵头单位`, `第一个单位为牵头单位`, `首位为主办单位`; `牵头单位排在首位`.
_SAYS: Final = late_pattern(
    rf"{_PLACED}{_FIRST},?(?:均|即|作)?[为是]{_LEADS}|{_LEADS}(?:均|皆)?[排列位居][列序名]?[在于]?(?:第一位?|首位)"
)


#: The first words of it, with whatever else stands on the line: traditional signs, and spaces between.
_MAY_SAY: Final = late_pattern(r"首\s?[位个個家]|第\s?一[^\n]{0,24}[为爲是][^\n]{0,4}(?:[牵牽主第])|[位列在]第\s?一")


def may_say_first_leads(text: str) -> bool:
    """Whether a whole text may hold such a note; most hold none."""
    return _MAY_SAY.search(text) is not None


def says_first_leads(words: str) -> bool:
    """Whether words say that the first body of a list is in the lead."""
    return ("首" in words or "第一" in words) and _SAYS.search(fold(words)) is not None


def of_all_below(words: str) -> bool:
    """Whether a note at one list speaks for the lists below it too."""
    return "下同" in words or "以下" in words
