"""Flattened tables whose header has strange words: laid out again by the pattern that their cells repeat."""

import pytest

from tests.making import flatten, notice
from tests.making import outline as tree

TITLE = "2024年青石县重点工作任务表"


def lines(header, *rows, below=()):
    return notice(
        "\n".join((TITLE, *header.split("/"), *(cell for row in rows for cell in row.split("/")), *below)) + "\n"
    )


def laid(made):
    return [f.severity for f in made.findings if f.code == "structure_inferred" and "again" in f.message]


POWER = (
    "部门/责任事项/依据/办理时限",
    "县教育局/教师资格认定/《教师资格条例》第十三条/30个工作日", "县民政局/社会团体成立登记/《社会团体登记管理条例》/20个工作日",
    "县林业局/林木采伐许可/《中华人民共和国森林法》/15个工作日", "县水利局/取水许可审批/《取水许可管理条例》/20个工作日",
)  # fmt: skip


def test_bodies_before_what_they_must_do_under_a_header_of_strange_words():
    made = lines(*POWER)
    items = made.schemes[0].items
    assert [c.header for c in made.schemes[0].columns] == ["部门", "责任事项", "依据", "办理时限"]
    assert [i.title for i in items] == ["教师资格认定", "社会团体成立登记", "林木采伐许可", "取水许可审批"]
    assert [i.responsible[0].name for i in items] == ["县教育局", "县民政局", "县林业局", "县水利局"]
    assert laid(made) == ["info"]


PEOPLE = (
    "类别/事项/要求/责任人/完成时间",
    "宣传教育/开展消防宣传进社区/每季度组织一次集中宣传，入户率不低于80%/张明/2024年6月底前",
    "组织消防演练/每半年开展一次疏散演练/李华/2024年9月底前",
    "隐患整治/清理楼道杂物/对高层住宅楼道逐栋清理/王强/2024年5月底前",
    "整治电动车违规充电/新建集中充电桩不少于20处/赵磊/2024年10月底前",
)


def test_people_and_times_are_columns_and_names_merged_over_rows_stand_over_them():
    made = lines(*PEOPLE)
    assert [(i.level, i.title) for i in flatten(made.schemes[0].items)] == [
        (1, "宣传教育"), (2, "开展消防宣传进社区"), (2, "组织消防演练"),
        (1, "隐患整治"), (2, "清理楼道杂物"), (2, "整治电动车违规充电"),
    ]  # fmt: skip
    leaf = made.schemes[0].items[0].children[0]
    assert (leaf.requirement, leaf.extra["责任人"], leaf.deadlines[0].due.isoformat()) == (
        "每季度组织一次集中宣传，入户率不低于80%", "张明", "2024-06-30",
    )  # fmt: skip


PLAIN = (
    "板块/要干什么/干到什么程度/牵头/啥时候完成",
    "产业发展/新建高标准农田/完成5000亩/县农业农村局/2024年11月底", "培育农民合作社/新增市级示范社3家/县农业农村局/2024年10月底",
    "乡村建设/改造农村户厕/完成800户/县住建局/2024年9月底", "硬化通村道路/完成12公里/县交通运输局/2024年12月底",
)  # fmt: skip


def test_plain_words_head_columns_too():
    made = lines(*PLAIN)
    assert [(i.title, [c.requirement for c in i.children]) for i in made.schemes[0].items] == [
        ("产业发展", ["新建高标准农田", "培育农民合作社"]), ("乡村建设", ["改造农村户厕", "硬化通村道路"]),
    ]  # fmt: skip
    assert made.schemes[0].items[0].children[0].responsible[0].role == "lead"


MARKS = (
    "一级指标（分值）/二级指标/评估要求/得分标准/数据采集单位",
    "办学条件（30分）/校舍建设（18分）/生均校舍面积达到省定标准。/每低1%扣1分，扣完为止。/县教育局",
    "设施设备（12分）/实验室、图书室按标准配齐。/缺一室扣2分。/县教育局",
    "队伍建设（70分）/教师配备（45分）/师生比达到规定要求。/未达到的扣5分。/县委编办",
    "教师培训（25分）/教师年培训不少于72学时。/每少1人次扣0.5分。/县教师进修学校",
)


def test_headers_put_together_of_known_parts():
    made = lines(*MARKS)
    assert tree(made.schemes[0].items) == [
        (None, "办学条件", 30, [(None, "校舍建设", 18), (None, "设施设备", 12)]),
        (None, "队伍建设", 70, [(None, "教师配备", 45), (None, "教师培训", 25)]),
    ]
    assert made.schemes[0].items[0].children[1].scoring == "缺一室扣2分。"


