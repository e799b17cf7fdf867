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
#: Places that end like a district and are none.
NOT_REGIONS: Final = (
    "开发区",
    "示范区",
    "社区",
    "乡镇",
    "镇街",
    "乡镇街道",
    "园区",
    "新区",
    "高新区",
    "景区",
    "库区",
    "保税区",
    "辖区",
    "地区",
    "城区",
)
#: One-character heads that stand for the notice's own region: 县财政局, 区司法局.
HEADS: Final = frozenset("省市县区州旗盟镇乡村")


def region_level(name: str) -> RegionLevel | None:
    """Return the level that a place's own name shows, None where it shows none."""
    if name in MUNICIPALITIES:
        return "province"
    return next((level for tail, level in REGION_LEVELS if name.endswith(tail) and len(name) > len(tail)), None)
