"""Forms to be filled in that a notice annexes (`…申报表`): labels and empty places, and no work."""

from typing import Final

import regex

from extractors.metadata import annex_mark, is_title
from extractors.text import Text
from normalizers.headers import column_role
from pipeline.document import Block, Paragraph, Table

#: What such a form is for; how the assessed fare is asked in 自评表 and the like, which are schemes.
_FORM: Final = regex.compile(
    r"[^。;,:]{0,40}(?:(?:申报|申请|申领|登记|推荐|审批|报名|备案|呈报|信息采集)(?:表|书|卡)|回执单?)(?:\([^()]{1,12}\))?"
)
#: One of these is in the name of each such form.
_ASKING: Final = frozenset("申登推审报备呈采回")
#: So large a share of its cells is empty.
_EMPTY: Final = 0.25
#: A column of these is none of a form's.
_WORK: Final = frozenset(
    {"points", "weight", "scoring", "responsible", "lead", "support", "deadline", "self_score", "score"}
)
#: So many lines stand between its name and the table at most (`（样式）`, `填报单位：`).
_FARTHEST: Final = 3


def without_empty_forms(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Text]]:
    """Take tables under a form's name away that are mostly places left open; returns the words printed in them."""
    kept: list[Block] = []
    printed: list[Text] = []
    named: int | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            named = _named_at(block.text, at, named)
            kept.append(block)
        elif named is not None and at - named <= _FARTHEST and _is_empty_form(block):
            printed += [text for row in block.rows for cell in row for text in cell.paragraphs]
            printed += _name_taken(kept, blocks[named])
            named = at
        else:
            named = None
            kept.append(block)
    return tuple(kept), printed


def _name_taken(kept: list[Block], name: Block) -> list[Text]:
    """Take a form's name away too: no letter passes it on. An annex's line stays, and a file's first line."""
    last = kept[-1 - _FARTHEST :]
    if not isinstance(name, Paragraph) or annex_mark(name.text) is not None or name not in last or name is kept[0]:
        return []
    kept.remove(name)
    return [name.text]


def _named_at(text: Text, at: int, named: int | None) -> int | None:
    """Return where a form's name stood last, None behind the title of something else."""
    mark = annex_mark(text)
    words = mark[1] if mark is not None and mark[1].chars else text
    if _names_form(words.folded):
        return at
    return None if is_title(words) else named


def _names_form(folded: str) -> bool:
    asked = folded[-1:] in "表书卡执单)" and not _ASKING.isdisjoint(folded)
    return asked and _FORM.fullmatch(folded) is not None


def _is_empty_form(table: Table) -> bool:
    cells = [cell for row in table.rows for cell in row]
    empty = sum(cell.empty for cell in cells)
    roles = (
        {column_role("".join(text.chars for text in cell.paragraphs)) for cell in table.rows[0] if not cell.empty}
        if table.rows
        else set()
    )
    return bool(cells) and empty >= _EMPTY * len(cells) and _WORK.isdisjoint(roles)
