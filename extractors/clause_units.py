"""Lists of bodies that fill a clause up to the verb that puts them in charge: `青石镇、县第一中学负责实施`.

Where every entry has the form of a body and the first is one beyond doubt, the signs around the list say where its
names begin and end, and no analysis of words need know schools, townships and inner sections.
"""

from typing import Final

import regex

from extractors.lists import names
from extractors.shared_ends import shared_ends
from extractors.text import Text
from extractors.unit_names import has_unit_form
from extractors.units import UnitFound, are_departments, is_certain, looks_like_units, unit_list
from normalizers.agencies import names_with_place, standing_names
from normalizers.patterns import late_pattern
from normalizers.regions import HEADS, NOT_REGIONS
from normalizers.values import Role

_DUTY: Final = "[按依]照?(?:各自|工作|职责|职能|任务|业务|分工|管理|权限|项目|属地|区域|行业){1,3}|分工"
_MANNER: Final = rf"(?:要|应当?|须|共同|联合|分别|分头|具体|统一|积极|全力|认真|切实|做好|{_DUTY})*"
#: What is led or answered for may follow: 负责资金保障; but whoever interprets or scores carries out nothing by it.
_OF: Final = r"(?:(?!的|作用|解释|工作情况)\p{Han}){2,14}"
_LED: Final = rf"(?:负责)?总?牵头(?:(?:组织|负责|协调|抓总|落实|实施|推进|办理)*|(?!单位|部门|领导|人){_OF})|主办"
_SUPPORTED: Final = "(?:参与|配合|协助|协办|协同)(?:抓好|做好)?(?:落实|实施|工作)?|参加"
_ANSWERED: Final = (
    rf"负责(?:(?:落实|实施|组织实施|具体实施|督促|协调|推进|办理|承办)?"
    rf"|(?!人|制|同志|与否|情况|单位|部门|任|考核|打分|评分|汇总|监督|提供){_OF})"
    "|抓好落实|抓落实|(?:组织)?落实|承办|(?:组织|具体)实施"
)
_FILLED: Final = late_pattern(
    rf"(?:(?:^|(?<=[,;:由]))(?P<words>[^,;:。由()]{{2,80}}?),?{_MANNER}"
    rf"(?:(?P<lead>{_LED})|(?P<support>{_SUPPORTED})|(?P<responsible>{_ANSWERED}))"
    rf"|由(?P<words>[^,;:。由()]{{2,80}}?){_MANNER}(?P<responsible>(?:组织)?实施|承担|完成|办理|推进))(?=[,。;]|$)"
)
#: What a clause has that is more than a list.
_VERBS: Final = late_pattern("负责|牵头|[主承协]办|落实|实施|配合|协助|协调|督促|推进|抓总|协同|参[与加]")
#: In each sentence with such clauses one of these stands.
_IN_CHARGE: Final = regex.compile("负责|牵头|[主承]办|落实|实施|承担|由")
#: Whom the others support.
_SUPPORTED_ONE: Final = regex.compile("负责|牵头|[主承]办|承担")
_ROLES: Final[tuple[Role, ...]] = ("lead", "support", "responsible")
#: A second body within a name that begins before it: 县里的日常工作县教育局负责.
_ANOTHER: Final = late_pattern(r"[省市县区州旗镇乡](?:直|委|政府|\p{Han}{1,8}[局委办会院队])")
_TOWN: Final = late_pattern(r"(?![全各每某本该我小])\p{Han}{2,4}(?:[镇乡]|街道)")
#: A bureau's own section; 控股 and the like are none.
_SECTION: Final = late_pattern(r"\p{Han}{2,5}(?<![控持参入个国原])股")
#: Schools and the like with a name of two characters, no rank or kind: 青山小学.
_SCHOOL: Final = late_pattern(
    r"(?!各|全|所|本|该|每|某|其[他它余]|这|那|部分|[多少]数|个别|不少|许多|[一二两三四五六七八九十几]|大型|有关|相关|农村|城[区乡镇]|乡村|完全|普通|民办|公办|私立|寄宿|九年|重点|建设|创建|新建|改建|扩建|迁建|支持|推[进动]"
    r"|实施|组织|加强|督促|指导|高等|职业|公立|基层|定点|县|市|区|省|镇|乡|村)\p{Han}{2}(?:小学|中学|高中|幼儿园|医院|卫生院|派出所|法庭|司法所)"
)
#: Inner sections of schools, hospitals and firms, and a body's own organs: 教务处, 护理部, 学校党支部.
_INNER: Final = late_pattern(
    r"(?:教务|政教|德育|总务|教导|学生|学工|后勤|保卫|教科研?|安全|财务|人事|组织人事|科研|质控|医务|院感|门诊|药剂|基建|资产|宣传|纪检|审计|国资)[处科]"
    r"|(?:护理|医务|工程|安环|质量|生产|安全|人力资源|财务|综合|市场|技术|设备|采购|法务|经营|运营|信息|党群|企管)(?:管理)?部"
    r"|(?:学校|医院|公司|集团|[局院校厂村]|社区|机关)(?:党委|党总支|党支部|党组|工会|团委|办公室|行政)"
)
#: What begins like a place's level and is none.
_NO_PLACE: Final = late_pattern(r"[省市县区州旗镇乡村](?:场|域|级|里|内|外|民|容|政(?!府|协|务|数|法)|面|间|庄|道)")
_SHORTEST: Final = 3
#: All of one kind, shorter than any name: 各村, 各校; not 各方.
_EACH: Final = late_pattern("各[村乡镇县市区校院所站局科处矿厂队社场]")
_LONGEST: Final = 80
_TOGETHER: Final = late_pattern("(?:要|应当?)?会同")
#: Somebody who is not named: 由专门科室负责.
_ANYBODY: Final = late_pattern(
    "专[门业职人]|具体|主管|归口|业务|指定|对口|第三方|[本该其某]|各自|一[个名]|上级|所在|同一|内部"
    "|督促|指导|组织|协调|加强|强化|推[动进]|引导|要求|动员|支持|鼓励|发动|争取|做好|监督|用人"
)
_STOPS: Final = late_pattern(r"[,;:。由]")


