"""Marks that fall or rise from case to case in one sentence: `95%以上5分，90%以上3分，90%以下不得分`."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final

import regex

from extractors.text import Text
from extractors.verbs import VERBS
from normalizers.values import Effect

_PART: Final = regex.compile(r"[^,;:、。]+")
#: A case and its marks, with or without a verb, or with none at all.
_STEP: Final = regex.compile(
    r"(?P<case>(?:记[录载]|计[划量]|[登书]记|统计|加强|得[当力]|[^扣加减得计记赋]){1,24}?)的?(?:(?:(?P<verb>[扣加减得计记赋])\s*)?(?P<band>\d{1,2}(?:\.\d{1,2})?分?[-~至])?(?P<n>\d{1,2}(?:\.\d{1,2})?)分|(?P<none>不[得计给扣加]分))"
)
#: One of several cases by its figures or its grade: no more than one of them is there.
_CASE: Final = regex.compile(
    r"\d(?:%|\p{Han})?(?:\(含\))?(?:及?以[上下内]|[-~至到])|[-~至到]\d+(?:%|\p{Han})?$|[<>≥≤]"
    r"|^(?:优秀?|良好?|中等?|较?差|一般|合格|[其剩][他它余])"
    r"|^(?:仅|只|低于|高于|不足|不到|超过|\d+(?:%|\p{Han})$|第[一二三四五六七八九十\d]+(?:[名位次等类档]|梯队))"
)
#: One of several by its words alone, which may as well name the next task: `不发生火灾4分`, `按时报送3分`.
_WORDED: Final = regex.compile(
    r"^(?P<how>基本|部分|大部分|少数|较|逾期|迟|延期|超期|按[时期]|提前|及时)"
    r"|^\p{Han}{0,6}(?P<how>[未没](?!来|成年)|不(?!断))"
)
_FEWEST: Final = 3
#: What a year's score may come to is no mark of an item, nor are the bands of it: `优秀85分，良好75分`.
_MOST: Final = 50
_MOST_OF_BAND: Final = 30


def ladder(sentence: Text) -> Effect | None:
    """Return what the steps of a sentence do that has three or more of them in a row; None where it has not.

    All but the first are cases by their words, and the marks only fall or only rise. Two are enough where the first is
    a case too, and the other gets nothing: `90%以上5分，90%以下不得分`.
    """
    if sentence.folded.count("分") < _FEWEST - 1:
        return None
    return next(filter(None, map(_way, _runs(sentence))), None)


def _runs(sentence: Text) -> Iterator[list[regex.Match[str]]]:
    found = [_STEP.fullmatch(part[0].strip()) for part in sentence.finditer(_PART)]
    for stepped, run in groupby(found, key=bool):
        if stepped:
            yield [step for step in run if step is not None]


def _way(run: list["regex.Match[str]"]) -> Effect | None:
    marks = [Decimal(step["n"] or 0) for step in run]
    falls = all(a > b for a, b in pairwise(marks))
    rises = all(a < b for a, b in pairwise(marks)) and marks[0] > 0
    cases = [_is_case(i, run) for i in range(len(run))]
    enough = len(run) >= _FEWEST or (len(run) == _FEWEST - 1 and cases[0] and not marks[-1])
    if not enough or not all(cases[1:]) or not (falls or rises) or any(map(_is_score, run)):
        return None
    verbs = {VERBS[step["verb"]] for step in run if step["verb"]}
    return None if len(verbs) > 1 else next(iter(verbs), "award")


def _is_case(i: int, run: list["regex.Match[str]"]) -> bool:
    """Say whether a step is a case of what the others are: by its kind, or in words beside one that gets nothing.

    Other words have to be of what another step speaks of: `基本健全` beside `制度健全`.
    """
    case = run[i]["case"]
    if _CASE.search(case):
        return True
    worded = _WORDED.search(case)
    if worded is None or not Decimal(run[-1]["n"] or 0):
        return worded is not None
    own = set(case) - set(worded["how"])
    return any(not own.isdisjoint(step["case"]) for j, step in enumerate(run) if j != i)


def _is_score(step: "regex.Match[str]") -> bool:
    return not step["verb"] and Decimal(step["n"] or 0) > (_MOST_OF_BAND if step["band"] else _MOST)
