"""A cell's clauses that each carry full marks of their own, as nodes."""

from typing import Final

from extractors.clauses import Priced, marks_of, priced_clauses
from extractors.headings import name_and_amount
from extractors.text import Text
from pipeline.structure.atoms import Atom, Slot, look, thousandths

#: What stands between a clause and its marks.
_GLUE: Final = "，,、：:；; \u3000\n"


def clause_atoms(text: Text, depth: int | None, slot: Slot, name: Text, *, bare: bool) -> list[Atom]:
    """Make the nodes of a text's clauses; [] where not each has full marks that the `name` may have."""
    worth = name_and_amount(name, in_table=True).amount if bare else None
    found = priced_clauses(text, bare=bare, whole=worth.value.value if worth is not None else None)
    return [atom for clause in found for atom in _atoms(clause, depth, slot)]


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
