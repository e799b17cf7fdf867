"""Tables and outlines that were run together in one paragraph, and prose that only looks like one."""

from itertools import pairwise

import pytest

from extractors.header_rows import headers_inside
from extractors.running import cell_cuts, marker_cuts
from tests.making import codes, flatten, notice, text

TITLE = "青山镇2023年平安建设考核评分表\n"


def rows(made):
    return [
        (i.marker, i.title or i.requirement, i.points and int(i.points.value), i.scoring)
        for i in flatten(made.schemes[0].items)
    ]


def test_a_table_in_one_paragraph_with_bare_points():
    made = notice(
        TITLE + "考核类别考核内容分值备注一、政策制度（20分）（1）各部门定期研究，纳入议事日程。10（2）建立管理机制。5"
        "（3）设立公示牌。5二、水资源保护（10分）（1）编制保护计划。6（2）完成年度计划。4\n"
    )
    assert rows(made) == [
        ("一、", "政策制度", 20, None), ("（1）", "各部门定期研究，纳入议事日程。", 10, None), ("（2）", "建立管理机制。", 5, None),
        ("（3）", "设立公示牌。", 5, None), ("二、", "水资源保护", 10, None), ("（1）", "编制保护计划。", 6, None),
        ("（2）", "完成年度计划。", 4, None),
    ]  # fmt: skip
    assert "structure_inferred" in codes(made)


def test_running_numbers_glued_to_points():
    made = notice(
        TITLE
        + "序号工作标准基础分评分标准备注1建立防火安全委员会。3未建立的不得分。查文件。2确定分管领导。5未确定的扣2分。查文件。"
        "3配备专职人员。12未配备的扣8分。查看现场。\n"
    )
    assert rows(made) == [
        ("1", "建立防火安全委员会。", 3, "未建立的不得分。"), ("2", "确定分管领导。", 5, "未确定的扣2分。"),
        ("3", "配备专职人员。", 12, "未配备的扣8分。"),
    ]  # fmt: skip
    assert [i.remarks for i in made.schemes[0].items] == ["查文件。", "查文件。", "查看现场。"]


def test_points_run_into_the_next_number():
    made = notice(
        TITLE + "考核项目考核内容分值一、值守（12分）1.落实值班制度。52.及时报告。7二、台账（8分）1.建立台账。8\n"
    )
    assert [(m, p) for m, _, p, _ in rows(made)] == [("一、", 12), ("1.", 5), ("2.", 7), ("二、", 8)]


def test_levels_by_letters():
    made = notice(
        TITLE
        + "一级指标二级指标三级指标考核要点得分A1组织领导（10分）B1机构（4分）C1成立领导小组（4分）未成立的不得分。"
        "B2制度（6分）C2建立制度（6分）未建立的不得分。A2宣传（5分）B3活动（5分）C3开展活动（5分）每少一次扣1分。\n"
    )
    assert [i.marker for i in flatten(made.schemes[0].items)] == ["A1", "B1", "C1", "B2", "C2", "A2", "B3", "C3"]
    assert [len(i.children) for i in made.schemes[0].items] == [2, 1]


def test_tasks_with_units_and_deadlines():
    made = notice(
        "青山镇2023年任务分解表\n序号工作任务责任单位完成时限1推进企业开办一日办结。镇市场监管所6月底前2开展不动产登记便利化。"
        "镇自然资源所持续推进3规范收费。镇财政所年底前\n"
    )
    assert [(i.marker, i.title, i.responsible[0].name, i.deadlines[0].kind) for i in made.schemes[0].items] == [
        ("1", "推进企业开办一日办结", "镇市场监管所", "date"),
        ("2", "开展不动产登记便利化", "镇自然资源所", "continuous"),
        ("3", "规范收费", "镇财政所", "date"),
    ]


def test_cells_divided_by_single_spaces():
    made = notice(
        TITLE
        + "序号 考核内容 评分规则 牵头单位 责任单位 一、水环境质量（60分） 1 断面水质达标（40分） 不达标的每月扣5分。 县水利局 各乡镇 "
        "2 黑臭水体整治（20分） 每发现一处扣2分。 县住建局 各乡镇\n"
    )
    (group,) = made.schemes[0].items
    assert [(c.marker, c.requirement, int(c.points.value)) for c in group.children] == [
        ("1", "断面水质达标", 40), ("2", "黑臭水体整治", 20),
    ]  # fmt: skip
    assert [u.role for u in group.children[0].responsible] == ["lead", "responsible"]


