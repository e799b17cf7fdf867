"""Full marks that white space sets apart, in numbered lines that were rows of a table once."""

import pytest

from tests.making import flatten, notice, outline

HEAD = "松岭县2026年档案工作考核细则\n一、档案管理（40分）\n"


def _read(lines):
    return [
        (i.title, i.requirement, int(i.points.value) if i.points else None)
        for i in flatten(notice(HEAD + lines).schemes[0].items)[1:]
    ]


def test_behind_the_name_and_before_the_text():
    lines = "1、库房管理 8分 设专用库房，缺一项扣2分\n2、移交进馆 12分 按期移交，逾期一批扣3分。\n3、利用服务 20 分 一件投诉查实扣4分\n"
    assert _read(lines) == [
        ("库房管理", "设专用库房，缺一项扣2分", 8),
        ("移交进馆", "按期移交，逾期一批扣3分。", 12),
        ("利用服务", "一件投诉查实扣4分", 20),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1、移交逾期扣 8分 以上的不得评优",
        "1、每少一卷扣 2分 扣完为止",
        "1、测评达到 80分 以上为合格，未达到的扣5分",
        "1、延迟 15分 钟以上的，扣2分",
    ],
)
def test_rules_and_counts_are_no_name_with_its_marks(line):
    assert _read(f"{line}\n2、移交进馆 12分 按期移交，逾期一批扣3分。\n")[0][2] is None


def test_behind_the_text_where_all_rows_have_three_columns():
    lines = "1 库房管理 设专用库房，定期通风 8分\n2 移交进馆 按期移交，逾期一批扣3分 12分\n3 利用服务 符合规定 20 分\n"
    read = _read(lines.replace("1 ", "1. ").replace("2 ", "2. ").replace("3 ", "3. "))
    assert read == [
        ("库房管理", "设专用库房，定期通风", 8),
        ("移交进馆", "按期移交，逾期一批扣3分", 12),
        ("利用服务", "符合规定", 20),
    ]


@pytest.mark.parametrize(
    "line", ["1. 加强 库房 管理 工作 8分", "1. 设专用库房，加强 管理 8分", "1. 库房管理 合格线为 80分"]
)
def test_lines_that_a_scan_spread_have_no_columns(line):
    lines = f"{line}\n2. 移交进馆 按期移交 12分\n3. 利用 服务到位 20分\n"
    assert all(requirement is None or "按期" not in requirement for _, requirement, _ in _read(lines))


def test_at_the_end_of_a_name_that_holds_figures():
    lines = "1、移交率达95%以上  15分\n2、组建30人专业队伍  15分\n3、24小时值班 10分\n"
    assert _read(lines) == [("移交率达95%以上", None, 15), ("组建30人专业队伍", None, 15), ("24小时值班", None, 10)]


def test_before_a_comma():
    lines = "1、建档率100%  15分，每低1%扣1分\n2、库房管理 25分；缺一项扣2分。\n"
    assert _read(lines) == [("建档率100%", "每低1%扣1分", 15), ("库房管理", "缺一项扣2分。", 25)]


@pytest.mark.parametrize(
    "line",
    [
        "1、每移交1批 2分，最高5分",
        "1、未移交的扣 15分，逾期再扣5分",
        "1、移交2批以上，其余各 15分",
        "1、移交率低于95%扣 15分",
        "1、测评得分达到 85分",
    ],
)
def test_marks_that_a_sentence_leads_to_are_not(line):
    assert _read(f"{line}\n2、移交进馆 12分 按期移交，逾期一批扣3分。\n")[0][2] is None


@pytest.mark.parametrize(("before", "behind"), [("", " "), ("", "，"), ("（", "）"), ("【", "】"), ("（", "） ")])
def test_before_all_words(before, behind):
    lines = "（1）{0}5分{1}制定计划，校长任组长。\n（2）{0}15分{1}专款专用。缺一项扣2分。\n（3）{0}20分{1}开设课程\n"
    assert _read(lines.format(before, behind)) == [
        (None, "制定计划，校长任组长。", 5), ("专款专用", "缺一项扣2分。", 15), ("开设课程", None, 20),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["（1）5分 钟内到场", "（1）90分 以上为优秀", "（1）100分制计分", "（1）5分，巡护（8分）。"]
)
def test_figures_before_all_words_that_are_no_marks(line):
    assert _read(f"{line}\n（2）移交进馆（12分）\n")[0][2] in (None, 8)


