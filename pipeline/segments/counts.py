"""Pages that a document-sharing site counts as it counts items: `2、` in the midst of a sentence."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

import regex

from extractors.text import Text, join
from extractors.wraps import is_open
from pipeline.document import Block, Paragraph

_COUNT: Final = regex.compile(r"^\s*(?P<n>\d{1,3})、\s*")
#: A page's text is at least so long.
_SHORTEST: Final = 100
_FEWEST: Final = 2


def without_counts(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Text]]:
    """Join pages that are cut within sentences; returns the blocks, and the counts that stood before the pages.

    Long paragraphs that count from 1 without a gap are pages where most of them end no sentence.
    """
    counted = [
        (i, b, m) for i, b in enumerate(blocks) if isinstance(b, Paragraph) and (m := _COUNT.match(b.text.folded))
    ]
    pages = [(i, b, m) for k, (i, b, m) in enumerate(counted) if int(m["n"]) == k + 1 and i == counted[0][0] + k]
    if len(pages) < _FEWEST or len(pages) != len(counted) or not _are_cut([b for _, b, _ in pages]):
        return blocks, []
    texts: list[Text] = []
    for _, page, match in pages:
        rest = page.text[match.end() :]
        texts[-1:] = [join([texts[-1], rest])] if texts and is_open(texts[-1]) else [*texts[-1:], rest]
    first, last = pages[0][0], pages[-1][0]
    whole = tuple(replace(pages[0][1], text=text) for text in texts)
    return (*blocks[:first], *whole, *blocks[last + 1 :]), [b.text[: m.end()].strip() for _, b, m in pages]


def _are_cut(pages: list[Paragraph]) -> bool:
    cut = sum(is_open(page.text) for page, _ in pairwise(pages))
    return all(len(page.text) >= _SHORTEST for page in pages[:-1]) and cut * 2 >= len(pages) - 1 and cut > 0
