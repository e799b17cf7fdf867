"""Subtotal rows held against the rows that they add up."""

import random

import pytest

from tests.making import codes, notice, page, pipes

TITLE = "青石县2023年考核细则"
HEADER = ["项目", "内容", "分值", "评分标准"]


def written(seed, wrong=None):
    """A table of groups with a subtotal each, that of one group `wrong`; and the subtotals as printed."""
    chance = random.Random(seed)
    rows, sums = [HEADER], []
    for group in range(chance.randint(2, 4)):
        amounts = [chance.randint(1, 20) for _ in range(chance.randint(1, 5))]
        first = (f"项目{'甲乙丙丁'[group]}", len(amounts), 1) if chance.random() < 0.8 else None
        named = [[first] if first else [f"项目{'甲乙丙丁'[group]}"] for _ in amounts[:1]]
        rest = [[] if first else [""] for _ in amounts[1:]]
        cells = [[f"内容{n}", str(worth), "少一次扣1分"] for n, worth in enumerate(amounts)]
        rows += [head + body for head, body in zip(named + rest, cells, strict=True)]
        stated = sum(amounts) + (1000 if wrong == group else 0)
        sums.append(stated)
        rows.append([("小计", 1, 2), str(stated), ""])
    return rows, sums


@pytest.mark.parametrize("seed", range(60))
def test_right_subtotals_are_no_finding(seed):
    rows, sums = written(seed)
    assert "subtotal_sum" not in codes(page(TITLE, [*rows, [("合计", 1, 2), str(sum(sums)), ""]]))


@pytest.mark.parametrize("seed", range(60))
def test_a_wrong_subtotal_is_one_finding_at_its_place(seed):
    rows, sums = written(seed, wrong=seed % 2)
    made = page(TITLE, rows)
    (found,) = [f for f in made.findings if f.code == "subtotal_sum"]
    assert f"states {sums[seed % 2]}, " in found.message
    assert found.message.endswith(f"add up to {sums[seed % 2] - 1000}")
    assert found.span is not None


def test_a_subtotal_may_add_up_groups_with_marks_of_their_own_and_leave_the_bonus_out():
    rows = [
        HEADER,
        [("党建（25分）", 2, 1), "开会", "10", "少一次扣1分"],
        ["培训", "15", "少一次扣1分"],
        ["加分项", "获表彰", "5", "获表彰加5分"],
        [("小计", 1, 2), "25", ""],
    ]
    assert "subtotal_sum" not in codes(page(TITLE, rows))
    rows[-1] = [("小计", 1, 2), "30", ""]
    assert "subtotal_sum" not in codes(page(TITLE, rows))
    rows[-1] = [("小计", 1, 2), "20", ""]
    assert "subtotal_sum" in codes(page(TITLE, rows))


def test_a_subtotal_before_its_rows_is_right_too():
    rows = [
        HEADER,
        [("小计", 1, 2), "25", ""],
        ["党建", "开会", "10", "少一次扣1分"],
        ["宣传", "培训", "15", "少一次扣1分"],
    ]
    assert "subtotal_sum" not in codes(page(TITLE, rows))


def test_nothing_is_known_where_a_row_has_no_marks():
    rows = [
        HEADER,
        ["党建", "开会", "", "少一次扣1分"],
        ["宣传", "培训", "15", "少一次扣1分"],
        [("小计", 1, 2), "25", ""],
    ]
    assert "subtotal_sum" not in codes(page(TITLE, rows))


def test_subtotals_of_shares_of_pipes_and_of_a_cell_a_line():
    header = ["项目", "内容", "权重", "评分标准"]
    rows = [header, ["党建", "开会", "10%", "少一次扣1分"], ["宣传", "培训", "15%", "少一次扣1分"]]
    assert "subtotal_sum" not in codes(page(TITLE, [*rows, [("小计", 1, 2), "25%", ""]]))
    assert "subtotal_sum" in codes(page(TITLE, [*rows, [("小计", 1, 2), "35%", ""]]))
    assert "subtotal_sum" in codes(pipes(TITLE, [*rows, ["小计", "", "35%", ""]]))
    lines = ["考核项目", "考核内容", "分值", "党建", "开会", "10", "宣传", "培训", "15", "小计"]
    assert "subtotal_sum" not in codes(notice("\n".join([TITLE, *lines, "25"]) + "\n"))
    assert "subtotal_sum" in codes(notice("\n".join([TITLE, *lines, "35"]) + "\n"))


@pytest.mark.parametrize(
    ("last", "columns", "total"),
    [
        ("合计\t100", "考核项目\t考核内容\t分值\t评分办法\t考核部门", 100),
        ("合计\t\t100", "考核项目\t考核内容\t分值\t评分办法\t考核部门", 100),
        ("合计\t88", "考核项目\t考核内容\t分值\t评分办法\t自评分", None),  # of which column it is nobody can tell
    ],
)
def test_a_total_row_without_its_empty_cells_states_the_total(last, columns, total):
    rows = [
        "河道管护\t河面保洁\t60\t每处扣1分。\t县水利局",
        "岸线管护\t岸坡整洁\t40\t每处扣2分。\t县水利局",
    ]
    rows = rows if total else [row.replace("县水利局", "44") for row in rows]
    made = notice("\n".join(["青石县2024年河道考核评分表", "", columns, *rows, last]) + "\n")
    assert (made.schemes[0].total and int(made.schemes[0].total.value)) == total


def test_a_number_beside_the_total_of_a_table_without_marks_is_none():
    rows = ["工作任务\t工作内容\t责任单位", "河道管护\t清理河面\t县水利局", "岸线管护\t整治岸坡\t县水利局", "合计\t15"]
    made = notice("\n".join(["青石县2024年河道治理任务清单", "", *rows]) + "\n")
    assert made.schemes[0].total is None
