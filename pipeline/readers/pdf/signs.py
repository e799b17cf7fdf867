"""Characters of a page's fonts of signs, such as ticked boxes: a file says of them what key they were typed with.

Only those are asked after that may be such a sign: a font's name costs a call for each.
"""

import ctypes
from collections.abc import Sequence
from typing import Any, Final

import pypdfium2.raw as raw
import regex

from pipeline.readers.word.symbols import is_of_signs, symbol

#: Where those fonts' characters stand in Unicode's private area.
_MOVED: Final = frozenset(range(0xF020, 0xF100))
#: Keys for boxes, ticks and crosses, which as letters would stand in a word.
_LETTERS: Final = frozenset(map(ord, "RQSTPOonlqu"))
_KEYS: Final = _LETTERS | frozenset((0xA2, 0xA3, 0xA8, 0xFB, 0xFC, 0xFD, 0xFE))
_SUSPECTS: Final = _MOVED | _KEYS
_LONGEST: Final = 200
#: A font of which a part is embedded has six letters before its name; behind it stands how it is cut.
_NAME: Final = regex.compile(r"(?:[A-Z]{6}\+)?(?P<name>[A-Za-z ]+?)(?:MT)?[ ]?(?P<number>[23]?)(?:[-,].*)?")


def with_signs(text: Any, codes: Sequence[int]) -> Sequence[int]:
    """Return a page's characters with the signs that fonts of signs show in place of some."""
    if _SUSPECTS.isdisjoint(codes):
        return codes
    made = list(codes)
    for i, code in enumerate(codes):
        if code in _SUSPECTS and not _is_in_word(codes, i) and (sign := _sign(_font(text, i), code)):
            made[i] = ord(sign)
    return made


def _is_in_word(codes: Sequence[int], at: int) -> bool:
    """Whether a letter stands beside another one."""
    beside = (*codes[max(at - 1, 0) : at], *codes[at + 1 : at + 2])
    return codes[at] in _LETTERS and any(one < 0x80 and chr(one).isalpha() for one in beside)


def _font(text: Any, at: int) -> str:
    """Return the name of a character's font as Word would write it."""
    buffer, flags = ctypes.create_string_buffer(_LONGEST), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, buffer, _LONGEST, flags)
    match = _NAME.fullmatch(buffer.value.decode("utf-8", "replace"))
    return f"{match['name']} {match['number']}".strip().lower() if match is not None else ""


def _sign(font: str, code: int) -> str:
    """Return what a font shows for a character, "" where that is no sign."""
    if code in _KEYS and not is_of_signs(font):
        return ""
    return symbol(font, f"{code:04X}") if is_of_signs(font) or code in _MOVED else ""
