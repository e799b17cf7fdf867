"""Titles that were broken over lines, made whole."""

from dataclasses import replace
from typing import Final

import regex

from extractors.issuers import is_signature
from extractors.markers import is_marked
from extractors.metadata import SENTENCE, date_in, date_line, is_draft_mark, is_title, passed_on_name
from extractors.places import region_in
from extractors.text import Text, join
from pipeline.document import Block, Paragraph, Table
from pipeline.segments.regions import begins_flat, header_run

#: In front of a notice a title stands among so many lines; it is broken over so many at most.
_WITHIN: Final = 12
_MOST_LINES: Final = 5
_LONGEST_LINE: Final = 45
_YEAR: Final = regex.compile(r"(?:19|20)\d\d年")
_MASTHEAD: Final = regex.compile(r"(?:文件|公报|网|网站|门户|频道|平台|栏目|\d)$")
#: A bracket on a line of its own that belongs to the title above it; a draft's mark stands by itself.
_ADDED: Final = regex.compile(r"\((?:(?:19|20)\d\d[^()]{0,16}|试行|暂行|修订版?|[^()]{0,8}修订版?)\)")
#: Words that promise more: a title that a line ends in them goes on.
_HANGING: Final = regex.compile(r"(?:关于|印发|转发|下发|开展|做好|落实|推进|加强|[和与的])$")
_QUOTED: Final = regex.compile(r"《([^《》]{6,80})》")
_OPENED: Final = (("《", "》"), ("〈", "〉"), ("“", "”"))


def title_whole(loose: list[Paragraph]) -> list[Paragraph]:
    """Join the lines over which titles were broken: none of them but the last reads like one.

    A quoted name that a line leaves open goes on in the next one anywhere; other breaks are told in front only.
    """
    made: list[Paragraph] = []
    quoted: set[str] = set()
    at, titled, front = 0, False, True
    while at < len(loose):
        text = loose[at].text
        front = front and at < _WITHIN and not _is_running(text)
        count = max(_lines(loose, at, front=front, titled=titled), _quoted_lines(loose, at, quoted))
        whole = replace(loose[at], text=join([p.text for p in loose[at : at + count]])) if count > 1 else loose[at]
        made.append(whole)
        titled = titled or is_title(whole.text)
        if is_title(whole.text):
            quoted |= {"".join(m[1].split()) for m in whole.text.finditer(_QUOTED)}
            quoted |= {name for name in [passed_on_name(whole.text)] if name is not None}
        at += count
    return made


def issuer_joined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Join bodies on lines of their own with what they give notice of (`关于印发…的通知`), where a table is below it.

    What stands right above a table would else be the table's own title. So would the last line of a title that is
    broken over lines.
    """
    for end in range(2, min(_WITHIN, len(blocks))):
        above = [block for block in blocks[:end] if isinstance(block, Paragraph)]
        texts = [paragraph.text for paragraph in above]
        if len(texts) < end:
            break
        below = isinstance(blocks[end], Table) or begins_flat(header_run(blocks, end)[0])
        if not below or not is_title(texts[-1]):
            continue
        first = end - 1
        while first > 0 and is_signature(texts[first - 1]):
            first -= 1
        if not _is_named(texts[first:]):
            first = _broken_from(texts)
        if first < end - 1:
            return (*above[:first], replace(above[first], text=join(texts[first:])), *blocks[end:])
    return blocks


def _broken_from(texts: list[Text]) -> int:
    """Return where the title begins whose last line is the last of the texts, if no other title stands above it."""
    last = len(texts) - 1
    near = range(max(0, last - _MOST_LINES + 1), last)
    first = next((at for at in near if _is_broken(texts[at:], front=True, titled=False)), last)
    return last if any(map(is_title, texts[:first])) else first


def _quoted_lines(loose: list[Paragraph], at: int, quoted: set[str]) -> int:
    """Return over how many lines a title runs that an earlier title names whole; 1 where none does."""
    lines = [p.text for p in loose[at : at + _MOST_LINES]]
    counts = [n for n in range(len(lines), 1, -1) if not is_draft_mark(lines[n - 1])]
    return next((n for n in counts if quoted and "".join(join(lines[:n]).folded.split()) in quoted), 1)


def _is_running(text: Text) -> bool:
    return is_marked(text) or SENTENCE.search(text.folded) is not None


def _lines(loose: list[Paragraph], at: int, *, front: bool, titled: bool) -> int:
    """Return over how many lines the title at a line runs, with the bracket below it; 1 where it is whole."""
    lines = [p.text for p in loose[at : at + _MOST_LINES]]
    for count in range(len(lines), 1, -1):
        if _is_broken(lines[:count], front=front, titled=titled):
            return count + _added(lines[count:])
    return 1 + (_added(lines[1:]) if is_title(lines[0]) else 0)


def _added(below: list[Text]) -> int:
    added = bool(below) and _ADDED.fullmatch(below[0].folded.strip()) is not None
    return int(added and date_in(below[0]) is None)


def _is_broken(lines: list[Text], *, front: bool, titled: bool) -> bool:
    if any(_is_running(t) or ":" in t.folded or len(t) > _LONGEST_LINE or date_line(t) is not None for t in lines):
        return False
    if any(is_title(t) and not _is_open(t) for t in lines[:-1]) or not is_title(join(lines)):
        return False
    opened = _is_open(lines[0])
    named = _is_named(lines)
    hanging = _HANGING.search(lines[0].folded) is not None
    if not front or titled:
        return opened or (front and (named or hanging))
    first, second = lines[0].folded, lines[1].folded
    placed = _is_placed(lines[0]) and is_title(lines[-1]) and region_in(lines[-1]) is None
    dated = len(lines) == 2 and _YEAR.search(first) is not None and not _YEAR.search(second)
    return opened or named or hanging or dated or placed


def _is_open(line: Text) -> bool:
    """Whether a line leaves a quotation open, so that its last word is not the title's (`…印发《2021年任务分解`)."""
    return any(line.folded.count(a) > line.folded.count(b) for a, b in _OPENED)


def _is_named(lines: list[Text]) -> bool:
    """Whether lines of nothing but bodies stand over what they give notice of."""
    about = next((i for i, line in enumerate(lines) if line.folded.startswith("关于")), 0)
    return about > 0 and all(is_signature(line) for line in lines[:about])


def _is_placed(line: Text) -> bool:
    """Whether a line begins with a place and is neither a body's name nor a site's or a letter's head."""
    place = region_in(line)
    begins = place is not None and place[0].start == line.start and len(line) > len(place[0]) + 1
    return begins and not is_signature(line) and _MASTHEAD.search(line.folded) is None
