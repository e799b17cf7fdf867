"""Labelled data that a notice, its site or its copyist printed about it: a key and a value."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

import regex

from extractors.metadata import DATE, SENTENCE, date_in, document_number
from extractors.text import Text
from normalizers.patterns import late_pattern

Field = Literal["published_on", "issued_on", "issuer", "document_number", "region_source", "attribute"]

#: Keys of data lines by the field each feeds; `attribute` keeps it as given, None is the site's own.
_BY_FIELD: Final[tuple[tuple[Field | None, str], ...]] = (
    (
        "published_on",
        "发布时间 发布日期 公开日期 公开时间 上网日期 上网时间 信息发布时间",
    ),
    (
        "issued_on",
        "发文日期 成文日期 成文时间 生成日期 生成时间 印发日期 发文时间 制发日期 公文生成日期 签发日期",
    ),
    (
        "issuer",
        "发文机关 发布机构 发文单位 发布单位 制发机关 发文机构 发布机关 制发单位 制定机关 颁布单位",
    ),
    (
        "document_number",
        "文号 发文字号 文件编号 发文文号 发布文号 文件号 文件字号 公文文号",
    ),
    (
        "region_source",
        "信息来源 来源 信息提供 供稿单位 文章来源 稿件来源 消息来源 新闻来源 内容来源 稿源 提供者 发布者",
    ),
    (
        "attribute",
        "索引号 索引 索取号 信息索引 信息索引号 主题分类 信息分类 体裁分类 组配分类 "
        "分类 文件分类 文件类型 信息类别 公开类别 政策类型 主题类别 公文种类 文种 "
        "体裁 有效性 效力状态 文件状态 有效状态 时效性 有效期 公开方式 公开形式 "
        "信息公开形式 信息公开选项 "
        "信息公开属性 公开选项 公开程序 公开时限 公开范围 公开责任部门 公开主体 公开属性 关键词 关键字 "
        "主题词 服务对象 生效日期 生效时间 施行日期 实施日期 废止日期 废止时间 "
        "失效日期 失效时间 终止日期 填报单位 填报人 签发人 会签人 所属机构 原文链接 信息链接 标题 "
        "名称 文件名称 信息名称 公文名称 文件标题 信息标题 公文标题 内容概述 内容概况 "
        "政策咨询机关 政策咨询电话 统一登记号 登记号 统一编号 规范性文件登记号 抄送 "
        "抄报 主送 更新时间 更新日期 最后更新 最后更新时间 归档时间 检索时间 抓取时间 采集时间",
    ),
    (
        None,
        "浏览次数 阅读次数 浏览量 阅读量 浏览数 阅览次数 字体 字号 文字大小 背景色 "
        "点击数 点击量 点击次数 点击率 访问量 访问次数 视力保护色 保护视力色 作者 "
        "编辑 责任编辑 责编 发布人 下载次数",
    ),
)
LABELS: Final[dict[str, Field | None]] = {key: field for field, keys in _BY_FIELD for key in keys.split()}
#: Keys that behind another label say when a page was put up.
_BEHIND: Final[dict[str, Field]] = {"日期": "published_on", "时间": "published_on"}
#: Keys that name the notice itself.
TITLE_KEYS: Final = ("标题", "名称", "文件名称", "信息名称", "公文名称", "文件标题", "信息标题", "公文标题", "title")
#: Keys of a head in a crawler's own words; others of the kind are kept as they are.
FRONT_LABELS: Final[dict[str, Field]] = {
    "date": "published_on", "publish_date": "published_on", "published": "published_on", "pub_date": "published_on",
    "pubdate": "published_on", "published_at": "published_on", "issue_date": "issued_on", "issued": "issued_on",
    "source": "region_source", "publisher": "issuer", "issuer": "issuer", "agency": "issuer", "department": "issuer",
    "document_number": "document_number", "doc_number": "document_number", "doc_no": "document_number",
}  # fmt: skip

_KEYS: Final = "|".join(r"\s*".join(k) for k in sorted(LABELS | _BEHIND, key=len, reverse=True))
#: A key before a colon, or in 【】 with or without one.
_LABEL: Final = late_pattern(
    rf"(?:^|(?<=[\s\d:)(\]|\p{{Han}}•●·▪]))(?:\[(?P<key>{_KEYS})\]\s*:?|\[?(?P<key>{_KEYS})\s*:)\s*"
)
_ANY_LABEL: Final = late_pattern(r"^\[?(?P<key>\p{Han}(?:\s?\p{Han}){1,7})\]?\s*:\s*(?=\S)")
_FRONT: Final = late_pattern(r"^(?P<key>[A-Za-z][A-Za-z_]{1,20})\s*:(?!//)\s*(?=\S)")
#: A line that begins with a day, and a word that says no more than that it is one.
_DATED: Final = late_pattern(r"^[\[(]?(?P<key>时间|日期)\s*:\s*")
#: A day with the time of day, and nothing else.
_CLOCK: Final = late_pattern(rf"{DATE.pattern}\s*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?")
#: A day before the labels of a page's line, or with its time of day alone (`2024-02-21 09:12 来源：县政府办`).
_STAMP: Final = late_pattern(rf"[\[(]?\s?{DATE.pattern}(?P<clock>\s?\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?\s?[\])]?\s?")
_STAMPED: Final = ("[", "(", "2", "1")
#: How many copies were printed, and who read the proofs.
_COPIES: Final = late_pattern(r"^\(?(?:校对\s*:\s*\p{Han}{2,4})?\s*\(?共印\s*\d{1,5}\s*份\)?$")
_IMPRINT: Final = late_pattern(rf"(?<=^[\p{{Han}}\s()]{{0,40}}){DATE.pattern}\s*印发\s*$")
#: The day in a bracket below a title (GB/T 9704: 题注).
_CAPTION: Final = late_pattern(rf"\(\s*{DATE.pattern}\s*\p{{Han}}{{0,30}}(?:印发|发布|公布)\s*\)")
#: The key of what the foot of a letter says of its printing.
IMPRINT: Final = "印发"
_BEFORE: Final = "( •●·▪"
_BULLETS: Final = f"[{_BEFORE}"


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled datum; `value` is empty where nothing is printed behind the label. `around` is all of its place."""

    key: str
    field: Field | None
    label: Text
    value: Text
    around: Text | None = None


