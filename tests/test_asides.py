"""Tables beside an outline that list no work: contacts, scales of grades, a form's lines, notes."""

import pytest

from normalizers.listings import LISTINGS, listing
from pipeline.convert import convert_document
from pipeline.models import Notice
from pipeline.readers import read
from tests.making import codes, flatten, notice, outline

ITEMS = ("一、党建（40分）。少一次扣5分。", "二、业务（60分）。少一个扣5分。")
TREE = [("一、", "党建", 40), ("二、", "业务", 60)]


def page(*parts: str | list[list[str]]) -> Notice:
    """The conversion of a web page of a title, paragraphs and tables."""
    drawn = [f"<p>{part}</p>" if isinstance(part, str) else _drawn(part) for part in parts]
    return convert_document(
        read(f"<!DOCTYPE html><html><body><h1>2024年考核细则</h1>{''.join(drawn)}</body></html>".encode(), "made.html")
    )


def _drawn(table: list[list[str]]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in table)}</table>"


CONTACTS = [["联系人", "电话"], ["张三", "7654321"]]
GRADES = [["档次", "分数段"], ["优秀", "90分以上"], ["良好", "80—89分"]]
ACROSS = [["等次", "优秀", "良好"], ["得分", "90分以上", "80-89分"]]


@pytest.mark.parametrize("table", [CONTACTS, GRADES, ACROSS])
@pytest.mark.parametrize("before", [True, False])
def test_a_table_that_lists_no_work_leaves_the_outline_its_place(table, before):
    made = page(table, *ITEMS) if before else page(*ITEMS, table)
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert [s.requirement for s in made.sections] == ["\n".join(row) for row in table]
    assert (codes(made), made.unparsed, made.coverage) == ([], (), 1.0)


@pytest.mark.parametrize("before", [True, False])
def test_a_table_of_a_forms_lines_is_attributes(before):
    table = [["填报人：张三", "", "审核人：李四", ""], ["联系电话：123", "", "填报日期：2024年1月1日", ""]]
    made = page(table, *ITEMS) if before else page(*ITEMS, table)
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert made.attributes == {"填报人": "张三", "审核人": "李四", "联系电话": "123", "填报日期": "2024年1月1日"}


def test_a_forms_labels_with_their_values_beside_them_are_attributes():
    made = page(*ITEMS, [["填报单位", "望川县教育局", "填报时间", "2024年5月1日"]])
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert made.attributes == {"填报单位": "望川县教育局", "填报时间": "2024年5月1日"}


def test_a_forms_labels_that_nobody_filled_in_are_said_to_be_a_forms():
    made = page(*ITEMS, [["填报人：", "", "审核人：", ""], ["联系电话：", "", "填报日期：", ""]])
    assert [outline(scheme.items) for scheme in made.schemes] == [TREE]
    assert {part.reason for part in made.unparsed} == {"form"}
    assert "填报日期：" in made.unparsed[-1].text


def test_tables_of_notes_below_an_outline_are_its_notes():
    for table, notes in (
        ([["说明", "考核每年一次"], ["备注", "由县考核办解释"]], ("考核每年一次", "备注\n由县考核办解释")),
        ([["说明：本细则由县考核办解释。", ""]], ("本细则由县考核办解释。",)),
        ([["说明：", ""], ["1.每年一次。", ""], ["2.由县考核办解释。", ""]], ("1.每年一次。", "2.由县考核办解释。")),
    ):
        made = page(*ITEMS, table)
        assert [(outline(scheme.items), scheme.notes) for scheme in made.schemes] == [(TREE, notes)]


def test_a_lone_label_of_notes_above_numbers_of_the_outlines_own_kind_is_none_of_the_whole():
    made = notice("2024年考核细则\n一、党建（40分）\n1.少一次扣5分。\n二、业务（60分）\n说明：\n1.少一个扣5分。\n")
    assert [scheme.notes for scheme in made.schemes] == [()]
    assert len(flatten(made.schemes[0].items)) == 4


