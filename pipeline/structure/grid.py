"""Rows to atoms: each name cell opens a node at its column's depth, the rest of the row fills slots."""

from dataclasses import replace
from typing import Final

from extractors.amounts import trailing_amount
from extractors.markers import Marker, lone_marker, split_marker
from extractors.text import Text, join
from normalizers.values import ColumnRole
from pipeline.structure.atoms import Atom, Shape, Slot, look
from pipeline.structure.cells import Row, Slotted
from pipeline.structure.columns import NAMES, NAMES_AND_NUMBERS
from pipeline.structure.covering import covered, is_name_with_text
from pipeline.structure.lettered import with_letters
from pipeline.structure.lined import lined
from pipeline.structure.owners import owners
from pipeline.structure.priced import clause_atoms
from pipeline.structure.rows import Sheet
from pipeline.structure.sections import heading, label_of, number_levels, numbering, places, row_name, sentence_over

_AMOUNTS: Final = ("points", "weight")
_MARKS: Final = (*_AMOUNTS, "self_score", "score")

Depths = dict[int, int | None]


def grid_shape(sheet: Sheet, total: int | None) -> Shape:
    """Return the shape of a grid: its columns say what is what, so any depth may be a leaf."""
    return Shape(leaf=None, slots=(), total=total, firm=sheet.firm, names=len(_depths(sheet)))


def grid_readings(sheet: Sheet) -> list[list[Atom]]:
    """Make the atoms of all rows: with names alone in their rows as headings, and with those as any level's name.

    The second reading is there only where such a name carries an amount that can tell, and merged cells may be absent.
    """
    alone = [row for at, row in enumerate(sheet.rows) if row.placed and heading(sheet.rows, at) is not None]
    priced = [row for row in alone if trailing_amount(row.cells[0].text, in_table=True)[0] is not None]
    return [grid_atoms(sheet), grid_atoms(sheet, headed=False)] if priced else [grid_atoms(sheet)]


def grid_atoms(sheet: Sheet, *, headed: bool = True) -> list[Atom]:
    """Make the atoms of all rows, in order; a placed row's only name is a heading only where those are `headed`."""
    depths, whose, levels = _depths(sheet), owners(sheet), number_levels(sheet.rows)
    atoms: list[Atom] = []
    for at, (row, place) in enumerate(zip(sheet.rows, places(sheet.rows, headed=headed), strict=True)):
        if all(cell.inherited for cell in row.cells):
            continue  # all that it says is said above
        if place.heading is not None:
            atoms.append(_heading_atom(place.heading, place.above + 1))
            atoms += [_fill(cell) for cell in row.cells if cell is not place.heading]
        elif (alone := sentence_over(row)) is not None:
            atoms += _sentence_atoms(alone, place.above)
        elif at in levels:
            atoms += _levelled_atoms(row, place.above + levels[at], inner=levels.get(at + 1, 0) > levels[at])
        else:
            below = {column: depth and depth + place.above for column, depth in depths.items()}
            made = _several(sheet.rows, at, below) or _row_atoms(sheet.rows, at, row, below, whose, place.above)
            atoms += _loosened(made, row) if row.placed else made
    if not depths and _is_outline(sheet, ("requirement",)):
        return [_narrated(atom) for atom in atoms]
    return with_letters(atoms)


def _sentence_atoms(cell: Slotted, above: int) -> list[Atom]:
    """Make the item of a sentence that stands over all columns; where it has a label that is its name."""
    label = label_of(cell.text)
    if label is None:
        return [_fill(replace(cell, role="requirement"))._replace(opens=True, depth=above + 1)]
    name, rest = cell.text[:label], cell.text[label:].strip()
    return [
        look(name, in_table=True)._replace(opens=True, depth=1, slot="title"),
        Atom(rest, slot="requirement", opens=False),
    ]


def _heading_atom(cell: Slotted, depth: int) -> Atom:
    return look(cell.text, in_table=True)._replace(opens=True, depth=depth, slot="title")


