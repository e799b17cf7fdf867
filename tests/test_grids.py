"""Grids whose levels no column shows: sections, numbers as an outline, headers of two rows, texts over several rows."""

import pytest

from normalizers.headers import column_role, header_role, is_grade
from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import codes, flatten, notice, outline, page, pipes

TITLE = "2023年望川县综合考核评分表"
HEAD = ["序号", "考核内容", "分值", "评分标准"]


def test_rows_below_a_section_are_its_children_where_no_column_has_names():
    made = page(
        TITLE,
        [
            HEAD,
            [("一、经济发展（60分）", 1, 4)], ["1", "产值增长", "30", "每低1%扣1分"], ["2", "投资增长", "30", "每低1%扣1分"],
            [("二、社会事业（40分）", 1, 4)], ["3", "学位供给", "40", "少一个扣1分"],
        ],
    )  # fmt: skip
    assert outline(made.schemes[0].items) == [
        ("一、", "经济发展", 60, [("1", "产值增长", 30), ("2", "投资增长", 30)]),
        ("二、", "社会事业", 40, [("3", "学位供给", 40)]),
    ]
    assert codes(made) == []


def test_sections_above_the_header_and_inside_one_another():
    made = notice(
        f"{TITLE}\n| 一、重点指标（70分） | |\n| （一）水质（40分） | |\n| 考核指标 | 分值 | 评分标准 | |\n"
        "| 1.断面达标 | 30 | 每差1%扣1分 | |\n| 2.饮用水达标 | 10 | 每差1%扣1分 | |\n| （二）空气（30分） | |\n"
        "| 1.优良天数 | 30 | 每少1天扣1分 | |\n| 二、日常工作（30分） | |\n| 1.信息报送 | 30 | 少一篇扣1分 | |\n"
    )
    assert outline(made.schemes[0].items) == [
        (
            "一、", "重点指标", 70,
            [
                ("（一）", "水质", 40, [("1.", "断面达标", 30), ("2.", "饮用水达标", 10)]),
                ("（二）", "空气", 30, [("1.", "优良天数", 30)]),
            ],
        ),
        ("二、", "日常工作", 30, [("1.", "信息报送", 30)]),
    ]  # fmt: skip
    assert "children_sum" not in codes(made)


@pytest.mark.parametrize(
    ("numbers", "head"),
    [
        (("1", "1.1", "1.2", "2", "2.1"), ["编号", "考核项目", "分值"]),
        (("一", "1", "2", "二", "3"), ["序号", "考核项目", "分值"]),
        (("（一）", "1.", "2.", "（二）", "3."), ["序号", "考核项目", "分值"]),
    ],
)
def test_running_numbers_that_are_an_outline(numbers, head):
    cells = [("组织管理", "60"), ("机构", "40"), ("人员", "20"), ("业务建设", "40"), ("归档", "40")]
    made = page(TITLE, [head, *([n, *c] for n, c in zip(numbers, cells, strict=True))])
    one, two, three, four, five = numbers
    assert outline(made.schemes[0].items) == [
        (one, "组织管理", 60, [(two, "机构", 40), (three, "人员", 20)]),
        (four, "业务建设", 40, [(five, "归档", 40)]),
    ]


def test_what_stands_over_others_by_its_number_has_a_name():
    rows = [["1", "组织管理", "10", ""], ["1.1", "机构", "4", ""], ["1.1.1", "设立档案室", "4", "未设立不得分"]]
    rows += [["1.2", "人员", "6", ""], ["1.2.1", "配备专职人员", "6", "未配备不得分"]]
    made = page("2023年望川县档案管理考核标准", [["编号", "考核项目与内容", "分值", "评分细则"], *rows])
    assert [(i.marker, i.title, i.requirement) for i in flatten(made.schemes[0].items)] == [
        ("1", "组织管理", None), ("1.1", "机构", None), ("1.1.1", None, "设立档案室"),
        ("1.2", "人员", None), ("1.2.1", None, "配备专职人员"),
    ]  # fmt: skip


