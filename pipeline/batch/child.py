"""A worker process: jobs as JSON lines on stdin, their outcomes on stdout; results left in the spool."""

import json
import os
import signal
import sys
from collections import Counter
from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import Any, Final

from pipeline.batch.contents import bytes_of
from pipeline.batch.records import Failed, Place, Stats
from pipeline.convert import convert
from pipeline.errors import ZhibiaoError
from pipeline.language import mark
from pipeline.models import Notice, to_json

#: A worker whose parent is gone ends itself so long after its file's time limit, even where a library hangs.
_GRACE: Final = 2.0


def main() -> None:
    """Answer jobs until stdin ends. What libraries print must not get between the answers."""
    answers = FileIO(os.dup(1), "wb")
    os.dup2(2, 1)
    _say(answers, {"ready": True})
    for line in sys.stdin.buffer:
        _say(answers, _answer(json.loads(line)))


def _say(answers: FileIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")


def _answer(job: dict[str, Any]) -> dict[str, Any]:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, job["seconds"] + _GRACE)
    try:
        return _converted(job)
    except ZhibiaoError as error:
        return _failed(Failed.of(error))
    except MemoryError:
        return _failed(Failed("memory", mark("there was no memory left for this file")))
    except RecursionError:
        return _failed(Failed("unreadable", mark("the file is nested too deeply to be a notice")))
    except Exception as error:  # a bug of ours; it must not stop the rest
        place = f"{type(error).__name__}: {error}"
        return _failed(
            Failed("internal", mark("zhibiao failed on this file ({reason}); please report it"), {"reason": place})
        )
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def _failed(failed: Failed) -> dict[str, Any]:
    return {"failed": {"code": failed.code, "message": failed.message, "figures": failed.figures}}


def _converted(job: dict[str, Any]) -> dict[str, Any]:
    place = Place(**{**job["place"], "parts": tuple(job["place"]["parts"])})
    data = bytes_of(place)
    if sha256(data).hexdigest() != job["sha256"]:
        return _failed(Failed("changed", mark("the file changed while it was read; run the batch again")))
    notice = convert(data, name=place.name)
    try:
        content = to_json(notice) if job["shape"] == "json" else notice.model_dump_json() + "\n"
        Path(job["file"]).write_bytes(content.encode("utf-8"))
    except OSError as error:
        return {"unwritten": error.strerror or str(error)}
    return {"stats": _stats(notice)}


def _stats(notice: Notice) -> dict[str, Any]:
    stats = Stats(
        notice.kind, notice.coverage, len(notice.schemes), sum(1 for scheme in notice.schemes for _ in scheme.walk()),
        notice.source.size, dict(Counter(finding.code for finding in notice.findings)),
    )  # fmt: skip
    return {name: getattr(stats, name) for name in Stats.__slots__}


if __name__ == "__main__":
    main()
