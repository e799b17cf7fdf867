"""Trees and documents held to the limits: what a reader was given to walk, and what it made."""

from lxml import etree

from pipeline.document import Document, Table
from pipeline.readers.limits import CELLS, CHARACTERS, COLUMNS, DEPTH, LINE, LINES

_DEEPER = etree.XPath(f"boolean({'/'.join('*' * (DEPTH.most + 1))})")


def check_tree(root: etree._Element, name: str) -> None:
    """Refuse a tree that is nested too deeply to be walked."""
    if _DEEPER(root):
        DEPTH.hold(DEPTH.most + 1, name)


def check_document(document: Document) -> None:
    """Refuse a document that is too long or whose tables claim too much for what comes after."""
    name = document.source.name
    CHARACTERS.hold(len(document.text), name)
    LINES.hold(sum(len(block.rows) if isinstance(block, Table) else 1 for block in document.blocks), name)
    cells = 0
    for block in document.blocks:
        if isinstance(block, Table):
            COLUMNS.hold(block.width, name)
            cells += sum(cell.row_span * cell.col_span for row in block.rows for cell in row)
            CELLS.hold(cells, name)
            LINE.hold(max((len(p) for row in block.rows for cell in row for p in cell.paragraphs), default=0), name)
        else:
            LINE.hold(len(block.text), name)
