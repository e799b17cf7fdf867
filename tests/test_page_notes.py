"""Footnotes of pages that office programs saved: they stand behind the paragraph that has their mark."""

import pytest

from pipeline.document import Paragraph
from pipeline.readers import read

LIBRE = (
    '<sup><a class="sdfootnoteanc" name="n1anc" href="#n1sym">1</a></sup>',
    '<div id="n1"><p><a class="sdfootnotesym" name="n1sym" href="#n1anc">1</a>以县统计局的数为准。</p></div>',
)
WORD = (
    '<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
    '<div><hr width="33%"><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> 以县统计局的数为准。</p></div></div>',
)


def lines(body):
    blocks = read(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "made.html").blocks
    return [b.text.chars if isinstance(b, Paragraph) else [cells(row) for row in b.rows] for b in blocks]


def cells(row):
    return ["|".join(p.chars for p in cell.paragraphs) for cell in row]


@pytest.mark.parametrize(("written", "mark", "begun"), [(LIBRE, "¹", "1"), (WORD, "[1]", "[1]")])
def test_a_note_stands_behind_the_block_that_has_its_mark(written, mark, begun):
    anchor, note = written
    text = f"{begun}以县统计局的数为准。"
    assert lines(f"<p>1.改厕500{anchor}户。</p><p>2.修路。</p>{note}") == [f"1.改厕500{mark}户。", text, "2.修路。"]
    row = f"<tr><td>改厕500{anchor}户。</td><td>40</td></tr><tr><td>修路</td><td>60</td></tr>"
    table = [[f"改厕500{mark}户。|{text}", "40"], ["修路", "60"]]
    assert lines(f"<table>{row}</table><p>县政府</p>{note}") == [table, "县政府"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>1.改厕。<a name=a href='#b'>详见</a></p><p>2.修路。</p><p>3.护林，<a name=b href='#a'>返回</a>。</p>",
        "<p>1.改厕。<a name=a href='#b'>详见</a></p><p>2.修路。</p><p><a name=b href='#c'>3.</a>护林，返回。</p>",
        "<p>1.<a name=a href='#b'>改厕。</a></p><p>2.修路。</p><p><a name=b href='#a'>3.护林。</a></p>",
        "<p>1.<a name=a href='#b'>5</a></p><p>2.修路。</p><p><a name=b href='#a'>3.护林。</a></p>",
        "<p>1.改厕。<a name=a href='#a'>详见</a></p><p>2.修路。</p><p><a name=a href='#a'>3.</a>护林，返回。</p>",
    ],
)
def test_other_links_within_a_page_move_nothing(body):
    assert [line[:2] for line in lines(body)] == ["1.", "2.", "3."]


def test_notes_of_one_block_keep_their_order():
    def mark(number):
        return f"<a name=a{number} href='#b{number}'>[{number}]</a>"

    notes = "".join(f"<p><a name=b{n} href='#a{n}'>[{n}]</a>数{n}为准。</p>" for n in "123")
    behind = ["[1]数1为准。", "[2]数2为准。"]
    found = lines(f"<p>改厕500{mark(1)}户，修路5{mark(2)}里。</p><p>护林{mark(3)}。</p>{notes}")
    assert found == ["改厕500[1]户，修路5[2]里。", *behind, "护林[3]。", "[3]数3为准。"]
    row = (
        f"<tr><td>改厕500{mark(1)}户，修路5{mark(2)}里。</td><td>40</td></tr><tr><td>护林{mark(3)}</td><td>60</td></tr>"
    )
    ((first, second),) = lines(f"<table>{row}</table>{notes}")
    assert (first[0].split("|")[1:], second[0]) == (behind, "护林[3]|[3]数3为准。")
