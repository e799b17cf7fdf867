"""Where conversions run: an executor of the standard interface, what it is given, and how many it runs at once."""

import os
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass

from pipeline.batch.records import Job, Outcome
from pipeline.batch.workers import Crew


@dataclass(frozen=True, slots=True)
class Engine:
    """An executor, what it runs for a job, how many it runs at once, and how all of it is ended at once."""

    executor: Executor
    convert: Callable[[Job], Outcome]
    width: int
    close: Callable[[], None]


def here(jobs: int | None) -> Engine:
    """Return an engine on this machine: a thread for each worker process, which waits for it."""
    width = jobs or cores()
    executor, crew = ThreadPoolExecutor(width), Crew()

    def close() -> None:
        executor.shutdown(wait=False, cancel_futures=True)
        crew.close()
        executor.shutdown()

    return Engine(executor, crew.convert, width, close)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
