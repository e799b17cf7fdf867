"""`zhibiao export` and `zhibiao score`: a notice handed on, and filled forms read back."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from normalizers.printable import escaped, printable
from pipeline.language import tr, using

if TYPE_CHECKING:
    from pipeline.export.scoring import Remark, Total
    from pipeline.export.tables import TableName
    from pipeline.models import Notice

_INPUT = click.Path(path_type=Path)
SHAPES: Final = ("xlsx", "csv", "jsonl", "md", "parquet", "ics", "form")
_BINARY: Final = ("xlsx", "parquet", "form")
_SUFFIXES: Final = {f".{shape}": shape for shape in SHAPES if shape != "form"}


@click.command(epilog="Exit codes: 0 done, 2 wrong usage, 3 no such file, 4 unreadable file, 5 output not written.")
@click.argument("file", type=_INPUT)
@click.option("--to", "shape", type=click.Choice(SHAPES), help="What to write; else the suffix of OUT says it.")
@click.option(
    "--table",
    type=click.Choice(["indicators", "assignments"]),
    default="indicators",
    show_default=True,
    help="Which flat table, for csv, jsonl, md and parquet.",
)
@click.option("--bom", is_flag=True, help="Begin a CSV with a byte order mark, for Excel.")
@click.option("-o", "--output", type=_INPUT, help="Write here instead of stdout; the whole file or nothing.")
def export(file: Path, shape: str | None, table: "TableName", bom: bool, output: Path | None) -> None:
    """Hand the notice in FILE on: as a workbook, a flat table, a calendar of its deadlines, or a scoring form.

    FILE is a notice of any format, or its JSON.

    Example: zhibiao export notice.docx -o notice.xlsx
    """
    from pipeline.output import write

    chosen = shape or (_SUFFIXES.get(output.suffix.lower()) if output is not None else None)
    if chosen is None:
        raise click.UsageError(tr("say what to write with --to ({shapes})", shapes=", ".join(SHAPES)))
    if output is None and chosen in _BINARY and sys.stdout.isatty():
        raise click.UsageError(tr("{shape} is no text for a terminal; give a file with -o", shape=chosen))
    write(written(notice_of(file), chosen, table, bom=bom), output)


def notice_of(file: Path) -> "Notice":
    """Read a notice from a file of any format, or from its JSON."""
    from pipeline.convert import convert
    from pipeline.kept import read_notice

    return read_notice(file) if file.suffix.lower() == ".json" else convert(file)


def written(notice: "Notice", shape: str, name: "TableName", *, bom: bool) -> str | bytes:
    """Write a notice in one of SHAPES."""
    if shape == "xlsx":
        from pipeline.export.sheets import as_workbook

        return as_workbook(notice)
    if shape == "form":
        from pipeline.export.form import as_form

        return as_form(notice)
    if shape == "ics":
        from pipeline.export.calendar import as_calendar

        made, without = as_calendar(notice)
        if without:
            told = tr("{count} deadlines have no day and are not in the calendar", count=without)
            click.echo(f"zhibiao: {told}", err=True)
        return made
    from pipeline.export import plain
    from pipeline.export.tables import table

    flat = table(notice, name)
    if shape == "csv":
        return plain.as_csv(flat, bom=bom)
    if shape == "parquet":
        return plain.as_parquet(flat)
    return plain.as_jsonl(flat) if shape == "jsonl" else plain.as_markdown(flat)


_PROBLEMS: Final = {
    "empty": "is not filled in",
    "no_number": "“{given}” is no number",
    "below_zero": "{given} is below 0; {counted} was counted",
    "above_full": "{given} is above full marks {limit}; {counted} was counted",
    "group_above_full": "the parts add up to {given}, above full marks {limit}; {counted} was counted",
    "bonus_above_cap": "the bonus adds up to {given}, above its ceiling {limit}; {counted} was counted",
}


@click.command(epilog="Exit codes: 0 all in range, 1 out of range or empty, 2 wrong usage, 3 no such file, 4 no form.")
@click.argument("forms", type=_INPUT, nargs=-1, required=True, metavar="FORM…")
@click.option("--json", "as_json", is_flag=True, help="Write totals and remarks as JSON.")
@click.pass_context
def score(ctx: click.Context, forms: tuple[Path, ...], as_json: bool) -> None:
    """Add up filled scoring forms: limits, ceilings and deductions applied, what is out of range named.

    Example: zhibiao score 县财政局.xlsx 县教育局.xlsx
    """
    import json

    from pipeline.convert import bytes_of
    from pipeline.export.form import read_form
    from pipeline.export.scoring import add_up

    totals: list[tuple[str, Total]] = []
    for form in forms:
        schemes, given = read_form(bytes_of(form), str(form))
        totals += [(str(form), add_up(id_, lines, given[id_])) for id_, lines in schemes]
    if as_json:
        with using("en"):
            click.echo(escaped(json.dumps([_told(name, made) for name, made in totals], ensure_ascii=False, indent=2)))
    else:
        for name, made in totals:
            _show(name, made)
    ctx.exit(1 if any(made.remarks for _, made in totals) else 0)


def _show(name: str, made: "Total") -> None:

    parts = [tr("base {value}", value=made.base)]
    parts += [tr("bonus {value}", value=made.bonus)] if made.bonus else []
    parts += [tr("deductions {value}", value=made.deduction)] if made.deduction else []
    told = tr("{total} of {full} ({parts})", total=made.total, full=made.full, parts=tr(", ").join(parts))
    click.echo(printable(f"{name} {made.scheme}: {told}"))
    for remark in made.remarks:
        click.echo(printable(f"  {remark.id} “{remark.name}”: {_said(remark)}"))


def _said(remark: "Remark") -> str:
    return tr(_PROBLEMS[remark.problem], given=remark.given, counted=remark.counted, limit=remark.limit)


def _told(name: str, made: "Total") -> dict[str, object]:
    figures = {key: float(getattr(made, key)) for key in ("total", "base", "bonus", "deduction", "full")}
    remarks = [
        {"problem": r.problem, "id": r.id, "given": r.given, "counted": float(r.counted), "told": _said(r)}
        for r in made.remarks
    ]
    return {"form": name, "scheme": made.scheme, **figures, "remarks": remarks}
