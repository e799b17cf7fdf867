"""An annex with an outline, behind one with a table: its title is its scheme's and not the notice's."""

import pytest

from tests.making import notice

TABLE = """附件1
松岭县2026年河湖管理考核表

序号\t考核项目\t分值
1\t水源管护\t40
2\t违规取水\t60

"""
OUTLINE = """附件2
松岭县2026年护林防火考核细则

一、制度建设（40分）
1.建立台账（20分）。缺一项扣2分。
2.落实专人（20分）。未落实扣5分。
二、工作成效（60分）
1.巡查到位（60分）。少一次扣2分。
"""
COVER = "松岭县水利局关于印发河湖管理考核办法的通知"
LETTER = f"{COVER}\n\n各乡镇人民政府：\n现将考核办法印发给你们，请认真贯彻执行。\n\n松岭县水利局\n2026年3月1日\n\n"


def test_its_title_is_its_schemes():
    made = notice(LETTER + TABLE + OUTLINE)
    assert [scheme.title for scheme in made.schemes] == ["松岭县2026年河湖管理考核表", "松岭县2026年护林防火考核细则"]
    assert (made.title, made.cover_title, made.issuer) == (COVER, None, "松岭县水利局")
    assert [section.requirement for section in made.sections] == ["现将考核办法印发给你们，请认真贯彻执行。"]
    assert (made.addressees, str(made.issued_on), made.coverage) == (("各乡镇人民政府",), "2026-03-01", 1.0)


def test_a_long_letters_signature_is_the_notices():
    words = "一、提高认识。各乡镇要高度重视。\n二、严格考核。县水利局负责实施。\n"
    made = notice(LETTER.replace("\n\n松岭县水利局", f"\n{words}\n松岭县水利局") + TABLE + OUTLINE)
    assert (made.title, made.issuer, str(made.issued_on)) == (COVER, "松岭县水利局", "2026-03-01")
    assert made.schemes[1].title == "松岭县2026年护林防火考核细则"


def test_so_it_is_where_no_letter_stands_before_them():
    made = notice(TABLE + OUTLINE)
    assert made.title == "松岭县2026年河湖管理考核表"
    assert made.schemes[1].title == "松岭县2026年护林防火考核细则"
    assert made.coverage == 1.0


def test_so_it_is_with_mark_and_title_on_one_line():
    made = notice(LETTER + TABLE + OUTLINE.replace("附件2\n", "附件2 "))
    assert made.schemes[1].title == "松岭县2026年护林防火考核细则"


@pytest.mark.parametrize("mark", ["附件", "附件2"])
def test_what_the_letter_passes_on_is_the_notice_behind_a_table_too(mark):
    words = (LETTER + TABLE + OUTLINE.replace("附件2", mark)).replace(
        "河湖管理考核办法", "松岭县2026年护林防火考核细则"
    )
    made = notice(words)
    assert made.title == "松岭县2026年护林防火考核细则"
    assert made.cover_title == "松岭县水利局关于印发松岭县2026年护林防火考核细则的通知"


def test_a_table_over_the_letter_is_no_annex_of_it():
    above = TABLE.replace("附件1\n", "")
    letter = LETTER.replace("印发河湖管理考核办法", "做好护林防火考核工作")
    made = notice(above + letter + OUTLINE.replace("附件2", "附件"))
    assert made.cover_title == "松岭县水利局关于做好护林防火考核工作的通知"
    assert made.title == "松岭县2026年护林防火考核细则"


def test_an_annex_that_was_taken_out_of_its_letter_is_the_notice():
    made = notice(OUTLINE)
    assert (made.title, [scheme.title for scheme in made.schemes]) == ("松岭县2026年护林防火考核细则", [None])


def test_outlines_in_both_annexes_are_as_before():
    made = notice(LETTER + OUTLINE.replace("附件2", "附件1").replace("护林防火", "河湖管理") + "\n" + OUTLINE)
    assert [scheme.title for scheme in made.schemes] == ["松岭县2026年河湖管理考核细则", "松岭县2026年护林防火考核细则"]
