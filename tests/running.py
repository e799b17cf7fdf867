"""The installed command, run as a user runs it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

COMMAND = str(Path(sys.executable).parent / "zhibiao")


def run(*arguments, env=None, **options):
    """Run `zhibiao` with bytes in and out."""
    return subprocess.run(
        [COMMAND, *map(str, arguments)], capture_output=True, cwd=options.pop("cwd", ROOT), check=False,
        env={**os.environ, **(env or {})}, **options,
    )  # fmt: skip
