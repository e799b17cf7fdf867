"""Records under labels, one a line: what is assessed, what it is worth, how it is marked, who must do it."""

import pytest

from tests.making import codes, notice

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
