"""What the cells of a spreadsheet show beside plain values: struck-out words, links, what merged and hidden cells hold."""

import zipfile
from io import BytesIO

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.formula import ArrayFormula

from pipeline.convert import convert_document
from pipeline.document import Table
from pipeline.readers import read
from pipeline.readers.sheets.display import displayed
from tests.making import outline
from tests.test_pages_and_sheets import grid, rows, workbook
from tests.test_word_markup import rewritten

HEADER = ["考核项目", "分值", "评分标准"]


def opened(fill):
    return read(workbook(fill), "b.xlsx")


def told(document):
    return [(r.code, dict(r.figures)) for r in document.remarks]


def struck_run(words):
    return TextBlock(InlineFont(strike=True), words)


@pytest.mark.parametrize(
    ("value", "struck", "shown", "words"),
    [
        (
            CellRichText("少一次扣", struck_run("0.5"), TextBlock(InlineFont(b=True), "1"), "分"),
            False,
            "少一次扣1分",
            "0.5",
        ),
        (CellRichText(struck_run("旧规定"), "新规定"), False, "新规定", "旧规定"),
        (CellRichText(struck_run("全部删去")), False, "", "全部删去"),
        (CellRichText("旧", TextBlock(InlineFont(strike=False), "新")), True, "新", "旧"),
        ("旧规定", True, "", "旧规定"),
        (40, True, "", "40"),
        (CellRichText("原样", TextBlock(InlineFont(b=True), "加粗")), False, "原样加粗", ""),
    ],
)
def test_struck_out_words_are_left_out_and_told(value, struck, shown, words):
    def fill(book):
        rows(book.active, HEADER, ["党建工作", 40, value], ["业务工作", 60, "少一次扣2分"])
        book.active["C2"].font = Font(strike=struck)
        book.active["A3"] = CellRichText("业务", TextBlock(InlineFont(strike=True), "旧"), "工作")

    document = opened(fill)
    assert [row[2][3] for row in grid(document)] == ["评分标准", shown, "少一次扣2分"]
    text = f"{words} / 旧" if words else "旧"
    assert told(document) == [("hidden_text", {"count": str(len(words) + 1), "text": text})]


def test_a_struck_row_is_no_item():
    def fill(book):
        rows(book.active, HEADER, ["党建工作", 40, "甲"], ["信访工作", 10, "乙"], ["业务工作", 60, "丙"])
        for cell in book.active[3]:
            cell.font = Font(strike=True)

    made = convert_document(opened(fill))
    assert outline(made.schemes[0].items) == [(None, "党建工作", 40), (None, "业务工作", 60)]


@pytest.mark.parametrize("hidden", ["row", "column"])
def test_a_merged_cell_shows_its_words_where_its_first_row_or_column_is_hidden(hidden):
    def fill(book):
        sheet = book.active
        rows(sheet, ["考核项目", "序号", "内容", "分值"])
        rows(
            sheet,
            ["党建工作", 1, "学习", 10],
            [None, 2, "活动", 20],
            [None, 3, "阵地", 10],
            ["业务工作", 4, "项目", 60],
        )
        sheet.merge_cells("A2:A4")
        if hidden == "row":
            sheet.row_dimensions[2].hidden = True
        else:
            sheet.merge_cells("C5:D5")
            sheet.column_dimensions["C"].hidden = True

    shown = grid(opened(fill))
    if hidden == "row":
        assert shown[1][0] == (0, 2, 1, "党建工作")
    else:
        assert shown[-1][-1] == (2, 1, 1, "项目")


def test_words_under_a_merged_cell_and_in_hidden_rows_stay_hidden():
    def fill(book):
        sheet = book.active
        rows(sheet, HEADER, ["党建工作", 40, "甲"], [None, 20, "乙"], ["业务工作", 60, "丙"])
        sheet.merge_cells("A2:A3")
        sheet.row_dimensions[4].hidden = True

    assert [row[0][3] for row in grid(opened(fill))] == ["考核项目", "党建工作", "20"]


