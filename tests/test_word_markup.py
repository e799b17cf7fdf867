"""Word's markup beyond plain paragraphs: revisions, fields, formulas, lists by style, merged and deleted cells."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.document import Paragraph, Table
from pipeline.readers import read
from tests.test_word import W, add, grid, opened, paragraphs, saved

M = nsdecls("w") + ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
DELETED = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


def t(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def body(*inner):
    document = docx.Document()
    for xml in inner:
        add(document, f"<w:p {M}>{xml}</w:p>")
    return document


def rewritten(data: bytes, change) -> bytes:
    """The package with each part's bytes changed by `change(name, content)`."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def test_moved_text_is_read_where_it_went():
    document = body(f"<w:moveFrom>{t('旧处')}</w:moveFrom>{t('公开')}", f"<w:moveTo>{t('新处')}</w:moveTo>")
    add(document, f"<w:moveTo {W}><w:p>{t('整段')}</w:p></w:moveTo>")
    assert paragraphs(document) == ["公开", "新处", "整段"]


def test_paragraphs_whose_mark_was_deleted_are_one():
    assert paragraphs(body(f"{DELETED}{t('一、加强')}", t("公开"), f"{DELETED}<w:del>{t('全删')}</w:del>", t("二、答复"))) == [
        "一、加强公开",
        "二、答复",
    ]  # fmt: skip


def test_fields_give_their_result_and_links_their_address():
    begin, part, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = '<w:r><w:instrText> HYPERLINK "https://www.x.gov</w:instrText></w:r><w:r><w:instrText>.cn/a" </w:instrText></w:r>'
    simple = f"<w:fldSimple w:instr='HYPERLINK \"https://www.x.gov.cn/b\"'>{t('乙')}</w:fldSimple>"
    document = opened(body(f"{t('见')}{begin}{code}{part}{t('甲')}{end}{t('和')}{simple}"))
    assert [b.text.chars for b in document.blocks] == ["见甲和乙"]
    assert [(x.text.chars, x.address) for x in document.links] == [
        ("甲", "https://www.x.gov.cn/a"), ("乙", "https://www.x.gov.cn/b"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "read_as"),
    [
        (f"{t('得分=')}<m:oMath><m:f><m:num><m:r><m:t>完成数</m:t></m:r></m:num><m:den><m:r><m:t>任务数</m:t></m:r></m:den></m:f></m:oMath>", "得分=完成数/任务数"),
        (f"<w:r><w:ruby><w:rt>{t('wàng')}</w:rt><w:rubyBase>{t('望')}</w:rubyBase></w:ruby></w:r>{t('川县')}", "望川县"),
        (f"<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>{t('是')}<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>{t('否')}", "☑是□否"),
        (f"{t('甲')}<w:sdt><w:sdtContent>{t('乙')}</w:sdtContent></w:sdt><w:smartTag>{t('丙')}</w:smartTag>", "甲乙丙"),
    ],
)  # fmt: skip
def test_formulas_pinyin_symbols_and_controls_in_a_line(markup, read_as):
    assert paragraphs(body(markup)) == [read_as]


LISTS = """<w:abstractNum w:abstractNumId="70"><w:styleLink w:val="L"/>
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="71"><w:numStyleLink w:val="L"/></w:abstractNum>
<w:num w:numId="70"><w:abstractNumId w:val="70"/></w:num><w:num w:numId="71"><w:abstractNumId w:val="71"/></w:num>"""


def listed(*inner):
    """A document with these lists, whose heading styles count in them without naming a level."""
    document = docx.Document()
    numbering = document.part.numbering_part._element
    for child in parse_xml(f"<w:numbering {W}>{LISTS}</w:numbering>"):
        numbering.append(child)
    for style in ("Heading 1", "Heading 2"):
        properties = document.styles[style].element.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {W}><w:numId w:val="70"/></w:numPr>'))
    for xml in inner:
        add(document, f"<w:p {W}>{xml}</w:p>")
    return document


def style(name, extra=""):
    return f'<w:pPr><w:pStyle w:val="{name}"/>{extra}</w:pPr>'


def level(number, at):
    return f'<w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'


def test_styles_count_at_the_level_that_is_tied_to_them():
    inner = [("Heading1", "组织"), ("Heading2", "领导"), ("Heading2", "机制"), ("Heading1", "公开")]
    document = listed(*(style(name) + t(words) for name, words in inner))
    assert paragraphs(document) == ["一、组织", "（一）领导", "（二）机制", "二、公开"]


def test_a_paragraph_may_choose_another_level_or_no_number():
    ilvl, none = '<w:numPr><w:ilvl w:val="2"/></w:numPr>', '<w:numPr><w:numId w:val="0"/></w:numPr>'
    document = listed(
        style("Heading1") + t("组织"), style("Heading1", ilvl) + t("5分"), style("Heading1", none) + t("附则")
    )
    assert paragraphs(document) == ["一、组织", "1. 5分", "附则"]


def test_lists_that_name_a_numbering_style_count_as_it_says():
    assert paragraphs(listed(level("71", 0) + t("组织"), level("71", 1) + t("领导"))) == ["一、组织", "（一）领导"]


