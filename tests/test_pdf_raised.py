"""Raised figures in PDFs: they stand on the line that they hang on, and are no figures of its numbers."""

import pytest

from tests.test_pdf import FONT, drawn, lines, opened


def page(*parts, upright=None):
    """A page with one line, of parts: words, size, height above the line, room before them."""

    def draw(canvas, _):
        canvas.drawString(72, 700, "青石县2024年考核细则")
        at = 72
        for words, size, above, room in parts:
            canvas.setFont(FONT, size)
            canvas.drawString(at + room, 660 + above, words)
            at += room + canvas.stringWidth(words, FONT, size)
        canvas.setFont(FONT, 12)
        canvas.drawString(72, 642, "二、业务（６０分）")
        if upright is not None:
            canvas.line(72 + upright, 630, 72 + upright, 690)

    return lines(opened(drawn(draw)))[1:-1]


def raised(words, size=7, above=4.0, room=0.0):
    return [("造林10", 12, 0, 0), (words, size, above, room), ("亩。", 12, 0, 0)]


@pytest.mark.parametrize(
    ("parts", "read_as"),
    [
        (raised("4"), "造林10⁴亩。"),
        (raised("4", size=10, above=3.5), "造林10⁴亩。"),
        (raised("4", above=6.0), "造林10⁴亩。"),
        (raised("-3", above=5.0), "造林10⁻³亩。"),
        (raised("4", room=2), "造林10⁴亩。"),
        (raised("[1]"), "造林10[1]亩。"),
        (raised("①"), "造林10①亩。"),
        (raised("2", above=-2.0), "造林10₂亩。"),
        (raised("1,2", above=-2.0), "造林10₁,₂亩。"),
        ([("细颗粒物PM", 12, 0, 0), ("2.5", 7, -2.0, 0), ("浓度。", 12, 0, 0)], "细颗粒物PM2.5浓度。"),
        ([("得", 12, 0, 0), ("25", 7, -2.0, 0), ("分。", 12, 0, 0)], "得25分。"),
        (raised("4", size=12, above=4.0), "造林10⁴亩。"),
        (raised("4", size=12, above=3.0, room=2), "造林10⁴亩。"),
        ([("绿化30m", 12, 0, 0), ("2", 12, 4.0, 0)], "绿化30m²"),
        ([("绿化30m", 12, 0, 0), ("2", 12, 4.0, 0), ("，", 12, 0, 0)], "绿化30m²，"),
        (raised("2", size=12, above=-3.0), "造林10₂亩。"),
        (raised("4", size=12, above=0.5), "造林104亩。"),
        (raised("4", size=12, above=0), "造林104亩。"),
        (raised("4", size=9, above=0), "造林104亩。"),
    ],
)
def test_raised_figures_of_a_page_stand_on_its_line(parts, read_as):
    assert page(*parts) == [read_as]


def test_small_figures_behind_an_upright_line_or_far_off_are_not_raised():
    assert "⁴" not in "".join(page(*raised("4", room=3), upright=37.5))
    assert "⁴" not in "".join(page(*raised("4", room=8)))
    assert "⁴" not in "".join(page(*raised("4", above=9)))


@pytest.mark.parametrize(
    "parts",
    [
        [("造林10", 12, 0, 0), ("4亩", 12, 4.0, 0), ("。", 12, 0, 0)],
        [("完成造林", 12, 0, 0), ("4", 12, 4.0, 0), ("亩。", 12, 0, 0)],
        raised("4", size=12, above=4.0, room=8),
        raised("[1]", size=12, above=4.0),
        raised("4", size=13, above=4.0),
    ],
)
def test_figures_as_large_as_the_text_that_may_be_a_line_of_their_own_are_not_raised(parts):
    assert "⁴" not in "".join(page(*parts))
