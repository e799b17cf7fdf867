"""What a text says that full marks are: `该项满分60分`, `本项10分`, `标准分15分`."""

from typing import Final

import regex

from extractors.amounts import cell_amount
from extractors.found import Found
from extractors.text import Text
from normalizers.values import AmountValue

_MARKS: Final = r"(?:为|是|计|共)?[::]?\s*(?P<marks>\d{1,4}(?:\.\d{1,2})?\s*分)"
_ITSELF: Final = r"[该本此][大小]?项(?:目|工作|指标)?的?"
#: `满分40分` with who is meant or without, or who is meant alone with no more in the clause.
_FULL: Final = regex.compile(
    rf"(?P<own>{_ITSELF})?(?P<label>满分值?{_MARKS})(?!\s*(?:以[上下]|及以|[-~至]))"
    rf"|(?<![^,;。:(\s])(?P<own>{_ITSELF}(?:标准分|分值)?|标准分值?|分值)(?P<label>(?:为|是)?[::]?\s*(?P<marks>\d{{1,4}}(?:\.\d{{1,2}})?\s*分))(?![^,;。)])"
)
#: One of these is in what it matches.
_SAID: Final = ("满分", "本项", "该项", "此项", "小项", "大项", "标准分", "分值")


def full_marks_said(text: Text) -> list[tuple[Found[AmountValue], bool]]:
    """Find each place where a text says what full marks are, and whether it speaks of itself (`该项满分60分`)."""
    if not any(word in text.folded for word in _SAID):
        return []
    found = [(match, text.group(match, "label"), text.group(match, "marks")) for match in text.finditer(_FULL)]
    return [
        (Found(amount.value, label), match["own"] is not None)
        for match, label, marks in found
        if label is not None and marks is not None and (amount := cell_amount(marks)) is not None
    ]


#: A line that says nothing else is no longer.
_LONGEST_SAID: Final = 16
_NUMBER: Final = r"\d{1,4}(?:\.\d{1,2})?"
_SAID_ALONE: Final = regex.compile(
    rf"[(\[]?(?:分值|标准分|满分|基[本础]分|权重)[)\]]?\s*:\s*(?P<amount>{_NUMBER}\s*[分%]?)\s*[。;]?"
)


def amount_line(text: Text) -> Found[AmountValue] | None:
    """Read a line that is nothing but a label and full marks, with or without 分 (`分值：15`)."""
    folded = text.folded.strip()
    match = _SAID_ALONE.fullmatch(folded) if ":" in folded and len(folded) <= _LONGEST_SAID else None
    amount = text.strip().group(match, "amount") if match is not None else None
    found = cell_amount(amount) if amount is not None else None
    return Found(found.value, text) if found is not None else None
