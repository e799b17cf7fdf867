"""Bytes to Document: encodings, newlines, dialects of tables, tags and marks."""

import codecs
import zipfile
from io import BytesIO

import pytest

from pipeline.document import Paragraph, Table
from pipeline.errors import InputUnreadableError
from pipeline.readers import read
from pipeline.readers.encoding import decode
from tests.conftest import TEXTS

SAMPLE = TEXTS[0].read_text("utf-8")[:400]


@pytest.mark.parametrize(
    ("encoding", "bom", "told"),
    [("utf-8", b"", "utf-8"), ("utf-8", codecs.BOM_UTF8, "utf-8"), ("gb18030", b"", "gb18030"), ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
     ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"), ("utf-16-le", b"", "utf-16-le"), ("utf-16-be", b"", "utf-16-be")],
)  # fmt: skip
def test_encodings(encoding, bom, told):
    found = decode(bom + SAMPLE.encode(encoding), "x")
    assert (found.text, found.encoding) == (SAMPLE, told)


def test_big5_for_traditional_text():
    traditional = (
        "關於印發二〇二〇年政務公開工作考評方案的通知\n各鄉鎮人民政府：\n現將考評方案印發給你們，請認真組織實施。\n"
    )
    found = decode(traditional.replace("〇", "零").encode("big5"), "x")
    assert (found.text, found.encoding) == (traditional.replace("〇", "零"), "big5")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_any_newline_gives_the_same_reading_text(newline):
    assert decode("一、甲\n二、乙\n".replace("\n", newline).encode(), "x").text == "一、甲\n二、乙\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "empty"), (b" \n\t ", "empty"), (codecs.BOM_UTF8, "no text"), (b"%PDF-1.4 ...", "broken or cut short"), (b"PK\x03\x04rest", "cut short"),
     (b"\xd0\xcf\x11\xe0rest", "legacy"), (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "utf-16"), (b"ab\x00cd\x00\x00\x00\xff", "no encoding")],
)  # fmt: skip
def test_unreadable_input_is_one_sentence_with_the_name(data, says):
    with pytest.raises(InputUnreadableError, match=says) as caught:
        read(data, "公告.txt")
    assert str(caught.value).startswith("公告.txt: ")


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [(b"\xd0\xcf\x11\xe0rest", "公告.doc", "old Word file"), (b"\xd0\xcf\x11\xe0rest", "公告.WPS", "WPS document"),
     (b"\xd0\xcf\x11\xe0rest", "公告.et", "WPS spreadsheet"), (b"\xd0\xcf\x11\xe0rest", "公告.xls", "old Excel file"),
     (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "公告.docx", "password"),
     (b"<?xml version='1.0'?>\r\n<?mso-application progid='Word.Document'?><w:wordDocument/>", "公告.doc", "Office file saved as XML"),
    (b"\xef\xbb\xbf<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>\n<Workbook/>", "公告.xls", "Office file saved as XML"),
    (b"<?xml version='1.0'?><pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'/>", "公告.xml", "Office file saved as XML"),
    (b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=x\r\n\r\n", "公告.mht", "browser"),
     (b"Rar!\x1a", "公告.rar", "RAR"), (b"II*\x00", "公告.tif", "image")],
)  # fmt: skip
def test_other_formats_are_named_with_the_way_out(data, name, says):
    with pytest.raises(InputUnreadableError, match=says):
        read(data, name)


@pytest.mark.parametrize(
    ("part", "says"), [("OFD.xml", "OFD"), ("META-INF/manifest.xml", "OpenDocument"), ("公告.docx", "an archive")]
)
def test_archives_that_are_documents_of_another_format(part, says):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(InputUnreadableError, match=says):
        read(packed.getvalue(), "公告.zip")


def test_a_letter_as_text_is_no_saved_page():
    assert [b.text.chars for b in blocks("From: 县林业局\nContent-Type: text/plain\n\n一、巡护。\n")][
        -1
    ] == "一、巡护。"


def blocks(words):
    return read(words.encode(), "x").blocks


def cells(table):
    return [[" ".join(p.chars for p in c.paragraphs) for c in row] for row in table.rows]


def test_a_row_a_line_with_tabs():
    (table,) = blocks("甲\t乙\t丙\n1\t\t3\n")
    assert cells(table) == [["甲", "乙", "丙"], ["1", "", "3"]]


def test_blank_lines_divide_tables_of_rows():
    assert [cells(b) for b in blocks("甲\t乙\n1\t2\n\n甲\t乙\n3\t4\n")] == [
        [["甲", "乙"], ["1", "2"]],
        [["甲", "乙"], ["3", "4"]],
    ]


def test_a_cell_a_line_behind_a_tab():
    title, table = blocks("清单\n\t甲\n\t乙\n\n\t1\n\t\n\n\t3\n\t4\n")
    assert isinstance(title, Paragraph)
    assert cells(table) == [["甲", "乙"], ["1", ""], ["3", "4"]]


@pytest.mark.parametrize(
    "words", ["\t一、加强领导\n\t二、健全机制\n\t三、强化保障\n", "姓名：张某\t电话：123\n请认真落实。\n"]
)
def test_tabs_that_make_no_table(words):
    assert not [b for b in blocks(words) if isinstance(b, Table)]


def test_tags_and_marks_are_layout():
    document = read("## 2020 年自评表\n甲\t<p>（一）公开。</p> <p>内容</p>\n乙\t**重点**\n---\n".encode(), "x")
    title, table = document.blocks
    assert (title.text.chars, title.heading) == ("2020年自评表", 1 + 1)
    assert [[p.chars for p in c.paragraphs] for row in table.rows for c in row] == [
        ["甲"],
        ["（一）公开。", "内容"],
        ["乙"],
        ["重点"],
    ]
    assert [t.chars for t in document.layout] == ["##", "<p>", "</p>", "<p>", "</p>", "**", "**", "---"]


def test_a_comparison_is_no_tag():
    (paragraph,) = blocks("资金<100万元且>50万元的项目")
    assert paragraph.text.chars == "资金<100万元且>50万元的项目"


def test_a_few_broken_bytes_are_shown_and_reported():
    data = TEXTS[0].read_bytes()
    at = data.index(b"\n", 900)
    document = read(data[:at] + b"\xff" + data[at:], "x.txt")
    assert document.text.count("\ufffd") == 1
    assert [r.code for r in document.remarks] == ["encoding_damaged"]


def test_rows_divided_by_pipes():
    document = read(
        "清单\n| 工作任务 | 责任单位 | 完成时限 |\n| --- | :--: | --- |\n| 推进项目 | 县发改委 | 5月底前 |\n| | 县财政局 | |\n".encode(),
        "x",
    )
    _, table = document.blocks
    assert cells(table) == [
        ["工作任务", "责任单位", "完成时限"],
        ["推进项目", "县发改委", "5月底前"],
        ["", "县财政局", ""],
    ]


def test_pipes_without_a_frame_and_a_sentence_with_a_pipe():
    assert [cells(b) for b in blocks("甲 | 乙 | 丙\n | 2 | 3\n")] == [[["甲", "乙", "丙"], ["", "2", "3"]]]
    assert all(isinstance(b, Paragraph) for b in blocks("首页 | 登录\n请认真落实。\n"))


@pytest.mark.parametrize(
    "words", ["任务,分值\n清淤,40\n", "清淤40分\n", "一、清淤（40分）", "县水利局\r\n各镇\r\n", "考核细则 2024"]
)
def test_a_few_words_in_the_old_encoding_are_no_text_of_two_bytes_each(words):
    assert read(words.encode("gb18030"), "made.txt").text.split() == words.split()
