"""Flattened tables: the cells stand one a line, the columns are gone; only the header tells their kinds."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

import regex

from extractors.amounts import cell_amount, is_lone_amount, trailing_amount
from extractors.cut_cells import is_cut
from extractors.markers import Marker, is_marked
from extractors.rules import gives_marks
from extractors.text import Text, join
from extractors.wraps import begins_with_stop, ends_in_marks, is_full, is_open, is_wide_as, wrap_width
from normalizers.headers import bare_header, column_role, is_form_header, is_standard, is_total_label
from normalizers.values import ColumnRole
from pipeline.structure.atoms import Atom, Follows, Shape, Slot, look_inside
from pipeline.structure.serials import serial_of
from pipeline.structure.tree import Node

NAME_ROLES: Final = ("level", "title")
_NOT_SLOTS: Final = ("level", "title", "number")
_PRICES: Final = ("points", "weight")
_TEXTS: Final = (*NAME_ROLES, "requirement")
#: An amount in a bracket that a line's end cut, and what closes it.
_OPEN_AMOUNT: Final = regex.compile(r"\([\d.]{0,5}$")
_CLOSING: Final = regex.compile(r"[\d.]{0,5}\s*[分%]?\s*\)")
_FEWEST_UPRIGHT: Final = 3
_ONE_HAN: Final = regex.compile(r"\p{Han}")
_LONGEST_SECTION: Final = 20
#: One number in so many stands right behind another where marks given are filled in.
_FILLED: Final = 4
#: Numbers that are no serial: so many at least are a column's.
_FEWEST_MARKS: Final = 3
#: How a column's header ends that tells how one looks, and begins where it tells how marks are given all the same.
_LOOKING: Final = ("办法", "方法", "方式")
_MARKING: Final = ("评分", "计分", "打分", "赋分", "记分", "扣分", "加分")
#: What stands in a cell that was left empty.
_EMPTY: Final = regex.compile(r"[-—–―/\\]{1,4}|[Nn]/[Aa]")
#: No cell ends so.
_GOES_ON: Final = (",", "、", "(")
#: A line that a page's end cut is at least so long.
_SHORTEST_CUT: Final = 10
#: Columns that a published table fills in every row; the others may stay empty.
_NEEDED: Final = ("responsible", "lead", "deadline", "points", "weight")


@dataclass(frozen=True, slots=True)
class Flattened:
    """A flattened table's cells as atoms, its total rows (the word and the numbers behind it), and cells left empty."""

    atoms: list[Atom]
    totals: list[tuple[Text, ...]]
    empty: list[Text]


def flat_roles(headers: Sequence[Text], atoms: Sequence[Atom] = ()) -> list[ColumnRole | None]:
    """Return the role of each header as the cells allow.

    Beside a scoring standard `考核办法` is how one looks, and `检查标准` before it what is asked. Behind a requirement
    `考核标准` is one of marks where rules are told. `得分` over numbers is full marks where nothing else is, nor the
    names are said to carry them.
    """
    roles = [column_role(h.chars) for h in headers]
    if roles.count("scoring") > 1:
        roles = ["method" if _is_looking(h, role) else role for h, role in zip(headers, roles, strict=True)]
    if "requirement" not in roles and roles.count("scoring") > 1 and is_standard(headers[roles.index("scoring")].chars):
        roles[roles.index("scoring")] = "requirement"
    if "scoring" not in roles and roles.count("requirement") > 1 and sum(a.rule for a in atoms) >= _FEWEST_MARKS:
        last = len(roles) - 1 - roles[::-1].index("requirement")
        roles[last] = "scoring" if bare_header(headers[last].chars).endswith("标准") else roles[last]
    priced = not {*_PRICES}.isdisjoint(roles) or any(map(_carries_marks, headers, roles))
    if not priced and "score" in roles and len(_marks(atoms)) >= _FEWEST_MARKS:
        roles[roles.index("score")] = "points"
    return roles


def _carries_marks(header: Text, role: ColumnRole | None) -> bool:
    """Whether a header says that its names carry their full marks (`考核项目及分值`), so that no other column does."""
    return role in NAME_ROLES and bare_header(header.chars).endswith("分值")


def _is_looking(header: Text, role: ColumnRole | None) -> bool:
    bare = bare_header(header.chars)
    return role == "scoring" and bare.endswith(_LOOKING) and not bare.startswith(_MARKING)


