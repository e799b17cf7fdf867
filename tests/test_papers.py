"""A notice of several texts: a letter with instructions, what it passes on, annexes; and what is printed around each."""

import pytest

from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import codes, flatten, notice

LETTER = """望川县人民政府办公室关于印发2022年河湖管护工作要点的通知
望政办〔2022〕8号
各乡镇人民政府，县政府各部门：
《望川县2022年河湖管护工作要点》已经县政府同意，现印发给你们，并通知如下：
一、加强领导。各单位要明确专人负责。
二、及时报送。请于4月15日前报送联系人名单。
附件：1.望川县2022年河湖管护工作要点
2.望川县河湖管护任务分工表
望川县人民政府办公室
2022年3月28日
（此件公开发布）
附件1
望川县2022年河湖管护工作要点
为做好2022年河湖管护，制定本要点。
一、深化巡查
（一）按月巡河。6月底前完善台账。（责任单位：县水利局）
（二）清理垃圾。（责任单位：各乡镇）
二、优化监测
（三）建设站点。每季度检查一次。（责任单位：县生态环境局）
"""
TABLE = "附件2\n望川县河湖管护任务分工表\n序号|任务|责任单位|完成时限\n1|编制名录|县水利局|5月底前\n2|开展培训|各乡镇|10月底前\n"


def test_a_letter_with_numbered_instructions_is_no_part_of_what_it_passes_on():
    made = notice(LETTER + TABLE)
    assert (made.title, made.cover_title) == (
        "望川县2022年河湖管护工作要点",
        "望川县人民政府办公室关于印发2022年河湖管护工作要点的通知",
    )
    assert (made.issuer, str(made.issued_on), made.document_number) == (
        "望川县人民政府办公室",
        "2022-03-28",
        "望政办〔2022〕8号",
    )
    assert [s.title for s in made.sections if s.marker] == ["加强领导", "及时报送"]
    assert made.attributes == {
        "附件": "望川县2022年河湖管护工作要点；望川县河湖管护任务分工表",
        "附注": "此件公开发布",
    }
    assert [(s.title, [i.title for i in s.items]) for s in made.schemes] == [
        (None, ["深化巡查", "优化监测"]),
        ("望川县河湖管护任务分工表", ["编制名录", "开展培训"]),
    ]
    assert (codes(made), made.coverage) == ([], 1.0)


BY_BODIES = """望川县人民政府关于印发两个考核办法的通知
各乡镇人民政府：
现将《望川县乡镇护林考核办法》和《望川县部门护林考核办法》印发给你们。
望川县人民政府
2021年5月6日
{0}望川县乡镇护林考核办法
一、组织领导（40分）
1.成立机构（40分）。未成立的不得分。
二、日常巡护（60分）
1.巡护到位（60分）。缺一次扣2分。
{1}望川县部门护林考核办法
一、履行职责（70分）
1.按时报送（70分）。
二、协作配合（30分）
1.参加会议（30分）。
"""


def test_annexes_for_different_bodies_are_schemes_of_their_own():
    for marks in (("附件1\n", "附件2\n"), ("附件1：\n", "附件2：\n"), ("", "")):
        made = notice(BY_BODIES.format(*marks))
        assert [(s.title, s.applies_to, [int(i.points.value) for i in s.items]) for s in made.schemes] == [
            ("望川县乡镇护林考核办法", "乡镇", [40, 60]),
            ("望川县部门护林考核办法", "部门", [70, 30]),
        ]
        assert (codes(made), made.coverage) == ([], 1.0)


def test_a_heading_within_an_outline_begins_no_text_of_its_own():
    made = notice(
        "望川县2021年护林工作方案\n一、重点任务\n主要措施\n1.巡护。6月底前完成。\n二、保障措施\n工作安排\n1.落实经费。\n"
    )
    assert len(made.schemes) == 1
    assert [i.title for i in made.schemes[0].items] == ["重点任务", "保障措施"]


