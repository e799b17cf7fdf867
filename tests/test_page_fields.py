"""What a page shows in ways of its own: hidden words that are told, readings over characters, fields, the foot of a table."""

import pytest

from pipeline.convert import convert_document
from tests.making import outline
from tests.test_pages_and_sheets import grid, page, words

HEADER = "<tr><th>考核项目</th><th>分值</th></tr>"


def told(document):
    return [(r.code, dict(r.figures)) for r in document.remarks]


@pytest.mark.parametrize(
    ("written", "count", "words"),
    [
        ("<p>公开<span style='display:none'>旧规定</span></p>", 3, "旧规定"),
        ("<p>公开</p><div hidden><p>旧规</p><p>定</p></div>", 3, "旧规定"),
        (f"<table>{HEADER}<tr style='display:none'><td>旧项</td><td>9</td></tr><tr><td>党建</td><td>40</td></tr></table>", 3, "旧项9"),
        (f"<table>{HEADER}<tr style='visibility:collapse'><td>旧项</td><td>9</td></tr><tr><td>党建</td><td>40</td></tr></table>", 3, "旧项9"),
        (f"<table>{HEADER}<tr><td>党建</td><td style='display:none'>旧</td><td>40</td></tr></table>", 1, "旧"),
        ("<p>公开<span style='color:#fff;font-size: 0px'>旧规定</span></p>", 3, "旧规定"),
        ("<p>公开<font style='font-size:0'>旧</font></p>", 1, "旧"),
        ("<p>公开<span style='position:absolute; left:-9999px'>旧规定</span></p>", 3, "旧规定"),
        ("<p>公开工作要点</p><h2 style='text-indent:-9999em;'>旧规定</h2>", 3, "旧规定"),
        ("<p>公开</p><script>var 甲</script><noscript>请打开脚本</noscript><template>模板</template>", 0, ""),
        ("<p>公开</p><ul style='display:none'>" + "".join(f"<li><a href='/{w}'>{w}</a></li>" for w in ("首页", "公开", "互动", "服务")) + "</ul>", 0, ""),
        ("<p>公开</p><nav style='display:none'>网站导航</nav><p style='display:none'> </p>", 0, ""),
    ],
)  # fmt: skip
def test_words_that_a_page_hides_are_told_but_not_those_of_its_frame(written, count, words):
    document = page(written)
    assert "旧" not in document.text
    assert told(document) == [("hidden_text", {"count": str(count), "text": words})] * bool(count)


@pytest.mark.parametrize(
    "written",
    ["<ruby>望<rt>wàng</rt>川<rt>chuān</rt></ruby>县", "<ruby>望川<rp>（</rp><rt>wàngchuān</rt><rp>）</rp></ruby>县"],
)
def test_readings_over_characters_are_no_words(written):
    assert words(page(f"<p>{written}</p>")) == ["望川县"]


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("<input value='40'>", "40"),
        ("<input type=text value=' 40 '>分", "40分"),
        ("<input type='NUMBER' value=40>", "40"),
        ("<input type=hidden value=9>40", "40"),
        ("<input type=password value=9>", ""),
        ("<input type=checkbox value=9>", ""),
        ("<input type=checkbox checked>是<input type=checkbox>否", "☑是□否"),
        ("<label><input type=radio>是</label><label><input type=radio checked>否</label>", "□是☑否"),
        ("<input>", ""),
        ("<select><option>30</option><option selected>40</option></select>", "40"),
        ("<select><option>30</option><option>40</option></select>", ""),
        ("<select></select>", ""),
        ("<textarea>40</textarea>", "40"),
    ],
)
def test_fields_in_a_tables_cells_show_what_was_filled_in(field, shown):
    table = f"<table>{HEADER}<tr><td>党建</td><td>{field}</td></tr></table>"
    assert grid(page(table))[1] == [(0, 1, 1, "党建"), (1, 1, 1, shown)]


def test_a_field_outside_of_a_table_is_a_sites():
    assert words(page("<p>公开<input value='请输入关键词'></p>")) == ["公开"]