def test_totals_between_rows_are_no_rows():
    made = lines(
        "考核指标/考核要求/分值/怎么扣/谁来评",
        "社会救助/低保对象认定准确率98%以上/20/每低1%扣2分/县民政局", "临时救助及时率100%/20/超时一例扣1分/县民政局", "小计/40",
        "养老服务/新建养老驿站5个/30/少一个扣6分/县卫健委", "适老化改造100户/30/少一户扣0.3分/县住建局", "小计/60", "合计/100",
    )  # fmt: skip
    assert tree(made.schemes[0].items) == [
        (None, "社会救助", None, [(None, "低保对象认定准确率98%以上", 20), (None, "临时救助及时率100%", 20)]),
        (None, "养老服务", None, [(None, "新建养老驿站5个", 30), (None, "适老化改造100户", 30)]),
    ]
    assert made.schemes[0].total.value == 100


def test_known_columns_that_no_sum_tells_apart_are_told_by_their_pattern():
    made = lines(
        "考核事项/考核要点/分值/评价方法",
        "党政同责/党委常委会研究食品安全工作不少于2次/20/查阅会议纪要", "将食品安全纳入年度综合考核/20/查阅文件",
        "日常监管/食品抽检任务完成率100%/30/查看系统数据", "社会共治/设立有奖举报，投诉举报按时办结/30/查阅台账",
    )  # fmt: skip
    assert tree(made.schemes[0].items) == [
        (
            None,
            "党政同责",
            None,
            [(None, "党委常委会研究食品安全工作不少于2次", 20), (None, "将食品安全纳入年度综合考核", 20)],
        ),
        (None, "日常监管", 30),
        (None, "社会共治", 30),
    ]


def test_lines_that_do_not_fit_are_told():
    made = lines(
        "考核类别/考核条款/分数/评判高低",
        "市容秩序/沿街店铺无出店经营、占道经营，每条道路/50米内不超过1处摊点/20/每处扣0.5分",
        "户外广告设置规范，无破损、残缺/3日内修复率100%/20/逾期一处扣1分", "环卫保洁/道路每日清扫/2次以上，机扫率达到80%/30/少一次扣1分",
        "设施管护/井盖、路灯完好率/98%以上/30/每处破损扣0.5分",
    )  # fmt: skip
    assert "warning" in [f.severity for f in made.findings]


def test_what_stands_behind_the_rows_is_no_row():
    made = lines(
        *POWER, below=("各单位要高度重视，按照职责分工抓好落实，确保各项任务按期完成，有关情况及时报送县政府办公室。",)
    )
    assert [i.title for i in made.schemes[0].items] == [
        "教师资格认定",
        "社会团体成立登记",
        "林木采伐许可",
        "取水许可审批",
    ]


def test_columns_that_nobody_has_filled_in_stay_empty():
    made = lines(
        "部位/分值/要求与扣分口径/备注", "地面/40/每日清扫，全天保洁，无乱堆乱放。发现一处扣1分", "门窗/20/无污物、无痕迹。发现一处扣0.5分",
        "室外走廊/20/无蛛网、无积尘、无张贴。发现一处扣1分", "工具间/20/用具摆放整齐、有序。发现一处扣1分",
    )  # fmt: skip
    assert [(i.title, int(i.points.value), i.remarks) for i in made.schemes[0].items] == [
        ("地面", 40, None), ("门窗", 20, None), ("室外走廊", 20, None), ("工具间", 20, None),
    ]  # fmt: skip


def test_rows_that_are_numbered_each_below_a_merged_name():
    made = lines(
        "编号/归口/具体要求/给几分/扣分标准", "1/宣传教育/提升安全隐患排查能力/20/未完成不得分", "2/整治企业走访不实/30/每少一次扣1分",
        "3/日常管理/新建垃圾分类投放点/20/每少一次扣1分", "4/规范志愿服务活动/30/资料不全酌情扣1-2分",
    )  # fmt: skip
    assert tree(made.schemes[0].items) == [
        (None, "宣传教育", None, [("1", "提升安全隐患排查能力", 20), ("2", "整治企业走访不实", 30)]),
        (None, "日常管理", None, [("3", "新建垃圾分类投放点", 20), ("4", "规范志愿服务活动", 30)]),
    ]


def test_strange_columns_mean_what_they_show():
    made = lines(
        "归口/具体要求/给几分/主抓单位/完成时限", "宣传教育/提升安全隐患排查能力/20/县教育局/2024年6月底前", "整治企业走访不实/30/县工信局/2024年9月底前",
        "日常管理/新建垃圾分类投放点/20/县住建局/2024年10月底前", "规范志愿服务活动/20/县民政局/2024年12月底前",
    )  # fmt: skip
    leaf = made.schemes[0].items[0].children[0]
    assert (leaf.requirement, int(leaf.points.value), leaf.responsible[0].name, len(leaf.deadlines)) == (
        "提升安全隐患排查能力", 20, "县教育局", 1,
    )  # fmt: skip
    assert any("主抓单位" in f.message for f in made.findings if f.severity == "warning")


