"""Text remembers where its characters came from."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractors.found import Found, settle
from extractors.lists import names
from extractors.text import Text, join
from normalizers.widths import fold, fold_radicals
from tests.making import text

ANY = st.text(alphabet="ab 一二（）％\n\t１2。", max_size=40)


@given(ANY, st.data())
def test_every_operation_keeps_each_character_at_its_offset(source, data):
    made = text(source)
    for _ in range(data.draw(st.integers(0, 4))):
        step = data.draw(st.sampled_from(["strip", "squeeze", "slice", "without"]))
        if step == "slice":
            made = made[data.draw(st.integers(0, 5)) : len(made) - data.draw(st.integers(0, 3))]
        elif step == "without":
            made = made.without([(1, 3)])
        else:
            made = getattr(made, step)()
    assert len(made.chars) == len(made.offsets)
    assert all(source[o] == c for o, c in zip(made.offsets, made.chars, strict=True))
    assert list(made.offsets) == sorted(made.offsets)


@given(st.text(max_size=60))
def test_folding_never_changes_the_length(source):
    assert len(fold(source)) == len(source)
    assert len(fold_radicals(source)) == len(source)


@pytest.mark.parametrize(
    ("printed", "value"),
    [("具 体 要 求", "具体要求"), ("市级 0.3 分", "市级0.3分"), (" 2020 年 ", "2020年"), ("Word 2016 版", "Word 2016版"),
     ("公开。 依法", "公开。依法"), ("a  b", "a b")],
)  # fmt: skip
def test_squeeze_drops_spaces_beside_chinese_only(printed, value):
    assert text(printed).squeeze().value == value


def test_radicals_become_ideographs_in_values_and_stay_in_raw():
    made = text("⼯作⼈民")
    assert (made.value, made.raw) == ("工作人民", "⼯作⼈民")


def test_raw_is_the_source_between_the_ends():
    assert text("市级 0.3 分。").squeeze()[:6].raw == "市级 0.3 分"


def test_joined_texts_keep_their_places():
    source = "甲乙丙丁"
    made = join([Text.of(source, 0, 1), Text.of(source, 2, 4)], "\n")
    assert (made.chars, made.start, made.end) == ("甲\n丙丁", 0, 4)


def test_split_and_groups_are_parts_of_the_text():
    made = text("一、甲；二、乙")
    assert [p.chars for p in made.split(regex.compile(";"))] == ["一、甲", "二、乙"]
    match = regex.search("(?P<n>二)、", made.folded)
    assert made.group(match, "n").start == 4


def test_an_empty_text_stands_nowhere():
    with pytest.raises(ValueError, match="nowhere"):
        _ = text("").start


def test_settle_keeps_the_stronger_then_the_longer():
    source = text("2020年底前")
    weak, strong = Found("year end", source[4:], 1), Found("whole", source, 2)
    assert [f.value for f in settle([weak, strong])] == ["whole"]
    assert [f.value for f in settle([Found("a", source[:2]), Found("b", source[:3]), Found("c", source[3:])])] == [
        "b",
        "c",
    ]


@pytest.mark.parametrize(
    ("listed", "parts"),
    [("县财政局、审计局，各乡镇", ["县财政局", "审计局", "各乡镇"]), ("市政府有关委、办、局，各单位", ["市政府有关委、办、局", "各单位"]),
     ("财政局（金融办、国资办）、税务局", ["财政局（金融办、国资办）", "税务局"]), ("教育局 公安局\n民政局/司法局", ["教育局", "公安局", "民政局", "司法局"])],
)  # fmt: skip
def test_lists_of_names(listed, parts):
    assert [n.chars for n in names(text(listed))] == parts


def test_runs_of_a_text_put_together_out_of_order():
    words = text("1二、档案管理")
    assert join([words[1:], words[:1]]).runs() == [(1, 7), (0, 1)]
