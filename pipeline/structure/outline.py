"""Narrative paragraphs to atoms: markers open nodes, the rest is text, links or a word on the list before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise, takewhile
from typing import Final

import regex

from extractors.amounts import headed_number, trailing_amount
from extractors.evidence import is_label, url_of
from extractors.found import Found
from extractors.headings import body_and_task, unit_headings
from extractors.labels import LineField, labelled_line, labels_before_numbers, record_name
from extractors.markers import Marker, bare_number, counted, is_marked, spaced_number, split_marker
from extractors.natures import nature_named, said_of_itself
from extractors.priced_points import priced_points
from extractors.rules import gives_marks
from extractors.set_apart import name_set_apart, rows_set_apart
from extractors.text import Text
from extractors.unit_labels import labelled_units, trailing_bracket
from extractors.units import looks_like_units
from normalizers.values import AmountValue
from pipeline.structure.atoms import Atom, Shape, look, look_inside, thousandths
from pipeline.structure.bare_marks import bare_marks
from pipeline.structure.lettered import lettered
from pipeline.structure.styled import styled_headings

_NONE: Final[Mapping[tuple[int, int], str]] = {}
_UNMARKED: Final[Mapping[int, int]] = {}
OUTLINE: Final = Shape(leaf=None, slots=())
#: So many headings that end in a bare number in a bracket are no coincidence.
_FEWEST_BARE: Final = 3
_LONGEST_HEADING: Final = 16
#: What a name does not hold: a sentence's signs, a rule's words, a label of the amount itself.
_NO_NAME: Final = regex.compile(r"[,;。:!?]|[扣加减得计]\d|总分|满分|分值|权重|共计|合计|小计|以上|以下")
#: Bodies stand below 一、 and over their tasks.
_UNIT_RANK: Final = 2
#: Those behind a label stand over 一、 itself.
_LABELLED_RANK: Final = 0
#: A paragraph that begins so speaks of the whole list before it, not of its last item.
_SUMS_UP: Final = regex.compile(r"^(?:以上|上述|综上)|^\p{Han}{0,14}(?:详见|见)附[件表]")


def outline_atoms(
    paragraphs: Iterable[Text],
    addresses: Mapping[tuple[int, int], str] = _NONE,
    levels: Mapping[int, int] = _UNMARKED,
) -> list[Atom]:
    """Make the atoms of a narrative; a link takes the short line before it as its label.

    `addresses` are the links whose words alone are printed, by where they begin and end; `levels` those of paragraphs
    that the format marks as headings, by where they begin.
    """
    texts = list(paragraphs)
    labels = labels_before_numbers(texts)
    atoms = _atoms([labels[text.start][1] if text.start in labels else text for text in texts], addresses, levels)
    over = {rest.start: label for label, rest in labels.values()}
    return [a._replace(label=over[a.text.start]) if a.opens and a.text.start in over else a for a in atoms]


def _atoms(texts: list[Text], addresses: Mapping[tuple[int, int], str], levels: Mapping[int, int]) -> list[Atom]:
    """Make the atoms of paragraphs that begin with their numbers."""
    atoms: list[Atom] = []
    paragraphs = [piece for text in texts for piece in priced_points(text)]
    scored = _is_scored(paragraphs)
    priced = _priced_headings(paragraphs)
    units = {text.start for text in unit_headings(paragraphs)}
    keys = Counter(record[0] for text in paragraphs if (record := record_name(text)) is not None)
    told = _counted(paragraphs) | _sections(paragraphs) | _bodies(paragraphs) | _tasks(paragraphs)
    told |= (
        _labelled_tasks(paragraphs)
        | lettered(paragraphs)
        | _bare(paragraphs)
        | (_kinds_over(paragraphs) or _kinds_behind(paragraphs))
        | _priced_lines(paragraphs)
    )
    lists, serials = _unit_lists(paragraphs, units), _serials(paragraphs)
    styled = styled_headings(paragraphs, levels)
    rows = rows_set_apart(paragraphs)
    lines = {label.start for label, _ in serials.values()}
    for text in (t for t in paragraphs if t.start not in lines):
        url = url_of(text)
        address = addresses.get((text.start, text.end)) if url is None else None
        if address is not None:
            atoms.append(Atom(text=text, slot="evidence", opens=False, address=address))
            continue
        if url is not None:
            label = _label(atoms)
            atoms.append(Atom(text=url, slot="evidence", opens=False, label=label))
            continue
        if text.start in rows:
            name, words, marks = rows[text.start]
            below = (Atom(words, slot="text", opens=False), Atom(marks, slot="points", opens=False))
            worth = look_inside(marks).number
            atoms += [look(name, in_table=False)._replace(opens=True, amount=worth, unit="point"), *below]
            continue
        atom = told.get(text.start) or (_priced(look(text, in_table=True)) if scored else look(text, in_table=False))
        record = record_name(text)
        begins = record is not None and keys[record[0]] > 1
        begins = begins or text.start in priced or (scored and _is_unmarked_heading(atom))
        if text.start in serials:
            atom = atom._replace(label=serials[text.start][0], marker=serials[text.start][1])
        if text.start in units:  # names of bodies are siblings of each other, as numbers of one family are
            rank = _LABELLED_RANK if labelled_units(text) else _UNIT_RANK
            atom = atom._replace(marker=Marker("unit", rank, None, text))
        elif text.start in styled and atom.marker is None:
            atom = atom._replace(marker=styled[text.start])
        if atom.marker is not None or begins:
            atoms.append(atom._replace(opens=True))
        elif text.start in lists:
            atoms.append(Atom(text=text, slot="responsible", opens=False))
        else:
            atoms.append(Atom(text=text, slot="text", opens=False, sums_up=_SUMS_UP.match(text.folded) is not None))
    return atoms


#: So many paragraphs that count with `一是` are a list of tasks.
_FEWEST_COUNTED: Final = 3


def _counted(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of paragraphs that `一是`, `二是` count from one without a gap, where no marker counts any."""
    found = [(text, *mark) for text in paragraphs if (mark := counted(text)) is not None]
    whole = [marker.ordinal for _, marker, _ in found] == list(range(1, len(found) + 1))
    if len(found) < _FEWEST_COUNTED or not whole or any(split_marker(text)[0] for text in paragraphs):
        return {}
    return {text.start: look(rest, in_table=False)._replace(marker=marker) for text, marker, rest in found}