def test_one_running_number_over_all_rows_is_no_outline():
    made = page(TITLE, [HEAD, ["1", "甲制度", "60", ""], ["2", "乙制度", "40", ""]])
    assert outline(made.schemes[0].items) == [("1", "甲制度", 60), ("2", "乙制度", 40)]


def test_words_in_the_place_of_a_number_are_the_rows_name():
    made = page(
        TITLE,
        [
            HEAD, ["1", "按期办结信访事项", "100", "超期一件扣2分"], ["否决项", "发生重大事件的", "", "取消评优资格"],
            [("加分项", 2, 1), "被上级推广的", "3", "每篇加1分"], ["受表彰的", "2", "每次加1分"],
        ],
    )  # fmt: skip
    first, veto, bonus = made.schemes[0].items
    assert (first.nature, veto.title, veto.nature, veto.requirement) == ("base", "否决项", "veto", "发生重大事件的")
    assert (bonus.title, [(c.requirement, c.nature) for c in bonus.children]) == (
        "加分项",
        [("被上级推广的", "bonus"), ("受表彰的", "bonus")],
    )


def test_a_header_whose_cells_are_merged_over_others():
    made = page(
        TITLE,
        [
            [("考核内容", 2, 1), ("目标值", 1, 2), ("分值", 2, 1), ("责任单位", 1, 2)],
            ["2022年", "2023年", "牵头单位", "配合单位"],
            ["城镇化率", "55%", "57%", "40", "县发改委", "县住建局"],
            ["森林覆盖率", ("60%", 1, 2), "60", "县林业局", "各乡镇"],
        ],
    )
    first, second = made.schemes[0].items
    assert [c.header for c in made.schemes[0].columns] == [
        "考核内容",
        "2022年",
        "2023年",
        "分值",
        "牵头单位",
        "配合单位",
    ]
    assert (first.requirement, first.extra) == ("城镇化率", {"2022年": "55%", "2023年": "57%"})
    assert (second.requirement, second.extra) == ("森林覆盖率\n60%", {})
    assert [(u.name, u.role) for u in first.responsible] == [("县发改委", "lead"), ("县住建局", "support")]
    assert made.coverage == 1


def test_two_header_rows_without_spans_whose_labels_nobody_knows():
    made = notice(
        f"{TITLE}\n考核内容\t目标值\t\t分值\n\t上年\t本年\t\n城镇化率\t55%\t57%\t40\n森林覆盖率\t60%\t61%\t60\n"
    )
    assert [c.header for c in made.schemes[0].columns] == ["考核内容", "上年", "本年", "分值"]
    assert [(i.requirement, i.extra) for i in made.schemes[0].items] == [
        ("城镇化率", {"上年": "55%", "本年": "57%"}), ("森林覆盖率", {"上年": "60%", "本年": "61%"}),
    ]  # fmt: skip


def test_a_second_header_row_pushed_to_the_left_stands_under_its_kind():
    made = notice(
        f"{TITLE}\n指标 | 分值 | 评分办法 | 得分 | 备注 | |\n自评 | 综评 | | | | |\n"
        "政策保障 | 60 | 少一项扣1分 | 50 | 40 | 已核 |\n业务工作 | 40 | 少一项扣2分 | 30 | 20 | 已核 |\n"
    )
    assert [c.role for c in made.schemes[0].columns] == ["title", "points", "scoring", "self_score", "score", "remarks"]
    assert [(int(i.self_score), int(i.score), i.remarks) for i in made.schemes[0].items] == [
        (50, 40, "已核"), (30, 20, "已核"),
    ]  # fmt: skip


def test_a_scale_of_marks_in_columns():
    head = [["序号", "考核内容", "分值", "优（10）", "良（8）", "差（0）"]]
    made = page(
        TITLE, [*head, ["1", "楼道清扫", "10", "每日清扫", "偶有漏扫", "无人清扫"], ["2", "秩序", "10", "", "", ""]]
    )
    first, second = made.schemes[0].items
    assert first.extra == {"优（10）": "每日清扫", "良（8）": "偶有漏扫", "差（0）": "无人清扫"}
    assert (int(first.points.value), second.extra, codes(made)) == (10, {}, [])


