"""Merged cells that a copy took apart: a name said again on each row that it stood over becomes one cell again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pipeline.structure.cells import Row, Slotted
from pipeline.structure.columns import NAMES
from pipeline.structure.rows import Sheet

_AMOUNTS: Final = ("points", "weight")
_TEXTS: Final = ("requirement", "scoring")


@dataclass(slots=True)
class _Run:
    """A cell and the ones below it that say the same, a row each from `first` on."""

    first: int
    cells: list[Slotted]

    @property
    def end(self) -> int:
        """The row behind the last one."""
        return self.first + len(self.cells)

    @property
    def column(self) -> int:
        """The column of all of them."""
        return self.cells[0].column

    @property
    def whole(self) -> Slotted:
        """Return the one cell that they are."""
        again = tuple(text for cell in self.cells[1:] for text in cell.paragraphs)
        return replace(self.cells[0], span=len(self.cells), again=again)


def merged(sheet: Sheet) -> Sheet:
    """Merge names that are said again on the rows below, and the amounts right behind them.

    A table in which a name is merged already was not taken apart: equal names are different rows there.
    """
    rows = sheet.rows
    names = sorted({cell.column for row in rows for cell in row.by(*NAMES)})
    if any(cell.span > 1 for row in rows for cell in row.by(*NAMES)):
        return sheet
    said = [run for run in _runs(rows, names) if len(run.cells) > 1]
    said = [run for run in said if run.column != names[-1] or _hold_texts(rows, run)]
    said += [amounts for i, column in enumerate(names) for amounts in _amounts(rows, said, column, names[i + 1 :])]
    whole = {(run.first, run.column): run.whole for run in said}
    gone = {(at, run.column) for run in said for at in range(run.first + 1, run.end)}
    made = (
        replace(row, cells=tuple(whole.get((at, c.column), c) for c in row.cells if (at, c.column) not in gone))
        for at, row in enumerate(rows)
    )
    return replace(sheet, rows=tuple(made))


def _runs(rows: tuple[Row, ...], names: list[int]) -> list[_Run]:
    """Return the runs of equal names, each within one of every name before it."""
    found: list[_Run] = []
    last: dict[int, _Run] = {}
    for at, row in enumerate(rows):
        cells = {cell.column: cell for cell in row.by(*NAMES)} if not row.placed else {}
        within = True
        for column in names:
            cell, run = cells.get(column), last.get(column)
            within = within and cell is not None and run is not None and run.end == at and _same(run.cells[0], cell)
            if cell is not None and run is not None and within:
                run.cells.append(cell)
            elif cell is not None:
                last[column] = _Run(at, [cell])
                found.append(last[column])
    return found


def _same(one: Slotted, other: Slotted) -> bool:
    return not one.wide and "".join(one.text.folded.split()) == "".join(other.text.folded.split())


def _hold_texts(rows: tuple[Row, ...], run: _Run) -> bool:
    """Whether each row has a text of its own, so that the name is a group's: else each row is another of the name."""
    return all(row.by(*_TEXTS) for row in rows[run.first : run.end])


def _amounts(rows: tuple[Row, ...], said: list[_Run], column: int, behind: list[int]) -> list[_Run]:
    """Return the runs of amounts behind a column's names that say the same on all of their rows.

    Behind the last names stand the rows' own amounts too: there all runs of the column must be so.
    """
    runs = [run for run in said if run.column == column]
    found = [list(_equal(rows, run, behind[0] if behind else None)) for run in runs]
    return [a for each in found for a in each] if behind or all(found) else []


def _equal(rows: tuple[Row, ...], run: _Run, end: int | None) -> Iterator[_Run]:
    """Yield the amounts before the next name or text that are equal on all of a run's rows."""
    first = rows[run.first]
    texts = [c.column for c in first.by(*_TEXTS) if c.column > run.column]
    stop = min([*texts, *([end] if end is not None else [])], default=run.column)
    for cell in first.by(*_AMOUNTS):
        below = [c for row in rows[run.first : run.end] for c in row.cells if c.column == cell.column]
        if run.column < cell.column < stop and len(below) == len(run.cells) and all(_same(cell, c) for c in below):
            yield _Run(run.first, below)
