"""What is not tried on a text would not have matched: where a form matches stands what it needs, a marker has its head."""

import pytest
import regex

from extractors import (
    actors,
    amounts,
    cut_cells,
    deadlines,
    header_rows,
    labels,
    lists,
    markers,
    metadata,
    pairs,
    roles,
    rules,
    running,
    unit_heads,
    units,
    wraps,
)
from extractors.markers import FAMILIES
from normalizers import headers
from pipeline.assemble import neutral
from pipeline.readers.plain import lines as plain_lines
from pipeline.readers.plain import markdown
from pipeline.segments import empty_forms
from tests.conftest import TEXTS
from tests.making import text
from tests.phrases.corpora import FIELDS, phrases

LINES = sorted(
    {line for path in TEXTS for line in path.read_text("utf-8").splitlines()}
    | {phrase.form for field in FIELDS for phrase in phrases(field)}
)


@pytest.mark.parametrize(
    "form", [pytest.param(f, id=f"{m.__name__}.{f.name}") for m in (deadlines, rules) for f in m.FORMS]
)
def test_where_a_form_matches_stands_a_character_that_it_needs(form):
    found = [folded for line in (*LINES, *form.examples) if form.pattern.search(folded := text(line).folded)]
    assert found
    assert all(set(words) & set(form.needs) for words in found)
    assert all(set(words) & set(getattr(form, "besides", form.needs)) for words in found)


@pytest.mark.parametrize("form", [pytest.param(f, id=f.name) for f in rules.FORMS if f.end is not f.pattern])
def test_where_a_form_matches_its_end_does(form):
    lines = [text(line).folded for line in (*LINES, *form.examples)]
    found = [(line, match) for line in lines if (match := form.pattern.search(line))]
    assert found
    assert all((end := form.end.search(line)) and end.end() <= match.end() for line, match in found)
    assert all(form.search(line, at) == form.pattern.search(line, at) or form.search(line, at).span() == form.pattern.search(line, at).span()
               for line, match in found for at in (0, match.start(), match.end()))  # fmt: skip


@pytest.mark.parametrize(("signs", "pattern"), [pytest.param(*row[1:], id=row[0]) for row in roles._ROLE_WORDS])
def test_a_text_that_ends_with_a_role_word_has_its_last_character_and_one_of_its_signs(signs, pattern):
    found = [folded for line in LINES if pattern.search(folded := text(line).folded)]
    assert found
    assert {words[-1] for words in found} <= roles._ROLE_ENDS
    assert not any(signs.isdisjoint(words) for words in found)


@pytest.mark.parametrize("pattern", [actors._PLAIN, actors._MAY_ASSIGN])
def test_a_sentence_that_puts_a_body_in_charge_has_one_of_the_signs(pattern):
    found = [folded for line in LINES if pattern.search(folded := text(line).folded)]
    assert found
    assert not any(actors._ASSIGNING.isdisjoint(words) for words in found)


@pytest.mark.parametrize("family", [pytest.param(f, id=f"{f.name}-{f.examples[0]}") for f in FAMILIES])
def test_no_marker_begins_with_another_character_than_its_heads(family):
    begin = {char for char in map(chr, range(0x10000)) if family.pattern.match(char, partial=True)}
    assert {"0" if char.isdecimal() else char for char in begin} == set(family.heads)


@pytest.mark.parametrize(
    "family", [pytest.param(f, id=f"{f.name}-{f.examples[0]}") for f in FAMILIES if f.heads == "0"]
)
def test_behind_a_number_stands_none_but_the_signs_of_its_marker(family):
    behind = {char for char in map(chr, range(0x10000)) if family.pattern.match(f"1{char}", partial=True)}
    told = {" " if char.isspace() else char if char in ".-)、," else "汉" for char in behind if not char.isdecimal()}
    assert told == set(family.behind)