def test_an_outline_in_one_paragraph():
    made = notice(
        "青山县河道考核办法\n为规范管理，制定本办法。一、考核内容（100分）（一）组织保障（40分）成立机构的计20分。"
        "（二）日常巡查（60分）1、巡河（60分）：每少一次扣1分。二、考核方式。年底进行考核。三、附则。本办法自印发之日起施行。\n"
    )
    assert [(m, t, p) for m, t, p, _ in rows(made)] == [
        ("一、", "考核内容", 100), ("（一）", "组织保障", 40), ("（二）", "日常巡查", 60), ("1、", "巡河", 60),
    ]  # fmt: skip
    assert [s.title for s in made.sections] == [None, "考核方式", "附则"]


@pytest.mark.parametrize(
    "words",
    [
        "各单位要对重点工作任务落实情况进行督查。",
        "定期公开重点任务、民生实事项目的执行情况。",
        "将考核内容和分值向社会公布，责任单位应当及时整改。",
        "考核内容包括组织领导、制度建设。",
    ],
)
def test_words_for_columns_in_a_sentence_are_no_header(words):
    assert headers_inside(text(words)) is None


@pytest.mark.parametrize(
    "words",
    [
        "各单位要做到：（1）按时报送；（2）专人负责；（3）资料齐全，确保各项工作落到实处、取得实效，并及时总结经验。",
        "要坚持一、二、三产业融合发展，推动一、二级公路建设，完善基础设施，提升服务水平，增强发展后劲和群众获得感。",
        "1.落实责任。各单位要在5个工作日内办结，对2021年以来的12件信访事项逐一核查，85-89分为良好，90分以上为优秀。",
    ],
)
def test_an_enumeration_inside_a_paragraph_stays_text(words):
    made = notice(f"青山县2023年工作要点\n{words}\n")
    items = [*made.sections, *(i for s in made.schemes for i in s.items)]
    assert len(items) == 1


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("建立台账。10未建立的扣2分。", ["建立台账。", "10", "未建立的扣2分。"]),
        ("5个工作日内办结。共6项。", ["5个工作日内办结。", "共6项。"]),
        ("合格率95%以上。4", ["合格率95%以上。", "4"]),
        ("每次扣2分，扣完为止。3查看资料。", ["每次扣2分，扣完为止。", "3", "查看资料。"]),
        ("达到85分以上。6分未达到的不得分。", ["达到85分以上。", "6分", "未达到的不得分。"]),
    ],
)
def test_numbers_that_are_cells_and_numbers_that_count_something(words, pieces):
    whole = text(words)
    cuts = [0, *cell_cuts(whole, ["points"]), len(whole)]
    assert [whole.chars[a:b] for a, b in pairwise(cuts)] == pieces


def test_a_marker_goes_on_from_the_last_or_begins_with_one():
    whole = text("一、甲（5分）1.子。2.丑3.5万元。二、乙1.寅")
    assert [whole.chars[at : at + 2] for at, _ in marker_cuts(whole)] == ["一、", "1.", "2.", "二、", "1."]


def flat(*cells):
    made = notice("\n".join(cells) + "\n")
    return [
        (i.marker, i.title or i.requirement, i.points and int(i.points.value), i.self_score)
        for s in made.schemes
        for i in flatten(s.items)
    ], made


def test_serials_glued_to_the_points_before_them():
    made = notice(
        "青山县2023年考核表\n序号考核内容分值得分1道路有垃圾的,每处扣0.5分。42绿化带有垃圾的,每处扣0.5分。33公厕无人管理的,扣1分。34河面有漂浮物的,每处扣0.5分。5\n"
    )
    assert [(m, p) for m, _, p, _ in rows(made)] == [("1", 4), ("2", 3), ("3", 3), ("4", 5)]


def test_a_points_column_before_the_requirement():
    found, _ = flat(
        "水利工作考核评分表", "序号", "项目", "分值", "考核标准", "1", "防汛工作", "20", "建立健全防汛体系。", "2", "饮用水工作", "30",
        "完工率达100%。", "3", "河长制", "50", "每月巡河。",
    )  # fmt: skip
    assert found == [("1", "防汛工作", 20, None), ("2", "饮用水工作", 30, None), ("3", "河长制", 50, None)]


