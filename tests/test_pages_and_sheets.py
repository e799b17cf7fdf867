"""Web pages and spreadsheets made here, for what the provided ones lack."""

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest
from openpyxl.styles import Border, Side

from pipeline.convert import convert_document
from pipeline.document import Paragraph, Table
from pipeline.errors import InputUnreadableError
from pipeline.readers import read
from pipeline.readers.formats import told_format
from pipeline.readers.sheets.display import displayed
from tests.making import codes, outline


def page(body, head=""):
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def words(document):
    return [b.text.chars for b in document.blocks if isinstance(b, Paragraph)]


def grid(document):
    (table,) = [b for b in document.blocks if isinstance(b, Table)]
    return [
        [(c.column, c.row_span, c.col_span, "|".join(p.chars for p in c.paragraphs)) for c in row] for row in table.rows
    ]


def test_scripts_styles_and_hidden_elements_are_not_read():
    body = "<script>var 甲</script><style>.乙{}</style><p style='display:none'>丙</p><p hidden>丁</p><!-- 戊 --><p>一、公开</p>"
    assert words(page(body)) == ["一、公开"]


def test_navigation_forms_and_footers_are_shell():
    links = "".join(
        f"<li><a href='/{i}'>{w}</a></li>" for i, w in enumerate(["首页", "政务公开", "互动交流", "走进本县"])
    )
    document = page(f"<ul>{links}</ul><form>请输入<input></form><p>一、加强公开。</p><footer>网站地图</footer>")
    assert words(document) == ["一、加强公开。"]
    assert [(p.text.chars, p.reason) for p in document.shell] == [
        ("首页", "navigation"), ("政务公开", "navigation"), ("互动交流", "navigation"), ("走进本县", "navigation"), ("请输入", "form"), ("网站地图", "footer"),
    ]  # fmt: skip


def test_lists_of_evidence_links_are_no_navigation():
    urls = "".join(
        f"<p>专题{i}:</p><p><a href='https://www.x.gov.cn/{i}'>https://www.x.gov.cn/{i}</a></p>" for i in range(4)
    )
    made = convert_document(page(f"<h1>2021年自评表</h1><div><p>一、公开（10%）</p>{urls}</div>"))
    (item,) = made.schemes[0].items
    assert [(e.label, e.url) for e in item.evidence] == [(f"专题{i}", f"https://www.x.gov.cn/{i}") for i in range(4)]


def test_a_link_whose_address_is_not_printed_is_evidence():
    made = convert_document(
        page("<h1>2021年自评表</h1><p>一、公开（10%）</p><p><a href='https://www.x.gov.cn/a'>考评方案</a></p>")
    )
    (item,) = made.schemes[0].items
    assert [(e.label, e.url) for e in item.evidence] == [("考评方案", "https://www.x.gov.cn/a")]


def test_spans_paragraphs_and_breaks_in_cells():
    body = "<table><tr><td rowspan=2>甲</td><td colspan='2'><p>乙</p><p>丙<br>丁</p></td></tr><tr><td>戊</td><td>己</td></tr></table>"
    assert grid(page(body)) == [[(0, 2, 1, "甲"), (1, 1, 2, "乙|丙|丁")], [(1, 1, 1, "戊"), (2, 1, 1, "己")]]


@pytest.mark.parametrize(("printed", "rows"), [("99", 2), ("0", 2), ("x", 1), ("-3", 1), ("", 1), ("999999999999", 1)])
def test_wrong_rowspans_are_mended_as_browsers_do(printed, rows):
    body = f"<table><tr><td rowspan='{printed}'>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    assert grid(page(body))[0][0] == (0, rows, 1, "甲")


def test_a_table_for_layout_is_unwrapped():
    body = "<table><tr><td>左</td><td><table><tr><td>工作任务</td><td>责任单位</td></tr><tr><td>公开</td><td>县司法局</td></tr></table></td></tr></table>"
    document = page(body)
    assert words(document) == ["左"]
    assert grid(document)[1] == [(0, 1, 1, "公开"), (1, 1, 1, "县司法局")]


