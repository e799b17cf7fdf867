"""Names inside sentences: jieba's words, the bodies among them, and what the pipeline says they do."""

import subprocess
import sys

import pytest

from extractors.actors import running_units
from extractors.language.bodies import bodies
from extractors.language.sentences import actors
from extractors.language.words import tagged, words_of
from extractors.text import Text
from tests.making import text


def named(words):
    told = tagged(words)
    return ["".join(word for word, _ in told[body.start : body.end]) for body in bodies(told)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("请县财政局牵头", ["县财政局"]),
        ("今年起县民政局负责", ["县民政局"]),
        ("会同县城管局检查", ["县城管局"]),
        ("青石县公安局交警大队负责", ["青石县公安局交警大队"]),
        ("县招商引资服务中心负责", ["县招商引资服务中心"]),
        ("政务服务中心负责", ["政务服务中心"]),
        ("县委组织部牵头", ["县委组织部"]),
        ("各乡镇、有关部门配合", ["各乡镇", "有关部门"]),
        ("以人民为中心", []),
        ("优化布局，立足大局", []),
        ("政府负责，部门落实", []),
        ("基层干部落实", []),
    ],
)
def test_a_body_reaches_from_its_place_or_first_noun_to_its_last_word(words, expected):
    assert named(words) == expected


def test_the_words_of_a_text_are_the_text():
    words = "1.请 县财政局 牵头，按（2021）3号文\n落实。"
    assert "".join(words_of(words)) == "".join(word for word, _ in tagged(words)) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("请县财政局牵头，各乡镇配合。", [("县财政局", "lead"), ("各乡镇", "support")]),
        ("县统计局、县税务局等部门分别负责核查。", [("县统计局、县税务局等部门", "responsible")]),
        ("各乡镇积极配合。", []),
        ("县财政局负责的项目全部完工。", []),
        ("由县财政局负责项目的验收。", [("县财政局", "responsible")]),
        ("县财政局负责项目的验收。", []),
        ("对县财政局落实督查。", []),
    ],
)
def test_who_is_put_in_charge(words, expected):
    assert [(part.chars, role) for part, role in actors(text(words))] == expected


def test_a_list_stands_where_it_is_printed():
    words = "第一句。２０２１年起 县民政局 负责养老。"
    (found,) = running_units(text(words).squeeze())
    assert words[found.text.start : found.text.end] == "县民政局"


@pytest.mark.parametrize(
    "words", ["由县财政局牵头，各乡镇配合。", "由县教育局、县财政局按照职责分工抓好落实。", "责任单位为县教育局。"]
)
def test_plain_forms_say_what_the_analysis_says(words):
    plain = [(u.text.chars, u.role) for u in running_units(text(words))]
    lists = [(name, role) for part, role in actors(text(words)) for name in part.chars.split("、")]
    assert plain == lists or not lists


@pytest.mark.parametrize(
    ("words", "loads"),
    [
        ("由县财政局牵头，各乡镇配合。（责任单位：县审计局）", False),
        ("按照谁主管谁负责的原则落实责任。", False),
        ("明确县水利局负责河道管护。", True),
    ],
)
def test_the_tools_are_loaded_only_where_a_sentence_needs_them(words, loads):
    code = (
        "import sys; from extractors.actors import running_units; from extractors.text import Text; "
        f"running_units(Text.of({words!r})); print('spacy' in sys.modules)"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == str(loads)


def test_an_empty_sentence_has_no_actors():
    assert actors(Text.of("")) == []
