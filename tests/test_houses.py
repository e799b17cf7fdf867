"""Departments of hospitals, schools, firms and courts that are called as a government's bodies are."""

import pytest

from normalizers.houses import is_house, is_own_office
from tests.making import notice


@pytest.mark.parametrize(
    "title",
    [
        "望川县人民医院2024年重点工作任务分解表",
        "望川县人民医院",
        "中共望川县人民医院委员会关于印发2024年党建工作要点的通知",
        "青石大学关于印发《青石大学2024年工作要点》的通知",
        "望川矿业集团有限公司2024年安全生产责任清单",
        "建设银行望川支行2024年工作要点",
        "望川农村商业银行2026年风险防控责任清单",
        "驻马店市中心医院2024年工作要点",
        "国网望川供电公司2024年任务清单",
        "望川县第一中学2024年任务分解表",
        "望川县人民法院2024年重点工作任务分解表",
        "望川县中医院创建三级医院任务分解表",
        "我院2024年任务清单",
    ],
)
def test_houses(title):
    assert is_house(title)


@pytest.mark.parametrize(
    "title",
    [
        "望川县2024年重点工作任务分解表",
        "望川县教育局",
        "望川县人民政府办公室",
        "望川县公立医院2024年绩效考核方案",
        "望川县乡镇卫生院2024年任务清单",
        "望川县中小学2024年任务清单",
        "望川县小学2024年任务清单",
        "全市高中2024年任务清单",
        "望川县属国有公司2024年改革任务清单",
        "望川县中医院建设2024年任务清单",
        "望川县关于支持城投集团2024年改革的任务清单",
        "望川县教育局、望川县第一中学",
        "公司法宣传2024年任务清单",
    ],
)
def test_many_houses_and_governments_are_none(title):
    assert not is_house(title)


def test_offices_of_a_house():
    own = ["信息中心", "工会", "纪委", "宣传部", "采购中心", "综合办公室", "党委组织部", "档案馆", "应急办"]
    others = ["卫健委", "县信息中心", "市教育局", "税务局", "政府办", "法院", "派出所", "院办", "县委宣传部", "街道办"]
    assert all(map(is_own_office, own))
    assert not any(map(is_own_office, others))


TABLE = "工作任务 | 责任部门 | 完成时限 |\n建立台账 | 院办、信息中心、工会 | 6月底前 |\n开展培训 | 采购中心、卫健委 | 9月底前 |\n"


def agencies(head):
    made = notice(f"{head}\n{TABLE}")
    return [(unit.name, unit.agency) for item in made.schemes[0].items for unit in item.responsible]


HOUSE = [("院办", None), ("信息中心", None), ("工会", None), ("采购中心", None), ("卫健委", "卫生健康委员会")]
COUNTY = [
    ("院办", None), ("信息中心", "政务信息中心"), ("工会", "总工会"), ("采购中心", "政府采购中心"), ("卫健委", "卫生健康委员会"),
]  # fmt: skip


def test_a_house_s_own_department_is_no_agency():
    assert agencies("望川县人民医院2024年重点工作任务分解表") == HOUSE
    signed = (
        "关于印发2024年任务分解表的通知\n各科室：\n现将任务印发给你们。\n望川县人民医院\n2024年3月1日\n2024年任务分解表"
    )
    assert agencies(signed) == HOUSE


def test_in_a_county_s_notice_it_is_the_county_s():
    assert agencies("望川县2024年重点工作任务分解表") == COUNTY
    assert agencies("望川县公立医院2024年重点工作任务分解表") == COUNTY


def test_a_sentence_of_a_house_names_its_own_department():
    made = notice(
        "望川县第一中学2024年工作要点\n一、重点任务\n1.建立台账。由工会牵头，教务处配合。\n2.开展培训。（责任部门：团委）\n"
    )
    units = [(u.name, u.agency) for item in made.schemes[0].items[0].children for u in item.responsible]
    assert ("工会", None) in units
    assert ("团委", None) in units
