"""The first paragraph of a numbered item: its title, its amount, and the running text behind the title."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import regex

from extractors.amounts import (
    amount_with_words,
    cell_amount,
    closing_amount,
    headed_amount,
    headed_number,
    inner_amount,
    labelled_amount,
    leading_amount,
    named_amount,
    share,
    trailing_amount,
    unbracketed_amount,
)
from extractors.clauses import SENTENCE_STOPS, sentences
from extractors.found import Found
from extractors.issuers import is_signature
from extractors.markers import is_marked, split_marker
from extractors.set_apart import closing_set_apart, leading_marks, marks_before_colon, name_set_apart, number_apart
from extractors.subjects import is_sentence
from extractors.text import Text, join
from extractors.unit_labels import labelled_units
from extractors.units import looks_like_units, unit_list
from extractors.worth import Worth, worth_at_end
from normalizers.headers import header_role
from normalizers.values import AmountValue

#: A first sentence longer than this is no title (the contract's rule for running-in headings).
LONGEST_TITLE: Final = 40
#: A sentence that is nothing but a labelled amount (`权重:70%。`) is no longer than this.
_LONGEST_LABELLED: Final = 12
#: Beside its amount such a sentence may have a word such as 为; with more (`总分100分，其中：`) it is kept.
_LEAST_MORE: Final = 1
#: What a rule that shares an amount's bracket says.
_GIVES: Final = regex.compile(r"[扣加减得计]")
_ENDS: Final = "。：:；;！!.．,， "


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading paragraph holds; a rule that shares the amount's bracket is `scoring`, names are `units`.

    `share` is what share of all the amount makes up.
    """

    title: Text | None
    rest: Text | None
    amount: Found[AmountValue] | None
    scoring: Text | None = None
    units: Text | None = None
    share: Found[AmountValue] | None = None


#: What a bracket says beside full marks where those who were assessed filled it in: `（20分，自评得18分）`.
_SELF: Final = regex.compile(r"自[评查](?:得分|得|分|为|:|\s){0,3}(?P<n>\d{1,4}(?:\.\d{1,2})?)分?")


def own_score(inside: Text) -> Text | None:
    """Return the number that the assessed gave themselves, where words beside full marks say that and no more."""
    match = _SELF.fullmatch(inside.folded.strip()) if inside.folded[:1] == "自" else None
    return inside.group(match, "n") if match is not None else None


def name_and_amount(text: Text, *, in_table: bool) -> Heading:
    """Read a table's name cell: the amount at its end goes, then the closing stop."""
    worth = worth_at_end(text)
    if worth is not None:
        return _worth(worth)
    words = amount_with_words(text)
    if words is not None:
        amount, inside, (start, _) = words
        if looks_like_units(inside) or labelled_units(inside):
            return Heading(text[:start].strip().rstrip(_ENDS), None, amount, units=inside)
        if (part := share(inside)) is not None:
            return Heading(text[:start].strip().rstrip(_ENDS), None, amount, share=part)
        scoring = inside if _GIVES.search(inside.folded) or own_score(inside) is not None else None
        kept = text[:start].strip() if scoring is not None else text
        return Heading(kept.rstrip(_ENDS), None, amount, scoring)
    bare = unbracketed_amount(text)
    if bare is not None:
        return Heading(bare[1], None, bare[0])
    found, name = trailing_amount(text, in_table=in_table)
    if found is None and in_table:  # `开展警示教育（10分），未开展不得分`: a cell's sentence stays whole
        found = inner_amount(text)
    return Heading(name.rstrip(_ENDS), None, found)


def _worth(worth: Worth) -> Heading:
    amount = worth.points or worth.percent
    return Heading(worth.name, None, amount, share=worth.percent if worth.points is not None else None)


def running_heading(text: Text, *, more: bool, bare: bool = False) -> Heading:
    """Read a numbered paragraph of a narrative; `more` says that text or children stand below it.

    The first sentence is the title where more follows and it is short enough; a line without a closing
    stop is a heading, unless its commas show a sentence; anything else is a requirement. Where `bare`, a
    number alone in the closing bracket, in the name's with text behind it, or apart from the name is an amount. An
    amount behind the name is the item's own, those further on are its clauses'.
    """
    worth = worth_at_end(text)
    if worth is not None:
        return _worth(worth)
    apart = number_apart(text) if bare else None
    before = running_heading(apart[0], more=more, bare=False) if apart is not None else None
    if apart is not None and before is not None and before.amount is None:
        return replace(before, amount=apart[1])
    led = leading_marks(text) or (marks_before_colon(text) if bare else None)
    behind = running_heading(led[1], more=more, bare=bare) if led is not None else None
    if led is not None and behind is not None and behind.amount is None:
        return replace(behind, amount=led[0])
    begun = _captioned(text) or _with_amount(text, bare) or _closed(text)
    return begun if begun is not None else _in_sentences(text, more, bare)


