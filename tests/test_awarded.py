"""Full marks that only the rules of an item print, where they come to what stands over it."""

import pytest

from tests.making import codes, flatten, notice, page

HEAD = "青石镇护林员管理考核细则\n"


def marks(made):
    return [(i.marker, i.title, i.points and float(i.points.value)) for i in flatten(made.schemes[0].items)]


def told(made):
    return [(f.code, f.pointer) for f in made.findings if f.code.startswith("points_")]


def test_what_rules_award_is_the_full_mark_where_it_comes_to_the_whole():
    made = notice(
        f"{HEAD}一、巡护（10分）\n1.按月巡护林区的得6分，每少一次扣2分。\n2.做好巡护记录，记4分；否则，扣1-2分。\n3.瞒报火情的，每次扣5分。\n"
        "二、台账（5分）\n1.台账齐全，3分。\n2.专人管理台账，得2分。\n"
    )
    assert marks(made) == [
        ("一、", "巡护", 10), ("1.", None, 6), ("2.", None, 4), ("3.", None, None),
        ("二、", "台账", 5), ("1.", "台账齐全", 3), ("2.", None, 2),
    ]  # fmt: skip
    first = made.schemes[0].items[0].children[0]
    assert (first.points.raw, first.points.basis, first.requirement) == (
        "6分",
        "stated",
        "按月巡护林区的得6分，每少一次扣2分。",
    )
    assert told(made) == [("points_awarded", "/schemes/0/items/0"), ("points_awarded", "/schemes/0/items/1")]


def test_a_name_that_ends_in_what_is_given_for_it_loses_that():
    made = notice(
        f"{HEAD}一、巡护（7分）\n①林区巡护计3分。按月巡护计2分，记录齐全计1分。\n②台账管理计2分。缺项扣1分。\n③着装整齐的得2分。不整齐的扣1分。\n"
        "④受县级表彰的，每次加1分。\n"
    )
    assert marks(made)[1:] == [
        ("①", "林区巡护", 3),
        ("②", "台账管理", 2),
        ("③", "着装整齐的得2分", 2),
        ("④", None, None),
    ]


def test_a_limit_is_the_full_mark_where_it_comes_to_the_whole():
    made = notice(
        f"{HEAD}一、信息（20分）\n1.积极报送工作信息，最高得12分。\n2.主动公开护林动态，最高得8分。\n3.漏报的，最高扣5分。\n"
    )
    assert [points for _, _, points in marks(made)] == [20, 12, 8, None]


def test_the_total_of_all_is_what_the_top_comes_to():
    made = notice(
        f"{HEAD}考核实行百分制，总分100分。\n1.按月巡护林区的得60分，每少一次扣2分。\n2.做好巡护记录，得40分，缺一次扣1分。\n3.上报火情，漏报一次扣5分。\n"
    )
    assert [points for _, _, points in marks(made)] == [60, 40, None]


@pytest.mark.parametrize(
    "points",
    [
        "1.按月巡护林区的得6分，每少一次扣2分。\n2.做好巡护记录，得3分。\n",  # nine of ten
        "1.每报送一篇信息得6分。\n2.做好巡护记录，得4分。\n",  # for each
        "1.全部完成得6分，完成过半得3分。\n2.做好巡护记录，得4分。\n",  # by cases
        "1.县级表彰得6分。\n2.做好巡护记录，得4分。\n3.按要求报送的得满分。\n",  # one without a figure
        "1.巡护\n（1）按月巡护，得3分。\n2.做好巡护记录，得10分。\n",  # a part that has none
    ],
)
def test_what_does_not_come_to_the_whole_is_left_and_told(points):
    made = notice(f"{HEAD}一、巡护（10分）\n{points}")
    assert marks(made)[0] == ("一、", "巡护", 10)
    assert {points for _, _, points in marks(made)[1:]} == {None}
    assert "points_unstated" in codes(made)
    assert "points_awarded" not in codes(made)


def test_marks_that_are_only_given_besides_or_taken_are_no_full_marks():
    made = notice(
        f"{HEAD}一、巡护（10分）\n1.按月巡护，漏巡一次扣2分。\n2.受到表彰的，加10分。\n二、台账（10分）\n1.齐全（10分）\n"
    )
    assert [points for _, _, points in marks(made)] == [10, None, None, 10, 10]
    assert told(made) == []


def test_a_table_without_a_column_of_full_marks():
    rows = [["考核项目", "考核内容", "考核标准"], [("巡护（60分）", 2, 1), "按月巡护", "完成的得40分，少一次扣5分"], ["做好记录", "完整的得20分，缺一次扣1分"],
            [("台账（40分）", 2, 1), "台账齐全", "齐全的得30分"], ["专人管理", "落实的得10分"]]  # fmt: skip
    made = page("2023年望川县护林考核表", rows)
    assert [i.points and int(i.points.value) for i in flatten(made.schemes[0].items)] == [60, 40, 20, 40, 30, 10]
