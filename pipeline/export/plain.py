"""Flat tables as CSV, JSON Lines, Markdown and Parquet."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Final

from normalizers.printable import escaped, printable, printable_lines
from pipeline.errors import ExtraMissingError
from pipeline.export.tables import Table, Value

#: A spreadsheet program takes a text that begins so for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
BOM: Final = "\ufeff"


def guarded(words: str) -> str:
    """Put an apostrophe before what a spreadsheet program would run as a formula, or would lose as one.

    A text begins where its blanks end, and signs that steer a terminal are blanks.
    """
    shown = printable_lines(words)
    return f"'{shown}" if words.lstrip(" \n\u3000").startswith((*_FORMULA, "'")) else shown


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else str(value)


def as_csv(table: Table, *, bom: bool = False) -> str:
    """Write RFC 4180 CSV; with a byte order mark Excel takes it for UTF-8. Texts are safe from being run."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return (BOM if bom else "") + made.getvalue()


def as_jsonl(table: Table) -> str:
    """Write one object a row; null where the notice says nothing."""
    rows = (dict(zip(table.columns, map(_json, row), strict=True)) for row in table.rows)
    return "".join(escaped(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)


def _json(value: Value) -> str | int | float | bool | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def as_markdown(table: Table) -> str:
    """Write a Markdown table without the columns that are empty."""
    used = [i for i in range(len(table.columns)) if any(row[i] is not None for row in table.rows)]
    lines = [[table.columns[i] for i in used], ["---"] * len(used)]
    lines += [[_md(row[i]) for i in used] for row in table.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _md(value: Value) -> str:
    words = "" if value is None else str(value)
    marked = "".join(f"\\{char}" if char in "\\`*_[]<>|~" else char for char in words)
    return "<br>".join(map(printable, marked.splitlines()))


def as_parquet(table: Table) -> bytes:
    """Write a Parquet file with typed columns; ExtraMissingError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise ExtraMissingError("Parquet needs pyarrow; install it with `pip install 'zhibiao[parquet]'`") from None
    columns = {}
    for i, name in enumerate(table.columns):
        values = [row[i] for row in table.rows]
        columns[name] = pa.array([_json(v) if isinstance(v, Decimal) else v for v in values], type=_type(pa, values))
    made = io.BytesIO()
    pq.write_table(pa.table(columns), made)
    return made.getvalue()


def _type(pa: object, values: list[Value]) -> object:
    """Return the column's type by its values; an empty one is text."""
    known = {type(v) for v in values if v is not None}
    names = {bool: "bool_", int: "int64", Decimal: "float64", date: "date32", str: "string"}
    name = names[known.pop()] if len(known) == 1 else "string"
    return getattr(pa, name)()
