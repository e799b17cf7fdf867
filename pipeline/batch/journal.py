"""The journal of a batch: a JSON line for each file, on disk before anything else is believed; what is whole counts."""

import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, Final

from pipeline.batch.records import Entry, Identity
from pipeline.errors import OutputFailedError

_BEGIN: Final = "begin"
_ASSEMBLED: Final = "assembled"
_MOST_WAITING: Final = 1000


class Journal:
    """What was done, by content hash. It keeps where a line stands, not the line: a million take little memory."""

    def __init__(self, path: Path, head: dict[str, str]) -> None:
        self._lines: dict[str, int] = {}
        self._seen: set[bytes] = set()
        self._waiting: list[bytes] = []
        self.confirmed = 0  #: how far the last output that the journal confirms reaches in a file of lines
        self.whole = False  #: whether an output was once assembled
        self._file = path.open("a+b")
        try:
            _lock(self._file, path)
            self._size = self._written = self._read(path, head)
        except BaseException:
            self._file.close()
            raise
        if self._size == 0:
            self._put({"event": _BEGIN, **head})
            self.commit()

    def _read(self, path: Path, head: dict[str, str]) -> int:
        """Take in the lines; a torn one at the end is cut off. Return how far the whole ones reach."""
        self._file.seek(0)
        at = 0
        for line in self._file:
            try:
                entry = json.loads(line) if line.endswith(b"\n") else None
            except ValueError:
                entry = None
            if entry is None:
                break
            self._take(path, entry, at, head)
            at += len(line)
        self._file.truncate(at)
        return at

    def _take(self, path: Path, entry: dict[str, Any], at: int, head: dict[str, str]) -> None:
        if entry["event"] == _BEGIN:
            found = {key: entry.get(key) for key in head}
            if found != head:
                raise OutputFailedError(
                    "{path}: this batch was begun as {found}, and is now asked for as {head}; take another output",
                    path=path,
                    found=" ".join(map(str, found.values())),
                    head=" ".join(head.values()),
                )
        elif entry["event"] == _ASSEMBLED:
            self.confirmed, self.whole = 0, True
        else:
            self._note(Entry.from_json(entry), at)

    def _note(self, entry: Entry, at: int) -> None:
        key = entry.sha256 or _unread(entry.source)
        self._seen.add(_digest(entry.source, entry.sha256))
        if entry.event != "alias":
            self._lines[key] = at
        if entry.end is not None:
            self.confirmed = entry.end

    def find(self, identity: Identity) -> Entry | None:
        """Return the last line on a content, or on a place whose content could not be read."""
        at = self._lines.get(identity.sha256 or _unread(identity.place.shown))
        if at is None:
            return None
        if at >= self._written:
            self.commit()
        self._file.seek(at)
        return Entry.from_json(json.loads(self._file.readline()))

    def knows(self, identity: Identity) -> bool:
        """Whether a line tells of this place with this content."""
        return _digest(identity.place.shown, identity.sha256 or None) in self._seen

    def add(self, entry: Entry) -> None:
        """Add a line; it counts from the next `commit` on."""
        self._note(entry, self._size)
        self._put(entry.as_json())
        if len(self._waiting) >= _MOST_WAITING:
            self.commit()

    def _put(self, line: dict[str, Any]) -> None:
        # A file name that is no Unicode comes as lone surrogates: their escapes are JSON's own.
        data = (json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
        self._waiting.append(data)
        self._size += len(data)

    def commit(self) -> None:
        """Bring the lines to disk."""
        self._file.write(b"".join(self._waiting))
        self._waiting.clear()
        self._written = self._size
        self._file.flush()
        os.fsync(self._file.fileno())

    def assembled(self) -> None:
        """Note that the lines confirmed so far went into the output, and that their file begins anew."""
        self._put({"event": _ASSEMBLED})
        self.commit()
        self.confirmed, self.whole = 0, True

    def close(self) -> None:
        """Bring what waits to disk and let go of the file."""
        self.commit()
        self._file.close()


def _unread(source: str) -> str:
    return f"unread {source}"


def _digest(source: str, sha256: str | None) -> bytes:
    return blake2b(f"{sha256} {source}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _lock(file: BinaryIO, path: Path) -> None:
    """Keep a second batch away from the same output for as long as this process lives, where the system can."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise OutputFailedError("{path}: another batch is at work on this output", path=path) from None
