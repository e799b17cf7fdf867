"""Cells of running numbers that hold words too: a name where no other cell has one, else told and kept."""

import pytest

from tests.making import codes, flatten, page

TITLE = "松岭县2026年河湖管理考核表"


def _read(*rows):
    made = page(TITLE, list(rows))
    return made, [(i.level, i.marker, i.title, i.requirement) for i in flatten(made.schemes[0].items)]


def test_words_behind_a_number_are_the_name_that_the_row_lacks():
    made, items = _read(
        ["序号", "考核项目", "考核内容", "分值"],
        ["1加强水源管护", "", "划定保护区，设立界碑。", "10"],
        ["2严查违规取水", "", "巡查每月不少于一次。", "20"],
        ["3", "落实管护人员", "聘用护河员。", "70"],
    )
    assert items == [
        (1, "1", "加强水源管护", "划定保护区，设立界碑。"),
        (1, "2", "严查违规取水", "巡查每月不少于一次。"),
        (1, "3", "落实管护人员", "聘用护河员。"),
    ]
    assert not made.schemes[0].items[0].extra
    assert "number_unread" not in codes(made)


def test_they_are_where_no_column_has_names():
    _, items = _read(
        ["序号", "考核内容", "分值"],
        ["1加强水源管护", "划定保护区，设立界碑。", "10"],
        ["2.严查违规取水", "巡查每月不少于一次。", "20"],
        ["三、落实管护人员", "聘用护河员。", "70"],
    )
    assert [title for _, _, title, _ in items] == ["加强水源管护", "严查违规取水", "落实管护人员"]
    assert [marker for _, marker, _, _ in items] == ["1", "2.", "三、"]


def test_they_are_below_a_name_merged_over_the_rows():
    _, items = _read(
        ["类别", "序号", "考核内容", "分值"],
        [("水源", 2, 1), "1加强水源管护", "划定保护区，设立界碑。", "10"],
        ["2严查违规取水", "巡查每月不少于一次。", "20"],
        ["河道", "3落实管护人员", "聘用护河员。", "70"],
    )
    assert [(level, title) for level, _, title, _ in items] == [
        (1, "水源"), (2, "加强水源管护"), (2, "严查违规取水"), (1, "河道"), (2, "落实管护人员"),
    ]  # fmt: skip


def test_they_count_anew_below_a_sections_name():
    _, items = _read(
        ["序号", "考核内容", "分值"],
        ["一、水源", "", ""],
        ["1加强管护", "划定保护区，设立界碑。", "10"],
        ["2严查取水", "巡查每月不少于一次。", "20"],
        ["二、河道", "", ""],
        ["1落实人员", "聘用护河员。", "70"],
    )
    assert [(level, marker, title) for level, marker, title, _ in items] == [
        (1, "一、", "水源"), (2, "1", "加强管护"), (2, "2", "严查取水"), (1, "二、", "河道"), (2, "1", "落实人员"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["2（必选）", "2县级"])
def test_words_beside_a_name_are_kept_and_told(number):
    made, items = _read(
        ["序号", "考核项目", "分值"],
        ["1", "加强水源管护", "10"],
        [number, "严查违规取水", "20"],
        ["3", "落实管护人员", "70"],
    )
    assert [title for _, _, title, _ in items] == ["加强水源管护", "严查违规取水", "落实管护人员"]
    assert made.schemes[0].items[1].extra == {"序号": number}
    found = next(f for f in made.findings if f.code == "number_unread")
    assert (found.severity, number in found.message, found.pointer) == ("warning", True, "/schemes/0/items/1")


@pytest.mark.parametrize("number", ["7加强水源管护", "2个月内完成", "2次以上违规"])
def test_words_behind_a_number_that_counts_no_rows_are_no_name(number):
    made, items = _read(
        ["序号", "考核内容", "分值"],
        ["1", "划定保护区，设立界碑。", "10"],
        [number, "巡查每月不少于一次。", "20"],
        ["3", "聘用护河员。", "70"],
    )
    assert [title for _, _, title, _ in items] == [None, None, None]
    assert "number_unread" in codes(made)


@pytest.mark.parametrize("number", ["否决项", "加分项", "A1", "1-2", "（二）", ""])
def test_numbers_codes_and_words_alone_are_as_before(number):
    made, _ = _read(
        ["序号", "考核项目", "分值"],
        ["1", "加强水源管护", "10"],
        [number, "严查违规取水", "20"],
        ["3", "落实管护人员", "70"],
    )
    assert "number_unread" not in codes(made)
