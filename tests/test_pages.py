"""Web pages as Chinese sites publish notices: what frames them, how they are laid out, what editors leave in them."""

import pytest

from pipeline.convert import convert_document
from pipeline.document import Table
from pipeline.readers import read
from pipeline.readers.web import styles
from tests.test_pages_and_sheets import grid, page, words


def shell(document):
    return [(p.text.chars, p.reason) for p in document.shell]


NOTICE = (
    "<h1>望川县2023年政务公开工作要点</h1><p>一、更新目录。</p><p>各单位要及时更新政务公开目录，做到应公开尽公开。</p>"
)


def test_a_page_that_stands_in_a_form_is_read():
    document = page(f"<form action='show.aspx'><input type='hidden' name='__VIEWSTATE' value='x'>{NOTICE}</form>")
    assert words(document)[0] == "望川县2023年政务公开工作要点"
    assert shell(document) == []


@pytest.mark.parametrize(
    "frame",
    [
        "<div><span>望川县人民政府欢迎您！</span><a href='/m'>手机版</a> | <a href='/w'>无障碍</a> | <a href='/o'>长者版</a></div>",
        "<header><a href='/'>首页</a><a href='/x'>新闻</a></header>",
        "<div class='BreadCrumb-nav'>当前位置：<a href='/'>首页</a>&gt;政府文件</div>",
        "<div role='navigation'>栏目</div>",
        "<div><div class='tit'>相关解读</div><ul><li><a href='https://x.gov.cn/1'>《望川县2023年政务公开工作要点》政策解读</a> 2023-03-22</li></ul></div>",
        "<ul><li><a href='/1'>关于做好2024年春季学期学校食品安全工作的通知</a></li><li><a href='/2'>校园食品安全专项整治方案</a></li></ul>",
        "<div class='share bdsharebuttonbox'><span>分享：</span><a href='#'></a></div>",
    ],
)
def test_what_a_site_puts_around_a_notice_is_navigation(frame):
    for body in (frame + NOTICE, NOTICE + frame):
        document = page(f"<div>{body}</div>")
        assert words(document) == words(page(NOTICE))
        assert {reason for _, reason in shell(document)} == {"navigation"}


@pytest.mark.parametrize(
    "kept",
    [
        "<ul><li><a href='/1.docx'>附件1：检查表.docx</a></li><li><a href='/2.xls?id=3'>附件2：台账.xls</a></li></ul>",
        "<ul><li><a href='https://www.x.gov.cn/1'>考评方案</a></li><li><a href='https://www.x.gov.cn/2'>实施方案印发通知原文</a></li></ul>",
        "<div class='content-nav'><p>各单位要及时更新政务公开目录，做到应公开尽公开。</p><table><tr><td>甲</td><td>乙</td></tr></table></div>",
        "<p>要求见<a href='/a'>附件</a>、<a href='/b'>附表</a>、<a href='/c'>说明</a>。</p>",
    ],
)
def test_files_evidence_and_the_notice_itself_are_no_navigation(kept):
    assert shell(page(f"<div>{kept}{NOTICE}</div>")) == []


def test_paragraphs_in_divisions_padding_and_what_word_leaves_behind():
    document = page(
        "<div>&nbsp;&nbsp;&emsp;各有关单位：</div><div><br></div>"
        "<p class=MsoNormal><span style='mso-list:Ignore'>一、<span>&nbsp; </span></span>压实责任<o:p></o:p></p>"
        "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><xml><w:x>Normal 0 false</w:x></xml>"
        "<?xml:namespace prefix = o /><p>（一）各县<st1:chsdate>6月底前</st1:chsdate>完成。<span style='mso-hide:all'>密</span></p>"
    )
    assert words(document) == ["各有关单位：", "一、压实责任", "（一）各县6月底前完成。"]


def test_tables_that_set_a_page_in_columns_are_unwrapped():
    data = "<table><tr><td>工作任务</td><td>责任单位</td></tr><tr><td>公开</td><td>县司法局</td></tr></table>"
    lines = "".join(f"<p>第{n}段写明各单位的工作。</p>" for n in "一二三四五六七八")
    assert len(words(page(f"<table><tr><td>栏目</td><td>{lines}</td></tr></table>"))) == 9
    assert len(grid(page(f"<table><tr><td>左</td></tr><tr><td>右</td><td><table><tr><td>{data}</td></tr></table></td></tr></table>"))) == 2  # fmt: skip


