"""Tables that belong together as one list of rows: headers found, repeats told, cut cells joined."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.amounts import cell_amount
from extractors.forms import is_open
from extractors.markers import SECTIONS, is_marked, lone_marker, split_marker
from extractors.rules import rules
from extractors.text import Text, join
from normalizers.headers import LONGEST_HEADER, bare_header, column_role, is_total_label
from normalizers.values import ColumnRole
from pipeline.document import Cell, Table
from pipeline.structure.apart import is_total, notes_among, without
from pipeline.structure.cells import Row, Slotted
from pipeline.structure.columns import NAMES, NAMES_AND_NUMBERS, Profile, profile, roles
from pipeline.structure.headers import Label, named, read_header
from pipeline.structure.meanings import settled
from pipeline.structure.numbered import with_names_apart
from pipeline.structure.pages import over_pages
from pipeline.structure.parting import parted
from pipeline.structure.placing import placed, stands
from pipeline.structure.sections import label_of
from pipeline.structure.spreading import Spread, spread
from pipeline.structure.strange import told_apart
from pipeline.structure.tall import tall_header
from pipeline.structure.told import Told, told

#: No scheme has so many levels of names.
_DEEPEST: Final = 12
#: A sentence is so many times longer than the names of the first column.
_LONGER: Final = 2
#: Words that stand where marks should.
_VETO: Final = "否决"
#: A column is numbered where this share of its cells begin with a number.
_MOSTLY: Final = 0.8


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a scheme's tables under the first header; what is left out, with its reason.

    Columns are `firm` where all the tables have the same width; `over` has headers that stand
    over others; `placed` has the first cell of each row that
    has fewer cells than the table and whose cells were put under columns by what they look like. `further` are the
    columns of other headers that the first has not.
    """

    labels: tuple[Label, ...]
    rows: tuple[Row, ...]
    totals: tuple[tuple[Slotted, ...], ...]
    repeated: tuple[Text, ...]
    firm: bool
    notes: tuple[Text, ...] = ()
    over: tuple[Text, ...] = ()
    placed: tuple[Text, ...] = ()
    open: tuple[Text, ...] = ()
    told: Told | None = None
    spread: Spread | None = None
    further: tuple[Label, ...] = ()


def sheet(tables: tuple[Table, ...]) -> Sheet:
    """Put tables that follow one another into one list of rows."""
    first: list[Label] = []
    rows, totals, repeated, moved = list[Row](), list[tuple[Slotted, ...]](), list[Text](), list[Text]()
    over, left, said, guess, seen = list[Text](), list[Text](), list[Text](), None, set[int]()
    further = list[Label]()
    for at, table in enumerate(part for whole in tables for part in parted(whole)):
        headed = _headed(table, first, begun=bool(rows))
        guess, header = guess or headed.guess, headed.labels
        body, crossed = _without_open(headed.body)
        left += crossed
        other = bool(header and first) and _other(header, first)
        printed = [x for x in header if x.text.start not in seen]  # names of two lists side by side head either
        seen |= {x.text.start for x in header}
        if first and not other:
            repeated += [label.text for label in printed]
        over += [x.text for x in headed.over]
        names = [x for x in printed if other and _may_name_rows(x, headed.over)]
        over += [x.text for x in printed if other and all(x is not name for name in names)]
        rows += [_section(x) for x in names][:1]
        read = _read(replace(headed, labels=_columns(header, first), body=body), guess)
        further += _further(read.labels, [*first, *further]) if other else []
        first = first or list(read.labels)
        moved += read.moved
        notes, sums = notes_among(read.rows), {i for i, row in enumerate(read.rows) if is_total(row)}
        said += [read.rows[i].cells[0].text for i in sorted(notes - sums)]
        totals += [read.rows[i].cells for i in sorted(sums)]
        aside = _aside(header, first) if other else 0
        for i, row in enumerate(_moved(without(read.rows, notes | sums), aside)):
            rows.append(replace(row, after_break=at > 0 and i == 0 and not other))
    whole = spread(over_pages(_shallow(with_names_apart(rows))))
    told_of = {text.start for row in rows for cell in row.cells for text in cell.paragraphs}
    return Sheet(
        labels=tuple(first),
        rows=whole.rows,
        spread=whole,
        totals=tuple(totals),
        notes=tuple(said),
        repeated=tuple(text for text in repeated if text.start not in told_of),
        firm=len({t.width for t in tables}) == 1,
        over=tuple(text for text in over if text.start not in told_of),
        placed=tuple(moved),
        open=tuple(left),
        told=guess,
        further=tuple(further),
    )


