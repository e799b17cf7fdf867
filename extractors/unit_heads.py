"""What heads an entry of a list that leaves it out: the place's committee or the bureau before it, or nothing."""

from typing import Final

import regex

from extractors.text import Text
from extractors.unit_names import GROUP_HEAD, GROUP_WORDS, has_unit_form, unit_kind
from normalizers.agencies import agency, is_of_level, region_head, standing_names
from normalizers.patterns import late_pattern
from normalizers.regions import PROVINCES

#: Firms and schools that no table knows bear names of their own, where no trade or rank begins them: 青山小学.
OWN_NAME: Final = late_pattern(
    r"^(?!自来水|公交|公共|燃气|天然气|供[热水排气销]|排水|污水|城[建投市]|水[利务]|交[通投]|文旅|旅游|农[业林]|林业|电影|盐业|烟草|粮食|石油|邮政|广电"
    r"|客运|热力|环[卫保]|园林|投资|建设|国[资有]|保安|担保|融资|人力|出租|矿业|产业|发展|实验|职业|特殊|机关|第?[一二三四五六]|外国语|高级|中心"
    r"|开发|融媒|传媒|新华|人民|中医|乡村|数[字据]|大数据)\p{Han}{2,}(?:公司|集团|小学|中学|幼儿园|学校|水库|合作社)$"
    # Waters, farms, woods and sights have names, and so have the offices that look after them: 望川水库管理处.
    r"|^(?!国有|国营|集体|乡镇|示范|生态|重点|中型|小型|大中?型|主要|农村|城市|城区|湿地|自然|风景|森林|地质|水利|县|市|区)\p{Han}{2,4}"
    r"(?:水库|灌区|湖|大桥|林场|农场|茶场|牧场|渔场|景区|保护区|公园|水电站|水闸|泵站|电厂|煤矿)(?:管理?(?:处|局|所|站|中心|委员会)|管委会)?$"
    r"|^(?!职业|师范|医|工业|农业|老年|开放|广播|行政|社会主义|技师|高等|体育|艺术|交通|理工|电视|干部|教育|卫生|护理|人民|中医|中心|妇|第"
    r"|精神|传染|专科|肿瘤|口腔|眼科|职工|康复|骨|儿童|胸科|综合|公立|总|民营|社会办|定点|结核|皮肤|红十字|急救|县|市|区)\p{Han}{2,}(?:学院|大学|医院)$"
)

#: A bureau's own sections, which no place has: 人事股, 基教科; behind 县教育局人事股 they are that bureau's.
SECTION: Final = regex.compile(r"\p{Han}{2,6}(?:股|(?<!医)科)室?")
_SECTION_ENDS: Final = ("股", "科", "室")
_OF_BUREAU: Final = regex.compile(r"(?P<bureau>.{2,14}局)(?=\p{Han}{2,6}(?:股|科)室?$)")


def beside_section(text: Text, before: str) -> str | None:
    """Return the name with the bureau whose section stands right before it (`县教育局人事股、基教股`)."""
    section = text.value.endswith(_SECTION_ENDS) and SECTION.fullmatch(text.value) is not None
    bureau = _OF_BUREAU.match(before) if section else None
    return None if bureau is None or agency(bureau["bureau"]) is None else bureau["bureau"] + text.value


#: A place's committee, beside which 政府 or 管委会 is of the same place: 各乡镇党委、政府.
_COMMITTEE_OF: Final = regex.compile(
    r"^(?P<place>.+?)(?:党(?:工|[(（]工[)）])?委(?:[(（]党工?委[)）])?|(?<=[省市县区州旗])(?:工?委))$"
)
_BESIDE_COMMITTEE: Final = regex.compile(r"(?:(?:人民)?政府|办事处|管委会|管理委员会)(?:[(（]\p{Han}{2,6}[)）])?")


def beside_committee(text: Text, before: str) -> str | None:
    """Return the name with the place of the committee right before it (各乡镇政府 in 各乡镇党委、政府)."""
    committee = _COMMITTEE_OF.match(before) if _BESIDE_COMMITTEE.fullmatch(text.value) else None
    return None if committee is None else committee["place"] + text.value