def labelled(text: Text) -> list[Pair]:
    """Read `发布时间：… 信息来源：…` off one line; [] where the line does not begin with a label."""
    folded = text.folded
    if ":" not in folded and "]" not in folded:
        return []
    stamp = _STAMP.match(folded) if folded[:1] in _STAMPED else None
    if stamp is not None:
        behind, day = labelled(text[stamp.end() :]), text[: stamp.end()]
        return [Pair("", "published_on", day[:0], day), *behind] if behind else []
    if _LABEL.match(folded, len(folded) - len(folded.lstrip(_BEFORE))) is None:
        return []
    hits = [h for h in text.finditer(_LABEL) if _key(h) in LABELS or date_in(text[h.end() :]) is not None]
    if not hits or not _begins_data(text, hits) or text.folded[: hits[0].start()].strip(_BULLETS):
        return []
    starts = [0, *(h.start() for h in hits[1:]), len(text)]
    pairs: list[Pair] = []
    for i, hit in enumerate(hits):
        around = text[starts[i] : starts[i + 1]]
        label, value = text[starts[i] : hit.end()], _unclosed(text[hit.end() : starts[i + 1]])
        unsaid: Field = "published_on" if i else "attribute"  # 时间 alone may be the host's
        pairs += _dated(Pair(_key(hit), LABELS.get(_key(hit), unsaid), label, value, around))
    return pairs


def _begins_data(text: Text, hits: "list[regex.Match[str]]") -> bool:
    """Whether a line's first label makes it data: one that a host's day may have too only beside others of a page.

    One other is enough where nothing but the day stands between the two (`日期：2024-05-06 来源：县发改局`).
    """
    if _key(hits[0]) not in _BEHIND or len(hits) >= _ENOUGH_BESIDE:
        return True
    return (
        len(hits) > 1 and _CLOCK.fullmatch(text[hits[0].end() : hits[1].start()].strip(" \t　|｜").folded) is not None
    )


def _unclosed(value: Text) -> Text:
    """Strip a value of space, bars, and a bracket that was opened before the label; one of its own stays."""
    value = value.strip(" \t　|｜")
    own = value.folded.count("(") >= value.folded.count(")")
    return value if own else value.strip(" \t　|｜)）")


#: A day with other data behind it is a page's (`时间：2023-07-11 浏览次数： 信息来源：县政府`).
_ENOUGH_BESIDE: Final = 3
_BARE_KEY: Final = late_pattern("|".join(sorted(LABELS, key=len, reverse=True)))


def spaced_pairs(text: Text) -> list[Pair]:
    """Read `发布机构 县政府办 文号 望政办〔2021〕1号`, cells of a row with nothing but space between them.

    [] where there are not two known keys with space on both sides, the first of them at the head.
    """
    if SENTENCE.search(text.folded) or ":" in text.folded:
        return []
    edges = {0, *accumulate(len(part) for part in text.spaced())}
    hits = [m.span() for m in text.finditer(_BARE_KEY) if edges.issuperset(m.span())]
    if len(hits) < 2 or hits[0][0]:
        return []
    ends = [*(start for start, _ in hits[1:]), len(text)]
    return [cell_pair(text[start:stop], text[stop:end]) for (start, stop), end in zip(hits, ends, strict=True)]