SUBDIVIDED = (
    "2024年考核细则\n一、党建（40分）\n1.学习（40分）。少一次扣5分。\n二、业务（60分）\n1.改厕（30分）。少一户扣1分。\n"
)


def test_numbers_that_begin_again_below_a_lone_label_of_notes_are_notes():
    notes = "说明：\n1.本细则适用于各乡镇。\n2.低于70分的予以通报。\n"
    made = notice(f"{SUBDIVIDED}2.植树（30分）。少一亩扣2分。\n{notes}")
    assert made.schemes[0].notes == ("1.本细则适用于各乡镇。", "2.低于70分的予以通报。")
    assert [i.marker for i in flatten(made.schemes[0].items)] == ["一、", "1.", "二、", "1.", "2."]
    assert "numbering_repeated" not in codes(made)


@pytest.mark.parametrize(
    "below",
    [
        "说明：\n1.砖混结构（20分）。少一户扣1分。\n2.木结构（10分）。少一户扣1分。\n",
        "说明：\n2.植树（30分）。少一亩扣2分。\n",
        "说明：\n1.按月上报。\n2.植树（30分）。少一亩扣2分。\n说明：\n1.按季上报。\n",
    ],
)
def test_points_with_marks_or_that_count_on_below_such_a_label_are_no_notes(below):
    assert notice(SUBDIVIDED + below).schemes[0].notes == ()


@pytest.mark.parametrize(
    "table",
    [
        [["单位", "得分"], ["县教育局", "96"]],
        [["等次", "分值"], ["优秀", "5分"], ["良好", "3分"]],
        [["姓名", "电话", "工作任务"], ["张三", "7654321", "改造食堂"]],
    ],
)
def test_tables_with_marks_or_tasks_are_no_asides(table):
    assert page(table).schemes


@pytest.mark.parametrize("table", [[["时段", "去处"], ["3月5日", "会议室"]], [["甲组", "张三"], ["乙组", "李四"]]])
def test_indicators_keep_their_place_beside_a_table_of_whatever_kind(table):
    made = page(*ITEMS, table)
    assert outline(made.schemes[0].items) == TREE or outline(made.schemes[1].items) == TREE
    assert made.sections == ()