def test_levels_by_prizes():
    made = page(
        "2023年云岭州宣传工作加分标准",
        [["奖项级别", "一等奖", "二等奖"], ["国家级", "10分", "8分"], ["省级", "5分", "4分"]],
    )
    assert [(i.title, i.extra) for i in made.schemes[0].items] == [
        ("国家级", {"一等奖": "10分", "二等奖": "8分"}), ("省级", {"一等奖": "5分", "二等奖": "4分"}),
    ]  # fmt: skip


def test_rows_of_grades_are_no_header_inside_a_table():
    head = ["项目", "级别", "等次", "分值"]
    made = page(
        TITLE, [head, ["征文", "省级", "一等奖", "5"], ["征文", "市级", "二等奖", ""], ["征文", "市级", "三等奖", "1"]]
    )
    assert len(made.schemes[0].items) == 3
    assert not [u for u in made.unparsed if u.reason == "repeated_header"]


def test_a_column_of_points_that_holds_names_with_their_amounts():
    made = page(
        TITLE,
        [["项目分值", "标准", "备注"], [("责任意识（10分）", 2, 1), "制度上墙。（4）", ""], ["签订责任书。（6）", ""]],
    )
    assert outline(made.schemes[0].items) == [
        (None, "责任意识", 10, [(None, "制度上墙。", 4), (None, "签订责任书。", 6)]),
    ]  # fmt: skip


def test_a_requirement_over_several_rows_has_their_parts_below_it():
    made = page(
        TITLE,
        [
            ["考核项目", "考核内容", "评分标准", "分值"],
            [("组织领导（20分）", 3, 1), ("建立协调机制", 2, 1), "未建立的扣10分", "10"],
            ["未召开会议的扣5分", "5"],
            ["落实专项经费", "未落实的扣5分", "5"],
        ],
    )
    (group,) = made.schemes[0].items
    assert [(c.requirement, [(int(x.points.value), x.scoring) for x in c.children]) for c in group.children] == [
        ("建立协调机制", [(10, "未建立的扣10分"), (5, "未召开会议的扣5分")]), ("落实专项经费", []),
    ]  # fmt: skip
    assert codes(made) == []


def test_a_requirement_over_the_rows_of_its_name_is_the_names():
    rows = [[("组织领导", 2, 1), ("建立协调机制", 2, 1), "未建立的扣10分", "10"], ["未召开会议的扣5分", "5"]]
    made = page(
        TITLE, [["考核项目", "考核内容", "评分标准", "分值"], *rows, ["接访", "接待群众", "未接待的扣5分", "5"]]
    )
    first, second = made.schemes[0].items
    assert (first.title, first.requirement, second.requirement) == ("组织领导", "建立协调机制", "接待群众")
    assert [(int(c.points.value), c.scoring) for c in first.children] == [
        (10, "未建立的扣10分"),
        (5, "未召开会议的扣5分"),
    ]


def test_numbered_parts_of_one_requirement_keep_their_numbers():
    rows = [
        ["1", ("建立机制并召开会议", 2, 1), "5", "未建立的扣5分"],
        ["2", "3", "未召开的扣3分"],
        ["3", "落实责任", "2", "不得分"],
    ]
    made = page(TITLE, [HEAD, *rows])
    assert outline(made.schemes[0].items)[0][3] == [("1", None, 5), ("2", None, 3)]
    assert outline(made.schemes[0].items)[1] == ("3", "落实责任", 2)


def test_a_rule_or_scorer_merged_over_rows_speaks_for_each():
    rows = [
        ["建立机制", "5", ("缺一项扣1分", 2, 1), ("县质监局", 2, 1)],
        ["召开会议", "5"],
        ["台账", "5", "缺一份扣1分", "县档案局"],
    ]
    made = page(TITLE, [["考核内容", "分值", "评分标准", "考核单位"], *rows])
    assert [(i.scoring, i.extra) for i in made.schemes[0].items] == [
        ("缺一项扣1分", {"考核单位": "县质监局"}), ("缺一项扣1分", {"考核单位": "县质监局"}),
        ("缺一份扣1分", {"考核单位": "县档案局"}),
    ]  # fmt: skip