def amounts_behind(headers: Sequence[Text], atoms: Sequence[Atom]) -> tuple[tuple[Text, ...], list[Atom]]:
    """Put amounts that are printed before the names they belong to behind them, and their header too."""
    roles = flat_roles(headers, atoms)
    told = [at for at, role in enumerate(roles) if role != "number"]
    first, second = (told[0], told[1]) if len(told) > 1 else (0, 0)
    if roles[first] not in _PRICES or roles[second] not in _TEXTS:
        return tuple(headers), list(atoms)
    order, swapped = list(headers), list(atoms)
    order[first], order[second] = order[second], order[first]
    counted = "number" in roles
    for at in range(counted, len(atoms) - 1):
        before = atoms[at - 1].running is not None if counted else at == 0 or atoms[at - 1].number is None
        if before and atoms[at].number is not None and atoms[at + 1].number is None:
            swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
    return tuple(order), swapped


def flat_shapes(
    headers: tuple[Text, ...], total: int | None, atoms: Sequence[Atom], *, filled: bool = False
) -> list[tuple[Shape, bool]]:
    """Return the shapes that a header may mean, each with whether its leaves are requirements.

    Somebody `filled` the form's columns in, or that shows in numbers beside numbers.

    Where amounts stand between names and requirements, a name has one amount and one requirement, or several rows, and
    the amount is the rows' or the name's.
    Of two columns of requirements the first may name what the second asks for; a column of names may be empty, or hold
    sections over its names, or stand glued to the requirements where cells run on.
    """
    roles = flat_roles(headers, atoms)
    filled = filled or _scores_are_filled(atoms)
    shape, leaves = flat_shape(headers, total, atoms, filled=filled), rows_are_leaves(roles)
    shapes = [(shape, leaves)]
    between = [r for r in roles if r in _PRICES or r in _TEXTS]
    amounts = [i for i, r in enumerate(between) if r in _PRICES]
    if len(amounts) == 1 and "requirement" in between[amounts[0] :] and between[0] in NAME_ROLES:
        shapes.append((flat_shape(headers, total, atoms, rows=False, filled=filled), False))
        shapes.append((replace(shape, depths=_price_depths(roles, shape)), leaves))
    if roles.count("requirement") > 1:
        first = shape.slots.index("requirement")
        slots = (*shape.slots[:first], *shape.slots[first + 1 :])
        shapes.append((replace(shape, leaf=(shape.leaf or 1) + 1, slots=slots), leaves))
    if roles.count("title") == 1 and shape.leaf == 1 and (_has_sections(atoms) or _counts_again(atoms)):
        shapes.append((replace(shape, leaf=2), leaves))
    if sum(r in NAME_ROLES for r in roles) == 1 and leaves and _are_glued(atoms):
        shapes.append((replace(shape, leaf=1), leaves))
    if not leaves and "scoring" in shape.slots and _has_standards(atoms):
        first = shape.slots.index("scoring")
        rest = (*shape.slots[:first], *shape.slots[first + 1 :])
        return [(replace(shape, leaf=(shape.leaf or 1) + 1, slots=rest, standards=True), True)]
    if sum(r in NAME_ROLES for r in roles) > 1 and leaves:
        shapes.append((replace(shape, leaf=(shape.leaf or 1) - 1), leaves))
    return shapes


def flat_shape(
    headers: tuple[Text, ...],
    total: int | None,
    atoms: Sequence[Atom] = (),
    *,
    rows: bool | None = None,
    filled: bool = False,
) -> Shape:
    """Return the shape that a flattened table's header gives: so many names deep, then these columns.

    Each requirement is a row of its own and the tree's leaf. Sections (一、) in a requirement column that holds
    rows too are names over them. Nobody has filled a published form's columns in.
    """
    roles = flat_roles(headers, atoms)
    names = sum(1 for r in roles if r in NAME_ROLES)
    rows = rows_are_leaves(roles) if rows is None else rows
    kept = [r for h, r in zip(headers, roles, strict=True) if filled or r in _PRICES or not is_form_header(h.chars)]
    slots: list[Slot] = [r for r in kept if r is not None and r not in _NOT_SLOTS]
    names += rows and not names and _has_sections(atoms)
    if rows:
        slots.remove("requirement")
    needed = tuple(s for s in slots if s in _NEEDED)
    priced = any(s in _PRICES for s in slots)
    shape = Shape(
        leaf=(names + rows) or 1,
        slots=tuple(slots),
        total=total,
        priced=priced,
        needed=needed,
        counted="number" in roles or _count_rows(atoms),
    )
    return replace(shape, depths=_price_depths(roles, shape)) if sum(s in _PRICES for s in slots) > 1 else shape


