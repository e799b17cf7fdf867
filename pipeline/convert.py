"""The way through: bytes to Document to Parts to Notice, with findings."""

import sys
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from pipeline.assemble.notice import assemble
from pipeline.checks.run import with_findings
from pipeline.document import Document
from pipeline.errors import InputMissingError, InputUnreadableError
from pipeline.models import Notice
from pipeline.readers import read
from pipeline.readers.limits import FILE, MEGABYTE
from pipeline.segments.segment import segment


def load(path: str | PathLike[str], file_format: str | None = None) -> Document:
    """Read a file, or standard input where the path is `-`.

    InputMissingError or InputUnreadableError says in one sentence what is wrong with it.
    """
    if str(path) == "-":
        return read(whole(sys.stdin.buffer), "standard input", file_format)
    return read(bytes_of(Path(path)), Path(path).name, file_format)


def bytes_of(path: Path) -> bytes:
    """Read a file's bytes; InputMissingError or InputUnreadableError where that cannot be."""
    if path.is_dir():
        raise InputMissingError("{path}: this is a directory; give the file of one notice", path=path)
    try:
        with path.open("rb") as file:
            return whole(file)
    except FileNotFoundError:
        raise InputMissingError("{path}: no such file", path=path) from None
    except OSError as error:
        raise InputUnreadableError(
            "{path}: the file cannot be read ({reason})", path=path, reason=error.strerror
        ) from error


def whole(stream: BinaryIO) -> bytes:
    """Read a stream to its end, or far enough to see that it is too large."""
    return stream.read((FILE.most + 1) * MEGABYTE)


def convert_document(document: Document) -> Notice:
    """Turn a Document into the contract's Notice."""
    assembled = assemble(document, segment(document))
    return with_findings(assembled.notice, assembled.inferred, document.remarks)


def convert(
    source: str | PathLike[str] | bytes | BinaryIO, file_format: str | None = None, *, name: str = "notice"
) -> Notice:
    """Convert a notice: the path of a file, its bytes, or a stream opened for reading bytes.

    `file_format` (`txt`, `docx`, `pdf`, `html`, `xlsx`) overrules what content and name tell; `name` is what bytes and
    streams are called in `source.name` and in messages. InputMissingError or InputUnreadableError says in one sentence
    what is wrong with the input.
    """
    if isinstance(source, bytes):
        return convert_document(read(source, name, file_format))
    if isinstance(source, (str, PathLike)):
        return convert_document(load(source, file_format))
    return convert_document(read(whole(source), name, file_format))