_COMMITTEE: Final = regex.compile(r"[省市县区州旗](?:委|纪委|政府)|[镇乡](?:党委|纪委)")
_EACH: Final = regex.compile(r"(?:[省市县区州]直)?各?(?:试点|有关|相关)?")
_SET_HIGHER: Final = regex.compile(
    r"国网|中国|中(?:石[化油]|海油|储?粮|铁|建|交|核)(?!心|队)|国家|(?:共青)?团[省市县区]委|共青团.{1,8}委|武警|[省市县区]"
)
_PROVINCIAL: Final = regex.compile(rf"^(?:{'|'.join(PROVINCES)})\p{{Han}}{{2,}}")
#: A body so named has its place's name: 青石镇 stands for its government, and 县青石镇 for nothing.
_ARE_PLACES: Final = ("政府", "管委会", "镇", "乡", "街道", "村", "社区")
_OWN_PLACE: Final = regex.compile(
    r"^(?:国网|国家|中国|省|市|县|区|州|团|武警|\p{Han}{2,5}?(?:市|县|区|省|州))(?=.{2,})"
)
#: Bodies under vertical rule bear their place: 望川海关, 人民银行望川支行.
_NAMED_AFTER_PLACE: Final = regex.compile(
    r"(?<=^(?!国家|地方|中心|相关|有关)\p{Han}{2,3})(?:生态环境局|税务局|街道办事处|街道办|街道)$|(?<=\p{Han}{2})(?:海关|海事[局处]|检验检疫局|边检站|出入境边防检查站|[分支]行|军分区|监管[分支]局|[分支]局|调查队|分公司|供电(?:公司|局)|农商行|村镇银行|机场|垦殖场|派出所|法庭|(?:司法|财政|国土|自然资源|市场监管|工商|税务)所|卫生院|(?<!住房)公积金(?:管理)?中心)$"
)

_GOVERNMENT: Final = frozenset({"政府", "人民政府"})
#: Whoever is stationed somewhere says where: 驻村工作队.
_STATIONED: Final = "驻"
_VILLAGE: Final = "村"
_ABOVE_TOWNSHIPS: Final = frozenset("省市县区州旗盟")
#: What townships and villages have and counties have not, by its end.
_BELOW: Final = ("所", "站", "院", "村委会", "居委会", "民委员会")
#: Bodies whose own name begins with 市: 市场监管局, 市政园林局, 市容环卫中心.
_CITY_WORD: Final = regex.compile(r"市(?:场|政(?!务|府|协|法|数)|容)")
#: Organs of the party: behind 县委组织部 a bare 宣传部 is 县委宣传部.
_PARTY: Final = frozenset({
    "组织部", "宣传部", "统战部", "政法委", "编办", "社会工作部", "社工部", "改革办", "农办", "老干部局", "党校",
    "巡察办", "网信办", "文明办", "机要局", "直属机关工委", "机关工委",
})  # fmt: skip


def head_of(name: str) -> str:
    """Return what an entry of a list lends to the entries after it: 县 of 县财政局, 各试点 of 各试点乡镇."""
    if unit_kind(name) != "group":
        return name[0] if _COMMITTEE.match(name) else region_head(name)
    match = _EACH.match(name)
    return match[0] if match else ""


def restored(name: str, folded: str, lent: str, level: str = "") -> str:
    """Return the name with the head that the list left out, or as printed where it has its own.

    Behind a group a standing body has the `level` of the one before it: 县公安局、各派出所、司法局.
    """
    kind = unit_kind(name)
    if SECTION.fullmatch(name) is not None or name.startswith(_STATIONED):
        return name
    if len(lent) == 1 and lent != "各" and _CITY_WORD.match(name):
        return lent + name
    if (
        not lent
        or _is_of_lower_level(name, lent)
        or region_head(name)
        or GROUP_HEAD.match(name)
        or not has_unit_form(folded)
    ):
        return name
    if len(lent) > 1 or lent == "各":
        if name in GROUP_WORDS or not level or not is_of_level(name):
            return lent + name if name in GROUP_WORDS else name
        lent = level
    if name in _GOVERNMENT:
        return lent + name
    if name in _PARTY:
        return f"{lent}委{name}"
    if kind == "group" or (_OWN_PLACE.match(name) and agency(name) is None) or name.endswith(_ARE_PLACES):
        return name
    return name if _own_place(name) or (OWN_NAME.search(name) and name not in standing_names()) else lent + name


def _is_of_lower_level(name: str, lent: str) -> bool:
    """Whether only places below that of the list have such a body: 县公安局、派出所; 村党支部、村委会."""
    if lent in _VILLAGE:
        return name.startswith(lent)
    below = agency(name) is not None and not is_of_level(name) and name.endswith(_BELOW)
    return below and lent in _ABOVE_TOWNSHIPS


def _own_place(name: str) -> bool:
    """Whether a body carries a place of its own: 国网望川供电公司, 团县委, 江苏证监局, 望川海关."""
    if name not in standing_names() and _NAMED_AFTER_PLACE.search(name) is not None:
        return True
    return _PROVINCIAL.match(name) is not None or (_SET_HIGHER.match(name) is not None and agency(name) != name)
