"""What a notice prints about itself: titles, dates, numbers, addressees, signatures, the lines around annexes."""

from datetime import date
from typing import Final

import regex

from extractors.lists import names
from extractors.text import Text
from extractors.unit_heads import beside_committee
from normalizers.dates import day
from normalizers.headers import header_words, is_header_line
from normalizers.numerals import whole
from normalizers.titles import DRAFT, TITLE_TAILS

SENTENCE: Final = regex.compile(r"[。;!?]")
DATE: Final = regex.compile(r"(?P<y>20\d\d|19\d\d|[二一][〇零○OΟ0一二三四五六七八九]{3})\s*[年./-]\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})"
                             r"\s*[月./-]\s*(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?")  # fmt: skip
_MONTH: Final = regex.compile(
    r"\(?(?:20\d\d|19\d\d|[二一][〇零○OΟ0一二三四五六七八九]{3})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\)?"
)
_NUMBER: Final = regex.compile(
    r"(?P<name>[Xx×*]{0,3}\p{Han}{2,12})\s*[\[(<〈﹝﹙]?\s*(?P<y>(?:19|20)\d\d|二[〇○零O0][〇○零O0一二三四五六七八九]{2})\s*[\])>〉﹞﹚]\s*(?:第)?\s*(?P<n>\d{1,4})\s*号"
)
_NUMBER_LABEL: Final = regex.compile(r"^ ?(?:发文字号|发文文号|文件编号|文号|字号) ?:? ?(?=\S)")
_BRACKETED_NUMBER: Final = regex.compile(rf"{_NUMBER.pattern}|\({_NUMBER.pattern}\)")
#: A number whose 号, or the bracket before it, was lost: on a line of its own, behind a name that ends as one of a letter does.
_CUT_NUMBER: Final = regex.compile(
    r"(?P<name>[Xx×*]{0,3}\p{Han}{1,11}[发办函字文规政])\s*\[\s*(?P<y>(?:19|20)\d\d)\s*\]?\s*(?P<n>\d{1,4})"
)
_WHOLE: Final = regex.compile(rf"(?P<number>{_NUMBER.pattern})?\s*《(?P<title>[^《》]{{6,100}}的通知)》")
_TOTAL: Final = regex.compile(
    r"^[(\[]?\s*(?:总分值?|满分|总计|共计|合计|起评分|基[础本准]分)\s*[:为]?\s*\d+(?:\.\d+)?\s*分?\s*[)\]]?\s*[。]?$"
)
_ANNEX: Final = regex.compile(
    r"^附\s*(?:件(?:(?:下载|列表)(?=\s?:))?|表|录(?=[\d一二三四五六七八九十:\s]))\s*(?:\d{1,2}|[一二三四五六七八九十])?\s*[:.、]?\s*(?:\d{1,2}[.、])?|^附\s*:\s*(?:\d{1,2}[.、])?"
    r"|^表\s*(?:\d{1,2}|[一二三四五六七八九十])\s*:?\s*$"
)
_PART: Final = regex.compile(r"^第\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*篇\s*:\s*(?=\S)")
#: A table's number alone on a line is its mark too: `表一：`.
_ANNEX_HEAD: Final = ("附", "表")
#: What notes may begin with: 附注, 注, 备注, 说明, 填表说明.
_NOTES_HEADS: Final = ("附", "注", "备", "说", "填")
_NOTES: Final = regex.compile(r"^(?:附\s*注|注|备\s*注|说\s*明|填表说明|备注说明)\s*[:\n]\s*")
_COVER: Final = regex.compile(
    r"关于.{0,4}(?:印发|下发|发布|转发|公布|做好|开展|报送).{1,150}的?通知$|^关于.{1,150}的通知$|(?:印发|转发)《.{1,150}》的通知$"
    r"|征求.{1,150}(?:意见|建议)的(?:公告|通知|通告|函)$"
    r"|^(?:关于)?对?《.{1,150}》.{0,6}征求\p{Han}{0,8}(?:意见|建议)的(?:公告|通知|通告|公示|函)$"
)
#: The one document that a cover passes on, by its name.
_PASSED_ON: Final = regex.compile(
    r"(?:印发|下发|发布|转发|公布|征求)(?:《(?P<quoted>[^《》]{4,150})》|(?P<bare>[^《》]{4,150}?))(?:(?:公开征求|修改)?(?:意见|建议))?的?"
    r"(?:通知|公告|通告|函)$"
)
_TAIL: Final = regex.compile(r"\([^()]{1,8}\)$")
_CLOSING: Final = regex.compile(
    r"^请(?:各|认真|遵照|结合|你)|本(?:要点|方案|办法|细则|清单|意见|通知|计划|规定|措施|标准)|^(?:特此|此)(?:通知|函告|函复|公告|通告|报告)|^(?:以上|上述)(?:要点|任务|工作|意见|措施|方案)"
    # What all that the tasks are given to are to report, and how that is followed up.
    r"|^各(?:项目)?(?:责任|牵头|承办|有关|相关|主责|成员)(?:单位|部门)[^。]{0,60}(?:报送|上报|反馈|通报|考核|督[查办导]|报(?:至|[省市县区镇街]))"
    r"|^各(?:乡镇|镇街|街道|[市县区]直|单位|部门|地|级)[^。]{0,80}(?:报送|上报|反馈|报)(?:至|给)?(?:[省市县区镇]|政府|督查|领导小组)"
)
#: Remarks below a signature (GB/T 9704: 附注): who may read it, whom to ask.
_REMARK: Final = regex.compile(
    r"^\(?(?:此件|本件)?(?:主动|依申请|不予|公开|删减后)[\p{Han}]{0,6}(?:公开|发布)\)?$|^\(?(?:此件|本件)[\p{Han}]{2,16}\)?$|^\(?联系(?:人|电话|方式)\s*:[^。]{1,120}[。]?\)?$"
)
_FILE: Final = regex.compile(r"^.{1,120}\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)\]?\s*(?:\([^()]{1,20}\))?$", regex.I)


