"""`zhibiao check`: what in a notice does not add up, with the places shown."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from pipeline.models import Severity
    from pipeline.report.places import Placed

_FOUND, _UNREADABLE = 1, 3
_FORMATS: Final = ("text", "json", "sarif", "github")


@click.command(epilog="Exit codes: 0 clean, 1 findings at or above --level, 2 wrong usage, 3 a file cannot be read.")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--level",
    type=click.Choice(["error", "warning", "info"]),
    default="warning",
    show_default=True,
    help="Show findings from this severity upwards, and exit 1 where there are any.",
)
@click.option(
    "--format", "shape", type=click.Choice(_FORMATS), default="text", show_default=True, help="For whom to write."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], level: "Severity", shape: str, as_json: bool) -> None:
    """Check notices, issued or still in draft, and show each finding at its place.

    Example: zhibiao check notice.docx draft.txt --level info
    """
    from pipeline.errors import ZhibiaoError

    read: list[tuple[str, list[Placed]]] = []
    unreadable = False
    for file in files:
        try:
            read.append((str(file), _found(file, level)))
        except ZhibiaoError as error:
            unreadable = True
            click.echo(f"zhibiao: {error.told}", err=True)
    _print(read, "json" if as_json else shape)
    ctx.exit(_UNREADABLE if unreadable else _FOUND if any(found for _, found in read) else 0)


def _found(file: Path, level: "Severity") -> "list[Placed]":
    from pipeline.convert import convert_document, load
    from pipeline.report.places import Lines, at_or_above, placed

    document = load(file)
    lines = Lines(document.text)
    return [placed(f, lines) for f in convert_document(document).findings if at_or_above(f, level)]


def _print(files: "list[tuple[str, list[Placed]]]", shape: str) -> None:
    if shape == "text":
        from rich.console import Console

        from pipeline.report.terminal import show

        for name, found in files:
            show(name, found, Console())
        return
    from pipeline.output import write
    from pipeline.report.machines import as_annotations, as_json, as_sarif

    write({"json": as_json, "sarif": as_sarif, "github": as_annotations}[shape](files), None)
