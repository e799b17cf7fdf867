"""English and Chinese: every message has both, the figures survive, and what machines read never changes."""

import io
import json
import re

import pytest
from babel.messages.mofile import write_mo
from openpyxl import load_workbook

from pipeline.checks.catalog import localized
from pipeline.convert import convert
from pipeline.errors import InputMissingError
from pipeline.export.sheets import as_workbook
from pipeline.language import tr, using, wanted
from tests.catalogue import LOCALE, catalogue, ids
from tests.conftest import CORPUS
from tests.making import notice
from tests.running import run

PLACES = re.compile(r"\{(\w+)")
WRONG = "2021年青石县政务公开考核细则\n一、公开（10分）\n1.建立台账（4分）\n2.制定方案（5分）\n"


def test_every_message_is_translated_and_nothing_else_is():
    known = {m.id: m.string for m in catalogue("zh") if m.id}
    assert ids() - known.keys() == set()
    assert known.keys() - ids() == set()
    assert [text for text, said in known.items() if not said] == []


def test_a_translation_has_the_same_figures():
    for message in catalogue("zh"):
        if message.id:
            assert sorted(PLACES.findall(message.string)) == sorted(PLACES.findall(message.id)), message.id


def test_examples_and_commands_are_the_same_in_both():
    for message in catalogue("zh"):
        for command in re.findall(r"`(zhibiao [^`]+)`|Example: (zhibiao .+)$", message.id or ""):
            assert (command[0] or command[1]) in message.string


def test_the_compiled_catalogue_is_the_written_one():
    made = io.BytesIO()
    write_mo(made, catalogue("zh"))
    assert (LOCALE / "zh" / "LC_MESSAGES" / "zhibiao.mo").read_bytes() == made.getvalue()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*-20*")), ids=lambda p: p.name)
def test_every_finding_is_said_in_chinese(path):
    for found in convert(path).findings:
        with using("zh"):
            said = localized(found)
        assert said != found.message
        assert "{" not in said
        assert localized(found) == found.message


def test_an_error_is_told_in_the_language_at_hand_and_is_english_in_code():
    error = InputMissingError("{path}: no such file", path="a {b}.txt")
    with using("zh"):
        assert error.told == "a {b}.txt：没有这个文件"
    assert str(error) == error.told == "a {b}.txt: no such file"


@pytest.mark.parametrize(
    ("arguments", "variables", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8", "ZHIBIAO_LANG": "en"}, "en"),
        (["--lang", "zh", "check"], {"ZHIBIAO_LANG": "en"}, "zh"),
        (["--lang=en"], {"LANG": "zh_CN"}, "en"),
        (["check", "--", "--lang", "zh"], {}, "en"),
        (["--lang"], {"LANG": "zh_CN"}, "en"),
    ],
)
def test_who_says_the_language(monkeypatch, arguments, variables, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "ZHIBIAO_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wanted(arguments) == language


@pytest.fixture
def wrong(tmp_path):
    file = tmp_path / "草案.txt"
    file.write_text(WRONG, "utf-8")
    return file


def test_the_command_speaks_chinese(wrong, tmp_path):
    shown = run("check", wrong, env={"ZHIBIAO_LANG": "zh"}).stdout.decode()
    assert "警告 children_sum: “公开”写的是10，下级合计9" in shown
    assert "没有这个文件" in run("--lang", "zh", "convert", tmp_path / "none.txt").stderr.decode()
    shown = run("diff", "--help", env={"ZHIBIAO_LANG": "zh"}).stdout.decode()
    assert "示例：zhibiao diff 2019.docx 2020.pdf" in shown
    assert "选项" in shown
    assert run("--lang", "fr", "check", wrong).returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [["convert"], ["check", "--json"], ["check", "--format", "sarif"], ["check", "--format", "github"], ["export", "--to", "csv"],
     ["export", "--to", "jsonl"]],
)  # fmt: skip
def test_what_machines_read_is_the_same_bytes_in_any_language(arguments, wrong):
    made = [
        run(arguments[0], wrong, *arguments[1:], env={"ZHIBIAO_LANG": language}).stdout for language in ("en", "zh")
    ]
    assert made[0] == made[1] != b""


def test_the_json_of_a_comparison_is_english(wrong, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(WRONG.replace("4分", "5分"), "utf-8")
    made = [run("diff", wrong, other, "--json", env={"ZHIBIAO_LANG": lang}).stdout for lang in ("en", "zh")]
    assert made[0] == made[1]
    assert json.loads(made[0])["changes"][0]["told"].startswith("points of")


def test_a_workbook_has_headings_in_the_language_at_hand():
    made = notice(WRONG)
    with using("zh"):
        book = load_workbook(io.BytesIO(as_workbook(made)))
    assert [c.value for c in book.worksheets[0][1]] == ["第1级", "第2级", "分值"]
    assert book["问题"]["C2"].value == "“公开”写的是10，下级合计9"
    assert load_workbook(io.BytesIO(as_workbook(made)))["findings"]["C2"].value.startswith("“公开” states 10")


def test_an_unknown_message_is_said_as_it_is():
    with using("zh"):
        assert tr("no such message {n}", n=1) == "no such message 1"
        assert tr("") == ""
