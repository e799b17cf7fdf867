"""A document taken apart into head, metadata, papers, schemes' regions and shell."""

from dataclasses import replace
from itertools import pairwise

from extractors.metadata import is_annex_mark, is_cover, is_passed_on, is_title
from extractors.text import Text
from pipeline.document import Block, Document, Paragraph
from pipeline.segments.above import with_first_names
from pipeline.segments.annexed import with_marks_apart
from pipeline.segments.asides import without_asides
from pipeline.segments.behind import without_body
from pipeline.segments.blanks import without_blanks
from pipeline.segments.broken import issuer_joined, title_whole
from pipeline.segments.contents import without_contents
from pipeline.segments.continued import without_continued
from pipeline.segments.counts import without_counts
from pipeline.segments.data import title_of, without_data
from pipeline.segments.empty_forms import without_empty_forms
from pipeline.segments.flat_sections import with_flat_sections
from pipeline.segments.frames import unframed, without_form_below
from pipeline.segments.head import addressees_whole, read_head
from pipeline.segments.laid import laid_out
from pipeline.segments.narrow import with_narrow_cells
from pipeline.segments.page_rows import without_page_rows
from pipeline.segments.papers import papers, with_letter
from pipeline.segments.parts import Head, Parts
from pipeline.segments.regions import Stretch, region, stretches
from pipeline.segments.running import cut_running
from pipeline.segments.sectioned import with_sections
from pipeline.segments.shell import strip_shell
from pipeline.segments.wrapping import unwrapped


def segment(document: Document) -> Parts:
    """Take a document apart; every paragraph and table goes to exactly one part."""
    blocks, shell = strip_shell(document.blocks)
    blocks, pages = without_page_rows(blocks)
    blocks, listed = without_contents(blocks)
    shell += [(text, "navigation") for text in (*pages, *listed)]
    blocks, counts = without_counts(blocks)
    shell += [(text, "page_number") for text in counts]
    blocks, open_places = without_empty_forms(blocks)
    shell += [(text, "form") for text in open_places]
    blocks = with_narrow_cells(blocks)
    blocks, counts = cut_running(blocks, sorted(text.start for text, reason in shell if reason == "page_number"))
    shell += [(text, "page_number") for text in counts]
    blocks, pairs = without_data(blocks)
    below = without_form_below(with_flat_sections(blocks))
    blocks, pairs = laid_out(tuple(below.blocks)), [*pairs, *below.pairs]
    shell += [(text, "form") for text in below.empty]
    blocks, goes_on = without_continued(blocks)
    shell += [(text, "repeated_header") for text in goes_on]
    bare = unframed(blocks)
    blocks, pairs = tuple(bare.blocks), [*pairs, *bare.pairs]
    shell += [(text, "form") for text in bare.empty]
    beside = without_asides(blocks)
    blocks, blanks = without_blanks(with_first_names(with_sections(without_body(beside.blocks))))
    shell += [(text, "form") for text in blanks]
    blocks = with_marks_apart(issuer_joined(blocks))
    found = stretches(blocks)
    taken = {i for s in found for i in range(s.start, s.end)}
    loose, pages = unwrapped([b for i, b in enumerate(blocks) if i not in taken and isinstance(b, Paragraph)])
    shell += [(text, "page_number") for text in pages]
    annex = _annex_behind_table(loose, blocks, found)
    before = min(_before_passed_on(loose, blocks, found), annex if annex is not None else len(loose))
    head, rest = read_head(addressees_whole(title_whole(loose[:before])))
    parted = papers([*rest, *loose[before:]], empty=before == annex and not rest)
    head, parted = with_letter(head, parted, passes_on=before != annex)
    if head.title is None:
        head = replace(head, title=_table_title(blocks, found) or title_of(pairs))
    head = _with_cover(head, blocks, found)
    return Parts(
        head=head,
        pairs=tuple(pairs),
        shell=tuple(shell),
        papers=parted,
        regions=tuple(region(blocks, s, (head.title, head.cover_title)) for s in found),
        asides=beside.rows,
    )


def _table_title(blocks: tuple[Block, ...], found: list[Stretch]) -> Text | None:
    """Return the title above the first table."""
    return next((text for text in _above(blocks, found[0]) if is_title(text)), None) if found else None


def _before_passed_on(loose: list[Paragraph], blocks: tuple[Block, ...], found: list[Stretch]) -> int:
    """Return how many paragraphs stand before the table that a cover passes on: titles behind it are other papers'."""
    cover = next((p.text for p in loose if is_cover(p.text)), None)
    if cover is None:
        return len(loose)
    own = next((text for stretch in found for text in _above(blocks, stretch) if is_passed_on(cover, text)), None)
    return len(loose) if own is None else sum(p.text.start < own.start for p in loose)


def _annex_behind_table(loose: list[Paragraph], blocks: tuple[Block, ...], found: list[Stretch]) -> int | None:
    """Return which paragraph marks an annex whose title stands below it, and which stands behind a table.

    Such a title is the annex's own, unless a cover passes it on, or stands behind that table itself; None where there
    is no such annex.
    """
    first = next((text.start for stretch in found[:1] for text in _texts(blocks[stretch.first])), None)
    if first is None:
        return None
    behind = [(at, one.text, two.text) for at, (one, two) in enumerate(pairwise(loose)) if one.text.start > first]
    at, title = next(((at, two) for at, one, two in behind if is_annex_mark(one) and is_title(two)), (None, None))
    covers = [p.text for p in loose[:at] if is_cover(p.text)]
    passed_on = title is None or any(cover.start > first or is_passed_on(cover, title) for cover in covers)
    return None if passed_on else at


def _texts(block: Block) -> list[Text]:
    return (
        [block.text] if isinstance(block, Paragraph) else [t for row in block.rows for c in row for t in c.paragraphs]
    )


def _with_cover(head: Head, blocks: tuple[Block, ...], found: list[Stretch]) -> Head:
    """Tell a cover's title from the notice's own, where what the cover passes on is a table under its name.

    Another annex's title, which a letter before it was thought to pass on, is that annex's own.
    """
    cover = head.cover_title or head.title
    other = head.title if head.cover_title is not None else None
    if cover is None or (other is not None and is_passed_on(cover, other)):
        return head
    own = next((text for stretch in found for text in _above(blocks, stretch) if is_passed_on(cover, text)), None)
    return head if own is None else replace(head, cover_title=cover, title=own)


def _above(blocks: tuple[Block, ...], stretch: Stretch) -> list[Text]:
    """Return the lines above a table that belong to it."""
    return [b.text for b in blocks[stretch.start : stretch.first] if isinstance(b, Paragraph)]
