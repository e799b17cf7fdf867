"""Places of a form that stand among paragraphs: `得分：` behind an indicator, lines for those who sign."""

from dataclasses import replace

from extractors.forms import form_line, form_starts, is_score_label, is_sign_label
from extractors.text import Text
from pipeline.document import Block, Paragraph


def without_blanks(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Text]]:
    """Cut off what is left open for marks and names; labels of other things may head the lines below them."""
    kept: list[Block] = []
    blanks: list[Text] = []
    for block in blocks:
        at = _open_from(block.text) if isinstance(block, Paragraph) else None
        if at is None or not isinstance(block, Paragraph):
            kept.append(block)
            continue
        blanks.append(block.text[at:])
        if at:
            kept.append(replace(block, text=block.text[:at].strip()))
    return tuple(kept), blanks


def _open_from(text: Text) -> int | None:
    """Return where in a line nothing but open places for marks and names begins: at its head or behind white space."""
    if ":" not in text.folded:
        return None
    starts = [0, *(at for at in form_starts(text) if text.offsets[at] > text.offsets[at - 1] + 1)]
    return next((at for at in starts if _is_open(text[at:])), None)


def _is_open(text: Text) -> bool:
    pairs = form_line(text)
    blank = bool(pairs) and all(pair.field is None for pair in pairs)
    return blank and any(is_score_label(pair.label) or is_sign_label(pair.label) for pair in pairs)
