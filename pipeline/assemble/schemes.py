"""A scheme's region to a Scheme: columns, tree, totals, notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from extractors.amounts import cell_amount, labelled_amount, scheme_total, trailing_amount
from extractors.applies import applies_to, is_bodies
from extractors.found import Found
from extractors.markers import split_marker
from extractors.metadata import notes_mark
from extractors.natures import nature_of_list
from extractors.rules import rules
from extractors.text import Text
from normalizers.headers import BODIES_OR_MEASURES, bare_header, column_role
from normalizers.values import AmountValue, Nature
from pipeline.assemble.awarded import Awarded
from pipeline.assemble.graded_rows import with_grades_as_rules
from pipeline.assemble.items import ItemBuilder
from pipeline.assemble.leads import Leads
from pipeline.assemble.neutral import with_natures_told
from pipeline.assemble.totals import (
    SUBTOTAL,
    flat_total,
    headed_total,
    points_total,
    self_total,
    subtotals,
    titled_total,
    without_whole,
)
from pipeline.assemble.values import amount, rule
from pipeline.document import Document, Table
from pipeline.ledger import Ledger
from pipeline.models import Amount, Column, Rule, Scheme
from pipeline.segments.parts import Region
from pipeline.structure.atoms import Atom, Shape, Slot, thousandths
from pipeline.structure.choosing import headers_told, read_flattened
from pipeline.structure.costs import POOR_COST
from pipeline.structure.flat import collapsed, flat_roles
from pipeline.structure.grid import grid_readings, grid_shape
from pipeline.structure.headers import Label
from pipeline.structure.marks import Choice, full_marks
from pipeline.structure.merging import merged
from pipeline.structure.outline import OUTLINE, outline_atoms
from pipeline.structure.outlined import outlined
from pipeline.structure.owners import amounts_over
from pipeline.structure.ran import doubtful_remarks
from pipeline.structure.rows import Sheet, sheet
from pipeline.structure.search import Reading, search
from pipeline.structure.serials import rows_below_number, with_rows_counted, with_serials
from pipeline.structure.spreading import Spread
from pipeline.structure.summed import with_sums_raised
from pipeline.structure.told import Told
from pipeline.structure.tree import Node, build

#: What a header that no vocabulary has may come to mean by its cells, so that it must be said.
_RECAST: Final = ("deadline", "scoring", "points", "requirement", "responsible", "title")
#: Columns that are filled in for the assessed.
_SCORES: Final = ("self_score", "score")


@dataclass(slots=True)
class Inferred:
    """What a tree owes to inference: by item id, parts that were joined, depths that were overruled, amounts shared.

    By scheme id: margins, where the next best reading begins to differ, trees that explain little (`poor`), tables
    without a known header, those whose columns were told by what they hold, those laid out from lines with what a line
    costs, the first cells of rows placed by their looks, headers that were given another meaning than their usual one,
    columns chosen for the full marks, amounts given to a name over empty cells, blanks taken for merged cells
    (`spread`), amounts of subtotal rows, lines of an outline that look like `cells`, `remarks` that nothing divides
    from the cells beside them. `unglued` are where headings begin that were cut off their sentences. `natures` are
    items that their rules told to be bonus or deduction, `awarded` those whose full marks are only printed in their
    rules. `undated` are deadlines without a year, `leads` bodies that lead by where they stand, `number` a document
    number that lost a bracket.
    """

    margins: dict[str, float | None] = field(default_factory=dict)
    doubts: dict[str, Text] = field(default_factory=dict)
    joined: dict[str, int] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    choices: dict[str, list[Choice]] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    laid: dict[str, float] = field(default_factory=dict)
    cells: dict[str, list[Text]] = field(default_factory=dict)
    poor: set[str] = field(default_factory=set)
    placed: dict[str, list[Text]] = field(default_factory=dict)
    recast: dict[str, list[Label]] = field(default_factory=dict)
    over: dict[str, list[Text]] = field(default_factory=dict)
    subtotals: dict[str, list[Amount]] = field(default_factory=dict)
    spread: dict[str, Spread] = field(default_factory=dict)
    unglued: set[int] = field(default_factory=set)
    natures: set[str] = field(default_factory=set)
    awarded: set[str] = field(default_factory=set)
    remarks: dict[str, list[Text]] = field(default_factory=dict)
    undated: list[Text] = field(default_factory=list)
    leads: Leads = field(default_factory=dict)
    number: Text | None = None


class SchemeBuilder:
    """Builds the schemes of one notice."""

    def __init__(self, document: Document, ledger: Ledger, items: ItemBuilder) -> None:
        self._document = document
        self._ledger = ledger
        self._items = items
        self._nature: Nature = "base"
        self.inferred = Inferred()

    def scheme(self, region: Region, id_: str, notice_title: str | None) -> Scheme | None:
        """Build the scheme of a region; None where no tree comes of it."""
        total = labelled_amount(region.total) if region.total is not None else None
        name = _title(region)[0]
        whole = name.folded if name is not None else notice_title
        self._nature = (nature_of_list(whole) if whole is not None else None) or "base"
        read = self._of_tables if region.tables else self._of_cells
        scheme = read(region, id_, total)
        if scheme is None:
            return None
        scheme = scheme.model_copy(update={"items": tuple(map(with_grades_as_rules, scheme.items))})
        return self.with_natures(self._with_frame(scheme, region, total, notice_title))

    def with_natures(self, made: Scheme) -> Scheme:
        """Tell of a scheme's neutral items what their rules say that they are."""
        worth = made.total.value if made.total is not None else None
        told = made.model_copy(update={"items": with_natures_told(made.items, worth)})
        same = zip(made.walk(), told.walk(), strict=True)
        self.inferred.natures |= {new.id for old, new in same if old.nature != new.nature}
        return told

    def with_marks_awarded(self, made: Scheme) -> Scheme:
        """Give a scheme's items the full marks that only their rules print, where these come to the whole."""
        given = Awarded(self._document, self.inferred.awarded)
        worth = made.total.value if made.total is not None and made.total.unit == "point" else None
        return made.model_copy(update={"items": given.family(made.items, worth)})

    def _of_tables(self, region: Region, id_: str, total: Found[AmountValue] | None) -> Scheme | None:
        stated = total.value.value if total is not None else None
        rows, self.inferred.choices[id_] = full_marks(merged(without_whole(sheet(region.tables))), stated)
        for text in [*(label.text for label in rows.labels), *rows.over]:
            self._ledger.claim(text, "header")
        for text in rows.repeated:
            self._ledger.claim(text, "repeated_header")
        for text in rows.open:
            self._ledger.claim(text, "form")
        for text in rows.notes:
            self._ledger.claim(text, "note")
        for cells in rows.totals:
            for cell in cells:
                self._ledger.claim(cell.text, "subtotal")
        shape = grid_shape(rows, _scaled(total))
        atoms, reading = min(((a, search(a, shape)) for a in grid_readings(rows)), key=lambda found: found[1].cost)
        scheme = self._tree(atoms, reading, shape, id_, {})
        self._note_grid(rows, id_)
        costs = [table.laid for table in region.tables if table.laid is not None]
        self.inferred.laid |= {id_: max(costs)} if costs else {}
        printed = tuple(Column(header=x.text.value, role=x.role) for x in (*rows.labels, *rows.further))
        update: dict[str, object] = {
            "columns": printed,
            "self_total": self_total(rows),
            "total": self._total_row(points_total(rows) or headed_total(rows.labels)),
        }
        notes = [mark[1] if (mark := notes_mark(text)) is not None else text for text in rows.notes]
        update |= {"notes": tuple(text.value for text in notes), "scoring_rules": self._rules_of(notes)}
        return scheme and scheme.model_copy(update=update)

    def _note_grid(self, rows: Sheet, id_: str) -> None:
        """Remember what the reading of a table's columns and rows owes to inference."""
        if rows.told is not None:
            self.inferred.told[id_] = rows.told
        elif not rows.labels:
            self.inferred.unknown.add(id_)
        self.inferred.recast[id_] = _recast(rows, self.inferred.choices[id_])
        self.inferred.over[id_] = amounts_over(rows)
        self.inferred.subtotals[id_] = [amount(found, self._document) for found in subtotals(rows)]
        if rows.spread is not None:
            self.inferred.spread[id_] = rows.spread
        if rows.placed:
            self.inferred.placed[id_] = list(rows.placed)

    def _of_cells(self, region: Region, id_: str, total: Found[AmountValue] | None) -> Scheme | None:
        for header in region.repeated:
            self._ledger.claim(header, "repeated_header")
        points = outlined([cell.text for cell in region.cells])
        if points:
            return self._of_points(points, region, id_)
        region = replace(region, headers=headers_told(region.headers, region.cells, _scaled(total)))
        read = read_flattened(region.headers, region.cells, _scaled(total))
        if isinstance(read, Table):
            return self._of_tables(replace(region, tables=(read,)), id_, total)
        for header in region.headers:
            self._ledger.claim(header, "header")
        for text in (t for row in read.cells.totals for t in row):
            self._ledger.claim(text, "subtotal")
        for text in read.cells.empty:
            self._ledger.claim(text, "form")
        roles = flat_roles(region.headers, read.cells.atoms)
        printed = tuple(Column(header=h.value, role=r or "other") for h, r in zip(region.headers, roles, strict=True))
        headers = {str(column.role): column.header for column in printed}
        scheme = self._tree(read.atoms, read.reading, read.shape, id_, headers, rows=read.rows)
        if id_ in self.inferred.margins:
            self.inferred.margins[id_] = read.margin
        sums = [row for row in read.cells.totals if len(row) == 2] if read.shape.priced else []
        parts = [cell_amount(row[1]) for row in sums if bare_header(row[0].chars) == SUBTOTAL]
        self.inferred.subtotals[id_] = [amount(found, self._document) for found in parts if found is not None]
        if scheme is None:
            return None
        filled = {role for role in _SCORES for item in scheme.walk() if getattr(item, role) is not None}
        last = read.cells.totals[-1] if read.cells.totals and read.shape.priced else ()
        worth, given = flat_total(last, roles, filled)
        return scheme.model_copy(update={"columns": printed, "total": self._total_row(worth), "self_total": given})

    def _of_points(self, points: list[Text], region: Region, id_: str) -> Scheme | None:
        """Build the scheme of an outline that stands below a header of columns."""
        for header in region.headers:
            self._ledger.claim(header, "header")
        atoms = outline_atoms(points)
        scheme = self._tree(atoms, search(atoms, OUTLINE), OUTLINE, id_, {})
        roles = flat_roles(region.headers)
        printed = tuple(Column(header=h.value, role=r or "other") for h, r in zip(region.headers, roles, strict=True))
        return scheme and scheme.model_copy(update={"columns": printed})

    def stated_total(self, told: list[Text]) -> Amount | None:
        """Return the total that the text around an outline states (`实行百分制，总分100分`), if it states one only."""
        found = [total for text in told for total in [scheme_total(text)] if total is not None]
        return self._total_row(found[0]) if len({f.value.value for f in found}) == 1 else None

    def with_title_total(self, scheme: Scheme, title: Text) -> Scheme:
        """Give a notice's only scheme the total that the notice's title states, where nothing nearer does."""
        if scheme.total is not None or not any(item.points for item in scheme.walk()):
            return scheme
        return scheme.model_copy(update={"total": self._total_row(titled_total(title))})

    def _total_row(self, found: Found[AmountValue] | None) -> Amount | None:
        return amount(found, self._document) if found is not None else None

    def _tree(
        self,
        atoms: list[Atom],
        reading: Reading,
        shape: Shape,
        id_: str,
        headers: dict[str, str],
        *,
        rows: bool = False,
    ) -> Scheme | None:
        if not atoms:
            return None
        built = build(atoms, reading.decisions)
        roots = built.roots
        self.inferred.remarks[id_] = doubtful_remarks(roots)
        for page in built.pages:
            self._ledger.claim(page, "page_number")
        if shape.leaf is not None:
            leaf = shape.leaf
            roots = with_rows_counted([row for root in map(with_sums_raised, roots) for row in rows_below_number(root)])
            name: Slot = "level" if "level" in headers or not rows else "title"
            own: Slot = "requirement" if "requirement" in headers else "scoring"
            roots = [
                collapsed(with_serials(_as_columns(n, leaf, name, own)), leaf) if rows else _as_levels(n) for n in roots
            ]
            self.inferred.margins[id_] = reading.margin
            if reading.cost > POOR_COST * len(atoms):
                self.inferred.poor.add(id_)
            if reading.doubt is not None:
                self.inferred.doubts[id_] = atoms[reading.doubt].text
        self.note(roots, f"{id_}.")
        items = self._items.tree(roots, f"{id_}.", headers, nature=self._nature)
        return Scheme(id=id_, items=items) if items else None

    def note(self, nodes: list[Node], prefix: str, first: int = 1) -> None:
        """Remember which items stand in several parts or are not where their column says."""
        for i, node in enumerate(nodes, first):
            id_ = f"{prefix}{i}"
            parts = 1 + len(node.repeats) + len(node.head.again) + node.head.text.breaks(self._document.layout_offsets)
            if parts > 1:
                self.inferred.joined[id_] = parts
            moved = sum(1 for c in node.children if c.head.depth is not None and c.head.depth != c.depth)
            if moved:
                self.inferred.moved[id_] = moved
            for atom in (a for _, a in node.filled if a.shared):
                self.inferred.shared[id_] = atom.text.raw
            self.note(node.children, f"{id_}.")

    def _with_frame(
        self, scheme: Scheme, region: Region, total: Found[AmountValue] | None, notice_title: str | None
    ) -> Scheme:
        for text in [*region.titles, *region.marks]:
            self._ledger.claim(text, "metadata")
        if region.total is not None:
            self._ledger.claim(region.total, "metadata")
        title, worth = _title(region)
        general = region.titles[0].folded if len(region.titles) > 1 else notice_title
        who = applies_to(title, general) if title is not None else None
        who = title if title is not None and is_bodies(title) else who
        total = total or worth or (titled_total(region.titles[-1]) if region.titles else None)
        return scheme.model_copy(
            update={
                "title": title.value if title is not None else None,
                "applies_to": who.value if who is not None else None,
                "levels": tuple(c.header for c in scheme.columns if c.role == "level"),
                "total": amount(total, self._document) if total is not None else scheme.total,
                "notes": (*scheme.notes, *self._notes(region)),
                "scoring_rules": (*scheme.scoring_rules, *self._rules_of(_told(region))),
            }
        )

    def with_notes(self, scheme: Scheme, label: Text, notes: list[Text]) -> Scheme:
        """Give a scheme the notes below its outline, behind those of a table above that."""
        for text in [label, *notes]:
            self._ledger.claim(text, "note")
        printed = (*scheme.notes, *(text.value for text in notes))
        return scheme.model_copy(
            update={"notes": printed, "scoring_rules": (*scheme.scoring_rules, *self._rules_of(notes))}
        )

    def _notes(self, region: Region) -> tuple[str, ...]:
        for text in [region.notes_label, *region.notes_above, *region.notes]:
            if text is not None:
                self._ledger.claim(text, "note")
        return tuple(text.value for text in _told(region))

    def _rules_of(self, notes: Iterable[Text]) -> tuple[Rule, ...]:
        return tuple(rule(r, self._document) for text in notes for r in rules(_unnumbered(text)))


