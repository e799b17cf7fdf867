"""Units as the country writes them: roles in every place, lists with elided parts, running texts, and what is no unit."""

import pytest

from extractors.actors import running_units
from extractors.unit_labels import labelled_units
from extractors.units import unit_list
from tests.making import notice, text

HEAD = "青石县2021年重点工作要点\n一、重点任务\n"


def read(words):
    """The first task, followed by another one so that it is a list."""
    made = notice(f"{HEAD}{words}\n2.建立台账。（责任单位：县财政局）\n")
    return made.schemes[0].items[0].children[0]


def units(words):
    return [(u.name, u.role) for u in read(words).responsible]


def cell(words):
    table = "工作任务 | 责任单位 | 完成时限 |\n建立台账 | {} | 6月底前 |\n开展培训 | 县水利局 | 9月底前 |\n"
    made = notice(f"青石县2021年任务分解表\n{table.format(words)}")
    return [(u.name, u.role) for u in made.schemes[0].items[0].responsible]


L, S, R = "lead", "support", "responsible"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1.建立台账。（牵头单位：县政府办。责任单位：县统计局）", [("县政府办", L), ("县统计局", R)]),
        ("1.排查整治。建立台账。\n（责任单位：县教育局、财政局）", [("县教育局", R), ("县财政局", R)]),
        ("1.建立台账。（由县教育局负责）", [("县教育局", R)]),
        ("1.建立台账。（主要责任单位：县教育局；其他责任单位：县财政局）", [("县教育局", L), ("县财政局", S)]),
        ("1.建立台账。由县教育局牵头，县财政局配合，6月底前完成。", [("县教育局", L), ("县财政局", S)]),
        ("1.建立台账。由县教育局负责。", [("县教育局", R)]),
        ("1.建立台账。（牵头：县教育局；配合：县财政局）", [("县教育局", L), ("县财政局", S)]),
        ("1.建立台账。（县教育局牵头组织，县财政局参与）", [("县教育局", L), ("县财政局", S)]),
        ("1.建立台账。（县教育局牵头、县财政局配合）", [("县教育局", L), ("县财政局", S)]),
        ("1.建立台账。（县教育局、县财政局依职责分工负责）", [("县教育局", R), ("县财政局", R)]),
        ("1.建立台账。（县教育局等负责，列第一位者为牵头单位，下同）", [("县教育局", R)]),
        ("1.建立台账。（责任单位:县教育局 完成时限:9月底前）", [("县教育局", R)]),
        ("1.建立台账。（县教育局、各乡镇政府、街道办事处）", [("县教育局", R), ("各乡镇政府", R), ("街道办事处", R)]),
        ("1.建立台账。\n部门分工：县教育局、县财政局。", [("县教育局", R), ("县财政局", R)]),
        ("1.建立台账。\n责任主体：县教育局", [("县教育局", R)]),
        ("1.建立台账。（责任单位：县委办、县政府办、县政协办）", [("县委办", R), ("县政府办", R), ("县政协办", R)]),
        ("1.建立台账。（责任单位：县委组织部、宣传部、教育局）", [("县委组织部", R), ("县委宣传部", R), ("县教育局", R)]),
        ("1.建立台账。（责任单位：县委宣传部、教育局）", [("县委宣传部", R), ("县教育局", R)]),
        ("1.建立台账。（责任单位：各市、县人民政府）", [("各市、县人民政府", R)]),
        ("1.建立台账。（责任单位：市直有关部门、单位）", [("市直有关部门", R), ("市直有关单位", R)]),
        ("1.建立台账。（责任单位：县教育局及各乡镇政府）", [("县教育局", R), ("各乡镇政府", R)]),
        ("1.建立台账。（责任单位：县教育局和县财政局会同县水利局）", [("县教育局", R), ("县财政局", R), ("县水利局", R)]),
        ("1.优化布局。（市生态环境局牵头，市发展改革局参与）不再新建锅炉。（市能源局负责）",
         [("市能源局", R), ("市生态环境局", L), ("市发展改革局", S)]),
        ("1.建立台账。（责任单位：县教育局。6月底前完成。）", [("县教育局", R)]),
        ("1.建立台账。（责任单位：县教育局牵头。各乡镇配合。）", [("县教育局", L), ("各乡镇", S)]),
        ("1.建立台账。（责任单位：县教育局，各乡、镇人民政府）", [("县教育局", R), ("各乡、镇人民政府", R)]),
        ("1.建立台账。（县应急局牵头，各成员单位按职责配合，长期推进）", [("县应急局", L), ("各成员单位", S)]),
    ],
)  # fmt: skip
def test_units_of_a_narrative(words, expected):
    assert units(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("县教育局（牵头）、县财政局（配合）", [("县教育局", L), ("县财政局", S)]),
        ("牵头：县教育局；配合：县财政局", [("县教育局", L), ("县财政局", S)]),
        ("县教育局牵头、县财政局配合", [("县教育局", L), ("县财政局", S)]),
        ("县教育局（牵头单位），县财政局、县水利局（责任单位）", [("县教育局", L), ("县财政局", R), ("县水利局", R)]),
        ("县教育局（主责），县财政局（落实）", [("县教育局", L), ("县财政局", R)]),
        ("县教育局（牵头）县财政局（配合）", [("县教育局", L), ("县财政局", S)]),
        ("县教育局【主责单位】县财政局【配合单位】", [("县教育局", L), ("县财政局", S)]),
        (
            "县教育局（财政局、各乡镇配合）、县水利局",
            [("县教育局", R), ("县财政局", S), ("各乡镇", S), ("县水利局", R)],
        ),
        ("牵头单位县教育局，配合单位县财政局、水利局", [("县教育局", L), ("县财政局", S), ("县水利局", S)]),
        ("牵头县教育局 配合县财政局", [("县教育局", L), ("县财政局", S)]),
        ("县教育局总牵头，县财政局、水利局分别牵头", [("县教育局", L), ("县财政局", L), ("县水利局", L)]),
        ("县教育局负责，县住建局督办", [("县教育局", R), ("县住建局", S)]),
        ("县教育局县财政局县水利局", [("县教育局", R), ("县财政局", R), ("县水利局", R)]),
        ("国家税务总局白石县税务局", [("国家税务总局白石县税务局", R)]),
        ("县公安局县直分局", [("县公安局县直分局", R)]),
        ("县教育局等部门（单位）", [("县教育局", R), ("部门（单位）", R)]),
        ("县乡村振兴局、驻村工作队", [("县乡村振兴局", R), ("驻村工作队", R)]),
        ("谁主管谁负责", []),
        ("县教育局（县责任督学办）、县财政局", [("县教育局（县责任督学办）", R), ("县财政局", R)]),
        ("县委办公室、政府办公室", [("县委办公室", R), ("县政府办公室", R)]),
        ("——", []),
        ("县发展和改革局", [("县发展和改革局", R)]),
    ],
)
def test_units_of_a_cell(words, expected):
    assert cell(words) == expected


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("1.建立台账。（责任单位：县教育局；完成时限：每学期开学前）", "完成时限", "每学期开学前"),
        ("1.建立台账。（责任单位：县教育局，按上级部署）", "括注", "按上级部署"),
        ("1.建立台账。〔责任单位：县教育局。各项任务均涉及各乡镇，不再列出，下同。〕", "括注", "各项任务均涉及各乡镇，不再列出，下同"),
        ("1.建立台账。\n责任单位：县教育局（列第一位者为牵头单位，下同）", "括注", "列第一位者为牵头单位，下同"),
        ("1.建立台账。（责任单位：县教育局（列第一位的为牵头单位，下同））", "括注", "列第一位的为牵头单位，下同"),
        ("1.建立台账。（县教育局负责。注：排在首位的为牵头部门，下同）", "括注", "注：排在首位的为牵头部门，下同"),
        ("1.建立台账。（县教育局负责。各项任务均涉及各乡镇，下同）", "括注", "各项任务均涉及各乡镇，下同"),
    ],
)  # fmt: skip
def test_what_a_bracket_says_besides_is_kept_and_is_no_unit(words, name, value):
    item = read(words)
    assert [u.name for u in item.responsible] == ["县教育局"]
    assert item.extra == {name: value}


