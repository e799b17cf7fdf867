"""Narratives of forms made up here: assessment rules in running text, work points with units and dates."""

import pytest

from extractors.amounts import leading_amount
from extractors.labels import LABELS, labelled_line, other_parts
from tests.making import codes, flatten, notice, outline, text

RULES = """某某县2022年度人居环境考核细则
为做好年度工作，制定本细则。
一、考核对象
各乡镇人民政府。
二、考核内容（100分）
（一）组织领导（40分）
1.成立领导小组，落实专人负责。（15分）
评分标准：未成立的不得分，未落实专人的扣2分。
2.定期召开推进会，每季度不少于1次。（15分，少一次扣2分）
3.制定年度方案，于3月底前报送县农业农村局。（10分）未报送的不得分，每迟报1天扣1分，扣完为止。
（二）垃圾治理（60分）
1.村庄保洁全覆盖。（60分）每发现一处垃圾堆积扣0.5分，最高扣10分。
三、加分项（10分）
1.被中央媒体报道的每篇加2分，最高不超过5分。
四、考核办法
90分以上为优秀，80-89分为良好，60分以下为不合格。
某某县人民政府办公室
2022年3月15日
"""


def test_points_rules_and_scoring_in_running_text():
    made = notice(RULES)
    lead = made.schemes[0].items[0].children[0]
    assert outline(made.schemes[0].items)[0][2] == 100
    assert [(c.title, int(c.points.value), c.scoring) for c in lead.children] == [
        ("成立领导小组，落实专人负责", 15, "未成立的不得分，未落实专人的扣2分。"),
        ("定期召开推进会，每季度不少于1次", 15, "少一次扣2分"),
        ("制定年度方案，于3月底前报送县农业农村局", 10, None),
    ]
    assert [[r.effect for r in c.scoring_rules] for c in lead.children] == [
        ["forfeit", "deduct"],
        ["deduct"],
        ["forfeit", "deduct", "floor"],
    ]
    assert [str(d.due) for c in lead.children for d in c.deadlines] == ["2022-03-31"]


def test_sections_and_scheme_share_their_numbers_and_the_signature_is_metadata():
    made = notice(RULES)
    assert [(s.marker, s.title) for s in made.sections if s.marker] == [("一、", "考核对象"), ("四、", "考核办法")]
    assert (codes(made), made.coverage) == ([], 1.0)
    assert (made.issuer, str(made.issued_on)) == ("某某县人民政府办公室", "2022-03-15")


def test_bands_of_marks_are_no_points_and_bonus_is_bonus():
    made = notice(RULES)
    bands = made.sections[-1]
    assert (bands.points, bands.scoring_rules) == (None, ())
    assert {i.nature for i in flatten(made.schemes[0].items[1:])} == {"bonus"}


POINTS = """2021年安全生产工作要点
一、开展专项整治
（一）深化危化品整治。对重点企业开展会诊。（县应急管理局牵头，县市场监管局、县公安局配合，9月底前完成）
（二）深化道路整治。全面排查临水路段，12月10日前完成治理。
责任单位：县公安局、县交通运输局
（三）修订清单。4月底前完成。【牵头单位：县司法局；配合单位：各镇（街道）】
（四）加强宣传。开展安全生产月活动。（县委宣传部、团县委按职责分工负责）
"""


def test_units_with_roles_in_brackets_and_lines_and_their_deadlines():
    tasks = notice(POINTS).schemes[0].items[0].children
    assert [[(u.name, u.role) for u in t.responsible] for t in tasks] == [
        [("县应急管理局", "lead"), ("县市场监管局", "support"), ("县公安局", "support")],
        [("县公安局", "responsible"), ("县交通运输局", "responsible")],
        [("县司法局", "lead"), ("各镇（街道）", "support")],
        [("县委宣传部", "responsible"), ("团县委", "responsible")],
    ]
    assert [[str(d.due) for d in t.deadlines] for t in tasks] == [["2021-09-30"], ["2021-12-10"], ["2021-04-30"], []]
    assert [t.requirement for t in tasks] == [
        "对重点企业开展会诊。",
        "全面排查临水路段，12月10日前完成治理。",
        "4月底前完成。",
        "开展安全生产月活动。",
    ]


@pytest.mark.parametrize(("row", "example"), [(r, e) for r in LABELS for e in r.examples], ids=lambda x: str(x)[:12])
def test_every_label_gives_its_line_to_its_field(row, example):
    assert labelled_line(text(example))[0] == row.field


@pytest.mark.parametrize("line", ["评分标准要公开透明", "责任单位要认真落实：及时报送", "完成时限", "材料：略"])
def test_sentences_that_begin_like_a_label(line):
    assert labelled_line(text(line)) is None


def test_an_amount_at_the_head_of_the_text_behind_a_title():
    found, words, rest = leading_amount(text("（5分，少一次扣2分）其余不计。"))
    assert (found.text.raw, words.chars, rest.chars) == ("5分", "少一次扣2分", "其余不计。")
    assert leading_amount(text("（试行）")) is None
    assert leading_amount(text("（5个工作日）")) is None


