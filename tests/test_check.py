"""`zhibiao check`: findings at their places, for people and machines."""

import json

import pytest
from rich.cells import cell_len

from normalizers.printable import printable
from pipeline.report.terminal import window
from tests.conftest import CORPUS
from tests.running import run

WRONG = "2021年青石县政务公开考核细则\n一、公开（10分）\n1.建立台账（4分）\n2.制定方案（5分）\n"
RIGHT = "2021年青石县政务公开考核细则\n一、公开（10分）\n1.建立台账（4分）\n2.制定方案（6分）\n"


@pytest.fixture
def wrong(tmp_path):
    file = tmp_path / "草案 一.txt"
    file.write_text(WRONG, "utf-8")
    return file


def test_a_finding_is_shown_at_its_line_with_a_mark_under_it(wrong):
    outcome = run("check", wrong)
    lines = outcome.stdout.decode().splitlines()
    assert outcome.returncode == 1
    assert lines[0] == f"{wrong}:2:1: warning children_sum: “公开” states 10, its children add up to 9"
    assert lines[1:3] == ["    一、公开（10分）", "    ^^^^^^^^^^^^^^^^"]
    assert lines[-1] == f"{wrong}: 1 warning"
    assert outcome.stderr == b""


def test_exit_codes(wrong, tmp_path):
    clean, empty = tmp_path / "clean.txt", tmp_path / "empty.txt"
    clean.write_text(RIGHT, "utf-8")
    empty.touch()
    assert run("check", clean).returncode == 0
    assert run("check", wrong).returncode == 1
    assert run("check", wrong, "--level", "error").returncode == 0
    assert run("check", wrong, "--level", "loud").returncode == 2
    assert run("check").returncode == 2
    assert run("check", tmp_path / "none.txt").returncode == 3
    assert run("check", empty).returncode == 3


def test_an_unreadable_file_does_not_stop_the_others(wrong, tmp_path):
    outcome = run("check", tmp_path / "none.txt", wrong)
    assert outcome.returncode == 3
    assert "no such file" in outcome.stderr.decode()
    assert "children_sum" in outcome.stdout.decode()


def test_json_has_each_finding_with_line_and_column(wrong):
    (file,) = json.loads(run("check", wrong, "--json").stdout)
    (found,) = file["findings"]
    assert (file["file"], found["code"], found["line"], found["column"]) == (str(wrong), "children_sum", 2, 1)
    assert WRONG[found["span"]["start"] : found["span"]["end"]].startswith("一、公开")


def test_sarif_names_rule_level_and_region(wrong):
    (only,) = json.loads(run("check", wrong, "--format", "sarif").stdout)["runs"]
    (result,) = only["results"]
    assert (result["ruleId"], result["level"]) == ("children_sum", "warning")
    assert [rule["id"] for rule in only["tool"]["driver"]["rules"]] == ["children_sum"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 2


def test_annotations_escape_what_divides_them(wrong):
    (line,) = run("check", wrong, "--format", "github").stdout.decode().splitlines()
    assert line.startswith(f"::warning file={wrong},line=2,col=1,title=children_sum::“公开” states 10")


def test_a_table_cell_and_a_page_are_named():
    shown = run("check", CORPUS / "yifeng-2020-assessment-scheme.pdf").stdout.decode()
    assert "[page 5, table 2, row 11, column 3]" in shown


@pytest.mark.parametrize("width", [40, 60, 120])
def test_lines_keep_to_the_terminal(width):
    shown = run("check", CORPUS / "yifeng-2020-assessment-scheme.txt", env={"COLUMNS": str(width)}).stdout.decode()
    assert all(cell_len(line) <= width for line in shown.splitlines() if line.startswith("    "))


def test_colour_is_for_terminals_that_want_it(wrong):
    assert b"\x1b[" not in run("check", wrong).stdout
    assert b"\x1b[" in run("check", wrong, env={"FORCE_COLOR": "1", "TERM": "xterm"}).stdout
    assert b"\x1b[33m" not in run("check", wrong, env={"FORCE_COLOR": "1", "TERM": "xterm", "NO_COLOR": "1"}).stdout


def test_a_window_shows_the_mark_wherever_it_stands():
    words = "甲" * 100 + "扣分" + "乙" * 100
    line, under = window(words, (100, 102), 40)
    assert cell_len(line) <= 40
    assert line[line.index("扣") :].startswith("扣分")
    assert cell_len(line[: line.index("扣")]) == under.index("^")
    assert under.strip() == "^^^^"


def test_of_an_endless_line_only_what_is_near_the_mark_is_looked_at(monkeypatch):
    measured = []
    monkeypatch.setattr(
        "pipeline.report.terminal.cell_len", lambda words: measured.append(len(words)) or cell_len(words)
    )
    line, under = window("甲" * 10_000 + "扣分" + "乙" * 10_000, (10_000, 10_002), 40)
    assert line == "…" + "甲" * 6 + "扣分" + "乙" * 11 + "…"
    assert under == " " * 13 + "^^^^"
    assert max(measured) <= 2 * 40


def test_nothing_in_a_document_steers_a_terminal():
    assert printable("a\x1b[31mb\rc\u202ed") == "a [31mb c d"
