"""What an item is for the sum of marks, and the places that say so."""

import pytest

from extractors.natures import nature_of_cases, nature_of_list
from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import codes, flatten, notice, page

HEADER = ["序号", "考核内容", "分值", "评分标准"]
ROWS = [["1", "经验推广", "3", "在省级推广加3分"], ["2", "获得表彰", "2", "获省级表彰加2分"]]


def natures(made):
    return [i.nature for s in made.schemes for i in flatten(s.items)]


def above(*lines):
    cells = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in [HEADER, *ROWS])
    words = f"<html><body><h1>青石县2023年考核细则</h1>{''.join(f'<p>{x}</p>' for x in lines)}<table>{cells}</table></body></html>"
    return convert_document(read(words.encode(), "made.html"))


@pytest.mark.parametrize("line", ["二、加分事项", "加分项", "附件2：加分项目表", "附表2：加分项评分表", "奖励加分"])
def test_a_table_s_title_says_what_its_items_are(line):
    made = above(line)
    assert natures(made) == ["bonus", "bonus"]
    assert made.coverage == 1


@pytest.mark.parametrize(
    ("title", "nature"),
    [
        ("青石县2023年考核加分细则", "bonus"),
        ("青石县2023年加分项目表", "bonus"),
        ("青石县2023年减分事项清单", "deduction"),
        ("青石县2023年扣分标准（试行）", "deduction"),
        ("青石县2023年一票否决事项清单", "veto"),
        ("青石县2023年加减分细则", None),
        ("青石县2023年加扣分标准", None),
        ("青石县2023年加分和扣分标准", None),
        ("青石县2023年考核评分标准", None),
        ("青石县2023年奖励资金分配表", None),
    ],
)
def test_a_list_s_title_says_what_is_in_it_where_it_names_one_kind(title, nature):
    assert nature_of_list(title.replace("（", "(").replace("）", ")")) == nature
    assert natures(page(title, [HEADER, *ROWS])) == [nature or "base"] * 2


def test_a_row_may_be_named_after_its_kind_whatever_its_header():
    made = page(
        "青石县2023年考核细则",
        [
            HEADER,
            ["1", "支部建设", "90", "少一次扣2分"],
            ["2", "加分项", "5", "经验推广加2分"],
            ["3", "扣分项", "5", "被通报扣1分"],
            ["4", "一票否决", "", "发生重大事故"],
        ],
    )
    assert natures(made) == ["base", "bonus", "deduction", "veto"]
    assert "points_missing" not in codes(made)


def test_a_bracket_a_prefix_a_remark_or_a_column_of_classes_says_it():
    made = page(
        "青石县2023年考核细则",
        [
            ["序号", "考核项目", "指标性质", "分值", "评分标准", "备注"],
            ["1", "支部建设", "基础指标", "80", "少一次扣2分", ""],
            ["2", "科技创新（加分项）", "", "5", "经验推广加2分", ""],
            ["3", "加分项：改革创新", "", "5", "经验推广加2分", ""],
            ["4", "债务风险", "", "5", "被通报扣1分", "扣分项"],
            ["5", "信访稳定", "扣分指标", "5", "被通报扣1分", ""],
            ["6", "安全生产（一票否决）", "", "", "发生重大事故", ""],
            ["7", "招商引资", "", "5", "未完成扣1分", "未完成的不得加分"],
            ["8", "宣传（含加分项）", "", "5", "未完成扣1分", ""],
        ],
    )
    assert natures(made) == ["base", "bonus", "bonus", "deduction", "deduction", "veto", "base", "base"]


def test_chapters_below_a_table_s_notes_are_no_notes():
    made = notice(
        "青石县2023年乡镇工作考核细则\n\n序号\t考核内容\t分值\n1\t支部建设\t40\n2\t党员教育\t60\n\n"
        "备注：1.本表由组织部负责解释。\n2.考核每年一次。\n二、加分项：获省级表彰加3分。\n三、扣分项：被通报扣2分。\n"
    )
    assert made.schemes[0].notes == ("1.本表由组织部负责解释。", "2.考核每年一次。")
    assert [(s.marker, s.nature, [r.effect for r in s.scoring_rules]) for s in made.sections] == [
        ("二、", "bonus", ["add"]),
        ("三、", "deduction", ["deduct"]),
    ]


def test_notes_that_count_like_chapters_stay_notes():
    made = notice(
        "青石县2023年乡镇工作考核细则\n\n序号\t考核内容\t分值\n1\t支部建设\t40\n2\t党员教育\t60\n\n"
        "备注：一、本表由组织部负责解释。\n二、考核每年一次。\n"
    )
    assert len(made.schemes[0].notes) == 2


NEUTRAL = [
    ["考核项目", "考核内容", "分值", "评分标准"],
    ["林长履职", "按时巡林", "40", "未巡林扣5分"],
    ["资源管护", "无违规采伐", "60", "每起扣1分"],
]


