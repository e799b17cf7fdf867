"""Whole notices as offices publish them: what stands in their paragraphs, letters and lists of tasks."""

import pytest

from tests.making import codes, notice, outline


def tree(words):
    return [outline(scheme.items) for scheme in notice(words).schemes]


def test_articles_with_their_amounts_behind_the_name_are_indicators():
    made = notice(
        "望川县护林考核办法\n第一条 为规范护林考核，制定本办法。\n第二条 考核内容包括四个方面，总分100分。\n第三条 巡护（60分）：按月巡护得40分；记录完整得20分。\n"
        "第四条 台账（40分）：台账齐全得40分。\n第五条 有下列情形之一的，直接确定为不合格：\n（一）发生火灾的；\n（二）弄虚作假的。\n第六条 本办法自发布之日起施行。\n"
    )
    assert [s.marker for s in made.sections] == ["第一条", "第二条", "第六条"]
    assert [(i.marker, i.title, i.points and int(i.points.value)) for i in made.schemes[0].items] == [
        ("第三条", "巡护", 60),
        ("第四条", "台账", 40),
        ("第五条", "有下列情形之一的，直接确定为不合格", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2022年，县林业局将围绕县委、县政府中心工作，重点抓好以下几个方面：",
        "为做好护林工作，各单位要落实以下任务：",
        "经县政府同意，现就做好各乡镇护林工作提出如下意见：",
    ],
)
def test_a_sentence_that_leads_to_a_list_names_no_addressees(line):
    made = notice(f"望川县林业局2022年工作要点\n{line}\n一、巡护。6月底前完成。\n二、宣传。\n")
    assert (made.addressees, made.sections[0].requirement) == ((), line)


def test_a_sites_column_before_the_title_is_the_pages():
    made = notice("【部门文件】望川县林业局2022年工作要点\n一、巡护。6月底前完成。\n二、宣传。\n")
    assert (made.title, [u.text for u in made.unparsed]) == ("望川县林业局2022年工作要点", ["【部门文件】"])


SPOKEN = "一是抓巡护。6月底前建立台账。\n二是抓宣传。办好宣传周。\n三是抓执法。严查毁林。\n"


def test_tasks_that_nothing_else_counts():
    assert tree(f"望川县林业局2022年工作要点\n重点做好以下工作：\n{SPOKEN}") == [
        [("一是", "抓巡护", None), ("二是", "抓宣传", None), ("三是", "抓执法", None)]
    ]


def test_below_a_number_they_are_clauses():
    made = notice(f"望川县林业局2022年工作要点\n一、加强护林\n{SPOKEN}二、造林。11月底前完成。\n")
    assert [i.marker for i in made.schemes[0].items] == ["一、", "二、"]
    assert made.schemes[0].items[0].requirement == SPOKEN.strip()


def test_records_that_a_word_counts():
    made = notice(
        "2021年林业重点任务清单\n（一）资源保护（2项）\n任务1：推动巡护\n工作目标：巡护率100%。\n牵头领导：张某\n牵头单位：市林业局\n时间节点：6月底前\n"
        "任务2：扩大造林\n工作目标：造林2万亩。\n牵头领导：李某\n牵头单位：市农业农村局\n时间节点：全年\n"
    )
    (head,) = made.schemes[0].items
    assert [(c.marker, c.title, c.responsible[0].name, c.extra) for c in head.children] == [
        ("任务1：", "推动巡护", "市林业局", {"牵头领导": "张某"}),
        ("任务2：", "扩大造林", "市农业农村局", {"牵头领导": "李某"}),
    ]


@pytest.mark.parametrize(
    ("tail", "units", "extra"),
    [
        ("\n责任股室：造林股　完成时限：2022年11月底", ["造林股"], {}),
        ("责任股室：造林股　完成时限：2022年11月底", ["造林股"], {}),
        ("\n完成时限：2022年11月底　责任单位：县林业局、县水利局", ["县林业局", "县水利局"], {}),
        ("责任单位：县林业局；完成时限：2022年11月底；责任领导：何某。", ["县林业局"], {"责任领导": "何某"}),
        ("——责任单位：县林业局、县水利局；完成时限：11月底。", ["县林业局", "县水利局"], {}),
        ("【牵头单位：县林业局】【完成时限：2022年11月底】", ["县林业局"], {}),
        ("（责任单位：县林业局）（责任人：何某）（完成时限：11月底）", ["县林业局"], {"责任人": "何某"}),
        ("\n责任单位：县林业局　责任人：何某　完成时限：11月底", ["县林业局"], {"责任人": "何某"}),
    ],
)
def test_labels_behind_a_task_that_no_bracket_holds(tail, units, extra):
    made = notice(f"望川县林业局2022年工作要点\n一、造林\n1.造林绿化。造林2万亩。{tail}\n2.护林。按月巡护。\n")
    item = made.schemes[0].items[0].children[0]
    assert (item.title, item.requirement) == ("造林绿化", "造林2万亩。")
    assert [u.name for u in item.responsible] == units
    assert [str(d.due) for d in item.deadlines] == ["2022-11-30"]
    assert (item.extra, made.coverage) == (extra, 1.0)


