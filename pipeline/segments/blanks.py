"""Places of a form that stand among paragraphs: `得分：` behind an indicator, lines for those who sign."""

from dataclasses import replace
from typing import Final

import regex

from extractors.forms import form_line, form_starts, is_score_label, is_sign_label
from extractors.metadata import date_line
from extractors.text import Text
from pipeline.document import Block, Paragraph

#: A label has white space inside in so many places at most.
_MOST_PARTS: Final = 3

_OPEN_DAY: Final = regex.compile(r"(?<=日)\s*(?:20)?\s*年\s*月\s*日$")


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
        return _open_day(text)
    starts = [0, *(at for at in form_starts(text) if text.offsets[at] > text.offsets[at - 1] + 1)]
    # From the end: what is open from a place on is open from the next one on. A label may have white space inside.
    found: int | None = None
    end, asks, tried = len(text), False, 0
    for at in reversed(starts):
        asked = _asked(text[at:end])
        tried += 1
        if asked is not None:
            end, asks, tried = at, asked or asks, 0
            found = at if asks else found
        elif tried >= _MOST_PARTS:
            break
    return found


def _open_day(text: Text) -> int | None:
    """Return where a day left open begins right behind a written one: of two who sign a pact one has signed."""
    match = _OPEN_DAY.search(text.folded) if text.folded.endswith("日") else None
    return match.start() if match is not None and date_line(text[: match.start()]) is not None else None


def _asked(text: Text) -> bool | None:
    """Whether open places are for marks or names; None where a text is anything but open places."""
    pairs = form_line(text)
    if not pairs or any(pair.field is not None for pair in pairs):
        return None
    return any(is_score_label(pair.label) or is_sign_label(pair.label) for pair in pairs)
