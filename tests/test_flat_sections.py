"""Sections of a table of one cell a line: below the name of each, the header is printed again."""

import pytest

from tests.making import codes, notice, outline

HEADER = ("序号", "考核内容", "标准分", "扣分办法")
FIRST = (("1", "渠道清淤", "10", "淤塞每处扣1分"), ("2", "闸门完好", "30", "损坏每处扣2分"))
SECOND = (("1", "水费收缴", "35", "少收一户扣3分"), ("2", "台账齐全", "25", "缺一本扣2分"))


def _notice(*parts, end=""):
    lines = ["松岭县灌区管护考核表"]
    for name, rows in parts:
        lines += [name, *HEADER, *(cell for row in rows for cell in row)]
    return notice("\n".join(lines) + f"\n{end}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("（一）工程管护（40分）", "（二）用水管理（60分）"),
        ("一、工程管护", "二、用水管理"),
        ("工程管护（40分）", "用水管理（60分）"),
        ("工程管护", "用水管理"),
    ],
)
def test_their_names_stand_over_their_rows(one, other):
    made = _notice((one, FIRST), (other, SECOND))
    worth = (40, 60) if "40" in one else (None, None)
    ((_, name, points, rows), (_, name2, points2, rows2)) = outline(made.schemes[0].items)
    assert (name, name2, points, points2) == ("工程管护", "用水管理", *worth)
    assert rows == [("1", "渠道清淤", 10), ("2", "闸门完好", 30)]
    assert rows2 == [("1", "水费收缴", 35), ("2", "台账齐全", 25)]
    assert (len(made.schemes), set(codes(made)), made.coverage) == (1, {"structure_inferred"}, 1.0)


def test_a_header_that_a_page_repeats_has_no_name_above_it():
    lines = ["松岭县灌区管护考核表", *HEADER, *(c for r in FIRST for c in r), *HEADER, *(c for r in SECOND for c in r)]
    assert [i.level for i in notice("\n".join(lines) + "\n").schemes[0].items] == [1, 1, 1, 1]


def test_whole_schemes_stay_apart():
    made = _notice(("一、乡镇考核表（100分）", FIRST), ("二、部门考核表（100分）", SECOND))
    assert not any(item.title in ("乡镇考核表", "部门考核表") for scheme in made.schemes for item in scheme.items)
