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
    made = notice(f"青石县2023年重点任务清单\n一、整改\n1.开展整治。{words}（县水利局）\n2.补齐台账。（县财政局）\n")
    item = made.schemes[0].items[0].children[0]
    assert [str(d.due) for d in item.deadlines] == due
