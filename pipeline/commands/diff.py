"""`zhibiao diff`: two notices compared, indicator by indicator."""

from pathlib import Path

import click

_FORMATS = ("text", "json", "markdown", "html")


@click.command(epilog="Exit codes: 0 the same, 1 different, 2 wrong usage, 3 no such file, 4 unreadable file.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--format", "shape", type=click.Choice(_FORMATS), default="text", show_default=True, help="For whom to write."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here instead of stdout.")
@click.pass_context
def diff(ctx: click.Context, old: Path, new: Path, shape: str, as_json: bool, output: Path | None) -> None:
    """Say what changed from OLD to NEW: notices of any format, their JSON, or goldens.

    Indicators are paired by what they are, not by where they stand. Deadlines are compared within each notice's own
    year, and a body that a reform renamed is the same body.

    Example: zhibiao diff 2019.docx 2020.pdf
    """
    from pipeline.compare import shown
    from pipeline.compare.changes import compare
    from pipeline.compare.entries import read_side
    from pipeline.output import write

    made = compare(read_side(old), read_side(new))
    writers = {
        "text": shown.as_text, "json": shown.as_json, "markdown": shown.as_markdown, "html": shown.as_html,
    }  # fmt: skip
    write(writers["json" if as_json else shape](made), output)
    ctx.exit(1 if made.changes else 0)