def test_a_small_table_in_a_cell_is_read_with_the_cell():
    inner = "<table><tr><td>国家级</td><td>5分</td></tr></table>"
    rows = [f"<tr><td>{n}、任务</td><td>及时完成各项工作，按时报送情况。{inner if n == '一' else ''}</td></tr>" for n in "一二三"]  # fmt: skip
    assert grid(page(f"<table>{''.join(rows)}</table>"))[0] == [
        (0, 1, 1, "一、任务"),
        (1, 1, 1, "及时完成各项工作，按时报送情况。|国家级5分"),
    ]


def test_what_stands_in_a_table_outside_of_its_cells_is_kept():
    document = page(
        "<table><caption>（总分100分）</caption><form><tr><td>甲</td><td>乙</td></tr></form><div>续表</div><tr><td>丙</td><td>丁</td></tr></table>"
    )
    assert words(document) == ["（总分100分）", "续表"]
    assert [[c[3] for c in row] for row in grid(document)] == [["甲", "乙"], ["丙", "丁"]]


def test_spans_that_overlap_or_leave_their_section_are_mended_as_browsers_do():
    head = "<thead><tr><th rowspan=3>项目</th><th colspan=0>内容</th></tr></thead>"
    body = "<tr><td>甲</td><td rowspan=2>乙</td></tr><tr><td colspan=3>丙</td></tr>"
    assert grid(page(f"<table>{head}<tbody>{body}</tbody></table>")) == [
        [(0, 1, 1, "项目"), (1, 1, 1, "内容")],
        [(0, 1, 1, "甲"), (1, 2, 1, "乙")],
        [(0, 1, 1, "丙")],
    ]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("<?xml version='1.0' encoding='GB2312'?><html><body><p>{}</p></body></html>", "gb18030"),
        ("<html><head><meta charset='gb2312'></head><body><p>{}</p></body></html>", "utf-8"),
        ("<html><head><meta charset='utf-8'></head><body><p>{}</p></body></html>", "utf-16"),
    ],
)
def test_the_bytes_outweigh_a_page_that_names_another_character_set(content, encoding):
    sentence = "各单位要及时更新政务公开目录，做到应公开尽公开，年底前报送工作情况。"
    assert words(read(content.format(sentence).encode(encoding), "x.html")) == [sentence]


def test_a_page_like_those_of_county_sites():
    made = convert_document(
        page(
            "<div class=top>望川县人民政府门户网站欢迎您！<a href=/m>手机版</a><a href=/w>无障碍浏览</a><a href=/o>长者模式</a></div>"
            "<div>您现在的位置：<a href=/>首页</a> &gt; <a href=/x>信息公开</a></div>"
            "<div><table><tr><td><b>索 引 号：</b></td><td>wcx/2023-12</td><td><b>主题分类：</b></td><td>政务公开</td></tr>"
            "<tr><td><b>发文机关：</b></td><td>望川县人民政府办公室</td><td><b>成文日期：</b></td><td>2023年03月18日</td></tr></table></div>"
            "<h1>望川县2023年政务公开考核细则</h1><div>来源：县政府办 浏览次数：<em>152</em> 字体：【<a href=javascript:f()>大</a>】 <a href=#>打印</a></div>"
            "<div id=UCAP-CONTENT><p>各乡镇人民政府，县直各单位：</p><p>　　请认真执行。</p><table>"
            "<tr><th>考核项目</th><th>考核内容</th><th>分值</th></tr><tr><td>一、公开</td><td>更新目录。</td><td>60</td></tr>"
            "<tr><td>二、答复</td><td>按期答复。</td><td>40</td></tr></table></div>"
            "<div class=fx>分享到：<a href=#>微信</a><a href=#>微博</a></div>"
            "<div class=footer><p>主办：望川县人民政府办公室</p><p>网站标识码：3600000001</p></div>"
        )
    )
    assert (made.title, made.issuer, made.addressees) == (
        "望川县2023年政务公开考核细则",
        "望川县人民政府办公室",
        ("各乡镇人民政府", "县直各单位"),
    )
    assert [(i.title, i.requirement, i.points.value) for i in made.schemes[0].items] == [
        ("公开", "更新目录。", 60),
        ("答复", "按期答复。", 40),
    ]
    assert [s.requirement for s in made.sections] == ["请认真执行。"]
    assert made.coverage == 1.0