def test_who_answers_in_person_stands_behind_a_headings_amount():
    made = notice(
        "望川乡2020年考核方案\n一、考核内容\n（一）党建工作20分（责任人：组织委员 刘某）\n1、例会5分，缺1次扣1分。\n2、村务公开15分，少1次扣2分。\n"
    )
    (head,) = made.schemes[0].items[0].children
    assert (head.title, int(head.points.value), head.extra) == ("党建工作", 20, {"责任人": "组织委员刘某"})
    assert codes(made) == []


def test_where_an_office_is_set_up_is_no_responsible_unit():
    made = notice(
        "望川县2021年护林方案\n一、领导。成立领导小组，下设办公室（设在县林业局）。\n二、巡护。6月底前完成。\n"
    )
    assert made.schemes[0].items[0].responsible == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("县工信局、望川生态环境局", ["县工信局", "望川生态环境局"]),
        ("区住建局牵头，滨河街道办事处配合", ["区住建局", "滨河街道办事处"]),
        ("市工信局、生态环境局、税务局", ["市工信局", "市生态环境局", "市税务局"]),
    ],
)
def test_bodies_named_after_their_place_among_others(words, names):
    made = notice(f"望川县2021年护林方案\n一、巡护。按月巡护。（{words}）\n二、宣传。6月底前完成。\n")
    assert [u.name for u in made.schemes[0].items[0].responsible] == names


def test_words_that_close_a_letter_are_no_task():
    made = notice(
        "望川县林业局关于2019年重点任务的函\n一、新增\n1．建设林道，12月底前完成。\n2．取消苗圃。\n特此函告。\n"
    )
    assert made.schemes[0].items[0].children[-1].requirement == "取消苗圃。"


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("1.巡护（40分）。①按月巡护（25分），少一次扣1分；②记录完整（15分），缺一项扣1分。", [("①", 25), ("②", 15)]),
        ("1、台账管理（10分）。（1）台账齐全（4分）；（2）记录及时（6分）。", [("（1）", 4), ("（2）", 6)]),
        ("1.巡护（40分）。缺一次扣1分。", []),
        ("1.巡护（40分）。①按月巡护；②记录完整。", []),
        ("1.巡护（40分）。①少一次扣5分；②缺一项扣3分。", []),
    ],
)
def test_points_inside_a_paragraph_that_each_carry_full_marks(line, points):
    made = notice(f"望川县护林考核细则\n一、巡护\n{line}\n2.宣传（60分）。\n")
    first, second = made.schemes[0].items[0].children
    assert (first.title, int(first.points.value)) == (line[2:].split("（", 1)[0], int(line.split("（")[1][:2]))
    assert [(c.marker, int(c.points.value)) for c in first.children] == points
    assert second.title == "宣传"


def test_indicators_run_together_in_one_paragraph():
    assert tree(
        "关于开展护林考核的通知\n一、考核内容\n1.巡护10分。2.台账30分，其中记录20分、图表10分。3.宣传60分。\n二、考核程序\n1.自查；\n2.核查。\n"
    ) == [[("一、", "考核内容", None, [("1.", "巡护", 10), ("2.", "台账", 30), ("3.", "宣传", 60)])]]


