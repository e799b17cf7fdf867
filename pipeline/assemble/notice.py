"""Parts to a Notice: metadata, sections, schemes; the ledger decides what is left over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from extractors.first_leads import may_say_first_leads
from extractors.forms import is_form_label
from extractors.issuers import bodies_of, body_of_paper, issuers_of
from extractors.metadata import addressees, date_in, document_number, is_repaired_number
from extractors.pairs import IMPRINT, Pair
from extractors.places import region_in
from extractors.text import Text
from normalizers.houses import is_house
from normalizers.titles import DRAFT, kind_of, work_years, year_of_number, years_of
from normalizers.values import NoticeKind
from pipeline.assemble.items import ItemBuilder
from pipeline.assemble.leads import with_leads
from pipeline.assemble.outlines import Outlines
from pipeline.assemble.schemes import Inferred, SchemeBuilder
from pipeline.document import Document
from pipeline.ledger import Ledger
from pipeline.models import Item, Notice, Region, Scheme, Status, Unparsed
from pipeline.segments.parts import Head, Paper, Parts


@dataclass(frozen=True, slots=True)
class Assembled:
    """A notice without its findings, and what its trees owe to inference."""

    notice: Notice
    inferred: Inferred


def assemble(document: Document, parts: Parts) -> Assembled:
    """Read every value of the contract out of the parts."""
    ledger = Ledger(document.text)
    _claim_frame(document, parts, ledger)
    year, year_end = _years(parts)
    items = ItemBuilder(document, ledger, _year_at_hand(parts, year, year_end), of_house=_is_of_house(parts))
    builder = SchemeBuilder(document, ledger, items)
    sections, schemes = Outlines(document, parts, items, builder).build()
    if may_say_first_leads(document.text):
        schemes, builder.inferred.leads = with_leads(schemes, _said_outside(sections, parts))
    notice = Notice(
        source=document.source,
        title=_value(parts.head.title),
        cover_title=_value(parts.head.cover_title),
        kind=_kind(parts.head, schemes),
        status=_status(parts.head),
        year=year,
        year_end=year_end,
        region=_region(parts, document),
        issuer=_issuer(parts),
        document_number=_number(parts),
        issued_on=_issued(parts),
        published_on=_published(parts),
        addressees=tuple(t.value for t in addressees(parts.head.addressees)) if parts.head.addressees else (),
        attributes=_attributes(parts),
        sections=sections,
        schemes=schemes,
        unparsed=_unparsed(document, ledger),
        coverage=ledger.coverage(),
    )
    builder.inferred.undated += items.undated
    line = _number_line(parts)
    builder.inferred.number = line if line is not None and is_repaired_number(line) else None
    return Assembled(notice, builder.inferred)


def _said_outside(sections: Sequence[Item], parts: Parts) -> Iterator[str]:
    """Yield the texts outside of the schemes."""
    yield from _attributes(parts).values()
    for section in sections:
        for item in section.walk():
            yield from filter(None, (item.title, item.requirement))


def _claim_frame(document: Document, parts: Parts, ledger: Ledger) -> None:
    head = parts.head
    for text in document.layout:
        ledger.claim(text, "layout")
    for part in document.shell:
        ledger.claim(part.text, part.reason)
    for text, reason in parts.shell:
        ledger.claim(text, reason)
    lines = [head.title, head.cover_title, head.draft, head.addressees, head.issued, head.dated, head.number]
    for line in [*lines, *head.page_titles, *head.signatures, *head.remarks, *head.marks]:
        if line is not None:
            ledger.claim(line, "metadata")
    for line in head.above:
        ledger.claim(line, "navigation")
    for pair in parts.pairs:
        _claim_pair(pair, ledger)
    for paper in parts.papers:
        _claim_paper(paper, ledger)


def _claim_pair(pair: Pair, ledger: Ledger) -> None:
    role = "metadata" if pair.field is not None else "navigation"
    if pair.field == "attribute" and not pair.value.chars and is_form_label(pair.label):
        role = "form"
    for text in (pair.label, pair.value):
        ledger.claim(text, role)
    if pair.around is not None:
        ledger.claim_free(pair.around, role)


def _claim_paper(paper: Paper, ledger: Ledger) -> None:
    lines = [paper.title, paper.issued, *paper.marks, *paper.frame, *paper.signatures, *paper.remarks]
    for line in [*lines, *(text for annex in paper.annexes for text in annex)]:
        if line is not None:
            ledger.claim(line, "metadata")


#: So many paragraphs open a notice.
_OPENING: Final = 6


def _value(text: Text | None) -> str | None:
    return text.value if text is not None else None


def _status(head: Head) -> Status:
    titles = [text.folded for text in (head.title, head.cover_title) if text is not None]
    return "draft" if head.draft is not None or any(map(DRAFT.search, titles)) else "final"


def _years(parts: Parts) -> tuple[int | None, int | None]:
    """Return the years that the titles name, else the year in which the notice was issued or numbered."""
    for text in (parts.head.title, parts.head.cover_title):
        years = years_of(text.folded) if text is not None else (None, None)
        if years[0] is not None:
            return years
    issued, number = _issued(parts), _number(parts)
    if issued is not None:
        return issued.year, None
    told = _told_year(parts)
    return told if told is not None or number is None else year_of_number(number), None


def _year_at_hand(parts: Parts, year: int | None, year_end: int | None) -> int | None:
    """Return the year that a day without one belongs to: of a plan for several years the one it was issued in."""
    if year is None or year_end is None:
        return year
    issued, number = _issued(parts), _number(parts)
    at = issued.year if issued is not None else year_of_number(number) if number is not None else year
    return min(max(at, year), year_end)


def _told_year(parts: Parts) -> int | None:
    """Return the year whose work the first paragraphs speak of, if they speak of one only."""
    opening = [p.text for paper in parts.papers for p in paper.body][:_OPENING]
    found = {y for text in opening for y in work_years(text.folded)}
    return found.pop() if len(found) == 1 else None


def _kind(head: Head, schemes: Sequence[Scheme]) -> NoticeKind:
    """Return the kind that the title names; where it names none, that of the tables it sends."""
    titles = [head.title.folded if head.title is not None else "", *(scheme.title or "" for scheme in schemes)]
    return next((kind for title in titles if (kind := kind_of(title)) != "other"), "other")


def _issuer(parts: Parts) -> str | None:
    signed = "、".join(dict.fromkeys(body.value for text in parts.head.signatures for body in bodies_of(text)))
    printed = [p.value.value for p in parts.pairs if p.field == "issuer" and p.value.chars]
    for text in (parts.head.cover_title, parts.head.title):
        found = [body.value for body in issuers_of(text)] if text is not None else []
        if found:
            # A signature tells names apart that a title runs together; both have what a copy of the title lost.
            whole = [name for name in (signed, *printed) if name.replace("、", "").endswith("".join(found))]
            return whole[0] if whole else "、".join(found)
    return signed or next(iter(printed), None) or _of_paper(parts.head)


def _is_of_house(parts: Parts) -> bool:
    """Whether a hospital, a school, a firm or a court issued a notice, by its issuer, else its titles' first words."""
    issuer = _issuer(parts)
    titles = (_value(parts.head.cover_title), _value(parts.head.title))
    return is_house(issuer) if issuer is not None else any(is_house(title) for title in titles if title is not None)


