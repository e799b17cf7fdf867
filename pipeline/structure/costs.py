"""What each piece of evidence costs or earns; the tree with the lowest sum explains the text best.

The unit is one missing unit cell; laying lines under columns has its own (`segments.costs`). Nothing here knows a
document; each weight has its reason.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Costs:
    """Weights of the search, named for the evidence against a reading (or, where negative, for it)."""

    # A header with four level names has leaves at the fourth level; a name without them is misplaced.
    shallow: float = 8.0
    # Children that add up are strong evidence; authors do err, and an error is seldom alone.
    sum_wrong: float = 1.5
    sum_right: float = -1.0
    total_wrong: float = 3.0
    total_right: float = -2.0
    # A part worth more than the whole.
    exceeds: float = 1.5
    # Numbering: a sibling continues its family; gaps and repeats happen, a change of family hardly ever.
    gap: float = 1.5
    repeat: float = 2.0
    backwards: float = 3.0
    other_family: float = 5.0
    half_marked: float = 2.0
    first_not_one: float = 1.5
    deeper: float = 0.2
    nested_family: float = 4.0
    rank_inverted: float = 1.0
    # Where tables of one scheme differ in width a column is a hint; a whole page may have lost its first one.
    off_column: float = 0.5
    # Names are short and, where the table has amounts, carry one; leaves are sentences.
    long_name: float = 0.06
    long_name_from: int = 16
    short_leaf: float = 1.5
    short_leaf_to: int = 8
    nameless_amount: float = 2.0
    # Leaves of one parent all carry amounts or none does.
    leaf_without_amount: float = 1.5
    amount_among_none: float = 2.5
    # Siblings named alike (年度报告编制, 年度报告发布) outweigh two wrong sums.
    alike: float = -4.0
    alike_from: int = 3
    # Attributes: a unit column holds units; every row has one, mostly.
    unit_opens: float = 4.0
    same_opens: float = 6.0
    slot_missing: float = 1.0
    not_units: float = 5.0
    units_elsewhere: float = 2.0
    amount_in_remarks: float = 6.0
    remark: float = 0.5
    looks_opens: float = 2.0
    number_opens: float = 6.0
    number_elsewhere: float = 4.0
    not_number: float = 8.0
    not_time: float = 4.0
    rule_opens: float = 1.5
    misplaced_attribute: float = 4.0
    # A running number goes on from the row before; one that comes first counts from 1, unless a page is missing.
    first_count: float = 0.5
    miscount: float = 4.0
    serial_as_amount: float = 1.0
    # A cell goes on over atoms: a full line runs on, a sentence that ended seldom does; signs of a new cell weigh more.
    line_after_stop: float = 1.2
    line_without_stop: float = 2.5
    alike_continues: float = 0.8
    full_line_ends: float = 2.5
    run_opens: float = 1.0
    run_after_stop: float = 0.3
    run_without_stop: float = 0.6
    name_continues: float = 2.0
    marked_continues: float = 3.0
    priced_continues: float = 2.0
    number_continues: float = 5.0
    # `扣分项` on a line of its own begins what it names: it fills no column, and no cell goes on with it.
    kind_fills: float = 4.0
    # A short name behind a number (`2.外部治理`) is hardly a remark.
    name_fills: float = 2.0
    # It is rather the name over rows than one of them.
    kind_leaf: float = 2.0
    ended_by_amount: float = 4.0
    rule_elsewhere: float = 1.0
    no_rule: float = 0.6
    # Where rows are standards, what gives or takes marks is one and no remark beside it.
    standard_elsewhere: float = 3.0
    # A number alone in the middle of a sentence is a page's.
    page_number: float = 2.5
    # A label repeated after a page break is the same node.
    rejoin: float = 0.2


COSTS = Costs()
#: Below this distance to the runner-up a tree is doubtful and the finding is a warning.
DOUBTFUL_MARGIN = 1.0
#: Above this cost a cell the best tree is a poor one; what is right costs a third of it.
POOR_COST = 0.6
#: Above this one the pattern of its columns may explain a table better.
FAIR_COST = 0.05