def test_units_behind_a_label_at_the_end_of_a_paragraph_and_a_list_of_annexes():
    made = notice(
        "2021年工作要点\n一、强化解读\n1.负责同志解读。每年解读不少于1次。责任单位：市政府各部门、市司法局\n2.专家解读。邀请专家解读。\n附件：1.任务分工表\n2.联系人名单\n"
    )
    first, second = made.schemes[0].items[0].children
    assert ([u.name for u in first.responsible], first.requirement) == (
        ["市政府各部门", "市司法局"],
        "每年解读不少于1次。",
    )
    assert second.responsible == ()
    assert (made.attributes, codes(made)) == ({"附件": "任务分工表；联系人名单"}, [])


def test_points_inside_a_sentence_and_a_total_before_the_outline():
    made = notice(
        "2020年度绩效考核评分细则\n考核指标：（总分100分）\n一、医疗质量（100分）\n1.病历书写合格率达95%以上（60分），每低1个百分点扣5分，扣完为止。\n2.接种率达90%以上（40分）\n"
        "二、附则\n本细则由市卫健委负责解释，自2020年1月1日起施行。\n"
    )
    (scheme,) = made.schemes
    assert (int(scheme.total.value), [int(c.points.value) for c in scheme.items[0].children]) == (100, [60, 40])
    assert (made.sections[-1].title, made.sections[-1].requirement) == (
        "附则",
        "本细则由市卫健委负责解释，自2020年1月1日起施行。",
    )
    assert codes(made) == []


RECORDS = "工作任务：{0}\n责任单位：{1}\n完成时限：{2}\n"


@pytest.mark.parametrize("heading", ["", "一、加强建设\n"])
def test_records_of_labelled_lines_are_items_of_their_own(heading):
    rows = [("推进城市更新。", "区住建局", "12月底前"), ("优化营商环境。", "区行政审批局、区市场监管局", "6月底前")]
    made = notice("某区2022年任务清单\n" + heading + "".join(RECORDS.format(*row) for row in rows))
    items = [i for i in flatten(made.schemes[0].items) if not i.children]
    assert [(i.title, [u.name for u in i.responsible]) for i in items] == [
        ("推进城市更新", ["区住建局"]),
        ("优化营商环境", ["区行政审批局", "区市场监管局"]),
    ]
    assert [[str(d.due) for d in i.deadlines] for i in items] == [["2022-12-31"], ["2022-06-30"]]
    assert (made.coverage, codes(made)) == (1.0, [])


def test_a_label_that_stands_once_begins_no_record():
    made = notice("某区2022年任务清单\n一、加强建设\n工作任务：推进更新，6月底前完成。\n二、优化服务\n推进改革。\n")
    assert made.schemes[0].items[0].requirement == "工作任务：推进更新，6月底前完成。"


def test_records_of_indicators_are_a_scheme():
    lines = "指标名称：{}\n分值：{}分\n考核方法：查阅资料。\n责任单位：市生态环境局\n"
    made = notice("某市2023年度考核指标说明\n" + lines.format("空气质量", 10) + lines.format("水环境质量", 15))
    assert (made.title, made.kind) == ("某市2023年度考核指标说明", "assessment_scheme")
    assert [(i.title, int(i.points.value)) for i in made.schemes[0].items] == [("空气质量", 10), ("水环境质量", 15)]


def test_a_bracket_of_units_that_names_a_leader_too_keeps_him():
    made = notice(
        "2022年任务分解\n1.增长7%以上（责任领导：张三；牵头单位：县发改局；责任单位：县统计局；完成时限：10月底）\n2.推进改革（责任单位：县财政局）\n"
    )
    first, second = made.schemes[0].items
    assert (first.extra, second.extra) == ({"责任领导": "张三"}, {})
    assert [(u.name, u.role) for u in first.responsible] == [("县发改局", "lead"), ("县统计局", "responsible")]
    assert [str(d.due) for d in first.deadlines] == ["2022-10-31"]


def test_other_parts_of_a_bracket_that_commas_divide():
    parts = other_parts(text("（责任单位：县财政局；联系人：王某，电话：123）"))
    assert [(key, value.chars) for key, value in parts] == [("联系人", "王某"), ("电话", "123")]


def heads(words):
    """Marker, name and points of each item of the scheme, by depth."""
    made = notice(f"青山县护河工作考核细则\n{words}\n")
    return [
        (i.level, i.marker, i.title or i.requirement, i.points and int(i.points.value))
        for s in made.schemes
        for i in flatten(s.items)
    ]


@pytest.mark.parametrize(
    ("line", "title", "points", "rest"),
    [
        ("1、日常巡查（8分）按时到岗（3分），问题上报（5分）", "日常巡查", 8, "按时到岗（3分），问题上报（5分）"),
        ("1、会议制度（4分）坚持集体研究，重大事项上会。", "会议制度", 4, "坚持集体研究，重大事项上会。"),
        ("1.制定年度计划，4分。", "制定年度计划", 4, None),
        ("1.巡河记录齐全，3分。缺一次扣1分。", "巡河记录齐全", 3, "缺一次扣1分。"),
        ("1.问题整改12分，未整改的扣2分。", "问题整改", 12, "未整改的扣2分。"),
        ("1.政务信息（5分，办公室）", "政务信息", 5, None),
        ("1.统计执法（5分 县统计局）", "统计执法", 5, None),
        ("1.年度总结（满分5分）", "年度总结", 5, None),
        ("1.宣传报道（≤60分）", "宣传报道", 60, None),
    ],
)  # fmt: skip
def test_the_amount_behind_a_name_is_its_own(line, title, points, rest):
    made = notice(f"青山县护河工作考核细则\n一、组织保障\n{line}\n")
    item = made.schemes[0].items[0].children[0]
    assert (item.title, item.points.value, item.requirement) == (title, points, rest)