def _levelled_atoms(row: Row, depth: int, *, inner: bool) -> list[Atom]:
    """Make the atoms of a row whose number says its level; what stands over others has a name."""
    number, *more = row.by("number")
    others = [*(c for c in row.cells if c.role not in NAMES_AND_NUMBERS), *more]
    names = row.by(*NAMES) or _heads(others)[:1]
    if not names:
        return []
    name = replace(names[0], role="title") if inner and names[0].role not in NAMES else names[0]
    heads = _name_atoms(name, depth) if name.role in NAMES else [_fill(name)._replace(opens=True, depth=depth)]
    marker = numbering(number.text)
    if marker is not None:
        heads = _with_number(heads, marker, name.paragraphs[0])
    return heads + [_fill(c) for c in others if c is not names[0]]


def _loosened(atoms: list[Atom], row: Row) -> list[Atom]:
    """Let the search choose the depth of the first name in a row from which merged cells are absent.

    Only sums can tell it, so a name without an amount stays where it was placed, and one that is alone where its looks
    took it from the first column.
    """
    first = next((i for i, atom in enumerate(atoms) if atom.opens), None)
    alone = len(atoms) == 1
    if first is None or atoms[first].amount is None or (alone and row.cells[0].column > 0):
        return atoms
    depth = None if alone else atoms[first].depth
    return [a._replace(loose=True, depth=depth) if i == first else a for i, a in enumerate(atoms)]


def _narrated(atom: Atom) -> Atom:
    """Read a row's requirement as a paragraph of an outline, where no column has names and it holds a whole one."""
    if atom.opens is not True or atom.slot != "requirement" or atom.marker is not None:
        return atom
    return look(atom.text, in_table=False)._replace(opens=True, slot="text", header=atom.header)


def _depths(sheet: Sheet) -> Depths:
    """Return the depth of each name column: its place among the name columns of its table.

    None for the only name column of a table where it holds a whole outline: the numbering decides.
    """
    columns = sorted({c.column for row in sheet.rows for c in row.by(*NAMES)})
    if len(columns) == 1 and _is_outline(sheet, NAMES):
        return {columns[0]: None}
    return {column: i + 1 for i, column in enumerate(columns)}


def _is_outline(sheet: Sheet, kinds: tuple[ColumnRole, ...]) -> bool:
    """Whether the cells of these columns are numbered in several ways (一、 then 1.)."""
    cells = [c.paragraphs[0] for row in sheet.rows for c in row.by(*kinds)]
    return len({marker.family for cell in cells if (marker := split_marker(cell)[0]) is not None}) > 1


