"""What a notice prints about itself."""

from datetime import date

import pytest

from extractors.issuers import is_signature, issuers_of
from extractors.metadata import (
    addressees,
    annex_mark,
    date_in,
    date_line,
    document_number,
    is_addressees,
    is_cover,
    is_draft_mark,
    is_title,
    is_total,
    notes_mark,
)
from extractors.pairs import imprint, labelled, plain_pair
from extractors.places import region_in
from pipeline.convert import convert_document
from pipeline.readers import read
from tests.making import notice, text


def test_labelled_data_on_one_line():
    pairs = labelled(text("发布时间:2021-12-20 17:19信息来源:某市人民政府办公室文字大小:[ ] 背景色:"))
    assert [(p.key, p.field, p.value.chars) for p in pairs] == [
        ("发布时间", "published_on", "2021-12-20 17:19"),
        ("信息来源", "region_source", "某市人民政府办公室"),
        ("文字大小", None, "[ ]"),
        ("背景色", None, ""),
    ]


def test_the_year_of_what_a_sentence_lays_down_and_a_place_that_is_none():
    made = notice(
        "县统计局统计工作考核办法\n结合我县实际，特制定2013年度统计工作考核办法，请遵照执行。\n一、报表（10分）\n1.准时（10分）\n"
    )
    assert (made.year, made.kind) == (2013, "assessment_scheme")
    made = notice("年度乡对村考核内容及评分标准\n一、党务（10分）\n1.会议（10分）\n")
    assert (made.region, made.kind) == (None, "assessment_scheme")
    made = notice("青石县统计考核办法\n依据2013年度统计工作考核办法，作如下规定。\n一、报表（10分）\n1.准时（10分）\n")
    assert made.year is None


def test_a_day_with_other_data_behind_it_is_a_pages():
    made = notice(
        "时间：2023-07-11 17:01 浏览次数： 信息来源：青石县政府\n青石县2023年政务公开工作要点\n一、工作目标\n1.建立台账。\n"
    )
    assert made.attributes == {"时间": "2023-07-11 17:01", "信息来源": "青石县政府"}
    assert made.published_on is None


def test_where_a_pages_news_comes_from_is_told_of_it():
    made = notice(
        "青石县护林考核办法\n消息来源:青石县林业局 发布日期:2022-03-21 14:57 浏览量: 字号:[ ]\n一、巡护（60分）\n二、台账（40分）\n"
    )
    assert (made.attributes, str(made.published_on), made.sections) == ({"消息来源": "青石县林业局"}, "2022-03-21", ())


def test_keys_with_nothing_but_space_around_them():
    made = notice(
        "青石县2021年政务公开工作要点\n索 引 号 000014348/2021-1 发文日期 2021-03-08\n发布机构 县政府办 文    号 青政办〔2021〕5号\n"
        "各乡镇人民政府：\n一、工作目标\n1.建立台账。\n2.加强宣传。\n"
    )
    assert (made.document_number, str(made.issued_on)) == ("青政办〔2021〕5号", "2021-03-08")
    assert made.attributes["索引号"] == "000014348/2021-1"
    assert (
        notice("青石县2021年政务公开工作要点\n分类 推进 名称 规范 工作\n一、工作目标\n1.建立台账。\n").attributes == {}
    )


def test_a_text_taken_out_of_its_letter_is_named_behind_the_word_annex():
    made = notice("附件：2011年青石县食品安全工作考核评分细则\n一、组织领导（10分）\n1.成立机构（10分）\n")
    assert (made.title, made.kind, made.year) == ("2011年青石县食品安全工作考核评分细则", "assessment_scheme", 2011)
    made = notice("附件2\n青石县2007年教育发展目标责任制考核重点项目\n一、组织领导（10分）\n1.成立机构（10分）\n")
    assert (made.title, made.kind, made.year) == (
        "青石县2007年教育发展目标责任制考核重点项目",
        "assessment_scheme",
        2007,
    )


def test_padded_keys_and_lines_that_are_no_data():
    assert [(p.key, p.value.chars) for p in labelled(text("索 引 号：000014349/2020"))] == [
        ("索引号", "000014349/2020")
    ]
    assert labelled(text("做好信息来源:甲的工作")) == []
    assert [(p.key, p.value.chars) for p in labelled(text("【发布日期】2021-04-06 【字体：大 中 小】"))] == [
        ("发布日期", "2021-04-06"),
        ("字体", "大 中 小】"),
    ]
    assert plain_pair(text("检索时间: 2026-02-02")).key == "检索时间"
    assert plain_pair(text("各单位：请认真落实。")) is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("2021年1月12日", date(2021, 1, 12)), ("2021-01-13 10:45", date(2021, 1, 13)), ("二〇二一年一月十二日", date(2021, 1, 12)),
     ("二○一二年一月二十日", date(2012, 1, 20)), ("2021/3/5", date(2021, 3, 5))],
)  # fmt: skip
def test_dates(printed, expected):
    assert date_in(text(printed))[0] == expected


def test_a_date_line_is_nothing_but_a_date():
    assert date_line(text("（2021年1月12日）")) == date(2021, 1, 12)
    assert date_line(text("请于2021年1月12日前报送材料")) is None
    assert date_in(text("2021年2月30日")) is None