def told(*rows, title="望川县2022年林长制考核细则"):
    made = page(title, [*NEUTRAL, *map(list, rows)])
    found = [finding.message for finding in made.findings if finding.pointer.endswith("/nature")]
    return [item.nature for item in flatten(made.schemes[0].items)][2:], len(found)


@pytest.mark.parametrize("name", ["其他", "其它事项", "附加", "附加项", "补充内容"])
def test_rules_tell_what_a_neutral_heading_is(name):
    assert told([name, "获得表彰", "", "省级表彰加2分，市级加1分，最高加5分"]) == (["bonus"], 1)
    assert told([name, "经验推广", "5", "推广一篇加1分"]) == (["bonus"], 1)
    assert told([name, "舆情处置", "", "被通报一次扣2分"]) == (["deduction"], 1)


def test_rules_tell_what_a_group_with_a_neutral_heading_is():
    group = [("其他", 2, 1), "获得表彰", "", "省级表彰加2分"], ["经验推广", "", "推广一篇加1分"]
    assert told(*group) == (["bonus"] * 3, 1)
    assert told([("其他", 2, 1), "获得表彰", "5", "省级表彰加2分"], ["经验推广", "5", "推广一篇加1分"]) == (
        ["bonus"] * 3,
        1,
    )
    mixed = [("其他", 2, 1), "获得表彰", "", "省级表彰加2分"], ["舆情处置", "", "被通报扣3分"]
    assert told(*mixed) == (["base", "bonus", "deduction"], 2)


def test_what_others_do_not_come_to_the_whole_without_stays_base():
    made = page(
        "望川县2022年林长制考核细则",
        [NEUTRAL[0], ["林长履职", "按时巡林", "90", "未巡林扣5分"], ["其他", "信息报送", "10", "报送一篇加1分"]],
    )
    assert natures(made) == ["base", "base"]
    assert told(["其他", "信息报送", "10", "迟报一次扣1分"]) == (["base"], 0)
    assert told(["其他", "舆情处置", "", "被通报扣2分，处置得当加1分"]) == (["base"], 0)
    assert told(["其他", "临时工作", "", "按要求完成"]) == (["base"], 0)
    assert told(["其他工作成效评价", "获得表彰", "", "省级表彰加2分"]) == (["base"], 0)


def test_marks_taken_besides_a_stated_total_are_a_deduction():
    rows = [NEUTRAL, ["其他", "舆情处置", "10", "被通报一次扣2分"]]
    made = page("望川县2022年林长制考核细则", [*rows[0], rows[1], ["总分", "", "100", ""]])
    assert natures(made) == ["base", "base", "deduction"]


@pytest.mark.parametrize("name", ["加减分", "加减分项", "加分、扣分项", "奖惩", "奖励与处罚"])
def test_rules_tell_apart_what_stands_below_a_heading_of_both_kinds(name):
    rows = (
        [(name, 3, 1), "获得表彰", "3", "省级表彰加3分"],
        ["舆情处置", "", "被通报扣2分"],
        ["信访", "", "化解加1分，积压扣1分"],
    )
    assert told(*rows) == (["base", "bonus", "deduction", "base"], 2)


def rewarded(name, *lines):
    words = ["青石县2023年考核方案", "一、党建（60分）", "二、发展（40分）", f"三、{name}", *lines]
    return notice("\n".join(words) + "\n")


@pytest.mark.parametrize("name", ["考核等次及奖励", "奖励", "等次与奖励", "考核奖励", "奖励标准"])
def test_rewards_in_money_are_neither_marks_nor_work(name):
    made = rewarded(name, "1.年终排在前三名的，奖励经费3万元。", "2.优先推荐评选先进。")
    assert [item.title for item in made.schemes[0].items] == ["党建", "发展"]
    assert [(s.title, s.nature) for s in made.sections] == [(name, "base")]


@pytest.mark.parametrize("name", ["奖励", "考核奖励", "奖励（5分）"])
def test_rewards_in_marks_are_a_bonus(name):
    made = rewarded(name, "1.获省级表彰的，加2分。", "2.获市级表彰的，加1分。")
    assert [item.nature for item in made.schemes[0].items] == ["base", "base", "bonus"]


@pytest.mark.parametrize("name", ["考核办法", "考评办法"])
def test_how_it_is_done_stays_out_though_it_names_a_day(name):
    made = rewarded(name, "1.采取查资料、看现场的方式进行。", "2.由县办负责，于2023年12月20日前完成。")
    assert [item.title for item in made.schemes[0].items] == ["党建", "发展"]
    assert [s.title for s in made.sections] == [name]


def test_how_it_is_done_with_rules_on_marks_is_work():
    made = rewarded("考核办法", "1.未按时报送的，每次扣2分。", "2.弄虚作假的，扣5分。")
    assert [item.title for item in made.schemes[0].items] == ["党建", "发展", "考核办法"]


def test_how_it_is_done_with_marks_is_work():
    made = rewarded("考核办法（100分）", "1.查资料（60分）", "2.看现场（40分）")
    assert [item.title for item in made.schemes[0].items][-1] == "考核办法"


