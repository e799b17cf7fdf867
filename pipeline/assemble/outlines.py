"""The papers of a notice to its sections and schemes: what is work goes to a scheme, the rest is told."""

from collections.abc import Iterator
from typing import Final

import regex

from extractors.amounts import trailing_amount
from extractors.applies import applies_to, bodies_in_bracket, bodies_told, shared_endings
from extractors.clauses import sentences
from extractors.headings import has_named_amount
from extractors.labels import labelled_line
from extractors.looks import lone_cells
from extractors.markers import SECTIONS, Marker, follows, is_marked, split_marker
from extractors.metadata import SENTENCE, is_closing, notes_mark
from extractors.natures import said_of_itself
from extractors.rules import rules
from extractors.text import Text
from extractors.unit_labels import trailing_bracket
from normalizers.headers import is_header_line
from normalizers.titles import is_report, kind_of
from normalizers.values import NoticeKind
from pipeline.assemble.items import ItemBuilder
from pipeline.assemble.schemes import SchemeBuilder
from pipeline.assemble.work import gives_marks, has_amount, scheme_roots, texts_of, told_tasks
from pipeline.document import Document
from pipeline.models import Item, Scheme
from pipeline.segments.parts import Paper, Parts, Region
from pipeline.structure.atoms import Atom
from pipeline.structure.outline import OUTLINE, outline_atoms
from pipeline.structure.raising import raise_labels, take_parts
from pipeline.structure.search import search
from pipeline.structure.tree import Built, Node, build
from pipeline.structure.unglued import unglued


