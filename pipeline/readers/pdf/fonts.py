"""One plain font for every font that a PDF names but does not carry, so that no machine's own fonts matter.

pdfium draws such text with what the machine has, takes the ink for the character's box, and drops text that has
none. The plain font has ink for every character, so little that a box is as wide as the PDF itself says.
"""

import ctypes
from functools import cache
from struct import calcsize, pack
from typing import Any, Final

import pypdfium2.raw as raw

_EM: Final = 1000
#: The one shape's width and height: narrower than a narrow letter, lower than an ideograph.
_INK: Final = (200, 600)
_FIRST, _LAST = 0x21, 0x10FFFF
#: Windows character sets of Chinese, Japanese and Korean; for others pdfium has fonts of its own.
_WIDE_SETS: Final = frozenset({128, 129, 130, 134, 136})
_HANDLE: Final = 1


def plain_font(width: int, height: int) -> bytes:
    """Return a TrueType font that draws one rectangle for every character (OpenType 1.9, required tables)."""
    shape = pack(">5hHH", 1, 0, 0, width, height, 3, 0) + b"\x01" * 4
    shape += pack(">8h", 0, width, 0, -width, 0, 0, height, 0)
    shape += bytes(-len(shape) % 4)
    many_to_one = pack(">HHIIIIII", 13, 0, 28, 0, 1, _FIRST, _LAST, 1)
    tables = {
        b"cmap": pack(">HHHHI", 0, 1, 3, 10, 12) + many_to_one,
        b"glyf": shape * 2,
        b"head": pack(">4I2H2Q4h2H3h", 0x10000, 0, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, 0, width, height, 0, 8, 2, 1, 0),
        b"hhea": pack(">I3hH11hH", 0x10000, 880, -120, 0, _EM, 0, 0, width, 1, *[0] * 7, 1),
        b"hmtx": pack(">Hhh", _EM, 0, 0),
        b"loca": pack(">3I", 0, len(shape), 2 * len(shape)),
        b"maxp": pack(">I14H", 0x10000, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    return _assembled(tables)


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    """Lay a font's tables out behind their directory."""
    entry = ">4s3I"
    at = 12 + calcsize(entry) * len(tables)
    directory, body = pack(">I4H", 0x10000, len(tables), 64, 2, 48), b""
    for tag, table in tables.items():
        directory += pack(entry, tag, 0, at + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body


def font_source(font: bytes) -> "raw.FPDF_SYSFONTINFO":
    """Return a source of fonts for pdfium that answers each request for a wide font with `font`."""

    def mapped(_info: object, _weight: int, _italic: int, charset: int, *_: object) -> int | None:
        return _HANDLE if charset in _WIDE_SETS else None

    def data(_info: object, _font: object, table: int, buffer: "ctypes._Pointer[ctypes.c_ubyte]", size: int) -> int:
        if table:
            return 0  # asked for one table, as of a collection; this is a whole font
        if size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    answers: dict[str, Any] = {
        "EnumFonts": lambda *_: None, "MapFont": mapped, "GetFont": lambda *_: None, "GetFontData": data,
        "GetFaceName": lambda *_: 0, "GetFontCharset": lambda *_: 0, "DeleteFont": lambda *_: None,
    }  # fmt: skip
    kinds = dict(raw.FPDF_SYSFONTINFO._fields_)
    return raw.FPDF_SYSFONTINFO(version=2, **{name: kinds[name](answer) for name, answer in answers.items()})


@cache
def _plain_source() -> "raw.FPDF_SYSFONTINFO":
    return font_source(plain_font(*_INK))


def use_plain_font() -> None:
    """Let pdfium take the plain font from now on, in this whole process: it keeps one source of fonts."""
    raw.FPDF_SetSystemFontInfo(ctypes.byref(_plain_source()))
