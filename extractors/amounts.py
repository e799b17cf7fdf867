"""Full marks and percentages: in a heading's bracket, behind a label, alone in a cell."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

import regex

from extractors.found import Found
from extractors.text import Text
from extractors.units import looks_like_units
from normalizers.numerals import LOST_POINT, number
from normalizers.patterns import late_pattern
from normalizers.values import AmountUnit, AmountValue, Basis

_NUM: Final = r"\d{1,4}(?:\.\d{1,2})?"
_RANGE: Final = rf"(?:(?P<min>{_NUM})\s*[-~至]+\s*)?(?P<n>{_NUM})"

#: What may stand before the number in a bracket: `（满分10分）`, `（共60分，扣完为止）`.
_LABEL: Final = (
    r"(?:[总合小]计|[本该][大小]?[项类](?:指标)?共?|共|计|满分|分值|权重|基础分|基本分|标准分|最高|上限|不超过|≤)?:?\s*"
)
#: And behind a name, or in a column of points.
_LABEL_BEHIND: Final = (
    "(?:[共总合小]?计|[本该][大小]?[项类](?:指标)?共?|共|满分|分值|权重|占|占比|比重|总分|基础分|基本分|标准分"
    "|最高|上限|不超过|≤)?:?"
)
#: The number in words is an amount only with its unit: 十五分, 百分之三十.
_WORDED: Final = r"(?:百分之(?P<n>[一二三四五六七八九十百]{1,5})|(?P<n>[一二三四五六七八九十百]{1,5})(?=\s*分))"

#: `(35分)`, `（3%）` at the end of a name; then with what it lost: `(13`, `(18%`, `(8分`.
_BRACKET: Final = regex.compile(
    rf"[(\[]\s*{_LABEL_BEHIND}\s*(?:{_RANGE}|{_WORDED})\s*(?P<u>分|%)?(?:/(?:年度?|季度?|月|学期|周))?\s*(?:[、,;。]\s*(?=[)\]]))?(?P<close>[)\]])?\s*[。.:;]?\s*$"
)
#: `（30分，背景、现状）`, `（4分，少一次扣1分）`: the amount first, words behind it.
_BRACKET_WORDS: Final = regex.compile(
    rf"[(\[]\s*(?P<amount>{_LABEL}{_RANGE}\s*(?P<u>分|%))(?P<apart>\s*[,;、]|\s+|(?=\p{{Han}}))(?P<words>[^()\[\]]+)[)\]]\s*[。.:]?\s*$"
)
#: `（县教育局，10分）`, `（5个指标，10分）`: words first, then the amount.
_WORDS_BRACKET: Final = regex.compile(
    rf"[(\[](?P<words>[^()\[\],;]{{2,20}})(?P<apart>[,;、])\s*(?P<amount>{_LABEL}{_RANGE}\s*(?P<u>分))\s*[)\]]\s*[。.]?\s*$"
)
#: `党建工作20分`: a short name of nothing but words, and the amount without a bracket; not `每次扣2分`, `满分100分`.
_BARE_TAIL: Final = regex.compile(
    rf"(?P<name>(?:[\p{{Han}}、“”《》]|(?<=“\p{{Han}}{{1,12}}),(?=\p{{Han}}{{1,12}}”)){{2,20}}(?<![扣加得计减各再每记奖罚占为满低高达到至在于给按打评共过第超近前约有值和的绩级果次]|(?<!前\p{{Han}})后|(?<!测评)分))(?:\s*:?\s*|\s*(?P<dash>-+)\s*|占(?<!^其中[^占]{{0,20}}占))(?P<amount>{_NUM}分)"
)
#: No name ends in a verb that gives or takes marks, in who is charged (`漏收的扣村2分`) or what is counted (`每条5分`).
_CHARGED: Final = regex.compile(
    r"(?:扣[除减去]|减[去扣]|奖励|增加)$|(?<![纽折回克查代暂])扣(?![分押留缴发件])\p{Han}{1,12}$|每\p{Han}{1,2}$"
)
#: A long dash stands between a name and its marks (`机构健全——4分`); a short one may be a sign.
_HYPHENS: Final = ("-", "－", "‐")
_LEADING: Final = regex.compile(
    rf"(?P<bracket>[(\[]\s*(?P<amount>{_LABEL}{_RANGE}\s*(?P<u>分|%))\s*(?:[,;、](?P<words>[^()\[\]]+))?[)\]])\s*[。.;,]?"
)
_LONE_NUMBER: Final = regex.compile(r"\(\d{1,3}(?:\.\d)?(?:\)|[分%])")
#: A sentence behind a name's amount begins so: `每月召开`, `每发现一处扣2分`; `（5分）每次` goes on with the name.
_EACH_TIME: Final = "(?=每(?:[季月年周日半少缺低降超错漏迟]|发[现生]))"
#: `会议（10分）：每月召开一次`: a short name, perhaps with a bracket in it, its amount, and a colon before the text.
_HEADED: Final = regex.compile(
    rf"(?P<name>(?:[^,;。:!?()\[\]]|\((?![\d.]|[^()]*[分%])[^()]{{1,12}}\)){{1,40}})(?P<bracket>[(\[]\s*{_LABEL}{_RANGE}\s*(?P<u>分|%)\s*[)\]])\s*:(?=.)"
)
#: `责任体系(15)：签订责任书`: the same without 分, where the headings around it carry such numbers.
_HEADED_BARE: Final = regex.compile(
    rf"(?P<name>[^,;。:!?()\[\]\d]{{2,20}})(?P<bracket>[(\[]\s*(?P<min>(?!))?(?P<n>\d{{1,3}}(?:\.\d)?)\s*(?P<u>(?!))?[)\]])\s*(?:[:。;]\s*(?=.)|(?=[^\s\d,、。;.)\]的并和及与且得扣加每者时后中以为至或等项个名次件家人户])|{_EACH_TIME})"
)
#: `日常巡查（8分）按时到岗（3分）`: a name and its amount, then text that does not go on with the name's sentence.
_NAMED: Final = regex.compile(
    rf"(?P<name>[^,;。:!?()\[\]\d]{{2,20}})(?P<bracket>[(\[]\s*{_LABEL}{_RANGE}\s*(?P<u>分|%)\s*(?:,(?P<words>[^()\[\]]+))?[)\]])"
    rf"\s*(?:[。;]\s*(?=[^\s,、。;.)\]])|(?=[^\s,、。;.)\]的并和及与且得扣加每者时后中以为至或等])|{_EACH_TIME})"
)
#: `制定年度计划，4分。`: an amount that ends the name behind a comma, or right behind it (`问题整改12分，扣完为止`).
_TAILED: Final = regex.compile(
    rf"(?P<name>[^,;。:!?()\[\]]{{2,30}}(?<![的过达\d]|(?<!及|按|准|实)时|\d分))[,、]\s*(?P<amount>(?:计|共|满分)?(?P<bare>{_NUM}分))(?=\s*(?:[。;,(]|:.|$))\s*[。;,:]?"
)
#: `建立预案，每年演练2次，20分，未演练扣10分`: a name of several clauses, its amount, and what costs some of it.
_OVER_CLAUSES: Final = regex.compile(
    rf"(?P<name>[^,;。:!?()\[\]]{{2,30}}(?:,[^,;。:!?()\[\]]{{2,24}}){{1,2}}?(?<![的过达\d]|(?<!及|按|准|实)时|\d分)),\s*"
    rf"(?P<amount>(?:计|共|满分)?(?P<bare>{_NUM}分))[,;。](?=[^\d][^()\[\]]{{1,20}}扣)"
)
#: `健全机制，及时研判，1分。`: a sentence of several clauses, and its amount alone behind the last of them.
_CLOSING: Final = regex.compile(
    rf"(?<=[^\s,;、\d])(?<!\d分)\s*(?:[,;、]\s*|\s)(?P<amount>(?:计|共|满分)?(?P<bare>{_NUM}分))\s*[。;]?\s*$"
)
_MARKS: Final = regex.compile(r"\d\s*分")
#: A clause that gives or takes marks is no name.
_RULED: Final = regex.compile(r"扣|每[缺少次有发漏]|不得|[未没]\S{1,12}的")
_INNER: Final = regex.compile(rf"[(\[]\s*{_RANGE}\s*(?P<u>分)\s*[)\]]")
_ANY_BRACKET: Final = regex.compile(
    rf"[(\[]\s*{_LABEL}{_RANGE}\s*分\s*(?:[)\]]|[,;、\s][^()\[\]]*[)\]]|$)|(?<=。)[(\[]\s*{_RANGE}[)\]]?$"
)
#: Marks that are taken from a total or added to it state none: `扣年度考核总分20分`.
_NOT_TAKEN_FROM: Final = (
    r"(?<!(?:扣[除减去]?|减[去扣]?|(?<![参增附追])加|奖励?)"
    r"(?:[该本其此的]|年度|年终|全年|当年|综合|考[核评]|绩效|单位|所在|[村镇乡]级?){0,4})"
)
#: `（6分）`, `（共30分）`, and nothing else in the bracket; `（总分100分）` is the whole's.
_MARKS_ALONE: Final = regex.compile(rf"[(\[]\s*(?:共计?|计)?:?\s*(?P<min>(?!))?(?P<n>{_NUM})\s*(?P<u>分)\s*[)\]]")
#: `权重:70%`, `总分100分`, `分值：5分`.
_LABELLED: Final = regex.compile(
    rf"{_NOT_TAKEN_FROM}(?P<label>权重|分值|满分|总分值?|共计|合计|基础分|基本分|标准分|起评分)\s*(?:为|是)?[::]?\s*{_RANGE}\s*(?P<u>分|%)"
)
_SCHEME_TOTAL: Final = regex.compile(
    rf"(?P<label>(?<!(?:日常|平时|年终|半年|季度|月度|每月|定期|专项|现场|过程)(?:考[核评]|检查|测评|评估)?的?)(?<!得分|单项|本项|各项|每项|每类|各类|每组|各组|该项|加分|扣分){_NOT_TAKEN_FROM}(?:总分值?|满分|总分数))\s*(?:为|是|共|:|计)*\s*(?P<min>(?!))?(?P<n>\d{{2,4}})(?P<u>分)(?!\s*(?:\(含\d+分\))?(?:以[上下]|及以|者|[-~至]))"
    r"|(?P<label>(?P<n>\d{3,4})(?P<u>分)制)"
)
_ALONE: Final = regex.compile(rf"\s*{_RANGE}\s*(?P<u>分|%)?\s*")
#: What a column of points holds besides a bare number: `（5分）`, `满分5分`, `五分。`, `十五`
_IN_COLUMN: Final = regex.compile(
    rf"[(\[]? ?{_LABEL_BEHIND} ?(?:{_RANGE}|{_WORDED}) ?(?P<u>分|%)? ?[)\]]?[。;]?"
    "|(?P<n>[一二三四五六七八九十百]{1,5})"
)
#: A figure that a scan took for a letter, beside one that it did not: `1O分`, `l5`.
_SCANNED: Final = regex.compile(r"[(\[]?(?:\d[Oo]|[lI]\d|[Oo]\.\d|[lI]\.\d|[lI][Oo])分?[)\]]?")
_FIGURES: Final = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0"})
#: A range from here on is a grade's of a hundred marks (`85-89分`), not what an indicator is worth.
GRADES_FROM: Final = 40
_LONGEST_BARE: Final = 3
_UNITS: Final[dict[str, AmountUnit]] = {"分": "point", "%": "percent"}


#: `8089分` lost its dash: a grade's two ends, the lower first, and no total of thousands.
_LOST_DASH: Final = regex.compile(r"(?P<low>[4-9]\d)(?P<high>[4-9]\d)")


def _value(match: "regex.Match[str]", basis: Basis, unit: AmountUnit = "point") -> AmountValue | None:
    worded = "percent" if "百分之" in match[0] else unit
    found = _amount(match["n"], match["min"], _UNITS.get(match["u"] or "", worded), basis)
    part = found is not None and not match["u"] and found.value < 1 and "权重" in match[0]
    return AmountValue(found.value * 100, "percent", None, basis) if part and found is not None else found


@lru_cache(maxsize=1024)  # the same few amounts stand in all cells, and each cell is looked at several times
def _amount(printed: str, least: str | None, unit: AmountUnit, basis: Basis) -> AmountValue | None:
    value, low = number(printed), number(least) if least else None
    if value is None or (low is not None and (low > value or low >= GRADES_FROM)):
        return None
    grade = _LOST_DASH.fullmatch(printed)
    if grade is not None and grade["low"] < grade["high"]:
        return None
    if LOST_POINT.fullmatch(printed):
        value, basis = value / 10, "repaired"
    return AmountValue(value, unit, low, basis)


def _in_last_bracket(pattern: "regex.Pattern[str]", folded: str) -> "regex.Match[str] | None":
    """Match a pattern of one bracket at a text's end: nothing but the last one can be it."""
    at = max(folded.rfind("("), folded.rfind("["))
    return pattern.match(folded, at) if at >= 0 else None


