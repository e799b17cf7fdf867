"""Notes below a table that was run together with them."""

from tests.making import notice

TABLE = (
    "窗口信息报送评分标准考核项目考核内容分值评分标准得分报送管理（40分）1.按季报送简报20缺一期扣5分。2.简报内容准确，无差错20有差错每处扣1分。"
    "采用情况（60分）1.被市级刊物采用不少于两篇30少一篇扣10分。2.被区级刊物采用不少于三篇30少一篇扣10分。"
)


def test_the_sentences_of_a_note_are_one_note():
    made = notice(
        f"{TABLE}注:1.各窗口起评分为6分,扣完为止;季末低于6分的窗口,视为不达标。2.同一简报多次采用的,取最高分。不得累计。"
    )
    (scheme,) = made.schemes
    assert scheme.notes == (
        "1.各窗口起评分为6分,扣完为止;季末低于6分的窗口,视为不达标。",
        "2.同一简报多次采用的,取最高分。不得累计。",
    )
    assert made.sections == ()
    assert [len(i.children) for i in scheme.items] == [2, 2]


def test_a_name_with_marks_behind_a_note_is_none():
    made = notice(f"{TABLE}注:1.取最高分。附加项目（5分）1.有创新举措，经验推广。5")
    assert made.schemes[0].notes == ("1.取最高分。",)
    assert any(i.title == "附加项目" for s in made.schemes for i in s.items) or "附加项目" in str(made.sections)


def test_a_chapter_behind_the_notes_ends_them():
    made = notice(f"{TABLE}注:1.取最高分。不得累计。\n二、结果运用\n考核结果作为年度评优的依据，由中心办公室负责解释。")
    assert made.schemes[0].notes == ("1.取最高分。不得累计。",)
    assert [s.title for s in made.sections] == ["结果运用"]
