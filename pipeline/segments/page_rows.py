"""Rows of a table that are the web page's: what else there is to read (`上一篇：`), and files to fetch (`附件：`)."""

from typing import Final

import regex

from extractors.metadata import is_annex_mark, is_file_name
from extractors.text import Text, join
from pipeline.document import Block, Cell, Paragraph, Table

Row = tuple[Cell, ...]
_OTHER_PAGES: Final = regex.compile(r"\[?[上下]一[篇条页]\]?(?::.{0,80})?")


def without_page_rows(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Text]]:
    """Take such rows off the tables' ends: links to other pages are the page's, files are annexes below the table."""
    kept: list[Block] = []
    pages: list[Text] = []
    for block in blocks:
        if not isinstance(block, Table):
            kept.append(block)
            continue
        end = next((at for at in range(len(block.rows), 0, -1) if not _is_of_page(block.rows[at - 1])), 0)
        rows = [_texts(row) for row in block.rows[end:]]
        kept += [Table(block.rows[:end], block.padded, block.laid)] if end and rows else [block] if end else []
        kept += [Paragraph(join(texts)) for texts in rows if is_annex_mark(texts[0])]
        pages += [text for texts in rows if not is_annex_mark(texts[0]) for text in texts]
    return tuple(kept), pages


def _is_of_page(row: Row) -> bool:
    texts = _texts(row)
    if not texts:
        return False
    files = len(texts) > 1 and is_annex_mark(texts[0]) and all(map(is_file_name, texts[1:]))
    return files or _OTHER_PAGES.fullmatch("".join(texts[0].folded.split())) is not None


def _texts(row: Row) -> list[Text]:
    return [text for cell in row for text in cell.paragraphs]
