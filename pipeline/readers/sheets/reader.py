"""A spreadsheet file to a Document, through openpyxl: cached results, merged cells, what is hidden left out."""

import re
import warnings
import zipfile
import zlib
from collections import Counter
from contextlib import redirect_stdout
from io import BytesIO, StringIO
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.document import Document, Remark
from pipeline.errors import InputUnreadableError
from pipeline.models import Source
from pipeline.readers.building import RawBlock, RawCell, RawTable, RawText, build
from pipeline.readers.leaving import LeftOut
from pipeline.readers.limits import CELLS, SHEETS
from pipeline.readers.sheets.builtin import format_of, value_of
from pipeline.readers.sheets.display import displayed
from pipeline.readers.sheets.links import links_of
from pipeline.readers.sheets.pale import Pale
from pipeline.readers.sheets.ruled import apart, between, is_ruled
from pipeline.readers.sheets.struck import striking_fonts, unstruck

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: What openpyxl raises on files that are not what they say.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError,
    IndexError, NotImplementedError, RecursionError, ArithmeticError,
)  # fmt: skip
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\b")
#: A formula, in a sheet or anywhere else.
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
#: Words that are struck out, raised or lowered, by the font of a cell or of a run in it.
_RICH: Final = re.compile(rb"<(?:\w+:)?(?:strike\b|vertAlign\b[^<>]*su(?:per|b)script)")
_WORDS: Final = re.compile(rb"<a:t>\s*[^<\s]")
#: A merged area as a sheet's XML writes it, whatever the prefix of its names.
_MERGED: Final = re.compile(rb"mergeCell\b[^<>]*?\bref\s*=\s*[\"']([^\"']*)")
#: Names of no table: a program counts sheets, or the pages or tables that it made them of, and a table goes on.
_COUNTED: Final = re.compile(r"(?:sheet|table|page|工作表|表格?|第|页) ?\d++页?(?: ?[(（]\d++[)）])?|续表?\d*+", re.I)
Spans = dict[tuple[int, int], tuple[int, int]]


class _Has(NamedTuple):
    """What a file has: without formulas what was typed need not be loaded too, and words in text boxes are not read."""

    formulas: bool
    rich: bool
    boxes: int


class _Told(NamedTuple):
    """What is told of a file: counts by the finding's code, and what was left out of its cells."""

    counts: "Counter[str]"
    left: LeftOut

    def remarks(self) -> list[Remark]:
        """Return what the user must know, by its code."""
        counted = [Remark(code, (("count", str(n)),)) for code, n in self.counts.items() if n]
        return sorted([*counted, *self.left.remarks()], key=attrgetter("code"))


def read_sheets(data: bytes, source: Source) -> Document:
    """Read an .xlsx; InputUnreadableError where it is broken, protected or shows nothing."""
    import openpyxl  # takes 0.2 s, which only spreadsheets need

    try:
        has = _check_parts(data, source.name)
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.simplefilter(
                "ignore"
            )  # openpyxl warns of styles and extensions that hold no text, and prints some
            shown = openpyxl.load_workbook(BytesIO(data), data_only=True, rich_text=has.rich)
            typed = openpyxl.load_workbook(BytesIO(data), data_only=False) if has.formulas else None
    except _BROKEN as error:
        kind = type(error).__name__
        raise InputUnreadableError(
            "{name}: this spreadsheet is broken or protected ({reason}); open it and save it again",
            name=source.name,
            reason=kind,
        ) from error
    read: list[tuple[str, list[RawBlock]]] = []
    told = _Told(Counter({"embedded_unread": has.boxes}), LeftOut())
    for sheet in shown.worksheets:
        if sheet.sheet_state != "visible":
            told.counts["hidden_sheet"] += 1
            continue
        of = typed[sheet.title] if typed is not None else None
        read.append((sheet.title, _sheet(sheet, of, told, _reach(sheet, source.name))))
    blocks = _in_order([(title, made) for title, made in read if made])
    if not blocks:
        raise InputUnreadableError(
            "{name}: no visible sheet holds any text; unhide the sheet of the notice", name=source.name
        )
    return build(blocks, source, told.remarks())


