"""What passes between the batch, its executor and its journal: small frozen values, paths and no bytes of documents."""

from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

from pipeline.errors import InputMissingError, ZhibiaoError
from pipeline.language import tr

Shape = Literal["json", "jsonl", "parquet"]
Event = Literal["done", "failed", "alias"]
_SURROGATE: Final = "\ufffd"


@dataclass(frozen=True, slots=True)
class Place:
    """One file to convert: a path or URL, or a member of an archive there; `parts` are what names its output.

    `path` is as it was given, `where` as a process with another working folder finds it.
    """

    path: str
    parts: tuple[str, ...]
    where: str
    member: int | None = None
    inside: str = ""

    @property
    def shown(self) -> str:
        """What the place is called in the journal and in messages."""
        return self.path if self.member is None else f"{self.path}!{self.inside}"

    @property
    def name(self) -> str:
        """The file's own name; characters that are none become a mark."""
        return "".join(_SURROGATE if "\ud800" <= char <= "\udfff" else char for char in self.parts[-1])


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a file was not converted: a code for machines, a sentence with its figures for people."""

    code: str
    message: str
    figures: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def reason(self) -> str:
        """The sentence in English, as the journal keeps it."""
        return self.message.format(**self.figures)

    @property
    def told(self) -> str:
        """The sentence in the language at hand."""
        return tr(self.message, **{k: tr(v) if k == "what" else v for k, v in self.figures.items()})

    @classmethod
    def of(cls, error: ZhibiaoError) -> "Failed":
        """Take over a typed error."""
        code = "missing" if isinstance(error, InputMissingError) else "unreadable"
        return cls(code, error.message, {key: str(value) for key, value in error.figures.items()})


@dataclass(frozen=True, slots=True)
class Identity:
    """A place and what its content hashes to, or why it cannot be read."""

    place: Place
    sha256: str = ""
    failed: Failed | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: seconds, and bytes of its worker's memory."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Job:
    """One conversion: what to read, what it must hash to, where to leave the result and in which shape."""

    place: Place
    sha256: str
    spool: str
    shape: Shape
    limits: Limits


@dataclass(frozen=True, slots=True)
class Stats:
    """What the summary tells of a converted notice."""

    kind: str
    coverage: float
    schemes: int
    items: int
    size: int
    findings: dict[str, int]


@dataclass(frozen=True, slots=True)
class Made:
    """A conversion that worked: its figures, and the spooled file, or its bytes (deflated) from another machine."""

    stats: Stats
    seconds: float
    file: str
    sent: bytes | None = None


Outcome = Made | Failed


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal."""

    event: Event
    source: str
    sha256: str | None = None
    output: str | None = None
    end: int | None = None
    stats: Stats | None = None
    seconds: float | None = None
    code: str | None = None
    reason: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return what the journal keeps: what is known."""
        return {key: value for key, value in asdict(self).items() if value is not None}

    @classmethod
    def from_json(cls, line: dict[str, Any]) -> "Entry":
        """Read a line back."""
        stats = line.get("stats")
        return cls(**{**line, "stats": Stats(**stats) if stats else None})