LISTS = [
    [["姓名", "职务", "单位", "电话"], ["张某某", "副县长", "县政府办", "1234567"], ["李某某", "局长", "县司法局", "7654321"]],
    [["所在镇", "姓名", "手机号码", "微信号"], ["东河镇", "张三", "13800000001", "dh001"], ["西山镇", "李四", "13800000002", "x2"]],
    [["序号", "姓名", "性别", "单位及职务", "备注"], ["1", "张三", "男", "县林业局科员", ""], ["2", "李四", "女", "县水利局科员", ""]],
    [["日期", "上午", "下午", "地点"], ["3月1日", "开班仪式", "条例解读", "县委党校"], ["3月2日", "案例教学", "分组讨论", "城关镇"]],
    [["星期", "值班人", "带班领导", "时段"], ["星期一", "张三", "李四", "8:00-12:00"], ["星期二", "王五", "赵六", "14:00-18:00"]],
    [["时间", "培训内容", "授课人", "地点"], ["9:00", "公文写作", "张三", "三楼会议室"], ["10:30", "信访条例", "李四", "三楼会议室"]],
    [["排名", "被考核单位", "总得分", "等次"], ["1", "东河镇", "96.5", "优秀"], ["2", "西山镇", "93.2", "良好"]],
    [["组长", "张某某", "县政府副县长"], ["副组长", "李某某", "县政府办主任"], ["成员", "王某某", "县财政局局长"]],
    [["考核组", "组长", "成员", "负责乡镇"], ["第一组", "张三", "李四、王五", "东河镇"], ["第二组", "赵六", "钱七", "南塘乡"]],
    [["序号", "单位", "考核得分", "等次"], ["1", "县教育局", "96", "优秀"], ["2", "县司法局", "90", "良好"]],
    [["村别", "驻村干部", "分管领导", "微信群名"], ["南浔村", "钱某", "孙某", "南浔群"], ["北浔村", "李某", "孙某", "北浔群"]],
    [["序号", "文件名称", "文号", "发布机关"], ["1", "造林管理办法", "林发〔2022〕3号", "市林业局"], ["2", "造林检查规程", "林检〔2023〕9号", "省林业局"]],
    [["依据名称", "发布单位", "实施日期"], ["造林管理办法", "市林业局", "2022年3月1日"], ["造林检查规程", "省林业局", "2023年1月1日"]],
    [["类别", "考核对象"], ["第一类", "县教育局、县公安局"], ["第二类", "县林业局、县水利局"]],
    [["组别", "参评单位", "数量"], ["甲组", "东河镇、西河镇", "2"], ["乙组", "北山乡", "1"]],
    [["名词", "释义"], ["护林员", "由财政补助的护林人员"], ["网格", "按山头划分的单元"]],
    [["颜色", "含义"], ["红色", "严重滞后"], ["绿色", "按期推进"]],
    [["乡镇类别", "调节系数"], ["山区乡镇", "1.05"], ["丘陵乡镇", "1.00"]],
    [["奖项", "名额", "奖金"], ["一等奖", "1", "10万元"], ["二等奖", "2", "6万元"]],
    [["序号", "材料名称", "份数", "备注"], ["1", "年度总结", "2", ""], ["2", "巡护台账", "1", "复印件"]],
    [["版本", "修订内容", "修订日期"], ["1.0", "初稿", "2023年1月"], ["2.0", "增加宣传指标", "2024年1月"]],
    [["设备名称", "型号", "数量", "单位"], ["无人机", "M3", "2", "架"], ["对讲机", "T8", "20", "台"]],
    [["时间", "地点", "检查对象", "带队领导"], ["3月5日", "东河镇", "一村、二村", "钱某"], ["3月6日", "西河镇", "三村", "孙某"]],
    [["等次", "分数线", "奖励"], ["红榜", "90分以上", "流动红旗"], ["白榜", "75—89分", "无"], ["黑榜", "75分以下", "约谈"]],
    [["工作专班通讯录"], ["单位", "联络员", "办公电话"], ["县林业局", "张三", "1234567"], ["县水利局", "李四", "7654321"]],
]  # fmt: skip


@pytest.mark.parametrize("table", LISTS)
def test_a_list_of_persons_hours_ranks_or_figures_is_no_scheme(table):
    made = page(table)
    assert (made.schemes, codes(made), made.coverage) == ((), ["no_scheme"], 1.0)
    assert [s.requirement for s in made.sections] == ["\n".join(filter(None, row)) for row in table]
    assert [outline(scheme.items) for scheme in page(*ITEMS, table).schemes] == [TREE]


TASKS = [
    ["时间", "内容", "地点"],
    ["3月1日—3月20日", "摸排隐患并建账", "东河镇"],
    ["6月底前", "完成护栏加固", "西山镇"],
]


@pytest.mark.parametrize(
    "title", ["望川县2024年道路隐患治理推进计划表", "望川县2024年道路隐患治理工作安排", "望川县2024年重点任务"]
)
def test_what_is_when_and_where_is_work_below_a_title_of_tasks(title):
    (scheme,) = page(title, TASKS).schemes
    assert [(i.requirement, str(i.deadlines[0].due), i.extra) for i in scheme.items] == [
        ("摸排隐患并建账", "2024-03-20", {"地点": "东河镇"}),
        ("完成护栏加固", "2024-06-30", {"地点": "西山镇"}),
    ]


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("望川县2024年科普活动安排", TASKS),
        ("望川县2024年干部培训计划", TASKS),
        ("望川县2024年重点任务推进会议程", TASKS),
        (
            "望川县2024年重点任务",
            [["时间", "内容", "地点"], ["9:00", "县长讲话", "礼堂"], ["9:30—10:00", "交流发言", "礼堂"]],
        ),
        (
            "望川县2024年重点任务",
            [["时间", "议题", "地点"], ["3月1日", "审议方案", "礼堂"], ["6月1日", "听取汇报", "礼堂"]],
        ),
        (
            "望川县2024年重点任务",
            [["时间", "内容", "主持人"], ["3月1日", "审议方案", "张三"], ["6月1日", "听取汇报", "李四"]],
        ),
        (
            "望川县2024年重点任务",
            [["时间", "内容", "地点"], ["第一阶段", "审议方案", "礼堂"], ["第二阶段", "听取汇报", "礼堂"]],
        ),
    ],
)
def test_meetings_lessons_and_events_are_none(title, table):
    assert page(title, table).schemes == ()


