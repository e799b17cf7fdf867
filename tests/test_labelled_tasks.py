"""Tasks without numbers, each over the same labelled lines."""

from tests.making import flatten, notice

TITLE = "望川区2023年民生实事任务分解"
TASKS = [
    [
        "新增学位3000个。",
        "主管领导：刘某",
        "责任单位：区教育局",
        "主要责任人：毛某",
        "进度安排：6月底前完成基建；12月底前招生。",
    ],
    ["新建公园5个。", "主管领导：王某", "责任单位：区园林局", "主要责任人：李某", "进度安排：12月底前全部建成。"],
]


def read(*lines):
    made = notice("\n".join([TITLE, *lines]) + "\n")
    assert made.coverage == 1
    return made


def found(made):
    return [
        (i.title or i.requirement, [u.name for u in i.responsible], [str(d.due) for d in i.deadlines])
        for s in made.schemes
        for i in flatten(s.items)
    ]


def test_each_is_an_item_with_what_its_labels_give():
    made = read(*TASKS[0], *TASKS[1])
    assert found(made) == [
        ("新增学位3000个。", ["区教育局"], ["2023-06-30", "2023-12-31"]),
        ("新建公园5个。", ["区园林局"], ["2023-12-31"]),
    ]
    items = made.schemes[0].items
    assert [(i.extra["主管领导"], i.extra["主要责任人"]) for i in items] == [("刘某", "毛某"), ("王某", "李某")]


def test_chapters_may_stand_over_them():
    made = read("一、教育", *TASKS[0], *TASKS[1], "二、城建", *TASKS[1], *TASKS[0])
    assert [(i.title, len(i.children)) for i in made.schemes[0].items] == [("教育", 2), ("城建", 2)]


def test_a_text_below_a_numbered_name_is_that_name_s():
    labels = [task[1:] for task in TASKS]
    made = read("1.教育工程", "新增学位3000个。", *labels[0], "2.公园工程", "新建公园5个。", *labels[1])
    assert [(i.title, i.requirement) for i in made.schemes[0].items] == [
        ("教育工程", "新增学位3000个。"),
        ("公园工程", "新建公园5个。"),
    ]


def test_one_task_or_labels_without_units_make_no_list():
    assert not read(*TASKS[0]).schemes
    assert not read("新增学位3000个。", "主管领导：刘某", "新建公园5个。", "主管领导：王某").schemes
