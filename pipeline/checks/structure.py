"""What the tree owes to inference, and what of the document is in no tree at all."""

import re
from collections.abc import Iterator
from typing import Final

from extractors.subjects import is_long_sentence
from extractors.text import Text
from extractors.units import looks_like_units
from normalizers.headers import KEYS, bare_header, column_role, grade_name, is_grade, is_place
from pipeline.assemble.schemes import Inferred
from pipeline.checks.catalog import finding
from pipeline.checks.walk import Visit, label, place, shown
from pipeline.models import Finding, Item, Notice, Scheme, Severity, Span
from pipeline.segments.costs import SURELY_LAID
from pipeline.structure.costs import DOUBTFUL_MARGIN

#: How much of a doubtful place a finding quotes.
_SHOWN: Final = 30


#: A figure, words that refer to one, or what a spreadsheet shows for a formula that went wrong.
_FIGURE: Final = re.compile(r"[\d½¼¾]|同上|#[A-Z]{1,8}[/!?]")
#: A figure or words, where an item that nothing else says anything of should have full marks.
_FIGURE_OR_WORDS: Final = re.compile(rf"{_FIGURE.pattern}|[\u4e00-\u9fff]{{2}}")


def inferred_structure(notice: Notice, visits: list[Visit], inferred: Inferred) -> Iterator[Finding]:
    """Report trees without columns with their margin, joined parts, and rows placed by their numbers."""
    for i, scheme in enumerate(notice.schemes):
        yield from _inferred_scheme(scheme, i, inferred)
    for visit in visits:
        item = visit.item
        if item.id in inferred.joined:
            yield finding(
                "split_item_joined",
                visit.pointer,
                place(item),
                label=label(item),
                parts=inferred.joined[item.id],
            )
        if item.id in inferred.moved:
            yield finding(
                "structure_moved",
                visit.pointer,
                place(item),
                label=label(item),
                count=inferred.moved[item.id],
            )
        if item.id in inferred.natures and item.id.rpartition(".")[0] not in inferred.natures:
            yield finding(f"nature_{item.nature}", f"{visit.pointer}/nature", place(item), label=label(item))
        if item.id in inferred.shared:
            name = "weight" if item.points is None else "points"
            yield finding("amount_shared", f"{visit.pointer}/{name}", place(item), raw=shown(inferred.shared[item.id]))


def _inferred_scheme(scheme: Scheme, at: int, inferred: Inferred) -> Iterator[Finding]:
    """Report what a scheme's tree owes to inference as a whole."""
    pointer = f"/schemes/{at}"
    if scheme.id in inferred.margins:
        yield _inferred(scheme, at, inferred)
    if scheme.id in inferred.unknown:
        yield finding("header_unknown", pointer, place(scheme.items[0]))
    yield from _flattened(scheme, pointer, inferred)
    told = inferred.told.get(scheme.id)
    if told is not None:
        level: Severity = "warning" if told.doubtful else "info"
        names = ", ".join(told.roles)
        yield finding("columns_told", pointer, place(scheme.items[0]), severity=level, roles=names)
    for choice in inferred.choices.get(scheme.id, []):
        where = Span(start=choice.at.start, end=choice.at.end)
        yield finding(f"points_columns_{choice.why}", pointer, where, taken=choice.taken, left=choice.left)
    over = inferred.over.get(scheme.id, [])
    if over:
        beside = Span(start=over[0].start, end=over[0].end)
        yield finding("amounts_over", pointer, beside, count=len(over), text=over[0].value)
    spread = inferred.spread.get(scheme.id)
    if spread is not None and spread.taken:
        blank, level = spread.taken[0], "warning" if spread.doubtful else "info"
        where = Span(start=blank.start, end=blank.end)
        yield finding(
            "blanks_merged", pointer, where, severity=level, count=len(spread.taken), text=blank.value[:_SHOWN]
        )
    placed = inferred.placed.get(scheme.id, [])
    if placed:
        first = Span(start=placed[0].start, end=placed[0].end)
        yield finding("cells_placed", pointer, first, count=len(placed), text=placed[0].value[:40])
    if scheme.id in inferred.leads:
        words, count = inferred.leads[scheme.id]
        yield finding(
            "leads_by_place", pointer, place(scheme.items[0]), count=count, text=words.replace("\n", "，")[:_SHOWN]
        )
    for column in inferred.recast.get(scheme.id, []):
        here = Span(start=column.text.start, end=column.text.end)
        level = "warning" if column.role in ("points", "responsible") else "info"
        yield finding("column_recast", pointer, here, severity=level, header=column.text.value, role=column.role)


