"""Labelled data taken off a document's blocks: lines, and tables of labels with their values beside them."""

from dataclasses import replace
from typing import Final

from extractors.forms import form_line, is_form_label
from extractors.markers import is_marked
from extractors.metadata import SENTENCE, date_in, is_title
from extractors.pairs import (
    LABELS,
    TITLE_KEYS,
    Pair,
    cell_pair,
    front_pair,
    imprint,
    is_key,
    is_known_key,
    labelled,
    plain_pair,
    signed_number,
    spaced_pairs,
)
from extractors.text import Text, join
from pipeline.document import Block, Cell, Paragraph, Table

#: A shorter value is no title.
_SHORTEST_TITLE: Final = 6


def without_data(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Pair]]:
    """Take labelled data away, as lines or as a table of labels and values.

    Beside a known label, before the notice itself begins, a line with any other short key is one too.
    """
    blocks, pairs = _without_lists(blocks)
    kept: list[Block] = []
    beside = begun = False
    for block in blocks:
        found = _pairs(block, beside=beside and not begun, begun=begun)
        pairs += found
        beside = bool(found)
        if not found:
            kept.append(block)
            begun = begun or isinstance(block, Table) or _begins(block.text)
    return tuple(kept), pairs


def _spaced(text: Text, beside: bool) -> list[Pair]:
    """Read a row of keys and values; words that may be anything's (`分类 推进 名称 规范`) only beside other data."""
    found = spaced_pairs(text)
    told = beside or any(pair.field not in ("attribute", None) or pair.key.startswith("索引") for pair in found)
    return found if told else []


#: So many keys, each on a line with its value on the next, are a list of data.
_FEWEST_KEYS: Final = 3


def _without_lists(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Pair]]:
    """Take away keys on lines of their own, each with its value on the line below, or none."""
    at = 0
    while at < len(blocks):
        pairs, end = _list(blocks, at)
        if sum(pair.key in LABELS for pair in pairs) >= _FEWEST_KEYS:
            return (*blocks[:at], *blocks[end:]), pairs
        at = max(end, at + 1)
    return blocks, []


def _list(blocks: tuple[Block, ...], at: int) -> tuple[list[Pair], int]:
    """Read keys and values from a line on; where they end."""
    pairs: list[Pair] = []
    while at < len(blocks):
        key, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
        if not isinstance(key, Paragraph) or not _is_lone_key(key.text):
            break
        blank = cell_pair(key.text, key.text[len(key.text) :])
        filled = isinstance(below, Paragraph) and _is_value(blank, below.text)
        pairs.append(cell_pair(key.text, below.text) if filled and isinstance(below, Paragraph) else blank)
        at += 2 if filled else 1
    return pairs, at


_BULLETS: Final = "•●·▪"
_SIGNS: Final = f"[]【】:： {_BULLETS}"


def _is_value(pair: Pair, below: Text) -> bool:
    """Whether the line below a key is its value: no other key, and no title behind a last key that is blank."""
    told = is_title(below) and pair.key not in TITLE_KEYS
    told = told or (pair.label.folded.endswith(":") and SENTENCE.search(below.folded) is not None)
    dated = (found := date_in(below)) is not None and below.index_of(found[1]) == 0  # `2021-03-08 10:56`
    return not told and not _is_lone_key(below) and (dated or ":" not in below.folded)


def _is_lone_key(text: Text) -> bool:
    """Whether a line is a known key, or a short word with one's bracket or bullet (`[ 体裁分类 ]`, `• 概述：`)."""
    bare = text.strip(_SIGNS)
    if ":" in bare.folded:
        return False
    signed = text.folded.startswith("[") or (text.folded.endswith(":") and text.folded[0] in _BULLETS)
    return is_known_key(bare) or (signed and is_key(bare))


def _begins(text: Text) -> bool:
    return SENTENCE.search(text.folded) is not None or is_marked(text)


def _pairs(block: Block, *, beside: bool, begun: bool) -> list[Pair]:
    if isinstance(block, Table):
        return table_pairs(block)
    if signed := [] if begun else signed_number(block.text):
        return signed
    found = _form(block.text) or labelled(block.text) or ([] if begun else _spaced(block.text, beside))
    pair = imprint(block.text) or (front_pair(block.text) if not begun and not found else None)
    if pair is None and beside and not found:
        pair = plain_pair(block.text)
    return [pair] if pair is not None else found


def _form(text: Text) -> list[Pair]:
    """Read a form's line whose labels are not those of a page (`填报单位：　　填报时间：`)."""
    pairs, known = form_line(text), labelled(text)
    if not known or len(pairs) < len(known) or [p.key for p in pairs] == [p.key for p in known]:
        return []
    filled = [pair if pair.field else replace(pair, field="attribute", value=pair.value[:0]) for pair in pairs]
    return [*filled[:-1], replace(filled[-1], around=text)]  # the blanks between them are the line's


def table_pairs(table: Table) -> list[Pair]:
    """Read a table whose cells are labels with their values beside them; [] where any cell breaks the pattern."""
    pairs: list[Pair] = []
    for row in table.rows:
        found = _row_pairs(row)
        if found is None:
            return []
        pairs += found
    known = sum(pair.field is not None and is_known_key(pair.label) for pair in pairs)
    coloned = all(pair.label.folded.endswith(":") for pair in pairs)
    return pairs if known >= (1 if coloned else 2) else []


def _row_pairs(row: tuple[Cell, ...]) -> list[Pair] | None:
    """Read a row's labels and values in turn; a label behind a label says that the first has no value."""
    pairs: list[Pair] = []
    label: Text | None = None
    for cell in row:
        words = join(cell.paragraphs) if cell.paragraphs else None
        if label is None and words is not None:
            if len(cell.paragraphs) > 1 or not (words.folded.endswith(":") or is_key(words)):
                return None
            label = words
        elif label is not None and words is not None and _is_label(words):
            pairs.append(cell_pair(label, label[len(label) :]))
            label = words
        elif label is not None:
            pairs.append(cell_pair(label, words if words is not None else label[len(label) :]))
            label = None
    return pairs if label is None else [*pairs, cell_pair(label, label[len(label) :])]


def _is_label(words: Text) -> bool:
    return words.folded.endswith(":") and (is_known_key(words) or is_form_label(words))


def title_of(pairs: list[Pair]) -> Text | None:
    """Return the title that a label gives."""
    return next((p.value for p in pairs if p.key in TITLE_KEYS and len(p.value) >= _SHORTEST_TITLE), None)
