"""Outline markers at the head of a line: their family, ordinal and printed form."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import regex

from extractors.text import Text
from normalizers.numerals import whole

_CHINESE: Final = "〇零一二三四五六七八九十百"
_CN: Final = rf"[{_CHINESE}]{{1,5}}"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
#: Numbers that are one character each with their delimiter: `⒈`, `⑴`, `㈠`.
_DOTTED: Final = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_PARENTHESISED: Final = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_CN_PARENTHESISED: Final = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_SMALL_ROMAN: Final = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"
_SINGLE: Final = (_SMALL_ROMAN, _CIRCLED, _DOTTED, _PARENTHESISED, _CN_PARENTHESISED)
_SECOND: Final = "其次"
_ROMAN: Final = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_LATIN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Family:
    """One way to number. `rank` is the usual depth (GB/T 9704: 一、（一）1.（1）); matched on folded text.

    It begins with one of the `heads`, where 0 stands for every digit; where a number does, one of the signs `behind`
    follows it, where 汉 stands for all but white space, digits and the other signs.
    """

    name: str
    rank: int
    heads: str
    pattern: "regex.Pattern[str]"
    examples: tuple[str, ...]
    behind: str = ""


def _family(name: str, rank: int, heads: str, source: str, *examples: str, behind: str = "") -> Family:
    return Family(name, rank, heads, regex.compile(source), examples, behind)


# Tried in order; the first that matches is the marker.
FAMILIES: Final = (
    _family("part", 0, "第", rf"第\s*(?P<n>{_CN}|\d{{1,2}})\s*部分\s*[:、]?", "第一部分", "第2部分"),
    # Copies whose words were exchanged for like ones have 其次 for 第二.
    _family(
        "chapter", 0, "第其", rf"第\s*(?P<n>{_CN}|\d{{1,3}})\s*[章编篇]|(?P<n>其次)章", "第一章", "第3章", "其次章"
    ),
    _family("section", 1, "第", rf"第\s*(?P<n>{_CN}|\d{{1,3}})\s*节", "第二节"),
    _family("article", 1, "第其", rf"第\s*(?P<n>{_CN}|\d{{1,3}})\s*条|(?P<n>其次)条", "第三条", "其次条"),
    _family("cn_dun", 1, _CHINESE, rf"(?P<n>{_CN})\s*[、,.．]", "一、", "十二、", "三,"),
    _family("cn_paren", 2, "(", rf"\(\s*(?P<n>{_CN})\s*\)[、,.]?", "（一）", "(二)", "（三）、"),
    # Each further part is a level of its own: 2.3, below it 2.3.1. Marks may stand before the words: `1.1 5分 建专班`.
    *(
        _family(
            f"dotted{parts}",
            parts + 1,
            "0",
            rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{{parts - 1}}})"
            r"(?:(?!\s*[\d%分月年日号万亿个.])[、.]?(?=\s*[\p{Han}“《])"
            r"|(?=\s\d{1,3}分\s?(?![钟以之内]|制(?![定订作度约造]))[\p{Han}“《]))",
            example,
            behind=".",
        )
        for parts, example in ((2, "1.1总则"), (3, "2.3.1 制度"), (4, "2.3.1.4值班"))
    ),
    _family(
        "dashed",
        3,
        "0",
        r"(?P<n>\d{1,2}-\d{1,2})(?=\s*[\p{Han}“《])(?!\s*[年月日号分个名人次家项处件条户所座万亿元米公平辆天周批场篇岁级])",
        "1-2重点领域",
        behind="-",
    ),
    _family("ar_paren", 4, "(", r"\(\s*(?P<n>\d{1,2})\s*\)[、,.]?", "（1）", "(2)"),
    _family(
        "ar_dot",
        3,
        "0",
        r"(?P<n>\d{1,3})\s*[、.](?:(?!\d)|(?=\d{4}|\d{1,2}月|\d{1,2}-\d{1,2}周?岁|\d{2,3}分(?:以|及|\()|\d{3}(?![\d万亿元%])))|(?P<n>\d{1,3}),(?=\p{Han})"
        r"|(?P<n>\d{1,3})、(?=\d{2,3}(?:小时|人|名|个|家|支|%))",
        "1、",
        "2.",
        "1 .查看",
        "3,进驻",
        "1.12345热线",
        "2.2022年",
        "2.0-6岁儿童",
        "1.6月底前",
        "2.90分以上",
        "11.121人才项目",
        "3、24小时值班",
        behind="、., ",
    ),
    _family(
        "task",
        3,
        "任事实指措项问",
        rf"(?:任务|事项|实事|指标|措施|项目|问题)\s*(?P<n>{_CN}|\d{{1,3}})\s*[:、.](?=\s*\S)",
        "任务1：稳定增长",
        "实事二、改造道路",
        "问题1：账目不清",
    ),
    _family("cn_half", 2, _CHINESE, rf"(?P<n>{_CN})\)", "一)", "十二)"),
    _family("latin_roman", 3, "IVX", r"(?P<roman>[IVX]{1,5})[、.](?=\s*\p{Han})", "II.快报", "IV、"),
    _family(
        "class",
        3,
        "第",
        rf"第\s*(?P<n>{_CN})\s*(?:类|项|步|阶段|方面)?\s*[、:](?=\s*\p{{Han}})",
        "第一类、经济",
        "第一阶段：动员",
    ),
    # Without a delimiter it counts what has marks right behind its name.
    _family(
        "item",
        3,
        "第",
        rf"第\s*(?P<n>{_CN})\s*[项款](?=\s*\p{{Han}}{{2,16}}\(?\d{{1,3}}(?:\.\d)?分)",
        "第一项完善体系10分",
        "第二款制度（5分）",
    ),
    _family("latin", 4, "ABCDEFGH", r"(?P<alpha>[A-H])[、.](?=\s*[\p{Han}“《])", "A、班子团结", "B.按时"),
    _family("small_latin", 5, "abcdefgh", r"(?P<alpha>[a-h])[、.](?=\s*[\p{Han}“《])", "a、班子团结", "b.按时"),
    # A number that lost its delimiter is one where the line ends with the name's amount.
    _family(
        "cn_dun",
        1,
        _CHINESE,
        rf"(?P<n>{_CN})(?![级类等次般个项批期流线方])(?=[^\s、,.。;:()扣]{{2,20}}(?:\(\d{{1,3}}分?\)?|(?<![减加得记计])\d{{1,3}}分)[。:]?$)",
        "二基础建设(24)",
    ),
    _family(
        "ar_dot",
        3,
        "0",
        r"(?P<n>\d{1,2})(?=\p{Han}[^。;:()]{1,40}[。]?\(\d{1,3}分(?:,[^()]{1,20})?\)?[。:]?$)",
        "4统计法治(5分)",
        behind="汉",
    ),
    _family("ar_half", 4, "0", r"(?P<n>\d{1,2})\)", "1)", behind=")"),
    _family("ar_single", 3, _DOTTED, rf"(?P<n>[{_DOTTED}])[、.]?", "⒈按时"),
    _family("ar_paren", 4, _PARENTHESISED, rf"(?P<n>[{_PARENTHESISED}])[、.]?", "⑵内容"),
    _family("cn_paren", 2, _CN_PARENTHESISED, rf"(?P<n>[{_CN_PARENTHESISED}])[、.]?", "㈠组织"),
    _family("circled", 5, _CIRCLED, rf"(?P<n>[{_CIRCLED}])", "①", "⑳"),
    _family(
        "code_dotted",
        2,
        "ABCDEFX",
        r"(?P<letter>[A-FX])(?P<n>\d{1,2}\.\d{1,2})(?![\d.])[、.]?(?=\s*\p{Han})(?!\s*[万亿元级米吨年月日分个倍人项])",
        "A1.1责任落实",
        "B12.3、制度",
    ),
    _family(
        "code",
        1,
        "ABCDEFX",
        r"(?P<letter>[A-FX])(?P<n>\d{1,2})[、.]?(?=\s*\p{Han})",
        "A1组织领导",
        "C12制度",
        "C1、校园选址",
        "X11云平台",
    ),
    _family(
        "code",
        1,
        f"{_ROMAN}I",
        rf"(?P<letter>[{_ROMAN}]|I{{1,3}}|IV)\s?[-.]\s?(?P<n>\d{{1,3}})[、.]?(?=\s*\p{{Han}})(?!\s*[至到和与及级类型期])",
        "Ⅰ-1组织领导",
        "Ⅲ—12制度",
        "II-3、校园选址",
    ),
    _family("roman", 3, _ROMAN, rf"(?P<n>[{_ROMAN}])[、.\-]?", "Ⅰ、"),
    _family("small_roman", 4, _SMALL_ROMAN, rf"(?P<n>[{_SMALL_ROMAN}])[、.\-]?", "ⅱ.特色产业"),
)


def _keys(family: Family) -> list[str]:
    """Return how the lines begin that a family can number, as `_key` says it."""
    return [head + sign for head in family.heads for sign in (family.behind if head == "0" else ("",))]


#: Most lines begin with none of the heads, the others with those of few families.
_BY_HEAD: Final = {
    key: tuple(family for family in FAMILIES if key in _keys(family))
    for key in {key for family in FAMILIES for key in _keys(family)}
}
#: No number at a line's head has more digits, and the signs that may stand behind it.
_MOST_DIGITS: Final = 3
_BEHIND_DIGITS: Final = ".-)、,"


def _key(folded: str) -> str:
    """Return a line's head as the families give it: its first character, or `0` and what stands behind its number."""
    head = folded[:1]
    if not head.isdecimal():
        return head
    behind = folded[1 : _MOST_DIGITS + 1].lstrip("0123456789")[:1]
    return f"0{behind if behind in _BEHIND_DIGITS else ' ' if behind.isspace() else '汉'}"