def test_a_weight_that_the_last_sentence_gives():
    made = notice(
        "望川县护林评价方案\n一、评价内容\n（一）管理。包括组织、制度。权重40%。\n（二）巡护。包括频次。权重60%。\n"
    )
    assert [(int(c.weight.value), c.requirement) for c in made.schemes[0].items[0].children] == [
        (40, "包括组织、制度。"),
        (60, "包括频次。"),
    ]


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("一、考核内容\n考核总分为100分。\n（一）巡护（60分）。\n（二）台账（40分）。\n", 100),
        (
            "一、考核总则\n1.考核对象：各村。\n2.考核总分：100分。\n二、考核内容\n1.巡护（60分）。\n2.台账（40分）。\n",
            100,
        ),
        ("一、考核内容\n（一）巡护（60分）。\n（二）台账（40分）。\n二、等次\n总分90分以上的为优秀。\n", None),
    ],
)
def test_a_total_that_stands_among_the_indicators(words, total):
    made = notice(f"望川县护林考核细则\n{words}")
    assert (made.schemes[0].total and int(made.schemes[0].total.value), codes(made)) == (total, [])


def test_what_decides_alone_belongs_to_the_scheme():
    made = notice(
        "望川县护林考核办法\n一、考核内容\n（一）巡护（60分）。\n（二）台账（40分）。\n二、一票否决\n发生火灾的，取消评优资格。\n三、奖惩\n前三名予以表扬。\n"
    )
    assert [(i.title, i.nature) for i in made.schemes[0].items] == [("考核内容", "base"), ("一票否决", "veto")]
    assert [s.title for s in made.sections] == ["奖惩"]


def test_bodies_over_their_tasks_where_one_number_runs_through():
    assert tree(
        "望川市2022年创建任务分解\n一、组织管理\n市林业局\n1.制定方案。\n2.畅通投诉渠道。\n市财政局\n3.保障经费。\n二、健康教育\n市教育局\n4.开好课程。\n"
    ) == [
        [
            ("一、", "组织管理", None, [
                (None, "市林业局", None, [("1.", "制定方案。", None), ("2.", "畅通投诉渠道。", None)]),
                (None, "市财政局", None, [("3.", "保障经费。", None)]),
            ]),
            ("二、", "健康教育", None, [(None, "市教育局", None, [("4.", "开好课程。", None)])]),
        ]
    ]  # fmt: skip


def test_bodies_below_their_tasks_head_nothing():
    made = notice(
        "望川市2022年任务分解\n一、组织管理\n1.制定方案。\n市林业局\n2.畅通渠道。\n市财政局\n3.保障经费。\n市教育局\n"
    )
    assert [c.marker for c in made.schemes[0].items[0].children] == ["1.", "2.", "3."]


def test_numbers_without_a_delimiter_over_their_own_dotted_ones():
    made = notice(
        "望川县护林考评规则\n1　总则\n1.1　目的\n为规范考评，制定本规则。\n2　考评指标\n2.1　“清源”行动（40分）\n2.1.1　巡护（40分）\n缺一次扣1分。\n"
        "2.2　台账（60分）\n12个月的记录齐全。\n3　考评程序\n3.1　自评。按时报送。\n"
    )
    assert (made.kind, [s.marker for s in made.sections]) == ("assessment_scheme", ["1", "3"])
    assert [outline(s.items) for s in made.schemes] == [
        [("2", "考评指标", None, [("2.1", "“清源”行动", 40, [("2.1.1", "巡护", 40)]), ("2.2", "台账", 60)])]
    ]


def test_who_signs_a_bond_is_a_form_and_no_part_of_its_last_words():
    made = notice(
        "望川镇2021年护林责任书\n一、护林（100分）\n1、巡护（60分）。\n2、台账（40分）。\n二、本责任书一式两份，自签订之日起生效。\n\n"
        "望川镇人民政府（盖章）          村（社区）（盖章）\n负责人（签字）：                负责人（签字）：\n2021年  月  日\n"
    )
    assert made.sections[-1].requirement == "本责任书一式两份，自签订之日起生效。"
    assert [(u.reason, len(u.text.split("\n"))) for u in made.unparsed] == [("form", 3)]


def test_a_body_set_up_for_one_task_signs():
    made = notice(
        "望川县护林考核细则\n一、巡护（100分）。\n二、加分\n受表彰的加5分。\n望川县护林防火指挥部\n2017年4月10日\n"
    )
    assert (made.issuer, str(made.issued_on)) == ("望川县护林防火指挥部", "2017-04-10")


def test_a_cover_that_asks_for_views_on_a_draft():
    made = notice(
        "关于对《望川市2024年护林方案（草案）》公开征求意见的公告\n现公开征求意见。\n望川市林业局\n2024年3月21日\n望川市2024年护林方案\n（草案）\n"
        "一、巡护\n1、建立台账。6月底前完成。\n2、按月巡护。\n"
    )
    assert (made.title, made.cover_title, made.status) == (
        "望川市2024年护林方案",
        "关于对《望川市2024年护林方案（草案）》公开征求意见的公告",
        "draft",
    )


