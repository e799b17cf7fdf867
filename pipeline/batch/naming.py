"""Where a notice's output goes: below the output folder whatever the source is called, and never where another's is."""

from pathlib import PurePosixPath
from typing import Final

from pipeline.batch.records import Place

#: What some system does not take in a name, or reads as more than a name.
_FORBIDDEN: Final = frozenset('<>:"/\\|?*\x7f')
_DEVICES: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{i}" for i in range(1, 10)), *(f"lpt{i}" for i in range(1, 10)))
)
#: Names may have 255 bytes; the hash, the suffix and an ideograph's three bytes leave this.
_MOST_BYTES: Final = 180
_MOST_FOLDERS: Final = 8
#: Of a content's hash; two contents that share these and the name and the folder do not happen.
_HASH: Final = 16


def output_of(place: Place, sha256: str) -> str:
    """Return a place's output as a way below the output folder: its folders, its name, the head of its hash."""
    *folders, name = place.parts
    stem = name.rpartition(".")[0] or name
    clean = [cleaned(part) for part in folders if part.strip(". ")][-_MOST_FOLDERS:]
    return str(PurePosixPath(*clean, f"{cleaned(stem)}-{sha256[:_HASH]}.json"))


def cleaned(part: str) -> str:
    """Return a part of a way as a name that every system takes and none reads as a way."""
    safe = "".join("_" if char in _FORBIDDEN or not char.isprintable() else char for char in part)
    safe = safe.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .") or "_"
    return f"_{safe}" if safe.partition(".")[0].lower() in _DEVICES else safe