_BARE: Final = regex.compile(rf"(?P<n>\d{{1,3}}(?:\.\d{{1,2}})*|{_CN})")
_BARE_FAMILY: Final = Family("number", 3, f"0{_CHINESE}", _BARE, ("1", "2.1", "三"))


class Marker(NamedTuple):
    """A marker as printed (`text`), and its last ordinal (3 of `2.3`), None where it has none."""

    family: str
    rank: int
    ordinal: int | None
    text: Text


#: The families that number sections, over rows and paragraphs of any other.
SECTIONS: Final = ("cn_dun", "chapter", "part")


def follows(before: Marker | None, marker: Marker | None) -> bool:
    """Whether a number is the next one behind another of its family."""
    if before is None or marker is None or before.ordinal is None or before.family != marker.family:
        return False
    return marker.ordinal == before.ordinal + 1


@lru_cache(maxsize=1024)  # the same few numbers stand everywhere
def _ordinal(printed: str) -> int | None:
    if printed == _SECOND:
        return 2
    if printed in _LATIN:
        return _LATIN.index(printed) + 1
    if printed.isascii() and printed.isalpha():
        return ord(printed.upper()) - ord("A") + 1
    single = next((signs for signs in _SINGLE if printed in signs), None)
    if single is not None:
        return single.index(printed) + 1
    if printed in _ROMAN:
        return _ROMAN.index(printed) + 1
    return whole(printed.replace("-", ".").rsplit(".", 1)[-1])


