"""Where the schemes stand: runs of tables, and runs of cells that lost their table, with titles and notes."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.issuers import is_signature
from extractors.markers import SECTIONS, is_marked, split_marker
from extractors.metadata import annex_mark, date_line, is_annex_mark, is_table_caption, is_title, is_total, notes_mark
from extractors.natures import nature_of
from extractors.text import Text, join
from normalizers.headers import LONGEST_HEADER, bare_header, column_role, header_role, header_words, is_total_label
from pipeline.document import Block, Paragraph, Table
from pipeline.segments.above import names_above
from pipeline.segments.behind import body_counts, count, goes_on
from pipeline.segments.first_cells import without_cells
from pipeline.segments.notes import begins_notes, note_texts, notes_end
from pipeline.segments.parts import Region

#: So many header-like lines in a row are the header of a flattened table.
_FEWEST_HEADERS: Final = 3
#: What a header halved by a line may name, or none that is known.
_NAMING: Final = (None, "title", "level", "requirement", "other")
_TELLING: Final = ("points", "weight", "responsible", "lead", "deadline")
#: The annex's mark, the table's and its title may stand over a header.
_MOST_MARKS: Final = 3
#: A header broken over lines has at most so many of them, each at most so long.
_TALLEST_HEADER: Final = 5
_WRAPPED_HEADER: Final = 4
#: A header's line begins so that goes on with the one above it.
_JOINING: Final = ("及", "和", "与")
_LEVEL: Final = regex.compile(r"[一二三四五]级")
_BRACKET: Final = regex.compile(r"\((?:[^()\d]{1,6}|\d{2,4}分)\)")
#: A word among headers that is none of the genre's may be one all the same.
_UNKNOWN_HEADER: Final = regex.compile(r"\p{Han}{2,6}(?:\([^()]{1,6}\))?")
#: So many known headers stand before an unknown one at least.
_FEWEST_KNOWN: Final = 2
#: `一票否决事项` is a row, not a column.
_VETO: Final = "否决"
_SHORTEST_TITLE: Final = 7
#: A total row takes so many lines at most, and a subtotal ends no table.
_TOTAL_ROW: Final = 3
_SUBTOTAL: Final = "小计"
#: So many lines of notes stand above a table at most.
_MOST_NOTES: Final = 12
_YEAR: Final = regex.compile(r"(?:19|20)\d\d年")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Block indices: head lines from `start`, content from `first`, notes from `notes` to `end`."""

    start: int
    first: int
    notes: int
    end: int


def header_run(blocks: tuple[Block, ...], at: int) -> tuple[list[Text], int]:
    """Read the paragraphs from `at` that are column headers, and the number of paragraphs that they take.

    A header may be broken over lines (`分` over `值`). A title with a year is the table's, above its header.
    """
    first, found = blocks[at], _header(blocks, at)
    if found is None or (isinstance(first, Paragraph) and _is_title_above(first.text)) or _stands_above(blocks, at):
        return [], 0
    headers, ends = [found[0]], [at + found[1]]
    while ends[-1] < len(blocks):
        found = _header(blocks, ends[-1]) or (_unknown(blocks, ends[-1]) if len(headers) >= _FEWEST_KNOWN else None)
        if found is None:
            break
        headers.append(found[0])
        ends.append(ends[-1] + found[1])
    own = without_cells(headers)
    return _unbroken(headers[:own]), ends[own - 1] - at


def _unbroken(headers: list[Text]) -> list[Text]:
    """Join headers broken over lines: no header says again what one before it ends in, but for another's first half.

    That is so of `指标` over `类别` and `指标` over `内容`, and of `指标` over a strange word behind `三级指标`.
    """
    halves = [at for at, half in enumerate(headers) if sum(half.folded == other.folded for other in headers) > 1]
    strange = [
        at for at, half in enumerate(headers[:-1]) if _is_tail(half, headers[:at]) and _is_strange(headers[at + 1])
    ]
    whole = {at: join(headers[at : at + 2]) for at in halves if at + 1 < len(headers) and _may_be_halves(headers, at)}
    if len(whole) < len(halves) or len({header.folded for header in whole.values()}) < len(whole):
        whole = {}
    whole |= {at: join(headers[at : at + 2]) for at in strange if at not in whole}
    return [whole.get(at, header) for at, header in enumerate(headers) if at - 1 not in whole]


def _is_tail(half: Text, before: list[Text]) -> bool:
    """Whether a short header is what one before it ends in (`指标` behind `三级指标`)."""
    longer = (header.folded for header in before if len(header) > len(half))
    return len(half) < _WRAPPED_HEADER and any(header.endswith(half.folded) for header in longer)


