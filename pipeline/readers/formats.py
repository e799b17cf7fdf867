"""What a file is, by its content first and its name second."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Final

from pipeline.errors import InputUnreadableError
from pipeline.language import mark
from pipeline.readers.limits import ENTRY, MEMBERS

#: So many bytes tell a format.
_HEAD: Final = 8192
#: Signatures of formats that zhibiao does not read, so that they are named instead of being decoded as noise.
_REFUSED: Final = (
    (b"\x89PNG", mark("an image; give the notice as text")),
    (b"\xff\xd8\xff", mark("an image; give the notice as text")),
    (b"GIF8", mark("an image; give the notice as text")),
    (b"\x1f\x8b", mark("a gzip archive; unpack it first")),
    (b"Rar!", mark("a RAR archive; unpack it first")),
    (b"II*\x00", mark("an image; give the notice as text")),
    (b"MM\x00*", mark("an image; give the notice as text")),
    (b"7z\xbc\xaf", mark("a 7-Zip archive; unpack it first")),
    (b"{\\rtf", mark("an RTF file; open it and save it as .docx")),
)
_PARTS: Final = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"))
#: The container of Office's and WPS's old binary formats, and of new ones with a password.
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_LEGACY: Final = mark(
    "a legacy or password-protected Office file; open it and save it as .docx or .xlsx without a password"
)
_OLD: Final = {
    ".doc": mark("an old Word file (.doc); open it in Word or WPS and save it as .docx"),
    ".wps": mark("a WPS document (.wps); open it in WPS and save it as .docx"),
    ".xls": mark("an old Excel file (.xls); open it in Excel or WPS and save it as .xlsx"),
    ".et": mark("a WPS spreadsheet (.et); open it in WPS and save it as .xlsx"),
}
#: Archives that are a document of another format, by a part that each has.
_OTHERS: Final = (
    ("OFD.xml", mark("an OFD file; open it in its reader and save it as PDF with text, or as .docx")),
    ("META-INF/manifest.xml", mark("an OpenDocument file; open it and save it as .docx or .xlsx")),
    ("ppt/presentation.xml", mark("a slide show; give the notice itself")),
)
#: A web page saved with all its parts begins like a letter.
_SAVED: Final = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,40}?Content-Type:\s*multipart/related", re.I
)
#: Office's files of 2003, and later ones in one piece, begin as XML and name their program or their parts.
_FLAT: Final = re.compile(
    rb"\A\s*(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*(?:<\?mso-application\b|<pkg:package\b|<w:wordDocument\b)"
)


def told_format(data: bytes, name: str) -> str:
    """Return the format's short name; InputUnreadableError names what cannot be read and the way out."""
    for signature, what in _REFUSED:
        if data.startswith(signature):
            raise _refused(name, what)
    if data.startswith(_COMPOUND):
        suffix = PurePath(name).suffix.lower()
        raise _refused(name, _LEGACY if _LOCKED in data else _OLD.get(suffix, _LEGACY))
    if _SAVED.match(data[:_HEAD]):
        raise _refused(name, mark("a web page saved as one file (.mht); open it in a browser and save it as .html"))
    if _FLAT.match(data[:_HEAD]):
        raise _refused(name, mark("an Office file saved as XML; open it and save it as .docx or .xlsx"))
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    return "html" if _looks_like_page(data, name) else "txt"


def _refused(name: str, what: str) -> InputUnreadableError:
    return InputUnreadableError("{name}: this is {what}", name=name, what=what)


def _looks_like_page(data: bytes, name: str) -> bool:
    """Whether text is a web page: it begins like one, or is named like one and holds its tags."""
    head = data[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) and b"<html" in head:
        return True
    named = PurePath(name).suffix.lower() in (".html", ".htm", ".shtml", ".xhtml")
    return named and any(tag in data.lower() for tag in (b"<body", b"<table", b"<div", b"<p>", b"<p "))


def _zipped(data: bytes, name: str) -> str:
    MEMBERS.hold(data.count(ENTRY), name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        suffix = PurePath(name).suffix or "zip"
        raise InputUnreadableError(
            "{name}: this {suffix} file is broken or cut short; get it again", name=name, suffix=suffix
        ) from error
    found = next((short for part, short in _PARTS if part in names), None)
    other = next((what for part, what in _OTHERS if part in names), None)
    if found is None and other is not None:
        raise _refused(name, other)
    if found is None:
        raise InputUnreadableError("{name}: this is an archive, not a document; give the notice itself", name=name)
    return found