def test_a_cell_merged_over_a_subtotal_does_not_reach_the_next_group():
    made = page(
        TITLE,
        [
            ["考核项目", "考核内容", "分值", "备注"],
            [("组织领导", 2, 1), "成立机构", "60", ("看文件", 2, 1)], ["小计", "60"],
            ["接访", "接待群众", "40", ""],
        ],
    )  # fmt: skip
    assert [(i.title, i.remarks) for i in made.schemes[0].items] == [("组织领导", "看文件"), ("接访", None)]


def test_points_beside_a_weight():
    made = page(
        TITLE,
        [
            ["考核指标", "权重（%）", "标准分", "计分办法"],
            ["到位资金", "60", "30", "按比例计分"],
            ["签约", "40", "20", ""],
        ],
    )
    assert [(int(i.weight.value), int(i.points.value), i.extra) for i in made.schemes[0].items] == [
        (60, 30, {}),
        (40, 20, {}),
    ]


def test_an_amount_said_again_in_its_column_says_nothing_new():
    made = page(
        TITLE,
        [["考核项目", "考核内容", "分值"], ["组织领导（60分）", "成立机构", "60"], ["接访（40分）", "接待群众", "40"]],
    )
    assert [(int(i.points.value), i.extra) for i in made.schemes[0].items] == [(60, {}), (40, {})]
    assert made.coverage == 1


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("考核内容及分值", "requirement"), ("指标及权重", "title"), ("内容（分值）", "requirement"), ("分值（%）", "points"),
        ("考核牵头单位", "scorer"), ("附件（或链接）", "evidence"), ("责任单位（责任人）", "responsible"),
    ],
)  # fmt: skip
def test_headers_that_say_two_things(header, role):
    assert header_role(header) == role


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("测评要点", "requirement"), ("各区指标值", "requirement"), ("评分标准及方法", "scoring"), ("核验方式", "method"),
        ("数据来源单位", "scorer"), ("分管县领导", "other"), ("综评", "score"), ("量化要求", "requirement"), ("组织领导", "other"),
        ("建立健全工作协调机制", None), ("6月底前", None), ("县教育局", None),
    ],
)  # fmt: skip
def test_a_headers_last_word_tells_its_role_between_other_headers(header, role):
    assert column_role(header) == role


def test_grades_are_told_from_words():
    assert all(map(is_grade, ("优", "良好（80-89分）", "A", "基本满意", "三等奖", "省级", "不达标")))
    assert not any(map(is_grade, ("优化环境", "良种推广", "省级督查", "等级", "合格证")))


def test_upright_text_and_the_brackets_of_upright_text():
    made = page(
        TITLE,
        [
            ["考核<br>项目", "考核内容", "分<br>值"],
            [("组<br>织<br>︵<br>20<br>分<br>︶", 2, 1), "甲", "10"],
            ["乙", "10"],
        ],
    )
    (group,) = made.schemes[0].items
    assert (group.title, int(group.points.value), len(group.children)) == ("组织", 20, 2)


def test_contents_before_indicators_name_what_those_belong_to():
    made = page(TITLE, [["考核内容", "考核指标", "分值"], [("组织领导", 2, 1), "成立机构", "10"], ["配备人员", "10"]])
    assert outline(made.schemes[0].items) == [
        (None, "组织领导", None, [(None, "成立机构", 10), (None, "配备人员", 10)])
    ]


def test_short_texts_with_amounts_of_their_own_before_another_column_of_texts_are_names():
    made = notice(
        "2021年望川县安全生产考核细则\n考核项目\t考核要点\t考核内容\t分值\n"
        "一、责任（30分）\t1.1制度（20分）\t建立安全生产责任制并层层签订责任书。\t12\n\t\t及时上报生产安全事故，不得瞒报、迟报。\t8\n"
        "\t1.2投入（10分）\t按规定提取安全费用，专款专用。\t6\n\t\t为全体从业人员办理工伤保险。\t4\n"
    )
    (group,) = made.schemes[0].items
    assert [(i.title, int(i.points.value), len(i.children)) for i in group.children] == [
        ("制度", 20, 2),
        ("投入", 10, 2),
    ]
    assert all(leaf.title is None and leaf.requirement for i in group.children for leaf in i.children)