def _is_strange(header: Text) -> bool:
    return len(header) < _WRAPPED_HEADER and column_role(header.chars) is None


def _may_be_halves(headers: list[Text], at: int) -> bool:
    one, other = headers[at], headers[at + 1]
    short = max(len(one), len(other)) <= _WRAPPED_HEADER and header_role(other.chars) in _NAMING
    return short and header_role(one.chars + other.chars) is not None


def _unknown(blocks: tuple[Block, ...], at: int) -> tuple[Text, int] | None:
    """Read a word that no vocabulary has, where two headers stand behind it as well."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or _UNKNOWN_HEADER.fullmatch(block.text.folded) is None:
        return None
    following = _header(blocks, at + 1)
    behind = _header(blocks, at + 1 + following[1]) if following is not None else None
    return (block.text, 1) if behind is not None else None


def _is_title_above(text: Text) -> bool:
    """Whether a line is the table's title though it ends like a header: it names a year, or is long for a header."""
    long = len(text) >= _SHORTEST_TITLE and "".join(text.folded.split()) not in header_words()
    return is_title(text) and (long or _YEAR.search(text.folded) is not None)


def _stands_above(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a line is the table's title though it ends like a header: below it stands the column of numbers.

    That column comes first (`乡镇考核指标及分值` over `序号`), but behind a header of the genre's own words.
    """
    line, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(line, Paragraph) or not isinstance(below, Paragraph) or len(line.text) < _SHORTEST_TITLE:
        return False
    return header_role(below.text.chars) == "number" and "".join(line.text.folded.split()) not in header_words()


def _header(blocks: tuple[Block, ...], at: int) -> tuple[Text, int] | None:
    """Read one header from the paragraphs at `at`, the fewest that make one, and a lone bracket behind it."""
    lines: list[Text] = []
    for block in blocks[at : at + _TALLEST_HEADER]:
        if not isinstance(block, Paragraph) or not _may_be_header(block.text):
            break
        if lines and max(len(block.text), *map(len, lines)) > _WRAPPED_HEADER:
            break
        if sum(map(len, lines)) >= _WRAPPED_HEADER and header_role(block.text.chars) is not None:
            break
        lines.append(block.text)
        if header_role("".join(line.chars for line in lines)) is not None:
            if _are_two(lines):
                return None
            lines += _rest(blocks, at + len(lines), lines)
            behind = blocks[at + len(lines)] if at + len(lines) < len(blocks) else None
            if isinstance(behind, Paragraph) and _BRACKET.fullmatch(behind.text.folded):
                lines.append(behind.text)
            return join(lines), len(lines)
    return None


def _rest(blocks: tuple[Block, ...], at: int, lines: list[Text]) -> list[Text]:
    """Return the line below a header that only goes on with it: `及分值`, or one more character of a narrow column.

    That is so of `值` below `满` and `分`, but not of one that begins another header (`分` over `值` below `实得`).
    """
    below = [b.text for b in blocks[at : at + 2] if isinstance(b, Paragraph)]
    if not below or header_role("".join(line.chars for line in (*lines, below[0]))) is None:
        return []
    narrow = len(lines) > 1 and all(len(line) == 1 for line in (*lines, below[0]))
    other = len(below) > 1 and len(below[1]) == 1 and header_role(below[0].chars + below[1].chars) is not None
    joins = len(below[0]) <= _WRAPPED_HEADER and below[0].folded.startswith(_JOINING)
    return below[:1] if joins or (narrow and not other) else []


def _are_two(lines: list[Text]) -> bool:
    """Whether lines that end like a header are none broken over lines: the last is one alone (`部门`, `责任事项`)."""
    words = "".join(line.folded for line in lines)
    if len(lines) == 2 and _LEVEL.fullmatch(lines[0].folded):  # `一级` says nothing without the word below it
        return False
    return len(lines) > 1 and "".join(words.split()) not in header_words() and header_role(lines[-1].chars) is not None


def _may_be_header(text: Text) -> bool:
    """Whether a line could be a header: short words, no value behind a colon, no veto, no number."""
    words = text.folded
    if len(words) > LONGEST_HEADER or words[:1].isdigit() or ":" in words or _VETO in words:
        return False
    return not is_marked(text)


def begins_flat(headers: list[Text]) -> bool:
    """Whether headers begin a flattened table: three of them, or two of which one is for amounts, units or time."""
    telling = any(header_role(h.chars) in _TELLING for h in headers)
    return len(headers) >= _FEWEST_HEADERS or (len(headers) == _FEWEST_HEADERS - 1 and telling)


def _starts(blocks: tuple[Block, ...]) -> list[int]:
    """Return where a table or a flattened table's header begins; tables that follow one another are one."""
    starts, at = [], 0
    while at < len(blocks):
        headers, run = header_run(blocks, at)
        if isinstance(blocks[at], Table):
            starts.append(at)
            while at < len(blocks) and isinstance(blocks[at], Table):
                at += 1
        elif begins_flat(headers):
            if not (starts and _goes_on(blocks, starts[-1], at, headers)):
                starts.append(at)
            at += run
        else:
            at += 1
    return starts


def _goes_on(blocks: tuple[Block, ...], first: int, at: int, headers: list[Text]) -> bool:
    """Whether a flattened table's header is only printed again: the same words, and no title, total or mark above them.

    A mark that stands above its first header too (`附件2`, `表2`) is the page's.
    """
    above, _ = header_run(blocks, first)
    before = blocks[at - 1]
    ended = any(isinstance(b, Paragraph) and _is_end(b.text) for b in blocks[max(first, at - _TOTAL_ROW) : at])
    head = before.text if isinstance(before, Paragraph) and is_head_line(before) else None
    titled = head is not None and (len(head) >= _SHORTEST_TITLE or _is_mark(head))
    told = {b.text.folded for b in blocks[max(0, first - _MOST_MARKS) : first] if isinstance(b, Paragraph)}
    new = titled and head is not None and not (_is_mark(head) and head.folded in told)
    return _words(above) == _words(headers) and isinstance(before, Paragraph) and not (ended or new)


def _is_mark(text: Text) -> bool:
    """Whether a line numbers the annex or the table that follows."""
    return is_annex_mark(text) or is_table_caption(text)


def _words(headers: list[Text]) -> list[str]:
    return [bare_header(header.chars) for header in headers]


def _is_end(text: Text) -> bool:
    return is_total_label(text.chars) and bare_header(text.chars) != _SUBTOTAL


def _repeated(blocks: tuple[Block, ...], headers: list[Text]) -> set[int]:
    """Return the places of a flattened table's header printed again among its cells."""
    found: set[int] = set()
    at = 0
    while at < len(blocks):
        again, run = header_run(blocks, at)
        same = run > 0 and _words(again) == _words(headers)
        found |= set(range(at, at + run)) if same else set()
        at += run if same else 1
    return found


def is_head_line(block: Block) -> bool:
    """Whether a paragraph above a table belongs to it: its title, its total, its kind of marks, the annex's mark."""
    if not isinstance(block, Paragraph):
        return False
    mark = annex_mark(block.text)
    if mark is not None:
        return not mark[1].chars
    titled = is_title(block.text) or is_table_caption(block.text)
    return titled or is_total(block.text) or nature_of(split_marker(block.text)[1].folded) is not None


def stretches(blocks: tuple[Block, ...]) -> list[Stretch]:
    """Return every scheme's stretch, in order and without overlap."""
    found: list[Stretch] = []
    starts = _starts(blocks)
    named = names_above(blocks, starts)
    for i, first in enumerate(starts):
        floor = found[-1].first + 1 if found else 0
        start = first
        if start > floor and _stands_above(blocks, start - 1):
            start -= 1
        while start > floor and (start - 1 in named or is_head_line(blocks[start - 1])):
            start -= 1
        start = _with_notes_above(blocks, start, floor)
        if found:
            found[-1] = _closed(blocks, found[-1], start, found[:-1])
        stop = starts[i + 1] if i + 1 < len(starts) else len(blocks)
        found.append(Stretch(start, first, stop, stop))
    if found:
        found[-1] = _closed(blocks, found[-1], len(blocks), found[:-1])
    return found


def _with_notes_above(blocks: tuple[Block, ...], start: int, floor: int) -> int:
    """Return where a table's head begins with the notes right above it, and the lines of the head above these.

    Notes right below another table are that one's.
    """
    at = start
    while at > floor and start - at < _MOST_NOTES and isinstance(block := blocks[at - 1], Paragraph):
        at -= 1
        if begins_notes(block):
            break
        if not is_marked(block.text):
            return start
    noted = at
    while at > floor and is_head_line(blocks[at - 1]):
        at -= 1
    above = floor == 0 or at < noted
    return at if above and noted < start and begins_notes(blocks[noted]) else start


def _closed(blocks: tuple[Block, ...], stretch: Stretch, end: int, earlier: list[Stretch]) -> Stretch:
    """Tell content from notes, and end a table's stretch where its notes end."""
    at = stretch.first
    flat = isinstance(blocks[at], Paragraph)
    end = _before_signature(blocks, stretch.first, end) if flat else end
    cells = {i for s in earlier for i in range(s.first, s.end)}
    body = tuple(block for i, block in enumerate(blocks[: stretch.start]) if i not in cells)
    counts, own = body_counts(body), dict[str, int]()
    while at < end and (
        isinstance(blocks[at], Table) or (flat and not (at > stretch.first and begins_notes(blocks[at])))
    ):
        block = blocks[at]
        if isinstance(block, Paragraph):
            if goes_on(block.text, counts, own) or _begins_annex(blocks, at):
                break
            count(block.text, own)
        at += 1
    if at < end and not flat and isinstance(block := blocks[at], Paragraph) and is_total(block.text):
        at += 1
    return Stretch(stretch.start, stretch.first, at, notes_end(blocks, at, end))


def _begins_annex(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether another annex begins below a flattened table: its mark alone on a line, and its title."""
    block, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    mark = annex_mark(block.text) if isinstance(block, Paragraph) else None
    if mark is None or mark[1].chars or not isinstance(below, Paragraph):
        return False
    return is_title(below.text) or (_may_be_header(below.text) and _counts_from_one(blocks, at + 2))


def _counts_from_one(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether sections begin (`一、`): below a title they are an outline's, among cells each has its row."""
    block = blocks[at] if at < len(blocks) else None
    marker = split_marker(block.text)[0] if isinstance(block, Paragraph) else None
    return marker is not None and marker.family in SECTIONS and marker.ordinal == 1


def _before_signature(blocks: tuple[Block, ...], first: int, end: int) -> int:
    """Return where names and a day below a table's cells begin, where no column holds days; else the end."""
    roles = {header_role(text.chars) for text in header_run(blocks, first)[0]}
    texts = [b.text for b in blocks[first:end] if isinstance(b, Paragraph)]
    if "deadline" in roles or len(texts) != end - first or end < len(blocks) or date_line(texts[-1]) is None:
        return end
    names = 0
    while names + 2 < len(texts) and is_signature(texts[-2 - names]):
        names += 1
    return end - 1 - names if names else end


def _notes_in(head: list[Text]) -> list[Text]:
    """Return the notes among a table's head lines: the first with its label, and numbered ones right below it."""
    first = next((i for i, text in enumerate(head) if notes_mark(text) is not None), len(head))
    below = range(first + 1, len(head))
    end = next((i for i in below if not is_marked(head[i]) and notes_mark(head[i]) is None), len(head))
    return head[first:end]


def region(blocks: tuple[Block, ...], stretch: Stretch, known: tuple[Text | None, ...]) -> Region:
    """Take a stretch apart. The notice's own `known` titles are none of the table's."""
    head = [b.text for b in blocks[stretch.start : stretch.first] if isinstance(b, Paragraph)]
    taken = {title.start for title in known if title is not None}
    above = [note for note in _notes_in(head) if note.start not in taken]
    told = {t.start for t in (*above, *(t for t in head if is_total(t)))} | taken
    titles = [t for t in head if annex_mark(t) is None and t.start not in told]
    content = blocks[stretch.first : stretch.notes]
    behind = [b.text for b in content[1:] if isinstance(b, Paragraph)] if isinstance(content[0], Table) else []
    headers, run = header_run(content, 0) if content and isinstance(content[0], Paragraph) else ([], 0)
    again = _repeated(content[run:], headers) if headers else set()
    cells = [b for i, b in enumerate(content[run:]) if isinstance(b, Paragraph) and i not in again]
    notes = note_texts(blocks[stretch.notes : stretch.end])
    label = notes_mark(notes[0]) if notes else None
    return Region(
        titles=tuple(titles),
        total=next((t for t in (*head, *behind) if is_total(t)), None),
        marks=tuple(m[0] for t in head if (m := annex_mark(t)) is not None and not m[1].chars),
        headers=tuple(headers),
        tables=tuple(b for b in content if isinstance(b, Table)),
        cells=tuple(cells),
        repeated=tuple(b.text for i, b in enumerate(content[run:]) if isinstance(b, Paragraph) and i in again),
        notes_above=tuple(above),
        notes_label=label[0] if label else None,
        notes=tuple([*([label[1]] if label[1].chars else []), *notes[1:]] if label is not None else notes),
    )
