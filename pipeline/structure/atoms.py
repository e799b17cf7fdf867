"""Atoms, the smallest things the search places, and the shape that the tree is asked to have."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, NamedTuple

import regex

from extractors.amounts import amount_with_words, cell_amount, trailing_amount, unbracketed_amount
from extractors.deadlines import is_about_time
from extractors.found import Found
from extractors.headings import own_score
from extractors.looks import tells_how_one_looks
from extractors.markers import Marker, bare_number, split_marker
from extractors.natures import nature_named
from extractors.rules import gives_marks
from extractors.text import Text
from extractors.unit_labels import labelled_units
from extractors.units import is_same_as_above, looks_like_units
from normalizers.values import AmountUnit, AmountValue, ColumnRole

_LONGEST_TIME: Final = 30
_LONGEST_KIND: Final = 12
_NAME_ENDS: Final = "。:;,. "
#: A time told by what happens then.
_EVENT: Final = regex.compile(r"\p{Han}{2,6}(?<!提|目|当|空|以|先|超)(?:前|后|期间)")
#: How an atom follows the one before: on a line of its own, on the next line of a full one, in the same paragraph.
Follows = Literal["line", "wrapped", "run"]
#: What an atom gives to its node: a column's role, or `text` for a paragraph of a narrative.
Slot = ColumnRole | Literal["text"]


class Atom(NamedTuple):
    """A cell, line or paragraph with its evidence.

    `slot` is set where a column or format says what the atom is, with the column's `header`; `opens` where
    it says whether the atom begins a node (None: the search decides); `depth` is the column's depth (see
    `Shape.firm`), a guess where it is `loose`. `amount` (of a name) and `number` (a cell that is nothing
    else) are exact, in thousandths; `units`, `same`, `rule`, `time` and `looks` (it tells how one
    looks) are what a cell looks like; `running`
    is a number that may count a row, `follows` and `stopped` (the one before ended a sentence) say how it stands to the
    atom before; a number `between` stands behind a long line that ended no sentence, as a page's does, one that `turns`
    may be a page's between two rows; a numbered `part` stands right behind the one before it. One of a `kind` names
    marks given besides or taken, and nothing else (`加分项`). `label` introduces a
    link, `address` is where its words lead. `sums_up` marks a paragraph that speaks of the list before it, `inherited`
    a cell merged over this row from one above, `shared` an amount merged over rows of several nodes; `again` is where
    a copy of its table says it once more.
    """

    text: Text
    marker: Marker | None = None
    name: str = ""
    amount: int | None = None
    unit: AmountUnit | None = None
    units: bool = False
    same: bool = False
    number: int | None = None
    rule: bool = False
    time: bool = False
    looks: bool = False
    slot: Slot | None = None
    opens: bool | None = None
    depth: int | None = None
    loose: bool = False
    label: Text | None = None
    header: str | None = None
    address: str | None = None
    inherited: bool = False
    shared: bool = False
    sums_up: bool = False
    running: Marker | None = None
    follows: Follows = "line"
    stopped: bool = False
    between: bool = False
    turns: bool = False
    part: bool = False
    kind: bool = False
    again: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """What a header says of the tree: names of depth `leaf` (None: any), attribute columns in order.

    Where columns are `firm`, a cell's column is its depth; else numbering may overrule it. There are `names`
    columns of names in a grid (0: none). Where amounts
    stand in a column, names carry none; `needed` are the columns that most rows fill. A flattened table is
    `counted` where it has a column of running numbers; its cells may stand in several atoms, and its slots belong to
    the leaves where `depths` does not say otherwise, which are `standards` where they tell how marks are given.
    """

    leaf: int | None
    slots: tuple[Slot, ...]
    total: int | None = None
    firm: bool = False
    names: int = 0
    priced: bool = False
    needed: tuple[Slot, ...] = ()
    counted: bool = False
    depths: tuple[int, ...] = ()
    standards: bool = False

    def holds(self, index: int, depth: int) -> bool:
        """Whether a column belongs to the nodes of a depth."""
        return self.leaf is None or depth == (self.depths[index] if self.depths else self.leaf)


def thousandths(value: Decimal) -> int:
    """Return an exact amount as a whole number of thousandths, for cheap sums."""
    return int(value * 1000)


def look(text: Text, *, in_table: bool) -> Atom:
    """Gather what a text shows by its head and end: its number, its name, its amount."""
    marker, rest = split_marker(text)
    found, name = trailing_amount(rest, in_table=in_table)
    worded = amount_with_words(rest) if found is None else None
    if worded is not None and (labelled_units(worded[1]) or own_score(worded[1]) is not None):
        found, name = worded[0], rest[: worded[2][0]]
    return Atom(
        text=text,
        marker=marker,
        name=name.folded.rstrip(_NAME_ENDS),
        amount=thousandths(found.value.value) if found else None,
        unit=found.value.unit if found else None,
    )


def _is_time(text: Text) -> bool:
    """Whether a cell tells a time, also one that is no date (`汛期前`)."""
    if len(text) > _LONGEST_TIME:
        return False
    return _EVENT.fullmatch(text.folded) is not None or is_about_time(text)


def _closing_amount(text: Text) -> tuple[Found[AmountValue] | None, Text]:
    """Cut the amount that a cell ends in off it, in a bracket or without one (`设施建设25分`)."""
    found, name = trailing_amount(text, in_table=True)
    return (found, name) if found is not None else unbracketed_amount(text) or (None, text)


def look_inside(text: Text, follows: Follows = "line", *, stopped: bool = False, cut: bool = False) -> Atom:
    """Gather all that a cell shows whose column is not known: is it units, a date, a rule, a number?

    It `follows` another that `stopped` a sentence, or that a page's end may have `cut`.
    """
    marker, rest = split_marker(text)
    found, name = _closing_amount(rest)
    alone, running = cell_amount(text), bare_number(text)
    return Atom(
        text=text,
        marker=marker,
        name=name.folded.rstrip(_NAME_ENDS),
        amount=thousandths(found.value.value) if found else None,
        unit=found.value.unit if found else None,
        units=found is None and marker is None and looks_like_units(text),
        same=is_same_as_above(text),
        number=thousandths(alone.value.value) if alone is not None else None,
        running=running,
        rule=gives_marks(text),
        time=_is_time(text),
        looks=len(text) <= _LONGEST_KIND and tells_how_one_looks(text),
        kind=len(text) <= _LONGEST_KIND and nature_named(text.folded) is not None,
        follows=follows,
        stopped=stopped,
        between=cut and running is not None,
    )
