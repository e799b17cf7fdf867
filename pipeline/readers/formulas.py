"""Formulas on one line, as they would be typed: what a file sets above, below, under a root or as an exponent.

After Unicode Technical Note 28 (the linear format that Word shows a formula in): brackets stand where the line would
else be read another way, as `甲/(乙+丙)`; what is raised or lowered has signs of its own where those are figures.
"""

from collections.abc import Callable, Sequence
from typing import Final

from pipeline.readers.raised import joins_with_numbers, lowered, raised

_SUMS: Final = "+-−－＋=＝"
_OPERATORS: Final = _SUMS + "×*·÷/⁄"
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "（": "）", "|": "|"}


def fraction(parts: Sequence[str]) -> str:
    """Return what is above and below a stroke beside it."""
    above, below = [*parts, "", ""][:2]
    return f"{_apart(above, _SUMS)}/{_apart(below, _OPERATORS)}"


def power(parts: Sequence[str]) -> str:
    """Return a base with its exponent."""
    base, up = [*parts, "", ""][:2]
    return base + _up(base, up)


def indexed(parts: Sequence[str]) -> str:
    """Return a name with its index, whose figures are none of a number before them."""
    base, low = [*parts, "", ""][:2]
    return base + _low(base, low)


def indexed_power(parts: Sequence[str]) -> str:
    """Return a base with its index and its exponent; those of a sign for sums are its limits."""
    base, low, up = [*parts, "", "", ""][:3]
    return base + _low(base, low) + _up(base, up)


def limits(parts: Sequence[str]) -> str:
    """Return a sign, such as that for a sum, with what stands under and over it, and what it is of."""
    sign, low, up, of = [*parts, "", "", "", ""][:4]
    return sign + _marked("_", low) + _marked("^", up) + of


def root(parts: Sequence[str]) -> str:
    """Return a root, with its degree before it where it is no square one."""
    body, degree = [*parts, "", ""][:2]
    return f"{raised(degree) if joins_with_numbers(degree) else degree}√{_single(body)}"


def listed(parts: Sequence[str]) -> str:
    """Return what stands below each other or in cells, as the cases of a brace do."""
    return "；".join(part for part in parts if part)


Joined: Final[dict[str, Callable[[Sequence[str]], str]]] = {
    "fraction": fraction, "power": power, "indexed": indexed, "indexed_power": indexed_power, "limits": limits,
    "root": root, "listed": listed,
}  # fmt: skip


def _up(base: str, words: str) -> str:
    if base and joins_with_numbers(words):
        return raised(words)
    return _marked("^", words) if base else words


def _low(base: str, words: str) -> str:
    return lowered(words) if base[-1:].isdecimal() and joins_with_numbers(words) else words


def _marked(sign: str, words: str) -> str:
    return sign + _single(words) if words else ""


def _single(words: str) -> str:
    """Return words as one operand."""
    return words if len(words) < 2 or words.isdecimal() or _is_bracketed(words) else f"({words})"


def _apart(words: str, operators: str) -> str:
    """Return words in brackets where one of the operators in them would reach beyond."""
    return f"({words})" if any(sign in words for sign in operators) and not _is_bracketed(words) else words


def _is_bracketed(words: str) -> bool:
    """Whether one pair of brackets stands around all the words."""
    end = _BRACKETS.get(words[:1])
    return end is not None and words.endswith(end) and words[0] not in words[1:] and words.count(end) < 2 + (end == "|")
