"""Letters without a delimiter over the codes that they begin: `A 组织保障`, below it `A1 成立专班` and `A2 编制方案`.

Elsewhere each letter of a code is a level of its own (A1, below it B1 and C1); the headings tell the two apart.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import regex

from extractors.markers import Marker, split_marker
from extractors.text import Text
from pipeline.structure.atoms import Atom, look
from pipeline.structure.columns import NAMES

#: Between 一、（一） and 1.（1）, as chapters stand over them and counted points below.
_LETTER_RANK: Final = 3
_FEWEST: Final = 2
_LETTER: Final = regex.compile(r"(?P<letter>[A-Z])[、.:]?(?=\s*\p{Han})")
_CODE: Final = regex.compile(r"(?P<letter>[A-Z])(?P<n>\d{1,2})[、.:]?(?=\s*[\p{Han}“《])")


def lettered(paragraphs: Sequence[Text]) -> dict[int, Atom]:
    """Return the atoms of letters and of their codes, by where they begin; none where fewer than two letters do so.

    A letter counts where the next letter or code behind it is its own first (`A`, then `A1`), and A is the first. One
    that goes on from these has no codes below it (`D 单项否决`).
    """
    heads = [(text, *found) for text in paragraphs if (found := _read(text)) is not None]
    first = [one for one, other in pairwise(heads) if one[2] is None and other[1:3] == (one[1], 1)]
    letters = [letter for _, letter, _, _ in first]
    every = [letter for _, letter, number, _ in heads if number is None]
    on = every == [chr(ord("A") + at) for at in range(len(every))] and len(first) * 2 > len(every)
    ordered = letters == sorted({*letters}) and letters[:1] == ["A"] and (len(every) == len(first) or on)
    return dict(_atoms(heads)) if len(first) >= _FEWEST and ordered and _below(heads) else {}


def _below(heads: Sequence[tuple[Text, str, int | None, int]]) -> bool:
    """Whether every code stands below its own letter."""
    return all(one[1] == other[1] for one, other in pairwise(heads) if other[2] is not None) and heads[0][2] is None


def _read(text: Text) -> tuple[str, int | None, int] | None:
    """Return the letter at a paragraph's head, the number behind it, and where its words begin."""
    if not "A" <= text.folded[:1] <= "Z":
        return None
    code = _CODE.match(text.folded)
    if code is not None:
        return code["letter"], int(code["n"]), code.end()
    letter = _LETTER.match(text.folded)
    return (letter["letter"], None, letter.end()) if letter is not None else None


def _atoms(heads: Sequence[tuple[Text, str, int | None, int]]) -> Iterator[tuple[int, Atom]]:
    for text, letter, number, end in heads:
        family, ordinal = ("letter", ord(letter) - ord("A") + 1) if number is None else ("letter_code", number)
        marker = Marker(family, _LETTER_RANK + (number is not None), ordinal, text[:end].strip())
        yield text.start, look(text[end:].strip(), in_table=False)._replace(marker=marker)


#: A letter apart from its name; one of a class or group is the name's own (`A类企业`).
_APART: Final = regex.compile(r"(?P<letter>[A-Z])(?P<stop>[、.:]?)\s*(?=\p{Han})(?![类级组档等区段标轮型座])")


def with_letters_over_marks(atoms: Sequence[Atom]) -> list[Atom]:
    """Cut letters off a flattened table's names with full marks (`A 办园条件（40分）`), where they go on from A."""
    heads = {at: match for at, atom in enumerate(atoms) if atom.amount is not None and atom.marker is None
             if (match := _APART.match(atom.text.folded)) is not None and _is_apart(atom.text, match)}  # fmt: skip
    letters = [match["letter"] for match in heads.values()]
    if len(letters) < _FEWEST or letters != [chr(ord("A") + i) for i in range(len(letters))]:
        return list(atoms)
    made = list(atoms)
    for at, match in heads.items():
        text, name = made[at].text, made[at].name[match.end() :]
        marker = Marker("letter", _LETTER_RANK, ord(match["letter"]) - ord("A") + 1, text[: match.end()].strip())
        made[at] = made[at]._replace(marker=marker, name=name, text=text[match.end() :])
    return made


def _is_apart(text: Text, match: "regex.Match[str]") -> bool:
    """Whether a delimiter or white space stands behind a letter."""
    return bool(match["stop"]) or match.end() > 1 or text.offsets[1] > text.offsets[0] + 1


def with_letters(atoms: Sequence[Atom]) -> list[Atom]:
    """Cut such letters, and codes below them, off the names in a table's cells whose number no other cell tells."""
    names = [atom for atom in atoms if atom.opens and atom.slot in NAMES]
    read = lettered([atom.text for atom in names])
    own = {atom.text.start for atom in names if atom.marker in (None, split_marker(atom.text)[0])}
    return [
        atom._replace(text=found.text, name=found.name, amount=found.amount, marker=found.marker)
        if atom.opens and atom.text.start in own and (found := read.get(atom.text.start)) is not None
        else atom
        for atom in atoms
    ]