def _sections(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of headings whose number has no delimiter, each right over its own dotted numbers."""
    made: dict[int, Atom] = {}
    for text, below in pairwise(paragraphs):
        found, first = spaced_number(text), split_marker(below)[0]
        dotted = first is not None and first.family == "dotted2"
        if (
            found is not None
            and dotted
            and first is not None
            and first.text.chars.startswith(f"{found[0].text.chars}.")
        ):
            made[text.start] = look(found[1], in_table=False)._replace(marker=found[0])
    return made


#: So many paragraphs that each begin with who must do them, or tasks that each stand over a list of bodies.
_FEWEST_BODIES: Final = 2


def _bodies(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of paragraphs side by side that each begin with bodies and not with a number."""
    plain = [not is_marked(text) and body_and_task(text) is not None for text in paragraphs]
    return {
        text.start: look(text, in_table=False)._replace(marker=Marker("body", _UNIT_RANK, None, text))
        for at, text in enumerate(paragraphs)
        if plain[at] and any(plain[max(0, at - 1) : at] + plain[at + 1 : at + 2])
    }


def _tasks(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of paragraphs without a number below one heading that each name their units at the end."""
    made: dict[int, Atom] = {}
    run: list[Text] = []
    headed = False
    for text in paragraphs:
        marked = is_marked(text)
        if not marked and headed and trailing_bracket(text) is not None:
            run.append(text)
            continue
        made |= _opened(run)
        run, headed = [], marked
    return made | _opened(run)


def _opened(run: list[Text]) -> dict[int, Atom]:
    """Return the atoms of a run that is long enough; each is the sibling of the one before."""
    atoms = {t.start: look(t, in_table=False)._replace(marker=Marker("task", _UNIT_RANK, None, t)) for t in run}
    return atoms if len(run) >= _FEWEST_BODIES else {}


#: So many lines that are a name, its marks apart and a text are rows of a table once.
_FEWEST_PRICED: Final = 3


def _priced_lines(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of lines that spaces divide into name, marks and text, and of the names with marks over them.

    That is where nothing is numbered (`党建工作 10分 少学1次扣1分`, below `共性目标（30分）`), or where the rows
    below each number come to its marks.
    """
    rows = {text.start: thousandths(row[1].value.value) for text in paragraphs if (row := name_set_apart(text))}
    numbered = any(is_marked(text) for text in paragraphs) if len(rows) >= _FEWEST_PRICED else False
    if len(rows) < _FEWEST_PRICED or (numbered and not _come_to_headings(paragraphs, rows)):
        return {}
    looks = {text.start: look(text, in_table=False) for text in paragraphs}
    made = (
        {}
        if numbered
        else {
            start: atom._replace(marker=Marker("area", 1, None, atom.text))
            for start, atom in looks.items()
            if _is_unmarked_heading(atom)
        }
    )
    lines = [atom for start, atom in looks.items() if start in rows]
    return made | {x.text.start: x._replace(marker=Marker("row", _UNIT_RANK, None, x.text)) for x in lines}


def _come_to_headings(paragraphs: list[Text], rows: dict[int, int]) -> bool:
    """Whether each row stands below a number, and the rows of each come to the marks that it states."""
    stated, sums = list[int | None](), list[int]()
    for text in paragraphs:
        if is_marked(text):
            stated.append(look(text, in_table=False).amount)
            sums.append(0)
        elif text.start in rows:
            if not stated:
                return False
            sums[-1] += rows[text.start]
    return all(whole == found for whole, found in zip(stated, sums, strict=True) if found)


def _bare(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of headings whose full marks are a bare number apart from the name (`（一）学习教育 10`)."""
    worth, texts = bare_marks(paragraphs), {text.start: text for text in paragraphs}
    looks = ((start, thousandths(value), look(texts[start], in_table=True)) for start, value in worth.items())
    return {start: atom._replace(amount=value, unit="point") for start, value, atom in looks}


def _kinds_behind(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of paragraphs behind all numbered ones that begin with their kind (`加分项：获省级表彰加3分。`).

    They are siblings of the first heading. Where another stands further up, each speaks of the section above it.
    """
    kinds = [at for at, text in enumerate(paragraphs) if said_of_itself(text.folded) is not None]
    marked = [(at, marker) for at, text in enumerate(paragraphs) if (marker := split_marker(text)[0]) is not None]
    if not kinds or not marked or kinds[0] < marked[-1][0]:
        return {}
    last = next(marker for _, marker in reversed(marked) if marker.family == marked[0][1].family)
    behind = [paragraphs[at] for at in kinds if gives_marks(paragraphs[at])]
    return {
        text.start: look(text, in_table=False)._replace(
            marker=last._replace(text=text, ordinal=(last.ordinal or 0) + i)
        )
        for i, text in enumerate(behind, 1)
    }


def _kinds_over(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of kinds' names without a number over numbers that begin anew (`加分项：` over `1.…`).

    Those behind all others that begin with their kind (`扣分项：起火扣5分`) stand beside them. All are siblings of the
    first heading, or of one another where that has a number as those below them.
    """
    numbered = [marker for text in paragraphs if (marker := split_marker(text)[0]) is not None]
    over = [(text, first) for text, below in pairwise(paragraphs) if (first := _begun_below(text, below)) is not None]
    if not over:
        return {}
    tops = [marker for marker in numbered if marker.family == numbered[0].family != over[0][1].family]
    head = tops[-1] if tops else Marker("kind", 0, None, over[0][0])
    named = [text for text, _ in over]
    named += [t for t in paragraphs if t.start > named[-1].start and said_of_itself(t.folded) and gives_marks(t)]
    last = tops[-1].ordinal if tops and tops[-1].text.start < named[0].start else None
    return {
        text.start: look(text, in_table=False)._replace(
            marker=head._replace(text=text, ordinal=last + i if last is not None else None)
        )
        for i, text in enumerate(named, 1)
    }


def _begun_below(text: Text, below: Text) -> Marker | None:
    """Return the first number below a kind's name that has none itself."""
    if nature_named(text.folded.rstrip(":。 ")) is None or is_marked(text):
        return None
    first = split_marker(below)[0]
    return first if first is not None and first.ordinal == 1 else None


#: A chapter's number may stand over such tasks.
_CHAPTER: Final = "cn_dun"


def _labelled_tasks(paragraphs: list[Text]) -> dict[int, Atom]:
    """Return the atoms of paragraphs without a number that stand over the same labels, that of units among them.

    Nothing else stands between them but chapters: a text below a numbered name is that one's.
    """
    fields = [labelled_line(text) for text in paragraphs]
    heads = [at for at, field in enumerate(fields[1:]) if fields[at] is None and field is not None]
    plain = [at for at in heads if not is_marked(paragraphs[at]) and record_name(paragraphs[at]) is None]
    stretch = range(plain[0], len(paragraphs)) if plain else range(0)
    others = [at for at in stretch if fields[at] is None and at not in plain]
    chapters = [
        at for at in others if (mark := split_marker(paragraphs[at])[0]) is not None and mark.family == _CHAPTER
    ]
    told = [_below(fields, at) for at in plain]
    alike = len({line[1].folded.strip() for at in plain if (line := fields[at + 1]) is not None}) == 1
    if len(plain) < _FEWEST_BODIES or len(others) > len(chapters) or 2 * len(chapters) > len(plain):
        return {}
    return _opened([paragraphs[at] for at in plain]) if alike and all("units" in below for below in told) else {}


def _below(fields: list[tuple[LineField, Text, Text] | None], at: int) -> set[LineField]:
    """Return the fields of the labelled lines right below a paragraph."""
    return {field[0] for field in takewhile(lambda field: field is not None, fields[at + 1 :]) if field is not None}


_SERIAL: Final = regex.compile(r"(?:序号|编号)\s*:\s*(?P<n>\d{1,3})")


def _serials(paragraphs: list[Text]) -> dict[int, tuple[Text, Marker]]:
    """Return the label and the number on the line above a record (`序号：1`), by where the record begins."""
    made: dict[int, tuple[Text, Marker]] = {}
    for text, below in pairwise(paragraphs):
        match = _SERIAL.fullmatch(text.folded)
        number = bare_number(text[match.start("n") :]) if match is not None and record_name(below) is not None else None
        if match is not None and number is not None:
            made[below.start] = text[: match.start("n")].strip(), number
    return made


def _unit_lists(paragraphs: list[Text], heads: set[int]) -> set[int]:
    """Return where lines stand that are nothing but bodies, each the last below its task; most tasks have one."""
    marks = [split_marker(text)[0] for text in paragraphs]
    found = {
        text.start
        for at, text in enumerate(paragraphs)
        if at > 0 and marks[at] is None and text.start not in heads and looks_like_units(text)
        and (at + 1 == len(paragraphs) or marks[at + 1] is not None)
    }  # fmt: skip
    leaves = sum(
        one is not None and (other is None or other.rank <= one.rank)
        for one, other in zip(marks, [*marks[1:], None], strict=False)
    )
    return found if len(found) >= _FEWEST_BODIES and len(found) * 2 >= leaves else set()


def _is_scored(paragraphs: list[Text]) -> bool:
    """Whether numbered headings carry amounts, so that a bare number in a heading's bracket is one too."""
    heads = [rest for marker, rest in map(split_marker, paragraphs) if marker is not None]
    printed = sum(trailing_amount(rest, in_table=False)[0] is not None for rest in heads)
    bare = sum(_bare_amount(rest) is not None for rest in heads) - printed
    return printed > 0 or bare >= _FEWEST_BARE


def _bare_amount(head: Text) -> Found[AmountValue] | None:
    """Return a heading's amount though it be a number without 分: at its end, or before the text behind it."""
    headed = headed_number(head)
    return headed[1] if headed is not None else trailing_amount(head, in_table=True)[0]


def _priced(atom: Atom) -> Atom:
    """Give a heading that text follows the number in its bracket as its amount, as those without text have it."""
    headed = headed_number(split_marker(atom.text)[1]) if atom.marker is not None and atom.amount is None else None
    return atom._replace(amount=thousandths(headed[1].value.value), unit="point") if headed is not None else atom


def _priced_headings(paragraphs: list[Text]) -> set[int]:
    """Return where several short names with full marks stand without a number, each over points that begin with 1."""
    found = {
        text.start
        for text, below in pairwise(paragraphs)
        if not is_marked(text)
        and (marker := split_marker(below)[0]) is not None
        and marker.ordinal == 1
        and _is_unmarked_heading(look(text, in_table=False))
    }
    return found if len(found) >= _FEWEST_BODIES else set()


def _is_unmarked_heading(atom: Atom) -> bool:
    """Whether a line without a number is a heading all the same: a short name with its amount, and nothing else."""
    if "总分" in atom.text.chars:  # what all is worth
        return False
    return atom.amount is not None and 2 <= len(atom.name) <= _LONGEST_HEADING and not _NO_NAME.search(atom.name)


def _label(atoms: list[Atom]) -> Text | None:
    """Take the last atom back as a link's label where it reads like one."""
    if atoms and atoms[-1].slot == "text" and is_label(atoms[-1].text):
        return atoms.pop().text
    return None
