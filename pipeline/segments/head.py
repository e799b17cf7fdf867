"""The lines before a notice's body: title, cover, number, addressees, and the signature of a short letter."""

from dataclasses import replace
from typing import Final

import regex

from extractors.headings import unit_headings
from extractors.issuers import is_masthead, is_signature
from extractors.markers import is_marked
from extractors.metadata import (
    SENTENCE,
    annex_mark,
    annexed_title,
    columned_title,
    date_line,
    document_number,
    headline_title,
    is_addressees,
    is_annex_mark,
    is_cover,
    is_draft_mark,
    is_name,
    is_remark,
    is_same_title,
    is_title,
    month_line,
    numbered_title,
    part_title,
    quoted_title,
)
from extractors.places import region_in
from extractors.text import Text, join
from normalizers.headers import column_role, is_header_line
from normalizers.titles import TITLE_TAILS, kind_of
from pipeline.document import Paragraph
from pipeline.segments.parts import Head

_YEAR: Final = regex.compile(r"(?:19|20)\d\d年")
#: Addressees stand among so many lines in front.
_WITHIN: Final = 16
_BODIES: Final = regex.compile(r"各|政府|部门|单位|委员会|[局委办]")
#: What a page prints over the title it repeats is at most so long, and so many lines.
_MOST_ABOVE: Final = 10
_LONGEST_ABOVE: Final = 40
#: A first line that ends in no word of the genre is a title where it names a place or year and is no longer.
_SHORTEST_TITLE: Final = 6
_LONGEST_TITLE: Final = 50
_NO_TITLE: Final = regex.compile(r"[。;!?]|:|^[(\[]|第[一二三四1-4]季度$|月份?$|年度?$")


def read_head(loose: list[Paragraph]) -> tuple[Head, list[Paragraph]]:
    """Read the head's lines off the front of the loose paragraphs; the rest is body.

    The head ends where the outline begins; addressees and number stand before any sentence.
    """
    head, rest = Head(), list[Paragraph]()
    above: Text | None = None
    outline = spoken = False
    headings = {text.start for text in unit_headings([p.text for p in loose])}
    for paragraph in loose:
        outline = outline or paragraph.text.start in headings
        outline = outline or (is_marked(paragraph.text) and part_title(paragraph.text) is None)
        if not outline and head.title is not None and (whole := _whole_title(head.title, above, paragraph.text)):
            head, above = replace(head, title=whole), paragraph.text
            continue
        above = paragraph.text
        counted = _counted_title(paragraph.text, head)
        updated = None if outline else _with_line(head, paragraph, counted or paragraph.text, spoken)
        if updated is None:
            rest.append(paragraph)
            spoken = spoken or SENTENCE.search(paragraph.text.folded) is not None
        else:
            titled = updated.title is not head.title or updated.page_titles != head.page_titles
            head, rest = _without_above(updated, rest) if titled and not spoken else (updated, rest)
            head = _without_count(head, paragraph.text, counted) if titled else head
    return _untailed(*_with_signatures(head, loose, rest))


def addressees_whole(loose: list[Paragraph]) -> list[Paragraph]:
    """Join the lines over which addressees run: each but the last ends in a comma."""
    made: list[Paragraph] = []
    for at, paragraph in enumerate(loose):
        before = made[-1].text if made else None
        if at < _WITHIN and before is not None and _runs_on(before) and is_addressees(join([before, paragraph.text])):
            made[-1] = replace(made[-1], text=join([before, paragraph.text]))
        else:
            made.append(paragraph)
    return made


def _runs_on(text: Text) -> bool:
    return text.folded.endswith((",", "、")) and _BODIES.search(text.folded) is not None


def _counted_title(text: Text, head: Head) -> Text | None:
    """Return the title behind what a site puts before it: a count, or before the first one its column's name.

    A text that was taken out of its letter begins with the word that calls it an annex.
    """
    alone = head == Head()
    return (
        part_title(text)
        or (columned_title(text) if head.title is None else None)
        or (annexed_title(text) if alone else None)
    )


def _without_count(head: Head, text: Text, part: Text | None) -> Head:
    """Give the count before a title (`第一篇：`), or the column's name, to the page."""
    return head if part is None else replace(head, above=(*head.above, text[: text.index_of(part)]))


def _without_above(head: Head, rest: list[Paragraph]) -> tuple[Head, list[Paragraph]]:
    """Give what stands over a title, few short lines that say nothing, to the page."""
    if rest and head.title is not None and _ends_title(rest[-1].text, head.title):
        head, rest = replace(head, title=join([rest[-1].text, head.title])), rest[:-1]
    if len(rest) > _MOST_ABOVE or any(len(p.text) > _LONGEST_ABOVE for p in rest):
        return head, rest
    marks = [p.text for p in rest if is_annex_mark(p.text)]
    others = [p.text for p in rest if not is_annex_mark(p.text)]
    return replace(head, above=(*head.above, *others), marks=(*head.marks, *marks)), []


