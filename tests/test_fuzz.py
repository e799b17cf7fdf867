"""A short run of the fuzzer with fixed numbers, and every input that once broke a promise, written by hand."""

import io
import re

import openpyxl
import pytest

from pipeline.models import Source
from pipeline.readers import read
from pipeline.readers.building import RawCell, RawTable, RawText, build
from pipeline.readers.pdf.tagged import tagged_tables
from tests.bombs import BOMBS, P, member, page, sheet
from tests.fuzz.mutators import mutant
from tests.fuzz.promises import hold
from tests.fuzz.run import Progress, figures, one
from tests.fuzz.seeds import FORMATS, rows, seeds, texts, word
from tests.tagging import Tagged

NUMBERS = 60


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_seeds_are_valid(file_format):
    assert {hold(data, f"made.{file_format}") for data in seeds(file_format)[:6]} == {"ok"}


@pytest.mark.parametrize("file_format", FORMATS)
def test_mutants_keep_the_promises(file_format):
    results = [hold(mutant(file_format, n), f"made.{file_format}", again=n % 8 == 0) for n in range(NUMBERS)]
    assert results.count("ok") > NUMBERS / 3


def test_a_number_is_one_mutant_for_ever():
    for file_format in FORMATS:
        assert mutant(file_format, 7) == mutant(file_format, 7)
        assert len({mutant(file_format, n) for n in range(20)}) > 15


def test_a_run_counts_and_keeps_what_breaks_a_promise(tmp_path, monkeypatch):
    progress = Progress(tmp_path)
    (tmp_path / "format").write_text("txt")
    one(progress, "txt", 3)
    monkeypatch.setattr("tests.fuzz.run.hold", lambda *_, **__: 1 / 0)
    one(progress, "txt", progress.number)
    assert progress.figures.inputs["txt"] == 2
    assert (tmp_path / "txt-0.txt").read_bytes() == mutant("txt", 0)
    assert "crash: 1 × ZeroDivisionError" in figures(tmp_path)


def tagged(words="公开", count=2):
    return Tagged().table([[([(words, 60 + 90 * c, 780 - 30 * r, 0)], 1, 1) for c in range(count)] for r in range(2)])


def test_half_of_a_pair_of_surrogates_in_a_font_s_table():
    data = tagged().replace("公开".encode("utf-16-be").hex().encode(), b"de54516c", 1)
    assert b"de54516c" in data
    assert hold(data, "a.pdf", again=True) == "ok"
    assert "\ufffd" in read(data, "a.pdf").text


def test_a_tagged_page_with_a_box_that_is_none():
    assert hold(tagged().replace(b"[0 0 595 842]", b"7" + b" " * 12), "a.pdf", again=True) == "ok"


def test_a_structure_that_goes_round_or_doubles_has_no_tables():
    for data in (BOMBS["pdf: an object that is itself"][1](), BOMBS["pdf: structure that doubles 50 times"][1]()):
        assert tagged_tables(data) == ()


def test_a_page_that_is_one_comment():
    assert hold(b"<!--<html><body><p>x</p></body></html>", "a.html") == "InputUnreadableError"


def test_a_style_that_is_not_there_leaves_stdout_to_the_result(capsys):
    styles = "xl/styles.xml"
    data = member(sheet(""), styles, lambda old: re.sub(rb"<cellStyleXfs.*?</cellStyleXfs>", b"<cellStyleXfs/>", old))
    assert hold(data, "a.xlsx") == "InputUnreadableError"
    assert capsys.readouterr().out == ""


def test_a_font_s_number_that_no_machine_has():
    data = member(sheet("公开"), "xl/styles.xml", lambda old: old.replace(b'fontId="0"', b'fontId="2147483648"'))
    assert hold(data, "a.xlsx") == "InputUnreadableError"


def test_a_number_too_large_for_its_format():
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for value in (1e300, -1e200, 1e15, 123456789012345678):
        book.active.append(["公开", value])
        book.active.cell(book.active.max_row, 2).number_format = "0.00"
    book.save(stream)
    assert hold(stream.getvalue(), "a.xlsx", again=True) == "ok"


def test_a_cell_that_spans_nothing():
    cells = tuple(RawCell(0, c, (RawText("公开"),), 0, 0) for c in range(2))
    made = build([RawTable((cells,))], Source(name="a", media_type="a", sha256="a", size=1, reader="pdf"))
    assert [(c.row_span, c.col_span) for c in made.blocks[0].rows[0]] == [(1, 1), (1, 1)]


def test_an_archive_of_a_later_version():
    data = word(P.format("公开")).replace(b"PK\x01\x02\x14\x03\x14\x00", b"PK\x01\x02\x14\x03\xff\x00")
    assert hold(data, "a.docx") == "InputUnreadableError"


@pytest.mark.parametrize(
    "charset", ["unicode_escape", "raw_unicode_escape", "punycode", "idna", "rot13", "undefined", "utf-7"]
)
def test_a_declared_character_set_that_is_none(charset):
    data = page("<p>\\ud800一、公开</p>").replace(b'"utf-8"', f'"{charset}"'.encode())
    assert hold(data, "a.html", again=True) == "ok"
    assert "一、公开" in read(data, "a.html").text


def test_marks_that_steer_are_harmless_wherever_they_stand():
    steering = "".join(chr(code) for code in (*range(1, 32), *range(127, 160), 0x202E, 0x2066, 0x2028))
    for words in texts()[:6]:
        lines = "\n".join(f"{line}{steering[i % len(steering)]}（2分）" for i, line in enumerate(words.split("\n")))
        assert hold(lines.encode(), "a.txt", again=True) == "ok"
    assert rows("一|二") == [["一", "二"]]


def test_a_line_of_hundreds_of_tabs_nests_no_hundreds_of_names():
    head = "2021年望川县重点工作考核评分细则\n\n一级指标\t二级指标\t具体要求\t分值\t评分标准\n"
    rows = "一、宣传\t（一）督导\t1.完善公示栏目。\t2\t酌情扣1-2分。\n\t\t2.落实培训。\t4\t未落实的不得分。\n"
    wide = "二、档案\t（一）检查" + "\t1." * 300 + "\t2\t未落实的不得分。\n"
    assert hold((head + rows + wide + rows).encode(), "a.txt", again=True) == "ok"


def test_a_row_that_heads_one_side_of_a_table_and_is_an_item_of_the_other():
    sides = "| 项目 | 加分内容 | 加分分值 | 减分内容 | 减分分值 |\n"
    again = "序号|考核内容|分值|责任单位\n"
    assert hold(f"{sides}{again}党员教育（20分）\n{again}{sides}".encode(), "a.txt", again=True) == "ok"
