"""PDFs made here: tables over pages, landscape, columns, page furniture, and files that cannot be read."""

import ctypes
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from extractors.text import Text
from pipeline.convert import convert_document
from pipeline.document import Paragraph as Block
from pipeline.document import Table as Grid
from pipeline.errors import InputUnreadableError
from pipeline.readers import read
from pipeline.readers.pdf.fonts import font_source, plain_font
from pipeline.readers.pdf.tagged import tagged_tables
from tests.conftest import CORPUS
from tests.invariants import models
from tests.tagging import Tagged

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
STYLE = ParagraphStyle("song", fontName=FONT, fontSize=12, leading=18, wordWrap="CJK")
HEADER = ["工作任务", "具体要求", "责任单位", "时限要求"]


def drawn(draw, size=A4, pages=1) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size)
    for page in range(pages):
        canvas.setFont(FONT, 12)
        draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def turned(data: bytes) -> bytes:
    file = pdfium.PdfDocument(data)
    file[0].set_rotation(90)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def opened(data):
    return read(data, "made.pdf")


def lines(document):
    return [b.text.chars for b in document.blocks if isinstance(b, Block)]


XS = [60, 150, 370, 450, 535]
TASKS = [("甲", 2), ("乙", 70), ("丙", 2), ("丁", 3)]


def requirement(name, count):
    return f"做好第{name}项工作并按规定报送情况，" * count + f"确保第{name}项善始善终。"


def wrapped(words, width=17):
    return [words[i : i + width] for i in range(0, len(words), width)]


class RuledTable:
    """Draws a table that breaks wherever a page ends, with its header again on each."""

    def __init__(self):
        self.stream = BytesIO()
        self.canvas = Canvas(self.stream, pagesize=A4)
        self.y = 740
        self.begin("某县2021年重点工作任务清单")

    def rule(self):
        self.canvas.line(XS[0], self.y, XS[-1], self.y)

    def cells(self, words):
        for x, word in zip(XS, words, strict=False):
            self.canvas.drawString(x + 4, self.y - 15, word)

    def begin(self, title=""):
        self.y = 740
        self.canvas.setFont(FONT, 12)
        self.canvas.drawString(72, 805, "某县重点任务汇编（内部）")
        self.canvas.drawCentredString(297, 30, f"- {self.canvas.getPageNumber()} -")
        self.canvas.drawString(200, 760, title)
        self.rule()
        self.cells(HEADER)
        self.y -= 20
        self.rule()

    def close(self):
        self.rule()
        for x in XS:
            self.canvas.line(x, 740, x, self.y)

    def row(self, name, text):
        for i, line in enumerate(text):
            if self.y < 110:
                self.close()
                self.canvas.showPage()
                self.begin()
            self.cells([name, line, "县审计局", "11月底前"] if i == 0 else ["", line])
            self.y -= 18
        self.y -= 4
        self.rule()


def three_pages() -> bytes:
    """A ruled table whose second row runs over three pages."""
    table = RuledTable()
    for mark, (name, n) in zip("一二三四", TASKS, strict=True):
        table.row(f"{mark}、任务{name}", wrapped(requirement(name, n)))
    table.close()
    table.canvas.save()
    return table.stream.getvalue()


def test_a_table_over_three_pages_with_rows_split_by_each_break():
    data = three_pages()
    assert len(pdfium.PdfDocument(data)) == 3
    made = convert_document(opened(data))
    items = made.schemes[0].items
    assert [i.title for i in items] == [f"任务{name}" for name, _ in TASKS]
    assert [i.requirement for i in items] == [requirement(name, n) for name, n in TASKS]
    assert all([u.name for u in i.responsible] == ["县审计局"] and len(i.deadlines) == 1 for i in items)
    assert "rows_joined" in [f.code for f in made.findings]
    assert made.coverage == 1.0


def test_page_numbers_and_running_heads_are_told_from_text():
    made = convert_document(opened(three_pages()))
    reasons = {u.reason for u in made.unparsed}
    assert {"page_number", "footer", "repeated_header"} <= reasons
    assert not any("内部" in (i.requirement or "") for i in made.schemes[0].items)


def test_wrapped_lines_become_paragraphs():
    words = [
        "各单位要高度重视，加强组织领导，明确工作责任，细化工作措施，确保各项任务按时完成并且取得实效，让群众满意。",
        "请于每月底前报送进展情况。",
    ]
    indented = ParagraphStyle("indented", parent=STYLE, firstLineIndent=24)
    stream = BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build([Paragraph(w, indented) for w in words])
    document = opened(stream.getvalue())
    assert lines(document) == words


