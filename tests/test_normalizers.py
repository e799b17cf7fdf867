"""Text in, value out: the tables and their examples."""

from datetime import date
from decimal import Decimal

import pytest

from normalizers.agencies import agency, agency_rows, looks_like_agency, present_name, region_head
from normalizers.dates import day, month_end, quarter_end, readings_of_glued, ten_days_end
from normalizers.headers import HEADERS, column_role, header_role
from normalizers.numerals import number, plain, whole
from normalizers.regions import region_level
from normalizers.titles import kind_of, years_of
from normalizers.widths import count_wide, is_wide
from tests.making import codes, page


@pytest.mark.parametrize(
    ("printed", "value"),
    [("0.3", "0.3"), ("３", "3"), ("三", "3"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("二十一", "21"), ("一百零五", "105"),
     ("二〇二一", "2021"), ("两", "2"), ("0.30", "0.30"), ("一点", None), ("分", None), ("", None), ("1.2.3", None)],
)  # fmt: skip
def test_numerals(printed, value):
    assert number(printed) == (None if value is None else Decimal(value))


def test_whole_and_plain():
    assert (whole("２０"), whole("0.5"), whole("三十")) == (20, None, 30)
    assert [plain(Decimal(x)) for x in ("2", "2.0", "0.30", "100", "1E+2")] == ["2", "2", "0.3", "100", "100"]


def test_the_wide_characters_of_a_text_are_those_that_are_wide():
    chars = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    assert [count_wide(char) for char in chars] == [int(is_wide(char)) for char in chars]


def test_calendar():
    assert month_end(2020, 2) == date(2020, 2, 29)
    assert month_end(2021, 13) is None
    assert day(2021, 2, 29) is None
    assert [ten_days_end(2020, 2, part) for part in "上中下"] == [
        date(2020, 2, 10),
        date(2020, 2, 20),
        date(2020, 2, 29),
    ]
    assert quarter_end(2020, "三") == date(2020, 9, 30)


def test_glued_month_and_day_have_every_reading():
    assert readings_of_glued("131", 2020) == [date(2020, 1, 31)]
    assert readings_of_glued("111", 2020) == [date(2020, 1, 11), date(2020, 11, 1)]
    assert readings_of_glued("999", 2020) == []


@pytest.mark.parametrize("row", HEADERS, ids=lambda r: r.role + r.reason[:12])
def test_every_listed_header_has_its_role(row):
    for header in row.exact:
        assert header_role(header) == row.role


@pytest.mark.parametrize(
    ("printed", "role"),
    [("具 体 要 求", "requirement"), ("一级指标", "level"), ("分值(分)", "points"), ("考评分值（分）", "points"), ("牵头领导", "other"),
     ("负责考核单位", "scorer"), ("责任单位（股室）", "responsible"), ("牵头单位/部门", "lead"), ("自评分", "self_score"), ("计分", "score"), ("佐证", "evidence"), ("评价点", "requirement"), ("扣分情形", "scoring"), ("加分/扣分情况", "scoring"),
     ("县政府各部门，各乡镇政府", None), ("对照法律法规规章全面梳理本机关依法行使的行政权力", None), ("", None)],
)  # fmt: skip
def test_headers(printed, role):
    assert header_role(printed) == role


@pytest.mark.parametrize(
    ("printed", "standing"),
    [("县发改委", "发展和改革委员会"), ("发展和改革委员会", "发展和改革委员会"), ("市场监管局", "市场监督管理局"), ("县财政局（金融办）", "财政局"),
     ("县生态环境分局", "生态环境局"), ("东源县教育局", "教育局"), ("区政府办", "人民政府办公室"), ("县科经局", None), ("各部门", None), ("局", None),
     ("县城投公司", "城市建设投资公司"), ("县交投集团", "交通投资公司"), ("市水务集团", "水务公司"), ("县联通", "联通公司"), ("双峰林场", "国有林场"),
     ("县创城办", "创建文明城市办公室"), ("县攻坚办", None), ("县创建办", None), ("县建交局", "住房和城乡建设交通局"), ("区教科局", "教育科技局"),
     ("国家金融监督管理总局望川支局", "金融监督管理机构"), ("县森防指", "森林防火指挥部办公室"), ("县路长办", "路长制办公室"), ("县委党校", "党校"),
     ("联通各乡镇", None), ("园林场地", None), ("城投债", None), ("广场", None), ("养殖场", None)],
)  # fmt: skip
def test_agencies(printed, standing):
    assert agency(printed) == standing


def test_the_agency_table_is_sound():
    rows = agency_rows()
    names = [row.name for row in rows]
    forms = [form for row in rows for form in {row.name, *row.short}]
    assert len(names) == len(set(names))
    assert len(forms) == len(set(forms))
    assert {row.branch for row in rows} == {
        "government", "party", "congress", "consultative", "court", "mass", "enterprise", "military", "township", "adhoc"
    }  # fmt: skip
    assert all(row.later in names and row.since.isdigit() for row in rows if row.later)


@pytest.mark.parametrize(
    ("short", "then", "now"),
    [
        ("扶贫办", "扶贫开发办公室", "农业农村局"),
        ("工商局", "工商行政管理局", "市场监督管理局"),
        ("县质监局", "质量技术监督局", "市场监督管理局"),
        ("县安监局", "安全生产监督管理局", "应急管理局"),
        ("市国土资源局", "国土资源局", "自然资源局"),
        ("县卫计委", "卫生和计划生育委员会", "卫生健康委员会"),
        ("县财政局", "财政局", "财政局"),
        ("县侨办", "侨务办公室", "党委统战部"),
        ("县农委", "农业局", "农业农村局"),
        ("县农工办", "农村工作领导小组办公室", "农村工作领导小组办公室"),
        ("县国土规划局", "国土资源和规划局", "自然资源局"),
        ("区工商质监局", "工商行政和质量技术监督局", "市场监督管理局"),
        ("县农林局", "农业和林业局", "农业农村局"),
        ("县委社会工作部", "社会工作部", "社会工作部"),
        ("县政协", "政治协商会议委员会", "政治协商会议委员会"),
    ],
)
def test_a_body_keeps_the_name_of_its_time_and_is_followed_through_the_reforms(short, then, now):
    assert agency(short) == then
    assert present_name(then) == now


@pytest.mark.parametrize(
    ("printed", "standing"),
    [
        ("县档案局", "档案局"), ("县档案馆", "档案馆"), ("县档案局（馆）", "档案局"), ("县委党史研究室", "党史研究室"), ("县方志办", "地方志办公室"),
        ("县史志办", "党史和地方志研究室"), ("县广电局", "广播电视局"), ("县电视台", "广播电视台"), ("市气象台", "气象台"), ("县体育总会", "体育总会"),
        ("县文体中心", "文化体育中心"), ("县文管所", "文物保护中心"), ("县林业发展中心", "林业发展中心"), ("县大数据中心", "大数据中心"), ("县监察局", "监察局"),
        ("县监察委", "纪律检查委员会监察委员会"), ("县综治中心", "社会治安综合治理中心"), ("县综治办", "社会治安综合治理委员会办公室"),
        ("高桥镇便民服务中心", "便民服务中心"), ("县退役军人服务中心", "退役军人服务中心"), ("市中心医院", "中心医院"), ("县消防救援大队", "消防救援大队"),
        ("县综合行政执法大队", "综合行政执法大队"), ("县目标办", "目标管理办公室"), ("县绩效办", "绩效管理办公室"), ("县考核办", "考核办公室"),
        ("县图书馆", None), ("县博物馆", None), ("督查室", None), ("县督查室", None), ("督查办", None), ("创建办", None), ("指挥部办公室", None),
    ],
)  # fmt: skip
def test_a_body_is_not_taken_for_another_that_is_near_to_it(printed, standing):
    assert agency(printed) == standing


@pytest.mark.parametrize(
    ("printed", "standing"),
    [
        ("市委金融委办公室", "党委金融委员会办公室"), ("省地方金融管理局", "地方金融管理局"), ("市金融监管分局", "金融监督管理机构"),
        ("县委科技委办公室", "党委科技委员会办公室"), ("县委审计办", "党委审计委员会办公室"), ("市委巡视办", "巡视工作领导小组办公室"),
        ("市数据管理局", "数据局"), ("县行政审批和数据局", "行政审批局"), ("县国防动员办", "国防动员办公室"), ("团省委", "共产主义青年团委员会"),
        ("市国家安全局", "国家安全局"), ("省公安厅交警总队", "公安局交通警察大队"), ("省政协办公厅", "政治协商会议办公室"),
        ("城西派出所", "派出所"), ("县公安局城西派出所", "派出所"), ("白石镇党委", "乡镇党委"), ("城西法庭", "人民法庭"), ("白石卫生院", "卫生院"),
        ("国网东江电力望川供电分公司", "供电公司"), ("中石化望川分公司", "中国石化"), ("望川农商银行", "农村商业银行"), ("县自来水公司", "水务公司"),
        ("县委县政府", None), ("县委县政府办公室", None), ("县委县政府督查室", "党委政府督查室"), ("县审计局", "审计局"), ("县金融办", "地方金融监督管理局"),
        ("县看守所", None), ("县石油公司", None), ("县委科技局", "科学技术局"),
    ],
)  # fmt: skip
def test_bodies_of_the_latest_reform_and_of_places_below_the_county(printed, standing):
    assert agency(printed) == standing


def test_an_office_that_says_not_whose_it_is_is_a_unit_without_a_standing_name():
    offices = ["督查室", "创建办", "指挥部办公室"]
    made = page("青石县2024年工作任务清单", [["工作任务", "责任单位"], *([f"落实第{n}批项目", n] for n in offices)])
    units = [unit for item in made.schemes[0].items for unit in item.responsible]
    assert [(u.name, u.kind, u.agency) for u in units] == [(name, "agency", None) for name in offices]
    assert codes(made).count("agency_unknown") == len(offices)


@pytest.mark.parametrize("word", ["公安", "信访", "档案", "气象", "消防", "工商", "城管", "林业"])
def test_a_field_of_work_is_no_body(word):
    assert agency(word) is None


def test_region_heads_are_not_cut_from_names_that_begin_like_one():
    assert [region_head(n) for n in ("县财政局", "市场监管局", "区司法局", "财政局", "各乡镇")] == [
        "县",
        "",
        "区",
        "",
        "",
    ]
    assert looks_like_agency("县科经局")
    assert not looks_like_agency("局")


def test_region_levels():
    levels = {
        n: region_level(n)
        for n in ("宜丰县", "天津市", "淮南市", "静海区", "江西省", "凉山彝族自治州", "黄墩镇", "办公室")
    }
    assert list(levels.values()) == ["county", "province", "city", "county", "province", "city", "township", None]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("2020年政务公开工作考评方案", "assessment_scheme"), ("2021年政务公开自评表", "self_assessment"), ("重点工作任务清单", "task_list"),
     ("2020年工作要点", "work_points"), ("三年行动计划", "action_plan"), ("考核方案自评表", "self_assessment"), ("会议纪要", "other"),
     ("2021年护林工作内容及打分办法", "assessment_scheme"), ("文明村镇测评体系", "assessment_scheme"), ("现代产业体系", "other")],
)  # fmt: skip
def test_kinds(title, kind):
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("title", "years"),
    [("2020年工作要点", (2020, None)), ("行动计划（2021—2025年）", (2021, 2025)), ("2021-2023年方案", (2021, 2023)), ("工作方案", (None, None)),
     ("２０２２年度考核", (2022, None))],
)  # fmt: skip
def test_years(title, years):
    assert years_of(title) == years


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("国家统计局望川调查队", "国家统计局调查队"),
        ("市生态环境局望川分局", "生态环境局"),
        ("望川海关", "海关"),
        ("国网望川供电公司", "供电公司"),
        ("青石街道办事处", "街道办事处"),
        ("县委巡察办", "巡察工作领导小组办公室"),
        ("县政府外事办", "外事办公室"),
        ("区委督查室", "党委督查室"),
        ("县委督查考核办", "党委督查室"),
        ("区政府督查室", "政府督查室"),
        ("县督查考核办", "督查考核办公室"),
        ("县委县政府督查室", "党委政府督查室"),
        ("两办督查室", "党委政府督查室"),
        ("县委政研室", "党委政策研究室"),
        ("县委研究室", "党委政策研究室"),
        ("县政府研究室", "研究室"),
        ("县委农办", "农村工作领导小组办公室"),
        ("县农办", "农村工作领导小组办公室"),
        ("市农工委", "农村工作领导小组办公室"),
        ("县委农村工作领导小组办公室", "农村工作领导小组办公室"),
        ("县农委", "农业局"),
        ("高新区党工委", "开发区党工委"),
        ("望川经开区党工委", "开发区党工委"),
        ("青山街道党工委", "乡镇党委"),
        ("街道党工委", "乡镇党委"),
        ("县委机要保密局", "保密局"),
        ("县森防指办公室", "森林防火指挥部办公室"),
        ("县消安委办公室", "消防安全委员会办公室"),
        ("县“扫黄打非”办", "扫黄打非工作领导小组办公室"),
        ("县扫黄打非办", "扫黄打非工作领导小组办公室"),
        ("共青团望川县委员会", "共产主义青年团委员会"),
        ("望川高新区管委会", "开发区管理委员会"),
        ("县奇事局", None),
    ],
)
def test_a_body_with_a_place_or_a_committee_before_or_inside_its_name(name, standing):
    assert agency(name) == standing


def test_ordinary_words_are_no_bodies():
    for word in ("产业布局", "全体干部", "承办", "以考核为中心", "全部", "决策部署", "签署"):
        assert not looks_like_agency(word)


def test_when_works_end_is_a_deadline_and_when_they_begin_is_none():
    assert [column_role(word) for word in ("完工时间", "完工日期", "开工时间")] == ["deadline", "deadline", "other"]
