"""Dates that tell of the past, or of what came to be by then, and are no deadlines."""

import pytest

from tests.making import notice, page

HEADER = ["序号", "{}", "整改措施", "责任单位", "完成时限"]


@pytest.mark.parametrize("header", ["反馈问题", "存在问题", "问题"])
@pytest.mark.parametrize(
    "problem", ["按规定2018年12月底前建成污水管网，进度滞后。", "2020年6月底前应关停企业，督办不力。"]
)
def test_a_date_of_a_problem_is_no_deadline(header, problem):
    rows = [
        ["1", problem, "建成管网。", "县城管局", "2023年6月底前"],
        ["2", "台账不全。", "补齐台账，2022年9月底前完成。", "县住建局", "2023年9月底前"],
    ]
    made = page("青石县2023年督察整改任务清单", [[h.format(header) for h in HEADER], *rows])
    told = [[str(d.due) for d in item.deadlines] for item in made.schemes[0].items]
    assert told == [["2023-06-30"], ["2023-09-30", "2022-09-30"]]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("问题一：按照要求，2018年12月底前应建成的污水管网至今未完成。", []),
        ("2022年底前形成的欠款，2023年6月底前全部清偿。", ["2023-06-30"]),
        ("2022年底前完成清查。", ["2022-12-31"]),  # late, not over
        ("2023年9月底前建成的泵站不少于5座。", []),
        ("2023年9月底前建成泵站。", ["2023-09-30"]),
        ("完成9月底前的排查。", ["2023-09-30"]),
        ("2023年9月底前完成的项目予以奖补。", ["2023-09-30"]),
    ],
)
def test_a_date_that_limits_a_class_is_no_deadline(words, due):
    assert _due(words) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("截至6月底，已完成投资3亿元。", []),
        ("截至2023年6月底，全县已建成站点18个。", []),
        ("截止6月底前，累计已改造12处。", []),
        ("到6月底，工程进度已达60%。", []),
        ("截至3月底，全县共有卫生室48个。", []),
        ("截至6月底，已完成60%，12月底前全部完成。", ["2023-12-31"]),
        # what is to be reached by then, and what is done with things that are something already
        ("截至6月底前务必完成排查。", ["2023-06-30"]),
        ("截至12月底，完成投资75%。", ["2023-12-31"]),
        ("截至6月底，应已完成排查。", ["2023-06-30"]),
        ("截至6月底，已登记的企业全部核查。", ["2023-06-30"]),
        ("截至6月底，已开工项目完成投资80%。", ["2023-06-30"]),
        ("截至6月底，完成已建管网检测。", ["2023-06-30"]),
        ("6月底前，已排查的隐患全部整改。", ["2023-06-30"]),
    ],
)
def test_a_state_that_is_reached_by_a_date_makes_it_no_deadline(words, due):
    assert _due(words) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("原定4月底前建成，因汛情推迟至9月底前。", ["2023-09-30"]),
        ("原定完成时间为3月底，现调整为9月底前。", ["2023-09-30"]),
        ("原方案要求3月底前完成，现提前到2月底前。", ["2023-02-28"]),
        ("原定今年3月底前完成，因故暂缓。", []),
        ("由原定的3月底前延至9月底前。", ["2023-09-30"]),
        ("完成时限由3月底前调整为9月底前。", ["2023-09-30"]),
        ("3月底前完成，延期至9月底前完成。", ["2023-09-30"]),
        ("3月底前完成的任务推迟到2023年9月底前。", ["2023-09-30"]),
        # words that end in 原, what is old, what becomes of a thing by a date
        ("高原3月底前完成普查。", ["2023-03-31"]),
        ("草原、平原9月底前完成巡护。", ["2023-09-30"]),
        ("原则上3月底前完成。", ["2023-03-31"]),
        ("原有设施3月底前拆除。", ["2023-03-31"]),
        ("3月底前改为单行道。", ["2023-03-31"]),
        ("3月底前调整为一类，9月底前验收。", ["2023-03-31", "2023-09-30"]),
        ("由县水利局3月底前完成，9月底前验收。", ["2023-03-31", "2023-09-30"]),
    ],
)
def test_a_date_that_a_later_one_takes_the_place_of_is_no_deadline(words, due):
    assert _due(words) == due


def _due(words):
    made = notice(f"青石县2023年重点任务清单\n一、整改\n1.开展整治。{words}（县水利局）\n2.补齐台账。（县财政局）\n")
    return [str(d.due) for d in made.schemes[0].items[0].children[0].deadlines]
