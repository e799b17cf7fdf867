"""The command where it is run: closed pipes, narrow and foreign consoles, completion, nothing but results on stdout."""

import subprocess

import pytest

from tests.conftest import CORPUS
from tests.running import COMMAND, run

YIFENG = CORPUS / "yifeng-2020-assessment-scheme.txt"


@pytest.mark.parametrize("arguments", [["convert"], ["check", "--level", "info"], ["text"], ["export", "--to", "csv"]])
def test_a_pipe_that_closes_early_is_no_error(arguments):
    line = f"'{COMMAND}' {arguments[0]} '{YIFENG}' {' '.join(arguments[1:])} | head -n 1"
    outcome = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert outcome.stdout.count(b"\n") == 1
    assert b"Traceback" not in outcome.stderr
    assert b"BrokenPipe" not in outcome.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp936", "cp1252"])
@pytest.mark.parametrize("arguments", [["check"], ["explain", "s1.1"]])
def test_a_console_without_chinese_still_works(encoding, arguments):
    outcome = run(arguments[0], YIFENG, *arguments[1:], env={"PYTHONIOENCODING": encoding})
    assert outcome.returncode in (0, 1)
    assert b"Traceback" not in outcome.stderr
    assert outcome.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell):
    script = run(env={"_ZHIBIAO_COMPLETE": f"{shell}_source"}).stdout.decode()
    assert "zhibiao" in script
    if shell == "bash":
        offered = run(
            env={"_ZHIBIAO_COMPLETE": "bash_complete", "COMP_WORDS": "zhibiao ex", "COMP_CWORD": "1"}
        ).stdout.decode()
        assert "export" in offered


def test_convert_to_another_shape_is_export(tmp_path):
    assert run("convert", YIFENG, "--to", "csv").stdout == run("export", YIFENG, "--to", "csv").stdout
    assert run("convert", YIFENG, "--to", "xlsx", "-o", tmp_path / "a.xlsx").returncode == 0
    assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"


def test_every_command_has_an_example_in_its_help():
    for name in ("convert", "check", "diff", "export", "score", "explain", "text", "schema", "evaluate", "doctor"):
        assert f"Example: zhibiao {name}" in run(name, "--help", env={"COLUMNS": "200"}).stdout.decode()
