"""White letters of a PDF: on bare paper nobody sees them, on anything drawn or pictured they are read."""

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.test_pdf import FONT, drawn, lines, opened

PICTURE = ImageReader(Image.new("L", (6, 8), 60))


def page(behind=lambda canvas: None, colour=(1, 1, 1), mode=0):
    """A page of two lines, between the halves of the second one words in a colour."""

    def draw(canvas, _):
        canvas.drawString(72, 760, "青石县2024年护林工作要点")
        behind(canvas)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(72, 700, "一、设卡检查，")
        at = 72 + canvas.stringWidth("一、设卡检查，", FONT, 12)
        canvas.setFillColorRGB(*colour)
        text = canvas.beginText(at, 700)
        text.setTextRenderMode(mode)
        text.textOut("旧规定")
        canvas.drawText(text)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(at + canvas.stringWidth("旧规定", FONT, 12), 700, "6月底前完成。")

    document = opened(drawn(draw))
    return lines(document)[1], [(r.code, dict(r.figures)) for r in document.remarks]


@pytest.mark.parametrize("colour", [(1, 1, 1), (0.995, 1, 0.99)])
def test_white_letters_on_paper_are_left_out_and_told(colour):
    assert page(colour=colour) == ("一、设卡检查，6月底前完成。", [("hidden_text", {"count": "3", "text": "旧规定"})])


def test_paper_may_be_drawn():
    def white(canvas):
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(0, 0, 595, 842, stroke=0, fill=1)

    assert page(white)[0] == "一、设卡检查，6月底前完成。"


def dark(canvas):
    canvas.setFillColorRGB(0.2, 0.3, 0.6)
    canvas.rect(60, 690, 400, 25, stroke=0, fill=1)


def pictured(canvas):
    canvas.drawImage(PICTURE, 60, 690, 400, 25)


def shaded(canvas):
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, 690, 400, 25)
    canvas.clipPath(path, stroke=0)
    canvas.linearGradient(60, 690, 460, 690, ((0, 0, 1), (1, 0, 0)))
    canvas.restoreState()


@pytest.mark.parametrize(
    ("behind", "colour", "mode"),
    [
        (dark, (1, 1, 1), 0),
        (pictured, (1, 1, 1), 0),
        (shaded, (1, 1, 1), 0),
        (lambda canvas: None, (1, 1, 1), 1),
        (lambda canvas: None, (1, 1, 1), 2),
        (lambda canvas: None, (0.9, 0.9, 0.9), 0),
        (lambda canvas: None, (1, 0, 0), 0),
    ],
)
def test_letters_that_may_be_seen_are_read(behind, colour, mode):
    assert page(behind, colour, mode) == ("一、设卡检查，旧规定6月底前完成。", [])


def test_a_page_of_white_letters_is_dark_by_something_that_is_not_drawn():
    def draw(canvas, _):
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 760, "青石县2024年护林工作要点")

    assert lines(opened(drawn(draw))) == ["青石县2024年护林工作要点"]
