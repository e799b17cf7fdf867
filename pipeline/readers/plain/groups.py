"""Names that stand alone on lines between a table's rows: a cell over all columns, whose pipes are not printed."""

from typing import Final

import regex

from extractors.amounts import trailing_amount
from extractors.markers import SECTIONS, split_marker
from extractors.metadata import annex_mark
from extractors.natures import nature_named
from extractors.text import Text
from normalizers.headers import column_role, is_total_label
from pipeline.readers.plain.cut import PIPES, is_header
from pipeline.readers.plain.lines import Line

_FAMILIES: Final = (*SECTIONS, "cn_paren")
#: A numbered name is so long at most, and so is one that nothing counts.
_LONGEST: Final = 30
_LONGEST_PLAIN: Final = 16
#: What a name does not hold: a sentence's signs.
_NO_NAME: Final = regex.compile(r"[,;。:!?]")


def is_group(lines: list[Line], start: int, at: int, *, plain: bool) -> bool:
    """Whether a line is a name over the rows below it, in a table whose header begins at `start`.

    The row below has as many pipes as the header. A name without a number may be a cell that goes on, but where it is
    `plain` that none is open.
    """
    count = lines[start].count(PIPES)
    words = group_name(lines[at])
    below = next((line for line in lines[at + 1 : at + 3] if not line.blank), None)
    if words is None or below is None or below.count(PIPES) != count or not is_header(lines[start]):
        return False
    if is_header(below) or _NO_NAME.search(words.folded) or is_total_label(words.chars):
        return False
    marker, name = split_marker(words)
    if marker is not None:
        return marker.family in _FAMILIES and 0 < len(name) <= _LONGEST
    if nature_named(trailing_amount(words, in_table=True)[1].folded) is not None:  # `加分项` goes on with no cell
        return True
    known = column_role(words.chars) is not None or annex_mark(words) is not None
    return plain and not known and len(words) <= _LONGEST_PLAIN


def group_name(line: Line) -> Text | None:
    """Return the only words of a line with a pipe at its end, at its head or none; None of another line."""
    fields = [field.strip() for field in line.cut(PIPES) if field.chars.strip()]
    return fields[0] if len(fields) == 1 and line.count(PIPES) <= 1 else None