def test_the_mark_of_an_annex_above_the_title_is_no_navigation():
    made = notice(
        "附件2\n望川县2022年护林任务分工\n1.巡护。按月巡护。（责任单位：县林业局）\n2.宣传。（责任单位：各乡镇）\n"
    )
    assert (made.title, made.unparsed) == ("望川县2022年护林任务分工", ())


def wrapped(paragraphs, width, indent):
    """Lines of a text file that was broken hard: no line is wider, no sign that ends a name begins one."""
    lines = []
    for words in paragraphs:
        line, at = " " * (2 * indent), float(indent)
        for sign in words:
            wide = 0.5 if sign.isascii() else 1.0
            if at + wide > width and sign not in "，。；：、）”》":
                lines.append(line)
                line, at = "", 0.0
            line, at = line + sign, at + wide
        lines.append(line)
    return "\n".join(lines)


ARTICLES = [
    "《望川县2021年度“护林行动”工作考核办法》已经县委农村工作领导小组会议研究同意，现印发给你们，请结合实际，认真抓好落实。",
    "第一条  根据省、市关于护林的部署，为确保完成全年目标任务，制定本办法。",
    "第二条  考核内容及分值：",
    "（一）巡护（60分）。每月巡护得60分，未按时报送巡护记录的，每次扣1分；抽查合格率低于95%的，每低1%扣2分。",
    "（二）台账（40分）。记录完整得40分，缺一项扣1分，扣完为止。",
    "第三条  考核采取日常调度、现场查验、群众评议等方式进行，于2021年12月20日前完成。",
    "第四条  考核结果分为优秀（90分及以上）、良好（80-89分）、合格（60-79分）、不合格（60分以下）四个等次。",
    "第五条  有下列情形之一的，取消评优资格：弄虚作假的；发生安全事故的；被省级以上通报的。",
    "第六条  本办法由县林业局负责解释，自印发之日起施行。",
]


@pytest.mark.parametrize(("width", "indent"), [(20, 2), (22, 2), (28, 2), (36, 2), (22, 0)])
def test_lines_broken_hard_are_paragraphs_again(width, indent):
    title = "关于印发《望川县2021年度“护林行动”工作考核办法》的通知\n望林发〔2021〕6号\n各乡（镇）人民政府：\n"
    own = "望川县林业局\n2021年5月18日\n望川县2021年度“护林行动”工作考核办法\n"
    whole = notice(title + ARTICLES[0] + "\n" + own + "\n".join(ARTICLES[1:]) + "\n")
    made = notice(
        title + wrapped(ARTICLES[:1], width, indent) + "\n" + own + wrapped(ARTICLES[1:], width, indent) + "\n"
    )
    told = [
        [i.model_dump(exclude={"spans", "deadlines", "scoring_rules", "points"}) for i in n.sections]
        for n in (whole, made)
    ]
    assert told[0] == told[1]
    assert outline(whole.schemes[0].items) == outline(made.schemes[0].items)
    assert [i.requirement for i in whole.schemes[0].items[0].children] == [
        i.requirement for i in made.schemes[0].items[0].children
    ]


def test_short_lines_at_the_margin_below_indented_ones_are_their_own():
    made = notice(
        "望川县护林工作要点\n    一、巡护\n    1.按月巡护，做好记录。\n责任单位：县林业局\n    2.建立台账，6月底前完成。\n责任单位：各乡镇\n    二、宣传\n    3.办好宣传周。\n责任单位：县教育局\n"
    )
    assert [[c.requirement or c.title for c in i.children] for i in made.schemes[0].items] == [
        ["按月巡护，做好记录。", "建立台账，6月底前完成。"],
        ["办好宣传周。"],
    ]


@pytest.mark.parametrize(
    "line",
    [
        "造林2万亩。责任单位:县林业局。完成时限:11月底。",
        "造林2万亩。完成时限：11月底。责任单位：县林业局。",
        "造林2万亩。责任单位：县林业局。责任人：何某。完成时限：11月底前。",
    ],
)
def test_labels_that_are_sentences_of_their_own(line):
    made = notice(f"望川县2022年民生实事方案\n1、{line}\n2、护林。按月巡护。\n")
    item = made.schemes[0].items[0]
    assert (item.requirement, [u.name for u in item.responsible]) == ("造林2万亩。", ["县林业局"])
    assert ([str(d.due) for d in item.deadlines], made.coverage) == (["2022-11-30"], 1.0)


