"""Paragraphs that were broken hard, or cut by a page's number, made whole again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from extractors.amounts import is_lone_amount, trailing_amount
from extractors.issuers import is_signature
from extractors.markers import Marker, is_marked, split_marker
from extractors.metadata import date_line, is_title
from extractors.shell import is_page_number, is_small_number
from extractors.text import Text, join
from extractors.wraps import begins_with_stop, indented_width, is_below, is_full, is_indented, is_open, wrap_width
from pipeline.document import Paragraph

#: A bracket that a line's end cut is no longer than this on either side.
_LONGEST_BRACKET: Final = 60
_LABELLED: Final = regex.compile(r"[\p{Han}\s]{2,8}:")
#: A line that a page's end cut is at least so long; a shorter one without a stop is a heading.
_SHORTEST_CUT: Final = 16
#: So much of a paragraph's end tells whether it goes on; a title is shorter, a bracket that is cut too.
_END: Final = 400
#: A page's number with what stands around it takes no more of the text.
_LONGEST_NUMBER: Final = 24
#: And a page's last line, before a count that looks like an item's number.
_SHORTEST_PAGE: Final = 40


@dataclass(slots=True)
class _Whole:
    """A paragraph in the making: its lines, its end so far, and the last line, None behind a page's number.

    Its end is kept beside it: to look at all of it for each line would take a broken text's length squared.
    """

    first: Paragraph
    lines: list[Text]
    end: Text
    last: Text | None

    def add(self, line: Text, last: Text) -> None:
        """Go on with a line."""
        self.lines.append(line)
        self.end = join([self.end, line])[-_END:]
        self.last = last

    @property
    def marked(self) -> bool:
        """Whether it begins with an item's number."""
        return is_marked(self.lines[0])

    def made(self) -> Paragraph:
        """Return the paragraph."""
        return self.first if len(self.lines) == 1 else replace(self.first, text=join(self.lines))


def unwrapped(found: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Text]]:
    """Join lines that run on; returns the paragraphs, and the page numbers that stood inside of one."""
    lines = [p.text for p in found if not _is_set_apart(p.text)]
    widest, indented = wrap_width(lines), indented_width(lines)
    wholes, pages = list[_Whole](), list[Text]()
    counted: dict[str, int] = {}
    for i, paragraph in enumerate(found):
        following = found[i + 1].text if i + 1 < len(found) else None
        before = wholes[-1] if wholes else None
        if before is not None and following is not None and _is_page_number(before.end, paragraph.text, following):
            pages.append(paragraph.text)
            before.last = None
        elif before is not None and (count := _page_count(before.end, found, i, counted)) is not None:
            pages.append(count[0])
            before.add(count[1], paragraph.text)
        elif before is not None and (cut := _amount_before(before, paragraph.text, counted)) is not None:
            before.add(cut[0], cut[0])
            wholes.append(_Whole(replace(paragraph, text=cut[1]), [cut[1]], cut[1], paragraph.text))
            _count(cut[1], counted)
        elif before is not None and _goes_on(before, paragraph, widest, indented):
            before.add(paragraph.text, paragraph.text)
        else:
            wholes.append(_Whole(paragraph, [paragraph.text], paragraph.text, paragraph.text))
            _count(paragraph.text, counted)
    return [whole.made() for whole in wholes], pages


def _is_set_apart(line: Text) -> bool:
    """Whether a line stands where its writer put it, as titles, signatures and their days do."""
    return is_title(line) or is_signature(line) or date_line(line) is not None


def _is_over_page(whole: _Whole, line: Text) -> bool:
    """Whether a page's number that the shell has taken cut a sentence in two here."""
    if whole.last is None or whole.last.source is not line.source or not whole.last.end < line.start:
        return False
    between = Text.of(line.source, whole.last.end, min(line.start, whole.last.end + _LONGEST_NUMBER))
    number = between.strip()
    cut = is_open(whole.end) and len(whole.end) >= _SHORTEST_CUT
    return cut and bool(number.chars) and line.start <= whole.last.end + _LONGEST_NUMBER and is_page_number(number)