def test_remarks_below_a_signature_are_no_part_of_the_last_task():
    made = notice(
        "望川县2021年护林工作要点\n一、加强巡护。\n1.按月巡护。\n2.建立台账。\n望川县林业局\n2021年2月3日\n"
        "（联系人：张某，联系电话：12345）\n（此件主动公开）\n"
    )
    assert made.schemes[0].items[0].children[-1].requirement == "建立台账。"
    assert (made.issuer, str(made.issued_on)) == ("望川县林业局", "2021-02-03")
    assert made.attributes["附注"] == "联系人：张某，联系电话：12345；此件主动公开"


def test_texts_that_a_site_strings_together_are_apart():
    made = notice(
        "望川县护林考核细则\n第一篇：望川县护林考核细则\n望川县护林考核细则（试行）\n一、巡护（60分）\n二、台账（40分）\n"
        "第二篇：云岭州护林考核细则\n一、组织（100分）\n"
    )
    assert made.title == "望川县护林考核细则（试行）"
    assert [(s.title, len(s.items)) for s in made.schemes] == [
        ("望川县护林考核细则（试行）", 2),
        ("云岭州护林考核细则", 1),
    ]
    assert made.coverage == 1.0


BROKEN = """望川市人民政府办公室关于印发《望川市落实〈关于护林的若干措施〉实施方案》的通知
发布时间：2023-03-15 09:28信息来源：望川市人民政府办公室
WCCR-2023-01005
望政办发〔2023〕9号
望川市人民政府办公室
关于印发《望川市落实〈关于护林
的若干
措施〉实施方案》的通知
各县区人民政府：
现印发给你们，请认真组织实施。
望川市人民政府办公室
2023年3月15日
（此件主动公开）
望川市落实《关于护林
的若干
措施》实施方案
（试行）
一、加强巡护（市林业局牵头）
（一）建立台账。6月底前完成。
"""


def test_titles_broken_over_lines_in_front_and_below_a_letter():
    made = notice(BROKEN)
    assert (made.title, made.cover_title) == (
        "望川市落实《关于护林的若干措施》实施方案（试行）",
        "望川市人民政府办公室关于印发《望川市落实〈关于护林的若干措施〉实施方案》的通知",
    )
    assert (made.issuer, made.document_number) == ("望川市人民政府办公室", "望政办发〔2023〕9号")
    assert made.attributes == {"信息来源": "望川市人民政府办公室", "附注": "此件主动公开"}
    assert [s.requirement for s in made.sections] == ["现印发给你们，请认真组织实施。"]
    (item,) = made.schemes[0].items
    assert (item.title, [(u.name, u.role) for u in item.responsible]) == ("加强巡护", [("市林业局", "lead")])


def test_years_in_a_bracket_below_a_title_are_its_own():
    made = notice(
        "望川县护林三年行动方案\n（2024—2026年）\n各乡镇人民政府：\n现印发给你们。\n望川县林业局\n2025年3月7日\n"
        "望川县护林三年行动方案\n（2024—2026年）\n一、排查隐患。11月底前完成。\n二、整改隐患。\n"
    )
    assert (made.title, made.year, made.year_end) == ("望川县护林三年行动方案（2024—2026年）", 2024, 2026)
    (item, _) = made.schemes[0].items
    assert [str(d.due) for d in item.deadlines] == ["2025-11-30"]


@pytest.mark.parametrize("said", ["印发", "望川县林业局印发", "发布"])
def test_a_day_in_a_bracket_below_a_title_says_when_it_was_issued(said):
    made = notice(
        f"望川县护林考核办法\n（2024年3月18日{said}）\n一、巡护（60分）。11月底前完成。\n二、整改（40分）。\n"
    )
    assert (made.title, str(made.issued_on), made.sections) == ("望川县护林考核办法", "2024-03-18", ())


def test_a_day_in_a_bracket_on_which_a_meeting_agreed_is_no_part_of_the_title():
    made = notice("望川县护林考核办法\n（2024年3月18日县政府常务会议通过）\n一、巡护（60分）。\n二、整改（40分）。\n")
    assert (made.title, made.issued_on) == ("望川县护林考核办法", None)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("望川县2024年度“护林先锋”", "建设任务分解表"),
        ("望川县落实《护林条例》", "任务分工表"),
        ("2024年护林与", "防火任务分解表"),
    ],
)
def test_a_title_over_two_lines_right_above_its_table(first, second):
    made = page_of([first, second], [["工作任务", "责任单位"], ["按月巡护", "县林业局"], ["办好宣传周", "县林业局"]])
    assert (made.title, [s.title for s in made.schemes]) == (first + second, [None])