#: A sign before a number says of what kind the item is (`★3.`), as a legend tells.
SIGNS: Final = frozenset("★☆▲△◆※")


def split_marker(text: Text) -> tuple[Marker | None, Text]:
    """Cut a leading marker off a line; the rest has no white space at its head."""
    found = _leading(text.folded)
    if found is None:
        return None, text
    name, rank, ordinal, end = found
    return Marker(name, rank, ordinal, text[:end].strip()), text[end:].strip()


def is_marked(text: Text) -> bool:
    """Whether a marker begins a line."""
    return _leading(text.folded) is not None


def _leading(folded: str) -> tuple[str, int, int | None, int] | None:
    """Return the family, rank, ordinal and end of the marker that begins a line, behind a sign or not."""
    if folded[:1] in SIGNS and len(folded) > 1:
        found = _leading_bare(folded[1:])
        return (*found[:3], found[3] + 1) if found is not None else None
    return _leading_bare(folded)


def _leading_bare(folded: str) -> tuple[str, int, int | None, int] | None:
    return _at_head(folded) if _key(folded) in _BY_HEAD else None


@lru_cache(maxsize=1024)  # each line of an outline is asked some ten times
def _at_head(folded: str) -> tuple[str, int, int | None, int] | None:
    """Return the family, rank, ordinal and end of the marker at a line's head."""
    for family in _BY_HEAD[_key(folded)]:
        match = family.pattern.match(folded)
        if match is not None:
            # Each letter is a level of its own: A1, below it B1 and C1; so is Ⅰ of Ⅰ-1, over Ⅱ-1.
            named = match.groupdict()
            letter = named.get("letter") or ""
            printed = named.get("roman") or named.get("alpha") or match["n"]
            return family.name + letter, family.rank + _level(letter), _ordinal(printed), match.end()
    return None


