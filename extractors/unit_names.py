"""The form of a body's name: whether a word has it, of which kind it is, and what a line's end cut in two."""

from functools import lru_cache
from itertools import pairwise
from typing import Final

import regex

from extractors.persons import is_person
from extractors.text import Text
from normalizers.agencies import agency, core_name, is_of_level, looks_like_agency, region_head
from normalizers.patterns import late_pattern
from normalizers.values import UnitKind
from normalizers.widths import fold

#: Further kinds of places, and their offices, in a collective name: 各县（市、区）人民政府, 各乡镇（街道）.
_KIND: Final = r"(?:(?:自治)?[省市县区州旗盟乡镇街村场]|街道(?:办事处)?|办事处|社区|居|(?:开发|园|新|管理)区|管委会)"
KINDS_OF_PLACES: Final = rf"[(\[]{_KIND}(?:[、,及和]{_KIND}){{0,5}}[)\]]"
#: Work, meetings and places that end as bodies do (`案件查处`, `信访督办`) are none, nor is a list with one.
_NO_BODIES: Final = (
    r"[查惩]处|[督查交承举催]办|(?<!政)协办|(?<!代表)大会|(?:例|生活|座谈|党代|推介|洽谈|家长|听证|联席|三)会|和谐社会|(?:场|厕)所"
    r"|(?:现|停车|建设)场|网站|学科|农村|美丽乡村|新型城镇|特色小镇"
)
_NOT_IN_A_NAME: Final = regex.compile(rf"\d|[%。:的得扣]|满分|(?:{_NO_BODIES})$")
#: Bodies that are named together: 各乡镇, 有关部门, 市直各单位, 县政府各部门.
_BODIES: Final = (
    r"(?:部门|单位|乡镇|镇街|街道|乡|镇|政府|机关|企业|企事业单位|学校|高校|院校|科室|股室|处室|开发区|园区|"
    r"功能区|村|社区|委办局|委、办、局|公司|医院|机构|组织|协会|县|市|区|旗|场|站|所|院|中心|党委|党组|党支部|成员|办事处|管委会|[局委办])"
)
#: What all bodies of one level are called, or those that a higher one has there: 县直部门, 县属国有企业, 省驻县单位.
_DIRECT: Final = r"(?:部门|单位|机关|企业|企事业单位|学校|中小学|高校|院校|医院|机构)"
GROUP_HEAD: Final = late_pattern(
    r"^各(?![项类种自])|^各项目(?:部|组|办|公司|单位|业主|法人|指挥部)$|^(?:乡镇|镇街|区县|县区|县市区|乡镇街道)(?:人民政府|政府|党委)?$"
    r"|^(?:[省市州县]、){1,2}[市州县区旗乡镇](?:(?:人民)?政府|\p{Han}{2,10}(?:[局委办]|部门))?$"
    r"|^(?:[省市州县区旗乡镇]、?){1,3}[市州县区旗乡镇村][两二三四]级\p{Han}{0,8}(?:部门|政府|单位|机关|组织|党委)$"
    r"|^(?:县区|区县|县市区|市县区?|省市县)\p{Han}{2,10}[局委办]$"
    rf"|^[省市县区州旗][直属]\p{{Han}}{{0,8}}{_DIRECT}$|^[省市县区州旗]级\p{{Han}}{{0,8}}(?:部门|单位)$"
    rf"|^(?:中央?、?)?省?驻[省市县区州旗镇乡]?{_DIRECT}$|^垂直?管理?(?:部门|单位)$"
    r"|^\p{Han}{2,12}成员单位$"
    rf"|^(?:\d{{1,3}}|[一二三四五六七八九十两]{{1,3}})(?:余|多)?[个家]?(?={_BODIES}$)"
    rf"|^(?:全体|其他|所有|全[市县区省])(?=.{{0,12}}{_BODIES}$)|^(?:有关|相关)(?=\S{{0,8}}{_BODIES}$)"
)
GROUP_TAIL: Final = regex.compile(
    r"(?:各|有关|相关|各有关|各相关|直属|所属|下属)(?!机关(?:工委|党委|工作委员会)$)\S{0,8}" + _BODIES + "$"
)
#: A body of every place of several kinds, by the bracket behind the first: 县（市、区）人民政府, 村（社区）.
_OF_KINDS: Final = regex.compile(rf"[省市县区州旗镇乡村]{KINDS_OF_PLACES}")
GROUP_WORDS: Final = frozenset({"单位", "部门", "乡镇", "街道", "开发区", "园区"})
_OTHER_TAILS: Final = (
    "纪检组",
    "纪检监察组",
    "工作组",
    "专班",
    "公司",
    "厂",
    "医院",
    "学校",
    "银行",
    "集团",
    "协会",
    "场",
    "站",
    "所",
    "院",
    "队",
    "社",
    "会",
    "馆",
    "处",
    "科",
    "股",
    "支行",
    "分行",
    "中学",
    "小学",
    "高中",
    "幼儿园",
    "一中",
    "二中",
    "三中",
    "中专",
    "职中",
    "大学",
    "书店",
    "法庭",
    "立案庭",
    "审判庭",
    "审监庭",
    "执行庭",
    "两委",
    "两委”",
    "军分区",
    "党组",
    "党总支",
)
_PLACES: Final = ("乡镇", "政府", "乡", "镇", "街道", "开发区", "园区", "管委会", "村", "社区", "林场")
_LONGEST_NAME: Final = 24