@pytest.mark.parametrize("first", ["望川县2024年护林工作方案", "望川县林业局", "附件1", "一、2024年任务"])
def test_a_line_that_is_whole_is_none_of_the_title_below_it(first):
    made = page_of(
        [first, "护林任务分解表"], [["工作任务", "责任单位"], ["按月巡护", "县林业局"], ["办好宣传周", "县林业局"]]
    )
    assert first + "护林任务分解表" not in (made.title, *(s.title for s in made.schemes))


def page_of(lines, table):
    drawn = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in table)
    words = "".join(f"<p>{line}</p>" for line in lines)
    return convert_document(read(f"<html><body>{words}<table>{drawn}</table></body></html>".encode(), "made.html"))


def test_a_five_year_plan_has_its_years():
    made = notice("望川县“十四五”护林规划实施方案\n望政办〔2022〕3号\n一、巡护。11月底前完成。\n二、建档。\n")
    assert (made.year, made.year_end) == (2021, 2025)
    assert [str(d.due) for d in made.schemes[0].items[0].deadlines] == ["2022-11-30"]


CLOSING = "县林业局牵头建立联动机制，细化年度任务，逐项推进实施，及时优化调整工作内容。"
TASKS = [f"{n}.{task}。{text}" for n, (task, text) in enumerate(
    [("加强巡护", "按月巡护。"), ("加强监测", "按季监测。"), ("加强宣传", "办好宣传周。"), ("加强执法", "严查毁林。")], 1
)]  # fmt: skip


def test_a_paragraph_below_the_last_of_many_whole_tasks_is_no_part_of_it():
    made = notice("\n".join(["望川县护林行动计划", "一、重点任务", *TASKS, CLOSING]))
    assert made.schemes[0].items[0].children[-1].requirement == "严查毁林。"
    assert made.sections[-1].requirement == CLOSING


def test_where_other_tasks_go_on_below_their_paragraph_the_last_may_too():
    made = notice("\n".join(["望川县护林行动计划", "一、重点任务", TASKS[0], "落实责任区。", *TASKS[1:], CLOSING]))
    assert made.schemes[0].items[0].children[-1].requirement == f"严查毁林。\n{CLOSING}"
    few = notice("\n".join(["望川县护林行动计划", "一、重点任务", *TASKS[:2], CLOSING]))
    assert few.schemes[0].items[0].children[-1].requirement == f"按季监测。\n{CLOSING}"


def test_a_title_that_a_line_leaves_hanging_goes_on_in_the_next():
    made = notice(
        "望川市林业局关于印发2023年全市护林工作要点的通知\n• 时间:2023-05-04 08:58:16\n望林发〔2023〕1号\n望川市林业局关于印发\n"
        "2023年全市护林工作要点的通知\n各区县林业局:\n现印发给你们。\n望川市林业局\n2023年4月26日\n2023年全市护林工作要点\n一、巡护\n1.巡护。9月底前完成。\n"
    )
    assert (made.title, made.cover_title) == (
        "2023年全市护林工作要点",
        "望川市林业局关于印发2023年全市护林工作要点的通知",
    )
    assert (made.issuer, made.document_number) == ("望川市林业局", "望林发〔2023〕1号")


TABLES = """{0}
考核项目|考核内容|分值
组织领导|成立领导小组|40
巡护|按月巡护|60
{1}
考核项目|考核内容|分值
履职|按时报送|70
配合|参加会议|30
"""


