"""Narrative paragraphs to atoms: markers open nodes, the rest is text, links or a word on the list before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import trailing_amount
from extractors.evidence import is_label, url_of
from extractors.headings import priced_points, unit_headings
from extractors.labels import record_name
from extractors.markers import Marker, counted, spaced_number, split_marker
from extractors.text import Text
from pipeline.structure.atoms import Atom, Shape, look

_NONE: Final[Mapping[tuple[int, int], str]] = {}
OUTLINE: Final = Shape(leaf=None, slots=())
#: So many headings that end in a bare number in a bracket are no coincidence.
_FEWEST_BARE: Final = 3
_LONGEST_HEADING: Final = 16
#: What a name does not hold: a sentence's signs, a rule's words, a label of the amount itself.
_NO_NAME: Final = regex.compile(r"[,;。:!?]|[扣加减得计]\d|总分|满分|分值|权重|共计|合计|小计|以上|以下")
#: Bodies stand below 一、 and over their tasks.
_UNIT_RANK: Final = 2
#: A paragraph that begins so speaks of the whole list before it, not of its last item.
_SUMS_UP: Final = regex.compile(r"^(?:以上|上述|综上)")


def outline_atoms(paragraphs: Iterable[Text], addresses: Mapping[tuple[int, int], str] = _NONE) -> list[Atom]:
    """Make the atoms of a narrative; a link takes the short line before it as its label.

    `addresses` are the links whose words alone are printed, by where they begin and end.
    """
    atoms: list[Atom] = []
    paragraphs = [piece for text in paragraphs for piece in priced_points(text)]
    scored = _is_scored(paragraphs)
    units = {text.start for text in unit_headings(paragraphs)}
    keys = Counter(record[0] for text in paragraphs if (record := record_name(text)) is not None)
    told = _counted(paragraphs) | _sections(paragraphs)
    for text in paragraphs:
        url = url_of(text)
        address = addresses.get((text.start, text.end)) if url is None else None
        if address is not None:
            atoms.append(Atom(text=text, slot="evidence", opens=False, address=address))
            continue
        if url is not None:
            label = _label(atoms)
            atoms.append(Atom(text=url, slot="evidence", opens=False, label=label))
            continue
        atom = told.get(text.start) or look(text, in_table=scored)
        record = record_name(text)
        begins = record is not None and keys[record[0]] > 1
        begins = begins or (scored and _is_unmarked_heading(atom))
        if text.start in units:  # names of bodies are siblings of each other, as numbers of one family are
            atom = atom._replace(marker=Marker("unit", _UNIT_RANK, None, text))
        if atom.marker is not None or begins:
            atoms.append(atom._replace(opens=True))
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


def _is_scored(paragraphs: list[Text]) -> bool:
    """Whether numbered headings carry amounts, so that a bare number in a heading's bracket is one too."""
    heads = [rest for marker, rest in map(split_marker, paragraphs) if marker is not None]
    printed = sum(trailing_amount(rest, in_table=False)[0] is not None for rest in heads)
    bare = sum(trailing_amount(rest, in_table=True)[0] is not None for rest in heads) - printed
    return printed > 0 or bare >= _FEWEST_BARE


def _is_unmarked_heading(atom: Atom) -> bool:
    """Whether a line without a number is a heading all the same: a short name with its amount, and nothing else."""
    return atom.amount is not None and 2 <= len(atom.name) <= _LONGEST_HEADING and not _NO_NAME.search(atom.name)


def _label(atoms: list[Atom]) -> Text | None:
    """Take the last atom back as a link's label where it reads like one."""
    if atoms and atoms[-1].slot == "text" and is_label(atoms[-1].text):
        return atoms.pop().text
    return None