@pytest.mark.parametrize(
    "line",
    [
        "1.每少一次，扣2分。",
        "1.未按时报送的，2分。",
        "1.满意度低于90分，予以通报。",
        "1.平均达到85分，为良好。",
        "1.会议控制在15分钟，不得超时。",
    ],
)
def test_a_mark_given_or_taken_is_not_the_full_mark(line):
    made = notice(f"青山县护河工作考核细则\n一、组织保障（10分）\n{line}\n")
    assert made.schemes[0].items[0].children[0].points is None


def test_a_heading_without_a_number_stands_over_what_follows():
    assert heads("一、评分细则\n组织管理（20分）\n1.组织领导（20分）\n业务建设（80分）\n1.档案收集（80分）") == [
        (1, "一、", "评分细则", None), (2, None, "组织管理", 20), (3, "1.", "组织领导", 20),
        (2, None, "业务建设", 80), (3, "1.", "档案收集", 80),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "title", "points", "rest"),
    [
        ("1.健全研判机制，及时收集信息，1分。", "健全研判机制，及时收集信息", 1, None),
        ("1.健全研判机制，及时收集信息；5分", "健全研判机制，及时收集信息", 5, None),
        (
            "1.健全研判机制，及时收集信息，1分。不报送的每次减0.5分。",
            "健全研判机制，及时收集信息",
            1,
            "不报送的每次减0.5分。",
        ),
        ("1.健全研判机制，及时收集信息。5分", "健全研判机制，及时收集信息", 5, None),
        ("1.健全研判机制，未健全的扣1分。", None, None, "健全研判机制，未健全的扣1分。"),
        ("1.健全研判机制，每次会议不超过30分钟。", None, None, "健全研判机制，每次会议不超过30分钟。"),
    ],
)
def test_the_amount_alone_behind_a_sentence_of_several_clauses(line, title, points, rest):
    made = notice(f"青石县2021年综治考核评分标准\n一、组织领导（6分）\n{line}\n2.落实责任（3分）\n")
    item = made.schemes[0].items[0].children[0]
    assert (item.title, item.points and item.points.value, item.requirement) == (title, points, rest)


def test_points_that_each_give_marks_are_indicators_without_full_marks():
    given = "村内无垃圾的记25分，每发现一处扣3分。\n2.路面平整的记10分，每发现一处扣2分。\n3.水面清洁的记5分，每发现一处扣1分。"
    made = notice(f"新安镇环卫考核评分细则\n为完善机制，制定本细则。总分40分。\n1.{given}\n")
    assert (len(made.schemes[0].items), made.schemes[0].total.value) == (3, 40)
    told = "每月检查一次。\n2.得分按月通报。\n3.末位的扣5分。"
    assert notice(f"新安镇环卫考核通报制度\n为完善机制，制定本制度。\n1.{told}\n").schemes == ()


def test_numbers_that_lost_their_delimiter():
    assert heads("一组织保障（40分）\n1 成立机构（40分）\n二 日常巡查（60分）\n1.巡河（30分）\n2统计台账(20分)\n3.报送（10分）") == [
        (1, "一", "组织保障", 40), (2, "1", "成立机构", 40), (1, "二", "日常巡查", 60), (2, "1.", "巡河", 30),
        (2, "2", "统计台账", 20), (2, "3.", "报送", 10),
    ]  # fmt: skip


def test_dotted_numbers_nest_by_their_parts():
    assert heads("一、考核内容\n1.1基础工作（40分）\n1.1.1信息采集（40分）\n1.2事件处置（60分）\n1.2.1事件上报（60分）") == [
        (1, "一、", "考核内容", None), (2, "1.1", "基础工作", 40), (3, "1.1.1", "信息采集", 40),
        (2, "1.2", "事件处置", 60), (3, "1.2.1", "事件上报", 60),
    ]  # fmt: skip


def test_a_date_behind_a_number_is_no_second_number():
    assert heads("一、考核内容（40分）\n1.6月底前完成名录编制（40分）")[1] == (2, "1.", "6月底前完成名录编制", 40)


def test_a_heading_without_an_amount_between_such_with_one_is_of_the_scheme():
    assert heads("（一）资金管理（10分）\n（二）信贷投入：完成任务的计7分。\n（三）统计监测（8分）") == [
        (1, "（一）", "资金管理", 10), (1, "（二）", "信贷投入：完成任务的计7分。", None), (1, "（三）", "统计监测", 8),
    ]  # fmt: skip


def test_chapters_on_procedure_are_no_indicators():
    made = notice(
        "青山县考核办法\n第一章 总则\n第一条 为推进工作，制定本办法。\n第二章 考核内容\n第二条 实行百分制，总分100分。\n"
        "第三条 组织领导（100分）\n第三章 考核程序\n第四条 每年12月底前考核。\n"
    )
    assert [s.title for s in made.sections] == ["总则", "考核程序"]
    assert [i.title for i in made.schemes[0].items] == ["考核内容"]


