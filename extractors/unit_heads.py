"""What heads an entry of a list that leaves it out: the place's committee or the bureau before it, or nothing."""

from typing import Final

import regex

from extractors.text import Text
from normalizers.agencies import agency
from normalizers.patterns import late_pattern

#: Firms and schools that no table knows bear names of their own, where no trade or rank begins them: 青山小学.
OWN_NAME: Final = late_pattern(
    r"^(?!自来水|公交|公共|燃气|天然气|供[热水排气销]|排水|污水|城[建投市]|水[利务]|交[通投]|文旅|旅游|农[业林]|林业|电影|盐业|烟草|粮食|石油|邮政|广电"
    r"|客运|热力|环[卫保]|园林|投资|建设|国[资有]|保安|担保|融资|人力|出租|矿业|产业|发展|实验|职业|特殊|机关|第?[一二三四五六]|外国语|高级|中心"
    r"|开发|融媒|传媒|新华|人民|中医|乡村|数[字据]|大数据)\p{Han}{2,}(?:公司|集团|小学|中学|幼儿园|学校|水库|合作社)$"
    # Waters, farms, woods and sights have names, and so have the offices that look after them: 望川水库管理处.
    r"|^(?!国有|国营|集体|乡镇|示范|生态|重点|中型|小型|大中?型|主要|农村|城市|城区|湿地|自然|风景|森林|地质|水利|县|市|区)\p{Han}{2,4}"
    r"(?:水库|灌区|湖|大桥|林场|农场|茶场|牧场|渔场|景区|保护区|公园|水电站|水闸|泵站|电厂|煤矿)(?:管理?(?:处|局|所|站|中心|委员会)|管委会)?$"
)

#: A bureau's own sections, which no place has: 人事股, 基教科; behind 县教育局人事股 they are that bureau's.
SECTION: Final = regex.compile(r"\p{Han}{2,6}(?:股|(?<!医)科)室?")
_OF_BUREAU: Final = regex.compile(r"(?P<bureau>.{2,14}局)(?=\p{Han}{2,6}(?:股|科)室?$)")


def beside_section(text: Text, before: str) -> str | None:
    """Return the name with the bureau whose section stands right before it (`县教育局人事股、基教股`)."""
    bureau = _OF_BUREAU.match(before) if SECTION.fullmatch(text.value) else None
    return None if bureau is None or agency(bureau["bureau"]) is None else bureau["bureau"] + text.value


#: A place's committee, beside which 政府 or 管委会 is of the same place: 各乡镇党委、政府.
_COMMITTEE_OF: Final = regex.compile(r"^(?P<place>.+?)(?:党工?委(?:[(（]党工?委[)）])?|(?<=[省市县区州旗])(?:工?委))$")
_BESIDE_COMMITTEE: Final = regex.compile(r"(?:(?:人民)?政府|办事处|管委会|管理委员会)(?:[(（]\p{Han}{2,6}[)）])?")


def beside_committee(text: Text, before: str) -> str | None:
    """Return the name with the place of the committee right before it (各乡镇政府 in 各乡镇党委、政府)."""
    committee = _COMMITTEE_OF.match(before) if _BESIDE_COMMITTEE.fullmatch(text.value) else None
    return None if committee is None else committee["place"] + text.value