@pytest.mark.parametrize(
    ("titles", "bodies"),
    [
        (("附件1\n望川县乡镇护林考核细则", "附件2\n望川县县直部门护林考核细则"), ["乡镇", "县直部门"]),
        (("2021年护林考核评分表（乡镇）", "2021年护林考核评分表（县直部门）"), ["乡镇", "县直部门"]),
        (("望川县护林考核细则", "望川县护林加分细则"), [None, None]),
    ],
)
def test_tables_for_different_bodies_say_whom_they_apply_to(titles, bodies):
    made = notice("望川县2021年度护林考核办法\n一、考核对象\n乡镇和部门。\n" + TABLES.format(*titles))
    assert [s.applies_to for s in made.schemes] == bodies
    assert (
        notice(TABLES.format("2021年护林考核评分表（乡镇）", "2021年护林考核评分表（县直部门）")).schemes[0].applies_to
        == "乡镇"
    )


def test_several_plans_behind_one_letter_count_on_their_own():
    made = notice(
        "望府办发〔2022〕33号\n望川县人民政府办公室\n关于印发《望川县护林“两个全覆盖”工作方案》的通知\n各乡镇：\n现印发给你们。\n2022年4月26日\n"
        "望川县护林责任全覆盖工作方案\n根据部署，制定本方案。\n一、工作目标\n落实责任。\n二、工作任务\n（一）制定清单。5月底前完成。\n"
        "望川县风险识别全覆盖工作方案\n根据部署，制定本方案。\n一、工作目标\n识别风险。\n二、工作任务\n（一）开展识别。6月底前完成。\n"
    )
    assert [s.title for s in made.schemes] == ["望川县护林责任全覆盖工作方案", "望川县风险识别全覆盖工作方案"]
    assert codes(made) == []


def test_a_letters_numbers_are_not_those_of_what_it_passes_on():
    assert codes(notice(LETTER)) == []
    twice = notice("望川县护林工作方案\n一、巡护\n1.巡护。6月底前完成。\n一、宣传\n1.宣传。7月底前完成。\n")
    assert codes(twice) == ["deadline_without_year", "deadline_without_year", "numbering_repeated"]


ROWS = "序号|考核项目|分值|评分标准\n1|护林巡查|60|缺一次扣2分\n2|台账资料|40|不全扣5分\n"
LINES = "各乡镇人民政府：\n现印发给你们，请认真贯彻执行。\n望川县人民政府办公室\n2021年3月2日\n附件\n"


@pytest.mark.parametrize("between", [LINES, ""])
@pytest.mark.parametrize(
    ("cover", "title", "status"),
    [
        ("望川县人民政府办公室关于印发《望川县2021年护林考核细则》的通知", "望川县2021年护林考核细则", "final"),
        ("望川县人民政府办公室关于印发望川县2021年护林考核细则的通知", "望川县2021年护林考核细则", "final"),
        ("关于印发《2021年护林考核细则》的通知", "望川县2021年护林考核细则（试行）", "final"),
        ("关于征求《2021年护林考核细则》意见的通知", "望川县2021年护林考核细则（征求意见稿）", "draft"),
        ("关于征求《2021年护林考核细则》修改意见的函", "2021年护林考核细则", "draft"),
    ],
)
def test_a_table_that_a_cover_passes_on_gives_the_notice_its_title(cover, title, status, between):
    made = notice(f"{cover}\n{between}{title}\n{ROWS}")
    assert (made.title, made.cover_title, made.status) == (title, cover, status)
    assert [(s.title, len(s.items)) for s in made.schemes] == [(None, 2)]
    assert made.coverage == 1.0


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        ("关于开展2021年护林考核的通知", "望川县2021年护林考核细则"),
        ("关于印发《2021年护林考核细则》和《治水考核细则》的通知", "2021年护林考核细则"),
        ("关于印发《望川县2021年护林工作方案》的通知", "望川县2021年护林考核表"),
    ],
)
def test_a_table_of_another_name_keeps_its_title(cover, title):
    made = notice(f"{cover}\n{LINES}{title}\n{ROWS}")
    assert (made.title, made.cover_title, [s.title for s in made.schemes]) == (cover, None, [title])