def year_in(printed: str) -> int:
    """Read a year in figures or in Chinese digits (`二O二一`); 0 where it is none."""
    return int(printed) if printed.isdecimal() else whole(printed.translate(str.maketrans("OΟ0", "〇〇〇"))) or 0


def date_in(text: Text) -> tuple[date, Text] | None:
    """Find the first full date, in Arabic or Chinese digits."""
    for match in text.finditer(DATE):
        found = day(year_in(match["y"]), whole(match["m"]) or 0, whole(match["d"]) or 0)
        if found is not None:
            return found, text[match.start() : match.end()].strip()
    return None


def date_line(text: Text) -> date | None:
    """Return the date where a line is nothing but one."""
    found = date_in(text)
    return found[0] if found and len(found[1]) >= len(text.strip(" （）()。")) else None


def month_line(text: Text) -> bool:
    """Whether a line is nothing but a year and a month, as below a plan's title."""
    return _MONTH.fullmatch(text.folded.strip()) is not None


def document_number(text: Text) -> str | None:
    """Return a 文号 that stands alone on a line, its year in 〔〕 whatever brackets are printed; a lost 号 stays lost."""
    label = _NUMBER_LABEL.match(text.folded)
    text = (text[label.end() :] if label is not None else text).strip()
    match, sign = _BRACKETED_NUMBER.fullmatch(text.folded), "号"
    if match is None:
        match, sign = _CUT_NUMBER.fullmatch(text.folded), ""
    name = text.group(match, "name") if match is not None else None
    return (
        f"{name.value}〔{year_in(match['y'])}〕{match['n']}{sign}" if match is not None and name is not None else None
    )


_OPENING: Final = "[(<〈﹝﹙"
_CLOSING_SIGNS: Final = "])>〉﹞﹚"