LISTED = (
    "望川市2020年护林要点任务分工\n一、巡护\n（一）按月巡护。8月底前报送记录。\n市林业局、市财政局及各成员单位\n（二）建立台账。\n{}\n二、宣传\n"
    "（三）办好宣传周。\n市教育局、团市委\n"
)


def test_lines_of_nothing_but_bodies_below_their_tasks():
    made = notice(LISTED.format("市水利局、市民政局"))
    tasks = [c for i in made.schemes[0].items for c in i.children]
    assert [[u.name for u in c.responsible] for c in tasks] == [
        ["市林业局", "市财政局", "各成员单位"],
        ["市水利局", "市民政局"],
        ["市教育局", "团市委"],
    ]
    assert [c.requirement for c in tasks] == ["8月底前报送记录。", "建立台账。", "办好宣传周。"]


def test_one_line_of_bodies_says_who_is_assessed():
    made = notice(
        "望川市护林考核办法\n一、考核对象\n各乡镇，市直有关单位。\n二、考核内容\n1.巡护（60分）。\n2.台账（40分）。\n"
    )
    assert (made.sections[0].requirement, made.sections[0].responsible) == ("各乡镇，市直有关单位。", ())


def test_paragraphs_that_begin_with_who_must_do_them():
    made = notice(
        "望川县2025年护林方案\n一、职责分工\n县林业局：负责巡护，9月10日前建立台账。\n县财政局：落实资金。\n各乡镇（街道）：组织动员。\n二、考核。按月通报。\n"
    )
    (head, *_) = made.schemes[0].items
    assert [(c.title, c.requirement, [u.name for u in c.responsible]) for c in head.children] == [
        ("县林业局", "负责巡护，9月10日前建立台账。", ["县林业局"]),
        ("县财政局", "落实资金。", ["县财政局"]),
        ("各乡镇（街道）", "组织动员。", ["各乡镇（街道）"]),
    ]


def test_records_with_their_number_on_a_line_above():
    made = notice(
        "望川街道2024年护林任务清单\n序号：1\n工作任务：建成网格\n责任科室：林业科\n配合科室：财政所\n完成时间：9月30日\n\n序号：2\n工作任务：完善清单\n责任科室：社区科\n"
    )
    assert [(i.marker, i.title, [u.name for u in i.responsible]) for i in made.schemes[0].items] == [
        ("1", "建成网格", ["林业科", "财政所"]),
        ("2", "完善清单", ["社区科"]),
    ]
    assert (made.sections, made.coverage) == ((), 1.0)


def test_what_share_an_indicator_makes_up_is_its_weight():
    made = notice(
        "望川县护林考核方案\n一、考核内容（总分100分）\n（一）日常考核（100分，占40%）\n1、巡护（60分）。\n2、台账（40分）。\n（二）年终考核（100分，权重60%）。年底组织。\n"
    )
    one, other = made.schemes[0].items[0].children
    assert [(i.title, int(i.points.value), int(i.weight.value)) for i in (one, other)] == [
        ("日常考核", 100, 40),
        ("年终考核", 100, 60),
    ]
    assert (int(made.schemes[0].total.value), other.scoring, made.coverage) == (100, None, 1.0)


def test_a_heading_without_a_number_ends_the_tasks():
    made = notice("望川县2022年护林方案\n1、巡护。6月底前完成。\n2、宣传。办好宣传周。\n保障措施\n各单位要细化方案。\n")
    assert made.schemes[0].items[-1].requirement == "办好宣传周。"
    assert [s.requirement for s in made.sections] == ["保障措施", "各单位要细化方案。"]


def test_a_headline_passes_its_notice_on():
    made = notice(
        "中共望川县委办公室 望川县人民政府办公室印发《望川县2023年护林考核细则》\n第一条 考核满分为1000分，由以下部分组成：\n1.巡护600分。按月巡护。\n2.台账400分。记录完整。\n"
        "第二条 本细则自印发之日起施行。\n"
    )
    assert made.title == "望川县2023年护林考核细则"
    assert made.cover_title == "中共望川县委办公室望川县人民政府办公室印发《望川县2023年护林考核细则》"
    assert (made.issuer, made.coverage) == ("中共望川县委办公室、望川县人民政府办公室", 1.0)


