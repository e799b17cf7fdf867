"""Evidence, headings, shell lines and clauses: the small readers of lines."""

import pytest

from extractors.applies import applies_to
from extractors.clauses import clauses, sentences
from extractors.evidence import hidden_link, is_label, printed_link, url_of
from extractors.headings import name_and_amount, running_heading
from extractors.shell import SHELL, shell_reason
from tests.making import text


def test_a_line_that_is_only_an_address():
    assert url_of(text(" https://www.x.gov.cn/a?b=1&c=2 ")).chars == "https://www.x.gov.cn/a?b=1&c=2"
    assert url_of(text("见 https://www.x.gov.cn")) is None


def test_labels_lose_their_colon_and_sentences_are_none():
    made = printed_link(text("回头看:"), text("https://x.cn"))
    assert made.label.chars == "回头看"
    assert printed_link(text(":"), text("https://x.cn")).label is None
    assert hidden_link(text("考评方案"), "https://x.cn").label.chars == "考评方案"
    assert is_label(text("社会公益事业及重点民生领域"))
    assert not is_label(text("做好信息公开工作。"))


@pytest.mark.parametrize(
    ("paragraph", "more", "title", "rest", "amount"),
    [
        ("加强权力配置信息公开。要结合法律修订，全面梳理。", False, "加强权力配置信息公开", "要结合法律修订，全面梳理。", None),
        ("用权公开:重大决策公开、服务公开等。", False, None, "用权公开:重大决策公开、服务公开等。", None),
        ("规划信息公开。(3%", True, "规划信息公开", None, 3),
        ("工作评估。权重:70%。", True, "工作评估", None, 70),
        ("考评对象", True, "考评对象", None, None),
        ("聚焦对权力的监督，加强用权公开", True, "聚焦对权力的监督，加强用权公开", None, None),
        ("重点领域信息公开(18%", True, "重点领域信息公开", None, 18),
        ("各单位要按照指标查漏补缺全面准确实事求是地反映年度政务公开工作的情况并且按时报送有关的材料。逾期不候。", False, None, "各单位要按照指标查漏补缺全面准确实事求是地反映年度政务公开工作的情况并且按时报送有关的材料。逾期不候。", None),
    ],
)  # fmt: skip
def test_running_headings(paragraph, more, title, rest, amount):
    found = running_heading(text(paragraph), more=more)
    assert (found.title.chars if found.title else None, found.rest.chars if found.rest else None) == (title, rest)
    assert (found.amount.value.value if found.amount else None) == amount


def test_a_rule_that_shares_the_amounts_bracket_is_scoring():
    found = name_and_amount(text("报送信息（4分，少一次扣1分）"), in_table=True)
    assert (found.title.chars, found.amount.value.value, found.scoring.chars) == ("报送信息", 4, "少一次扣1分")


def test_other_words_in_the_amounts_bracket_stay():
    found = name_and_amount(text("方案解读（30分，背景、现状）"), in_table=True)
    assert (found.title.chars, found.amount.text.chars, found.scoring) == ("方案解读（30分，背景、现状）", "30分", None)


@pytest.mark.parametrize(("row", "example"), [(r, e) for r in SHELL for e in r.examples], ids=lambda x: str(x)[:12])
def test_every_example_of_the_shell(row, example):
    assert shell_reason(text(example)) == row.reason


@pytest.mark.parametrize(
    "line",
    [
        "一、返乡创业",
        "打印服务规范化",
        "主办单位要加强领导",
        "内容完整",
        "首页建设(5分)",
        "请各单位认真贯彻落实",
        "姓名规范",
        "县政府办公室发布2024-05-06",
        "成绩发布2024年6月30日",
        "考核结果发布于2024-05-06",
        "完成时限2024-06-30",
        "青石发布",
        "下载政策文件并学习（2分）",
        "举报电话公布情况（5分）",
        "文档管理规范（10分）",
        "信息浏览量达标的得3分",
        "建立有奖举报制度",
        "初审：县财政局",
        "初审：各乡镇 复审：县财政局",
        "审核：县统计局",
        "上一条规定的情形除外",
        "点击率（5分）",
        "关注民生（5分）",
        "二维码关注人数达到5000人",
        "扫描二维码关注人数每少100人扣1分",
        "阅读原文件3份",
        "推荐阅读书目10本",
        "分享经验做法（5分）",
        "点赞量达到1000次",
        "阅读量：每篇不少于500次",
        "访问次数：每月不少于1000次",
        "解读：每件政策文件发布解读材料",
        "一图读懂不少于5件",
        "本站点检查（5分）",
        "相关链接：https://www.x.gov.cn",
        "打印设备管理（2分）",
        "关注困难群众",
        "政策解读：文件印发后3日内同步发布",
        "扫码阅读率达到80%",
        "地址：设在县民政局",
        "阅读：开展全民阅读活动",
        "打印机管理（2分）",
        "关注我们身边的独居老人",
        "免责情形由县纪委认定",
    ],
)
def test_lines_of_a_notice_are_no_shell(line):
    assert shell_reason(text(line)) is None


def test_sentences_and_clauses():
    assert [s.chars for s in sentences(text("甲，乙。丙；丁！"))] == ["甲，乙。", "丙；丁！"]
    assert [c.chars for c in clauses(text("甲，乙；丙。"))] == ["甲", "乙", "丙"]


def test_who_a_scheme_applies_to():
    general = "2020年政务公开工作考评指标"
    assert applies_to(text("乡镇、县直各林场政务公开工作考评指标"), general).chars == "乡镇、县直各林场"
    assert applies_to(text("2021年政务公开工作考评指标"), general) is None
    for title in (
        "表一：2020年乡镇政务公开工作考评指标",
        "附表2 乡镇政务公开工作考评指标",
        "表3乡镇政务公开工作考评指标",
    ):
        assert applies_to(text(title), general).chars == "乡镇"
    assert applies_to(text("各部门考核表"), None) is None
