"""White letters of a Word file: on white paper nobody sees them, on anything darker they are read."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.document import Table
from tests.test_word import W, add, opened, paragraphs, styled

WHITE = '<w:color w:val="FFFFFF"/>'


def run(words, look=""):
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"


def shade(fill, pattern="clear", color="auto"):
    return f'<w:shd w:val="{pattern}" w:color="{color}" w:fill="{fill}"/>'


def told(document):
    return [dict(r.figures)["count"] for r in opened(document).remarks if r.code == "hidden_text"]


def in_paragraph(look, of_paragraph=""):
    made = docx.Document()
    written = run("党建（") + run("40", look) + run("50分）")
    add(made, f"<w:p {W}><w:pPr>{of_paragraph}</w:pPr>{written}</w:p>")
    return made


@pytest.mark.parametrize(
    "look",
    [
        WHITE,
        '<w:color w:val="ffffff" w:themeColor="background1"/>',
        '<w:color w:themeColor="background1" w:val="FEFEFE"/>',
        WHITE + shade("auto"),
        WHITE + shade("FFFFFF"),
        "<w:b/>" + WHITE + '<w:sz w:val="21"/>',
    ],
)
def test_white_letters_on_white_paper_are_left_out_and_told(look):
    made = in_paragraph(look)
    assert (paragraphs(made), told(made)) == (["党建（50分）"], ["2"])


@pytest.mark.parametrize(
    ("look", "of_paragraph"),
    [
        (WHITE + shade("1F4E79"), ""),
        (WHITE + shade("auto", "solid"), ""),
        (WHITE + '<w:highlight w:val="darkBlue"/>', ""),
        (WHITE, shade("C00000")),
        (WHITE + shade("auto"), shade("C00000")),
        (WHITE + "<w:outline/>", ""),
        (WHITE + "<w:emboss/>", ""),
        ('<w:color w:val="auto"/>', ""),
        ('<w:color w:val="F2F2F2"/>', ""),
        ("", shade("FFFFFF")),
    ],
)
def test_white_letters_on_something_darker_and_letters_of_another_colour_are_read(look, of_paragraph):
    made = in_paragraph(look, of_paragraph)
    assert (paragraphs(made), told(made)) == (["党建（4050分）"], [])


def style(kind, look, name="x"):
    return parse_xml(f'<w:style {W} w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{look}</w:style>')


def test_a_paragraphs_style_or_what_it_is_based_on_may_be_shaded():
    made = in_paragraph(WHITE, '<w:pStyle w:val="y"/>')
    made.styles.element.append(style("paragraph", f"<w:pPr>{shade('70AD47')}</w:pPr>"))
    made.styles.element.append(style("paragraph", '<w:basedOn w:val="x"/>', "y"))
    assert (paragraphs(made), told(made)) == (["党建（4050分）"], [])


def in_table(of_cell="", of_table="", of_row="", look=WHITE):
    """A table whose first cell is white letters, and the words of that cell and what is told."""
    made = docx.Document()
    cell = f"<w:tc><w:tcPr>{of_cell}</w:tcPr><w:p>{run('工作任务', look)}</w:p></w:tc><w:tc><w:p>{run('分值')}</w:p></w:tc>"
    row = f"<w:tr>{of_row}{cell}</w:tr><w:tr><w:tc><w:p>{run('党建')}</w:p></w:tc><w:tc><w:p>{run('5')}</w:p></w:tc></w:tr>"
    add(made, f"<w:tbl {W}><w:tblPr>{of_table}</w:tblPr><w:tblGrid/>{row}</w:tbl>")
    return made


def first_cell(made):
    (table,) = (b for b in opened(made).blocks if isinstance(b, Table))
    first = table.rows[0][0]
    assert (first.column, len(table.rows[0])) == (0, 2)
    return "".join(p.chars for p in first.paragraphs)


@pytest.mark.parametrize(
    "places",
    [
        {"of_cell": shade("4472C4")},
        {"of_table": shade("4472C4")},
        {"of_row": f"<w:tblPrEx>{shade('4472C4')}</w:tblPrEx>"},
        {"of_table": '<w:tblStyle w:val="dark"/>'},
        {"of_table": '<w:tblStyle w:val="derived"/>', "of_cell": shade("auto")},
        {"of_table": '<w:tblStyle w:val="nowhere"/>'},
    ],
)
def test_white_letters_in_a_shaded_cell_row_or_table_are_read(places):
    made = in_table(**places)
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shade("4472C4")}</w:tcPr></w:tblStylePr>'
    made.styles.element.append(style("table", first, "dark"))
    made.styles.element.append(style("table", '<w:basedOn w:val="dark"/>', "derived"))
    assert (first_cell(made), told(made)) == ("工作任务", [])


@pytest.mark.parametrize(
    "places",
    [{}, {"of_cell": shade("FFFFFF"), "of_table": shade("4472C4")}, {"of_table": '<w:tblStyle w:val="TableGrid"/>'}],
)
def test_white_letters_in_a_white_cell_are_left_out_and_the_cell_stays(places):
    made = in_table(**places)
    assert (first_cell(made), told(made)) == ("", ["4"])


def test_a_table_in_a_dark_cell_and_a_page_of_another_colour_show_white_letters():
    inner = in_table().element.body.find(".//" + "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tbl")
    made = in_table(of_cell=shade("4472C4"))
    cell = made.element.body.find(".//{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tc")
    cell.insert(1, inner)
    assert told(made) == []
    made = in_paragraph(WHITE)
    made.element.insert(0, parse_xml(f'<w:background {W} w:color="002060"/>'))
    assert (paragraphs(made), told(made)) == (["党建（4050分）"], [])


@pytest.mark.parametrize("behind", ["0", "1"])
def test_white_letters_over_a_picture_that_lies_behind_the_text_are_read(behind):
    made = in_paragraph(WHITE)
    spaces = nsdecls("w", "wp", "a")
    add(made, f'<w:p {spaces}><w:r><w:drawing><wp:anchor behindDoc="{behind}"/></w:drawing></w:r></w:p>')
    assert told(made) == (["2"] if behind == "0" else [])


def test_white_letters_in_a_text_box_are_read():
    made = docx.Document()
    box = f"<w:txbxContent><w:p>{run('党建（40分）', WHITE)}</w:p></w:txbxContent>"
    add(made, f"<w:p {W}><w:r><w:pict>{box}</w:pict></w:r></w:p>")
    assert (paragraphs(made), told(made)) == (["党建（40分）"], [])


GREY = '<w:color w:val="404040"/>'


def by_style(kind, style, look="", inner=""):
    """A paragraph of three runs, all of the paragraph's style or the second of a style of its own; that has a look."""
    made = styled(kind, ("white", style, ""), ("derived", "<w:b/>", "white"), ("grey", GREY, ""))
    own = '<w:rStyle w:val="derived"/>' if kind == "character" else inner
    named = '<w:pStyle w:val="derived"/>' if kind == "paragraph" else ""
    runs = run("党建（") + run("40", own + look) + "<w:r><w:t>50分）</w:t></w:r>"
    add(made, f"<w:p {W}><w:pPr>{named}</w:pPr>{runs}</w:p>")
    add(made, f"<w:p {W}>{run('一、公开')}</w:p>")
    return made


