"""Headings that the format marks and nothing numbers: of web pages, Word files, Markdown."""

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pipeline.convert import convert_document
from pipeline.models import Notice
from pipeline.readers import read
from tests.making import codes, notice, outline

TITLE = "望川县2023年重点工作任务清单"
LINES = [
    (1, TITLE),
    (None, "为抓好落实，制定本清单。"),
    (2, "人居环境"),
    (None, "1.改厕500户。（责任单位：县农业农村局；6月底前完成）"),
    (None, "2.修缮道路。（责任单位：县交通运输局）"),
    (2, "养老服务"),
    (None, "1.建养老院两所。（责任单位：县民政局）"),
    (None, "2.办食堂三处。（责任单位：县民政局）"),
]
TREE = [
    (None, "人居环境", None, [("1.", "改厕500户。", None), ("2.", "修缮道路。", None)]),
    (None, "养老服务", None, [("1.", "建养老院两所。", None), ("2.", "办食堂三处。", None)]),
]


def web(lines) -> Notice:
    drawn = "".join(f"<h{level}>{words}</h{level}>" if level else f"<p>{words}</p>" for level, words in lines)
    return convert_document(read(f"<!DOCTYPE html><html><body>{drawn}</body></html>".encode(), "made.html"))


def word(lines, *, own: bool = False) -> Notice:
    """A Word file whose headings have a style, or their `own` outline level and none."""
    made, stream = docx.Document(), io.BytesIO()
    for level, words in lines:
        style = None if level is None or own else "Title" if level == 1 else f"Heading {level - 1}"
        paragraph = made.add_paragraph(words, style=style)
        if own and level is not None and level > 1:
            mark = OxmlElement("w:outlineLvl")
            mark.set(qn("w:val"), str(level - 2))
            paragraph._p.get_or_add_pPr().append(mark)
    made.save(stream)
    return convert_document(read(stream.getvalue(), "made.docx"))


def markdown(lines) -> Notice:
    return notice("\n\n".join(f"{'#' * level} {words}" if level else words for level, words in lines) + "\n")


@pytest.mark.parametrize("made", [web, word, lambda lines: word(lines, own=True), markdown])
def test_headings_of_one_level_stand_over_the_tasks_below_them(made):
    found = made(LINES)
    assert outline(found.schemes[0].items) == TREE
    assert "numbering_repeated" not in codes(found)


def test_a_further_level_stands_below_and_carries_its_points():
    found = web(
        [
            (1, "望川县2023年绩效考核办法"), (2, "考核内容"), (3, "党的建设（30分）"), (None, "开展主题教育，缺一次扣1分。"),
            (3, "经济发展（70分）"), (None, "（一）完成投资。40分。"), (None, "（二）培育企业。30分。"),
            (2, "结果运用"), (None, "评为优秀的予以通报表扬。"),
        ]
    )  # fmt: skip
    (whole,) = outline(found.schemes[0].items)
    assert whole == (
        None, "考核内容", None,
        [(None, "党的建设", 30), (None, "经济发展", 70, [("（一）", "完成投资", 40), ("（二）", "培育企业", 30)])],
    )  # fmt: skip


def test_headings_below_numbered_ones_and_beside_them():
    task = "新增企业10家。（责任单位：县经信局）"
    below = web(
        [
            (1, TITLE),
            (2, "一、经济"),
            (3, "工业"),
            (None, task),
            (3, "农业"),
            (None, task),
            (2, "二、民生"),
            (3, "养老"),
            (None, task),
        ]
    )
    assert [(i.marker, i.title, [c.title for c in i.children]) for i in below.schemes[0].items] == [
        ("一、", "经济", ["工业", "农业"]), ("二、", "民生", ["养老"]),
    ]  # fmt: skip
    beside = web(
        [
            (1, TITLE),
            (2, "一、经济"),
            (None, f"1.{task}"),
            (2, "民生"),
            (None, f"1.{task}"),
            (2, "生态"),
            (None, f"1.{task}"),
        ]
    )
    assert [(i.marker, i.title) for i in beside.schemes[0].items] == [("一、", "经济"), (None, "民生"), (None, "生态")]


@pytest.mark.parametrize(
    "lines",
    [
        [(2, "人居环境"), *LINES[3:5]],  # one heading of its level divides nothing
        [(2, "各单位要高度重视。"), *LINES[3:5], (2, "县政府办定期通报。"), *LINES[6:]],  # sentences
        [*LINES[3:5], *LINES[6:], (2, "附件"), (2, "下载")],  # nothing below
    ],
)
def test_what_is_no_heading_opens_no_item(lines):
    found = web([(1, TITLE), *lines])
    assert all(item.marker for item in found.schemes[0].items)
