"""What a notice prints about itself."""

from datetime import date

import pytest

from extractors.metadata import (
    addressees,
    annex_mark,
    date_in,
    date_line,
    document_number,
    imprint,
    is_addressees,
    is_cover,
    is_draft_mark,
    is_signature,
    is_title,
    is_total,
    issuer_of,
    labelled,
    notes_mark,
    plain_pair,
    region_in,
)
from tests.making import notice, text


def test_labelled_data_on_one_line():
    pairs = labelled(text("发布时间:2021-12-20 17:19信息来源:某市人民政府办公室文字大小:[ ] 背景色:"))
    assert [(p.key, p.field, p.value.chars) for p in pairs] == [
        ("发布时间", "published_on", "2021-12-20 17:19"),
        ("信息来源", "region_source", "某市人民政府办公室"),
        ("文字大小", None, "[ ]"),
        ("背景色", None, ""),
    ]


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
     ("淮府（2020）3号", "淮府〔2020〕3号"), ("根据国办发〔2021〕12号文件", None), ("2021年12号", None)],
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
    assert issuer_of(cover).chars == "某县人民政府办公室"
    assert issuer_of(text("关于印发方案的通知")) is None
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
     ("关于印发宜丰县考评方案的通知", "宜丰县", "county")],
)  # fmt: skip
def test_regions(line, name, level):
    place, found = region_in(text(line))
    assert (place.chars, found) == (name, level)


@pytest.mark.parametrize(
    "line", ["2020年政务公开工作考评方案", "高新技术开发区工作要点", "各县区工作方案", "2020年市级考核办法"]
)
def test_no_region_is_invented(line):
    assert region_in(text(line)) is None


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
        ("云岭州县（市）考核办法", None, None),
        ("青山镇2023年考核办法", "青山镇", "township"),
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