def test_the_total_stated_around_an_outline():
    made = notice(
        "青山县考核办法\n一、考核内容\n1.组织领导（60分）\n2.巡河（40分）\n二、考核方式\n实行百分制，总分100分。\n"
    )
    assert made.schemes[0].total.value == 100
    two = notice("青山县考核办法\n一、考核内容\n1.组织领导（60分）\n二、考核方式\n乡镇总分100分。\n部门总分60分。\n")
    assert two.schemes[0].total is None
    part = notice("青山县考核办法\n一、考核内容\n1.组织领导（60分）\n二、考核方式\n日常考核总分100分，按月打分。\n")
    assert part.schemes[0].total is None
    several = notice("青山县考核办法\n一、考核内容\n1.组织领导（60分）\n二、方式\n甲类总分100分，乙类总分200分。\n")
    assert several.schemes[0].total is None


def test_a_bracket_that_explains_the_word_before_it_names_no_unit():
    made = notice(
        "青山县考核办法\n一、考核对象\n所有县直单位（含东风林场、红旗农场）。\n全县各村（社区）。\n二、考核内容\n1.巡河（40分）\n"
    )
    assert not [u for s in made.sections for u in s.responsible]
    assert "含东风林场" in made.sections[0].requirement


def test_a_body_with_amounts_is_a_scheme_beside_a_table():
    made = notice(
        "青山县考核办法\n一、考核内容\n1.巡河（40分）\n2.台账（60分）\n附件：乡镇考核表\n考核项目 | 考核内容 | 分值 |\n组织领导 | 成立小组 | 100 |\n"
    )
    assert [len(s.items) for s in made.schemes] == [1, 1]


LABELS_ABOVE = """青山县招商考核细则
一、固定资产投资（400分；牵头单位：县发改局）
考核内容：
统计范围为500万元以上项目。
赋分办法：
完成任务得400分，每低1个百分点扣5分。
二、招商引资（300分；牵头单位：县商务局、县工信局）
考核内容：
到位资金不少于5亿元。
责任单位：
各乡镇
"""


def test_labels_on_lines_of_their_own_give_the_lines_below_them_and_a_bracket_has_marks_and_units():
    one, other = notice(LABELS_ABOVE).schemes[0].items
    assert (one.title, int(one.points.value), one.requirement, one.scoring) == (
        "固定资产投资", 400, "统计范围为500万元以上项目。", "完成任务得400分，每低1个百分点扣5分。",
    )  # fmt: skip
    assert [(u.name, u.role) for u in one.responsible] == [("县发改局", "lead")]
    assert (other.title, other.requirement) == ("招商引资", "到位资金不少于5亿元。")
    assert [(u.name, u.role) for u in other.responsible] == [
        ("各乡镇", "responsible"), ("县商务局", "lead"), ("县工信局", "lead"),
    ]  # fmt: skip


def test_a_number_before_a_name_that_begins_with_a_number():
    assert heads("一、考核内容\n10.护林队伍项目。培训10人。\n11.121人才项目。培训5人。")[2] == (
        2,
        "11.",
        "121人才项目",
        None,
    )
    item = notice("青山县护林工作方案\n一、重点任务\n1.完成投资。\n1.255亿元以上的项目要入库。\n").schemes[0].items[0]
    assert [c.marker for c in item.children] == ["1."]


def test_clauses_of_a_list_are_what_must_be_done():
    items = (
        notice(
            "青山县护林工作方案\n一、实施下列工作：\n（一）新建瞭望塔3座；\n（二）修复步道，12月底前完成；\n（三）整治河道。\n"
        )
        .schemes[0]
        .items
    )
    assert [(i.title, i.requirement) for i in items[0].children] == [
        (None, "新建瞭望塔3座；"), (None, "修复步道，12月底前完成；"), (None, "整治河道。"),
    ]  # fmt: skip


def test_tasks_below_the_name_of_who_must_do_them():
    made = notice(
        "望川县2023年重点任务分解\n县教育局\n1.新建学校3所，12月底前完成。\n2.改扩建幼儿园2所。\n县水利局\n1.整治河道5条。\n"
    )
    assert made.issuer is None
    assert [(i.title, [u.name for u in i.responsible], len(i.children)) for i in made.schemes[0].items] == [
        ("县教育局", ["县教育局"], 2), ("县水利局", ["县水利局"], 1),
    ]  # fmt: skip
    numbered = notice(
        "望川县2023年重点任务分解\n一、县教育局\n1.新建学校3所。\n二、县水利局\n1.整治河道5条。\n"
    ).schemes[0]
    assert [(i.title, [u.name for u in i.responsible]) for i in numbered.items] == [
        ("县教育局", ["县教育局"]), ("县水利局", ["县水利局"]),
    ]  # fmt: skip


def test_one_body_named_between_title_and_outline_is_the_issuer():
    made = notice("望川县2023年护林工作要点\n望川县林业局\n一、重点任务\n1.巡护。6月底前完成。\n")
    assert (made.issuer, [i.title for i in made.schemes[0].items]) == ("望川县林业局", ["重点任务"])


