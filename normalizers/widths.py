"""Character folding that never changes a text's length, so that offsets survive it."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from opencc import OpenCC

# CJK radicals that PDF fonts put for ideographs. Unicode's own decomposition does not cover
# U+2E80..U+2EFF, and NFKC would fold the author's punctuation too, so the pairs are listed.
_RADICALS: Final = dict(
    zip(
        "⼀⼆⼈⼉⼊⼋⼏⼑⼒⼗⼚⼜⼝⼟⼠⼤⼥⼦⼨⼩⼫⼭⼯⼰⼲⼴⼸⼼⼽⼿⽀⽂⽃⽅⽆⽇⽉⽊⽋⽌⽐⽑⽒⽓⽔⽕⽗⽚⽛⽜⽟⽣⽤⽥⽩⽪⽬⽯⽰⽴⽵⽶⽹⽺⽼⽽⾃⾄⾆⾊⾍⾎⾏⾐⾔⾛⾜⾝⾞⾦⾨⾯⾰⾳⾷⾸⾹⾼⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰⺟⺠⼾⼼",
        "一二人儿入八几刀力十厂又口土士大女子寸小尸山工己干广弓心戈手支文斗方无日月木欠止比毛氏气水火父片牙牛玉生用田白皮目石示立竹米网羊老而自至舌色虫血行衣言走足身车金门面革音食首香高车长门青页风飞食马鱼鸟黄齐齿龙母民户心",
        strict=True,
    )
)
_FULL_WIDTH: Final = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
_SYNONYMS: Final = {
    "　": " ",
    "\u00a0": " ",
    "〔": "[",
    "〕": "]",
    "︵": "(",
    "︶": ")",
    "︹": "[",
    "︺": "]",
    "︻": "[",
    "︼": "]",
    "【": "[",
    "】": "]",
    "。": "。",
    "—": "-",
    "–": "-",
    "－": "-",
    "‐": "-",
    "─": "-",
    "～": "~",
    "〜": "~",
    "∶": ":",
    "﹪": "%",
    "﹒": ".",
    "﹐": ",",
    "﹑": "、",
    "﹔": ";",
    "﹕": ":",
    "○": "〇",
    "Ｏ": "〇",
}
_RADICAL_TABLE: Final = str.maketrans(_RADICALS)


class _MatchTable(dict[int, str]):
    """What each character is folded to; an ideograph is asked for once, in its simplified form."""

    def __missing__(self, code: int) -> str:
        self[code] = _simplified(chr(code))
        return self[code]


_MATCH_TABLE: Final = _MatchTable(str.maketrans({**_FULL_WIDTH, **_RADICALS, **_SYNONYMS}))


def _simplified(char: str) -> str:
    """Return the simplified form of a traditional character, any other as it is."""
    if not "\u3400" <= char <= "\u9fff":
        return char
    found = _converter().convert(char)
    return found if len(found) == 1 else char


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC  # 0.02 s, which no command without a text needs

    return OpenCC("t2s")


@lru_cache(maxsize=8192)  # every extractor folds the same cells and lines again
def fold_radicals(text: str) -> str:
    """Replace CJK radicals by the ideographs they stand for; same length, nothing else touched."""
    return text.translate(_RADICAL_TABLE)


def count_radicals(text: str) -> int:
    """Count the CJK radicals that stand for ideographs."""
    return 0 if _RADICALS.keys().isdisjoint(text) else sum(char in _RADICALS for char in text)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Fold widths, dashes, bracket shapes and traditional characters for matching; the length stays.

    >>> fold("責任（３％）")
    '责任(3%)'
    """
    return text.translate(_MATCH_TABLE)


def is_wide(char: str) -> bool:
    """Whether a space beside `char` is layout: ideographs and full-width punctuation set their own space."""
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\uff00" <= char <= "\uffef"
        or (char in "“”‘’…·—")
    )


_WIDE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…·—]+")


def count_wide(text: str) -> int:
    """Count the characters beside which a space is layout."""
    return sum(map(len, _WIDE.findall(text)))
