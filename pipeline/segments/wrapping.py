"""Paragraphs that were broken hard, or cut by a page's number, made whole again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from extractors.amounts import is_lone_amount, trailing_amount
from extractors.markers import Marker, split_marker
from extractors.metadata import is_title
from extractors.shell import is_small_number
from extractors.text import Text, join
from extractors.wraps import is_full, is_open, wrap_width
from pipeline.document import Paragraph

#: A bracket that a line's end cut is no longer than this on either side.
_LONGEST_BRACKET: Final = 60
_LABELLED: Final = regex.compile(r"[\p{Han}\s]{2,8}:")
#: A line that a page's end cut is at least so long; a shorter one without a stop is a heading.
_SHORTEST_CUT: Final = 16
#: And a page's last line, before a count that looks like an item's number.
_SHORTEST_PAGE: Final = 40


def unwrapped(found: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Text]]:
    """Join lines that run on; returns the paragraphs, and the page numbers that stood inside of one."""
    widest = wrap_width([p.text for p in found])
    whole, pages = list[Paragraph](), list[Text]()
    last = None
    counted: dict[str, int] = {}
    for i, paragraph in enumerate(found):
        following = found[i + 1].text if i + 1 < len(found) else None
        if whole and following is not None and _is_page_number(whole[-1].text, paragraph.text, following):
            pages.append(paragraph.text)
            last = None
        elif whole and (count := _page_count(whole[-1].text, found[i:], counted)) is not None:
            pages.append(count[0])
            whole[-1] = replace(whole[-1], text=join([whole[-1].text, count[1]]))
            last = paragraph.text
        elif whole and _runs_on(whole[-1], last, paragraph, widest):
            whole[-1] = replace(whole[-1], text=join([whole[-1].text, paragraph.text]))
            last = paragraph.text
        else:
            whole.append(paragraph)
            last = paragraph.text
            _count(paragraph.text, counted)
    return whole, pages


def _count(text: Text, counted: dict[str, int]) -> None:
    marker, _ = split_marker(text)
    if marker is not None and marker.ordinal is not None:
        counted[marker.family] = marker.ordinal


def _page_count(before: Text, below: Sequence[Paragraph], counted: dict[str, int]) -> tuple[Text, Text] | None:
    """Cut a page's count off the half of a sentence behind it (`2、覆盖全县`), where it is no item's number.

    The line before is long and ends no sentence, and the number goes on with no list, or the list has it again.
    """
    marker, rest = split_marker(below[0].text)
    if marker is None or marker.family != "ar_dot" or not marker.text.chars.endswith("、") or not rest.chars:
        return None
    cut = is_open(before) and len(before) >= _SHORTEST_PAGE and marker.ordinal not in (None, 1)
    expected = counted.get(marker.family, 0) + 1
    return (marker.text, rest) if cut and (marker.ordinal != expected or _comes_again(marker, below[1:])) else None


def _comes_again(marker: Marker, below: Sequence[Paragraph]) -> bool:
    """Whether the next number of the family is the same one."""
    following = (m for p in below if (m := split_marker(p.text)[0]) is not None and m.family == marker.family)
    after = next(following, None)
    return after is not None and after.ordinal == marker.ordinal


def _is_page_number(before: Text, number: Text, after: Text) -> bool:
    """Whether a lone number stands between the halves of a sentence."""
    cut = is_small_number(number) and is_open(before) and len(before) >= _SHORTEST_CUT
    return cut and split_marker(after)[0] is None and not is_small_number(after)


def _runs_on(whole: Paragraph, last: Text | None, paragraph: Paragraph, widest: float | None) -> bool:
    """Whether a line goes on with the paragraph before: its last line (None: a page's end) was full."""
    if paragraph.heading is not None or whole.heading is not None:
        return False
    alone = is_lone_amount(paragraph.text) and trailing_amount(whole.text, in_table=True)[0] is None
    marked = split_marker(paragraph.text)[0] is not None
    if marked:
        return alone and split_marker(whole.text)[0] is not None
    if alone or _closes(whole.text, paragraph.text):
        return True
    if is_title(whole.text) or _LABELLED.match(paragraph.text.folded):
        return False
    return last is None or is_full(last, widest)


def _closes(before: Text, line: Text) -> bool:
    """Whether a line closes the bracket that the one before left open at its end."""
    opened = before.folded.rfind("(")
    left_open = opened > before.folded.rfind(")") and len(before) - opened <= _LONGEST_BRACKET
    closing = line.folded.find(")")
    return left_open and 0 <= closing <= _LONGEST_BRACKET and not 0 <= line.folded.find("(") < closing
