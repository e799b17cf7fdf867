"""Bare numbers at the end of names: marks where the rows come to them, else part of the name."""

import pytest

from tests.making import codes, notice

HEADER = "| 一级指标 | 二级指标 | 分值 | 评分标准 |\n| --- | --- | --- | --- |\n"


def converted(*rows):
    return notice("望川县2023年护林工作考核细则\n\n" + HEADER + "".join(f"| {' | '.join(row)} |\n" for row in rows))


def tree(made):
    return [(item.title, item.points and item.points.value) for item in made.schemes[0].items]


@pytest.mark.parametrize("gap", ["", " ", "　"])
def test_a_number_behind_a_name_is_its_marks_where_its_rows_come_to_it(gap):
    made = converted(
        (f"组织体系{gap}15", "责任落实", "8", "未落实的扣2分"),
        ("", "会议召开", "7", "少一次扣1分"),
        (f"日常管护{gap}85", "巡山", "45", "少一次扣1分"),
        ("", "清杂", "40", "发现一处扣1分"),
    )
    assert tree(made) == [("组织体系", 15), ("日常管护", 85)]
    points = made.schemes[0].items[0].points
    assert (points.raw, points.basis) == ("15", "repaired")
    assert codes(made).count("amount_repaired") == 2


@pytest.mark.parametrize(
    "rows",
    [
        [("组织体系 16", "责任落实", "8", "未落实的扣2分"), ("", "会议召开", "7", "少一次扣1分")],
        [("项目3", "责任落实", "1", "未落实的扣1分"), ("", "会议召开", "2", "少一次扣1分")],
        [("组织体系 15", "责任落实", "15", "未落实的扣2分")],
        [("组织体系 15", "责任落实", "8", "未落实的扣2分"), ("", "会议召开", "", "少一次扣1分")],
    ],
    ids=["another sum", "a name's own number", "one row", "a row without marks"],
)
def test_a_number_that_the_rows_do_not_come_to_stays_in_the_name(rows):
    made = converted(*rows, ("日常管护", "巡山", "45", "少一次扣1分"), ("", "清杂", "40", "发现一处扣1分"))
    assert tree(made)[0] == (rows[0][0].replace(" ", ""), None)