@pytest.mark.parametrize(
    "table",
    [
        [
            ["日期", "带班领导", "值班人员", "电话"],
            ["10月1日", "张三", "李四", "5556677"],
            ["10月2日", "王五", "赵六", "5556678"],
        ],
        [["时间", "值班单位", "值班人员"], ["10月1日", "县财政局", "李四"], ["10月2日", "县水利局", "赵六"]],
    ],
)
def test_who_is_on_duty_is_no_work(table):
    assert (page("望川县2024年国庆值班安排表", table).schemes, page(*ITEMS, table).schemes[0].items[0].title) == (
        (),
        "党建",
    )


@pytest.mark.parametrize(
    "table",
    [
        [
            ["时间", "内容", "责任单位", "联系人"],
            ["3月", "植树", "县林业局", "张三"],
            ["4月", "巡河", "县水利局", "李四"],
        ],
        [["时间", "工作内容", "地点"], ["3月", "植树", "东河镇"], ["4月", "巡河", "西山镇"]],
        [["时间", "内容", "责任单位"], ["3月", "植树", "县林业局"], ["4月", "巡河", "县水利局"]],
        [["乡镇", "改厕任务（户）"], ["东河镇", "120"], ["西山镇", "80"]],
        [["姓名", "职务", "工作任务"], ["张三", "科员", "改造食堂"], ["李四", "科员", "整理档案"]],
        [["名次", "加分"], ["第一名", "5分"], ["第二名", "3分"]],
        [["单位", "得分"], ["县教育局", "96"], ["县司法局", "90"]],
        [["工作专班", "组长", "工作任务"], ["第一组", "张三", "改厕"], ["第二组", "李四", "植树"]],
        [["组织领导", "成立小组", "10"], ["成员单位", "按时到会", "20"]],
        [
            ["文件名称", "文号", "责任单位"],
            ["造林办法", "林发〔2022〕3号", "县林业局"],
            ["检查规程", "林检〔2023〕9号", "县林业局"],
        ],
        [["类别", "责任单位"], ["环境整治", "县住建局"], ["道路养护", "县交通局"]],
        [["指标名称", "指标解释"], ["巡护率", "实际巡护与应巡护之比"], ["覆盖率", "宣传户数与总户数之比"]],
        [["物资名称", "储备数量", "责任单位"], ["编织袋", "5000条", "县水利局"], ["救生衣", "200件", "县水利局"]],
        [["星级", "创建标准"], ["三星级", "设施齐全"], ["四星级", "管理规范"], ["五星级", "群众满意"]],
        [["名次", "奖励"], ["第一名", "加5分"], ["第二名", "3分"]],
        [["等级", "加分"], ["一级", "5分"], ["二级", "3分"], ["三级", "1分"]],
        [
            ["风险等级", "管控措施", "责任单位"],
            ["重大", "停工整改", "县住建局"],
            ["较大", "限期整改", "县住建局"],
            ["一般", "现场整改", "各镇"],
        ],
    ],
)
def test_a_table_with_a_column_of_work_or_of_marks_is_none_of_these_lists(table):
    assert page(table).schemes


def test_what_each_level_asks_for_is_a_legend_only_beside_the_work():
    work = [["考核项目", "考核内容", "分值"], ["预案编制", "修订预案", "40"], ["物资储备", "备足物资", "60"]]
    legend = [
        ["响应等级", "启动条件", "应急措施"],
        ["Ⅰ级", "超保证水位1米", "转移群众"],
        ["Ⅱ级", "超警戒水位", "预置队伍"],
        ["Ⅲ级", "接近警戒水位", "加密巡查"],
    ]
    made = page(work, "响应等级如下。", legend)
    assert [outline(scheme.items) for scheme in made.schemes] == [[(None, "预案编制", 40), (None, "物资储备", 60)]]
    assert [s.requirement for s in made.sections][1:] == ["\n".join(row) for row in legend]
    assert page(legend).schemes


