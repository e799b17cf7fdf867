"""Number formats that write words, signs and leading zeros: a cell shows what a spreadsheet program shows."""

from datetime import date

import pytest

from pipeline.convert import convert_document
from pipeline.readers import read
from pipeline.readers.sheets.display import displayed
from tests.test_pages_and_sheets import grid, rows, workbook

ACCOUNTS = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (5, '0"分"', "5分"), (2.5, '0.0"分"', "2.5分"), (5, '"得"0', "得5"), (5, '"得"0"分"', "得5分"), (3, '"第"0"名"', "第3名"),
        (30, '0"分"_ ', "30分"), (1200, '#,##0"元"', "1200元"), (5, "0\\分", "5分"), (5, "0分", "5分"), (5, 'General"分"', "5分"),
        (2.5, 'G/通用格式"分"', "2.5分"), (5, "[$-804]0\"分\"", "5分"), (5, '[红色]0"分"', "5分"), (200, "[$¥-804]#,##0", "¥200"),
        # Words, and numbers written as words.
        ("甲", '@"等"', "甲等"), ("甲", '"评"@', "评甲"), ("甲", '0"分"', "甲"), ("甲", '0"分";-0"分";0"分";@"等"', "甲等"), (5, '@"分"', "5分"),
        ("甲", "@", "甲"), (5, "@", "5"),
        # A section each for what is above, below and zero; with none of its own a negative number keeps its sign.
        (5, '"加"0"分";"扣"0"分"', "加5分"), (-5, '"加"0"分";"扣"0"分"', "扣5分"), (-5, '0"分"', "-5分"), (-5, '"得"0', "-得5"), (0, '"加"0;"扣"0', "加0"),
        (-5, "0;-0", "-5"), (-5, "0;(0)", "(5)"), (-5, "0;[Red]0", "-5"), (0, '0"分";-0"分";"免"', "免"), (-3, '0"分";"-"0"分"', "-3分"),
        (5, ACCOUNTS, "5.00"), (-5, ACCOUNTS, "-5.00"), (0, ACCOUNTS, "-"), ("甲", ACCOUNTS, "甲"), (0.4, '0"分";-0"分";"免"', "0分"),
        # Conditions.
        (75, '[>=60]"合格";"不合格"', "合格"), (50, '[>=60]"合格";"不合格"', "不合格"), (75, '[>=60]0"（合格）";0"（不合格）"', "75（合格）"), (1, '[=1]"是";[=0]"否";0', "是"),
        (0, '[=1]"是";[=0]"否";0', "否"), (7, '[=1]"是";[=0]"否";0', "7"), (-7, '[<0]0"分";0"分"', "-7分"), (5, '[<>5]0"甲";0"乙"', "5乙"),
        # Leading zeros, and thousands that a comma behind the figures leaves out.
        (3, "000", "003"), (3, '"第"00"号"', "第03号"), (12000, '0,"千元"', "12千元"), (12500, '0.0,"千元"', "12.5千元"), (0, '#"分"', "分"), (0, "#", ""), (0, "#,###", ""), (0, "#,##0", "0"),
        # A section that is empty shows nothing; one that names a colour alone is no such.
        (5, ";;;", ""), (-5, ";;;", ""), (0, ";;;", ""), ("甲", ";;;", ""), (0, "0;-0;;@", ""), (5, "0;-0;;@", "5"), ("甲", "0;-0;;@", "甲"), (0, "0;;", ""),
        (-5, "0;;", ""), ("甲", "0;;", "甲"), (0, '0;-0;"";@', ""), (0, "0;-0; ;@", ""), (0, "0;-0;_ ;@", ""), (0, '0;-0;"无";@', "无"), ("甲", "0;-0;0;", ""),
        (5, '""', ""), (5, "[Red]", "5"), (0, "0;-0;[白色]", "0"), (5, "[>9]0;", ""), (50, "[>9]0;", "50"),
        # Chinese numerals.
        (3, "[DBNum1][$-804]General", "三"), (10, "[DBNum1][$-804]General", "一十"), (12, '[DBNum1]G/通用格式"、"', "一十二、"), (105, "[DBNum1]General", "一百〇五"),
        (12, "[DBNum1][$-804]0", "一二"), (2.5, "[DBNum1]General", "二.五"), (0, "[DBNum1]0", "〇"), (20340, "[DBNum1]General", "二万〇三百四十"),
        (15, "[DBNum2][$-804]General", "壹拾伍"), (105, "[dbnum2]General", "壹佰零伍"), (2.5, "[DBNum2]0.0", "贰.伍"), (-3, "[DBNum1]General", "-三"),
        (3, '"第"[DBNum1]0"条"', "第三条"), (123456789, "[DBNum1]General", "123456789"), (5, "[DBNum9]0", "5"),
        # What is written another way keeps its exact value, without words.
        (12500, '0!.0,"万元"', "12500"), (12500, '0"."#,"万元"', "12500"), (12500, '0.00E+00"分"', "12500"), (0.5, '# ?/?"天"', "0.5"), (5, '0"分', "5"),
        (5, '0"-"0', "5"), (5, "", "5"), (5, '[>x]0"分"', "5"),
        (5, "0" + "%" * 40, "5"), (1e14, "0.00%%%", "100000000000000"), (5, "[" * 100_000, "5"), (5, "0" * 100_000, "5"), (-2.5, "0" + "%" * 100_000, "-2.5"),
        (float("nan"), '0"分"', "nan"), (float("inf"), "General", "inf"),
    ],
)  # fmt: skip
def test_what_a_format_writes_beside_a_value_is_shown(value, number_format, shown):
    assert displayed(value, number_format) == shown


