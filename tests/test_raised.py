"""Raised figures: an exponent or a note's mark behind a number is no figure of it."""

import io

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from pipeline.document import Paragraph, Table
from pipeline.readers import read


def lines(document):
    """The paragraphs and, cell by cell, those of tables."""
    made = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            made.append(block.text.chars)
        elif isinstance(block, Table):
            made += [text.chars for row in block.rows for cell in row for text in cell.paragraphs]
    return made


def web(body):
    return lines(read(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "made.html"))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("新造林10<sup>4</sup>亩。", "新造林10⁴亩。"),
        ("浓度低于10<sup>-3</sup>克。", "浓度低于10⁻³克。"),
        ("得5<sup><a href='#n'>1</a></sup>分。", "得5¹分。"),
        ("得5<sup>1,2</sup>分。", "得5¹,²分。"),
        ("得5<sup>１</sup>分。", "得5¹分。"),
        ("造林10<span style='font-size:9px;vertical-align: super'>4</span>亩。", "造林10⁴亩。"),
        # What nothing joins with a number stays as it is: a note's mark in brackets, a word, what is all of a line.
        ("得5<sup>[1]</sup>分。", "得5[1]分。"),
        ("得5<sup>注1</sup>分。", "得5注1分。"),
        ("<sup>5</sup>分。", "5分。"),
        ("<sup>改厕<span>500</span>户。</sup>", "改厕500户。"),
        ("改厕过<sup>3</sup>/<sub>4</sub>。", "改厕过3/4。"),
        ("改厕过<sup>3</sup>⁄<sub>4</sub>。", "改厕过3⁄4。"),
        ("改厕过2<sup>3</sup>/<sub>4</sub>。", "改厕过2³/4。"),
        ("细颗粒物PM<sub>2.5</sub>。", "细颗粒物PM2.5。"),
        ("造林10<span style='vertical-align:baseline'>4</span>亩。", "造林104亩。"),
        # A note's mark may be lowered as well, behind a figure; behind a letter it belongs to a formula's name.
        ("得10<sub>4</sub>分。", "得10₄分。"),
        ("得10<sub>1,2</sub>分。", "得10₁,₂分。"),
        ("得10<span style='vertical-align:sub'>4</span>分。", "得10₄分。"),
        ("得10<sub>[4]</sub>分。", "得10[4]分。"),
        ("<sub>5</sub>分，得<sub>10</sub>分，得5 <sub>4</sub>分。", "5分，得10分，得5 4分。"),
        ("<sub>改厕5<span>0</span>户。</sub>", "改厕50户。"),
    ],
)
def test_raised_figures_of_a_page_are_none_of_the_number_before_them(written, read_as):
    assert web(f"<p>{written}</p>") == [read_as]
    assert (
        web(f"<table><tr><td>任务</td><td>单位</td></tr><tr><td>{written}</td><td>甲局</td></tr></table>")[2] == read_as
    )


def word(*runs, between=""):
    """The paragraphs of a Word file with one, of runs: each of its words and its properties."""
    made, stream = docx.Document(), io.BytesIO()
    written = between.join(f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>" for words, look in runs)
    made.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{written}</w:p>"))
    made.save(stream)
    return lines(read(stream.getvalue(), "made.docx"))


UP, LEVEL = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="baseline"/>'
DOWN = '<w:vertAlign w:val="subscript"/>'


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        ([("新造林10", ""), ("4", UP), ("亩。", "")], "新造林10⁴亩。"),
        ([("低于10", ""), ("-", UP), ("3", UP), ("克。", "")], "低于10⁻³克。"),
        ([("得5", ""), ("[1]", UP), ("分。", "")], "得5[1]分。"),
        ([("得5", ""), ("[", UP), ("1", UP), ("]", UP), ("分。", "")], "得5[1]分。"),
        ([("5", UP), ("分。", "")], "5分。"),
        ([("改厕过", ""), ("3", UP), ("/", ""), ("4", '<w:vertAlign w:val="subscript"/>')], "改厕过3/4"),
        ([("改厕过2", ""), ("3", UP), ("/4。", "")], "改厕过2³/4。"),
        ([("造林10", ""), ("4", LEVEL), ("亩。", "")], "造林104亩。"),
        ([("细颗粒物PM", ""), ("2.5", DOWN), ("。", "")], "细颗粒物PM2.5。"),
        ([("得10", ""), ("4", DOWN), ("分。", "")], "得10₄分。"),
        ([("得10", ""), ("1", DOWN), ("2", DOWN), ("分。", "")], "得10₁₂分。"),
        ([("得10", ""), ("[4]", DOWN), ("分。", "")], "得10[4]分。"),
        ([("得", ""), ("1", DOWN), ("0", DOWN), ("分。", "")], "得10分。"),
        ([("得5 ", ""), ("4", DOWN), ("分。", "")], "得5 4分。"),
        ([("改厕过3/", ""), ("4", DOWN), ("。", "")], "改厕过3/4。"),
    ],
)
def test_raised_figures_of_a_word_file_are_none_of_the_number_before_them(runs, read_as):
    assert word(*runs) == [read_as]


