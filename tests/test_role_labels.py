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


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["责任单位：县教体局", "协同单位：县财政局"], [("县教体局", "responsible"), ("县财政局", "support")]),
        (["协同责任单位：县财政局"], [("县财政局", "support")]),
        (["协作单位：县财政局"], [("县财政局", "support")]),
        (["协助单位：县财政局"], [("县财政局", "support")]),
        (
            ["直接责任单位：县住建局", "共同责任单位：县水利局"],
            [("县住建局", "responsible"), ("县水利局", "responsible")],
        ),
        (["第一责任单位：县应急局；责任单位：县财政局"], [("县应急局", "lead"), ("县财政局", "responsible")]),
        (["总牵头单位：县交通局", "实施单位：县公路中心"], [("县交通局", "lead"), ("县公路中心", "responsible")]),
        (["（牵头单位：县交通局；直接责任单位：县水利局）"], [("县交通局", "lead"), ("县水利局", "responsible")]),
        (["（总牵头单位：县交通局；协作单位：县水利局）"], [("县交通局", "lead"), ("县水利局", "support")]),
        (
            ["牵头：县应急局；配合：县水利局、各乡镇。"],
            [("县应急局", "lead"), ("县水利局", "support"), ("各乡镇", "support")],
        ),
        (["牵头：县应急局", "配合：县水利局"], [("县应急局", "lead"), ("县水利局", "support")]),
        (["逐户登记。总牵头单位：县交通局；协作单位：县水利局。"], [("县交通局", "lead"), ("县水利局", "support")]),
    ],
)
def test_labels_of_roles(lines, expected):
    told, _ = read("1.开展排查。", *lines, "2.开展演练。（县财政局）")
    assert told[0][0] == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["1.开展宣传。（主办：县委宣传部；承办：县融媒体中心）"],
        ["1.开展宣传。", "主办：县委宣传部", "承办：县融媒体中心", "时限：9月底"],
        ["1.开展宣传。", "主办：县委宣传部；承办：县融媒体中心。"],
    ],
)
def test_who_hosts_by_a_bare_label(lines):
    made = notice(HEAD + "\n".join([*lines, "2.开展演练。（县财政局）"]) + "\n")
    item = made.schemes[0].items[0].children[0]
    assert [(u.name, u.role) for u in item.responsible] == [("县委宣传部", "lead"), ("县融媒体中心", "responsible")]
    assert item.extra == {}


def test_bare_labels_in_a_line_and_behind_a_sentence_with_a_time():
    line = "牵头：县应急局；配合：县水利局。时限：12月底。"
    for lines in (["1.开展演练。", line], [f"1.开展演练。{line}"]):
        told, _ = read(*lines, "2.开展排查。（县财政局）")
        assert told[0] == ([("县应急局", "lead"), ("县水利局", "support")], ["2023-12-31"])


@pytest.mark.parametrize("line", ["配合：做好宣传发动，营造氛围。", "牵头：定期召开会议。", "主办：读书月启动仪式。"])
def test_a_clause_behind_a_bare_label_names_no_units(line):
    for lines in (["1.开展演练。", line], [f"1.开展演练。{line}"]):
        made = notice(HEAD + "\n".join([*lines, "2.开展排查。（县财政局）"]) + "\n")
        item = made.schemes[0].items[0].children[0]
        assert not item.responsible
        assert line in item.requirement


def test_a_label_behind_such_a_clause_is_read():
    made = notice(HEAD + "1.开展宣传。配合：做好动员。责任单位：县文旅局。\n2.开展演练。（县财政局）\n")
    item = made.schemes[0].items[0].children[0]
    assert [(u.name, u.role) for u in item.responsible] == [("县文旅局", "responsible")]
    assert item.requirement == "配合：做好动员。"


def test_who_is_in_charge_of_a_trade_is_kept_and_is_no_unit_of_the_task():
    made = notice(HEAD + "1.开展排查。\n责任单位：县水利局\n主管部门：县交通局\n2.开展演练。（县财政局）\n")
    item = made.schemes[0].items[0].children[0]
    assert [u.name for u in item.responsible] == ["县水利局"]
    assert item.extra == {"主管部门": "县交通局"}


def test_each_label_from_which_nothing_was_read_is_told():
    made = notice(
        HEAD
        + "1.清理欠款。每季度通报。（责任单位：县财政局）\n协同单位：见附表\n2.开展演练。（牵头单位：县水利局）并登记。\n"
    )
    told = [f.message for f in made.findings if f.code == "label_unread"]
    assert told == ["“清理欠款” says “协同单位”, but nothing was read from it"]


@pytest.mark.parametrize("sign", ["，", ",", "  ", "　　"])
def test_labels_behind_a_comma_or_white_space_begin_fields(sign):
    made = notice(
        f"{HEAD}1.改造食堂{sign}责任单位：县教育局{sign}完成时限：8月底前\n2.修缮校舍{sign}牵头单位：县住建局\n"
    )
    one, other = made.schemes[0].items[0].children
    assert [(one.title, [u.name for u in one.responsible]), (other.title, [u.role for u in other.responsible])] == [
        ("改造食堂", ["县教育局"]),
        ("修缮校舍", ["lead"]),
    ]
    assert [str(d.due) for d in one.deadlines] == ["2023-08-31"]