@pytest.mark.parametrize(
    "words",
    ["1.区司法局要在2020年底前完成清理。", "1.由政府负责的工作要由点及面铺开。", "1.建立台账（2021年）。", "1.由于天气原因，由浅入深推进。",
     "1.全县各村（社区）。", "1.县直单位（含东风林场、红旗农场）。"],
)  # fmt: skip
def test_who_only_acts_or_is_explained_is_no_responsible_unit(words):
    assert units(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1.校舍安全，由县教育局牵头、县住建局配合；", [("县教育局", L), ("县住建局", S)]),
        ("1.公寓消防，由县教育局负责，县住建局、县财政局配合。", [("县教育局", R), ("县住建局", S), ("县财政局", S)]),
        (
            "1.清理证明。（县司法局、市场监管局、市政园林局负责）",
            [("县司法局", R), ("县市场监管局", R), ("县市政园林局", R)],
        ),
    ],
)
def test_support_behind_other_words_and_names_that_begin_with_shi(words, expected):
    assert sorted(units(words)) == sorted(expected)


def test_what_a_unit_cell_says_besides_is_kept():
    made = notice(
        "青石县2021年任务分解表\n工作任务 | 责任单位 |\n建立台账 | 县教育局、县水利局，6月底前完成 |\n开展培训 | 县水利局牵头，各乡镇配合 |\n"
    )
    assert [i.extra for i in made.schemes[0].items] == [{"责任单位": "6月底前完成"}, {}]