def test_no_table_is_lost_in_a_page_of_several():
    rows = "<tr><td>任务</td><td>单位</td></tr><tr><td>甲</td><td>乙</td></tr>"
    assert len([b for b in page(f"<table>{rows}</table><p>二</p><table>{rows}</table>").blocks if isinstance(b, Table)]) == 2  # fmt: skip


STYLED = """<html><head><style>.hide, #tip {{ display: none }} .x .deep {{visibility:hidden}}
@media print {{ .paper {{ display: none }} }} .tab {{display:none}} .tab.on {{display:block}} {more}</style></head><body>
<h1>望川县2024年护林工作要点</h1><p>一、巡护<span class="hide">（不显示）</span>。6月底前完成。</p><div class="tab on"><p>二、宣传。</p></div>
<p class="paper">三、执法。</p><p class="x">四、造林<span class="deep">（深）</span>。</p><div id="tip">五、提示。</div></body></html>"""


def test_what_a_pages_own_style_hides_is_not_read():
    made = convert_document(read(STYLED.format(more="").encode(), "made.html"))
    assert [i.marker for i in made.schemes[0].items] == ["一、", "二、", "三、", "四、"]
    assert [i.requirement or i.title for i in made.schemes[0].items][::3] == ["6月底前完成。", "造林。"]
    assert made.coverage == 1.0


def test_a_page_that_hides_nearly_all_of_itself_shows_it_by_script():
    made = convert_document(read(STYLED.format(more="p{display:none}").encode(), "made.html"))
    assert [i.marker for i in made.schemes[0].items] == ["一、", "二、", "三、", "四、", "五、"]


@pytest.mark.parametrize(
    ("limit", "told"),
    [("_MOST_LOOKS", ["四、造林"]), ("_MOST_RULES", ["望川县2024年护林工作要点"]), ("", [])],
)
def test_a_page_whose_styles_are_not_followed_to_the_end_says_from_where(monkeypatch, limit, told):
    if limit:
        monkeypatch.setattr(styles, limit, {"_MOST_LOOKS": 11, "_MOST_RULES": 2}[limit])
    document = read(STYLED.format(more="").encode(), "made.html")
    assert [r.figures for r in document.remarks if r.code == "styles_unfollowed"] == [(("text", t),) for t in told]
    (finding,) = [f for f in convert_document(document).findings if f.code == "styles_unfollowed"] or [None]
    assert finding is None or (finding.severity == "warning" and told[0] in finding.message)


def test_page_tools_side_by_side_are_no_part_of_the_last_task():
    made = convert_document(
        read(
            "<html><body><h1>望川县2024年护林工作要点</h1><p>一、巡护。6月底前完成。</p><p>二、宣传。</p><div>"
            "<a href='javascript:print()'>打印本页</a> <a href='javascript:close()'>关闭窗口</a></div></body></html>".encode(),
            "made.html",
        )
    )
    assert made.schemes[0].items[-1].requirement == "宣传。"


@pytest.mark.parametrize(
    "line",
    [
        "上一条：关于停水的公告&nbsp; 下一条：人事任免",
        "【关闭本页】",
        "初审：王某&nbsp; 复审：赵某某&nbsp; 终审：孙某",
        "阅读：128次",
        "手机扫码浏览",
        "我要纠错",
        "政策解读：《望川县2024年护林工作要点》解读",
        "地址：望川县人民路1号 邮编：331000",
        "您是第20318位访客",
        "稿源：县林业局",
        "编辑：王某</p><p>审核：赵某某",
        "文字｜王某</p><p>图文｜李某</p><p>责编｜赵某某",
        "点击上方“望川林业”关注我们</p><p>阅读原文 阅读 123 赞 在看",
    ],
)
def test_the_foot_of_a_page_is_no_part_of_the_last_task(line):
    words = "<p>一、巡护。6月底前完成。</p><p>二、宣传。每季度一次。</p>"
    made = convert_document(
        read(f"<html><body><h1>望川县2024年护林工作要点</h1>{words}<p>{line}</p></body></html>".encode(), "made.html")
    )
    assert [(i.marker, i.requirement) for i in made.schemes[0].items] == [
        ("一、", "6月底前完成。"),
        ("二、", "每季度一次。"),
    ]
    assert (made.sections, made.coverage) == ((), 1.0)


