"""One module a format; each turns bytes into the same Document, and no later stage may ask which it was."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from pipeline.document import Document, Remark
from pipeline.errors import InputUnreadableError
from pipeline.models import Source
from pipeline.readers.formats import told_format
from pipeline.readers.limits import FILE, megabytes
from pipeline.readers.measured import check_document
from pipeline.readers.packages import check_package
from pipeline.readers.pinyin import without_pinyin
from pipeline.readers.subdivided import with_whole_cells

_MEDIA: Final = {
    "txt": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FORMATS: Final = tuple(_MEDIA)
_PACKAGES: Final = ("docx", "xlsx")
#: What files of a format are called; a name that says another format is worth a finding.
_SUFFIXES: Final = {
    ".txt": "txt", ".text": "txt", ".md": "txt", ".docx": "docx", ".html": "html", ".htm": "html", ".shtml": "html",
    ".xhtml": "html", ".pdf": "pdf", ".xlsx": "xlsx", ".doc": "doc", ".xls": "xls",
}  # fmt: skip


def read(data: bytes, name: str, file_format: str | None = None) -> Document:
    """Read a file's bytes; InputUnreadableError where they are no notice that zhibiao can read.

    The format is told by content first and name second; `file_format` (one of FORMATS) overrules both.
    """
    FILE.hold(megabytes(len(data)), name)
    if not data or data.isspace():
        raise InputUnreadableError("{name}: the file is empty; give a notice with text in it", name=name)
    chosen = file_format or told_format(data, name)
    if chosen in _PACKAGES:
        check_package(data, name)
    source = Source(
        name=name, media_type=_MEDIA[chosen], sha256=sha256(data).hexdigest(), size=len(data), reader=chosen
    )
    document = _reader(chosen)(data, source)
    check_document(document)
    document = with_whole_cells(without_pinyin(document))
    named = _SUFFIXES.get(PurePath(name).suffix.lower(), chosen)
    if named == chosen or file_format is not None:
        return document
    return replace(
        document, remarks=(*document.remarks, Remark("format_mislabelled", (("named", named), ("told", chosen))))
    )


def _reader(file_format: str) -> Callable[[bytes, Source], Document]:
    """Import a format's reader when it is needed: each brings its own library."""
    if file_format == "docx":
        from pipeline.readers.word.reader import read_word

        return read_word
    if file_format == "html":
        from pipeline.readers.web.reader import read_html

        return read_html
    if file_format == "pdf":
        from pipeline.readers.pdf.reader import read_pdf

        return read_pdf
    if file_format == "xlsx":
        from pipeline.readers.sheets.reader import read_sheets

        return read_sheets
    from pipeline.readers.plain.reader import read_text

    return read_text