def test_a_line_set_to_the_right_ends_there_though_it_fills_its_measure():
    def draw(canvas, page):
        if page == 0:
            for y, words in ((700, "关于开展2024年村级档案管理评比的通知"), (680, "各村民委员会：")):
                canvas.drawString(72, y, words)
            canvas.drawString(96, 660, "为提高档案管理水平，规范归档、整理、保管、利用各个环节，现将评比办法")
            canvas.drawString(72, 642, "印发给你们，请认真组织实施，于年底前完成，并将整理情况报送镇党政办公室。")
            canvas.drawRightString(504, 600, "青塘镇人民政府")
            canvas.drawRightString(504, 580, "2024年3月8日")
        else:
            canvas.drawString(72, 780, "附件")
            canvas.drawCentredString(297, 760, "村级档案管理评比办法")
            canvas.drawString(96, 740, "一、整理归档（60分）。按年度整理，每缺一卷扣2分。")
            canvas.drawString(96, 720, "二、安全保管（40分）。配备专柜，未配备的不得分。")

    document = opened(drawn(draw, pages=2))
    assert lines(document)[2:6] == [
        "为提高档案管理水平，规范归档、整理、保管、利用各个环节，现将评比办法印发给你们，请认真组织实施，于年底前完成，并将整理情况报送镇党政办公室。",
        "青塘镇人民政府",
        "2024年3月8日",
        "附件",
    ]
    made = convert_document(document)
    assert (made.issuer, str(made.issued_on)) == ("青塘镇人民政府", "2024-03-08")


def test_a_landscape_page_and_one_turned_on_its_side():
    cells = ["一、公开", "及时公开", "县司法局", "6月底前"]

    def table(canvas, _):
        for y in (500, 470, 440):
            canvas.line(100, y, 700, y)
        for x in (100, 250, 400, 550, 700):
            canvas.line(x, 440, x, 500)
        for c, (above, below) in enumerate(zip(HEADER, cells, strict=True)):
            canvas.drawString(104 + 150 * c, 480, above)
            canvas.drawString(104 + 150 * c, 450, below)

    def on_its_side(canvas, page):
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        table(canvas, page)

    for content in (drawn(table, landscape(A4)), turned(drawn(on_its_side))):
        (grid,) = [b for b in opened(content).blocks if isinstance(b, Grid)]
        assert [[p.chars for c in row for p in c.paragraphs] for row in grid.rows] == [HEADER, cells]


@pytest.mark.parametrize("ink", [(0, 0), (200, 10), (1000, 900), (2500, 2500)])
def test_no_font_of_the_machine_changes_what_is_read(ink):
    """The font is not in the file: a machine has one with other shapes for it, or one without these characters."""

    def on_its_side(canvas, _):
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        for y, words in ((480, "时限要求"), (450, "6月底前"), (420, "开")):
            canvas.drawString(104, y, words)

    def doubled(canvas, _):
        for x in (100, 100.2, 112):
            canvas.drawString(x, 700, "一")

    for data, expected in ((turned(drawn(on_its_side)), ["时限要求", "6月底前", "开"]), (drawn(doubled), ["一一"])):
        here = opened(data)
        machine = font_source(plain_font(*ink))
        pdfium_raw.FPDF_SetSystemFontInfo(ctypes.byref(machine))
        assert lines(here) == expected
        assert opened(data) == here


def test_a_spanning_cell_and_borders_drawn_as_filled_rectangles():
    def draw(canvas, _):
        for y in (700, 670, 640):
            canvas.rect(100 if y != 670 else 200, y, 300 if y != 670 else 200, 0.7, stroke=0, fill=1)
        for x in (100, 200, 400):
            canvas.rect(x, 640, 0.7, 60, stroke=0, fill=1)
        for x, y, words in ((105, 665, "合并"), (205, 680, "上面"), (205, 650, "下面")):
            canvas.drawString(x, y, words)

    (grid,) = opened(drawn(draw)).blocks
    assert [[(c.row_span, c.paragraphs[0].chars) for c in row] for row in grid.rows] == [
        [(2, "合并"), (1, "上面")],
        [(1, "下面")],
    ]


