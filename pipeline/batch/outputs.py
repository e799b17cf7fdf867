"""Where results go: a folder with a file for each notice, or one file of lines; whole, on disk before they count."""

import os
import shutil
from pathlib import Path
from typing import Final, Protocol

from pipeline.batch.journal import Journal
from pipeline.batch.naming import output_of
from pipeline.batch.records import Entry, Identity, Shape
from pipeline.errors import OutputFailedError

SPOOL: Final = ".spool"


class Output(Protocol):
    """What takes results from the spool; the journal's lines on them are written after `flush`."""

    shape: Shape

    def holds(self, entry: Entry) -> bool:
        """Whether a result that the journal tells of is there."""

    def take(self, file: Path, identity: Identity) -> tuple[str | None, int | None]:
        """Take a spooled result; say how the output is called below the folder, or where its line ends."""

    def flush(self) -> None:
        """Bring what was taken to disk."""

    def finish(self, journal: Journal) -> None:
        """Do what is to be done once all results are there."""

    def close(self) -> None:
        """Let go of files."""


class Folder:
    """A JSON file for each notice, moved into place whole."""

    shape: Shape = "json"

    def __init__(self, path: Path) -> None:
        self._path = path

    def holds(self, entry: Entry) -> bool:
        """Whether the file is there."""
        return entry.output is not None and (self._path / entry.output).is_file()

    def take(self, file: Path, identity: Identity) -> tuple[str | None, int | None]:
        """Bring the file to disk, and move it to its name, which says the content: what stood there was the same."""
        name = output_of(identity.place, identity.sha256)
        target = self._path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb+") as written:
            os.fsync(written.fileno())
        file.replace(target)
        return name, None

    def flush(self) -> None:
        """Do nothing: each file was brought to disk as it was taken."""

    def finish(self, journal: Journal) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class Lines:
    """A line for each notice in the order in which they were done; what the journal does not confirm is cut off."""

    shape: Shape = "jsonl"

    def __init__(self, path: Path, journal: Journal) -> None:
        if (path.stat().st_size if path.exists() else 0) < journal.confirmed:
            raise changed(path)
        self._file = path.open("ab")
        self._file.truncate(journal.confirmed)
        self.end = journal.confirmed

    def holds(self, entry: Entry) -> bool:
        """Whether the line is there: the file is as long as the journal says, so it is."""
        return entry.end is not None

    def take(self, file: Path, identity: Identity) -> tuple[str | None, int | None]:
        """Append the line."""
        with file.open("rb") as source:
            shutil.copyfileobj(source, self._file)
        file.unlink()
        self.end = self._file.tell()
        return None, self.end

    def flush(self) -> None:
        """Bring the lines to disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def finish(self, journal: Journal) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def changed(path: Path) -> OutputFailedError:
    """Return the error of an output that is not what its journal says."""
    return OutputFailedError(
        "{path}: this is not what the journal beside it tells of; take another output, or remove both", path=path
    )
