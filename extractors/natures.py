"""Words that say what marks are for the sum: given besides, taken off, or deciding alone."""

from typing import Final

import regex

from normalizers.values import Nature

_NATURES: Final[tuple[tuple[Nature, "regex.Pattern[str]"], ...]] = (
    (
        "veto",
        regex.compile(
            r"^(?:.{0,6})(?:(?:一票否决|否决)(?:项目?|指标|事项|内容|情形|情况|条款|因素)?|(?:直接|一律)(?:判定?|评定?|认定|定|列)为?不(?:合格|达标)的?(?:项目?|指标|事项|情形|情况))$"
        ),
    ),
    (
        "bonus",
        regex.compile(
            r"^(?!.{0,8}加分?[、和及与]?[减扣]分)(?:.{0,6})(?:加分|附加分|奖分|奖励(?:积?分)?|加分奖励)(?:项目?|指标|事项|因素|内容|规则|标准|情形|细则)?(?:\(.*\))?$"
        ),
    ),
    (
        "deduction",
        regex.compile(
            r"^(?!.{0,8}[加增]分?[、和及与]?[减扣]分)(?:.{0,6})(?:扣分|倒扣分?|减分|惩戒扣分|(?:惩戒|惩罚|扣减)积分)(?:项目?|指标|事项|因素|内容|规则|情形|细则)?(?:\(.*\))?$"
        ),
    ),
)
#: What a name says of itself in a bracket at its end (`科技创新（加分项）`), or before a colon (`加分项：科技创新`).
_SAID: Final = regex.compile(
    r"\((?P<n>加分|附加|附加分|扣分|减分|倒扣分?|一票否决|否决)(?:项目?|指标|事项)?\)$|^(?P<n>加分|附加分|扣分|减分|一票否决)(?:项目?|指标|事项)?:"
)
#: Words that are a kind's and nothing else, in a cell that may hold other words as well.
_WORD: Final = regex.compile(
    r"(?:奖励|特色|争先|创新)?(?P<n>加分|附加分?|奖分|扣分|减分|倒扣分?|一票否决|否决)(?:项目?|指标|事项|情形|内容|因素)?(?:\(.{1,8}\))?"
)
#: What the title of a list says of all that is in it (`加分项目清单`, `扣分细则`), where it names no other kind.
_LISTED: Final = regex.compile(
    r"(?<![加增奖扣减])(?P<n>加分|奖分|扣分|减分|一票否决)(?:项目?|指标|事项|因素|情形)?(?:考核|评分|计分|评定|认定)?(?:细则|标准|办法|清单|目录|(?:一览|明细|评分|计分|考核)?表)(?:\(.{1,12}\))?$"
)
#: A name of rewards says nothing of marks itself: money may be meant (`考核等次及奖励`).
_REWARD: Final = regex.compile(r"^.{0,8}(?<!加分)奖励(?:事项|内容|标准|规则|情形|细则)?(?:\([^()]*\))?$")
#: A sentence over a list of cases (`有下列情形之一的，予以加分：`), and what it does in each.
_CASES: Final = regex.compile(r"^(?!除|不).{0,16}?(?:下列|(?<![\d分%人个名位级])以下)")
_DONE: Final[tuple[tuple[Nature, "regex.Pattern[str]"], ...]] = (
    ("veto", regex.compile(r"一票否决|取消[^;。]{0,12}资格|(?:[定评列]|结果|等次)为.?不(?:合格|达标|称职)")),
    ("bonus", regex.compile(r"(?<!不|不予|不得|不再|不能)加[减扣]?分")),
    ("deduction", regex.compile(r"(?<!不|不予|不得|不再|不能)(?:[扣减]|加[减扣])分")),
)
_KINDS: Final[dict[str, Nature]] = {
    "加分": "bonus", "附加": "bonus", "附加分": "bonus", "奖分": "bonus", "扣分": "deduction", "减分": "deduction",
    "倒扣": "deduction", "倒扣分": "deduction", "一票否决": "veto", "否决": "veto",
}  # fmt: skip
#: One of these stands in each text that names a nature, and in each sentence over cases one of more.
_NATURAL: Final = frozenset("否加奖扣减惩")
_OF_CASES: Final = _NATURAL | frozenset("不资")


def nature_of(title: str) -> Nature | None:
    """Return what a heading (folded) says of all below it: that it is added, taken off, or decides alone."""
    if _NATURAL.isdisjoint(title) and "为不" not in title and "定不" not in title:
        return None
    return next((nature for nature, pattern in _NATURES if pattern.match(title)), None)


def is_reward(title: str) -> bool:
    """Whether a heading (folded) names rewards, which are a bonus only where they are given in marks."""
    return "奖励" in title and _REWARD.search(title) is not None


def nature_of_cases(sentence: str) -> Nature | None:
    """Return what a sentence (folded) over a list of cases says of each of them; None where it says two things."""
    if _OF_CASES.isdisjoint(sentence):
        return None
    if _CASES.match(sentence) is None:
        return None
    found = [nature for nature, pattern in _DONE if pattern.search(sentence)]
    return found[0] if len(found) == 1 else None


def nature_of_list(title: str) -> Nature | None:
    """Return what the title (folded) of a table or notice says of all that is in it; None where it names two kinds."""
    if _NATURAL.isdisjoint(title):
        return None
    match = _LISTED.search(title)
    kinds = {kind for word, kind in _KINDS.items() if word in title}
    return _KINDS[match["n"]] if match is not None and len(kinds) == 1 else nature_of(title)


def nature_named(words: str) -> Nature | None:
    """Return the kind that words (folded) name and say nothing else (`加分项`, not `不得加分`)."""
    match = _WORD.fullmatch(words.strip())
    return _KINDS[match["n"]] if match is not None else None


def said_of_itself(text: str) -> Nature | None:
    """Return what a name (folded) says of its kind in a bracket or before a colon."""
    match = _SAID.search(text) if not _NATURAL.isdisjoint(text) or "附" in text else None
    return _KINDS[match["n"]] if match is not None else None


#: What a legend says of a sign before numbers: `★为否决项，▲为加分项`, `标“★”的指标为一票否决指标`.
_LEGEND: Final = regex.compile(
    r"(?P<sign>[★☆▲△◆※])[”\"]?(?:号|的|项目?|指标|条款|标[记识注]|内容){0,3}(?:均?为|是|表示|代表|属于?)"
    r"(?P<n>加分|附加|扣分|减分|一票否决|否决)"
)


def natures_of_signs(text: str) -> dict[str, Nature]:
    """Return what each sign stands for that a legend in a notice's text explains; nothing where it says two things."""
    said = [(match["sign"], _KINDS[match["n"]]) for match in _LEGEND.finditer(text)]
    return {sign: nature for sign, nature in said if len({other for one, other in said if one == sign}) == 1}
