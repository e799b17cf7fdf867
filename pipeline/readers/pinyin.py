"""Pinyin that a copy has pushed in behind a character (`印發（fā）`): it is layout, no part of any value."""

from dataclasses import replace
from typing import Final

import regex

from extractors.text import Text
from pipeline.document import Block, Document, Paragraph, Remark

_TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
#: A syllable or two with a tone mark, in brackets right behind a character.
_PINYIN: Final = regex.compile(rf"(?<=\p{{Han}})[(（][a-zü]{{0,5}}[{_TONED}][a-z{_TONED}ü ']{{0,12}}[)）]")


def without_pinyin(document: Document) -> Document:
    """Take pinyin out of every paragraph and cell; the reading text keeps it, and a remark counts it."""
    if not _PINYIN.search(document.text):
        return document
    found: list[Text] = []
    blocks = tuple(_block(block, found) for block in document.blocks)
    if not found:
        return document
    remark = Remark("pinyin_removed", (("count", str(len(found))), ("text", found[0].chars)))
    return replace(document, blocks=blocks, layout=(*document.layout, *found), remarks=(*document.remarks, remark))


def _block(block: Block, found: list[Text]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_bare(block.text, found))
    rows = (
        tuple(replace(cell, paragraphs=tuple(_bare(text, found) for text in cell.paragraphs)) for cell in row)
        for row in block.rows
    )
    return replace(block, rows=tuple(rows))


def _bare(text: Text, found: list[Text]) -> Text:
    spans = [match.span() for match in _PINYIN.finditer(text.chars)]
    found += [text[start:end] for start, end in spans]
    return text.without(spans).squeeze() if spans else text
