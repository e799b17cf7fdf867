"""Tables by pipes: a row a line, rows that run over lines, or a cell a line with a pipe on its own or behind it."""

from math import gcd
from typing import Final

from extractors.text import Text, join
from normalizers.headers import column_role, header_role
from pipeline.document import Block, Paragraph
from pipeline.readers.plain.cut import PIPES, bare, cut, holds_header, holds_rows, is_rule, run_together
from pipeline.readers.plain.groups import group_name, is_group
from pipeline.readers.plain.lines import Layout, Line, table_of

#: A row runs over no more lines than this.
_TALLEST: Final = 12
#: So many columns does a table of one cell a line have at least, and so many pipes.
_FEWEST_HEADERS: Final = 3
_FEWEST_PIPES: Final = 6
#: A cell on a line of its own may have one at either end.
_FRAME: Final = 2
#: This share of a header's words is known.
_KNOWN: Final = 0.6


def pipe_table(lines: list[Line], at: int, layout: Layout) -> tuple[list[Block], int] | None:
    """Read the table that begins at a line; the line behind it. None where none begins there."""
    count = lines[at].count(PIPES)
    glued = run_together(lines, at) if count >= _FEWEST_PIPES else None
    if glued is not None:
        return [_taken(lines[at : glued[1]], glued[0], layout)], glued[1]
    if count >= 2:
        rows, end = _rows(lines, at, count)
        if len(rows) >= 2 and not _is_cell_form(rows):
            if count >= _FEWEST_PIPES and holds_rows(lines[at]):
                layout.undivided.append(lines[at].text.strip())
            for line in lines[at:end]:
                layout.signs(line.text, PIPES)
            return [_table(rows, layout)], end
    if not count and not _next_is_pipe(lines, at):
        return None
    found = _leading_form(lines, at, layout) or _cell_form(lines, at, layout)
    if found is None and count >= _FEWEST_PIPES and holds_header(lines[at]):
        layout.undivided.append(lines[at].text.strip())
    return found


def _taken(lines: list[Line], rows: list[list[Text]], layout: Layout) -> Block:
    """Make the table of rows that lines hold together; the pipes and a rule of dashes are layout."""
    for line in lines:
        layout.signs(line.text, PIPES)
    kept = [row for row in rows if not is_rule(row)]
    for field in (field for row in rows if is_rule(row) for field in row):
        layout.whole(field)
    return table_of(kept, layout, padded=True)


def _is_cell_form(rows: list[list[Line]]) -> bool:
    """Whether what looked like rows are cells with a pipe at either end (`| 组织领导 |`)."""
    return all(len(row) == 1 and len([f for f in row[0].cut(PIPES) if f.chars.strip()]) <= 1 for row in rows)


def _is_lone(line: Line) -> bool:
    return line.count(PIPES) > 0 and not line.text.chars.strip(PIPES + " \t　")


def _rows(lines: list[Line], start: int, count: int) -> tuple[list[list[Line]], int]:
    """Return the rows from a line on, each with its lines, and the line behind them.

    A row with fewer pipes than the first goes on below where the lines together have as many. Blank lines and
    lines of nothing but one pipe may stand between rows, and names over those below; one without a number only where
    the first of them stands right below the header.
    """
    rows: list[list[Line]] = []
    at = end = start
    plain = False
    while at < len(lines):
        if lines[at].blank or (_is_lone(lines[at]) and lines[at].count(PIPES) == 1):
            at += 1
            continue
        height = _height(lines, at, count)
        if lines[at].count(PIPES) < 2 and height == 1:
            plain = plain or len(rows) == 1
            if not rows or not is_group(lines, start, at, plain=plain):
                break
        if rows and at > end and sum(line.blank for line in lines[end:at]) > 1:
            break
        rows.append(lines[at : at + height])
        at += height
        end = at
    return rows, end


def _height(lines: list[Line], at: int, count: int) -> int:
    """Return over how many lines the row at a line runs: until its pipes are as many as the first row's.

    A line with a pipe at either end is a whole row, though merged cells may be absent from it.
    """
    if _is_framed(lines[at]):
        return 1
    held = lines[at].count(PIPES)
    for below in range(at + 1, min(at + _TALLEST, len(lines))):
        if held >= count or held == 0 or lines[below].blank:
            break
        held += lines[below].count(PIPES)
        if held == count:
            return below - at + 1
    return 1


def _is_framed(line: Line) -> bool:
    words = line.text.chars.strip()
    return len(words) > 1 and words[0] in PIPES and words[-1] in PIPES


def _table(rows: list[list[Line]], layout: Layout) -> Block:
    """Read rows divided by pipes; the frame's pipes and a rule of dashes below the header are layout."""
    names = [group_name(row[0]) if len(row) == 1 else None for row in rows]
    whole_rows = [row for row, name in zip(rows, names, strict=True) if name is None]
    begun = all(row[0].text.chars.lstrip()[0] in PIPES for row in whole_rows)
    ended = all(row[-1].text.chars.rstrip()[-1] in PIPES for row in whole_rows)
    made = []
    for row, name in zip(rows, names, strict=True):
        whole = Line(_whole(row))
        fields = whole.cut(PIPES)[1 if begun else 0 : -1 if ended else None] if name is None else [name]
        if is_rule(fields):
            for field in fields:
                layout.whole(field)
        else:
            made.append(fields)
    return table_of(made, layout, padded=True)


def _whole(row: list[Line]) -> Text:
    """Return the lines of a row with the newlines between them."""
    first, last = row[0].text, row[-1].text
    return Text.of(first.source, first.offsets[0], last.offsets[-1] + 1)


