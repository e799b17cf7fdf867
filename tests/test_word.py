"""Word files made here, for what the provided ones lack."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from pipeline.convert import convert_document
from pipeline.document import Paragraph, Table
from pipeline.errors import InputUnreadableError
from pipeline.readers import read
from pipeline.readers.word.numbering import FORMATS, Numbering, chinese
from tests.conftest import CORPUS
from tests.making import codes, outline

W = nsdecls("w")
WORD = CORPUS / "xuancheng-2020-self-assessment.docx"


def saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def opened(document):
    return read(saved(document), "made.docx")


def paragraphs(document):
    return [b.text.chars for b in opened(document).blocks if isinstance(b, Paragraph)]


def add(document, xml):
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def styled(kind, *styles):
    """A document with styles of a kind, each of a name, what its runs look like, and the style it is based on."""
    document = docx.Document()
    for name, look, base in styles:
        based = f'<w:basedOn w:val="{base}"/>' if base else ""
        xml = f'<w:style {W} w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:rPr>{look}</w:rPr></w:style>'
        document.styles.element.append(parse_xml(xml))
    return document


def grid(table: Table):
    return [
        [(c.column, c.row_span, c.col_span, "|".join(p.chars for p in c.paragraphs)) for c in row] for row in table.rows
    ]


def test_no_space_stands_before_a_paragraph_without_a_number_of_its_own():
    document = docx.Document()
    document.add_paragraph("2024年工作要点")
    document.add_paragraph("5G基站建设")
    assert opened(document).text == "2024年工作要点\n5G基站建设\n"


def test_body_order_and_merged_cells():
    document = docx.Document()
    document.add_paragraph("考核细则")
    table = document.add_table(3, 3)
    for r in range(3):
        for c in range(3):
            table.cell(r, c).text = f"{r}{c}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "甲"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "乙"
    document.add_paragraph("附注")
    before, made, after = opened(document).blocks
    assert (before.text.chars, after.text.chars) == ("考核细则", "附注")
    assert grid(made) == [
        [(0, 1, 2, "甲"), (2, 1, 1, "02")],
        [(0, 2, 1, "乙"), (1, 1, 1, "11"), (2, 1, 1, "12")],
        [(1, 1, 1, "21"), (2, 1, 1, "22")],
    ]


def test_a_nested_table_is_read_in_its_cell_and_a_layout_table_is_unwrapped():
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "外"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "里一", "里二"
    layout = document.add_table(1, 1)
    wrapped = layout.cell(0, 0).add_table(1, 2)
    wrapped.cell(0, 0).text, wrapped.cell(0, 1).text = "左", "右"
    first, second = [b for b in opened(document).blocks if isinstance(b, Table)]
    assert grid(first) == [[(0, 1, 1, "外"), (1, 1, 1, "里一|里二")]]
    assert grid(second) == [[(0, 1, 1, "左"), (1, 1, 1, "右")]]


def framed(document, *cells):
    table = document.add_table(len(cells), 1)
    for row, words in enumerate(cells):
        table.cell(row, 0).text = words
    return document


def test_a_table_without_cells_side_by_side_is_a_frame_around_paragraphs():
    document = framed(
        docx.Document(), "青石县2024年考核细则\n一、党建（40分）\n1.学习（40分）。少一次扣5分。", "二、业务（60分）"
    )
    made = convert_document(opened(document))
    assert made.title == "青石县2024年考核细则"
    assert outline(made.schemes[0].items) == [("一、", "党建", 40, [("1.", "学习", 40)]), ("二、", "业务", 60)]


def test_a_frame_below_a_table_is_no_row_of_it():
    document = docx.Document()
    document.add_paragraph("2024年考核评分表")
    table = document.add_table(3, 2)
    for r, cells in enumerate((("考核项目", "分值"), ("党建工作", "40"), ("业务工作", "60"))):
        table.cell(r, 0).text, table.cell(r, 1).text = cells
    document.add_paragraph("")
    made = convert_document(opened(framed(document, "本细则由县考核办解释。")))
    assert outline(made.schemes[0].items) == [(None, "党建工作", 40), (None, "业务工作", 60)]


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    add(
        document,
        f"<w:p {W}><w:r><w:t>分值</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>6分</w:t></w:r></w:ins></w:p>",
    )
    assert paragraphs(document) == ["分值6分"]


def test_hidden_text_is_left_out_and_reported():
    document = docx.Document()
    add(document, f"<w:p {W}><w:r><w:t>公开</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>")
    assert paragraphs(document) == ["公开"]
    assert [r.code for r in opened(document).remarks] == ["hidden_text"]


@pytest.mark.parametrize("sign", ["strike", "dstrike"])
def test_text_that_is_crossed_out_is_left_out_and_reported(sign):
    def run(words, properties=""):
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"

    document = docx.Document()
    kept = run("分", f'<w:{sign} w:val="0"/>')
    add(document, f"<w:p {W}>{run('党建（')}{run('40', f'<w:{sign}/>')}{run('50')}{kept}{run('）')}</w:p>")
    assert paragraphs(document) == ["党建（50分）"]
    assert [r.figures for r in opened(document).remarks if r.code == "hidden_text"] == [
        (("count", "2"), ("text", "40"))
    ]


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [("宋体", "0025", "%"), ("宋体", "2265", "≥"), ("Wingdings", "F0FE", "☑"), ("Wingdings 2", "0052", "☑"), ("Symbol", "F0B7", ""), ("宋体", "F0FC", "✓"), ("宋体", "x", ""), ("宋体", "0007", "")],
)  # fmt: skip
def test_symbols_are_characters_of_their_font(font, char, shown):
    document = docx.Document()
    add(document, f'<w:p {W}><w:r><w:t>达90</w:t><w:sym w:font="{font}" w:char="{char}"/></w:r></w:p>')
    assert paragraphs(document) == [f"达90{shown}"]


def test_content_controls_soft_breaks_and_text_boxes():
    document = docx.Document()
    add(document, f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    add(document, f"<w:p {W}><w:r><w:t>教育局</w:t><w:br/><w:t>公安局</w:t></w:r></w:p>")
    add(
        document,
        f"<w:p {W}><w:r><w:t>正文</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
    )
    assert paragraphs(document) == ["控件", "教育局", "公安局", "正文", "文本框"]


def test_page_fields_headers_and_footers_are_no_part_of_the_notice():
    document = docx.Document()
    document.add_paragraph("一、加强公开")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    footer = document.sections[0].footer.paragraphs[0]._p
    footer.append(parse_xml(f'<w:fldSimple {W} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    footer.append(parse_xml(f"<w:r {W}><w:t>— —</w:t></w:r>"))
    made = opened(document)
    assert [b.text.chars for b in made.blocks] == ["一、加强公开"]
    assert sorted((p.text.chars, p.reason) for p in made.shell) == [("——", "page_number"), ("内部资料", "footer")]
    notice = convert_document(made)
    assert (notice.coverage, sorted(u.reason for u in notice.unparsed)) == (1.0, ["footer", "page_number"])


def test_a_complex_page_field_prints_no_number():
    document = docx.Document()
    begin, end = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    code, part = "<w:r><w:instrText> PAGE </w:instrText></w:r>", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    add(
        document,
        f"<w:p {W}><w:r><w:t>第</w:t></w:r>{begin}{code}{part}<w:r><w:t>7</w:t></w:r>{end}<w:r><w:t>页止</w:t></w:r></w:p>",
    )
    assert paragraphs(document) == ["第页止"]


def test_links_with_their_targets_are_evidence():
    document = docx.Document()
    document.add_paragraph("2021年自评表")
    document.add_paragraph("一、加强公开（10%）")
    paragraph = document.add_paragraph("")
    relation = document.part.relate_to(
        "https://www.x.gov.cn/a",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {W} {nsdecls("r")} r:id="{relation}"><w:r><w:t>公开专题：</w:t></w:r></w:hyperlink>')
    )
    (item,) = convert_document(opened(document)).schemes[0].items
    assert [(e.label, e.url) for e in item.evidence] == [("公开专题", "https://www.x.gov.cn/a")]


def test_footnotes_follow_their_paragraph():
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>脚注内容</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    document = docx.Document()
    add(document, f'<w:p {W}><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r></w:p>')
    data = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(document))) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                relation = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
                content = content.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
            if name == "[Content_Types].xml":
                kind = '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
                content = content.replace(b"</Types>", kind.encode() + b"</Types>")
            new.writestr(name, content)
        new.writestr("word/footnotes.xml", notes)
    assert [b.text.chars for b in read(data.getvalue(), "x.docx").blocks] == ["正文", "脚注内容"]


@pytest.mark.parametrize(
    ("number_format", "printed"),
    [("decimal", "12"), ("chineseCounting", "十二"), ("chineseCountingThousand", "十二"), ("ideographDigital", "一二"), ("decimalEnclosedCircle", "⑫"),
     ("upperRoman", "XII"), ("lowerRoman", "xii"), ("upperLetter", "L"), ("lowerLetter", "l"), ("chineseLegalSimplified", "壹拾贰"),
     ("ideographTraditional", "乙"), ("decimalFullWidth", "１２"), ("decimalZero", "12"), ("decimalEnclosedParen", "⑿"), ("bullet", "")],
)  # fmt: skip
def test_number_formats(number_format, printed):
    assert FORMATS[number_format](12) == printed


def test_chinese_numbers():
    assert [chinese(n) for n in (1, 10, 11, 20, 99, 100, 105, 110, 1024)] == [
        "一",
        "十",
        "十一",
        "二十",
        "九十九",
        "一百",
        "一百零五",
        "一百一十",
        "一千零二十四",
    ]


LISTS = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


def test_levels_count_restart_and_start_over():
    numbering = Numbering.read(etree.fromstring(LISTS))
    printed = [numbering.next(*step) for step in [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("2", 0), ("9", 0)]]
    assert printed == ["一、", "1.1", "1.2", "二、", "2.1", "五、", ""]


def test_the_automatically_numbered_file_gives_the_same_tree():
    typed = convert_document(read((CORPUS / "jinghai-2020-work-points.docx").read_bytes(), "a.docx"))
    counted = convert_document(read((CORPUS / "jinghai-2020-work-points-autonumber.docx").read_bytes(), "b.docx"))
    without = {"spans": True, "responsible": {"__all__": {"span"}}, "deadlines": {"__all__": {"span"}}}

    def tree(items):
        return [(i.model_dump(exclude={**without, "children": True}), tree(i.children)) for i in items]

    assert tree(counted.schemes[0].items) == tree(typed.schemes[0].items)
    assert codes(counted) == ["numbering_generated"]


def test_two_header_rows_and_units_merged_over_rows():
    document = docx.Document()
    document.add_paragraph("任务清单")
    table = document.add_table(3, 3)
    for c, words in enumerate(["工作任务", "责任单位", "完成时限"]):
        table.cell(0, c).text = words
    table.cell(1, 0).text, table.cell(2, 0).text = "推进项目建设", "推进乡村振兴"
    table.cell(1, 1).merge(table.cell(2, 1)).text = "县发改委、财政局"
    table.cell(1, 2).text, table.cell(2, 2).text = "5月底前", "6月底前"
    first, second = convert_document(opened(document)).schemes[0].items
    assert [(u.name, u.basis) for u in first.responsible] == [("县发改委", "stated"), ("县财政局", "prefix_restored")]
    assert [(u.name, u.basis) for u in second.responsible] == [("县发改委", "inherited"), ("县财政局", "inherited")]


@pytest.mark.parametrize("cut", [10, 1000, 20000])
def test_a_file_cut_short_is_one_sentence(cut):
    with pytest.raises(InputUnreadableError, match=r"^x\.docx: this .*(broken|not)"):
        read(WORD.read_bytes()[:cut], "x.docx")


def test_a_zip_with_broken_parts_is_one_sentence():
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<not xml")
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(InputUnreadableError, match="broken or protected"):
        read(data.getvalue(), "x.docx")


def test_a_protected_file_is_named_as_such():
    with pytest.raises(InputUnreadableError, match="password"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "x.docx")


def test_a_merged_amount_goes_to_the_node_over_the_same_rows_else_to_the_first():
    document = docx.Document()
    document.add_paragraph("考核细则")
    table = document.add_table(5, 3)
    rows = [["考核项目", "考核内容", "分值"], ["组织领导", "成立工作领导小组并且明确专人负责。", "10"], ["", "制定年度计划并且按时报送总结。", ""],
            ["信息公开", "按照要求公开各类政府信息内容。", "8"], ["社会监督", "按照规定接受社会各界的监督评议。", ""]]  # fmt: skip
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    for top, column in ((1, 0), (1, 2), (3, 2)):
        words = table.cell(top, column).text
        table.cell(top, column).merge(table.cell(top + 1, column)).text = words
    made = convert_document(opened(document))
    lead, public, social = made.schemes[0].items
    assert (int(lead.points.value), [c.points for c in lead.children]) == (10, [None, None])
    assert (int(public.points.value), social.points) == (8, None)
    assert [(f.code, f.pointer) for f in made.findings] == [("amount_shared", "/schemes/0/items/1/points")]
