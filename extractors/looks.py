"""What a cell shows on its own, before anybody knows its column: a number, a time, bodies, a rule, words."""

from collections.abc import Iterator, Sequence
from math import log2
from typing import Final, Literal, NamedTuple

import regex

from extractors.amounts import cell_amount
from extractors.deadlines import is_about_time
from extractors.markers import bare_number, lone_marker, split_marker
from extractors.rules import gives_marks
from extractors.text import Text
from extractors.units import looks_like_units
from extractors.wraps import is_open

Kind = Literal["serial", "figure", "quantity", "time", "units", "rule", "words"]
KINDS: Final[tuple[Kind, ...]] = ("serial", "figure", "quantity", "time", "units", "rule", "words")
#: A longer text that names a time is no cell of a column of them.
_LONGEST_TIME: Final = 20
#: `1200万元`, `20个`, `≥95%`: what is counted, and is no full mark.
_QUANTITY: Final = regex.compile(r"[≥≤<>±+\-]?\d{1,9}(?:[.,]\d{1,9}){0,2}\s?(?:[%‰]|[\p{Han}/㎡]{1,4})")
#: How one looks, which is no rule.
_LOOKS: Final = regex.compile(
    r"^(?:查[阅看]?|现场|实地|抽查|抽取|随机|听取|询问|走访|问卷|座谈|访谈|核查|核实|调阅|暗访|明察|系统|平台|电话|日常|检查|资料|台账|观看|调查|测评|材料(?:审核|评审|核查)|网[上络](?:检查|申报|测评)|群众(?:评议|测评)|书面审核)"
    r"|(?:查[阅看验]|抽查|资料|台账|记录|文件|为准|提供|数据|测评|检查)$"
)
#: `20个工作日`: how long something takes.
_DURATION: Final = regex.compile(r"\d{1,4}个?(?:工作日|自然日|日|天|小时|月|年)(?:内|以内)?")


#: A cell of numbers, times or bodies that stands alone is hardly longer.
_LONGEST_LONE: Final = 14
#: So many of them, and such a share of all lines, are cells that lost their table.
_FEWEST_CELLS: Final = 6
_MANY_CELLS: Final = 0.3
_LONE: Final = ("serial", "figure", "quantity", "time", "units")


class Look(NamedTuple):
    """What a cell is, how long (in doublings), in which family numbered, and whether it ends a sentence."""

    kind: Kind
    length: float
    family: str | None
    stops: bool
    text: Text


def looks(cells: Sequence[Text]) -> Iterator[Look]:
    """Look at cells in order: numbers that count on from 1 are serials."""
    expected = 1
    for cell in cells:
        number = bare_number(cell)
        counts = number is not None and number.ordinal == expected
        expected += counts
        marker = split_marker(cell)[0]
        family = marker.family if marker is not None else None
        yield Look("serial" if counts else _kind(cell), log2(len(cell) + 1), family, not is_open(cell), cell)


def lone_cells(lines: Sequence[Text]) -> list[Text]:
    """Return the lines that are nothing but a number, a time or bodies; [] where they are so few as in a narrative."""
    found = [line for line in lines if len(line) <= _LONGEST_LONE and _kind(line) in _LONE]
    return found if len(found) >= max(_FEWEST_CELLS, len(lines) * _MANY_CELLS) else []


def tells_how_one_looks(text: Text) -> bool:
    """Whether a cell tells how one looks (`查阅资料`, `现场查看`)."""
    return _LOOKS.search(text.folded) is not None


def is_quantity(text: Text) -> bool:
    """Whether a cell is nothing but what is counted (`20个`, `15亿元`)."""
    return _QUANTITY.fullmatch(text.folded) is not None


def _kind(text: Text) -> Kind:
    if bare_number(text) is None and lone_marker(text) is not None:
        return "serial"
    if cell_amount(text) is not None:
        return "figure"
    if _DURATION.fullmatch(text.folded) or (len(text) <= _LONGEST_TIME and is_about_time(text)):
        return "time"
    if _QUANTITY.fullmatch(text.folded):
        return "quantity"
    if looks_like_units(text):
        return "units"
    return "rule" if gives_marks(text) else "words"