def test_letters_that_their_style_makes_white_are_left_out_and_told():
    made = by_style("character", WHITE)
    assert (paragraphs(made), told(made)) == (["党建（50分）", "一、公开"], ["2"])


def test_paragraphs_whose_style_makes_them_white_are_left_out_and_told():
    made = by_style("paragraph", WHITE)
    assert (paragraphs(made), told(made)) == (["一、公开"], ["9"])


def test_a_run_that_has_a_colour_of_its_own_in_a_white_paragraph_is_read():
    made = by_style("paragraph", WHITE, GREY)
    assert (paragraphs(made), told(made)) == (["40", "一、公开"], ["7"])


@pytest.mark.parametrize(
    ("kind", "style", "look"),
    [
        ("character", WHITE, GREY),
        ("character", WHITE, '<w:highlight w:val="black"/>'),
        ("character", WHITE, shade("C00000")),
        ("character", WHITE + shade("C00000"), ""),
        ("character", GREY, ""),
        ("paragraph", GREY, ""),
    ],
)
def test_letters_of_a_white_style_that_something_else_shows_are_read(kind, style, look):
    made = by_style(kind, style, look)
    assert (paragraphs(made), told(made)) == (["党建（4050分）", "一、公开"], [])


def test_a_white_paragraph_in_a_dark_cell_is_read():
    made = styled("paragraph", ("white", WHITE, ""))
    words = '<w:p><w:pPr><w:pStyle w:val="white"/></w:pPr><w:r><w:t>考核项目</w:t></w:r></w:p>'
    cells = f"<w:tc><w:tcPr>{shade('1F4E79')}</w:tcPr>{words}</w:tc><w:tc><w:p>{run('分值')}</w:p></w:tc>"
    add(made, f"<w:tbl {W}><w:tr>{cells}</w:tr></w:tbl>")
    (table,) = [block for block in opened(made).blocks if isinstance(block, Table)]
    assert [p.chars for cell in table.rows[0] for p in cell.paragraphs] == ["考核项目", "分值"]
    assert told(made) == []
