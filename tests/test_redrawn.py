"""Tables drawn with signs in the paragraphs of a page or a Word file, as a text file's are."""

import docx
import pytest

from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import outline
from tests.test_word import saved

TITLE = "青石县2024年护林考核细则"
BOX = """
┌──┬────┬──────┬──┐
│序号│考核内容│评分标准　　│分值│
├──┼────┼──────┼──┤
│1 　│巡护山林│每缺一次扣1 │40　│
│　　│　　　　│分。　　　　│　　│
├──┼────┼──────┼──┤
│2 　│清理水沟│未完成不得分│60　│
└──┴────┴──────┴──┘
"""
PIPES = """
|序号|考核内容|评分标准|分值|
|---|---|---|---|
|1|巡护山林|每缺一次扣1分。|40|
|2|清理水沟|未完成不得分|60|
"""
BEHIND = "注：由县林业局解释。"


def as_page(lines):
    written = "\n".join(lines)
    return read(f"<html><body><pre>{written}</pre></body></html>".encode(), "made.html")


def as_paragraphs(lines):
    written = "".join(f"<p>{line}</p>" for line in lines)
    return read(f"<html><body>{written}</body></html>".encode(), "made.html")


def as_word(lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return read(saved(document), "made.docx")


def as_text(lines):
    return read("\n".join(lines).encode(), "made.txt")


WRITTEN = pytest.mark.parametrize("written", [as_page, as_paragraphs, as_word, as_text])


@WRITTEN
@pytest.mark.parametrize("drawn", [BOX, PIPES])
def test_a_table_drawn_with_signs_is_one_whatever_the_file(written, drawn):
    made = convert_document(written([TITLE, *drawn.strip().split("\n"), BEHIND]))
    (scheme,) = made.schemes
    assert outline(scheme.items) == [("1", "巡护山林", 40), ("2", "清理水沟", 60)]
    assert [item.scoring for item in scheme.items] == ["每缺一次扣1分。", "未完成不得分"]
    assert scheme.notes == ("由县林业局解释。",)
    assert made.coverage == 1


@WRITTEN
def test_what_is_taken_out_of_a_frame_is_told(written):
    document = written([TITLE, *BOX.strip().split("\n"), BEHIND])
    assert [dict(r.figures) for r in document.remarks if r.code == "boxes_redrawn"] == [{"count": "1"}]


@pytest.mark.parametrize("written", [as_page, as_paragraphs, as_word])
@pytest.mark.parametrize(
    "lines", [["|一、巡护山林", "二、清理水沟"], ["│", "│", "巡护"], ["|首页|公开|"], ["+巡护", "+清沟"]]
)
def test_other_lines_that_begin_with_such_signs_stay(written, lines):
    document = written([TITLE, *lines])
    assert [block.text.chars for block in document.blocks] == [TITLE, *lines]
