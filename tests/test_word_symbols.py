"""Signs of a Word file that only a font tells: bounds, multiplication signs, ticked boxes, numbers in circles."""

import pytest

from pipeline.convert import convert_document
from tests.test_word import opened, paragraphs
from tests.test_word_fields import code, kind
from tests.test_word_markup import body, t


def sym(font, char):
    return f"<w:r><w:sym w:font='{font}' w:char='{char}'/></w:r>"


def set_in(font, words, more=""):
    return f"<w:r><w:rPr><w:rFonts w:ascii='{font}' w:hAnsi='{font}'{more}/></w:rPr><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Symbol", "F0B3", "≥"), ("Symbol", "F0A3", "≤"), ("Symbol", "F0B4", "×"), ("Symbol", "F0B8", "÷"),
        ("Symbol", "F0B1", "±"), ("Symbol", "F0B0", "°"), ("Symbol", "F03E", ">"), ("Symbol", "0035", "5"),
        ("Symbol", "F0B9", "≠"), ("Symbol", "F0AE", "→"), ("Symbol", "F061", "α"), ("Symbol", "F0E5", "∑"),
        ("Wingdings", "F081", "①"), ("Wingdings", "F08A", "⑩"), ("Wingdings", "F08C", "❶"), ("Wingdings", "F0FD", "☒"),
        ("Wingdings", "F0AB", "★"), ("Wingdings", "F0E0", "→"), ("Wingdings", "F0A8", "□"), ("Wingdings", "F0FE", "☑"),
        ("Wingdings 2", "F06A", "①"), ("Wingdings 2", "F052", "☑"), ("Wingdings 2", "F0A3", "□"),
        ("Wingdings 2", "F053", "☒"), ("Webdings", "F063", "□"), ("Webdings", "F061", "✓"),
        # A sign without a meaning is none of the text.
        ("Wingdings", "F04A", ""), ("Wingdings 3", "F07D", ""), ("MT Extra", "F04C", ""),
    ],
)  # fmt: skip
def test_a_symbol_is_the_sign_that_its_font_shows(font, char, sign):
    assert paragraphs(body(f"{t('甲')}{sym(font, char)}{t('乙')}")) == [f"甲{sign}乙"]


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        (set_in("Wingdings 2", "R"), "☑"), (set_in("Wingdings 2", "£"), "□"), (set_in("Wingdings", "þ"), "☑"),
        (set_in("Wingdings", "o"), "□"), (set_in("Wingdings", "\uf0fe"), "☑"), (set_in("Symbol", "\uf0b3"), "≥"),
        (set_in("Symbol", "³"), "≥"), (set_in("Symbol", "5"), "5"), (set_in("Wingdings 2", "R是"), "☑是"),
        # Other fonts show letters, and where another font is named for the letters the sign font is not theirs.
        (set_in("Arial", "R"), "R"), (set_in("Segoe UI Symbol", "R"), "R"), (set_in("Symbol", "公开"), "公开"),
        ("<w:r><w:rPr><w:rFonts w:cs='Wingdings'/></w:rPr><w:t>R</w:t></w:r>", "R"),
        ("<w:r><w:rPr><w:rFonts w:eastAsia='Wingdings'/></w:rPr><w:t>R</w:t></w:r>", "R"),
    ],
)  # fmt: skip
def test_letters_that_a_font_shows_as_signs_are_these(run, shown):
    assert paragraphs(body(f"{t('甲')}{run}{t('乙')}")) == [f"甲{shown}乙"]


def test_the_bounds_of_a_ladder_typed_with_symbols_are_read():
    made = body(f"{t('完成率')}{sym('Symbol', 'F0B3')}{t('90%得5分')}")
    assert "完成率≥90%得5分" in convert_document(opened(made)).model_dump_json()


def form(data, instruction):
    begun = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return f"{begun}{code(instruction)}{kind('end')}"


LIST = "<w:ddList>{}<w:listEntry w:val='10分'/><w:listEntry w:val='20分'/></w:ddList>"


@pytest.mark.parametrize(
    ("data", "instruction", "shown"),
    [
        ("<w:checkBox><w:sizeAuto/><w:checked/></w:checkBox>", " FORMCHECKBOX ", "☑"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", " FORMCHECKBOX ", "☑"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", " FORMCHECKBOX ", "□"),
        ("<w:checkBox/>", " FORMCHECKBOX ", "□"),
        (LIST.format("<w:result w:val='1'/>"), " FORMDROPDOWN ", "20分"),
        (LIST.format("<w:default w:val='1'/>"), " FORMDROPDOWN ", "20分"),
        (LIST.format(""), " FORMDROPDOWN ", "10分"),
        (LIST.format("<w:result w:val='7'/>"), " FORMDROPDOWN ", ""),
        ("<w:ddList/>", " FORMDROPDOWN ", ""),
    ],
)
def test_boxes_and_lists_of_older_forms_show_what_was_chosen(data, instruction, shown):
    assert paragraphs(body(f"{t('甲')}{form(data, instruction)}{t('乙')}")) == [f"甲{shown}乙"]


PROMPT = "<w:r><w:rPr><w:rStyle w:val='Prompt'/></w:rPr><w:t>单击此处输入日期。</w:t></w:r>"


def control(inner, said="<w:showingPlcHdr/>"):
    document = body(f"{t('甲')}<w:sdt><w:sdtPr>{said}<w:date/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    style = '<w:style {} w:type="character" w:styleId="Prompt"><w:name w:val="Placeholder Text"/></w:style>'
    document.styles.element.append(parsed(style))
    return opened(document)


def parsed(xml):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(xml.format(nsdecls("w")))


def test_the_prompt_of_a_field_that_nobody_filled_in_is_no_text():
    document = control(PROMPT)
    assert [b.text.chars for b in document.blocks] == ["甲"]
    assert [(r.code, dict(r.figures)["text"]) for r in document.remarks] == [("hidden_text", "单击此处输入日期。")]


@pytest.mark.parametrize(
    ("inner", "said"),
    [(PROMPT, ""), (PROMPT, "<w:showingPlcHdr w:val='0'/>"), (t("6月30日"), "<w:showingPlcHdr/>")],
)
def test_what_was_filled_in_is_read_though_the_field_was_one_of_prompts(inner, said):
    (block,) = control(inner, said).blocks
    assert len(block.text.chars) > 1