def _flattened(scheme: Scheme, pointer: str, inferred: Inferred) -> Iterator[Finding]:
    """Report a table that was laid out from its lines, and an outline whose lines look like cells."""
    laid = inferred.laid.get(scheme.id)
    if laid is not None:
        strange = any(column.role == "other" and column_role(column.header) is None for column in scheme.columns)
        kind = "structure_laid_loosely" if strange or laid > SURELY_LAID else "structure_laid"
        yield finding(kind, pointer, place(scheme.items[0]), columns=len(scheme.columns))
    if laid is not None or scheme.id in inferred.margins:
        yield from _undivided(scheme, pointer)
    remarks = inferred.remarks.get(scheme.id, [])
    if remarks:
        beside = Span(start=remarks[0].start, end=remarks[0].end)
        yield finding("structure_remarks", pointer, beside, count=len(remarks), text=shown(remarks[0].value)[:_SHOWN])
    cells = inferred.cells.get(scheme.id, [])
    if cells:
        alone = Span(start=cells[0].start, end=cells[0].end)
        yield finding("structure_cells", pointer, alone, count=len(cells), text=shown(cells[0].value))


def _undivided(scheme: Scheme, pointer: str) -> Iterator[Finding]:
    """Report a column of names that no item has anything of, beside one of requirements."""
    headers = {column.role: column.header for column in reversed(scheme.columns)}
    named = headers.get("level") or headers.get("title")
    if named and "requirement" in headers and all(item.title is None for item in scheme.walk()):
        yield finding(
            "structure_undivided", pointer, place(scheme.items[0]), header=named, other=headers["requirement"]
        )


def _inferred(scheme: Scheme, at: int, inferred: Inferred) -> Finding:
    """Report a tree without columns; a doubtful one with the place where the next best reading begins to differ."""
    margin, doubt = inferred.margins[scheme.id], inferred.doubts.get(scheme.id)
    pointer, first = f"/schemes/{at}", place(scheme.items[0])
    if scheme.id in inferred.poor:
        return finding("structure_poor", pointer, first)
    if margin is None:
        return finding("structure_alone", pointer, first)
    if margin >= DOUBTFUL_MARGIN or doubt is None:
        return finding("structure_margin", pointer, first, margin=f"{margin:g}")
    span, text = Span(start=doubt.start, end=doubt.end), shown(doubt.value)[:_SHOWN]
    return finding("structure_doubtful", pointer, span, margin=f"{margin:g}", text=text)


def glued_headings(notice: Notice, visits: list[Visit], inferred: Inferred) -> Iterator[Finding]:
    """Report titles of an outline that were cut off a sentence, and those that read like one."""
    for visit in visits:
        title = visit.item.title
        if title is None or (visit.scheme is not None and visit.scheme.columns):
            continue
        if inferred.unglued.intersection(span.start for span in visit.item.spans):
            yield finding("heading_cut", visit.pointer, place(visit.item), label=title)
        elif is_long_sentence(Text.of(title)):
            yield finding("heading_long", visit.pointer, place(visit.item), label=title)


_OWNERS: Final = ("responsible", "lead", "support")
#: So many rows without a task are no slip.
_FEWEST_BODIES: Final = 3


def rows_of_bodies(notice: Notice, inferred: Inferred) -> Iterator[Finding]:
    """Report tables in which several rows hold bodies and nothing that one of them must do."""
    for at, scheme in enumerate(notice.schemes):
        owned = any(column.role in _OWNERS for column in scheme.columns)
        if not owned or any(bare_header(column.header) in KEYS for column in scheme.columns):
            continue
        bare = [item for item in scheme.walk() if _is_bodies(item)]
        count = sum(inferred.joined.get(item.id, 1) for item in bare)
        if count >= _FEWEST_BODIES:
            first = bare[0].title or bare[0].requirement or next((unit.raw for unit in bare[0].responsible), "")
            yield finding("rows_of_bodies", f"/schemes/{at}", place(bare[0]), count=count, text=shown(first)[:_SHOWN])


