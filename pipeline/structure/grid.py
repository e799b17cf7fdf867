"""Rows to atoms: each name cell opens a node at its column's depth, the rest of the row fills slots."""

from dataclasses import replace

from extractors.amounts import trailing_amount
from extractors.markers import Marker, bare_number, split_marker
from extractors.text import join
from pipeline.structure.atoms import Atom, Shape, Slot, look
from pipeline.structure.columns import NAMES
from pipeline.structure.rows import Row, Sheet, Slotted


def grid_shape(sheet: Sheet, total: int | None) -> Shape:
    """Return the shape of a grid: its columns say what is what, so any depth may be a leaf."""
    return Shape(leaf=None, slots=(), total=total, firm=sheet.firm)


def grid_atoms(sheet: Sheet) -> list[Atom]:
    """Make the atoms of all rows, in order."""
    depths = _depths(sheet)
    atoms: list[Atom] = []
    for at, row in enumerate(sheet.rows):
        atoms += _row_atoms(sheet.rows, at, row, depths)
    return atoms


def _depths(sheet: Sheet) -> dict[int, int]:
    """Return the depth of each name column: its place among the name columns of its table."""
    columns = sorted({c.column for row in sheet.rows for c in row.by(*NAMES)})
    return {column: i + 1 for i, column in enumerate(columns)}


def _row_atoms(rows: tuple[Row, ...], at: int, row: Row, depths: dict[int, int]) -> list[Atom]:
    names, numbers = row.by(*NAMES), row.by("number")
    others = [c for c in row.cells if c.role not in NAMES and c.role != "number"]
    marker = bare_number(numbers[0].text) if numbers else None
    heads = [a for cell in names for a in _name_atoms(cell, depths[cell.column])]
    own_row = marker is not None and (not names or numbers[0].column > names[-1].column)
    if marker is not None and not own_row:
        heads[0] = replace(heads[0], marker=heads[0].marker or marker)
    inner = next((c for c in others if c.role == "requirement" and _is_name_with_text(c)), None)
    if inner is not None:
        return heads + _name_atoms(inner, None) + [_fill(c) for c in others if c is not inner]
    if own_row or not names or _covers_more(rows, at, names[-1]):
        depth = (depths[names[-1].column] if names and not own_row else max(depths.values(), default=0)) + 1
        return heads + _untitled(others, marker, depth if own_row else _open_depth(rows, at, depths, depth))
    return heads + [_fill(c) for c in others]


def _open_depth(rows: tuple[Row, ...], at: int, depths: dict[int, int], default: int) -> int:
    """Return the depth of an untitled row: one below the last name above it."""
    for row in rows[at::-1]:
        names = row.by(*NAMES)
        if names:
            return depths[names[-1].column] + 1
    return default


def _name_atoms(cell: Slotted, depth: int | None) -> list[Atom]:
    """Make the atom of a name cell; paragraphs behind a heading in the same cell are its requirement."""
    if len(cell.paragraphs) > 1 and _is_name_with_text(cell):
        head = replace(look(cell.paragraphs[0], in_table=True), opens=True, depth=depth, slot="title")
        return [head, _fill(replace(cell, role="requirement", paragraphs=cell.paragraphs[1:]))]
    text = join(cell.paragraphs)
    slot: Slot = cell.role if cell.role in NAMES else "title"
    return [replace(look(text, in_table=True), opens=True, depth=depth, slot=slot)]


def _is_name_with_text(cell: Slotted) -> bool:
    """Whether a cell begins with a numbered heading that carries an amount, and text follows in it."""
    if len(cell.paragraphs) < 2:
        return False
    marker, rest = split_marker(cell.paragraphs[0])
    return marker is not None and trailing_amount(rest, in_table=True)[0] is not None


def _covers_more(rows: tuple[Row, ...], at: int, name: Slotted) -> bool:
    """Whether a name cell stands over more rows than its own: they have no name at or above its column."""
    if name.span > 1:
        return True
    if at + 1 >= len(rows):
        return False
    following = rows[at + 1]
    return not following.by(*NAMES) and not _names_inside(following)


def _names_inside(row: Row) -> bool:
    return any(_is_name_with_text(c) for c in row.by("requirement"))


def _untitled(others: list[Slotted], marker: Marker | None, depth: int) -> list[Atom]:
    """Make a row without a name a node of its own, headed by its requirement or, without one, its first cell."""
    head = next((c for c in others if c.role == "requirement"), others[0] if others else None)
    if head is None:
        return []
    atom = Atom(text=head.text, marker=marker, opens=True, depth=depth, slot=head.role, header=head.header)
    return [atom, *(_fill(c) for c in others if c is not head)]


def _fill(cell: Slotted) -> Atom:
    return Atom(text=cell.text, slot=cell.role, opens=False, header=cell.header)