@lru_cache(maxsize=512)  # a name is asked several times before it is placed
def _closing(folded: str) -> "regex.Match[str] | None":
    return _in_last_bracket(_BRACKET, folded)


def trailing_amount(text: Text, *, in_table: bool) -> tuple[Found[AmountValue] | None, Text]:
    """Cut the amount in a bracket at the end of a name off it.

    An open bracket lost its other half, and a bare number in one lost 分 too; both are repaired. A bare
    number in a whole bracket is an amount only where a table says that it is a name's (`一、制度(40)`).
    """
    folded = text.folded
    match = _closing(folded)
    if match is None or match.start() == 0:
        return None, text
    lost_bracket, unit = match["close"] is None, match["u"]
    if not unit and not lost_bracket and not in_table:
        return None, text
    if not unit and len(match["n"]) > _LONGEST_BARE:
        return None, text
    value = _value(match, "repaired" if lost_bracket else "stated")
    if value is None:
        return None, text
    end = match.end("close") if match["close"] else match.end("u") if unit else match.end("n")
    return Found(value, text[match.start() : end]), text[: match.start()].strip()


def unbracketed_amount(text: Text) -> tuple[Found[AmountValue], Text] | None:
    """Read `党建工作20分`, a heading that is nothing but a name and its amount."""
    folded = text.folded.rstrip("。:;")
    match = _BARE_TAIL.fullmatch(folded) if folded.endswith("分") else None
    if match is None or _CHARGED.search(match["name"]):
        return None
    dash = text.group(match, "dash")
    if dash is not None and dash.chars in _HYPHENS:  # `机构不健全-4分` takes four marks
        return None
    amount, name = text.group(match, "amount"), text.group(match, "name")
    value = cell_amount(amount) if amount is not None else None
    return (value, name) if value is not None and name is not None else None


