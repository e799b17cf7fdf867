"""Titles that are set over several lines: soft breaks, paragraphs, headings of a page, lines of a PDF."""

import docx
import pytest

from pipeline.convert import convert_document
from pipeline.readers import read
from tests.test_pages_and_sheets import page
from tests.test_pdf import FONT, drawn
from tests.test_word import W, add, opened

BODY = (
    "为做好工作，制定本方案。",
    "一、组织领导（40分）",
    "1.成立专班。（县发改委负责，6月底前完成）",
    "二、业务工作（60分）",
    "2.做好公开。（县财政局负责）",
)


def word(*titles):
    """A file whose title's paragraphs have these runs."""
    document = docx.Document()
    for inner in titles:
        add(document, f'<w:p {W}><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{inner}</w:r></w:p>')
    for line in BODY:
        document.add_paragraph(line)
    return opened(document)


def broken(lines):
    return word("<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines))


def paragraphs(lines):
    return word(*(f"<w:t>{line}</w:t>" for line in lines))


def web(opening, between, closing, lines):
    return page(f"{opening}{between.join(lines)}{closing}" + "".join(f"<p>{line}</p>" for line in BODY))


def printed(lines):
    def draw(canvas, _):
        canvas.setFont(FONT, 20)
        for at, line in enumerate(lines):
            canvas.drawCentredString(297, 780 - 30 * at, line)
        canvas.setFont(FONT, 12)
        for at, line in enumerate(BODY):
            canvas.drawString(96, 660 - 18 * at, line)

    return read(drawn(draw), "made.pdf")


WAYS = {
    "word break": broken,
    "word paragraphs": paragraphs,
    "heading": lambda lines: web("<h1>", "<br>", "</h1>", lines),
    "centred": lambda lines: web("<p align=center>", "<br/>", "</p>", lines),
    "paragraphs": lambda lines: web("<p>", "</p><p>", "</p>", lines),
    "pdf": printed,
    "text": lambda lines: read("\n".join((*lines, *BODY)).encode(), "made.txt"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("lines", "title", "issuer", "status"),
    [
        (("望川县2024年政务公开工作", "考评方案"), "望川县2024年政务公开工作考评方案", None, "final"),
        (("望川县护林防火和病虫害防治工作", "2024年考核细则"), "望川县护林防火和病虫害防治工作2024年考核细则", None, "final"),
        (("望川县2024年重点任务", "责任分工方案", "（征求意见稿）"), "望川县2024年重点任务责任分工方案", None, "draft"),
        (("望川县2024年护林考核指标", "评分办法"), "望川县2024年护林考核指标评分办法", None, "final"),
        (("望川县林业局", "2024年护林工作考评方案"), "2024年护林工作考评方案", "望川县林业局", "final"),
        (("望川县", "2024年度乡镇（街道）综合考核实施办法"), "2024年度乡镇（街道）综合考核实施办法", None, "final"),
        (("望川县2024年护林工作要点", "（讨论稿）"), "望川县2024年护林工作要点", None, "draft"),
    ],
)  # fmt: skip
def test_a_title_over_several_lines_is_whole(way, lines, title, issuer, status):
    made = convert_document(WAYS[way](lines))
    whole = (
        (made.title or "").removesuffix(lines[-1]) if status == "draft" else made.title
    )  # on a PDF it is one paragraph
    assert (whole, made.issuer, made.status) == (title, issuer, status)
    assert [section.title for section in made.sections] == [None]
    assert [item.title for item in made.schemes[0].items] == ["组织领导", "业务工作"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("望川县2024年护林工作要点", "任务清单"), "望川县2024年护林工作要点"),  # whole, and the name of what follows
        (("望川县2024年护林任务", "由县林业局制定本方案"), "望川县2024年护林任务"),
        (("望川县2024年护林任务", "一、工作方案"), "望川县2024年护林任务"),
    ],
)
def test_a_line_below_a_whole_title_is_none_of_it(lines, title):
    assert convert_document(WAYS["text"](lines)).title == title