def test_a_title_that_ends_like_a_header_stands_above_the_table():
    _, made = flat(
        "水利工作考评标准",
        "序号",
        "项目",
        "分值",
        "评分标准",
        "1",
        "防汛工作",
        "20",
        "未建立扣1分。",
        "2",
        "巡河",
        "30",
        "未巡河扣1分。",
    )
    assert made.title == "水利工作考评标准"
    assert [c.role for c in made.schemes[0].columns] == ["number", "title", "points", "scoring"]


def test_a_title_that_ends_with_words_for_columns_is_no_header():
    made = notice("青石县平安建设考核考评项目评分标准\n一、领导责任制（6分）\n1.签订责任书，3分。\n2.制定方案，3分。\n")
    assert made.title == "青石县平安建设考核考评项目评分标准"
    assert [i.points.value for i in flatten(made.schemes[0].items)] == [6, 3, 3]


def test_an_unfilled_form_has_no_self_scores():
    found, _ = flat(
        "水利工作考评表", "序号", "考评内容", "分值", "评分标准", "自评分", "1", "防汛工作，按时值班。", "4分", "未建立扣1分。", "2",
        "饮用水工作，保证供应。", "5分", "未收费扣1分。",
    )  # fmt: skip
    assert found == [("1", "防汛工作，按时值班。", 4, None), ("2", "饮用水工作，保证供应。", 5, None)]


def test_a_filled_form_has_them():
    found, _ = flat(
        "水利工作自评表", "序号", "考评内容", "分值", "自评分", "1", "防汛工作，按时值班。", "4", "3", "2", "饮用水工作，保证供应。", "5", "5",
    )  # fmt: skip
    assert [(p, s) for _, _, p, s in found] == [(4, 3), (5, 5)]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("关于印发《青石市营商环境“包容创新”\n指标月度考评办法》的通知", "关于印发《青石市营商环境“包容创新”指标月度考评办法》的通知"),
        ("白沙区政府2023年重点工作\n任务分解和责任分工方案", "白沙区政府2023年重点工作任务分解和责任分工方案"),
        ("西平县人民政府办公室\n关于印发西平县2020年度法治政府建设\n工作安排的通知", "西平县人民政府办公室关于印发西平县2020年度法治政府建设工作安排的通知"),
        ("青石县2021年工作要点\n各乡镇任务分解方案", "青石县2021年工作要点"),
    ],
)  # fmt: skip
def test_a_title_over_several_lines(words, title):
    made = notice(f"{words}\n一、加强领导\n1.建立台账。（责任单位：县教育局）\n")
    assert title in (made.title, made.cover_title)


def test_indicators_without_full_marks_behind_such_with_them():
    made = notice(
        "青石县考核细则\n1.组织到位。（5分）\n2.隐患整改。（5分）\n3.有奖举报，未发现一次扣2分。\n4.信贷投入，完成任务的计7分。\n"
    )
    assert [i.marker for i in made.schemes[0].items] == ["1.", "2.", "3.", "4."]


def test_aims_that_name_their_units_are_tasks():
    made = notice(
        "2021年青石县任务分工方案\n一、主要目标\n1.生产总值增长6%以上。\n牵头单位：县发改委\n2.预算收入增长5%。\n牵头单位：县财政局\n"
    )
    assert [len(i.children) for i in made.schemes[0].items] == [2]


PAGE = (
    "健全护林组织，明确专人负责，定期研究部署，落实护林员责任区，对在岗情况开展专项检查，组织开展护林宣传教育活动，" * 2
)


def test_pages_that_a_site_counts_within_sentences_are_no_items():
    made = notice(
        f"青山县护林工作方案\n1、为做好护林工作，{PAGE}修复林区\n2、步道，{PAGE}完善巡护\n3、记录，按时上报。\n一、重点任务\n（一）巡护。6月底前完成。\n"
    )
    assert [u.text for u in made.unparsed] == ["1、", "2、", "3、"]
    assert made.sections[0].requirement == f"为做好护林工作，{PAGE}修复林区步道，{PAGE}完善巡护记录，按时上报。"
    assert [i.title for i in made.schemes[0].items] == ["重点任务"]