def test_numbered_paragraphs_without_text_count_and_fill_their_cell():
    assert paragraphs(listed(level("70", 0) + t("组织"), level("70", 0), level("70", 0) + t("公开"))) == [
        "一、组织",
        "三、公开",
    ]
    document = listed()
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    rows = "".join(f"<w:tr>{cell.format(level('70', 2))}{cell.format(t(words))}</w:tr>" for words in "甲乙")
    add(document, f"<w:tbl {W}>{rows}</w:tbl>")
    assert grid(opened(document).blocks[0]) == [
        [(0, 1, 1, "1."), (1, 1, 1, "甲")],
        [(0, 1, 1, "2."), (1, 1, 1, "乙")],
    ]


def test_a_table_of_contents_is_navigation():
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、组织领导\t3", style="toc 1")
    document.add_paragraph("一、组织领导")
    made = opened(document)
    assert [b.text.chars for b in made.blocks if isinstance(b, Paragraph)] == ["一、组织领导"]
    assert [(p.text.chars, p.reason) for p in made.shell] == [("一、组织领导3", "navigation")]


def test_cells_that_were_deleted_and_merges_that_nothing_begins():
    def cell(words, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{t(words)}</w:p></w:tc>"

    document = docx.Document()
    rows = [
        cell("甲", "<w:vMerge/>") + cell("乙") + cell("删", "<w:cellDel/>"),
        cell("", "<w:vMerge/>") + cell("丙"),
        "<w:trPr><w:del/></w:trPr>" + cell("删") + cell("删"),
    ]
    add(document, f"<w:tbl {W}>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    (table,) = [b for b in opened(document).blocks if isinstance(b, Table)]
    assert grid(table) == [[(0, 2, 1, "甲"), (1, 1, 1, "乙")], [(1, 1, 1, "丙")]]


def test_the_strict_variant_of_the_format_is_read():
    def strict(name, content):
        if not name.endswith((".xml", ".rels")):
            return content
        usual = b"http://schemas.openxmlformats.org/"
        content = content.replace(
            usual + b"wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
        return content.replace(usual + b"officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")

    document = docx.Document()
    document.add_paragraph("一、加强公开")
    assert [b.text.chars for b in read(rewritten(saved(document), strict), "x.docx").blocks] == ["一、加强公开"]


def test_columns_merged_as_word_did_of_old_are_one_cell():
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [
        [('<w:hMerge w:val="restart"/>', "项目"), ("<w:hMerge/>", ""), ("", "分值")],
        [("", "甲"), ("", "乙"), ("", "5")],
    ]
    document = docx.Document()
    inner = "".join(f"<w:tr>{''.join(cell.format(*c) for c in row)}</w:tr>" for row in rows)
    add(document, f"<w:tbl {W}>{inner}</w:tbl>")
    (table,) = (b for b in opened(document).blocks if isinstance(b, Table))
    assert [[(c.column, c.col_span) for c in row] for row in table.rows] == [[(0, 2), (2, 1)], [(0, 1), (1, 1), (2, 1)]]


def test_remarks_in_the_margin_are_no_part_of_the_text():
    document = docx.Document()
    paragraph = document.add_paragraph("1.巡护。6月底前完成。")
    document.add_comment(paragraph.runs, text="改为7月底前，扣5分", author="张某")
    assert [b.text.chars for b in opened(document).blocks] == ["1.巡护。6月底前完成。"]


def rowed(*rows):
    """A table of rows, each whether it was deleted and its cells: words, or words with their part in a vertical merge."""
    made = ""
    for deleted, *cells in rows:
        inner = ""
        for cell in cells:
            words, merge = cell if isinstance(cell, tuple) else (cell, "")
            merged = f'<w:tcPr><w:vMerge w:val="{merge}"/></w:tcPr>' if merge else ""
            inner += f"<w:tc>{merged}<w:p>{words if words.startswith('<') else t(words)}</w:p></w:tc>"
        made += f"<w:tr>{'<w:trPr><w:del/></w:trPr>' if deleted else ''}{inner}</w:tr>"
    document = docx.Document()
    add(document, f"<w:tbl {W}>{made}</w:tbl>")
    return grid(opened(document).blocks[0])


GONE = f"<w:del>{t('路面').replace('w:t>', 'w:delText>')}</w:del>"


@pytest.mark.parametrize(("words", "shown"), [("路面", "路面"), (GONE, "")])
def test_a_merged_cell_whose_first_row_was_deleted_keeps_its_words_unless_they_were_too(words, shown):
    table = rowed(
        (False, "类别", "内容"),
        (False, ("桥梁", "restart"), "检测"),
        (False, ("", "continue"), "维修"),
        (True, (words, "restart"), "整洁"),
        (True, ("", "continue"), "清扫"),
        (False, ("", "continue"), "坑槽"),
        (False, ("", "continue"), "边沟"),
        (True, ("绿化", "restart"), "修剪"),
        (False, "路基", "加固"),
    )
    assert [row[0] for row in table if len(row) == 2] == [
        (0, 1, 1, "类别"), (0, 2, 1, "桥梁"), (0, 2, 1, shown), (0, 1, 1, "路基"),
    ]  # fmt: skip
    assert [row[-1][3] for row in table] == ["内容", "检测", "维修", "坑槽", "边沟", "加固"]
