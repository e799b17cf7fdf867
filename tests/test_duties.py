"""What a list says that each of its bodies does: the name is the body's, the role that of the word, the rest is kept."""

import pytest

from extractors.units import unit_list
from tests.making import notice, text

L, S, R = "lead", "support", "responsible"


def units(words):
    return [(unit.name, unit.role) for unit in unit_list(text(words))]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("县教育局（县财政局负责资金保障）", [("县教育局", R), ("县财政局", R)]),
        (
            "县教育局（县财政局、县住建局负责资金保障）、各乡镇",
            [("县教育局", R), ("县财政局", R), ("县住建局", R), ("各乡镇", R)],
        ),
        ("县教育局（县财政局配合做好资金保障）", [("县教育局", R), ("县财政局", S)]),
        (
            "县林业局牵头实施，县财政局负责资金拨付，县水利局负责引水",
            [("县林业局", L), ("县财政局", R), ("县水利局", R)],
        ),
        ("县财政局负责资金筹措、拨付；县水利局负责引水", [("县财政局", R), ("县水利局", R)]),
        ("县林业局（负责造林）、县水利局（配合引水）", [("县林业局", R), ("县水利局", S)]),
        ("县林业局负责造林、县水利局负责引水、各乡镇", [("县林业局", R), ("县水利局", R), ("各乡镇", R)]),
        ("县林业局（牵头编制方案）", [("县林业局", L)]),
        ("县住建局负责建设污水处理站", [("县住建局", R)]),
        ("医务科负责组织，护理部配合做好培训", [("医务科", R), ("护理部", S)]),
        ("县林业局：牵头；县财政局：负责资金", [("县林业局", L), ("县财政局", R)]),
        ("县林业局牵头，负责项目申报", [("县林业局", L)]),
        ("防火办、各国有林场（派出所配合做好执法）", [("防火办", R), ("各国有林场", R), ("派出所", S)]),
        ("办公室牵头，各林业站负责入户发放", [("办公室", L), ("各林业站", R)]),
        ("县林业局负责，各乡镇落实属地责任", [("县林业局", R), ("各乡镇", R)]),
        ("县林业局牵头，会同县公安局、县应急局", [("县林业局", L), ("县公安局", R), ("县应急局", R)]),
        ("执行局会同立案庭", [("执行局", R), ("立案庭", R)]),
        # names that have such words, and roles before names
        ("县教育局（县教育局指导中心）", [("县教育局（县教育局指导中心）", R)]),
        ("县教育局（县责任督学办）、县财政局", [("县教育局（县责任督学办）", R), ("县财政局", R)]),
        ("牵头县教育局 配合县财政局", [("县教育局", L), ("县财政局", S)]),
        # nobody
        ("县教育局负责人", []),
        ("县教育局负责同志", []),
        ("县委常委、副县长李某某", []),
        ("详见任务分解表", []),
        # marks beside names, and one body of several levels
        ("县住建局△、县财政局", [("县住建局", R), ("县财政局", R)]),
        ("市、县（区）水利部门、市林业局", [("市、县（区）水利部门", R), ("市林业局", R)]),
        ("市、县水利部门", [("市、县水利部门", R)]),
    ],
)
def test_a_name_has_no_duty(cell, expected):
    assert units(cell) == expected


def test_what_each_does_is_kept():
    table = "工作任务 | 责任单位 | 完成时限 |\n改造食堂 | 县教育局（县财政局负责资金保障） | 6月底前 |\n修路 | 县交通局 | 9月底前 |\n"
    first = notice(f"青石县2021年任务分解表\n{table}").schemes[0].items[0]
    assert [u.name for u in first.responsible] == ["县教育局", "县财政局"]
    assert first.extra == {"责任单位": "县财政局负责资金保障"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("（县教育局负责实施，县财政局负责资金保障）", ["县教育局", "县财政局"]),
        ("（责任单位：县教育局（县财政局负责资金保障））", ["县教育局", "县财政局"]),
        ("（县教育局负责的除外）", []),
        ("（企业负责落实整改资金）", []),
        ("（由县林业局会同县公安局办理）", ["县林业局", "县公安局"]),
        ("（县林业局商县财政局办理）", ["县林业局", "县财政局"]),
        ("（在县政务中心办理）", []),
    ],
)
def test_a_bracket_of_duties_names_its_bodies(words, expected):
    made = notice(f"青石县2021年重点工作要点\n一、重点任务\n1.改造食堂。{words}\n2.建立台账。（责任单位：县财政局）\n")
    assert [u.name for u in made.schemes[0].items[0].children[0].responsible] == expected


def test_what_stands_before_the_first_label_of_a_bracket_is_kept():
    made = notice(
        "青石县2021年重点工作要点\n一、重点任务\n1.改造食堂。（A类任务；责任单位：县教育局）\n2.修路。（责任单位：县交通局）\n"
    )
    first = made.schemes[0].items[0].children[0]
    assert [u.name for u in first.responsible] == ["县教育局"]
    assert first.extra == {"括注": "A类任务"}
