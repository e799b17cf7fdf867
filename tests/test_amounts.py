"""Points and percentages in names and cells, and look-alikes."""

from decimal import Decimal

import pytest

from extractors.amounts import (
    amount_with_words,
    cell_amount,
    column_amount,
    headed_amount,
    labelled_amount,
    trailing_amount,
    unbracketed_amount,
)
from extractors.headings import running_heading
from tests.making import notice, outline, text


@pytest.mark.parametrize(
    ("printed", "value", "unit", "basis", "raw", "name"),
    [
        ("用权公开(35分)", "35", "point", "stated", "(35分)", "用权公开"),
        ("信息公开。（3%）", "3", "percent", "stated", "（3%）", "信息公开。"),
        ("政策发布解读(13", "13", "point", "repaired", "(13", "政策发布解读"),
        ("重点领域信息公开(18%", "18", "percent", "repaired", "(18%", "重点领域信息公开"),
        ("服务质量（0.5分", "0.5", "point", "repaired", "（0.5分", "服务质量"),
        ("垃圾治理【１５分】", "15", "point", "stated", "【１５分】", "垃圾治理"),
        ("基础建设（共24分）", "24", "point", "stated", "（共24分）", "基础建设"),
    ],
)
def test_amounts_at_the_end_of_a_name(printed, value, unit, basis, raw, name):
    found, rest = trailing_amount(text(printed), in_table=False)
    assert (found.value.value, found.value.unit, found.value.basis) == (Decimal(value), unit, basis)
    assert (found.text.raw, rest.chars) == (raw, name)


def test_a_bare_number_in_a_bracket_counts_only_in_a_table():
    assert trailing_amount(text("规章制度(40)"), in_table=True)[0].value.value == 40
    assert trailing_amount(text("规章制度(40)"), in_table=False)[0] is None


@pytest.mark.parametrize(
    "printed",
    [
        "工作要点（2020）",
        "方案(试行)",
        "（5分）",
        "办理(详见附件)",
        "不低于4%的要求",
        "共6项",
        "名单（3人）",
        "公开(2020年",
    ],
)
def test_what_is_no_amount_of_a_name(printed):
    assert trailing_amount(text(printed), in_table=True)[0] is None


def test_a_range_has_a_minimum_and_a_reversed_one_is_not_read():
    found, _ = trailing_amount(text("创新（0.5－3分）"), in_table=True)
    assert (found.value.minimum, found.value.value) == (Decimal("0.5"), 3)
    assert trailing_amount(text("创新（3－1分）"), in_table=True)[0] is None


def test_an_amount_and_words_in_one_bracket():
    found, words, (start, end) = amount_with_words(text("报送信息（4分，少一次扣1分）"))
    assert (found.text.raw, words.chars, (start, end)) == ("4分", "少一次扣1分", (4, 15))
    assert amount_with_words(text("报送信息（每月，少一次扣1分）")) is None


@pytest.mark.parametrize(
    ("printed", "raw", "value"),
    [
        ("权重:70%。", "权重:70%", 70),
        ("(总分100分)", "总分100分", 100),
        ("满分为40分", "满分为40分", 40),
        ("分值：5分", "分值：5分", 5),
    ],
)
def test_labelled_amounts(printed, raw, value):
    found = labelled_amount(text(printed))
    assert (found.text.raw, found.value.value) == (raw, value)


def test_letters_for_figures_in_a_column_of_points_are_a_repair():
    found = column_amount(text("1O分"))
    assert (found.value.value, found.value.basis, found.text.raw) == (10, "repaired", "1O分")
    assert column_amount(text("L5分")) is None  # 15 or 1.5


def test_cells_that_hold_only_an_amount():
    assert [cell_amount(text(c)).value.value for c in ("5", "５分", " 0.5 ", "10%")] == [5, 5, Decimal("0.5"), 10]
    assert [cell_amount(text(c)) for c in ("5项", "11月", "", "5分钟")] == [None] * 4