def amount_with_words(text: Text) -> tuple[Found[AmountValue], Text, tuple[int, int]] | None:
    """Find `（4分，少一次扣1分）` at the end: the amount, the words beside it, and the bracket's range."""
    folded = text.folded
    match = _in_last_bracket(_BRACKET_WORDS, folded) or _in_last_bracket(_WORDS_BRACKET, folded)
    value = _value(match, "stated") if match is not None else None
    if match is None or value is None:
        return None
    amount, words = text.group(match, "amount"), text.group(match, "words")
    assert amount is not None
    assert words is not None
    if not match["apart"] and not (looks_like_units(words) or _is_set_apart(amount, words)):  # （2分以上）, （5分钟内）
        return None
    return Found(value, amount), words, match.span()


#: What goes on with an amount though a space stands between: `2分 以上`, `5分 钟`.
_GOES_ON: Final = regex.compile(r"[以及之]|[钟制册内者]|左右|为[宜准]")


def _is_set_apart(amount: Text, words: Text) -> bool:
    """Whether nothing but a space that is gone divides words from the amount before them (`（5分 服务业专业）`)."""
    apart = amount.end < words.start and amount.source[amount.end : words.start].isspace()
    whole = len(amount.spaced()) == 1 and len(words.spaced()) == 1  # else it is written with a space everywhere
    return apart and whole and _GOES_ON.match(words.folded) is None


