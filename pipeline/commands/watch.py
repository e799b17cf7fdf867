"""The command's last line of defence: reading that takes more memory or time than any notice ends in one sentence."""

import os
import signal
import sys
from pathlib import Path
from threading import Thread
from time import process_time, sleep
from typing import Final

from pipeline.errors import LimitExceededError
from pipeline.language import tr

#: Megabytes of memory and seconds of processor time; the limits of the readers keep notices far below both.
MEMORY: Final = 450
SECONDS: Final = 60
_OFTEN: Final = 0.02
_STATM: Final = Path("/proc/self/statm")
_PAGE: Final = 4096


def watch() -> None:
    """Watch this process from now on.

    A thread sees what holds no lock, such as pdfium; a signal reaches what holds it, such as a regular expression.
    Python has no way to stop either but to end, so only a command may call this, never a library.
    """
    Thread(target=_watch, daemon=True).start()
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, lambda *_: _end_slow())
        signal.setitimer(signal.ITIMER_PROF, SECONDS)


def _watch() -> None:
    while True:
        sleep(_OFTEN)
        if _megabytes() > MEMORY:
            _end(tr("zhibiao: reading this takes more than {most} megabytes of memory, as no notice does", most=MEMORY))
        if process_time() > SECONDS:
            _end_slow()


def _megabytes() -> float:
    """Return the memory in use; 0 where the system does not tell."""
    try:
        return int(_STATM.read_text().split()[1]) * _PAGE / 2**20
    except OSError:
        return 0


def _end_slow() -> None:
    _end(tr("zhibiao: reading this takes more than {most} seconds of processor time, as no notice does", most=SECONDS))


def _end(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
    os._exit(LimitExceededError.exit_code)