def test_parts_and_numbers_of_one_character():
    made = notice(
        "望川县2021年护林考核方案\n第一部分 考核对象\n全县各乡镇。\n第二部分 考核内容\nⅠ 共性指标（60分）\n㈠组织领导（60分）\n⒈发文明确（20分）\n⒉配备人员（40分）\n"
        "⑴专人（40分）\nⅡ 个性指标（40分）\n㈠巡护（40分）\n第三部分 结果运用\n作为评先依据。\n"
    )
    assert [(s.marker, s.title) for s in made.sections] == [("第一部分", "考核对象"), ("第三部分", "结果运用")]
    (content,) = made.schemes[0].items
    assert [(i.level, i.marker, i.title, int(i.points.value)) for i in flatten(content.children)] == [
        (2, "Ⅰ", "共性指标", 60), (3, "㈠", "组织领导", 60), (4, "⒈", "发文明确", 20), (4, "⒉", "配备人员", 40),
        (5, "⑴", "专人", 40), (2, "Ⅱ", "个性指标", 40), (3, "㈠", "巡护", 40),
    ]  # fmt: skip
    assert codes(made) == []


def test_classes_and_letters_number_headings_too():
    assert heads("一、考核内容\n第一类、基础工作（60分）\n1、巡护（60分）\nA、按时到岗（20分）\nB、记录齐全（40分）\n第二类、特色工作（40分）") == [
        (1, "一、", "考核内容", None), (2, "第一类、", "基础工作", 60), (3, "1、", "巡护", 60), (4, "A、", "按时到岗", 20),
        (4, "B、", "记录齐全", 40), (2, "第二类、", "特色工作", 40),
    ]  # fmt: skip


def test_a_heading_over_nothing_but_aims_is_a_section():
    made = notice(
        "望川县护林实施意见\n一、提高站位，凝聚共识\n（一）指导思想。坚持生态优先。\n（二）工作目标。到2025年全覆盖。\n"
        "二、工作背景和总体要求\n1.形势严峻。\n三、加强巡护\n（三）落实责任。6月底前完成。\n"
    )
    assert [s.title for s in made.sections] == ["提高站位，凝聚共识", "工作背景和总体要求"]
    assert [i.title for i in made.schemes[0].items] == ["加强巡护"]
    kept = notice("望川县护林实施意见\n一、提高站位\n（一）工作目标。到2025年全覆盖。\n（二）建立台账。6月底前完成。\n")
    assert [i.title for i in kept.schemes[0].items] == ["提高站位"]


def test_a_clause_of_a_list_with_its_amount_before_the_semicolon_is_a_name():
    assert heads("一、日常巡护（80分）\n1．巡护到位（50分）；\n2．记录齐全（30分）。")[1:] == [
        (2, "1．", "巡护到位", 50), (2, "2．", "记录齐全", 30),
    ]  # fmt: skip


def test_a_closing_sentence_on_all_points_is_no_part_of_the_last():
    made = notice(
        "望川县护林工作要点\n一、巡护\n1.巡护。6月底前完成。\n二、宣传\n2.宣传。办好活动。\n以上要点请各单位抓好落实。\n"
    )
    assert made.sections[-1].requirement == "以上要点请各单位抓好落实。"


@pytest.mark.parametrize(
    "closing",
    [
        "各责任单位每月20日前将进展报区督查室，每季度末通报一次。",
        "各乡镇、各部门要加强领导，每季度末月25日前将情况报送区林长办。",
    ],
)
def test_what_all_bodies_are_to_report_is_no_part_of_the_last_task(closing):
    made = notice(
        f"望川县2021年护林工作要点\n一、巡护\n1.巡护山林，6月底前完成。\n责任单位：县林业局\n2.建台账（县林业局，9月底前）。\n{closing}\n"
    )
    assert made.sections[-1].requirement == closing
    assert [len(i.deadlines) for i in made.schemes[0].items[0].children] == [1, 1]


def test_what_the_bodies_of_a_task_report_stays_its_own():
    made = notice(
        "望川县护林工作要点\n一、巡护\n1.巡护山林，6月底前完成。\n二、信息报送\n各责任单位每月20日前将进展报区督查室。\n"
    )
    assert made.schemes[0].items[1].deadlines[0].recurrence == "FREQ=MONTHLY;BYMONTHDAY=20"


@pytest.mark.parametrize("number", ["①", "二、", "（一）", "3."])
def test_a_number_with_nothing_behind_it_is_an_item_without_words(number):
    made = notice(f"望川县2021年护林工作要点\n一、加强巡护。\n{number}\n二、建立台账。\n")
    assert made.coverage == 1.0


BARE = """某县2022年安全生产考核细则
一、基础工作(40)
1、责任体系(15)：签订责任书得5分，少一家扣0.2分。
2、宣传教育(25)。开展活动得6分，未开展不得分。
二、重点工作(60)
1、隐患排查(45)重大隐患按期整改，每有一处未整改扣3分。
2、每季度检查(1)个站点：少一个扣1分。
"""


def test_bare_numbers_in_headings_with_text_behind_them_are_amounts_where_others_are():
    top = notice(BARE).schemes[0].items
    assert [(i.title, i.points and int(i.points.value)) for i in flatten(top)] == [
        ("基础工作", 40), ("责任体系", 15), ("宣传教育", 25), ("重点工作", 60), ("隐患排查", 45), (None, None),
    ]  # fmt: skip
    alone = notice(BARE.replace("(40)", "").replace("(60)", "").replace("(45)", "").replace("(25)", ""))
    assert [i.points for i in flatten(alone.schemes[0].items)] == [None] * 6


