"""A list of contents in front of a scheme."""

import pytest

from tests.making import codes, notice, outline

BODY = "一、党建（40分）。少一次扣5分。\n二、业务（60分）。少一个扣5分。\n"
TREE = [("一、", "党建", 40), ("二、", "业务", 60)]


@pytest.mark.parametrize("heading", ["目录", "目　　录", "目次"])
@pytest.mark.parametrize("page", ["\t{}", "……{}", "………………{}", "...... {}", "  {}", "…… - {} -", ""])
def test_a_list_of_contents_is_neither_title_nor_items(heading, page):
    lines = [f"{name}{page.format(at)}" for at, name in enumerate(("一、党建（40分）", "二、业务（60分）"), 1)]
    made = notice("\n".join(["望川县2024年考核手册", heading, *lines, BODY]))
    assert made.title == "望川县2024年考核手册"
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert (made.sections, codes(made), made.coverage) == ((), [], 1.0)
    assert {part.reason for part in made.unparsed} == {"navigation"}
    assert "业务" in made.unparsed[-1].text


def test_a_heading_of_contents_without_any_takes_nothing_away():
    made = notice(f"望川县2024年考核手册\n目录\n{BODY}")
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert made.unparsed == ()


def test_a_task_about_a_catalogue_stays():
    made = notice(
        "望川县2024年政务公开工作要点\n一、公开目录\n1.编制目录。\n2.更新目录。\n二、公开时限\n1.及时公开。\n"
    )
    assert [item.title for item in made.schemes[0].items] == ["公开目录", "公开时限"]


def test_what_is_listed_begins_where_a_line_comes_again():
    body = "一、党建\n1.开展培训。\n二、业务\n1.开展检查。\n"
    made = notice(
        f"望川县2024年工作要点\n目录\n一、党建\n二、业务\n{body}附件：望川县2024年培训清单\n一、党建\n二、业务\n"
    )
    assert [part.text for part in made.unparsed] == ["目录\n一、党建\n二、业务"]