def test_a_table_in_a_cell_of_another_is_read_row_by_row():
    def draw(canvas, page):
        canvas.drawString(200, 760, "某县2023年科技创新工作考核细则")
        for x0, y0, x1, y1 in ((60, 560, 535, 740), (250, 600, 500, 690)):
            canvas.rect(x0, y0, x1 - x0, y1 - y0)
        for x, y0, y1 in ((160, 560, 740), (220, 560, 740), (370, 600, 690)):
            canvas.line(x, y0, x, y1)
        canvas.line(60, 715, 535, 715)
        canvas.line(250, 645, 500, 645)
        for x, y, words in ((64, 722, "考核指标"), (164, 722, "分值"), (224, 722, "评分办法"), (64, 700, "企业培育"), (164, 700, "60"),
                            (224, 698, "按净增家数计分："), (254, 670, "净增十家"), (254, 652, "以上"), (374, 670, "得60分"),
                            (254, 625, "净增五家"), (254, 607, "以上"), (374, 625, "得40分"), (224, 575, "未净增的不得分。")):  # fmt: skip
            canvas.drawString(x, y, words)

    (grid,) = [b for b in opened(drawn(draw)).blocks if isinstance(b, Grid)]
    told = [[p.chars for p in c.paragraphs] for c in grid.rows[1]]
    scoring = ["按净增家数计分：", "净增十家以上得60分", "净增五家以上得40分", "未净增的不得分。"]
    assert told == [["企业培育"], ["60"], scoring]


def test_upright_lines_drawn_a_little_aside_make_no_columns():
    """Each row's lines stand some points from those of the row above, as where every row was drawn by hand."""

    def draw(canvas, _):
        for r in range(4):
            y, aside = 700 - 30 * r, (0, 4, 5, 3.5)[r]
            for x in (60, 200 + aside, 330 + aside, 500):
                canvas.line(x, y, x, y - 30)
            canvas.line(60, y, 500, y)
            canvas.line(60, y - 30, 500, y - 30)
            for c, words in enumerate(("任务", "单位", "时限") if r == 0 else (f"任务{r}", "县司法局", "6月底前")):
                canvas.drawString((66, 212, 345)[c], y - 20, words)

    (grid,) = opened(drawn(draw)).blocks
    assert [[(c.column, c.col_span) for c in row] for row in grid.rows] == [[(0, 1), (1, 1), (2, 1)]] * 4
    assert [[c.paragraphs[0].chars for c in row] for row in grid.rows][2] == ["任务2", "县司法局", "6月底前"]


def test_a_table_without_ruling_lines_by_its_headers():
    rows = [
        HEADER,
        ["一、加强领导", "及时研究部署工作", "县政府办", "6月底前"],
        ["二、健全机制", "建立健全工作机制", "县司法局", "9月底前"],
    ]

    def draw(canvas, _):
        canvas.drawString(200, 760, "某县2021年重点工作任务清单")
        for r, row in enumerate(rows):
            for c, words in enumerate(row):
                canvas.drawString(60 + 120 * c, 720 - 30 * r, words)

    made = convert_document(opened(drawn(draw)))
    items = made.schemes[0].items
    assert [(i.marker, i.title, i.requirement) for i in items] == [
        ("一、", "加强领导", "及时研究部署工作"),
        ("二、", "健全机制", "建立健全工作机制"),
    ]
    assert [(i.responsible[0].name, str(i.deadlines[0].due)) for i in items] == [
        ("县政府办", "2021-06-30"),
        ("县司法局", "2021-09-30"),
    ]


def test_two_text_columns_are_read_one_after_the_other():
    left = [f"左栏第{i}行的文字内容在这里继续排满一行" for i in "一二三四五六七八九十"]
    right = [f"右栏第{i}行的文字内容在这里继续排满一行" for i in "一二三四五六七八九十"]

    def draw(canvas, _):
        for i, (a, b) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(50, 700 - 20 * i, a)
            canvas.drawString(320, 700 - 20 * i, b)

    text = "".join(lines(opened(drawn(draw))))
    assert text == "".join(left + right)