@pytest.mark.parametrize(
    "line", ["审核：赵某某", "审核：县林业局</p><p>校对：县统计局", "初审：各乡镇</p><p>终审：县林业局"]
)
def test_who_checks_a_task_is_no_credit_of_an_article(line):
    words = f"<p>一、巡护。6月底前完成。</p><p>二、宣传。每季度一次。</p><p>{line}</p>"
    made = read(f"<html><body><h1>望川县2024年护林工作要点</h1>{words}</body></html>".encode(), "made.html")
    assert line.split("</p>")[0] in (convert_document(made).schemes[0].items[-1].requirement or "")


def _listed(heading, *links):
    items = "".join(
        f"<li><a href='/{i}.html'>{words}</a><span>2024-03-0{i}</span></li>" for i, words in enumerate(links, 1)
    )
    return f"<div class=x><h3>{heading}</h3><ul>{items}</ul></div>"


@pytest.mark.parametrize(
    "below",
    [
        _listed("相关阅读", "一图读懂护林要点", "《要点》政策解读"),
        _listed("", "县林业局召开护林部署会议", "望川县启动春季护林行动"),
        "<p>望川县人民政府主办　望川县政务服务中心承办</p>",
    ],
)
def test_dated_links_and_who_runs_the_site_are_no_part_of_the_last_task(below):
    words = "<p>一、巡护。6月底前完成。</p><p>二、宣传。每季度一次。（县林业局负责）</p>"
    made = convert_document(
        read(f"<html><body><h1>望川县2024年护林工作要点</h1>{words}{below}</body></html>".encode(), "made.html")
    )
    last = made.schemes[0].items[-1]
    assert (last.requirement, [u.name for u in last.responsible]) == ("每季度一次。", ["县林业局"])
    assert (made.sections, made.coverage) == ((), 1.0)


def test_dated_files_and_bodies_that_run_a_task_are_the_notices():
    words = "<p>一、巡护。6月底前完成。</p><p>二、护林比赛。</p><p>县林业局主办，县体育局承办</p>"
    files = "<ul><li><a href='/1.docx'>考核表.docx</a><span>2024-03-01</span></li><li><a href='/2.docx'>台账.docx</a></li></ul>"
    made = convert_document(
        read(f"<html><body><h1>望川县2024年护林工作要点</h1>{words}{files}</body></html>".encode(), "made.html")
    )
    told = "".join(u.text for u in made.unparsed)
    assert "县体育局" not in told
    assert "考核表" not in told


def test_a_sites_own_table_and_what_it_links_below_the_signature_are_no_part_of_the_notice():
    made = convert_document(
        read(
            "<html><body><h1>望川县2024年护林工作要点</h1><p>一、巡护。6月底前完成。</p><p>二、宣传。</p><p>望川县林业局<br>2024年3月2日</p><div>相关链接</div>"
            "<ul><li><a href='/1'>护林问答</a></li><li><a href='/2'>部署会召开</a></li></ul>"
            "<table><tr><td></td><td>扫一扫在手机打开当前页</td></tr></table></body></html>".encode(),
            "made.html",
        )
    )
    assert (len(made.schemes), made.schemes[0].items[-1].requirement, made.issuer) == (1, "宣传。", "望川县林业局")
    assert {u.reason for u in made.unparsed} == {"navigation"}


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [
        ("", ["1.", "2."]),
        (" start='3'", ["3.", "4."]),
        (" style='list-style: none'", []),
        (" type='a'", ["a.", "b."]),
        (" type='A'", ["A.", "B."]),
        (" type='i'", ["ⅰ.", "ⅱ."]),
        (" type='I' start='3'", ["III.", "IV."]),
        (" style='list-style-type:cjk-ideographic' start=10", ["十、", "十一、"]),
        (" reversed", ["2.", "1."]),
        (" reversed start=9", ["9.", "8."]),
        (" style='list-style: inside disc'", []),
        (" style='list-style: decimal inside'", ["1.", "2."]),
        (" type='x'", ["1.", "2."]),
    ],
)
def test_a_list_whose_numbers_the_browser_counts(attributes, markers):
    document = read(
        f"<html><body><h1>望川县2024年护林工作要点</h1><ol{attributes}><li><p>巡护。6月底前完成。</p></li><li>宣传。办好宣传周。</li></ol></body></html>".encode(),
        "made.html",
    )
    made = convert_document(document)
    assert [i.marker for s in made.schemes for i in s.items] == markers
    assert ("numbering_generated" in [f.code for f in made.findings]) == bool(markers)