def is_repaired_number(text: Text) -> bool:
    """Whether a 文号 lost a bracket of its year, which `document_number` puts back."""
    year = text.folded
    return not any(sign in year for sign in _OPENING) or not any(sign in year for sign in _CLOSING_SIGNS)


_NO_TITLE: Final = regex.compile(r"[。;!?]|:$|^[(\[]|^\d+[、.]|^[一二三四五六七八九十]+、")
#: A title may have two: for whom, and what all is worth (`考核细则（乡镇）（总分100分）`).
_CLOSING_BRACKET: Final = regex.compile(r"(?:[(\[][^()\[\]]{0,30}[)\]])?[(\[《“][^()\[\]]{0,100}[)\]》”]$")

_CLOSED: Final = (")", "]", "》", "”")


def is_title(text: Text) -> bool:
    """Whether a line reads like a title of the genre: no sentence, not too long, a title's last word."""
    numbered = numbered_title(text.strip()) if "]" in text.folded else None
    folded = (numbered[0] if numbered is not None else text).folded.strip()
    if not 4 <= len(folded) <= 90:
        return False
    words = _CLOSING_BRACKET.sub("", folded) if folded.endswith(_CLOSED) else folded
    if not words.rstrip("》").endswith(TITLE_TAILS):
        return False
    if _NO_TITLE.search(folded) or _ANNEX.match(folded) is not None or _NOTES.match(folded) is not None:
        return False
    return "".join(folded.split()) not in header_words() and not is_header_line(text.raw)


_NUMBER_BEHIND: Final = regex.compile(r"\([^()]{2,20}\[\d{4}\][^()]{1,8}\)$")
_NUMBER_BEFORE: Final = regex.compile(rf"^{_NUMBER.pattern}\s*(?=[\p{{Han}}《]{{6}})")


def numbered_title(text: Text) -> tuple[Text, Text] | None:
    """Cut the document's number off a title: in the bracket that ends it (`…的通知（望政办〔2021〕5号）`), or before it."""
    folded = text.folded
    match = (_NUMBER_BEHIND.search(folded) or _NUMBER_BEFORE.match(folded)) if "]" in folded else None
    number = text[match.start() : match.end()].strip() if match is not None else None
    if match is None or number is None or document_number(number) is None:
        return None
    return text[: match.start()] if match.start() else text[match.end() :], number


def part_title(text: Text) -> Text | None:
    """Return the title behind the count with which a site strings texts together (`第一篇：…考核细则`)."""
    match = _PART.match(text.folded) if text.folded.startswith("第") else None
    return text[match.end() :].strip() if match is not None else None


_COLUMN: Final = regex.compile(r"^\[\p{Han}{2,8}\]\s*(?=\S)")


def columned_title(text: Text) -> Text | None:
    """Return the title behind the name of a site's column in a bracket (`【部门文件】望川县2021年工作要点`)."""
    match = _COLUMN.match(text.folded)
    title = text[match.end() :].strip() if match is not None else None
    return title if title is not None and is_title(title) else None


def annexed_title(text: Text) -> Text | None:
    """Return the title behind the word that calls a text an annex (`附件：望川县2021年考核细则`)."""
    mark = annex_mark(text)
    return mark[1] if mark is not None and mark[1].chars and is_title(mark[1]) else None


_HEADLINE: Final = regex.compile(r"^[^《》。]{4,50}(?:印发|发布|出台|下发)(?:了)?《(?P<title>[^《》]{6,100})》$")


def headline_title(text: Text) -> Text | None:
    """Take the title out of a headline that says who passes it on (`望川县人民政府办公室印发《望川县护林考核办法》`)."""
    match = _HEADLINE.match(text.folded.strip())
    title = text.strip().group(match, "title") if match is not None else None
    return title if title is not None and is_title(title) else None