_SHARE: Final = regex.compile(
    r"(?:占|权重|比重|占比)(?:\p{Han}{0,10}的|\p{Han}{0,10})?:?\s*(?P<share>\d{1,3}(?:\.\d+)?%)"
)


def share(words: Text) -> Found[AmountValue] | None:
    """Read the words behind an amount that say what share it is of all (`100分，占40%`)."""
    match = _SHARE.fullmatch(words.folded.strip())
    printed = words.strip().group(match, "share") if match is not None else None
    found = cell_amount(printed, "percent") if printed is not None else None
    return Found(found.value, words.strip()) if found is not None else None


def leading_amount(text: Text) -> tuple[Found[AmountValue], Text | None, Text] | None:
    """Find `（10分）` or `（5分，少一次扣2分）` at the head of a text.

    Returns the amount, the words behind it in its bracket, and the text behind the bracket.
    """
    folded = text.folded
    match = _LEADING.match(folded) if folded.startswith(("(", "[")) else None
    value = _value(match, "stated") if match is not None else None
    if match is None or value is None:
        return None
    words = text.group(match, "words")
    span = match.span("amount") if words is not None else match.span("bracket")
    return Found(value, text[span[0] : span[1]]), words, text[match.end() :].strip()


def is_lone_amount(text: Text) -> bool:
    """Whether a line is nothing but a bracket with an amount (`（20分）`), or with a number that may be one."""
    if not text.folded.startswith(("(", "[")):
        return False
    amount = leading_amount(text)
    alone = amount is not None and amount[1] is None and not amount[2].chars
    return alone or _LONE_NUMBER.fullmatch(text.folded) is not None