@pytest.mark.parametrize(
    "sections",
    [
        "<tfoot><tr><td>合计</td><td>100</td></tr></tfoot><thead>{h}</thead><tbody>{r}</tbody>",
        "<tbody>{r}</tbody><tfoot><tr><td>合计</td><td>100</td></tr></tfoot><thead>{h}</thead>",
        "<thead>{h}</thead><tfoot><tr><td>合计</td><td>100</td></tr></tfoot>{r}",
        "<thead>{h}</thead>{r}<tfoot><tr><td>合计</td><td>100</td></tr></tfoot>",
    ],
)
def test_a_tables_head_stands_above_and_its_foot_below_wherever_they_are_written(sections):
    rows = "<tr><td rowspan=9>党建</td><td>40</td></tr><tr><td>60</td></tr>"
    document = page(f"<h1>望川县2024年考核细则</h1><table>{sections.format(h=HEADER, r=rows)}</table>")
    assert [row[0][3] for row in grid(document)] == ["考核项目", "党建", "60", "合计"]
    made = convert_document(document)
    assert made.schemes[0].total is not None
    assert made.schemes[0].total.value == 100
    assert outline(made.schemes[0].items)[0][1] == "党建"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("<mfrac><mi>完成数</mi><mi>任务数</mi></mfrac><mo>×</mo><mn>10</mn>", "得分=完成数/任务数×10"),
        ("<mfrac><mrow><mi>甲</mi><mo>+</mo><mi>乙</mi></mrow><mn>2</mn></mfrac>", "得分=(甲+乙)/2"),
        ("<mn>5</mn><mo>×</mo><mi>次数</mi>", "得分=5×次数"),
    ],
)
def test_a_fraction_of_a_formula_is_read_as_it_would_be_typed(formula, shown):
    assert words(page(f"<p>得分=<math>{formula}</math></p>")) == [shown]


@pytest.mark.parametrize(
    "written",
    [
        "<div style='font-size:0'><span style='font-size:14px'>公开</span></div>",
        "<p style='font-size:0.9em'>公开</p>",
        "<p style='font-size:05px'>公开</p>",
        "<p style='font-size:0.5rem'>公开</p>",
    ],
)
def test_a_size_that_what_stands_inside_may_change_hides_nothing(written):
    document = page(written)
    assert "公开" in document.text
    assert told(document) == []


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("<iframe src='/files/2024/a.pdf'></iframe>", 1),
        ("<iframe src='/viewer.html?file=/files/2024/a.PDF&page=1'></iframe><embed src='a.pdf#toolbar=0'>", 2),
        ("<object data='a.docx' type='application/x'><p>看不到</p></object>", 1),
        ("<embed type='application/pdf' src='/show?id=3'>", 1),
        ("<iframe src='/counter.html'></iframe><embed src='a.swf'><object data='a.svg'></object><iframe></iframe>", 0),
        ("<nav><iframe src='/a.pdf'></iframe></nav>", 0),
    ],
)
def test_a_file_that_a_page_shows_in_a_frame_is_told_as_unread(written, count):
    document = page(f"<p>公开</p>{written}")
    assert told(document) == [("embedded_unread", {"count": str(count)})] * bool(count)
    assert words(document) == ["公开"]


def test_what_stands_for_a_film_that_a_browser_cannot_play_is_not_shown():
    assert words(page("<video src='a.mp4'>您的浏览器不支持视频</video><p>公开</p><audio>不支持</audio>")) == ["公开"]
    assert words(page("<video src='a.mp4'><p>公开</p>")) == ["公开"]  # never closed: all of the page stands in it


@pytest.mark.parametrize("written", ["left:-20px", "text-indent:-2em", "margin-left:-9999px", "text-indent:-32.0pt"])
def test_what_stands_a_little_off_is_shown(written):
    assert words(page(f"<p style='{written}'>公开</p>")) == ["公开"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("<p>造林<span aria-hidden='true'>30公顷</span>。</p>", ["造林30公顷。"]),
        ("<p>造林<b aria-hidden='false'>30公顷</b>。</p>", ["造林30公顷。"]),
        ("<p>造林</p><div aria-hidden='true'><p>请输入验证码</p></div>", ["造林"]),
        ("<p>每<span><math><mi>n</mi></math><span aria-hidden='true'>n</span></span>次</p>", ["每n次"]),
        ("<p>每<span><nobr aria-hidden='true'>n</nobr><span><math><mi>n</mi></math></span></span>次</p>", ["每n次"]),
    ],
)
def test_words_that_only_a_screen_reader_passes_over_are_read(written, read_as):
    assert words(page(written)) == read_as