def _next_is_pipe(lines: list[Line], at: int) -> bool:
    follows = at + 1 < len(lines) and (_is_lone(lines[at + 1]) or _is_led(lines[at + 1]))
    return follows and header_role(lines[at].text.chars) is not None


def _is_led(line: Line) -> bool:
    """Whether a pipe stands before a cell and none behind it."""
    words = line.text.chars.strip()
    return words[:1] in tuple(PIPES) and bool(words.strip(PIPES + " ")) and words[-1] not in PIPES


def _leading_form(lines: list[Line], at: int, layout: Layout) -> tuple[list[Block], int] | None:
    """Read cells that begin on lines of their own, a pipe before all but a row's first; a lone pipe ends a row."""
    rows: list[list[list[Line]]] = [[]]
    end = at
    for i in range(at, len(lines)):
        if _is_lone(lines[i]):
            rows.append([])
            end = i + 1
        elif lines[i].blank or (lines[i].count(PIPES) and not _is_led(lines[i])):
            break
        elif _is_led(lines[i]) or not rows[-1]:
            rows[-1].append([lines[i]])
        else:
            rows[-1][-1].append(lines[i])
    whole = [row for row in rows[:-1] if row]
    headers = [column_role(_whole(cell).chars.strip(PIPES + " \t　")) for cell in whole[0]] if whole else []
    known = [header for header in headers if header is not None]
    if len(whole) < _FEWEST_HEADERS or len(known) < 2 or len(known) < _KNOWN * len(headers):
        return None
    layout.signs(_whole(lines[at:end]), PIPES)
    return [table_of([[_unled(_whole(cell)) for cell in row] for row in whole], layout, padded=True)], end


def _unled(cell: Text) -> Text:
    at = next((i for i, char in enumerate(cell.chars) if char not in PIPES + " \t　"), 0)
    return cell[at:]


def _cell_form(lines: list[Line], at: int, layout: Layout) -> tuple[list[Block], int] | None:
    """Read cells between pipes over several lines, cut into rows as wide as the header.

    Where rows cannot be cut so, for merged cells are absent, the cells are paragraphs, one after the other.
    """
    found = _cells(lines, at)
    if found is None:
        return None
    whole, fields, headers, end = found
    rows = _rows_of_cells(lines[at:end], fields, headers)
    if rows is None and not lines[at].count(PIPES) and _is_title(lines, at):
        return None
    layout.signs(whole, PIPES)
    if rows is not None:
        return [table_of(rows, layout, padded=True)], end
    return [Paragraph(join(cell)) for field in fields if (cell := layout.paragraphs(field))], end


def _is_title(lines: list[Line], at: int) -> bool:
    """Whether a line without a pipe is none of a table's cells: those below it make rows by themselves."""
    found = _cells(lines, at + 1) if not _is_lone(lines[at + 1]) else None
    return found is not None and _rows_of_cells(lines[at + 1 : found[3]], found[1], found[2]) is not None


def _cells(lines: list[Line], at: int) -> tuple[Text, list[Text], int, int] | None:
    """Return the text of a run of cells, the cells, how many of them are headers, and the run's end."""
    first = at + 1 if _is_lone(lines[at]) and at + 1 < len(lines) else at
    if header_role(lines[first].text.chars.strip(PIPES + " \t　")) is None:
        return None
    end = _cell_run(lines, at)
    run = [line for line in lines[at:end] if line.text.chars] or [lines[at]]
    whole = Line(_whole(run))
    if whole.count(PIPES) < _FEWEST_PIPES:
        return None
    fields = whole.cut(PIPES)
    if lines[at].text.chars.lstrip()[:1] in tuple(PIPES):
        fields = fields[1:]
    if all(_is_cell(line) for line in run if not line.blank):
        fields = fields[::2]  # between a cell's pipe and the next one's is nothing but the line's end
    headers = next((i for i, f in enumerate(fields) if column_role(bare(f)) is None), len(fields))
    return (whole.text, fields, headers, end) if headers >= _FEWEST_HEADERS else None


def _is_cell(line: Line) -> bool:
    """Whether a line is one cell with a pipe at either end."""
    return _is_framed(line) and line.count(PIPES) == _FRAME


def _rows_of_cells(run: list[Line], fields: list[Text], headers: int) -> list[list[Text]] | None:
    framed = all(_is_cell(line) for line in run if not line.blank)
    return (None if framed else _filled_up(run, fields)) or cut(fields, headers)


def _filled_up(lines: list[Line], fields: list[Text]) -> list[list[Text]] | None:
    """Cut cells into rows that were filled up to the table's width by pipes on one line, all of one length."""
    ends, count = list[int](), 0
    for line in lines:
        count += line.count(PIPES)
        if _is_lone(line) and line.count(PIPES) > 1:
            ends.append(count)
    step = gcd(*ends) if len(ends) > 1 else 0
    if step <= _FEWEST_HEADERS:
        return None
    led = lines[0].text.chars.lstrip()[:1] in tuple(PIPES)
    return [fields[i : i + step - led] for i in range(0, len(fields) - 1, step)]


def _cell_run(lines: list[Line], start: int) -> int:
    """Return the end of a run of lines with a pipe on, before or behind each, up to the last one with a pipe."""
    end = at = start
    since = 0
    while at < len(lines) and since < _TALLEST:
        since = 0 if lines[at].count(PIPES) else since + 1
        at += 1
        end = at if since == 0 else end
    return end
