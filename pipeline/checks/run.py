"""All checks over a notice, their findings in the notice's own order."""

from collections.abc import Callable, Iterator
from typing import Final

from pipeline.assemble.schemes import Inferred
from pipeline.checks.awarded import awarded
from pipeline.checks.catalog import remarked
from pipeline.checks.fields import (
    ambiguous_dates,
    early_deadlines,
    missing,
    numbering,
    repairs,
    second_amounts,
    states_or_deadlines,
    unknown_agencies,
    unread_labels,
    unread_numbers,
)
from pipeline.checks.marks import untaken_marks
from pipeline.checks.structure import (
    glued_headings,
    inferred_structure,
    left_over,
    nothing_found,
    repaired_number,
    rows_of_bodies,
    undated,
    ungraded,
    unpriced,
)
from pipeline.checks.subtotals import subtotals
from pipeline.checks.sums import children_sums, self_scores, total_sums
from pipeline.checks.walk import Visit, items
from pipeline.document import Remark
from pipeline.models import Finding, Item, Notice, Scheme

CHECKS: Final[tuple[Callable[[Notice], Iterator[Finding]], ...]] = (nothing_found, total_sums, numbering, left_over)
ITEM_CHECKS: Final[tuple[Callable[[Notice, list[Visit]], Iterator[Finding]], ...]] = (
    children_sums, self_scores, repairs, missing, early_deadlines, states_or_deadlines, ambiguous_dates, second_amounts,
    unread_numbers, unknown_agencies, unread_labels, untaken_marks,
)  # fmt: skip
_ORDER: Final = {name: i for model in (Item, Scheme, Notice) for i, name in enumerate(model.model_fields)}


def with_findings(notice: Notice, inferred: Inferred, remarks: tuple[Remark, ...] = ()) -> Notice:
    """Return the notice with its findings; a reader's remarks on the file are findings on the whole."""
    found = [remarked(remark.code, remark.figures) for remark in remarks]
    visits = items(notice)
    found += [f for check in CHECKS for f in check(notice)]
    found += [f for check in ITEM_CHECKS for f in check(notice, visits)]
    found += inferred_structure(notice, visits, inferred)
    found += glued_headings(notice, visits, inferred)
    found += rows_of_bodies(notice, inferred)
    found += undated(inferred)
    found += repaired_number(notice, inferred)
    found += unpriced(notice, inferred)
    found += ungraded(notice)
    found += awarded(notice, visits, inferred)
    found += subtotals(notice, inferred)
    return notice.model_copy(update={"findings": tuple(sorted(found, key=_position))})


def _position(made: Finding) -> tuple[tuple[int, ...], str]:
    steps = made.pointer.split("/")[1:]
    return tuple(int(s) if s.isdecimal() else _ORDER.get(s, 0) for s in steps), made.code
