"""Labels of roles in the lines of a list: who does a task, told from who runs the site around it."""

import pytest

from tests.making import flatten, notice

HEAD = "临川县2023年文化活动任务清单\n一、主要活动\n"


def read(*lines):
    """Each item's units with their roles and its due days, and what was left out."""
    made = notice(HEAD + "\n".join(lines) + "\n")
    items = flatten(made.schemes[0].items)
    assert not items[0].responsible
    assert items[0].title == "主要活动"
    told = [([(u.name, u.role) for u in i.responsible], [str(d.due) for d in i.deadlines]) for i in items[1:]]
    return told, [u.text for u in made.unparsed]


@pytest.mark.parametrize("label", ["承办单位", "主办单位"])
@pytest.mark.parametrize(
    ("last", "due"),
    [
        (["责任单位：县委宣传部", "{}：县图书馆", "完成时限：10月底前"], ["2023-10-31"]),
        (["责任单位：县委宣传部", "{}：县图书馆"], []),
        (["{}：县图书馆"], []),
    ],
)
def test_who_hosts_a_task_is_no_footer_of_a_page(label, last, due):
    lines = ["1.举办广场舞大赛。", f"{label}：县文化馆", "完成时限：5月底前", "2.举办读书节。"]
    told, left = read(*lines, *(line.format(label) for line in last))
    assert left == []
    role = "lead" if label == "主办单位" else "responsible"
    assert told[0] == ([("县文化馆", role)], ["2023-05-31"])
    assert ("县图书馆", role) in told[1][0]
    assert told[1][1] == due


@pytest.mark.parametrize(
    "footer",
    [
        ["主办：临川县人民政府办公室", "承办：临川县信息中心"],
        ["主办单位：临川县人民政府", "承办单位：临川县大数据中心", "赣ICP备05000556号"],
        ["主办单位：临川县人民政府", "网站标识码：3600000001"],
        ["承办单位：临川县大数据中心", "赣公网安备36000002000001号", "地址：临川县大道1号"],
    ],
)
def test_who_runs_a_site_stays_outside_the_list(footer):
    lines = ["1.举办广场舞大赛。", "责任单位：县文化馆", "2.举办读书节。", "责任单位：县图书馆", "完成时限：5月底前"]
    told, left = read(*lines, *footer)
    assert told == [([("县文化馆", "responsible")], []), ([("县图书馆", "responsible")], ["2023-05-31"])]
    assert "\n".join(left).startswith(footer[0])
