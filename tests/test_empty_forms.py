"""Forms to be filled in, annexed to a notice: no scheme, no data, and nothing of them lost."""

import pytest

from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import notice

WORDS = """望川县2024年护林示范村考核办法
一、巡护到位（60分）
二、台账完整（40分）

附件
{title}
{rows}
"""
ROWS = "村名称\t\t所在乡镇\t\n负责人\t\t联系电话\t\n护林员人数\t\t林地面积（亩）\t\n主要做法\t（不超过八百字）\t\t\n"


@pytest.mark.parametrize(
    "title", ["望川县护林示范村申报表", "护林员登记表", "护林先进个人推荐审批表（样式）", "培训班报名回执"]
)
def test_an_empty_form_is_neither_a_scheme_nor_data(title):
    made = notice(WORDS.format(title=title, rows=ROWS))
    assert [len(scheme.items) for scheme in made.schemes] == [2]
    assert (made.attributes, made.coverage, {u.reason for u in made.unparsed}) == ({}, 1, {"form"})
    assert "主要做法" in "".join(u.text for u in made.unparsed)


def test_an_empty_forms_name_is_not_what_a_letter_passes_on():
    made = notice(
        "关于开展2024年度护林示范村考核工作的通知\n各乡镇：\n现将有关事项通知如下：\n一、申报条件\n（一）有护林员。\n（二）有台账。\n"
        "附件：1.护林示范村评分标准\n2.护林示范村申报表\n望川县林业局\n2024年4月22日\n附件1\n护林示范村评分标准\n"
        f"序号\t评价内容\t分值\n1\t巡护到位\t60\n2\t台账完整\t40\n附件2\n护林示范村申报表\n{ROWS}"
    )
    assert (made.title, made.cover_title) == ("关于开展2024年度护林示范村考核工作的通知", None)
    assert [scheme.title for scheme in made.schemes] == ["护林示范村评分标准"]
    assert made.coverage == 1


def test_a_file_that_is_nothing_but_a_form_is_called_after_it():
    made = notice(f"望川县护林员登记表\n{ROWS}")
    assert (made.title, made.schemes, made.coverage) == ("望川县护林员登记表", (), 1)


def test_an_empty_form_of_a_web_page():
    cells = "<tr><td>村名称</td><td></td><td>乡镇</td><td></td></tr><tr><td>县林业局意见</td><td colspan=3>（盖章） 年 月 日</td></tr>"
    words = f"<html><body><h1>望川县护林考核办法</h1><p>一、巡护（60分）</p><p>二、台账（40分）</p><p>附件：护林示范村申报表</p><table>{cells}</table></body></html>"
    made = convert_document(read(words.encode(), "made.html"))
    assert [len(scheme.items) for scheme in made.schemes] == [2]
    assert made.coverage == 1


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("护林示范村申报评分表", "序号\t项目\t分值\t得分\n1\t巡护\t60\t\n2\t台账\t40\t\n"),
        ("护林示范村申报表", "项目\t内容\t分值\t得分\n巡护\t到位\t60\t\n台账\t完整\t40\t\n"),
        ("护林任务登记表", "任务\t责任单位\t时限\t备注\n巡护\t县林业局\t10月底前\t\n台账\t县林业局\t11月底前\t\n"),
    ],
)
def test_tables_of_work_under_such_a_name_stay_schemes(title, rows):
    made = notice(WORDS.format(title=title, rows=rows))
    assert [len(scheme.items) for scheme in made.schemes if scheme.columns] == [2]


def test_a_form_that_is_filled_in_is_none_left_open():
    rows = "村名称\t青石村\t所在乡镇\t青石镇\n负责人\t张三\t联系电话\t7654321\n"
    made = notice(WORDS.format(title="护林示范村申报表", rows=rows))
    assert not any(u.reason == "form" for u in made.unparsed)