def _row_atoms(
    rows: tuple[Row, ...], at: int, row: Row, depths: Depths, whose: dict[int, int], above: int
) -> list[Atom]:
    named = row_name(row)
    if named is not None:
        return _named_atoms(rows, at, replace(row, cells=tuple(c for c in row.cells if c is not named)), named, above)
    names, numbers = [c for c in row.by(*NAMES) if not c.inherited], row.by("number")
    others = [c for c in row.cells if c.role not in NAMES and c.role != "number"]
    counted = _counted(names, numbers)
    numbers = [n for n in numbers if all(n is not number for number, _ in counted)]
    counting = [n for n in numbers if not _counts_text(n, names, others)]
    marker = lone_marker(counting[0].text) if counting else None
    others += counting[1 if marker is not None else 0 :]
    merged = [c for c in others if c.role in _AMOUNTS and c.span > 1]
    heads: list[Atom] = []
    for cell in names:
        mine = [c for c in others if whose.get(c.column) == cell.column]
        heads += _name_atoms(cell, depths[cell.column]) + _amounts_of(rows, at, cell, merged, mine)
    for number, name in counted:
        mark = lone_marker(number.text)
        heads = _with_number(heads, mark, name.paragraphs[0]) if mark is not None else heads
    others = [c for c in others if not any(c is m and _holder(rows, at, names, m) for m in merged)]
    others = [c for c in others if not any(whose.get(c.column) == name.column for name in names)]
    others = [c for c in others if not (c.inherited and c.column in whose)]
    heads += [_fill(number) for number in numbers if number not in counting]
    own = marker is not None and _numbers_the_row(rows, at, names, counting[0])
    if marker is not None and not own:
        heads = _with_number(heads, marker, _numbered_name(rows, at, names, counting[0]))
    over = _text_over(rows, at)
    over = None if over is not None and over[1].column in whose else over
    if over is not None and (made := _below_text(rows, at, over, others, depths, above)) is not None:
        return _numbered_below(heads + made, marker if own else None, over, counting)
    if names and not own and (clauses := _clauses(rows, at, names[-1], _asked(others), others, depths)):
        return heads + clauses
    shared, records = lined(others)
    if names and records:
        deeper = _open_depth(rows, at, depths, above + 1)
        return (
            heads + [_fill(c) for c in shared] + [atom for cells in records for atom in _untitled(cells, None, deeper)]
        )
    inner = next((c for c in others if c.role == "requirement" and is_name_with_text(c)), None)
    if inner is not None:
        return heads + _name_atoms(inner, None) + [_fill(c) for c in others if c is not inner]
    if own or not names or (covered(rows, at, names[-1]) > 1 and not _only_marks(rows, at, others)):
        return heads + _untitled(others, marker if own else None, _untitled_depth(rows, at, depths, above, own=own))
    return heads + [_fill(c) for c in others]


def _asked(others: list[Slotted]) -> Slotted | None:
    """Return the cell that says what is asked for, or else how it is marked."""
    return next((c for role in ("requirement", "scoring") for c in others if c.role == role), None)


def _several(rows: tuple[Row, ...], at: int, depths: Depths) -> list[Atom]:
    """Make the atoms of a row whose last cell of names holds several, each with its full marks, below the others."""
    names, others = rows[at].by(*NAMES), [c for c in rows[at].cells if c.role not in NAMES]
    if len(names) <= 1 or rows[at].by("requirement", "number"):
        return []
    made = _clauses(rows, at, names[-2], names[-1], others, depths)
    heads = [atom for name in names[:-1] for atom in _name_atoms(name, depths[name.column])]
    return heads + made if made else []


