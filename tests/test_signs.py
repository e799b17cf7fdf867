"""Signs before numbers, which a legend explains: `★3.未设接访室的，评估不合格。`."""

import pytest

from tests.making import flatten, notice

WORDS = """松岭县综治中心建设评估细则
{legend}
一、场所建设（20分）
1.面积达标。（8分）
{veto}未设接访室的，评估不合格。
3.设施完备。（12分）
二、机制运行（80分）
4.数据准确。（80分）
{bonus}经验被推广的，加3分。
"""
LEGEND = "★为否决项，▲为加分项。"


def _items(legend, veto="★2.", bonus="▲5."):
    items = flatten(notice(WORDS.format(legend=legend, veto=veto, bonus=bonus)).schemes[0].items)
    return [(i.level, i.marker, i.nature) for i in items]


@pytest.mark.parametrize("legend", [LEGEND, "注：标“★”的指标为一票否决指标，标“▲”的为加分指标。"])
def test_they_number_items_whose_nature_the_legend_tells(legend):
    assert _items(legend) == [
        (1, "一、", "base"), (2, "1.", "base"), (2, "★2.", "veto"), (2, "3.", "base"),
        (1, "二、", "base"), (2, "4.", "base"), (2, "▲5.", "bonus"),
    ]  # fmt: skip


def test_a_sign_behind_the_number_says_the_same():
    assert [n for _, _, n in _items(LEGEND, "2.★", "5.▲")] == ["base", "base", "veto", "base", "base", "base", "bonus"]


@pytest.mark.parametrize("legend", ["★为必达项，▲为重点项。", "★为否决项。★为加分项。"])
def test_without_a_legend_that_tells_they_say_nothing(legend):
    items = _items(legend)
    assert [(m, n) for _, m, n in items][2] == ("★2.", "base")
    assert len(items) == 7