@pytest.mark.parametrize(
    "cell",
    [
        "<p>1.成立领导小组（10分）</p><p>2.召开专题会议（10分）</p>",
        "1.成立领导小组（10分）；2.召开专题会议（10分）。",
        "（1）成立领导小组（10分）。（2）召开专题会议（10分）。",
    ],
)
def test_clauses_that_each_carry_full_marks_are_children(cell):
    made = notice_of_rows(
        f"<td>一、组织领导</td><td>{cell}</td><td>20</td>", "<td>二、宣传</td><td>开展宣传活动。</td><td>5</td>"
    )
    first, second = made.schemes[0].items
    assert (first.title, int(first.points.value), first.requirement) == ("组织领导", 20, None)
    assert [(c.title, c.requirement, int(c.points.value)) for c in first.children] == [
        (None, "成立领导小组", 10), (None, "召开专题会议", 10),
    ]  # fmt: skip
    assert second.requirement == "开展宣传活动。"
    assert not second.children


@pytest.mark.parametrize(
    "cell",
    [
        "1.成立领导小组（10分）；2.召开专题会议。",
        "1.成立领导小组；2.召开专题会议。",
        "1.成立领导小组（10分）；3.召开专题会议（10分）。",
    ],
)
def test_clauses_without_marks_for_each_stay_text(cell):
    made = notice_of_rows(
        f"<td>一、组织领导</td><td>{cell}</td><td>20</td>", "<td>二、宣传</td><td>开展宣传活动。</td><td>5</td>"
    )
    assert not made.schemes[0].items[0].children


def test_the_row_before_a_section_is_a_row_like_the_others():
    made = notice_of_rows(
        "<td colspan=3>一、教育</td>", "<td>1.新建学校</td><td>新建中学一所。</td><td>10</td>",
        "<td>2.招聘教师</td><td>招聘教师五十名。</td><td>10</td>", "<td colspan=3>二、卫生</td>",
        "<td>3.改造卫生院</td><td>改造卫生院三所。</td><td>10</td>",
    )  # fmt: skip
    assert [[(c.title, c.requirement, len(c.children)) for c in section.children] for section in made.schemes[0].items] == [
        [("新建学校", "新建中学一所。", 0), ("招聘教师", "招聘教师五十名。", 0)], [("改造卫生院", "改造卫生院三所。", 0)],
    ]  # fmt: skip


def test_a_row_before_a_section_keeps_its_serial():
    table = [
        ["序号", "工作任务", "具体要求", "责任单位"], [("一、教育", 1, 4)],
        ["1", "新建学校", "新建中学一所。", "县教育局"], ["2", "招聘教师", "招聘教师五十名。", "县教育局"],
        [("二、卫生", 1, 4)], ["3", "改造卫生院", "改造卫生院三所。", "县卫健委"],
    ]  # fmt: skip
    made = page("望川县2021年重点工作任务清单", table)
    told = [(i.marker, i.title, i.requirement) for i in flatten(made.schemes[0].items) if not i.children]
    assert told == [
        ("1", "新建学校", "新建中学一所。"),
        ("2", "招聘教师", "招聘教师五十名。"),
        ("3", "改造卫生院", "改造卫生院三所。"),
    ]


def notice_of_rows(*rows):
    head = "<td>考核项目</td><td>考核内容</td><td>分值</td>"
    cells = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
    words = f"<html><body><h1>望川县2021年考核细则</h1><table>{cells}</table></body></html>"
    return convert_document(read(words.encode(), "made.html"))


def test_an_amount_between_two_names_is_the_firsts_where_it_is_merged_over_its_rows():
    made = page(
        TITLE,
        [
            ["考核项目", "权重", "指标名称", "评分标准"],
            [("经济发展", 2, 1), ("70%", 2, 1), "工业增速", "完成目标得15分"], ["财政收入", "完成目标得10分"],
            ["社会事业", "30%", "民生实事", "每项未完成扣3分"],
        ],
    )  # fmt: skip
    assert [(i.title, i.weight and int(i.weight.value)) for i in flatten(made.schemes[0].items)] == [
        ("经济发展", 70), ("工业增速", None), ("财政收入", None), ("社会事业", 30), ("民生实事", None),
    ]  # fmt: skip


