"""A cell's clauses that each carry full marks of their own, as nodes."""

from typing import Final

from extractors.amounts import cell_amount
from extractors.clauses import Priced, marks_of, named_clauses, priced_clauses
from extractors.headings import name_and_amount
from extractors.text import Text
from pipeline.structure.atoms import Atom, Slot, look, thousandths

#: What stands between a clause and its marks.
_GLUE: Final = "，,、：:；; \u3000\n"


def clause_atoms(text: Text, depth: int | None, slot: Slot, name: Text, points: Text | None) -> list[Atom]:
    """Make the nodes of a text's clauses; [] where not each has full marks that the `name` may have.

    What stands behind a clause's name and marks fills the `slot`. The name's own marks may stand in a cell of `points`.
    """
    bare = points is None
    beside = cell_amount(points) if points is not None else name_and_amount(name, in_table=True).amount
    worth = beside.value.value if beside is not None else None
    found = priced_clauses(text, bare=bare, whole=worth if bare else None)
    if found:
        return [
            atom for clause in found for atom in _atoms(clause, depth, "title" if slot == "title" else "requirement")
        ]
    return [atom for clause in named_clauses(text, worth) for atom in _named_atoms(clause, depth, slot)]


def _named_atoms(clause: tuple[Text, Text], depth: int | None, slot: Slot) -> list[Atom]:
    """Make the node of a clause with a name of its own, and fill in what it says."""
    name, rest = clause
    head = look(name, in_table=True)._replace(opens=True, depth=depth, slot="title")
    told = Atom(rest, slot="requirement" if slot == "title" else slot, opens=False)
    return [head, told] if rest.chars else [head]


def _atoms(priced: Priced, depth: int | None, slot: Slot) -> list[Atom]:
    """Make the node of a clause; marks without a bracket are given to it as a column's are."""
    clause, amount = priced
    name = clause if amount is None else clause[: clause.index_of(amount)].rstrip(_GLUE)
    head = look(name, in_table=True)._replace(opens=True, depth=depth, slot=slot)
    if amount is None:
        return [head]
    whole = thousandths(marks_of(amount))
    return [
        head._replace(amount=whole, unit="point"),
        Atom(text=amount, slot="points", opens=False, label=clause),
    ]