LISTED = """青石县村级班子考核办法
第一章 考核内容
第一条 支部建设（60分）
第二条 乡村治理（40分）
第二章 加分和扣分
第三条 {}：
（一）第一种情形的；
（二）第二种情形的。
"""


@pytest.mark.parametrize(
    ("heading", "nature"),
    [
        ("有下列情形之一的，予以加分，累计不超过5分", "bonus"),
        ("对下列成绩给予加分", "bonus"),
        ("出现以下问题的，酌情扣分", "deduction"),
        ("有下列行为之一的予以减分", "deduction"),
        ("有以下情况之一的，实行“一票否决”，直接定为“不合格”等次", "veto"),
        ("有下列情形之一的，取消评优资格", "veto"),
        ("有下列情形之一的，不予加分", "base"),
        ("有下列情形之一的，予以加分或扣分", "base"),
        ("除下列情形外，予以扣分", "base"),
        ("得分在60分以下的，定为不合格", "base"),
        ("下列工作由镇党委组织", "base"),
    ],
)
def test_a_sentence_over_a_list_says_what_the_cases_in_it_are(heading, nature):
    made = notice(LISTED.format(heading))
    item = made.schemes[0].items[1].children[0]
    assert [item.nature, *(child.nature for child in item.children)] == [nature] * 3


def test_cases_below_full_marks_are_the_marks_own():
    made = notice(
        "青石县村级班子考核细则\n一、支部建设（60分）\n（一）有下列情形之一的，予以扣分：\n1.无计划的；\n2.无总结的。\n二、乡村治理（40分）\n"
    )
    assert set(natures(made)) == {"base"}


MARKED = (
    "青石县窗口考核办法\n一、日常管理\n1、到岗情况。按时到岗，得20分，缺岗每次扣3分。\n2、收件管理。按规定收件，得15分，漏收每件扣2分。\n"
    "3、收费管理。按标准收费，得10分，多收每次扣5分。\n{}\n三、结果运用\n考核结果每季度通报，作为年度评先的依据。\n"
)


@pytest.mark.parametrize(
    ("section", "nature"),
    [
        ("二、一票否决事项\n巡护员弄虚作假被通报的，取消评先资格。", "veto"),
        ("二、加分事项\n经验被市级以上媒体推广的，酌情加分。", "bonus"),
    ],
)
def test_a_section_named_after_its_kind_belongs_to_indicators_without_full_marks(section, nature):
    made = notice(MARKED.format(section))
    assert [(i.title, i.nature) for i in made.schemes[0].items] == [
        ("日常管理", "base"),
        (section.split("\n")[0][2:], nature),
    ]
    assert [s.title for s in made.sections] == ["结果运用"]


def test_rewards_beside_such_indicators_stay_a_section():
    made = notice(MARKED.format("二、奖励措施\n对优秀窗口予以通报表扬并发放奖金。"))
    assert [i.title for i in made.schemes[0].items] == ["日常管理"]


def test_a_heading_of_both_kinds_over_points_that_say_which_is_one_of_the_indicators():
    made = notice(
        "青石县2023年考核方案\n一、党建（60分）\n二、发展（40分）\n三、奖惩\n"
        "1.加分：受市级表彰的，每项加2分。\n2.扣分：被通报的，每次扣1分。\n"
    )
    assert [(item.title, len(item.children)) for item in made.schemes[0].items][-1] == ("奖惩", 2)
    assert [item.nature for item in made.schemes[0].items[-1].children] == ["bonus", "deduction"]


@pytest.mark.parametrize(
    "points", ["1.加分：另行规定。\n2.扣分：另行规定。\n", "1.表彰：前三名通报表扬。\n2.惩处：末位约谈。\n"]
)
def test_points_on_procedure_are_not(points):
    made = notice(f"青石县2023年考核方案\n一、党建（60分）\n二、发展（40分）\n三、奖惩\n{points}")
    assert [section.title for section in made.sections] == ["奖惩"]


@pytest.mark.parametrize(
    ("name", "nature"),
    [
        ("奖励积分", "bonus"), ("惩戒积分", "deduction"), ("扣减积分项目", "deduction"), ("直接判定不合格情形", "veto"),
        ("直接评为不合格的情形", "veto"), ("积分兑换", "base"), ("合格判定", "base"), ("不合格产品处置", "base"),
    ],
)  # fmt: skip
def test_headings_of_points_of_an_account_and_of_failing_outright(name, nature):
    made = notice(
        f"云溪县积分管理细则\n一、巡护（100分）\n1、走访（100分）\n二、{name}\n1、被投诉查实的，每次5分。\n2、弄虚作假的，每次10分。\n"
    )
    assert [i.nature for s in made.schemes for i in s.items if i.title == name] in ([nature], [])


@pytest.mark.parametrize(
    ("sentence", "nature"),
    [
        ("有下列情形之一的,考核结果为不合格:", "veto"),
        ("有下列情形之一的,年度考核等次为“不称职”:", "veto"),
        ("有下列情形之一的,公布考核结果:", None),
    ],
)
def test_a_result_over_cases_decides_alone(sentence, nature):
    assert nature_of_cases(sentence) == nature