def _price_depths(roles: Sequence[ColumnRole | None], shape: Shape) -> tuple[int, ...]:
    """Return the depth to which each column belongs, where a column of amounts is of the name or row before it."""
    leaf, named = shape.leaf or 1, (*NAME_ROLES, "requirement")
    before = iter([sum(r in named for r in roles[:at]) for at, r in enumerate(roles) if r in _PRICES])
    return tuple(max(1, min(next(before), leaf)) if slot in _PRICES else leaf for slot in shape.slots)


def _marks(atoms: Sequence[Atom]) -> list[int]:
    """Return the places of numbers that count no rows."""
    found, serial = [], 0
    for at, atom in enumerate(atoms):
        counts = atom.running is not None and atom.running.ordinal == serial + 1
        serial += counts
        if atom.number is not None and not counts:
            found.append(at)
    return found


def _scores_are_filled(atoms: Sequence[Atom]) -> bool:
    """Whether numbers stand beside numbers, as full marks and marks given do; an empty form has full marks alone."""
    marks = _marks(atoms)
    pairs = sum(atoms[at - 1].number is not None for at in marks if at)
    return bool(marks) and pairs * _FILLED >= sum(atom.number is not None for atom in atoms)


def _count_rows(atoms: Sequence[Atom]) -> bool:
    """Whether numbers alone on their lines count rows though no header says so: from 1, beside amounts that say 分."""
    serials = [a.running.ordinal for a in atoms if a.running is not None]
    counted = serials == list(range(1, len(serials) + 1)) and len(serials) >= _FEWEST_MARKS
    return counted and all(atoms[at].text.folded.rstrip(") ").endswith("分") for at in _marks(atoms))


def _has_sections(atoms: Sequence[Atom]) -> bool:
    """Whether cells are numbered as sections, each with rows behind it."""
    marked = [a.marker.family == "cn_dun" and len(a.name) <= _LONGEST_SECTION for a in atoms if a.marker is not None]
    counted = any(a.running is not None for a in atoms)
    apart = bool(marked) and any(a.running is not None and not a.text.folded[:1].isdigit() for a in atoms)
    return apart or (any(marked) and (counted or not all(marked)))


def _has_standards(atoms: Sequence[Atom]) -> bool:
    """Whether standards are numbered from 1 again and again, below names that each have several."""
    ruled = [a.marker.ordinal for a in atoms if a.rule and a.marker is not None and a.amount is None]
    return ruled.count(1) > 1 and len(ruled) > 2 * ruled.count(1)


def _are_glued(atoms: Sequence[Atom]) -> bool:
    """Whether names may stand glued to the cells behind them: cells run on, and no name is told by its own amount."""
    return any(a.follows == "run" for a in atoms) and all(a.amount is None or a.number is not None for a in atoms)


def _counts_again(atoms: Sequence[Atom]) -> bool:
    """Whether numbers begin with 1 again and again, as below names that have none."""
    firsts = [a.marker.family for a in atoms if a.marker is not None and a.marker.ordinal == 1]
    return len(firsts) > len(set(firsts))


def rows_are_leaves(roles: Sequence[ColumnRole | None]) -> bool:
    """Whether a table's rows are told by their requirement, under names that may stand over several."""
    return "requirement" in roles


def flat_atoms(cells: list[Text], run_on: Set[int] = frozenset(), *, numbers: int = 1) -> Flattened:
    """Make an atom of each cell; total rows are set apart, each with so many numbers at most as there are columns.

    `run_on` are the offsets at which a cell begins that stands in one paragraph with the one before.
    """
    atoms: list[Atom] = []
    totals: list[tuple[Text, ...]] = []
    widest = wrap_width(cells)
    before: Text | None = None
    last: Text | None = None
    empty: list[Text] = []
    for cell, line in _whole(cells):
        if _EMPTY.fullmatch(cell.folded):
            empty.append(cell)
            continue
        if is_total_label(cell.chars):
            totals.append((cell,))
        elif totals and before is totals[-1][-1] and len(totals[-1]) <= numbers and cell_amount(cell) is not None:
            totals[-1] = (*totals[-1], cell)
        else:
            closed = bool(atoms) and before is atoms[-1].text and (atoms[-1].units or atoms[-1].time)
            atom = _atom(cell, last, widest, run_on, closed=closed)
            part = bool(atoms) and _is_next_part(atoms[-1].marker, atom.marker)
            atoms.append(atom._replace(part=True) if part else atom)
        before, last = cell, line
    for at in range(1, len(atoms) - 1):
        if _may_turn(*atoms[at - 1 : at + 2]):
            atoms[at] = atoms[at]._replace(turns=True)
    return Flattened(_serials_told(atoms), totals, empty)


