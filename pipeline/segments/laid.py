"""Tables of one cell a line laid out again, where their header has words that no vocabulary knows."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

import regex

from extractors.looks import looks
from extractors.markers import is_marked
from extractors.metadata import annex_mark, notes_mark
from extractors.text import Text
from normalizers.headers import LONGEST_HEADER, bare_header, column_role, header_role, header_words, is_form_header
from normalizers.values import ColumnRole
from pipeline.document import Block, Paragraph, Table
from pipeline.segments.costs import COSTS
from pipeline.segments.rebuilt import Lines, rebuilt, whole, without_sections, without_totals
from pipeline.segments.regions import begins_flat, header_run, is_head_line
from pipeline.segments.rhythm import OUT, Laid, laid

#: A word that may head a column, also one that no vocabulary has (`怎么扣`, `满分（100分）`).
_WORD: Final = regex.compile(r"(?=[A-Z/、.]{0,9}\p{Han})[\p{Han}A-Z/、.]{1,10}(?:\([^()]{1,8}\))?")
_FEWEST_COLUMNS: Final = 3
_MOST_COLUMNS: Final = 9
_FEWEST_ROWS: Final = 2
#: So many words that no vocabulary has may stand behind the last known one; of the first ones so many are known.
_MOST_UNKNOWN: Final = 3
_FIRST: Final = 4
_FEWEST_KNOWN: Final = 2
#: How many columns there are shows in so many lines.
_SAMPLE: Final = 90
#: This share of a column's cells shows what it holds.
_MOSTLY: Final = 0.8
#: Roles that the search for trees tells from one another without columns.
_TOLD_APART: Final = (
    "level", "title", "requirement", "number", "points", "weight", "scoring", "responsible", "lead", "support",
    "deadline", "self_score", "score", "remarks", "method", "evidence", "scorer",
)  # fmt: skip


def laid_out(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put tables in the place of the lines that they were flattened to."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _end(blocks, at) if _begins(blocks, at) else at + 1
        made += (_table(blocks, at, end) if end > at + 1 else None) or blocks[at:end]
        at = end
    return tuple(made)


def laid_table(words: Sequence[Text], lines: Sequence[Text]) -> tuple[Table, list[Paragraph]] | None:
    """Lay a table's lines out under its header, with the lines left behind it; None where they do not fit."""
    roles = [_role(word) for word in words]
    apart = without_totals(list(whole(lines)))
    if len(words) < _FEWEST_COLUMNS or len(apart.kept) < _FEWEST_ROWS * len(words):
        return None
    read = laid(apart.kept, roles, _forms(words))
    apart, read = _with_sections(apart, read, roles, _forms(words))
    return rebuilt(words, roles, apart, read) if read.cost <= _most(roles) and _is_told(apart.kept, read) else None


def laid_sections(words: Sequence[Text], apart: Lines) -> tuple[Table, list[Paragraph]] | None:
    """Lay lines out below sections that are known; None where they do not fit."""
    roles = [_role(word) for word in words]
    if len(words) < _FEWEST_COLUMNS or len(apart.kept) < _FEWEST_ROWS * len(words):
        return None
    read = laid(apart.kept, roles, _forms(words))
    return rebuilt(words, roles, apart, read) if read.cost <= _most(roles) and _is_told(apart.kept, read) else None


def _with_sections(
    apart: Lines, read: Laid, roles: Sequence[ColumnRole | None], forms: Collection[int]
) -> tuple[Lines, Laid]:
    """Set sections over the rows where they were read as the beginning of cells, and the rest costs no more so."""
    below = without_sections(apart)
    if below is None or len(below.kept) < _FEWEST_ROWS * len(roles):
        return apart, read
    starts = [at for at, text in enumerate(apart.kept) if any(text is rows[0][0] for rows in below.sections.values())]
    glued = all(read.steps[at + 1].goes_on for at in starts)
    again = laid(below.kept, roles, forms) if glued else read
    return (below, again) if glued and again.cost <= read.cost else (apart, read)


def _is_told(lines: Sequence[Text], read: Laid) -> bool:
    """Whether some column holds nothing but numbers, times, bodies or rules, mostly: words alone repeat no pattern."""
    kinds = Counter[tuple[int, str]]()
    cells = Counter[int]()
    for look, step in zip(looks(lines), read.steps, strict=True):
        if step.column != OUT and not step.goes_on:
            kinds[step.column, look.kind] += 1
            cells[step.column] += 1
    return any(kind != "words" and count >= _MOSTLY * cells[column] for (column, kind), count in kinds.items())


def _role(word: Text) -> ColumnRole | None:
    """Return the role of a header; what a form leaves to be filled in later is empty as remarks are."""
    role = column_role(word.chars)
    return "remarks" if role == "other" and is_form_header(word.chars) else role


def _forms(words: Sequence[Text]) -> set[int]:
    """Return which columns a form leaves to be filled in later."""
    return {i for i, word in enumerate(words) if is_form_header(word.chars)}


def _most(roles: Sequence[ColumnRole | None]) -> float:
    """Return what a line may cost."""
    known = sum(role is not None for role in roles)
    return COSTS.fits if known * 2 >= len(roles) else COSTS.fits_strange