@pytest.mark.parametrize(
    ("printed", "number"),
    [("国办发〔2021〕12号", "国办发〔2021〕12号"), ("宜府办发【2015】75号", "宜府办发〔2015〕75号"), ("皖政[2007]51号", "皖政〔2007〕51号"),
     ("淮府（2020）3号", "淮府〔2020〕3号"), ("根据国办发〔2021〕12号文件", None), ("2021年12号", None),
     ("望政发〔2019〕1", "望政发〔2019〕1"), ("望政发〔20193", "望政发〔2019〕3"), ("望川县考核表[2019]1", None), ("望政发〔2019〕1项", None)],
)  # fmt: skip
def test_document_numbers(printed, number):
    assert document_number(text(printed)) == number


@pytest.mark.parametrize(
    "line",
    [
        "2020年政务公开工作考评方案",
        "某县2020年重点工作任务清单",
        "2023—2025年行动计划（试行）",
        "关于印发《某方案》的通知",
    ],
)
def test_titles(line):
    assert is_title(text(line))


@pytest.mark.parametrize(
    "line", ["一、工作方案", "请认真组织实施。", "各单位：", "附件", "1.制定方案", "根据要点要求，制定本方案。"]
)
def test_lines_that_are_no_titles(line):
    assert not is_title(text(line))


def test_covers_and_their_issuers():
    cover = text("某县人民政府办公室关于印发2020年考评方案的通知")
    assert is_cover(cover)
    assert [t.chars for t in issuers_of(cover)] == ["某县人民政府办公室"]
    assert issuers_of(text("关于印发方案的通知")) == []
    assert not is_cover(text("2020年考评方案"))


def test_frame_lines():
    assert is_draft_mark(text("（征求意见稿）"))
    assert not is_draft_mark(text("起草征求意见稿并广泛征求社会各界意见"))
    assert is_addressees(text("各乡镇人民政府,县直各林(垦殖)场,县政府各部门:"))
    assert not is_addressees(text("规划蓝图专题:"))
    assert [a.chars for a in addressees(text("各乡镇人民政府,县直各林(垦殖)场,县政府各部门:"))] == [
        "各乡镇人民政府",
        "县直各林(垦殖)场",
        "县政府各部门",
    ]
    assert [a.chars for a in addressees(text("各镇党委、政府，各街道党工委、办事处，县直各部门："))] == [
        "各镇党委、政府",
        "各街道党工委、办事处",
        "县直各部门",
    ]
    assert is_total(text("(总分100分)"))
    assert not is_total(text("总分100分的考评由办公室组织"))
    assert is_signature(text("某市农业农村委员会"))
    assert not is_signature(text("加强组织领导"))
    assert [t.chars for t in annex_mark(text("附件1：考评指标"))] == ["附件1：", "考评指标"]
    assert [t.chars for t in notes_mark(text("附注:1.未按要求"))] == ["附注:", "1.未按要求"]
    assert notes_mark(text("备注")) is None


@pytest.mark.parametrize(
    ("line", "name", "level"),
    [("东至县2020年任务清单", "东至县", "county"), ("2020年静海区政务公开工作要点", "静海区", "county"), ("天津市教育局", "天津市", "province"),
     ("关于印发宜丰县考评方案的通知", "宜丰县", "county"), ("石山区人民政府关于印发护林方案的通知", "石山区", "county")],
)  # fmt: skip
def test_regions(line, name, level):
    place, found = region_in(text(line))
    assert (place.chars, found) == (name, level)


@pytest.mark.parametrize(
    "line",
    [
        "2020年政务公开工作考评方案",
        "高新技术开发区工作要点",
        "各县区工作方案",
        "2020年市级考核办法",
        "偏远山区护林方案",
        "山区人民政府护林方案",
    ],
)
def test_no_region_is_invented(line):
    assert region_in(text(line)) is None


_LETTER = "各镇党委、政府，县直各部门：\n现将要点印发给你们，请认真贯彻执行。\n青石县人民政府办公室\n2021年3月8日\n青石县2021年政务公开工作要点\n"
_TASKS = "一、主要任务\n1.建立台账。\n2.加强宣传。\n"


def test_a_day_under_the_title_of_a_signed_letter_is_when_it_was_put_up():
    cover = "青石县人民政府办公室关于印发青石县2021年政务公开工作要点的通知\n2021年4月2日\n青政办〔2021〕12号\n"
    made = notice(cover + _LETTER + _TASKS)
    assert (made.issued_on, made.published_on) == (date(2021, 3, 8), date(2021, 4, 2))
    assert (made.issuer, made.coverage) == ("青石县人民政府办公室", 1)
    made = notice(f"青石县2021年工作要点\n2021-04-02\n{_TASKS}青石县人民政府办公室\n2021年3月8日\n")
    assert (made.issued_on, made.published_on) == (date(2021, 3, 8), date(2021, 4, 2))
    assert made.issuer == "青石县人民政府办公室"
    made = notice(f"青石县2021年工作要点\n2021年4月2日\n{_TASKS}")
    assert (made.issued_on, made.published_on) == (date(2021, 4, 2), None)


def test_an_issuer_whose_place_only_the_printed_data_name():
    head = "发文机关：青石县人民政府办公室　发文日期：2021-03-08\n县人民政府办公室关于印发2021年工作要点的通知\n"
    assert notice(head + _TASKS).issuer == "青石县人民政府办公室"
    other = head.replace("发文机关：青石县人民政府办公室", "发文机关：青石县财政局")
    assert notice(other + _TASKS).issuer == "县人民政府办公室"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("市政府各部门、单位，各县区人民政府：", ["市政府各部门、单位", "各县区人民政府"]),
        ("青石县、望川区人民政府，中央、省属有关单位：", ["青石县、望川区人民政府", "中央、省属有关单位"]),
        ("各县人民政府、市直各部门：", ["各县人民政府", "市直各部门"]),
    ],
)
def test_addressees_that_share_words_are_one(line, expected):
    assert [a.value for a in addressees(text(line))] == expected