@pytest.mark.parametrize("units", ["县工信局、县财政局，各乡镇（街道）", "各县（区）人民政府、市直各部门"])
def test_a_label_behind_the_last_sentence_whose_names_have_brackets(units):
    made = notice(
        f"2023年重点任务清单\n1．清理欠款。每季度通报进展。责任单位：{units}。\n2．公开预算。完善目录。责任单位：县财政局。"
    )
    item = made.schemes[0].items[0]
    assert (item.title, item.requirement) == ("清理欠款", "每季度通报进展。")
    assert [u.raw for u in item.responsible] == [part for many in units.split("，") for part in many.split("、")]


def test_a_part_of_the_outline_keeps_the_total_that_it_states_and_the_words_beside_it():
    made = notice(
        "2023年望川县考核办法\n一、考核内容\n（一）乡镇考核。总分100分，其中：\n1.经济发展（60分）。\n2.乡村振兴（40分）。\n"
        "（二）部门考核。权重15%。考核内容如下。\n1.业务工作（60分）。由县考核办评定。\n2.党的建设（40分）。\n"
    )
    (scheme,) = made.schemes
    town, office = scheme.items[0].children
    assert (int(town.points.value), town.requirement) == (100, "总分100分，其中：")
    assert (int(office.weight.value), office.requirement) == (15, "考核内容如下。")
    assert (scheme.total, made.coverage) == (None, 1.0)


def test_marks_that_end_the_only_paragraph_below_a_name():
    made = notice(
        "2023年望川县城管考核评分标准\n一、市容环境（30分）\n1.主次干道（10分）\n2.门前三包\n签订率达100%，每少一户扣0.1分。（20分）\n"
    )
    last = made.schemes[0].items[0].children[1]
    assert (last.title, int(last.points.value), last.requirement) == ("门前三包", 20, "签订率达100%，每少一户扣0.1分。")
    assert codes(made) == []


def test_lines_that_each_name_a_task_begin_records_within_sections():
    made = notice(
        "2022年望川县政务公开任务分解表\n一、重点领域\n任务：公开预算\n牵头单位：县财政局\n完成时限：10月底前\n"
        "任务：公开项目\n牵头单位：县发改局\n完成时限：长期公开\n二、政策解读\n任务：落实三同步\n牵头单位：县政府办\n完成时限：全年\n"
    )
    leaves = [i for i in flatten(made.schemes[0].items) if not i.children]
    assert [(i.title, i.responsible[0].raw, i.deadlines[0].kind) for i in leaves] == [
        ("公开预算", "县财政局", "date"), ("公开项目", "县发改局", "continuous"), ("落实三同步", "县政府办", "period"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("刷写标语3分，内容新颖再得2分。（5分）", "5"),
        ("刷写标语3分，内容新颖再得2分（5分）", "5"),
        ("刷写标语（3分），内容新颖再得2分。", "3"),
        ("刷写标语3分，内容新颖再得2分。", "3"),
    ],
)
def test_a_bracket_at_the_end_has_what_all_is_worth(line, points):
    made = notice(f"望川镇环境卫生考核办法\n一、宣传工作\n1.{line}\n2.发放宣传单（5分）。\n")
    assert str(made.schemes[0].items[0].children[0].points.value) == points


SLID = "青石镇护林员管理考核细则\n一、到岗（40分）\n1.迟到的，一次扣2分。\n二、巡护（30分）\n1.漏巡的，一次扣3分。\n三、台账\n"


@pytest.mark.parametrize("amount", ["（30）", "（30分）", "( 30 分 ) "])
def test_a_headings_amount_that_slid_before_its_first_point(amount):
    items = notice(f"{SLID}\n{amount}1.漏记的，一次扣3分。\n2.错记的，一次扣1分。\n").schemes[0].items
    assert [(i.marker, i.title, i.points.value) for i in items] == [
        ("一、", "到岗", 40),
        ("二、", "巡护", 30),
        ("三、", "台账", 30),
    ]
    assert [(c.marker, c.requirement) for c in items[2].children] == [
        ("1.", "漏记的，一次扣3分。"),
        ("2.", "错记的，一次扣1分。"),
    ]


@pytest.mark.parametrize(
    ("words", "marker"),
    [
        ("（1）1.漏记的，一次扣3分。", "（1）"),
        ("（30）漏记的，一次扣3分。", "（30）"),
        ("1.（30分）漏记的，一次扣3分。", "1."),
    ],
)
def test_a_number_of_its_own_before_a_point_is_no_amount(words, marker):
    last = notice(f"{SLID}{words}\n").schemes[0].items[2]
    assert (last.points, last.children[0].marker) == (None, marker)


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("1.数据报送。每迟报一天扣1分，该项满分60分，扣完为止。", 60),
        ("1.数据报送。本项满分为60分，每迟报一天扣1分。", 60),
        ("1.数据报送。每迟报一天扣1分，此项工作满分：60分。", 60),
        ("1.数据报送。每迟报一天扣1分，满分60分的乡镇通报表扬。", None),
        ("1.数据报送。该项满分60分，此项满分40分。", None),
        ("1.数据报送。每迟报一天扣1分，本项8分，扣完为止。", 8),
        ("1.数据报送。路面整洁，每处扣0.2分，该项分值12分。", 12),
        ("1.数据报送。按时报送，标准分15分，迟报一次扣1分。", 15),
        ("1.数据报送。本项10分以上的另行通报。", None),
        ("1.数据报送。本项8分，该项6分。", None),
        ("1.数据报送。因本项失分的每次扣1分。", None),
        ("1.数据报送。该项满分60分以上的不扣。", None),
    ],
)
def test_full_marks_that_a_text_says_of_itself(words, points):
    item = notice(f"青石县统计考核办法\n一、考核内容\n{words}\n2.台账（40分）\n").schemes[0].items[0].children[0]
    assert (item.points and item.points.value, item.title) == (points, "数据报送")