def quoted_title(text: Text) -> tuple[Text | None, Text] | None:
    """Take a title out of 《》 that stand around the whole of it, and the document's number before them."""
    match = _WHOLE.fullmatch(text.folded.strip())
    text = text.strip()
    title = text.group(match, "title") if match is not None else None
    return (text.group(match, "number"), title) if match is not None and title is not None else None


_BETWEEN: Final = regex.compile(r"[\s《》]+")


def is_same_title(one: Text, other: Text) -> bool:
    """Whether a title is printed again, perhaps without 《》, the body that gives notice or with `（试行）` behind it."""
    short, long = sorted(("".join(_BETWEEN.split(each.folded)) for each in (one, other)), key=len)
    rest = long[len(short) :]
    return long.endswith(short) or (long.startswith(short) and _TAIL.fullmatch(rest) is not None)


_PATH: Final = regex.compile(r"[/\\@<>]|\.(?:md|html?|docx?|pdf)")


def is_name(text: Text) -> bool:
    """Whether a heading can name a notice: words, not a path or address."""
    return _PATH.search(text.folded) is None and len(text) <= 100


def is_cover(text: Text) -> bool:
    """Whether a title is that of a cover notice, which passes on another document."""
    return _COVER.search(text.folded.strip()) is not None


def passed_on_name(title: Text) -> str | None:
    """Return the name of the one document that a cover's title passes on, without white space; None for another title."""
    match = _PASSED_ON.search(title.folded.strip()) if is_cover(title) else None
    name = (match["quoted"] or match["bare"]) if match is not None else None
    return "".join(name.split()) if name is not None else None


def is_passed_on(cover: Text, title: Text) -> bool:
    """Whether a title is that of the one document which a cover passes on."""
    cover = cover.strip()
    match = _PASSED_ON.search(cover.folded) if is_cover(cover) else None
    name = cover.group(match, "quoted") or cover.group(match, "bare") if match is not None else None
    return name is not None and is_same_title(name, _untailed(title.strip()))


def _untailed(title: Text) -> Text:
    """Take `（征求意见稿）` off a title's end: a cover says it in words of its own."""
    match = _TAIL.search(title.folded)
    return title if match is None else title[: match.start()]


def is_draft_mark(text: Text) -> bool:
    """Whether a line says only that this is a draft."""
    folded = text.folded.strip()
    return DRAFT.search(folded) is not None and len(folded) <= 12


_BODIES: Final = regex.compile(r"各|单位|部门|政府|委员会|[局委办]")
#: Neither are a form's blanks, nor a page's line about itself (`某县门户网站 www.x.gov.cn 发布时间：2023-02-20 【字体：`).
_NO_ADDRESSEES: Final = regex.compile(
    r"[。;]|被考|检查[部单人]|考[核评][部单人]|盖章|签章|签字|填报|联系"
    r"|www\.|https?:|\.cn|(?:发布|发文|更新)(?:时间|日期)|字体|字号|\d{4}[-/.]\d{1,2}|\d{1,2}:\d{2}"
)
#: A sentence that leads to a list ends with a colon too (`县城管局将围绕中心工作，抓好以下几个方面：`).
_LEADS_ON: Final = regex.compile(
    r"\d{4}年|如下|以下|下列|(?:方面|意见|工作|内容|任务|目标|要求|措施|事项):$|围绕|[着突重]出?[力点]?抓|抓[好紧实]|^(?:为|根据|按照|经|现)"
)


def is_addressees(text: Text) -> bool:
    """Whether a line names to whom the notice goes: ends with a colon and lists bodies."""
    folded = text.folded.strip()
    return (
        folded.endswith(":")
        and len(folded) <= 200
        and _BODIES.search(folded) is not None
        and _NO_ADDRESSEES.search(folded) is None
        and _LEADS_ON.search(folded) is None
    )


def addressees(text: Text) -> list[Text]:
    """Split the addressees, without the colon; `各乡镇党委、政府` and `市政府各部门、单位` are one each, as printed."""
    line = text.strip().rstrip(":：")
    found: list[Text] = []
    for name in names(line):
        joined = bool(found) and _is_one_addressee(line, found[-1], name)
        start = line.index_of(found.pop() if joined else name)
        found.append(line[start : line.index_of(name) + len(name)])
    return found


