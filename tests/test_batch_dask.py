"""A batch on a real Dask cluster of two worker processes: the same outputs as here, also when one is killed in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.killing import ended, inputs, wrong
from tests.many.archive import journal
from tests.running import COMMAND, run

DASK = str(Path(sys.executable).parent / "dask")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers, each a process with its nanny, as `dask` starts them; the address."""
    folder = tmp_path_factory.mktemp("dask")
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    known = folder / "scheduler.json"
    scheduler = subprocess.Popen(
        [DASK, "scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1", "--scheduler-file", known], **quiet
    )
    while not known.exists() or not known.read_text():
        time.sleep(0.1)
        assert scheduler.poll() is None
    address = json.loads(known.read_text())["address"]
    workers = subprocess.Popen(
        [DASK, "worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard", "--local-directory", folder],
        **quiet,
    )
    yield address
    for process in (workers, scheduler):
        children = psutil.Process(process.pid).children(recursive=True)
        process.terminate()
        process.wait(60)
        for child in psutil.wait_procs(children, timeout=20)[1]:
            child.kill()


def dask(address, made, output):
    return subprocess.Popen(
        [COMMAND, "batch", made.folder, "-o", output, "--dask", address], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def done(output):
    return sum(line["event"] == "done" for line in journal(output)) if (output / "batch.journal").exists() else 0


def converting(cluster_worker):
    return [c for c in cluster_worker.children() if "pipeline.batch.child" in " ".join(c.cmdline())]


def worker_processes():
    """The Dask workers that have converting processes below them."""
    found = [p for p in psutil.Process().children(recursive=True) if p.is_running()]
    return [p for p in found if p.name() != "zhibiao" and converting(p)]


def test_killing_a_worker_in_the_middle_loses_nothing_and_repeats_nothing(cluster, tmp_path):
    made = inputs(tmp_path / "in", 40)
    process = dask(cluster, made, tmp_path / "out")
    while done(tmp_path / "out") < 5:
        time.sleep(0.1)
        assert process.poll() is None, process.communicate()
    os.kill(worker_processes()[0].pid, signal.SIGKILL)
    _, told = process.communicate(timeout=300)
    assert process.returncode == 1, told.decode()
    assert wrong(made, tmp_path / "out") == []


def test_the_outputs_are_those_of_a_batch_here(cluster, tmp_path):
    made = inputs(tmp_path / "in", 12)
    ended(made, tmp_path / "here")
    process = dask(cluster, made, tmp_path / "there")
    process.communicate()
    files = [
        {p.relative_to(o): p.read_bytes() for p in o.rglob("*.json")} for o in (tmp_path / "here", tmp_path / "there")
    ]
    assert files[0] == files[1]
    kept = [sorted(_timeless(line) for line in journal(tmp_path / o)) for o in ("here", "there")]
    assert kept[0] == kept[1]


def _timeless(line):
    return json.dumps({key: value for key, value in line.items() if key != "seconds"}, sort_keys=True)


def test_a_scheduler_that_is_not_there_is_one_sentence(tmp_path):
    (tmp_path / "a.txt").write_text("一、公开（10分）\n", "utf-8")
    outcome = run("batch", tmp_path / "a.txt", "-o", tmp_path / "out", "--dask", "tcp://127.0.0.1:9")
    assert outcome.returncode == 3
    assert (
        outcome.stderr.decode().splitlines()[-1]
        == "zhibiao: tcp://127.0.0.1:9: no Dask scheduler with workers answers there"
    )