def test_same_as_above_in_one_column_leaves_the_units_of_the_others():
    made = page(
        "2023年望川县重点工作任务分工表",
        [
            ["重点工作", "完成时限", "牵头单位", "配合单位"],
            ["人居环境", "6月底前", "县农业农村局、县生态环境局", "各乡镇"],
            ["产业发展", "同上", "县工信局", "同上"],
        ],
    )
    second = made.schemes[0].items[1]
    assert [(u.name, u.role, u.raw) for u in second.responsible] == [
        ("县工信局", "lead", "县工信局"), ("各乡镇", "support", "同上"),
    ]  # fmt: skip
    assert [(str(d.due), d.basis) for d in second.deadlines] == [("2023-06-30", "inherited")]


def test_a_name_beside_the_header_and_all_rows_below_it_makes_no_header_of_these():
    rows = [
        [("绩效指标", 4, 1), "一级指标", "二级指标", "分值", ("偏差原因分析", 1, 2)],
        [("产出指标", 2, 1), "数量指标", "50", ("", 1, 2)],
        ["质量指标", "40", ("漏水", 1, 2)],
        ["效益指标", "社会效益", "10", ("", 1, 2)],
    ]
    made = page("2023年度望川县项目自评表", rows)
    assert outline(made.schemes[0].items) == [
        (None, "产出指标", None, [(None, "数量指标", 50), (None, "质量指标", 40)]),
        (None, "效益指标", None, [(None, "社会效益", 10)]),
    ]


def test_levels_that_a_second_header_row_only_counts():
    made = page(
        "2023年望川县平安校园考核标准",
        [
            [("考核指标", 1, 3), ("评分内容", 2, 1), ("评分标准", 2, 1)],
            ["（一）", "（二）", "（三）"],
            [("安全基础（40分）", 2, 1), ("组织机构（8分）", 2, 1), "领导（3分）", "纳入规划", "无规划扣1分"],
            ["经费（5分）", "有专项经费", "没有扣2分"],
        ],
    )
    leaves = [(None, "领导", 3), (None, "经费", 5)]
    assert outline(made.schemes[0].items) == [(None, "安全基础", 40, [(None, "组织机构", 8, leaves)])]


def test_counts_below_a_header_of_marks_are_no_levels():
    head = [("检查项目", 2, 1), ("评定分数", 1, 2), ("评分标准", 2, 1)]
    made = page(
        "2023年望川县保洁评分表",
        [[*head], ["（一）", "（二）"], ["院区", "", "", "一处扣1分"], ["外墙", "", "", "一处扣1分"]],
    )
    assert [c.role for c in made.schemes[0].columns] == ["title", "other", "other", "scoring"]


def test_amounts_behind_names_of_one_header_are_theirs():
    rows = [["序号", ("考核项目", 1, 2), "评分标准"], ["1", "常规工作", "50", "未完成扣10分"], ["2", "专项工作", "30", "未完成扣5分"],
            ["3", "日常行为", "20", "迟到一次扣2分"]]  # fmt: skip
    made = page("2023年望川县工勤人员考核表", rows)
    assert outline(made.schemes[0].items) == [("1", "常规工作", 50), ("2", "专项工作", 30), ("3", "日常行为", 20)]


def test_a_cell_of_several_names_with_marks_for_each_has_them_below_the_name_before():
    cell = "1、建立领导小组（10）<br>2、设立机构（20）<br>3、明确人员（10）"
    rows = [
        ["项目", "考核指标", "考核方式", "计分办法"],
        ["组织机构（40）", cell, "查看材料", "缺一项扣10分"],
        ["演练（60）", "每季度演练（60）", "查看材料", "少一次扣5分"],
    ]
    first, second = page("2023年望川县学校安全评估标准", rows).schemes[0].items
    assert (first.title, first.scoring, first.extra) == ("组织机构", "缺一项扣10分", {"考核方式": "查看材料"})
    assert outline(first.children) == [("1、", "建立领导小组", 10), ("2、", "设立机构", 20), ("3、", "明确人员", 10)]
    assert outline((second,)) == [(None, "演练", 60, [(None, "每季度演练", 60)])]