def test_every_value_carries_its_page_and_a_box_that_covers_it():
    path = CORPUS / "yifeng-2020-assessment-scheme.pdf"
    document = read(path.read_bytes(), path.name)
    made = convert_document(document)
    file = pdfium.PdfDocument(path)
    checked = 0
    for model in models(made):
        raw, span = getattr(model, "raw", None), getattr(model, "span", None)
        if raw is None or span is None:
            continue
        assert span.page is not None
        assert span.bbox is not None
        if document.span(Text.of(document.text, span.end - 1, span.end)).page != span.page:
            continue  # the value runs over to the next page; its box is that of its first part
        page = file[span.page - 1]
        x0, top, x1, bottom = span.bbox
        height = page.get_height()
        seen = page.get_textpage().get_text_bounded(x0 - 1, height - bottom - 1, x1 + 1, height - top + 1)
        letters = "".join(seen.split())
        assert all(c in letters for c in raw if not c.isspace()), (raw, seen)
        checked += 1
    assert checked > 300


def test_memory_of_a_page_is_given_back_and_pages_are_counted():
    document = opened(drawn(lambda canvas, page: canvas.drawString(100, 700, f"一、第{page}页的工作"), pages=30))
    assert document.source.pages == 30
    assert len(lines(document)) == 30


def test_a_scan_is_said_to_be_one():
    with pytest.raises(InputUnreadableError, match=r"^made\.pdf: .*scan.*text recognition"):
        opened(drawn(lambda canvas, _: canvas.rect(100, 100, 200, 200, fill=1)))


def test_a_page_without_text_among_others_is_a_finding():
    made = convert_document(
        opened(drawn(lambda canvas, page: page != 1 and canvas.drawString(100, 700, "一、加强公开工作"), pages=3))
    )
    assert [f.message for f in made.findings if f.code == "page_unreadable"] == [
        "page 2 holds no text that can be read; it is missing here"
    ]


def test_a_scanned_page_with_a_page_number_as_text_is_a_finding():
    picture = ImageReader(Image.new("L", (60, 80), 200))

    def draw(canvas, page):
        canvas.drawString(290, 30, f"- {page + 1} -")
        if page == 1:
            canvas.drawImage(picture, 0, 0, *A4)
        else:
            canvas.drawImage(picture, 0, 0, 100, 100)
            canvas.drawString(100, 700, "一、加强公开工作，及时更新目录，按期答复申请。")

    document = opened(drawn(draw, pages=3))
    assert [(r.code, r.figures) for r in document.remarks] == [("page_unreadable", (("page", "2"),))]


def test_a_table_in_a_form_and_on_a_page_that_is_cut_out_of_a_larger_one():
    def table(canvas, _):
        canvas.beginForm("table")
        canvas.setFont(FONT, 12)
        for y in (0, 30, 60):
            canvas.line(0, y, 300, y)
        for x in (0, 100, 300):
            canvas.line(x, 0, x, 60)
        for x, y, words in ((5, 40, "任务"), (105, 40, "单位"), (5, 10, "公开"), (105, 10, "县司法局")):
            canvas.drawString(x, y, words)
        canvas.endForm()
        canvas.translate(150, 500)
        canvas.doForm("table")

    file = pdfium.PdfDocument(drawn(table))
    file[0].set_cropbox(100, 400, 500, 800)
    stream = BytesIO()
    file.save(stream)
    document = opened(stream.getvalue())
    (grid,) = document.blocks
    assert [[p.chars for c in row for p in c.paragraphs] for row in grid.rows] == [
        ["任务", "单位"],
        ["公开", "县司法局"],
    ]
    x0, top, x1, bottom = document.span(grid.rows[0][0].paragraphs[0]).bbox
    assert (x0, x1) == (55, 79)
    assert 800 - 552 < top < bottom < 800 - 530


def test_a_protected_file_says_so():
    stream = BytesIO()
    canvas = Canvas(stream, encrypt="secret")
    canvas.drawString(100, 700, "x")
    canvas.save()
    with pytest.raises(InputUnreadableError, match="protected by a password"):
        opened(stream.getvalue())


@pytest.mark.parametrize("cut", [20, 500])
def test_a_file_cut_short_is_one_sentence(cut):
    with pytest.raises(InputUnreadableError, match="broken or cut short"):
        opened((CORPUS / "jinghai-2020-work-points.pdf").read_bytes()[:cut])


def test_radicals_for_ideographs_are_folded_and_reported():
    made = convert_document(opened(drawn(lambda canvas, _: canvas.drawString(100, 700, "一、加强⼯作"))))
    assert made.sections[0].title == "加强工作"
    assert "radicals_folded" in [f.code for f in made.findings]


def one(words, x, y, page=0):
    return ([(words, x, y, page)], 1, 1)


