"""What a file is, by its content first and its name second."""

import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Final

from pipeline.errors import InputUnreadableError
from pipeline.language import mark
from pipeline.readers.limits import ENTRY, MEMBERS

#: Signatures of formats that zhibiao does not read, so that they are named instead of being decoded as noise.
_REFUSED: Final = (
    (
        b"\xd0\xcf\x11\xe0",
        mark("a legacy or password-protected Office file; open it and save it as .docx or .xlsx without a password"),
    ),
    (b"\x89PNG", mark("an image; give the notice as text")),
    (b"\xff\xd8\xff", mark("an image; give the notice as text")),
    (b"GIF8", mark("an image; give the notice as text")),
    (b"\x1f\x8b", mark("a gzip archive; unpack it first")),
    (b"Rar!", mark("a RAR archive; unpack it first")),
    (b"7z\xbc\xaf", mark("a 7-Zip archive; unpack it first")),
    (b"{\\rtf", mark("an RTF file; open it and save it as .docx")),
)
_PARTS: Final = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"))


def told_format(data: bytes, name: str) -> str:
    """Return the format's short name; InputUnreadableError names what cannot be read and the way out."""
    for signature, what in _REFUSED:
        if data.startswith(signature):
            raise InputUnreadableError("{name}: this is {what}", name=name, what=what)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    return "html" if _looks_like_page(data, name) else "txt"


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
    if found is None:
        raise InputUnreadableError("{name}: this is an archive, not a document; give the notice itself", name=name)
    return found
