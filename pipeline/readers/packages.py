"""Office packages before any library opens them: inflated once under the limits, and free of DTDs."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pipeline.errors import InputUnreadableError
from pipeline.readers.limits import ELEMENTS, ENTRY, FILE, MEGABYTE, MEMBERS, PART, RATIO, UNPACKED, megabytes

_CHUNK: Final = 256 * 1024
_ENCRYPTED: Final = 0x1
#: What a package may be packed with (ECMA-376 part 2, annex B); others ask for any amount of memory.
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PICTURED: Final = (".svg", ".htm", ".html", ".mht")
#: A document type in XML of any encoding, its zero bytes left out: packages have none (ECMA-376 part 2, 8.1.4), and
#: only one can define entities.
_DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def check_package(data: bytes, name: str) -> None:
    """Refuse a package that breaks a limit, is encrypted, or defines entities; InputUnreadableError says which."""
    FILE.hold(megabytes(len(data)), name)
    MEMBERS.hold(data.count(ENTRY), name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            total = 0
            for member in archive.infolist():
                total += _member(archive, member, total, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise InputUnreadableError(
            "{name}: this {suffix} file is broken or cut short; get it again", name=name, suffix="zip"
        ) from error


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, before: int, name: str) -> int:
    """Inflate a member under the limits and return its size; XML is looked through for a document type."""
    if member.flag_bits & _ENCRYPTED or member.compress_type not in _METHODS:
        raise InputUnreadableError("{name}: this file is encrypted; save it without a password", name=name)
    size, kept, is_xml = 0, bytearray(), False
    for chunk in _inflated(archive, member):
        is_xml = is_xml or (not size and _is_xml(chunk, member.filename))
        size += len(chunk)
        UNPACKED.hold(megabytes(before + size), name)
        if size > MEGABYTE:
            RATIO.hold(size // max(member.compress_size, 1), name)
        if is_xml:
            PART.hold(megabytes(size), name)
            kept += chunk
    bare = kept.replace(b"\x00", b"") if b"\x00" in kept else kept
    if len(bare) > 2 * ELEMENTS.most:  # else they cannot be so many
        ELEMENTS.hold(bare.count(b"<") // 2, name)
    if b"!" in bare and _DOCTYPE.search(bare):
        raise InputUnreadableError(
            "{name}: this file defines entities of its own (a DTD), which no office program writes; save it again",
            name=name,
        )
    return size


def _is_xml(begun: bytes, filename: str) -> bool:
    """Whether a member is XML; pictures and pages of that form may have a document type, and no reader parses them."""
    bare = begun[:64].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return bare.startswith(b"<") and not filename.lower().endswith(_PICTURED)


def _inflated(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            yield chunk
