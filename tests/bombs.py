"""Files made to do harm, each written by code; python -m tests.bombs runs them all and prints what each took."""

import io
import json
import os
import resource
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

from pipeline.convert import convert
from tests.fuzz.mutators import printed
from tests.fuzz.seeds import FORMATS, W, packed, seeds, word
from tests.tagging import Tagged

MB = 2**20
P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
TITLE = "2021年望川县考核细则"


def member(data: bytes, name: str, content: bytes | Callable[[bytes], bytes]) -> bytes:
    """The same package with one member put in or changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {n: archive.read(n) for n in archive.namelist()}
    members[name] = content(members[name]) if callable(content) else content
    return packed(members)


def sheet(rows: str, more: str = "") -> bytes:
    """A spreadsheet whose rows are given as XML."""
    import openpyxl

    stream = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["考核项目", "分值"])
    book.save(stream)
    return member(stream.getvalue(), "xl/worksheets/sheet1.xml",
                  lambda old: old.replace(b"</sheetData>", f"{rows}</sheetData>{more}".encode()))  # fmt: skip


def page(body: str) -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>{TITLE}</p>{body}</body></html>'.encode()


def text(body: str) -> bytes:
    return f"{TITLE}\n{body}\n".encode()


def pdf(
    content: bytes, *, resources: bytes = b"", more: list[tuple[int, bytes]] | None = None, tree: bytes = b""
) -> bytes:
    """A file of one page with this content; objects from 10 on are free."""
    pages = tree or b"<</Type /Pages /Count 1 /Kids [3 0 R]>>"
    page_ = (
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F0 5 0 R>> %s>>>>"
        % resources
    )
    font = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
    return printed(
        [
            (1, b"<</Type /Catalog /Pages 2 0 R>>"),
            (2, pages),
            (3, page_),
            (4, stream(content)),
            (5, font),
            *(more or []),
        ]
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def deflated(content: bytes, times: int = 1, entries: bytes = b"") -> bytes:
    import zlib

    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter [%s] %s" % (b"/FlateDecode " * times, entries))


def forms(depth: int, fan: int) -> list[tuple[int, bytes]]:
    """Forms that each draw the next one several times."""
    made = []
    for i in range(depth):
        inner = (
            b"/Resources <</XObject <</X %d 0 R>>>>" % (11 + i)
            if i + 1 < depth
            else b"/Resources <</Font <</F0 5 0 R>>>>"
        )
        content = b"/X Do " * fan if i + 1 < depth else b"BT /F0 10 Tf (a) Tj ET"
        made.append((10 + i, stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + inner)))
    return made


def structure(depth: int, loop: bool, times: int = 1) -> bytes:
    """A tagged file whose structure tree is deep, comes back to itself, or names each part several times."""
    file = Tagged()
    made = file.table([[([("公开", 60, 700, 0)], 1, 1), ([("2", 160, 700, 0)], 1, 1)]])
    first = len(file.objects) + 1
    chain = [
        (
            first + i,
            b"<</Type /StructElem /S /Div /K [%s]>>"
            % (b"%d 0 R " % (first if loop and i + 1 == depth else first + i + 1) * times),
        )
        for i in range(depth)
    ]
    objects = [(i, body.encode("latin-1")) for i, body in enumerate(file.objects, 1)]
    objects = [
        (i, b.replace(b"/Type /StructTreeRoot /K ", b"/Type /StructTreeRoot /K [%d 0 R] /Old " % first))
        for i, b in objects
    ]
    assert made
    return printed([*objects, *chain])


def entities() -> str:
    lines = [
        '<!ENTITY a "一二三四五六七八九十">',
        *(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)),
    ]
    return f"<!DOCTYPE x [{''.join(lines)}]>"


def zip_of_zips(depth: int = 6) -> bytes:
    data = packed({"a.txt": b"0" * MB})
    for _ in range(depth):
        data = packed({f"{i}.zip": data for i in range(10)})
    return data


def zeros(size: int, name: str = "word/media/image1.png") -> bytes:
    with zipfile.ZipFile(io.BytesIO(word(P.format(TITLE)))) as archive:
        made = io.BytesIO(packed({n: archive.read(n) for n in archive.namelist() if n != name}))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open(name, "w") as file:
        for _ in range(size // MB):
            file.write(b"0" * MB)
    return made.getvalue()


def lying() -> bytes:
    """A Word file whose body is much larger than its header says."""
    data = word(f"<w:p><w:r><w:t>{'公开' * 20 * MB}</w:t></w:r></w:p>")
    real = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size
    return data.replace(real.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def with_doctype(data: bytes, name: str, reference: bytes, declared: str) -> bytes:
    def put(old: bytes) -> bytes:
        at = old.index(b"?>") + 2 if b"?>" in old[:100] else 0
        return old[:at] + declared.encode() + old[at:].replace(b"%HERE%", reference)

    return member(data, name, put)


EXTERNAL = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
TABLE = "<w:tbl>{}</w:tbl>"
WIDE = '<w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>'
CELL = "<w:tc>{}<w:p><w:r><w:t>公开</w:t></w:r></w:p></w:tc>"

LINKED = (
    "<w:p><w:r><w:t>{}.公开</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    '<w:r><w:instrText> HYPERLINK "http://a.example/" </w:instrText></w:r>'
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>链接</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)

BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zip: 130 MB of zeros as a picture": ("docx", lambda: zeros(130 * MB)),
    "zip: 130 MB of zeros as the body": ("docx", lambda: zeros(130 * MB, "word/document.xml")),
    "zip: body larger than its header says": ("docx", lying),
    "zip: nested ten wide, six deep": ("zip", zip_of_zips),
    "zip: 20,000 members": ("docx", lambda: packed({"word/document.xml": b"<a/>", **{f"m{i}": b"" for i in range(200_000)}})),
    "zip: 130 MB of zeros in a spreadsheet": ("xlsx", lambda: member(sheet(""), "xl/media/a.png", b"0" * (130 * MB))),
    "docx: billion laughs": ("docx", lambda: with_doctype(word(P.format("%HERE%")), "word/document.xml", b"&j;", entities())),
    "docx: external entity": ("docx", lambda: with_doctype(word(P.format("%HERE%")), "word/document.xml", b"&j;", EXTERNAL)),
    "docx: laughs in the notes": ("docx", lambda: with_doctype(word(P.format(TITLE)), "word/footnotes.xml", b"", entities())),
    "docx: elements 100,000 deep": ("docx", lambda: word("<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000)),
    "docx: elements 240 deep": ("docx", lambda: word("<w:sdt><w:sdtContent>" * 110 + P.format("公开") + "</w:sdtContent></w:sdt>" * 110)),
    "docx: tables 200 deep": ("docx", lambda: word(("<w:tbl><w:tr><w:tc>" * 60) + P.format("公开") + ("</w:tc></w:tr></w:tbl>" * 60))),
    "docx: 1,000,000 cells": ("docx", lambda: word(TABLE.format(("<w:tr>" + "<w:tc><w:p/></w:tc>" * 1000 + "</w:tr>") * 1000))),
    "docx: gridSpan of 1,000,000": ("docx", lambda: word(TABLE.format("".join(f"<w:tr>{CELL.format(WIDE)}{CELL.format('')}</w:tr>" for _ in range(50))))),
    "docx: 40,000 rows merged into one": ("docx", lambda: word(TABLE.format(("<w:tr>" + CELL.format("<w:tcPr><w:vMerge/></w:tcPr>") * 2 + "</w:tr>") * 40_000))),
    "docx: 300,000 empty runs": ("docx", lambda: word("<w:p>" + "<w:r><w:t>公</w:t></w:r>" * 300_000 + "</w:p>")),
    "docx: text boxes in text boxes": ("docx", lambda: word("<w:p><w:r><w:pict><w:txbxContent>" * 40 + P.format("公开") + "</w:txbxContent></w:pict></w:r></w:p>" * 40)),
    "docx: text boxes 30 deep": ("docx", lambda: word(P.format(TITLE) + "<w:p><w:r><w:pict><w:txbxContent>" * 30 + P.format("公开") + "</w:txbxContent></w:pict></w:r></w:p>" * 30)),
    "docx: 110,000 fields without an end": ("docx", lambda: word("<w:p>" + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>公</w:t></w:r>" * 110_000 + "</w:p>")),
    "docx: 30,000 links in a paragraph": ("docx", lambda: word("<w:p>" + "".join(LINKED.format(i)[5:-6] for i in range(30_000)) + "</w:p>")),
    "docx: 1,000,000 spaces in a paragraph": ("docx", lambda: word("<w:p><w:r><w:t>" + "公 " * 1_000_000 + "</w:t></w:r></w:p>")),
    "docx: 8,000 links": ("docx", lambda: word("".join(LINKED.format(i) for i in range(8_000)))),
    "docx: letters counted to 10 ** 9": ("docx", lambda: member(word('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>公开</w:t></w:r></w:p>'), "word/numbering.xml",
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%1%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'.encode())),
    "xlsx: dimension A1:XFD1048576": ("xlsx", lambda: member(sheet(""), "xl/worksheets/sheet1.xml", lambda old: old.replace(b'ref="A1:B1"', b'ref="A1:XFD1048576"'))),
    "xlsx: cells at both ends": ("xlsx", lambda: sheet('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>公开</t></is></c></row>')),
    "xlsx: one merged range over everything": ("xlsx", lambda: sheet("", '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    "xlsx: 100,000 merged ranges": ("xlsx", lambda: sheet("", "<mergeCells>" + "".join(f'<mergeCell ref="A{i}:J{i + 9}"/>' for i in range(1, 100_001)) + "</mergeCells>")),
    "xlsx: 1,000,000 cells": ("xlsx", lambda: sheet("".join(f'<row r="{r}">' + "<c><v>1</v></c>" * 1000 + "</row>" for r in range(2, 1002)))),
    "xlsx: billion laughs": ("xlsx", lambda: with_doctype(sheet('<row r="2"><c t="inlineStr"><is><t>%HERE%</t></is></c></row>'), "xl/worksheets/sheet1.xml", b"&j;", entities())),
    "xlsx: external entity": ("xlsx", lambda: with_doctype(sheet('<row r="2"><c t="inlineStr"><is><t>%HERE%</t></is></c></row>'), "xl/worksheets/sheet1.xml", b"&j;", EXTERNAL)),
    "xlsx: 10,000 sheets": ("xlsx", lambda: member(sheet(""), "xl/workbook.xml", lambda old: old.replace(b"</sheets>", b"".join(b'<sheet name="s%d" sheetId="%d" state="visible" r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>' % (i, i) for i in range(2, 10_000)) + b"</sheets>"))),
    "html: colspan=10 ** 9, rowspan=65534": ("html", lambda: page("<table>" + "<tr><td colspan=1000000000 rowspan=65534>甲</td><td>乙</td></tr>" * 300 + "</table>")),
    "html: 1,000,000 cells": ("html", lambda: page("<table>" + ("<tr>" + "<td>1" * 1000) * 1000 + "</table>")),
    "html: 2,000 rows of wide tall cells": ("html", lambda: page("<table>" + "<tr><td rowspan=2000 colspan=200>甲<td>乙</tr>" * 2000 + "</table>")),
    "html: 300 columns of marks": ("html", lambda: page("<table><tr><td>考核内容" + "<td>分值" * 300 + ("<tr><td>建立台账" + "".join(f"<td>{n}" for n in range(300))) * 40 + "</table>")),
    "html: elements 100,000 deep": ("html", lambda: page("<div>" * 100_000 + "公开")),
    "html: elements 240 deep": ("html", lambda: page("<div>" * 240 + "公开" + "</div>" * 240)),
    "html: tables 100 deep": ("html", lambda: page("<table><tr><td>" * 80 + "公开")),
    "html: lists 200 deep": ("html", lambda: page("<ul><li>" * 100 + "公开")),
    "html: 1,900 rules of style, 10,000 lines": ("html", lambda: page(f"<style>{''.join(f'.a{i}{{display:none}}' for i in range(1_900))}</style>" + "".join(f"<p class=b{i}>公开" for i in range(10_000)))),
    "html: 1,900 rules for each of 10,000 lines": ("html", lambda: page(f"<style>{''.join(f'.a{i} div p{{display:none}}' for i in range(1_900))}</style>" + "<div><div>" + "".join(f"<p class=b{i}>公开" for i in range(10_000)))),
    "html: 3,000,000 tags": ("html", lambda: page("<b>" * 3_000_000)),
    "html: one attribute of 9 MB": ("html", lambda: page(f'<p style="{"a" * 9_000_000}">公开</p>')),
    "html: a picture of 20 MB in the page": ("html", lambda: page(f'<img src="data:image/png;base64,{"A" * 20_000_000}"><p>一、公开（2分）</p>')),
    "html: billion laughs": ("html", lambda: entities().encode() + page("<p>&j;&j;&j;</p>")),
    "html: 100,000 links": ("html", lambda: page('<a href="http://a.example/">链接</a>' * 100_000)),
    "html: character set unicode_escape": ("html", lambda: page("<p>\\ud800公开</p>").replace(b'"utf-8"', b'"unicode_escape"')),
    "html: character set punycode": ("html", lambda: page("a" * 500_000).replace(b'"utf-8"', b'"punycode"')),
    "pdf: page tree that comes back to itself": ("pdf", lambda: pdf(b"", tree=b"<</Type /Pages /Count 1000000 /Kids [2 0 R 2 0 R]>>")),
    "pdf: 10 ** 9 pages claimed": ("pdf", lambda: pdf(b"BT /F0 10 Tf 60 700 Td (a) Tj ET", tree=b"<</Type /Pages /Count 1000000000 /Kids [3 0 R]>>")),
    "pdf: the same page 20,000 times": ("pdf", lambda: pdf(b"BT /F0 10 Tf 60 700 Td (a) Tj ET", tree=b"<</Type /Pages /Count 20000 /Kids [" + b"3 0 R " * 20_000 + b"]>>")),
    "pdf: a form that draws itself": ("pdf", lambda: pdf(b"/X Do", resources=b"/XObject <</X 10 0 R>>", more=[(10, stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 10 0 R>>>>"))])),
    "pdf: forms that draw forms, 10 ** 9 in all": ("pdf", lambda: pdf(b"/X Do", resources=b"/XObject <</X 10 0 R>>", more=forms(10, 10))),
    "pdf: 64 MB in a deflated stream": ("pdf", lambda: pdf(b"", more=[(9, deflated(b"0" * (64 * MB)))]).replace(b"/Contents 4 0 R", b"/Contents 9 0 R")),
    "pdf: deflated twice": ("pdf", lambda: pdf(b"", more=[(9, deflated(b" " * (128 * MB), 2))]).replace(b"/Contents 4 0 R", b"/Contents 9 0 R")),
    "pdf: the same content 1,000 times": ("pdf", lambda: pdf(b"", more=[(9, deflated(b"0 0 m 9 9 l S\n" * 20_000))]).replace(b"/Contents 4 0 R", b"/Contents [" + b"9 0 R " * 1000 + b"]")),
    "pdf: 400,000 lines drawn": ("pdf", lambda: pdf(b"", more=[(9, deflated(b"".join(b"%d %d m %d %d l S\n" % (i % 595, i % 842, i % 595, i % 842 + 20) for i in range(400_000))))]).replace(b"/Contents 4 0 R", b"/Contents 9 0 R")),
    "pdf: 1,000,000 characters on a page": ("pdf", lambda: pdf(b"BT /F0 1 Tf " + b"1 0 0 1 9 700 Tm (abcdefghij) Tj " * 100_000 + b"ET")),
    "pdf: a ruled grid of 400 × 400": ("pdf", lambda: pdf(b"BT /F0 1 Tf 9 700 Td (a) Tj ET " + b"".join(b"%g 0 m %g 842 l S 0 %g m 595 %g l S " % (i * 5, i * 5, i * 5, i * 5) for i in range(400)))),
    "pdf: 9,000 dashes on a page": ("pdf", lambda: pdf(b"BT /F0 10 Tf 60 820 Td (a) Tj ET " + b"".join(b"%g %g m %g %g l S " % (x * 11.5, y * 4.5, x * 11.5 + 5, y * 4.5) for x in range(50) for y in range(180)))),
    "pdf: 9,000 dashes that cross": ("pdf", lambda: pdf(b"BT /F0 10 Tf 60 820 Td (a) Tj ET " + b"".join(b"%g %g m %g %g l S %g %g m %g %g l S " % (x, y, x, y + 3.2, y, x, y + 3.2, x) for x in range(10, 310, 10) for y in (7 * i for i in range(150))))),
    "pdf: a picture of 100,000 × 100,000": ("pdf", lambda: pdf(b"BT /F0 10 Tf 60 700 Td (a) Tj ET q 9 0 0 9 0 0 cm /X Do Q", resources=b"/XObject <</X 10 0 R>>", more=[(10, deflated(b"\0" * MB, 1, b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"))])),
    "pdf: structure 5,000 deep": ("pdf", lambda: structure(5_000, False)),
    "pdf: structure that comes back to itself": ("pdf", lambda: structure(40, True)),
    "pdf: structure that doubles 50 times": ("pdf", lambda: structure(50, False, 2)),
    "pdf: an object that is itself": ("pdf", lambda: structure(3, False).replace(b"/S /Div /K [", b"/S 99 0 R /K [", 1) + b"\n99 0 obj 99 0 R endobj\n"),
    "pdf: arrays 100,000 deep": ("pdf", lambda: pdf(b"BT /F0 10 Tf 60 700 Td (a) Tj ET", more=[(10, b"[" * 100_000 + b"]" * 100_000)])),
    "pdf: content of 100,000 brackets": ("pdf", lambda: pdf(b"[" * 100_000 + b" BT /F0 10 Tf 60 700 Td (a) Tj ET")),
    "pdf: 500,000 objects": ("pdf", lambda: pdf(b"BT /F0 10 Tf 60 700 Td (a) Tj ET") + b"".join(b"%d 0 obj\n<<>>\nendobj\n" % i for i in range(10, 500_000))),
    "txt: 60 MB": ("txt", lambda: text("公开" * 10 * MB)),
    "txt: one line of 1,000,000": ("txt", lambda: text("加强政务公开工作" * 125_000)),
    "txt: one line of 30,000 markers": ("txt", lambda: text("".join(f"{i}.公开（2分）" for i in range(30_000)))),
    "txt: 30,000 marked lines": ("txt", lambda: text("\n".join(f"{i}.公开（2分）" for i in range(30_000)))),
    "txt: 15,000 full lines that run on": ("txt", lambda: text("推进政务公开工作落实落地\n" * 15_000)),
    "txt: 100,000 digits": ("txt", lambda: text("1" * 100_000 + "分")),
    "txt: 100,000 open brackets": ("txt", lambda: text("（" * 100_000)),
    "txt: 50,000 units": ("txt", lambda: text("（责任单位：" + "县财政局、" * 50_000 + "）")),
    "txt: 50,000 rules": ("txt", lambda: text("一、公开（10分）\n" + "每项扣1分，" * 50_000)),
    "txt: 50,000 dates": ("txt", lambda: text("一、公开（10分）\n" + "6月底前，" * 50_000)),
    "txt: 200,000 tabs": ("txt", lambda: text(("\t" * 1000 + "\n") * 200)),
    "txt: 100,000 pipes on a line": ("txt", lambda: text(("|" * 50_000 + "\n") * 2)),
    "txt: 20,000 rows by pipes": ("txt", lambda: text("| 考核项目 | 分值 |\n" + "| 公开 | 2 |\n" * 20_000)),
    "txt: a drawn box of 10,000 lines": ("txt", lambda: text("┌──┬──┐\n" + "│公│开│\n" * 10_000 + "└──┴──┘")),
    "txt: commas and quotes": ("txt", lambda: text('考核项目,分值\n"' + '""' * 200_000)),
    "txt: 200,000 blank lines": ("txt", lambda: text("\n" * 200_000 + "一、公开")),
    "txt: 20,000 findings": ("txt", lambda: text("\n".join(f"{'一二三四五六七八九十'[i % 10]}、公开（{i % 7}分）\n1.甲（9分）" for i in range(10_000)))),
    "txt: headings in nobody's order": ("txt", lambda: text("\n".join(f"{('一、', '（一）', '1.', '（1）', '①', '1.1', 'A1', '第三条')[i % 8]}公开" for i in range(20_000)))),
    "txt: 15,000 lines of contents": ("txt", lambda: text("目录\n" + "\n".join(f"第{i}节……{i % 900}" for i in range(15_000)))),
    "txt: 9,000 lines said again": ("txt", lambda: text("目录\n" + "\n".join(f"甲{i % 9_000:06d}乙" + "丙" * (i // 9_000) for i in range(18_000)))),
    "txt: 5,000 subtotals": ("txt", lambda: text("考核项目\t考核内容\t分值\n" + "".join(f"公开{i}\t办事\t2\n小计\t\t2\n" for i in range(5_000)))),
    "txt: 2,000 headers in one line": ("txt", lambda: text("一、组织领导（20分）\n" + "一级指标\t二级指标\t三级指标\t权重（%）\t计分方法2.部门细则张三" * 2_000)),
    "txt: 10,000 places to fill in": ("txt", lambda: text("三、保障措施\n" + "单位：分 合计 " * 10_000)),
    "txt: 10,000 rules in one clause": ("txt", lambda: text("备注\n" + "按比例得分" * 10_000)),
    "txt: control characters": ("txt", lambda: text("一、公开\x1b[31m（2分）\x07\x9b31m\u202e\n" * 1000)),
    "txt: addresses": ("txt", lambda: text("http://a.example/" * 20_000)),
    "txt: tags": ("txt", lambda: text("<p><b>" * 30_000 + "公开")),
    "txt: bold marks": ("txt", lambda: text("**" * 50_000)),
    "txt: year brackets": ("txt", lambda: text("〔2021〕" * 30_000)),
    "txt: pinyin": ("txt", lambda: text("公（gōng）" * 30_000)),
}  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """How a run ended, and what it took: seconds of processor time, megabytes at its highest."""

    code: int
    seconds: float
    megabytes: float
    said: str


#: Guards only, several times what is promised; the promise is measured.
GUARD_SECONDS, GUARD_MB = 25, 2048


def run(data: bytes, suffix: str, folder: Path) -> Outcome:
    """Convert a file by the command in a process of its own, under a memory and a time limit."""
    path = folder / f"bomb.{suffix}"
    path.write_bytes(data)
    said = folder / "said"
    child = os.fork()
    if not child:
        _convert(path, said)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Outcome(code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.read_text("utf-8", "replace"))


def _convert(path: Path, said: Path) -> None:
    """Be the command from here on: the process has only loaded what every file of the format needs."""
    from pipeline.cli import main as command

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    resource.setrlimit(resource.RLIMIT_AS, (GUARD_MB * MB, GUARD_MB * MB))
    resource.setrlimit(resource.RLIMIT_CPU, (GUARD_SECONDS, GUARD_SECONDS))
    code = 1
    try:
        command(["convert", str(path)])
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def outcomes(wanted: Sequence[str] = ()) -> Iterator[tuple[str, int, Outcome]]:
    """Run the bombs whose names hold one of the words, all where there are none."""
    for file_format in FORMATS:
        convert(seeds(file_format)[0], name=f"warm.{file_format}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (suffix, _) in BOMBS.items():
            if not wanted or any(part in name for part in wanted):
                # Made in another process, or what making took would count as the child's.
                with ProcessPoolExecutor(1, mp_context=get_context("fork")) as maker:
                    data = maker.submit(_made, name).result()
                yield name, len(data), run(data, suffix, Path(folder))


def _made(name: str) -> bytes:
    return BOMBS[name][1]()


def main() -> int:
    """Print a table, or lines of JSON for a test."""
    as_json = "--json" in sys.argv
    if not as_json:
        print(f"{'seconds':>7} {'MB':>5} {'exit':>4}  bomb: what was said")
    for name, size, made in outcomes([part for part in sys.argv[1:] if part != "--json"]):
        if as_json:
            print(json.dumps([name, asdict(made)]), flush=True)
        else:
            print(
                f"{made.seconds:7.2f} {made.megabytes:5.0f} {made.code:4}  {name} ({size:,} bytes): {made.said.strip()}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