def test_a_label_without_a_value_before_another_label():
    pairs = labelled(text("文号:文件分类: 综合政务 所属机构:"))
    assert [(p.key, p.value.chars) for p in pairs] == [("文号", ""), ("文件分类", "综合政务"), ("所属机构", "")]


def test_the_imprint_below_a_notice_is_metadata():
    pair = imprint(text("某市人民政府办公室  2021年3月8日印发"))
    assert (pair.label.chars.strip(), pair.value.chars) == ("某市人民政府办公室", "2021年3月8日印发")
    assert imprint(text("本方案已于2021年3月8日印发。")) is None
    made = notice(
        "2021年工作要点\n一、重点工作\n1.推进公开。\n2.加强督查。\n抄送：市委办公室。\n某市人民政府办公室  2021年3月8日印发\n"
    )
    assert (str(made.issued_on), made.attributes) == ("2021-03-08", {"抄送": "市委办公室。"})
    assert made.schemes[0].items[0].children[1].requirement == "加强督查。"


def test_a_sentence_that_was_issued_on_a_day_is_no_imprint():
    assert imprint(text("《某某方案》,于2021年3月8日印发")) is None


def test_a_number_in_brackets_and_a_form_line_that_addresses_nobody():
    assert document_number(text("（某政办〔2023〕12号）")) == "某政办〔2023〕12号"
    assert document_number(text("（某政办〔2023〕12号")) is None
    assert not is_addressees(text("被考核单位（盖章）："))


@pytest.mark.parametrize(
    "line",
    [
        "临川县人民政府门户网站 www.linchuan.gov.cn 发布时间: 2023-02-20 11:02 【字体:",
        "临川县人民政府门户网站 发布时间：",
        "临川县人民政府办公室 2023-02-20 【字号：",
        "临川县人民政府 https://www.linchuan.gov.cn 来源：",
    ],
)
def test_what_a_page_says_of_itself_is_no_addressee(line):
    made = notice(
        f"{line}\n临川县2023年重点工作任务清单\n各乡镇人民政府，县直各单位：\n一、环保\n1.清扫道路。（县城管局）\n2.清运垃圾。（县住建局）\n"
    )
    assert made.addressees == ("各乡镇人民政府", "县直各单位")
    assert made.title == "临川县2023年重点工作任务清单"


def test_a_labelled_line_of_units_is_no_signature():
    assert is_signature(text("某区住房和城乡建设局"))
    assert not is_signature(text("责任单位：某区住房和城乡建设局"))
    made = notice("某区2022年任务清单\n工作任务：推进更新\n责任单位：区住建局\n完成时限：12月底前\n")
    assert made.issuer is None


@pytest.mark.parametrize(
    ("line", "name", "level"),
    [
        ("青石市白沙区人民政府办公室关于印发2021年工作要点的通知", "白沙区", "county"),
        ("平安乡镇创建考核标准", None, None),
        ("2010年乡镇街道信息公开考核细则", None, None),
        ("云岭州县（市）考核办法", "云岭州", "city"),
        ("青山镇2023年考核办法", "青山镇", "township"),
        ("云岭州州直单位考核办法", "云岭州", "city"),
        ("泽县人民政府关于印发2021年工作要点的通知", "泽县", "county"),
        ("中共望川县委办公室关于印发2021年工作要点的通知", "望川县", "county"),
        ("关于进一步加强望川县护林工作的意见", "望川县", "county"),
        ("关于印发《2012年望川区街道考核办法》的通知", "望川区", "county"),
        ("全县2021年工作要点", None, None),
        ("关于推进全县信息共享的实施意见", None, None),
        ("关于建设森林城市的实施意见", None, None),
        ("特色小镇建设工作方案", None, None),
        ("市区两级考核办法", None, None),
    ],
)
def test_the_place_that_a_title_means(line, name, level):
    region = notice(f"{line}\n一、做好值守（5分）。\n").region
    assert (region and region.name, region and region.level) == (name, level)


def test_a_table_of_known_labels_without_colons_is_metadata():
    made = notice(
        "索 引 号 | 1162/2025 | 主题分类 | 综合 |\n发文字号 | 金政发〔2025〕33号 | 制发机构 | |\n成文日期 | 2025-06-13 | 发布日期 | 2025-06-30 |\n"
        "金昌市创建示范市实施方案\n一、主要任务\n（一）完善制度。（责任单位：市司法局）\n（二）加强培训。（责任单位：市人社局）\n"
    )
    assert (made.document_number, str(made.issued_on), str(made.published_on)) == (
        "金政发〔2025〕33号",
        "2025-06-13",
        "2025-06-30",
    )
    assert made.title == "金昌市创建示范市实施方案"
    assert [len(s.items[0].children) for s in made.schemes] == [2]


def test_a_traditional_document_number_stays_as_printed():
    assert document_number(text("東府〔2021〕54號")) == "東府〔2021〕54号"


def test_units_on_lines_of_their_own_are_no_issuer():
    made = notice("青石县民生实事\n序号\n县教育局\n县住建局\n新建公园2座。\n县财政局\n")
    assert made.issuer is None


def test_a_long_line_behind_annex_is_the_annex():
    made = notice(
        "附件：青山县2023年食品安全工作考核评分细则" + "健全机构，落实责任，按时报送，做好宣传，" * 6 + "（6分）\n"
    )
    assert "附件" not in made.attributes


