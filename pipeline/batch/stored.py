"""An output that also loads each notice into a database: what the journal calls done is in both."""

from pathlib import Path

from pipeline.batch.journal import Journal
from pipeline.batch.outputs import Output
from pipeline.batch.records import Entry, Identity
from pipeline.models import Notice
from pipeline.store.loading import Store


class Stored:
    """Another output, with a store beside it."""

    def __init__(self, output: Output, store: Store) -> None:
        self._output, self._store = output, store
        self.shape = output.shape

    def holds(self, entry: Entry) -> bool:
        """Whether a result is in both; one that the store lacks is converted again."""
        return self._output.holds(entry) and entry.sha256 is not None and self._store.holds(entry.sha256)

    def take(self, file: Path, identity: Identity) -> tuple[str | None, int | None]:
        """Load the notice, and then let the output take it: a kill in between loads it again, which changes nothing."""
        self._store.load(Notice.model_validate_json(file.read_bytes()))
        return self._output.take(file, identity)

    def flush(self) -> None:
        """Bring the output to disk; the store has brought its own."""
        self._output.flush()

    def finish(self, journal: Journal) -> None:
        """Finish the output."""
        self._output.finish(journal)

    def close(self) -> None:
        """Let go of the output."""
        self._output.close()
