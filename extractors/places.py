"""The place that a notice is of, told from its title or an issuing body's name."""

from typing import Final

import regex

from extractors.text import Text
from normalizers.patterns import late_pattern
from normalizers.regions import NATURAL_AREAS, NOT_REGIONS, UNDERTAKINGS, region_level
from normalizers.values import RegionLevel

#: A county may have a name of one character; these before 县 mean no name.
_NO_NAME: Final = "各全本我该有省市县区州每两外跨到在对从向由为以某多近原驻他与及或等于是下大小强富穷老一二三"
#: 州 and 盟 also end the names of cities: they are the level where a word for bodies or lower places follows.
_NAME: Final = (
    rf"(?:[^{_NO_NAME}\P{{Han}}]县|(?![各全本我该有省市县区每])\p{{Han}}{{2,6}}?"
    r"(?:自治区|自治州|自治县|自治旗|省|市|县|区|旗|镇|乡|街道|州(?=[县直级委各属州]|人民政府|政府)|盟(?=行署|行政公署|委|直|级)))"
)
_REGION: Final = late_pattern(
    rf"(?P<name>{_NAME})(?<!年度[乡镇县市区])(?!域|别|分|内|政府办$|\(|(?<!州)级|(?<!州|\p{{Han}}{{2}}县)直|(?<=乡)镇|(?<=[乡镇])街道)"
)
#: 山区 itself is a kind of area, 石山区 may be a place.
_SHORTEST_AREA: Final = 2
_UNDERTAKINGS: Final = "|".join(UNDERTAKINGS)
_ANCHOR: Final = late_pattern(
    rf"^(?:中共)?(?:关于)?(?:{_UNDERTAKINGS})*[《“]?|(?:\d{{4}}|二[〇○零OΟ0][〇○零OΟ0一二三四五六七八九]{{2}})(?:学年|年)度?|关于(?:{_UNDERTAKINGS})*[《“]?"
)
#: Levels of places from the top: behind 某市 a 某区 is the place that is meant.
_RANKS: Final[tuple[RegionLevel, ...]] = ("province", "city", "county", "township", "village")


def region_in(text: Text) -> tuple[Text, RegionLevel] | None:
    """Find the place that a title or an issuing body's name begins with, behind a year or 关于印发."""
    folded = text.folded
    for start in sorted({m.end() for m in _ANCHOR.finditer(folded)}):
        found = None
        while (match := _REGION.match(folded, start)) is not None and _is_name(match):
            level = region_level(match["name"])
            if level is None or (found is not None and _RANKS.index(level) <= _RANKS.index(found[1])):
                break
            found, start = (text[start : match.end("name")], level), match.end("name")
        if found is not None:
            return found
    return None


def _is_name(match: "regex.Match[str]") -> bool:
    """Whether a name is no kind of area; one that has a government of its own is a place (`石山区人民政府`)."""
    name = match["name"]
    governed = len(name) > _SHORTEST_AREA and match.string.startswith("人民政府", match.end("name"))
    return not name.endswith(NOT_REGIONS) or (governed and name.endswith(NATURAL_AREAS))