def test_how_the_list_of_a_cell_is_meant_is_kept():
    made = notice(
        "青石县2021年任务分解表\n工作任务 | 责任单位 |\n建立台账 | 县教育局、县水利局（列第一位者为牵头单位，下同） |\n开展培训 | 县水利局 |\n"
    )
    first = made.schemes[0].items[0]
    assert [(u.name, u.role) for u in first.responsible] == [("县教育局", R), ("县水利局", R)]
    assert first.extra == {"责任单位": "列第一位者为牵头单位，下同"}


def test_a_bracket_of_an_amount_keeps_it_beside_a_unit_that_is_known():
    made = notice(
        "青石县2021年考核细则\n一、综治（100分）\n1.落实责任（60分，镇综治办）\n2.平安建设（40分、镇派出所）\n"
    )
    assert [(i.points.value, [u.name for u in i.responsible]) for i in made.schemes[0].items[0].children] == [
        (60, ["镇综治办"]), (40, ["镇派出所"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("各县（市）林业和草原局、州林木种苗站", ["各县（市）林业和草原局", "州林木种苗站"]),
        ("各县（市、区）自然资源和规划局", ["各县（市、区）自然资源和规划局"]),
        ("各区县发展和改革局", ["各区县发展和改革局"]),
        ("各县教育局和体育局", ["各县教育局", "体育局"]),
        ("各县（市、区）和开发区管委会", ["各县（市、区）", "开发区管委会"]),
        ("各县（市）财政局和林业和草原局", ["各县（市）财政局", "林业和草原局"]),
    ],
)
def test_a_body_of_every_place_keeps_the_and_of_its_own_name(listed, names):
    assert [unit.name for unit in unit_list(text(listed))] == names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "由县护林防火领导小组办公室牵头，县统计局配合。",
            [("县护林防火领导小组办公室", "lead"), ("县统计局", "support")],
        ),
        (
            "由县推进职能转变协调小组办公室牵头，县统计局配合。",
            [("县推进职能转变协调小组办公室", "lead"), ("县统计局", "support")],
        ),
        ("由领导小组办公室牵头，县统计局配合。", [("领导小组办公室", "lead"), ("县统计局", "support")]),
        ("县财政局要加强协调，领导小组办公室牵头落实。", [("领导小组办公室", "lead")]),
    ],
)
def test_a_group_s_office_keeps_the_name_before_it(words, expected):
    assert units(f"1.组织巡护。{words}") == expected


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("各县、区人民政府负责落实。", ["各县、区人民政府"]),
        ("市、县人民政府负责落实。", ["市、县人民政府"]),
        ("市、县（区）人民政府负责落实。", ["市、县（区）人民政府"]),
        ("加强巡护，由省、市、县人民政府负责。", ["省、市、县人民政府"]),
        ("县、乡政府要抓好落实。", ["县、乡政府"]),
        ("各县（区）人民政府负责落实。", ["各县（区）人民政府"]),
        ("县（区）人民政府负责落实。", ["县（区）人民政府"]),
        ("市、县教育局负责落实。", ["市、县教育局"]),
        ("各县、区政府（管委会）要抓好落实。", ["各县、区政府（管委会）"]),
        ("市林业局牵头，各区、县政府负责落实。", ["市林业局", "各区、县政府"]),
        ("各乡、镇人民政府具体负责实施。", ["各乡、镇人民政府"]),
        ("各区、县林业局负责落实。", ["各区、县林业局"]),
        # a body of this place
        ("县政府、区政府负责落实。", ["县政府", "区政府"]),
        ("市林业局、区教育局负责落实。", ["市林业局", "区教育局"]),
    ],
)
def test_every_place_of_two_kinds_is_one_group_in_running_words(words, names):
    assert [unit.name for unit in running_units(text(words))] == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("各县、区林业局", ["各县、区林业局"]),
        ("各区、县林业局、市水利局", ["各区、县林业局", "市水利局"]),
        ("各县、县林业局", ["各县", "县林业局"]),
        ("各县、市林业局", ["各县", "市林业局"]),
        ("市、县林业局", ["市、县林业局"]),
        ("县水利局、市、县（区）林业局、县教育局", ["县水利局", "市、县（区）林业局", "县教育局"]),
        ("省、市、县林业局", ["省、市、县林业局"]),
        ("市、县两级林业部门、县教育局", ["市、县两级林业部门", "县教育局"]),
        ("青石市、县林业局", ["青石市", "县林业局"]),
        ("县、市林业局", ["县", "市林业局"]),
        ("各区、市林业局", ["各区", "市林业局"]),
    ],
)
def test_a_bureau_of_every_place_of_two_kinds_is_one_group_in_a_list(cell, names):
    assert [unit.name for unit in unit_list(text(cell))] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("各县人民政府负责落实。", ["各县人民政府"]),
        ("各县（市、区）人民政府负责落实。", ["各县（市、区）人民政府"]),
        ("由各县（市、区）人民政府负责落实。", ["各县（市、区）人民政府"]),
        ("各乡镇（街道）负责落实。", ["各乡镇（街道）"]),
        ("市林业局牵头，各县（市、区）林业局配合。", ["市林业局", "各县（市、区）林业局"]),
        # a bracket of anything else, or behind one body, is none of the name
        ("各乡镇（含林场）负责落实。", ["各乡镇"]),
        ("由县林业局（市、区）负责落实。", ["县林业局"]),
    ],
)
def test_a_collective_name_keeps_its_bracket_of_kinds_of_places(words, names):
    found = running_units(text(words))
    assert [unit.name for unit in found] == names
    assert all(unit.text.raw in words for unit in found)


