"""A table that goes on below a line that says so."""

import pytest

from pipeline.convert import convert_document
from pipeline.models import Notice
from pipeline.readers import read
from tests.making import codes, notice

HEAD = ["序号", "任务", "责任单位", "完成时限"]
FIRST = [["1", "改造食堂", "县教育局", "8月底前"], ["2", "修缮校舍", "县教育局", "9月底前"]]
MORE = [["3", "补栽绿树", "县林业局", "3月底前"], ["4", "清理河道", "县水利局", "9月底前"]]
TITLES = ["改造食堂", "修缮校舍", "补栽绿树", "清理河道"]


def paged(line: str, below: list[list[str]]) -> Notice:
    """The conversion of a page with a table, a line, and what stands below it."""
    drawn = f"{_drawn([HEAD, *FIRST])}<p>{line}</p>{_drawn(below)}"
    words = f"<!DOCTYPE html><html><body><h1>2024年重点任务分解表</h1>{drawn}</body></html>"
    return convert_document(read(words.encode(), "made.html"))


def _drawn(rows: list[list[str]]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"


@pytest.mark.parametrize("line", ["续表", "（续表）", "续上表", "续表1", "(续)", "续 表", "接上页"])
@pytest.mark.parametrize("header", [True, False])
def test_a_table_goes_on_below_a_line_that_says_so(line, header):
    made = paged(line, [HEAD, *MORE] if header else MORE)
    assert [[item.title for item in scheme.items] for scheme in made.schemes] == [TITLES]
    assert (made.sections, codes(made), made.coverage) == ((), [], 1.0)
    assert {part.reason for part in made.unparsed} == {"repeated_header"}
    assert made.unparsed[0].text.startswith(line)


def test_a_table_goes_on_in_a_text_with_tabs():
    rows = ["\t".join(row) for row in (HEAD, *FIRST)] + ["续表"] + ["\t".join(row) for row in (HEAD, *MORE)]
    made = notice("\n".join(["2024年重点任务分解表", *rows]) + "\n")
    assert [[item.title for item in scheme.items] for scheme in made.schemes] == [TITLES]


def test_a_table_with_another_header_is_another_one():
    made = paged("续表", [["考核项目", "分值"], ["党建", "10分"]])
    assert len(made.schemes) == 2


@pytest.mark.parametrize("line", ["续签合同情况", "续建项目"])
def test_other_lines_between_tables_stay(line):
    made = paged(line, [HEAD, *MORE])
    assert line in [*(section.requirement for section in made.sections), *(scheme.title for scheme in made.schemes)]
