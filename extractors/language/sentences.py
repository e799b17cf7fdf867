"""Who a sentence puts in charge: a blank spaCy pipeline with jieba's words finds bodies and matches what they do."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from extractors.language.bodies import KINDS, bodies
from extractors.language.words import tagged
from extractors.text import Text
from normalizers.values import Role

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

#: The label of a list of bodies, one token of it once the pipeline has run.
_LIST: Final = "BODIES"
_BETWEEN: Final = frozenset("、 和 及 与 以及 ， , 或".split())
_MANNER: Final = (
    "要 应 应当 需 须 负责 具体 共同 分别 分头 统一 主要 积极 全力 依法 各自 按 按照 依 依照 根据 职责 分工 职责分工 做好 予以 "
    "认真 切实"
).split()
#: Behind these a list is in charge whatever its verb's object is; with or to a list behind those something is done.
_BY: Final = frozenset("由 请 责成 明确 确定 指定".split())
_TO: Final = frozenset("对 与 向 被 为 经 将 同 按 据 在 从 和 跟".split())
_LEADS: Final = "牵头 主办 牵头组织 牵头负责".split()
_SUPPORTS: Final = "配合 协助 协同 参与 参加 协办".split()
_DOES: Final = "负责 分工负责 承担 承办 抓好 组织实施 落实 抓 具体落实".split()
#: Behind the verb these say that somebody is only spoken of: 负责的项目, 牵头作用, 负责人, 负责解释.
_ONLY_SPOKEN: Final = frozenset(
    "的 作用 人 人员 制 单位 部门 解释 考核 打分 评分 汇总 同志 与否 情况 职责 责任 领导 下 机制 监督 提供".split()
)
#: So many words behind the verb its object's attribute may end.
_NEAR: Final = 4

Token = dict[str, Any]
_BODIES: Final[Token] = {"ENT_TYPE": _LIST}
_IN_A_MANNER: Final[Token] = {"TEXT": {"IN": _MANNER}, "OP": "*"}


def _one_of(words: list[str]) -> Token:
    return {"TEXT": {"IN": words}}


#: What is told of a list of bodies, and the role that this gives it; of two at one place the upper row decides.
_ROWS: Final[dict[str, tuple[Role, tuple[Token, ...]]]] = {
    "leads": ("lead", (_BODIES, _IN_A_MANNER, _one_of(_LEADS))),
    "supports": ("support", (_BODIES, _IN_A_MANNER, _one_of(_SUPPORTS))),
    "does": ("responsible", (_BODIES, _IN_A_MANNER, _one_of(_DOES))),
    "together": ("responsible", (_BODIES, _one_of(["会同"]), _BODIES, _IN_A_MANNER, _one_of(_DOES))),
    "beside": ("responsible", (_one_of(["会同"]), _BODIES)),
}
#: These count only where somebody leads or is responsible before.
_NOT_ALONE: Final = ("supports", "beside")


def actors(text: Text) -> list[tuple[Text, Role]]:
    """Return the lists of bodies that a running text puts in charge, each with its role, in order."""
    found: list[tuple[Text, Role]] = []
    for span, role in _in_charge(_pipeline()(text.folded)):
        found.append((text[span.start_char : span.end_char], role))
    return found


def _in_charge(doc: "Doc") -> Iterator[tuple["Span", Role]]:
    """Yield the matched lists, each with its role."""
    led, seen = False, set[int]()
    for row, start, end in _told(doc):
        before = doc[start - 1].text if start else ""
        if before in _TO or (row in _NOT_ALONE and not led) or _only_spoken_of(doc, end, before):
            continue
        if before not in _BY and _only_acts(doc, start, end):
            continue
        led = True
        at = next(token.i for token in doc[start:end] if token.ent_type_ == _LIST)
        if at not in seen:  # 会同B负责 tells of B twice
            seen.add(at)
            yield doc[at : at + 1], _ROWS[row][0]


def _only_acts(doc: "Doc", start: int, end: int) -> bool:
    """Whether a list carries out something of its own (`各乡镇落实保洁经费`) and not the task by its duty."""
    by_duty = any("职责" in token.text or "分工" in token.text for token in doc[start : end - 1])
    return doc[end - 1].text == "落实" and not by_duty and end < len(doc) and not doc[end].is_punct


def _only_spoken_of(doc: "Doc", at: int, before: str) -> bool:
    """Whether what follows the verb says whose a thing is (A负责的项目), and puts nobody in charge."""
    if at < len(doc) and doc[at].text in _ONLY_SPOKEN:
        return True
    ahead = list(doc[at : at + _NEAR])
    sign = next((i for i, token in enumerate(ahead) if token.is_punct), len(ahead))
    # Who interprets a rule carries out nothing else by it: 由县考核办负责执行和解释.
    interprets = sign > 0 and ahead[sign - 1].text == "解释"
    return interprets or (before not in _BY and any(token.text in ("的", "作用") for token in ahead[:sign]))


def _told(doc: "Doc") -> Iterator[tuple[str, int, int]]:
    """Yield what is told of each list: the row that matches at a place, the upper of two, and where the match ends."""
    order = list(_ROWS)
    best: dict[int, tuple[int, int]] = {}
    for key, start, end in _matcher()(doc):
        best[start] = min(best.get(start, (len(order), end)), (order.index(doc.vocab.strings[key]), end))
    yield from ((order[row], start, end) for start, (row, end) in sorted(best.items()))


@cache
def _pipeline() -> "Language":
    import spacy
    from spacy.language import Language

    Language.component("zhibiao_bodies", func=_mark_lists)
    made = spacy.blank("zh")
    made.tokenizer = _Words(made.vocab)
    made.add_pipe("zhibiao_bodies")
    return made


@cache
def _matcher() -> "Matcher":
    from spacy.matcher import Matcher

    made = Matcher(_pipeline().vocab)
    for row, (_, pattern) in _ROWS.items():
        made.add(row, [list(pattern)])
    return made


class _Words:
    """A tokenizer for spaCy: jieba's words with their parts of speech; the text's characters are kept as they are."""

    def __init__(self, vocab: "Vocab") -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> "Doc":
        from spacy.tokens import Doc

        words = tagged(text)
        spaces = [False] * len(words)
        return Doc(self._vocab, [word for word, _ in words], spaces, tags=[kind for _, kind in words])


def _mark_lists(doc: "Doc") -> "Doc":
    """Make one token of each list of bodies: names that 、 or 和 divides, with `等部门` behind them."""
    words = [(token.text, token.tag_) for token in doc]
    names = [(body.start, body.end) for body in bodies(words)]
    with doc.retokenize() as retokenizer:
        for start, end in _lists(words, names):
            retokenizer.merge(doc[start:end], attrs={"ENT_TYPE": _LIST})
    return doc


def _lists(words: list[tuple[str, str]], names: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where lists stand: names with one word of `_BETWEEN` between them, and `等部门` behind the last."""
    begins, ends = -1, -1
    for start, end in names:
        if start == ends + 1 and words[ends][0] in _BETWEEN:
            ends = end
        elif start >= ends:
            if begins >= 0:
                yield begins, ends
            begins, ends = start, end
        ends = _with_others(words, ends)
    if begins >= 0:
        yield begins, ends


def _with_others(words: list[tuple[str, str]], end: int) -> int:
    """Take in 等, 等部门, 等有关单位 behind a list."""
    if end >= len(words) or words[end][0] != "等":
        return end
    end += 1
    end += end < len(words) and words[end][0] in ("有关", "相关")
    return end + (end < len(words) and words[end][0] in KINDS)
