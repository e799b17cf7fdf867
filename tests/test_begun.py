"""Rows of a flattened table that begin with their amount, and serials that are no amounts."""

from tests.making import notice, outline

HEADER = ["序号", "考评内容", "分值", "评分标准", "考评方式", "自评分", "考评分"]
ROWS = [
    ["1", "加强堤防巡查，保障经费。", "3分", "未研究巡查的扣3分。", "听取汇报，查阅资料，实地检查。"],
    ["4分", "未解决经费的扣4分。"],
    ["6分", "未研究装备的扣3分，未达标的，酌情扣2-6分。"],
    ["2", "组织宣传教育", "5分", "未组织活动的扣3分。", "听取汇报，查阅资料。"],
    ["2分", "每年检查不少于2次，少一次扣1分。"],
    ["3", "及时组织抢险", "3分", "未及时到场的扣3分。", "查阅档案。"],
]
TREE = [
    ("1", "加强堤防巡查，保障经费。", 3),
    (None, None, 4),
    (None, None, 6),
    ("2", "组织宣传教育", 5),
    (None, None, 2),
    ("3", "及时组织抢险", 3),
]


def flat(header, rows):
    return notice("\n".join(["防汛工作考评表", *header, *(cell for row in rows for cell in row)]) + "\n")


def test_amounts_begin_rows_whose_requirement_is_merged_and_serials_count():
    made = flat(HEADER, ROWS)
    items = made.schemes[0].items
    assert outline(items) == TREE
    assert [bool(i.scoring) for i in items] == [True] * 6
    assert items[0].extra == {"考评方式": "听取汇报，查阅资料，实地检查。"}
    assert made.coverage == 1


def test_so_they_do_without_serials():
    made = flat([h for h in HEADER if h != "序号"], [row[1:] if row[0].isdecimal() else row for row in ROWS])
    assert [(title, points) for _, title, points in outline(made.schemes[0].items)] == [(t, p) for _, t, p in TREE]


def test_amounts_behind_how_they_are_given_are_that_row_s():
    rows = [
        ["1", "巡查", "未巡查的扣3分。", "3分"],
        ["2", "宣传教育", "未组织活动的扣3分。", "5分"],
        ["3", "抢险", "未及时到场的扣3分。", "4分"],
    ]
    made = flat(["序号", "考评内容", "评分标准", "分值"], rows)
    assert [points for _, _, points in outline(made.schemes[0].items)] == [3, 5, 4]
    assert [i.scoring for i in made.schemes[0].items] == [row[2] for row in rows]


def test_bare_amounts_among_serials_stay_amounts():
    rows = [
        ["1", "巡查到位及时", "5", "未巡查的扣1分。"],
        ["2", "宣传教育有力", "8", "未组织的扣1分。"],
        ["3", "抢险", "4", "未到场的扣1分。"],
    ]
    made = flat(["序号", "考评内容", "分值", "评分标准"], rows)
    assert [(m, points) for m, _, points in outline(made.schemes[0].items)] == [("1", 5), ("2", 8), ("3", 4)]
