"""Cells side by side that white space divides: none between the parts of an amount, nor before a sentence's number."""

import pytest

from extractors.spaced import spaced_cells
from tests.making import codes, flatten, notice, text
from tests.making import outline as tree


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("信访事项处理 30 分 1、按期办结", ["信访事项处理", "30分", "1、按期办结"]),
        ("结案率达 100%（10 分） 不达标的扣 10 分", ["结案率达100%（10分）", "不达标的扣10分"]),
        ("1 巡河制度 20 5", ["1", "巡河制度", "20", "5"]),
        ("机构建设（40） 1、成立领导小组（10）", ["机构建设（40）", "1、成立领导小组（10）"]),
        (
            "1、按期办结，年终结案率 100%（10 分） 不达标的扣 10 分",
            ["1、按期办结，年终结案率100%（10分）", "不达标的扣10分"],
        ),
        ("结案率 20% 未达标的不得分", ["结案率", "20%", "未达标的不得分"]),
        ("每有 1 人扣 0.5 分 听取汇报", ["每有1人扣0.5分", "听取汇报"]),
        ("有 2 名以上专职人员 4 缺一项扣 2 分", ["有2名以上专职人员", "4", "缺一项扣2分"]),
        ("巡河制度 20 少一次扣 1 分", ["巡河制度", "20", "少一次扣1分"]),
        ("巡河制度 20 分管领导未巡河的扣5分", ["巡河制度", "20", "分管领导未巡河的扣5分"]),
    ],
)
def test_cells_that_white_space_divides(line, cells):
    assert [cell.chars for cell in spaced_cells(text(line).squeeze())] == cells


ROWS = """信访事项处理 30 分 1、交办的信访案件按期结案率达95%以上（20 分）
不达标的扣 10 分
2、年终结案率 100%（10分）
不达标的扣 10 分
信访基础建设 20 分 1、有 2 名以上接待人员（12 分）
缺一项扣 2 分
2、接待场所环境整洁（8 分）
缺一项扣 2 分
"""
TREE = [
    ("", "信访事项处理", 30, [("1、", "交办的信访案件按期结案率达95%以上", 20), ("2、", "年终结案率100%", 10)]),
    ("", "信访基础建设", 20, [("1、", "有2名以上接待人员", 12), ("2、", "接待场所环境整洁", 8)]),
]


@pytest.mark.parametrize(
    "header", ["项目 分值 考核内容 扣分标准 实得分 备注", "项 目 分值 考核内容 扣分标准 实得分 备注"]
)
def test_a_table_whose_cells_and_numbers_have_white_space_around_them(header):
    made = notice(f"望川县信访工作考核自评表\n{header} {ROWS}")
    columns = [column.header for column in made.schemes[0].columns]
    assert columns == ["项目", "分值", "考核内容", "扣分标准", "实得分", "备注"]
    assert tree(made.schemes[0].items) == [(None, *node[1:]) for node in TREE]
    assert [i.scoring for i in flatten(made.schemes[0].items) if not i.children] == [
        "不达标的扣10分", "不达标的扣10分", "缺一项扣2分", "缺一项扣2分",
    ]  # fmt: skip


def test_a_header_of_two_words_that_nothing_divides_is_one():
    made = notice(
        "望川县信访工作考核自评表\n项目分值 考核内容 扣分标准 备注 1、按期办结（60分） 逾期扣5分 2、台账齐全（40分） 不全扣2分\n"
    )
    assert [column.header for column in made.schemes[0].columns][:2] == ["项目分值", "考核内容"]
    assert "unparsed_text" not in codes(made)