@lru_cache(maxsize=4096)  # names recur, in a table and from one notice to the next
def unit_kind(name: str) -> UnitKind:
    """Tell a body from a collective (`各乡镇`) and from what may be neither."""
    core = core_name(name)
    if (
        _is_of_townships(core)
        or GROUP_HEAD.match(core)
        or GROUP_TAIL.search(core)
        or core in GROUP_WORDS
        or _OF_KINDS.match(fold(name))
    ):
        return "group"
    if agency(name) is not None or (looks_like_agency(name) and not core.endswith("部门")):
        return "agency"
    return "other"


#: What every township has one of, named with all of them: 乡镇卫生院, 乡镇财政所.
_TOWNSHIPS: Final = ("乡镇", "镇街")


def _is_of_townships(core: str) -> bool:
    return core.startswith(_TOWNSHIPS) and agency(core[2:]) is not None and not is_of_level(core[2:])


@lru_cache(maxsize=4096)
def has_unit_form(name: str) -> bool:
    """Whether a name (folded) has the form of a body's: known, a collective, or short and ending as they do."""
    if len(name) > _LONGEST_NAME or _NOT_IN_A_NAME.search(name):
        return False
    core = core_name(name)
    tailed = len(core) <= 10 and core.endswith(_OTHER_TAILS + _PLACES) and (len(core) > 1 or core in _PLACES)
    return unit_kind(name) != "other" or tailed


#: A line's end with the last name before it and the first one behind it.
_LINE_END: Final = regex.compile(r"(?<=(?P<before>[^、,;\s()]+))\n(?=(?P<behind>[^、,;\s()]+))")
#: Words that end bodies' names, and are known as a body's where that is the only one of its kind.
_KINDS_OF_BODIES: Final = frozenset({"办公室", "委员会", "管理局", "服务中心", "管理中心", "中心", "大队"})


def unbroken(text: Text) -> Text:
    """Join a known body's name that a line's end cut (`县人社`, `局`): one half of it at least is no body by itself."""
    ends = text.finditer(_LINE_END) if "\n" in text.folded else ()
    return text.without(match.span() for match in ends if _are_halves(match["before"], match["behind"]))


def _are_halves(before: str, behind: str) -> bool:
    whole = agency(before + behind) is not None and not region_head(behind)
    half = agency(behind) is None or behind in _KINDS_OF_BODIES or not has_unit_form(before)
    return whole and half


def is_cut_name(before: str, behind: str) -> bool:
    """Whether a cell's first name (folded) is the rest of the last one before it, and no known body by itself."""
    return (agency(behind) is None or behind in _KINDS_OF_BODIES) and _are_halves(before, behind)


def unspaced(entries: list[Text]) -> list[Text]:
    """Divide entries that only spaces divide, where each part is a unit (县财政局 县住建局, not 财 政 局)."""
    divided: list[Text] = []
    for entry in entries:
        parts = entry.spaced()
        alike = all(len(p) >= 2 and has_unit_form(p.folded) for p in parts) or all(map(is_person, parts))
        whole = len(parts) < 2 or not alike
        whole = whole or any(_are_halves(a.value, b.value) for a, b in pairwise(parts))
        divided += [entry] if whole else parts
    return divided
