"""Copies with pinyin pushed into the text: out of the values, in the ledger, told by a finding."""

from pipeline.convert import convert_document
from pipeline.readers import read
from tests.invariants import assert_grounded
from tests.making import codes, notice

TEXT = "2021年青石縣重（zhòng）點工作要點\n一、信息公開（10分）\n1.規範印發（fā）文件，做好校（jiào）對。（责任单位：县财(cái)政局）\n"


def test_pinyin_is_in_no_value():
    made = notice(TEXT)
    item = made.schemes[0].items[0].children[0]
    assert made.title == "2021年青石縣重點工作要點"
    assert item.requirement == "規範印發文件，做好校對。"
    assert [(u.name, u.raw) for u in item.responsible] == [("县财政局", "县财(cái)政局")]


def test_pinyin_is_told_and_accounted_for():
    document = read(TEXT.encode(), "made.txt")
    made = convert_document(document)
    assert [f.message for f in made.findings if f.code == "pinyin_removed"] == [
        "pinyin stands behind characters in 4 places, first “（zhòng）”; it was left out"
    ]
    assert made.coverage == 1
    assert_grounded(document, made)


def test_pinyin_in_a_cell():
    page = "<table><tr><td>考核内容</td><td>分值</td></tr><tr><td>重(zhòng)点工作</td><td>5</td></tr></table>"
    made = convert_document(read(page.encode(), "made.html"))
    assert made.schemes[0].items[0].requirement == "重点工作"


def test_letters_in_brackets_that_are_no_pinyin_stay():
    made = notice(
        "2021年青石县工作要点\n一、推进互联网（internet）建设（10分）\n1.建设政务云（cloud）和（fa）平台。\n2.引进“É”型设备。\n"
    )
    assert "pinyin_removed" not in codes(made)
    assert made.schemes[0].items[0].children[0].requirement == "建设政务云（cloud）和（fa）平台。"


def test_white_space_behind_pinyin_is_layout():
    made = notice(
        "2021年青石縣信訪工作考核辦法\n一、信訪工作（100分）\n1.結案率達(dá) 95%以上，不達標(biāo)的扣 10 分。\n"
    )
    item = made.schemes[0].items[0].children[0]
    assert item.requirement == "結案率達95%以上，不達標的扣10分。"
    assert [rule.amount for rule in item.scoring_rules] == [10]
