"""Tables that a page makes of other elements than a table's: by how they are displayed, or by their roles."""

import pytest

from tests.test_pages_and_sheets import grid, page, words

ROWS = (("工作任务", "牵头单位", "配合单位"), ("巡护山林", "", "县林业局"), ("清理水沟", "县水利局", ""))
READ = [[(c, 1, 1, words) for c, words in enumerate(row)] for row in ROWS]
CLASSES = "<style>.t{display:table}.r{display: table-row}.r .c{display:table-cell}</style>"


def drawn(table, row, cell, tag="div", rows=ROWS):
    inner = "".join(f"<{tag} {row}>{''.join(f'<{tag} {cell}>{w}</{tag}>' for w in one)}</{tag}>" for one in rows)
    return f"<div {table}>{inner}</div>"


@pytest.mark.parametrize(
    "written",
    [
        CLASSES + drawn("class=t", "class=r", "class=c"),
        CLASSES + drawn("", "class=r", "class='c x'"),
        drawn("style='display:table'", "style='display:table-row'", "style='width:9px;display: table-cell'"),
        drawn("role=table", "role=row", "role=cell"),
        drawn("role=grid", "role=row", "role=gridcell", "section"),
    ],
)
def test_a_table_of_other_elements_is_one(written):
    assert grid(page(f"<h1>青石县2024年任务清单</h1>{written}<p>注：按月报送。</p>")) == READ


def test_rows_that_are_lists_have_no_numbers():
    rows = "".join(f"<ol>{''.join(f'<li>{word}</li>' for word in row)}</ol>" for row in ROWS)
    sheet = "<style>ol{display:table-row} li{display:table-cell}</style>"
    assert grid(page(f"{sheet}<h1>青石县2024年任务清单</h1><div>{rows}</div>")) == READ


def test_groups_of_rows_and_a_caption_stand_in_such_a_table():
    head, *body = ("".join(f"<div role=cell>{word}</div>" for word in row) for row in ROWS)
    rows = f"<div role=rowgroup><div role=row>{head}</div></div>" + "".join(
        f"<div role=row>{one}</div>" for one in body
    )
    document = page(f"<div role=table><p>青石县2024年任务清单</p>{rows}</div>")
    assert (words(document), grid(document)) == (["青石县2024年任务清单"], READ)


@pytest.mark.parametrize(
    "written",
    [
        "<div style='display:table'><div style='display:table-cell'>一、巡护</div><div style='display:table-cell'>二、清沟</div></div>",
        drawn("role=table", "role=row", "role=cell", rows=ROWS[:1]),
        drawn("role=table", "role=row", "role=cell", rows=[("一、巡护",), ("二、清沟",)]),
        "<div><div role=row><div role=cell>一、巡护</div>甲<div role=cell>二、清沟</div></div><div role=row>丙</div></div>",
    ],
)
def test_what_is_only_set_in_columns_is_no_table(written):
    assert "\t" not in page(f"<h1>青石县2024年任务清单</h1>{written}").text