LINES = "一、巡护。\n二、宣传。"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [(f"<pre>{LINES}</pre>", LINES), (f"<p style='white-space: pre-wrap'>{LINES}</p>", LINES), (f"<div style='white-space:pre-line'><p>{LINES}</p></div>", LINES),
     ("<pre>一、<b>巡护。\r\n二</b>、宣传。</pre>", LINES), (f"<p>{LINES}</p>", "一、巡护。二、宣传。"), (f"<p style='white-space:nowrap'>{LINES}</p>", "一、巡护。二、宣传。"),
     (f"<pre><p style='white-space:normal'>{LINES}</p></pre>", "一、巡护。二、宣传。"), (f"<textarea>{LINES}</textarea>", LINES)],
)  # fmt: skip
def test_line_breaks_that_a_page_shows(written, read_as):
    document = read(f"<html><body>{written}</body></html>".encode(), "made.html")
    assert "\n".join(b.text.chars for b in document.blocks) == read_as


def test_line_breaks_in_a_cell_and_links_across_them():
    table = "<table><tr><td style='white-space:pre-wrap'>县教育局\n县民政局</td><td>乙\n丙</td></tr></table>"
    link = "<pre>见<a href='https://x.gov.cn/a'>甲\n乙</a>\n丙</pre>"
    document = read(f"<html><body>{table}{link}</body></html>".encode(), "made.html")
    assert [[p.chars for p in cell.paragraphs] for cell in document.blocks[0].rows[0]] == [
        ["县教育局", "县民政局"],
        ["乙丙"],
    ]
    assert [b.text.chars for b in document.blocks[1:]] == ["见甲", "乙", "丙"]
    assert [x.text.chars for x in document.links] == ["甲", "乙"]


def test_the_text_in_a_field_of_a_form_is_no_part_of_the_notice_and_not_lost():
    page = "<html><body><h1>望川县2024年护林工作要点</h1><p>一、巡护。6月底前完成。</p><textarea>请留言</textarea></body></html>"
    document = read(page.encode(), "made.html")
    assert [(p.text.chars, p.reason) for p in document.shell] == [("请留言", "form")]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("党建（<del>40</del><ins>50</ins>分）", "党建（50分）"), ("党建（<s>40</s>50分）", "党建（50分）"), ("党建（<strike><b>40</b></strike>50分）", "党建（50分）"),
     ("党建（<span style='text-decoration: red line-through'>40</span>50分）", "党建（50分）"), ("党建（<u style='text-decoration:underline'>50</u>分）", "党建（50分）"),
     ("党建（<s style='text-decoration:none'>50</s>分）", "党建（50分）")],
)  # fmt: skip
def test_text_that_a_page_strikes_out_is_left_out_and_reported(written, read_as):
    for around, place in (("<p>{}</p>", "block"), ("<table><tr><td>{}</td><td>乙</td></tr></table>", "cell")):
        document = read(f"<html><body>{around.format(written)}</body></html>".encode(), "made.html")
        block = document.blocks[0]
        assert (block.text if place == "block" else block.rows[0][0].paragraphs[0]).chars == read_as
        assert [(r.code, r.figures) for r in document.remarks] == [
            ("hidden_text", (("count", "2"), ("text", "40")))
        ] * ("40" in written)