def _with_amount(text: Text, bare: bool) -> Heading | None:
    """Read a name with its amount right behind it, and the text behind that."""
    headed = headed_amount(text) or (headed_number(text) if bare else None)
    if headed is not None:
        title, amount, behind = headed
        return Heading(title, behind, amount)
    apart = name_set_apart(text)
    if apart is not None:
        return Heading(apart[0], apart[2], apart[1])
    named = named_amount(text)
    if named is None or _closes_with_another(text, named[1]):
        return None
    title, amount, words, behind = named
    part = share(words) if words is not None else None
    return Heading(title, behind if behind.chars else None, amount, words if part is None else None, share=part)


def _closes_with_another(text: Text, amount: Found[AmountValue]) -> bool:
    """Whether a bracket at the end has what all is worth: `刷写标语3分，内容新颖再得2分（5分）`."""
    closing = trailing_amount(text, in_table=False)[0]
    return closing is not None and closing.text.start > amount.text.start and amount.text.folded[:1] not in ("(", "[")


def _in_sentences(text: Text, more: bool, bare: bool) -> Heading:
    """Read a paragraph by its first sentence and what follows; an amount may end it, or be a sentence of its own."""
    found, name = trailing_amount(text, in_table=bare)
    parts = sentences(name)
    if len(parts) <= 1:
        return _single(text, more, bare)
    first, second = parts[0], parts[1]
    labelled = _said_alone(second)
    alone = labelled is not None and len(second.strip(_ENDS)) <= len(labelled.text) + _LEAST_MORE
    rest = name[name.index_of(second) + (len(second) if alone else 0) :].strip()
    if labelled is None and found is None and (said := _said_last(parts)) is not None:
        labelled, rest = said, name[name.index_of(second) : name.index_of(parts[-1])].strip()
    if len(first.rstrip(_ENDS)) > LONGEST_TITLE:
        return Heading(None, name, found) if labelled is None else Heading(None, join([first, rest]), labelled)
    head = name_and_amount(first.rstrip(_ENDS), in_table=False)
    if head.amount is not None and found is not None:
        return Heading(head.title, text[text.index_of(second) :].strip(), head.amount, head.scoring)
    leading = leading_amount(rest) if found is None and labelled is None and head.amount is None else None
    if leading is not None:
        amount, words, rest = leading
        return Heading(head.title, rest if rest.chars else None, amount, words)
    return replace(head, rest=rest if rest.chars else None, amount=labelled or found or head.amount)


_CAPTION: Final = regex.compile(r"\[(?P<name>\p{Han}[^\[\]()。:;]{1,18})\]\s*(?=[^\s:])")


def _captioned(text: Text) -> Heading | None:
    """Read an article that has its name in a bracket in front (`【日常养护】（45分）路面整洁。`)."""
    match = _CAPTION.match(text.folded)
    name = text.group(match, "name") if match is not None else None
    if match is None or name is None or header_role(name.folded) is not None:
        return None
    rest = text[match.end() :].strip()
    leading = leading_amount(rest)
    if leading is None:
        return Heading(name, rest, None)
    amount, words, rest = leading
    return Heading(name, rest if rest.chars else None, amount, words)


def has_named_amount(text: Text) -> bool:
    """Whether a paragraph has full marks right behind its name, or is nothing but both."""
    caption = _captioned(text)
    if caption is not None and caption.amount is not None:
        return True
    readers = (
        worth_at_end,
        headed_amount,
        name_set_apart,
        named_amount,
        closing_amount,
        closing_set_apart,
        unbracketed_amount,
    )
    return any(read(text) is not None for read in readers)


def _said_last(parts: list[Text]) -> Found[AmountValue] | None:
    """Return the amount that the last sentence gives, where it says nothing else (`…财务管理。权重15%。`)."""
    amount = _said_alone(parts[-1]) if len(parts) > 2 else None
    return amount if amount is not None and len(amount.text) == len(parts[-1].strip("。 ")) else None


def _said_alone(sentence: Text) -> Found[AmountValue] | None:
    """Return the amount of a sentence that says nothing else: `权重15%。`, `10分`."""
    if len(sentence) > _LONGEST_LABELLED:
        return None
    bare = sentence.strip(_ENDS)
    return labelled_amount(sentence) or (cell_amount(bare) if bare.folded.endswith("分") else None)