@pytest.mark.parametrize("words", ["各自单位负责落实。", "各项工作由专人负责落实。"])
def test_each_of_something_else_is_no_collective_name(words):
    assert running_units(text(words)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("县公安局、交通运输局按照职责分工负责。", [("县公安局", R), ("县交通运输局", R)]),
        ("县水利局、县林业局按职责分工负责落实。", [("县水利局", R), ("县林业局", R)]),
        ("县水利局、县林业局分头负责。", [("县水利局", R), ("县林业局", R)]),
        (
            "由县委办、县政府办共同牵头，县直各单位配合。",
            [("县委办", "lead"), ("县政府办", "lead"), ("县直各单位", "support")],
        ),
        (
            "由县水利局、县林业局联合牵头，县财政局配合抓好落实。",
            [("县水利局", "lead"), ("县林业局", "lead"), ("县财政局", "support")],
        ),
        ("县委办、县政府办负责。", [("县委办", R), ("县政府办", R)]),
        ("县林业局会同县财政局负责验收。", [("县林业局", R), ("县财政局", R)]),
        ("县林业局为责任单位，县财政局为配合单位。", [("县林业局", R), ("县财政局", "support")]),
        ("县政府办实事清单由县财政局负责。", [("县财政局", R)]),
        ("县林业局实行班子成员分工负责制。", []),
        ("县林业局会同县财政局下达资金。", []),
        ("林业部门是责任单位的依据另定。", []),
    ],
)
def test_more_ways_of_a_sentence_to_put_bodies_in_charge(words, expected):
    assert units(f"1.组织巡护。{words}") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "1.完善台账。建立台账（县水利局牵头，县林业局配合）；组织抽查。（县水利局牵头，县林业局配合）",
            [("县水利局", L), ("县林业局", S)],
        ),
        (
            "1.开展巡查。汛期巡查。（责任单位：县水利局）冬季清淤。（责任单位：县水利局、各乡镇）",
            [("县水利局", R), ("各乡镇", R)],
        ),
        (
            "1.完善台账。由县水利局负责，县水利局牵头，县林业局配合。",
            [("县水利局", R), ("县水利局", L), ("县林业局", S)],
        ),
    ],
)
def test_a_body_that_two_brackets_name_is_listed_once_in_a_role(words, expected):
    assert units(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("由县税务局、人行望川支行负责落实。", [("县税务局", R), ("人行望川支行", R)]),
        ("县金融办、建行望川县支行按职责分工负责。", [("县金融办", R), ("建行望川县支行", R)]),
        ("县金融办牵头，农行望川支行、望川农商行配合。", [("县金融办", L), ("农行望川支行", S), ("望川农商行", S)]),
        ("由望川供电公司负责实施。", [("望川供电公司", R)]),
        ("县属国有企业负责实施。", [("县属国有企业", R)]),
        ("县司法局牵头，县直行政执法部门落实。", [("县司法局", L), ("县直行政执法部门", R)]),
        ("县教育局牵头，驻县有关单位配合。", [("县教育局", L), ("驻县有关单位", S)]),
        ("市、县教育局牵头，市、县财政局配合。", [("市、县教育局", L), ("市、县财政局", S)]),
        ("由省、市、县教育局负责落实。", [("省、市、县教育局", R)]),
        ("市、县两级教育部门负责落实。", [("市、县两级教育部门", R)]),
        ("县教育局牵头，县、乡、村三级组织配合。", [("县教育局", L), ("县、乡、村三级组织", S)]),
        # no bodies, or none in charge
        ("县直接负责的项目由县财政局负责。", [("县财政局", R)]),
        ("企业负责落实主体责任。", []),
        ("建行和工行支行的贷款落实到位。", []),
        ("城市、县教育局负责落实。", [("县教育局", R)]),
    ],
)
def test_banks_direct_bodies_and_bureaus_of_several_levels_in_running_words(words, expected):
    assert [(unit.name, unit.role) for unit in running_units(text(words))] == expected


