"""What a page's style sheets say of numbers and words that stand in no text of its: lists' numbers, words that they add."""

import pytest

from pipeline.readers.web import styles
from tests.test_page_fields import told
from tests.test_pages_and_sheets import page, words

LIST = "<ol class='c'><li>巡护山林</li><li>清理水沟</li></ol>"


def sheet(rules):
    return f"<style>{rules}</style>"


@pytest.mark.parametrize(
    ("rules", "read_as"),
    [
        ("ol{list-style:none}", ["巡护山林", "清理水沟"]),
        ("*{margin:0;list-style:none}", ["巡护山林", "清理水沟"]),
        (".c li{list-style-type:none}", ["巡护山林", "清理水沟"]),
        ("ol{list-style:none} .c{list-style:cjk-ideographic outside}", ["一、巡护山林", "二、清理水沟"]),
        (".c{list-style:upper-alpha}", ["A.巡护山林", "B.清理水沟"]),
        ("ul{list-style:none}", ["1.巡护山林", "2.清理水沟"]),
        (".d{list-style:none}", ["1.巡护山林", "2.清理水沟"]),
        (".c:hover{list-style:none}", ["1.巡护山林", "2.清理水沟"]),
        ("@media print{ol{list-style:none}}", ["1.巡护山林", "2.清理水沟"]),
    ],
)
def test_a_list_shows_the_numbers_that_a_style_sheet_gives_it(rules, read_as):
    assert words(page(sheet(rules) + LIST)) == read_as


def test_what_a_list_says_itself_goes_before_a_style_sheet():
    inner = LIST.replace("<ol", "<ol style='list-style:decimal'")
    assert words(page(sheet("ol{list-style:none}") + inner)) == ["1.巡护山林", "2.清理水沟"]


COUNTED = "ol{list-style:none;counter-reset:n}"


@pytest.mark.parametrize(
    ("rules", "count", "first"),
    [
        (COUNTED + "ol li::before{content:counter(n,cjk-ideographic)'、'}", 2, "巡护山林"),
        (COUNTED + "ol>li:before{content:'第'counters(n,'.')'条'}", 2, "巡护山林"),
        (".q::before{content:'注意：'}", 1, "按期报送"),
        (".q:after{content:'（\\0035分）'}", 1, "按期报送"),
        ("a::before,.q::before{content:'限\\671f;'}", 1, "按期报送"),
        ("td::after{content:'10'}", 2, "项目"),
        (".q::before{content:'•'}", 0, ""),
        (".q::before{content:'\\e603'}", 0, ""),
        (".q::before{content:none}", 0, ""),
        (".q::before{content:'注意';display:none}", 0, ""),
        (".q::before{content:'注意'} p.q::before{content:''}", 0, ""),
        (".q:hover::before{content:'注意'}", 0, ""),
        ("@media print{.q::before{content:'注意'}}", 0, ""),
        (".x::before{content:'注意'}", 0, ""),
        (".nav::before{content:'位置'}", 0, ""),
        (".q{content:'注意'}", 0, ""),
    ],
)
def test_words_and_numbers_that_style_sheets_add_are_told(rules, count, first):
    cells = "<table><tr><td>项目</td><td>分值</td></tr></table>"
    more = f"<div class='nav'><a href='/'>首页</a></div><p class='q'>按期报送</p>{cells}"
    document = page(sheet(rules) + LIST + more)
    figures = {"count": str(count), "text": first}
    assert [one for one in told(document) if one[0] == "styles_adding"] == [("styles_adding", figures)] * bool(count)


@pytest.mark.parametrize(
    "rules", ["ol{list-style:none}", "li::before{content:'第'}", "i{display:table-cell}", "ol li{list-style:none}"]
)
def test_where_sheets_are_not_followed_to_their_end_is_told(monkeypatch, rules):
    monkeypatch.setattr(styles, "_MOST_BRIEF_LOOKS", 5)
    document = page(f"<h1>望川县护林</h1>{LIST}", sheet(rules))
    assert [code for code, _ in told(document) if code == "styles_unfollowed"] == ["styles_unfollowed"]


RESET = "ol{list-style:none;counter-reset:n}"


@pytest.mark.parametrize(
    ("rules", "read_as"),
    [
        (
            RESET + "li::before{counter-increment:n;content:counter(n,cjk-ideographic)'、'}",
            ["一、巡护山林", "二、清理水沟"],
        ),
        (
            RESET + "li{counter-increment:n} .c>li:before{content:'（' counter(n) '）'}",
            ["（1）巡护山林", "（2）清理水沟"],
        ),
        (RESET + "li::before{counter-increment:n;content:counter(n)}", ["1巡护山林", "2清理水沟"]),
    ],
)
def test_numbers_that_a_sheet_counts_for_the_items_of_a_list_are_read(rules, read_as):
    document = page(sheet(rules) + LIST)
    assert words(document) == read_as
    assert told(document) == [("numbering_generated", {"count": "2"})]


@pytest.mark.parametrize(
    ("rules", "inner"),
    [
        ("ol{list-style:none} li::before{counter-increment:n;content:counter(n)'、'}", LIST),  # goes on from elsewhere
        (RESET + "li::before{content:counter(n)'、'}", LIST),
        (RESET + "li::before{counter-increment:n 2;content:counter(n)'、'}", LIST),
        ("ol{list-style:none;counter-reset:n 3} li::before{counter-increment:n;content:counter(n)'、'}", LIST),
        (RESET + "li::before{counter-increment:n;content:counter(m)'、'}", LIST),
        (
            RESET + "li{counter-increment:n} li::before{content:counter(n)'、'} .d::before{content:'附'}",
            LIST.replace("<li", "<li class=d", 1),
        ),
        (RESET + "li::before{counter-increment:n;content:counter(n,bengali)'、'}", LIST),
        (RESET + "li.d::before{counter-increment:n;content:counter(n)'、'}", LIST.replace("<li", "<li class=d", 1)),
        (RESET + "li::after{counter-increment:n;content:counter(n)'、'}", LIST),
    ],
)
def test_numbers_of_which_it_cannot_be_said_how_they_count_are_told(rules, inner):
    document = page(sheet(rules) + inner)
    assert words(document) == ["巡护山林", "清理水沟"]
    assert "styles_adding" in dict(told(document))