def test_a_date_above_a_title_is_no_part_of_it():
    made = notice("2021年3月8日\n政务公开工作要点\n一、做好值守（5分）。\n")
    assert made.title == "政务公开工作要点"


def test_the_year_of_a_past_assessment_is_not_the_notices():
    assert notice("青石县考核办法\n根据2020年度考核情况，制定本办法。\n一、值守（5分）。\n").year is None


INDEX = """索引号: | 0031/2020-04 | 信息分类: | 规范性文件 |
发布机构: | 望川区政府(办公室) | 主题分类: | 综合政务 |
成文日期: | 发布日期: | 2020-04-09 08:44 | |
发文字号: | 无 | 有 效 性: | 有效 |
标 题: | 望川区人民政府办公室关于印发2020年工作任务分解表的通知 | ||
索引号: | 0031/2020-04 | ||
发布日期: | 2020-04-09 | ||
政策咨询机关: | |||
政策咨询电话: |
各乡镇人民政府：
现将任务分解表印发给你们。
"""


def test_an_index_table_with_blank_values_that_is_printed_twice():
    made = notice(INDEX)
    assert (made.title, made.issuer) == (
        "望川区人民政府办公室关于印发2020年工作任务分解表的通知",
        "望川区人民政府办公室",
    )
    assert (str(made.published_on), made.issued_on, made.document_number, made.schemes) == (
        "2020-04-09",
        None,
        None,
        (),
    )
    assert (made.attributes["有效性"], made.coverage) == ("有效", 1.0)
    assert "政策咨询电话" not in made.attributes


SITE = """• 无障碍
您现在所在的位置: 网站首页 > 政务公开 > 望川县人民政府办公室
  • 索引号：6735/2021-18
  • 发布机构：望川县人民政府办公室
  • 生成日期：2021-03-23
来源：望川县政府   2021-03-24 10:56
浏览量：1 | | | |
2021年护林重点工作任务（望政发〔2021〕2号）
各乡镇人民政府：
现将任务印发给你们。
来源:   作者:   编辑:张某
"""


def test_a_sites_data_with_bullets_and_a_number_in_the_titles_bracket():
    made = notice(SITE)
    assert (made.title, made.document_number, made.kind) == ("2021年护林重点工作任务", "望政发〔2021〕2号", "task_list")
    assert (str(made.issued_on), str(made.published_on)) == ("2021-03-23", "2021-03-24")
    assert made.attributes == {"索引号": "6735/2021-18", "来源": "望川县政府"}
    assert {u.reason for u in made.unparsed} == {"navigation"}


def test_a_title_printed_again_is_the_pages_with_what_stands_between():
    made = notice(
        "政府信息公开\n望川县人民政府办公室关于印发《护林报告》任务分工的通知\n1137/2021-40\n综合政务\n望政办字〔2021〕3号\n有效\n"
        "望川县人民政府办公室\n关于印发《护林报告》任务分工的通知\n望政办字〔2021〕3号\n各乡镇人民政府：\n现印发给你们。\n"
    )
    assert (made.title, made.cover_title) == ("望川县人民政府办公室关于印发《护林报告》任务分工的通知", None)
    assert (made.document_number, [s.requirement for s in made.sections]) == ("望政办字〔2021〕3号", ["现印发给你们。"])


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("望川市人民政府办公厅印发《关于支持护林的若干措施》的通知", "望川市人民政府办公厅"),
        ("川市人民政府办公厅关于印发《关于支持护林的若干措施》的通知", "望川市人民政府办公厅"),
        ("中共望川市委办公室望川市人民政府办公厅印发《关于支持护林的若干措施》的通知", "中共望川市委办公室、望川市人民政府办公厅"),
    ],
)  # fmt: skip
def test_a_cover_without_about_and_a_signature_that_knows_better(title, issuer):
    made = notice(
        f"{title}\n各区人民政府：\n现印发给你们。\n{issuer.replace('、', chr(10))}\n2025年12月2日\n关于支持护林的若干措施\n一、加强巡护\n1.按月巡护。\n"
    )
    assert (made.title, made.cover_title, made.issuer) == ("关于支持护林的若干措施", title, issuer)


@pytest.mark.parametrize(
    ("line", "year"),
    [("望川县2023年为民办实事项目", 2023), ("望川县2022年护林民生实事", 2022), ("望川县护林目标管理", None)],
)
def test_a_first_line_that_ends_in_no_word_of_the_genre_is_a_title(line, year):
    made = notice(f"{line}\n各乡镇人民政府：\n一、巡护。6月底前完成。\n二、建档。\n")
    assert (made.title, made.year, made.region.name) == (line, year, "望川县")


@pytest.mark.parametrize(
    "line", ["2021年第一季度", "望川县", "望川县人民政府", "2021年3月8日", "望川县的河流很多，要管好。"]
)
def test_first_lines_that_are_no_titles(line):
    assert notice(f"{line}\n一、巡护。6月底前完成。\n二、建档。\n").title is None


def test_the_year_of_the_number_where_no_day_is_printed():
    assert notice("关于做好护林工作的通知\n望政办〔2019〕26号\n一、巡护。9月底前完成。\n").year == 2019


def test_a_day_that_may_be_the_hosts_is_no_day_of_the_notice():
    made = notice("望川县护林工作方案\n时间：2019年6月17日 点击次数：28596\n一、巡护。\n1.建档。\n")
    assert (made.published_on, made.attributes) == (None, {"时间": "2019年6月17日"})
    assert notice("望川县护林工作方案\n时间:2019-05-13 17:41:59下载本文作者:会员上传\n一、巡护。\n").attributes == {}


