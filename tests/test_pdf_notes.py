"""Footnotes in PDFs: they stand behind the paragraph that has their mark, not at the end of what is above them."""

import pytest

from tests.test_pdf import FONT, drawn, lines, opened

CUT = ["2.修缮道路，按月报送进展情况，接受群众监督，确保群众满意，并将", "结果报县督查室。"]


def noted(mark="1", *, size=9, rule=140.0, up=True, small=True):
    """Two pages: the first has a task with a note's mark, one that goes on on the second, and the note at its foot."""

    def draw(canvas, page):
        if page:
            canvas.drawString(72, 760, CUT[1])
            return
        canvas.drawString(72, 700, "青石县2024年工作要点")
        canvas.drawString(72, 660, "1.改厕500")
        at = 72 + canvas.stringWidth("1.改厕500", FONT, 12)
        canvas.setFont(FONT, 7 if up else 12)
        canvas.drawString(at, 664 if up else 660, mark)
        at += canvas.stringWidth(mark, FONT, 7 if up else 12)
        canvas.setFont(FONT, 12)
        canvas.drawString(at, 660, "户。")
        canvas.drawString(72, 642, CUT[0])
        if rule:
            canvas.line(72, 110, 72 + rule, 110)
        canvas.setFont(FONT, 6 if small else size)
        canvas.drawString(72, 98 if small else 95, mark)
        canvas.setFont(FONT, size)
        canvas.drawString(72 + canvas.stringWidth(mark, FONT, 6 if small else size), 95, "以县统计局的数为准。")

    return lines(opened(drawn(draw, pages=2)))[1:]


@pytest.mark.parametrize(
    ("made", "mark", "begun"),
    [
        (noted(), "¹", "¹"),
        (noted(size=12), "¹", "¹"),
        (noted(small=False), "¹", "1"),
        (noted("12"), "¹²", "¹²"),
        (noted("①"), "①", "①"),
        (noted("①", small=False), "①", "①"),
    ],
)
def test_a_note_stands_behind_its_paragraph_and_cuts_none_over_pages(made, mark, begun):
    assert made == [f"1.改厕500{mark}户。", f"{begun}以县统计局的数为准。", "".join(CUT)]


@pytest.mark.parametrize(
    "made", [noted(rule=0.0), noted(rule=400.0), noted("1", up=False, small=False), noted("①", size=12, small=False)]
)
def test_without_a_rule_or_a_mark_nothing_is_moved(made):
    assert [line for line in made if "以县统计局" in line] != [made[1]]


def numbered(*body, small=("①台账格式另行通知。", "②专人名单报县水利局。")):
    """A page whose text has circled numbers, and small print with such numbers below a short rule."""

    def draw(canvas, page):
        canvas.drawString(200, 780, "青石县2024年护河工作要点")
        at = 750
        for line in body:
            canvas.drawString(72, at, line)
            at -= 22
        canvas.line(72, at, 192, at)
        canvas.setFont(FONT, 9)
        for i, line in enumerate(small):
            canvas.drawString(72, at - 16 - 14 * i, line)

    return lines(opened(drawn(draw)))[1:]


LAST = "二、清理河道。6月底前完成。"


@pytest.mark.parametrize(
    "body",
    [
        ("一、健全机制。①建立台账；②落实专人；③按月报送。", LAST),
        ("一、健全机制", "①建立台账", "②落实专人", LAST),
        ("一、健全机制：①建立台账，②落实专人。", LAST),
    ],
)
def test_small_print_with_the_numbers_of_the_texts_clauses_stays_where_it_is(body):
    assert numbered(*body) == [*body, "①台账格式另行通知。", "②专人名单报县水利局。"]


def test_circled_marks_behind_words_are_notes():
    first, second = "一、建立台账①并上墙。", "二、落实专人。②"
    assert numbered(first, second, "三、巡河。") == [
        first, "①台账格式另行通知。", second, "②专人名单报县水利局。", "三、巡河。"
    ]  # fmt: skip
