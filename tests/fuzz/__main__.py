"""A long run by hand: python -m tests.fuzz --minutes 30 [--format pdf] [--folder DIR]; it goes on where it stopped."""

import argparse
import json
import os
import signal
import sys
import time
from pathlib import Path

from tests.fuzz.run import Progress, figures, start
from tests.fuzz.seeds import FORMATS

#: An input that holds a worker for so long has hung where no signal reaches it.
HUNG = 90.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--format", choices=FORMATS, action="append", dest="formats")
    parser.add_argument("--folder", type=Path, default=Path("fuzz-found"))
    parser.add_argument(
        "--first", type=int, default=0, help="a new folder's first input; runs side by side need others"
    )
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    formats = tuple(chosen.formats or FORMATS)
    until = time.monotonic() + 60 * chosen.minutes
    progress = Progress(chosen.folder)
    progress.number = max(progress.number, chosen.first)
    while time.monotonic() < until:
        worker = start(progress, formats, until)
        _watch(worker, progress, until)
    told = figures(chosen.folder)
    print(told)
    return 1 if json.loads((chosen.folder / "figures.json").read_text("utf-8"))["crashes"] else 0


def _watch(worker: int, progress: Progress, until: float) -> None:
    """Wait for a worker; one that hangs is killed, and the input that killed or held it is kept."""
    last, since = progress.number, time.monotonic()
    while True:
        done, status = os.waitpid(worker, os.WNOHANG)
        if done:
            break
        if progress.number != last:
            last, since = progress.number, time.monotonic()
        elif time.monotonic() - since > HUNG:
            os.kill(worker, signal.SIGKILL)
        time.sleep(0.5)
    if status and (os.WIFSIGNALED(status) or os.WEXITSTATUS(status)):
        progress.died(status)


if __name__ == "__main__":
    sys.exit(main())