def test_a_title_over_two_lines_of_which_the_first_names_the_place():
    made = notice("望川市各县区和市级部门年度\n目标责任考核试行办法\n第一章 总则\n第一条 为加强考核，制定本办法。\n")
    assert made.title == "望川市各县区和市级部门年度目标责任考核试行办法"


OFFICE = """望川县人民政府办公室文件
望政办发〔2021〕12号
中共望川县委办公室  望川县人民政府办公室关于印发望川县2021年护林
工作要点的通知
各乡镇人民政府，各街道办事处，县政府各部门，
县直各单位，各有关企业：
现印发给你们，请认真抓好落实。
望川县人民政府办公室
二〇二一年三月八日
（信息公开形式：主动公开）
望川县2021年护林工作要点
一、加强巡护
1．落实责任。4月底前完成。
2．按月巡护。
抄送：县委办公室。
望川县人民政府办公室                 2021年3月8日印发
校对：张某                            共印60份
— 5 —
"""


def test_a_letters_paper_from_its_masthead_to_its_imprint():
    made = notice(OFFICE)
    assert made.cover_title == "中共望川县委办公室望川县人民政府办公室关于印发望川县2021年护林工作要点的通知"
    assert (made.title, made.issuer) == ("望川县2021年护林工作要点", "中共望川县委办公室、望川县人民政府办公室")
    assert made.addressees == ("各乡镇人民政府", "各街道办事处", "县政府各部门", "县直各单位", "各有关企业")
    assert made.attributes == {
        "信息公开形式": "主动公开",
        "抄送": "县委办公室。",
        "印数": "校对：张某共印60份",
        "印发": "望川县人民政府办公室2021年3月8日印发",
    }
    assert made.schemes[0].items[0].children[-1].requirement == "按月巡护。"
    assert ([u.reason for u in made.unparsed], made.coverage) == (["page_number"], 1.0)


def test_a_day_below_a_title_and_a_call_for_opinions():
    made = notice("望川县人民政府\n关于加强护林的实施意见\n（2022年1月5日）\n一、巡护\n1.巡护。6月底前完成。\n")
    assert (made.title, str(made.issued_on)) == ("望川县人民政府关于加强护林的实施意见", "2022-01-05")
    call = notice(
        "关于公开征求《望川县护林计划（征求意见稿）》意见的公告\n现公开征求意见。\n望川县林业局\n2021年3月10日\n附件\n"
        "望川县护林计划\n（征求意见稿）\n一、巡护\n1.巡护。6月底前完成。\n"
    )
    assert (call.title, call.cover_title, call.status) == (
        "望川县护林计划", "关于公开征求《望川县护林计划（征求意见稿）》意见的公告", "draft",
    )  # fmt: skip


def test_keys_and_values_on_lines_in_turn():
    made = notice(
        "索引号\nMB1A/2024-11\n分类\n其他\n发布机构\n望川镇人民政府\n发文日期\n2024年01月10日\n文号\n望办发〔2024〕1号\n效力状态\n有效\n"
        "望川镇2023年护林考核方案\n一、考核时间\n1月底前完成。\n二、考核方法\n查阅资料。\n"
    )
    assert (made.title, made.document_number, str(made.issued_on)) == (
        "望川镇2023年护林考核方案",
        "望办发〔2024〕1号",
        "2024-01-10",
    )
    assert made.attributes == {"索引号": "MB1A/2024-11", "分类": "其他", "效力状态": "有效"}
    assert (made.issuer, made.coverage) == ("望川镇人民政府", 1.0)


def test_two_bodies_over_a_title_and_on_one_line_of_a_signature():
    made = notice(
        "望发〔2021〕5号\n中共望川县委员会\n望川县人民政府\n关于印发《全面推进护林工作加快建设的实施方案》的通知\n各乡镇：\n现印发给你们。\n"
        "望川县林业局  望川县财政局\n2021年3月15日\n（此件公开发布）\n全面推进护林工作\n加快建设的实施方案\n一、巡护\n1.巡护。6月底前完成。\n"
    )
    assert (made.title, made.cover_title) == (
        "全面推进护林工作加快建设的实施方案",
        "中共望川县委员会望川县人民政府关于印发《全面推进护林工作加快建设的实施方案》的通知",
    )
    assert made.attributes == {"附注": "此件公开发布"}
    signed = notice("护林工作方案\n各乡镇：\n现印发给你们。\n望川县林业局  望川县财政局\n2021年3月15日\n")
    assert signed.issuer == "望川县林业局、望川县财政局"


@pytest.mark.parametrize(
    ("line", "mark", "name"),
    [("附：考核细则", "附：", "考核细则"), ("附表1 考核细则", "附表1", "考核细则"), ("附 件：1.任务表", "附 件：1.", "任务表"), ("附录一", "附录一", "")],
)  # fmt: skip
def test_marks_of_annexes(line, mark, name):
    assert [t.chars.strip() for t in annex_mark(text(line))] == [mark, name]


@pytest.mark.parametrize("line", ["附则", "附注：略", "附近各村", "附属单位"])
def test_words_that_mark_no_annex(line):
    assert annex_mark(text(line)) is None