def test_a_pages_count_within_a_task_is_no_number():
    long = "落实护林员责任区，对在岗情况开展专项检查，组织开展护林宣传教育活动，实现林区监测网络"
    made = notice(f"青山县护林工作方案\n一、重点任务\n1.加强巡护。{long}\n2、覆盖全县。\n2.加强宣传。办好宣传周。\n")
    first, second = made.schemes[0].items[0].children
    assert (first.requirement, second.marker) == (f"{long}覆盖全县。", "2.")
    assert [(u.reason, u.text) for u in made.unparsed] == [("page_number", "2、")]


def test_long_numbered_paragraphs_are_items_where_they_end_their_sentences():
    made = notice(f"青山县护林工作方案\n一、重点任务\n1、巡护。{PAGE}完成。\n2、宣传。{PAGE}完成。\n3、执法。严查。\n")
    assert [c.title for c in made.schemes[0].items[0].children] == ["巡护", "宣传", "执法"]


def test_articles_run_together_are_cut_and_cited_ones_are_not():
    made = notice(
        "望川镇护林考评实施细则第一章 总则第一条 为做好护林工作,根据《森林法》第三条,制定本细则。第二条 考评遵循客观公正的原则。"
        "第二章 考评内容与标准第三条 组织领导(12分)1、每年召开会议(3分)。未召开的扣3分;2、成立领导小组(9分)。第四条 巡护(88分)。第三章 附则第五条 本细则自发布之日起施行。\n"
    )
    assert (made.title, made.kind) == ("望川镇护林考评实施细则", "assessment_scheme")
    assert [(s.marker, s.title) for s in made.sections] == [("第一章", "总则"), ("第三章", "附则")]
    assert [(c.marker, c.title, int(c.points.value)) for c in made.schemes[0].items[0].children] == [
        ("第三条", "组织领导", 12), ("第四条", "巡护", 88),
    ]  # fmt: skip
    assert made.coverage == 1.0


#: Two groups of two rows each; `|` is where a page may end within a cell.
GROUPS = (
    "序号考核项目考核内容分值评分标准1值守应急（30分）落实领导带班制度，严格执行|二十四小时值班。10未落实的扣2分。2及时报送突发事件信息，做好"
    "|应急处置。20迟报一次扣5分。3宣传教育（70分）组织应急知识|进社区活动，覆盖全部村居。30少一次扣3分。4编制并修订应急|预案，每年开展演练。40未演练的不得分。"
)


@pytest.mark.parametrize(
    "break_", ["\n6\n", "\n— 6 —\n", "\n第6页\n", "\n6\n序号考核项目考核内容分值评分标准\n"], ids=repr
)
@pytest.mark.parametrize("at", [2, 3, 4])
def test_a_page_that_ends_within_a_cell(break_, at):
    parts = GROUPS.split("|")
    words = "".join(parts[:at]) + break_ + "".join(parts[at:])
    made, whole = (notice(f"{TITLE}{w}\n") for w in (words, GROUPS.replace("|", "")))
    assert rows(made) == rows(whole)
    assert [f.code for f in made.findings] == ["structure_inferred", "split_item_joined"]


def test_a_page_that_ends_with_a_cell():
    words = "考核项目考核内容分值评分标准佐证材料值守应急（30分）1.落实领导带班制度。10未落实的扣2分。值班表2.及时报送。20迟报扣5分。信息台账"
    made = notice(
        f"{TITLE}{words}\n6\n宣传教育（70分）1.开展宣传。30少一次扣3分。活动照片2.普法。40少一次扣3分。活动照片\n"
    )
    assert [(t, p) for _, t, p, _ in rows(made)] == [
        ("值守应急", 30), ("落实领导带班制度。", 10), ("及时报送。", 20), ("宣传教育", 70), ("开展宣传。", 30), ("普法。", 40)
    ]  # fmt: skip


def test_numbers_go_on_in_the_next_paragraph_and_below_a_header_printed_again():
    first = "考核项目考核内容分值一、值守（12分）1.落实值班制度。52.及时报告。7二、台账（8分）1.建立台账。"
    for break_ in ("\n", "考核项目考核内容分值", "\n考核项目考核内容分值\n"):
        made = notice(f"{TITLE}{first}4{break_}2.专人管理。4三、宣传（5分）1.开展宣传。32.普法。2\n")
        assert [(m, p) for m, _, p, _ in rows(made)] == [
            ("一、", 12), ("1.", 5), ("2.", 7), ("二、", 8), ("1.", 4), ("2.", 4), ("三、", 5), ("1.", 3), ("2.", 2)
        ], break_  # fmt: skip


