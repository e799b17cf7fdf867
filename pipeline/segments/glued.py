"""A table run together in paragraphs: gathered over page breaks and headers printed again, then cut into its cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import cell_amount, trailing_amount
from extractors.header_rows import headers_inside
from extractors.markers import is_marked
from extractors.running import begins_row, cell_cuts, is_spaced, section_starts
from extractors.shell import is_small_number
from extractors.spaced import spaced_cells
from extractors.text import Text, join
from extractors.wraps import is_open
from normalizers.headers import bare_header, header_role
from normalizers.values import ColumnRole
from pipeline.document import Paragraph

#: A page's text is at least so long, and holds so many cells that begin behind its first.
_SHORTEST_PAGE: Final = 40
_FEWEST_CELLS: Final = 2
#: What a page's end cuts off a name is shorter than a cell.
_SHORTEST_CELL: Final = 4
_DASHES: Final = ("-", "—", "–")
_PAGE: Final = regex.compile(r"(?P<dash>[-—–])\s?\d{1,3}\s?(?P=dash)$")


@dataclass(frozen=True, slots=True)
class Header:
    """What a header printed in one line says of the cells behind it."""

    labels: tuple[Text, ...]

    @property
    def roles(self) -> list[ColumnRole | None]:
        """Return the role of each column, None where it is not known."""
        return [header_role(label.chars) for label in self.labels]

    @property
    def spaced(self) -> bool:
        """Whether white space divides the labels, so that it divides the cells too."""
        return is_spaced(self.labels)

    def says(self, other: Sequence[Text]) -> bool:
        """Whether other labels are this header printed again."""
        return [bare_header(label.chars) for label in self.labels] == [bare_header(label.chars) for label in other]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a table's text: the header printed again above it; whether it goes on in the midst of a cell."""

    text: Text
    above: tuple[Text, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """A table's stretches, the page numbers between them, and a header printed again below them."""

    stretches: tuple[Stretch, ...]
    pages: tuple[Text, ...]
    below: tuple[Text, ...]


def gathered(lines: Iterable[Text], header: Header, gone: Sequence[int]) -> Gathered:
    """Tell a table's stretches from the page numbers between them.

    `gone` are the offsets of page numbers that were taken away already, in order.
    """
    found: list[Stretch] = []
    pages: list[Text] = []
    above: list[Text] = []
    at: list[int] = []
    rest = list(lines)
    for i, line in enumerate(rest):
        following = rest[i + 1] if i + 1 < len(rest) else None
        if found and following is not None and _is_page_number(found[-1].text, line, following, header):
            pages.append(line)
            at.append(line.start)
            continue
        broken = bool(found) and (_any_between(gone, found[-1].text, line) or _any_between(at, found[-1].text, line))
        for labels, whole in _parted(line, header):
            part, page = _without_page(whole)
            pages += page
            above += labels
            if part.chars:
                goes_on = broken and is_open(found[-1].text) and not begins_row(part)
                found.append(Stretch(part, tuple(above), goes_on))
                broken, above = False, []
    return Gathered(tuple(found), tuple(pages), tuple(above))


def _without_page(part: Text) -> tuple[Text, list[Text]]:
    """Take a page's number between dashes off the end of a stretch (`…费用（元）5—7—`)."""
    match = _PAGE.search(part.folded) if part.folded.endswith(_DASHES) else None
    return (part, []) if match is None else (part[: match.start()].strip(), [part[match.start() :]])


def _any_between(offsets: Sequence[int], before: Text, after: Text) -> bool:
    return bisect_left(offsets, before.end) < bisect_left(offsets, after.start)


def _is_page_number(before: Text, number: Text, after: Text, header: Header) -> bool:
    """Whether a lone number stands between the halves of a sentence, where the other cells are run together."""
    cut = is_small_number(number) and not is_small_number(after) and is_open(before)
    if header.spaced or not cut or len(before) < _SHORTEST_PAGE:
        return False
    cuts = [0, *cell_cuts(before, header.roles), len(before)]
    numbered = any(cell_amount(before[a:b]) is not None for a, b in pairwise(cuts))
    return len(cuts) - 2 >= _FEWEST_CELLS and (numbered or not {"points", "weight", "number"} & {*header.roles})


def other_header(line: Text, header: Header) -> int | None:
    """Return where a line has headers that are not the table's own; None where it has none."""
    at = 0
    while (found := headers_inside(line, at)) is not None:
        if not header.says(found[1]):
            return line.index_of(found[1][0])
        at = found[0]
    return None


def _parted(line: Text, header: Header) -> Iterator[tuple[list[Text], Text]]:
    """Yield a line's stretches, each behind the header that is printed again above it: none, or its labels."""
    above, at = list[Text](), 0
    while (again := headers_inside(line, at)) is not None and header.says(again[1]):
        yield above, line[at : line.index_of(again[1][0])].strip()
        at, above = again
    yield above, line[at:].strip()


def cells(table: Gathered, header: Header) -> Iterator[Paragraph]:
    """Yield the cells of a table's stretches, and the headers between them; cells that nothing divides run on."""
    if header.spaced:
        for stretch in table.stretches:
            yield from map(Paragraph, stretch.above)
            yield from map(Paragraph, spaced_cells(stretch.text))
    elif table.stretches:
        yield from _cut(table.stretches, header)
    yield from map(Paragraph, table.below)


def _cut(found: Sequence[Stretch], header: Header) -> Iterator[Paragraph]:
    whole, heads = _joined(found)
    begins = {at for at, stretch in heads.items() if not stretch.goes_on}
    cuts = sorted({0, *cell_cuts(whole, header.roles), *begins, len(whole)})
    begins |= {at for at in heads if _begins_group(whole, at, cuts)}
    begins |= {*section_starts(whole)}
    bounds = sorted({*cuts, *begins})
    labels = {bounds[bisect_right(bounds, at) - 1]: stretch.above for at, stretch in heads.items() if stretch.above}
    begun = False
    for start, end in pairwise(bounds):
        yield from map(Paragraph, labels.get(start, ()))
        begun = begun and start not in begins
        piece = whole[start:end].strip()
        if piece.chars:
            yield Paragraph(piece, runs_on=begun)
            begun = True


def _begins_group(whole: Text, at: int, cuts: Sequence[int]) -> bool:
    """Whether a page ends where a cell does: a name with its amount begins behind it, and none is open before it."""
    place = bisect_left(cuts, at)
    if cuts[place] == at:
        return False
    before, behind = whole[cuts[place - 1] : at], whole[at : cuts[place]]
    named = trailing_amount(behind, in_table=True)[0] is not None
    return named and len(before) >= _SHORTEST_CELL and not is_marked(before)


def _joined(found: Sequence[Stretch]) -> tuple[Text, dict[int, Stretch]]:
    """Join stretches, a line each but those that go on; returns where each begins."""
    lines: list[list[Text]] = []
    heads: dict[int, Stretch] = {}
    at = 0
    for stretch in found:
        at += bool(lines) and not stretch.goes_on  # the line's end
        heads[at] = stretch
        lines[len(lines) - stretch.goes_on :] = [[*(lines[-1] if stretch.goes_on else []), stretch.text]]
        at += len(stretch.text)
    return join([join(parts) for parts in lines], "\n"), heads
