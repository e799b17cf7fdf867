"""An output made ready: its folder, its journal and its spool, as an earlier run may have left them."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from typing import Final

from pipeline.batch.journal import Journal
from pipeline.batch.outputs import Folder, Lines, Output, changed
from pipeline.batch.parquet import Rows
from pipeline.batch.run import unwritten
from pipeline.models import SCHEMA_VERSION

_FILES: Final = (".jsonl", ".parquet")


@dataclass(frozen=True, slots=True)
class Opened:
    """An output with what belongs to it."""

    output: Output
    journal: Journal
    spool: Path

    def close(self) -> None:
        """Let go of files; the journal tells what was done."""
        self.output.close()
        self.journal.close()

    def finish(self) -> None:
        """Put the output into its last form, and leave nothing but it and its journal."""
        try:
            self.output.finish(self.journal)
            rmtree(self.spool)
        except OSError as error:
            raise unwritten(self.spool, error) from error


def open_output(path: Path) -> Opened:
    """Open a folder, a .jsonl or a .parquet for a batch; OutputFailedError says why it cannot be."""
    kind = path.suffix.lower() if path.suffix.lower() in _FILES and not path.is_dir() else ""
    journal = path.with_name(path.name + ".journal") if kind else path / "batch.journal"
    spool = path.with_name(path.name + ".spool") if kind else path / ".spool"
    if kind and path.exists() and not journal.exists():
        raise changed(path)
    try:
        spool.mkdir(parents=True, exist_ok=True)
        head = {"zhibiao": version("zhibiao"), "schema": SCHEMA_VERSION, "to": kind.lstrip(".") or "json"}
        return _ready(path, kind, spool, Journal(journal, head))
    except OSError as error:
        raise unwritten(path, error) from error


def _ready(path: Path, kind: str, spool: Path, journal: Journal) -> Opened:
    try:
        _swept(spool)
        return Opened(_output(path, kind, spool, journal), journal, spool)
    except BaseException:
        journal.close()
        raise


def _output(path: Path, kind: str, spool: Path, journal: Journal) -> Output:
    if kind == ".jsonl":
        return Lines(path, journal)
    return Rows(path, spool, journal) if kind else Folder(path)


def _swept(spool: Path) -> None:
    """Remove results that a killed run left: its journal does not tell of them."""
    for file in spool.iterdir():
        if file.name != Rows.LINES:
            file.unlink()
