"""Headers that no vocabulary has (`归口`, `给几分`): what their columns show that they mean."""

from typing import Final

import regex

from extractors.amounts import cell_amount
from normalizers.headers import bare_header, is_about_scorers, is_measure
from pipeline.structure.columns import Profile
from pipeline.structure.headers import Label
from pipeline.structure.meanings import Beside, Meaning, is_unknown, settled

#: This share of a column's cells shows what they are; and so many others may be beside words.
_MOSTLY: Final = 0.8
_FEW: Final = 0.4
#: A column of text has as many characters in a cell.
_FEWEST_WORDS: Final = 4
#: What all items of a scheme are worth, mostly.
_WHOLES: Final = (100, 1000)
#: So a header says that it is about who does something; `地点` says where.
_DOERS: Final = regex.compile("[谁抓办承]|单位|部门|科室|负责|责任|主体|牵头")


def _is_words(column: Profile) -> bool:
    """Whether a column holds words, and no bodies, times, amounts or rules."""
    return column.filled > 0 and max(column.units, column.time, column.figures, column.ruled) <= _FEW


def _are_marks(label: Label, column: Profile, beside: Beside) -> bool:
    """Whether the one strange column of amounts has full marks: it says so, or they add up to a whole scheme's."""
    if is_measure(label.text.chars) or not is_unknown(label) or column.number < _MOSTLY or beside.amounts != 1:
        return False
    found = [amount.value.value for cell in column.cells if (amount := cell_amount(cell)) is not None]
    return "分" in label.text.chars or sum(found) in _WHOLES


def _are_doers(label: Label, column: Profile, _: Beside) -> bool:
    words = bare_header(label.text.chars)
    acts = _DOERS.search(words) is not None and not is_about_scorers(words)
    return is_unknown(label) and column.units >= _MOSTLY and acts


#: In order; a header has the first meaning that its column shows.
STRANGE: Final = (
    Meaning("other", "points", frozenset({"points", "weight", "score"}), _are_marks,
            "`给几分` over amounts, `打多少` over such that add up to a round number, where nothing has full marks"),
    Meaning("other", "responsible", frozenset({"responsible", "lead", "support"}), _are_doers,
            "`主抓单位` over bodies, where no column says who must do it; `谁来评` says who scores"),
    Meaning("other", "title", frozenset({"title", "level"}),
            lambda x, c, by: is_unknown(x) and x.start < by.texts and c.short >= _MOSTLY and _is_words(c),
            "`归口` over short words before the texts: what those belong to"),
    Meaning("other", "requirement", frozenset({"requirement"}),
            lambda x, c, by: (is_unknown(x) and by.names < x.start and by.named < c.filled
                              and c.length >= _FEWEST_WORDS and _is_words(c)),
            "`要干什么` over words in every row, behind names that stand over several"),
)  # fmt: skip


def told_apart(found: list[Label], columns: list[Profile]) -> list[Label]:
    """Give strange headers the meaning that their columns show."""
    return settled(found, columns, STRANGE)