@pytest.mark.parametrize(("cell", "role"), [("查看文件", "method"), ("一处扣1分", "scoring")])
def test_a_second_way_of_marking_that_tells_how_one_looks(cell, role):
    rows = [
        ["项目", "考核内容", "评分标准", "评分方法"],
        ["机构", "责任明确", "没有扣5分", cell],
        ["课程", "开足课程", "少一节扣1分", cell],
    ]
    made = page("2023年望川县学校安全考核细则", rows)
    assert made.schemes[0].columns[-1].role == role


def test_full_marks_merged_over_all_rows_are_the_total():
    rows = [["序号", ("考核项目", 1, 2), "评分标准", "满分"], ["1", "常规工作", "50", "未完成扣10分", ("100分", 3, 1)],
            ["2", "专项工作", "30", "未完成扣5分"], ["3", "日常行为", "20", "迟到一次扣2分"]]  # fmt: skip
    made = page("2023年望川县工勤人员考核表", rows)
    assert outline(made.schemes[0].items) == [("1", "常规工作", 50), ("2", "专项工作", 30), ("3", "日常行为", 20)]
    assert (int(made.schemes[0].total.value), made.coverage) == (100, 1)


def test_full_marks_merged_over_all_rows_are_those_of_a_name_over_them():
    rows = [["类别", "考核内容", "分值"], [("岗位职责", 3, 1), "常规工作", ("100分", 3, 1)], ["专项工作"], ["日常行为"]]
    made = page("2023年望川县工勤人员考核表", rows)
    assert [(i.title, int(i.points.value)) for i in made.schemes[0].items] == [("岗位职责", 100)]
    assert made.schemes[0].total is None


@pytest.mark.parametrize(
    ("town", "office", "told"), [(("15", "85"), ("15", "85"), []), (("15", "85"), ("40", "60"), ["points_columns"])]
)
def test_full_marks_for_two_kinds_of_bodies_under_one_header(town, office, told):
    made = page(
        "2023年望川县安全生产考核评分表",
        [
            [("考核项目", 2, 1), ("考核分值", 1, 2), ("评分标准", 2, 1)], ["乡镇", "部门"],
            ["责任落实", town[0], office[0], "少1次扣2分"], ["隐患治理", town[1], office[1], "未整改的扣5分"],
        ],
    )  # fmt: skip
    assert [int(i.points.value) for i in made.schemes[0].items] == [15, 85]
    assert [code for code in codes(made) if code != "structure_inferred"] == told
    assert [i.extra for i in made.schemes[0].items] == ([{"部门": "40"}, {"部门": "60"}] if told else [{}, {}])


def test_a_number_merged_over_the_rows_of_the_text_beside_it_counts_none_of_them():
    rows = [["序号", "项目", ("考核内容", 1, 2), "评分标准及办法", "分值"],
            [("2", 3, 1), ("镇容环境（60分）", 3, 1), ("2", 3, 1), ("环境卫生", 3, 1), "（1）按时清扫，漏扫一次扣2分", "20"],
            ["（2）垃圾日清，积存一处扣1分", "30"], ["（3）公厕整洁，不洁一处扣1分", "10"]]  # fmt: skip
    (item,) = page("2021年青石镇环卫考核表", rows).schemes[0].items
    assert (item.marker, item.title, item.requirement, item.extra) == ("2", "镇容环境", "环境卫生", {"考核内容": "2"})
    assert [(c.marker, int(c.points.value)) for c in item.children] == [("（1）", 20), ("（2）", 30), ("（3）", 10)]


