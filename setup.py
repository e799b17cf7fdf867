"""Adds the compiled core to the build that pyproject.toml describes, where `ZHIBIAO_COMPILE=1` asks for one.

mypyc makes one extension of the modules that a conversion spends its time in. Each module's source stays beside it and
is what runs where nothing was compiled; docs/en/compiled.md tells what it buys and how it is tested.
"""

import os
from pathlib import Path
from typing import Final

from setuptools import Extension, setup

#: The folders and modules that are compiled. What is left out waits for files and for the user, or defines pydantic's
#: models, which mypyc leaves as they are.
CORE: Final = (
    "normalizers", "extractors",
    "pipeline/document.py", "pipeline/ledger.py", "pipeline/assemble", "pipeline/checks", "pipeline/segments",
    "pipeline/structure", "pipeline/readers/building.py", "pipeline/readers/encoding.py", "pipeline/readers/pinyin.py",
    "pipeline/readers/pdf", "pipeline/readers/plain", "pipeline/readers/web", "pipeline/readers/word",
)  # fmt: skip
#: Modules in those folders that stay as they are: their classes write their own attributes, or remember properties.
AS_THEY_ARE: Final = frozenset({
    "normalizers/patterns.py", "pipeline/readers/word/package.py", "pipeline/readers/word/styles.py",
})  # fmt: skip
#: A switch for the C compiler; what 3 buys over 2 is lost in the noise, and takes twice as long to build.
_LEVEL: Final = "2"


def compiled() -> list[str]:
    """Return the paths of the modules that are compiled, in order."""
    paths = (Path(name) for name in CORE)
    files = (file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path]))
    return sorted(f.as_posix() for f in files if f.name != "__init__.py" and f.as_posix() not in AS_THEY_ARE)


def extensions() -> list[Extension]:
    """Return the core as one extension; none where it is not asked for."""
    if os.environ.get("ZHIBIAO_COMPILE") != "1":
        return []
    from mypyc.build import mypycify

    return mypycify(
        ["--config-file", "pyproject.toml", *compiled()], opt_level=_LEVEL, multi_file=True, group_name="zhibiao"
    )


if __name__ == "__main__":
    setup(ext_modules=extensions())
