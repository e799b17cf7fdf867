"""Persons who answer for a body, and bodies whose names a line's end cut, in the cells of a unit column."""

import pytest

from pipeline.convert import convert
from tests.making import notice

PAGE = (
    "<html><body><h1>青石县2023年重点工作任务清单</h1><table><tr><th>工作任务</th><th>责任单位及责任人</th></tr>"
    "<tr><td>整治市容环境。</td><td>{}</td></tr><tr><td>修缮道路。</td><td>县住建局</td></tr></table></body></html>"
)


def item(cell, tmp_path):
    file = tmp_path / "notice.html"
    file.write_text(PAGE.format(cell), "utf-8")
    return convert(file).schemes[0].items[0]


@pytest.mark.parametrize(
    ("cell", "units", "persons"),
    [
        ("县园林中心<br>李丽", ["县园林中心"], "李丽"),
        ("县园林中心 李丽", ["县园林中心"], "李丽"),
        ("县环卫所　周敏", ["县环卫所"], "周敏"),
        ("县城管局<br>王强", ["县城管局"], "王强"),
        ("县城管局<br>王强<br>县园林中心<br>李丽", ["县城管局", "县园林中心"], "王强\n李丽"),
        ("县城管局 王强、县园林中心 李丽", ["县城管局", "县园林中心"], "王强\n李丽"),
        ("县园林中心<br>李丽、王强", ["县园林中心"], "李丽\n王强"),
        ("县人社<br>局<br>王强", ["县人社局"], "王强"),
        ("城投公司<br>陈建国", ["城投公司"], "陈建国"),
        ("县住建局：陈东", ["县住建局"], "陈东"),
        ("县交通局：王强、李四；县财政局：赵六", ["县交通局", "县财政局"], "王强\n李四\n赵六"),
        ("县城管局（责任人：王强）", ["县城管局"], "责任人：王强"),
        ("县城管局（联系人：王强；电话：0791-1234567）、县环卫所", ["县城管局", "县环卫所"], "联系人：王强；电话：0791-1234567"),
        ("县城管局 王强 13800000000", ["县城管局"], "王强\n13800000000"),
        ("县城管局<br>王强<br>0791-81234567", ["县城管局"], "王强\n0791-81234567"),
        ("县城管局（王强，0791-1234567）", ["县城管局"], "王强，0791-1234567"),
        ("县城管局（王强 13800000000）、县环卫所", ["县城管局", "县环卫所"], "王强13800000000"),
        ("县城管局（0791-1234567）", ["县城管局"], "0791-1234567"),
        ("县城管局，联系人：王强，电话13800000000", ["县城管局"], "联系人：王强\n王强\n电话13800000000"),
        ("县城管局（王强、李丽）", ["县城管局"], "王强、李丽"),
        ("县城管局（王强，李丽）、县环卫所（周敏）", ["县城管局", "县环卫所"], "王强，李丽\n周敏"),
    ],
)  # fmt: skip
def test_who_answers_for_a_body_stands_beside_it_and_is_no_unit(cell, units, persons, tmp_path):
    found = item(cell, tmp_path)
    assert [unit.name for unit in found.responsible] == units
    assert found.extra == {"责任单位": persons}


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("县水利局<br>高桥<br>马塘", ["县水利局", "高桥", "马塘"]),  # villages as well as persons
        ("县城管局、高桥、马塘", ["县城管局", "高桥", "马塘"]),
        ("县教育局<br>高桥镇", ["县教育局", "高桥镇"]),
        ("县公安局<br>金融办", ["县公安局", "县金融办"]),
        ("高桥<br>县教育局", ["高桥", "县教育局"]),
        ("青石镇（高桥、马塘）", ["青石镇（高桥、马塘）"]),
        ("县教育局（各中小学，幼儿园）", ["县教育局（各中小学，幼儿园）"]),
        ("县财政局（县国资办、县金融办）", ["县财政局（县国资办、县金融办）"]),
        ("李四 王五", ["李四", "王五"]),  # nothing but persons: each stays, and is no body
    ],
)
def test_a_name_that_may_be_a_place_stays(cell, units, tmp_path):
    assert [unit.name for unit in item(cell, tmp_path).responsible] == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("县人社<br>局", ["县人社局"]),
        ("县委<br>办", ["县委办"]),
        ("县教育<br>体育局", ["县教育体育局"]),
        ("县卫<br>健委、县财政局", ["县卫健委", "县财政局"]),
        ("县自然资<br>源和规划局<br>县林业局", ["县自然资源和规划局", "县林业局"]),
        ("县政府<br>办公室", ["县政府办公室"]),
        ("县政府 办公室", ["县政府办公室"]),
    ],
)
def test_a_name_that_a_line_end_cut_is_one(cell, units, tmp_path):
    found = item(cell, tmp_path)
    assert [unit.name for unit in found.responsible] == units
    assert all("\n" not in unit.name for unit in found.responsible)


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("县教育局<br>县体育局", ["县教育局", "县体育局"]),
        ("县财政局<br>住建局", ["县财政局", "县住建局"]),
        ("县委<br>组织部", ["县委", "县委组织部"]),
        ("县公安局<br>交警大队", ["县公安局", "县交警大队"]),
        ("城投<br>县园林中心", ["城投", "县园林中心"]),
    ],
)
def test_bodies_on_lines_of_their_own_stay_apart(cell, units, tmp_path):
    assert [unit.name for unit in item(cell, tmp_path).responsible] == units