@pytest.mark.parametrize(
    ("sheet", "written", "read_as"),
    [(".x{text-decoration:line-through}", "党建（<span class=x>40</span>50分）", "党建（50分）"), ("td .x{text-decoration-line: underline line-through}", "党建（<b class='y x'>40</b>50分）", "党建（50分）"),
     (".x{text-decoration:line-through} .x{text-decoration:none}", "党建（<span class=x>50</span>分）", "党建（50分）"), (".x{text-decoration:line-through} .x.y{text-decoration:none}", "党建（<span class='x y'>50</span>分）", "党建（50分）"),
     (".x{text-decoration:line-through}", "党建（<span class=x style='text-decoration:none'>50</span>分）", "党建（50分）"), (".x{text-decoration:line-through} s{text-decoration:none}", "党建（<s>50</s>分）", "党建（50分）"),
     ("a:hover{text-decoration:line-through}", "党建（<a>50</a>分）", "党建（50分）"), ("@media print{.x{text-decoration:line-through}}", "党建（<span class=x>50</span>分）", "党建（50分）")],
)  # fmt: skip
def test_text_that_a_pages_own_style_strikes_out_is_left_out_and_reported(sheet, written, read_as):
    page = f"<html><head><style>{sheet}</style></head><body><table><tr><td>{written}</td><td>乙</td></tr></table></body></html>"
    document = read(page.encode(), "made.html")
    assert document.blocks[0].rows[0][0].paragraphs[0].chars == read_as
    assert [(r.code, r.figures) for r in document.remarks] == [("hidden_text", (("count", "2"), ("text", "40")))] * (
        "40" in written
    )


@pytest.mark.parametrize("way", ["<tr {}>{}</tr>", "<tbody {}><tr>{}</tr></tbody>"])
def test_rows_that_are_struck_out_have_no_words(way):
    struck = way.format("style='text-decoration:line-through'", "<td>党建</td><td><b>40</b></td>")
    page = f"<table><tr><td>项目</td><td>分值</td></tr>{struck}<tbody><tr><td>业务</td><td>60</td></tr></tbody></table>"
    document = read(f"<html><body>{page}</body></html>".encode(), "made.html")
    assert [row[0].empty and row[1].empty for row in document.blocks[0].rows] == [False, True, False]
    assert [(r.code, r.figures) for r in document.remarks] == [("hidden_text", (("count", "4"), ("text", "党建 / 40")))]


def test_a_cell_that_is_struck_out_is_empty():
    page = (
        "<html><body><table><tr><td style='text-decoration:line-through'>甲</td><td>乙</td></tr></table></body></html>"
    )
    document = read(page.encode(), "made.html")
    assert [cell.empty for cell in document.blocks[0].rows[0]] == [True, False]


def test_lists_within_lists_are_deeper():
    inner = "<ol><li>学习（40分）<ol><li>少一次扣5分。</li></ol></li></ol>"
    page = f"<html><body><h1>2024年考核细则</h1><ol><li>党建（40分）{inner}</li><li>业务（60分）<ul><li>项目（60分）。</li></ul></li></ol></body></html>"
    document = read(page.encode(), "made.html")
    assert [b.text.chars for b in document.blocks][1:] == [
        "1.党建（40分）", "（1）学习（40分）", "①少一次扣5分。", "2.业务（60分）", "项目（60分）。",
    ]  # fmt: skip
    (first, second) = convert_document(document).schemes[0].items
    assert ([i.title for i in first.children], second.title) == (["学习"], "业务")


def test_lists_of_another_kind_within_a_list_keep_their_numbers():
    page = "<ol type=I><li>组织<ol><li>成立专班</li></ol></li><li value=5>督查<ol type=A start=2><li>每月通报</li></ol></li><li>总结</li></ol>"
    document = read(f"<html><body>{page}</body></html>".encode(), "made.html")
    assert [b.text.chars for b in document.blocks] == ["I.组织", "1.成立专班", "V.督查", "B.每月通报", "VI.总结"]


def test_numbers_that_the_author_typed_in_a_list_are_not_counted_again():
    document = read("<html><body><ol><li>1、巡护。</li><li>（二）宣传。</li></ol></body></html>".encode(), "made.html")
    assert [b.text.chars for b in document.blocks] == ["1、巡护。", "（二）宣传。"]