def test_bodies_of_three_characters_and_a_title_in_quotation_marks_behind_its_number():
    made = notice(
        "望政办发〔2016〕26号《望川市人民政府办公厅关于印发〈望川市2016年护林工作要点〉的通知》\n望政办发〔2016〕26号\n各区：\n现印发给你们。\n"
        "林业厅 发展改革委\n财政厅 能源局\n2016年5月28日\n一、巡护\n1.巡护。9月底前完成。\n"
    )
    assert made.title == "望川市人民政府办公厅关于印发〈望川市2016年护林工作要点〉的通知"
    assert (made.document_number, made.issuer, made.coverage) == ("望政办发〔2016〕26号", "望川市人民政府办公厅", 1.0)
    joint = notice("护林攻坚方案\n各市：\n现印发给你们。\n林业厅 发展改革委\n财政厅 能源局\n2020年10月30日\n")
    assert joint.issuer == "林业厅、发展改革委、财政厅、能源局"


def test_a_title_behind_its_number_and_one_without_quotation_marks_are_the_cover_again():
    made = notice(
        "望政发〔2022〕7号\n望川区人民政府关于印发《望川区政府2022年护林任务 分解方案》的通知\n"
        "望政发〔2022〕7号望川区人民政府关于印发望川区政府2022年护林任务分解方案的通知\n各乡、镇人民政府，各街道：\n现印发给你们。\n"
        "望川区人民政府\n2022年4月6日\n望川区政府2022年护林\n任务分解方案\n一、目标\n1.造林5万亩。\n牵头单位：区林业局\n"
    )
    assert made.title == "望川区政府2022年护林任务分解方案"
    assert made.cover_title == "望川区人民政府关于印发《望川区政府2022年护林任务分解方案》的通知"
    assert (made.document_number, made.coverage, made.unparsed) == ("望政发〔2022〕7号", 1.0, ())
    assert list(made.addressees) == ["各乡、镇人民政府", "各街道"]


def test_a_values_own_bracket_stays_with_it():
    pairs = labelled(text("（来源：望川县政府(办公室) 发布日期：2021-03-08）"))
    assert [(p.key, p.value.chars) for p in pairs] == [("来源", "望川县政府(办公室)"), ("发布日期", "2021-03-08")]


def test_keys_in_brackets_each_over_its_value_and_a_last_one_that_is_blank():
    made = notice(
        "[索 引 号]\n1150/2025-2\n[ 体裁分类 ]\n公文\n[ 发文字号 ]\n望府发〔2025〕2号\n[ 成文日期 ]\n2025-01-02\n[ 有 效 性 ]\n\n"
        "望川乡人民政府关于护林考核办法的通知\n望府发〔2025〕2号\n各村：\n现印发给你们。\n"
    )
    assert (made.title, made.document_number) == ("望川乡人民政府关于护林考核办法的通知", "望府发〔2025〕2号")
    assert (made.attributes, str(made.issued_on)) == ({"索引号": "1150/2025-2", "体裁分类": "公文"}, "2025-01-02")
    assert [s.requirement for s in made.sections] == ["现印发给你们。"]


def test_a_cover_printed_again_that_breaks_within_the_name_it_quotes():
    made = notice(
        "望川县人民政府关于印发《2023年护林任务分解一览表》的通知\n望川县人民政府\n关于印发《2023年护林任务分解\n一览表》的通知\n各乡镇：\n现印发给你们。\n"
    )
    assert (made.title, made.cover_title) == ("望川县人民政府关于印发《2023年护林任务分解一览表》的通知", None)
    assert [s.requirement for s in made.sections] == ["现印发给你们。"]


def test_the_kind_of_the_tables_that_a_notice_sends_and_the_body_on_whose_paper_it_stands():
    made = notice(
        "中共望川县青石镇委员会文件\n青委〔2021〕5号\n关于对护林实事进行督办的通知\n各村：\n现将任务分解下达。\n附件\n2021年护林任务分解表\n"
        "序号\t任务\t责任单位\n1\t造林\t镇林业站\n2\t巡护\t镇林业站\n"
    )
    assert (made.kind, made.issuer) == ("task_list", "中共望川县青石镇委员会")
    assert notice("望川县护林员考核管理办法\n第一条 为护林制定。\n第二条 考核每年一次。\n").kind == "assessment_scheme"
    assert notice("望川县护林简报\n第一条 为护林制定。\n第二条 考核每年一次。\n").kind == "other"


def test_keys_with_bullets_and_colons_each_over_its_value():
    made = notice(
        "望川县护林考核办法\n  • 索引号:\n    6107/2024-5\n  • 主题分类:\n  • 发文机构:\n    县政府网站\n  • 发文字号:\n    望政发〔2024〕7号\n"
        "  • 发文日期:\n    2024年04月06日 16:40\n  • 有效性:\n  • 内容概述:\n望川县护林考核办法\n一、巡护。9月底前完成。\n二、培训。10月底前完成。\n"
    )
    assert (made.title, made.document_number, str(made.issued_on)) == (
        "望川县护林考核办法",
        "望政发〔2024〕7号",
        "2024-04-06",
    )
    assert made.attributes["索引号"] == "6107/2024-5"
    assert (made.unparsed, made.sections) == ((), ())


def test_a_title_over_two_lines_that_its_cover_names_without_quotation_marks():
    made = notice(
        "望川市人民政府办公室关于印发全面推进望川市护林站标准化规范化工作实施方案的通知\n各县：\n现印发给你们。\n望川市人民政府办公室\n2020年6月2日\n"
        "全面推进望川市护林站标准化规范化\n工作实施方案\n一、任务\n1.巡护。9月底前完成。\n"
    )
    assert made.title == "全面推进望川市护林站标准化规范化工作实施方案"


