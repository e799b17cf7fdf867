"""Signs that a font shows in place of letters: those of Symbol, Wingdings and their like that mean something in a text.

A `w:sym` names its font (ECMA-376, 17.3.3.30); as often a form's author typed `R` and set it in Wingdings 2, which shows
a ticked box. The characters' numbers are those of the fonts' own encodings (Unicode, MappingTables: SYMBOL and L2/11-052).
"""

from collections.abc import Mapping
from typing import Final

import regex

from pipeline.readers.word.numbering import Element, W
from pipeline.readers.word.package import Part

_Signs = Mapping[int, str]


def _from(start: int, signs: str) -> dict[int, str]:
    return {at: sign for at, sign in enumerate(signs, start) if sign != " "}


_SYMBOL: Final[_Signs] = {
    0x20: " ",
    **_from(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_from(0xA2, "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂ ÷≠≡≈…"),
    0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS: Final[_Signs] = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", **_from(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", **_from(0xDF, "←→↑↓"), 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final[_Signs] = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", **_from(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    0x97: "●", 0xA2: "■", 0xA3: "□",
}  # fmt: skip
_WEBDINGS: Final[_Signs] = {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
#: What it is in any of these fonts, where a file names another one that has no such character.
_ANY: Final[_Signs] = {
    0x50: "✓", 0x52: "☑", 0x6C: "●", 0x6F: "□", 0xA3: "□", 0xA8: "□", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑",
}  # fmt: skip
#: Fonts whose characters are signs, those without a table for decoration alone; any other shows its characters.
_FONTS: Final[dict[str, _Signs]] = {
    "symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS,
    "wingdings 3": {}, "mt extra": {}, "marlett": {}, "zapf dingbats": {},
}  # fmt: skip
_DECORATING: Final = ("wingdings", "webdings", "dingbats", "marlett", "mt extra")
_PRIVATE: Final = range(0xE000, 0xF900)
#: Where those fonts' characters stand in Unicode's private area.
_MOVED: Final = range(0xF000, 0xF100)
_HEXADECIMAL: Final = regex.compile(r"[0-9A-Fa-f]{2,4}")
_RUN_FONTS: Final = W + "rFonts"
_NAMED: Final = regex.compile(rb'w:(?:ascii|hAnsi)="(?i:symbol|wingdings(?: 2)?|webdings)"')


def symbol(font: str, code: str) -> str:
    """Return the character of a `w:sym`, "" where it is a sign that no text has, or a bullet."""
    number = int(code, 16) if _HEXADECIMAL.fullmatch(code) else 0
    name = font.strip().lower()
    if name in _FONTS or any(one in name for one in _DECORATING):
        return _FONTS.get(name, {}).get(number & 0xFF, "")
    if number in _PRIVATE or not font:
        return _ANY.get(number & 0xFF, "")
    return chr(number) if number >= ord(" ") else ""


def is_of_signs(font: str) -> bool:
    """Whether a font of this name shows signs in place of letters."""
    return bool(_FONTS.get(font))


def sign_fonts(part: Part) -> dict[Element, dict[int, str]]:
    """Return what letters show by the properties of the runs that set them in such a font; most files have none."""
    if _NAMED.search(part.content) is None:
        return {}
    return {
        properties: _shown(signs)
        for fonts in part.root.iter(_RUN_FONTS)
        if (signs := _signs(fonts)) and (properties := fonts.getparent()) is not None
    }


def _signs(fonts: Element) -> _Signs:
    """Return the signs of a run's font: the one for letters, and for those beyond ASCII."""
    named = {(fonts.get(W + name) or "").lower() for name in ("ascii", "hAnsi")}
    return _FONTS.get(named.pop(), {}) if len(named) == 1 else {}


def _shown(signs: _Signs) -> dict[int, str]:
    return {**signs, **{_MOVED[number]: sign for number, sign in signs.items()}}