def test_a_row_number_behind_an_amount_with_a_nought():
    whole = text("1.定期研究。102.按时上报。53.做到全覆盖。204.及时整改。5")
    cuts = [0, *cell_cuts(whole, ["points"]), len(whole)]
    pieces = [whole.chars[a:b] for a, b in pairwise(cuts)]
    assert pieces[1::2] == ["10", "5", "20", "5"]


def test_half_width_stops_before_numbers_end_cells():
    made = notice(
        TITLE + "考核项目考核要点考核内容分值评分标准1.应急(8分)1.1演练(8分)1.1.1签订率达95%.5每低1%扣0.2分,扣完为止.1.1.2做到持证.3"
        "无证扣.5分.2.治理(4分)2.1台账(4分)2.1.1记录完整.3缺一项扣1分.2.1.2归档及时.1\n"
    )  # fmt: skip
    assert [(m, p, s) for m, _, p, s in rows(made)] == [
        ("1.", 8, None), ("1.1", 8, None), ("1.1.1", 5, "每低1%扣0.2分,扣完为止."), ("1.1.2", 3, "无证扣.5分."),
        ("2.", 4, None), ("2.1", 4, None), ("2.1.1", 3, "缺一项扣1分."),
        ("2.1.2", 1, None),
    ]  # fmt: skip


def test_a_number_in_a_bracket_right_before_the_first_row_is_an_amount():
    made = notice(
        TITLE + "考核项目考核内容分值1.值守情况（6分）（1）落实制度。1（2）按时报告。2（3）专人值班。32.台账情况（4）（1）建立台账。4"
        "3.宣传情况（5分）（1）开展宣传。5\n"
    )  # fmt: skip
    assert [(m, p) for m, _, p, _ in rows(made) if m.endswith(".")] == [("1.", 6), ("2.", 4), ("3.", 5)]


def test_white_space_before_every_number_is_where_the_lines_of_an_outline_were():
    made = notice(
        "望川乡2019年护林考核细则\nPAGE PAGE 1 望川乡2019年护林考核细则 一、火情（共60分，扣完为止） 1、有人员伤亡的火情 （1）、有人死亡的扣30分； "
        "（2）、有人重伤的扣15分。 2、无人员伤亡的火情 （1）、农房受灾的，扣10分/户； （2）、林地受灾的，扣5分。\n"
    )
    [scheme] = made.schemes
    assert [(i.marker, i.title, int(i.points.value)) for i in scheme.items] == [("一、", "火情", 60)]
    assert [[(i.marker, i.title, len(i.children)) for i in scheme.items[0].children]] == [
        [("1、", "有人员伤亡的火情", 2), ("2、", "无人员伤亡的火情", 2)]
    ]
    assert (made.title, [(u.text, u.reason) for u in made.unparsed]) == (
        "望川乡2019年护林考核细则",
        [("PAGE PAGE 1", "page_number")],
    )


def test_a_first_article_behind_a_title_and_a_second_one_in_other_words():
    made = notice(
        "护林目标考核办法 第一条为加强护林，依据《森林法》第三条规定，制定本办法。 其次条本办法适用于各乡镇。其次，考核工作应当公正。"
        " 第三条考核由县林业局组织。\n"
    )
    assert (made.title, [s.marker for s in made.sections]) == ("护林目标考核办法", ["第一条", "其次条", "第三条"])
    assert "numbering_gap" not in [f.code for f in made.findings]


