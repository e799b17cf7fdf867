"""What a notice prints about itself: labelled data, dates, numbers, addressees, the lines around annexes."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import regex

from extractors.lists import names
from extractors.text import Text
from normalizers.agencies import agency, looks_like_agency
from normalizers.dates import day
from normalizers.headers import header_words
from normalizers.numerals import whole
from normalizers.regions import NOT_REGIONS, region_level
from normalizers.titles import DRAFT, TITLE_TAILS
from normalizers.values import RegionLevel

Field = Literal["published_on", "issued_on", "issuer", "document_number", "region_source", "attribute"]

#: Labels of metadata lines and the field each feeds; `attribute` keeps it as given.
LABELS: Final[dict[str, Field]] = {
    "发布时间": "published_on", "发布日期": "published_on", "公开日期": "published_on", "发文日期": "issued_on",
    "成文日期": "issued_on", "成文时间": "issued_on", "生成日期": "issued_on", "印发日期": "issued_on",
    "发文机关": "issuer", "发布机构": "issuer", "发文单位": "issuer", "发布单位": "issuer", "制发机关": "issuer",
    "发文机构": "issuer", "文号": "document_number", "发文字号": "document_number", "文件编号": "document_number",
    "信息来源": "region_source", "来源": "region_source", "信息提供": "region_source", "供稿单位": "region_source",
    "索引号": "attribute", "主题分类": "attribute", "有效性": "attribute", "公开方式": "attribute", "关键词": "attribute",
    "主题词": "attribute", "信息分类": "attribute", "体裁分类": "attribute", "服务对象": "attribute", "生效日期": "attribute",
    "废止日期": "attribute", "填报单位": "attribute", "填报人": "attribute", "分类": "attribute", "组配分类": "attribute",
    "信息索引": "attribute", "公开范围": "attribute", "效力状态": "attribute", "原文链接": "attribute",
    "名称": "attribute", "文件名称": "attribute", "信息名称": "attribute", "文件分类": "attribute", "文件类型": "attribute",
    "所属机构": "attribute", "公文种类": "attribute", "公开形式": "attribute", "公开程序": "attribute", "公开时限": "attribute",
    "内容概述": "attribute", "内容概况": "attribute", "有效期": "attribute",
    "抄送": "attribute", "抄报": "attribute", "主送": "attribute",
    "发文时间": "issued_on", "制发日期": "issued_on", "公开时间": "published_on",
}  # fmt: skip

_KEYS: Final = "|".join(r"\s*".join(k) for k in sorted(LABELS, key=len, reverse=True)) + (
    r"|[浏阅]\s*[览读]\s*次\s*数|字\s*体|字\s*号|文\s*字\s*大\s*小|背\s*景\s*色|点\s*击\s*[数量]|访\s*问\s*量"
)
#: A key before a colon, or in 【】 with or without one.
_LABEL: Final = regex.compile(
    rf"(?:^|(?<=[\s\d:)\]\p{{Han}}]))(?:\[(?P<key>{_KEYS})\]\s*:?|\[?(?P<key>{_KEYS})\s*:)\s*"
)
_ANY_LABEL: Final = regex.compile(r"^\[?(?P<key>\p{Han}(?:\s?\p{Han}){1,7})\]?\s*:\s*(?=\S)")
SENTENCE: Final = regex.compile(r"[。;!?]")
_DATE: Final = regex.compile(r"(?P<y>20\d\d|19\d\d|[二一][〇零○OΟ0一二三四五六七八九]{3})\s*[年./-]\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})"
                             r"\s*[月./-]\s*(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?")  # fmt: skip
_IMPRINT: Final = regex.compile(rf"(?<=^[\p{{Han}}\s()]{{0,40}}){_DATE.pattern}\s*印发\s*$")
_NUMBER: Final = regex.compile(
    r"(?P<name>[\p{Han}]{2,12})\s*[\[(]\s*(?P<y>(?:19|20)\d\d)\s*[\])]\s*(?:第)?\s*(?P<n>\d{1,4})\s*号"
)
_BRACKETED_NUMBER: Final = regex.compile(rf"{_NUMBER.pattern}|\({_NUMBER.pattern}\)")
_TOTAL: Final = regex.compile(r"^[(\[]?\s*(?:总分|满分|总计|共计|合计)\s*:?\s*\d+(?:\.\d+)?\s*分?\s*[)\]]?\s*[。]?$")
_ANNEX: Final = regex.compile(r"^附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十])?\s*[:.、]?\s*(?:\d{1,2}[.、])?")
_NOTES: Final = regex.compile(r"^(?:附\s*注|注|备\s*注|说\s*明|填表说明|备注说明)\s*[::]\s*")
_COVER: Final = regex.compile(
    r"关于.{0,4}(?:印发|下发|发布|转发|公布|做好|开展|报送).{1,150}的?通知$|^关于.{1,150}的通知$"
)
_REGION: Final = regex.compile(
    r"(?P<name>(?![各全本我该有省市县区])\p{Han}{2,6}?(?:自治区|自治州|自治县|省|市|县|区|旗|镇|乡|街道))(?!域|别|分|级|直|内|委|政府办$|\(|(?<=乡)镇|街道|(?<=州)县)"
)
_CLOSING: Final = regex.compile(r"本(?:要点|方案|办法|细则|清单|意见|通知|计划|规定|措施|标准)|^特此通知|^此件公开")


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled datum; `value` is empty where nothing is printed behind the label."""

    key: str
    field: Field | None
    label: Text
    value: Text