def _level(letter: str) -> int:
    """Return how far below the first level a code's letter stands."""
    if letter in _ROMAN_LETTERS:
        return _ROMAN_LETTERS.index(letter)
    return _ROMAN.index(letter) if letter and letter in _ROMAN else ord(letter) - ord("A") if letter else 0


#: Romans of codes, in letters.
_ROMAN_LETTERS: Final = ("I", "II", "III", "IV")
_SPACED: Final = regex.compile(r"(?P<n>\d{1,2})(?=[\p{Han}“《])")


def spaced_number(text: Text) -> tuple[Marker, Text] | None:
    """Cut a number without a delimiter off the white space behind it (`2　考评指标`, over `2.1　组织收入`)."""
    match = _SPACED.match(text.folded)
    if match is None or text.offsets[match.end()] == text.offsets[match.end() - 1] + 1:
        return None
    return Marker("dotted1", 2, _ordinal(match["n"]), text[: match.end()]), text[match.end() :]


#: `一是加强巡查。`: counts clauses within a paragraph as a rule, and tasks only where nothing else counts them.
_COUNTED: Final = regex.compile(r"(?P<n>[一二三四五六七八九十]{1,2})(?:是|要)(?=\S)")
_COUNTED_FAMILY: Final = "counted"


def counted(text: Text) -> tuple[Marker, Text] | None:
    """Cut `一是` off the head of a paragraph."""
    match = _COUNTED.match(text.folded)
    if match is None:
        return None
    marker = Marker(_COUNTED_FAMILY, _BARE_FAMILY.rank, _ordinal(match["n"]), text[: match.end()])
    return marker, text[match.end() :]


def bare_number(text: Text) -> Marker | None:
    """Read a cell that holds nothing but a running number."""
    folded = text.folded.strip()
    head = folded[:1]
    match = _BARE.fullmatch(folded) if head.isdecimal() or head in _CHINESE else None
    if match is None:
        return None
    return Marker(_BARE_FAMILY.name, _BARE_FAMILY.rank, _ordinal(match["n"]), text.strip())


#: Codes count nothing: `A1` goes before `A2` and `B1`, and `1-2` before `2-1`.
_CODE: Final = regex.compile(r"(?:[A-Z]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧ])[-.]?\d{1,3}(?:[-.]\d{1,3})*|\d{1,2}(?:-\d{1,2})+")
_CODE_FAMILY: Final = "code"


def lone_code(text: Text) -> Marker | None:
    """Read a cell that holds nothing but an indicator's code (`A1`, `C12`, `1-2`)."""
    folded = text.folded.strip()
    whole = folded[-1:].isdecimal() and _CODE.fullmatch(folded) is not None
    return Marker(_CODE_FAMILY, _BARE_FAMILY.rank, None, text.strip()) if whole else None


def lone_letter(text: Text) -> Marker | None:
    """Read a cell that holds nothing but a letter, over the codes that it begins (`A` over `A1`)."""
    printed = text.folded.strip()
    whole = len(printed) == 1 and "A" <= printed <= "Z"
    return Marker("letter", _BARE_FAMILY.rank - 1, _ordinal(printed), text.strip()) if whole else None


def lone_marker(text: Text) -> Marker | None:
    """Read a cell that holds nothing but a running number, bare or with its signs (`（一）`, `1.`), or a code."""
    marker, rest = split_marker(text)
    return bare_number(text) or (marker if not rest.chars.strip() else lone_code(text))
