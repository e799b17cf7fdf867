"""Sections of one scheme that each have a table of their own, and the outline that goes on below the tables."""

import pytest

from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import codes, notice, outline

HEADER = ["序号", "考核内容", "分值", "评分标准"]
PARTY = [["1", "理论学习", "20", "每少1次扣2分"], ["2", "基层组织", "40", "未整顿的扣10分"]]
ORDER = [["1", "矛盾化解", "25", "每低5%扣1分"], ["2", "安全生产", "15", "每起扣5分"]]
BONUS = ["三、加分项（不超过10分）", "1.获得国家级表彰加5分。", "2.获得省级表彰加3分。"]
TREE = [
    ("一、", "党的建设", 60, [("1", "理论学习", 20), ("2", "基层组织", 40)]),
    ("二、", "社会治理", 40, [("1", "矛盾化解", 25), ("2", "安全生产", 15)]),
    ("三、", "加分项", 10, [("1.", "获得国家级表彰加5分。", None), ("2.", "获得省级表彰加3分。", None)]),
]


def written(sign, *parts):
    lines = ["2023年某区街道综合考核办法"]
    for heading, rows in parts:
        lines += [heading, *(sign.join(row) for row in [HEADER, *rows])]
    return "\n".join([*lines, *BONUS]) + "\n"


@pytest.mark.parametrize("sign", ["\t", "|"])
def test_tables_below_headings_that_count_on_are_one_scheme_with_the_outline_behind_them(sign):
    made = notice(written(sign, ("一、党的建设（60分）", PARTY), ("二、社会治理（40分）", ORDER)))
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert made.schemes[0].items[2].nature == "bonus"
    assert (codes(made), made.coverage) == ([], 1.0)


def test_headings_of_whole_schemes_leave_them_apart():
    made = notice(written("|", ("一、乡镇（100分）", PARTY), ("二、县直部门（100分）", ORDER)))
    assert [(scheme.title, scheme.total and int(scheme.total.value)) for scheme in made.schemes[:2]] == [
        ("乡镇", 100), ("县直部门", 100),
    ]  # fmt: skip
    assert [i.title for i in made.schemes[2].items] == ["加分项"]


def test_numbers_that_do_not_go_on_begin_a_scheme_of_their_own():
    words = written("|", ("一、党的建设（60分）", PARTY), ("二、社会治理（40分）", ORDER))
    made = notice(words.replace("三、", "五、"))
    assert [[i.marker for i in scheme.items] for scheme in made.schemes] == [["一、", "二、"], ["五、"]]


def test_sections_with_their_marks_between_rows_that_spaces_divide():
    made = notice(
        "2022年度法治建设考核自评报告表\n考核指标 分值 考核内容 自评情况 自评得分\n"
        "一、组织保障 20\n1. 成立领导小组 10 明确分管领导 已成立，下发文件 10\n2. 制定年度计划 10 制定年度工作计划 已制定 9\n"
        "二、依法行政 80\n3. 规范性文件 50 严格落实审查制度 全部审查 48\n4. 行政执法 30 落实三项制度 已落实 28\n合计 100   95\n"
    )
    assert outline(made.schemes[0].items) == [
        ("一、", "组织保障", 20, [("1.", "成立领导小组", 10), ("2.", "制定年度计划", 10)]),
        ("二、", "依法行政", 80, [("3.", "规范性文件", 50), ("4.", "行政执法", 30)]),
    ]
    assert [i.self_score for part in made.schemes[0].items for i in part.children] == [10, 9, 48, 28]
    assert (codes(made), made.schemes[0].self_total) == ([], 95)


def test_parts_of_a_thousand_are_one_scheme_too():
    made = notice(written("|", ("一、党的建设（400分）", PARTY), ("二、社会治理（600分）", ORDER)))
    assert [[int(i.points.value) for i in scheme.items] for scheme in made.schemes] == [[400, 600, 10]]


def test_notes_below_an_outline_that_goes_on_are_the_schemes():
    words = written("|", ("一、党的建设（60分）", PARTY), ("二、社会治理（40分）", ORDER))
    made = notice(words + "注：1.由考核办评分。\n2.弄虚作假的，取消评优资格。\n")
    assert made.schemes[0].notes == ("1.由考核办评分。", "2.弄虚作假的，取消评优资格。")
    assert ([r.effect for r in made.schemes[0].scoring_rules], made.coverage) == (["veto"], 1.0)


NAMED = [("党的建设（60分）", PARTY), ("社会治理（40分）", ORDER)]


@pytest.mark.parametrize("sign", ["\t", "|"])
def test_headings_with_marks_and_no_number_are_sections_too(sign):
    made = notice(written(sign, *NAMED))
    assert [outline(scheme.items)[:2] for scheme in made.schemes[:1]] == [
        [(None, "党的建设", 60, TREE[0][3]), (None, "社会治理", 40, TREE[1][3])]
    ]
    assert "marks_untaken" not in codes(made)


def test_so_are_those_over_tables_of_a_page():
    def drawn(row):
        return "".join(f"<td>{cell}</td>" for cell in row)

    def table(rows):
        return "".join(f"<tr>{drawn(row)}</tr>" for row in [HEADER, *rows])

    tables = "".join(f"<p>{name}</p><table>{table(rows)}</table>" for name, rows in NAMED)
    made = convert_document(
        read(f"<!DOCTYPE html><html><body><h1>考核办法</h1>{tables}</body></html>".encode(), "m.html")
    )
    assert [(i.title, i.points and int(i.points.value)) for s in made.schemes for i in s.items] == [
        ("党的建设", 60), ("社会治理", 40),
    ]  # fmt: skip


@pytest.mark.parametrize("names", [("乡镇（100分）", "部门（100分）"), ("乡镇考核表（60分）", "部门考核表（40分）")])
def test_names_of_whole_schemes_or_of_tables_are_none(names):
    made = notice(written("|", *zip(names, (PARTY, ORDER), strict=True)))
    assert not any(i.title is not None and i.title.startswith(("乡镇", "部门")) for s in made.schemes for i in s.items)
