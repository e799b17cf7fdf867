"""Parts to a Notice: metadata, sections, schemes; the ledger decides what is left over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from extractors.deadlines import deadlines
from extractors.labels import labelled_line, record_name
from extractors.markers import split_marker
from extractors.metadata import (
    SENTENCE,
    Pair,
    addressees,
    date_in,
    document_number,
    is_closing,
    issuer_of,
    region_in,
)
from extractors.rules import rules
from extractors.text import Text
from extractors.units import trailing_bracket
from normalizers.titles import AIMS, DRAFT, PROCEDURE, kind_of, work_years, years_of
from pipeline.assemble.items import ItemBuilder
from pipeline.assemble.schemes import Inferred, SchemeBuilder
from pipeline.document import Document
from pipeline.ledger import Ledger
from pipeline.models import Item, Notice, Region, Scheme, Status, Unparsed
from pipeline.segments.parts import Head, Parts
from pipeline.structure.outline import OUTLINE, outline_atoms
from pipeline.structure.search import search
from pipeline.structure.tree import Built, Node, build


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
    items = ItemBuilder(document, ledger, year)
    builder = SchemeBuilder(document, ledger, items)
    addresses = {(x.text.start, x.text.end): x.address for x in document.links}
    sections, schemes = _trees(parts, items, builder, addresses)
    notice = Notice(
        source=document.source,
        title=_value(parts.head.title),
        cover_title=_value(parts.head.cover_title),
        kind=kind_of(parts.head.title.folded if parts.head.title is not None else ""),
        status=_status(parts.head),
        year=year,
        year_end=year_end,
        region=_region(parts, document),
        issuer=_issuer(parts),
        document_number=_number(parts),
        issued_on=_issued(parts),
        published_on=_pair_date(parts.pairs, "published_on"),
        addressees=tuple(t.value for t in addressees(parts.head.addressees)) if parts.head.addressees else (),
        attributes=_attributes(parts),
        sections=sections,
        schemes=schemes,
        unparsed=_unparsed(document, ledger),
        coverage=ledger.coverage(),
    )
    builder.inferred.undated += items.undated
    return Assembled(notice, builder.inferred)


def _claim_frame(document: Document, parts: Parts, ledger: Ledger) -> None:
    head = parts.head
    for text in document.layout:
        ledger.claim(text, "layout")
    for part in document.shell:
        ledger.claim(part.text, part.reason)
    for text, reason in parts.shell:
        ledger.claim(text, reason)
    lines = [head.title, head.cover_title, head.page_title, head.draft, head.addressees, head.issued, head.number]
    for line in [*lines, *head.signatures]:
        if line is not None:
            ledger.claim(line, "metadata")
    for pair in parts.pairs:
        role = "metadata" if pair.field is not None else "navigation"
        for text in (pair.label, pair.value):
            ledger.claim(text, role)
    for mark, rest in parts.annexes:
        ledger.claim(mark, "metadata")
        ledger.claim(rest, "metadata")


def _trees(
    parts: Parts, items: ItemBuilder, builder: SchemeBuilder, addresses: dict[tuple[int, int], str]
) -> tuple[tuple[Item, ...], tuple[Scheme, ...]]:
    """Build the body's outline and the schemes; without tables the outline's tasks are the scheme."""
    texts, closing = _without_closing([p.text for p in parts.body])
    atoms = outline_atoms(texts, addresses)
    built = build(atoms, search(atoms, OUTLINE).decisions) if atoms else Built([], [], [])
    roots, loose = built.roots, built.loose
    sections = [items.paragraph(atom, f"b{i}") for i, atom in enumerate(loose, 1)]
    work = _work(roots, beside_tables=bool(parts.regions))
    narrative = [n for n in roots if all(n is not w for w in work)]
    sections += [s for i, n in enumerate(narrative, len(loose) + 1) for s in _numbered(items, n, i)]
    sections += [items.paragraph(atom, f"b{i}") for i, atom in enumerate(outline_atoms(closing), len(sections) + 1)]
    schemes: list[Scheme] = []
    if work:
        builder.note(work, "s1.")
        told = [atom.text for atom in loose] + [t for node in narrative for t in _texts(node)]
        total = builder.stated_total(told)
        schemes.append(Scheme(id="s1", items=items.tree(work, "s1."), total=total))
    for region in parts.regions:
        scheme = builder.scheme(region, f"s{len(schemes) + 1}", _folded(parts.head.title))
        schemes += [scheme] if scheme is not None else []
    return tuple(sections), tuple(schemes)


def _texts(node: Node) -> Iterator[Text]:
    """Yield the texts of a node and of all below it."""
    yield node.head.text
    yield from (atom.text for _, atom in node.filled)
    for child in node.children:
        yield from _texts(child)


def _numbered(items: ItemBuilder, node: Node, at: int) -> tuple[Item, ...]:
    """Build one section with the id of its place."""
    built = items.tree([node], f"b{at}#")
    return tuple(_renamed(item, f"b{at}#1", f"b{at}") for item in built)


def _renamed(item: Item, old: str, new: str) -> Item:
    children = tuple(_renamed(child, old, new) for child in item.children)
    return item.model_copy(update={"id": new + item.id[len(old) :], "children": children})


def _without_closing(texts: list[Text]) -> tuple[list[Text], list[Text]]:
    """Cut the closing paragraphs, which speak of the notice itself, off the end of the body."""
    end = len(texts)
    while end > 1 and is_closing(texts[end - 1]) and split_marker(texts[end - 1])[0] is None:
        if split_marker(texts[end - 2])[0] is not None and SENTENCE.search(texts[end - 2].folded) is None:
            break
        end -= 1
    return texts[:end], texts[end:]


def _work(roots: list[Node], *, beside_tables: bool) -> list[Node]:
    """Return the top headings that belong to the scheme.

    They are a task or indicator, or something below them is. Beside a table only those with amounts or units
    are one more scheme. A heading between such siblings is one of them though it has no amount.
    """
    scored = any(_has_amount(node) for node in roots)
    chosen = [_is_strong(node) if beside_tables else _is_work(node, scored=scored) for node in roots]
    for i in range(1, len(roots) - 1):
        families = {n.head.marker.family if n.head.marker else None for n in roots[i - 1 : i + 2]}
        if len(families) == 1 and None not in families and chosen[i - 1] and chosen[i + 1] and not _is_frame(roots[i]):
            chosen[i] = True
    for i in range(1, len(roots)):
        if scored and not beside_tables and not chosen[i] and chosen[i - 1] and _goes_on(roots[i - 1], roots[i]):
            chosen[i] = True
    return [node for node, is_work in zip(roots, chosen, strict=True) if is_work]


def _goes_on(before: Node, node: Node) -> bool:
    """Whether a heading is the next number behind an indicator and gives marks, though it has no full mark."""
    one, other = before.head.marker, node.head.marker
    if one is None or other is None or one.family != other.family or _is_frame(node):
        return False
    following = one.ordinal is not None and other.ordinal == one.ordinal + 1
    return following and any(rules(text) for text in _texts(node))


def _is_work(node: Node, *, scored: bool) -> bool:
    """Whether a top heading belongs to the scheme: it or something below it is a task or indicator.

    Where indicators have amounts, chapters on procedure have none.
    """
    if AIMS.match(node.head.name) and not _is_strong(node):
        return False
    if scored and PROCEDURE.match(node.head.name) and not _has_amount(node):
        return False
    return _is_task(node) or any(_below(child) for child in node.children)


def _is_frame(node: Node) -> bool:
    return bool(AIMS.match(node.head.name) or PROCEDURE.match(node.head.name))


def _is_strong(node: Node) -> bool:
    """Whether a heading or something below it has an amount or units of its own."""
    texts = [node.head.text, *(atom.text for _, atom in node.filled)]
    named = any(trailing_bracket(t) or _names_units(t) for t in texts)
    return named or _has_amount(node) or any(map(_is_strong, node.children))


def _names_units(text: Text) -> bool:
    line = labelled_line(text)
    return line is not None and line[0] == "units"


def _has_amount(node: Node) -> bool:
    return node.head.amount is not None or any(map(_has_amount, node.children))


def _below(node: Node) -> bool:
    return node.head.marker is not None or _is_task(node) or any(_below(child) for child in node.children)


def _is_task(node: Node) -> bool:
    if record_name(node.head.text) is not None:
        return True
    texts = [node.head.text, *(atom.text for _, atom in node.filled)]
    return node.head.amount is not None or any(trailing_bracket(t) or deadlines(t, 2000) for t in texts)


#: So many paragraphs open a notice.
_OPENING: Final = 6


def _value(text: Text | None) -> str | None:
    return text.value if text is not None else None


def _folded(text: Text | None) -> str | None:
    return text.folded if text is not None else None


def _status(head: Head) -> Status:
    title = head.title.folded if head.title is not None else ""
    return "draft" if head.draft is not None or DRAFT.search(title) else "final"


def _years(parts: Parts) -> tuple[int | None, int | None]:
    """Return the years that the titles name, else the year in which the notice was issued."""
    for text in (parts.head.title, parts.head.cover_title):
        years = years_of(text.folded) if text is not None else (None, None)
        if years[0] is not None:
            return years
    issued = _issued(parts)
    return (issued.year if issued is not None else _told_year(parts)), None


def _told_year(parts: Parts) -> int | None:
    """Return the year whose work the first paragraphs speak of, if they speak of one only."""
    found = {y for p in parts.body[:_OPENING] for y in work_years(p.text.folded)}
    return found.pop() if len(found) == 1 else None


def _issuer(parts: Parts) -> str | None:
    for text in (parts.head.cover_title, parts.head.title):
        found = issuer_of(text) if text is not None else None
        if found is not None:
            return found.value
    printed = [p.value.value for p in parts.pairs if p.field == "issuer" and p.value.chars]
    signed = "、".join(text.value for text in parts.head.signatures)
    return signed or (printed[0] if printed else None)


def _number(parts: Parts) -> str | None:
    printed = [p.value for p in parts.pairs if p.field == "document_number" and p.value.chars]
    lines = [parts.head.number] if parts.head.number is not None else printed
    return next((n for line in lines if (n := document_number(line)) is not None), None)


def _issued(parts: Parts) -> date | None:
    found = date_in(parts.head.issued) if parts.head.issued is not None else None
    return found[0] if found is not None else _pair_date(parts.pairs, "issued_on")


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


def _attributes(parts: Parts) -> dict[str, str]:
    """Return the printed data that has no field of its own; a blank value is not given."""
    issuer = _issuer(parts)
    kept = {
        p.key: p.value.value
        for p in parts.pairs
        if p.value.chars
        and (p.field in ("attribute", "region_source") or (p.field == "issuer" and p.value.value != issuer))
    }
    annexes = [rest.value for _, rest in parts.annexes if rest.chars]
    return kept | ({"附件": "；".join(annexes)} if annexes else {})


def _unparsed(document: Document, ledger: Ledger) -> tuple[Unparsed, ...]:
    return tuple(
        Unparsed(
            span=document.span(Text.of(document.text, start, end)),
            text=document.text[start:end],
            reason=reason,
        )
        for start, end, reason in ledger.runs()
    )