def _in_order(read: list[tuple[str, list[RawBlock]]]) -> list[RawBlock]:
    """Return the blocks of all sheets; the name of one of several stands over a table that has no title above it."""
    names = (title.strip() if len(read) > 1 and isinstance(made[0], RawTable) else "" for title, made in read)
    named = [[RawText(name)] if name and not _COUNTED.fullmatch(name) else [] for name in names]
    return [block for name, (_, made) in zip(named, read, strict=True) for block in (*name, *made)]


def _reach(sheet: "Worksheet", name: str) -> tuple[int, int]:
    """Return the last row and column that hold a value: formats and borders often go on to the sheet's very end."""
    filled = [at for at, cell in sheet._cells.items() if cell.value is not None]
    last = max((row for row, _ in filled), default=0), max((column for _, column in filled), default=0)
    CELLS.hold(last[0] * last[1], name)
    return last


def _check_parts(data: bytes, name: str) -> _Has:
    """Count sheets, and what merged cells cover, before openpyxl makes an object of each."""
    covered, formulas, rich, boxes = 0, False, False, 0
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for member in archive.namelist():
            content = archive.read(member).replace(b"\x00", b"")
            formulas = formulas or _FORMULA.search(content) is not None
            rich = rich or _RICH.search(content) is not None
            boxes += _boxes(content) if member.startswith("xl/drawings/") else 0
            SHEETS.hold(len(_SHEET.findall(content)), name)
            for area in _MERGED.findall(content):
                rows, columns = _extent(area.decode("ascii", "replace"))
                covered += rows * columns
                CELLS.hold(covered, name)
    return _Has(formulas, rich, boxes)


def _boxes(drawing: bytes) -> int:
    """Count the text boxes of a drawing that hold words."""
    held = (begun.partition(b"</xdr:txBody")[0] for begun in drawing.split(b"<xdr:txBody")[1:])
    return sum(_WORDS.search(box) is not None for box in held)


def _extent(area: str) -> tuple[int, int]:
    """Return the rows and columns of `A1:B2`; ValueError where it is no area."""
    from openpyxl.utils import range_boundaries

    first_column, first_row, last_column, last_row = range_boundaries(area)
    if first_column is None or first_row is None or last_column is None or last_row is None:
        raise ValueError(area)
    return last_row - first_row + 1, last_column - first_column + 1


def _sheet(sheet: "Worksheet", typed: "Worksheet | None", told: _Told, reach: tuple[int, int]) -> list[RawBlock]:
    """Read a sheet: lines above, between and below tables stand in one cell of their row, the rest is tables."""
    rows, columns = _visible(sheet, told, reach)
    spans = _merged(sheet, rows, columns)
    texts = _texts(sheet, typed, rows, columns, told)
    filled = [{c: text for c, k in enumerate(columns) if (text := texts.get((row, k)))} for row in rows]
    links = links_of(sheet, typed)

    def made(r: int, c: int) -> list[RawText]:
        """Return the lines of a cell."""
        return _lines(filled[r].get(c, ""), links.get((rows[r], columns[c])))

    def alone(r: int) -> list[RawText]:
        """Return the lines of a row of text beside tables."""
        return [line for c in filled[r] for line in made(r, c)]

    first, last = _table_rows(filled, spans, len(columns))
    lines = between(filled[first:last], lambda r, c: is_ruled(sheet.cell(rows[first + r], columns[c])))
    lines = sorted({*lines, *apart(filled[first:last])})
    blocks: list[RawBlock] = [line for r in range(first) for line in alone(r)]
    at = first
    for line in [*(first + r for r in lines), last]:
        grid = [
            tuple(
                RawCell(r - at, c, tuple(made(r, c)), *spans.get((r, c), (1, 1)))
                for c in _shown(r, len(columns), spans)
            )
            for r in range(at, line)
        ]
        blocks += [RawTable(tuple(grid))] if any(filled[at:line]) else []
        blocks += alone(line) if line < last else []
        at = line + 1
    return blocks + [line for r in range(last, len(filled)) for line in alone(r)]


def _lines(text: str, address: str | None) -> list[RawText]:
    """Return the lines of a cell's text, all of which lead to its address."""
    lines = [line for line in text.split("\n") if line.strip()]
    return [RawText(line, ((0, len(line), address),) if address else ()) for line in lines]