@pytest.mark.parametrize(
    "listed", [[], ["附件：1.2020年文明城市创建工作责任分解表", "2.2020年文明城市创建工作考核办法"]]
)
def test_an_outline_in_an_annex_behind_a_flattened_table(listed):
    cells = ["测评项目", "测评内容", "责任科室", "完成时限", "公共场所", "干净整洁，无乱扔垃圾现象", "城管科", "5月底前",
             "社区建设", "楼道无乱堆乱放、无小广告", "各社区", "6月底前"]  # fmt: skip
    made = notice(
        "\n".join(
            [
                "青石街道办事处关于印发《2020年文明城市创建工作责任分解表》的通知", "各社区、各科室：",
                "现将《2020年文明城市创建工作责任分解表》印发给你们。", *listed, "青石街道办事处", "2020年4月20日",
                "附件1", "2020年文明城市创建工作责任分解表", *cells,
                "附件2", "2020年文明城市创建工作考核办法", "一、考核对象", "各社区。", "二、考核内容（100分）",
                "1.宣传发动（20分）。未开展宣传的不得分。", "2.环境整治（80分）。检查发现问题每处扣1分。",
            ]
        )
    )  # fmt: skip
    assert (made.title, made.cover_title is None) == ("2020年文明城市创建工作责任分解表", False)
    table, outlined = made.schemes
    leaves = [i for i in flatten(table.items) if not i.children]
    assert [(i.title, i.requirement, [u.raw for u in i.responsible]) for i in leaves] == [
        ("公共场所", "干净整洁，无乱扔垃圾现象", ["城管科"]), ("社区建设", "楼道无乱堆乱放、无小广告", ["各社区"]),
    ]  # fmt: skip
    assert outlined.title == "2020年文明城市创建工作考核办法"
    assert [int(i.points.value) for i in outlined.items[0].children] == [20, 80]


ROWS = "序号\t考核内容\t分值\t评分标准\n1\t支部建设\t40\t少一次扣1分\n2\t党员教育\t60\t少一次扣2分\n"
COVER = "青石县人民政府办公室关于印发2023年工作考核办法的通知\n\n各乡镇人民政府：\n\n现将考核办法印发给你们，请认真执行。\n\n"


@pytest.mark.parametrize("mark", ["附件{} ", "附件{}：", "附件{}.", "附表{} "])
def test_an_annex_may_be_named_on_the_line_of_its_mark(mark):
    names = ["青石县2023年乡镇工作考核表", "青石县2023年部门工作考核表"]
    first, second = (mark.format(n) + name for n, name in enumerate(names, 1))
    made = notice(f"{COVER}{first}\n{second}\n\n{first}\n\n{ROWS}\n{second}\n\n{ROWS}")
    assert [s.title for s in made.schemes] == names
    assert made.attributes["附件"] == "；".join(names)
    assert made.coverage == 1
    assert "unparsed_text" not in codes(made)


def test_the_first_line_may_be_mark_and_title_of_an_outline():
    made = notice(
        "附件2 青石县2023年乡镇工作考核细则\n\n一、支部建设（40分）\n少一次扣1分。\n二、党员教育（60分）\n少一次扣2分。\n"
    )
    assert made.title == "青石县2023年乡镇工作考核细则"
    assert [i.title for i in made.schemes[0].items] == ["支部建设", "党员教育"]


def test_the_last_of_a_list_of_annexes_is_no_title_of_the_table_below_it():
    made = notice(f"{COVER}附件1 青石县2023年乡镇名单表\n附件2 青石县2023年部门名单表\n\n{ROWS}")
    assert [s.title for s in made.schemes] == [None]
    assert made.attributes["附件"] == "青石县2023年乡镇名单表；青石县2023年部门名单表"


def test_notes_above_a_table_are_no_title_though_they_end_like_one():
    made = notice("备注：排在首位的为牵头单位 2023年青石县重点工作任务清单\n\n" + ROWS)
    assert made.title is None
    assert made.coverage == 1


def test_a_section_below_the_signature_is_no_annex():
    made = notice(
        "各乡镇人民政府：\n请按照《青石县护林考核细则》抓好落实。\n附件：《青石县护林考核细则》\n青石县林业局\n2016年9月20日\n"
        "青石县护林考核细则\n一、巡护（60分）\n二、台账（40分）\n"
    )
    assert made.attributes == {"附件": "《青石县护林考核细则》"}
    assert [(i.marker, i.points.value) for i in made.schemes[0].items] == [("一、", 60), ("二、", 40)]


