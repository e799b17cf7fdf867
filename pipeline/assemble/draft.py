"""A node's texts sorted by field, before they become an item: what its cells and paragraphs are for."""

from dataclasses import dataclass, field, replace
from typing import Final

import regex

from extractors.actors import running_units
from extractors.amounts import (
    amount_with_words,
    bracketed_amounts,
    column_amount,
    inner_amount,
    labelled_amount,
    trailing_amount,
)
from extractors.bare_rules import is_for_each
from extractors.evidence import Link, hidden_link, printed_link, url_of
from extractors.found import Found
from extractors.full_marks import amount_line
from extractors.headings import Heading, body_and_task, is_known_body, name_and_amount, own_score, running_heading
from extractors.labels import label_above, labelled_line, leader_bracket, other_parts, record_name
from extractors.markers import Marker, split_marker
from extractors.rules import gives_marks
from extractors.text import Text
from extractors.unit_labels import labelled_units, trailing_bracket
from extractors.units import UnitFound, looks_like_units, unit_list
from normalizers.headers import KEYS, bare_header, header_effect, is_grade, tells_problems, tells_why
from normalizers.values import AmountValue, ColumnRole, Effect, Role
from normalizers.widths import fold
from pipeline.assemble.said import ends_in_sum, said_full, summed_number
from pipeline.structure.atoms import Atom, Slot
from pipeline.structure.tree import Node

_NUMBERS: Final = ("points", "weight", "self_score", "score")
_GRADED: Final = ("points", "other")
_BARE: Final = regex.compile(r"\d\s*\)?$")
_SEVERAL: Final = 2
#: A goal that is nothing but a figure, and a header that says for which year or part of it a goal is.
_FIGURE: Final = regex.compile(r"[≥≤<>+\-±]? ?\d[\d.,]* ?(?:%|‰|\p{Han}{1,4}(?:以上|以内)?)?")
_YEAR: Final = regex.compile(r"(?:19|20)\d\d|半年|季度")
UNIT_ROLES: Final[dict[Slot, Role]] = {"responsible": "responsible", "lead": "lead", "support": "support"}


