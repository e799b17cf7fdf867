"""Fields and signs of a Word file: fields within the instruction of another, signs set into a circle, hidden symbols."""

import pytest

from pipeline.convert import convert_document
from tests.making import outline
from tests.test_word import opened, paragraphs
from tests.test_word_markup import body, t


def kind(name):
    return f'<w:r><w:fldChar w:fldCharType="{name}"/></w:r>'


def code(*words):
    return "".join(f"<w:r><w:instrText>{word}</w:instrText></w:r>" for word in words)


def field(*instruction, result=None):
    """A field; parts of its instruction may be fields."""
    inner = "".join(part if part.startswith("<") else code(part) for part in instruction)
    shown = kind("separate") + result if result is not None else ""
    return f"{kind('begin')}{inner}{shown}{kind('end')}"


@pytest.mark.parametrize(
    ("markup", "read_as"),
    [
        (f"{t('见')}{field(' IF ', field(' REF a ', result=t('内')), ' = 1 ', result=t('甲'))}{t('后')}", "见甲后"),
        (f"{t('见')}{field(' QUOTE ', t('乙'), result=t('甲'))}", "见甲"),
        (f"{t('见')}{field(' REF a ', result=t('附件') + field(' REF b ', result=t('1')))}", "见附件1"),
        (f"{t('见')}{kind('begin')}{code(' REF a ')}{t('附件1')}", "见附件1"),  # never ends: nothing is left out
        (f"{t('见')}{kind('end')}{kind('separate')}{t('附件1')}", "见附件1"),
    ],
)
def test_what_stands_in_a_fields_instruction_is_not_shown(markup, read_as):
    assert paragraphs(body(markup)) == [read_as]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        ((r" eq \o\ac(○,1) ",), "①"),
        ((" ", r"eq \o\ac(", "○", ",12)"), "⑫"),
        ((r"EQ \o\ac(□,一)",), "一"),
        ((r"eq \o\ac(○,\s\up2(3))",), "③"),
        ((r"eq \o\ac(○,21)",), "㉑"),
        ((r"eq \f(完成数,任务数)",), "完成数/任务数"),
        ((r"eq \f(完成数；,任务数\,合计)",), "完成数；/任务数,合计"),
        ((r"eq \o(\s\up 5(考核),\s\do 2(评比))",), "考核评比"),
        ((r"eq \o\ac(○,",), ""),
        ((" TC 目录 ",), ""),
    ],
)
def test_signs_that_a_field_sets_into_a_circle_and_fractions_are_read(instruction, shown):
    assert paragraphs(body(f"{t('前')}{field(*instruction)}{t('后')}")) == [f"前{shown}后"]


def test_an_instruction_that_never_ends_is_no_equation():
    assert paragraphs(body(f"{t('前')}{field('EQ ' + '(甲' * 100_000)}{t('后')}")) == ["前后"]


def test_a_field_with_a_result_shows_that():
    assert paragraphs(body(field(r"eq \o\ac(○,1)", result=t("①")) + t("学习"))) == ["①学习"]


def test_points_numbered_by_signs_in_circles_are_items():
    document = body(
        t("望川县2024年考核细则"),
        t("一、党建（40分）"),
        *(field(rf"eq \o\ac(○,{n})") + t(words) for n, words in ((1, "学习（10分）。"), (2, "活动（30分）。"))),
        t("二、业务（60分）"),
    )
    first, _ = outline(convert_document(opened(document)).schemes[0].items)
    assert [child[0] for child in first[3]] == ["①", "②"]


@pytest.mark.parametrize("sign", ["vanish", "strike"])
def test_hidden_symbols_and_notes_are_left_out_and_counted(sign):
    document = body(
        f"{t('达90')}<w:r><w:rPr><w:{sign}/></w:rPr><w:sym w:font='宋体' w:char='0025'/><w:t>旧</w:t></w:r>{t('分')}"
    )
    assert paragraphs(document) == ["达90分"]
    assert [dict(r.figures) for r in opened(document).remarks if r.code == "hidden_text"] == [
        {"count": "2", "text": "旧"}
    ]


@pytest.mark.parametrize(
    ("markup", "days"),
    [
        (field(r' DATE \@ "yyyy年M月d日" ', result=t("2024年3月5日")), ["2024年3月5日"]),
        (field("DATE", result=t("2024年") + t("3月5日")), ["2024年3月5日"]),
        (f"<w:fldSimple w:instr=' TIME \\@ \"yyyy年M月\" '>{t('2024年3月')}</w:fldSimple>", ["2024年3月"]),
        (field(" CREATEDATE ", result=t("2024年3月5日")), []),
        (field(" REF DATE ", result=t("2024年3月5日")), []),
        (field(" DATE ", result=""), []),
        (t("2024年3月5日"), []),
    ],
)
def test_a_day_that_a_field_puts_in_anew_is_read_and_told(markup, days):
    document = opened(body(t("一、公开"), markup))
    assert [b.text.chars for b in document.blocks][1:] == (days or (["2024年3月5日"] if "2024" in markup else []))
    figures = {"count": "1", "text": days[0]} if days else None
    assert [dict(r.figures) for r in document.remarks if r.code == "day_by_field"] == [figures] * len(days)


def test_the_day_of_a_notice_that_a_field_puts_in_is_a_warning():
    made = convert_document(opened(body(t("一、公开"), field(" DATE ", result=t("2024年3月5日")))))
    assert [f.severity for f in made.findings if f.code == "day_by_field"] == ["warning"]