def test_a_header_row_in_a_table_of_its_own():
    header = "<table><tr><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr></table>"
    rows = "<table><tr><td>推进项目建设</td><td>县发改委</td><td>5月底前</td></tr><tr><td>推进乡村振兴</td><td>县财政局</td><td>6月底前</td></tr></table>"
    items = convert_document(page(f"<p>2021年任务清单</p>{header}{rows}")).schemes[0].items
    assert [(i.title, i.responsible[0].name, str(i.deadlines[0].due)) for i in items] == [
        ("推进项目建设", "县发改委", "2021-05-31"), ("推进乡村振兴", "县财政局", "2021-06-30"),
    ]  # fmt: skip


def test_the_metadata_table_is_metadata():
    rows = [
        ("索引号", "01/2021-1"),
        ("发布机构", "某县教育局"),
        ("成文日期", "2021年1月12日"),
        ("发布日期", "2021-01-13"),
        ("文号", "某教〔2021〕3号"),
        ("有效性", "有效"),
    ]
    body = "<table>" + "".join(f"<tr><th>{k}：</th><td>{v}</td></tr>" for k, v in rows) + "</table>"
    made = convert_document(page(body + "<h1>2021年工作要点</h1><p>一、公开</p><p>1.更新目录。及时更新。</p>"))
    assert (made.issuer, str(made.issued_on), str(made.published_on), made.document_number) == (
        "某县教育局",
        "2021-01-12",
        "2021-01-13",
        "某教〔2021〕3号",
    )
    assert made.attributes == {"索引号": "01/2021-1", "有效性": "有效"}


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("gb2312", "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>"),
        ("gbk", "<meta charset=gbk>"),
        ("gbk", ""),
        ("utf-8", "<meta charset='gb2312'>"),
    ],
)
def test_character_sets_declared_rightly_wrongly_or_not_at_all(charset, declared):
    content = f"<html><head>{declared}<title>标题</title></head><body><p>一、加强政务公开工作，做好信息发布。</p></body></html>"
    assert words(read(content.encode(charset), "x.htm")) == ["一、加强政务公开工作，做好信息发布。"]


def test_a_page_that_shows_nothing_is_one_sentence():
    with pytest.raises(InputUnreadableError, match=r"^x\.html: this page"):
        read(b"<html><head><title>x</title></head><body><script>1</script></body></html>", "x.html")


def test_content_tells_the_format_before_the_name():
    assert told_format(b"<!DOCTYPE html><html>", "notice.pdf") == "html"
    assert told_format(b"%PDF-1.4", "notice.txt") == "pdf"
    assert told_format("一、公开".encode(), "notice.html") == "txt"
    assert told_format("<p>一、公开</p>".encode(), "notice.htm") == "html"