@pytest.mark.parametrize(("second", "points"), [(15, 40), (25, None)])
def test_full_marks_that_the_parts_come_to(second, points):
    made = notice(
        "青石县统计考核办法\n（一）统计年报\n从采集、报送两方面评价，满分40分（按工作量调整）。\n"
        f"1.采集（25分）\n2.报送（{second}分）\n（二）台账（60分）\n"
    )
    first = made.schemes[0].items[0]
    assert (first.points and (first.points.value, first.points.raw)) == (points and (points, "满分40分"))


@pytest.mark.parametrize(
    ("words", "points", "title"),
    [
        ("服务业统计（5分 服务业专业）", 5, "服务业统计（5分服务业专业）"),
        ("服务业统计（5分　县统计局）", 5, "服务业统计"),
        ("群众评议（5分 以上）", None, None),
        ("到岗时间（5 分 钟 内）", None, None),
    ],
)
def test_words_behind_an_amount_that_only_a_space_sets_apart(words, points, title):
    item = notice(f"青石县统计考核办法\n一、业务（15分）\n1.{words}\n2.台账（10分）\n").schemes[0].items[0].children[0]
    assert item.points.value == points if points else item.points is None
    assert title is None or item.title == title


def test_names_with_bare_marks_and_no_heading_over_them_are_a_scheme():
    made = notice("松岭县2026年档案工作考核细则\n1、健全制度30分\n2、落实专人50分\n3、移交进馆20分\n")
    assert outline(made.schemes[0].items) == [("1、", "健全制度", 30), ("2、", "落实专人", 50), ("3、", "移交进馆", 20)]


def test_numbered_lines_on_scores_are_none():
    made = notice("松岭县2026年档案工作考核办法\n1、考核总分为100分\n2、每次扣3分\n3、按季度通报。\n")
    assert all(item.points is None for scheme in made.schemes for item in scheme.walk())


OWN = "2022年度望川县青石镇护林自评报告\n一、组织（40分，自评38分）\n（一）会议齐全。（{}）\n（二）经费到位。（20分，自评得20分）\n二、巡护（60分，自评60分）\n"


@pytest.mark.parametrize("own", ["20分，自评得18分", "20分，自评18分", "20分,自查得分：18分", "20分；自评为18"])
def test_what_the_assessed_gave_themselves_beside_the_full_marks(own):
    made = notice(OWN.format(own))
    found = [(i.title, int(i.points.value), int(i.self_score or 0)) for i in flatten(made.schemes[0].items)]
    assert found == [("组织", 40, 38), ("会议齐全", 20, 18), ("经费到位", 20, 20), ("巡护", 60, 60)]
    assert all(not i.scoring_rules and i.scoring is None for i in flatten(made.schemes[0].items))
    assert made.coverage == 1


@pytest.mark.parametrize("rule", ["20分，自评不实扣2分", "20分，自评得18分以上加1分", "20分，得18分"])
def test_rules_on_the_self_assessment_are_no_mark_of_it(rule):
    made = notice(OWN.format(rule))
    assert flatten(made.schemes[0].items)[1].self_score is None


LETTERED = """某某县2022年度阅读活动考核指标
A 组织保障 20分
A1 成立工作专班 8分
A2 编制活动方案 12分
B 活动开展 80分
B1 举办晨读活动 50分
B2 举办读书沙龙 30分
G 一票否决项
G1 发生安全责任事故的，取消评优资格
"""


def test_letters_over_the_codes_that_they_begin_are_a_level_of_their_own():
    made = notice(LETTERED)
    assert outline(made.schemes[0].items) == [
        ("A", "组织保障", 20, [("A1", "成立工作专班", 8), ("A2", "编制活动方案", 12)]),
        ("B", "活动开展", 80, [("B1", "举办晨读活动", 50), ("B2", "举办读书沙龙", 30)]),
        ("G", "一票否决项", None, [("G1", "发生安全责任事故的，取消评优资格", None)]),
    ]
    assert [item.nature for item in made.schemes[0].items] == ["base", "base", "veto"]


def test_letters_with_a_delimiter_stand_below_chapters_and_over_text_and_points_of_their_codes():
    made = notice(
        "某某县2022年度阅读活动考核细则\n一、考核内容\nA、组织保障（20分）\n重点看机构和方案。\nA1、成立专班（20分）\n（1）有名单。\n（2）有会议。\n"
        "B、活动开展（80分）\nB1、举办晨读活动（50分）\nB2、举办读书沙龙（30分）\n二、考核方法\n每年12月组织一次。\n"
    )
    top = made.schemes[0].items[0]
    assert [(x.marker, [y.marker for y in x.children]) for x in top.children] == [
        ("A、", ["A1、"]),
        ("B、", ["B1、", "B2、"]),
    ]
    assert [y.marker for y in top.children[0].children[0].children] == ["（1）", "（2）"]