def test_who_scores_under_a_strange_header_is_not_who_must_do_it():
    made = lines(
        "归口/怎么干/分值/谁来评", "宣传教育/提升安全隐患排查能力/40/县教育局", "整治企业走访不实/30/县工信局", "日常管理/规范志愿服务活动/30/县民政局",
    )  # fmt: skip
    assert all(not i.responsible for i in flatten(made.schemes[0].items))


def test_a_column_of_counts_names_nothing_and_its_places_do():
    made = lines(
        "县区/签约项目/到位资金/外出招商/考核权重", "东城区/20个/15亿元/24次/30%", "西城区/18个/12亿元/24次/30%", "南湖县/12个/8亿元/20次/40%",
    )  # fmt: skip
    assert [(i.title, i.extra["签约项目"]) for i in made.schemes[0].items] == [
        ("东城区", "20个"), ("西城区", "18个"), ("南湖县", "12个"),
    ]  # fmt: skip


def test_a_cell_above_the_next_header_is_no_name_of_its_table():
    made = lines(
        "考核项目/考核内容/分值/评分标准", "平安建设/刑事案件发案率下降/40/未下降不得分", "禁毒宣传全覆盖/20/漏一个社区扣5分",
        "城市管理/市容环境整洁有序/40/发现一处问题扣1分", "加分项目/加分标准/分值", "获得上级表彰/国家级加5分，省级加3分/5", "经验被推广/每推广一次加1分/3",
    )  # fmt: skip
    first, second = made.schemes
    assert (first.items[1].scoring, second.title) == ("发现一处问题扣1分", None)


def test_grades_below_the_rows_are_notes():
    made = lines(
        "考核项目/考核内容/分值/评分标准", "源头治理/信访总量同比下降/40/每上升1%扣1分", "积案化解/领导包案化解积案/60/未化解一件扣3分",
        below=("90-100分 优秀", "80-89分 良好", "60分以下 不合格"),
    )  # fmt: skip
    assert len(made.schemes[0].items) == 2
    assert made.schemes[0].notes == ("90-100分优秀", "80-89分良好", "60分以下不合格")


def test_cells_that_are_read_as_an_outline_are_told():
    cells = [
        f"{n}.按时报送材料/{n * 2}分/县{body}局/2024年{n}月底前".split("/")
        for n, body in enumerate(("教育", "财政", "水利"), 1)
    ]
    made = notice("\n".join((TITLE, "一、工作安排", *(cell for row in cells for cell in row))) + "\n")
    assert "warning" in [f.severity for f in made.findings if "look like the cells" in f.message]


@pytest.mark.parametrize(
    "words",
    [
        (
            "各镇人民政府",
            "县直各单位",
            "驻县各单位",
            "现将有关事项通知如下。",
            "一、总体要求",
            "坚持问题导向。",
            "二、工作任务",
            "抓好落实。",
        ),
        ("工作目标", "主要措施", "组织领导", "以上各点请认真落实。", "工作目标明确。", "措施得力。", "领导有力。"),
        ("组长", "张明", "副组长", "李华", "成员", "王强", "赵磊", "陈静", "办公室主任", "刘洋"),
    ],
)
def test_short_lines_that_repeat_no_pattern_are_no_table(words):
    assert laid(notice("\n".join((TITLE, *words)) + "\n")) == []


def test_several_bodies_of_one_task_on_lines_of_their_own():
    made = notice(
        "望川县2016年民生实事分解表\n序号\n民生实事\n责任单位\n完成时限\n1\n整治东河城区段。\n县水务局\n县住建局\n县交通局\n12月底前\n"
        "2\n新建2座天桥。\n县住建局\n9月投入使用\n3\n启动图书馆建设。\n县教育局\n县住建局\n12月底前\n4\n建成养老中心。\n县残联\n5月底前动工\n"
        "5\n加快水库建设。\n县水务局\n12月底前\n"
    )
    items = made.schemes[0].items
    assert [(len(i.responsible), len(i.deadlines), len(i.children)) for i in items] == [
        (3, 1, 0), (1, 1, 0), (2, 1, 0), (1, 1, 0), (1, 1, 0),
    ]  # fmt: skip


def test_a_header_printed_again_among_cells_that_are_laid_out_is_accounted_for():
    header = ["工作任务", "具体措施", "责任单位", "完成时限"]
    row = ["推进改革", "制定方案并抓好落实", "县财政局", "6月底前"]
    made = notice("\n".join(["2022年望川县任务表", *header, *row, *row, *header, *row, *row]) + "\n")
    assert (made.coverage, [u.reason for u in made.unparsed]) == (1.0, ["repeated_header"])


