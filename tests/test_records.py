"""Records under labels, one a line: what is assessed, what it is worth, how it is marked, who must do it."""

import pytest

from tests.making import codes, notice, outline

RECORD = "{0}项目：公共环境\n{0}内容：楼道无杂物；小区无乱贴。\n{1}\n责任单位：县城管局\n"


@pytest.mark.parametrize("kind", ["考核", "考评", "测评", "检查", "评价", "评估"])
@pytest.mark.parametrize("marks", ["分值：15", "分值：15分", "标准分:15", "【分值】：15。"])
def test_each_begins_an_item_with_its_marks(kind, marks):
    first, second = (RECORD.format(kind, marks) for _ in range(2))
    made = notice(f"云溪县文明城市任务分解\n{first}{second.replace('公共环境', '公共秩序')}")
    (scheme,) = made.schemes
    assert [(i.title, i.points and int(i.points.value), [u.name for u in i.responsible]) for i in scheme.items] == [
        ("公共环境", 15, ["县城管局"]), ("公共秩序", 15, ["县城管局"]),
    ]  # fmt: skip
    assert "label_unread" not in codes(made)


def test_a_numbered_name_has_the_marks_that_a_line_below_says():
    made = notice(
        "云溪县考核表\n一、公共环境\n分值：15\n评分标准：发现一处扣1分\n二、公共秩序\n分值：10\n评分标准：发现一处扣1分\n"
    )
    assert [(i.marker, i.title, i.requirement, i.points and int(i.points.value)) for i in made.schemes[0].items] == [
        ("一、", "公共环境", None, 15), ("二、", "公共秩序", None, 10),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["分值：15项", "分值：15分以上", "分值：见附表", "得分：15"])
def test_lines_that_say_something_else_are_no_marks(line):
    made = notice(f"云溪县考核表\n一、公共环境（20分）\n1.保洁（10分）\n{line}\n2.绿化\n{line}\n")
    leaf = made.schemes[0].items[0].children[1]
    assert (leaf.title, leaf.points) == ("绿化", None)


@pytest.mark.parametrize(
    ("one", "other"), [("一级指标 ", "二级指标 "), ("一级指标：", "二级指标："), ("考核项目：", "考核指标：")]
)
def test_labels_before_numbers_are_none_of_the_names(one, other):
    made = notice(
        f"云溪县平安建设评价指标体系\n{one}（一）矛盾化解（30分）\n{other}1.排查（10分）\n发现一处扣1分\n{other}2.化解（20分）\n"
        f"{one}（二）公共安全（70分）\n{other}3.道路交通（70分）\n发生1起扣5分\n"
    )
    assert outline(made.schemes[0].items) == [
        ("（一）", "矛盾化解", 30, [("1.", "排查", 10), ("2.", "化解", 20)]),
        ("（二）", "公共安全", 70, [("3.", "道路交通", 70)]),
    ]
    assert (made.coverage, made.sections) == (1.0, ())


def test_words_of_a_sentence_are_no_labels():
    made = notice(
        "云溪县考核办法\n一、考核（30分）\n一级指标1项、二级指标3项。\n二、结果（70分）\n二级指标1.5倍计分。\n"
    )
    assert [(i.marker, i.title, i.requirement) for i in made.schemes[0].items] == [
        ("一、", "考核", "一级指标1项、二级指标3项。"), ("二、", "结果", "二级指标1.5倍计分。"),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["赋分原则", "评分规则", "扣分细则", "打分办法"])
def test_labels_of_how_marks_are_given(label):
    made = notice(
        f"云溪县水库评价标准\n一、大坝\n分值：40\n{label}：有渗漏扣10分\n二、溢洪道\n分值：60\n{label}：有障碍扣10分\n"
    )
    assert [i.scoring for i in made.schemes[0].items] == ["有渗漏扣10分", "有障碍扣10分"]