def workbook(fill):
    book = openpyxl.Workbook()
    fill(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows(sheet, *lines):
    for line in lines:
        sheet.append(line)


def test_sheets_are_schemes_in_order_and_hidden_ones_are_reported():
    def fill(book):
        for name, task in (("部门", "推进项目建设"), ("乡镇", "推进乡村振兴")):
            rows(
                book.create_sheet(name),
                [f"2021年{name}任务清单"],
                ["工作任务", "责任单位", "完成时限"],
                [task, "县发改委", "5月底前"],
                ["其他任务", "县财政局", "6月底前"],
            )
        book.remove(book["Sheet"])
        hidden = book.create_sheet("草稿")
        rows(hidden, ["不要"])
        hidden.sheet_state = "hidden"

    made = convert_document(read(workbook(fill), "book.xlsx"))
    assert [s.items[0].title for s in made.schemes] == ["推进项目建设", "推进乡村振兴"]
    assert "hidden_sheet" in codes(made)


def several(book, *, ruled=("table",)):
    """A sheet of two tables with lines between and below them; rows of the kinds that are `ruled` have borders."""
    sheet = book.active
    kinds = {
        "line": ["东河镇2024年环境整治评分表", "附件2", "评定等次", "注：由镇环卫所解释。"],
        "section": ["一、村道（60分）", "二、河道（40分）"],
    }
    rows(sheet, ["东河镇2024年环境整治评分表"], ["项目", "评分内容", "满分"])
    rows(sheet, ["一、村道（60分）"], ["保洁", "无垃圾堆放", 60], ["二、河道（40分）"], ["清漂", "无漂浮物", 40])
    rows(
        sheet,
        ["附件2"],
        ["评定等次"],
        ["等次", "分数线", "奖励"],
        ["红榜", "90分以上", "流动红旗"],
        ["黑榜", "60分以下", "约谈"],
    )
    rows(sheet, ["注：由镇环卫所解释。"])
    side = Side(style="thin")
    for row in sheet.iter_rows():
        kind = next((k for k, words in kinds.items() if row[0].value in words), "table")
        if kind != "table":
            sheet.merge_cells(start_row=row[0].row, end_row=row[0].row, start_column=1, end_column=3)
        for cell in row if kind in ruled else ():
            cell.border = Border(left=side, right=side, top=side, bottom=side)


def test_lines_without_borders_stand_between_the_tables_of_one_sheet():
    document = read(workbook(lambda book: several(book, ruled=("table", "section"))), "b.xlsx")
    kinds = [b.text.chars if isinstance(b, Paragraph) else len(b.rows) for b in document.blocks]
    assert kinds == ["东河镇2024年环境整治评分表", 5, "附件2", "评定等次", 3, "注：由镇环卫所解释。"]
    made = convert_document(document)
    assert [outline(s.items) for s in made.schemes] == [
        [("一、", "村道", 60, [(None, "保洁", 60)]), ("二、", "河道", 40, [(None, "清漂", 40)])]
    ]


@pytest.mark.parametrize("ruled", [(), ("table", "section", "line")])
def test_a_sheet_without_borders_or_with_them_everywhere_is_one_table(ruled):
    document = read(workbook(lambda book: several(book, ruled=ruled)), "b.xlsx")
    assert len([b for b in document.blocks if not isinstance(b, Paragraph)]) == 1


def test_a_sections_name_without_borders_over_figures_is_no_line():
    document = read(workbook(several), "b.xlsx")
    assert [len(b.rows) for b in document.blocks if isinstance(b, Table)] == [5, 3]


def test_hidden_rows_and_columns_are_left_out_and_reported():
    def fill(book):
        sheet = book.active
        rows(sheet, ["甲", "内", "乙"], ["1", "x", "2"], ["3", "x", "4"])
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    document = read(workbook(fill), "book.xlsx")
    assert grid(document) == [[(0, 1, 1, "甲"), (1, 1, 1, "乙")], [(0, 1, 1, "1"), (1, 1, 1, "2")]]
    assert [r.code for r in document.remarks] == ["hidden_columns", "hidden_rows"]


def test_rows_and_columns_without_height_or_width_are_hidden():
    def fill(book):
        rows(book.active, ["任务", "单位", "旧"], ["公开", "司法局", "旧"], ["旧", "旧局", "旧"])
        book.active.row_dimensions[3].height = 77
        book.active.column_dimensions["C"].width = 77

    data, stream = workbook(fill), BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"77"', b'"0"'))
    document = read(stream.getvalue(), "b.xlsx")
    assert "旧" not in document.text
    assert {r.code for r in document.remarks} == {"hidden_rows", "hidden_columns"}


def test_columns_that_were_hidden_together_are_all_left_out():
    def fill(book):
        rows(book.active, ["甲", "内", "外", "乙"], ["1", "x", "y", "2"])
        book.active.column_dimensions.group("B", "C", hidden=True)

    document = read(workbook(fill), "book.xlsx")
    assert grid(document) == [[(0, 1, 1, "甲"), (1, 1, 1, "乙")], [(0, 1, 1, "1"), (1, 1, 1, "2")]]
    assert [(r.code, r.figures) for r in document.remarks] == [("hidden_columns", (("count", "2"),))]


def test_a_formula_without_a_stored_result_is_a_finding():
    def fill(book):
        rows(book.active, ["甲", "乙"], [1, "=A2*2"])

    assert [r.code for r in read(workbook(fill), "book.xlsx").remarks] == ["formula_without_result"]


def test_merged_cells():
    def fill(book):
        rows(book.active, ["甲", "乙", "丙"], ["1", "2", "3"], [None, "4", "5"])
        book.active.merge_cells("A2:A3")
        book.active.merge_cells("B2:C2")

    assert grid(read(workbook(fill), "b.xlsx"))[1:] == [
        [(0, 2, 1, "1"), (1, 1, 2, "2")],
        [(1, 1, 1, "4"), (2, 1, 1, "5")],
    ]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [(5, "General", "5"), (0.3, "General", "0.3"), (0.1 + 0.2, "General", "0.3"), (0.05, "0%", "5%"), (0.125, "0.0%", "12.5%"), (5, "0.00", "5.00"),
     (1234.5, "#,##0.0", "1234.5"), (2.5, "0.##", "2.5"), (date(2021, 6, 30), "yyyy/m/d", "2021/6/30"), (datetime(2021, 6, 30), 'yyyy"年"m"月"d"日"', "2021年6月30日"),
     (0.5, "0", "1"), (2.5, '0"分"', "3分"), (0.25, "0.0", "0.3"), (-0.5, "0", "-1"), (2.675, "0.00", "2.68"), (1e-9, "0.0", "0.0"),
     (0.125, "0%", "13%"), (0.4, "0", "0"), (date(2021, 6, 5), "yyyy-mm-dd", "2021-06-05"), ("文字", "General", "文字"), (None, "General", ""), (True, "General", "TRUE")],
)  # fmt: skip
def test_values_as_they_are_displayed(value, number_format, shown):
    assert displayed(value, number_format) == shown