@pytest.mark.parametrize(
    ("lines", "extra"),
    [
        (["1.规范停车。（责任单位：县园林中心 李丽）"], {"责任单位": "李丽"}),
        (["1.规范停车。（责任单位：县园林中心（李丽））"], {"责任单位": "李丽"}),
        (["1.规范停车。", "责任单位：县环卫所 周敏，完成时限：6月底前"], {"责任单位": "周敏"}),
        (["1.规范停车。责任单位：县环卫所 周敏。"], {"责任单位": "周敏"}),
        (
            ["1.规范停车。（牵头单位：县园林中心 李丽、王强；配合单位：县城管局 周敏；责任人：何某）"],
            {"牵头单位": "李丽\n王强", "配合单位": "周敏", "责任人": "何某"},
        ),
        (["1.规范停车。（县园林中心 李丽牵头，县城管局配合）"], {"责任单位": "李丽"}),
        (["1.规范停车。", "牵头单位：县城管局（责任人：何某）"], {"责任人": "何某"}),
        (
            ["1.规范停车。", "责任单位：县城管局（联系人：王强；联系电话：0791-1234567）、县环卫所"],
            {"联系人": "王强", "联系电话": "0791-1234567"},
        ),
        (
            ["1.规范停车。（牵头单位：县城管局（责任人：何某）；配合单位：县环卫所（联系人：周敏））"],
            {"责任人": "何某", "联系人": "周敏"},
        ),
        (["1.规范停车。", "责任单位：县城管局（联系人：王强，电话12345）"], {"联系人": "王强，电话12345"}),
        (["1.规范停车。（县城管局（责任人：何某）、县环卫所）"], {"责任人": "何某"}),
        (["1.规范停车。（责任单位：县水利局 高桥 马塘）"], {"责任单位": "高桥马塘"}),
        # an office that the person holds, in a bracket of its own
        (["1.规范停车。责任人：何某（副局长）；责任单位：县城管局。"], {"责任人": "何某（副局长）"}),
        (["1.规范停车。（牵头领导：何某（县政府副县长）；责任单位：县城管局）"], {"牵头领导": "何某（县政府副县长）"}),
        (["1.规范停车。责任单位：县城管局；责任人：何某（副局长）、周敏。"], {"责任人": "何某（副局长）、周敏"}),
    ],
)
def test_who_answers_for_a_body_in_a_bracket_or_line_is_kept(lines, extra):
    made = notice(
        "\n".join(["青石县2023年重点工作任务清单", "一、整治市容", *lines, "2.修缮道路。（县住建局）"]) + "\n"
    )
    found = made.schemes[0].items[0].children[0]
    assert found.extra == extra
    assert len(found.responsible) in (1, 2)
    assert not any("（" in unit.name for unit in found.responsible)
    assert not {unit.name for unit in found.responsible} & {"李丽", "王强", "周敏", "何某"}


@pytest.mark.parametrize(
    "bracket",
    [
        "（责任单位：县教育局、县财政局等有关部门，6月底前完成）",
        "（牵头单位：县教育局；配合单位：各乡镇（街道）、县直有关单位）",
        "（由县教育局牵头，县财政局、县住建局按职责分工负责）",
        "（责任单位：县财政局（金融办）、县委办）",
        "（责任单位：各县（区）政府、县财政局（金融办））",
    ],
)
def test_a_bracket_of_units_and_time_says_nothing_else(bracket):
    made = notice(f"青石县2023年重点工作任务清单\n一、整治市容\n1.规范停车。{bracket}\n2.修缮道路。（县住建局）\n")
    assert made.schemes[0].items[0].children[0].extra == {}
