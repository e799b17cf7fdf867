"""Bodies that a sentence has do a task together, and those that only act, score, punish or did something once."""

import pytest

from extractors.actors import running_units
from extractors.units import unit_list
from tests.making import text

L, S, R = "lead", "support", "responsible"


def read(words):
    return [(unit.name, unit.role) for unit in running_units(text(words))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("由县教育局会同县公安局开展检查。", [("县教育局", R), ("县公安局", R)]),
        ("由县水利局商县财政局办理。", [("县水利局", R), ("县财政局", R)]),
        ("由县林业局联合县公安局开展清山。", [("县林业局", R), ("县公安局", R)]),
        ("由县林业局、县公安局联合开展清山。", [("县林业局", R), ("县公安局", R)]),
        ("由县林业局与县公安局共同研究制定方案。", [("县林业局", R), ("县公安局", R)]),
        ("请县水利局会同县财政局办理。", [("县水利局", R), ("县财政局", R)]),
        ("由县水利局会同县审计局对各乡镇开展核查。", [("县水利局", R), ("县审计局", R)]),
        ("由县水利局会同县林业局，每半年开展一次巡查。", [("县水利局", R), ("县林业局", R)]),
        ("由县水利局会同县林业局于6月底前完成。", [("县水利局", R), ("县林业局", R)]),
        ("由县水利局会同有关部门研究制定。", [("县水利局", R), ("有关部门", R)]),
        ("由县水利局会同各乡镇（街道）、县直有关单位抓好落实。", [("县水利局", R), ("各乡镇（街道）", R), ("县直有关单位", R)]),
        ("由教务处会同各学院开展期中检查。", [("教务处", R), ("各学院", R)]),
        ("由安全环保部会同生产技术部、各矿井开展检查。", [("安全环保部", R), ("生产技术部", R), ("各矿井", R)]),
        ("由省水利厅会同省财政厅、省林业局制定实施方案。", [("省水利厅", R), ("省财政厅", R), ("省林业局", R)]),
        # whoever leads, and whoever joins
        ("由医务科牵头，会同护理部、院感科开展检查。", [("医务科", L), ("护理部", R), ("院感科", R)]),
        ("由县林业局牵头会同县公安局开展联合检查。", [("县林业局", L), ("县公安局", R)]),
        ("由县林业局会同县公安局牵头组织。", [("县林业局", L), ("县公安局", L)]),
        ("由县林业局会同县公安局牵头，各乡镇配合。", [("县林业局", L), ("县公安局", L), ("各乡镇", S)]),
        # words of a name that are a verb elsewhere end no list
        ("由县林业局牵头、会同县公安局、县市场监管局等部门，对林区开展联合检查。",
         [("县林业局", L), ("县公安局", R), ("县市场监管局", R), ("部门", R)]),
        ("由县林业局会同县委组织部、县住房和城乡建设局开展检查。", [("县林业局", R), ("县委组织部", R), ("县住房和城乡建设局", R)]),
        ("由省水利厅会同省住房城乡建设厅、各市（州）人民政府制定导则。",
         [("省水利厅", R), ("省住房城乡建设厅", R), ("各市（州）人民政府", R)]),
        ("由住建部门会同水利、城管等部门开展整治。", [("住建部门", R), ("水利", R), ("城管", R), ("部门", R)]),
        ("由村“两委”会同驻村工作队组织实施。", [("村“两委”", R), ("驻村工作队", R)]),
        ("由县林业局会同县公安局巡查大队开展检查。", [("县林业局", R), ("县公安局巡查大队", R)]),
    ],
)  # fmt: skip
def test_who_does_a_task_together(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        # who acts by itself
        "县林业局会同县公安局开展检查。",
        "县林业局要会同县公安局每季度开展一次检查。",
        "县林业局会商县财政局后组织实施。",
        "区司法局要在2020年底前完成任务。",
        "经县林业局会同县财政局审核同意后拨付。",
        "按照县林业局会同县财政局制定的标准执行。",
        # whose a thing is, and what is done already
        "由县林业局会同县财政局制定的标准执行。",
        "由县林业局会同县财政局开展了核查。",
        "已由县林业局会同县财政局开展核查。",
        # scoring and its consequences
        "由县考核办会同县委组织部进行考核打分。",
        "对不按时完成的，由县政府办会同县纪委进行约谈。",
        "未落实整改的，由县林业局会同县公安局开展调查处理。",
        "本办法由县林业局会同县财政局负责解释。",
        # nobody, or members of a group
        "由浅入深，会同推进。",
        "由党员干部联合开展活动。",
        "由县林业局、县公安局、县司法局组成联合检查组。",
        "由于县林业局会同县公安局开展检查，火情减少。",
    ],
)
def test_who_only_acts_scores_or_punishes_does_no_task(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize("words", ["检查由会同", "会同", "由会同检查", "由县教育局会同"])
def test_a_chain_of_such_words_is_read_without_end(words):
    assert isinstance(unit_list(text(words * 1200)), list)
    assert isinstance(running_units(text(words * 1200)), list)