def _further(labels: Sequence[Label], above: Sequence[Label]) -> list[Label]:
    """Return the known columns of another header whose words no header above it has."""
    words = {bare_header(x.text.chars) for x in above}
    return [x for x in labels if bare_header(x.text.chars) not in words and column_role(x.text.chars) is not None]


def _shallow(rows: list[Row]) -> list[Row]:
    """Take names in more columns than any scheme has levels for other words: a line of tabs may have hundreds."""
    deeper = set(sorted({c.column for row in rows for c in row.by(*NAMES)})[_DEEPEST:])
    if not deeper:
        return rows
    cut = (
        tuple(replace(c, role="other") if c.column in deeper and c.role in NAMES else c for c in row.cells)
        for row in rows
    )
    return [replace(row, cells=cells) for row, cells in zip(rows, cut, strict=True)]


@dataclass(frozen=True, slots=True)
class _Headed:
    """A table's header, printed or told by looks, and the rows below; `padded` as the table is."""

    labels: list[Label]
    over: list[Label]
    body: tuple[tuple[Cell, ...], ...]
    width: int
    padded: bool
    guess: Told | None = None


def _headed(table: Table, first: list[Label], *, begun: bool) -> _Headed:
    """Tell a table's header from its rows: known words, those of the table before, or columns told by looks."""
    printed = read_header(table.rows)
    body = (*table.rows[: printed.start], *table.rows[printed.end :])
    padded = table.padded and not _keeps_columns(body)
    headed = _Headed(printed.labels, printed.over, body, table.width, padded)
    if printed.labels or not table.rows:
        return headed
    if table.laid is not None:
        return _strangely_headed(headed, table.rows)
    again = [bare_header(join(c.paragraphs).chars) for c in table.rows[0] if not c.empty]
    if first and again == [bare_header(x.text.chars) for x in first]:
        return replace(headed, labels=named(table.rows[0], {x.start: x.role for x in first}), body=body[1:])
    tall = tall_header(body) if not first and not begun else None
    guess = told(body[2:], table.width, tall.lowest) if tall is not None else None
    if tall is not None and guess is not None:
        given = dict(enumerate(guess.roles))
        over = named(tall.over, given)
        return replace(headed, guess=guess, labels=named(tall.lowest, given), over=over, body=body[2:])
    guess = told(body, table.width) if not first and not begun else None
    if guess is None or not guess.header:
        return replace(headed, guess=guess)
    below = tuple(row for row in body if row is not guess.header)
    return replace(headed, guess=guess, labels=named(guess.header, dict(enumerate(guess.roles))), body=below)


def _strangely_headed(headed: _Headed, rows: tuple[tuple[Cell, ...], ...]) -> _Headed:
    """Take the first row for the header, whatever its words: a table's lines were laid out below it."""
    guess = told(rows[1:], headed.width)
    roles: list[ColumnRole] = list(guess.roles) if guess is not None else ["other"] * headed.width
    roles = ["other" if role == "responsible" else role for role in roles]  # a strange header may say who scores
    given: dict[int, ColumnRole] = {c.column: column_role(join(c.paragraphs).chars) or roles[c.column] for c in rows[0]}
    return replace(headed, guess=guess, labels=named(rows[0], given), body=rows[1:])


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
    return first is None or is_marked(first) or lone_marker(first) is not None


def _other(header: list[Label], first: list[Label]) -> bool:
    """Whether a header says something else than the first one did."""
    return {bare_header(x.text.chars) for x in header} != {bare_header(x.text.chars) for x in first}