def _of_paper(head: Head) -> str | None:
    """Return the one body on whose paper a letter stands (`中共望川县委员会文件`)."""
    papers = [body for text in head.page_titles if (body := body_of_paper(text)) is not None]
    return papers[0].value if papers else None


def _number(parts: Parts) -> str | None:
    line = _number_line(parts)
    return document_number(line) if line is not None else None


def _number_line(parts: Parts) -> Text | None:
    """Return the 文号 as it is printed."""
    printed = [p.value for p in parts.pairs if p.field == "document_number" and p.value.chars]
    lines = [parts.head.number] if parts.head.number is not None else printed
    return next((line for line in lines if document_number(line) is not None), None)


def _issued(parts: Parts) -> date | None:
    found = date_in(parts.head.issued) if parts.head.issued is not None else None
    return found[0] if found is not None else _pair_date(parts.pairs, "issued_on")


def _published(parts: Parts) -> date | None:
    found = date_in(parts.head.dated) if parts.head.dated is not None else None
    return _pair_date(parts.pairs, "published_on") or (found[0] if found is not None else None)


def _pair_date(pairs: tuple[Pair, ...], field: str) -> date | None:
    return next((d[0] for p in pairs if p.field == field and (d := date_in(p.value)) is not None), None)


def _region(parts: Parts, document: Document) -> Region | None:
    """Find the place in the title, the cover, the issuer's name or, last, a web page's source line."""
    sources = [parts.head.title, parts.head.cover_title, *parts.head.signatures]
    sources += [p.value for p in parts.pairs if p.field in ("issuer", "region_source") and p.value.chars]
    for text in sources:
        found = region_in(text) if text is not None else None
        if found is not None:
            place, level = found
            return Region(name=place.value, level=level, raw=place.raw, span=document.span(place))
    return None


_KEPT: Final = ("attribute", "region_source", "issuer")


def _attributes(parts: Parts) -> dict[str, str]:
    """Return the printed data that has no field of its own; a blank value is not given."""
    issuer = _issuer(parts)
    kept = dict[str, str]()
    for pair in parts.pairs:
        value = pair.value.value
        if not value or (pair.field == "issuer" and value == issuer) or pair.field not in _KEPT:
            continue
        above = kept.get(pair.key, value).split("；")  # what several forms say under one label is all kept
        kept[pair.key] = "；".join(above if value in above else [*above, value])
    kept |= {p.key: p.around.value for p in parts.pairs if p.around is not None and _is_printed_later(p, parts)}
    annexes = [rest.value for paper in parts.papers for _, rest in paper.annexes if rest.chars]
    printed = [*parts.head.remarks, *(text for paper in parts.papers for text in paper.remarks)]
    remarks = [text.value.strip("()（）。") for text in printed]
    lists = {"附件": annexes, "附注": remarks}
    return kept | {key: "；".join(values) for key, values in lists.items() if values}


def _is_printed_later(pair: Pair, parts: Parts) -> bool:
    """Whether a pair is the imprint of a letter that is dated itself: who printed it, and when."""
    return pair.key == IMPRINT and parts.head.issued is not None


def _unparsed(document: Document, ledger: Ledger) -> tuple[Unparsed, ...]:
    return tuple(
        Unparsed(
            span=document.span(Text.of(document.text, start, end)),
            text=document.text[start:end],
            reason=reason,
        )
        for start, end, reason in ledger.runs()
    )