def labelled(text: Text) -> list[Pair]:
    """Read `发布时间：… 信息来源：…` off one line; [] where the line does not begin with a label."""
    hits = list(text.finditer(_LABEL))
    if not hits or text.folded[: hits[0].start()].strip("[ "):
        return []
    ends = [h.start() for h in hits[1:]] + [len(text)]
    pairs = []
    for hit, end in zip(hits, ends, strict=True):
        key = "".join(hit["key"].split())
        pairs.append(Pair(key, LABELS.get(key), text[hit.start() : hit.end()], text[hit.end() : end].strip()))
    return pairs


def is_key(text: Text) -> bool:
    """Whether a cell may be a label without its colon: a known one, or a short word beside such."""
    return regex.fullmatch(r"(?:\p{Han}\s*){2,8}", text.folded) is not None


def cell_pair(label: Text, value: Text) -> Pair:
    """Make a datum of a label's cell and the value's cell beside it."""
    key = "".join(label.folded.rstrip(": ").split())
    return Pair(key, LABELS.get(key, "attribute"), label, value.strip())


def plain_pair(text: Text) -> Pair | None:
    """Read `检索时间：…`, a short key of any name with a value; only beside known labels is it metadata."""
    match = _ANY_LABEL.match(text.folded)
    if match is None or SENTENCE.search(text.folded):
        return None
    return Pair("".join(match["key"].split()), "attribute", text[: match.end()], text[match.end() :].strip())


def imprint(text: Text) -> Pair | None:
    """Read the imprint's `某某办公室　2021年3月8日印发`: who printed a notice, and when."""
    match = _IMPRINT.search(text.folded)
    if match is None or SENTENCE.search(text.folded):
        return None
    return Pair("印发", "issued_on", text[: match.start()], text[match.start() :])


def date_in(text: Text) -> tuple[date, Text] | None:
    """Find the first full date, in Arabic or Chinese digits."""
    for match in text.finditer(_DATE):
        year = (
            whole(match["y"].translate(str.maketrans("OΟ0", "〇〇〇")))
            if not match["y"].isdecimal()
            else int(match["y"])
        )
        found = day(year or 0, whole(match["m"]) or 0, whole(match["d"]) or 0)
        if found is not None:
            return found, text[match.start() : match.end()].strip()
    return None


def date_line(text: Text) -> date | None:
    """Return the date where a line is nothing but one."""
    found = date_in(text)
    return found[0] if found and len(found[1]) >= len(text.strip(" （）()。")) else None


def document_number(text: Text) -> str | None:
    """Return a 文号 that stands alone on a line, its year in 〔〕 whatever brackets are printed."""
    text = text.strip()
    match = _BRACKETED_NUMBER.fullmatch(text.folded)
    name = text.group(match, "name") if match is not None else None
    return f"{name.value}〔{match['y']}〕{match['n']}号" if match is not None and name is not None else None