def _key(hit: "regex.Match[str]") -> str:
    return "".join(hit["key"].split())


def _dated(pair: Pair) -> list[Pair]:
    """Cut the day off a source's end, where no label divides them (`来源：县政府 2021-03-23 10:56`)."""
    found = date_in(pair.value) if pair.field == "region_source" else None
    at = pair.value.index_of(found[1]) if found is not None else 0
    if not at or not _CLOCK.fullmatch(pair.value[at:].folded):
        return [pair]
    source, day = pair.value[:at].strip(), pair.value[at:]
    return [Pair(pair.key, pair.field, pair.label, source), Pair("", "published_on", day[:0], day)]


_KEY: Final = late_pattern(r"(?:\p{Han}\s*){2,8}")


def is_key(text: Text) -> bool:
    """Whether a cell may be a label without its colon: a known one, or a short word beside such."""
    return _KEY.fullmatch(text.folded) is not None


def is_known_key(text: Text) -> bool:
    """Whether a cell is a label and cannot be a value."""
    return "".join(text.folded.rstrip(": ").split()) in LABELS


def cell_pair(label: Text, value: Text) -> Pair:
    """Make a datum of a label's cell and the value's cell beside it."""
    key = "".join(label.folded.strip("[]: •●·▪").split())
    return Pair(key, LABELS.get(key, "attribute"), label, value.strip())


def plain_pair(text: Text) -> Pair | None:
    """Read `检索时间：…`, a short key of any name with a value; only beside known labels is it metadata."""
    match = _ANY_LABEL.match(text.folded)
    if match is None or SENTENCE.search(text.folded):
        return None
    return Pair("".join(match["key"].split()), "attribute", text[: match.end()], text[match.end() :].strip())


def front_pair(text: Text) -> Pair | None:
    """Read a line of a head in a crawler's words (`date: 2021-03-01`), or of a day that may be a host's (`时间：…`)."""
    match = _FRONT.match(text.folded)
    if match is not None:
        value = text[match.end() :].strip(" \"'“”")
        return Pair(match["key"], FRONT_LABELS.get(match["key"].lower(), "attribute"), text[: match.end()], value, text)
    stamp = _STAMP.fullmatch(text.folded)
    if stamp is not None and stamp["clock"]:
        return Pair("", "published_on", text[:0], text)
    match = _DATED.match(text.folded)
    rest = text[match.end() :] if match is not None else text
    day = _CLOCK.match(rest.folded) if match is not None else None
    if match is None or day is None or rest[day.end() :].strip("])】）").chars:
        return None
    return Pair(match["key"], "attribute", text[: match.end()], rest[: day.end()], text)


#: The person who signs a report to a higher body, right of its number (GB/T 9704).
_SIGNED: Final = late_pattern(r"(?<=[号\s])(?P<label>签\s?发\s?人\s*:)\s*(?P<name>\p{Han}[\p{Han}·\s、]{1,30})$")


#: A number with the day beside it, on one line below a title.
_NUMBER_DATED: Final = late_pattern(rf"(?P<number>[^:。]{{6,30}}号)\s*(?P<day>{DATE.pattern})")


def signed_number(text: Text) -> list[Pair]:
    """Read `望卫发〔2024〕21号　　签发人：王强`; [] where no number stands with who signed it, or a day, beside it."""
    dated = _NUMBER_DATED.fullmatch(text.folded) if "号" in text.folded else None
    if dated is not None and document_number(text[: dated.end("number")]) is not None:
        number, day = text[: dated.end("number")], text[dated.start("day") :]
        return [Pair("文号", "document_number", number[:0], number), Pair("", "issued_on", day[:0], day)]
    match = _SIGNED.search(text.folded) if ":" in text.folded else None
    label, name = (text.group(match, "label"), text.group(match, "name")) if match is not None else (None, None)
    number = text[: match.start()].strip() if match is not None else text
    if label is None or name is None or document_number(number) is None:
        return []
    return [Pair("文号", "document_number", number[:0], number), Pair("签发人", "attribute", label, name.strip())]


def imprint(text: Text) -> Pair | None:
    """Read the imprint's `某某办公室　2021年3月8日印发`: who printed a notice, and when; or the day below its title."""
    folded = text.folded
    if "印" not in folded and "布" not in folded:
        return None
    if _COPIES.search(folded):
        return Pair("印数", "attribute", text[:0], text)
    if _CAPTION.fullmatch(folded.strip()) is not None:
        return Pair(IMPRINT, "issued_on", text[:0], text)
    match = _IMPRINT.search(folded)
    if match is None or SENTENCE.search(folded):
        return None
    return Pair(IMPRINT, "issued_on", text[: match.start()], text[match.start() :], text)
