"""What the words of the command line mean: files, folders, globs, archives, URLs, as places in a steady order."""

import glob
import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from pipeline.batch.archives import members
from pipeline.batch.contents import is_url, opened
from pipeline.batch.records import Place
from pipeline.errors import ExtraMissingError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

#: What a folder or archive is searched for. Legacy and packed formats are refused later by a sentence that helps.
SUFFIXES: Final = frozenset(
    (".txt", ".text", ".md", ".docx", ".html", ".htm", ".shtml", ".xhtml", ".pdf", ".xlsx", ".doc", ".xls", ".wps",
     ".rtf", ".rar", ".7z")
)  # fmt: skip
_ARCHIVE: Final = ".zip"
_WILD: Final = frozenset("*?[")
#: Word's lock files and hidden files are no notices.
_HIDDEN: Final = (".", "~$")


class Listing:
    """The places of some sources; `aside` counts the files in folders and archives that no suffix tells to be notices.

    The places are listed anew at each call, so that a million of them need no memory.
    """

    def __init__(self, sources: Iterable[str], out: Path | None = None, *, literal: Iterable[str] = ()) -> None:
        self._sources = tuple(sources)
        self._literal = tuple(literal)
        self._out = out.resolve() if out is not None else None
        self._closed: list[str] = []
        self.aside = 0

    def places(self) -> Iterator[Place]:
        """Yield every place in order: of a folder by name, of an archive as it is packed."""
        self.aside = 0
        for source in self._sources:
            for path in _globbed(source):
                yield from self._below(path)
        for source in self._literal:
            yield from self._below(source)

    def _below(self, source: str) -> Iterator[Place]:
        if is_url(source):
            yield from self._remote(source)
        elif Path(source).is_dir():
            for path, parts in self._walked(source):
                yield from self._file(path, parts)
            yield from (Place(path, (_base(path),), os.path.abspath(path)) for path in self._closed)
        else:
            yield from self._file(source, (_base(source),))

    def _walked(self, root: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the files below a folder with their way from it; links to folders are not followed.

        A folder that may not be read is kept, to fail as a file would.
        """
        self._closed = []
        for folder, folders, files in os.walk(root, onerror=lambda error: self._closed.append(str(error.filename))):
            folders[:] = sorted(f for f in folders if not f.startswith(_HIDDEN) and not self._is_out(folder, f))
            way = Path(folder).relative_to(root).parts
            for file in sorted(files):
                path = os.path.normpath(os.path.join(folder, file))
                if file.startswith(_HIDDEN) or not os.path.isfile(path) or not _known(file):
                    self.aside += 1
                else:
                    yield path, (*way, file)

    def _is_out(self, folder: str, name: str) -> bool:
        return self._out is not None and name == self._out.name and Path(folder, name).resolve() == self._out

    def _remote(self, source: str) -> Iterator[Place]:
        try:
            from fsspec.core import url_to_fs
        except ImportError:
            raise ExtraMissingError(
                "{path}: URLs are read by fsspec; install it with `pip install 'zhibiao[remote]'`", path=source
            ) from None
        try:
            files, root = url_to_fs(source)
            found = list(_found(files, root))
        except Exception:  # each storage has errors of its own; reading it will tell
            yield Place(source, (_base(source),), source)
            return
        for path, way in found:
            url = source if path == root else files.unstrip_protocol(path)
            if path != root and (not _known(path) or _base(path).startswith(_HIDDEN)):
                self.aside += 1
            else:
                yield from self._file(url, PurePosixPath(way).parts)

    def _file(self, path: str, parts: tuple[str, ...]) -> Iterator[Place]:
        """Yield a file, or what is in it where it is an archive; one that cannot be opened is told when it is read."""
        where = path if is_url(path) else os.path.abspath(path)
        if not path.lower().endswith(_ARCHIVE):
            yield Place(path, parts, where)
            return
        found = [(i, name) for i, name in _packed(path) if _known(name) and not _base(name).startswith(_HIDDEN)]
        self.aside += sum(1 for _ in _packed(path)) - len(found)
        for i, name in found:
            yield Place(path, (*parts, *name.split("/")), where, i, name)
        if not found:
            yield Place(path, parts, where)


def _globbed(source: str) -> list[str]:
    """Return what a pattern matches; itself where it is no pattern, is a file, or matches nothing."""
    if is_url(source) or not _WILD & set(source) or os.path.lexists(source):
        return [source]
    return sorted(glob.glob(source, recursive=True)) or [source]


def _found(files: "AbstractFileSystem", root: str) -> Iterator[tuple[str, str]]:
    """Yield what a storage holds at or below a path, in order, with its way from there."""
    if _WILD & set(root):
        yield from ((path, _base(path)) for path in sorted(files.glob(root)))
    elif files.isdir(root):
        yield from ((path, path[len(root) :].lstrip("/")) for path in sorted(files.find(root)))
    else:
        yield root, _base(root)


def _packed(path: str) -> list[tuple[int, str]]:
    try:
        with opened(path) as file:
            return list(members(file))
    except ExtraMissingError:
        raise
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return []


def _known(name: str) -> bool:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in SUFFIXES or suffix == _ARCHIVE


def _base(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path