@pytest.mark.parametrize(
    "words",
    [
        "A1 组织保障（20分）\nB1 成立专班（8分）\nC1 有名单（8分）\nB2 编制方案（12分）\nA2 活动开展（80分）",
        "一、组织保障（20分）\nA类企业须有专人。\nA1 成立专班（20分）\n二、活动开展（80分）\nA1 举办晨读活动（80分）",
    ],
)
def test_codes_of_a_level_each_and_one_lone_letter_are_no_chapters(words):
    made = notice(f"某某县2022年度阅读活动考核指标\n{words}\n")
    assert not {"A", "B"} & {item.marker for item in flatten(made.schemes[0].items)}


TAKEN_OFF = """青石县2023年度禁烧工作考核办法
一、考核对象、时间
（一）考核对象
全县12个乡镇。
（二）考核时间
2023年5月1日至10月31日。
二、考核内容和标准
采取倒扣分制，有下列情形的分别扣分：
（一）未按要求设立检查站的，扣5分。
（二）村干部未及时到场的，每次扣3分。
（三）被通报的火点，每个扣10分。
三、结果运用
（一）作为评先依据。
（二）排名末位的{taken}。
"""


def test_chapters_on_procedure_are_no_indicators_where_marks_are_only_taken():
    made = notice(TAKEN_OFF.format(taken="约谈"))
    assert [item.title for item in made.schemes[0].items] == ["考核内容和标准"]
    assert [s.title for s in made.sections] == ["考核对象、时间", "结果运用"]


def test_a_chapter_on_procedure_that_takes_marks_as_well_stays_in_the_scheme():
    made = notice(TAKEN_OFF.format(taken="，扣2分"))
    assert [item.title for item in made.schemes[0].items] == ["考核内容和标准", "结果运用"]


def test_a_name_of_what_lies_before_and_behind_has_its_amount():
    assert heads("一、日常巡护（30分）\n1.林前林后20分，漏检一处扣1分。\n2.林间道路10分，漏检一处扣1分。")[1:] == [
        (2, "1.", "林前林后", 20), (2, "2.", "林间道路", 10),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["说明", "总体说明", "有关说明", "考核说明"])
def test_a_chapter_of_explanation_is_no_indicator_though_it_names_a_day(name):
    made = notice(
        f"青石镇护林员考核方案\n第一部分 {name}\n本方案适用于全镇护林员，每季度末10日内报镇林业站。\n第二部分 考核细则\n"
        "一、巡护（60分）\n二、台账（40分）\n第三部分 组织实施\n由镇林业站负责组织。\n"
    )
    assert [i.title for i in made.schemes[0].items] == ["考核细则"]
    assert [s.title for s in made.sections] == [name, "组织实施"]


def test_an_explanation_with_marks_of_its_own_is_an_indicator():
    made = notice("青石镇公示栏考核方案\n一、说明（10分）\n缺说明每次扣1分。\n二、公示（90分）\n缺公示每次扣5分。\n")
    assert [i.title for i in made.schemes[0].items] == ["说明", "公示"]


def test_what_a_name_makes_up_is_its_marks():
    words = "一、实绩（30分）\n（一）巡护情况占20分，由各站评分。\n（二）创新占10分，有创新的得5-10分。\n"
    assert heads(words)[1:] == [(2, "（一）", "巡护情况", 20), (2, "（二）", "创新", 10)]


@pytest.mark.parametrize("words", ["平时考核占40分，年终考核占60分。", "其中巡护占20分，其余另计。"])
def test_shares_of_a_whole_are_no_marks_of_the_first(words):
    assert [points for *_, points in heads(f"一、实绩（30分）\n（一）{words}\n（二）巡河10分。\n")][1] is None


@pytest.mark.parametrize(("first", "second", "third"), ["⑴⑵⑶", "㈠㈡㈢"])
def test_points_of_one_line_may_have_numbers_that_are_one_sign(first, second, third):
    made = notice(
        f"云溪县责任书\n一、应急处置（15分）\n{first}有预案（5分）{second}有队伍（5分）{third}有物资（5分）\n二、宣传（5分）\n"
    )
    assert [(i.marker, i.title) for i in made.schemes[0].items[0].children] == [
        (first, "有预案"), (second, "有队伍"), (third, "有物资"),
    ]  # fmt: skip


LETTERS = "云溪县质量考核细则\nA 医疗质量（40%）\nA1 病历质量（20分）：甲级率95%。\nA2 核心制度（20分）：缺失每次扣1分。\nB 护理质量（60%）\nB1 基础护理（60分）：合格率90%。\n"


def test_a_letter_that_goes_on_from_those_over_codes_has_none_below_it():
    made = notice(f"{LETTERS}C 单项否决\n发生事故的，当月绩效为零。\n")
    assert [(i.marker, i.title, len(i.children), i.nature) for i in made.schemes[0].items] == [
        ("A", "医疗质量", 2, "base"), ("B", "护理质量", 1, "base"), ("C", "单项否决", 0, "veto"),
    ]  # fmt: skip


def test_one_that_does_not_go_on_is_a_text():
    assert [i.marker for i in notice(f"{LETTERS}E 单项否决\n发生事故的，当月绩效为零。\n").schemes[0].items] == [
        None,
        None,
    ]
