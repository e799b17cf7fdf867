"""The texts that a notice is made of: a letter, the text it passes on, annexes; each with what is printed around it."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import trailing_amount
from extractors.issuers import is_signature
from extractors.markers import Marker, is_marked, split_marker
from extractors.metadata import (
    SENTENCE,
    annex_mark,
    date_line,
    is_cover,
    is_draft_mark,
    is_file_name,
    is_passed_on,
    is_remark,
    is_title,
    part_title,
)
from extractors.text import Text
from normalizers.titles import kind_of
from pipeline.document import Paragraph
from pipeline.segments.parts import Head, Paper

#: An annex's name is no longer; what is, is the annex itself.
_LONGEST_ANNEX: Final = 80
#: So many lines below a title may come before the first number of its outline.
_BEFORE_OUTLINE: Final = 5
_SHORTEST_TITLE: Final = 8
_FEWEST_POINTS: Final = 2
_TOP: Final = ("chapter", "article", "cn_dun")

Lines = list[Paragraph]


def papers(rest: Lines, *, empty: bool = False) -> tuple[Paper, ...]:
    """Cut the body where a new text begins; the first is the notice's own, and may be `empty`."""
    cuts = [*([0] if empty else []), 0, *_cuts(rest), len(rest)]
    return tuple(_paper(rest[a:b], first=at == 0) for at, (a, b) in enumerate(pairwise(cuts)))


def _cuts(rest: Lines) -> list[int]:
    """Return where a text of its own begins: behind a signature, at an annex's mark, at a title that counts anew."""
    cuts: list[int] = []
    since = 0
    for at in range(1, len(rest)):
        if at - since > 0 and _begins(rest, since, at):
            cuts.append(at)
            since = at
    return cuts


def _begins(rest: Lines, since: int, at: int) -> bool:
    text = rest[at].text
    mark = annex_mark(text)
    if part_title(text) is not None:
        return True
    if mark is not None:
        return not mark[1].chars and at + 1 < len(rest) and _is_heading(rest, at + 1)
    if not is_title(text) or is_marked(text) or _is_named_annex(rest, at - 1):
        return False
    return _is_signed(rest, since, at) or _counts_anew(rest, since, at)


def _is_named_annex(rest: Lines, at: int) -> bool:
    """Whether a line is an annex's mark, whose title is no beginning of its own."""
    mark = annex_mark(rest[at].text)
    return mark is not None and not mark[1].chars


def _is_heading(rest: Lines, at: int) -> bool:
    """Whether a line below an annex's mark can be its title: short, and no sentence or number."""
    text = rest[at].text
    return SENTENCE.search(text.folded) is None and not is_marked(text) and len(text) <= _LONGEST_ANNEX


def _is_signed(rest: Lines, since: int, at: int) -> bool:
    """Whether right above stands a signature's day, with remarks or annexes at most between."""
    above = at - 1
    while above > since and (is_remark(rest[above].text) or annex_mark(rest[above].text) is not None):
        above -= 1
    return above > since and date_line(rest[above].text) is not None and is_signature(rest[above - 1].text)


def _counts_anew(rest: Lines, since: int, at: int) -> bool:
    """Whether a title of the genre stands over an outline that begins again as the one before it began."""
    text = rest[at].text
    if len(text) < _SHORTEST_TITLE or kind_of(text.folded) == "other":
        return False
    first = next((m for p in rest[since:at] if (m := _top(p)) is not None), None)
    below = next((m for p in rest[at + 1 : at + 1 + _BEFORE_OUTLINE] if (m := _top(p)) is not None), None)
    return first is not None and below is not None and below.family == first.family and below.ordinal == 1


def _top(paragraph: Paragraph) -> Marker | None:
    marker, _ = split_marker(paragraph.text)
    return marker if marker is not None and marker.family in _TOP else None


def _paper(lines: Lines, *, first: bool) -> Paper:
    """Take a text apart: marks and title in front unless it is the first, remarks and signature at the end."""
    made = Paper(())
    if not first:
        made, lines = _front(lines)
    found = annexes(lines)
    lines = [p for p in lines if all(p is not a[0] for a in found)]
    below, lines = _remarks(lines)
    signatures, issued, lines = _signature(lines)
    beside, lines = _remarks(lines)
    return replace(
        made,
        body=tuple(lines),
        signatures=signatures,
        issued=issued,
        annexes=tuple((a[1], a[2]) for a in found),
        remarks=(*beside, *below),
    )


