"""What a page's colours, sizes and opacity let nobody see is left out and told; what may be seen is read."""

import pytest

from tests.test_page_fields import told
from tests.test_pages_and_sheets import grid, page, words

HEADER = "<tr><th>考核项目</th><th>分值</th></tr>"
REST = "<p>望川县2024年考核细则</p><p>一、党建（40分）</p>"


@pytest.mark.parametrize(
    "written",
    [
        "<span style='color:#fff'>旧规定</span>",
        "<span style='COLOR: #FFFFFF; font-weight:bold'>旧规定</span>",
        "<span style='color:white !important'>旧规定</span>",
        "<span style='color: rgb(255, 255, 255)'>旧规定</span>",
        "<span style='color:rgba(0,0,0,0)'>旧规定</span>",
        "<span style='color:transparent'>旧规定</span>",
        "<font color=white>旧规定</font>",
        "<font color='#FFFFFF'>旧<b>规</b>定</font>",
        "<span style='background:white;color:#fefefe'>旧规定</span>",
        "<span style='background:none repeat scroll 0% 0% transparent;color:#fff'>旧规定</span>",
        "<b style='background:navy'><i style='background-color:#fff;color:#fff'>旧规定</i></b>",
        "<span class=w>旧规定</span>",
        "<span style='opacity:0'>旧规定</span>",
        "<span style='color:red; opacity: 0.0;'>旧<b>规</b>定</span>",
        "<span class=o>旧规定</span>",
        "<span style='font-size:0'>旧<b>规</b>定</span>",
        "<span style='font-size:0px'>旧<b style='font-size:2em'>规</b>定</span>",
        "<span class=z>旧<b>规</b>定</span>",
    ],
)
def test_what_nobody_can_see_is_left_out_and_told(written):
    sheet = "<style>.w{color:#fff} .o{opacity:0} .z{font-size:0}</style>"
    document = page(f"{sheet}{REST}<p>二、业务{written}（60分）</p>")
    assert words(document)[-1] == "二、业务（60分）"
    ((code, figures),) = told(document)
    assert (code, figures["count"]) == ("hidden_text", "3")
    assert figures["text"].replace(" / ", "") == "旧规定"


@pytest.mark.parametrize(
    "written",
    [
        "<span style='color:#fff;background:#c00'>新规定</span>",
        "<span style='color:#fff;background-color:rgb(200,0,0)'>新规定</span>",
        "<span style='color:#fff;background:url(a.png) no-repeat'>新规定</span>",
        "<span style='background-image:linear-gradient(red,blue)'><i style='color:#fff'>新规定</i></span>",
        "<span style='background:#036'><i style='color:#fff;background:transparent'>新规定</i></span>",
        "<span class=dark><i style='color:#fff'>新规定</i></span>",
        "<span class=dark style='color:#fff'>新规定</span>",
        "<span style='color:#fff'><i style='color:#000'>新规定</i></span>",
        "<span style='color:#fff;text-shadow:1px 1px 2px #000'>新规定</span>",
        "<span style='position:absolute;color:#fff'>新规定</span>",
        "<span style='margin-top:-2em'><i style='color:#fff'>新规定</i></span>",
        "<span style='color:#fff'><a href='/x'>新规定</a></span>",
        "<span style='color:#eee'>新规定</span>",
        "<span style='background-color:#fff'>新规定</span>",
        "<span style='color:var(--c)'>新规定</span>",
        "<span class=w2 style='color:#333'>新规定</span>",
        "<span style='opacity:0.5'>新规定</span>",
        "<span style='fill-opacity:0'>新规定</span>",
        "<span style='font-size:0'><b style='font-size:14px'>新规定</b></span>",
        "<span style='font-size:0'><b style='font-size:large'>新规定</b></span>",
        "<mark style='color:#fff'>新规定</mark>",
    ],
)
def test_what_may_be_seen_is_read(written):
    sheet = "<style>.dark{background:#369} .w2{color:#fff}</style>"
    document = page(f"{sheet}{REST}<p>二、业务{written}（60分）</p>")
    assert words(document)[-1] == "二、业务新规定（60分）"
    assert told(document) == []


@pytest.mark.parametrize(
    "around",
    [
        "<tr style='background:#369'>{}</tr>",
        "<tr bgcolor='#336699'>{}</tr>",
        "<tr background='a.gif'>{}</tr>",
        "<tbody style='background-color:navy'><tr>{}</tr></tbody>",
    ],
)
def test_white_letters_of_a_dark_header_are_read(around):
    cells = "<td style='color:#fff'>考核项目</td><td><font color='#fff'>分值</font></td>"
    document = page(f"{REST}<table>{around.format(cells)}<tr><td>党建</td><td>40</td></tr></table>")
    assert ([cell[3] for cell in grid(document)[0]], told(document)) == (["考核项目", "分值"], [])


@pytest.mark.parametrize("hides", ["color:#fff", "font-size:0"])
def test_a_cell_that_shows_nothing_keeps_its_place(hides):
    row = f"<tr><td>党建</td><td style='{hides}'>9</td><td>甲局</td></tr>"
    document = page(f"{REST}<table><tr><td>项目</td><td>分值</td><td>单位</td></tr>{row}</table>")
    assert [(cell[0], cell[3]) for cell in grid(document)[1]] == [(0, "党建"), (1, ""), (2, "甲局")]
    assert [figures["text"] for _, figures in told(document)] == ["9"]


@pytest.mark.parametrize(
    "unknown",
    [
        "<link rel=stylesheet href='site.css'>",
        "<style>@import url(site.css);</style>",
        "<style>@media screen{.x{background:#036}}</style>",
        "<style>p{height:0}</style>",
        "<div bgcolor=black>",
        "<style>body{color:#fff}</style>",
    ],
)
def test_where_nobody_knows_what_is_behind_white_letters_they_are_read(unknown):
    document = page(f"{unknown}{REST}<p>二、业务<span class=x style='color:#fff'>新规定</span>（60分）</p>")
    assert (words(document)[-1], told(document)) == ("二、业务新规定（60分）", [])


@pytest.mark.parametrize("veil", ["visibility: hidden; opacity: 0;", "display:none", "opacity:0"])
def test_a_page_whose_body_waits_for_a_script_is_read(veil):
    document = page(f"<div><h1>望川</h1></div><div id=js_content style='{veil}'>{REST}<p>二、业务（60分）</p></div>")
    assert (words(document)[-1], told(document)) == ("二、业务（60分）", [])


def test_blocks_that_fade_in_one_after_the_other_are_read():
    faded = "".join(f"<p style='opacity: 0'>{line}</p>" for line in ("一、党建（40分）", "二、业务（60分）"))
    document = page(f"<h1>望川县考核</h1>{faded}")
    assert (words(document)[-1], told(document)) == ("二、业务（60分）", [])


def test_a_hidden_menu_longer_than_the_notice_stays_hidden():
    menu = "".join(f"<li><a href='/{n}'>第{n}号栏目</a></li>" for n in range(40))
    document = page(f"<ul style='display:none'>{menu}</ul>{REST}<p>二、业务<b style='display:none'>旧</b>（60分）</p>")
    assert (words(document)[0], words(document)[-1]) == ("望川县2024年考核细则", "二、业务（60分）")
