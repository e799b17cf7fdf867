"""The way through: bytes to Document to Parts to Notice, with findings."""

import sys
from pathlib import Path

from pipeline.assemble.notice import assemble
from pipeline.checks.run import with_findings
from pipeline.document import Document
from pipeline.errors import InputMissingError, InputUnreadableError
from pipeline.models import Notice
from pipeline.readers import read
from pipeline.segments.segment import segment


def load(path: Path, file_format: str | None = None) -> Document:
    """Read a file, or standard input where the path is `-`.

    InputMissingError or InputUnreadableError says in one sentence what is wrong with it.
    """
    if str(path) == "-":
        return read(sys.stdin.buffer.read(), "standard input", file_format)
    if path.is_dir():
        raise InputMissingError(f"{path}: this is a directory; give the file of one notice")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputMissingError(f"{path}: no such file") from None
    except OSError as error:
        raise InputUnreadableError(f"{path}: the file cannot be read ({error.strerror})") from error
    return read(data, path.name, file_format)


def convert_document(document: Document) -> Notice:
    """Turn a Document into the contract's Notice."""
    assembled = assemble(document, segment(document))
    return with_findings(assembled.notice, assembled.inferred, document.remarks)


def convert(path: Path, file_format: str | None = None) -> Notice:
    """Convert the notice in a file; `file_format` overrules what content and name tell."""
    return convert_document(load(path, file_format))
