"""Responsible units: lists, elided heads, roles, collective entries, brackets."""

import pytest

from extractors.unit_labels import labelled_units, trailing_bracket
from extractors.unit_names import has_unit_form
from extractors.units import looks_like_units, unit_list
from tests.making import text


def read(words):
    return [u.name for u in unit_list(text(words))]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("县自然资源局、青石镇、财政局", ["县自然资源局", "青石镇", "县财政局"]),
        ("县水利局、城关街道、白岩村", ["县水利局", "城关街道", "白岩村"]),
        (
            "县发改委、财政局、科经局、税务局等有关部门，各乡镇政府",
            ["县发改委", "县财政局", "县科经局", "县税务局", "有关部门", "各乡镇政府"],
        ),
        ("县政务公开办，各试点乡镇、部门、开发区", ["县政务公开办", "各试点乡镇", "各试点部门", "各试点开发区"]),
        ("县政府办、政务公开办，县政府各部门", ["县政府办", "县政务公开办", "县政府各部门"]),
        ("人社局、城管局、教体局等单位", ["人社局", "城管局", "教体局", "单位"]),
        ("市财政局、江苏证监局、市国资委、上海海关", ["市财政局", "江苏证监局", "市国资委", "上海海关"]),
        ("县财政局（金融办）、团县委、国网望川供电公司", ["县财政局（金融办）", "团县委", "国网望川供电公司"]),
        ("省科技厅、工业和信息化厅", ["省科技厅", "省工业和信息化厅"]),
        ("县市场监管局；各乡镇", ["县市场监管局", "各乡镇"]),
        ("市场监管局、教育局", ["市场监管局", "教育局"]),
        ("各部门", ["各部门"]),
        ("教育局\n公安局", ["教育局", "公安局"]),
        ("村党支部、村委会", ["村党支部", "村委会"]),
        ("镇党委、人大、政府", ["镇党委", "镇人大", "镇政府"]),
        ("县委、人大、政府、政协", ["县委", "县人大", "县政府", "县政协"]),
        ("县公安局、城西派出所、司法局、派出所", ["县公安局", "城西派出所", "县司法局", "派出所"]),
        ("县卫健委、乡镇卫生院、疾控中心", ["县卫健委", "乡镇卫生院", "县疾控中心"]),
        ("市教育局、白河学院、职业技术学院、白河医院、人民医院",
         ["市教育局", "白河学院", "市职业技术学院", "白河医院", "市人民医院"]),
        ("县人大办、政协办", ["县人大办", "县政协办"]),
        ("县文旅局、新华书店", ["县文旅局", "县新华书店"]),
        ("各镇（街道）党（工）委、政府（办事处）", ["各镇（街道）党（工）委", "各镇（街道）政府（办事处）"]),
        ("镇党建办、财政所、派出所", ["镇党建办", "镇财政所", "镇派出所"]),
    ],
)  # fmt: skip
def test_lists(cell, expected):
    assert read(cell) == expected


def test_restored_heads_are_marked_and_the_raw_stays():
    units = unit_list(text("县发改委、财政局"))
    assert [(u.text.raw, u.basis) for u in units] == [("县发改委", "stated"), ("财政局", "prefix_restored")]


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("市科委牵头，市教委配合", ["lead", "support"]),
        ("各部门按职责分工负责", ["responsible"]),
        ("区政府办负责落实", ["responsible"]),
        ("区市场监管委牵头落实", ["lead"]),
    ],
)
def test_roles(cell, roles):
    assert [u.role for u in unit_list(text(cell))] == roles


def test_kinds_and_standing_names():
    units = {u.name: (u.kind, u.agency) for u in unit_list(text("县卫健委、县科经局、县总医院、相关部门"))}
    assert units == {
        "县卫健委": ("agency", "卫生健康委员会"), "县科经局": ("agency", None), "县总医院": ("other", None), "相关部门": ("group", None),
    }  # fmt: skip


