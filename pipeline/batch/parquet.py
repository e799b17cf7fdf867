"""One Parquet file, a row a notice: spooled as lines, assembled at the end, so that a kill leaves one of them whole."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.batch.journal import Journal
from pipeline.batch.outputs import Lines, changed
from pipeline.batch.records import Entry
from pipeline.errors import ExtraMissingError

if TYPE_CHECKING:
    import pyarrow as pa

#: What questions ask first stands in columns; a tree is recursive, which no Parquet type is, so all is in `notice`.
_COLUMNS: Final = {
    "sha256": "string", "name": "string", "title": "string", "kind": "string", "status": "string", "year": "int32",
    "year_end": "int32", "region": "string", "region_level": "string", "issuer": "string",
    "document_number": "string", "issued_on": "date32", "published_on": "date32", "coverage": "float64",
    "schemes": "int32", "findings": "int32", "notice": "string",
}  # fmt: skip
_GROUP_BYTES: Final = 32 << 20


class Rows(Lines):
    """A Parquet file; rows stand in the order in which they were done."""

    LINES: Final = "rows.jsonl"

    def __init__(self, path: Path, spool: Path, journal: Journal) -> None:
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError:
            raise ExtraMissingError("Parquet needs pyarrow; install it with `pip install 'zhibiao[parquet]'`") from None
        self._path, self._lines = path, spool / self.LINES
        if journal.whole and not path.exists():
            raise changed(path)
        super().__init__(self._lines, journal)

    def holds(self, entry: Entry) -> bool:
        """Whether the row is there or spooled: the journal tells of no other."""
        return entry.end is not None

    def finish(self, journal: Journal) -> None:
        """Add the spooled rows to those that are there, in a new file that takes the old one's place."""
        super().finish(journal)
        if self.end or not self._path.exists():
            new = self._lines.with_name("assembled.parquet")
            _write(new, _groups(self._path, self._lines))
            new.replace(self._path)
            journal.assembled()
        self._lines.unlink()


def _groups(old: Path, lines: Path) -> "Iterator[pa.Table]":
    """Yield the rows that are there, then the spooled ones; after a kill a row may be in both."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    known: set[str] = set()
    if old.exists():
        with pq.ParquetFile(old) as file:
            for i in range(file.num_row_groups):
                group = file.read_row_group(i)
                known.update(group.column("sha256").to_pylist())
                yield group
    for rows in _batched(lines, known):
        yield pa.table({name: [row[name] for row in rows] for name in _COLUMNS}, schema=_schema())


def _batched(lines: Path, known: set[str]) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    size = 0
    with lines.open(encoding="utf-8") as file:
        for line in file:
            row = _row(line.rstrip("\n"))
            if row["sha256"] not in known:
                rows.append(row)
                size += len(line)
            if size > _GROUP_BYTES:
                yield rows
                rows, size = [], 0
    if rows:
        yield rows


def _row(line: str) -> dict[str, Any]:
    notice = json.loads(line)
    row = {name: notice.get(name) for name in _COLUMNS}
    region = notice["region"] or {}
    days = {name: date.fromisoformat(notice[name]) for name in ("issued_on", "published_on") if notice[name]}
    return {
        **row, **days, "sha256": notice["source"]["sha256"], "name": notice["source"]["name"],
        "region": region.get("name"), "region_level": region.get("level"), "schemes": len(notice["schemes"]),
        "findings": len(notice["findings"]), "notice": line,
    }  # fmt: skip


def _schema() -> "pa.Schema":
    import pyarrow as pa

    return pa.schema([(name, getattr(pa, kind)()) for name, kind in _COLUMNS.items()])


def _write(path: Path, groups: "Iterator[pa.Table]") -> None:
    import pyarrow.parquet as pq

    with path.open("wb") as file:
        with pq.ParquetWriter(file, _schema(), compression="zstd") as writer:
            for group in groups:
                writer.write_table(group)
        file.flush()
        os.fsync(file.fileno())