def test_annexes_right_below_each_other_are_a_list():
    made = notice(
        "青石县护林通知\n各乡镇人民政府：\n请抓好落实。\n附件：1.护林考核细则\n\n2.护林员名册\n青石县林业局\n2016年9月20日\n"
    )
    listed = notice(
        "青石县护林通知\n各乡镇人民政府：\n请抓好落实。\n附件：1.护林考核细则\n下载此文档\n2.护林员名册\n青石县林业局\n2016年9月20日\n"
    )
    assert listed.attributes == made.attributes
    assert made.attributes == {"附件": "护林考核细则；护林员名册"}


REPORT = """望川县人民政府督查室
{}

各乡镇人民政府，县直各单位：
现将有关情况通报如下：
一、总体情况
全县52项任务已完成30项，占57.7%。
二、存在的问题
（一）前期工作滞后。北门水厂至今未完成用地报批。
（二）投资进度偏慢。有9个项目投资完成率不足四成。
三、下一步要求
（一）限期整改。进度滞后的单位于2023年8月15日前报送方案。
（二）从严问责。县政府督查室将开展回头看。

望川县人民政府督查室
2023年7月21日
"""


@pytest.mark.parametrize(
    "title",
    [
        "关于2023年上半年重点工作任务完成情况的通报",
        "关于2023年度林长制考核结果的通报",
        "关于2023年工作要点落实情况的督查通报",
        "望川县2023年重点任务推进情况汇报",
        "望川县2023年年度考核工作总结",
        "关于表彰2023年度考核先进单位的决定",
    ],
)
def test_a_report_on_what_was_done_lists_no_tasks(title):
    words = REPORT.format(title)
    made = notice(words if title.startswith("关于") else words.split("\n", 1)[1])
    assert (made.title is not None and made.title.endswith(title), made.kind, made.schemes) == (True, "other", ())
    assert [s.title for s in made.sections if s.marker] == ["总体情况", "存在的问题", "下一步要求"]
    assert made.coverage == 1


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("望川县督查通报工作办法考核细则", "assessment_scheme"),
        ("中共望川县委关于推进乡村振兴重点任务的决定", "task_list"),
        ("望川县2023年林长制工作自评情况报告", "self_assessment"),
        ("关于2023年度考核工作安排的通知", "assessment_scheme"),
    ],
)
def test_titles_that_name_a_report_and_head_none(title, kind):
    assert notice(REPORT.format(title)).kind == kind


def test_tasks_with_units_in_a_report_and_its_annexed_lists_are_schemes():
    report = REPORT.format("关于2023年重点任务完成情况的通报").replace(
        "于2023年8月15日前报送方案。", "报送方案。（责任单位：县发改委）"
    )
    annex = "附件\n望川县重点任务整改清单\n1.完成北门水厂用地报批。2023年9月底前完成。\n2.加快项目建设。2023年10月底前完成。\n"
    made = notice(report + annex)
    assert [len(s.items) for s in made.schemes] == [1, 2]
    assert made.kind == "task_list"


PACT = """望川县2024年度护林目标责任书
一、责任目标
1.不发生森林火灾。（60分）
2.巡护到位。（40分）
二、其他
本责任书一式两份，自签订之日起生效。

望川县人民政府（盖章）            责任单位（盖章）

主要负责人（签字）：              主要负责人（签字）：

{}
"""


@pytest.mark.parametrize(
    "days", ["2024年1月19日                 年    月    日", "2024年1月19日        20  年  月  日"]
)
def test_a_day_that_one_of_two_signed_is_the_pacts_and_the_open_one_a_forms(days):
    made = notice(PACT.format(days))
    assert str(made.issued_on) == "2024-01-19"
    assert made.sections[-1].requirement == "本责任书一式两份，自签订之日起生效。"
    assert {u.reason for u in made.unparsed} == {"form"}
    assert made.coverage == 1


