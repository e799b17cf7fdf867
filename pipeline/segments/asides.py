"""Small tables beside a scheme that list no work: whom to call, who is who, and how many marks make which grade."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

import regex

from extractors.deadlines import is_about_time
from extractors.metadata import is_title
from extractors.text import Text, join
from normalizers.headers import header_role
from normalizers.listings import asks_for, is_when, kind, listing, measures, plans
from pipeline.document import Block, Paragraph, Table
from pipeline.segments.legends import is_legend, lists_work

Words = tuple[tuple[str, ...], ...]

#: Who one is in a working group, in the first column of a list of its members.
_POSTS: Final = regex.compile(
    r"(?:第一|常务)?(?:副?组长|副?总指挥|指挥长|副指挥长|召集人|副召集人|组?成员(?:单位)?|副?主任(?:委员)?|委员|顾问|联络员)"
)
#: The first of them.
_HEADS: Final = regex.compile("组长|总指挥|指挥长|召集人|主任")
#: What is won may be marks.
_MARKS: Final = regex.compile(r"\d分$")
_FIGURE: Final = regex.compile(r"[-+]?\d[\d.,]*[%‰]?|[-—–/]")
_GRADE: Final = regex.compile(
    r"(?:优秀|优良|良好|优|良|中|差|较好|较差|一般|中等|及格|不及格|合格|不合格|基本合格|达标|不达标|基本达标|好"
    r"|[一二三四五]等|[A-E])(?:等次|等级|档次|档|级)?"
)
#: A stretch of marks or ranks (`90分以上`, `80—89分`, `前30%`), and never a lone amount, which may be given or taken.
_RANGE: Final = regex.compile(
    r"(?:综合|考核|总)?(?:得分|总分)?(?:在|为)?(?:[<>≤≥] ?\d{1,3}分?|前\d{1,3}(?:名|%)|\d{1,3}(?:\.\d)?(?:分|%)?"
    r"(?:\(?不?含?\d{0,3}分?\)?以[上下内]|\s?[-~—–至]{1,2}\s?\d{1,3}(?:\.\d)?(?:分|%)?)(?:\(不?含\d{0,3}分?\)|的)?)"
)
_HOUR: Final = regex.compile(r"\d{1,2}[:时点]\d{0,2}")
#: Columns of these say nothing of work: people, who is assessed, running numbers.
_TELLING_NOTHING: Final = frozenset({"other", "number", "remarks"})
_NAMES: Final = ("level", "title", "requirement")
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
    title = ""
    work = any(isinstance(block, Table) and lists_work(block) for block in blocks)
    for block in blocks:
        if isinstance(block, Table) and is_aside(block, title, beside_work=work):
            asides.append(block)
        else:
            kept.append(block)
            title = block.text.folded if isinstance(block, Paragraph) and is_title(block.text) else title
    rows = ([text for cell in row for text in cell.paragraphs] for block in asides for row in block.rows)
    return Beside(tuple(kept), tuple(join(texts, "\n") for texts in rows if texts))


def is_aside(table: Table, title: str = "", *, beside_work: bool = False) -> bool:
    """Whether a table lists no work: whom to call, who is who, what is when, or which marks make which grade.

    Figures below a `title` that speaks of tasks are these; what a grade asks for is none where another table lists it.
    """
    words: Words = tuple(
        tuple("".join(text.folded for text in cell.paragraphs) for cell in row if not cell.empty) for row in table.rows
    )
    rows = tuple(row for row in words if row)
    if len(rows) < _FEWEST_ROWS:
        return False
    titled = rows[1:] if len(rows[0]) == 1 and len(rows) > _FEWEST_ROWS else rows  # its name in a cell over all columns
    named = header_role(rows[0][0]) in _NAMES  # what is looked at, and which grade it has: a scheme
    across = not named and _grades(_turned(rows))
    legend = is_legend(titled, beside_work=beside_work)
    return _lists(titled, title) or _names(titled) or _grades(rows) or across or legend


def _lists(rows: Words, title: str) -> bool:
    """Whether a header is that of a list of no work, or of persons and of who is assessed."""
    header, roles = rows[0], {header_role(word) for word in rows[0]}
    count = measures(header)
    if plans(header, title) and _are_days(rows):
        return False
    if listing(header) is not None:
        if "award" in map(kind, header) and any(_MARKS.search(word) for row in rows[1:] for word in row):
            return False
        return not count or (not asks_for(title) and all(_figures(row) >= count for row in rows[1:]))
    return len(header) >= _FEWEST_ROWS and "other" in roles and roles <= _TELLING_NOTHING


def _are_days(rows: Words) -> bool:
    """Whether each row of a plan has a day, a month or a stretch of them, and no hour of a day."""
    at = next((i for i, word in enumerate(rows[0]) if is_when(word)), None)
    times = [row[at] for row in rows[1:] if at is not None and len(row) == len(rows[0])]
    days = len(times) == len(rows) - 1 and all(is_about_time(Text.of(word)) for word in times)
    return days and not any(_HOUR.search(word) for word in times)


def _figures(row: tuple[str, ...]) -> int:
    return sum(_FIGURE.fullmatch(word) is not None for word in row)


def _names(rows: Words) -> bool:
    """Whether rows begin with who one is in a group, its head first, and name somebody (`组长 | 张某 | 副县长`)."""
    posts = [row for row in rows if len(row) > 1 and _POSTS.fullmatch(row[0].rstrip(":"))]
    return len(posts) >= _FEWEST_ROWS and posts[0] is rows[0] and _HEADS.fullmatch(rows[0][0].rstrip(":")) is not None


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
