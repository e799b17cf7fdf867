"""The command `zhibiao`. What it needs is imported where it is used, so that help answers at once."""

import os
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import click

from pipeline.errors import OutputFailedError, ZhibiaoError

_EPILOG = "Exit codes: 0 done, 2 wrong usage, 3 no such file, 4 unreadable file, 5 output not written."
INPUT = click.Path(path_type=Path)
FORMAT = click.option(
    "--format",
    "file_format",
    type=click.Choice(["txt", "docx", "pdf", "html", "xlsx"]),
    help="Read FILE as this, whatever its content and name tell.",
)


class _Group(click.Group):
    """A group whose typed errors become one sentence on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ZhibiaoError as error:
            click.echo(f"zhibiao: {error}", err=True)
            ctx.exit(error.exit_code)


def _print_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"zhibiao {version('zhibiao')}")
        ctx.exit()


@click.group(cls=_Group, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
def main() -> None:
    """Turn published assessment notices (考评方案, 自评表, 任务清单, 工作要点) into structured schemes."""


@main.command()
@click.argument("file", type=INPUT)
@click.option("-o", "--output", type=INPUT, help="Write here instead of stdout; the whole file or nothing.")
@FORMAT
def convert(file: Path, output: Path | None, file_format: str | None) -> None:
    """Convert the notice in FILE (- for standard input) to canonical JSON.

    FILE is plain text, .docx, .pdf with a text layer, a web page or .xlsx.

    Example: zhibiao convert notice.txt -o notice.json
    """
    from pipeline.convert import convert as convert_file
    from pipeline.models import to_json

    _write(to_json(convert_file(file, file_format)), output)


@main.command()
@click.argument("file", type=INPUT)
@FORMAT
def text(file: Path, file_format: str | None) -> None:
    """Print the reading text of FILE, which the spans in the JSON index.

    Example: zhibiao text notice.txt
    """
    from pipeline.convert import load

    _write(load(file, file_format).text, None)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the output.

    Example: zhibiao schema > notice.schema.json
    """
    import json

    from pipeline.models import json_schema

    _write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", None)


@main.group()
def golden() -> None:
    """Compare conversions with hand-checked goldens, or rewrite one on purpose."""


@golden.command("diff")
@click.argument("file", type=INPUT)
@click.argument("golden_file", type=INPUT)
def golden_diff(file: Path, golden_file: Path) -> None:
    """Show where the conversion of FILE differs from GOLDEN_FILE; exit 1 where it does.

    Example: zhibiao golden diff corpus/notice.txt golden/notice.json
    """
    from pipeline.convert import convert as convert_file
    from pipeline.golden import differences, load_golden, variant

    found = differences(load_golden(golden_file), convert_file(file), variant(file, golden_file))
    for difference in found:
        click.echo(str(difference))
    click.echo(f"{file}: {len(found)} differences from {golden_file}", err=True)
    click.get_current_context().exit(1 if found else 0)


@golden.command("rewrite")
@click.argument("file", type=INPUT)
@click.argument("golden_file", type=INPUT)
@click.option("--yes", is_flag=True, help="Do not ask.")
def golden_rewrite(file: Path, golden_file: Path, yes: bool) -> None:
    """Replace GOLDEN_FILE by the conversion of FILE, after its differences were shown and confirmed.

    Example: zhibiao golden rewrite corpus/notice.txt golden/notice.json
    """
    from pipeline.convert import convert as convert_file
    from pipeline.golden import differences, load_golden, rewritten, variant

    old, notice, file_format = load_golden(golden_file), convert_file(file), variant(file, golden_file)
    for difference in differences(old, notice, file_format):
        click.echo(str(difference))
    if yes or click.confirm("These go into the golden. Does the document demand them?", abort=True):
        _replace_file(golden_file, rewritten(old, notice, file_format))


def _write(content: str, output: Path | None) -> None:
    """Write UTF-8 to stdout as it is, or to a file whole or not at all."""
    if output is None:
        sys.stdout.buffer.write(content.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    _replace_file(output, content)


def _replace_file(output: Path, content: str) -> None:
    try:
        _replace(output, content.encode("utf-8"))
    except OSError as error:
        raise OutputFailedError(
            f"{output}: the result cannot be written there ({error.strerror}); nothing was changed"
        ) from error


def _replace(output: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=".zhibiao-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


if __name__ == "__main__":
    main()
