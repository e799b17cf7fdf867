"""Bytes to text: the encodings that Chinese offices save in; a library judges where bytes alone do not."""

import codecs
from dataclasses import dataclass, replace
from typing import Final

from pipeline.document import Remark
from pipeline.errors import InputUnreadableError
from pipeline.readers.unshown import without_unshown

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY: Final = ["gb18030", "big5"]
#: Without a BOM; each line's end and each figure has a zero byte in these, so that a text without any is in none.
_OF_TWO_BYTES: Final = ["utf_16_le", "utf_16_be"]


#: The character sets that a page may declare, by the names that pages and editors call them. Python knows more, some
#: of which are no character sets (unicode_escape, punycode, idna) and take a hostile text's time or give surrogates.
_DECLARED: Final = {
    "gb18030": "gb18030", "gb2312": "gb18030", "gb-2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "hz-gb-2312": "hz", "big5": "big5", "big5-hkscs": "big5hkscs", "utf-8": "utf-8", "utf8": "utf-8",
    "utf-16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "iso-8859-1": "cp1252",
    "windows-1252": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "shift_jis": "shift_jis", "euc-kr": "euc_kr",
}  # fmt: skip


#: So many bytes beyond ASCII are not UTF-8 by chance.
_TELLING: Final = 60
_ASCII: Final = bytes(range(128))

#: What else ends a line: a tab down, a page's end, and what some editors write for a line's end or a paragraph's.
_ENDS: Final = ("\x0b", "\x0c", "\u2028", "\u2029")
#: Up to this share of broken bytes a text is still in its encoding, only damaged.
_MOST_BROKEN: Final = 0.005


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with newlines as \\n, its encoding, and how many characters were lost to broken bytes."""

    text: str
    encoding: str
    broken: int = 0

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return what the user must know of the decoding."""
        if not self.broken:
            return ()
        return (Remark("encoding_damaged", (("count", str(self.broken)), ("encoding", self.encoding))),)


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Decode a file; InputUnreadableError where no encoding fits.

    A BOM is believed first; then bytes that only UTF-8 makes, for pages are converted and keep their old
    declaration; then what the page declares if the bytes bear it out; then the bytes themselves.
    """
    found = _decode(data, name, declared)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in found.text else found.text
    for end in _ENDS:
        text = text.replace(end, "\n")
    text = without_unshown(text)
    if not text or text.isspace():
        raise InputUnreadableError("{name}: the file holds no text; give a notice with text in it", name=name)
    if "\x00" in text:
        raise InputUnreadableError("{name}: this is not text in a known encoding; save it as UTF-8", name=name)
    return replace(found, text=text)


def _decode(data: bytes, name: str, declared: str | None) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_strict(data, encoding, name), encoding.removesuffix("-sig"))
    named = _DECLARED.get(declared or "")
    candidates = ("utf-8", named) if len(data.translate(None, _ASCII)) > _TELLING else (named, "utf-8")
    for tried in candidates:
        text = _tried(data, tried)
        if text is not None and tried is not None:
            return Decoded(text, tried)
    return _damaged(data, candidates) or _detect(data, name)


def _damaged(data: bytes, candidates: tuple[str | None, ...]) -> Decoded | None:
    """Decode a text whose encoding is plain but for a few broken bytes; they stay visible as �."""
    for encoding in candidates:
        if encoding is None or b"\x00" in data:
            continue
        text = data.decode(encoding, "replace")
        broken = text.count("\ufffd")
        if broken <= _MOST_BROKEN * len(text):
            return Decoded(text, encoding, broken)
    return None


def _tried(data: bytes, encoding: str | None) -> str | None:
    if encoding is None or b"\x00" in data:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputUnreadableError(
            "{name}: the file says it is {encoding} but byte {byte} is not; save it as UTF-8",
            name=name,
            encoding=encoding,
            byte=error.start,
        ) from error


def _detect(data: bytes, name: str) -> Decoded:
    """Take what GB 2312 encodes as such; else let charset-normalizer choose among the encodings in use."""
    if _tried(data, "gb2312") is not None:  # hardly any word of Big5 is one of the first 6763 characters too
        return Decoded(_strict(data, "gb18030", name), "gb18030")
    from charset_normalizer import from_bytes  # costs 30 ms; most files are UTF-8 and never need it

    among = [*_LEGACY, *_OF_TWO_BYTES] if b"\x00" in data else _LEGACY
    best = from_bytes(data, cp_isolation=among, preemptive_behaviour=False).best()
    if best is None:
        raise InputUnreadableError("{name}: the text is in no encoding that zhibiao knows; save it as UTF-8", name=name)
    encoding = best.encoding.replace("_", "-")
    return Decoded(_strict(data, encoding, name), encoding)
