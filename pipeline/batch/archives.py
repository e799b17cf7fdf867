"""What is in a zip archive, names as their makers wrote them: UTF-8 where flagged or proved, else GBK."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final

_UTF8_FLAG: Final = 0x800
#: What archivers of other systems put beside the files: resource forks of macOS.
_BESIDE: Final = "__MACOSX/"


def members(file: BinaryIO) -> Iterator[tuple[int, str]]:
    """Yield each file's place in the archive's list, and its name; zipfile.BadZipFile where it is no archive."""
    with zipfile.ZipFile(file) as archive:
        for i, info in enumerate(archive.infolist()):
            name = name_of(info)
            if not info.is_dir() and not name.endswith("/") and not name.startswith(_BESIDE):
                yield i, name


def name_of(info: zipfile.ZipInfo) -> str:
    """Return a member's name. Windows in China writes GBK and sets no flag, which Python takes for code page 437."""
    if info.flag_bits & _UTF8_FLAG:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return info.orig_filename
