"""Where running numbers stand in a text that was run together: between cells, or glued to amounts and names."""

from collections.abc import Iterator, Set
from typing import Final

import regex

from extractors.text import Text
from normalizers.numerals import whole

_CN: Final = "一二三四五六七八九十"
_SERIAL: Final = regex.compile(r"(?:^|(?<=[。.;:)\]!?分前\n])(?<!\d\.))(?:\d{1,3}\.)?\d{1,4}(?=[\p{Han}“《])(?!分)")


def serial_cuts(text: Text, priced: Set[tuple[int, int]] = frozenset()) -> Iterator[int]:
    """Yield where running numbers begin and end; one may be glued to the amount before it (`42` is 4 and 2).

    A number is not taken apart where the one that is looked for stands by itself before the next one (`16` … `6`).
    `priced` are amounts right behind names: such a number is none by itself, but one may be glued to it.
    """
    apart = [(match.end(), match[0]) for match in text.finditer(_SERIAL) if match.span() not in priced]
    glued = [(b, f"+{text.folded[a:b]}") for a, b in priced if text.folded[b : b + 1].strip()]
    found = sorted([*apart, *glued])
    serial = 0
    for at, (end, digits) in enumerate(found):
        following = str(serial + 1)
        if digits == following or (_is_glued(digits, following) and not _comes_alone(found, at + 1, serial + 1)):
            serial += 1
            yield from (end - len(digits.lstrip("+")), end - len(following), end)


def _is_glued(digits: str, serial: str) -> bool:
    """Whether digits are an amount and a running number behind it (`42`, `2.52`)."""
    return digits.endswith(serial) and not digits.endswith(("." + serial, "+" + serial))


def _comes_alone(found: list[tuple[int, str]], at: int, serial: int) -> bool:
    """Whether a running number stands by itself from a place on, before any number that may be the next one."""
    for digits in (found[i][1] for i in range(at, len(found))):
        if digits == str(serial):
            return True
        if _is_glued(digits, str(serial + 1)):
            return False
    return False


#: `二车辆管理1.`, `一基础管理321、`: a section's number without a delimiter, its name, and its first part.
_CN_SERIAL: Final = regex.compile(
    rf"(?:^|(?<=[。.;:)\]!?分\d\n]))(?P<n>[{_CN}]{{1,3}})(?=\p{{Han}}[\p{{Han}}、]{{1,15}}\(?\d{{0,3}}分?\)?1[、.](?!\d))"
)


def chinese_serial_cuts(text: Text) -> Iterator[int]:
    """Yield where sections' numbers begin and end that nothing divides from their names."""
    serial = 0
    for match in text.finditer(_CN_SERIAL):
        if whole(match["n"]) == serial + 1:
            serial += 1
            yield from match.span("n")
