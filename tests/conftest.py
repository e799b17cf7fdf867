"""What every test may need: the repository's documents, and notices made of them."""

from pathlib import Path

import pytest

from pipeline.convert import convert
from pipeline.models import Notice

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
GOLDEN = ROOT / "golden"
TEXTS = sorted(CORPUS.glob("*.txt"))
PROVIDED = sorted(p for p in CORPUS.iterdir() if p.is_file() and p.suffix != ".md")


def golden_of(path: Path) -> Path:
    """The golden of a provided document, whatever its format."""
    return GOLDEN / f"{path.stem.removesuffix('-autonumber')}.json"


@pytest.fixture(scope="session")
def notices() -> dict[str, Notice]:
    """The conversion of each provided text, by the document's name."""
    return {path.stem: convert(path) for path in TEXTS}
