"""The bytes of a place: a local file, a file of object storage through fsspec, a member of an archive in either."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

from pipeline.batch.records import Failed, Identity, Place
from pipeline.errors import ExtraMissingError, InputMissingError, InputUnreadableError, ZhibiaoError

_BLOCK: Final = 1 << 20
#: More than this is no notice; an archive's member may claim any size, so bytes are counted as they come.
MOST_BYTES: Final = 256 << 20


def is_url(source: str) -> bool:
    """Whether a source is a URL for fsspec: `s3://bucket/a.docx`."""
    return "://" in source


def opened(path: str) -> BinaryIO:
    """Open a path or URL for reading."""
    if not is_url(path):
        return Path(path).open("rb")
    try:
        import fsspec
    except ImportError:
        raise ExtraMissingError(
            "{path}: URLs are read by fsspec; install it with `pip install 'zhibiao[remote]'`", path=path
        ) from None
    return cast(BinaryIO, fsspec.open(path, "rb").open())


def bytes_of(place: Place) -> bytes:
    """Read a place whole; InputMissingError or InputUnreadableError says what is wrong with it."""
    with _stream(place) as file:
        return b"".join(_blocks(file, place))


def identified(places: tuple[Place, ...]) -> tuple[Identity, ...]:
    """Hash the contents of places; one that cannot be read says why."""
    return tuple(map(_identified, places))


def _identified(place: Place) -> Identity:
    try:
        with _stream(place) as file:
            found = hashlib.sha256()
            for block in _blocks(file, place):
                found.update(block)
        return Identity(place, found.hexdigest())
    except ZhibiaoError as error:
        return Identity(place, failed=Failed.of(error))


def _blocks(file: IO[bytes], place: Place) -> Iterator[bytes]:
    size = 0
    while block := file.read(_BLOCK):
        size += len(block)
        if size > MOST_BYTES:
            raise InputUnreadableError(
                "{path}: the file has more than {limit} MB; a notice is smaller",
                path=place.shown,
                limit=MOST_BYTES >> 20,
            )
        yield block


@contextmanager
def _stream(place: Place) -> Iterator[IO[bytes]]:
    """Open what a place holds; whatever storage, archive or file say is told in one sentence."""
    try:
        with opened(place.where) as file:
            if place.member is None:
                yield file
            else:
                with zipfile.ZipFile(file) as archive, archive.open(archive.infolist()[place.member]) as member:
                    yield member
    except ZhibiaoError:
        raise
    except FileNotFoundError:
        raise InputMissingError("{path}: no such file", path=place.shown) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, IndexError, NotImplementedError, RuntimeError) as error:
        raise InputUnreadableError(
            "{path}: the archive cannot be unpacked here ({reason})", path=place.shown, reason=error
        ) from error
    except OSError as error:
        raise InputUnreadableError(
            "{path}: the file cannot be read ({reason})", path=place.shown, reason=error.strerror or error
        ) from error
    except Exception as error:
        if not is_url(place.path):
            raise
        reason = f"{type(error).__name__}: {error}"  # each storage has errors of its own
        raise InputUnreadableError(
            "{path}: the file cannot be read ({reason})", path=place.shown, reason=reason
        ) from error
