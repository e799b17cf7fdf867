"""Small tables beside a scheme that list no work: whom to call, and how many marks make which grade."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

import regex

from extractors.text import Text, join
from normalizers.headers import bare_header, header_role
from pipeline.document import Block, Table

Words = tuple[tuple[str, ...], ...]

#: Ways to reach somebody: one of them is among the headers of a list of contacts.
_WAYS: Final = frozenset(
    ("电话", "联系电话", "联系方式", "办公电话", "手机", "手机号", "手机号码", "电话号码", "传真", "邮箱", "电子邮箱",
     "咨询电话")
)  # fmt: skip
#: What else such a list says of those who are to be called.
_CALLED: Final = frozenset(
    ("序号", "姓名", "联系人", "联络人", "联系人姓名", "职务", "职称", "单位", "单位名称", "部门", "科室", "股室",
     "乡镇", "街道", "地址", "联系地址", "邮编", "微信", "备注")
)  # fmt: skip
_GRADE: Final = regex.compile(
    r"(?:优秀|优良|良好|优|良|中|差|较好|较差|一般|中等|及格|不及格|合格|不合格|基本合格|达标|不达标|基本达标|好"
    r"|[一二三四五]等|[A-E])(?:等次|等级|档次|档|级)?"
)
#: A stretch of marks or ranks (`90分以上`, `80—89分`, `前30%`), and never a lone amount, which may be given or taken.
_RANGE: Final = regex.compile(
    r"(?:综合|考核|总)?(?:得分|总分)?(?:在|为)?(?:[<>≤≥] ?\d{1,3}分?|前\d{1,3}(?:名|%)|\d{1,3}(?:\.\d)?(?:分|%)?"
    r"(?:\(?不?含?\d{0,3}分?\)?以[上下内]|\s?[-~—–至]{1,2}\s?\d{1,3}(?:\.\d)?(?:分|%)?)(?:\(不?含\d{0,3}分?\)|的)?)"
)
#: Columns of these say nothing of work: people, who is assessed, running numbers.
_TELLING_NOTHING: Final = frozenset({"other", "number", "remarks"})
_FEWEST_GRADES: Final = 2
_FEWEST_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class Beside:
    """The blocks without such tables, and the words of each of their rows."""

    blocks: tuple[Block, ...]
    rows: tuple[Text, ...]


def without_asides(blocks: tuple[Block, ...]) -> Beside:
    """Take tables that list no work away; their rows are told as paragraphs are."""
    kept: list[Block] = []
    asides: list[Table] = []
    for block in blocks:
        if isinstance(block, Table) and is_aside(block):
            asides.append(block)
        else:
            kept.append(block)
    rows = ([text for cell in row for text in cell.paragraphs] for block in asides for row in block.rows)
    return Beside(tuple(kept), tuple(join(texts, "\n") for texts in rows if texts))


def is_aside(table: Table) -> bool:
    """Whether a table says whom to call, or which marks make which grade, and nothing else."""
    words: Words = tuple(
        tuple("".join(text.folded for text in cell.paragraphs) for cell in row if not cell.empty) for row in table.rows
    )
    rows = tuple(row for row in words if row)
    return len(rows) >= _FEWEST_ROWS and (_calls(rows[0]) or _grades(rows) or _grades(_turned(rows)))


def _calls(header: tuple[str, ...]) -> bool:
    """Whether a header is that of a list of contacts (`联系人`, `电话`), or of persons and of who is assessed."""
    bare = {bare_header(word) for word in header}
    roles = {header_role(word) for word in header}
    contacts = not bare.isdisjoint(_WAYS) and bare <= _WAYS | _CALLED
    return len(bare) >= _FEWEST_ROWS and (contacts or ("other" in roles and roles <= _TELLING_NOTHING))


def _grades(rows: Words) -> bool:
    """Whether rows hold a grade and its stretch of marks each, below a header or without one."""
    listed = rows if _is_scale(rows[0]) else rows[1:]
    return len(listed) >= _FEWEST_GRADES and all(map(_is_scale, listed))


def _is_scale(row: tuple[str, ...]) -> bool:
    cells = ["".join(word.split()) for word in row]
    others = [cell for cell in cells if _GRADE.fullmatch(cell) is None]
    one = len(others) == len(cells) - 1 and bool(others)
    return one and all(_RANGE.fullmatch(cell) is not None for cell in others)


def _turned(rows: Words) -> Words:
    """Return the columns as rows, for a scale that is printed across."""
    return tuple(zip_longest(*rows, fillvalue=""))