def clause_units(sentence: Text, read: list[tuple[int, int]]) -> tuple[list[UnitFound], list[tuple[int, int]]]:
    """Return the units of lists that fill a clause before its verb, and where these clauses stand.

    What is `read` already is left out, and whoever supports nobody that is in charge.
    """
    if _IN_CHARGE.search(sentence.folded) is None:
        return [], []
    found: list[UnitFound] = []
    settled: list[tuple[int, int]] = []
    for match in sentence.finditer(_FILLED):
        if any(match.start() < end and start < match.end() for start, end in read):
            continue
        role = next(role for role in _ROLES if match[role] is not None)
        words = sentence.group(match, "words")
        follows = bool(settled) and match.start() - 1 == settled[-1][1]
        listed = _from_its_begin(sentence, words, follows and role == "support") if words is not None else None
        if listed is not None:
            found += unit_list(listed, role)
            settled.append((sentence.index_of(listed), match.end()))
    led = any(unit.role != "support" for unit in found) or _SUPPORTED_ONE.search(sentence.folded) is not None
    return (found, settled) if led else ([], [])


def _from_its_begin(sentence: Text, words: Text, told: bool) -> Text | None:
    """Return the list that ends with `words`, from before the commas that it goes on over; None where it is none.

    It is `told` where it follows the clause of whoever leads.
    """
    if not looks_like_units(words):
        return None
    end = sentence.index_of(words) + len(words)
    while (piece := _before(sentence, sentence.index_of(words))) is not None:
        words = sentence[sentence.index_of(piece) : end]
    told = told or sentence[: sentence.index_of(words)].folded.endswith("由")
    listed = names(words)
    if are_departments(words) or any(shared_ends([entry.value for entry in listed])[:1]):
        return words
    return words if listed and _begins_surely(listed[0].split(_TOGETHER)[0], told=told) else None


def _before(sentence: Text, start: int) -> Text | None:
    """Return the clause before a comma where it is a list without a verb: `县财政局，各乡镇负责`."""
    before = sentence[max(0, start - _LONGEST) : start]
    if not before.folded.endswith(","):
        return None
    last = before[:-1].split(_STOPS)[-1].strip()
    return last if _VERBS.search(last.folded) is None and looks_like_units(last) else None


def _begins_surely(entry: Text, *, told: bool) -> bool:
    """Whether the first name of a clause begins where the clause does; `told` by 由 before it."""
    folded = entry.folded
    if _EACH.fullmatch(folded) is not None:
        return True
    if len(folded) < _SHORTEST or not has_unit_form(folded):
        return False
    known = folded[1:] in standing_names() or folded in standing_names()
    if not known and (_ANOTHER.search(folded, 2) is not None or _ANYBODY.match(folded) is not None):
        return False
    if known or told or any(map(is_certain, unit_list(entry))):
        return True
    section = _SECTION.fullmatch(folded) is not None
    town = _TOWN.fullmatch(folded) is not None and not folded.endswith(NOT_REGIONS)
    placed = folded.removeprefix("驻")[0] in HEADS and _NO_PLACE.match(folded) is None
    section = section or _SCHOOL.fullmatch(folded) is not None or _INNER.fullmatch(folded) is not None
    return town or section or placed or names_with_place().fullmatch(folded) is not None