def _only_marks(rows: tuple[Row, ...], at: int, others: list[Slotted]) -> bool:
    """Whether a name's first row says nothing but its marks, and the rows below it say what is asked for."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    asked = below is not None and bool(below.by("requirement")) and not below.by(*NAMES)
    return asked and all(c.role in _MARKS for c in others)


def _counted(names: list[Slotted], numbers: list[Slotted]) -> list[tuple[Slotted, Slotted]]:
    """Return the numbers of a row that has several, each with the name right behind it."""
    found: dict[int, tuple[Slotted, Slotted]] = {}
    for number in numbers if len(numbers) > 1 else ():
        name = next((n for n in names if n.column > number.column), None)
        if name is not None and lone_marker(number.text) is not None:
            found[name.column] = number, name
    return list(found.values())


def _clauses(
    rows: tuple[Row, ...], at: int, name: Slotted, text: Slotted | None, others: list[Slotted], depths: Depths
) -> list[Atom]:
    """Make a requirement's clauses nodes of their own, where each carries full marks and the name is the row's.

    Where no column asks for anything, a scoring standard's are.
    """
    if text is None or covered(rows, at, name) != 1:
        return []
    above, marks = depths[name.column], next(iter(rows[at].by(*_AMOUNTS)), None)
    depth = above + 1 if above is not None else None
    slot: Slot = "title" if text.role in NAMES else "scoring" if text.role == "scoring" else "requirement"
    points = marks.text if marks is not None else None
    made = clause_atoms(join(text.paragraphs, "\n"), depth, slot, join(name.paragraphs), points)
    return [*(_fill(c) for c in others if c is not text), *made] if made else []


def _text_over(rows: tuple[Row, ...], at: int) -> tuple[int, Slotted] | None:
    """Return the requirement that stands over this row and others, and the row that it begins in."""
    for first in range(at, -1, -1):
        cell = next(iter(rows[first].by("requirement")), None)
        if cell is not None:
            return (first, cell) if first + _text_height(rows, first, cell) > max(at, first + 1) else None
        if rows[first].by(*NAMES):
            return None
    return None


def _text_height(rows: tuple[Row, ...], at: int, cell: Slotted) -> int:
    """Return how many rows a requirement stands over: merged, or until a row that has one, a name or no amount."""
    if cell.span > 1 or rows[at].placed:
        return cell.span
    below = range(at + 1, len(rows))
    return next((i for i in below if _ends_a_text(rows[i])), len(rows)) - at


def _ends_a_text(row: Row) -> bool:
    return row.placed or bool(row.by(*NAMES, "requirement")) or not row.by(*_AMOUNTS)


def _below_text(
    rows: tuple[Row, ...], at: int, over: tuple[int, Slotted], others: list[Slotted], depths: Depths, above: int
) -> list[Atom] | None:
    """Make a row that has a part of its own of a requirement over several: the requirement's node, and one below it.

    Where a name stands over the same rows, the requirement is that name's.
    """
    first, text = over
    names, height = rows[first].by(*NAMES), _text_height(rows, first, text)
    named = bool(names) and covered(rows, first, names[-1]) == height
    depth = depths.get(names[-1].column) if named else _untitled_depth(rows, first, depths, above, own=False)
    if depth is None:
        return None
    head = [] if first != at else [_fill(text)] if named else [_fill(text)._replace(opens=True, depth=depth)]
    return head + _untitled([c for c in others if c is not text], None, depth + 1)


def _numbered_below(
    atoms: list[Atom], marker: Marker | None, over: tuple[int, Slotted], numbers: list[Slotted]
) -> list[Atom]:
    """Give a row's own number to the last node that it opens, or to the requirement's where it stands over its rows."""
    opened = [i for i, atom in enumerate(atoms) if atom.opens]
    if marker is None or not opened:
        return atoms
    whole = numbers[0].span == over[1].span > 1 and atoms[opened[0]].text.start == over[1].text.start
    return [a._replace(marker=marker) if i == opened[0 if whole else -1] else a for i, a in enumerate(atoms)]


def _named_atoms(rows: tuple[Row, ...], at: int, row: Row, name: Slotted, above: int) -> list[Atom]:
    """Make the atoms of a row with words in the place of its number: they are its name, or stand over its name."""
    head = _heading_atom(name, above + 1)
    if not row.by(*NAMES) and name.span == 1:
        return [head, *(_fill(c) for c in row.cells)]
    depths: Depths = {c.column: above + 2 + i for i, c in enumerate(row.by(*NAMES))}
    return [head, *_row_atoms(rows, at, row, depths, {}, above + 1)]


def _holder(rows: tuple[Row, ...], at: int, names: list[Slotted], amount: Slotted) -> Slotted | None:
    """Return the name that spans exactly the rows of a merged amount."""
    return next((n for n in names if covered(rows, at, n) == amount.span), None)


def _amounts_of(rows: tuple[Row, ...], at: int, name: Slotted, merged: list[Slotted], own: list[Slotted]) -> list[Atom]:
    """Return the amounts that belong to a name's node: they follow its atom, before deeper names.

    They are those of its own column, or merged ones that stand over the same rows.
    """
    if own:
        return [_fill(amount)._replace(shared=False) for amount in own]
    names = rows[at].by(*NAMES)
    return [_fill(amount)._replace(shared=False) for amount in merged if _holder(rows, at, names, amount) is name]


def _counts_text(number: Slotted, names: list[Slotted], others: list[Slotted]) -> bool:
    """Whether a number behind the names is merged over the rows of the text beside it, and so counts none of them."""
    beside = any(c.role == "requirement" and c.span == number.span and c.column == number.column + 1 for c in others)
    return number.span > 1 and beside and bool(names) and number.column > names[-1].column


def _numbers_the_row(rows: tuple[Row, ...], at: int, names: list[Slotted], number: Slotted) -> bool:
    """Whether a running number is the row's own: no name is as narrow, or it stands behind the names."""
    if not names or number.column > names[-1].column:
        return True
    return covered(rows, at, names[-1]) > covered(rows, at, number)


