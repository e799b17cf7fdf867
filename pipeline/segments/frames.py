"""Rows of a table that are no rows of its list: its title above the header, a form's lines, notes below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

import regex

from extractors.forms import form_line, form_pair, is_form_label, is_score_label
from extractors.markers import is_marked
from extractors.metadata import annex_mark, is_title, is_total, notes_mark
from extractors.pairs import Pair
from extractors.text import Text, join
from normalizers.headers import column_role
from pipeline.document import Block, Cell, Paragraph, Table
from pipeline.segments.projects import indicators_at, project
from pipeline.segments.regions import begins_flat, header_run

Row = tuple[Cell, ...]
#: A header stands no further down; above it are a title, a form's line, a section's name.
_HEADER_WITHIN: Final = 5
_FEWEST_HEADERS: Final = 2
#: This share of a header's cells is in the vocabulary.
_KNOWN: Final = 0.6


#: A label above a table's header is so long at most and holds no figure; its value stands beside it.
_LONGEST_LABEL: Final = 10
_FIGURE: Final = regex.compile(r"\d")
_PAIR: Final = 2
#: A cell above the header with a label and its value.
_LABELLED: Final = regex.compile(r"\p{Han}[\p{Han}\s()/]{1,15}:\s*(?P<value>[^:;。]{0,40})")
#: What only those who fill a form in are asked.
_FILLED_IN: Final = regex.compile(r"填[报表写]|制表|审[核批]|复核|报送|校对|经办|签[字名章]|盖章")


@dataclass(slots=True)
class Unframed:
    """The blocks without their tables' frames; what a form printed about itself, and its places left empty."""

    blocks: list[Block] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    empty: list[Text] = field(default_factory=list)


def unframed(blocks: tuple[Block, ...]) -> Unframed:
    """Take frames off the tables; a form's line right beside a table, or below such a line, goes with it."""
    made, taken = Unframed(), -1
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            made.blocks += [part for table in _titled(block) for part in _without_frame(table, made)]
            continue
        beside = form_line(block.text) and (taken == at - 1 or _beside_table(blocks, at))
        if beside and _taken([block.text], made):
            taken = at
        else:
            made.blocks.append(block)
    return made


def without_form_below(blocks: tuple[Block, ...]) -> Unframed:
    """Take a form's lines off the end of a table of one cell a line; those that its rows have too are theirs."""
    end = len(blocks)
    while end and isinstance(block := blocks[end - 1], Paragraph) and _asks(block.text):
        end -= 1
    made = Unframed(list(blocks[:end]))
    table = _flat_from(blocks, end) if end < len(blocks) else None
    if table is None or not _keys(blocks[table:end]).isdisjoint(_keys(blocks[end:])):
        return Unframed(list(blocks))
    _taken([block.text for block in blocks[end:] if isinstance(block, Paragraph)], made)
    return made


def _asks(text: Text) -> bool:
    """Whether a line is a form's, and states no marks."""
    return bool(pairs := form_line(text)) and not any(p.value.chars and is_score_label(p.label) for p in pairs)


def _flat_from(blocks: tuple[Block, ...], end: int) -> int | None:
    """Return where the last header of a table of one cell a line stands whose cells go on to the end."""
    for at in reversed(range(end)):
        if isinstance(blocks[at], Table):
            return None
        if begins_flat(header_run(blocks, at)[0]):
            return at
    return None


def _keys(blocks: tuple[Block, ...]) -> set[str]:
    return {pair.key for block in blocks if isinstance(block, Paragraph) for pair in form_line(block.text)}


