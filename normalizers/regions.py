"""Administrative levels by the last character of a place's name."""

from typing import Final

from normalizers.values import RegionLevel

# Longest first. Source: the constitution's article 30 and the usual names of its units.
REGION_LEVELS: Final[tuple[tuple[str, RegionLevel], ...]] = (
    ("特别行政区", "province"),
    ("自治区", "province"),
    ("自治州", "city"),
    ("自治县", "county"),
    ("自治旗", "county"),
    ("街道", "township"),
    ("地区", "city"),
    ("省", "province"),
    ("盟", "city"),
    ("州", "city"),
    ("市", "city"),
    ("县", "county"),
    ("旗", "county"),
    ("区", "county"),
    ("镇", "township"),
    ("乡", "township"),
    ("村", "village"),
)
MUNICIPALITIES: Final = frozenset({"北京市", "天津市", "上海市", "重庆市"})
#: Words that end like the name of a place and are none: kinds of areas, of towns and of model places.
NOT_REGIONS: Final = (
    "开发区", "示范区", "社区", "园区", "新区", "高新区", "景区", "库区", "保税区", "辖区", "地区",
    "主城区", "中心城区", "老城区", "片区", "校区", "小区", "山区", "老区", "灾区", "矿区", "林区", "牧区",
    "功能区", "集聚区", "工业区", "试验区", "实验区", "保护区", "度假区", "合作区", "自贸区", "郊区",
    "街区", "城区街道", "特区", "县区", "市区", "区县", "市县", "省市", "市州", "乡镇", "镇街", "城镇", "集镇", "小镇",
    "特色镇", "重镇", "乡镇街道", "乡村", "城市", "都市", "超市", "上市", "示范市", "试点市", "强市",
    "示范县", "试点县", "强县", "大县", "贫困县", "先进县", "示范镇", "示范乡", "全县", "全市", "全省",
    "全区", "我县", "我市", "我区", "我省", "本县", "本市", "本区", "本省", "各县", "各市", "各区", "各省",
)  # fmt: skip
#: Those of them in which the names of districts end too.
NATURAL_AREAS: Final = ("山区", "林区", "矿区", "郊区")
#: Words that begin what a notice is about, and no place's name.
UNDERTAKINGS: Final = (
    "印发", "下发", "转发", "发布", "公布", "报送", "进一步", "全面", "深入", "切实", "扎实", "持续",
    "加快", "推进", "推动", "加强", "强化", "做好", "开展", "深化", "建设", "创建", "促进", "支持", "实施",
    "落实", "贯彻", "规范", "完善", "建立", "健全", "调整", "成立", "举办", "组织", "优化", "提升", "提高",
    "制定", "分解", "下达", "明确", "修订", "废止", "同意", "批转", "巩固", "拓展", "统筹", "开通", "编制",
    "申报", "表彰", "通报",
)  # fmt: skip
#: Provinces by their short names: a body that begins with one says of which it is (上海海关, 江苏证监局).
PROVINCES: Final = (
    "北京", "天津", "上海", "重庆", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "江苏",
    "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南",
    "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆",
)  # fmt: skip
#: One-character heads that stand for the notice's own region: 县财政局, 区司法局.
HEADS: Final = frozenset("省市县区州旗盟镇乡村")


def region_level(name: str) -> RegionLevel | None:
    """Return the level that a place's own name shows, None where it shows none."""
    if name in MUNICIPALITIES:
        return "province"
    return next((level for tail, level in REGION_LEVELS if name.endswith(tail) and len(name) > len(tail)), None)