def test_in_a_bracket_before_any_words():
    lines = "1、预案管理（15分）  每2年修订1次，未修订扣5分\n2、建档率100%（25分） 且台账完整\n"
    assert _read(lines) == [("预案管理", "每2年修订1次，未修订扣5分", 15), ("建档率100%", "且台账完整", 25)]


def test_before_a_colon_in_points_of_one_line():
    made = notice(
        "松岭县考核细则\n一、日常管护（40分）\n①河面保洁，20分：漂浮物每处扣1分；②设施完好，20分：损坏每处扣2分。\n"
    )
    assert [(i.marker, i.title, i.points and int(i.points.value)) for i in made.schemes[0].items[0].children] == [
        ("①", "河面保洁", 20), ("②", "设施完好", 20),
    ]  # fmt: skip


BARE = "松岭县机关考核表\n共性目标（30分）\n党建工作 10分 少学1次扣1分；\n作风纪律 20分 违纪1人次扣1分；\n职能目标（70分）\n重点任务 70分 未完成1项扣5分；\n"


def test_where_nothing_has_a_number():
    assert outline(notice(BARE).schemes[0].items) == [
        (None, "共性目标", 30, [(None, "党建工作", 10), (None, "作风纪律", 20)]),
        (None, "职能目标", 70, [(None, "重点任务", 70)]),
    ]


def test_but_not_beside_numbers():
    made = notice(BARE.replace("党建工作 10分", "一、党建工作（10分）"))
    assert [s.title for s in made.schemes[0].items][:1] != ["共性目标"]


@pytest.mark.parametrize(("second", "rows"), [(8, [("巡河管护", 12), ("岸线整治", 8), ("河长履职", 10)]), (9, [])])
def test_lines_below_numbers_are_rows_where_they_come_to_their_marks(second, rows):
    made = notice(
        "2026年望川县河湖管护考核表\n一、日常管护（20分）\n巡河管护　12分　每周不少于1次　少1次扣1分\n"
        f"岸线整治　{second}分　无乱占乱建　发现一处扣1分\n二、责任落实（10分）\n河长履职　10分　按月研判　少1次扣1分\n"
    )
    items = made.schemes[0].items
    assert [(i.title, i.points.value) for i in items] == [("日常管护", 20), ("责任落实", 10)]
    assert [(c.title, c.points.value) for i in items for c in i.children] == rows


def test_behind_a_name_with_figures_and_before_the_text():
    lines = "1、移交档案800卷    20分    每少10卷扣1分，超额不加分\n2、库房温度控制在24度以内  20分  按记录计分\n"
    assert _read(lines) == [
        ("移交档案800卷", "每少10卷扣1分，超额不加分", 20), ("库房温度控制在24度以内", "按记录计分", 20),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "1、每移交1批 2分 最高5分",
        "1、移交率达到 95分 及以上",
        "1、移交3批得2分 5分 封顶",
        "1、移交率低于95%扣 5分 另行通报",
    ],
)
def test_figures_that_a_rule_leads_to_are_no_name(line):
    assert _read(f"{line}\n2、移交进馆 12分 按期移交，逾期一批扣3分。\n")[0][2] is None


def test_a_labelled_weight_behind_the_name():
    made = notice(
        "松岭县经营目标责任书\n一、年度指标\n1.利润总额    权重60%    目标值900万元\n2.净资产收益率  权重：40%  目标值5.2%\n"
    )
    assert [(i.title, i.requirement, i.weight and int(i.weight.value)) for i in made.schemes[0].items[0].children] == [
        ("利润总额", "目标值900万元", 60), ("净资产收益率", "目标值5.2%", 40),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "worth"), [("移交及时", 20), ("上报按时", 20), ("移交逾期时", None)])
def test_behind_a_comma_a_name_may_end_in_time(name, worth):
    assert _read(f"1、{name}，20分，漏一次扣2分。\n2、移交进馆（12分）\n")[0][2] == worth
