"""Runs of a Word file whose character style hides, crosses out or raises them."""

import pytest
from docx.oxml import parse_xml

from tests.test_word import W, add, opened, paragraphs, styled

UP = '<w:vertAlign w:val="superscript"/>'
LEVEL = ('<w:position w:val="0"/>', '<w:vertAlign w:val="baseline"/>')


def run(words, style="", look=""):
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"<w:r><w:rPr>{named}{look}</w:rPr><w:t>{words}</w:t></w:r>"


def read_as(document, *runs):
    """What a paragraph of runs is read as, and how many characters are told to be left out."""
    add(document, f"<w:p {W}>{''.join(runs)}</w:p>")
    told = [dict(r.figures)["count"] for r in opened(document).remarks if r.code == "hidden_text"]
    return paragraphs(document), told


@pytest.mark.parametrize("name", ["own", "derived"])
@pytest.mark.parametrize(
    ("look", "own", "shown"),
    [
        ("<w:vanish/>", "", False),
        ("<w:strike/>", "", False),
        ("<w:dstrike/>", "", False),
        ('<w:strike w:val="0"/>', "", True),
        ("<w:b/>", "", True),
        ("<w:strike/>", '<w:strike w:val="0"/>', True),
        ("<w:strike/>", '<w:vanish w:val="0"/>', False),
        ("<w:b/>", "<w:strike/>", False),
    ],
)
def test_runs_whose_style_leaves_them_out_are_left_out_and_told(look, own, shown, name):
    document = styled("character", ("own", look, ""), ("derived", "<w:i/>", "own"))
    found, told = read_as(document, run("党建（"), run("40", name, own), run("50分）"))
    assert (found, told) == ((["党建（4050分）"], []) if shown else (["党建（50分）"], ["2"]))


def test_a_style_that_shows_again_what_its_base_crosses_out():
    document = styled("character", ("own", "<w:strike/>", ""), ("derived", '<w:strike w:val="0"/>', "own"))
    assert read_as(document, run("党建（"), run("40", "derived"), run("分）")) == (["党建（40分）"], [])


@pytest.mark.parametrize(
    ("style", "look", "shown"),
    [("mark", "", "得5¹分。"), ("level", "", "得51分。"), ("mark", '<w:vertAlign w:val="baseline"/>', "得51分。")],
)
@pytest.mark.parametrize("up", [UP, '<w:position w:val="6"/>'])
def test_figures_that_a_style_raises_are_none_of_the_number_before_them(style, look, shown, up):
    look = look and LEVEL[up == UP]
    document = styled("character", ("mark", up, ""), ("level", LEVEL[up == UP], "mark"))
    assert read_as(document, run("得5"), run("1", style, look), run("分。")) == ([shown], [])


@pytest.mark.parametrize("bases", [("b", "a"), ("a", "a"), ("none", "b")])
def test_styles_that_are_based_on_each_other_or_on_none_are_read(bases):
    document = styled("character", ("a", "<w:strike/>", bases[0]), ("b", "<w:i/>", bases[1]))
    assert read_as(document, run("得"), run("4", "a"), run("5", "unknown"), run("分。")) == (["得5分。"], ["1"])


def test_a_style_of_paragraphs_does_nothing_to_a_run_that_names_it():
    document = styled("character")
    document.styles.element.append(
        parse_xml(f'<w:style {W} w:type="paragraph" w:styleId="x"><w:rPr><w:strike/></w:rPr></w:style>')
    )
    assert read_as(document, run("得"), run("5分。", "x")) == (["得5分。"], [])
