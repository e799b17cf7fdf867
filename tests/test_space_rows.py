"""Rows of cells between spaces whose names a narrow column broke, so that a row has more fields than the header."""

import pytest

from tests.making import codes, flatten, notice

HEAD = "望川县河长制主要任务分解表\n\n序号 类别 主要任务 细化措施 牵头单位 责任单位\n"
BROKEN = f"""{HEAD}1 加强水资源保 护 管住全部河道取水口门计量表 实行总量和强度双控，防止不合理取水。 县水利局 各乡镇人民政府
2  严守用水 效率控制 红线 落实用水效率评估体系，把节水目标纳入考核内容。 县水利局 各乡镇人民政府
3 加强水域岸 线管理 严格水域管理 划定河湖管理范围，严禁非法占用。 县水利局、自然资源局 各乡镇人民政府
"""


def test_broken_names_are_whole_and_told():
    made = notice(BROKEN)
    items = flatten(made.schemes[0].items)
    assert [(i.level, i.marker, i.title) for i in items] == [
        (1, None, "加强水资源保护"), (2, "1", "管住全部河道取水口门计量表"), (2, "2", "严守用水效率控制红线"),
        (1, None, "加强水域岸线管理"), (2, "3", "严格水域管理"),
    ]  # fmt: skip
    assert [[u.name for u in i.responsible if u.role == "lead"] for i in items if i.responsible] == [
        ["县水利局"], ["县水利局"], ["县水利局", "县自然资源局"],
    ]  # fmt: skip
    found = next(f for f in made.findings if f.code == "cells_rejoined")
    assert (found.severity, "3 cells" in found.message, "加强水资源保护" in found.message) == ("warning", True, True)
    assert made.coverage == 1.0


@pytest.mark.parametrize(
    "row",
    [
        "1 水资源保护 严守控制红线 实行总量和强度双控。 县水利局 各乡镇人民政府",
        "1 水资源保护 严守控制红线 实行总量和强度双控。 县水利局",
    ],
)
def test_rows_of_no_more_fields_than_the_header_are_as_before(row):
    other = "2 水域管理 划定管理范围 严禁非法占用河湖水域。 县水利局 各乡镇人民政府\n"
    assert "cells_rejoined" not in codes(notice(f"{HEAD}{row}\n{other}"))


def test_bodies_side_by_side_are_no_broken_name():
    row = "1 水资源保护 严守控制红线 实行总量和强度双控。 县水利局 县财政局 县教育局 各乡镇人民政府"
    assert "cells_rejoined" not in codes(notice(f"{HEAD}{row}\n{row.replace('1', '2', 1)}\n"))
