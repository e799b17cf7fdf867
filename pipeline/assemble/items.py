"""Nodes to items: every field of the contract read from the node's texts, every character claimed."""

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import compress
from typing import Final

from extractors.amounts import column_amount
from extractors.bare_rules import bare_rule
from extractors.deadlines import DeadlineFound, deadlines, milestones
from extractors.evidence import Link, hidden_link
from extractors.found import Found
from extractors.grades import grade_rules, listed_grades
from extractors.markers import SIGNS
from extractors.natures import nature_of_cases, natures_of_signs
from extractors.past import is_past
from extractors.rule_found import RuleFound
from extractors.rules import rules
from extractors.text import Text, join
from extractors.unit_labels import UNIT_HEADERS, labelled_units
from extractors.units import UnitFound, is_same_as_above, unit_list, unread_parts
from extractors.vetoes import without_bare_vetoes
from normalizers.values import Nature, Role
from pipeline.assemble.draft import Draft, draft, draft_of
from pipeline.assemble.natures import EFFECTS, nature_of_node
from pipeline.assemble.values import (
    amount,
    deadline,
    evidence,
    inherited_deadline,
    inherited_rule,
    inherited_unit,
    rule,
    unit,
)
from pipeline.assemble.work import has_own_amount
from pipeline.document import Document
from pipeline.ledger import Ledger
from pipeline.models import Deadline, Evidence, Item, Rule, Span, Unit
from pipeline.structure.atoms import Atom
from pipeline.structure.shares import tell_shares
from pipeline.structure.tree import Node

#: Signs that a value loses with its layout: stops, brackets, colons and list marks around it.
_GLUE: Final = "。，、；：！？．.,;:!?()（）[]【】〔〕“”\"'《》·-—*•"
#: Any year does to see that words name a date.
_SOME_YEAR: Final = 2000
#: The cells of deadline columns with what was read in each.
Dated = list[tuple[Text, list[Found[DeadlineFound]]]]


