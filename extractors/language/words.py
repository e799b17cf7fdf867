"""jieba's words with the bodies of the agency table among them, and what part of speech each word is."""

from functools import cache
from typing import TYPE_CHECKING, Final

from normalizers.agencies import names_with_place, standing_names

if TYPE_CHECKING:
    import jieba
    from jieba.posseg import POSTokenizer

#: jieba's tag for the name of a body.
BODY: Final = "nt"
#: What begins the names of all bodies of one level: 县直行政执法部门, 县属国有企业, 驻县单位.
DIRECT: Final = frozenset(word for level in "省市县区州旗" for word in (f"{level}直", f"{level}属", f"驻{level}"))
#: Names of places that hide a verb of the trade: 会同县财政局 is nearly always 会同 and 县财政局.
_SHADOWS: Final = ("会同县",)


@cache
def cutter() -> "jieba.Tokenizer":
    """Return jieba with the bodies of the agency table as words; built once, and no file of it left anywhere."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    made = jieba.Tokenizer()
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True
    for name in standing_names():
        made.add_word(name, tag=BODY)
    for word in DIRECT:
        made.add_word(word, tag="b")
    for word in _SHADOWS:
        made.del_word(word)
    return made


@cache
def _tagger() -> "POSTokenizer":
    from jieba.posseg import POSTokenizer

    return POSTokenizer(cutter())  # type: ignore[call-arg]  # the stubs lack it


def words_of(text: str) -> list[str]:
    """Cut a text into words."""
    return [str(word) for word in cutter().cut(text, HMM=False)]


def tagged(text: str) -> list[tuple[str, str]]:
    """Cut a text into words with their parts of speech (of ICTCLAS: n noun, v verb, ns place, nt body, x sign …).

    A body with its place inside its name (人行临江支行) is one word, as jieba knows neither all places nor 支行.
    """
    found: list[tuple[str, str]] = []
    at = 0
    for match in names_with_place().finditer(text):
        found += [*_cut(text[at : match.start()]), (match[0], BODY)]
        at = match.end()
    return found + _cut(text[at:])


def _cut(text: str) -> list[tuple[str, str]]:
    return [(pair.word, pair.flag) for pair in _tagger().cut(text, HMM=False)] if text else []
