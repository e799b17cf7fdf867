"""What is set into a Word file: tables in text boxes, other files and objects; and what a style hides."""

import docx
import pytest
from docx.oxml import parse_xml

from pipeline.convert import convert_document
from pipeline.document import Table
from tests.making import codes, outline
from tests.test_word import W, add, grid, opened, paragraphs, styled
from tests.test_word_markup import body, t


def cells(*rows):
    made = ("".join(f"<w:tc><w:p>{t(words)}</w:p></w:tc>" for words in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


SCORES = cells(("考核项目", "分值"), ("党建工作", "40"), ("业务工作", "60"))


def boxed(inner):
    return f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"


def test_a_table_in_a_text_box_is_a_table():
    document = opened(body(t("青石县2024年考核细则"), boxed(f"<w:p>{t('评分表')}</w:p>{SCORES}<w:p>{t('附注')}</w:p>")))
    kinds = [len(b.rows) if isinstance(b, Table) else b.text.chars for b in document.blocks]
    assert kinds == ["青石县2024年考核细则", "评分表", 3, "附注"]
    made = convert_document(document)
    assert outline(made.schemes[0].items) == [(None, "党建工作", 40), (None, "业务工作", 60)]


def test_a_table_in_a_box_in_a_cell_is_read_with_the_cell():
    document = docx.Document()
    cell = f"<w:tc><w:p>{t('外')}{boxed(SCORES)}</w:p></w:tc>"
    add(document, f"<w:tbl {W}><w:tr>{cell}<w:tc><w:p>{t('右')}</w:p></w:tc></w:tr></w:tbl>")
    (table,) = opened(document).blocks
    assert grid(table) == [[(0, 1, 1, "外|考核项目|分值|党建工作|40|业务工作|60"), (1, 1, 1, "右")]]


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
OLE = 'xmlns:o="urn:schemas-microsoft-com:office:office"'


@pytest.mark.parametrize(
    ("inner", "count"),
    [
        (f"<w:altChunk {W}/>", 1),
        (f"<w:subDoc {W}/>", 1),
        (f"<w:p {W}><w:r><w:drawing><d:relIds xmlns:d='{DRAWING}/diagram'/></w:drawing></w:r></w:p>", 1),
        (f"<w:p {W}><w:r><w:drawing><c:chart xmlns:c='{DRAWING}/chart'/></w:drawing></w:r></w:p>", 1),
        (
            f"<w:p {W}><w:r><w:object><o:OLEObject {OLE} Type='Embed' ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>",
            1,
        ),
        (f"<w:p {W}><w:r><w:object><o:OLEObject {OLE} Type='Link' ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>", 1),
        (f"<w:p {W}>{t('正文')}<w:r><w:pict/></w:r></w:p>", 0),
    ],
)
def test_files_and_objects_that_are_set_into_a_file_are_told(inner, count):
    document = body(t("青石县2024年考核细则"), t("一、党建（40分）"))
    add(document, inner)
    made = convert_document(opened(document))
    assert [f.severity for f in made.findings if f.code == "embedded_unread"] == ["warning"] * count
    assert ("embedded_unread" in codes(made)) == bool(count)


@pytest.mark.parametrize(
    ("look", "run", "shown"),
    [
        ("<w:vanish/>", "", False),
        ("<w:strike/>", "", False),
        ("<w:dstrike/>", "", False),
        ('<w:vanish w:val="0"/>', "", True),
        ("<w:b/>", "", True),
        ("<w:vanish/>", '<w:rPr><w:vanish w:val="0"/></w:rPr>', True),
    ],
)
@pytest.mark.parametrize("name", ["own", "derived"])
def test_paragraphs_whose_style_hides_them_are_left_out_and_told(look, run, shown, name):
    document = styled("paragraph", ("own", look, ""), ("derived", "<w:b/>", "own"))
    document.add_paragraph("一、公开")
    add(document, f'<w:p {W}><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r>{run}<w:t>窗体顶端</w:t></w:r></w:p>')
    assert paragraphs(document) == ["一、公开", *(["窗体顶端"] if shown else [])]
    told = [dict(r.figures) for r in opened(document).remarks if r.code == "hidden_text"]
    assert told == ([] if shown else [{"count": "4", "text": "窗体顶端"}])


def test_a_style_that_shows_again_what_its_base_hides():
    document = styled("paragraph", ("own", "<w:vanish/>", ""), ("derived", '<w:vanish w:val="0"/>', "own"))
    add(document, f'<w:p {W}><w:pPr><w:pStyle w:val="derived"/></w:pPr><w:r><w:t>一、公开</w:t></w:r></w:p>')
    assert paragraphs(document) == ["一、公开"]


def test_what_a_run_shows_of_a_hidden_paragraph_shows_nothing_of_the_others():
    document = styled("paragraph", ("own", "<w:vanish/>", ""))
    shown = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
    runs = f"<w:r>{shown}<w:t>一、公开</w:t></w:r><w:r><w:t>内部口径</w:t></w:r>"
    add(document, f'<w:p {W}><w:pPr><w:pStyle w:val="own"/></w:pPr>{runs}</w:p>')
    assert paragraphs(document) == ["一、公开"]
    told = [dict(r.figures) for r in opened(document).remarks if r.code == "hidden_text"]
    assert told == [{"count": "4", "text": "内部口径"}]


DRAWN = 'xmlns:v="urn:schemas-microsoft-com:vml"'


@pytest.mark.parametrize(
    ("path", "read_as"),
    [
        ('<v:textpath string="青石县人民政府办公室"/>', ["青石县人民政府办公室", "一、公开"]),
        (
            '<v:textpath on="t" style="font-family:x" string="青石县&#10;人民政府办公室"/>',
            ["青石县", "人民政府办公室", "一、公开"],
        ),
        ('<v:textpath on="f" string="青石县人民政府办公室"/>', ["一、公开"]),
        ('<v:textpath string=" "/>', ["一、公开"]),
    ],
)
@pytest.mark.parametrize("within", ["w:pict", "w:object"])
def test_words_that_are_drawn_as_a_shape_are_read(path, read_as, within):
    shape = f'<{within}><v:shape {DRAWN} type="#_x0000_t136">{path}</v:shape></{within}>'
    document = body(f"<w:r>{shape}</w:r>", t("一、公开"))
    assert paragraphs(document) == read_as


def test_words_drawn_as_a_shape_within_a_sentence_stand_behind_it():
    shape = f'<w:r><w:pict><v:shape {DRAWN}><v:textpath string="样稿"/></v:shape></w:pict></w:r>'
    assert paragraphs(body(t("一、公") + shape + t("开"))) == ["一、公开", "样稿"]


def test_a_watermark_is_no_part_of_the_text_and_not_lost():
    document = body(t("一、公开"))
    header = document.sections[0].header
    shape = f'<w:pict><v:shape {DRAWN}><v:textpath string="内部样稿"/></v:shape></w:pict>'
    header.paragraphs[0]._p.append(parse_xml(f"<w:r {W}>{shape}</w:r>"))
    made = opened(document)
    assert [(p.text.chars, p.reason) for p in made.shell] == [("内部样稿", "footer")]
