"""What a list's bodies share at their end: firms of one kind, offices of the leading organs, departments by field."""

import pytest

from extractors.actors import running_units
from extractors.shared_ends import are_fields, shared_ends
from extractors.units import looks_like_units, unit_list
from tests.making import text


def listed(words):
    return [u.name for u in unit_list(text(words))]


def told(words):
    return [(u.name, u.role) for u in running_units(text(words))]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("移动、电信、铁塔分公司", ["移动分公司", "电信分公司", "铁塔分公司"]),
        ("区移动、联通公司，区供电公司", ["区移动公司", "区联通公司", "区供电公司"]),
        ("市城投、水投集团", ["市城投集团", "市水投集团"]),
        ("区委、区政府督查室", ["区委督查室", "区政府督查室"]),
        ("市委、市人大常委会、市政府、市政协办公室",
         ["市委办公室", "市人大常委会办公室", "市政府办公室", "市政协办公室"]),
        ("区委区政府", ["区委", "区政府"]),
        ("市委市政府办公室", ["市委办公室", "市政府办公室"]),
        ("区委、区政府", ["区委", "区政府"]),
        ("区政府、区政府办公室", ["区政府", "区政府办公室"]),
        ("区移动公司、电信", ["区移动公司", "电信"]),
        ("区财政局、供电公司", ["区财政局", "区供电公司"]),
        ("区委区政府督查室", ["区委区政府督查室"]),
    ],
)  # fmt: skip
def test_the_end_of_the_last_is_that_of_those_before_it(cell, expected):
    assert listed(cell) == expected
    assert all(u.text.value in u.name for u in unit_list(text(cell)))


def test_a_list_has_the_form_of_bodies_with_the_ends_that_it_leaves_out():
    assert looks_like_units(text("移动、电信、联通分公司"))
    assert looks_like_units(text("公安、交通、城管部门"))
    assert not looks_like_units(text("移动、电信业务"))
    assert shared_ends(["教育局", "移动公司"]) == ["", ""]


def test_what_a_committee_and_its_government_are_called_is_no_government():
    assert [u.agency for u in unit_list(text("区委区政府"))][1] == "人民政府"
    assert [u.agency for u in unit_list(text("区委区政府督查室"))] == ["党委政府督查室"]


def test_fields_of_departments():
    assert are_fields(["公安", "城管部门"], others=False)
    assert are_fields(["县公安", "城管"], others=True)
    assert not are_fields(["公安", "城管"], others=False)
    assert not are_fields(["加强公安", "城管"], others=True)
    assert not are_fields(["公安"], others=True)


L, S, R = "lead", "support", "responsible"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("移动、电信、联通分公司负责通信保障。", [("移动分公司", R), ("电信分公司", R), ("联通分公司", R)]),
        ("由区移动、电信公司负责基站建设。", [("区移动公司", R), ("区电信公司", R)]),
        ("区水利局牵头，公安、城管等部门配合。", [("区水利局", L), ("公安", S), ("城管", S), ("部门", S)]),
        ("教育、卫健部门负责。", [("教育", R), ("卫健部门", R)]),
        ("由区委、区政府督查室负责督办。", [("区委督查室", R), ("区政府督查室", R)]),
        ("白石小学、区第一中学负责承办。", [("白石小学", R), ("区第一中学", R)]),
        ("学校党支部牵头，德育处、总务处具体实施。", [("学校党支部", L), ("德育处", R), ("总务处", R)]),
        ("医务科、护理部负责，各临床科室配合。", [("医务科", R), ("护理部", R), ("各临床科室", S)]),
        ("综合部牵头，各项目部落实。", [("综合部", L), ("各项目部", R)]),
        ("各镇（街道）党（工）委、政府（办事处）负责。", [("各镇（街道）党（工）委", R), ("各镇政府（办事处）", R)]),
        ("各镇（街道）人民政府（办事处）负责落实。", [("各镇（街道）人民政府（办事处）", R)]),
    ],
)
def test_sentences_name_all_of_them(sentence, expected):
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "加强公安、城管等部门配合。",
        "加强教务处、总务处配合，落实责任。",
        "移动、电信、支付等业务负责到人。",
        "新建白石小学，落实用地。",
        "其他小学、幼儿园落实经费。",
        "学校办公室负责人签字。",
    ],
)
def test_sentences_that_put_nobody_in_charge(sentence):
    assert told(sentence) == []
