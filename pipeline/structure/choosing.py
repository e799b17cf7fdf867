"""Two readings of a flattened table: a tree by the search, or a grid by its cells' pattern where that is surer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.text import Text
from normalizers.headers import column_role, header_role, is_form_header
from pipeline.document import Paragraph, Table
from pipeline.segments.costs import FAIRLY_LAID
from pipeline.segments.laid import laid_behind
from pipeline.structure.atoms import Atom, Shape
from pipeline.structure.begun import rows_begun
from pipeline.structure.classes import with_classes, without_classes
from pipeline.structure.costs import DOUBTFUL_MARGIN, FAIR_COST
from pipeline.structure.flat import Flattened, amounts_behind, flat_atoms, flat_shapes
from pipeline.structure.lettered import with_letters_over_marks
from pipeline.structure.names import with_names_whole
from pipeline.structure.search import Reading, Search

_NUMBERS: Final = ("points", "weight", "self_score", "score")
_PRICES: Final = ("points", "weight")
_TEXTS: Final = ("requirement", "title")
#: What goes on with a header begins so (`考核内容` over `及分值`).
_GOES_ON: Final = ("及", "和", "与")
#: Two columns explain the cells better than one where the search costs so much less.
_CLEARLY: Final = 1.0
#: Which shape a header means shows in so many cells.
_SAMPLE: Final = 200
#: Decisions that take a number for a page's.
_PAGES: Final = ("page", "turn")
#: A table's pattern shows in so many rows below its header.
_FEWEST_ROWS: Final = 3


@dataclass(frozen=True, slots=True)
class CellsRead:
    """A flattened table's cells and how they were read: under which shape, with whose `rows` as leaves, how clearly."""

    cells: Flattened
    atoms: list[Atom]
    shape: Shape
    rows: bool
    reading: Reading
    margin: float | None

    @property
    def doubtful(self) -> bool:
        """Whether another tree explains the cells about as well, or none does, and no sums of names can tell."""
        near = self.margin is not None and self.margin < DOUBTFUL_MARGIN
        poor = self.reading.cost > FAIR_COST * len(self.atoms)
        return (near or poor) and all(atom.amount is None or atom.number is not None for atom in self.atoms)


def read_flattened(headers: Sequence[Text], cells: Sequence[Paragraph], total: int | None) -> CellsRead | Table:
    """Read a flattened table below its headers, with its stated total in thousandths: cells for a tree, or a grid."""
    read = _searched(headers, cells, total)
    laid = laid_behind(headers, cells) if read.doubtful else None
    return laid[0] if laid is not None and _is_sure(*laid) else read


def headers_told(headers: Sequence[Text], cells: Sequence[Paragraph], total: int | None) -> tuple[Text, ...]:
    """Return the headers, one of two lines cut in two where the cells are explained better so.

    `标准` over `分值` is a narrow column's one header, or stands for a column of texts and one of marks.
    """
    told = tuple(headers)
    for at, header in enumerate(headers):
        cut = _line_end(header)
        if cut is None or column_role(header[:cut].chars) not in _TEXTS:
            continue
        if header_role(header[cut:].chars) in _PRICES:
            parted = (*headers[:at], header[:cut], header[cut:], *headers[at + 1 :])
            one, other = (_searched(found, cells, total).reading.cost for found in (told, parted))
            return parted if other + _CLEARLY < one else told
    return told


def _line_end(header: Text) -> int | None:
    """Return where a header may end above another, if it is broken over two lines and none says that it goes on."""
    pairs = enumerate(pairwise(header.offsets), 1)
    ends = [at for at, (one, other) in pairs if other > one + 1 and "\n" in header.source[one + 1 : other]]
    return ends[0] if len(ends) == 1 and not header.folded.startswith(_GOES_ON, ends[0]) else None


def _is_sure(table: Table, behind: list[Paragraph]) -> bool:
    """Whether a table laid out from its lines is better than a doubtful search: it has rows enough, and all fit."""
    return not behind and len(table.rows) > _FEWEST_ROWS and (table.laid or 0.0) <= FAIRLY_LAID


def _searched(headers: Sequence[Text], paragraphs: Sequence[Paragraph], total: int | None) -> CellsRead:
    """Search for the tree of a table's cells below its header."""
    numbers = sum(header_role(h.chars) in _NUMBERS for h in headers)
    run_on = {p.text.start for p in paragraphs if p.runs_on}
    texts = with_names_whole([p.text for p in paragraphs], [header_role(h.chars) for h in headers])
    cells = flat_atoms(texts, run_on, numbers=max(1, numbers))
    apart = without_classes(headers, with_letters_over_marks(cells.atoms))
    order, atoms = amounts_behind(apart.headers, apart.atoms)
    atoms = rows_begun(order, atoms)
    return _with_classes(_filled_or_not(cells, order, atoms, total), apart.classes)


def _with_classes(read: CellsRead, classes: dict[int, Atom]) -> CellsRead:
    if not classes:
        return read
    atoms, decisions = with_classes(read.atoms, read.reading.decisions, classes)
    doubt = read.atoms[read.reading.doubt] if read.reading.doubt is not None else None
    at = next((i for i, atom in enumerate(atoms) if atom is doubt), None)
    return replace(read, atoms=atoms, reading=replace(read.reading, decisions=decisions, doubt=at))


def _filled_or_not(cells: Flattened, order: tuple[Text, ...], atoms: list[Atom], total: int | None) -> CellsRead:
    """Read a table as one that nobody filled in; numbers left over may be what a form's columns hold."""
    read = _cheapest(cells, atoms, flat_shapes(order, total, atoms))
    left_over = any(decision.kind in _PAGES for decision in read.reading.decisions)
    if not left_over or not any(is_form_header(header.chars) for header in order):
        return read
    filled = _cheapest(cells, atoms, flat_shapes(order, total, atoms, filled=True))
    return filled if filled.reading.cost < read.reading.cost else read


def _cheapest(cells: Flattened, atoms: list[Atom], shapes: list[tuple[Shape, bool]]) -> CellsRead:
    """Read a table under the shape that explains its first cells best.

    Another meaning of the header that costs hardly more is as doubtful as another tree.
    """
    sample = atoms[:_SAMPLE] if len(shapes) > 1 else []
    searches = [Search(s).read(sample) for s, _ in shapes]
    costs = [s.cost() for s in searches]
    at = costs.index(min(costs))
    reading = searches[at].read(atoms[len(sample) :]).reading()
    margins = [reading.margin] if reading.margin is not None else []
    if len(costs) > 1:
        best, second = sorted(costs)[:2]
        margins.append(round(second - best, 3))
    return CellsRead(cells, atoms, *shapes[at], reading, min(margins, default=None))
