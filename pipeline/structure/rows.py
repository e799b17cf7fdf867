"""Tables that belong together as one list of rows: headers found, repeats told, cut cells joined."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from extractors.forms import is_open
from extractors.markers import lone_marker, split_marker
from extractors.rules import rules
from extractors.text import Text, join
from normalizers.headers import LONGEST_HEADER, bare_header, column_role, is_total_label
from normalizers.values import ColumnRole
from pipeline.document import Cell, Table
from pipeline.structure.columns import NAMES, Profile, placed, profile, roles, settled, stands
from pipeline.structure.headers import Label, read_header
from pipeline.structure.parting import parted

#: A merged cell of these columns speaks for every row that it covers.
_COVERING: Final = (
    "responsible", "lead", "support", "deadline", "remarks", "scoring", "method", "scorer", "evidence", "other",
)  # fmt: skip


#: A sentence is so many times longer than the names of the first column.
_LONGER: Final = 2
#: A column is numbered where this share of its cells begin with a number.
_MOSTLY: Final = 0.8


@dataclass(frozen=True, slots=True)
class Slotted:
    """A cell's paragraphs under their role.

    `span` rows are covered by it where the format says so, and several columns where it is `wide`; `again` is where
    a copy of the table says it once more on the rows that it covers.
    """

    role: ColumnRole
    column: int
    paragraphs: tuple[Text, ...]
    header: str = ""
    span: int = 1
    inherited: bool = False
    wide: bool = False
    again: tuple[Text, ...] = ()

    @property
    def text(self) -> Text:
        """Return the paragraphs as one text, divided by line breaks."""
        return join(self.paragraphs, "\n")


@dataclass(frozen=True, slots=True)
class Row:
    """A data row; `after_break` where it is the first of a table that goes on from the one before.

    It is `placed` where cells are absent from it, so that their columns are a guess.
    """

    cells: tuple[Slotted, ...]
    after_break: bool = False
    placed: bool = False

    def by(self, *wanted: ColumnRole) -> list[Slotted]:
        """Return the cells of these roles, left to right."""
        return [c for c in self.cells if c.role in wanted]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a scheme's tables under the first header; what is left out, with its reason.

    Columns are `firm` where all the tables have the same width; `over` has headers that stand
    over others; `placed` has the first cell of each row that
    has fewer cells than the table and whose cells were put under columns by what they look like.
    """

    labels: tuple[Label, ...]
    rows: tuple[Row, ...]
    totals: tuple[tuple[Slotted, ...], ...]
    repeated: tuple[Text, ...]
    firm: bool
    over: tuple[Text, ...] = ()
    placed: tuple[Text, ...] = ()
    open: tuple[Text, ...] = ()


def sheet(tables: tuple[Table, ...]) -> Sheet:
    """Put tables that follow one another into one list of rows."""
    first: list[Label] = []
    rows, totals, repeated, moved = list[Row](), list[tuple[Slotted, ...]](), list[Text](), list[Text]()
    over, left = list[Text](), list[Text]()
    for at, table in enumerate(part for whole in tables for part in parted(whole)):
        printed = read_header(table.rows)
        header, above = printed.labels, printed.over
        body = (*table.rows[: printed.start], *table.rows[printed.end :])
        body, crossed = _without_open(body)
        left += crossed
        padded = table.padded and not _keeps_columns(body)
        other = bool(header and first) and _other(header, first)
        if header and first and not other:
            repeated += [label.text for label in header]
        over += [
            label.text for label in [*above, *(x for x in header if other and column_role(x.text.chars) is not None)]
        ]
        rows += [_section(x) for x in header if other and column_role(x.text.chars) is None][:1]
        columns = _columns(header, first)
        read = _read(body, columns, table.width, above, padded=padded)
        first = first or list(read.labels)
        moved += read.moved
        totals += [row.cells for row in read.rows if _is_total(row)]
        for i, row in enumerate(_without_totals(read.rows)):
            rows.append(replace(row, after_break=at > 0 and i == 0))
    return Sheet(
        tuple(first),
        tuple(_spread(_joined(rows))),
        tuple(totals),
        tuple(repeated),
        len({t.width for t in tables}) == 1,
        tuple(over),
        tuple(moved),
        tuple(left),
    )


def _without_open(body: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[tuple[Cell, ...], ...], list[Text]]:
    """Empty the cells that are crossed out, and rows of nothing else but a number; return what stood in them."""
    made, gone = list[tuple[Cell, ...]](), list[Text]()
    for at, row in enumerate(body):
        filled = [cell for cell in row if not cell.empty]
        crossed = [cell for cell in filled if all(map(is_open, cell.paragraphs))]
        numbers = [cell for cell in filled if lone_marker(join(cell.paragraphs)) is not None]
        if len(crossed) + len(numbers) == len(filled) and (crossed or _is_numbered(body[at + 1 : at + 2])):
            crossed = filled
        gone += [text for cell in crossed for text in cell.paragraphs]
        made.append(tuple(replace(cell, paragraphs=()) if cell in crossed else cell for cell in row))
    return tuple(made), gone