def _goes_on(whole: _Whole, paragraph: Paragraph, widest: float | None, indented: float | None) -> bool:
    """Whether a line goes on with the paragraph before, by its margin where paragraphs are `indented`."""
    if indented is not None and whole.last is not None and paragraph.heading is None and not is_title(whole.end):
        if is_below(paragraph.text, whole.last, indented):
            return True
        if is_indented(paragraph.text):
            return _runs_on(whole, paragraph, None)
    return _runs_on(whole, paragraph, widest)


def _count(text: Text, counted: dict[str, int]) -> None:
    marker, _ = split_marker(text)
    if marker is not None and marker.ordinal is not None:
        counted[marker.family] = marker.ordinal


def _page_count(before: Text, found: Sequence[Paragraph], at: int, counted: dict[str, int]) -> tuple[Text, Text] | None:
    """Cut a page's count off the half of a sentence behind it (`2、覆盖全县`), where it is no item's number.

    The line before is long and ends no sentence, and the number goes on with no list, or the list has it again.
    """
    marker, rest = split_marker(found[at].text)
    if marker is None or marker.family != "ar_dot" or not marker.text.chars.endswith("、") or not rest.chars:
        return None
    cut = is_open(before) and len(before) >= _SHORTEST_PAGE and marker.ordinal not in (None, 1)
    expected = counted.get(marker.family, 0) + 1
    return (marker.text, rest) if cut and (marker.ordinal != expected or _comes_again(marker, found, at + 1)) else None


#: A heading's amount that slid behind its line, before the first point below it: `（30）1.按月巡护`.
_SLID: Final = regex.compile(r"\(\s*(?P<n>\d{1,3})\s*分?\s*\)\s*(?=1\s*[.、](?!\d)|\(\s*[1一]\s*\)|①)")


def _amount_before(whole: _Whole, line: Text, counted: dict[str, int]) -> tuple[Text, Text] | None:
    """Cut the amount of the numbered heading above off a line's first point; a number that counts on is none."""
    match = _SLID.match(line.folded)
    if match is None or not whole.marked or begins_with_stop(line) or not is_open(whole.end):
        return None
    bare = "分" not in match[0]
    counts = bare and int(match["n"]) in (1, counted.get(_BRACKETED, 0) + 1)
    priced = trailing_amount(whole.end, in_table=True)[0] is not None
    return None if counts or priced else (line[: match.end()].strip(), line[match.end() :])


#: The family of numbers in brackets, which a bare amount in one looks like.
_BRACKETED: Final = "ar_paren"


def _comes_again(marker: Marker, found: Sequence[Paragraph], at: int) -> bool:
    """Whether the next number of the family is the same one."""
    for i in range(at, len(found)):
        after, _ = split_marker(found[i].text)
        if after is not None and after.family == marker.family:
            return after.ordinal == marker.ordinal
    return False


def _is_page_number(before: Text, number: Text, after: Text) -> bool:
    """Whether a lone number stands between the halves of a sentence."""
    cut = is_small_number(number) and is_open(before) and len(before) >= _SHORTEST_CUT
    return cut and not is_marked(after) and not is_small_number(after)


def _runs_on(whole: _Whole, paragraph: Paragraph, widest: float | None) -> bool:
    """Whether a line goes on with the paragraph before: its last line (None: a page's end) was full."""
    if paragraph.heading is not None or whole.first.heading is not None:
        return False
    if _is_over_page(whole, paragraph.text) and not is_marked(paragraph.text):
        return True
    alone = is_lone_amount(paragraph.text) and trailing_amount(whole.end, in_table=True)[0] is None
    marked = is_marked(paragraph.text)
    if marked:
        return alone and whole.marked
    if alone or begins_with_stop(paragraph.text) or _closes(whole.end, paragraph.text):
        return True
    if is_title(whole.end) or _LABELLED.match(paragraph.text.folded):
        return False
    return whole.last is None or is_full(whole.last, widest)


def _closes(before: Text, line: Text) -> bool:
    """Whether a line closes the bracket that the one before left open at its end."""
    opened = before.folded.rfind("(")
    left_open = opened > before.folded.rfind(")") and len(before) - opened <= _LONGEST_BRACKET
    closing = line.folded.find(")")
    return left_open and 0 <= closing <= _LONGEST_BRACKET and not 0 <= line.folded.find("(") < closing