def is_title(text: Text) -> bool:
    """Whether a line reads like a title of the genre: short, no sentence, a title's last word."""
    folded = text.folded.strip()
    if not 4 <= len(folded) <= 70 or regex.search(r"[。;!?]|:$|^[(\[]|^\d+[、.]|^[一二三四五六七八九十]+、", folded):
        return False
    if folded.startswith("附件") or "".join(folded.split()) in header_words():
        return False
    return regex.sub(r"[(\[《“][^()\[\]]*[)\]》”]$", "", folded).rstrip("》").endswith(TITLE_TAILS)


def is_name(text: Text) -> bool:
    """Whether a heading can name a notice: words, not a path or address."""
    return regex.search(r"[/\\@<>]|\.(?:md|html?|docx?|pdf)", text.folded) is None and len(text) <= 100


def is_cover(text: Text) -> bool:
    """Whether a title is that of a cover notice, which passes on another document."""
    return _COVER.search(text.folded.strip()) is not None


def is_draft_mark(text: Text) -> bool:
    """Whether a line says only that this is a draft."""
    folded = text.folded.strip()
    return DRAFT.search(folded) is not None and len(folded) <= 12


def is_addressees(text: Text) -> bool:
    """Whether a line names to whom the notice goes: ends with a colon and lists bodies."""
    folded = text.folded.strip()
    return (
        folded.endswith(":")
        and len(folded) <= 200
        and regex.search(r"各|单位|部门|政府|委员会|[局委办]", folded) is not None
        and regex.search(r"[。;]|被考|检查[部单人]|考[核评][部单人]|盖章|签章|签字|填报|联系", folded) is None
    )


def addressees(text: Text) -> list[Text]:
    """Split the addressees, without the colon."""
    return names(text.strip().rstrip(":："))


def is_total(text: Text) -> bool:
    """Whether a line states only a table's total."""
    return _TOTAL.match(text.folded.strip()) is not None


def annex_mark(text: Text) -> tuple[Text, Text] | None:
    """Cut `附件：` or `附件1` off a line: the mark and what stands behind it."""
    match = _ANNEX.match(text.folded)
    return (text[: match.end()], text[match.end() :].strip()) if match else None


def notes_mark(text: Text) -> tuple[Text, Text] | None:
    """Cut `附注：` off a line: the mark and the first note."""
    match = _NOTES.match(text.folded)
    return (text[: match.end()], text[match.end() :].strip()) if match else None


def is_closing(text: Text) -> bool:
    """Whether an unnumbered paragraph speaks of the notice itself, as a closing one does."""
    return _CLOSING.search(text.folded) is not None


def is_signature(text: Text) -> bool:
    """Whether a line is nothing but the name of an issuing body."""
    folded = text.folded.strip()
    return (
        4 <= len(folded) <= 30
        and ":" not in folded
        and (agency(folded) is not None or looks_like_agency(folded) or folded.endswith("人民政府"))
    )


def issuer_of(cover: Text) -> Text | None:
    """Return the body before 关于 in a cover notice's title."""
    at = cover.folded.find("关于")
    head = cover[:at].strip() if at > 0 else None
    return (
        head
        if head is not None and (is_signature(head) or regex.search(r"政府|委员会|[局委办]", head.folded))
        else None
    )


def region_in(text: Text) -> tuple[Text, RegionLevel] | None:
    """Find the place that a title or an issuing body's name begins with, behind a year or 关于印发."""
    folded = text.folded
    for start in _region_starts(folded):
        found = None
        while (match := _REGION.match(folded, start)) is not None and not match["name"].endswith(NOT_REGIONS):
            level = region_level(match["name"])
            if level is None or (found is not None and _RANKS.index(level) <= _RANKS.index(found[1])):
                break
            found, start = (text[start : match.end("name")], level), match.end("name")
        if found is not None:
            return found
    return None


#: Levels of places from the top: behind 某市 a 某区 is the place that is meant.
_RANKS: Final[tuple[RegionLevel, ...]] = ("province", "city", "county", "township", "village")


def _region_starts(folded: str) -> list[int]:
    anchors = regex.finditer(r"^(?:关于)?(?:印发|下发)?[《“]?|\d{4}年度?|关于(?:印发|下发)?[《“]?", folded)
    return sorted({m.end() for m in anchors})
