"""A chapter's heading with its full marks, printed at the end of the paragraph before it."""

import pytest

from tests.making import codes, notice
from tests.making import outline as tree

BELOW = "1.大课间管理。现场督促学生参加。（60分）\n2.班会课。每周一次，主题明确。（40分）\n（二）每日考核（100分）\n1.出勤。按时到校。（100分）\n"
ITEMS = [
    ("（一）", "常规考核", 100, [("1.", "大课间管理", 60), ("2.", "班会课", 40)]),
    ("（二）", "每日考核", 100, [("1.", "出勤", 100)]),
]


@pytest.mark.parametrize("between", ["", " ", "（不含加分）", "（不含加分） "])
def test_it_opens_an_item_of_its_own(between):
    made = notice(
        f"望川县班主任考核办法\n一、考核内容\n考核包括两部分，各为100分。{between}（一）常规考核（100分）\n{BELOW}"
    )
    assert tree(made.schemes[0].items) == [("一、", "考核内容", None, ITEMS)]
    assert "marks_untaken" not in codes(made)


def test_one_that_goes_on_from_the_paragraphs_own_number():
    words = "一、考核对象。各乡镇、各部门。二、考核内容（100分）\n1.制度。未建立扣5分。（60分）\n2.台账。不全扣2分。（40分）\n"
    (item,) = notice(f"望川县档案工作考核办法\n{words}").schemes[0].items
    assert (item.marker, item.title, int(item.points.value), len(item.children)) == ("二、", "考核内容", 100, 2)


@pytest.mark.parametrize(
    "paragraph",
    [
        "1.按照附表（一）常规考核（100分）逐项打分。",
        "1.常规考核按办法执行。见表（一）常规考核（100分）的规定。",
        "1.常规考核。由教导处（一）常规考核（100分）",
        "（二）常规考核分两部分。（一）出勤（60分）",
    ],
)
def test_what_is_cited_or_counts_otherwise_stays(paragraph):
    made = notice(f"望川县班主任考核办法\n一、考核内容（200分）\n{paragraph}\n2.台账。不全扣2分。（40分）\n")
    assert not any(i.title in ("常规考核", "出勤") and i.marker == "（一）" for i in made.schemes[0].items[0].children)