def _closed(text: Text) -> Heading | None:
    """Read a first sentence that ends in its amount (`健全机制，及时研判，1分。`); a long one stays whole."""
    first = next(iter(sentences(text)), None)  # a number may have nothing behind it
    closing = closing_amount(first) or closing_set_apart(first) if first is not None else None
    if first is None or closing is None:
        return None
    amount, (start, end) = closing
    name, rest = first[:start], text[text.index_of(first) + end :].strip()
    if len(name) <= LONGEST_TITLE:
        return Heading(name.rstrip(_ENDS), rest if rest.chars else None, amount)
    return Heading(None, text.without([(start, end)]) if rest.chars else name, amount)


def _single(text: Text, more: bool, bare: bool) -> Heading:
    heading = name_and_amount(text, in_table=bare)
    closed = text.folded.rstrip().endswith((*SENTENCE_STOPS, ";")) and heading.amount is None
    short = heading.title is not None and len(heading.title) <= LONGEST_TITLE
    said = heading.title is not None and is_sentence(heading.title)
    if ((closed or said) and not more) or not short:
        if heading.amount is not None:
            found, whole = trailing_amount(text, in_table=bare)
            return Heading(None, whole if said and found is not None else heading.title, heading.amount)
        return Heading(None, text, inner_amount(text))
    inside = inner_amount(text) if heading.amount is None else None
    return Heading(None, text, inside) if inside is not None else heading


#: So many lists, each below the name of who must do it, are a list of tasks by unit.
_FEWEST_UNITS: Final = 2


def unit_headings(paragraphs: Sequence[Text]) -> list[Text]:
    """Return the lines that are nothing but a body's name over tasks; [] for a single one.

    The tasks below each begin with 1, or one number runs through all of them.
    """
    labelled = [line for line, below in pairwise(paragraphs) if _heads_section(line, below)]
    if len(labelled) >= _FEWEST_UNITS:
        return labelled
    over = [
        (at, marker)
        for at, (line, below) in enumerate(pairwise(paragraphs))
        if (marker := split_marker(below)[0]) is not None
        and marker.family not in _OVER_UNITS
        and not is_marked(line)
        and is_signature(line)
    ]
    found = [paragraphs[at] for at, marker in over if marker.ordinal == 1]
    if len(found) < _FEWEST_UNITS <= len(over) and _stand_first(paragraphs, [at for at, _ in over]):
        found = [paragraphs[at] for at, _ in over]
    return found if len(found) >= _FEWEST_UNITS else []


def _heads_section(line: Text, below: Text) -> bool:
    """Whether a label with the body that must do it (`责任单位：县教育局`) stands over a section numbered 1."""
    marker = split_marker(below)[0]
    first = marker is not None and marker.ordinal == 1 and marker.family in _OVER_UNITS
    return first and not is_marked(line) and len(labelled_units(line)) == 1


_OVER_UNITS: Final = ("cn_dun", "chapter", "part")


def _stand_first(paragraphs: Sequence[Text], over: list[int]) -> bool:
    """Whether names stand over their tasks and not below them, where one number runs through: right behind headings.

    Below their tasks they would stand before the next heading and at the end too.
    """
    families = [m.family if (m := split_marker(p)[0]) is not None else None for p in paragraphs]
    heads = [at for at, family in enumerate(families) if family in _OVER_UNITS]
    behind = sum(at - 1 in heads for at in over)
    before = [at - 1 for at in heads if at > 0] + [len(paragraphs) - 1]
    ends = any(families[at] is None and is_known_body(paragraphs[at]) for at in before)
    known = all(is_known_body(paragraphs[at]) for at in over)
    return known and not ends and behind == len(heads) > 0


_BODY: Final = regex.compile(r"(?P<body>[^:。;!?]{2,30}):\s*(?=\S)")


def body_and_task(text: Text) -> tuple[Text, Text] | None:
    """Cut a paragraph that begins with who must do it (`县财政局：落实资金。`) into the bodies and the task."""
    match = _BODY.match(text.folded)
    body = text.group(match, "body") if match is not None else None
    if match is None or body is None or header_role(body.folded) is not None or not looks_like_units(body):
        return None
    return body, text[match.end() :].strip()


def is_known_body(text: Text) -> bool:
    """Whether a heading names only bodies that the table of agencies knows."""
    units = unit_list(text)
    return bool(units) and all(u.agency is not None for u in units) and looks_like_units(text)