def test_a_total_without_indicators_is_no_schemes():
    made = notice(
        "望川县关于做好护林评估工作的通知\n一、评估内容\n评估总分1000分。\n二、评估程序\n（一）申报。7月底前申报。\n（二）初评。实地评估。\n"
    )
    assert (made.kind, made.schemes[0].total) == ("assessment_scheme", None)


def test_codes_with_a_dash_are_levels_and_ranges_are_none():
    assert tree(
        "护林考核指标说明\n指标1：护林（60分）\n1-1 巡护（40分）\n1-2 台账（20分）\n指标2：宣传（40分）\n2-1 宣传周（40分）\n1-2月开展，3-5名专人。\n"
    ) == [
        [
            ("指标1：", "护林", 60, [("1-1", "巡护", 40), ("1-2", "台账", 20)]),
            ("指标2：", "宣传", 40, [("2-1", "宣传周", 40)]),
        ]
    ]


def test_marks_by_level_are_no_full_marks():
    made = notice(
        "望川县护林考核细则\n一、考核内容\n1、巡护（100分）。\n二、加减分\n2、被国家、省、市推广的，分别加5、3、1分。\n"
    )
    item = made.schemes[0].items[1].children[0]
    assert (item.points, [int(r.amount) for r in item.scoring_rules]) == (None, [5, 3, 1])


def test_the_full_marks_of_each_kind_are_no_total():
    made = notice(
        "望川局2021年考核办法\n第一条 考核分为水利站、科室两类，每类满分100分。\n第二条 水利站考核：\n（一）防汛（60分）\n（二）管护（40分）\n第三条 科室考核：\n（一）业务（100分）\n"
    )
    assert (made.schemes[0].total, codes(made)) == (None, [])


def test_headings_run_together_in_one_paragraph():
    made = notice(
        "望川区护林意见\n一、工作任务\n（一）巡护。6月底前完成。\n二、保障措施\n（一）加强领导。（二）加大投入。（三）严格督查。\n"
    )
    assert [c.marker for c in made.schemes[0].items[1].children] == ["（一）", "（二）", "（三）"]


def test_places_left_open_behind_indicators_are_a_form():
    made = notice(
        "附件3：\n护林“百日行动”检查评分表\n被检查单位（盖章）：        检查时间：    年   月   日\n一、巡护（共60分）\n1、建立制度（20分）         得分：\n"
        "2、按月巡护（40分）     得分：\n二、台账（共40分）\n3、记录完整（40分）     得分：\n合计得分：\n检查人员签字：       被检查单位负责人签字：\n"
    )
    assert [outline(s.items) for s in made.schemes] == [
        [
            ("一、", "巡护", 60, [("1、", "建立制度", 20), ("2、", "按月巡护", 40)]),
            ("二、", "台账", 40, [("3、", "记录完整", 40)]),
        ]
    ]
    assert ({u.reason for u in made.unparsed}, made.sections, made.coverage) == ({"form"}, (), 1.0)


def test_who_does_all_points_of_a_task_stands_below_the_last():
    made = notice(
        "望川县2024年民生实事\n（一）护林工程。造林2万亩。\n牵头领导：陈某\n责任单位：县林业局\n（二）安居工程。\n1. 改造老旧小区12个；\n2. 建设住房300套。\n牵头领导：黄某\n责任单位：县住建局\n"
    )
    one, other = made.schemes[0].items
    assert [[u.name for u in i.responsible] for i in (one, other)] == [["县林业局"], ["县住建局"]]
    assert [(c.requirement, c.responsible, c.extra) for c in other.children] == [
        ("改造老旧小区12个；", (), {}),
        ("建设住房300套。", (), {}),
    ]


def test_points_that_each_name_their_bodies_keep_them():
    made = notice("望川县护林方案\n一、任务\n1. 巡护。\n责任单位：县林业局\n2. 宣传。\n责任单位：县教育局\n")
    assert [[u.name for u in c.responsible] for c in made.schemes[0].items[0].children] == [["县林业局"], ["县教育局"]]


def test_articles_with_their_names_in_brackets():
    made = notice(
        "望川县护林考核办法\n第一章 总  则\n第一条 【目的依据】为加强护林，制定本办法。\n第二章 考核内容\n第二条 【机构与责任】（40分）设立管护站，得40分。\n"
        "第三条 【日常巡护】（60分）按月巡护得60分，每缺一次扣5分。\n第三章 附  则\n第四条 【施行】本办法自印发之日起施行。\n"
    )
    assert [(s.title, [c.title for c in s.children]) for s in made.sections] == [
        ("总则", ["目的依据"]),
        ("附则", ["施行"]),
    ]
    assert tree_of(made) == [("第二章", "考核内容", None, [("第二条", "机构与责任", 40), ("第三条", "日常巡护", 60)])]


