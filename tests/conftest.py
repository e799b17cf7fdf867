"""What every test may need: the repository's documents, and notices made of them."""

import os
import shutil
from functools import cache
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


@cache
def programs() -> dict[str, str]:
    """The outside programs that tests may need and that are here, by name; servers stand outside the PATH."""
    folders = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")))
    search = os.pathsep.join([os.environ.get("PATH", ""), *folders])
    found = {name: shutil.which(name, path=search) for name in ("soffice", "initdb", "pg_ctl")}
    return {name: path for name, path in found.items() if path is not None}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests that need a program which is not there; pytest says how many were deselected."""
    outside = [i for i in items for m in i.iter_markers("outside") if not set(m.args) <= programs().keys()]
    items[:] = [item for item in items if item not in outside]
    config.hook.pytest_deselected(items=outside)


@pytest.fixture(scope="session")
def notices() -> dict[str, Notice]:
    """The conversion of each provided text, by the document's name."""
    return {path.stem: convert(path) for path in TEXTS}