def headed_amount(text: Text) -> tuple[Text, Found[AmountValue], Text] | None:
    """Read `会议（10分）：每月召开一次` or `会议10分：…`: the name, its amount, and the text behind the colon."""
    match = _HEADED.match(text.folded) if ":" in text.folded else None
    value = _value(match, "stated") if match is not None else None
    name, bracket = (text.group(match, "name"), text.group(match, "bracket")) if match is not None else (None, None)
    if match is not None and value is not None and name is not None and bracket is not None:
        return name.strip(), Found(value, bracket), text[match.end() :].strip()
    colon = text.folded.find(":")
    bare = unbracketed_amount(text[:colon].strip()) if 0 < colon < len(text) - 1 else None
    return (bare[1], bare[0], text[colon + 1 :].strip()) if bare is not None else None


def headed_number(text: Text) -> tuple[Text, Found[AmountValue], Text] | None:
    """Read `会议（10）：每月召开一次`, an amount without 分: for a notice whose headings carry bare numbers."""
    match = _HEADED_BARE.match(text.folded)
    value = _value(match, "stated") if match is not None else None
    name, bracket = (text.group(match, "name"), text.group(match, "bracket")) if match is not None else (None, None)
    if match is None or value is None or name is None or bracket is None:
        return None
    return name.strip(), Found(value, bracket), text[match.end() :].strip()


def bracketed_amounts(text: Text) -> list[Text]:
    """Return every bracket that holds an amount in 分 or begins with one, and a number in one behind the last stop."""
    return [text[m.start() : m.end()] for m in text.finditer(_ANY_BRACKET)]


def marks_alone(text: Text) -> list[Decimal]:
    """Return what each bracket says that holds full marks and nothing else: 6 and 30 of `（6分）…（共30分）`."""
    found = [_value(match, "stated") for match in text.finditer(_MARKS_ALONE)]
    return [value.value for value in found if value is not None]


#: What a sentence says that all is worth before anything is given or taken (`经济总量基本分100分，每低…`).
_BASE: Final = late_pattern(
    rf"(?<![在于从]|原有)基[本础准]分值?(?:为|是|计|共)?:?\s*(?P<n>{_NUM})\s*分(?!\s*(?:以[上下]|及以|[-~至]|[的之]?基础|[中里]))"
)


def base_marks(text: Text) -> list[Decimal]:
    """Return what a text calls the marks that one begins with."""
    found = (number(match["n"]) for match in text.finditer(_BASE)) if "基" in text.folded else ()
    return [value for value in found if value is not None]


def named_amount(text: Text) -> tuple[Text, Found[AmountValue], Text | None, Text] | None:
    """Read a name with its amount and the text behind it.

    Returns the name, the amount, a rule that shares its bracket, and what follows: `日常巡查（8分）按时到岗。`,
    `制定年度计划，4分。`, `问题整改12分，扣完为止。`
    """
    match = _NAMED.match(text.folded)
    value = _value(match, "stated") if match is not None else None
    if match is not None and value is not None:
        words = text.group(match, "words")
        name, bracket = text.group(match, "name"), text.group(match, "bracket")
        assert name is not None
        assert bracket is not None
        amount = bracket if words is None else bracket[: match.start("words") - match.start("bracket") - 1]
        return name.strip(), Found(value, amount), words, text[match.end() :].strip()
    return _tailed_amount(text)


