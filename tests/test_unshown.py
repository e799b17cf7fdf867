"""Signs that show nothing, which web pages and programs leave between characters: no word or amount is cut by one."""

import docx
import pytest

from pipeline.convert import convert_document
from pipeline.errors import InputUnreadableError
from pipeline.readers import read
from tests.making import outline
from tests.test_pages_and_sheets import rows, workbook
from tests.test_word import saved

LINES = ("望川县2024年考核@细则", "一、党@建（4@0分）", "1.学习@。（县财@政局负责，6月@底前完成）", "二、业务（60分）")


def written(way, sign, lines=LINES):
    lines = [line.replace("@", sign) for line in lines]
    if way == "text":
        return read("\n".join(lines).encode(), "made.txt")
    if way in ("page", "entities"):
        lines = [line.replace(sign, f"&#{ord(sign)};") for line in lines] if way == "entities" else lines
        body = "".join(f"<p>{line}</p>" for line in lines)
        return read(f"<html><body>{body}</body></html>".encode(), "made.html")
    if way == "word":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        return read(saved(document), "made.docx")
    return read(workbook(lambda book: rows(book.active, *([line] for line in lines))), "made.xlsx")


@pytest.mark.parametrize("way", ["text", "page", "entities", "word", "sheet"])
@pytest.mark.parametrize("sign", ["\u200b", "\u200d", "\u200e", "\u202c", "\u2060", "\ufeff"])
def test_signs_that_show_nothing_cut_no_word_and_no_amount(way, sign):
    document = written(way, sign)
    assert sign not in document.text
    made = convert_document(document)
    assert made.title == "望川县2024年考核细则"
    first, second = made.schemes[0].items
    assert (outline((second,)), first.points.value) == ([("二、", "业务", 60)], 40)
    (child,) = first.children
    assert ([u.name for u in child.responsible], len(child.deadlines)) == (["县财政局"], 1)
    for item in (first, child):
        assert all(document.text[s.start : s.end] for s in item.spans)


@pytest.mark.parametrize("way", ["text", "page", "word"])
def test_a_link_keeps_its_place_and_a_file_of_nothing_else_is_empty(way):
    with pytest.raises(InputUnreadableError) if way != "word" else pytest.MonkeyPatch.context():
        assert written(way, "\u200b", ["@", "@@"]).text.strip() == ""
    page = "<p>见&#8203;<a href='https://x.gov.cn/a'>专&#8203;栏</a>。</p>"
    document = read(f"<html><body>{page}</body></html>".encode(), "made.html")
    assert [(x.text.chars, x.address) for x in document.links] == [("专栏", "https://x.gov.cn/a")]


@pytest.mark.parametrize("way", ["text", "page", "entities", "word", "sheet"])
def test_a_soft_hyphen_shows_nothing_but_between_figures(way):
    document = written(way, "\u00ad", ["望川县2024年考核@细则", "一、党@建（5@10分）"])
    assert document.text.split() == ["望川县2024年考核细则", "一、党建（5\u00ad10分）"]
