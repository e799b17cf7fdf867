"""Legends: tables that say of each grade, level or colour what it means, and list no work."""

from typing import Final

import regex

from normalizers.headers import column_role
from pipeline.document import Table

Words = tuple[tuple[str, ...], ...]

#: What the first column is called.
_GRADED: Final = regex.compile(r".{0,4}(?:等次|等级|档次|级别|星级)")
#: And what stands in it: one step of a scale each.
_STEP: Final = regex.compile(
    r"(?:[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V|[特一二三四五]|[A-E])(?:级|类|等|档|星级?)(?:响应|预警|标准|风险|单位)?"
    r"|[红橙黄蓝绿白黑金银铜](?:色|榜|牌|码|旗|灯)(?:预警|等级)?"
    r"|(?:特别重大|重大|较大|一般|低|较低|中等?|高|极高|轻微|较重|严重)(?:风险|隐患|事故|级)?"
    r"|优秀|优良|良好|较好|中等|合格|及格|不合格|不及格|基本合格|达标|不达标|好|差|较差|[优良中差]"
)
#: A lone amount is given or taken for a grade, and is no stretch of marks.
_AMOUNT: Final = regex.compile(r"[-+]?\d+(?:\.\d+)?分?")
_WORK: Final = frozenset(
    ("points", "weight", "scoring", "responsible", "lead", "support", "deadline", "title", "level", "evidence", "score")
)
#: A header stands among so many rows.
_HEADER_WITHIN: Final = 3
_FEWEST_ROWS: Final = 3


def is_legend(rows: Words, *, beside_work: bool) -> bool:
    """Whether rows below a header tell what each step of a scale means (`响应等级`, `启动条件`, `应急措施`).

    Where they say what must be done for it, they may be the notice's own work, unless that stands in another table.
    """
    header, below = rows[0], rows[1:]
    roles = {column_role(word) for word in header[1:]}
    if len(rows) < _FEWEST_ROWS or len(header) < 2 or _GRADED.fullmatch("".join(header[0].split())) is None:
        return False
    if roles & _WORK or ("requirement" in roles and not beside_work):
        return False
    steps = ["".join(row[0].split()) for row in below]
    amounts = any(_AMOUNT.fullmatch(word) is not None for row in below for word in row[1:])
    return len(set(steps)) == len(steps) and all(map(_STEP.fullmatch, steps)) and not amounts


def lists_work(table: Table) -> bool:
    """Whether a table's header has a column of marks, or one of who must do something."""
    words = (text.chars for row in table.rows[:_HEADER_WITHIN] for cell in row for text in cell.paragraphs)
    return any(column_role(word) in ("points", "weight", "responsible", "lead") for word in words)