_BARE_BODIES: Final = frozenset({"单位", "部门", "直属机构", "直属单位", "有关单位"})
#: A place that no body follows has its body behind the next one: 永昌县、金川区人民政府.
_PLACE_ALONE: Final = regex.compile(r"^(?!各)\p{Han}{1,4}[省市县区州旗]$|^(?:中央|省[属级直]?|市[属级直]?)$")


def _is_one_addressee(line: Text, one: Text, other: Text) -> bool:
    """Whether two parts of the addressees are one body's name that the list's sign has cut."""
    if line.chars[line.index_of(one) + len(one)] != "、":
        return False
    elided = other.value in _BARE_BODIES or beside_committee(other, one.value) is not None
    return elided or _PLACE_ALONE.match(one.folded) is not None


def is_total(text: Text) -> bool:
    """Whether a line states only a table's total."""
    return _TOTAL.match(text.folded.strip()) is not None


def annex_mark(text: Text) -> tuple[Text, Text] | None:
    """Cut `附件：` or `附件1` off a line: the mark and what stands behind it."""
    folded = text.folded
    match = _ANNEX.match(folded) if folded.startswith(_ANNEX_HEAD) else None
    return (text[: match.end()], text[match.end() :].strip()) if match else None


_TABLE: Final = regex.compile(r"表\s*(?:\d{1,2}|[一二三四五六七八九十])\s*:?\s*(?!续)\p{Han}[^。;,!?]{0,28}")


def is_table_caption(text: Text) -> bool:
    """Whether a line is a table's number and its name (`表2 服务`)."""
    return text.folded.startswith("表") and _TABLE.fullmatch(text.folded.strip()) is not None


def is_annex_mark(text: Text) -> bool:
    """Whether a line says only that what follows is an annex."""
    mark = annex_mark(text)
    return mark is not None and not mark[1].chars


def notes_mark(text: Text) -> tuple[Text, Text] | None:
    """Cut `附注：` off a line: the mark and the first note."""
    folded = text.folded
    match = _NOTES.match(folded) if folded.startswith(_NOTES_HEADS) else None
    return (text[: match.end()], text[match.end() :].strip()) if match else None


#: `90-100分 优秀`, `优秀：90分以上`: what marks are worth which grade.
_GRADES: Final = "(?:优秀|优良|良好|一般|及格|不及格|合格|不合格|达标|不达标|较差|差)"
_BAND: Final = regex.compile(
    rf"(?:得分|总分)?\d{{2,3}}分?(?:\s?[-~—至]\s?\d{{2,3}}分?|\(含\d{{2,3}}分\))?(?:\(?含?\)?以[上下])?\s*[:为]?\s*{_GRADES}(?:等次|等级|档次)?[。;]?"
    rf"|{_GRADES}(?:等次|等级|档次)?[:(]\d{{2,3}}分?(?:[-~—至]\d{{2,3}}分|\(?含?\)?以[上下])\)?[。;]?"
)


def is_band(text: Text) -> bool:
    """Whether a line says nothing but which marks are worth which grade."""
    return text.folded[-1:] in "优秀良好般格标差次级档下上分。;)" and _BAND.fullmatch(text.folded.strip()) is not None


def is_closing(text: Text) -> bool:
    """Whether an unnumbered paragraph speaks of the notice itself, as a closing one does."""
    return _CLOSING.search(text.folded) is not None


def is_remark(text: Text) -> bool:
    """Whether a line below the signature says who may read the notice or whom to ask."""
    return _REMARK.search(text.folded.strip()) is not None


def is_file_name(text: Text) -> bool:
    """Whether a line is nothing but the name of a file."""
    return _FILE.search(text.folded.strip()) is not None and SENTENCE.search(text.folded) is None