def _columns(header: list[Label], first: list[Label]) -> list[Label]:
    """Return a table's own labels where they differ from the first table's; an unknown one means what stood there."""
    if not header or not first or not _other(header, first):
        return first or header
    above = {label.start: label.role for label in first}
    return [x if column_role(x.text.chars) else replace(x, role=above.get(x.start, x.role)) for x in header]


def _aside(header: list[Label], first: list[Label]) -> int:
    """Return how many columns the first names of another table stand aside of those of the first table.

    0 where one of its names has a header of the first table, and so its place there.
    """
    one, other = ([x for x in labels if x.role in NAMES] for labels in (first, header))
    words = {bare_header(x.text.chars) for x in one}
    if not one or not other or any(bare_header(x.text.chars) in words for x in other):
        return 0
    return one[0].start - other[0].start


def _moved(rows: list[Row], aside: int) -> list[Row]:
    """Put the cells of rows so many columns further right."""
    if not aside:
        return rows
    return [replace(row, cells=tuple(replace(c, column=c.column + aside) for c in row.cells)) for row in rows]


def _may_name_rows(label: Label, over: list[Label]) -> bool:
    """Whether no vocabulary has a label of a second header, and no other one's words are in it."""
    return column_role(label.text.chars) is None and not any(label.text.overlaps(x.text) for x in over)


def _section(label: Label) -> Row:
    """Make a row of an unknown label in a second header: the name of the rows below it."""
    return Row((Slotted("title", label.start, (label.text,)),))


@dataclass(frozen=True, slots=True)
class _Body:
    """A table's rows with cells under roles, the first cells of those placed by looks, and the labels as used."""

    rows: tuple[Row, ...]
    moved: tuple[Text, ...]
    labels: tuple[Label, ...]


def _read(table: _Headed, guess: Told | None) -> _Body:
    body = tuple(map(_trimmed, table.body)) if table.padded else table.body
    reach = max((row[-1].column + row[-1].col_span for row in body if row), default=table.width)
    covered = _covered(body)
    short = [bool(row) and _is_short(row, reach - covered[row[0].row]) for row in body]
    whole = [row for row, lacks in zip(body, short, strict=True) if not lacks]
    columns = [
        [c.paragraphs[0] for row in whole for c in row if c.column == i and not c.empty] for i in range(table.width)
    ]
    known = bool(table.labels or guess)
    looks = [profile(cells) for cells in columns] if known else []
    header = told_apart(settled(table.labels, looks), looks) if table.labels else []
    unknown: list[tuple[ColumnRole, str]] = [("requirement", "")] * table.width
    given = roles(header, looks) if header else _guessed(guess, table.width) or unknown
    rows, moved = list[Row](), list[Text]()
    for row, lacks, printed in zip(body, short, table.body, strict=True):
        kept = (
            known and table.padded and lacks and len(printed) >= reach and len(row) > 1 and _stands(row, given, looks)
        )
        lacking = known and lacks and not kept and (len(row) > 1 or _elsewhere(row[0], given[0][0], looks))
        at = _in_place(row, given[:reach], looks[:reach]) if lacking else row
        guessed = at != row and row[0].paragraphs and not is_total_label(row[0].paragraphs[0].chars)
        moved += [row[0].paragraphs[0]] if guessed else []
        absent = known and lacks and not kept
        rows.append(Row(tuple(_slotted(c, *_meant(c, table.over, given)) for c in at if not c.empty), placed=absent))
    moved += [
        text
        for text in (_alone(body) if table.padded and any(len(row) > 1 for row in body) else [])
        if text not in moved
    ]
    return _Body(tuple(rows), tuple(moved), tuple(header))


def _guessed(guess: Told | None, width: int) -> list[tuple[ColumnRole, str]]:
    """Return the roles told for the first table, as far as this one has columns; [] where none were told."""
    other: list[tuple[ColumnRole, str]] = [("other", "")] * width
    return [(role, "") for role in guess.roles[:width]] + other[len(guess.roles) :] if guess is not None else []


def _covered(body: tuple[tuple[Cell, ...], ...]) -> "Counter[int]":
    """Count the columns that cells from above stand over, by the grid's row."""
    below: Counter[int] = Counter()
    for cell in (c for row in body for c in row if c.row_span > 1):
        below.update(dict.fromkeys(range(cell.row + 1, cell.row + cell.row_span), cell.col_span))
    return below


