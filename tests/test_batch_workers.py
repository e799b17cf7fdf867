"""The workers of a batch: each file within its time and memory; one that hangs, swells or dies takes nothing with it."""

import os
import signal
import time
from hashlib import sha256
from pathlib import Path
from threading import Thread

import psutil
import pytest

from pipeline.batch.contents import identified
from pipeline.batch.listing import Listing
from pipeline.batch.records import Failed, Job, Limits, Made
from pipeline.batch.workers import Crew
from tests.killing import COMMAND
from tests.many.archive import journal
from tests.running import run

ROOMY = Limits(120.0, 2 << 30)
SMALL = "2021年望川县考核细则\n一、公开（10分）\n1.建立台账（10分）\n"
#: A table one cell a line, as long as is read at all: ten times the longest time given to it below where this was
#: written, since no test may hang on how fast the machine is.
LONG = "2021年望川县考核细则\n\n考核项目\n具体要求\n分值\n评分标准\n" + "".join(
    f"{i + 1}.开展第{i}项检查并做好资料归档工作\n1\n每少一次扣0.5分\n" for i in range(6500)
)


@pytest.fixture
def crew():
    made = Crew()
    yield made
    made.close()


def job(tmp_path, words, limits, name="a.txt"):
    file = tmp_path / name
    file.write_text(words, "utf-8")
    (identity,) = identified(tuple(Listing([str(file)]).places()))
    return Job(identity.place, identity.sha256, str(tmp_path), "json", limits)


def workers():
    return {child.pid for child in psutil.Process().children(recursive=True)}


def test_a_worker_is_kept_between_files(crew, tmp_path):
    first = crew.convert(job(tmp_path, SMALL, ROOMY))
    known = workers()
    second = crew.convert(job(tmp_path, SMALL, ROOMY))
    assert isinstance(first, Made)
    assert isinstance(second, Made)
    assert workers() == known
    assert Path(first.file).read_bytes() == run("convert", tmp_path / "a.txt").stdout


def test_a_file_beyond_its_time_is_given_up_and_the_next_is_done(crew, tmp_path):
    failed = crew.convert(job(tmp_path, LONG, Limits(2.0, 2 << 30)))
    assert isinstance(failed, Failed)
    assert (failed.code, failed.reason) == ("timeout", "it was not done after 2 seconds; see --timeout")
    assert workers() == set()
    assert isinstance(crew.convert(job(tmp_path, SMALL, ROOMY)), Made)


def test_a_file_beyond_its_memory_is_given_up_and_the_next_is_done(crew, tmp_path):
    failed = crew.convert(job(tmp_path, LONG, Limits(300.0, 90 << 20)))
    assert isinstance(failed, Failed)
    assert (failed.code, failed.reason) == ("memory", "it took more than 90 MB; see --memory")
    assert isinstance(crew.convert(job(tmp_path, SMALL, ROOMY)), Made)


def test_a_worker_that_dies_is_told_and_replaced(crew, tmp_path):
    def kill():
        while not workers():
            time.sleep(0.05)
        os.kill(workers().pop(), signal.SIGKILL)

    crew.convert(job(tmp_path, SMALL, ROOMY))
    killer = Thread(target=kill)
    work = job(tmp_path, LONG, ROOMY)
    killer.start()
    failed = crew.convert(work)
    killer.join()
    assert isinstance(failed, Failed)
    assert (failed.code, failed.reason) == ("crashed", "its worker process died (exit -9)")
    assert isinstance(crew.convert(job(tmp_path, SMALL, ROOMY)), Made)


def test_a_worker_that_kept_much_does_not_take_another_file(crew, tmp_path):
    assert isinstance(crew.convert(job(tmp_path, SMALL, Limits(120.0, 60 << 20))), Made | Failed)
    assert workers() == set()


def test_a_file_that_changes_between_its_hash_and_its_turn_is_told(crew, tmp_path):
    work = job(tmp_path, SMALL, ROOMY)
    (tmp_path / "a.txt").write_text(SMALL * 2, "utf-8")
    failed = crew.convert(work)
    assert isinstance(failed, Failed)
    assert failed.code == "changed"
    assert sha256((tmp_path / "a.txt").read_bytes()).hexdigest() != work.sha256


def test_the_rest_is_done_beside_a_file_that_hangs_and_a_worker_outlives_no_batch(tmp_path):
    for i in range(4):
        (tmp_path / f"{i}.txt").write_text(SMALL.replace("望川", "望青白云"[i]), "utf-8")
    (tmp_path / "2a.txt").write_text(LONG, "utf-8")
    outcome = run("batch", tmp_path, "-o", tmp_path / "out", "--timeout", 3, "--jobs", 2)
    assert outcome.returncode == 1
    lines = journal(tmp_path / "out")[1:]
    assert sorted(line["event"] for line in lines) == ["done"] * 4 + ["failed"]
    assert [line["code"] for line in lines if line["event"] == "failed"] == ["timeout"]
    assert f"{tmp_path / '2a.txt'}: it was not done after 3 seconds" in outcome.stderr.decode()


def test_a_worker_at_work_ends_itself_after_its_batch_was_killed(tmp_path):
    import subprocess

    (tmp_path / "a.txt").write_text(LONG, "utf-8")
    process = subprocess.Popen(
        [COMMAND, "batch", tmp_path, "-o", tmp_path / "out", "--timeout", "3", "--jobs", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while not (found := [c for c in psutil.Process(process.pid).children() if c.cpu_times().user > 1.0]):
        time.sleep(0.05)
        assert process.poll() is None
    process.kill()
    process.wait()
    assert psutil.wait_procs(found, timeout=60)[1] == []