def test_places_and_what_is_planned_are_nobody_who_must_do_it():
    table = [
        ["阶段", "时间", "工作安排"],
        ["动员部署", "3月底前", "召开动员会"],
        ["自查自评", "4月底前", "各乡镇自评"],
        ["总结", "5月底前", "通报结果"],
    ]
    (scheme,) = page(table).schemes
    assert [(i.title, i.requirement, i.responsible) for i in scheme.items] == [
        ("动员部署", "召开动员会", ()),
        ("自查自评", "各乡镇自评", ()),
        ("总结", "通报结果", ()),
    ]


def test_figures_of_bodies_below_a_title_of_tasks_are_what_is_to_be_done():
    rows = [["乡镇", "户数", "资金（万元）"], ["东河镇", "120", "60"], ["西山镇", "80", "40"]]
    assert page("望川县2024年改厕任务分解表", rows).schemes
    made = page("望川县2024年乡镇基本情况统计表", rows)
    assert (made.schemes, [s.requirement for s in made.sections][1:]) == ((), ["\n".join(row) for row in rows])


@pytest.mark.parametrize("words", [words for listed in LISTINGS for words in listed.examples])
def test_the_examples_of_the_lists_that_tell_no_work(words):
    found = listing(tuple(words.split("|")))
    assert found is not None
    assert words in found.examples


def test_a_heading_with_the_tables_own_full_marks_is_no_indicator():
    table = [["考核项目", "分值"], ["党建", "40"], ["业务", "60"]]
    made = page("一、考核标准（100分）", "二、考核办法（见下表）", table)
    assert len(made.schemes) == 1


def test_items_with_stretches_of_marks_under_grades_are_no_scale_of_grades():
    table = [["测评内容", "好", "一般"], ["政治立场", "18-20", "12-17"], ["工作作风", "18-20", "12-17"]]
    assert [item.requirement for item in page(table).schemes[0].items] == ["政治立场", "工作作风"]


RUNNING = "2024年档案工作考核细则\n一、组织（40分）\n1.列入计划。（15分）\n2.有人负责。（25分）\n二、业务（60分）\n3.归档齐全。（60分）\n{}\n"


@pytest.mark.parametrize(
    "first", ["本细则由县档案局负责解释。", "得分85分以上的为优秀。", "少一次扣2分的，以记录为准。"]
)
def test_a_lone_label_of_notes_below_numbers_that_ran_over_all_sections_is_the_wholes(first):
    made = notice(RUNNING.format(f"说明：\n1.{first}\n2.考核每年一次。"))
    assert [scheme.notes for scheme in made.schemes] == [(f"1.{first}", "2.考核每年一次。")]
    assert [len(flatten(s.items)) for s in made.schemes] == [5]
    assert codes(made) == []


def test_a_lone_label_over_numbers_of_every_section_is_the_wholes_where_they_speak_of_the_notice():
    words = (
        "2024年考核细则\n一、党建（40分）\n1.少一次扣5分。\n2.少一人扣1分。\n二、业务（60分）\n1.少一个扣5分。\n{}\n"
    )
    whole = notice(words.format("说明：\n1.本细则由县考核办负责解释。\n2.考核每年一次。"))
    assert [scheme.notes for scheme in whole.schemes] == [("1.本细则由县考核办负责解释。", "2.考核每年一次。")]
    own = notice(words.format("说明：\n1.少一篇扣1分。\n2.少一次扣1分。"))
    assert [scheme.notes for scheme in own.schemes] == [()]


def test_numbers_that_go_on_below_a_lone_label_are_no_notes():
    made = notice(RUNNING.format("说明：\n4.开放利用。"))
    assert [scheme.notes for scheme in made.schemes] == [()]