def test_marks_between_a_sentence_and_the_next_number():
    made = notice(
        "望川小区物业考核方案\n一、考核目的为提高服务质量。二、考核内容(一)、服务要求10分1、佩证上岗。4分2、服务热情。6分(二)、保洁要求25分"
        "3、队伍专职化。10分4、楼道干净、整洁。15分三、费用计算考核分95分以上为优秀,得分率为100%。\n"
    )
    [content] = [i for i in made.schemes[0].items if i.marker == "二、"]
    assert [(g.title, int(g.points.value), [int(c.points.value) for c in g.children]) for g in content.children] == [
        ("服务要求", 10, [4, 6]), ("保洁要求", 25, [10, 15]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (
            "考核内容评分标准分值1.1落实护林责任。未落实的每次扣1分51.2开展巡护。每少一次扣1分101.3建立台账。不完整的扣2分8",
            [("1.1", 5), ("1.2", 10), ("1.3", 8)],
        ),
        (
            "考核项目考核内容评分标准分值1.组织（4分）1.1成立小组。未成立不得分。2.51.2定期研究。少一次扣0.5分。1.52.巡护（5分）2.1按时巡护。少一次扣1分。3.52.2处置火情。不当扣1分。1.5",
            [("1.", 4), ("1.1", 2.5), ("1.2", 1.5), ("2.", 5), ("2.1", 3.5), ("2.2", 1.5)],
        ),
        (
            "考核项目考核内容分值一、组织（4分）1、成立小组，明确职责。2.52、定期研究。1.5二、巡护（5分）1、开展巡护。3.52、处置火情。1.5",
            [("一、", 4), ("1、", 2.5), ("2、", 1.5), ("二、", 5), ("1、", 3.5), ("2、", 1.5)],
        ),
        (
            "序号考核内容评分标准分值1成立小组。未成立不得分。2.52定期研究。少一次扣0.5分。1.53建立台账。不完整扣0.5分。14按时巡护。少一次扣1分。3.5",
            [("1", 2.5), ("2", 1.5), ("3", 1), ("4", 3.5)],
        ),
        ("序号考核内容分值备注1成立小组。明确职责。5分2定期研究。建立台账。10分3开展宣传。8分", [("1", 5), ("2", 10), ("3", 8)]),
        ("序号检查内容标准分备注1院内无垃圾202厕所清洁303持证上岗254留样规范25", [("1", 20), ("2", 30), ("3", 25), ("4", 25)]),
        ("一级指标二级指标分值A1领导（5分）B1机构3B2制度2A2业务（9分）B3巡护9", [("A1", 5), ("B1", 3), ("B2", 2), ("A2", 9), ("B3", 9)]),
    ],
    ids=["codes", "codes behind decimals", "numbers behind decimals", "serials behind decimals", "serials behind 分", "serials behind names", "letters"],
)  # fmt: skip
def test_amounts_glued_to_the_next_number(words, read):
    made = notice(f"{TITLE}{words}\n")
    assert [(i.marker, float(i.points.value)) for i in flatten(made.schemes[0].items)] == read
    assert all(i.remarks is None and not i.extra for i in flatten(made.schemes[0].items))


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("考核内容分值备注领导重视5机构健全10制度完善15", [("领导重视", 5), ("机构健全", 10), ("制度完善", 15)]),
        ("指标名称权重备注财政收入20%招商引资30%安全生产50%", [("财政收入", 20), ("招商引资", 30), ("安全生产", 50)]),
    ],
)
def test_short_names_that_nothing_but_their_amounts_divides(words, read):
    made = notice(f"{TITLE}{words}\n")
    found = [(i.title or i.requirement, int((i.points or i.weight).value)) for i in flatten(made.schemes[0].items)]
    assert found == read


@pytest.mark.parametrize(
    ("words", "roles", "pieces"),
    [
        ("配备2把铁锹。5开展宣传。3", ["requirement", "points"], ["配备2把铁锹。", "5", "开展宣传。", "3"]),
        ("无漏报。3漏报1例扣2分。", ["requirement", "points", "scoring"], ["无漏报。", "3", "漏报1例扣2分。"]),
        ("1.1巡护。2.5未巡护不得分。", ["requirement", "points", "scoring"], ["1.1巡护。", "2.5", "未巡护不得分。"]),
        ("1组织领导15成立小组。2档案管理33建立档案。", ["number", "title", "points", "requirement"],
         ["1", "组织领导", "15", "成立小组。", "2", "档案管理", "33", "建立档案。"]),
        ("1巡护。0.25未巡护扣分。2防火。5", ["number", "points"], ["1", "巡护。", "0.25", "未巡护扣分。", "2", "防火。", "5"]),
    ],
)  # fmt: skip
def test_numbers_with_something_to_count_and_decimals_stay_whole(words, roles, pieces):
    whole = text(words)
    cuts = [0, *cell_cuts(whole, roles), len(whole)]
    assert [whole.chars[a:b] for a, b in pairwise(cuts)] == pieces


#: Remarks that nothing divides from what stands beside them, and such as are told by their numbers or by how they look.
DOUBTFUL = "nothing in this table, which was run together, divides"