def _numbered_name(rows: tuple[Row, ...], at: int, names: list[Slotted], number: Slotted) -> Text:
    """Return the name that a number before it counts.

    Where every row is numbered it is the row's last name, else the first one over exactly the same rows.
    """
    if all(row.by("number") for row in rows):
        return names[-1].paragraphs[0]
    height = covered(rows, at, number)
    return next((c for c in names if covered(rows, at, c) == height), names[-1]).paragraphs[0]


def _with_number(heads: list[Atom], marker: Marker, name: Text) -> list[Atom]:
    """Give the number to the atom of its name; one that has a marker of its own keeps it, and the number is extra."""
    numbered = []
    for atom in heads:
        mine = atom.opens is True and atom.text.start == name.start
        numbered.append(atom._replace(marker=marker) if mine and atom.marker is None else atom)
        if mine and atom.marker is not None:
            numbered.append(Atom(text=marker.text, slot="number", opens=False))
    return numbered


def _untitled_depth(rows: tuple[Row, ...], at: int, depths: Depths, above: int, *, own: bool) -> int | None:
    """Return the depth of a row without a name: behind all name columns where it is numbered, else below its name."""
    deepest = max((d for d in depths.values() if d is not None), default=above) + 1
    return deepest if own else _open_depth(rows, at, depths, deepest)


def _open_depth(rows: tuple[Row, ...], at: int, depths: Depths, default: int) -> int | None:
    """Return the depth of an untitled row: one below the last name above it."""
    for i in range(at, -1, -1) if depths else ():  # without name columns there is no name to look for
        names = rows[i].by(*NAMES)
        if names:
            above = depths[names[-1].column]
            return above + 1 if above is not None else None
    return default


def _name_atoms(cell: Slotted, depth: int | None) -> list[Atom]:
    """Make the atom of a name cell; paragraphs behind a heading in the same cell are its requirement."""
    if len(cell.paragraphs) > 1 and is_name_with_text(cell):
        head = look(cell.paragraphs[0], in_table=True)._replace(
            opens=True, depth=depth, slot="title", header=cell.header, again=cell.again
        )
        return [head, _fill(replace(cell, role="requirement", paragraphs=cell.paragraphs[1:]))]
    text = join(cell.paragraphs)
    slot: Slot = cell.role if cell.role in NAMES else "title"
    return [
        look(text, in_table=True)._replace(opens=True, depth=depth, slot=slot, header=cell.header, again=cell.again)
    ]


def _untitled(others: list[Slotted], marker: Marker | None, depth: int | None) -> list[Atom]:
    """Make a row without a name a node of its own, headed by its requirement or, without one, its first cell.

    Cells that are merged from above alone, without a number, make none.
    """
    heads = _heads(others)
    if marker is None and all(c.inherited for c in others):
        return [_fill(c) for c in others]
    if not heads:
        return []
    atom = _fill(heads[0])._replace(marker=marker, opens=True, depth=depth, shared=False, again=())
    return [atom, *(_fill(c) for c in others if c is not heads[0])]


def _heads(others: list[Slotted]) -> list[Slotted]:
    """Return what may head a row without a name, best first: its requirement, then cells that are not merged."""
    return sorted(others, key=lambda c: (c.role != "requirement", c.inherited))


def _fill(cell: Slotted) -> Atom:
    shared = cell.role in _AMOUNTS and cell.span > 1
    return Atom(
        text=cell.text, slot=cell.role, opens=False, header=cell.header, inherited=cell.inherited, shared=shared,
        again=cell.again,
    )  # fmt: skip
