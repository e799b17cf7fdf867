"""Notes below a table: where they begin and end, and the text of each."""

from collections.abc import Iterable, Sequence

from extractors.amounts import trailing_amount
from extractors.markers import is_marked, split_marker
from extractors.metadata import is_band, notes_mark
from extractors.text import Text, join
from pipeline.document import Block, Paragraph


def begins_notes(block: Block) -> bool:
    """Whether a line begins notes: with their label, or as a grade's band of marks."""
    return isinstance(block, Paragraph) and (notes_mark(block.text) is not None or is_band(block.text))


def notes_end(blocks: Sequence[Block], first: int, end: int) -> int:
    """Return where the notes end that may begin at `first`, no further than `end`."""
    at = first
    if at < end and begins_notes(blocks[at]):
        at += 1
        while at < end and isinstance(block := blocks[at], Paragraph) and (_is_note(block) or _goes_on(block)):
            if _is_chapter(block, blocks[first:at]):
                break
            at += 1
    return at


def note_texts(blocks: Iterable[Block]) -> list[Text]:
    """Return the text of each note; sentences of one that a paragraph run together was cut in are one again."""
    found: list[Text] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        if found and _goes_on(block):
            found[-1] = join([found[-1], block.text])
        else:
            found.append(block.text)
    return found


def _is_note(block: Paragraph) -> bool:
    """Whether a line below the first note is another: numbered, with a label of its own, a grade's."""
    return is_marked(block.text) or begins_notes(block)


def _goes_on(block: Paragraph) -> bool:
    """Whether a sentence goes on with the note before it: it was cut from one paragraph with it, and begins nothing.

    A name with its marks begins the table's rows again.
    """
    return block.runs_on and not _is_note(block) and trailing_amount(block.text, in_table=True)[0] is None


def _is_chapter(block: Paragraph, notes: Sequence[Block]) -> bool:
    """Whether a line below notes counts as chapters do, and not as the first note does (`注：1.…`, then `二、…`).

    The first note may stand below the label.
    """
    texts = [note.text for note in notes[:2] if isinstance(note, Paragraph)]
    mark = notes_mark(texts[0]) if texts else None
    told = [mark[1] if mark is not None and mark[1].chars else None, *texts[1:]]
    counts = next((split_marker(text)[0] for text in told if text is not None), None) if mark is not None else None
    marker, _ = split_marker(block.text)
    first = counts is None or marker is None or marker.family == counts.family
    return not first and marker is not None and marker.family == "cn_dun"
