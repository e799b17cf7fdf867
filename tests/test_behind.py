"""The body that goes on behind a table, and what signs a notice below one."""

import pytest

from tests.making import codes, notice

BEFORE = "望川县护林考核办法\n一、考核对象\n各乡镇。\n二、考核内容\n"
CELLS = [
    "序号",
    "考核项目",
    "考核内容",
    "分值",
    "1",
    "组织领导",
    "成立领导小组",
    "40",
    "2",
    "巡护",
    "按月巡护并记录",
    "60",
]
BEHIND = "三、考核程序\n考核由县林业局组织。\n（一）自查。各乡镇于11月底前完成。\n四、结果运用\n作为评先依据。\n"
SIGNED = "望川县林业局\n2021年3月5日\n"


@pytest.mark.parametrize("divider", ["\n", "\t", "|"])
def test_headings_that_go_on_with_the_bodys_numbers_are_no_rows(divider):
    rows = [divider.join(CELLS[i : i + 4]) for i in range(0, len(CELLS), 4)]
    made = notice(BEFORE + "\n".join(rows) + "\n" + BEHIND + SIGNED)
    assert [(s.marker, s.title) for s in made.sections] == [
        ("一、", "考核对象"), ("二、", "考核内容"), ("三、", "考核程序"), ("四、", "结果运用"),
    ]  # fmt: skip
    assert [(i.title, int(i.points.value)) for i in made.schemes[0].items] == [("组织领导", 40), ("巡护", 60)]
    assert (made.issuer, str(made.issued_on), made.coverage) == ("望川县林业局", "2021-03-05", 1.0)


def test_a_table_that_counts_as_its_body_does():
    own = "考核项目\n考核内容\n分值\n一、组织领导\n成立领导小组\n40\n二、巡护\n按月巡护并记录\n60\n"
    made = notice(BEFORE + own + "三、考核程序\n考核由县林业局组织。\n")
    assert [i.title for i in made.schemes[0].items] == ["组织领导", "巡护"]
    more = notice(BEFORE + own + "三、宣传工作\n办好宣传周\n20\n")
    assert [i.title for i in more.schemes[0].items] == ["组织领导", "巡护", "宣传工作"]


def test_names_and_a_day_below_cells_sign_the_notice():
    made = notice("望川县护林考核表\n" + "\n".join(CELLS) + "\n" + SIGNED)
    assert (made.issuer, str(made.issued_on), codes(made)) == ("望川县林业局", "2021-03-05", ["structure_inferred"])
    dated = notice("望川县护林任务清单\n任务\n责任单位\n完成时限\n编制名录\n县林业局\n2021年3月5日\n")
    assert (dated.issued_on, [u.name for u in dated.schemes[0].items[0].responsible]) == (None, ["县林业局"])