def _beside_table(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a table, or a flattened one's header, stands within two blocks."""
    if any(isinstance(b, Table) for b in (*blocks[max(0, at - 2) : at], *blocks[at + 1 : at + 3])):
        return True
    return any(begins_flat(header_run(blocks, i)[0]) for i in range(at + 1, min(at + 3, len(blocks))))


def _titled(table: Table) -> Iterator[Table]:
    """Cut a table above each row that is another one's title, over its header: several tables of one sheet."""
    rows = table.rows
    told = {"".join(cell.paragraphs[0].folded.split()) for row in rows[:1] for cell in row if not cell.empty}
    cuts = [0]
    for at, row in enumerate(rows):
        cell = _only(row) if at >= _FEWEST_HEADERS else None
        words = join(cell.paragraphs) if cell is not None and cell.column == 0 else None
        if words is None or not is_title(words) or "".join(words.folded.split()) in told:
            continue
        below = next((r for r in rows[at + 1 :] if _only(r) is None and any(not c.empty for c in r)), ())
        if is_header(below):
            cuts.append(at)
            told.add("".join(words.folded.split()))
    yield from (replace(table, rows=rows[start:end]) for start, end in pairwise([*cuts, len(rows)]))


def _without_frame(table: Table, made: Unframed) -> Iterator[Block]:
    """Yield a table's title lines, the table, its notes."""
    if (alone := _of_frames(table.rows, made)) is not None:
        yield from (Paragraph(text) for text in alone)
        return
    rows = _without_project(table.rows, made)
    head = _header_at(rows)
    above = [row for row in rows[:head] if not (_is_form(row, made) or _is_labelled(row, made) or _is_data(row, made))]
    lines = [row for row in above if _is_line_above(row)]
    end = len(rows)
    while end > head + 1 and (_notes(rows[end - 1]) is not None or _is_form_below(rows[end - 1], made)):
        end -= 1
    yield from (Paragraph(text) for row in lines for cell in row for text in cell.paragraphs)
    kept = (*(row for row in above if row not in lines), *rows[head:end])
    if kept:
        yield replace(table, rows=kept)
    for row in rows[end:]:
        if (notes := _notes(row)) is not None:
            yield Paragraph(notes)


def _of_frames(rows: tuple[Row, ...], made: Unframed) -> list[Text] | None:
    """Return the notes of a table that has nothing but notes and a form's lines; None where it has other rows."""
    filled = [row for row in rows if any(not cell.empty for cell in row)]
    found, notes = Unframed(), list[Text]()
    whole = _numbered_notes(filled)
    for row in filled if whole is None else ():
        note = _notes(row)
        if note is None and not _is_form(row, found):
            return None
        notes += [note] if note is not None else []
    if not _is_form_of(found) or not {p.key for p in found.pairs}.isdisjoint(p.key for p in made.pairs):
        return None
    made.pairs += found.pairs
    made.empty += found.empty
    return notes if whole is None else whole


def _numbered_notes(rows: Sequence[Row]) -> list[Text] | None:
    """Return a table of one column that is a label over numbered notes (`说明：`, `1.…`), the first with the label."""
    cells = [_only(row) for row in rows]
    texts = [text for cell in cells if cell is not None for text in cell.paragraphs]
    mark = notes_mark(texts[0]) if texts else None
    if None in cells or mark is None or mark[1].chars:
        return None
    numbered = all(is_marked(text) for text in texts[1:])
    return [join(texts[:2], "\n"), *texts[2:]] if numbered else None


def _is_form_of(found: Unframed) -> bool:
    """Whether a form's rows say who filled it in; what a project is, and who does it, is one's own data."""
    keys = [pair.key for pair in found.pairs]
    told = any(_FILLED_IN.search(text.folded) for text in (*found.empty, *(p.label for p in found.pairs)))
    return len(set(keys)) == len(keys) and (told or not (keys or found.empty))


def _without_project(rows: tuple[Row, ...], made: Unframed) -> tuple[Row, ...]:
    """Take a project's data off its indicators; marks for how its money was spent are the first of these."""
    head = indicators_at(rows)
    if not head:
        return rows
    lines = tuple(row for row in rows[:head] if _is_line_above(row) or _is_section(row))
    found = project([row for row in rows[:head] if row not in lines and not _is_labelled(row, made)], rows[head])
    _take(found.pairs, made)
    made.empty += found.left
    return (*lines, rows[head], *found.rows, *rows[head + 1 :])


def _header_at(rows: tuple[Row, ...]) -> int:
    """Return the row of the header; 0 where none of the first rows is one, or a row of several cells is no form's."""
    return next((at for at, row in enumerate(rows[:_HEADER_WITHIN]) if is_header(row)), 0)


def is_header(row: Row) -> bool:
    """Whether most cells of a row, and two at least, are known headers."""
    words = [join(cell.paragraphs) for cell in row if not cell.empty]
    known = sum(column_role(word.chars) is not None for word in words)
    return known >= _FEWEST_HEADERS and known >= _KNOWN * len(words)


def _only(row: Row) -> Cell | None:
    """Return the cell that a row holds alone."""
    filled = [cell for cell in row if not cell.empty]
    return filled[0] if len(filled) == 1 else None


def _is_line_above(row: Row) -> bool:
    cell = _only(row)
    text = join(cell.paragraphs) if cell is not None else None
    return text is not None and (is_title(text) or is_total(text) or annex_mark(text) is not None)


def _is_section(row: Row) -> bool:
    cell = _only(row)
    return cell is not None and is_marked(join(cell.paragraphs))


def _notes(row: Row) -> Text | None:
    """Return what a row says that is nothing but the table's notes, their label in a cell of its own or not."""
    texts = [text for cell in row for text in cell.paragraphs]
    alone = _only(row) is not None and notes_mark(texts[0]) is not None
    whole = join(texts, "\n") if texts else None
    apart = whole is not None and notes_mark(texts[0]) is None and notes_mark(whole) is not None
    return whole if alone or apart else None


def _is_form(row: Row, made: Unframed) -> bool:
    """Whether a row is a form's: its labels and values are taken, its empty places too."""
    filled = [cell for cell in row if not cell.empty]
    if not filled:
        return False
    if _taken([join(cell.paragraphs) for cell in filled], made):
        return True
    pairs = _cell_pairs(row)
    _take(pairs, made)
    return bool(pairs)


def _is_form_below(row: Row, made: Unframed) -> bool:
    """Whether a row below the list is a form's: one of its labels at least is asked of nobody else."""
    labels = [text for cell in row for text in cell.paragraphs[:1]]
    asked = any(is_form_label(text[: text.folded.find(":")]) for text in labels if ":" in text.folded)
    return _is_form(row, made) or (asked and _is_labelled(row, made))


def _is_labelled(row: Row, made: Unframed) -> bool:
    """Whether each cell of a row above the header is a label with its value behind it, or none (`单位（盖章）：`)."""
    texts = [join(cell.paragraphs) for cell in row if not cell.empty]
    found = [_LABELLED.fullmatch(text.folded) for text in texts]
    cut = [match.start("value") for match in found if match is not None]
    if len(cut) < len(texts) or _is_line_above(row) or any(map(notes_mark, texts)):
        return False
    if not any(text[at:].chars for text, at in zip(texts, cut, strict=True)):
        return False
    _take([form_pair(text[:at], text[at:]) for text, at in zip(texts, cut, strict=True)], made)
    return True


def _is_data(row: Row, made: Unframed) -> bool:
    """Whether a row above the header is data of what the table is about: short labels, a value beside each."""
    filled = [cell for cell in row if not cell.empty]
    texts = [join(cell.paragraphs) for cell in filled]
    labels, values = texts[::2], texts[1::2]
    single = all(cell.row_span == 1 for cell in filled) and all(cell.col_span == 1 for cell in filled[::2])
    plain = single and len(texts) % _PAIR == 0 and bool(texts)
    if not plain or any(len(label) > _LONGEST_LABEL or _FIGURE.search(label.folded) for label in labels):
        return False
    if any(column_role(value.chars) is not None for value in values):
        return False
    _take([form_pair(label, value) for label, value in zip(labels, values, strict=True)], made)
    return True


def _cell_pairs(row: Row) -> list[Pair]:
    """Read a row of labels with their values' cells beside them; [] where it is none, or nobody left them empty."""
    pairs: list[Pair] = []
    for label, value in zip(row[::2], (*row[1::2], None), strict=False):
        if label.empty and (value is None or value.empty):
            continue
        name = join(label.paragraphs) if not label.empty else None
        told = join(value.paragraphs) if value is not None and not value.empty else None
        if name is None or not is_form_label(name) or (told is not None and is_score_label(name)):
            return []
        pairs.append(form_pair(name, told))
    return pairs


def _taken(texts: list[Text], made: Unframed) -> bool:
    """Take texts that are a form's lines, all of them or none."""
    found = [form_line(text) for text in texts]
    if not all(found):
        return False
    _take([pair for pairs in found for pair in pairs], made)
    return True


def _take(pairs: list[Pair], made: Unframed) -> None:
    made.pairs += [pair for pair in pairs if pair.field is not None]
    made.empty += [text for pair in pairs if pair.field is None for text in (pair.label, pair.value) if text.chars]
