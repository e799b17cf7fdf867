"""The forms of the archive: each writes a tree as a file, text in the damage bench's layouts, and the other formats."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from random import Random

import openpyxl
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from tests.damage.layouts import LAYOUTS, Wanted
from tests.damage.layouts import TITLE as BENCH_TITLE
from tests.damage.tables import headers, rows
from tests.damage.trees import Tree, made_tree

PLACES = ("望川县", "青石县", "云岭县", "白沙县", "临江县", "南屏县")
WORKS = ("重点工作", "安全生产", "乡村振兴", "政务公开", "营商环境", "生态保护")
#: A cell with the rows over which it stands; None where one from above stands.
Grid = list[list[tuple[str, int] | None]]
FONT = "STSong-Light"


@dataclass(frozen=True)
class Form:
    """A way to write a tree: the file's suffix, and the writer."""

    suffix: str
    write: Callable[[Tree, str], bytes]


def tree_of(seed: int) -> Tree:
    """The truth of a notice: its depth, and whether it has amounts, scoring or tasks, by its seed."""
    kind = Random(seed).choice(
        [
            {"depth": 2},
            {"depth": 2, "priced": True, "scoring": True},
            {"depth": 3, "priced": True},
            {"depth": 2, "tasks": True},
        ]
    )
    return made_tree(seed, **kind)


def title_of(seed: int) -> str:
    random = Random(seed)
    return f"{random.randint(2015, 2025)}年{random.choice(PLACES)}{random.choice(WORKS)}考核评分细则"


def _laid_out(layout: str, encoding: str = "utf-8") -> Callable[[Tree, str], bytes]:
    def write(tree: Tree, title: str) -> bytes:
        return LAYOUTS[layout](tree, Wanted()).replace(BENCH_TITLE, title).encode(encoding)

    return write


def _grid(tree: Tree) -> Grid:
    body = [[(cell.text, cell.rows) if cell else None for cell in row] for row in rows(tree)]
    return [[(header, 1) for header in headers(tree)], *body]


def _word(tree: Tree, title: str) -> bytes:
    document = Document()
    document.add_paragraph(title)
    grid = _grid(tree)
    table = document.add_table(len(grid), len(grid[0]))
    cells = [list(row.cells) for row in table.rows]
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell is not None:
                cells[r][c].text = cell[0]
                if cell[1] > 1:
                    cells[r][c].merge(cells[r + cell[1] - 1][c])
    return _saved(document)


def _sheet(tree: Tree, title: str) -> bytes:
    book = openpyxl.Workbook()
    sheet, grid = book.active, _grid(tree)
    sheet.cell(1, 1, title)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(grid[0]))
    for r, row in enumerate(grid, 2):
        for c, cell in enumerate(row, 1):
            if cell is not None:
                sheet.cell(r, c, cell[0])
                if cell[1] > 1:
                    sheet.merge_cells(start_row=r, end_row=r + cell[1] - 1, start_column=c, end_column=c)
    return _saved(book)


def _saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _print(tree: Tree, title: str) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle("cell", fontName=FONT, fontSize=9, leading=11, wordWrap="CJK")
    grid = _grid(tree)
    shown = [[Paragraph(cell[0], style) if cell else "" for cell in row] for row in grid]
    drawn = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for r, row in enumerate(grid):
        drawn += [("SPAN", (c, r), (c, r + cell[1] - 1)) for c, cell in enumerate(row) if cell and cell[1] > 1]
    stream = BytesIO()
    table = Table(shown, colWidths=[480 / len(grid[0])] * len(grid[0]), style=TableStyle(drawn))
    SimpleDocTemplate(stream, pagesize=A4, invariant=1).build([Paragraph(title, style), table])
    return stream.getvalue()


FORMS: dict[str, Form] = {
    "tabs": Form(".txt", _laid_out("tabs")),
    "word": Form(".docx", _word),
    "outline": Form(".txt", _laid_out("outline")),
    "print": Form(".pdf", _print),
    "pipes": Form(".md", _laid_out("pipes")),
    "page": Form(".html", _laid_out("spans")),
    "blank": Form(".txt", _laid_out("blank", "gb18030")),
    "sheet": Form(".xlsx", _sheet),
    "boxes": Form(".txt", _laid_out("boxes")),
    "commas": Form(".txt", _laid_out("commas", "gb18030")),
    "lines": Form(".txt", _laid_out("lines")),
    "run": Form(".txt", _laid_out("run")),
}