def tree_of(made):
    (scheme,) = made.schemes
    return outline(scheme.items)


def test_full_marks_before_a_semicolon():
    made = notice(
        "望川县护林考核办法\n一、巡护（60分）\n1．林道（40分）；每少1公里扣4分，扣完为止。\n2．台账（20分）；得分=20×完整率。\n二、宣传（40分）\n"
    )
    assert [(c.title, c.requirement) for c in made.schemes[0].items[0].children] == [
        ("林道", "每少1公里扣4分，扣完为止。"),
        ("台账", "得分=20×完整率。"),
    ]


def test_sections_under_the_body_that_must_do_them():
    made = notice(
        "望川县2020年责任分解\n责任单位：县教育局\n一、任务\n1．开展宣传。\n二、完成时限\n2020年8月31日前。\n责任单位：县林业局\n一、任务\n1．按月巡护。\n二、完成时限\n2020年7月31日前。\n"
    )
    assert [
        (i.title, [u.name for u in i.responsible], [c.marker for c in i.children]) for i in made.schemes[0].items
    ] == [
        ("县教育局", ["县教育局"], ["一、", "二、"]),
        ("县林业局", ["县林业局"], ["一、", "二、"]),
    ]
    assert (codes(made), made.coverage) == ([], 1.0)


def test_points_of_work_that_name_neither_day_nor_body_are_its_tasks():
    made = notice(
        "望川县2022年工作要点\n一、总体要求\n坚持生态优先。\n二、加强巡护。按月巡护。\n三、加强宣传。办好宣传周。\n"
    )
    assert [i.title for i in made.schemes[0].items] == ["加强巡护", "加强宣传"]
    assert notice("望川县护林意见\n一、加强巡护。按月巡护。\n二、加强宣传。办好宣传周。\n").schemes == ()


def test_what_a_letter_asks_for_at_its_end_is_no_part_of_the_last_task():
    made = notice(
        "望川县关于分解工作任务的通知\n1、巡护。6月底前完成。\n2、宣传。办好宣传周。\n请各乡镇于3月31日前报送方案。\n"
    )
    assert made.schemes[0].items[-1].requirement == "办好宣传周。"


def test_headings_that_begin_with_a_grade_are_not_numbered():
    made = notice(
        "望川县护林考核标准\n一级林道（40分）\n1.路面整洁（25分），每处扣2分。\n2.标牌完好（15分），缺一块扣1分。\n二级林道（60分）\n1.路面整洁（60分），每处扣1分。\n"
    )
    assert [(i.marker, i.title, len(i.children)) for i in made.schemes[0].items] == [
        (None, "一级林道", 2),
        (None, "二级林道", 1),
    ]
    assert codes(made) == []


def test_where_data_come_from_and_who_scores_stand_beside_the_text():
    made = notice(
        "望川县护林考核指标\n一、林地（60分）\n考核要点：林地不减少。\n计分办法：每减少1%扣5分。\n数据来源：县林业局\n二、造林（40分）\n考核部门：县绿化办\n"
    )
    one, other = made.schemes[0].items
    assert (one.requirement, one.extra, other.extra) == (
        "考核要点：林地不减少。",
        {"数据来源": "县林业局"},
        {"考核部门": "县绿化办"},
    )
    assert (one.responsible, other.responsible) == ((), ())


def test_a_pages_number_in_dashes_within_a_sentence():
    made = notice(
        "望川县护林工作方案\n一、巡护\n（一）按月巡护并且做好记录，于每月月底之前由各乡镇汇总以后报送到县林业局\n- 2 -\n备案。6月底前完成。\n（二）宣传。\n"
    )
    item = made.schemes[0].items[0].children[0]
    assert (item.title, item.requirement) == (
        "按月巡护并且做好记录，于每月月底之前由各乡镇汇总以后报送到县林业局备案",
        "6月底前完成。",
    )
    assert [(u.reason, u.text) for u in made.unparsed] == [("page_number", "- 2 -")]


def test_a_heading_with_the_full_marks_of_the_table_below_is_no_scheme():
    made = notice(
        "红旗村评比办法\n一、评比标准（100分）\n序号|项目|分值\n1|庭院整洁|60\n2|绿化美化|40\n二、评比组织\n由村妇联评比。\n"
    )
    assert [[i.title for i in s.items] for s in made.schemes] == [["庭院整洁", "绿化美化"]]


