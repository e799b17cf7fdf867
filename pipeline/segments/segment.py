"""A document taken apart into head, metadata, body, schemes' regions and shell."""

from dataclasses import replace
from typing import Final

import regex

from extractors.markers import split_marker
from extractors.metadata import (
    LABELS,
    SENTENCE,
    Pair,
    annex_mark,
    cell_pair,
    date_line,
    document_number,
    imprint,
    is_addressees,
    is_cover,
    is_draft_mark,
    is_key,
    is_name,
    is_signature,
    is_title,
    labelled,
    plain_pair,
)
from extractors.text import Text, join
from pipeline.document import Block, Document, Paragraph, Table
from pipeline.segments.frames import unframed
from pipeline.segments.parts import Head, Parts
from pipeline.segments.regions import region, stretches
from pipeline.segments.running import cut_running
from pipeline.segments.shell import strip_shell
from pipeline.segments.wrapping import unwrapped


def segment(document: Document) -> Parts:
    """Take a document apart; every paragraph and table goes to exactly one part."""
    blocks, shell = strip_shell(document.blocks)
    blocks, pairs = _metadata(cut_running(blocks))
    bare = unframed(blocks)
    blocks, pairs = tuple(bare.blocks), [*pairs, *bare.pairs]
    shell += [(text, "form") for text in bare.empty]
    found = stretches(blocks)
    taken = {i for s in found for i in range(s.start, s.end)}
    loose, pages = unwrapped([b for i, b in enumerate(blocks) if i not in taken and isinstance(b, Paragraph)])
    shell += [(text, "page_number") for text in pages]
    head, rest = _head(_title_whole(loose))
    head, rest = _tail(head, rest)
    if head.title is None and found:
        head = replace(head, title=_table_title(blocks, found[0].start, found[0].first))
    annexes = _annexes(rest)
    body = [p for p in rest if all(p is not a[0] for a in annexes)]
    return Parts(
        head=head,
        pairs=tuple(pairs),
        shell=tuple(shell),
        body=tuple(body),
        annexes=tuple((a[1], a[2]) for a in annexes),
        regions=tuple(region(blocks, s, head.title) for s in found),
    )


#: An annex's name is no longer; what is, is the annex itself.
_LONGEST_ANNEX: Final = 80


def _annexes(rest: list[Paragraph]) -> list[tuple[Paragraph, Text, Text]]:
    """Find the lines that name annexes: `附件：1.…` and the numbered names right below it."""
    found: list[tuple[Paragraph, Text, Text]] = []
    listing = False
    for paragraph in rest:
        mark = annex_mark(paragraph.text)
        marker, name = split_marker(paragraph.text)
        if mark is not None and len(mark[1]) <= _LONGEST_ANNEX:
            found.append((paragraph, *mark))
        elif listing and marker is not None and SENTENCE.search(name.folded) is None:
            found.append((paragraph, marker.text, name))
        listing = bool(found) and found[-1][0] is paragraph and (mark is None or bool(mark[1].chars))
    return found


def _metadata(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Pair]]:
    """Take labelled data away, as lines or as a table of labels and values.

    Beside a known label, before the notice itself begins, a line with any other short key is one too.
    """
    pairs: list[Pair] = []
    kept: list[Block] = []
    beside = begun = False
    for block in blocks:
        found = _pairs(block, beside and not begun)
        pairs += found
        beside = bool(found)
        if not found:
            kept.append(block)
            begun = begun or isinstance(block, Table) or SENTENCE.search(block.text.folded) is not None
    return tuple(kept), pairs


def _pairs(block: Block, beside: bool) -> list[Pair]:
    if isinstance(block, Table):
        return _table_pairs(block)
    found = labelled(block.text)
    pair = imprint(block.text) or (plain_pair(block.text) if beside and not found else None)
    return [pair] if pair is not None else found


def _table_pairs(table: Table) -> list[Pair]:
    """Read a table whose cells are labels with their values beside them; [] where any cell breaks the pattern."""
    pairs: list[Pair] = []
    for row in table.rows:
        row = row[:-1] if len(row) % 2 and row[-1].empty else row
        for label, value in zip(row[::2], row[1::2], strict=False):
            key = label.paragraphs[0] if len(label.paragraphs) == 1 else None
            if key is None and value.empty:
                continue
            if key is None or not (key.folded.endswith(":") or is_key(key)) or len(row) % 2:
                return []
            pairs.append(cell_pair(key, join(value.paragraphs) if value.paragraphs else key[len(key) :]))
    known = sum(pair.key in LABELS for pair in pairs)
    coloned = all(pair.label.folded.endswith(":") for pair in pairs)
    return pairs if known >= (1 if coloned else 2) else []


def _table_title(blocks: tuple[Block, ...], start: int, first: int) -> Text | None:
    titles = [b.text for b in blocks[start:first] if isinstance(b, Paragraph) and is_title(b.text)]
    return titles[0] if titles else None


