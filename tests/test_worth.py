"""A heading's full marks and its share of the whole, side by side at its end."""

import pytest

from tests.making import codes, flatten, notice

WORDS = "松岭县2026年法治考核细则\n一、考核内容\n（一）{}{}\n（二）普法宣传（50分）\n1.落实普法责任制（50分）。未落实不得分。\n"
BELOW = "\n1.执法公示（60分）。少一次扣1分。"


def _read(heading, below):
    made = notice(WORDS.format(heading, below))
    item = flatten(made.schemes[0].items)[1]
    amounts = [int(amount.value) if amount is not None else None for amount in (item.points, item.weight)]
    assert not {"unparsed_text", "marks_untaken"} & set(codes(made))
    return item.title, *amounts


@pytest.mark.parametrize("below", ["", BELOW])
@pytest.mark.parametrize(
    "heading",
    [
        "依法行政 权重40%（60分）",
        "依法行政，权重40%，60分",
        "依法行政（权重40%）（60分）",
        "依法行政（60分）权重40%",
        "依法行政（60分）（权重：40%）",
        "依法行政（权重40%，60分）",
        "依法行政（权重：40%；分值：60分）",
        "依法行政，占总分的40%（60分）",
        "依法行政（总分60分，占年度考核40%）",
        "依法行政（60分×40%）",
    ],
)
def test_both_are_read(heading, below):
    assert _read(heading, below) == ("依法行政", 60, 40)


def test_a_share_alone():
    assert _read("依法行政 权重40%", BELOW) == ("依法行政", None, 40)


@pytest.mark.parametrize("name", ["清洁能源占比40%", "绿化覆盖率达40%", "技能人才所占比例40%"])
def test_a_goal_beside_full_marks_is_no_share(name):
    assert _read(f"{name}（60分）", BELOW) == (name, 60, None)