def doubted(words):
    made = notice(f"青石县2022年护林考核表\n{words}\n")
    told = [f.message.split("first ")[1] for f in made.findings if f.message.startswith(DOUBTFUL)]
    return told, [i.remarks for s in made.schemes for i in flatten(s.items) if i.remarks]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (
            "考核内容分值备注健全机构。成立领导小组，明确责任人员。5健全制度。定期研究护林工作，建立巡查台账。10开展宣传。张贴标语，发放传单到户。8",
            "健全制度。",
        ),
        (
            "序号考核项目分值考核标准备注1组织领导15成立领导小组，明确责任人员。召开会议研究。2宣传教育20张贴标语。散发传单到户。"
            "3巡查护林30每日巡查。林区无火情。4机构建设35建立机构。人员配齐。",
            "召开会议研究。",
        ),
    ],
)
def test_remarks_that_nothing_divides_from_the_cells_beside_them_are_told(words, first):
    told, remarks = doubted(words)
    assert (told, remarks[0]) == ([f"“{first}”: look at them"], first)


@pytest.mark.parametrize(
    "words",
    [
        "序号考核内容分值评分标准备注1成立小组。5未成立的不得分。查文件。2按时巡护。10少一次扣1分。现场查看。",
        "考核项目考核内容分值备注组织领导（20分）1.成立小组。5（新增）2.召开会议。15宣传教育（30分）1.张贴标语。10（必查）2.入户宣传。20",
        "序号\n考核内容\n分值\n备注\n1\n成立小组。\n5\n新设项目。\n2\n按时巡护。\n10\n沿用去年标准。\n3\n张贴标语。\n10",
        "序号\t考核内容\t分值\t备注\n1\t成立小组。\t5\t新设项目。\n2\t按时巡护。\t10\t沿用去年标准。",
    ],
)
def test_remarks_that_something_divides_are_not(words):
    assert doubted(words)[0] == []
    assert doubted(words)[1]


def test_bodies_and_dates_stand_in_no_remark_of_the_row_before():
    made = notice(
        "青石县2022年任务分解表\n工作任务责任单位完成时限备注编制规划。完成论证评审，按程序报批后组织实施。县自然资源局6月底前"
        "开展普查。摸清底数，建立数据库并动态更新。县统计局9月底前建设平台。接入省级平台，实现数据互通共享。县大数据局12月底前\n"
    )
    assert [(i.responsible[0].name, i.deadlines[0].raw) for i in made.schemes[0].items] == [
        ("县自然资源局", "6月底前"), ("县统计局", "9月底前"), ("县大数据局", "12月底前"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "read", "column"),
    [
        (
            "考核项目考核内容分值备注组织领导成立领导小组，明确责任人。5制度建设建立巡护制度，落实到人。10宣传发动开展护林宣传，发放传单。15",
            [("组织领导成立领导小组，明确责任人。", 5), ("制度建设建立巡护制度，落实到人。", 10), ("宣传发动开展护林宣传，发放传单。", 15)],
            "考核项目",
        ),
        (
            "检查项目检查内容分值评分标准组织领导成立领导小组，明确责任人。5未成立的不得分。宣传教育开展护林宣传。8未开展的不得分。"
            "队伍建设配齐人员。12少一人扣1分。",
            [("组织领导成立领导小组，明确责任人。", 5), ("宣传教育开展护林宣传。", 8), ("队伍建设配齐人员。", 12)],
            "检查项目",
        ),
    ],
)  # fmt: skip
def test_names_that_nothing_divides_from_their_requirements_are_told(words, read, column):
    made = notice(f"{TITLE}{words}\n")
    assert [(i.requirement, int(i.points.value)) for i in flatten(made.schemes[0].items)] == read
    assert [f.severity for f in made.findings if f"nothing was found under “{column}”" in f.message] == ["warning"]


def test_a_column_of_names_that_is_read_is_not_told_of():
    made = notice(
        f"{TITLE}考核项目考核内容分值组织领导（15分）成立小组。5定期研究。10宣传（20分）张贴标语。8入户走访。12\n"
    )
    assert [i.title for i in made.schemes[0].items] == ["组织领导", "宣传"]
    assert not any("nothing was found under" in f.message for f in made.findings)


def test_names_and_amounts_in_one_long_row_are_walked_once():
    many = 3000
    assert len(cell_cuts(text("完成任务5" * many), ["title", "points"])) >= many  # minutes where each walks to the end


