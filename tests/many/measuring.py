"""A batch measured: the rate of two processes as a ratio to one, and each worker's memory while it runs."""

import subprocess
import time
from pathlib import Path

import psutil

from tests.many.archive import journal
from tests.running import COMMAND


def rate(sources: list[str], output: Path, jobs: int) -> tuple[float, dict[int, list[tuple[int, int]]]]:
    """Run a batch; files a second from the first result to the last, and memory by worker with the results so far."""
    process = subprocess.Popen(
        [COMMAND, "batch", *sources, "-o", output, "--jobs", str(jobs), "--quiet"], stdout=subprocess.PIPE
    )
    seen: dict[int, list[tuple[int, int]]] = {}
    begun, first, lines = 0.0, 0, 0
    file = output / "batch.journal"
    while process.poll() is None:
        time.sleep(0.5)
        lines = file.read_bytes().count(b"\n") - 1 if file.exists() else 0
        if lines and not begun:
            begun, first = time.monotonic(), lines
        for pid, memory in _workers(process.pid):
            seen.setdefault(pid, []).append((lines, memory))
    taken = time.monotonic() - begun
    done = len(journal(output)) - 1
    return (done - first) / taken, seen


def _workers(pid: int) -> list[tuple[int, int]]:
    try:
        return [(child.pid, child.memory_info().rss) for child in psutil.Process(pid).children()]
    except psutil.Error:
        return []


def memory_lines(seen: dict[int, list[tuple[int, int]]], after: int) -> list[str]:
    """For each worker: memory once it had done so many files, and at the end."""
    told = []
    for pid, figures in seen.items():
        early = next((memory for lines, memory in figures if lines >= after * len(seen)), None)
        if early is not None:
            late = figures[-1][1]
            told.append(
                f"worker {pid}: {early / 2**20:.0f} MB after {after} files, {late / 2**20:.0f} MB at the end ({late / early - 1:+.1%})"
            )
    return told