def _title(region: Region) -> tuple[Text | None, Found[AmountValue] | None]:
    """Return the last line above a table that names it, and what a numbered one says that it is worth."""
    if not region.titles:
        return None, None
    marker, words = split_marker(region.titles[-1])
    words = words.strip("：:")
    worth, name = trailing_amount(words, in_table=True) if marker is not None else (None, words)
    return name, worth


def _told(region: Region) -> list[Text]:
    """Return the notes above a table, without their label, and those below it."""
    above = [mark[1] if (mark := notes_mark(text)) is not None else text for text in region.notes_above]
    return [*(text for text in above if text.chars), *region.notes]


def _unnumbered(text: Text) -> Text:
    return split_marker(text)[1]


def _scaled(total: Found[AmountValue] | None) -> int | None:
    return thousandths(total.value.value) if total is not None else None


def _as_levels(node: Node) -> Node:
    """Mark the nodes of a flattened table as named by their level columns."""
    node.head = node.head._replace(slot="level")
    node.children = [_as_levels(child) for child in node.children]
    return node


def _as_columns(node: Node, leaf: int, name: Slot, own: Slot) -> Node:
    """Mark the nodes of a flattened table as named by their name columns, its leaves by the column `own` to them."""
    nameless = not node.head.name and node.head.amount is not None
    node.head = node.head._replace(slot="points" if nameless else own if node.depth == leaf else name)
    node.children = [_as_columns(child, leaf, name, own) for child in node.children]
    return node


def _recast(rows: Sheet, choices: list[Choice]) -> list[Label]:
    """Return the headers that were given another meaning than their usual one, but for those told of elsewhere."""
    left = {choice.at.start for choice in choices}
    known = [x for x in rows.labels if rows.told is None and x.text.start not in left]
    usual = ((x, column_role(x.text.chars)) for x in known)
    return [
        x
        for x, role in usual
        if role != x.role
        and (role is not None or x.role in _RECAST)
        and bare_header(x.text.chars) not in BODIES_OR_MEASURES
    ]
