"""Outline markers, and what only looks like one."""

import pytest

from extractors.markers import FAMILIES, bare_number, split_marker
from tests.making import notice, outline, text


@pytest.mark.parametrize(
    ("family", "example"), [(f, e) for f in FAMILIES for e in f.examples], ids=lambda x: str(x)[:12]
)
def test_every_example_is_of_its_family(family, example):
    marker, _ = split_marker(text(example if example.endswith(")") else example + "加强公开"))
    assert marker is not None
    assert marker.family.startswith(family.name)


@pytest.mark.parametrize(
    ("line", "marker", "ordinal", "rest"),
    [("一、围绕", "一、", 1, "围绕"), ("（十二）加强", "（十二）", 12, "加强"), ("(二) 助力", "(二)", 2, "助力"), ("1.用权公开", "1.", 1, "用权公开"),
     ("12、加强", "12、", 12, "加强"), ("１．查看", "１．", 1, "查看"), ("③检查", "③", 3, "检查"), ("第三条 本办法", "第三条", 3, "本办法"),
     ("2.3.1 制度", "2.3.1", 1, "制度"), ("1 .查看", "1 .", 1, "查看"), ("★3.查看", "★3.", 3, "查看"),
     ("1﹒查看", "1﹒", 1, "查看"), ("12﹒2023年起", "12﹒", 12, "2023年起"), ("三﹑巩固", "三﹑", 3, "巩固"), ("2﹒3﹒1 制度", "2﹒3﹒1", 1, "制度")],
)  # fmt: skip
def test_markers_are_cut_off_as_printed(line, marker, ordinal, rest):
    found, after = split_marker(text(line))
    assert (found.text.chars, found.ordinal, after.chars) == (marker, ordinal, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2020年底前完成",
        "1.5分",
        "1﹒5分",
        "26个领域",
        "一键办理",
        "1、2年级学生",
        "3、24号楼",
        "一件不完备扣2分",
        "一人次不合格扣2分（55分）",
        "二人以上缺席减5分",
        "三大攻坚战",
        "11月底前",
        "100分",
        "一体化建设",
        "第三方评估",
        "十四五规划",
        "(公众端)平台",
    ],
)
def test_numbers_inside_sentences_are_no_markers(line):
    assert split_marker(text(line))[0] is None


def test_bare_numbers_are_markers_only_alone():
    assert bare_number(text("11")).ordinal == 11
    assert bare_number(text("2.3")).ordinal == 3
    assert bare_number(text("11月")) is None


def test_romans_with_a_number_are_codes_of_a_level_each():
    found = [split_marker(text(line))[0] for line in ("Ⅰ—1组织领导", "Ⅱ-3 机构建设", "III-12、制度")]
    assert [(m.family, m.rank, m.ordinal, m.text.chars) for m in found] == [
        ("codeⅠ", 1, 1, "Ⅰ—1"), ("codeⅡ", 2, 3, "Ⅱ-3"), ("codeIII", 3, 12, "III-12、"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["Ⅰ-1", "Ⅱ-3至Ⅱ-5为附加指标", "III-12%", "Ⅳ级响应", "II-1型设备"])
def test_romans_that_are_no_codes(line):
    marker, _ = split_marker(text(line))
    assert marker is None or not marker.family.startswith("code")


def test_dotted_codes_are_a_level_below_their_own():
    made = notice(
        "松岭县消防考核细则\nA1.责任落实（30分）\nA1.1 领导责任（10分）：少研究1次扣2分\nA1.2 监管责任（20分）：未制定扣5分\n"
        "A2.隐患治理（70分）\nA2.1 挂牌（70分）：未挂牌1处扣5分\n"
    )
    assert outline(made.schemes[0].items) == [
        ("A1.", "责任落实", 30, [("A1.1", "领导责任", 10), ("A1.2", "监管责任", 20)]),
        ("A2.", "隐患治理", 70, [("A2.1", "挂牌", 70)]),
    ]


@pytest.mark.parametrize("line", ["A1.5万元以上的项目", "B2.5级", "A1.1.1制度"])
def test_figures_behind_a_letter_are_no_dotted_codes(line):
    assert split_marker(text(line))[0] is None


def test_marks_may_stand_between_a_dotted_number_and_its_words():
    made = notice(
        "松岭县消防考核细则\n一、责任落实（20分）\n1.1 5分 成立专班\n1.2 15分 制定方案，缺1项扣2分\n二、隐患治理（80分）\n2.1 80分 按时整改\n"
    )
    assert outline(made.schemes[0].items) == [
        ("一、", "责任落实", 20, [("1.1", "成立专班", 5), ("1.2", "制定方案，缺1项扣2分", 15)]),
        ("二、", "隐患治理", 80, [("2.1", "按时整改", 80)]),
    ]


@pytest.mark.parametrize("line", ["1.1 5分钟内到场", "1.1 5分以上", "3.5 5分制计分", "1.5 3分", "1.5分"])
def test_figures_before_others_are_no_dotted_numbers(line):
    assert split_marker(text(line))[0] is None
