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
