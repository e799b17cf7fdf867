"""A notice of several texts: a letter with instructions, what it passes on, annexes; and what is printed around each."""

from tests.making import codes, notice

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