def _tailed_amount(text: Text) -> tuple[Text, Found[AmountValue], Text | None, Text] | None:
    match = _TAILED.match(text.folded) or _over_clauses(text.folded)
    if match is not None:
        amount, printed, name = (text.group(match, part) for part in ("amount", "bare", "name"))
        found = cell_amount(printed) if printed is not None else None
        if found is None or amount is None or name is None or _RULED.search(name.folded):
            return None
        return name, Found(found.value, amount), None, text[match.end() :].strip()
    comma = text.folded.find(",")
    bare = unbracketed_amount(text[:comma]) if comma > 0 and len(_SHARED.findall(text.folded)) <= 1 else None
    return (bare[1], bare[0], None, text[comma + 1 :].strip()) if bare is not None else None


#: What makes up a whole is told share by share (`平时占40分，年终占60分`): none of them is the item's own.
_SHARED: Final = regex.compile(r"占\d{1,3}分")


def _over_clauses(folded: str) -> "regex.Match[str] | None":
    match = _OVER_CLAUSES.match(folded) if "分" in folded and "扣" in folded else None
    return match if match is not None and _MARKS.search(match["name"]) is None else None


def closing_amount(sentence: Text) -> tuple[Found[AmountValue], tuple[int, int]] | None:
    """Find the only amount of a sentence, alone behind its last clause; the amount and the range that it leaves."""
    match = _CLOSING.search(sentence.folded)
    if match is None or len(_MARKS.findall(sentence.folded)) > 1 or _RULED.search(sentence.folded[: match.start()]):
        return None
    amount, bare = sentence.group(match, "amount"), sentence.group(match, "bare")
    found = cell_amount(bare) if bare is not None else None
    return (Found(found.value, amount), match.span()) if found is not None and amount is not None else None


def inner_amount(text: Text) -> Found[AmountValue] | None:
    """Find the amount in a bracket inside a sentence (`合格率达95%以上（100分），每低…`), if there is just one."""
    matches = list(text.finditer(_INNER))
    value = _value(matches[0], "stated") if len(matches) == 1 else None
    return Found(value, text[matches[0].start() : matches[0].end()]) if value is not None else None


def labelled_amount(text: Text) -> Found[AmountValue] | None:
    """Find the first amount behind a label of its own (`权重:70%`, `总分100分`)."""
    match = _LABELLED.search(text.folded)
    value = _value(match, "stated") if match is not None else None
    if match is None or value is None:
        return None
    return Found(value, text[match.start() : match.end()])


def scheme_total(text: Text) -> Found[AmountValue] | None:
    """Find what a text says a whole scheme is worth: `总分100分`, `满分为130分`; None where it states several."""
    found = [(match, _value(match, "stated")) for match in text.finditer(_SCHEME_TOTAL)]
    match, value = found[0] if found else (None, None)
    one = len({value.value for _, value in found if value is not None}) == 1
    return (
        Found(value, text[match.start("label") : match.end()])
        if one and match is not None and value is not None
        else None
    )


def cell_amount(text: Text, unit: AmountUnit = "point") -> Found[AmountValue] | None:
    """Read a cell that holds nothing but an amount, with or without 分 or %."""
    folded = text.folded
    match = _ALONE.fullmatch(folded) if folded.lstrip()[:1].isdecimal() else None
    value = _value(match, "stated", unit) if match is not None else None
    return None if value is None else Found(value, text.strip())


def column_amount(text: Text, unit: AmountUnit = "point") -> Found[AmountValue] | None:
    """Read a cell of a column of points or weights, where a bracket or a label may stand around the amount."""
    folded = text.folded.strip()
    match = _IN_COLUMN.fullmatch(folded)
    value = _value(match, "stated", unit) if match is not None else None
    if value is None and _SCANNED.fullmatch(folded):
        mended = _IN_COLUMN.fullmatch(folded.translate(_FIGURES))
        value = _value(mended, "repaired", unit) if mended is not None else None
    return None if value is None else Found(value, text.strip())