def _is_bodies(item: Item) -> bool:
    """Whether an item has units, and neither a task, marks nor a time."""
    values = (item.points, item.weight, item.scoring, item.deadlines, item.evidence, item.remarks, item.children)
    texts = [Text.of(text) for text in (item.title, item.requirement) if text is not None]
    return bool(item.responsible) and not any(values) and all(map(looks_like_units, texts))


def unpriced(notice: Notice, inferred: Inferred) -> Iterator[Finding]:
    """Report leaves whose cell of full marks holds no one amount, or is empty beside others that have theirs."""
    for i, scheme in enumerate(notice.schemes):
        headers = {c.header for c in scheme.columns if c.role in ("points", "weight")}
        for pointer, siblings in _families(scheme.items, f"/schemes/{i}/items") if headers else ():
            leaves = [(at, item) for at, item in enumerate(siblings) if not item.children]
            base = [(at, item) for at, item in leaves if item.nature == "base"]
            priced = [item for _, item in base if item.points or item.weight]
            for at, item in base if priced and not any(x.id in inferred.shared for x in priced) else ():
                if not (item.points or item.weight or headers & item.extra.keys()):
                    yield finding("points_missing", f"{pointer}/{at}", place(item), label=label(item))
            for at, item in leaves:
                unread = _FIGURE if item.nature != "base" or item.scoring_rules else _FIGURE_OR_WORDS
                raw = next((item.extra[h] for h in headers & item.extra.keys() if unread.search(item.extra[h])), None)
                if raw is not None and not (item.points or item.weight):
                    yield finding("points_unread", f"{pointer}/{at}", place(item), label=label(item), raw=shown(raw))


def _families(siblings: tuple[Item, ...], pointer: str) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Yield all items that have one parent, family by family, with where they are in the notice."""
    yield pointer, siblings
    for i, item in enumerate(siblings):
        if item.children:
            yield from _families(item.children, f"{pointer}/{i}/children")


def ungraded(notice: Notice) -> Iterator[Finding]:
    """Report columns of grades under which no marks were read, though their cells or headers say something."""
    for i, scheme in enumerate(notice.schemes):
        headers = [c.header for c in scheme.columns if is_grade(c.header) and not is_place(c.header)]
        names = {grade_name(header)[0]: grade_name(header)[1] for header in headers}
        every = [item for item in scheme.walk() if len(names) > 1]
        filled = any(names.values()) or any(header in item.extra for item in every for header in headers)
        if every and filled and not any(rule.tier in names for item in every for rule in item.scoring_rules):
            where = place(scheme.items[0])
            yield finding("grades_unread", f"/schemes/{i}", where, header=headers[0], count=len(headers) - 1)


def undated(inferred: Inferred) -> Iterator[Finding]:
    """Report deadlines that want a year, in a notice that names none."""
    for text in inferred.undated:
        yield finding("deadline_without_year", "", Span(start=text.start, end=text.end), raw=text.raw)


def repaired_number(notice: Notice, inferred: Inferred) -> Iterator[Finding]:
    """Report a document number whose year lost a bracket."""
    if inferred.number is not None:
        where = Span(start=inferred.number.start, end=inferred.number.end)
        raw, value = shown(inferred.number.raw), notice.document_number
        yield finding("number_repaired", "/document_number", where, raw=raw, value=value)


def nothing_found(notice: Notice) -> Iterator[Finding]:
    """Report a notice without a scheme."""
    if not notice.schemes:
        yield finding("no_scheme", "", None)


def left_over(notice: Notice) -> Iterator[Finding]:
    """Report every part of the text that nothing claimed."""
    for i, part in enumerate(notice.unparsed):
        if part.reason == "unrecognised":
            yield finding("unparsed_text", f"/unparsed/{i}", part.span, text=part.text[:40])