@pytest.mark.parametrize(
    ("line", "attributes", "left"),
    [
        ("日期：2024-05-06 来源：县发改局", {"日期": "2024-05-06", "来源": "县发改局"}, ()),
        ("时间：2024-05-06　来源：县发改局", {"时间": "2024-05-06", "来源": "县发改局"}, ()),
        ("日期：2024-05-06 编辑：张三", {"日期": "2024-05-06"}, ("编辑：张三",)),
        ("时间：2024-05-06 10:20", {"时间": "2024-05-06 10:20"}, ()),
    ],
)
def test_a_line_that_begins_with_a_day_keeps_what_stands_behind_it(line, attributes, left):
    made = notice(f"望川县护林考核办法\n{line}\n一、巡护（40分）。\n二、培训（60分）。\n")
    assert (made.attributes, tuple(part.text for part in made.unparsed), made.sections) == (attributes, left, ())


def test_a_host_day_with_other_words_behind_it_stays_in_its_line():
    made = notice("望川县护林考核办法\n时间：2024-05-06在县林业局集中\n一、巡护（40分）。\n二、培训（60分）。\n")
    assert made.attributes == {}
    assert [section.requirement for section in made.sections] == ["时间：2024-05-06在县林业局集中"]


def test_the_imprint_below_a_signed_letter_is_kept():
    made = notice(
        "望川县卫健局关于做好护林考核的通知\n各乡镇：\n一、巡护（40分）。\n二、培训（60分）。\n望川县卫生健康局\n"
        "2024年3月1日\n望川县卫生健康局办公室   2024年3月4日印发\n"
    )
    assert (str(made.issued_on), made.attributes) == ("2024-03-01", {"印发": "望川县卫生健康局办公室2024年3月4日印发"})


@pytest.mark.parametrize("space", ["          ", "　　", "\t"])
def test_who_signs_a_report_stands_beside_its_number(space):
    made = notice(
        f"望川县卫生健康局关于护林考核的报告\n望卫发〔2024〕21号{space}签发人：王强\n一、巡护（40分）。\n二、培训（60分）。\n"
    )
    assert (made.document_number, made.attributes, made.sections) == ("望卫发〔2024〕21号", {"签发人": "王强"}, ())
    assert (made.unparsed, made.coverage) == ((), 1.0)


def test_a_line_with_other_words_before_who_signs_is_no_number():
    made = notice("望川县护林考核办法\n经办：王强 签发人：李林\n一、巡护（40分）。\n二、培训（60分）。\n")
    assert made.document_number is None


@pytest.mark.parametrize(
    "lines",
    [
        ["望川县人民政府办公室", "关于印发2024年旅游任务清单的通知"],
        ["中共望川县委办公室", "望川县人民政府办公室", "关于印发2024年旅游任务清单的通知"],
    ],
)
@pytest.mark.parametrize("tag", ["p", "h1"])
def test_bodies_over_what_they_give_notice_of_right_above_a_table_are_in_the_title(lines, tag):
    drawn = f"<{tag}>{'<br>'.join(lines)}</{tag}>" if tag == "h1" else "".join(f"<p>{line}</p>" for line in lines)
    rows = [["序号", "任务", "责任单位"], ["1", "改造食堂", "县教育局"], ["2", "修缮校舍", "县教育局"]]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    words = f"<!DOCTYPE html><html><body>{drawn}<table>{table}</table></body></html>"
    made = convert_document(read(words.encode(), "made.html"))
    assert (made.title, made.issuer) == ("".join(lines), "、".join(lines[:-1]))
    assert (made.sections, [scheme.title for scheme in made.schemes]) == ((), [None])


def test_a_body_above_a_tables_own_title_is_not_in_it():
    made = notice("望川县人民政府办公室\n2024年旅游任务清单\n序号\t任务\t责任单位\n1\t改造食堂\t县教育局\n")
    assert made.title == "2024年旅游任务清单"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("发布日期：2024-02-21｜来源：县林业局｜字体：【大 中 小】", ("2024-02-21", None, None, {"来源": "县林业局"})),
        ("2024-02-21 09:12", ("2024-02-21", None, None, {})),
        ("2024-02-21 09:12 来源：县林业局", ("2024-02-21", None, None, {"来源": "县林业局"})),
        ("[ 2024-02-21 ] 浏览次数：128", ("2024-02-21", None, None, {})),
        ("发布人：管理员 发布时间：2024年2月21日", ("2024-02-21", None, None, {})),
        ("望林发〔2024〕3号　　2024年2月20日", (None, "2024-02-20", "望林发〔2024〕3号", {})),
    ],
)
def test_lines_of_a_page_below_the_title_without_labels_at_their_head(line, told):
    made = notice(f"望川县护林工作要点\n{line}\n一、巡护。6月底前完成。\n二、宣传。每季度一次。\n")
    days = [str(day) if day is not None else None for day in (made.published_on, made.issued_on)]
    assert ((*days, made.document_number, made.attributes), made.sections, made.coverage) == (told, (), 1.0)


@pytest.mark.parametrize("line", ["2024年2月21日前完成：台账", "望林发〔2024〕3号文件要求 2024年2月20日前上报"])
def test_lines_that_speak_of_a_day_are_none_of_these(line):
    made = notice(f"望川县护林工作要点\n{line}\n一、巡护。6月底前完成。\n二、宣传。每季度一次。\n")
    assert (made.published_on, made.issued_on, made.document_number) == (None, None, None)


def test_a_moment_inside_the_notice_is_not_when_it_was_put_up():
    made = notice("望川县护林工作要点\n一、巡护。6月底前完成。\n2024-02-21 09:12\n二、宣传。每季度一次。\n")
    assert made.published_on is None