def linked(book):
    sheet = book.active
    rows(sheet, ["考核项目", "分值", "佐证材料"], ["党建工作", 40, "见专栏\n及附表"], ["业务工作", 60, "见附件"])
    sheet["C2"].hyperlink = "https://www.qs.gov.cn/zl"
    sheet["C3"].hyperlink = "#Sheet2!A1"


def test_a_cells_link_is_evidence_and_one_within_the_file_is_none():
    document = opened(linked)
    assert [(x.text.chars, x.address) for x in document.links] == [
        ("见专栏", "https://www.qs.gov.cn/zl"),
        ("及附表", "https://www.qs.gov.cn/zl"),
    ]
    first, second = convert_document(document).schemes[0].items
    assert ([e.url for e in first.evidence][:1], [e.url for e in second.evidence if e.url]) == (
        ["https://www.qs.gov.cn/zl"],
        [],
    )


@pytest.mark.parametrize(
    ("written", "lines"),
    [("1.学习_x000D_\n2.活动", ["1.学习", "2.活动"]), ("1.学习_x000D_2.活动", ["1.学习", "2.活动"]), ("编号_x005F_x000D_", ["编号_x000D_"]),
     ("学习_x0009_活动", ["学习活动"]), ("表_x0041_", ["表A"]), ("a_x000_", ["a_x000_"]), ("铃_x0007_声", ["铃声"])],
)  # fmt: skip
def test_signs_that_the_file_writes_by_their_number_are_read_as_shown(written, lines):
    def fill(book):
        rows(book.active, HEADER, ["党建工作", 40, "@"], ["业务工作", 60, "乙"])

    changed = rewritten(workbook(fill), lambda _, content: content.replace(b">@<", f">{written}<".encode()))
    (table,) = [b for b in read(changed, "b.xlsx").blocks if isinstance(b, Table)]
    assert [p.chars for p in table.rows[1][2].paragraphs] == lines


def test_an_array_formula_without_a_stored_result_is_a_finding():
    def fill(book):
        rows(book.active, HEADER, ["党建工作", 40, "甲"], ["合计", None, None])
        book.active["B3"] = ArrayFormula("B3", "=SUM(B2:B2*1)")

    assert told(opened(fill)) == [("formula_without_result", {"count": "1"})]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [(30, '0"%"', "30%"), (30, "0\\%", "30%"), (12.5, '0.0" %"', "12.5 %"), (30, '0"％"', "30％"), (0.3, "0%", "30%"), (0.3, '0%"以上"', "30%以上"),
     (0.3, '"占"0%"以上"', "占30%以上"), (30, '0"分"', "30分"), (30, "0_%", "30"), (30, 'General"%"', "30%")],
)  # fmt: skip
def test_a_percent_sign_that_a_format_only_writes_is_shown(value, number_format, shown):
    assert displayed(value, number_format) == shown


@pytest.mark.parametrize(
    ("error", "told"), [("#REF!", True), ("#N/A", True), ("#DIV/0!", True), ("/", False), ("——", False)]
)
def test_an_error_where_full_marks_should_be_is_told(error, told):
    def fill(book):
        rows(book.active, HEADER, ["党建工作", error, "少一次扣1分"], ["业务工作", 60, "少一次扣2分"])

    made = convert_document(opened(fill))
    assert outline(made.schemes[0].items) == [(None, "党建工作", None), (None, "业务工作", 60)]
    assert [error in f.message for f in made.findings if f.code == "points_unread"] == [True] * told


BOX = "<xdr:sp><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"


@pytest.mark.parametrize(("boxes", "count"), [(["青石县2024年考核细则", "附件1"], 2), ([" "], 0), ([], 0)])
def test_text_boxes_over_a_sheet_are_told(boxes, count):
    drawing = f"<xdr:wsDr>{''.join(map(BOX.format, boxes))}</xdr:wsDr>".encode()
    data = BytesIO(workbook(lambda book: rows(book.active, HEADER, ["党建工作", 40, "甲"])))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/drawings/drawing1.xml", drawing)
    assert told(read(data.getvalue(), "b.xlsx")) == [("embedded_unread", {"count": str(count)})] * bool(count)