@pytest.mark.parametrize(
    "name",
    ["县直行政执法部门", "县直部门", "县属国有企业", "省驻县单位", "驻县单位", "县（区）人民政府", "县（市、区）教育局", "市河长制成员单位",
     "村（社区）", "镇（街）", "市、县教育局", "市、县（区）教育局", "县区教育局"],
)  # fmt: skip
def test_what_all_bodies_of_one_level_are_called_is_a_group(name):
    assert [(unit.name, unit.kind, unit.agency) for unit in unit_list(text(name))] == [(name, "group", None)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("县财政局（金融办）", "agency"), ("县直机关工委", "agency"), ("县委（党校）", "agency"), ("城区教育局", "agency"), ("县属企业工委", "agency")],
)  # fmt: skip
def test_one_body_of_a_level_is_no_group(name, kind):
    assert [(unit.name, unit.kind) for unit in unit_list(text(name))] == [(name, kind)]


@pytest.mark.parametrize(
    ("name", "standing"),
    [("工行望川县支行", "工商银行"), ("农发行望川支行", "农业发展银行"), ("中国农业银行望川分行", "农业银行"), ("望川村镇银行", "村镇银行")],
)  # fmt: skip
def test_branches_of_banks_have_their_place_and_bank(name, standing):
    named = unit_list(text(f"县财政局、{name}"))[1]
    assert (named.name, named.kind, named.agency) == (name, "agency", standing)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("青石镇、望川乡负责实施。", [("青石镇", R), ("望川乡", R)]),
        ("由青石镇、望川镇、东河街道负责实施。", [("青石镇", R), ("望川镇", R), ("东河街道", R)]),
        ("县第一人民医院、县中医院负责承办。", [("县第一人民医院", R), ("县中医院", R)]),
        ("县一中、县实验小学、县机关幼儿园负责承办。", [("县一中", R), ("县实验小学", R), ("县机关幼儿园", R)]),
        ("县博物馆牵头，县文化馆、各文化站配合。", [("县博物馆", L), ("县文化馆", S), ("各文化站", S)]),
        (
            "县消防救援大队牵头，各派出所、各村（社区）配合。",
            [("县消防救援大队", L), ("各派出所", S), ("各村（社区）", S)],
        ),
        ("县教育局人事股、基教股负责落实。", [("县教育局人事股", R), ("县教育局基教股", R)]),
        ("局办公室牵头，人事股、法规股配合。", [("局办公室", L), ("人事股", S), ("法规股", S)]),
        ("各乡镇（街道）、县直相关部门负责落实。", [("各乡镇（街道）", R), ("县直相关部门", R)]),
        ("县水利局，县林业局，各乡镇负责。", [("县水利局", R), ("县林业局", R), ("各乡镇", R)]),
        ("各村（社区）负责本辖区工作。", [("各村（社区）", R)]),
        ("各校负责落实。", [("各校", R)]),
        ("各方负责落实。", []),
        # what stands before a name is none of it, and clauses that end so need not be of bodies
        ("各学校食堂县教育局负责。", [("县教育局", R)]),
        ("县里的日常工作县教育局负责。", [("县教育局", R)]),
        ("县教育局、县财政局等部门配合。", []),
        ("市场主体落实。", []),
        ("全镇负责落实。", []),
        ("县级指导，乡镇落实。", []),
        ("推动责任落实，强化部门配合。", []),
        ("县委、县政府高度重视，各部门积极配合，各项工作稳步落实。", []),
    ],
)
def test_bodies_that_fill_a_clause_are_all_in_charge(words, expected):
    assert [(unit.name, unit.role) for unit in running_units(text(words))] == expected


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县教育局人事股、基教股、各中小学校", ["县教育局人事股", "县教育局基教股", "各中小学校"]),
        ("县教育局、基教股、县财政局", ["县教育局", "基教股", "县财政局"]),
        ("市教育局基教科、财务科，市财政局", ["市教育局基教科", "市教育局财务科", "市财政局"]),
        ("县教育局、财政局", ["县教育局", "县财政局"]),
    ],
)
def test_a_bureau_s_section_has_the_bureau_and_not_the_place_before_it(cell, names):
    assert [unit.name for unit in unit_list(text(cell))] == names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("由运维部牵头，建设部、物资部配合，各供电所负责现场实施。", [("运维部", L), ("建设部", S), ("物资部", S), ("各供电所", R)]),
        ("县水利局、县公安局交警大队等单位配合，县供电公司具体负责。",
         [("县水利局", S), ("县公安局交警大队", S), ("单位", S), ("县供电公司", R)]),
        ("市水利局、市林业局按项目分别负责，12月底前完成。", [("市水利局", R), ("市林业局", R)]),
        ("县爱卫办牵头，县城管局，各乡镇、村（社区）负责落实。", [("县爱卫办", L), ("县城管局", R), ("各乡镇", R), ("村（社区）", R)]),
        ("各卫生院负责体检，县卫健局基层股、县疾控中心负责技术指导。", [("各卫生院", R), ("县卫健局基层股", R), ("县疾控中心", R)]),
        ("由安全股会同县林业局、县水利局实施，各学校落实主体责任。", [("安全股", R), ("县林业局", R), ("县水利局", R)]),
        ("县教育局要会同县公安局、县林业局抓好落实。", [("县教育局", R), ("县公安局", R), ("县林业局", R)]),
        ("由县水利局会同县林业局组织实施。", [("县水利局", R), ("县林业局", R)]),
        ("由县财政局（县金融办）负责，县林业局协助。", [("县财政局（县金融办）", R), ("县林业局", S)]),
        ("县林业局（县苗圃管护中心）、各乡镇负责。", [("县林业局（县苗圃管护中心）", R), ("各乡镇", R)]),
        ("县林业局（含国有林场）、各乡镇负责。", [("县林业局", R), ("各乡镇", R)]),
        # nobody in particular, and who only acts, interprets or is spoken of
        ("由专门科室负责。", []),
        ("加强领导，督促学校配合，县教育局负责。", [("县教育局", R)]),
        ("县水利局负责解释。", []),
        ("县水利局负责的工程，县林业局负责的管护，都要验收。", []),
        ("县教育局、县财政局负责人参加。", []),
    ],
)  # fmt: skip
def test_lists_before_an_object_over_commas_and_behind_by(words, expected):
    assert sorted((unit.name, unit.role) for unit in running_units(text(words))) == sorted(expected)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县教育局、青山小学、县一中、实验小学", ["县教育局", "青山小学", "县一中", "县实验小学"]),
        ("县住建局、青山燃气公司、城投公司、自来水公司", ["县住建局", "青山燃气公司", "县城投公司", "县自来水公司"]),
        ("县水利局、各乡镇、财政局、街道", ["县水利局", "各乡镇", "县财政局", "各街道"]),
        ("县公安局、各派出所、街道办事处", ["县公安局", "各派出所", "街道办事处"]),
        ("县教育局、各学校、办公室", ["县教育局", "各学校", "办公室"]),
        ("各乡镇、教育局", ["各乡镇", "教育局"]),
        ("县水利局、县林业局（按职责分工）", ["县水利局", "县林业局"]),
        ("县水利局、县林业局（依照各自职责）", ["县水利局", "县林业局"]),
        ("县水利局、县林业局（县苗圃管护中心）", ["县水利局", "县林业局（县苗圃管护中心）"]),
        ("县商务局、中石化、中石油、城投公司", ["县商务局", "中石化", "中石油", "县城投公司"]),
        ("县水利局及下属单位", ["县水利局", "下属单位"]),
        ("县水利局及其下属单位", ["县水利局", "其下属单位"]),
        ("发改局财政局住建局", ["发改局", "财政局", "住建局"]),
        ("县水利局林业局", ["县水利局", "县林业局"]),
        ("市自然资源局青石分局", ["市自然资源局青石分局"]),
    ],
)
def test_what_a_name_in_a_list_begins_with_is_its_own_or_the_level_of_the_bodies_before(cell, names):
    assert [unit.name for unit in unit_list(text(cell))] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("县水利局、望川水库管理处", ["县水利局", "望川水库管理处"]),
        ("县林业局、青山林场", ["县林业局", "青山林场"]),
        ("县林业局、国有林场", ["县林业局", "县国有林场"]),
        ("县水利局、水利工程管理处", ["县水利局", "县水利工程管理处"]),
    ],
)
def test_offices_of_waters_and_woods_keep_their_own_names(words, names):
    assert [unit.name for unit in unit_list(text(words))] == names