def _alone(body: tuple[tuple[Cell, ...], ...]) -> list[Text]:
    """Return the unnumbered cells that have a padded row to themselves: names, or the cell above going on."""
    alone = [row[0].paragraphs[0] for row in body if len(row) == 1 and not row[0].empty]
    unnumbered = (text for text in alone if not is_marked(text) and label_of(text) is None)
    return [text for text in unnumbered if not is_total_label(text.chars)]


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

    One with empty cells inside it is printed in full where it is a total's, or its amounts stand where amounts do;
    so is one with words of veto there.
    """
    marks = [join(c.paragraphs) for c in row if given[c.column][0] in ("points", "weight") and not c.empty]
    if any(_VETO in text.chars and len(text) <= LONGEST_HEADER for text in marks):
        return True
    total = not row[0].empty and is_total_label(row[0].paragraphs[0].chars)
    if any(c.empty for c in row) and not row[0].empty and (total or any(map(cell_amount, marks))):
        return True
    cells = [c.paragraphs[0] if c.paragraphs else None for c in row]
    return stands(cells, [role for role, _ in given], looks)


def _is_short(row: tuple[Cell, ...], width: int) -> bool:
    """Whether a row of plain cells has fewer of them than the table has columns, and more than one."""
    return 0 < len(row) < width and row[-1].column == len(row) - 1 and all(c.row_span == c.col_span == 1 for c in row)


def _elsewhere(cell: Cell, role: ColumnRole, looks: list[Profile]) -> bool:
    """Whether a row's only cell is none of the first column: a sentence or rule below names, or numbered as others."""
    if cell.empty or label_of(cell.paragraphs[0]) is not None:
        return False
    text = cell.paragraphs[0]
    family = split_marker(text)[0]
    long = len(text) > max(LONGEST_HEADER, _LONGER * looks[0].length) or (len(text) > LONGEST_HEADER and rules(text))
    if family is None and long and role in NAMES_AND_NUMBERS:
        return True
    return (
        family is not None
        and family.family not in looks[0].families
        and any(family.family in x.families and x.marked >= _MOSTLY for x in looks)
    )


def _in_place(row: tuple[Cell, ...], given: list[tuple[ColumnRole, str]], looks: list[Profile]) -> tuple[Cell, ...]:
    """Move the cells of a short row to the columns that they look like."""
    cells = [c.paragraphs[0] if c.paragraphs else None for c in row]
    meant = [role for role, _ in given]
    columns = _section_columns(cells, meant, looks) or placed(cells, meant, looks)
    return tuple(replace(cell, column=column) for cell, column in zip(row, columns, strict=True))


def _section_columns(cells: list[Text | None], given: list[ColumnRole], looks: list[Profile]) -> list[int]:
    """Return the columns of a section's row, a number over those of the first column and its marks; [] of another's."""
    first, *marks = cells
    marker = split_marker(first)[0] if first is not None else None
    if marker is None or marker.family not in SECTIONS or not looks[0].families or marker.family in looks[0].families:
        return []
    amounts = [at for at, role in enumerate(given) if role in ("points", "weight", "self_score", "score")]
    alone = all(text is not None and cell_amount(text) is not None for text in marks)
    return [0, *amounts[: len(marks)]] if marks and alone and len(marks) <= len(amounts) else []


def _meant(cell: Cell, over: list[Label], given: list[tuple[ColumnRole, str]]) -> tuple[ColumnRole, str]:
    """Return a cell's role and header; one merged over several labels has those of the label that stands over them."""
    end = cell.column + cell.col_span
    whole = next((x for x in over if cell.col_span > 1 and x.start <= cell.column and end <= x.end), None)
    return (whole.role, whole.text.value) if whole is not None else given[cell.column]


def _slotted(cell: Cell, role: ColumnRole, header: str) -> Slotted:
    return Slotted(role, cell.column, cell.paragraphs, header, cell.row_span, wide=cell.col_span > 1)