def test_a_sentence_that_ends_in_a_day_left_open_stays_whole():
    made = notice("望川县护林考核细则\n一、巡护。自2024年1月19日至  年  月  日。\n二、培训。10月底前完成。\n")
    assert made.schemes[0].items[0].requirement == "自2024年1月19日至年月日。"


def test_a_list_of_another_name_beside_tables_for_bodies_hides_none_of_whom_they_apply_to():
    words = (
        "望川县2021年度护林考核办法\n一、考核对象\n乡镇和部门。\n"
        "附件1\n乡镇护林工作考核评分表\n序号\t项目\t分值\n1\t巡护\t60\n2\t台账\t40\n"
        "附件2\n县直单位护林工作考核评分表\n序号\t项目\t分值\n1\t组织\t70\n2\t经费\t30\n"
        "附件3\n加分减分事项\n一、加分事项\n（一）获省级表彰的，加3分。\n二、减分事项\n（一）被通报的，每次减2分。\n"
    )
    made = notice(words)
    assert [(s.title, s.applies_to) for s in made.schemes] == [
        ("乡镇护林工作考核评分表", "乡镇"),
        ("县直单位护林工作考核评分表", "县直单位"),
        ("加分减分事项", None),
    ]
    other = notice(words.replace("县直单位护林工作考核评分表", "护林资金安排表"))
    assert [s.applies_to for s in other.schemes] == [None] * 3


@pytest.mark.parametrize(
    ("lines", "bodies"),
    [
        ("一、考核对象\n各乡镇人民政府、县林业局。\n二、考核内容", "各乡镇人民政府、县林业局"),
        ("一、考评对象：全县各护林站、国有林场。\n二、考评内容", "全县各护林站、国有林场"),
        ("（一）考核对象。为各乡镇（街道）。\n（二）考核时间。年底。\n二、考核内容", "各乡镇（街道）"),
        (
            "一、适用范围\n本办法适用于对各乡镇人民政府（以下称“被考核单位”）的年度考核。\n二、考核内容",
            "各乡镇人民政府",
        ),
        ("一、考核对象\n各乡镇人民政府。县直部门另行考核。\n二、考核内容", None),
        ("一、考核对象\n见附件。\n二、考核内容", None),
        ("一、考核原则\n对象明确，各乡镇一致。\n二、考核内容", None),
        ("一、考核方式\n各乡镇自评。\n二、考核内容", None),
    ],
)
def test_the_body_tells_whom_its_only_scheme_applies_to(lines, bodies):
    made = notice(f"望川县2021年护林考核办法\n{lines}\n（一）巡护（60分）\n（二）台账（40分）\n")
    assert [s.applies_to for s in made.schemes] == [bodies]


def test_the_body_tells_nothing_of_each_of_several_schemes():
    made = notice(
        "望川县护林考核办法\n一、考核对象\n各乡镇和县直部门。\n" + TABLES.format("甲类考核评分表", "乙类考核评分表")
    )
    assert [s.applies_to for s in made.schemes] == [None, None]


OWN_POINTS = """关于开展2026年全县档案工作考核的通知
各乡镇人民政府：
现将有关事项通知如下：
一、考核内容
（一）档案管理（60分）
（二）档案利用（40分）
二、考核时间
12月底前完成。
附件：1.{annex}
青石县档案局
2026年3月1日
附件1
{annex}
一、乡镇
东岭镇、西坡镇
"""


@pytest.mark.parametrize("annex", ["2026年档案工作考核单位名单", "2026年档案工作考核评分表"])
def test_a_letter_with_points_of_its_own_keeps_its_title(annex):
    made = notice(OWN_POINTS.format(annex=annex))
    assert (made.title, made.kind) == ("关于开展2026年全县档案工作考核的通知", "assessment_scheme")


def test_a_letter_gives_its_place_to_the_scheme_that_it_sends():
    made = notice(
        "关于开展2026年全县档案工作考核的通知\n各乡镇人民政府：\n现将考核方案发给你们，请遵照执行。\n"
        "青石县档案局\n2026年3月1日\n附件1\n2026年档案工作考核方案\n一、考核内容\n（一）档案管理（60分）\n（二）档案利用（40分）\n"
    )
    assert made.title == "2026年档案工作考核方案"
