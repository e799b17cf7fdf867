"""The damages of the genre, each by rule: what happens to words, names, lines and rows."""

import re

from tests.damage.layouts import Wanted
from tests.damage.score import in_old_characters

_HALF = str.maketrans("，。：；（）！？％", ",.:;()!?%")


def _lost_bracket(words: str) -> str:
    """Every second closing bracket behind an amount is lost."""
    return re.sub(r"(（\d[\d.]*[分%])）", lambda m: m[1] if len(words) % 2 else m[0], words)


def _lost_unit(words: str) -> str:
    """Every second amount in brackets has lost its 分."""
    return re.sub(r"（(\d[\d.]*)分）", lambda m: f"（{m[1]}）" if len(words) % 2 else m[0], words)


def _half_width(words: str) -> str:
    return re.sub(r"(?<=\D),|(?<=\D)\.$", lambda m: m[0], words.translate(_HALF))


def _spaced(words: str) -> str:
    """A name's characters spaced out."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", words)


DAMAGES: dict[str, Wanted] = {
    "none": Wanted(),
    "lost brackets": Wanted(words=_lost_bracket),
    "lost 分": Wanted(words=_lost_unit),
    "half width": Wanted(words=_half_width),
    "spaced": Wanted(names=_spaced),
    "traditional": Wanted(words=in_old_characters),
    "headers repeat": Wanted(repeat=4),
    "merged absent": Wanted(absent=True),
    "wrapped": Wanted(wrap=24),
    "page numbers": Wanted(page_numbers=True),
}
#: Where a damage cannot stand: rows on one line are not wrapped, an outline has no header and no merged cell.
_ONE_LINE = ("spans", "tabs", "pipes", "commas", "boxes")
NOT_IN: dict[str, tuple[str, ...]] = {
    "wrapped": (*_ONE_LINE, "run"),
    "page numbers": _ONE_LINE,
    "headers repeat": ("outline",),
    "merged absent": ("boxes", "blank", "lines", "run", "outline", "commas"),
}
