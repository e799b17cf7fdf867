"""`目标任务` alone names the rows; behind the column that does it tells what is to be reached."""

from tests.making import page

TITLE = "青石县2023年重点工作任务清单"


def test_behind_names_it_is_the_requirement():
    made = page(
        TITLE,
        [
            ["工作名称", "目标任务", "责任单位"],
            ["城区绿化", "新建公园3处", "县住建局"],
            ["河道治理", "治理河道5条", "县水利局"],
        ],
    )
    assert [(i.title, i.requirement, len(i.children)) for i in made.schemes[0].items] == [
        ("城区绿化", "新建公园3处", 0),
        ("河道治理", "治理河道5条", 0),
    ]


def test_alone_or_before_measures_it_is_the_name():
    for table in (
        [["序号", "目标任务", "责任单位"], ["1", "新建公园3处", "县住建局"], ["2", "治理河道5条", "县水利局"]],
        [
            ["目标任务", "工作措施", "责任单位"],
            ["新建公园3处", "落实用地", "县住建局"],
            ["治理河道5条", "清淤", "县水利局"],
        ],
    ):
        assert [i.title for i in page(TITLE, table).schemes[0].items] == ["新建公园3处", "治理河道5条"]


def test_over_several_rows_it_is_a_level_as_before():
    made = page(
        TITLE,
        [
            ["工作名称", "目标任务", "责任单位"],
            ["城区绿化", ("新建公园3处", 2, 1), "县住建局"],
            ["河道治理", "县水利局"],
        ],
    )
    assert [c.title for c in made.schemes[0].items[0].children] == ["新建公园3处"]
