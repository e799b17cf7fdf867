"""What each piece of evidence costs where lines are put under columns again; the cheapest way explains them best.

The unit is the natural logarithm of how much less likely a line is: what a kind of cell costs under a column comes
from how often it was seen there (`patterns`), and the weights here are set beside that. The search for trees has its
own (`structure.costs`), in another unit: the two are never added.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Costs:
    """Weights of the way through the columns, named for what happens at a line."""

    # A row begins: whole, or with its first cells merged with those above, more for each of them; columns of sentences
    # are hardly ever merged.
    whole_row: float = 0.3
    merged_row: float = 0.6
    merged_each: float = 0.15
    merged_text: float = 1.0
    # Rows that are all whole need no merged and no empty cells: they may be so much dearer a line.
    whole_apart: float = 0.1
    # A cell goes on in the next line, where that is as wide as the text, as its column, or neither; numbers do not.
    goes_on_full: float = 1.0
    goes_on_column: float = 2.5
    goes_on: float = 5.0
    number_goes_on: float = 4.0
    # Several bodies, or several rules, in one cell stand on lines of their own.
    listed: float = 0.8
    # A rule stands where one fills in later (`扣分情况`), beside a column of rules.
    rule_filled_in: float = 1.5
    # The line that goes on is none of the column's kind: at most so much.
    most_odd: float = 3.0
    # A full line that does not go on.
    ends_full: float = 2.0
    # Lines that are no cells any more: where they begin, and each.
    ends: float = 4.0
    behind: float = 2.5
    # An empty cell in a column that every row fills.
    empty: float = 2.5
    # Numbers that count on, in a column that does not count.
    miscount: float = 3.0
    # However unlike its column's a cell's length is.
    most_length: float = 3.0
    # A cell numbered as none of its column is.
    odd_number: float = 1.5
    # How a sentence ends tells half as much as what it is.
    stop: float = 0.5
    # The same words stand in one column.
    again: float = 1.0
    # A word that no vocabulary knows, as a header; a table with a column more or less must be dearer by so much.
    unknown_header: float = 0.05
    width_apart: float = 0.1
    # What a line costs at most in a table that is one, and where most words of its header are strange.
    fits: float = 0.75
    fits_strange: float = 0.45


COSTS: Final = Costs()
#: Above this cost a line the pattern by which a table was laid out again is not sure.
SURELY_LAID: Final = 0.5
#: Below this one it is better than a search in doubt.
FAIRLY_LAID: Final = 0.6
