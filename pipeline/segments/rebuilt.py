"""A table made again of lines that were put under its columns: rows, merged names, cells that go on, totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from extractors.amounts import cell_amount, is_lone_amount, trailing_amount
from extractors.cut_cells import is_cut
from extractors.markers import Marker, is_marked, split_marker
from extractors.rules import gives_marks
from extractors.text import Text, join
from extractors.wraps import ends_in_marks, is_open
from normalizers.headers import is_total_label
from normalizers.values import ColumnRole
from pipeline.document import Cell, Paragraph, Table
from pipeline.segments.rhythm import OUT, Laid

_AMOUNTS: Final = ("points", "weight", "self_score", "score")
#: A strange word at a header's end may be the first cell of a row.
_STRANGE_END: Final = 0.2
_SECTIONS: Final = ("cn_dun", "cn_paren")
_FEWEST_SECTIONS: Final = 2


@dataclass(slots=True)
class _Row:
    """The lines of a row by column; a total's are its word and its numbers.

    A section's are nothing but its name, or a header that is printed again below it.
    """

    cells: list[list[Text]]
    total: bool = False
    section: bool = False


@dataclass(slots=True)
class Lines:
    """A table's lines without its total rows and sections over its rows, and those by the place of the line behind."""

    kept: list[Text] = field(default_factory=list)
    totals: dict[int, list[list[Text]]] = field(default_factory=dict)
    sections: dict[int, list[list[Text]]] = field(default_factory=dict)


def whole(lines: Sequence[Text]) -> Iterator[Text]:
    """Yield cells that a line's end cut whole again, and names with the amount's bracket that was wrapped away.

    That bracket (`（20分）`) stands on a line of its own below its name.
    """
    before: Text | None = None
    for line in lines:
        if before is not None and is_cut(before, line):
            before = join([before, line])
            continue
        apart = line.folded.startswith("(") and before is not None and is_lone_amount(line)
        if before is not None and apart and trailing_amount(before, in_table=True)[0] is None:
            before = join([before, line])
            continue
        yield from [before] if before is not None else []
        before = line
    yield from [before] if before is not None else []


def without_totals(lines: Sequence[Text]) -> Lines:
    """Take total rows out: the word and the numbers behind it."""
    made = Lines()
    inside = False
    for line in lines:
        begins = is_total_label(line.chars)
        inside = begins or (inside and cell_amount(line) is not None)
        if begins:
            made.totals.setdefault(len(made.kept), []).append([line])
        elif inside:
            made.totals[len(made.kept)][-1].append(line)
        else:
            made.kept.append(line)
    return made


#: A section over rows is named in no more characters.
_LONGEST_SECTION: Final = 20


def without_sections(lines: Lines) -> Lines | None:
    """Take the sections out that count rows from one on (`（一）作风建设`); None where there are not several.

    No number stands right behind them, and what is left are whole rows.
    """
    found = {at: marker for at, text in enumerate(lines.kept) if (marker := _section(text)) is not None}
    families = {marker.family for marker in found.values()}
    counted = [marker.ordinal for marker in found.values()] == list(range(1, len(found) + 1))
    over = all(at + 1 < len(lines.kept) and not is_marked(lines.kept[at + 1]) for at in found)
    if len(found) < _FEWEST_SECTIONS or len(families) > 1 or not counted or not over or 0 not in found:
        return None
    made = Lines()
    for at, text in enumerate(lines.kept):
        if at in lines.totals:
            made.totals[len(made.kept)] = lines.totals[at]
        if at in found:
            made.sections[len(made.kept)] = [[text]]
        else:
            made.kept.append(text)
    if len(lines.kept) in lines.totals:
        made.totals[len(made.kept)] = lines.totals[len(lines.kept)]
    return made


def _section(text: Text) -> Marker | None:
    marker, name = split_marker(text) if len(text) <= _LONGEST_SECTION else (None, text)
    return marker if marker is not None and marker.family in _SECTIONS and name.chars else None


def rebuilt(
    words: Sequence[Text], roles: Sequence[ColumnRole | None], lines: Lines, read: Laid
) -> tuple[Table, list[Paragraph]]:
    """Make the table of lines that were laid under its header; returns it with the lines that stand behind it."""
    head = tuple(Cell(0, i, (word,)) for i, word in enumerate(words))
    rows = list(_rows(lines, read, len(words)))
    body = (_cells(rows, at, roles) for at in range(len(rows)))
    behind = [Paragraph(x) for x, step in zip(lines.kept, read.steps, strict=True) if step.column == OUT]
    strange = 0.0 if roles[-1] is not None else _STRANGE_END
    return Table((head, *body), laid=read.cost + strange), behind


def _rows(lines: Lines, read: Laid, width: int) -> Iterator[_Row]:
    """Yield the rows: one begins where a line stands no further right than the one before, totals stand between."""
    row: _Row | None = None
    last = width
    for at in range(len(lines.kept) + 1):
        step = read.steps[at] if at < len(read.steps) else None
        if at in lines.totals or at in lines.sections or step is None or step.column == OUT:
            yield from [row] if row is not None else []
            row, last = None, width
        yield from (_Row([[text] for text in total], total=True) for total in lines.totals.get(at, []))
        yield from (_Row([[text] for text in cells], section=True) for cells in lines.sections.get(at, []))
        if step is None or step.column == OUT:
            continue
        if row is None or (step.column <= last and not step.goes_on):
            yield from [row] if row is not None else []
            row = _Row([[] for _ in range(width)])
        row.cells[step.column].append(lines.kept[at])
        last = step.column


def _cells(rows: list[_Row], at: int, roles: Sequence[ColumnRole | None]) -> tuple[Cell, ...]:
    """Make the cells of a row; one whose place stays empty in front of the rows below is merged over them."""
    row, number = rows[at], at + 1
    if row.section:
        span = len(roles) if len(row.cells) == 1 else 1
        return tuple(Cell(number, i, tuple(cell), col_span=span) for i, cell in enumerate(row.cells))
    if row.total:
        places = [0, *(i for i, role in enumerate(roles) if i and role in _AMOUNTS)]
        return tuple(Cell(number, place, tuple(cell)) for place, cell in zip(places, row.cells, strict=False))
    counted = int(roles[0] == "number")
    first = next((i for i, cell in enumerate(row.cells) if cell and i >= counted), len(roles))
    return tuple(
        Cell(number, i, tuple(_paragraphs(cell)), row_span=_height(rows, at, i, counted) if cell else 1)
        for i, cell in enumerate(row.cells)
        if i >= first or (i < counted and cell)
    )


def _height(rows: list[_Row], at: int, column: int, counted: int) -> int:
    """Return over how many rows a cell stands: those below that begin further right, behind a number of their own."""
    end, begin = at + 1, min(counted, column)
    while (
        end < len(rows) and not (rows[end].total or rows[end].section) and not any(rows[end].cells[begin : column + 1])
    ):
        end += 1
    return end - at


def _paragraphs(lines: list[Text]) -> Iterator[Text]:
    """Yield a cell's paragraphs: a line goes on with one that ends no sentence and no rule, unless it is numbered."""
    begun: list[Text] = []
    for line in lines:
        ruled = bool(begun) and ends_in_marks(begun[-1]) and gives_marks(line)
        if begun and (ruled or not (is_open(begun[-1]) and not is_marked(line))):
            yield join(begun)
            begun = []
        begun.append(line)
    yield from [join(begun)] if begun else []