def _is_numbered(below: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether the row below begins with a number, or there is none."""
    first = next((cell.paragraphs[0] for row in below for cell in row if not cell.empty), None)
    return first is None or split_marker(first)[0] is not None or lone_marker(first) is not None


def _other(header: list[Label], first: list[Label]) -> bool:
    """Whether a header says something else than the first one did."""
    return {bare_header(x.text.chars) for x in header} != {bare_header(x.text.chars) for x in first}


def _columns(header: list[Label], first: list[Label]) -> list[Label]:
    """Return a table's own labels where they differ from the first table's; an unknown one means what stood there."""
    if not header or not first or not _other(header, first):
        return first or header
    above = {label.start: label.role for label in first}
    return [x if column_role(x.text.chars) else replace(x, role=above.get(x.start, x.role)) for x in header]


def _section(label: Label) -> Row:
    """Make a row of an unknown label in a second header: the name of the rows below it."""
    return Row((Slotted("title", label.start, (label.text,)),))


@dataclass(frozen=True, slots=True)
class _Body:
    """A table's rows with cells under roles, the first cells of those placed by looks, and the labels as used."""

    rows: tuple[Row, ...]
    moved: tuple[Text, ...]
    labels: tuple[Label, ...]


def _read(
    printed: tuple[tuple[Cell, ...], ...], header: list[Label], width: int, over: list[Label], *, padded: bool
) -> _Body:
    body = tuple(map(_trimmed, printed)) if padded else printed
    reach = max((row[-1].column + row[-1].col_span for row in body if row), default=width)
    covered = _covered(body)
    short = [bool(row) and _is_short(row, reach - covered[row[0].row]) for row in body]
    whole = [row for row, lacks in zip(body, short, strict=True) if not lacks]
    columns = [[c.paragraphs[0] for row in whole for c in row if c.column == i and not c.empty] for i in range(width)]
    unknown: list[tuple[ColumnRole, str]] = [("requirement", "")] * width
    looks = [profile(cells) for cells in columns] if header else []
    header = settled(header, looks) if header else []
    given = roles(header, looks) if header else unknown
    rows, moved = list[Row](), list[Text]()
    for row, lacks, whole_row in zip(body, short, printed, strict=True):
        kept = padded and lacks and len(whole_row) >= reach and len(row) > 1 and _stands(row, given, looks)
        lacking = header and lacks and not kept and (len(row) > 1 or _elsewhere(row[0], given[0][0], looks))
        at = _in_place(row, given[:reach], looks[:reach]) if lacking else row
        guessed = at != row and row[0].paragraphs and not is_total_label(row[0].paragraphs[0].chars)
        moved += [row[0].paragraphs[0]] if guessed else []
        absent = bool(header) and lacks and not kept
        rows.append(Row(tuple(_slotted(c, *_meant(c, over, given)) for c in at if not c.empty), placed=absent))
    moved += [text for text in (_alone(body) if padded else []) if text not in moved]
    return _Body(tuple(rows), tuple(moved), tuple(header))


def _covered(body: tuple[tuple[Cell, ...], ...]) -> "Counter[int]":
    """Count the columns that cells from above stand over, by the grid's row."""
    below: Counter[int] = Counter()
    for cell in (c for row in body for c in row if c.row_span > 1):
        below.update(dict.fromkeys(range(cell.row + 1, cell.row + cell.row_span), cell.col_span))
    return below


def _alone(body: tuple[tuple[Cell, ...], ...]) -> list[Text]:
    """Return the unnumbered cells that have a padded row to themselves: names, or the cell above going on."""
    alone = [row[0].paragraphs[0] for row in body if len(row) == 1 and not row[0].empty]
    return [text for text in alone if split_marker(text)[0] is None and not is_total_label(text.chars)]


def _trimmed(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return a row without the empty cells at its end."""
    filled = [i for i, cell in enumerate(row) if not cell.empty]
    return row[: filled[-1] + 1] if filled else ()


def _keeps_columns(body: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether a row begins with an empty cell: then merged cells are printed empty, and every cell is where it stands.

    A total's row may begin so in any table.
    """
    led = [[c for c in row if not c.empty] for row in body if row and row[0].empty]
    return any(filled and not is_total_label(filled[0].paragraphs[0].chars) for filled in led)


def _stands(row: tuple[Cell, ...], given: list[tuple[ColumnRole, str]], looks: list[Profile]) -> bool:
    """Whether the cells of a row with empty ones at its end look as well where they stand as anywhere.

    A total's row with empty cells inside it is printed in full.
    """
    if any(c.empty for c in row) and not row[0].empty and is_total_label(row[0].paragraphs[0].chars):
        return True
    cells = [c.paragraphs[0] if c.paragraphs else None for c in row]
    return stands(cells, [role for role, _ in given], looks)


def _is_short(row: tuple[Cell, ...], width: int) -> bool:
    """Whether a row of plain cells has fewer of them than the table has columns, and more than one."""
    return 0 < len(row) < width and row[-1].column == len(row) - 1 and all(c.row_span == c.col_span == 1 for c in row)


def _elsewhere(cell: Cell, role: ColumnRole, looks: list[Profile]) -> bool:
    """Whether a row's only cell is none of the first column: a sentence or rule below names, or numbered as others."""
    if cell.empty:
        return False
    text = cell.paragraphs[0]
    family = split_marker(text)[0]
    long = len(text) > max(LONGEST_HEADER, _LONGER * looks[0].length) or (len(text) > LONGEST_HEADER and rules(text))
    if family is None and long and role in (*NAMES, "number"):
        return True
    return (
        family is not None
        and family.family not in looks[0].families
        and any(family.family in x.families and x.marked >= _MOSTLY for x in looks)
    )


def _in_place(row: tuple[Cell, ...], given: list[tuple[ColumnRole, str]], looks: list[Profile]) -> tuple[Cell, ...]:
    """Move the cells of a short row to the columns that they look like."""
    cells = [c.paragraphs[0] if c.paragraphs else None for c in row]
    columns = placed(cells, [role for role, _ in given], looks)
    return tuple(replace(cell, column=column) for cell, column in zip(row, columns, strict=True))


def _meant(cell: Cell, over: list[Label], given: list[tuple[ColumnRole, str]]) -> tuple[ColumnRole, str]:
    """Return a cell's role and header; one merged over several labels has those of the label that stands over them."""
    end = cell.column + cell.col_span
    whole = next((x for x in over if cell.col_span > 1 and x.start <= cell.column and end <= x.end), None)
    return (whole.role, whole.text.value) if whole is not None else given[cell.column]


def _slotted(cell: Cell, role: ColumnRole, header: str) -> Slotted:
    return Slotted(role, cell.column, cell.paragraphs, header, cell.row_span, wide=cell.col_span > 1)


def _is_total(row: Row) -> bool:
    """Whether a row begins with a total's word, behind its number or not, or names nothing and has one further on."""
    if not row.cells:
        return False
    first = next((c for c in row.cells if c.role != "number"), row.cells[0])
    if is_total_label(first.text.chars):
        return True
    unnamed = not row.by(*NAMES, "requirement")
    return unnamed and any(is_total_label(c.text.folded.rstrip("0123456789.分% ")) for c in row.cells)


def _without_totals(rows: tuple[Row, ...]) -> list[Row]:
    """Leave the total rows out; a cell that was merged over one is a row lower than printed."""
    kept: list[Row] = []
    gone = [at for at, row in enumerate(rows) if _is_total(row) or not row.cells]
    for at, row in enumerate(rows):
        if at not in gone:
            cells = (replace(c, span=c.span - sum(at < g < at + c.span for g in gone)) for c in row.cells)
            kept.append(replace(row, cells=tuple(cells)))
    return kept


def _spread(rows: list[Row]) -> list[Row]:
    """Give the rows below a merged unit, deadline or remark cell that cell too, marked as inherited."""
    spread = list(rows)
    for at, row in enumerate(rows):
        for cell in row.by(*_COVERING):
            for below in range(at + 1, min(at + cell.span, len(rows))):
                if not any(c.column == cell.column for c in spread[below].cells):
                    cells = (*spread[below].cells, replace(cell, span=1, inherited=True))
                    spread[below] = replace(spread[below], cells=tuple(sorted(cells, key=lambda c: c.column)))
    return spread


def _joined(rows: list[Row]) -> list[Row]:
    """Join a name cell that a page break cut in two: the second half has no marker where the first has one."""
    joined: list[Row] = []
    for row in rows:
        names = row.by(*NAMES)
        if row.after_break and names and joined and names[0].column == 0:
            whole = _continued(joined, names[0])
            if whole is not None:
                row = replace(row, cells=tuple(c for c in row.cells if c is not names[0]))
                joined[whole[0]] = whole[1]
        joined.append(row)
    return joined


def _continued(before: list[Row], cell: Slotted) -> tuple[int, Row] | None:
    """Find the row whose name the cell continues, and return it with the whole name."""
    for at in range(len(before) - 1, -1, -1):
        names = [c for c in before[at].by(*NAMES) if c.column == cell.column]
        if names:
            first_has = split_marker(names[0].text)[0] is not None
            if not first_has or split_marker(cell.text)[0] is not None:
                return None
            whole = replace(names[0], paragraphs=(join([*names[0].paragraphs, *cell.paragraphs]),))
            return at, replace(before[at], cells=tuple(whole if c is names[0] else c for c in before[at].cells))
    return None