def _untailed(head: Head, rest: list[Paragraph]) -> tuple[Head, list[Paragraph]]:
    """Take a first line as the title where no line reads like one: it begins with a place, or names a year or work."""
    mark = annex_mark(rest[0].text) if rest else None
    if mark is not None and not mark[1].chars and head == Head():  # taken out of its letter: `附件2` and its title
        titled, below = _untailed(head, rest[1:])
        return (head, rest) if titled.title is None else (replace(titled, marks=(*titled.marks, mark[0])), below)
    if head.title is not None or not rest or is_marked(rest[0].text):
        return head, rest
    text = rest[0].text
    if len(rest) > 1 and _ends_title(text, rest[1].text):
        return replace(head, title=join([text, rest[1].text])), rest[2:]
    place = region_in(text)
    begins = place is not None and place[0].start == text.start and len(text) > len(place[0])
    named = begins or _YEAR.search(text.folded) is not None or _names_work(text)
    fits = _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE and _NO_TITLE.search(text.folded) is None
    if not named or not fits or is_signature(text) or date_line(text) is not None:
        return head, rest
    return replace(head, title=text), rest[1:]


#: What is assessed, or the card with its marks (`信访工作目标考核（百分制）`, `乡村医生绩效计分卡`); no sentence.
_WORK: Final = regex.compile(
    r"(?![为根按依现各请要应须由]|考[核评][内项标指办])[^,、]{4,36}"
    r"(?:考[核评]|测评|评估|(?:考[核评]|检查|评[估价])(?:内容|项目)|[计评记]分卡|[交督]办单)(?:\([^()]{2,12}\))?"
)
_SHORTEST_NAMED: Final = 8


def _names_work(text: Text) -> bool:
    """Whether a line names work that is assessed, and is no header of a table."""
    fits = len(text) >= _SHORTEST_NAMED and _WORK.fullmatch(text.folded.strip()) is not None
    return fits and column_role(text.chars) is None and not is_header_line(text.raw)


#: The last line of a title, which says of what kind the notice is, has at most so many characters.
_LONGEST_KIND: Final = 6


def _ends_title(text: Text, below: Text) -> bool:
    """Whether a line below the first is the rest of a title: nothing but what kind of notice it is (`考核细则`)."""
    last = below.folded.strip()
    kind = len(last) <= _LONGEST_KIND and last.endswith(TITLE_TAILS) and kind_of(last) != "other"
    fits = _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE and _NO_TITLE.search(text.folded) is None
    return kind and fits and not is_signature(text) and date_line(text) is None


#: A line that ends so names the work and no paper: the title may go on below it.
_NO_PAPER: Final = ("任务", "分工", "指标", "评比", "评定")


def _whole_title(title: Text, above: Text | None, text: Text) -> Text | None:
    """Return the title with the line right below it where it names no kind of notice and that line is one's name."""
    right_below = above is not None and above.start <= title.start and title.offsets[-1] == above.offsets[-1]
    if not right_below or not title.folded.endswith(_NO_PAPER) or not _ends_title(title, text):
        return None
    return join([title, text])


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


def _with_line(head: Head, paragraph: Paragraph, text: Text, spoken: bool) -> Head | None:
    """Give a line (`text` without what a site puts before it) its job in the head, None where it is body."""
    quoted = quoted_title(text)
    if quoted is not None:
        number, title = quoted
        around = replace(head, number=head.number or number, page_titles=(*head.page_titles, text))
        return _with_title(around, title)
    if head.draft is None and is_draft_mark(text):
        return replace(head, draft=text)
    if is_title(text) or headline_title(text) is not None or (paragraph.heading == 1 and _names_a_notice(text)):
        return _with_title(head, text)
    if not spoken and document_number(text) is not None:
        again = head.number is not None
        return replace(head, page_titles=(*head.page_titles, text)) if again else replace(head, number=text)
    if head.addressees is None and not spoken and is_addressees(text):
        return replace(head, addressees=text)
    if (head.issued is None or _is_signed_behind(head)) and date_line(text) is not None:
        return replace(head, issued=text, dated=head.issued)
    if is_masthead(text) or (head.title is not None and not spoken and month_line(text)):
        return replace(head, page_titles=(*head.page_titles, text))
    if is_remark(text) and (head.issued is not None or head.signatures):
        return replace(head, remarks=(*head.remarks, text))
    if (head.issued is None or (spoken and not head.signatures)) and is_signature(text):
        return replace(head, signatures=(*head.signatures, text))
    return None


def _names_a_notice(text: Text) -> bool:
    """Whether a page's heading can be the title, and is no body or place on the line over it."""
    place = region_in(text)
    return is_name(text) and not is_signature(text) and (place is None or len(place[0]) < len(text))


def _is_signed_behind(head: Head) -> bool:
    """Whether the day at hand stood under the title, and somebody signed behind it."""
    signed = head.signatures[0] if head.signatures else None
    return head.dated is None and head.issued is not None and signed is not None and head.issued.start < signed.start


def _with_title(head: Head, text: Text) -> Head | None:
    """Take a title line: the first is the notice's, unless it is a cover's or a signed letter came between.

    A title printed again is the page's; the longer of the two counts. A number in its bracket is the notice's.
    """
    numbered = numbered_title(text)
    if numbered is not None:
        text, number = numbered
        known = head.number is not None
        head = replace(head, page_titles=(*head.page_titles, number)) if known else replace(head, number=number)
    if head.title is None:
        named = headline_title(text)
        return replace(head, title=named or text, cover_title=text if named is not None else None)
    if is_same_title(head.title, text):
        title, again = (text, head.title) if len(text) > len(head.title) else (head.title, text)
        return replace(head, title=title, page_titles=(*head.page_titles, again))
    if head.cover_title is None and is_cover(head.title):
        return replace(head, cover_title=head.title, title=text)
    if not head.page_titles and (head.issued is not None or is_cover(text)):
        return replace(head, page_titles=(head.title,), title=text)
    return None