def test_an_amount_with_its_label_and_words_and_one_before_a_colon():
    found, words, _ = amount_with_words(text("辖区事故（共60分，扣完为止）"))
    assert (found.text.raw, found.value.value, words.chars) == ("共60分", 60, "扣完为止")
    name, found, rest = headed_amount(text("会议（10分）：每月召开一次，少一次扣2分。"))
    assert (name.chars, found.text.raw, rest.chars) == ("会议", "（10分）", "每月召开一次，少一次扣2分。")
    assert headed_amount(text("召开会议，开好一次（10分）：每月召开。")) is None
    assert headed_amount(text("会议（每月）：每月召开一次。")) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [("党建工作20分", "党建工作"), ("做好“网格管理,组团服务”工作5分", "做好“网格管理,组团服务”工作"), ("村干部测评分2分", "村干部测评分"),
     ("评分2分", None), ("“三会一课”5分。", "“三会一课”"), ("每次扣2分", None), ("满分100分", None), ("得分在90分", None),
     ("不低于60分", None), ("年度考核得分前三名的20分", None), ("开展1次5分", None), ("培训5分钟", None),
     ("被市级通报的扣除5分", None), ("未完成任务的扣去4分", None), ("被约谈的每次减去2分", None), ("获国家级表彰奖励5分", None),
     ("创建成功增加6分", None), ("漏收垃圾扣责任人2分", None), ("发现焚烧一次扣村5分", None), ("缺一次扣支部1分。", None),
     ("纽扣产业园10分", "纽扣产业园"), ("整治克扣工资10分", "整治克扣工资"), ("扣分项核查5分", "扣分项核查"), ("扣押物品管理5分", "扣押物品管理"),
     ("机构健全——4分", "机构健全"), ("机构健全—4分", "机构健全"), ("机构健全 – 4分", "机构健全"), ("机构不健全-4分", None), ("每次扣——4分", None)],
)  # fmt: skip
def test_a_heading_of_a_name_and_an_amount_without_a_bracket(printed, name):
    found = unbracketed_amount(text(printed))
    assert (found[1].chars if found else None) == name


def test_a_bare_amount_before_a_colon_and_one_behind_a_name_and_before_a_comma():
    name, found, rest = headed_amount(text("重点领域信息 30分：每缺一类扣3分"))
    assert (name.chars, found.text.raw, rest.chars) == ("重点领域信息", "30分", "每缺一类扣3分")
    assert headed_amount(text("每次扣2分：直至扣完")) is None
    heading = running_heading(text("财政预决算（20分），未公开的不得分"), more=False)
    assert (heading.amount.text.raw, heading.title, heading.rest.chars) == (
        "（20分）",
        None,
        "财政预决算（20分），未公开的不得分",
    )


@pytest.mark.parametrize(
    ("line", "title", "rest"),
    [
        ("信息报送(10分)每季度1篇,少1篇扣2分。", "信息报送", "每季度1篇,少1篇扣2分。"),
        ('"四乱"整治（20分）每发现一处扣2分', '"四乱"整治', "每发现一处扣2分"),
        ("值班（5分）每次加1分", None, "值班（5分）每次加1分"),
    ],
)
def test_what_is_given_each_time_begins_a_sentence_behind_a_names_marks(line, title, rest):
    heading = running_heading(text(line), more=False)
    assert (heading.title and heading.title.chars, heading.rest and heading.rest.chars) == (title, rest)
    assert heading.amount is not None


def test_a_semicolon_ends_a_name_whose_bracket_has_a_bare_number():
    made = notice(
        "松岭县消防考核表\n一、设施（20）\n1、器材齐全（8）；缺1具扣1分\n2、照明完好（12）；坏1盏扣1分\n二、演练（10）\n1、半年一次（10）\n"
    )
    assert outline(made.schemes[0].items)[0] == (
        "一、", "设施", 20, [("1、", "器材齐全", 8), ("2、", "照明完好", 12)]
    )  # fmt: skip
