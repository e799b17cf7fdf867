"""Merged names that the next page says again over the rows that go on there."""

import pytest

from tests.making import codes, flatten, page

TITLE = "青石县2023年考核细则"
HEADER = ["考核项目", "考核内容", "分值", "评分标准"]
FIRST = [["备案", "10", "少一次扣1分"], ["公开", "10", "少一次扣1分"]]
SECOND = [["执法", "10", "少一次扣1分"], ["监督", "10", "少一次扣1分"]]
LAST = ["信访（60分）", "接访", "60", "少一次扣1分"]


def cut(name, *, header, number=False):
    """A group of two rows a page, its merged name on both."""
    begin = [("1", 2, 1)] if number else []
    pages = [[[*begin, (name, 2, 1), *rows[0]], rows[1]] for rows in (FIRST, SECOND)]
    head = [[*(["序号"] if number else []), *HEADER]]
    last = [*(["2"] if number else []), *LAST]
    return [*head, *pages[0], *(head if header else []), *pages[1], last]


@pytest.mark.parametrize("name", ["依法行政", "依法行政（40分）", "一、依法行政（40分）"])
@pytest.mark.parametrize("number", [False, True])
def test_a_name_said_again_below_a_repeated_header_is_one(name, number):
    made = page(TITLE, cut(name, header=True, number=number))
    assert [(i.title, len(i.children)) for i in made.schemes[0].items] == [("依法行政", 4), ("信访", 0)]
    assert made.coverage == 1
    assert "split_item_joined" in codes(made)
    assert not {"children_sum", "numbering_repeated", "unparsed_text"} & set(codes(made))


def test_so_it_is_in_a_second_table_without_a_header():
    rows = cut("依法行政（40分）", header=False)
    made = page(TITLE, rows[:3], rows[3:])
    assert [(i.title, len(i.children)) for i in made.schemes[0].items] == [("依法行政", 4), ("信访", 0)]


def test_amounts_merged_like_the_name_are_said_again_too():
    header = ["序号", "考核项目", "考核内容", "分值", "评分标准"]
    made = page(
        TITLE,
        [
            header,
            [("1", 2, 1), ("依法行政", 2, 1), "备案", ("40", 2, 1), "少一次扣1分"],
            ["公开", "少一次扣1分"],
            header,
            [("1", 2, 1), ("依法行政", 2, 1), "执法", ("40", 2, 1), "少一次扣1分"],
            ["监督", "少一次扣1分"],
            ["2", "信访", "接访", "60", "少一次扣1分"],
        ],
    )
    assert [(i.title, str(i.points.value), len(i.children)) for i in made.schemes[0].items] == [
        ("依法行政", "40", 4),
        ("信访", "60", 0),
    ]
    assert made.coverage == 1


def test_another_name_behind_a_page_s_end_is_another():
    rows = cut("依法行政（20分）", header=True)
    rows[4] = [("依法治理（20分）", 2, 1), *SECOND[0]]
    made = page(TITLE, rows)
    assert [i.title for i in made.schemes[0].items] == ["依法行政", "依法治理", "信访"]


def test_rows_of_one_name_that_say_the_same_stay_rows():
    made = page(TITLE, [["项目", "分值"], ["其他", "10"], ["项目", "分值"], ["其他", "20"], ["信访", "70"]])
    assert [str(i.points.value) for i in flatten(made.schemes[0].items)] == ["10", "20", "70"]
