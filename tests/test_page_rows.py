"""Rows of tables that are the web page's and no tasks."""

import pytest

from tests.making import codes, page

HEAD = ["序号", "任务", "责任单位", "完成时限"]
ROWS = [["1", "改造食堂", "县教育局", "8月底前"], ["2", "修缮校舍", "县教育局", "9月底前"]]
TITLE = "2024年重点任务分解表"


@pytest.mark.parametrize("label", ["附件：", "附件下载：", "附件1："])
@pytest.mark.parametrize("apart", [True, False])
def test_a_row_of_files_is_the_notices_annexes(label, apart):
    row = [label, "任务分解表.xlsx"]
    made = page(TITLE, [HEAD, *ROWS], [row]) if apart else page(TITLE, [HEAD, *ROWS, [*row, "", ""]])
    assert [[item.title for item in scheme.items] for scheme in made.schemes] == [["改造食堂", "修缮校舍"]]
    assert (made.attributes, made.sections, codes(made)) == ({"附件": "任务分解表.xlsx"}, (), [])


@pytest.mark.parametrize("apart", [True, False])
def test_rows_that_lead_to_other_pages_are_no_tasks(apart):
    rows = [["上一篇：", "2023年任务清单"], ["下一篇：", "没有了"]]
    made = page(TITLE, [HEAD, *ROWS], rows) if apart else page(TITLE, [HEAD, *ROWS, *([*r, "", ""] for r in rows)])
    assert [[item.title for item in scheme.items] for scheme in made.schemes] == [["改造食堂", "修缮校舍"]]
    assert {part.reason for part in made.unparsed} == {"navigation"}
    assert "2023年任务清单" in made.unparsed[0].text


def test_a_line_of_files_to_fetch_names_them():
    made = page(f"{TITLE}</h1><p>附件下载：任务表.xlsx</p><h1>", [HEAD, *ROWS])
    assert made.attributes == {"附件": "任务表.xlsx"}


def test_a_task_about_annexes_stays():
    rows = [*ROWS, ["附件：", "公开附件目录", "县教育局", "9月底前"], ["上一篇章", "总结经验", "县教育局", "9月底前"]]
    assert len(page(TITLE, [HEAD, *rows]).schemes[0].items) == 4