def test_marks_whose_unit_the_format_writes():
    def fill(book):
        rows(book.active, ["任务", "分值"], ["改厕", 5], ["修路", 2.5])
        for row in (2, 3):
            book.active.cell(row, 2).number_format = '0.0"分"'

    assert [row[1][3] for row in grid(read(workbook(fill), "b.xlsx"))] == ["分值", "5.0分", "2.5分"]


@pytest.mark.parametrize(
    ("moment", "number_format", "shown"),
    [
        (date(2024, 3, 5), '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二四年三月五日"),
        (date(2024, 12, 21), '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "二〇二四年十二月二十一日"),
        (date(2024, 10, 10), '[DBNum1]m"月"d"日"', "十月十日"),
        (date(2024, 10, 10), 'yyyy"年"m"月"', "2024年10月"),
    ],
)
def test_moments_in_chinese_numerals(moment, number_format, shown):
    assert displayed(moment, number_format) == shown


def test_what_a_format_hides_is_left_out_and_told():
    def fill(book):
        rows(book.active, ["任务", "分值", "得分"], ["改厕", 5, 0], ["修路", 2.5, 0], ["旧项", 9, "作废"])
        for row, number_format in ((2, "0;-0;;@"), (3, "0;-0;;@"), (4, ";;;")):
            for column in (2, 3):
                book.active.cell(row, column).number_format = number_format

    document = read(workbook(fill), "b.xlsx")
    assert [[cell[3] for cell in row] for row in grid(document)][1:] == [
        ["改厕", "5", ""],
        ["修路", "3", ""],
        ["旧项", "", ""],
    ]
    assert [(r.code, dict(r.figures)) for r in document.remarks] == [
        ("hidden_text", {"count": "5", "text": "0 / 0 / 9 / 作废"})
    ]


def test_numbers_and_marks_in_chinese_numerals_are_a_schemes():
    def fill(book):
        book.active.append(["望川县2024年改厕工作考核细则"])
        rows(book.active, ["序号", "考核项目", "分值"], [1, "改厕", 15], [2, "修路", 85])
        for row in (3, 4):
            for column in (1, 3):
                book.active.cell(row, column).number_format = "[DBNum1][$-804]General"

    made = convert_document(read(workbook(fill), "b.xlsx"))
    assert [(i.marker, i.title, i.points.value) for i in made.schemes[0].items] == [
        ("一", "改厕", 15),
        ("二", "修路", 85),
    ]


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2024年6月30日"), ("[$-x-sysdate]dddd, mmmm dd, yyyy", "2024年6月30日")],
)
def test_a_date_as_the_computer_writes_long_ones_is_a_chinese_one(number_format, shown):
    def fill(book):
        rows(book.active, ["任务", "时限"], ["清淤", date(2024, 6, 30)])
        book.active["B2"].number_format = number_format

    assert grid(read(workbook(fill), "made.xlsx"))[1][1][3] == shown