HALF_PAST = datetime(2024, 8, 31, 17, 30, 5)


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [(HALF_PAST, "yyyy-mm-dd hh:mm", "2024-08-31 17:30"), (HALF_PAST, "mm:ss", "30:05"), (HALF_PAST, "m/d h:m", "8/31 17:30"),
     (HALF_PAST, 'm"月"d"日"h"时"', "8月31日17时"), (HALF_PAST, "上午/下午h:mm", "下午5:30"), (datetime(2024, 8, 1), "h AM/PM", "12 AM"),
     (HALF_PAST, 'm"月"d"日" aaaa', "8月31日 星期六"), (HALF_PAST, "aaa", "六"), (HALF_PAST, "[$-804]dddd", "星期六"), (HALF_PAST, "dddd", "Saturday"),
     (HALF_PAST, "d-mmm-yy", "31-Aug-24"), (HALF_PAST, "[$-804]mmmm", "八月"), (HALF_PAST, '"end"yyyy', "end2024"), (HALF_PAST, "General", "2024-08-31"),
     (time(8, 30), 'h"时"mm"分"', "8时30分"), (time(8, 30), "yyyy/m/d", "08:30")],
)  # fmt: skip
def test_moments_as_they_are_displayed(value, number_format, shown):
    assert displayed(value, number_format) == shown


def with_format(number, *values):
    """A workbook whose last column's cells name a number format by its id alone."""

    def fill(book):
        rows(book.active, ["任务", "完成时限"], *([f"任务{i}", value] for i, value in enumerate(values)))
        for row in range(2, len(values) + 2):
            book.active.cell(row, 2).number_format = "0.000000"

    data, stream = workbook(fill), BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = re.sub(rb"<numFmts.*?</numFmts>", b"", old.read(name))
            new.writestr(name, content.replace(b'numFmtId="164"', f'numFmtId="{number}"'.encode()))
    return [row[1][3] for row in grid(read(stream.getvalue(), "b.xlsx"))[1:]]


@pytest.mark.parametrize(
    ("number", "shown"),
    [(14, "2024/8/31"), (22, "2024/8/31 12:00"), (27, "2024年8月"), (28, "8月31日"), (30, "8-31-24"), (31, "2024年8月31日"), (33, "12时00分00秒"),
     (34, "下午12时00分"), (52, "2024年8月"), (53, "8月31日"), (55, "下午12时00分"), (57, "2024年8月"), (58, "8月31日"), (20, "12:00")],
)  # fmt: skip
def test_formats_without_a_code_are_those_of_a_chinese_excel(number, shown):
    assert with_format(number, 45535.5) == [shown]


def test_a_number_that_is_no_date_keeps_to_itself_under_a_format_of_dates():
    assert with_format(31, -1, 1e9, "长期") == ["-1", "1000000000", "长期"]


@pytest.mark.parametrize("number", [176, 200])
def test_a_format_that_the_file_does_not_hold_is_general(number):
    assert with_format(number, 45535) == ["45535"]


def test_a_workbook_that_shows_nothing_or_is_broken_is_one_sentence():
    with pytest.raises(InputUnreadableError, match="no visible sheet"):
        read(workbook(lambda book: None), "b.xlsx")
    with pytest.raises(InputUnreadableError, match="broken"):
        read(workbook(lambda book: rows(book.active, ["甲"]))[:700], "b.xlsx")


