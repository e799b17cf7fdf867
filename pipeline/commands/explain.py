"""`zhibiao explain` and `zhibiao doctor`: where a value comes from, and what works on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from normalizers.printable import printable
from pipeline.language import tr

if TYPE_CHECKING:
    from pipeline.explain import Origin
    from pipeline.report.places import Lines


@click.command(epilog="Exit codes: 0 done, 2 no such item or field, 3 no such file, 4 unreadable file.")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("id_", metavar="ID[.FIELD]")
def explain(file: Path, id_: str) -> None:
    """Say where the values of an item come from: which text, which rule, which repair.

    ID is an item's id in the JSON (s1.2.3), with a field where only that is asked (s1.2.3.deadlines).

    Example: zhibiao explain notice.txt s1.1.2.points
    """
    from pipeline.checks.catalog import localized
    from pipeline.convert import convert_document, load
    from pipeline.explain import findings_on, origins, split_id
    from pipeline.report.places import Lines

    document = load(file)
    notice = convert_document(document)
    item, field = split_id(notice, id_)
    if item is None or (item.id != id_ and field is None):
        raise click.UsageError(
            printable(tr("{file} has no item or field {id}; `zhibiao convert {file}` shows the ids", file=file, id=id_))
        )
    click.echo(printable(f"{item.id} {item.marker or ''}{item.name}"))
    lines = Lines(document.text)
    for origin in origins(item, field):
        _show(origin, lines)
    for found in findings_on(notice, item.id):
        click.echo(printable(f"{tr(found.severity)} {found.code}: {localized(found)}"))


def _show(origin: "Origin", lines: "Lines") -> None:

    click.echo(printable(f"{origin.field}: {origin.value}"))
    if origin.span is not None:
        line = lines.line_of(origin.span.start)
        raw = lines.text[origin.span.start : origin.span.end]
        place = tr("line {line}", line=line + 1)
        place += tr(", ") + tr("page {page}", page=origin.span.page) if origin.span.page is not None else ""
        click.echo(printable(tr("    text: “{raw}” ({place})", raw=raw, place=place)))
    told = tr("; ").join(tr(part) for part in (origin.rule, origin.basis) if part)
    click.echo(tr("    rule: {rule}", rule=told))


@click.command(epilog="Exit codes: 0 all that is needed works, 1 something needed does not.")
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Say what works on this machine and what is missing.

    Example: zhibiao doctor
    """
    from pipeline.doctor import examine

    failed = False
    for line in examine():
        failed = failed or (line.needed and not line.well)
        mark = tr("ok") if line.well else tr("MISSING") if line.needed else "-"
        click.echo(f"{mark:<8} {line.name:<20} {line.seen}")
    ctx.exit(1 if failed else 0)
