"""Units that a running text makes responsible: `由A牵头，B配合`, `A负责…，B负责…`, a bracket with roles inside it."""

from typing import Final

import regex

from extractors.text import Text
from extractors.units import UnitFound, labelled_units, looks_like_units, role_list, unit_list

#: Where a clause begins with who acts, and not with whom something is done to or with.
_BEGINS: Final = r"(?<![^,。;])(?![对与向被为经将同按据在从和])"
#: `A负责的项目`, `A牵头制定的方案`: the words say whose a thing is, they put nobody in charge.
_ATTRIBUTE: Final = r"\p{Han}{0,8}的"
#: `由A牵头，B、C配合`, `由A负责` in a running text.
_RUNNING: Final = regex.compile(
    r"由(?P<lead>[^,。;:由()]{2,60}?)(?:负责)?牵头(?:负责|组织|实施)*"
    r"(?:[,、](?P<support>[^,。;:()]{2,60}?)(?:配合|参[与加]|协助|协同))?(?=[,。;)]|$)"
    r"|由(?P<responsible>[^,。;:由()]{2,60}?)(?:[按依]照?(?:各自)?职责)?(?:分工)?(?:共同|分别|具体)?"
    r"(?:负责(?:落实|实施|组织实施|督促|协调|推进|办理|指导)?|抓好落实|组织落实)"
    r"(?:[,、](?P<support>[^,。;:()]{2,60}?)(?:配合|参[与加]|协助|协同))?(?=[,。;)]|$)"
    r"|(?:牵头|主办)单位为(?P<lead>[^,。;:()]{2,60}?)(?=[,。;)]|$)|(?:配合|协办)单位为(?P<support>[^,。;:()]{2,60}?)(?=[,。;)]|$)"
    r"|责任单位为(?P<responsible>[^,。;:()]{2,60}?)(?=[,。;)]|$)"
    rf"|{_BEGINS}(?P<lead>[^,。;:由()]{{2,40}}?)(?:要|应)?牵头(?=[,做抓组制开推负])(?!{_ATTRIBUTE})"
    r"(?:,会同(?P<responsible>[^,。;:()]{2,60}?)(?=研究|制定|负责|推进|开展|做好|[,。;]|$))?"
    rf"|{_BEGINS}(?P<responsible>[^,。;:由()]{{2,40}}?)(?:具体)?负责(?!解释|考核|评|打分|汇总|[人制任]|同志|监督|提供|{_ATTRIBUTE}|$)(?=\p{{Han}}{{2}})"
)
_BRACKET: Final = regex.compile(r"[(\[](?P<in>[^()\[\]]{2,120})[)\]]")


def _is_standing(unit: UnitFound) -> bool:
    """Whether a unit is one beyond doubt where no word before it says that one comes."""
    return unit.agency is not None or unit.kind == "group"


def running_units(text: Text) -> list[UnitFound]:
    """Find units that a running text names: by `由…牵头，…配合`, or in a bracket with roles inside the text."""
    found: list[UnitFound] = []
    for match in text.finditer(_RUNNING):
        for role in ("lead", "support", "responsible"):
            words = text.group(match, role)
            if words is not None and looks_like_units(words):
                units = unit_list(words, role)
                found += units if match[0].startswith("由") or all(map(_is_standing, units)) else []
    for match in text.finditer(_BRACKET):
        inner = text.group(match, "in")
        assert inner is not None
        labelled = labelled_units(inner)
        roles = any(u.role != "responsible" for u in role_list(inner))
        found += labelled or (role_list(inner) if roles else [])
    return found