@dataclass(slots=True)
class Draft:
    """The fields of an item as texts; `inherited` are the places of cells that are merged from a row above.

    `reasons` are the places of remarks that tell why marks were lost, and so hold no rules.

    `effects` say by the place of a cell on marks whether its header takes or gives them; `graded` are the cells under
    grades, with their headers.

    `other_amount` is a weight beside points, or points beside a weight. `problems` tell what was found wrong.
    """

    marker: Marker | None = None
    title: Text | None = None
    paragraphs: list[Text] = field(default_factory=list)
    amount: Found[AmountValue] | None = None
    other_amount: Found[AmountValue] | None = None
    scoring: list[Text] = field(default_factory=list)
    effects: dict[int, Effect] = field(default_factory=dict)
    graded: list[tuple[str, Text]] = field(default_factory=list)
    unit_cells: list[tuple[Role, Text]] = field(default_factory=list)
    inherited: set[int] = field(default_factory=set)
    bracket_units: list[UnitFound] = field(default_factory=list)
    brackets: list[Text] = field(default_factory=list)
    labels: list[Text] = field(default_factory=list)
    deadline_cells: list[tuple[str, Text]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    papers: list[Text] = field(default_factory=list)
    remarks: list[Text] = field(default_factory=list)
    reasons: set[int] = field(default_factory=set)
    methods: list[Text] = field(default_factory=list)
    self_score: Text | None = None
    score: Text | None = None
    extra: list[tuple[str, Text]] = field(default_factory=list)
    above: tuple[ColumnRole, Text] | None = None
    problems: list[Text] = field(default_factory=list)


def draft(node: Node) -> Draft:
    """Sort a node's head and slots into fields."""
    made = Draft()
    made.problems += [a.text for a in (node.head, *(a for _, a in node.filled)) if tells_problems(a.header or "")]
    _read_head(node, made)
    for slot, atom in _once(node.filled):
        _read_slot(slot, atom, made)
        made.labels += [atom.label] if atom.label is not None and slot != "evidence" else []
    scored = made.score is not None or made.self_score is not None
    told = [a for slot, a in node.filled if slot == "remarks" and tells_why(a.header or "", scored=scored)]
    made.reasons = {atom.text.start for atom in told}
    _set_goals_apart(node, made)
    if made.amount is None and not node.children and (_of_table(node) or _is_told_apart(node, made)):
        _take_closing_amount(made)
    if made.amount is None:
        made.amount = said_full(node, [*made.paragraphs, *made.scoring])
    if not made.unit_cells and made.title is not None and _is_key(node.head) and looks_like_units(made.title):
        made.bracket_units += unit_list(made.title)
    if not made.unit_cells:
        texts = [t for t in (made.title, *made.paragraphs) if t is not None]
        known = {u.text.start for u in made.bracket_units}
        made.bracket_units += [u for t in texts for u in running_units(t) if u.text.start not in known]
    return made


def _once(filled: list[tuple[Slot, Atom]]) -> list[tuple[Slot, Atom]]:
    """Leave out what a merged cell says again where rows that it stands over became one item."""
    first: dict[tuple[Slot, int], Atom] = {}
    for slot, atom in filled:
        first.setdefault((slot, atom.text.start), atom)
    return [(slot, atom) for slot, atom in filled if not atom.inherited or first[slot, atom.text.start] is atom]


def _set_goals_apart(node: Node, made: Draft) -> None:
    """Put requirements that are figures, or of one year each, under their headers, which alone tell them apart."""
    asked = [atom for slot, atom in node.filled if slot == "requirement" and atom.header]
    asked += [node.head] if node.head.slot == "requirement" and node.head.header else []
    told = [a for a in asked if _FIGURE.fullmatch(a.text.folded.strip()) or _YEAR.search(a.header or "")]
    if len(told) < _SEVERAL or len({atom.header for atom in asked}) < len(asked):
        return
    apart = {a.text.start: a.header for a in told if a.header and a is not node.head}
    made.extra += [(apart[t.start], t) for t in made.paragraphs if t.start in apart]
    made.paragraphs = [t for t in made.paragraphs if t.start not in apart]


def _is_key(head: Atom) -> bool:
    """Whether a name stands in a column of bodies that each have a row of their own (`乡镇`)."""
    return head.slot in ("title", "level") and bare_header(head.header or "") in KEYS


def _of_table(node: Node) -> bool:
    return any(slot == "requirement" for slot in (node.head.slot, *(slot for slot, _ in node.filled)))


def _is_told_apart(node: Node, made: Draft) -> bool:
    """Whether what must be done stands in one paragraph of its own, below its name."""
    return made.title is not None and [slot for slot, _ in node.filled] == ["text"]


def _take_closing_amount(made: Draft) -> None:
    """Take the amount in a bracket of a table cell's requirement, where it is the only one there.

    One at its end leaves the text; one that a rule follows stays where it is.
    Several amounts are those of its clauses, and none of them is the whole but one at the end that they come to.
    """
    several = sum(len(bracketed_amounts(text)) for text in made.paragraphs) != 1
    if not made.paragraphs or (several and not ends_in_sum(made.paragraphs)):
        return
    last = made.paragraphs[-1]
    words = amount_with_words(last)
    found, rest = trailing_amount(last, in_table=True)
    if words is not None:
        made.amount, scoring, (start, _) = words
        _take_words(scoring, made, 0)
        rest = last[:start].strip()
    else:
        made.amount = found or inner_amount(last)
    made.paragraphs[-1:] = [rest] if rest.chars else []


def draft_of(atom: Atom) -> Draft:
    """Sort an atom that belongs to no node: a paragraph or a link."""
    made = Draft()
    if atom.slot == "evidence":
        _read_evidence(atom, made)
    else:
        made.paragraphs.append(atom.text)
    return made


def _read_head(node: Node, made: Draft) -> None:
    head = node.head
    marker, rest = (head.marker, head.text) if _apart(head) else split_marker(head.text)
    made.marker = marker
    if head.slot in ("title", "level"):
        _take_name(rest, made)
        made.amount = _as_headed(made.amount, head)
        if made.amount is None and made.title is not None and (summed := summed_number(node, made.title)) is not None:
            made.amount, made.title = summed
    elif head.slot is not None and head.slot != "text":
        if rest.chars:  # a cell may hold nothing but a number
            _read_slot(head.slot, Atom(rest, header=head.header), made)
    else:
        _read_narrative(rest, node, made)


def _take_name(name: Text, made: Draft) -> None:
    """Take a cell's name and its amount; a label of units before it says who must do what stands in the rows below."""
    labelled = labelled_line(name)
    units = labelled_units(name) if labelled is not None and labelled[0] == "units" else []
    if labelled is None or not units:
        _take_heading(name_and_amount(name, in_table=True), made)
        return
    _, label, made.title = labelled
    made.labels.append(label)
    made.bracket_units += units


def _apart(head: Atom) -> bool:
    """Whether the marker stands in a cell of its own and not at the head of the text."""
    return head.marker is not None and not head.text.offsets[0] <= head.marker.text.start < head.text.end


def _as_headed(found: Found[AmountValue] | None, head: Atom) -> Found[AmountValue] | None:
    """Make a bare number in a name's bracket a share where its header says so (`指标（权重%）`)."""
    if found is None or head.header is None or "%" not in fold(head.header) or not _BARE.search(found.text.folded):
        return found
    return Found(replace(found.value, unit="percent"), found.text)


def _read_narrative(text: Text, node: Node, made: Draft) -> None:
    """Read a numbered paragraph or a record's first line: unit bracket off, title told from running text."""
    record = record_name(text) if made.marker is None or node.head.label is not None else None
    if record is not None:
        made.labels += [record[1], *([node.head.label] if node.head.label is not None else [])]
        text = record[2]
    elif node.head.label is not None:
        made.labels.append(node.head.label)
    unnumbered = node.head.marker if made.marker is None else None
    heading = labelled_units(text) if unnumbered is not None and unnumbered.family == "unit" else []
    if heading:
        at = text.index_of(heading[0].text)
        made.title, made.labels, made.bracket_units = heading[0].text, [*made.labels, text[:at]], heading
        return
    body = body_and_task(text) if unnumbered is not None and unnumbered.family == "body" else None
    if body is not None:
        made.title, task = body
        made.bracket_units += unit_list(made.title)
        made.paragraphs.append(task)
        return
    bracket = trailing_bracket(text)
    if bracket is not None:
        units, text, printed = bracket
        made.bracket_units += units
        made.brackets.append(printed)
        made.extra += other_parts(printed)
    if unnumbered is not None and unnumbered.family == "task":
        made.paragraphs.append(text)
        return
    leader = leader_bracket(text)
    if leader is not None:
        text, printed, who = leader
        made.labels.append(printed)
        made.extra.append(who)
    # A record's name is one though nothing follows it; labelled lines are no text that follows.
    texts = [atom.text for slot, atom in node.filled if slot == "text"]
    more = bool(node.children) or record is not None or any(labelled_line(t) is None for t in texts)
    _take_heading(running_heading(text, more=more, bare=node.head.amount is not None), made)
    if node.children and made.title is not None and not made.bracket_units and is_known_body(made.title):
        made.bracket_units += unit_list(made.title)


def _take_heading(heading: Heading, made: Draft) -> None:
    made.title = heading.title if heading.title is not None and heading.title.chars else None
    made.amount, made.other_amount = heading.amount, heading.share
    if heading.rest is not None:
        made.paragraphs.append(heading.rest)
    if heading.scoring is not None:
        _take_words(heading.scoring, made, len(made.scoring))
    if heading.units is not None:
        made.bracket_units += labelled_units(heading.units) or unit_list(heading.units)
        made.brackets.append(heading.units)


def _take_words(words: Text, made: Draft, at: int) -> None:
    """Take the words that share a bracket with full marks: what the assessed gave themselves, or a rule."""
    own = own_score(words)
    if own is None or made.self_score is not None:
        made.scoring.insert(at, words)
    else:
        made.self_score = own
        made.labels.append(words)


def _read_slot(slot: Slot, atom: Atom, made: Draft) -> None:
    text = atom.text
    if atom.inherited:
        made.inherited.add(text.start)
    if atom.header is not None and slot in _GRADED and is_grade(atom.header):
        made.graded.append((atom.header, text))
    if slot == "evidence":
        _read_evidence(atom, made)
    elif slot in ("text", "requirement"):
        _read_text(text, made)
    elif slot in UNIT_ROLES:
        made.unit_cells.append((UNIT_ROLES[slot], text))
    elif slot == "deadline":
        made.deadline_cells.append((atom.header or slot, text))
    elif slot in _NUMBERS and column_amount(text) is not None:
        _read_number(slot, atom, made)
    elif slot == "scoring" or (slot in ("points", "weight") and (gives_marks(text) or is_for_each(text))):
        made.scoring.append(text)  # `加5分`, `2分/次` under the full marks is a rule
        effect = header_effect(atom.header or "")
        made.effects |= {text.start: effect} if effect is not None else {}
    elif slot == "remarks":
        made.remarks.append(text)
    else:
        made.methods += [text] if slot == "method" else []
        made.extra.append((atom.header or slot, text))


def _read_number(slot: Slot, atom: Atom, made: Draft) -> None:
    """Take a cell that holds one number; a second amount of one item is not dropped but kept as extra.

    A bare number is a percentage where its header says so (`权重（%）`).
    """
    text = atom.text
    if slot == "self_score" and made.self_score is None:
        made.self_score = text
    elif slot == "score" and made.score is None and header_effect(atom.header or "") != "deduct":
        made.score = text  # what was taken (`扣分`) is no score
    elif slot in ("self_score", "score"):
        made.extra.append((atom.header or slot, text))
    else:
        _read_amount(slot, atom, made)


def _read_amount(slot: Slot, atom: Atom, made: Draft) -> None:
    """Take an amount; beside one of the other unit it has a field of its own, and one said again says nothing new."""
    text = atom.text
    found = column_amount(text, "percent" if "%" in fold(text.chars + (atom.header or "")) else "point")
    if found is not None and atom.unit == "percent":  # parts of one
        found = Found(replace(found.value, value=found.value.value * 100, unit="percent"), found.text)
    if made.amount is None or found is None:
        made.amount = found
    elif found.value.unit != made.amount.value.unit and made.other_amount is None:
        made.other_amount = found
    elif (found.value.value, found.value.unit) == (made.amount.value.value, made.amount.value.unit):
        made.labels.append(text)
    else:
        made.extra.append((atom.header or slot, text))


def _read_evidence(atom: Atom, made: Draft) -> None:
    url = url_of(atom.text)
    if atom.address is not None:
        made.links.append(hidden_link(atom.text, atom.address))
    elif url is not None:
        made.links.append(printed_link(atom.label, url))
    else:
        made.papers.append(atom.text)


def _read_labelled(text: Text, made: Draft) -> bool:
    """Give a line with a label to its field; False where it has none, or the label's words are no such field."""
    found = labelled_line(text)
    if found is None:
        return False
    field_name, label, words = found
    units = labelled_units(text) if field_name in ("units", "deadline", "leader") else []
    if field_name == "units" or units:
        made.bracket_units += units
        made.brackets.append(text)
        made.extra += other_parts(text) if units else []
        return bool(units)
    made.labels.append(label)
    if field_name == "scoring":
        made.scoring.append(words)
    elif field_name in ("leader", "other"):
        made.extra.append((label.value.strip(":： "), words))
    elif field_name == "deadline":
        made.deadline_cells.append((label.value.rstrip(":： "), words))
    else:
        made.papers.append(words)
    return True


def _read_below(text: Text, made: Draft) -> bool:
    """Take a label on a line of its own, and give the lines below it to its field; False where it has none."""
    role = label_above(text)
    if role is not None:
        made.above = role, text
        made.labels.append(text)
        return True
    if made.above is None or made.above[0] == "requirement":
        return False
    slot, label = made.above
    _read_slot(slot, Atom(text, header=label.value.strip("：:【】[] ")), made)
    return True


def _read_text(text: Text, made: Draft) -> None:
    """Take a paragraph of the requirement; a unit bracket at its end leaves it, a labelled line goes to its field."""
    if _read_labelled(text, made) or _read_below(text, made):
        return
    bracket = trailing_bracket(text)
    if bracket is not None:
        units, text, printed = bracket
        made.bracket_units += units
        made.brackets.append(printed)
        made.extra += other_parts(printed)
    if made.amount is None and len(text) <= 16:
        labelled = amount_line(text) or labelled_amount(text)
        if labelled is not None and len(labelled.text) >= len(text.strip("。.;；")):
            made.amount = labelled
            return
    if text.chars:
        made.paragraphs.append(text)