@pytest.mark.parametrize(
    "paragraph",
    ["修建桥梁。责任：压实主体责任，加强督导。", "建成中心——县政务服务局", "修建桥梁。——助力县域发展"],
)
def test_what_only_looks_like_a_tail_names_no_units(paragraph):
    assert trailing_bracket(text(paragraph)) is None


def test_what_every_township_or_project_has_is_a_group():
    kinds = {u.name: u.kind for u in unit_list(text("乡镇卫生院、乡镇财政所、各项目部、各项目标、镇卫生院"))}
    assert kinds == {
        "乡镇卫生院": "group",
        "乡镇财政所": "group",
        "各项目部": "group",
        "各项目标": "other",
        "镇卫生院": "agency",
    }


def test_labels_give_roles():
    units = labelled_units(text("牵头单位：县发改委；责任单位：县财政局、各乡镇"))
    assert [(u.name, u.role) for u in units] == [
        ("县发改委", "lead"),
        ("县财政局", "responsible"),
        ("各乡镇", "responsible"),
    ]


@pytest.mark.parametrize(
    ("paragraph", "names", "rest"),
    [
        ("全面公开。（区政府办、区政府各部门负责落实）", ["区政府办", "区政府各部门"], "全面公开。"),
        ("提高透明度。（区政务服务办牵头落实）", ["区政务服务办"], "提高透明度。"),
        ("开展清理。（牵头单位：县司法局；责任单位：各乡镇）", ["县司法局", "各乡镇"], "开展清理。"),
        ("推进公开（县教育局、县民政局）。", ["县教育局", "县民政局"], "推进公开"),
        ("修建桥梁。落实单位：县交通局。时间要求：9月底前完成。", ["县交通局"], "修建桥梁。"),
        ("修建桥梁。完成单位：县交通局", ["县交通局"], "修建桥梁。"),
        ("修建桥梁。责任：县交通局、各乡镇", ["县交通局", "各乡镇"], "修建桥梁。"),
        ("修建桥梁。——县交通局、各乡镇。", ["县交通局", "各乡镇"], "修建桥梁。"),
    ],
)
def test_trailing_brackets(paragraph, names, rest):
    units, before, _ = trailing_bracket(text(paragraph))
    assert ([u.name for u in units], before.chars) == (names, rest)


@pytest.mark.parametrize(
    "paragraph",
    [
        "主要内容(详见附件)。",
        "做好村（居）务公开",
        "（国办发〔2019〕54号）",
        "平台(公众端)",
        "（相关附件）",
        "（试行）",
    ],
)
def test_brackets_that_name_no_unit(paragraph):
    assert trailing_bracket(text(paragraph)) is None


@pytest.mark.parametrize(
    "cell", ["各部门", "司法局", "行政服务中心", "同上", "卫健委、医保局、市监局", "相关部门", "县政府督办室，县审计局"]
)
def test_cells_that_look_like_units(cell):
    assert looks_like_units(text(cell))


@pytest.mark.parametrize(
    "cell",
    [
        "及时公开养老服务项目清单",
        "办事信息公开",
        "制度建设",
        "未有行政复议的在县司法局开具证明",
        "11月底前",
        "分管领导",
        "5",
    ],
)
def test_cells_that_do_not(cell):
    assert not looks_like_units(text(cell))


@pytest.mark.parametrize(
    "words", ["案件查处", "信访督办", "提案承办", "公共场所", "表彰大会", "工作例会", "门户网站", "特色小镇"]
)
def test_work_meetings_and_places_that_end_as_bodies_do_are_none(words):
    assert not has_unit_form(words)


@pytest.mark.parametrize("name", ["人民代表大会", "石城镇", "接待处", "农贸市场", "卫生院", "行业协会"])
def test_bodies_with_such_ends_are_bodies(name):
    assert has_unit_form(name)
