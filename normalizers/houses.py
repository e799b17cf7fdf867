"""Houses that are no government: hospitals, schools, firms, banks and courts, and what their own offices are called.

A government's notice calls its standing bodies by short names (信息中心, 工会, 宣传部); in the notice of a hospital or
a firm the same words are departments of the house.
"""

import re
from typing import Final

from normalizers.agencies import core_name, region_head, standing_names
from normalizers.widths import fold

_HOUSES: Final = (
    "医院|卫生院|保健院|卫生服务中心|大学|学院|学校|中学|小学|高中|[一二三四五六七八九十]中|幼儿园|公司|集团|银行|[支分]行|农商行|信用联社|供电局"
    "|煤矿|[电钢药酒]厂|林场|农场|法院|检察院|研究[院所]|设计院"
)
#: A house speaks of itself so.
_ITSELF: Final = "[我本](?:院|校|园|行|公司|集团|矿|厂)|公司|集团|学校|医院|学院"
#: Many houses, or what a notice wants of them: 县公立医院, 全市中小学, 推进县城投集团.
_NOT_ONE: Final = re.compile(
    r"全[省市州县区镇乡]|各|[省市州县区直]属|公立|民[办营]|国有|乡镇|中小|农村(?!商业|信用|合作)|城[区乡]|定点|[省市县乡]级|基层|中等|高等|普通|义务|社会"
    r"|辖区|[省市县区]直|驻(?!马店)|推[进动]|建设(?!银行|\w{0,6}(?:公司|集团))|关于|创建|加强|支持|培育|示范|所属|监管|[县市区旗](?:小学|学校|幼儿园|高中|卫生院)$"
)
_NAMED: Final = re.compile(
    rf"(?:中共|共青团)?(?P<name>[^\W\d_]{{1,24}}?(?:{_HOUSES})|{_ITSELF})(?:党?委员会|党委|党总支|党支部|工会|团委|办公室)?"
    r"(?=$|[\s、(《“\"]|(?:19|20)\d\d|二[〇○零]|关于|印发|年度|创建|争创|开展|推进|贯彻|落实|深化|学习|安全|党建|意识形态|高质量)"
)
#: What offices of a house end in; a 局 or a 卫健委 is the government's wherever it is named.
_OFFICES: Final = (
    "办", "办公室", "部", "室", "中心", "工会", "团委", "纪委", "监委", "纪检委", "纪检监察组", "纪委监委", "档案馆",
    "党校", "关工委", "妇联", "科协", "侨联",
)  # fmt: skip
_OF_GOVERNMENT: Final = ("政府", "人大", "政协", "街道", "省委", "市委", "县委", "区委", "州委")


def is_house(title: str) -> bool:
    """Whether an issuer's name, or a title's first words, are those of one house that is no government."""
    match = _NAMED.match(fold(title).strip())
    return match is not None and _NOT_ONE.search(match["name"]) is None


def is_own_office(name: str) -> bool:
    """Whether a name without a place calls what a house has itself: 信息中心, 工会; not 卫健委, 县信息中心."""
    core = core_name(name)
    own = core in standing_names() and core.endswith(_OFFICES) and not core.startswith(_OF_GOVERNMENT)
    return own and not region_head(name)
