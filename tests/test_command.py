"""The installed command, run as a user runs it."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import CORPUS, GOLDEN
from tests.running import COMMAND, run

TEXT = CORPUS / "xuancheng-2020-self-assessment.txt"


def test_convert_prints_json_and_nothing_else():
    outcome = run("convert", TEXT)
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert json.loads(outcome.stdout)["title"] == "2020年政务公开工作自评表"


def test_convert_writes_a_file_whole(tmp_path):
    target = tmp_path / "自评 表.json"
    outcome = run("convert", TEXT, "-o", target)
    assert (outcome.returncode, outcome.stdout) == (0, b"")
    assert target.read_bytes() == run("convert", TEXT).stdout
    assert [p.name for p in tmp_path.iterdir()] == [target.name]


def test_a_failed_conversion_leaves_the_old_file_alone(tmp_path):
    target, empty = tmp_path / "out.json", tmp_path / "empty.txt"
    target.write_text("old")
    empty.touch()
    assert run("convert", empty, "-o", target).returncode == 4
    assert target.read_text() == "old"


def test_text_prints_what_the_spans_index():
    shown = run("text", TEXT).stdout.decode("utf-8")
    region = json.loads(run("convert", CORPUS / "dongzhi-2020-task-list.txt").stdout)["region"]
    other = run("text", CORPUS / "dongzhi-2020-task-list.txt").stdout.decode("utf-8")
    assert shown == TEXT.read_text("utf-8")
    assert other[region["span"]["start"] : region["span"]["end"]] == region["raw"] == "东至县"


def test_schema_help_and_version():
    assert json.loads(run("schema").stdout)["$schema"].endswith("2020-12/schema")
    assert b"Exit codes" in run("--help").stdout
    assert run("--version").stdout.startswith(b"zhibiao 0.")


HEAVY = ("pydantic", "regex", "jieba", "spacy")


@pytest.mark.parametrize(
    ("arguments", "heavy"), [(["--help"], (*HEAVY, "importlib.metadata", "email.message")), (["--version"], HEAVY)]
)
def test_help_and_version_import_nothing_heavy(arguments, heavy):
    code = f"import sys; sys.argv = ['zhibiao', *{arguments!r}]\nfrom pipeline.cli import main\ntry: main()\nexcept SystemExit: pass\nprint(sorted(m for m in {heavy!r} if m in sys.modules), file=sys.stderr)"
    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert outcome.stderr.strip() == b"[]"


@pytest.mark.parametrize(
    ("content", "exit_code", "says"),
    [
        (None, 3, "no such file"),
        ("directory", 3, "this is a directory"),
        (b"", 4, "empty"),
        (b"%PDF-1.7", 4, "broken"),
        (b"\xff\xfe\x00\xd8\x00", 4, "utf-16"),
    ],
)
def test_bad_input_is_one_sentence_and_a_documented_exit_code(tmp_path, content, exit_code, says):
    path = tmp_path / "通知 一.txt"
    if content == "directory":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    outcome = run("convert", path)
    message = outcome.stderr.decode("utf-8")
    assert (outcome.returncode, outcome.stdout) == (exit_code, b"")
    assert message.startswith("zhibiao: ")
    assert path.name in message
    assert says in message
    assert message.count("\n") == 1


def test_an_output_that_cannot_be_written(tmp_path):
    outcome = run("convert", TEXT, "-o", tmp_path / "missing" / "out.json")
    assert (outcome.returncode, outcome.stdout) == (5, b"")
    assert b"cannot be written" in outcome.stderr


def test_wrong_usage_is_exit_2():
    assert run("convert").returncode == 2
    assert run("nothing").returncode == 2


def test_a_notice_without_a_scheme_is_converted(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("关于召开会议的通知\n各部门：\n请准时参加会议。\n", "utf-8")
    outcome = run("convert", path)
    assert outcome.returncode == 0
    assert [f["code"] for f in json.loads(outcome.stdout)["findings"]] == ["no_scheme"]


def test_standard_input_with_and_without_a_format():
    piped = run("convert", "-", input=TEXT.read_bytes())
    assert json.loads(piped.stdout)["title"] == "2020年政务公开工作自评表"
    forced = run("convert", "-", "--format", "docx", input=TEXT.read_bytes())
    assert (forced.returncode, forced.stderr.count(b"\n")) == (4, 1)
    assert run("convert", "-", "--format", "doc", input=b"x").returncode == 2


def test_a_page_named_pdf_is_read_as_a_page_with_a_finding(tmp_path):
    path = tmp_path / "notice.pdf"
    path.write_bytes((CORPUS / "yifeng-2020-assessment-scheme.html").read_bytes())
    made = json.loads(run("convert", path).stdout)
    assert (made["source"]["reader"], len(made["schemes"])) == ("html", 2)
    assert "format_mislabelled" in [f["code"] for f in made["findings"]]


def test_a_closed_pipe_is_no_traceback():
    outcome = subprocess.run(
        f"'{COMMAND}' convert '{CORPUS / 'yifeng-2020-assessment-scheme.txt'}' | head -c 10",
        shell=True, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    assert outcome.stdout == b'{\n  "schem'
    assert b"Traceback" not in outcome.stderr


def test_golden_diff_names_each_difference(tmp_path):
    golden = json.loads((GOLDEN / f"{TEXT.stem}.json").read_text("utf-8"))
    golden["year"] = 2019
    changed = tmp_path / "golden.json"
    changed.write_text(json.dumps(golden), "utf-8")
    assert run("golden", "diff", TEXT, GOLDEN / f"{TEXT.stem}.json").returncode == 0
    outcome = run("golden", "diff", TEXT, changed)
    assert (outcome.returncode, outcome.stdout.decode("utf-8")) == (1, "/year: golden 2019, conversion 2020\n")


def test_golden_rewrite_asks_first_and_shows_the_difference(tmp_path):
    golden = tmp_path / "golden.json"
    golden.write_text('{"year": 2019}', "utf-8")
    refused = run("golden", "rewrite", TEXT, golden, input=b"n\n")
    assert (refused.returncode, golden.read_text("utf-8")) == (1, '{"year": 2019}')
    assert b"/year: golden 2019, conversion 2020" in refused.stdout
    assert run("golden", "rewrite", TEXT, golden, input=b"y\n").returncode == 0
    assert run("golden", "diff", TEXT, golden).returncode == 0