class ItemBuilder:
    """Builds the items of one notice in document order; remembers the row above for 同上."""

    def __init__(self, document: Document, ledger: Ledger, year: int | None, *, of_house: bool = False) -> None:
        self._document = document
        self._ledger = ledger
        self._year = year
        self._of_house = of_house
        self._links = sorted(document.links, key=lambda link: link.text.start)
        self._link_starts = [link.text.start for link in self._links]
        self.undated: list[Text] = []
        self._units_above: dict[tuple[Role, int], tuple[Unit, ...]] = {}
        self._deadlines_above: tuple[Deadline, ...] = ()
        self._remarks_above: str | None = None
        self._rules_above: tuple[Rule, ...] = ()
        self._headers: dict[str, str] = {}
        self._above: list[Node] = []
        self._signs = natures_of_signs(document.text) if not SIGNS.isdisjoint(document.text) else {}

    def tree(
        self,
        nodes: list[Node],
        prefix: str,
        headers: dict[str, str] | None = None,
        first: int = 1,
        nature: Nature = "base",
    ) -> tuple[Item, ...]:
        """Build trees whose ids are `prefix` and their position, the `first` of them at its own.

        `headers` name the columns without a field; all are of the `nature` that their table's title names.
        """
        self._headers = headers or {}
        tell_shares(nodes)
        return tuple(self._item(node, f"{prefix}{i}", 1, nature) for i, node in enumerate(nodes, first))

    def paragraph(self, atom: Atom, id_: str) -> Item:
        """Make a section of a paragraph or link that stands by itself."""
        made = draft_of(atom)
        return self._finish(made, id_, 1, "base", [t for t in (atom.text, atom.label) if t is not None])

    def _item(self, node: Node, id_: str, level: int, above: Nature) -> Item:
        made = draft(node)
        said = nature_of_node(node, made.title, next(iter(made.paragraphs), None)) or self._cases(node)
        nature = said or self._signed(made) or above
        atoms = [node.head, *(atom for _, atom in node.filled)]
        own = [a for a in atoms if not a.inherited]
        texts = [t for a in own for t in (a.text, a.label, a.marker.text if a.marker else None) if t is not None]
        texts += [a.marker.text for a in atoms if a.inherited and a.marker is not None]
        texts += _said_again(node)
        return self._finish(made, id_, level, nature, texts, node)

    def _signed(self, made: Draft) -> Nature | None:
        """Return what a sign before an item's number or its words stands for, where a legend says that."""
        heads = [made.marker.text if made.marker is not None else None, made.title, *made.paragraphs[:1]]
        signs = [text.chars[:1] for text in heads if text is not None] if self._signs else []
        return next((self._signs[sign] for sign in signs if sign in self._signs), None)

    def _cases(self, node: Node) -> Nature | None:
        """Return what a sentence over cases says of them; below full marks they are the marks' own."""
        nature = nature_of_cases(node.head.name) if node.children else None
        return None if nature is None or any(map(has_own_amount, [*self._above, node])) else nature

    def _children(self, node: Node | None, id_: str, level: int, nature: Nature) -> tuple[Item, ...]:
        """Build what stands below an item, once all of its own values are read."""
        if node is None:
            return ()
        for again in _said_again(node):
            self._ledger.claim_free(again, "item")
        self._above.append(node)
        made = tuple(self._item(child, f"{id_}.{i}", level + 1, nature) for i, child in enumerate(node.children, 1))
        self._above.pop()
        return made

    def _finish(
        self, made: Draft, id_: str, level: int, nature: Nature, texts: list[Text], node: Node | None = None
    ) -> Item:
        found = {f.value.unit: amount(f, self._document) for f in (made.other_amount, made.amount) if f is not None}
        requirement = _paragraphs(made.paragraphs)
        listed = self._listed(made)
        dated = [(cell, deadlines(cell, self._year, header=True)) for _, cell in made.deadline_cells]
        self._claim(made, texts)
        return Item(
            id=id_,
            level=level,
            marker=made.marker.text.value if made.marker else None,
            title=made.title.value if made.title is not None else None,
            requirement=requirement,
            points=found.get("point"),
            weight=found.get("percent"),
            nature=nature,
            self_score=_score(made.self_score),
            score=_score(made.score),
            scoring=_paragraphs(made.scoring),
            scoring_rules=self._rules(made, nature),
            responsible=self._units(made, listed),
            deadlines=self._deadlines(made, dated),
            evidence=self._evidence(made, texts),
            remarks=self._remarks(made),
            extra=self._extra(made, listed, dated),
            spans=self._spans(texts),
            children=self._children(node, id_, level, nature),
        )

    def _rules(self, made: Draft, nature: Nature) -> tuple[Rule, ...]:
        sources = [made.title, *made.paragraphs, *made.scoring, *made.methods]
        sources += [text for text in made.remarks if text.start not in made.reasons]
        bonus, given = nature == "bonus", EFFECTS.get(nature)
        # Below a header that says which way the marks go, a case alone earns none (`扣分标准`).
        scoring = [t for t in (*made.scoring, *made.methods) if t.start not in made.effects]
        full = made.amount.value.value if made.amount is not None and made.amount.value.unit == "point" else None
        sources += [text for _, text in made.extra if listed_grades(text, full, given)]
        found = [
            r
            for t in sources
            if t is not None
            for r in listed_grades(t, full, given)
            or rules(
                t,
                bonus=bonus,
                named=t is made.title,
                scoring=any(t is s for s in scoring) and t.start not in made.effects,
                given=made.effects.get(t.start) or given,
                credited=t is not made.title and t.start not in made.effects,
            )
        ]
        effects = [(t, made.effects.get(t.start) or given) for t in made.scoring if not found]
        bare = [bare_rule(t, effect) for t, effect in effects if effect is not None]
        told = without_bare_vetoes(found) if found else [r for r in bare if r is not None]
        told += grade_rules(made.graded, full, given)
        return self._with_rules_above(made, told)

    def _with_rules_above(self, made: Draft, told: list[RuleFound]) -> tuple[Rule, ...]:
        """Place rules; where the scoring cell says 同上 those of the cell above come first."""
        placed = tuple(rule(r, self._document) for r in told)
        same = next(filter(is_same_as_above, made.scoring), None)
        if same is not None:
            return (*(inherited_rule(r, same, self._document) for r in self._rules_above), *placed)
        if made.scoring:
            self._rules_above = tuple(compress(placed, (any(_within(r.text, t) for t in made.scoring) for r in told)))
        return placed

    def _listed(self, made: Draft) -> list[tuple[Role, Text, list[UnitFound]]]:
        """Read the unit cells, but for those that stand for the one above."""
        return [
            (role, cell, [] if is_same_as_above(cell) else labelled_units(cell) or unit_list(cell, role))
            for role, cell in made.unit_cells
        ]

    def _units(self, made: Draft, listed: list[tuple[Role, Text, list[UnitFound]]]) -> tuple[Unit, ...]:
        placed: list[Unit] = []
        seen = Counter[Role]()  # of several columns of one role each has its own above it
        for role, cell, units in listed:
            column = role, seen[role]
            if is_same_as_above(cell):
                above = self._units_above.get(column, ())
                self._units_above[column] = tuple(inherited_unit(u, cell, self._document) for u in above)
            else:
                inherited = cell.start in made.inherited
                found = [replace(u, basis="inherited") for u in units] if inherited else units
                self._units_above[column] = tuple(unit(u, self._document, of_house=self._of_house) for u in found)
            placed += self._units_above[column]
            seen[role] += 1
        told = {(u.name, u.role) for u in placed}
        for named in made.bracket_units:  # several brackets and sentences may name the same body
            if (named.name, named.role) not in told:
                placed.append(unit(named, self._document, of_house=self._of_house))
                told.add((named.name, named.role))
        return tuple(placed)

    def _remarks(self, made: Draft) -> str | None:
        if any(is_same_as_above(text) for text in made.remarks):
            return self._remarks_above
        text = _paragraphs(made.remarks)
        self._remarks_above = text or self._remarks_above
        return text

    def _deadlines(self, made: Draft, dated: Dated) -> tuple[Deadline, ...]:
        hits, steps = self._told_times(made, dated)
        columns = [cell for _, cell in made.deadline_cells]
        above = [cell for cell in columns if cell.start in made.inherited]
        placed = [
            deadline(hit, self._document, "inherited" if any(_within(hit.text, cell) for cell in above) else None)
            for hit in hits
        ]
        named = [steps.get(hit.text.start) for hit in hits]
        stepped = tuple(
            d.model_copy(update={"milestone": step.value}) if step is not None else d
            for d, step in zip(placed, named, strict=True)
        )
        same = next(filter(is_same_as_above, columns), None)
        if same is not None:
            return (*(inherited_deadline(d, same, self._document) for d in self._deadlines_above), *stepped)
        if columns:
            inside = [any(_within(hit.text, cell) for cell in columns) for hit in hits]
            self._deadlines_above = tuple(compress(stepped, inside))
        return stepped

    def _told_times(self, made: Draft, dated: Dated) -> tuple[list[Found[DeadlineFound]], dict[int, Text]]:
        """Find the deadlines of cells, brackets and texts, each once, and the steps' words by where each stands."""
        found: list[Found[DeadlineFound]] = []
        steps: dict[int, Text] = {}
        brackets = [(t, deadlines(t, self._year, column=True, header="时限" in t.chars)) for t in made.brackets]
        for cell, here in [*dated, *brackets]:
            steps |= {h.text.start: s for h, s in zip(here, milestones(cell, here), strict=True) if s is not None}
            found += here
            self._note_undated(cell, here, column=True)
        for text in [made.title, *made.paragraphs, *made.scoring]:
            if text is not None:
                told_of = any(text.overlaps(problem) for problem in made.problems)
                here = [h for h in deadlines(text, self._year) if not (told_of and is_past(h.value.value, self._year))]
                found += here
                self._note_undated(text, here, column=False)
        unique: dict[tuple[object, ...], Found[DeadlineFound]] = {}
        for hit in found:
            value = hit.value.value
            key = (value.kind, value.start, value.due, value.recurrence, value.duration, str(hit.value.after))
            unique.setdefault(key, hit)
        return list(unique.values()), steps

    def _note_undated(self, text: Text, found: list[Found[DeadlineFound]], *, column: bool) -> None:
        """Remember deadlines that only want a year, where the notice has none."""
        if self._year is None and not found:
            self.undated += [hit.text for hit in deadlines(text, _SOME_YEAR, column=column)[:1]]

    def _extra(self, made: Draft, listed: list[tuple[Role, Text, list[UnitFound]]], dated: Dated) -> dict[str, str]:
        """Return the cells without a field, and those in a deadline column that say more than a deadline."""
        kept: dict[str, str] = {}
        unread = [
            (UNIT_HEADERS[role], part)
            for role, cell, units in listed
            if cell.chars and not is_same_as_above(cell) and cell.start not in made.inherited
            for part in unread_parts(cell, units)
        ]
        more = [cell for cell, (_, found) in zip(made.deadline_cells, dated, strict=True) if _says_more(cell[1], found)]
        for header, text in [*made.extra, *unread, *more]:
            name = self._headers.get(header, header)
            kept[name] = f"{kept[name]}\n{text.value}" if name in kept else text.value
        return kept

    def _evidence(self, made: Draft, texts: list[Text]) -> tuple[Evidence, ...]:
        papers = tuple(Evidence(label=text.value, span=self._document.span(text)) for text in made.papers)
        links = [*made.links, *self._inline_links(texts, {link.text.start for link in made.links})]
        return tuple(evidence(link, self._document) for link in links) + papers

    def _inline_links(self, texts: list[Text], known: set[int]) -> list[Link]:
        """Return the links inside an item's texts that lead where no printed address says."""
        if not self._links:
            return []
        within = (
            self._links[at]
            for text in texts
            for at in range(bisect_left(self._link_starts, text.start), bisect_left(self._link_starts, text.end))
            if self._links[at].text.end <= text.end
        )
        return [hidden_link(x.text, x.address) for x in within if x.text.start not in known]

    def _spans(self, texts: list[Text]) -> tuple[Span, ...]:
        """Return where an item stands: its texts, joined where nothing but layout lies between them."""
        runs: list[list[int]] = []
        for start, end in sorted(run for text in texts for run in text.runs()):
            if runs and (start <= runs[-1][1] or self._only_layout(runs[-1][1], start)):
                runs[-1][1] = max(runs[-1][1], end)
            else:
                runs.append([start, end])
        return tuple(self._document.span_of(start, end) for start, end in runs)

    def _only_layout(self, start: int, end: int) -> bool:
        text, layout = self._document.text, self._document.layout_offsets
        return text[start:end].isspace() or all(text[i].isspace() or i in layout for i in range(start, end))

    def _claim(self, made: Draft, texts: list[Text]) -> None:
        """Claim each field's characters, then the signs around them; what is left shows as unrecognised."""
        fields = [
            made.title,
            *made.paragraphs,
            *made.scoring,
            *made.remarks,
            *made.papers,
            *made.brackets,
            *made.labels,
            *(text for _, text in made.deadline_cells),
        ]
        fields += [made.marker.text if made.marker else None, *(f.text for f in (made.amount, made.other_amount) if f)]
        fields += [made.self_score, made.score, *(t for _, t in made.unit_cells), *(t for _, t in made.extra)]
        fields += [t for link in made.links for t in (link.label, link.text)]
        for text in fields:
            if text is not None:
                self._ledger.claim(text, "item")
        for text in texts:
            self._ledger.claim_free(text, "item", _GLUE)


def _says_more(cell: Text, found: list[Found[DeadlineFound]]) -> bool:
    """Whether a cell holds more than its deadlines."""
    if is_same_as_above(cell):
        return False
    rest = cell.without([(cell.index_of(f.text), cell.index_of(f.text) + len(f.text)) for f in found])
    return bool(rest.strip(_GLUE + " \n").chars)


def _within(part: Text, whole: Text) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _paragraphs(texts: list[Text]) -> str | None:
    return join(texts, "\n").value if texts else None


def _score(text: Text | None) -> Decimal | None:
    found = column_amount(text) if text is not None else None
    return found.value.value if found is not None else None


def _said_again(node: Node) -> list[Text]:
    """Return where a node's cells are printed once more: behind a page's end, or on each row of an unmerged copy."""
    return [*node.repeats, *(t for atom in (node.head, *(atom for _, atom in node.filled)) for t in atom.again)]
