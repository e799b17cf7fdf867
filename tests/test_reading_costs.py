"""Reading does nothing that it need not: what is parsed, visited and made is counted, never timed."""

import docx
import openpyxl
import pytest

from pipeline.readers import read
from pipeline.readers.web import looks, shell
from pipeline.readers.web import styles as sheets
from pipeline.readers.word import numbering, styles
from tests.test_pages_and_sheets import rows, workbook
from tests.test_word import W, add, opened, paragraphs, saved
from tests.test_word_markup import body, rewritten, style, t


def test_styles_that_no_paragraph_names_are_not_parsed():
    data = rewritten(saved(body(t("公开目录"))), lambda name, old: b"<w:styles" if name == "word/styles.xml" else old)
    assert [block.text.chars for block in read(data, "made.docx").blocks] == ["公开目录"]


BUILT = '<w:style w:type="paragraph" w:styleId="Titled"><w:name w:val="甲"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
TABLED = '<w:style w:type="table" w:styleId="T{}"><w:name w:val="t{}"/><w:tblPr/></w:style>'


def with_styles(*parts):
    """A file whose one paragraph has the style of a heading among these."""
    made = f"<w:styles {W}>{''.join(parts)}</w:styles>".encode()
    data = saved(body(style("Titled") + t("公开目录")))
    return rewritten(data, lambda name, old: made if name == "word/styles.xml" else old)


def test_of_the_styles_only_those_of_paragraphs_are_parsed(monkeypatch):
    sizes = []
    parse = styles.parsed
    monkeypatch.setattr(styles, "parsed", lambda content: sizes.append(len(content)) or parse(content))
    for count in (10, 1000):
        others = [TABLED.format(i, i) for i in range(count)]
        made = with_styles("<w:latentStyles><w:lsdException/></w:latentStyles>", *others, BUILT, *others)
        assert read(made, "made.docx").blocks[0].heading == 2
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize(
    "before",
    [
        '<w:style w:type="table" w:styleId="T"/>',
        '<!-- <w:style w:type="table" w:styleId="T"> -->',
        '<w:latentStyles w:count="9"/>',
        "<w:style w:styleId='T' w:type='table'><w:name w:val='t'/></w:style>",
    ],
)
def test_what_only_looks_like_a_table_s_style_hides_none_of_a_paragraph(before):
    assert read(with_styles(before, BUILT, TABLED.format(1, 1)), "made.docx").blocks[0].heading == 2


def test_text_boxes_in_text_boxes_are_each_read_once():
    boxed = "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>"
    assert paragraphs(body(t("甲") + boxed.format(t("乙") + boxed.format(t("丙")) + boxed.format(t("丁"))))) == [
        *"甲乙丙丁"
    ]


def test_what_no_paragraph_says_is_not_looked_for(monkeypatch):
    looked = []
    find = numbering.child
    monkeypatch.setattr(numbering, "child", lambda parent, tag: looked.append(tag) or find(parent, tag))
    counts = []
    for count in (20, 40):
        cell = f"<w:tc><w:tcPr><w:tcW/></w:tcPr><w:p><w:pPr><w:jc/></w:pPr>{t('公开')}</w:p><w:p/></w:tc>"
        document = docx.Document()
        add(document, f"<w:tbl {W}>{f'<w:tr>{cell * 4}</w:tr>' * count}</w:tbl>")
        looked.clear()
        opened(document)
        counts.append(len(looked))
    assert counts[0] == counts[1]


def counted(monkeypatch, module, name):
    """The arguments that a function of a module is called with from now on."""
    calls, function = [], getattr(module, name)
    monkeypatch.setattr(module, name, lambda *given, **more: calls.append(given) or function(*given, **more))
    return calls


def test_a_page_s_styles_and_names_are_each_read_once(monkeypatch):
    said, words = counted(monkeypatch, looks, "_said"), counted(monkeypatch, shell, "_told_by")
    lines = "".join(f'<p class="c{i % 3}" style="margin:{i % 4}px">公开</p>' for i in range(200))
    made = read(f'<html><body>{lines}<div class="footer">主办单位</div></body></html>'.encode(), "a.html")
    assert (len(made.blocks), [part.reason for part in made.shell]) == (200, ["footer"])
    assert (len(said), len(words)) == (4, 5)  # the fifth name is none at all, of html and body


def test_a_page_s_links_are_weighed_with_the_blocks_around_them_in_one_pass(monkeypatch):
    sums = counted(monkeypatch, shell, "_sum")
    for depth in (10, 40):
        sums.clear()
        nested = "<div>" * depth + '<a href="/">首页</a>' * 5 + "</div>" * depth
        read(f"<html><body><p>公开目录已经发布。</p>{nested}</body></html>".encode(), "a.html")
        assert len(sums) == 5 + depth + 1


def test_a_spreadsheet_without_formulas_is_loaded_once(monkeypatch):
    loads = counted(monkeypatch, openpyxl, "load_workbook")
    for typed, times in (("=B1*2", 2), ("x=1", 1), (5, 1)):
        loads.clear()
        made = read(workbook(lambda book, typed=typed: rows(book.active, ["甲", "乙"], [1, typed])), "a.xlsx")
        assert (len(loads), len(made.remarks)) == (times, times - 1)


def test_of_a_style_sheet_s_rules_only_those_that_may_be_about_an_element_are_asked(monkeypatch):
    asked = counted(monkeypatch, sheets, "_seen")
    for count in (20, 200):
        asked.clear()
        rules = "".join(f".a{i}{{display:none}} #b{i} td{{display:none}}" for i in range(count))
        page = f"<html><head><style>{rules}</style></head><body><p>公开</p><p class='c a7'>内部</p></body></html>"
        assert [block.text.chars for block in read(page.encode(), "a.html").blocks] == ["公开"]
        assert len(asked) == 1