class Outlines:
    """Builds sections and schemes of one notice in the order in which they stand."""

    def __init__(self, document: Document, parts: Parts, items: ItemBuilder, builder: SchemeBuilder) -> None:
        self._addresses = {(x.text.start, x.text.end): x.address for x in document.links}
        self._parts = parts
        self._items = items
        self._builder = builder
        self._sections: list[Item] = []
        self._schemes: list[Scheme] = []
        self._papers: dict[str, Paper] = {}
        self._kinds: list[Atom] = []

    def build(self) -> tuple[tuple[Item, ...], tuple[Scheme, ...]]:
        """Build the outline of each paper, and the schemes of tables where they stand between annexes."""
        title = self._parts.head.title
        regions, asides = list(self._parts.regions), list(self._parts.asides)
        known = title.folded if title is not None else None
        for at, paper in enumerate(self._parts.papers):
            outline = _outline_at(paper)
            while regions and outline is not None and regions[0].start < outline:
                self._region(regions.pop(0), known)
            while asides and outline is not None and asides[0].start < outline:
                self._tell(Atom(asides.pop(0)))
            self._paper(paper, beside_tables=self._has_tables(at))
            end = self._end(at)
            while regions and (end is None or regions[0].start < end):
                self._region(regions.pop(0), known)
            while asides and (end is None or asides[0].start < end):
                self._tell(Atom(asides.pop(0)))
        for atom in self._kinds:
            self._join(atom)
        return tuple(self._sections), self._named()

    def _region(self, region: Region, known: str | None) -> None:
        scheme = self._builder.scheme(region, self._next, known)
        self._schemes += [scheme] if scheme is not None else []

    @property
    def _kind(self) -> NoticeKind:
        title = self._parts.head.title
        return kind_of(title.folded) if title is not None else "other"

    @property
    def _next(self) -> str:
        return f"s{len(self._schemes) + 1}"

    def _end(self, at: int) -> int | None:
        """Return where the paper behind one begins; None behind the last."""
        return self._parts.papers[at + 1].start if at + 1 < len(self._parts.papers) else None

    def _has_tables(self, at: int) -> bool:
        """Whether a paper's work stands in tables, so that its text is one more scheme only if it is assessed.

        The notice's own text has them in its annexes; an annex has its own. A letter passes on what is below it.
        """
        papers, regions = self._parts.papers, self._parts.regions
        if at == 0:
            return bool(regions) or (papers[0].issued is not None and len(papers) > 1)
        start, end = papers[at].start, self._end(at)
        return any(not r.marks and r.start >= start and (end is None or r.start < end) for r in regions)

    def _paper(self, paper: Paper, *, beside_tables: bool) -> None:
        texts, notes = _without_notes([p.text for p in paper.body])
        texts, closing = _without_closing(texts)
        apart = unglued(texts)
        texts = apart.paragraphs
        self._builder.inferred.unglued |= {heading.start for heading in apart.headings}
        levels = {p.text.start: p.heading for p in paper.body if p.heading is not None}
        atoms = outline_atoms(texts, self._addresses, levels)
        built = build(atoms, search(atoms, OUTLINE).decisions) if atoms else Built([], [], [])
        for root in built.roots:
            raise_labels(root)
        take_parts(built.roots)
        for atom in built.loose:
            if self._is_kind_behind(atom.text):
                self._kinds.append(atom)
            else:
                self._tell(atom)
        reports = self._reports(paper)
        work = scheme_roots(built.roots, beside_tables=beside_tables or reports)
        if not work and not beside_tables:
            work = told_tasks(built.roots, self._kind)
        narrative = [n for n in built.roots if all(n is not w for w in work)]
        for node in narrative:
            self._sections += _numbered(self._items, node, len(self._sections) + 1)
        for atom in outline_atoms([*closing, *(notes if not work else [])]):
            self._tell(atom)
        if work and self._continues(work[0]):
            self._continue(work)
            self._schemes[-1] = self._noted(self._schemes[-1], notes)
        elif work:
            self._builder.note(work, f"{self._next}.")
            told = [atom.text for atom in built.loose] + [t for node in narrative for t in texts_of(node)]
            told += [text for node in work for text in _about(node)]
            total = self._builder.stated_total(told) if any(map(gives_marks, work)) else None
            items = self._items.tree(work, f"{self._next}.")
            self._papers[self._next] = paper
            if any(is_header_line(text.raw) for text in texts):
                self._builder.inferred.unknown.add(self._next)
            else:
                self._builder.inferred.cells[self._next] = lone_cells(texts)
            scheme = self._builder.with_natures(Scheme(id=self._next, items=items, total=total))
            self._schemes.append(self._noted(scheme, notes))

    def _is_kind_behind(self, text: Text) -> bool:
        """Whether a paragraph behind a table begins with its kind and gives or takes marks (`扣分项：起火扣5分`)."""
        behind = any(region.start < text.start for region in self._parts.regions)
        return behind and said_of_itself(text.folded) is not None and bool(rules(text))

    def _join(self, atom: Atom) -> None:
        """Give such a paragraph to the scheme of the table above it."""
        starts = [
            s.items[0].spans[0].start if s.columns and s.items and s.items[0].spans else None for s in self._schemes
        ]
        above = [at for at, start in enumerate(starts) if start is not None and start < atom.text.start]
        if not above:
            self._tell(atom)
            return
        last = self._schemes[above[-1]]
        head = atom._replace(marker=Marker("kind", 1, None, atom.text))
        more = self._items.tree([Node(1, head)], f"{last.id}.", first=len(last.items) + 1)
        self._schemes[above[-1]] = last.model_copy(update={"items": (*last.items, *more)})

    def _noted(self, scheme: Scheme, notes: list[Text]) -> Scheme:
        mark = notes_mark(notes[0]) if notes else None
        if mark is None:
            return scheme
        label, first = mark
        return self._builder.with_notes(scheme, label, [*([first] if first.chars else []), *notes[1:]])

    def _continues(self, node: Node) -> bool:
        """Whether an outline goes on with the numbers of the sections in the table above it (`三、加分项`)."""
        last = self._schemes[-1] if self._schemes else None
        before = last.items[-1].marker if last is not None and last.columns and last.items else None
        marker, here = split_marker(Text.of(f"{before}则"))[0] if before is not None else None, node.head.marker
        return marker is not None and marker.family in SECTIONS and follows(marker, here)

    def _continue(self, work: list[Node]) -> None:
        last = self._schemes[-1]
        first = len(last.items) + 1
        self._builder.note(work, f"{last.id}.", first)
        items = (*last.items, *self._items.tree(work, f"{last.id}.", first=first))
        self._schemes[-1] = last.model_copy(update={"items": items})

    def _reports(self, paper: Paper) -> bool:
        """Whether a paper tells how things went, so that only what names marks or units is work."""
        title = paper.title or self._parts.head.title
        return title is not None and is_report(title.folded)

    def _tell(self, atom: Atom) -> None:
        self._sections.append(self._items.paragraph(atom, f"b{len(self._sections) + 1}"))

    def _named(self) -> tuple[Scheme, ...]:
        """Return the schemes with the titles of their papers; that of the notice names none that stands alone."""
        own = self._parts.head.title
        papers = {id_: paper.title or own for id_, paper in self._papers.items()}
        alone = len(papers) == 1
        made = []
        for scheme in self._schemes:
            title = papers.get(scheme.id)
            shown = title is not None and not (alone and title is own)
            made.append(scheme.model_copy(update={"title": title.value}) if shown and title is not None else scheme)
        if own is not None and len(made) == 1:
            made = [self._builder.with_title_total(made[0], own)]
        made = [self._builder.with_marks_awarded(scheme) for scheme in made]
        made = [*_applied(made, own.value if own is not None else None)]
        return tuple([_told_whom(made[0], self._sections)] if len(made) == 1 else made)