def test_a_number_behind_the_names_that_counts_each_row_stays_the_rows():
    rows = [["项目", ("考核内容", 1, 2), "评分标准", "分值"],
            [("镇容环境（50分）", 2, 1), "1", "按时清扫", "漏扫一次扣2分", "20"], ["2", "垃圾日清", "积存一处扣1分", "30"]]  # fmt: skip
    (item,) = page("2021年青石镇环卫考核表", rows).schemes[0].items
    assert [(c.marker, c.requirement) for c in item.children] == [("1", "按时清扫"), ("2", "垃圾日清")]


TASKS = [
    ["序号", "工作任务", "责任单位", "完成时限"],
    ["1", "更换老旧水管", "县水利局", "6月底"],
    ["2", "建成水表平台", "县住建局", "9月底"],
]
MARKS = [["考核项目", "分值", "评分标准"], ["节水宣传", "40", "少一次扣2分"], ["管网改造", "60", "少一处扣5分"]]


@pytest.mark.parametrize("tables", [(TASKS, MARKS), (MARKS, TASKS), ([*TASKS, *MARKS],), ([*MARKS, *TASKS],)])
def test_names_of_two_tables_are_of_one_level_wherever_their_columns_stand(tables):
    """A running number before the names of one of them is no level."""
    top = [item for scheme in pipes("某某县2023年节水工作清单", *tables).schemes for item in scheme.items]
    assert sorted(item.title for item in top) == ["建成水表平台", "更换老旧水管", "管网改造", "节水宣传"]
    assert not any(item.children for item in top)


def test_a_name_below_one_of_another_table_keeps_its_level_where_their_header_is_the_same_word():
    first = [
        ["类别", "项目", "分值", "评分标准"],
        ["宣传", "进校园", "40", "少一次扣2分"],
        ["", "进社区", "20", "少一次扣2分"],
    ]
    again = [["", "项目", "分值", "计分办法"], ["", "进企业", "20", "少一次扣2分"], ["", "进机关", "20", "少一次扣2分"]]
    (scheme,) = pipes("某某县2023年节水工作考核表", [*first, *again]).schemes
    assert [(item.title, [c.title for c in item.children]) for item in scheme.items] == [
        ("宣传", ["进校园", "进社区", "进企业", "进机关"])
    ]


def test_letters_over_their_codes_in_one_column_of_names_are_its_numbers():
    made = page(
        "青石县2023年书香校园考核指标",
        [
            ["指标", "分值", "评分标准"], ["A 组织保障", "20分", ""], ["A1 成立专班", "8分", "未成立扣8分"],
            ["A2 编制方案", "12分", "未编制扣12分"], ["B 活动开展", "80分", ""], ["B1 举办晨读", "50分", "少一次扣2分"],
            ["B2 举办沙龙", "30分", "少一次扣2分"],
        ],
    )  # fmt: skip
    assert outline(made.schemes[0].items) == [
        ("A", "组织保障", 20, [("A1", "成立专班", 8), ("A2", "编制方案", 12)]),
        ("B", "活动开展", 80, [("B1", "举办晨读", 50), ("B2", "举办沙龙", 30)]),
    ]


def test_letters_in_one_column_over_their_codes_in_the_next_are_numbers():
    made = page(
        "青石县2023年书香校园考核指标",
        [
            ["一级指标", "二级指标", "分值"], [("A 组织保障（20分）", 2, 1), "A1 成立专班", "8"], ["A2 编制方案", "12"],
            [("B 活动开展（80分）", 2, 1), "B1 举办晨读", "50"], ["B2 举办沙龙", "30"],
        ],
    )  # fmt: skip
    assert outline(made.schemes[0].items) == [
        ("A", "组织保障", 20, [("A1", "成立专班", 8), ("A2", "编制方案", 12)]),
        ("B", "活动开展", 80, [("B1", "举办晨读", 50), ("B2", "举办沙龙", 30)]),
    ]


def test_a_class_of_bodies_named_by_a_letter_keeps_it():
    made = page(
        "青石县2023年考核表",
        [["考核项目", "分值", "评分标准"], ["A类企业监管", "40", "少一次扣2分"], ["B类企业监管", "60", "少一次扣2分"]],
    )
    assert [(i.marker, i.title) for i in made.schemes[0].items] == [(None, "A类企业监管"), (None, "B类企业监管")]
