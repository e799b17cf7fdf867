"""Headers of two rows, and of one, whose words no vocabulary has: roles from what the columns hold, and a finding."""

import pytest

from tests.making import codes, page, pipes

TITLE = "望川县2021年林长制打分表"
ROWS = [
    ["巡护制度", "建立巡护制度并落实到人", "10", "县林业局", "县公安局"],
    ["防火宣传", "每季度开展一次防火宣传活动", "20", "县应急局", "各乡镇"],
    ["病虫防治", "及时处置松材线虫病疫木", "70", "县林业局", "县财政局"],
]
SPANS = [[("林子事儿", 2, 1), ("怎么看", 1, 2), ("给谁办", 1, 2)], ["看什么", "给几分", "头家", "帮手"]]
GAPS = [["林子事儿", ("怎么看", 1, 2), ("给谁办", 1, 2)], ["", "看什么", "给几分", "头家", "帮手"]]


def columns(made):
    return [(c.header, c.role) for c in made.schemes[0].columns]


@pytest.mark.parametrize(("write", "header"), [(page, SPANS), (page, GAPS), (pipes, SPANS), (pipes, GAPS)])
def test_two_rows_of_strange_words_head_the_columns_and_are_no_items(write, header):
    made = write(TITLE, [*header, *ROWS])
    assert columns(made) == [
        ("林子事儿", "title"), ("看什么", "requirement"), ("给几分", "points"), ("头家", "responsible"), ("帮手", "other"),
    ]  # fmt: skip
    assert [(i.title, i.requirement, str(i.points.value), i.extra) for i in made.schemes[0].items] == [
        (row[0], row[1], row[2], {"帮手": row[4]}) for row in ROWS
    ]
    assert (codes(made), made.coverage) == (["structure_inferred"], 1.0)


def test_names_over_several_rows_keep_their_rows_below_such_a_header():
    made = page(
        "云溪区河长制打分表",
        [
            [("编排", 2, 1), ("河湖事儿", 1, 2), ("分儿", 1, 2)], ["大块", "小块", "大头", "小头"],
            ["1", ("巡河", 2, 1), "镇级河长每旬巡河一次", ("30", 2, 1), "10"], ["2", "村级河长每周巡河一次", "20"],
            ["3", "水质", "断面水质达到三类以上", "70", "70"],
        ],
    )  # fmt: skip
    first, second = made.schemes[0].items
    assert [(first.title, str(first.points.value)), (second.title, str(second.points.value))] == [
        ("巡河", "30"),
        ("水质", "70"),
    ]
    assert [(c.marker, c.requirement, str(c.points.value)) for c in first.children] == [
        ("1", "镇级河长每旬巡河一次", "10"), ("2", "村级河长每周巡河一次", "20"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        [[("党建", 2, 1), ("学习", 1, 2), ("县委办", 1, 2)], ["开会", "10", "县纪委", "县委组织部"], *ROWS],
        [[("党建", 2, 1), ("一、学习", 1, 2), ("县委办", 1, 2)], ["开会", "听课", "县纪委", "县委组织部"], *ROWS],
        [[("党建", 2, 1), "学习", "10", "县委办", "县纪委"], ["开会", "20", "县委办", "县纪委"], *ROWS],
        [
            [("组织领导", 3, 1), "学习", "10", "县委办", "县纪委"],
            ["开会", "20", "县委办", ""],
            ["听课", "20", "县委办", ""],
            *ROWS,
        ],
    ],
)
def test_rows_with_amounts_numbers_or_cells_over_more_rows_are_no_header(table):
    made = page(TITLE, table)
    assert columns(made) == []
    assert "党建" in str(made.schemes[0].items) or "组织领导" in str(made.schemes[0].items)


def test_who_scores_and_what_is_measured_are_told_by_the_words_of_a_strange_header():
    made = page(
        "云溪区禁毒打分表",
        [
            ["归口", "要干什么", "给几分", "谁来评"],
            ["宣传", "进校园宣传", "30", "区教育局"],
            ["管控", "社区管控", "70", "区公安局"],
        ],
    )
    assert columns(made)[2:] == [("给几分", "points"), ("谁来评", "other")]
    assert [(i.responsible, i.extra) for i in made.schemes[0].items] == [
        ((), {"谁来评": "区教育局"}),
        ((), {"谁来评": "区公安局"}),
    ]
    made = page(
        "云溪区禁毒清单",
        [
            ["归口", "要干什么", "人数", "谁负责"],
            ["宣传", "进校园宣传", "30", "区教育局"],
            ["管控", "社区管控", "70", "区公安局"],
        ],
    )
    assert columns(made)[2:] == [("人数", "other"), ("谁负责", "responsible")]


@pytest.mark.parametrize(
    "rows", [[["", "", ""], ["甲", "乙", "丙"]], [["甲", "乙", "丙"], ["", "", ""]], [["", "", ""], ["", "", ""]]]
)
def test_empty_rows_above_are_no_header_of_two_rows(rows):
    made = page(TITLE, [*rows, ["巡护", "建立制度", "10"], ["防火", "开展宣传", "90"]])
    assert [str(i.points.value) for i in made.schemes[0].items if i.points] == ["10", "90"]
