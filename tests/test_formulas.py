"""Formulas read on one line: a Word file's and a page's say the same, and no exponent is a figure of its base."""

import io

import docx
import pytest
from docx.oxml import parse_xml

from pipeline.readers import read
from tests.test_raised import lines, web

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def word(formula):
    made, stream = docx.Document(), io.BytesIO()
    xml = f"<w:p {W} {M}><w:r><w:t>得分=</w:t></w:r><m:oMathPara><m:oMath>{formula}</m:oMath></m:oMathPara></w:p>"
    made.element.body.insert(0, parse_xml(xml))
    made.save(stream)
    (line,) = lines(read(stream.getvalue(), "made.docx"))
    return line.removeprefix("得分=")


def page(formula):
    (line,) = web(f"<p>得分=<math>{formula}</math></p>")
    return line.removeprefix("得分=")


def r(words):
    return f"<m:r><m:t>{words}</m:t></m:r>"


def o(tag, *parts):
    return f"<m:{tag}>{''.join(parts)}</m:{tag}>"


def i(words):
    return f"<mi>{words}</mi>"


def h(tag, *parts):
    return f"<{tag}>{''.join(parts)}</{tag}>"


@pytest.mark.parametrize(
    ("in_word", "on_a_page", "read_as"),
    [
        (o("sSup", o("e", r("10")), o("sup", r("4"))), h("msup", i("10"), i("4")), "10⁴"),
        (o("sSup", o("e", r("x")), o("sup", r("n"))), h("msup", i("x"), i("n")), "x^n"),
        (o("sSup", o("e", r("x")), o("sup", r("n-1"))), h("msup", i("x"), h("mrow", i("n"), i("-1"))), "x^(n-1)"),
        (o("sSub", o("e", r("X")), o("sub", r("1"))), h("msub", i("X"), i("1")), "X1"),
        (o("sSub", o("e", r("10")), o("sub", r("2"))), h("msub", i("10"), i("2")), "10₂"),
        (
            o("sSubSup", o("e", r("X")), o("sub", r("1")), o("sup", r("2"))),
            h("msubsup", i("X"), i("1"), i("2")),
            "X1²",
        ),
        (
            o("f", o("num", r("完成数")), o("den", r("任务数+补充数"))) + r("×5"),
            h("mfrac", i("完成数"), h("mrow", i("任务数"), "<mo>+</mo>", i("补充数"))) + "<mo>×</mo>" + i("5"),
            "完成数/(任务数+补充数)×5",
        ),
        (
            o("f", o("num", r("甲×5")), o("den", r("乙×2"))),
            h("mfrac", h("mrow", i("甲×5")), h("mrow", i("乙×2"))),
            "甲×5/(乙×2)",
        ),
        (
            o("f", o("num", r("甲")), o("den", o("d", o("e", r("乙+丙"))))),
            h("mfrac", i("甲"), h("mfenced", h("mrow", i("乙+丙")))),
            "甲/(乙+丙)",
        ),
        (o("d", o("e", r("甲+乙"))) + r("×5"), h("mfenced", h("mrow", i("甲+乙"))) + i("×5"), "(甲+乙)×5"),
        (
            o("d", '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>', o("e", r("甲+乙"))) + r("×5"),
            '<mfenced open="[" close="]">' + h("mrow", i("甲+乙")) + "</mfenced>" + i("×5"),
            "[甲+乙]×5",
        ),
        (o("rad", o("deg"), o("e", r("甲+乙"))), h("msqrt", i("甲"), "<mo>+</mo>", i("乙")), "√(甲+乙)"),
        (o("rad", o("deg", r("3")), o("e", r("8"))), h("mroot", i("8"), i("3")), "³√8"),
        (
            o("nary", '<m:naryPr><m:chr m:val="∑"/></m:naryPr>', o("sub", r("i=1")), o("sup", r("n")), o("e", r("X"))),
            h("munderover", "<mo>∑</mo>", h("mrow", i("i=1")), i("n")) + i("X"),
            "∑_(i=1)^nX",
        ),
        (
            o("eqArr", o("e", r("甲得5")), o("e", r("乙得3"))),
            h("mtable", h("mtr", h("mtd", i("甲得5"))), h("mtr", h("mtd", i("乙得3")))),
            "甲得5；乙得3",
        ),
        (o("box", o("e", r("完成率"))) + r("×5"), h("mstyle", i("完成率")) + i("×5"), "完成率×5"),
    ],
)
def test_a_formula_reads_as_it_would_be_typed(in_word, on_a_page, read_as):
    assert word(in_word) == read_as
    assert page(on_a_page) == read_as


def test_what_is_stacked_without_a_stroke_is_no_fraction():
    stacked = o("f", '<m:fPr><m:type m:val="noBar"/></m:fPr>', o("num", r("甲")), o("den", r("乙")))
    assert word(stacked) == "甲；乙"


def test_the_source_that_a_page_keeps_beside_a_formula_is_not_shown():
    source = '<semantics><mrow><mi>甲</mi></mrow><annotation encoding="application/x-tex">\\text{jia}</annotation></semantics>'
    assert page(source) == "甲"
