"""A notice as a workbook: a sheet a scheme with merged group cells, the assignments, the findings."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pipeline.checks.catalog import localized
from pipeline.export.tables import Value, table, units_in_words
from pipeline.export.workbook import empty_book, fitted, head, put, saved, title_of
from pipeline.language import tr
from pipeline.models import Amount, Finding, Item, Notice, Scheme

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def amount_in_words(amount: Amount | None) -> Value:
    """Return points as a number, a percentage or a range as it is printed."""
    if amount is None:
        return None
    if amount.min is not None or amount.unit == "percent":
        low = f"{amount.min.normalize():f}-" if amount.min is not None else ""
        return f"{low}{amount.value.normalize():f}{'%' if amount.unit == 'percent' else ''}"
    return amount.value


#: What stands behind the level columns, where an item of the scheme has it: heading, width, value.
_FIELDS: Final[tuple[tuple[str, int, Callable[[Item], Value]], ...]] = (
    ("requirement", 50, lambda i: i.requirement if i.title else None),
    ("points", 8, lambda i: amount_in_words(i.points)),
    ("weight", 8, lambda i: amount_in_words(i.weight)),
    ("scoring standard", 40, lambda i: i.scoring),
    ("responsible units", 26, lambda i: units_in_words(i.responsible)),
    ("deadline", 18, lambda i: "；".join(d.raw for d in i.deadlines) or None),
    ("evidence", 24, lambda i: "\n".join(e.url or e.label or "" for e in i.evidence) or None),
    ("self score", 8, lambda i: i.self_score),
    ("score", 8, lambda i: i.score),
    ("remarks", 20, lambda i: i.remarks),
)
_ASSIGNED: Final = (
    ("scheme", 8), ("number", 12), ("item", 50), ("responsible units", 24), ("role", 8), ("kind of unit", 8),
    ("standing name", 20), ("kind of deadline", 10), ("begins", 12), ("due", 12), ("recurrence", 24), ("duration", 8),
    ("working days", 8), ("counted from", 16), ("milestone", 16), ("deadline as printed", 18),
)  # fmt: skip
_LEVEL_WIDTH: Final = 24
_FOUND: Final = ("severity", "code", "message", "pointer")
_ROLES: Final = {"lead": "lead", "support": "support", "responsible": "in charge"}


def as_workbook(notice: Notice) -> bytes:
    """Write the workbook."""
    book = empty_book()
    for scheme in notice.schemes:
        _scheme(book, scheme)
    assigned = table(notice, "assignments")
    if assigned.rows:
        sheet = book.create_sheet(title_of(book, tr("assignments")))
        head(sheet, 1, [tr(name) for name, _ in _ASSIGNED], [width for _, width in _ASSIGNED])
        for r, row in enumerate(assigned.rows, 2):
            for c, value in enumerate(row, 1):
                put(sheet, r, c, tr(_ROLES.get(str(value), "")) or value if c == 5 else value)
        sheet.auto_filter.ref = sheet.dimensions
        fitted(sheet)
    _findings(book, notice.findings)
    return saved(book)


def level_names(scheme: Scheme) -> list[str]:
    """Return a heading for each level that the scheme has, its own where it names them."""
    depth = max((item.level for item in scheme.walk()), default=1)
    return [*scheme.levels, *(tr("level {number}", number=n + 1) for n in range(len(scheme.levels), depth))][:depth]


def _scheme(book: "Workbook", scheme: Scheme) -> None:
    sheet = book.create_sheet(title_of(book, scheme.title or tr("scheme {number}", number=scheme.id[1:])))
    levels = level_names(scheme)
    fields = [f for f in _FIELDS if any(f[2](item) is not None for item in scheme.walk())]
    names, widths = [tr(name) for name, _, _ in fields], [width for _, width, _ in fields]
    head(sheet, 1, [*levels, *names], [*([_LEVEL_WIDTH] * len(levels)), *widths])
    row = 2
    for item in scheme.items:
        row = _rows(sheet, item, row, len(levels), fields)
    fitted(sheet)


def _rows(
    sheet: "Worksheet", item: Item, row: int, depth: int, fields: list[tuple[str, int, Callable[[Item], Value]]]
) -> int:
    """Write an item and all below it from a row on; the row behind them.

    The name of a group is merged over the rows of its members; what else a group has stands on a row of its own.
    """
    first = row
    own = not item.children or any(read(item) is not None for _, _, read in fields)
    if own:
        for c, (_, _, read) in enumerate(fields, depth + 1):
            put(sheet, row, c, read(item))
        row += 1
    for child in item.children:
        row = _rows(sheet, child, row, depth, fields)
    put(sheet, first, item.level, f"{item.marker or ''}{item.name if item.name != item.marker else ''}")
    if row - first > 1:
        sheet.merge_cells(start_row=first, end_row=row - 1, start_column=item.level, end_column=item.level)
    return row


def _findings(book: "Workbook", findings: tuple[Finding, ...]) -> None:
    sheet = book.create_sheet(title_of(book, tr("findings")))
    head(sheet, 1, [tr(name) for name in _FOUND], [10, 24, 80, 40])
    for r, found in enumerate(findings, 2):
        for c, value in enumerate((tr(found.severity), found.code, localized(found), found.pointer), 1):
            put(sheet, r, c, value)
    fitted(sheet)
