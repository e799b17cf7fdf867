"""Tables by tabs: a row a line, or a cell a line with a blank line between rows."""

from collections import Counter
from typing import Final

from extractors.amounts import trailing_amount
from extractors.markers import SECTIONS, split_marker
from normalizers.headers import header_role
from pipeline.document import Table
from pipeline.readers.plain.lines import Layout, Line, table_of

#: Of the rows of a one-cell-a-line table this share has the usual number of cells.
_REGULAR: Final = 0.6
_MOST_COLUMNS: Final = 20
_SECTIONS: Final = (*SECTIONS, "article")


def tab_run(lines: list[Line], start: int) -> int:
    """Return the end of the run of lines with tabs that begins at `start`, blank lines between them included.

    Below a header a line without a tab that is numbered, ends in its amount or stands right between two rows is a row
    too: the cells before it are merged, and absent.
    """
    if "\t" not in lines[start].text.chars:
        return start
    headed = _is_header(lines[start])
    end = at = start
    while at < len(lines) and (_has_tab(lines, at) or lines[at].blank or (headed and _is_row(lines, at))):
        at += 1
        end = at if not lines[at - 1].blank else end
    return _before_outline(lines, start, end)


def _before_outline(lines: list[Line], start: int, end: int) -> int:
    """Return where a section of sentences begins below the last row, else the end: an outline goes on there."""
    last = max(at for at in range(start, end) if _has_tab(lines, at))
    below = range(last + 1, end)
    said = [at for at in below if lines[at].text.chars.rstrip().endswith("。")]
    return next((at for at in below if said and at < said[-1] and _heads_a_section(lines[at])), end)


def _heads_a_section(line: Line) -> bool:
    marker, _ = split_marker(line.text.strip())
    return marker is not None and marker.family in _SECTIONS


def _is_header(line: Line) -> bool:
    return len(line.fields) > 1 and all(header_role(f.chars) is not None for f in line.fields)


def _has_tab(lines: list[Line], at: int) -> bool:
    return 0 <= at < len(lines) and "\t" in lines[at].text.chars


def _is_row(lines: list[Line], at: int) -> bool:
    if _has_tab(lines, at - 1) and _has_tab(lines, at + 1) and not _is_header(lines[at + 1]):
        return True
    marker, words = split_marker(lines[at].text.strip())
    return marker is not None or trailing_amount(words, in_table=True)[0] is not None


def tab_tables(lines: list[Line], layout: Layout) -> list[Table]:
    """Read a run of lines with tabs: a row a line, or a cell a line; [] where it is neither."""
    chunks = _chunks(lines)
    if _is_row_form(lines):
        return [table_of([line.fields for line in chunk], layout) for chunk in chunks]
    if _is_cell_form(chunks):
        return [table_of([[line.fields[-1] for line in chunk] for chunk in chunks], layout)]
    return []


def _chunks(lines: list[Line]) -> list[list[Line]]:
    """Group lines that no blank line divides."""
    chunks: list[list[Line]] = [[]]
    for line in lines:
        if line.blank:
            chunks.append([])
        else:
            chunks[-1].append(line)
    return [c for c in chunks if c]


def _is_row_form(lines: list[Line]) -> bool:
    """The first line is a header, or most lines hold several cells, and there are at least two of them."""
    tabbed = [line.fields for line in lines if not line.blank]
    if len(tabbed) > 1 and _is_header(lines[0]):
        return True
    wide = [f for f in tabbed if len(f) > 2 or (len(f) == 2 and f[0].chars.strip())]
    return len(wide) >= 2 and len(wide) > len(tabbed) / 2


def _is_cell_form(chunks: list[list[Line]]) -> bool:
    """Every line is a tab and a cell, and between blank lines there are mostly as many cells."""
    if any(len(line.fields) != 2 or line.fields[0].chars.strip() for chunk in chunks for line in chunk):
        return False
    counts = Counter(len(chunk) for chunk in chunks)
    usual, times = counts.most_common(1)[0]
    return len(chunks) >= 2 and 2 <= usual <= _MOST_COLUMNS and times >= _REGULAR * len(chunks)
