"""Writes a notice as other files: the blocks of its Word file as a web page and as a spreadsheet."""

from html import escape
from pathlib import Path

import openpyxl

from pipeline.convert import load
from pipeline.document import Cell, Paragraph, Table


def _span(cell: Cell) -> str:
    rows = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    return rows + (f' colspan="{cell.col_span}"' if cell.col_span > 1 else "")


def _row(row: tuple[Cell, ...]) -> str:
    cells = (f"<td{_span(c)}>{''.join(f'<p>{escape(p.chars)}</p>' for p in c.paragraphs)}</td>" for c in row)
    return f"<tr>{''.join(cells)}</tr>"


def as_page(word: Path, charset: str = "utf-8") -> bytes:
    """The notice of a Word file as a plain page."""
    parts = []
    for block in load(word).blocks:
        if isinstance(block, Paragraph):
            parts.append(f"<p>{escape(block.text.chars)}</p>")
        else:
            parts.append(f"<table>{''.join(map(_row, block.rows))}</table>")
    body = "\n".join(parts)
    page = f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>x</title></head><body>{body}</body></html>'
    return page.encode("gb18030" if charset == "gb2312" else charset)


def as_workbook(word: Path, target: Path) -> Path:
    """The notice of a Word file as a spreadsheet: a sheet for each table, with the lines above and below it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet, width = book.create_sheet("一"), _width(word)
    at, tables = 1, 0
    for block in load(word).blocks:
        if isinstance(block, Paragraph):
            if tables and not block.text.chars.startswith(("附注", "2.", "3.", "4.")):
                sheet, at, tables = book.create_sheet(f"{len(book.sheetnames) + 1}"), 1, 0
            sheet.cell(at, 1, block.text.chars)
            if width > 1:
                sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=width)
            at += 1
        else:
            tables += 1
            _table(sheet, block, at)
            at += len(block.rows)
    book.save(target)
    return target


def _width(word: Path) -> int:
    return max((b.width for b in load(word).blocks if isinstance(b, Table)), default=1)


def _table(sheet, table: Table, at: int) -> None:
    for row in table.rows:
        for cell in row:
            r, c = at + cell.row, 1 + cell.column
            sheet.cell(r, c, "\n".join(p.chars for p in cell.paragraphs) or None)
            if cell.row_span > 1 or cell.col_span > 1:
                sheet.merge_cells(
                    start_row=r, end_row=r + cell.row_span - 1, start_column=c, end_column=c + cell.col_span - 1
                )