#: A title stands among the first lines, over so many of them at most.
_TITLE_WITHIN: Final = 6
_TITLE_LINES: Final = 3
_YEAR: Final = regex.compile(r"20\d\d年")


def _title_whole(loose: list[Paragraph]) -> list[Paragraph]:
    """Join the lines over which a title was broken: none of them but the last reads like one."""
    for at in range(min(_TITLE_WITHIN, len(loose))):
        for count in range(_TITLE_LINES, 1, -1):
            lines = loose[at : at + count]
            if len(lines) == count and _is_broken_title([p.text for p in lines]):
                whole = replace(lines[0], text=join([p.text for p in lines]))
                return [*loose[:at], whole, *loose[at + count :]]
        if is_title(loose[at].text):
            break
    return loose


def _is_broken_title(lines: list[Text]) -> bool:
    spoken = any(SENTENCE.search(t.folded) or ":" in t.folded or date_line(t) is not None for t in lines)
    if spoken or not is_title(join(lines)) or any(split_marker(t)[0] for t in lines):
        return False
    first, second = lines[0].folded, lines[1].folded
    opened = first.count("《") > first.count("》") or first.count("“") > first.count("”")
    named = is_signature(lines[0]) and second.startswith("关于")
    dated = len(lines) == _TITLE_LINES - 1 and _YEAR.search(first) is not None and not _YEAR.search(second)
    return not any(is_title(t) for t in lines[:-1]) and (opened or named or dated)


def _head(loose: list[Paragraph]) -> tuple[Head, list[Paragraph]]:
    """Read the head's lines off the front of the loose paragraphs; the rest is body.

    The head ends where the outline begins; addressees and number stand before any sentence.
    """
    head, rest = Head(), list[Paragraph]()
    outline = spoken = False
    for paragraph in loose:
        outline = outline or split_marker(paragraph.text)[0] is not None
        updated = None if outline else _with_line(head, paragraph, spoken)
        if updated is None:
            rest.append(paragraph)
            spoken = spoken or SENTENCE.search(paragraph.text.folded) is not None
        else:
            head = updated
    return _with_signatures(head, loose, rest)


def _with_signatures(head: Head, loose: list[Paragraph], rest: list[Paragraph]) -> tuple[Head, list[Paragraph]]:
    """Keep bodies named on lines of their own as signatures only where a date or a title stands beside them.

    Elsewhere they are cells of a table that lost its columns, and go back to the body.
    """
    signed = {text.start for text in head.signatures}
    marks = {t.start for t in (head.issued, head.title, head.cover_title, head.number) if t is not None}
    beside = {
        p.text.start
        for i, p in enumerate(loose)
        if any(q.text.start in marks or q.text.start in signed for q in loose[max(0, i - 1) : i + 2] if q is not p)
    }
    kept = tuple(text for text in head.signatures if text.start in beside and marks)
    back = [p for p in loose if p.text.start in signed and all(p.text.start != t.start for t in kept)]
    if not back:
        return head, rest
    return replace(head, signatures=kept), sorted([*rest, *back], key=lambda p: p.text.start)


def _tail(head: Head, rest: list[Paragraph]) -> tuple[Head, list[Paragraph]]:
    """Take a signature's names and date off the end of the body, where the head has none."""
    if head.issued is not None or len(rest) < 2 or date_line(rest[-1].text) is None:
        return head, rest
    end = len(rest) - 1
    names: list[Text] = []
    while end > 1 and is_signature(rest[end - 1].text) and split_marker(rest[end - 1].text)[0] is None:
        end -= 1
        names.insert(0, rest[end].text)
    return replace(head, issued=rest[-1].text, signatures=(*head.signatures, *names)), rest[:end]


def _with_line(head: Head, paragraph: Paragraph, spoken: bool) -> Head | None:
    """Give a line its job in the head, None where it has none and is body."""
    text = paragraph.text
    if is_title(text) or (paragraph.heading == 1 and is_name(text)):
        return _with_title(head, text)
    if head.draft is None and is_draft_mark(text):
        return replace(head, draft=text)
    if head.number is None and not spoken and document_number(text) is not None:
        return replace(head, number=text)
    if head.addressees is None and not spoken and is_addressees(text):
        return replace(head, addressees=text)
    if head.issued is None and date_line(text) is not None:
        return replace(head, issued=text)
    if head.issued is None and is_signature(text):
        return replace(head, signatures=(*head.signatures, text))
    return None


def _with_title(head: Head, text: Text) -> Head | None:
    """Take a title line: the first is the notice's, unless it is a cover's or a signed letter came between."""
    if head.title is None:
        return replace(head, title=text)
    if head.cover_title is None and is_cover(head.title):
        return replace(head, cover_title=head.title, title=text)
    if head.page_title is None and (head.issued is not None or is_cover(text)):
        return replace(head, page_title=head.title, title=text)
    return None