def _applied(schemes: list[Scheme], own: str | None) -> Iterator[Scheme]:
    """Yield schemes with whom each applies to, where several stand side by side and their titles tell."""
    shared = shared_endings([s.title for s in schemes if s.title is not None])
    for scheme in schemes:
        title = scheme.title or own
        if scheme.applies_to is not None or title is None or len(schemes) == 1:
            yield scheme
            continue
        text = Text.of(title)
        bodies = bodies_in_bracket(text) or (applies_to(text, shared.get(title)) if scheme.title else None)
        yield scheme.model_copy(update={"applies_to": bodies.value}) if bodies is not None else scheme


def _told_whom(scheme: Scheme, sections: list[Item]) -> Scheme:
    """Return a notice's only scheme with whom it applies to, where a section says that and no more."""
    if scheme.applies_to is not None:
        return scheme
    asking = [s for s in [*sections, *_below_all(sections)] if s.requirement]
    bodies = next((b for s in asking if (b := bodies_told(s.title or "", s.requirement or "")) is not None), None)
    return scheme if bodies is None else scheme.model_copy(update={"applies_to": bodies})


def _below_all(sections: list[Item]) -> Iterator[Item]:
    """Yield what stands right below sections."""
    return (child for section in sections for child in section.children)


def _outline_at(paper: Paper) -> int | None:
    """Return where a paper's outline begins; tables above it stand before it."""
    return next((p.text.start for p in paper.body if is_marked(p.text)), None)


#: Of a heading's own amount only one that is called so is the whole scheme's.
_TOTAL: Final = "总分"
#: A line that says nothing but what all is worth (`考核总分：100分。`) is no longer.
_LONGEST_TOTAL: Final = 16


def _about(node: Node) -> Iterator[Text]:
    """Yield what a top heading's text says of all below it, and points that state a total and nothing else."""
    if node.children:
        yield from (atom.text for slot, atom in node.filled if slot == "text")
    if _TOTAL in node.head.text.chars:
        yield node.head.text
    parts = (c for c in node.children if c.children and c.head.amount is None)
    yield from (c.head.text for c in parts if not any(map(has_amount, c.children)))  # else it is that part's own
    yield from (c.head.text for c in node.children if not c.children and len(c.head.name) <= _LONGEST_TOTAL)


def _numbered(items: ItemBuilder, node: Node, at: int) -> tuple[Item, ...]:
    """Build one section with the id of its place."""
    built = items.tree([node], f"b{at}#")
    return tuple(_renamed(item, f"b{at}#1", f"b{at}") for item in built)


def _renamed(item: Item, old: str, new: str) -> Item:
    children = tuple(_renamed(child, old, new) for child in item.children)
    return item.model_copy(update={"id": new + item.id[len(old) :], "children": children})


#: Notes below an outline take no more lines.
_MOST_NOTES: Final = 12


def _without_notes(texts: list[Text]) -> tuple[list[Text], list[Text]]:
    """Cut the notes below an outline off (`注：1.…`): behind their label nothing but points of one kind."""
    for at in range(max(1, len(texts) - _MOST_NOTES), len(texts)):
        mark = notes_mark(texts[at])
        if mark is None:
            continue
        if _are_notes([mark[1], *texts[at + 1 :]]) if mark[1].chars else _stands_apart(texts, at):
            return texts[:at], texts[at:]
    return texts, []


def _are_notes(texts: list[Text]) -> bool:
    """Whether the texts behind a label of notes are notes: one alone, points of one kind, or labelled each."""
    families = {marker.family if marker is not None else None for marker in (split_marker(t)[0] for t in texts)}
    labelled = all(notes_mark(text) is not None for text in texts[1:])
    return labelled or (len(families) == 1 and None not in families)


