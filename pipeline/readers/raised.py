"""Figures that a format raises or lowers: exponents and notes' marks, which are no figures of the number before them.

`10` with a raised `4` is no 104, nor is one with a lowered `4`. Unicode has signs for such figures (block Superscripts
and Subscripts), so that the text says what a person sees. What is lowered behind a letter is part of a name (PM2.5).
"""

from typing import Final

import regex

#: All of what is raised, where it would read as more figures of a number; `[1]` and words join with none.
_FIGURES: Final = regex.compile(r"[+\-−－＋]?[0-9０-９](?:[,，、.]?[0-9０-９])*+")
_SIGNS: Final = str.maketrans("0123456789０１２３４５６７８９+＋-−－", "⁰¹²³⁴⁵⁶⁷⁸⁹" * 2 + "⁺⁺⁻⁻⁻")
_LOW_SIGNS: Final = str.maketrans("0123456789０１２３４５６７８９+＋-−－", "₀₁₂₃₄₅₆₇₈₉" * 2 + "₊₊₋₋₋")


def joins_with_numbers(words: str) -> bool:
    """Whether all that is raised or lowered would read as more figures of what it stands behind."""
    return _FIGURES.fullmatch(words.strip()) is not None


def raised(words: str) -> str:
    """Return words with the signs that are raised by themselves."""
    return words.translate(_SIGNS)


def lowered(words: str) -> str:
    """Return words with the signs that are lowered by themselves."""
    return words.translate(_LOW_SIGNS)