@pytest.mark.parametrize(
    ("title", "below", "total"),
    [
        ("青石县2023年护林工作考核细则（乡镇）（总分值：100分）", "", 100),
        ("青石县2023年护林工作考核细则（试行）（征求意见稿）", "（起评分100分）\n", 100),
        ("青石县2023年护林工作考核细则", "基础分：100分\n", 100),
        ("青石县2023年护林工作考核细则（乡镇）（试行）", "", None),
    ],
)
def test_a_title_with_two_brackets_and_what_all_starts_from(title, below, total):
    made = notice(
        f"{title}\n{below}考核项目|考核内容|分值|评分标准\n巡护|按月巡护|60|缺一次扣3分\n台账|记录完整|40|缺一项扣1分\n"
    )
    assert (made.title, made.kind) == (title, "assessment_scheme")
    stated = made.schemes[0].total
    assert (stated and stated.value) == total
    assert made.sections == ()


@pytest.mark.parametrize("line", ["（总分值：100分）", "乡镇满分100分，部门满分60分（不含加分）（试行）"])
def test_a_line_on_marks_is_no_title(line):
    assert not is_title(text(line))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("青山镇护林员日常管理\n\n考核细则\n", "青山镇护林员日常管理考核细则"),
        ("护林员日常管理\n考核办法\n", "护林员日常管理考核办法"),
        ("护林员日常管理。\n考核细则\n", None),
        ("护林员日常管理\n考核对象\n", None),
    ],
)
def test_a_title_whose_last_line_is_nothing_but_its_kind(lines, title):
    made = notice(f"{lines}\n为加强管理，制定以下细则：\n一、巡护（60分）\n1.漏巡的，一次扣3分。\n二、台账（40分）\n")
    assert made.title == title


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("望川县档案工作年度评价细则", "assessment_scheme"),
        ("望川县星级河长评定办法", "assessment_scheme"),
        ("望川县校园环境赋分细则", "assessment_scheme"),
        ("望川县护林工作记分标准", "assessment_scheme"),
        ("望川县2022年护林目标管理责任状", "task_list"),
        ("望川县护林工作责任考评表", "assessment_scheme"),
        ("望川县护林工作记事", "other"),
        ("望川县评定结果", "other"),
    ],
)
def test_the_kind_that_smaller_schemes_name(title, kind):
    assert notice(f"{title}\n一、巡护到位\n二、台账完整\n").kind == kind


TWO_FORMS = (
    "农村公路养护考核表\n{}：{}\n序号\t考核内容\t分值\n1\t路面清洁\t40\n{}：{}\n序号\t考核内容\t分值\n1\t路产完好\t60\n"
)


def test_what_two_forms_say_under_one_label_is_kept_of_both():
    assert notice(TWO_FORMS.format("被考核单位", "东岭村", "被考核单位", "西坪村")).attributes == {
        "被考核单位": "东岭村；西坪村"
    }
    assert notice(TWO_FORMS.format("被考核单位", "东岭村", "被考核单位", "东岭村")).attributes == {
        "被考核单位": "东岭村"
    }


@pytest.mark.parametrize(
    "body",
    [
        "望川县第二中学",
        "望川水务集团有限公司",
        "望川职业技术学院",
        "望川农村商业银行",
        "望川县实验幼儿园",
        "望川县物业管理协会",
    ],
)
def test_a_school_or_a_firm_issues_its_own_notices(body):
    letter = (
        f"{body}关于印发《年度考核办法》的通知\n各部室：\n一、业务（60分）\n二、管理（40分）\n{body}\n2022年3月1日\n"
    )
    assert notice(letter).issuer == body
    assert notice(letter.replace(f"{body}关于印发", "关于印发", 1)).issuer == body


def test_a_list_of_schools_is_no_signature():
    listed = "望川县2022年校园安全考核细则\n一、制度（60分）\n二、演练（40分）\n三、考核对象\n望川县第二中学\n望川县第三小学\n"
    assert notice(listed).issuer is None


def test_an_order_is_issued_by_the_body_at_its_head():
    order = "望川省人民政府令\n第21号\n《望川省绩效考核办法》已经省人民政府常务会议通过，现予公布。\n省长 某某\n2022年3月1日\n望川省绩效考核办法\n第一条 考核满分100分。\n"
    assert notice(order).issuer == "望川省人民政府"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("信访工作责任目标考核（百分制）", "assessment_scheme"),
        ("村级换届后“两委”干部履职考核内容", "assessment_scheme"),
        ("乡村医生绩效考核计分卡", "assessment_scheme"),
        ("安全隐患排查整改任务交办单", "task_list"),
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        "一、登记受理（30分）\n1、登记（30分）\n",
        "考核内容\n分值\n评分标准\n登记\n10\n缺一项扣1分\n办理\n20\n缺一项扣2分\n",
    ],
)
def test_a_first_line_that_names_work_that_is_assessed_is_the_title(line, kind, below):
    made = notice(f"{line}\n{below}")
    assert (made.title, made.kind, made.sections) == (line, kind, ())


@pytest.mark.parametrize(
    "line",
    [
        "各单位要认真做好年度考核",
        "为做好乡镇工作目标考核",
        "考核项目考核内容",
        "由县委办组织目标考核",
        "成立专班，抓好目标考核",
    ],
)
def test_a_first_line_that_is_a_sentence_or_a_header_is_none(line):
    assert notice(f"{line}\n一、登记受理（30分）\n1、登记（30分）\n").title is None
