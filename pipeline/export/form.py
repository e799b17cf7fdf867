"""A scoring form: a column to fill in, sums as formulas, full marks as limits; and the filled form read back."""

import io
import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from openpyxl import load_workbook
from openpyxl.styles import Font, Protection
from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.errors import InputUnreadableError, LimitExceededError
from pipeline.export.workbook import INPUT, empty_book, fitted, head, put, saved, title_of
from pipeline.language import tr
from pipeline.models import Item, Notice, Scheme
from pipeline.readers.packages import check_package

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: The hidden sheet that says what the form asks; it is read back, the visible words are not.
KEY: Final = "zhibiao"
_VERSION: Final = 1
_NAMES, _WIDTHS = ["indicator", "scoring standard", "full marks", "self score", "remarks"], [60, 50, 8, 10, 30]
_FULL, _GIVEN = 3, 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a form: an item with its full marks, its nature, and the lines below it.

    `cap` is what a group of bonus items is worth at most, where the scheme says so. Only a line with nothing
    priced below it is filled in.
    """

    id: str
    name: str
    row: int
    full: Decimal | None
    nature: str
    cap: Decimal | None
    below: tuple["Line", ...] = ()

    @property
    def asked(self) -> bool:
        """Whether the line is filled in by hand."""
        return not self.below and self.full is not None


def as_form(notice: Notice) -> bytes:
    """Write a form with a sheet a scheme; schemes without points have nothing to fill in."""
    book = empty_book()
    asked: list[dict[str, Any]] = []
    for scheme in notice.schemes:
        if any(item.points is not None for item in scheme.walk()):
            sheet = book.create_sheet(title_of(book, scheme.title or tr("scheme {number}", number=scheme.id[1:])))
            lines = _sheet(sheet, scheme)
            asked.append({"id": scheme.id, "sheet": sheet.title, "lines": [_told(line) for line in lines]})
    if not asked:
        raise InputUnreadableError(
            "{name}: no indicator has points, so there is nothing to fill in", name=notice.source.name
        )
    key = book.create_sheet(KEY)
    key.sheet_state = "veryHidden"
    # A cell holds 32,767 characters, so the description stands in several.
    words = json.dumps({"version": _VERSION, "sha256": notice.source.sha256, "schemes": asked}, ensure_ascii=False)
    for r, start in enumerate(range(0, len(words), 30_000), 1):
        put(key, r, 1, words[start : start + 30_000])
    return saved(book)


def _told(line: Line) -> dict[str, Any]:
    return {
        "id": line.id, "name": line.name, "row": line.row, "full": None if line.full is None else str(line.full),
        "nature": line.nature, "cap": None if line.cap is None else str(line.cap),
        "below": [_told(b) for b in line.below],
    }  # fmt: skip


def _sheet(sheet: "Worksheet", scheme: Scheme) -> list[Line]:
    head(sheet, 1, [tr(name) for name in _NAMES], _WIDTHS)
    lines, row = [], 2
    for item in scheme.items:
        line, row = _lines(sheet, item, row)
        lines.append(line)
    put(sheet, row, 1, tr("total")).font = Font(bold=True)
    put(sheet, row, _FULL, None).value = _formula_sum([line for line in lines if line.nature == "base"], _FULL)
    put(sheet, row, _GIVEN, None).value = _total_formula(lines)
    fitted(sheet)
    sheet.protection.enable()
    return lines


def _lines(sheet: "Worksheet", item: Item, row: int) -> tuple[Line, int]:
    own, row_after = row, row + 1
    below = []
    for child in item.children:
        line, row_after = _lines(sheet, child, row_after)
        below.append(line)
    priced = tuple(line for line in below if line.full is not None or line.below)
    full = item.points.value if item.points is not None and item.points.unit == "point" else None
    line = Line(item.id, item.name, own, full, item.nature, _cap(item), priced)
    put(sheet, own, 1, f"{'　' * (item.level - 1)}{item.marker or ''}{item.name}")
    put(sheet, own, 2, item.scoring)
    put(sheet, own, _FULL, full)
    if full is None and priced:
        put(sheet, own, _FULL, None).value = _formula_sum(list(priced), _FULL)
    given, note = put(sheet, own, _GIVEN, None), put(sheet, own, 5, None)
    if line.asked:
        _ask(sheet, line)
        given.fill, note.fill = INPUT, INPUT
        given.protection, note.protection = Protection(locked=False), Protection(locked=False)
    elif priced:
        given.value = _formula_sum(list(priced), _GIVEN, _limit(line))
    return line, row_after


def _limit(line: Line) -> Decimal | None:
    """Return what a group is held to where its members could add up to more: its ceiling, or its own full marks."""
    limit = line.cap if line.nature == "bonus" else line.full
    most = sum((below.full or Decimal(0) for below in line.below), Decimal(0))
    return limit if limit is not None and most > limit else None


def _cap(item: Item) -> Decimal | None:
    """Return the most that a group of bonus items gives, by its own points or by a rule of its own."""
    stated = [rule.amount for rule in item.scoring_rules if rule.effect == "cap" and rule.amount is not None]
    if item.nature != "bonus":
        return None
    return stated[0] if stated else item.points.value if item.points is not None else None


def _ask(sheet: "Worksheet", line: Line) -> None:
    limit = DataValidation(
        type="decimal", operator="between", formula1="0", formula2=str(line.full), allow_blank=True,
        showErrorMessage=True,
        errorTitle=tr("out of range"), error=tr("Fill in a number from 0 to {full}.", full=line.full),
    )  # fmt: skip
    limit.add(f"D{line.row}")
    sheet.add_data_validation(limit)


def _formula_sum(lines: list[Line], column: int, cap: Decimal | None = None) -> str | None:
    letter = "C" if column == _FULL else "D"
    if not lines:
        return None
    total = f"SUM({','.join(f'{letter}{line.row}' for line in lines)})"
    return f"=MIN({cap},{total})" if cap is not None else f"={total}"


def _total_formula(lines: list[Line]) -> str:
    added = ",".join(f"D{line.row}" for line in lines if line.nature in ("base", "bonus"))
    taken = ",".join(f"D{line.row}" for line in lines if line.nature == "deduction")
    return f"=SUM({added or 0})" + (f"-SUM({taken})" if taken else "")


def read_form(data: bytes, name: str) -> tuple[list[tuple[str, list[Line]]], dict[str, dict[int, object]]]:
    """Read a form: its schemes with their lines, and for each scheme the values of column 自评分 by row.

    InputUnreadableError where the file is no form that zhibiao made.
    """
    wrong = InputUnreadableError(
        "{name}: this is no scoring form; make one with `zhibiao export FILE --to form`", name=name
    )
    try:
        check_package(data, name)
        book = load_workbook(io.BytesIO(data))
        rows = [cell.value for (cell,) in book[KEY].iter_rows(max_col=1)]
        told = json.loads("".join(str(value) for value in rows if value is not None))
    except LimitExceededError:
        raise
    except Exception as error:  # openpyxl, zipfile and lxml each raise their own
        raise wrong from error
    if told.get("version") != _VERSION:
        raise InputUnreadableError("{name}: this form was made by another version of zhibiao; make it again", name=name)
    schemes: list[tuple[str, list[Line]]] = []
    given: dict[str, dict[int, object]] = {}
    for scheme in told["schemes"]:
        lines = [_line(line) for line in scheme["lines"]]
        sheet = book[scheme["sheet"]]
        schemes.append((str(scheme["id"]), lines))
        given[str(scheme["id"])] = {row: sheet.cell(row, _GIVEN).value for row in range(2, sheet.max_row + 1)}
    return schemes, given


def _line(told: dict[str, Any]) -> Line:
    return Line(
        told["id"], told["name"], told["row"], _decimal(told["full"]), told["nature"], _decimal(told["cap"]),
        tuple(_line(line) for line in told["below"]),
    )  # fmt: skip


def _decimal(printed: object) -> Decimal | None:
    return None if printed is None else Decimal(str(printed))


def number_of(value: object) -> Decimal | None:
    """Read what was filled in; None where it is no number."""
    try:
        return Decimal(str(value).strip())
    except InvalidOperation:
        return None