def test_ages_behind_a_number_and_who_signs_for_both_sides():
    made = notice(
        "望川市2018年责任书\n一、目标（100分）\n1．建档率达75%（40分）；\n2．0－6岁儿童健康管理率达85%（60分）。\n二、本责任书一式两份。\n"
        "甲方（盖章）：                     乙方（盖章）：\n代表签字：                         代表签字：\n                                   年    月    日\n"
    )
    assert [c.marker for c in made.schemes[0].items[0].children] == ["1．", "2．"]
    assert made.sections[-1].requirement == "本责任书一式两份。"
    assert ({u.reason for u in made.unparsed}, made.coverage) == ({"form"}, 1.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [("县经信局", "县科技局"), ("责任领导：葛某  牵头单位：县经信局", "责任领导：王某  牵头单位：县科技局")],
)
def test_paragraphs_without_a_number_that_each_name_their_units_are_tasks(one, other):
    made = notice(
        f"望川县2022年任务分解\n一、产业\n实施倍增计划，产值突破100亿元。（{one}）\n新增企业40家。（{other}）\n二、农业\n新建示范村10个。（县农业农村局）\n"
    )
    head, single = made.schemes[0].items
    assert [(c.title, c.requirement, c.responsible[0].name) for c in head.children] == [
        (None, "实施倍增计划，产值突破100亿元。", "县经信局"),
        (None, "新增企业40家。", "县科技局"),
    ]
    assert (single.requirement, single.children) == ("新建示范村10个。", ())


def test_notes_below_an_outline_are_the_schemes():
    made = notice(
        "2021年度城区街道护林考核细则\n1.巡护（60分）\n  1.1按月巡护，得60分。\n2.台账（40分）\n  2.1记录完整（40分）。缺一项扣1分。\n\n注：1.发现问题的，加倍扣分。\n2.本细则由县林业局负责解释。\n"
    )
    assert made.schemes[0].notes == ("1.发现问题的，加倍扣分。", "2.本细则由县林业局负责解释。")
    assert (made.sections, made.region, codes(made), made.coverage) == ((), None, ["points_awarded"], 1.0)


REST = (
    "青石镇护林员管理细则\n一、到岗（50分）\n1.迟到的，一次扣2分。\n二、巡护（50分）\n1.漏巡的，一次扣3分。\n三、其他\n"
)


def test_further_points_that_take_marks_are_indicators():
    made = notice(
        f"{REST}1.被县级通报的，一次扣10分。\n2.损坏标牌的，每块扣5分。\n四、附则\n1.本细则由镇林业站负责解释。\n"
    )
    assert [(i.title, i.nature, len(i.children)) for i in made.schemes[0].items] == [
        ("到岗", "base", 1), ("巡护", "base", 1), ("其他", "deduction", 2),
    ]  # fmt: skip
    assert [i.title for i in made.sections] == ["附则"]


@pytest.mark.parametrize(
    "words",
    [
        "1.考核结果按季通报。\n2.被县级通报的，一次扣10分。\n",
        "本细则自印发之日起施行。\n",
        "1.本细则由镇林业站负责解释。\n",
    ],
)
def test_what_else_is_said_of_an_assessment_is_no_indicator(words):
    made = notice(REST + words)
    assert [i.title for i in made.schemes[0].items] == ["到岗", "巡护"]
    assert [i.title for i in made.sections] == ["其他"]


ENDED = "松岭县林长考核细则\n一、巡护（60分）\n1.按月巡护（60分）。\n二、台账（40分）\n2.台账齐全（40分）。{}\n{}\n"


@pytest.mark.parametrize("label", ["评定办法", "等次评定", "结果运用", "考核等次"])
def test_a_label_below_all_items_that_tells_of_the_whole_is_none_of_the_last(label):
    told = f"{label}：得分90分以上的为优秀，80分以下的约谈。"
    made = notice(ENDED.format("", told))
    assert [(i.title, i.requirement) for i in made.schemes[0].items[1].children] == [("台账齐全", None)]
    assert [section.requirement for section in made.sections] == [told]


def test_one_that_other_items_have_too_is_their_own():
    words = ENDED.format("", "结果运用：得分低的约谈。").replace("二、", "结果运用：得分高的表彰。\n二、")
    assert notice(words).schemes[0].items[1].children[0].requirement == "结果运用：得分低的约谈。"
