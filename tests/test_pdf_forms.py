"""What a PDF page shows besides its text: filled fields, notes typed on it, page numbers; and what it does not show."""

import pytest

from tests.test_pdf import drawn, lines, opened


def told(document):
    return [(r.code, dict(r.figures)) for r in document.remarks]


def words(canvas, *more):
    canvas.drawString(72, 700, "青石县2024年考核细则")
    canvas.drawString(72, 680, "一、清淤（１０分），得分：")
    for x, y, said in more:
        canvas.drawString(x, y, said)


def test_fields_that_were_filled_in_show_what_was_typed():
    def draw(canvas, _):
        words(canvas, (72, 660, "二、巡河（２０分）"))
        canvas.acroForm.textfield(name="a", value="8.5", x=230, y=675, width=60, height=18, fontSize=12, borderWidth=0)

    assert lines(opened(drawn(draw))) == ["青石县2024年考核细则", "一、清淤（１０分），得分：8.5", "二、巡河（２０分）"]


def test_words_typed_on_a_page_that_nothing_draws_are_told_and_remarks_and_links_are_not():
    def draw(canvas, _):
        words(canvas)
        canvas.freeTextAnnotation("9.5", "/Helv 12 Tf 0 g", Rect=[230, 677, 290, 695])
        canvas.textAnnotation("remark", Rect=[300, 675, 320, 695])
        canvas.linkURL("https://x.gov.cn", (72, 675, 120, 695))

    document = opened(drawn(draw))  # this program says what the note is and does not draw it
    assert lines(document) == ["青石县2024年考核细则", "一、清淤（１０分），得分："]
    assert told(document) == [("embedded_unread", {"count": "1"})]


def test_what_is_drawn_beside_the_paper_is_not_shown_and_told():
    def draw(canvas, _):
        words(canvas, (72, -20, "三、旧项（２０分）"), (700, 640, "旁注"))

    document = opened(drawn(draw))
    assert lines(document) == ["青石县2024年考核细则", "一、清淤（１０分），得分："]
    assert told(document) == [("hidden_text", {"count": "11", "text": "三、旧项（２０分） / 旁注"})]


SENTENCE = "各镇要做好河湖管护各项工作，每月报送有关情况，由县水利局汇总后通报全县备查。"


def numbered(label):
    def draw(canvas, page):
        for line in range(32):
            canvas.drawString(72, 740 - 20 * line, SENTENCE[: None if line < 31 or page else 30])
        canvas.drawCentredString(297, 40, label.format(page + 1))

    return opened(drawn(draw, pages=2))


@pytest.mark.parametrize(
    "label",
    [
        "{}", "- {} -", "— {} —", "－ {} －", "～{}～", "第{}页", "第 {} 页 共 2 页", "第{}页，共2页", "第{}页/共2页", "共2页 第{}页",
        "共 2 页，第 {} 页", "{}/2", "{} | 2", "Page {} of 2", "Page {}", "P{}", "页码：{}", "[{}]", "〔{}〕",
    ],
)  # fmt: skip
def test_page_numbers_however_written_are_no_text(label):
    document = numbered(label)
    assert [part.reason for part in document.shell] == ["page_number"] * 2
    assert all(line.startswith("各镇") for line in lines(document))


@pytest.mark.parametrize("label", ["第{}类", "共2项 第{}项", "{}分", "（{}）", "一{}", "P{}级", "[{}]分"])
def test_other_short_lines_at_the_foot_are_text(label):
    assert [part.reason for part in numbered(label).shell] == []


def turned(degrees, across):
    """A page whose text and table a program turned, and not the page."""

    def draw(canvas, _):
        canvas.translate(0, 842) if degrees < 0 else canvas.translate(595, 0)
        canvas.rotate(degrees)
        across(canvas)

    return opened(drawn(draw))


XS, YS = (72, 150, 400, 600), (530, 500, 470, 440)


def table(canvas):
    canvas.drawString(72, 550, "青石县2024年考核细则")
    for x in XS:
        canvas.line(x, YS[0], x, YS[-1])
    for y in YS:
        canvas.line(XS[0], y, XS[-1], y)
    for y, row in zip(
        YS, (("项目", "内容", "分值"), ("清淤", "每月一次", "40"), ("巡河", "每周一次", "60")), strict=False
    ):
        for x, said in zip(XS, row, strict=False):
            canvas.drawString(x + 4, y - 20, said)


@pytest.mark.parametrize("degrees", [-90, 90])
def test_a_page_whose_text_was_turned_is_read_as_if_the_page_was(degrees):
    document = turned(degrees, table)
    title, grid = document.blocks
    assert title.text.chars == "青石县2024年考核细则"
    assert [["".join(p.chars for p in c.paragraphs) for c in row] for row in grid.rows][1:] == [
        ["清淤", "每月一次", "40"],
        ["巡河", "每周一次", "60"],
    ]
    place = next(p for p in document.places if document.text[p.start : p.end] == "40")
    x0, top, x1, bottom = place.bbox
    # Down the page by how far it was drawn to the right, and up by that.
    expected = (480, 404) if degrees < 0 else (595 - 480, 842 - 404)
    assert abs((x0 + x1) / 2 - expected[0]) < 12
    assert abs((top + bottom) / 2 - expected[1]) < 12


def aside(canvas, x, y, degrees, said):
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(degrees)
    canvas.drawString(0, 0, said)
    canvas.restoreState()


@pytest.mark.parametrize("degrees", [-90, 90])
def test_words_set_sideways_in_a_margin_run_into_no_line(degrees):
    def draw(canvas, _):
        words(canvas, (72, 660, "二、巡河（２０分）"))
        aside(canvas, 300, 680, degrees, "装订线内不得答题")

    document = opened(drawn(draw))
    assert lines(document) == ["青石县2024年考核细则", "一、清淤（１０分），得分：", "二、巡河（２０分）"]
    assert [(part.text.chars, part.reason) for part in document.shell] == [("装订线内不得答题", "footer")]


@pytest.mark.parametrize("degrees", [-90, 90])
def test_a_name_set_sideways_in_a_cell_is_read_as_it_is_written(degrees):
    def draw(canvas, _):
        canvas.drawString(72, 750, "青石县2024年考核细则")
        for x in (72, 110, 300, 400):
            canvas.line(x, 730, x, 560)
        for y in (730, 700, 560):
            canvas.line(72, y, 400, y)
        canvas.line(110, 630, 400, 630)
        for x, said in ((76, "指标"), (114, "内容"), (304, "分值")):
            canvas.drawString(x, 710, said)
        for y, said, marks in ((665, "每月清淤", "40"), (595, "每周巡河", "60")):
            canvas.drawString(114, y, said)
            canvas.drawString(304, y, marks)
        aside(canvas, 88 if degrees < 0 else 96, 670 if degrees < 0 else 600, degrees, "河湖管护")

    grid = opened(drawn(draw)).blocks[-1]
    assert "".join(p.chars for p in grid.rows[1][0].paragraphs) == "河湖管护"