def _serials_told(atoms: list[Atom]) -> list[Atom]:
    """Make bare numbers that go on one by one no amounts, where the amounts say 分."""
    bare = [at for at, a in enumerate(atoms) if a.running is not None and a.number is not None]
    worded = sum(a.number is not None and a.text.folded.rstrip(") ").endswith("分") for a in atoms)
    others = sum(a.number is not None for a in atoms) - worded - len(bare)
    ordinals = [running.ordinal for at in bare if (running := atoms[at].running) is not None]
    first = ordinals[0] if ordinals else None
    counted = first is not None and ordinals == list(range(first, first + len(ordinals)))
    if len(bare) < 2 or worded < _FEWEST_MARKS or others or not counted:
        return atoms
    return [a._replace(number=None) if a.running is not None else a for a in atoms]


def _may_turn(before: Atom, number: Atom, after: Atom) -> bool:
    """Whether a number on a line of its own may be a page's that ends with a row: a numbered one begins behind it."""
    alone = number.running is not None and number.follows == "line" and before.stopped
    return alone and before.number is None and after.number is None and after.marker is not None


def _atom(cell: Text, before: Text | None, widest: float | None, run_on: Set[int], *, closed: bool) -> Atom:
    """Look at a cell, and at how it stands to the line before; one of units or of time is `closed` without a stop."""
    if before is None:
        return look_inside(cell)
    ran = cell.start in run_on or (is_wide_as(before, widest) and not is_open(before))
    cut = is_full(before, widest) or before.folded.endswith(_GOES_ON)
    follows: Follows = "run" if ran else "wrapped" if cut else "line"
    ruled = ends_in_marks(before) and gives_marks(cell)
    stopped = closed or ruled or not is_open(before) or cell_amount(before) is not None
    return look_inside(cell, follows, stopped=stopped, cut=not stopped and len(before) >= _SHORTEST_CUT)


def _is_next_part(before: Marker | None, marker: Marker | None) -> bool:
    """Whether a number goes on from the one of the cell right before it."""
    if before is None or marker is None or before.ordinal is None or before.family != marker.family:
        return False
    return marker.ordinal == before.ordinal + 1


def _whole(cells: list[Text]) -> list[tuple[Text, Text]]:
    """Join an amount's bracket (`（20分）`), or the rest of one or of a sentence, to what it was wrapped away from.

    Returns each cell with its last line.
    """
    whole: list[tuple[Text, Text]] = []
    for cell in _upright(cells):
        rest = begins_with_stop(cell) or _closes(whole[-1][0], cell) if whole else False
        if whole and (rest or _is_amount_of(whole[-1][0], cell) or is_cut(whole[-1][0], cell)):
            whole[-1] = (join([whole[-1][0], cell]), cell)
        else:
            whole.append((cell, cell))
    return whole


def _upright(cells: list[Text]) -> Iterator[Text]:
    """Join a name that was written down a narrow column, one character a line."""
    for single, run in groupby(cells, lambda cell: len(cell) == 1 and _ONE_HAN.fullmatch(cell.chars) is not None):
        lines = list(run)
        if single and len(lines) >= _FEWEST_UPRIGHT:
            yield join(lines)
        else:
            yield from lines


def _closes(before: Text, cell: Text) -> bool:
    if ")" not in cell.folded:
        return False
    return _CLOSING.match(cell.folded) is not None and _OPEN_AMOUNT.search(before.folded) is not None


def _is_amount_of(before: Text, cell: Text) -> bool:
    if not is_lone_amount(cell) or (is_marked(cell) and is_open(before)):
        return False
    return trailing_amount(before, in_table=True)[0] is None


def collapsed(node: Node, leaf: int) -> Node:
    """Make one node of a name over a single row: the row's requirement and columns are its own."""
    node.children = [collapsed(child, leaf) for child in node.children]
    if node.depth == leaf - 1 and len(node.children) == 1 and not all(map(_is_priced, (node, node.children[0]))):
        (row,) = node.children
        serial = serial_of(row)
        if serial is not None and node.head.marker is None:
            node.head = node.head._replace(marker=serial)
        elif serial is not None and serial is row.head.marker:
            node.filled.append(("number", Atom(text=serial.text, slot="number", opens=False)))
        slot: Slot = "scoring" if row.head.slot == "scoring" else "requirement"
        node.filled += [(slot, row.head._replace(slot=slot)), *row.filled]
        node.repeats += row.repeats
        node.children = []
    return node


def _is_priced(node: Node) -> bool:
    return any(slot in _PRICES for slot, _ in node.filled)