def test_a_row_with_all_its_cells_ends_what_is_said_to_stand_over_it():
    rows = [
        ["项目", "内容", "分值", "评分标准"],
        [("党建工作", 3), "理论学习", "20", "每少一次扣2分"],
        ["组织建设", "20", "每少一次扣1分"],
        [("业务工作", 2), "项目建设", "25", "每少一个扣5分"],
        ["招商引资", "35", "按比例得分"],
    ]
    cells = [[(c, 1) if isinstance(c, str) else c for c in row] for row in rows]
    drawn = "".join(f"<tr>{''.join(f'<td rowspan={n}>{c}</td>' for c, n in row)}</tr>" for row in cells)
    document = read(f"<html><body><h1>望川县2023年考核细则</h1><table>{drawn}</table></body></html>".encode(), "a.html")
    items = convert_document(document).schemes[0].items
    assert [(i.title, [(str(c.points.value), c.requirement) for c in i.children]) for i in items] == [
        ("党建工作", [("20", "理论学习"), ("20", "组织建设")]),
        ("业务工作", [("25", "项目建设"), ("35", "招商引资")]),
    ]


TASKS = ["序号", "任务", "责任单位"]


def sheet_of(*lines):
    return read(workbook(lambda book: rows(book.active, *lines)), "made.xlsx")


def test_a_second_table_below_an_empty_row_with_its_own_title_is_one_of_its_own():
    document = sheet_of(
        ["望川县2024年护林任务表"], TASKS, [1, "巡山", "县林业局"], [], ["附件2"], ["望川县2024年防汛任务表"], TASKS, [1, "清淤", "县水利局"]
    )  # fmt: skip
    kinds = [len(b.rows) if isinstance(b, Table) else b.text.chars for b in document.blocks]
    assert kinds == ["望川县2024年护林任务表", 2, "附件2", "望川县2024年防汛任务表", 2]
    assert [[i.title for i in scheme.items] for scheme in convert_document(document).schemes] == [["巡山"], ["清淤"]]


@pytest.mark.parametrize(
    "below",
    [
        [["二、防汛"], [2, "清淤", "县水利局"]],
        [[], ["二、防汛"], [2, "清淤", "县水利局"]],
        [["二、防汛"], TASKS, [2, "清淤", "县水利局"]],
        [[], [2, "清淤", "县水利局"]],
    ],
)
def test_a_sections_name_in_a_sheet_stays_in_its_table(below):
    document = sheet_of(["望川县2024年护林任务表"], TASKS, [1, "巡山", "县林业局"], *below)
    assert [isinstance(b, Table) for b in document.blocks] == [False, True]


def two_sheets(first, second, *above):
    """A workbook whose second sheet has a table of the same columns as its first one's."""
    table = [["序号", "考核内容", "评分标准", "分值"], [1, "党建", "缺一次扣1分", 40], [2, "护林", "失火不得分", 60]]

    def fill(book):
        book.active.title = first
        rows(book.active, *table)
        rows(book.create_sheet(second), *above, *table)

    return convert_document(read(workbook(fill), "made.xlsx"))


def test_tables_on_sheets_with_names_of_their_own_are_schemes_of_those_names():
    made = two_sheets("乡镇考核", "部门考核")
    assert [(s.title, len(s.items)) for s in made.schemes] == [("乡镇考核", 2), ("部门考核", 2)]


@pytest.mark.parametrize(
    ("first", "second"), [("Sheet1", "Sheet2"), ("Table 1", "Table 2"), ("工作表1", "第2页"), ("Sheet1", "续表")]
)
def test_tables_on_sheets_that_are_only_counted_go_on(first, second):
    made = two_sheets(first, second)
    assert [(s.title, len(s.items)) for s in made.schemes] == [(None, 4)]
    assert first not in "".join(u.text for u in made.unparsed)


def test_a_sheet_with_a_title_of_its_own_has_that():
    made = two_sheets("乡镇考核", "部门考核", ["望川县2024年部门考核细则"])
    assert [(s.title, len(s.items)) for s in made.schemes][1:] == [("望川县2024年部门考核细则", 2)]
    assert [one.requirement for one in made.sections] == ["乡镇考核"]