def _table_rows(filled: list[dict[int, str]], spans: Spans, width: int) -> tuple[int, int]:
    """Return where the table begins and ends: single cells above it, and ones as wide as the sheet below it."""
    first = 0
    while first < len(filled) and (
        len(filled[first]) < 2 and spans.get((first, min(filled[first], default=0)), (1, 1))[0] == 1
    ):
        first += 1
    last = len(filled)
    while last > first and (not filled[last - 1] or spans.get((last - 1, 0), (1, 1))[1] == width > 1):
        last -= 1
    return first, last


def _visible(sheet: "Worksheet", told: _Told, last: tuple[int, int]) -> tuple[list[int], list[int]]:
    """Return the rows and columns up to the last ones that are not hidden, nor drawn to no height or width."""
    hidden_rows = {row for row, said in sheet.row_dimensions.items() if said.hidden or said.height == 0}
    hidden_columns = _hidden_columns(sheet, last[1])
    rows = [r for r in range(1, last[0] + 1) if r not in hidden_rows]
    columns = [c for c in range(1, last[1] + 1) if c not in hidden_columns]
    told.counts["hidden_rows"] += last[0] - len(rows)
    told.counts["hidden_columns"] += last[1] - len(columns)
    return rows, columns


def _hidden_columns(sheet: "Worksheet", last: int) -> set[int]:
    """Return the columns up to the last one that are hidden; the file says it of several side by side at once."""
    hidden, at = set[int](), 0
    said = ((one.min or 0, one.max or 0) for one in sheet.column_dimensions.values() if one.hidden or one.width == 0)
    for first, end in sorted(said):
        hidden.update(range(max(first, at + 1), min(end, last) + 1))
        at = max(at, end)
    return hidden


def _merged(sheet: "Worksheet", rows: list[int], columns: list[int]) -> Spans:
    """Return (row, column) → (row span, column span) by visible positions; covered ones map to (0, 0)."""
    at_row, at_column = {r: i for i, r in enumerate(rows)}, {c: i for i, c in enumerate(columns)}
    spans: Spans = {}
    for area in sheet.merged_cells.ranges:
        inside = [at_row[r] for r in range(area.min_row, area.max_row + 1) if r in at_row]
        across = [at_column[c] for c in range(area.min_col, area.max_col + 1) if c in at_column]
        spans.update({(r, c): (0, 0) for r in inside for c in across})
        if inside and across:
            spans[inside[0], across[0]] = (len(inside), len(across))
    return spans


def _texts(
    sheet: "Worksheet", typed: "Worksheet | None", rows: list[int], columns: list[int], told: _Told
) -> dict[tuple[int, int], str]:
    wanted, seen, striking, pale = set(columns), set(rows), striking_fonts(sheet), Pale(sheet)
    moved = _moved(sheet, seen, wanted)
    texts: dict[tuple[int, int], str] = {}
    for row in sheet.iter_rows(max_row=max(seen, default=1), max_col=max(wanted, default=1)):
        for cell in row:
            at = row_at, column_at = cell.row or 0, cell.column or 0
            if row_at not in seen or column_at not in wanted:
                if at not in moved:
                    continue
                at = moved[at]
            if cell.value is None:
                if typed is not None and _is_formula(typed, row_at, column_at):
                    told.counts["formula_without_result"] += 1
                continue
            text, struck = unstruck(cell, displayed(value_of(cell), format_of(cell)), striking)
            if pale.hides(cell):
                text, struck = "", f"{text}{struck}".strip()
            if struck or not text.strip():  # or its number's format shows nothing of it
                told.left.add(struck or str(cell.value).strip())
            if text.strip():
                texts[at] = text
    return texts


def _moved(sheet: "Worksheet", rows: set[int], columns: set[int]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return where the words of merged cells are seen whose first row or column is hidden: in the next visible one."""
    made = {}
    for area in sheet.merged_cells.ranges:
        if area.min_row not in rows or area.min_col not in columns:
            row = next((r for r in range(area.min_row, area.max_row + 1) if r in rows), None)
            column = next((c for c in range(area.min_col, area.max_col + 1) if c in columns), None)
            if row is not None and column is not None:
                made[area.min_row, area.min_col] = row, column
    return made


def _is_formula(typed: "Worksheet", row: int, column: int) -> bool:
    return typed.cell(row, column).data_type == "f"  # a formula over several cells is no string


def _shown(row: int, width: int, spans: Spans) -> list[int]:
    return [c for c in range(width) if spans.get((row, c)) != (0, 0)]