SITE = (
    "序号/目标责任制内容/标准分/考核细则/完成情况/(扣 分)/得分",
    "1/安全生产法规政策宣传/20/对上级有关规定和各项制度未进行宣传贯彻扣10分/未能把要求传达到班组扣10分",
    "2/健全管理机构和制度，落实全员责任制，保证安全投入/50/未健全机构扣5分/未参加例会和各项安全活动扣5分"
    "/未检查各级人员责任制落实情况扣10分/未保证安全投入扣10分/未制定操作规程扣10分/标准化工作未开展扣10分",
    "3/实施全员培训，消除隐患/10/培训率每下降1%扣1分/隐患未排查扣5分",
    "4/应急预案及事故处理/20/未组织演练扣3分/未处理好事故扣5分/未进行调查分析的扣20分/未吸取教训的扣12分/未按规定上报的扣20分",
    "5/安全生产法规政策宣传/20/对上级有关规定和各项制度未进行宣传贯彻扣10分/未能把要求传达到班组扣10分",
)


def test_rules_on_lines_of_their_own_are_one_standard_and_fill_no_column_of_the_form():
    items = flatten(lines(*SITE).schemes[0].items)
    assert [(i.marker, int(i.points.value), len(i.scoring.split("\n"))) for i in items] == [
        ("1", 20, 2), ("2", 50, 6), ("3", 10, 2), ("4", 20, 5), ("5", 20, 2),
    ]  # fmt: skip
    assert not any(i.extra for i in items)


def test_rules_beside_rules_are_remarks_all_the_same():
    header, *rows = SITE
    remarked = [[*row.split("/")[:4], "扣完本项分值为止，不扣负分"] for row in rows]
    made = lines(header.replace("完成情况/(扣 分)", "备注"), *("/".join(row) for row in remarked))
    assert [i.remarks for i in flatten(made.schemes[0].items)] == ["扣完本项分值为止，不扣负分"] * 5


def test_a_form_that_was_filled_in_keeps_what_was_filled_in():
    header, *rows = SITE
    filled = [[*row.split("/")[:4], f"已完成第{at}批宣传和培训工作"] for at, row in enumerate(rows, 2)]
    made = lines(header, *("/".join(row) for row in filled))
    assert [i.extra["完成情况(扣分)"][:3] for i in flatten(made.schemes[0].items)] == ["已完成"] * 5


#: Names that are bodies' names too, before the bodies that answer for them.
@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (
            ("指标名称/考核内容/分值/责任单位", "财政局/完成预算编制。/10/县财政局", "教育局/完成布局调整。/20/县教育局", "公安局/完成巡逻防控。/20/县公安局"),
            [("财政局", ["县财政局"]), ("教育局", ["县教育局"]), ("公安局", ["县公安局"])],
        ),
        (
            (
                "工作任务/牵头单位/责任单位", "财政局信息系统建设/县财政局/各乡镇", "公安局指挥中心/县公安局/各派出所", "县医院/县卫健局/县住建局",
                "乡镇敬老院/县民政局/各乡镇", "环城公路/县交通局/县住建局", "污水处理厂/县环保局/各乡镇",
            ),
            [
                ("财政局信息系统建设", ["县财政局", "各乡镇"]), ("公安局指挥中心", ["县公安局", "各派出所"]), ("县医院", ["县卫健局", "县住建局"]),
                ("乡镇敬老院", ["县民政局", "各乡镇"]), ("环城公路", ["县交通局", "县住建局"]), ("污水处理厂", ["县环保局", "各乡镇"]),
            ],
        ),
        (
            ("一级指标/二级指标/分值/责任单位", "机关建设/县政府办/10/县委办", "财政局/20/县财政局", "基层建设/乡镇政府/30/县民政局", "村委会/40/县民政局"),
            [("县政府办", ["县委办"]), ("财政局", ["县财政局"]), ("乡镇政府", ["县民政局"]), ("村委会", ["县民政局"])],
        ),
    ],
    ids=["names", "two columns of bodies", "levels"],
)  # fmt: skip
def test_names_of_bodies_are_names_where_rows_repeat_the_pattern(rows, read):
    made = lines(*rows)
    found = [i for i in flatten(made.schemes[0].items) if not i.children]
    assert [(i.title, [unit.raw for unit in i.responsible]) for i in found] == read


def test_bodies_on_lines_of_their_own_stay_one_cell_though_the_lines_would_fill_all_rows():
    made = lines(
        "工作任务/责任单位/完成时限", "新建高标准农田/县农业农村局/县水利局/县财政局/2024年11月底", "新增市级示范点/县农业农村局/2024年10月底",
        "改造农村户厕/县住建局/县卫健局/2024年9月底", "硬化通村道路/县交通运输局/2024年12月底",
    )  # fmt: skip
    assert [len(i.responsible) for i in made.schemes[0].items] == [3, 1, 2, 1]