def _begins(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a header may begin at a line: some of the words there are known, or a title stands right above."""
    if not _may_head(blocks[at]):
        return False
    if begins_flat(header_run(blocks, at)[0]):
        return True
    above = blocks[at - 1] if at else None
    words = _words(blocks, at)
    if len(words) < _FEWEST_COLUMNS or _heads(blocks[at]) or (above is not None and not _ends_above(above)):
        return False
    known = sum(column_role(word.chars) is not None for word in words[:_FIRST])
    return known >= _FEWEST_KNOWN or (above is not None and _heads(above))


def _words(blocks: Sequence[Block], at: int) -> list[Text]:
    """Return the lines from one on that may head columns."""
    found = takewhile(_may_head, blocks[at : at + _MOST_COLUMNS + _MOST_UNKNOWN])
    return [block.text for block in found if isinstance(block, Paragraph)]


def _may_head(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.text) > LONGEST_HEADER:
        return False
    return _WORD.fullmatch(block.text.folded) is not None and not is_marked(block.text)


def _ends_above(block: Block) -> bool:
    return _heads(block) or not _may_head(block)


def _heads(block: Block) -> bool:
    """Whether a line stands above a table's header: its title, its total, a note."""
    if not isinstance(block, Paragraph) or (_may_head(block) and column_role(block.text.chars) is not None):
        return False
    return is_head_line(block) or notes_mark(block.text) is not None


def _end(blocks: tuple[Block, ...], at: int) -> int:
    """Return where the lines behind a header end: at a table, notes, an annex, another header and what heads it."""
    headers, run = header_run(blocks, at)
    end = at + max(run, _FEWEST_COLUMNS)
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Paragraph) or notes_mark(block.text) or annex_mark(block.text):
            return end
        other, taken = header_run(blocks, end) if _may_head(block) else ([], 0)
        again = taken > 0 and _words_of(other) == _words_of(headers)
        if len(other) >= _FEWEST_COLUMNS and not again:
            while end - 1 > at + run and is_head_line(blocks[end - 1]):
                end -= 1
            return end
        end += taken if again else 1
    return len(blocks)


def _words_of(headers: Sequence[Text]) -> list[str]:
    return [bare_header(word.chars) for word in headers]


def _table(blocks: tuple[Block, ...], at: int, end: int) -> list[Block] | None:
    """Lay lines out as a table, with what is left of them behind it; None where they are none, or need it not."""
    headers, run = header_run(blocks, at)
    if begins_flat(headers) and (_are_told(headers) or _is_repeated(blocks[at + run : end], headers)):
        return None
    made = laid_behind(headers, [b for b in blocks[at + run : end] if isinstance(b, Paragraph)])
    return [made[0], *made[1]] if made is not None else None


def _is_repeated(below: Sequence[Block], headers: list[Text]) -> bool:
    """Whether a header is printed again below: who knows its rows by their cells leaves that out."""
    first = [at for at, block in enumerate(below) if isinstance(block, Paragraph) and _opens(block.text, headers[0])]
    return any(_words_of(header_run(tuple(below), at)[0]) == _words_of(headers) for at in first)


def _opens(line: Text, header: Text) -> bool:
    return header.folded.startswith(line.folded)


def laid_behind(headers: Sequence[Text], cells: Sequence[Paragraph]) -> tuple[Table, list[Paragraph]] | None:
    """Lay a table's lines out behind its known headers; the first lines may be headers too that no vocabulary has."""
    lines = [cell.text for cell in cells]
    width = len(headers)
    if not any(cell.runs_on for cell in cells[:_MOST_COLUMNS]):  # who cut a paragraph knew where its header ends
        found = _width([*headers, *_words(cells, 0)], lines, width)
        if found is None:
            return None
        width = found
    more = width - len(headers)
    return laid_table([*headers, *lines[:more]], lines[more:])


def _are_told(headers: list[Text]) -> bool:
    """Whether a header's words are all known, and their columns are told apart without their places."""
    return all(header_role(word.chars) in _TOLD_APART or is_form_header(word.chars) for word in headers)


class _Width(NamedTuple):
    """What a line costs in a table of so many columns, a strange header's share with it."""

    cost: float
    columns: int


def _width(words: list[Text], lines: list[Text], headers: int) -> int | None:
    """Find how many of the words are the header, the first of them for sure; None where that is not clear."""
    found = sorted(_widths(words, lines, headers))
    clear = bool(found) and (len(found) == 1 or found[1].cost - found[0].cost >= COSTS.width_apart)
    return found[0].columns if clear else None


def _widths(words: list[Text], lines: list[Text], headers: int) -> Iterator[_Width]:
    roles = [_role(word) for word in words]
    known = [i for i, role in enumerate(roles[:_MOST_COLUMNS]) if role is not None]
    most = min(len(words), _MOST_COLUMNS, max(known, default=_FEWEST_COLUMNS) + 1 + _MOST_UNKNOWN)
    firm = [i for i, word in enumerate(words[:_MOST_COLUMNS]) if "".join(word.folded.split()) in header_words()]
    for width in range(max(_FEWEST_COLUMNS, headers, min(firm, default=0) + 1), most + 1):
        below = lines[width - headers : width - headers + _SAMPLE]
        kept = without_totals(list(whole(below))).kept
        if len(kept) >= _FEWEST_ROWS * width:
            unknown = sum(role is None for role in roles[:width])
            yield _Width(laid(kept, roles[:width], _forms(words[:width])).cost + COSTS.unknown_header * unknown, width)