X4 = (50, 140, 360, 470)
HEAD = [one(words, x, 800) for words, x in zip(["工作任务", "具体要求", "责任单位", "时限要求"], X4, strict=True)]


def test_a_tagged_table_without_lines_is_read_by_its_structure_tree():
    made = Tagged().table(
        [
            HEAD,
            [
                ([("一、信息公\n开", 50, 760, 0)], 2, 1),
                one("及时更新机构职能和领导分工，\n做到要素齐全。", 140, 767),
                one("县政府办", 360, 760),
                one("6月底前", 470, 760),
            ],
            # Its text begins on one page and ends on the next; its unit stands in the middle.
            [
                ([("健全依申请公开台账，全程留\n", 140, 720, 0), ("痕。", 140, 800, 1)], 1, 1),
                one("县司法局", 360, 713),
                one("年底前", 470, 713),
            ],
            # No task and no unit: the producer leaves empty cells out.
            [one("定期通报。", 140, 760, 1), one("持续推进", 470, 760, 1)],
        ]
    )
    (table,) = [b for b in opened(made).blocks if isinstance(b, Grid)]
    cells = [(c.row, c.column, c.row_span, "\n".join(p.chars for p in c.paragraphs)) for r in table.rows for c in r]
    assert cells[4:] == [
        (1, 0, 2, "一、信息公开"),
        (1, 1, 1, "及时更新机构职能和领导分工，做到要素齐全。"),
        (1, 2, 1, "县政府办"),
        (1, 3, 1, "6月底前"),
        (2, 1, 1, "健全依申请公开台账，全程留痕。"),
        (2, 2, 1, "县司法局"),
        (2, 3, 1, "年底前"),
        (3, 1, 1, "定期通报。"),
        (3, 3, 1, "持续推进"),
    ]


def test_a_tagged_header_printed_on_every_page_is_read_once():
    again = [([*pieces, (pieces[0][0], pieces[0][1], 800, 1)], 1, 1) for pieces, _, _ in HEAD]
    body = [[one(w, x, 760 - 30 * i, i // 2) for w, x in zip(row, X4, strict=True)] for i, row in enumerate(
        [["一、甲事", "做好甲事。", "县财政局", "6月底前"], ["二、乙事", "做好乙事。", "县教育局", "7月底前"],
         ["三、丙事", "做好丙事。", "县水利局", "8月底前"]]
    )]  # fmt: skip
    document = opened(Tagged().table([again, *body]))
    (table,) = [b for b in document.blocks if isinstance(b, Grid)]
    assert len(table.rows) == 4
    assert document.text.count("时限要求") == 2
    made = convert_document(document)
    (repeated,) = [u.text for u in made.unparsed if u.reason == "repeated_header"]
    assert repeated.split("\n") == [p[0][0] for p, _, _ in HEAD]


@pytest.mark.parametrize(
    "hurt", [(b"/TR", b"/XX"), (b"/StructTreeRoot /K", b"/StructTreeRoot /J"), (b"/RowSpan", b"/RoxSpan")]
)
def test_a_broken_structure_tree_leaves_the_text(hurt):
    rows = [HEAD, [one(w, x, 760) for w, x in zip(["甲事", "做好甲事。", "县财政局", "6月底前"], X4, strict=True)]]
    assert "做好甲事。" in opened(Tagged().table(rows).replace(*hurt)).text


def test_a_watermark_is_left_out_and_said():
    def draw(canvas, page):
        canvas.drawString(60, 700, "各乡镇要认真落实。")
        canvas.saveState()
        canvas.rotate(40)
        canvas.drawString(300, 100, "内部资料")
        canvas.restoreState()

    made = convert_document(opened(drawn(draw, pages=2)))
    (finding,) = [f for f in made.findings if f.code == "watermark_left_out"]
    assert "on 2 pages" in finding.message
    assert "内部资料" in finding.message


def test_a_page_that_is_nothing_but_a_reference_to_itself_is_followed_no_further():
    data = Tagged().table([[([("公开预算", 100, 700, 0)], 1, 1)]])
    begin = data.index(b"4 0 obj") + len(b"4 0 obj\n")
    end = data.index(b"\nendobj", begin)
    body = b"4 0 R %".ljust(end - begin, b"x")
    assert tagged_tables(data) != ()
    assert tagged_tables(data[:begin] + body + data[end:]) == ()
