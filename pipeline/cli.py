"""The command `zhibiao`. What it needs is imported where it is used, so that help answers at once."""

import gc
import sys
from io import TextIOWrapper
from pathlib import Path

import click

from pipeline.commands.batch import batch
from pipeline.commands.check import check
from pipeline.commands.diff import diff
from pipeline.commands.evaluate import evaluate
from pipeline.commands.explain import doctor, explain
from pipeline.commands.export import SHAPES, export, score, written
from pipeline.commands.golden import golden
from pipeline.commands.speaking import speak
from pipeline.errors import ZhibiaoError
from pipeline.language import choose, wanted
from pipeline.output import write

#: So many new objects are worth a look for garbage.
_SELDOM = 200_000
_EPILOG = "Exit codes: 0 done, 2 wrong usage, 3 no such file, 4 unreadable file, 5 output not written."
#: Commands that read one stranger's file after another in this very process; a batch watches its workers.
_WATCHED = ("convert", "text", "check", "diff", "export", "explain")
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
            click.echo(f"zhibiao: {error.told}", err=True)
            ctx.exit(error.exit_code)


def _print_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"zhibiao {version('zhibiao')}")
        ctx.exit()


@click.group(cls=_Group, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang",
    type=click.Choice(["en", "zh"]),
    expose_value=False,
    help="Speak English or Chinese; else ZHIBIAO_LANG or the locale says it.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn published assessment notices (考评方案, 自评表, 任务清单, 工作要点) into structured schemes."""
    if ctx.invoked_subcommand in _WATCHED:
        from pipeline.commands.watch import watch

        watch()


@main.command()
@click.argument("file", type=INPUT)
@click.option("-o", "--output", type=INPUT, help="Write here instead of stdout; the whole file or nothing.")
@FORMAT
@click.option(
    "--to",
    "shape",
    type=click.Choice(["json", *SHAPES]),
    default="json",
    show_default=True,
    help="Write this instead of JSON, as `zhibiao export` does.",
)
def convert(file: Path, output: Path | None, file_format: str | None, shape: str) -> None:
    """Convert the notice in FILE (- for standard input) to canonical JSON.

    FILE is plain text, .docx, .pdf with a text layer, a web page or .xlsx.

    Example: zhibiao convert notice.txt -o notice.json
    """
    from pipeline.convert import convert as convert_file
    from pipeline.models import to_json

    notice = convert_file(file, file_format)
    write(to_json(notice) if shape == "json" else written(notice, shape, "indicators", bom=False), output)


@main.command()
@click.argument("file", type=INPUT)
@FORMAT
def text(file: Path, file_format: str | None) -> None:
    """Print the reading text of FILE, which the spans in the JSON index.

    On a terminal, signs that would steer it show as blanks; a pipe or file gets the text as it is.

    Example: zhibiao text notice.txt
    """
    from normalizers.printable import printable_lines
    from pipeline.convert import load

    words = load(file, file_format).text
    write(printable_lines(words) if sys.stdout.isatty() else words, None)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the output.

    Example: zhibiao schema > notice.schema.json
    """
    import json

    from pipeline.models import json_schema

    write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", None)


for command in (batch, check, diff, evaluate, export, score, explain, golden, doctor):
    main.add_command(command)


def run() -> None:
    """Run the command in the language that its arguments, ZHIBIAO_LANG or the locale ask for.

    Imports and one conversion leave hardly any garbage, and looking for it takes an eighth of a command's time.
    """
    gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console without Chinese shows escapes, and goes on
            stream.reconfigure(errors="backslashreplace")
    language = wanted(sys.argv[1:])
    if language != "en":
        choose(language)
        speak(main, language)
    main()


if __name__ == "__main__":
    run()
