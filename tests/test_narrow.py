"""Tables whose cells stand side by side while narrow columns break words over lines, in the header and below it."""

import pytest

from tests.making import codes, flatten, notice
from tests.making import outline as tree

LETTERS = """望川县档案工作考核自评表
项 目 分值 考
核
内
容 扣
分
标
准 实得分 备注 档案收集整
理 30 分 1、乡镇档案室当年文件按期归档率达95%以上（20 分）
逾期一件扣 5 分
2、借阅登记率达 90%以上（10分）
不达标的扣 10 分
档案基础建
设 20 分 1、库房配有温湿度仪，有2名以上兼职档案员（12 分）
缺一项扣 2 分
2、库房门窗防护达标（8 分）
缺一项扣 2 分
"""
SCHOOLS = """青石县景区消防工作评估标准
项目 考核指标 考核
方式 计分办法 自查
问题 自
评
分 考
核
分
组织
机构
建设
(40) 1、成立景区义务消防分队，每班不少于六人(15)
2、码头和索道另设微型消防站(15)
3、各摊点有一名防火员(10)
查看材料会议记录等
每缺一项扣10分，不完善酌情扣分
责
任
制
落
实
(20) 1、防火巡逻排出班表并贴在游客中心(10)
2、每旬开一次摊主防火碰头会(10)
查看材料
每缺一项扣10分
"""


def test_names_and_headers_that_narrow_columns_broke_are_whole():
    made = notice(LETTERS)
    assert [c.header for c in made.schemes[0].columns] == ["项目", "分值", "考核内容", "扣分标准", "实得分", "备注"]
    assert tree(made.schemes[0].items) == [
        (None, "档案收集整理", 30, [
            ("1、", "乡镇档案室当年文件按期归档率达95%以上", 20), ("2、", "借阅登记率达90%以上", 10),
        ]),
        (None, "档案基础建设", 20, [
            ("1、", "库房配有温湿度仪，有2名以上兼职档案员", 12), ("2、", "库房门窗防护达标", 8),
        ]),
    ]  # fmt: skip
    assert made.coverage == 1.0
    assert "marks_untaken" not in codes(made)


def test_a_names_full_marks_stand_below_it_in_its_cell():
    made = notice(SCHOOLS)
    top = made.schemes[0].items
    assert [(i.title, int(i.points.value), [int(c.points.value) for c in i.children]) for i in top] == [
        ("组织机构建设", 40, [15, 15, 10]), ("责任制落实", 20, [10, 10]),
    ]  # fmt: skip
    assert [c.header for c in made.schemes[0].columns][-3:] == ["自查问题", "自评分", "考核分"]
    assert made.coverage == 1.0


@pytest.mark.parametrize(
    "words",
    [
        # one cell a line: nothing stands beside anything
        "青石县考核表\n序号\n考核内容\n分\n值\n评分标准\n1\n落实巡河制度\n60\n少一次扣1分\n2\n设立公示牌\n40\n缺一块扣1分\n",
        # all on one line: no word is broken
        "青石县考核表\n序号 考核内容 分值 评分标准\n1 落实巡河制度 60 少一次扣1分\n2 设立公示牌 40 缺一块扣1分\n",
    ],
)
def test_tables_without_broken_words_are_read_as_before(words):
    assert [(i.marker, int(i.points.value)) for i in flatten(notice(words).schemes[0].items)] == [("1", 60), ("2", 40)]


def test_cells_of_the_same_length_below_one_another_are_two():
    words = LETTERS.replace("逾期一件扣 5 分", "查阅资料\n现场查看")
    assert "查阅资料现场查看" not in " ".join(str(i.model_dump()) for i in flatten(notice(words).schemes[0].items))