def _stands_apart(texts: list[Text], at: int) -> bool:
    """Whether a lone label has points below it, to the end, which are none of what is above, and stands once.

    They speak of the notice itself, or are counted unlike what is above. Those that are counted alike begin again where
    one count ran over all sections, or right behind an item of their own kind, and are worth nothing.
    """
    above, label = texts[:at], texts[at].folded
    first, words = split_marker(texts[at + 1]) if at + 1 < len(texts) else (None, texts[at])
    if first is None or first.ordinal != 1 or any(text.folded == label for text in above):
        return False
    if not _are_notes(texts[at + 1 :]):
        return False
    before = next((m for m in (split_marker(text)[0] for text in reversed(above)) if m is not None), None)
    again = before is not None and before.family == first.family and not any(map(_is_worth, texts[at + 1 :]))
    return again or is_closing(words) or _is_done(above, first.family)


def _is_done(above: list[Text], family: str) -> bool:
    """Whether numbers of a family can begin anew behind these texts: there are none, or one count ran over sections."""
    markers = [marker for marker in (split_marker(text)[0] for text in above) if marker is not None]
    own = [i for i, marker in enumerate(markers) if marker.family == family]
    runs = [markers[i].ordinal for i in own] == list(range(1, len(own) + 1))
    return not own or (runs and any(marker.family != family for marker in markers[own[0] : own[-1]]))


def _is_worth(text: Text) -> bool:
    """Whether a point gives or takes marks, or has full marks, at its end or behind its name."""
    rest = split_marker(text)[1]
    return bool(rules(rest)) or has_named_amount(rest) or trailing_amount(rest, in_table=False)[0] is not None


def _without_closing(texts: list[Text]) -> tuple[list[Text], list[Text]]:
    """Cut the closing paragraphs, which speak of the notice itself or of all its tasks, off the end of the body."""
    end = _frame_at(texts)
    if end < len(texts):
        return texts[:end], texts[end:]
    if _sums_up(texts):
        end -= 1
    while end > 1 and is_closing(texts[end - 1]) and not is_marked(texts[end - 1]):
        if is_marked(texts[end - 2]) and SENTENCE.search(texts[end - 2].folded) is None:
            break
        end -= 1
    return texts[:end], texts[end:]


#: Headings of what follows all tasks, where they have no number.
_FRAMES: Final = frozenset(
    {"保障措施", "工作要求", "有关要求", "组织保障", "组织实施", "几点要求", "相关要求", "工作保障"}
)


#: A paragraph below all that is numbered that begins so tells of the whole (`等次评定：90分以上为优秀。`).
_OF_ALL: Final = regex.compile(
    r"(?P<label>(?:考[核评]|评[定价])?(?:结果|等[次级])(?:评定|划分|运用|应用|认定)?|评定(?:办法|方法|等[次级])):\s*\S"
)


def _frame_at(texts: list[Text]) -> int:
    """Return where a list of tasks ends at a heading without a number, below which nothing is numbered.

    It stands alone, or before what it tells of all tasks.
    """
    last = next((at for at in range(len(texts) - 1, -1, -1) if is_marked(texts[at])), -1)
    below = range(last + 1, len(texts)) if last >= 0 else range(0)
    labels = [match["label"] if (match := _OF_ALL.match(text.folded)) is not None else None for text in texts]
    framed = (texts[at].folded.rstrip(":") in _FRAMES or (labels[at] and labels.count(labels[at]) == 1) for at in below)
    return next((at for at, ends in zip(below, framed, strict=True) if ends), len(texts))


#: So many numbered paragraphs, none of which goes on in a further one, make one below the last stand apart.
_FEWEST_WHOLE: Final = 4
_SHORTEST_CLOSING: Final = 30


def _sums_up(texts: list[Text]) -> bool:
    """Whether the last paragraph is no part of the last task: no other task has a paragraph below its own."""
    if len(texts) <= _FEWEST_WHOLE or is_marked(texts[-1]) or len(texts[-1]) < _SHORTEST_CLOSING:
        return False
    if not texts[-1].folded.endswith("。") or trailing_bracket(texts[-1]) or labelled_line(texts[-1]) is not None:
        return False
    running = [i for i, t in enumerate(texts) if is_marked(t) and len(sentences(t)) > 1]
    followed = [i for i in running if i + 1 < len(texts) and not is_marked(texts[i + 1])]
    return len(running) >= _FEWEST_WHOLE and followed == [len(texts) - 2]