HIGHER, HIGH, LOW = (f'<w:position w:val="{halves}"/>' for halves in (10, 6, -6))


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        ([("新造林10", ""), ("4", HIGH), ("亩。", "")], "新造林10⁴亩。"),
        ([("低于10", ""), ("-", HIGH), ("3", HIGH), ("克。", "")], "低于10⁻³克。"),
        ([("绿地5km", ""), ("2", HIGH + '<w:sz w:val="14"/>'), ("。", "")], "绿地5km²。"),
        ([("改厕过2", ""), ("3", HIGH), ("/", ""), ("4", LOW), ("。", "")], "改厕过2³/4。"),
        ([("得5", ""), ("1", HIGHER + UP), ("分。", "")], "得5¹分。"),
        # A figure that stands higher than the words around it, or with all of its number, is one of the line's.
        ([("得", ""), ("5", HIGH), ("分。", "")], "得5分。"),
        ([("得", HIGH), ("1", HIGH), ("0", HIGH), ("分。", "")], "得10分。"),
        ([("得5", ""), ("[1]", HIGH), ("分。", "")], "得5[1]分。"),
        ([("改厕过", ""), ("3", HIGH), ("/", ""), ("4", LOW), ("。", "")], "改厕过3/4。"),
        ([("得1", ""), ("0", '<w:position w:val="2"/>'), ("分。", "")], "得10分。"),
        ([("得1", ""), ("0", '<w:position w:val="0"/>'), ("分。", "")], "得10分。"),
        ([("得1", ""), ("0", '<w:position w:val="x"/>'), ("分。", "")], "得10分。"),
        ([("细颗粒物PM", ""), ("2.5", LOW), ("。", "")], "细颗粒物PM2.5。"),
        ([("得10", ""), ("4", LOW), ("分。", "")], "得10₄分。"),
        ([("得1", ""), ("0", '<w:position w:val="-2"/>'), ("分。", "")], "得10分。"),
        ([("得", LOW), ("1", LOW), ("0", LOW), ("分。", "")], "得10分。"),
    ],
)
def test_figures_that_stand_higher_than_their_line_are_raised_behind_a_number(runs, read_as):
    assert word(*runs) == [read_as]


def test_what_says_nothing_of_the_text_may_stand_between_a_number_and_its_exponent():
    runs = (("新造林10", ""), ("4", HIGH), ("亩。", ""))
    assert word(*runs, between='<w:proofErr w:type="spellStart"/><w:bookmarkEnd w:id="7"/>') == ["新造林10⁴亩。"]


def sheet(*runs):
    """The lines of a cell of a spreadsheet with runs: each of its words and what its font says."""
    made, stream = openpyxl.Workbook(), io.BytesIO()
    made.active.append(["任务", "单位"])
    made.active.append(["改厕", "甲局"])
    made.active["A2"] = CellRichText(*(TextBlock(InlineFont(**look), words) if look else words for words, look in runs))
    made.save(stream)
    return lines(read(stream.getvalue(), "made.xlsx"))[2:-1]


RAISED = {"vertAlign": "superscript"}


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        ([("造林10", {}), ("4", RAISED), ("亩。", {})], "造林10⁴亩。"),
        ([("造林", {"b": True}), ("10", {}), ("-3", RAISED), ("亩。", {"b": True})], "造林10⁻³亩。"),
        ([("得5", {}), ("[1]", RAISED), ("分。", {})], "得5[1]分。"),
        ([("5", RAISED), ("分。", {})], "5分。"),
        ([("PM", {}), ("2.5", {"vertAlign": "subscript"}), ("。", {})], "PM2.5。"),
        ([("得10", {}), ("4", {"vertAlign": "subscript"}), ("分。", {})], "得10₄分。"),
        ([("得", {}), ("5", {"vertAlign": "subscript"}), ("分。", {})], "得5分。"),
        ([("得", {}), ("3", {"strike": True}), ("5", {}), ("1", RAISED), ("分。", {})], "得5¹分。"),
    ],
)
def test_raised_figures_of_a_cell_are_none_of_the_number_before_them(runs, read_as):
    assert sheet(*runs) == [read_as]