def _remarks(lines: Lines) -> tuple[tuple[Text, ...], Lines]:
    end = len(lines)
    while end > 0 and is_remark(lines[end - 1].text):
        end -= 1
    return tuple(p.text for p in lines[end:]), lines[:end]


def _front(lines: Lines) -> tuple[Paper, Lines]:
    marks, frame = list[Text](), list[Text]()
    title: Text | None = None
    at = 0
    while at < len(lines) and (mark := annex_mark(lines[at].text)) is not None:
        marks.append(mark[0])
        title = mark[1] if mark[1].chars else title
        at += 1
    part = part_title(lines[0].text)
    if part is not None:
        marks.append(lines[0].text[: lines[0].text.index_of(part)])
        title, at = part, 1
    elif at < len(lines) and title is None and (marks or is_title(lines[at].text)):
        title = lines[at].text
        at += 1
    while at < len(lines) and is_draft_mark(lines[at].text):
        frame.append(lines[at].text)
        at += 1
    return Paper((), title=title, marks=tuple(marks), frame=tuple(frame)), lines[at:]


def annexes(lines: Lines) -> list[tuple[Paragraph, Text, Text]]:
    """Find the lines that name annexes: `附件：1.…` and the numbered names, or names of files, right below it."""
    found: list[tuple[Paragraph, Text, Text]] = []
    listing = bare = False
    for paragraph in lines:
        text = paragraph.text
        mark = annex_mark(text)
        marker, name = split_marker(text)
        if mark is not None and len(mark[1]) <= _LONGEST_ANNEX:
            found.append((paragraph, *mark))
        elif listing and marker is not None and SENTENCE.search(name.folded) is None and _right_below(found, text):
            found.append((paragraph, marker.text, name))
        elif (listing or bare) and is_file_name(text):
            found.append((paragraph, *((marker.text, name) if marker is not None else (text[:0], text))))
        ours = bool(found) and found[-1][0] is paragraph
        listing = ours and (mark is None or bool(mark[1].chars))
        bare = ours and not listing
    return found


_HAN: Final = regex.compile(r"\p{Han}")
#: What a page prints beside a file's name (`点击下载`) is no longer.
_LONGEST_BUTTON: Final = 10


def _right_below(found: list[tuple[Paragraph, Text, Text]], text: Text) -> bool:
    """Whether nothing that was taken already (a signature, a title) stands between the last annex and a line."""
    last = found[-1][0].text
    between = text.source[last.end : text.start] if last.source is text.source else ""
    return _HAN.search(between) is None or len(between.strip()) <= _LONGEST_BUTTON


def _signature(lines: Lines) -> tuple[tuple[Text, ...], Text | None, Lines]:
    """Take names and day off the end of a text."""
    if len(lines) < 2 or date_line(lines[-1].text) is None:
        return (), None, lines
    end = len(lines) - 1
    names: list[Text] = []
    while end > 1 and is_signature(lines[end - 1].text) and not is_marked(lines[end - 1].text):
        end -= 1
        names.insert(0, lines[end].text)
    return tuple(names), lines[-1].text, lines[:end]


def with_letter(head: Head, found: tuple[Paper, ...], *, passes_on: bool) -> tuple[Head, tuple[Paper, ...]]:
    """Give the letter's signature to the head, and the title below, where the notice is a cover's and `passes_on`."""
    letter = found[0]
    if head.issued is None and letter.issued is not None:
        head = replace(head, issued=letter.issued, signatures=(*head.signatures, *letter.signatures))
    elif letter.issued is not None and letter.signatures and not head.signatures and head.dated is None:
        head = replace(head, issued=letter.issued, dated=head.issued, signatures=letter.signatures)
    follows = found[1] if len(found) > 1 else None
    if not passes_on or head.title is None or not is_cover(head.title) or head.cover_title is not None:
        return head, found
    if follows is None or follows.title is None or letter.issued is None:
        return head, found
    if not is_passed_on(head.title, follows.title) and _says_it_all(letter, head.title, follows.title):
        return head, found
    return replace(head, cover_title=head.title, title=follows.title), found


def _says_it_all(letter: Paper, title: Text, below: Text) -> bool:
    """Whether a letter is the notice itself: its points have full marks, or what is below is of no kind (`名单`)."""
    if kind_of(below.folded) == "other" != kind_of(title.folded):
        return True
    points = [rest for p in letter.body for marker, rest in [split_marker(p.text)] if marker is not None]
    return sum(trailing_amount(rest, in_table=False)[0] is not None for rest in points) >= _FEWEST_POINTS
