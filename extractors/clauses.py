"""Sentences and clauses of a running text."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import trailing_amount
from extractors.markers import split_marker
from extractors.text import Text
from extractors.verbs import THINGS

#: Stops end a sentence; commas and semicolons end a clause. Brackets hide their commas from clauses.
_SENTENCE: Final = regex.compile(r"(?:[^。!?\n]++|(?<=\d)。(?=\d+分))++[。!?\n]?")
_STOP: Final = regex.compile(r"[。!?\n]")
_CLAUSE: Final = regex.compile(r"[^,;:]+")
#: But shares of the marks by grades are one clause: `优秀100%，良好80%计分`.
GRADES: Final = r"(?:优秀?|良好?|一般|较?差|较好|好|基本合格|合格|[不未]?达标|[ABCD](?:级|等|档)?)"
RATED: Final = rf"(?:{GRADES}|不合格|(?:基本|不)?称职|(?:非常|比较|基本|较|不)?满意)"
#: Between a grade and its share.
BETWEEN: Final = r"(?:等次|等级|等|档)?[:为按得]? ?"
_WITH_SHARES: Final = regex.compile(
    rf"(?:[^,;:]++|(?<={RATED}{BETWEEN}\d{{1,3}}(?:\.\d)?%),(?={RATED}{BETWEEN}\d{{1,3}}(?:\.\d)?%))+"
)
#: A numbered clause ends where the next number stands behind a stop, its marks or on a new line.
_NEXT_NUMBER: Final = regex.compile(r"(?<=[;。\n)]\s?|\d分[,、]?\s?)(?=\(?\d{1,2}[.、)](?!\d)|[①-⑳])")
#: `成立领导小组，5分；`: marks that end a clause without a bracket and without a verb that gives or takes them.
_BARE: Final = regex.compile(
    rf"(?:[,、:\s]{{1,2}}|(?<={THINGS})|(?<![扣加得计减各再每记奖罚占为满低高达到至在于给按打评共过第超近前后约有值和的绩级果次时\d.]))"
    r"(?P<amount>\d{1,3}(?:\.\d)?分)(?=[;。,、\s]{0,3}$)"
)
#: The same inside a text, with or without a bracket.
_MARKS: Final = regex.compile(_BARE.pattern.partition("(?=")[0].replace("[,、:", "[(,、:") + r"(?=[;。,、)\s]|$)")
_RULED: Final = regex.compile(r"扣|每|不得|否则|[未没]\S{1,12}的|\d\s*分(?!钟)")
#: One of several cases, of which no more than one is there.
_CASE: Final = regex.compile(
    r"\d(?:%|\p{Han})?(?:及?以[上下内]|[-~])|[优良差]|合格|达标|[一二三四五]等|第[一二三四]|[国省市县乡]家?级|全部|部分|[未没]|其[他它余]"
)
SENTENCE_STOPS: Final = "。!?！？"


def sentences(text: Text) -> list[Text]:
    """Cut at 。！？ and paragraph ends; each sentence keeps its stop."""
    folded = text.folded
    if len(folded) > 1 and _STOP.search(folded, 0, len(folded) - 1) is None:  # one sentence, as most texts are
        return [text] if folded.strip() else []
    return [text[m.start() : m.end()] for m in text.finditer(_SENTENCE) if m[0].strip()]


def clauses(sentence: Text) -> Iterator[Text]:
    """Cut a sentence at commas and semicolons; each clause without them and without stops."""
    for match in sentence.finditer(_WITH_SHARES if "%," in sentence.folded else _CLAUSE):
        clause = sentence[match.start() : match.end()].strip().rstrip("。！？!? \n")
        if clause.chars:
            yield clause


Priced = tuple[Text, Text | None]


def priced_clauses(text: Text, *, bare: bool = False, whole: Decimal | None = None) -> list[Priced]:
    """Cut `1.…（15分）；2.…（20分）` into its clauses; [] where one is not numbered or does not end in full marks.

    Where these may stand `bare` (`1.…，5分；2.…，5分`) each clause has them beside it; [] where they do not add up to
    the `whole`, or may be those of several cases of one thing.
    """
    parts = _counted(text)
    numbered = [split_marker(part) for part in parts]
    if not parts:
        return []
    if all(trailing_amount(rest, in_table=True)[0] is not None for _, rest in numbered):
        return [(part, None) for part in parts]
    ends = [bare_amount(rest) for _, rest in numbered] if bare else []
    marks = [amount for amount in ends if amount is not None]
    if len(marks) < len(parts) or not _add_up([marks_of(amount) for amount in marks], parts, whole):
        return []
    return list(zip(parts, marks, strict=True))


#: A clause's name with its full marks right behind it, and what it says more.
_NAMED: Final = regex.compile(r"[^。;:,()\n]{2,30}\((?P<amount>\d{1,3}(?:\.\d)?分)\)(?:[。;:]|(?![,、]))\s?")


def named_clauses(text: Text, whole: Decimal | None) -> list[tuple[Text, Text]]:
    """Cut `1.…（15分）。…2.…（20分）。…` into names with full marks and what each says behind; [] where one has none.

    Marks that do not add up to the `whole`, where it is known, are none of its parts.
    """
    parts = _counted(text) if "分)" in text.folded else []
    found = [_NAMED.match(split_marker(part)[1].folded) for part in parts]
    values = [Decimal(match["amount"][:-1]) for match in found if match is not None]
    if not parts or len(values) < len(parts) or (whole is not None and sum(values) != whole):
        return []
    starts = [len(part) - len(split_marker(part)[1]) for part in parts]
    return [
        (part[: start + match.end()].strip(), part[start + match.end() :])
        for part, start, match in zip(parts, starts, found, strict=True)
        if match is not None
    ]


def _counted(text: Text) -> list[Text]:
    """Cut a text at its numbers, which count from 1 in one way; [] where it has not two."""
    cuts = [0, *(m.start() for m in text.finditer(_NEXT_NUMBER)), len(text)]
    parts = [part for a, b in pairwise(cuts) if (part := text[a:b].strip()).chars]
    markers = [split_marker(part)[0] for part in parts]
    families = {marker.family if marker is not None else None for marker in markers}
    counted = [marker.ordinal for marker in markers if marker is not None] == list(range(1, len(parts) + 1))
    return parts if len(parts) >= _FEWEST and len(families) == 1 and counted else []


_FEWEST: Final = 2


def bare_amount(clause: Text) -> Text | None:
    """Return the marks that end a clause which is no rule, without a bracket."""
    match = _BARE.search(clause.folded)
    named = match is not None and match.start() > 0 and _RULED.search(clause.folded[: match.start()]) is None
    return clause.group(match, "amount") if match is not None and named else None


_MARKS_ALONE: Final = regex.compile(r"^(?:.*[(:])?\s*\d{1,3}(?:\.\d)?分\)?$")


def ends_in_marks(clause: Text) -> bool:
    """Whether a clause says what it is worth (`台账完整3分`, `台账完整（3分）`), or is nothing but that."""
    folded = clause.folded
    if not folded.endswith(("分", "分)")):
        return False
    return bare_amount(clause) is not None or _MARKS_ALONE.search(folded) is not None


def clause_marks(text: Text) -> list[Text]:
    """Return the marks that end clauses (`有机构5分；有人员（3分）`), and that no verb gives or takes."""
    found = (text.group(match, "amount") for match in text.finditer(_MARKS))
    return [amount for amount in found if amount is not None]


def marks_of(amount: Text) -> Decimal:
    """Return what `5分` is."""
    return Decimal(amount.folded[:-1])


def _add_up(values: list[Decimal], parts: list[Text], whole: Decimal | None) -> bool:
    """Whether the marks of clauses are parts of one whole, and not those of one case each."""
    if whole is not None:
        return sum(values) == whole
    cases = all(_CASE.search(part.folded) is not None for part in parts)
    return min(values) > 0 and not (cases and all(a > b for a, b in pairwise(values)))