def test_a_counted_tail_is_a_group():
    assert [(u.name, u.kind) for u in unit_list(text("临江镇、青石乡等9个乡镇"))][-1] == ("9个乡镇", "group")


def test_the_second_responsible_body_has_a_label_of_its_own():
    found = labelled_units(text("第一责任单位：县应急管理局；第二责任单位：县消防大队"))
    assert [(u.name, u.role) for u in found] == [("县应急管理局", "lead"), ("县消防大队", "responsible")]


def test_a_list_before_a_comma_and_its_verb_is_in_charge():
    assert [u.name for u in running_units(text("县教育局、各学校，负责落实。"))] == ["县教育局", "各学校"]


@pytest.mark.parametrize("time", ["5月20日-6月30日", "6月底前", "长期坚持"])
def test_a_bracket_of_units_before_one_of_time_names_them(time):
    made = notice(
        f"望川县2021年护林工作要点\n一、巡护\n1. 落实四级责任，实行24小时巡护。（林业分局、各镇（街道））（{time}）\n2. 建台账。\n"
    )
    task = made.schemes[0].items[0].children[0]
    assert [u.name for u in task.responsible] == ["林业分局", "各镇（街道）"]
    assert [d.raw for d in task.deadlines] == [time]
    assert task.extra == {}