@pytest.mark.parametrize(
    "sentence",
    [
        "（一）指标得分。按照考核细则由牵头单位考核评分。",
        "（一）指标得分。按照考核细则由牵头考核单位评分。",
        "（一）结果。由责任单位完成时限要求，并报县考核办。",
        "（一）评定。对工作任务完成时限责任单位作出说明。",
    ],
)
def test_header_words_that_a_clause_runs_through_head_no_table(sentence):
    made = notice(
        f"望川县护林考核办法\n一、计分办法\n{sentence}\n（二）综合得分。按权重折算。\n二、巡护（60分）\n三、台账（40分）\n"
    )
    assert [(len(s.items), s.columns) for s in made.schemes] == [(2, ())]
    assert [s.title for s in made.sections] == ["计分办法"]


SLASHED = (
    "被评估学校(校区):  年 月 日考核项目考核内容扣分/加分情况考核方式自评得分考评得分校舍管理(10分)1.教室门窗完好,玻璃干净。(4分)"
    "门窗损坏,发现一处扣1分。看现场2.楼道安全出口畅通,无杂物堆放。(6分)有杂物的,每处扣0.5分。看现场"
)


def test_a_header_of_marks_taken_or_given_stands_over_the_rules():
    made = notice(f"幼儿园校舍管理考评表{SLASHED}")
    (scheme,) = made.schemes
    assert made.title == "幼儿园校舍管理考评表"
    assert [(c.header, c.role) for c in scheme.columns][2:4] == [("扣分/加分情况", "scoring"), ("考核方式", "method")]
    assert [(i.title, [(c.points.value, len(c.scoring_rules)) for c in i.children]) for i in scheme.items] == [
        ("校舍管理", [(4, 1), (6, 1)])
    ]


@pytest.mark.parametrize("header", ["扣分/加分情况", "加分/扣分情况", "加分扣分情况"])
def test_such_a_column_is_read_a_cell_a_line_too(header):
    cells = [
        "校舍管理（10分）",
        "1.门窗完好。（4分）",
        "损坏一处扣1分。",
        "看现场",
        "2.楼道畅通。（6分）",
        "每处扣0.5分。",
        "看现场",
    ]
    made = notice("\n".join(["校舍管理考评表", "考核内容", "考核标准", header, "考核办法", "自评分", "考核分", *cells]))
    (item,) = made.schemes[0].items
    assert [c.scoring for c in item.children] == ["损坏一处扣1分。", "每处扣0.5分。"]


def test_a_column_of_a_form_stays_one():
    cells = ["门窗完好。", "10", "损坏一处扣1分。", "楼道畅通。", "20", "每处扣0.5分。"]
    made = notice("\n".join(["校舍管理考评表", "考核内容", "分值", "扣分标准", "扣分情况", *cells]))
    assert made.schemes[0].columns[3].role == "other"
    assert [i.scoring for i in made.schemes[0].items] == ["损坏一处扣1分。", "每处扣0.5分。"]


@pytest.mark.parametrize("mark", ["附件：", "附件1：", "附件2 "])
def test_a_title_behind_an_annex_s_mark_keeps_its_last_words(mark):
    made = notice(
        f"{mark}柳林镇村庄清洁考核评分细则序号考核项目考核内容分值评分标准得分备注一村庄清洁（60分）1.村道干净，无积存垃圾。30每处扣1分。"
        "2.沟渠无漂浮物。30每处扣2分。二长效机制（40分）1.保洁员配备到位。20缺1人扣2分。2.村规上墙。20未公示不得分。合计100"
    )
    assert made.title == "柳林镇村庄清洁考核评分细则"
    assert [c.header for c in made.schemes[0].columns][:2] == ["序号", "考核项目"]
    assert "unparsed_text" not in [f.code for f in made.findings]


@pytest.mark.parametrize("page", ["—7—", "- 7 -", "–12–"])
def test_a_page_s_number_between_dashes_is_no_part_of_the_cell_before_the_header_printed_again(page):
    header = "一级指标二级指标分值"
    made = notice(
        f"登记便利评价指标体系{header}1.窗口登记（10分）1.1受理所需时间（工作日）61.2受理所需费用（元）4{page}"
        f"{header}2.网上登记（15分）2.1网上办件比例（%）92.2网上退件比例（%）6"
    )
    assert [[int(c.points.value) for c in i.children] for i in made.schemes[0].items] == [[6, 4], [9, 6]]
    assert [u.text for u in made.unparsed if u.reason == "page_number"] == [page]
