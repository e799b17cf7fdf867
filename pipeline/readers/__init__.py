"""One module a format; each turns bytes into the same Document, and no later stage may ask which it was."""

from hashlib import sha256

from pipeline.document import Document
from pipeline.errors import InputUnreadableError
from pipeline.models import Source
from pipeline.readers.encoding import decode
from pipeline.readers.plain import read_plain

#: Signatures of formats that are not text, so that they are named instead of being decoded as noise.
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "a legacy Word or Excel file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
)


def read(data: bytes, name: str) -> Document:
    """Read a file's bytes; InputUnreadableError where they are no notice that zhibiao can read."""
    if not data.strip():
        raise InputUnreadableError(f"{name}: the file is empty; give a notice with text in it")
    for signature, what in _BINARY:
        if data.startswith(signature):
            raise InputUnreadableError(f"{name}: this is {what}, which zhibiao cannot read yet; save it as plain text")
    text, encoding = decode(data, name)
    source = Source(
        name=name,
        media_type="text/plain",
        sha256=sha256(data).hexdigest(),
        size=len(data),
        encoding=encoding,
        reader="plain",
    )
    return read_plain(text, source)
