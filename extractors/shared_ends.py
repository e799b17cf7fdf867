"""What bodies of a list share at their end and only the last one prints: 移动、电信、联通分公司; 县委、县政府督查室."""

from functools import cache
from itertools import takewhile
from typing import Final

import regex

from normalizers.agencies import standing_names

#: Trades by whose names the firms of a place go. Source: the public services that every county has a branch of.
_TRADES: Final = (
    "移动|电信|联通|铁塔|广电(?:网络)?|邮政|供电|供水|供气|供热|自来水|水务|排水|燃气|天然气|热力|石油|石化|盐业|烟草"
    "|城投|交投|水投|农投|文旅投?|旅投|产投|工投|国投|公交|客运|环卫|人保|人寿|平安|太平洋"
)
_OF_TRADE: Final = regex.compile(rf"[省市县区州旗]?(?:{_TRADES})")
_FIRM: Final = regex.compile(
    rf"(?:中国|[省市县区州旗])?(?:{_TRADES})(?P<end>(?:[分支]|集团|有限|投资)?公司|集团|保险公司)"
)
#: The leading organs of a place, and the offices that each of them has.
_ORGANS: Final = "委|人大(?:常委会)?|(?:人民)?政府|政协|纪委(?:监委)?"
_ORGAN: Final = regex.compile(rf"[省市县区州旗](?:{_ORGANS})|(?:人大(?:常委会)?|政府|政协)")
_OFFICE: Final = regex.compile(
    rf"(?P<organ>[省市县区州旗]?(?:{_ORGANS}))(?P<end>办公[室厅]|督查室|督查办|督查考核办|(?:政策)?研究室|机关)"
)
#: A list's members before the last, and the last with the end that all share.
_SHARED: Final = ((_OF_TRADE, _FIRM), (_ORGAN, _OFFICE))
#: One of these ends what matches either.
_ENDS: Final = ("公司", "集团", "室", "厅", "办", "机关")
_BUREAUS: Final = ("局", "委", "办", "厅", "部")
_LONGEST_FIELD: Final = 4
_DEPARTMENTS: Final = regex.compile("(?:主管|行政|监管)?部门$")


def shared_ends(names: list[str]) -> list[str]:
    """Return for each name of a list the end that it shares with a later one and leaves out, mostly ''."""
    ends = [""] * len(names)
    if len(names) == 1 or not any(name.endswith(_ENDS) for name in names):
        return ends
    for at, name in enumerate(names):
        for before, last in _SHARED:
            match = last.fullmatch(name)
            if match is None:
                continue
            sharing = list(takewhile(before.fullmatch, reversed(names[:at])))
            if match.groupdict().get("organ") in sharing:  # 县政府、县政府办公室
                continue
            ends[at - len(sharing) : at] = [match["end"]] * len(sharing)
    return ends


@cache
def _fields() -> frozenset[str]:
    """Return the fields that bureaus are named after: 公安, 城管, 人社."""
    stems = (form[:-1] for form in standing_names() if form.endswith(_BUREAUS))
    return frozenset(stem for stem in stems if 2 <= len(stem) <= _LONGEST_FIELD)


def are_fields(names: list[str], *, others: bool) -> bool:
    """Whether a list names departments by their fields alone: 公安、交通、城管部门, or with `others` behind 等."""
    stems = [_DEPARTMENTS.sub("", name) for name in names]
    told = others or (bool(names) and stems[-1] != names[-1])
    return told and len(names) > 1 and all(s in _fields() or s[1:] in _fields() for s in stems)