#: Patterns that are asked only of lines with a head, an end or a sign, and whether a line (folded) has it.
ASKED = [
    pytest.param(metadata._ANNEX, lambda line: line.startswith(metadata._ANNEX_HEAD), id="annex"),
    pytest.param(metadata._NOTES, lambda line: line.startswith(metadata._NOTES_HEADS), id="notes"),
    pytest.param(metadata._CLOSING_BRACKET, lambda line: line.endswith(metadata._CLOSED), id="closing bracket"),
    pytest.param(labels._LABELLED, lambda line: ":" in line, id="label"),
    pytest.param(labels._RECORD, lambda line: ":" in line, id="record"),
    pytest.param(pairs._COPIES, lambda line: "印" in line, id="copies"),
    pytest.param(pairs._IMPRINT, lambda line: "印" in line, id="imprint"),
    pytest.param(amounts._ALONE, lambda line: line.lstrip()[0].isdecimal(), id="amount alone"),
    pytest.param(actors._BRACKET, lambda line: "(" in line or "[" in line, id="bracket"),
    pytest.param(actors._PLAIN, actors._may_be_plain, id="plain"),
    pytest.param(units._AND, lambda line: not units._JOINING.isdisjoint(line), id="and"),
    pytest.param(units._NO_NAME, lambda line: not units._SAYS_MORE.isdisjoint(line), id="no name"),
    pytest.param(units._TIME, lambda line: not units._SAYS_MORE.isdisjoint(line), id="time"),
    pytest.param(unit_heads.SECTION, lambda line: line.endswith(unit_heads._SECTION_ENDS), id="section"),
    pytest.param(amounts._HEADED, lambda line: ":" in line, id="headed"),
    pytest.param(empty_forms._FORM, lambda line: not empty_forms._ASKING.isdisjoint(line), id="empty form"),
    pytest.param(units._HOW_MEANT, lambda line: "注" in line or "(" in line, id="how a list is meant"),
    pytest.param(markers._CODE, lambda line: line[-1].isdecimal(), id="code"),
    pytest.param(neutral._NEUTRAL, lambda line: len(line) <= neutral._LONGEST, id="neutral"),
    pytest.param(neutral._BOTH, lambda line: len(line) <= neutral._LONGEST, id="both"),
    pytest.param(wraps._MARKS_LAST, lambda line: line.endswith("分"), id="marks"),
    pytest.param(markdown._LEADING, lambda line: line.lstrip()[:1] in markdown._SIGNS, id="list's sign"),
    pytest.param(plain_lines._MARKDOWN_RULE, lambda line: line.lstrip()[:1] in plain_lines._MARKDOWN, id="rule"),
    pytest.param(plain_lines._MARKDOWN_HEADING, lambda line: line.lstrip()[:1] in plain_lines._MARKDOWN, id="heading"),
    *(pytest.param(cut.end, lambda line, last=cut.last: ("0" if line[-1].isdecimal() else line[-1]) in last, id=cut.end.pattern)
      for cut in cut_cells._CUTS),
]  # fmt: skip
#: Lines of kinds that the corpus lacks.
MADE = (
    "附注：以上含本数", "备注：另行通知", "说明：按年度计", "注：同上", "填表说明：一式两份", "附录1 名单", "共印30份", "校对：张三 共印20份",
    "牵头单位：应急局、", "望川县人民政府办公室 2021年3月8日印发", "# 一、总则", "---", "***", "A1", "其他事项", "奖惩情况", "- 加强巡查", "> 说明", "任务：推进更新",
    "项目申报表", "推荐登记书", "会议回执", "审批呈报卡", "政务信息采集表", "县农业农村局计财股", "人事科", "办公室", "待定", "详见附表", "各司其职", "李国强书记", "分管领导",
    "不涉及", "排名第一位", "每周三次", "会议（10分）：每月一次", "谁主管谁负责", "立行立改", "常态化", "下旬", "半年", "详见任务分解", "负责项目申报", "县教育局负责人", "县委常委", "县林业局商县财政局办理",
)  # fmt: skip


def asked(pattern):
    """Return how a pattern is asked: of the whole text where it stands for all of it."""
    return pattern.fullmatch if pattern in WHOLE else pattern.search


WHOLE = (amounts._ALONE, unit_heads.SECTION, empty_forms._FORM, markers._CODE, neutral._NEUTRAL, neutral._BOTH)


@pytest.mark.parametrize(("pattern", "may"), ASKED)
def test_a_pattern_is_asked_of_all_lines_that_it_can_match(pattern, may):
    found = [folded for line in (*LINES, *MADE) if asked(pattern)(folded := text(line).folded)]
    assert found
    assert all(map(may, found))


@pytest.mark.parametrize("pattern", [running._MARKERS, lists._MORE_MARKS])
def test_a_look_at_the_first_character_passes_over_no_match(pattern):
    ahead, _, forms = pattern.pattern.partition("(?:")
    assert ahead.startswith("(?=[")
    whole = regex.compile(forms[:-1])
    texts = [text(line).folded for line in LINES]
    assert [[m.span() for m in pattern.finditer(x)] for x in texts] == [
        [m.span() for m in whole.finditer(x)] for x in texts
    ]


def test_no_header_has_a_sign_that_parts_a_text_without_headers():
    words = {*headers.header_words(), *headers.QUALIFIERS, *headers.HEADS}
    assert not [word for word in words if header_rows._NO_HEADERS.search(word)]
    assert header_rows.headers_inside(text("望川县考核细则：序号考核内容分值评分标准一、组织领导")) is not None
