"""Flattened tables with narrow columns: headers and names broken over lines, and words that begin a list of their own."""

import pytest

from tests.making import flatten, notice

TITLE = "2023年青石县机关效能建设考核评分细则"
HEADER = ["指标", "类别", "指标", "内容", "分值", "评分标准", "得分"]
GROUPS = [
    "作风", "纪律", "（30分）", "1.按时到岗，不擅离职守。", "10", "脱岗的每次扣1分。", "2.执行请销假制度。", "20", "未请假的每次扣2分。",
    "政务", "服务", "（40分）", "3.限时办结率达到100%。", "40", "每降低1个百分点扣1分。",
    "督查", "落实", "（30分）", "4.交办事项按期反馈。", "15", "逾期未反馈的每件扣3分。", "5.整改到位。", "15", "整改不到位的每项扣5分。",
]  # fmt: skip
MORE = ["加分项", "（最多5分）", "获市级以上表彰的，每项加1分。", "扣分项", "（最多8分）", "被通报批评的，每次扣2分。"]


def made(*cells):
    return notice("\n".join([TITLE, *cells]) + "\n").schemes


def names(schemes):
    return [(i.title, i.points and int(i.points.value), len(i.children)) for i in schemes[0].items]


def test_headers_and_names_that_a_narrow_column_broke():
    schemes = made(*HEADER, *GROUPS)
    assert [c.header for c in schemes[0].columns] == ["指标类别", "指标内容", "分值", "评分标准", "得分"]
    assert names(schemes)[:1] == [("作风纪律", 30, 2)]
    assert [i.title for i in schemes[0].items] == ["作风纪律", "政务服务", "督查落实"]
    assert sum(int(i.points.value) for i in flatten(schemes[0].items) if not i.children) == 100


@pytest.mark.parametrize("header", [["考核", "项目", "考核", "内容"], ["检查", "项目", "检查", "内容"]])
def test_other_headers_whose_first_halves_are_alike(header):
    schemes = made(*header, "分值", "评分标准", *GROUPS)
    assert [c.header for c in schemes[0].columns][:2] == ["".join(header[:2]), "".join(header[2:])]


def test_two_groups_of_columns_stay_apart():
    cells = ["甲项", "5", "乙项", "6", "丙项", "7", "丁项", "8"]
    schemes = made("指标", "分值", "指标", "分值", *cells)
    assert [c.header for s in schemes for c in s.columns] in ([], ["指标", "分值", "指标", "分值"])


def test_names_of_two_columns_stay_two():
    schemes = made(
        "一级指标", "二级指标", "分值", "评分标准",
        "作风", "纪律（30分）", "30", "脱岗的每次扣1分。", "政务", "服务（70分）", "70", "逾期的每件扣3分。",
    )  # fmt: skip
    assert [i.title for i in schemes[0].items] == ["作风", "政务"]


def test_a_whole_name_says_that_none_is_broken():
    schemes = made(
        "指标类别", "指标内容", "分值", "评分标准", "作风纪律", "（30分）", "1.按时到岗。", "30", "脱岗的每次扣1分。", "各镇", "服务", "（70分）",
        "2.限时办结。", "70", "逾期的每件扣3分。",
    )  # fmt: skip
    assert "各镇服务" not in [i.title for i in flatten(schemes[0].items)]


def test_words_that_name_a_kind_begin_what_they_name():
    schemes = made(*HEADER, *GROUPS, *MORE)
    *_, bonus, deduction = schemes[0].items
    assert [(i.title, i.nature) for i in (bonus, deduction)] == [("加分项", "bonus"), ("扣分项", "deduction")]
    assert [(r.effect, int(r.amount)) for r in deduction.scoring_rules] == [("cap", 8), ("deduct", 2)]
    assert [(r.effect, int(r.amount)) for r in bonus.scoring_rules] == [("cap", 5), ("add", 1)]
